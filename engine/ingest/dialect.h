/*
 * How a CSV file is written: the separator of cells, the quote, and where
 * its header is, found from its first lines.
 *
 * A separator is believed when the lines below the header have as many cells
 * as the header; of two equally good ones, the one the header has more of.
 */
#ifndef AYANT_INGEST_DIALECT_H
#define AYANT_INGEST_DIALECT_H

#include "../base/text.h"

typedef struct dialect {
    char delimiter, quote;
    size_t skip; /* bytes above the header */
    int lines;   /* and lines */
} dialect;

/* `whole`: the text ends where the file ends. `delimiter` is what the file says itself, or '\0'. */
dialect dialect_find(text head, int whole, char delimiter);

#endif
