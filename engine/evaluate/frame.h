/*
 * Private to evaluate/: operands, and the functions that run one node.
 */
#ifndef AYANT_EVALUATE_FRAME_H
#define AYANT_EVALUATE_FRAME_H

#include "plan.h"

/* One end of a slot: a column, or one number for every row. */
typedef struct operand {
    const double *column; /* NULL: `one` */
    double one;
} operand;

/* Rows up to the end of the last vector: what is past the last row is never read for itself. */
static inline size_t whole_vectors(size_t rows)
{
    return (rows + ROWS_STEP - 1) & ~(size_t)(ROWS_STEP - 1);
}

static inline const slot *input_slot(const frame *f, const node *n, int i)
{
    return &f->slots[n->input[i]];
}

static inline operand low_of(const slot *s)
{
    operand o = {s->uniform ? NULL : s->low, s->one_low};

    return o;
}

static inline operand high_of(const slot *s)
{
    operand o = {s->uniform ? NULL : s->exact ? s->low : s->high, s->one_high};

    return o;
}

/* One end of a truth as bits, filled into scratch `k` when it is the same for every row. */
const uint64_t *bits_low(const frame *f, const slot *s, int k, size_t n);
const uint64_t *bits_high(const frame *f, const slot *s, int k, size_t n);
/* out = a < b (or <=, ==); returns 1 and sets *one when both are one number. */
int compare(const frame *f, compare_kernel k, uint64_t *out, operand a, operand b, size_t n, double *one);

/* A column whatever the operand: scratch `k` is filled when it is one number. */
const double *as_column(const frame *f, operand o, int k, size_t n);

/* out = a op b; returns the number when both are one number. */
operand apply(const frame *f, binary_kernel k, double *out, operand a, operand b, size_t n);

/* Cells of a fact for the rows of the chunk; NULL when nobody has one. */
const cell *chunk_cells(const frame *f, const node *n);
/* A fact that has no column of its own, loaded into `s` (with its own buffers). */
void load_fact(frame *f, const node *n, slot *s, size_t rows);

void set_one(slot *s, double low, double high);

/* By kind of operation; each fills f->slots[node]. */
void frame_leaf(frame *f, int node, size_t rows);
void frame_map(frame *f, int node, size_t rows);
void frame_move(frame *f, int node, size_t rows);
void frame_number(frame *f, int node, size_t rows);
void frame_sum(frame *f, int node, size_t rows); /* a node done as a sum of terms */
void frame_date(frame *f, int node, size_t rows);
void frame_truth(frame *f, int node, size_t rows);

void frame_select(frame *f, const node *n, slot *s, size_t rows);
void frame_among(frame *f, const node *n, slot *s, size_t rows);
void frame_same_word(frame *f, const node *n, slot *s, size_t rows);
void frame_select_words(frame *f, const node *n, slot *s, size_t rows);

#endif
