/*
 * Reading people out of an open caseload, for the files of this room only.
 */
#ifndef AYANT_STORE_STORE_READ_H
#define AYANT_STORE_STORE_READ_H

#include "store_chunks.h"

/* A row of the file that was erased. */
#define RUN_HOLE UINT32_MAX

typedef struct run {
    uint64_t chunk;
    size_t rows, count; /* of the file; those that are somebody */
    uint32_t first;     /* row of people of the first of these */
    uint32_t *row;      /* by row of the run: row of people before they are finished, or RUN_HOLE */
} run;

typedef struct runs {
    run *items;
    size_t count, capacity;
} runs;

typedef struct reading {
    failure *e;
    store_file *file;
    const dictionary *facts;
    people *people;
    const ayant_progress *progress;
    chunks chunks;
    file_facts known;
    arena *memory;
    runs runs[2]; /* by entity */
    cell *cells;  /* CHUNK_ROWS each */
    text *texts;
    uint64_t done, total;
} reading;

/* Inside a transaction. */
ayant_status store_read_people(failure *e, store_file *file, const dictionary *facts, people **out,
                               const ayant_progress *progress);
/* Words become those of the dictionary. AYANT_E_STORE when a value is not one of this fact. */
ayant_status store_check_cells(failure *e, const store_file *file, const fact *f, const file_fact *known,
                               uint64_t chunk, cell *cells, size_t rows);

#endif
