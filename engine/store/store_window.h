/*
 * Texts by row, one run at a time, and rows by id.
 *
 * Files mostly come in the order in which they came the last time, and persons
 * in the order of their households: the row after the last one found is looked
 * at first, without asking a table.
 */
#ifndef AYANT_STORE_STORE_WINDOW_H
#define AYANT_STORE_STORE_WINDOW_H

#include "store_chunks.h"

typedef struct text_window {
    chunks chunks;
    entity which;
    const char *name;
    uint64_t chunk;
    size_t rows; /* 0: nothing is in the window */
    text *texts; /* CHUNK_ROWS */
} text_window;

ayant_status window_start(failure *e, text_window *w, store_file *f, generation of, entity which,
                          const char *name);
void window_end(text_window *w); /* also after a start that failed */
/* 1 and the text, good until the next call, empty when it is not known; 0 when there is no such row; -1 on a
 * failure. */
int window_at(failure *e, text_window *w, uint64_t row, text *out);

typedef struct id_finder {
    text_window ids;
    sqlite3_stmt *find;
    uint64_t next; /* the row to look at first */
} id_finder;

ayant_status finder_start(failure *e, id_finder *f, store_file *file, generation of, entity which);
void finder_end(id_finder *f);
/* 1 and the row, 0 when there is no such id, -1 on a failure. */
int finder_row(failure *e, id_finder *f, text id, uint64_t *row);

#endif
