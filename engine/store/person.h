/*
 * One person of a caseload: what is held, what is corrected, what is erased.
 *
 * Each of these is one transaction with its line in the journal. Errors never
 * repeat the id that was given.
 */
#ifndef AYANT_STORE_PERSON_H
#define AYANT_STORE_PERSON_H

#include "../base/day.h"
#include "holdings.h"

/* A fact that is known of the person or the household. */
typedef struct person_value {
    entity entity;
    const char *name;
    kind kind;
    int fact;         /* in the dictionary; -1: the rules do not know it any more */
    cell value;       /* not of texts, links and words */
    const char *text; /* texts, words; of a link: the id of somebody else */
} person_value;

/* A list the person is on, or one of everybody. */
typedef struct person_list {
    const char *at, *what, *profile, *purpose, *delete_on;
    int everybody;
} person_list;

typedef struct person_sheet {
    person_value *values;
    size_t count, capacity;
    const char *household_id;
    uint64_t others, relations; /* people of the same household; kinship rows */
    person_list *lists;
    size_t list_count, list_capacity;
    char imported[32];
    unsigned months[KEEP_COUNT];
    int objected;
} person_sheet;

/* Texts live in `memory`. K11 when nobody has this id. */
ayant_status store_person(failure *e, const store_access *at, const dictionary *facts, const char *id,
                          arena *memory, person_sheet *out);

/*
 * Sets one fact of the person, or of the household: `value`, or `words` for
 * texts and links; CELL_UNKNOWN and an empty text take it away. `did` goes to
 * the journal with the name of the fact and whether it was known, never a value.
 */
ayant_status store_correct(failure *e, const store_access *at, const char *id, const fact *what, cell value,
                           text words, const char *did);
/*
 * Sets `objection` and remembers it by pseudonym, so that no import takes it
 * away; `objects` 0 withdraws it.
 */
ayant_status store_object(failure *e, const store_access *at, const char *id, const fact *objection,
                          int objects);

/*
 * Everything of the person goes, from the database, its log and the index of
 * lists; a household nobody is left in goes too. What is left are a tombstone
 * and the lines of the journal, both pseudonyms.
 */
ayant_status store_erase(failure *e, const store_access *at, const char *id, int *household_gone);
/* Erases whom a file of erased persons names (of a copy of this caseload); *erased counts them. */
ayant_status store_erase_listed(failure *e, const store_access *at, const char *path, uint64_t *erased);
/* Before reading where nothing can be written: S18 for a copy older than what was erased since. */
ayant_status store_check_erased(failure *e, const store_access *at);
ayant_status store_erased_write(failure *e, const store_access *at, const ayant_sink *out);

typedef struct purge_counts {
    uint64_t persons, households, list_persons, lists, journal_lines, tombstones;
} purge_counts;

/* What is past its time on a day goes; `dry` 1 only counts. Done twice, the second finds nothing. */
ayant_status store_purge(failure *e, const store_access *at, day on, int dry, purge_counts *out);

#endif
