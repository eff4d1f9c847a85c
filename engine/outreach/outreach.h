/*
 * Who goes to people in Brussels, where, and how to reach them: devices,
 * their territories, their campaigns, and telephone lines.
 *
 * Public facts, read from the files of datasets/outreach. A folder is read
 * whole or refused with the file and the line. What is out of date or not
 * sure is kept and marked: a service that moved is still the best clue there
 * is. No person is in these files, and no device is given a list of people.
 */
#ifndef AYANT_OUTREACH_OUTREACH_H
#define AYANT_OUTREACH_OUTREACH_H

#include "../base/arena.h"
#include "../base/day.h"
#include "../base/failure.h"
#include "../base/sink.h"

/*
 * From when until when something holds, and when somebody last looked. A
 * date may be a year or a month alone: `first` is the first day it can mean,
 * `last` the last one, and `checked` the first, so that a record is never
 * taken for younger than it may be. No date: DAY_LEAST, DAY_NEVER, DAY_NEVER.
 */
typedef struct validity {
    const char *from, *to, *checked_on; /* as written, "" when not said */
    day first, last, checked;
    const char *source;
} validity;

/* What somebody should look at before use; sets of bits. */
typedef enum outreach_mark {
    MARK_EXPIRED = 1,        /* `last` is over */
    MARK_NOT_YET = 2,        /* `first` is to come */
    MARK_OLD = 4,            /* checked more than twelve months ago, or perhaps */
    MARK_UNCHECKED = 8,      /* nobody said when */
    MARK_YEARLY = 16,        /* funding is given year by year, and another year has begun */
    MARK_NOWHERE = 32,       /* a device without territory */
    MARK_UNKNOWN_PLACE = 64, /* a commune or postal code that is none */
    MARK_OTHER_PLACE = 128,  /* a postal code that is of none of the communes named */
    MARK_BAD_PHONE = 256     /* not a telephone number */
} outreach_mark;

#define MARKS_COUNT 9

typedef struct outreach_device {
    const char *id, *name, *operator_name, *territory_type, *languages, *contact, *rights, *funding_end;
    validity valid;
    int line;
    size_t territories; /* how many rows name it */
    unsigned marks;
} outreach_device;

typedef struct outreach_territory {
    size_t device;
    const char *unit, *label, *host, *communes, *postal_codes, *workers;
    validity valid;
    int line;
    unsigned marks;
} outreach_territory;

typedef struct outreach_helpline {
    const char *id, *label, *operator_name, *phone, *email, *audience, *languages;
    validity valid;
    int line;
    unsigned marks;
} outreach_helpline;

typedef struct outreach_campaign {
    size_t device;
    const char *id, *label, *territory;
    int age_min, age_max; /* -1: not said */
    validity valid;
    int line;
    unsigned marks;
} outreach_campaign;

typedef struct outreach {
    arena *memory;
    const char *devices_path, *territories_path, *helplines_path, *campaigns_path;
    outreach_device *devices;
    outreach_territory *territories;
    outreach_helpline *helplines;
    outreach_campaign *campaigns;
    size_t device_count, territory_count, helpline_count, campaign_count;
    size_t device_room, territory_room, helpline_room, campaign_room;
} outreach;

/* Reads outreach_devices.csv, _territories, _helplines and, when it is there, _campaigns. */
ayant_status outreach_load(failure *e, const char *folder, outreach **out);
void outreach_free(outreach *o); /* accepts NULL */
/* Sets the marks of every record, as seen on a date; returns how many marks. AYANT_E_MEMORY in e->status. */
size_t outreach_check(failure *e, outreach *o, day on);
/* 1 when the territory covers the postal code, wholly or in part ("1000?"). */
int territory_covers(const outreach_territory *t, const char *postal_code);
/* "expired": for files and programs, one bit. */
const char *outreach_mark_word(unsigned mark);

typedef struct outreach_view {
    day on;
    const char *postal_code; /* NULL: everything */
    ayant_format format;     /* AYANT_TABLE, AYANT_CSV, AYANT_JSON */
    ayant_language language;
    size_t width;
    int colour;
} outreach_view;

/* One row a device and territory, then one a helpline; *rows counts them. */
ayant_status outreach_write(failure *e, const outreach *o, const outreach_view *view, const ayant_sink *out,
                            size_t *rows);
/* What outreach_check found, in sentences, a file and a line each. */
ayant_status outreach_warn(failure *e, const outreach *o, const outreach_view *view, const ayant_sink *notes);

#endif
