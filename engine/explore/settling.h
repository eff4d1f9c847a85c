/*
 * The smallest set of facts that settles an answer whatever they turn out to
 * be, and from which value on one of them settles it alone.
 */
#ifndef AYANT_EXPLORE_SETTLING_H
#define AYANT_EXPLORE_SETTLING_H

#include "decisive.h"

#define SETTLING_AMONG 12 /* subsets up to three of the so many most decisive cells are tried */

/* All values up to, or from, `end` give the verdict, whatever else is missing: proven over all of them. */
typedef struct side {
    int known;
    verdict verdict;
    cell end;
} side;

typedef struct settling_cell {
    unknown_cell cell;
    side low, high; /* known for amounts, numbers and dates only, and never both without a bound between */
} settling_cell;

typedef struct settling {
    settling_cell cells[DECISIVE_MOST]; /* most decisive first */
    size_t count;
    int smallest; /* 1: no smaller set of the most decisive cells does; 0: a greedy choice, perhaps too large
                   */
    int proven;   /* 1: proven for every value; 0: held in all completions tried */
} settling;

/* 1 and *out, or 0 when no set of facts settles it (a parameter without a value), or it is settled. */
int settling_set(explorer *x, asked what, settling *out);
/* From which value on a cell alone settles the answer, from both ends. */
void settling_sides(explorer *x, asked what, settling_cell *out);

#endif
