/*
 * An explorer from inside: copies that are changed and taken back. Private to
 * explore/.
 *
 * The last copy is never changed: it says what the household is.
 */
#ifndef AYANT_EXPLORE_COPIES_H
#define AYANT_EXPLORE_COPIES_H

#include "../takeup/plausible.h"
#include "explorer.h"

#define CHANGES_MOST 8192 /* cells changed in all copies between two clears */

typedef struct cell_change {
    uint32_t copy;
    unknown_cell cell;
} cell_change;

struct explorer {
    arena *memory;
    const graph *g;
    const people *people;
    const dictionary *facts;
    day on;
    int strict;
    right_nodes *rights; /* all, by name */
    size_t right_count;
    int only; /* place of the right looked at, -1: all */
    int *wanted;
    size_t wanted_count;
    plan *base;
    variants *v;
    size_t household, loads; /* loads: how many households were loaded, this one being the last */
    uint8_t *is, *settled;   /* of the household as it is: [right][member] */
    int *dependents;         /* facts whose empty cell means what another fact says */
    size_t dependent_count;
    cell_change *changes;
    size_t change_count;
};

static inline size_t row_of(const explorer *x, size_t copy, size_t member)
{
    return copy * x->v->members + member;
}

/* Copies that may be changed. */
static inline size_t copies_free(const explorer *x)
{
    return x->v->room ? x->v->room - 1 : 0;
}

/* How many questions of `cells_each` cells fit together. */
size_t copies_for(const explorer *x, size_t cells_each);
/* In copy k the cell lies in low..high; what its value says of other empty cells follows. */
void copies_put(explorer *x, size_t k, unknown_cell what, cell low, cell high);
void copies_run(explorer *x, size_t n);
/* Takes back every change. */
void copies_clear(explorer *x);
/* The cell of the household as it is. */
cell copies_cell(const explorer *x, unknown_cell what);
verdict verdict_in(const explorer *x, size_t copy, asked which);
/* 1 when the verdict is yes or no, or the advice of a right that is never yes is known. */
int settled_in(const explorer *x, size_t copy, asked which);

#endif
