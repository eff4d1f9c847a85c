/*
 * Proofs by cutting: what holds for every value of some cells.
 *
 * The values of the cells are cut into parts (truths and words into their
 * values, ranges into sixteenths, "never" apart) until each part is settled by
 * ranges, or a budget is spent. Private to explore/.
 */
#ifndef AYANT_EXPLORE_PARTS_H
#define AYANT_EXPLORE_PARTS_H

#include "copies.h"

#define PARTS_CELLS 4
#define PARTS_MOST 1024 /* parts evaluated before we give up */

typedef struct part {
    cell low[PARTS_CELLS], high[PARTS_CELLS]; /* CELL_UNKNOWN in low: a listed cell, any value */
} part;

/* All values of the cells. */
part whole_part(const explorer *x, const unknown_cell *cells, size_t cell_count);
/*
 * 1 when in every part of `within` each answer is settled (`want` -1), or is
 * the verdict `want`. 0: not so, or not proven.
 */
int holds_everywhere(explorer *x, const unknown_cell *cells, size_t cell_count, part within,
                     const asked *what, size_t count, int want);

#endif
