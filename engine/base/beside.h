/*
 * A file that appears whole or not at all, for its owner alone.
 *
 * It is written beside its name and takes it at the end; what is not ended
 * leaves nothing.
 */
#ifndef AYANT_BASE_BESIDE_H
#define AYANT_BASE_BESIDE_H

#include <stdio.h>
#include "sink.h"

typedef struct beside {
    const char *path, *what, *id; /* "the rejects", and the id of a failure to write them */
    char *temporary;
    FILE *out;
    int ready; /* 1: whole, and not in its place yet */
    ayant_sink sink;
    writer writer;
} beside;

/* `path`, `what` and `id` must outlive it. */
ayant_status beside_open(failure *e, beside *b, const char *path, const char *what, const char *id);
/* Brings all of it to the disk, beside its place: what can fail is done, and nothing more is written. */
ayant_status beside_ready(failure *e, beside *b);
/* Puts it in its place. */
ayant_status beside_end(failure *e, beside *b);
void beside_free(beside *b); /* accepts one that was not opened; without beside_end, the file is removed */

#endif
