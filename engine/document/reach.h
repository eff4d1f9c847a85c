/*
 * What a right rests on, in the order one reads it: a condition, then what its
 * formula reads, then what that reads, each once; then the amount.
 */
#ifndef AYANT_DOCUMENT_REACH_H
#define AYANT_DOCUMENT_REACH_H

#include "../graph/graph.h"

typedef struct reach {
    int *variables, *facts, *parameters; /* indexes in the rulebook */
    size_t variable_count, fact_count, parameter_count;
    int kinship; /* a formula asks who is what to whom */
} reach;

/* -1 without memory. */
int reach_right(arena *memory, const graph *g, const right *r, reach *out);

#endif
