/*
 * Made-up households as lines of CSV.
 */
#ifndef AYANT_SYNTH_ROWS_H
#define AYANT_SYNTH_ROWS_H

#include <stdio.h>

#include "bytes.h"
#include "extras.h"

typedef struct made_rows {
    bytes households, persons, relations;
} made_rows;

/* The header lines. Failures stay in the files: outputs_close asks once. */
void rows_head(FILE *households, FILE *persons, FILE *relations);
/* Adds the lines of a household as files hold it. */
void rows_put(made_rows *to, const made_household *h, niss_kind niss);

#endif
