/*
 * Cleaning texts that have a known shape: national numbers, postal codes,
 * communes, sectors, telephone numbers, e-mail addresses, enterprise numbers,
 * bank accounts; and names, whose shape is their own.
 *
 * A text either has the shape, and comes out in one spelling, or it is
 * refused. What had to be changed is told as a set of repairs. A word that
 * stands for an empty cell ("inconnu", "?") comes out empty. The patterns are
 * bounded in time and memory whatever the text.
 */
#ifndef AYANT_INGEST_CLEAN_H
#define AYANT_INGEST_CLEAN_H

#include "../base/failure.h"
#include "../base/text.h"
#include "../model/repair.h"

typedef enum clean_kind {
    CLEAN_NONE,
    CLEAN_NISS,
    CLEAN_POSTAL_CODE,
    CLEAN_PHONE,
    CLEAN_EMAIL,
    CLEAN_COMMUNE, /* a name in French or Dutch, or a code: out comes the NIS code */
    CLEAN_SECTOR,  /* a statistical sector: its shape; the commune is not derived from it */
    CLEAN_KBO,     /* an enterprise number */
    CLEAN_IBAN,
    CLEAN_NAME, /* names, streets: spaces and accents; capitals stay as they are */
    CLEAN_COUNT
} clean_kind;

/* Room for any cleaned text: one longer than LIMIT_TEXT is no fact. */
#define CLEAN_TEXT 512

/*
 * A national number (register or bis). Its check digits tell the century: 2
 * before a number of 2000 or later changes them, whatever the number, so one
 * of `born_1900` and `born_2000` is 1. Month and day are 0 when unknown.
 */
typedef struct niss {
    char digits[12];
    int born_1900, born_2000;
    int year_of_century, month, day;
    int bis;          /* 0, or what is added to the month: 20 sex unknown, 40 known, 60 BisTer */
    int male;         /* 1, 0, or -1 unknown; only to compare: no fact is filled from a number */
    unsigned repairs; /* spelling, zeros in front that a spreadsheet dropped */
} niss;

typedef enum phone_kind { PHONE_MOBILE, PHONE_BRUSSELS, PHONE_BELGIUM, PHONE_ABROAD } phone_kind;

typedef struct cleaner cleaner;

ayant_status cleaner_new(failure *e, cleaner **out);
void cleaner_free(cleaner *c); /* accepts NULL */
/* 1 and *out when `t` is a valid number in any usual spelling. */
int clean_niss(cleaner *c, text t, niss *out);
/* The year of birth a number says. */
int niss_year(const niss *n);
/*
 * NULL and the cleaned text ("12345678995", "1080", "+3225551234"), or the
 * reason for the rejects file. *length 0: the text stands for an empty cell.
 */
const char *clean_text(cleaner *c, clean_kind which, text t, char out[CLEAN_TEXT], size_t *length);
/* The same; the repairs it needed are added to *repairs. */
const char *clean_repaired(cleaner *c, clean_kind which, text t, char out[CLEAN_TEXT], size_t *length,
                           unsigned *repairs);
/*
 * A row begins. From now on a postal code and a commune of the row that do
 * not go together give REPAIR_PLACE_DIFFERS on the second of them.
 */
void clean_row(cleaner *c);
/* 1 for a postal code of the Brussels region. */
int clean_is_brussels(cleaner *c, text postal_code);
/* Of a cleaned number: "+32470123456". */
phone_kind clean_phone_kind(text cleaned);
/* What a column of this name is cleaned as. */
clean_kind clean_kind_of(const char *fact_name);
/* "iban" and the like, as mappings write it; CLEAN_COUNT when there is no such kind. */
clean_kind clean_kind_by_name(const char *name);
const char *clean_kind_name(clean_kind which);

#endif
