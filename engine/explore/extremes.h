/*
 * Best and worst: what an unknown answer may come to, over completions of the
 * household with plausible values.
 */
#ifndef AYANT_EXPLORE_EXTREMES_H
#define AYANT_EXPLORE_EXTREMES_H

#include "decisive.h"

typedef struct completions {
    size_t yes, no;      /* completions with each verdict */
    int64_t worst, best; /* of those that say yes: cents a month; -1 when the right has no amount */
} completions;

/* 1 and *out when something is missing, else 0. The same for the same household. */
int completions_of(explorer *x, asked what, completions *out);

#endif
