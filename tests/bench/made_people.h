/*
 * The made-up people of the measurements, straight from the generator into
 * columns, with nothing missing: what the generator leaves empty is filled, so
 * that programs without a third answer can be held against the engine.
 */
#ifndef AYANT_BENCH_PEOPLE_H
#define AYANT_BENCH_PEOPLE_H

#include "base/day.h"
#include "graph/graph.h"

#define BENCH_SEED 1
#define BENCH_DATE "2026-03-01"

/* Household h is the same whatever their number. NULL without memory. */
people *bench_people(const graph *g, size_t households, day on);

/*
 * Empties `percent` of the cells of the facts named (NULL: of every fact a
 * rule reads, links apart, and of kinship). The same cells each time.
 */
void bench_blank(people *p, const char *const *names, int percent);

/* A dozen and three amounts for which a file has nothing to presume. */
extern const char *const bench_amounts[];

#endif
