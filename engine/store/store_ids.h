/*
 * The ids of an import, each once: the tables `households` and `persons`.
 *
 * An id after all those before it is new: a file sorted by id needs nothing
 * more. From the first one out of order, the ids so far have marks in memory,
 * which tell at once that an id is new; when there are too many for that, the
 * table is asked. New ids wait for others and are inserted together.
 */
#ifndef AYANT_STORE_STORE_IDS_H
#define AYANT_STORE_STORE_IDS_H

#include "../base/limits.h"
#include "store_file.h"

#define IDS_TOGETHER 32 /* one statement for 32 rows costs half of 32 statements */

typedef struct waiting_id {
    char id[LIMIT_TEXT];
    size_t length;
    sqlite3_int64 row, household;
} waiting_id;

typedef struct ids {
    store_file *file;
    entity of;
    sqlite3_stmt *insert_many, *insert_one, *find;
    waiting_id *waiting; /* IDS_TOGETHER of them */
    size_t count;
    int sorted; /* 1: no id came out of order so far, and `last` is the greatest */
    char last[LIMIT_TEXT];
    size_t last_length;
    uint32_t *marks; /* an open table of hashes; 0: free */
    size_t size, used;
    int full; /* the marks say nothing any more */
} ids;

ayant_status ids_start(failure *e, ids *of, store_file *f, entity which);
void ids_end(ids *of);
/* ROW_OK, ROW_DUPLICATE or ROW_FAILED. `household` is for persons. */
row_problem ids_add(failure *e, ids *of, text id, uint64_t row, uint64_t household);
/* 1 with its row and household, 0 when there is none, -1 on a failure. */
int ids_find(failure *e, ids *of, text id, uint64_t *row, uint64_t *household);
/* Inserts what waits, and gives the marks back: nothing more comes. */
ayant_status ids_close(failure *e, ids *of);

#endif
