/*
 * What a caseload holds besides facts, in counts, and how long each thing is kept.
 */
#ifndef AYANT_STORE_HOLDINGS_H
#define AYANT_STORE_HOLDINGS_H

#include "journal.h"

/* Kinds of things that are kept for a time. Defaults are proposals: a CPAS sets its own. */
typedef enum keep_kind {
    KEEP_PEOPLE,     /* after the last import, for who was not contacted */
    KEEP_CONTACTED,  /* after the last contact */
    KEEP_LISTS,      /* what a list was, without its persons, after its day of deletion */
    KEEP_JOURNAL,    /* a line */
    KEEP_TOMBSTONES, /* of who was erased: longer than any backup */
    KEEP_COUNT
} keep_kind;

typedef struct keep_rule {
    const char *name; /* "people", as options and settings say it */
    unsigned months;  /* when the caseload says nothing */
    const char *fr, *nl;
} keep_rule;

extern const keep_rule keep_rules[KEEP_COUNT];
#define KEEP_MOST 600 /* months: longer is "for ever", which is not a period */

typedef struct holdings {
    uint64_t households, persons, journal_lines, erased, lists, listed_persons;
    int sealed;
    char imported[32]; /* when, "" never */
    unsigned months[KEEP_COUNT];
} holdings;

ayant_status store_holdings(failure *e, const store_access *at, holdings *out);
/* "people=6": from now on in this caseload, journalled. K10 for anything else. */
ayant_status store_keep(failure *e, const store_access *at, const char *setting);

/* A list that leaves the caseload: who is on it is kept as pseudonyms until its day of deletion. */
typedef struct store_list {
    const char *profile, *delete_on; /* delete_on: "YYYY-MM-DD"; NULL: none was given */
} store_list;

/* One transaction: the line of the journal, and the list with the persons of the line. */
ayant_status store_list_add(failure *e, const store_access *at, const store_entry *entry,
                            const store_list *list);

#endif
