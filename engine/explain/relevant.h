/*
 * What a value rested on, for one person: the facts, parameters and other
 * variables that mattered, in the order they were asked.
 *
 * A settled condition leads into the branch taken only; a settled "and" that
 * is no is told by what is no, a settled "or" that is yes by what is yes. A
 * branch not taken, or a fact nobody had to look at, is not told.
 */
#ifndef AYANT_EXPLAIN_RELEVANT_H
#define AYANT_EXPLAIN_RELEVANT_H

#include "../evaluate/plan.h"

typedef struct ground {
    enum { GROUND_FACT, GROUND_PARAMETER, GROUND_VARIABLE, GROUND_KINSHIP, GROUND_LINK } what;
    int index;         /* fact, parameter or variable */
    size_t row, other; /* of its entity, in the people; `other`: the second person of a kinship */
} ground;

typedef struct grounds {
    ground *found;
    size_t count, room;
} grounds;

/* Fills `out` with at most out->room grounds. `row` is local to the frame. */
void grounds_of(const frame *f, int variable_index, size_t row, grounds *out);

#endif
