/*
 * Later: the first day on which an answer changes by itself, nothing else
 * changing: a birthday, months that are full, a new amount in the law.
 *
 * The answer is looked at on the same day of each month and on the days on
 * which a parameter changes; where it changed since the look before, the day
 * is searched in between (a birthday, months full). What comes and goes
 * between two looks is not seen. What the law will say after its last row is not known:
 * an answer that turns unknown is no change, and the search ends there.
 */
#ifndef AYANT_EXPLORE_LATER_H
#define AYANT_EXPLORE_LATER_H

#include "explorer.h"

#define LATER_MONTHS 36

typedef struct later later;

typedef struct later_change {
    day on; /* the first day */
    verdict verdict;
} later_change;

/* Plans of the days ahead, kept for many households. The explorer must outlive it. */
ayant_status later_new(failure *e, explorer *x, later **out);
void later_free(later *l); /* accepts NULL */
/* Of the household the explorer has loaded. 1 and *out when there is one within LATER_MONTHS; 0: none; below
 * 0: failed. */
int later_find(failure *e, later *l, asked what, later_change *out);
/* The verdict on another day, all else being as it is. */
ayant_status later_verdict(failure *e, later *l, asked what, day on, verdict *out);

#endif
