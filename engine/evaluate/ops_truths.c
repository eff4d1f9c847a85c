/*
 * Truths, three-valued: a truth is [no, no], [yes, yes] or [no, yes], each end
 * one bit a row.
 *
 * Kleene's "and" takes the least of both ends, "or" the most, "not" exchanges
 * the ends and turns them: on bits, these are and, or and not.
 */
#include <string.h>
#include "frame.h"

#define WORDS(n) (((n) + 63) / 64)

static const uint64_t *all_rows(const frame *f, double one, int k, size_t n)
{
    uint64_t *out = (uint64_t *)(void *)f->scratch[k];

    memset(out, one != 0 ? 0xff : 0, (WORDS(n) + 1) * sizeof *out);
    return out;
}

const uint64_t *bits_low(const frame *f, const slot *s, int k, size_t n)
{
    return s->uniform ? all_rows(f, s->one_low, k, n) : s->bits;
}

const uint64_t *bits_high(const frame *f, const slot *s, int k, size_t n)
{
    return s->uniform ? all_rows(f, s->one_high, k, n) : s->exact ? s->bits : s->bits_high;
}

static void turn(uint64_t *out, const uint64_t *a, size_t n)
{
    for (size_t w = 0; w < WORDS(n); w++)
        out[w] = ~a[w];
}

int compare(const frame *f, compare_kernel k, uint64_t *out, operand a, operand b, size_t n, double *one)
{
    const compare_forms *forms = &f->plan->kernels->compare[k];

    n = whole_vectors(n);
    if (a.column && b.column) {
        forms->vv(out, a.column, b.column, n);
    } else if (a.column) {
        forms->vs(out, a.column, b.one, n);
    } else if (b.column && k == KERNEL_EQ) {
        forms->vs(out, b.column, a.one, n);
    } else if (b.column) { /* one < b is not (b <= one) */
        f->plan->kernels->compare[k == KERNEL_LT ? KERNEL_LE : KERNEL_LT].vs(out, b.column, a.one, n);
        turn(out, out, n);
    } else {
        *one = k == KERNEL_LT ? a.one < b.one : k == KERNEL_LE ? a.one <= b.one : a.one == b.one;
        return 1;
    }
    return 0;
}

static void run_logic(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    double decides = n->op == NODE_AND ? 0 : 1;
    const uint64_t *x, *y;

    /* a side that decides for every row settles it, whatever the other is */
    if ((a->uniform && a->exact && a->one_low == decides) ||
        (b->uniform && b->exact && b->one_low == decides)) {
        set_one(s, decides, decides);
        return;
    }
    s->exact = a->exact && b->exact;
    s->uniform = a->uniform && b->uniform;
    if (s->uniform) {
        s->one_low = n->op == NODE_AND ? a->one_low * b->one_low : a->one_low + b->one_low > 0;
        s->one_high = n->op == NODE_AND ? a->one_high * b->one_high : a->one_high + b->one_high > 0;
        return;
    }
    for (int high = 0; high < (s->exact ? 1 : 2); high++) {
        uint64_t *out = high ? s->bits_high : s->bits;

        x = high ? bits_high(f, a, 1, rows) : bits_low(f, a, 1, rows);
        y = high ? bits_high(f, b, 2, rows) : bits_low(f, b, 2, rows);
        for (size_t w = 0; w < WORDS(rows); w++)
            out[w] = n->op == NODE_AND ? x[w] & y[w] : x[w] | y[w];
    }
}

static void run_not(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);

    s->exact = a->exact;
    s->uniform = a->uniform;
    s->one_low = 1 - a->one_high;
    s->one_high = 1 - a->one_low;
    if (a->uniform)
        return;
    turn(s->bits, bits_high(f, a, 1, rows), rows);
    if (!s->exact)
        turn(s->bits_high, a->bits, rows);
}

/* k years or more on the day of the run: born on or before a day of the calendar; `n` is k <= age, or age <
 * k. */
static void run_age_limit(frame *f, const node *n, slot *s, size_t rows)
{
    const graph *g = f->plan->graph;
    int first = f->plan->readers_do[n->input[0]];
    const slot *birth = input_slot(f, &g->nodes[n->input[first ? 0 : 1]], 0);
    double years = g->nodes[n->input[first ? 1 : 0]].value / 1000000;
    int whole = (int)years + ((double)(int)years < years);
    operand limit = {NULL, f->plan->years->over[whole]};
    int date = g->nodes[n->input[first ? 0 : 1]].input[0];
    slot own = {.low = f->scratch[1], .high = f->scratch[2]};

    if (f->plan->unloaded[date]) {
        const cell *cells = chunk_cells(f, &g->nodes[date]);

        s->uniform = 0;
        s->exact = 1;
        if (!f->plan->kernels->at_most_cells(s->bits, cells, (int32_t)limit.one, rows)) {
            if (first)
                turn(s->bits, s->bits, rows);
            return;
        }
        load_fact(f, &g->nodes[date], &own, rows);
        birth = &own;
    }
    s->exact = birth->exact;
    if (first) { /* born after the day */
        s->uniform = (uint8_t)compare(f, KERNEL_LT, s->bits, limit, low_of(birth), rows, &s->one_low);
        s->one_high = s->one_low;
        if (!s->exact)
            compare(f, KERNEL_LT, s->bits_high, limit, high_of(birth), rows, &s->one_high);
        return;
    }
    s->uniform = (uint8_t)compare(f, KERNEL_LE, s->bits, high_of(birth), limit, rows, &s->one_low);
    s->one_high = s->one_low;
    if (!s->exact)
        compare(f, KERNEL_LE, s->bits_high, low_of(birth), limit, rows, &s->one_high);
}

static void run_order(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    compare_kernel k = n->op == NODE_LT ? KERNEL_LT : KERNEL_LE;

    s->exact = a->exact && b->exact;
    s->uniform = (uint8_t)compare(f, k, s->bits, high_of(a), low_of(b), rows, &s->one_low);
    s->one_high = s->one_low;
    if (!s->exact)
        compare(f, k, s->bits_high, low_of(a), high_of(b), rows, &s->one_high);
}

/* Two truths agree: for sure when both are yes or both no; perhaps when neither excludes it. */
static void equal_truths(frame *f, const slot *a, const slot *b, slot *s, size_t rows)
{
    const uint64_t *al = bits_low(f, a, 1, rows), *ah = bits_high(f, a, 2, rows);
    const uint64_t *bl = bits_low(f, b, 3, rows), *bh = bits_high(f, b, 4, rows);

    s->uniform = a->uniform && b->uniform;
    s->one_low = a->one_low * b->one_low + (1 - a->one_high) * (1 - b->one_high);
    s->one_high = a->one_high * b->one_high + (1 - a->one_low) * (1 - b->one_low) > 0;
    for (size_t w = 0; !s->uniform && w < WORDS(rows); w++) {
        uint64_t sure = (al[w] & bl[w]) | (~ah[w] & ~bh[w]);

        if (!s->exact)
            s->bits_high[w] = (ah[w] & bh[w]) | (~al[w] & ~bl[w]);
        s->bits[w] = sure;
    }
}

/* Equal for sure when both are one value and the same; perhaps when the ranges meet. */
static void run_equal(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    uint64_t *other = (uint64_t *)(void *)f->scratch[1];
    double one = 1, two = 1;

    s->exact = a->exact && b->exact;
    if (f->plan->graph->nodes[n->input[0]].type.kind == KIND_TRUTH) {
        equal_truths(f, a, b, s, rows);
        return;
    }
    s->uniform = (uint8_t)compare(f, KERNEL_EQ, s->bits, low_of(a), high_of(b), rows, &one);
    s->one_low = s->one_high = one;
    if (s->exact)
        return;
    compare(f, KERNEL_EQ, other, high_of(a), low_of(b), rows, &two);
    for (size_t w = 0; !s->uniform && w < WORDS(rows); w++)
        s->bits[w] &= other[w];
    s->one_low = one * two;
    compare(f, KERNEL_LE, s->bits_high, low_of(a), high_of(b), rows, &one);
    compare(f, KERNEL_LE, other, low_of(b), high_of(a), rows, &two);
    for (size_t w = 0; !s->uniform && w < WORDS(rows); w++)
        s->bits_high[w] &= other[w];
    s->one_high = one * two;
}

static void run_known(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);

    if (f->plan->graph->nodes[n->input[0]].type.kind == KIND_PERSON) {
        s->uniform = s->exact = 0;
        f->plan->kernels->map_exists(s->bits, a->map, rows);
        memset(s->bits_high, 0xff, WORDS(rows) * sizeof *s->bits_high); /* it may become known */
        return;
    }
    if (a->exact || a->uniform) {
        set_one(s, slot_settled(f, n->input[0], 0), 1);
        return;
    }
    s->uniform = 0;
    s->exact = 0;
    memset(s->bits, 0, WORDS(rows) * sizeof *s->bits);
    memset(s->bits_high, 0xff, WORDS(rows) * sizeof *s->bits_high); /* it may become known */
    for (size_t i = 0; i < rows; i++)
        s->bits[i / 64] |= (uint64_t)slot_settled(f, n->input[0], i) << (i & 63);
}

static void select_end(const frame *f, double *out, const uint64_t *c, operand a, operand b, size_t rows)
{
    const kernels *k = f->plan->kernels;

    rows = whole_vectors(rows);
    if (a.column && b.column)
        k->select_vv(out, c, a.column, b.column, rows);
    else if (a.column)
        k->select_vs(out, c, a.column, b.one, rows);
    else if (b.column)
        k->select_sv(out, c, a.one, b.column, rows);
    else
        k->select_ss(out, c, a.one, b.one, rows);
}

/* The condition is the same for every row: the slot chosen, copied. */
static void select_one(const node *n, slot *s, const slot *chosen, size_t rows)
{
    size_t bytes = n->type.kind == KIND_TRUTH ? WORDS(rows) * sizeof *s->bits : rows * sizeof *s->low;

    s->exact = chosen->exact;
    s->uniform = chosen->uniform;
    s->one_low = chosen->one_low;
    s->one_high = chosen->one_high;
    if (chosen->uniform)
        return;
    memcpy(s->low, chosen->low, bytes);
    if (!s->exact)
        memcpy(s->high, chosen->high, bytes);
}

static void select_truths(frame *f, const slot *c, const slot *a, const slot *b, slot *s, size_t rows)
{
    const uint64_t *cl = bits_low(f, c, 1, rows), *ch = bits_high(f, c, 2, rows);
    const uint64_t *al = bits_low(f, a, 3, rows), *ah = bits_high(f, a, 4, rows);
    const uint64_t *bl = bits_low(f, b, 5, rows), *bh = bits_high(f, b, 6, rows);

    for (size_t w = 0; w < WORDS(rows); w++) {
        uint64_t low = (cl[w] & al[w]) | (~ch[w] & bl[w]) | (al[w] & bl[w]);

        if (!s->exact)
            s->bits_high[w] = (ch[w] & ah[w]) | (~cl[w] & bh[w]);
        s->bits[w] = low;
    }
}

void frame_select(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *c = input_slot(f, n, 0), *a = input_slot(f, n, 1), *b = input_slot(f, n, 2);
    const kernels *k = f->plan->kernels;
    size_t whole = whole_vectors(rows);

    if (n->type.kind == KIND_WORD) {
        frame_select_words(f, n, s, rows);
        return;
    }
    if (c->uniform && c->one_low == c->one_high) {
        select_one(n, s, c->one_low != 0 ? a : b, rows);
        return;
    }
    if (c->uniform && a->uniform && b->uniform) { /* a constant has no column to write to */
        set_one(s, a->one_low < b->one_low ? a->one_low : b->one_low,
                a->one_high > b->one_high ? a->one_high : b->one_high);
        return;
    }
    s->uniform = 0;
    s->exact = c->exact && a->exact && b->exact;
    if (n->type.kind == KIND_TRUTH) {
        select_truths(f, c, a, b, s, rows);
        return;
    }
    if (c->exact) {
        select_end(f, s->low, c->bits, low_of(a), low_of(b), rows);
        if (!s->exact)
            select_end(f, s->high, c->bits, high_of(a), high_of(b), rows);
        return;
    }
    k->join_low(s->low, bits_low(f, c, 1, rows), bits_high(f, c, 2, rows), as_column(f, low_of(a), 3, rows),
                as_column(f, low_of(b), 4, rows), whole);
    k->join_high(s->high, bits_low(f, c, 1, rows), bits_high(f, c, 2, rows),
                 as_column(f, high_of(a), 3, rows), as_column(f, high_of(b), 4, rows), whole);
}

void frame_truth(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    slot *s = &f->slots[node_index];

    switch (n->op) {
    case NODE_AND:
    case NODE_OR:
        run_logic(f, n, s, rows);
        break;
    case NODE_NOT:
        run_not(f, n, s, rows);
        break;
    case NODE_LT:
    case NODE_LE:
        if (f->plan->readers_do[n->input[0]] || f->plan->readers_do[n->input[1]])
            run_age_limit(f, n, s, rows);
        else
            run_order(f, n, s, rows);
        break;
    case NODE_EQ:
        run_equal(f, n, s, rows);
        break;
    case NODE_AMONG:
        frame_among(f, n, s, rows);
        break;
    case NODE_SAME_WORD:
        frame_same_word(f, n, s, rows);
        break;
    case NODE_KNOWN:
        run_known(f, n, s, rows);
        break;
    default:
        frame_select(f, n, s, rows);
        break;
    }
}
