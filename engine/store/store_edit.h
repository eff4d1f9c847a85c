/*
 * One person of a caseload: found, shown, corrected, erased. For the files of
 * this room only; those that change something want a transaction of a writer
 * (store_begin) and are all or nothing with it.
 *
 * A run is written again whole, so that nothing of the old value stays in it;
 * what SQLite gives free is overwritten (secure_delete). What a journal file of
 * SQLite still holds goes with the next checkpoint.
 */
#ifndef AYANT_STORE_STORE_EDIT_H
#define AYANT_STORE_STORE_EDIT_H

#include "store_chunks.h"

typedef struct store_place {
    uint64_t row, household; /* rows of the file */
} store_place;

/* A fact of a row that is known. */
typedef struct stored_value {
    const char *name;
    kind kind;
    int fact;         /* in the dictionary; -1: the rules do not know it any more */
    cell value;       /* of no use for texts, links, and words that `fact` -1 */
    const char *text; /* texts, ids of links, words; else NULL */
} stored_value;

typedef ayant_status store_value_taker(void *to, failure *e, const stored_value *value);

/* AYANT_NONE when nobody has this id. Refused when the columns have somebody else at the place found. */
ayant_status store_find_person(failure *e, store_file *f, text id, store_place *out);
/* The id of a household by its row; `out` has LIMIT_TEXT + 1 bytes. */
ayant_status store_household_id(failure *e, store_file *f, uint64_t household, char *out);
/* Calls `take` for each fact that is known of a row, ids not included. `facts` may be NULL. */
ayant_status store_row_facts(failure *e, store_file *f, const dictionary *facts, entity which, uint64_t row,
                             store_value_taker *take, void *to);

/* CELL_UNKNOWN, or an empty text, takes the value away. A fact the file does not know is added to it. */
ayant_status store_set_cell(failure *e, store_file *f, const fact *what, uint64_t row, cell value);
ayant_status store_set_text(failure *e, store_file *f, const fact *what, uint64_t row, text value);
/*
 * Everything of a person goes: facts, texts, relations, the id, and the links
 * of others to it. A household nobody is left in goes too; *household_gone says
 * so. AYANT_NONE when nobody has this id.
 */
ayant_status store_erase_person(failure *e, store_file *f, text id, int *household_gone);

#endif
