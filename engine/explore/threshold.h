/*
 * Where an answer changes as one cell moves. Private to explore/.
 *
 * Values of a cell are numbered so that "never" comes right after the last
 * date: places run from place_of_cell(low) to place_of_cell(high) without gap.
 */
#ifndef AYANT_EXPLORE_THRESHOLD_H
#define AYANT_EXPLORE_THRESHOLD_H

#include "copies.h"

int64_t place_of_value(const dictionary *facts, unknown_cell what, cell value);
cell value_of_place(const dictionary *facts, unknown_cell what, int64_t number);

/* What is asked of a copy: 1 or 0. */
typedef int (*question)(const explorer *x, size_t copy, const void *about);
/*
 * The place next to another where the answer is no longer that of `from`: the
 * answer of `from` is `is`, that of `to` is not. Returns the last place, going
 * from `from` towards `to`, before the answer changes. All in a few runs.
 */
int64_t last_place(explorer *x, unknown_cell what, int64_t from, int64_t to, question asks, const void *about,
                   int is);

#endif
