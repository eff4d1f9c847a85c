/*
 * What an import would take from each column, without taking it.
 *
 * After a reading whose rejects are at hand, the sources are read once more
 * and counted: what each column gave, what was empty, what was rejected, and
 * a few cells as shapes (a letter is a, a digit 9).
 */
#ifndef AYANT_INGEST_PREVIEW_H
#define AYANT_INGEST_PREVIEW_H

#include "inputs.h"

#define PREVIEW_EXAMPLES 3
#define PREVIEW_TEXT 32

typedef struct preview_column {
    text name;        /* as the file calls it */
    const char *fact; /* "" for a column that is left out */
    uint64_t parsed, empty, rejected;
    char example[PREVIEW_EXAMPLES][PREVIEW_TEXT];
    size_t rank; /* place in the file */
} preview_column;

typedef struct preview {
    arena *memory;
    preview_column *columns;
    size_t count, capacity;
} preview;

/* `rejects`: the file a reading of `in` has written. */
ayant_status preview_read(failure *e, const dictionary *facts, const ayant_inputs *in, const char *rejects,
                          preview *out);
void preview_free(preview *p);

#endif
