/*
 * Private to evaluate/: sums of many terms, and facts read from their cells.
 */
#ifndef AYANT_EVALUATE_FUSE_H
#define AYANT_EVALUATE_FUSE_H

#include "plan.h"

#define CHOICES_MOST 8 /* levels of a choice of words that a test goes through */

/*
 * Fills p->sums and p->unloaded for the nodes needed, and takes out of
 * `needed` those that no longer have a column of their own. 0, or -1 without
 * memory.
 */
int fuse_nodes(plan *p, char *needed, const int *wanted, size_t wanted_count);

#endif
