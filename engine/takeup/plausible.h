/*
 * What an unknown cell may be: its ends, its values when they can be listed,
 * and otherwise some that real lives have.
 *
 * Kinship counts as a fact after the last one of the dictionary; only the
 * words a row of relations can say are values of it.
 */
#ifndef AYANT_TAKEUP_PLAUSIBLE_H
#define AYANT_TAKEUP_PLAUSIBLE_H

#include "../evaluate/variants.h"

#define PLAUSIBLE_MOST 64 /* values of one cell: a vocabulary, or a grid */

static inline int cell_is_kinship(const dictionary *facts, unknown_cell what)
{
    return (size_t)what.fact >= facts->count;
}

/* How many values when they can be listed, 0 for a range. */
size_t listed_values(const dictionary *facts, unknown_cell what);
cell listed_value(const dictionary *facts, unknown_cell what, size_t i);
/* Of a range; "never" is its high end where there may be no date. */
void range_of_cell(const dictionary *facts, unknown_cell what, cell *low, cell *high);
/* Listed values, or a grid with both ends; ascending. `out` has PLAUSIBLE_MOST cells. */
size_t plausible_values(const dictionary *facts, unknown_cell what, day on, cell *out);
/* The middle at which a range [low, high] is cut in two: "never" is a part of its own. */
cell middle_of_cell(const dictionary *facts, unknown_cell what, cell low, cell high);

#endif
