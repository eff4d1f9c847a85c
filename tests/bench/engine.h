/*
 * The engine's side of the measurements: a plan over the people, run on one
 * or several threads, with its answers copied out chunk by chunk.
 */
#ifndef AYANT_BENCH_ENGINE_H
#define AYANT_BENCH_ENGINE_H

#include "evaluate/plan.h"
#include "ris_scalar.h"

enum { ROOT_MONTHLY, ROOT_LOW, ROOT_CONDITIONS, ROOT_RIS = ROOT_CONDITIONS + RIS_CONDITIONS };
#define ROOTS_MOST 64

typedef struct wide_run {
    plan *plan;
    int roots[ROOTS_MOST];
    size_t root_count;
    const ris_answers *out; /* RIS only: where the answers go */
    double low, high;       /* sums of every root at both ends, when `out` is NULL; one thread */
} wide_run;

/* RIS: the amounts and the conditions. All: those of every right. */
int wide_ris(wide_run *w, const graph *g, const people *p, day on, const ris_answers *out);
int wide_all(wide_run *w, const graph *g, const people *p, day on, int strict);
void wide_free(wide_run *w);
/* 0 threads: on the calling thread, with a frame of its own. */
int wide_go(wide_run *w, unsigned threads);

#endif
