/*
 * Variants: one household many times over, each copy a little different.
 *
 * "What if the savings were 5,000?" is asked of copies in which a cell is set
 * or narrowed to a range; one run answers for all of them. The engine under
 * it is the same plan as for a caseload: a variant is a household like any
 * other. One set of variants serves many households, one after the other.
 */
#ifndef AYANT_EVALUATE_VARIANTS_H
#define AYANT_EVALUATE_VARIANTS_H

#include "plan.h"

#define VARIANTS_ROWS 1024 /* persons in all copies together, at least one copy of the largest household */

/* A cell of one member (or of the household), or the kinship of two members. */
typedef struct unknown_cell {
    int fact;        /* index, or the dictionary's count for kinship */
    uint32_t member; /* place in the household; 0 for a household's fact */
    uint32_t other;  /* kinship: the other member */
} unknown_cell;

typedef struct variants {
    arena *memory;
    const plan *base; /* the plan of the people the households come from */
    people *copies;
    plan *plan;
    frame *frame;
    size_t members; /* of the household loaded */
    size_t household;
    size_t room;                  /* copies of this household that fit */
    size_t pairs[RELATION_COUNT]; /* of one copy */
    int *used;                    /* facts the plan reads */
    size_t used_count;
} variants;

/* `base` gives graph, people, date and strictness; `wanted` are the nodes read from the frame. */
ayant_status variants_new(failure *e, const plan *base, const int *wanted, size_t wanted_count,
                          variants **out);
void variants_free(variants *v); /* accepts NULL */
/* Makes `copies` of the household, as it is, or as many as there is room for: v->room. */
void variants_load(variants *v, size_t household, size_t copies);
/* Takes back what variants_set did to an unknown cell of copy k. */
void variants_unset(variants *v, size_t k, unknown_cell what);
/* In copy k the cell lies between low and high (cells, ends included); words and kinship: low is high. */
void variants_set(variants *v, size_t k, unknown_cell what, cell low, cell high);
/* What copy k says of a cell now, CELL_UNKNOWN when it may be anything. */
cell variants_cell(const variants *v, size_t k, unknown_cell what);
/* Runs the first n copies; then row(k, member) is k * members + member in v->frame. */
void variants_run(variants *v, size_t n);

#endif
