/*
 * Decisive facts: which unknown cell to ask about first.
 *
 * Each unknown cell that could matter is given, in a copy of its own, each
 * value it may plausibly have, all else staying as unknown as it is; it counts
 * for the share of the undecided answers that are then settled, on average.
 */
#ifndef AYANT_EXPLORE_DECISIVE_H
#define AYANT_EXPLORE_DECISIVE_H

#include "explorer.h"

#define DECISIVE_MOST 96 /* cells weighed for one household: the first that the conditions reach */

typedef struct decisive_cell {
    unknown_cell cell;
    double settles; /* 0 to 1: share of the answers asked that knowing it alone settles, over its values */
    int always;     /* 1: whatever its value, every answer asked is settled (proven over all values) */
} decisive_cell;

/*
 * The unknown cells that could matter to any of the answers, most decisive
 * first; those that settle as much, in the order the conditions reach them.
 * Fills at most `room`, returns how many. `what` may hold settled answers:
 * they are left out. No allocation.
 *
 *     explorer_new(e, graph, people, &options, &x);
 *     after each answer:
 *         explorer_load(x, 0);
 *         asked open[256];
 *         size_t n = explorer_unknown(x, open, 256);
 *         size_t count = decisive_cells(x, open, n, cells, DECISIVE_MOST);
 *         ask about cells[0].cell; stop when count is 0
 */
size_t decisive_cells(explorer *x, const asked *what, size_t count, decisive_cell *out, size_t room);

#endif
