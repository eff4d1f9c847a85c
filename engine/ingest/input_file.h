/*
 * A file that is opened and whose first bytes have been looked at.
 *
 * Standard input cannot be read twice: who reads on takes the first bytes
 * from here, then the rest from `in`.
 */
#ifndef AYANT_INGEST_INPUT_FILE_H
#define AYANT_INGEST_INPUT_FILE_H

#include <stdio.h>
#include "source.h"

#define INPUT_HEAD 8192

typedef struct input_file {
    FILE *in;          /* the reader takes it over on success, and closes it unless it is standard input */
    const char *path;  /* as given, for messages */
    const char *name;  /* of the file */
    const char *asked; /* the sheet or table after '#'; NULL: none */
    const char *part;  /* what to look for when none is asked; may be NULL */
    uint64_t size;     /* 0: not known */
    size_t head_length;
    char head[INPUT_HEAD];
} input_file;

#endif
