/*
 * A batch: some households in a row, made, judged by the rules, and written
 * into memory.
 *
 * A household in a batch depends on the seed and on its number alone: how many
 * are in the batch, and which thread makes it, change nothing.
 */
#ifndef AYANT_SYNTH_BATCH_H
#define AYANT_SYNTH_BATCH_H

#include "../graph/graph.h"
#include "records.h"
#include "rows.h"

/* Households of one batch: enough for a plan to be worth making, few enough to hold several in memory. */
#define BATCH_HOUSEHOLDS 512

/* What every batch reads and none changes. */
typedef struct batch_maker {
    const synth_order *order;
    const graph *graph;
    record_map map;
    int place_of[MADE_RIGHTS]; /* of each right among the results; -1: the rules have none of that name */
    int automatic;             /* the word of the BIM's route that needs no request; -1: none */
    int with_rows;             /* 0: nothing is written, the households alone are wanted */
} batch_maker;

typedef struct synth_batch {
    uint64_t first; /* number of the first household, from 1 */
    size_t count;
    made_household *made, *seen; /* room for BATCH_HOUSEHOLDS */
    made_truth *truth;
    made_rows rows;
} synth_batch;

void batch_maker_start(batch_maker *m, const synth_order *order, const graph *g, int with_rows);
/* 0, or -1 without memory. */
int batch_new(synth_batch *b);
void batch_free(synth_batch *b);
/* Makes households first .. first + count - 1; the rows of before are forgotten. */
ayant_status batch_make(failure *e, const batch_maker *m, synth_batch *b, uint64_t first, size_t count);

#endif
