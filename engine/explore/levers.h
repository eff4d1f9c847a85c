/*
 * Levers: the cells whose change, alone, could change a value.
 *
 * A walk down from the value through what it was computed from: a settled
 * condition leads into the branch taken only, and an "and" that is no into
 * the first side that is no (what changes it must change that side). Private
 * to explore/.
 */
#ifndef AYANT_EXPLORE_LEVERS_H
#define AYANT_EXPLORE_LEVERS_H

#include "copies.h"

/* At a row of a copy that has run, in the space of the node. Returns how many, at most `room`. */
size_t levers_of(const explorer *x, int node_index, size_t row, unknown_cell *out, size_t room);
/*
 * 1 when it may be said that this fact would have to be different: not what is
 * protected, nor who one is to others, nor what only time changes.
 */
int may_suggest(const fact *f);
/* 1 for a date that time brings nearer: a birth, a beginning. It is told as a date, never as a change. */
int only_waits(const fact *f);

#endif
