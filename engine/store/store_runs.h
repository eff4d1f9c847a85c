/*
 * Runs written again with one row changed.
 */
#ifndef AYANT_STORE_STORE_RUNS_H
#define AYANT_STORE_STORE_RUNS_H

#include "store_chunks.h"

typedef struct editing {
    chunks chunks;
    cell *cells; /* CHUNK_ROWS each */
    text *texts;
    uint16_t *lengths;
} editing;

ayant_status editing_start(failure *e, editing *d, store_file *f);
void editing_end(editing *d); /* also after a start that failed */

/* AYANT_NONE when there is no such run; a row its run lacks is refused. CELL_UNKNOWN and empty texts are no
 * value. */
ayant_status edit_cell(failure *e, editing *d, entity which, const char *name, uint64_t row, cell value);
/* Writes the texts of a run, `rows` of d->texts, again. */
ayant_status edit_put_texts(failure *e, editing *d, entity which, uint64_t chunk, const char *name,
                            size_t rows);
ayant_status edit_text(failure *e, editing *d, entity which, const char *name, uint64_t row, text value);
/* In every run of a link: the rows whose text is `id` become unknown. */
ayant_status edit_links(failure *e, editing *d, entity which, const char *name, text id);
/* The number of the last run that has this fact, -1 when none has. */
ayant_status edit_last_run(failure *e, editing *d, entity which, const char *name, int64_t *out);

#endif
