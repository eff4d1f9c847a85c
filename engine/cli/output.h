/*
 * Where data goes: standard output, or a file that appears whole.
 *
 * A file is written beside its place, flushed to the disk, then renamed, so
 * that nobody reads half of it and a failure leaves the file that was there.
 */
#ifndef AYANT_CLI_OUTPUT_H
#define AYANT_CLI_OUTPUT_H

#include "../ayant.h"

typedef struct output {
    int descriptor;
    int closed;          /* the reader went away (a pipe into head): not an error */
    int error;           /* errno of the write that failed, 0 for none */
    char *path, *beside; /* NULL: standard output */
    ayant_sink sink;
} output;

/* `path` NULL or "-": standard output. 0, or -1 with the reason said. */
int output_open(output *o, const char *path);
/* Flushes and renames. 0, or -1 with the reason said. */
int output_keep(output *o);
/* Removes what was written; does nothing after output_keep. */
void output_drop(output *o);

#endif
