/*
 * Made-up households as lines of CSV.
 */
#ifndef AYANT_SYNTH_ROWS_H
#define AYANT_SYNTH_ROWS_H

#include <stdio.h>

#include "made.h"

typedef struct rows_files {
    FILE *households, *persons, *relations;
} rows_files;

/* The header lines. Failures stay in the files: ask ferror once, at the end. */
void rows_head(const rows_files *files);
/* `missing_permille`: how often a cell of lack 100 is left empty. */
void rows_put(const rows_files *files, const made_household *h, int32_t missing_permille);

#endif
