/*
 * Truths and words, three-valued: a truth is [0,0], [1,1] or [0,1].
 *
 * With truths as numbers, Kleene's "and" is the least, "or" the most, and
 * "not" is 1 - x with the ends exchanged. A word is the set of words it may
 * be; it is one of a list when the set lies inside, may be when they meet.
 */
#include "frame.h"

static void keep(slot *s, operand o, int high)
{
    s->uniform = o.column == NULL;
    if (high)
        s->one_high = o.one;
    else
        s->one_low = s->one_high = o.one;
}

static void run_logic(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    binary_kernel k = n->op == NODE_AND ? KERNEL_AND : KERNEL_OR;
    double decides = n->op == NODE_AND ? 0 : 1;

    /* a side that decides for every row settles it, whatever the other is */
    if ((a->uniform && a->exact && a->one_low == decides) || (b->uniform && b->exact && b->one_low == decides)) {
        set_one(s, decides, decides);
        return;
    }
    s->exact = a->exact && b->exact;
    keep(s, apply(f, k, s->low, low_of(a), low_of(b), rows), 0);
    if (!s->exact)
        keep(s, apply(f, k, s->high, high_of(a), high_of(b), rows), 1);
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
    f->plan->kernels->invert(s->low, high_of(a).column, whole_vectors(rows));
    if (!s->exact)
        f->plan->kernels->invert(s->high, a->low, rows);
}

static void run_order(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    binary_kernel k = n->op == NODE_LT ? KERNEL_LT : KERNEL_LE;

    s->exact = a->exact && b->exact;
    keep(s, apply(f, k, s->low, high_of(a), low_of(b), rows), 0);
    if (!s->exact)
        keep(s, apply(f, k, s->high, low_of(a), high_of(b), rows), 1);
}

/* Equal for sure when both are one value and the same; perhaps when the ranges meet. */
static void run_equal(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    double *x = f->scratch[1], *y = f->scratch[2];
    operand all;

    s->exact = a->exact && b->exact;
    if (s->exact) {
        keep(s, apply(f, KERNEL_EQ, s->low, low_of(a), low_of(b), rows), 0);
        return;
    }
    all = apply(f, KERNEL_AND, x, apply(f, KERNEL_EQ, x, low_of(a), high_of(b), rows),
                apply(f, KERNEL_EQ, y, high_of(a), low_of(b), rows), rows);
    keep(s, all.column ? apply(f, KERNEL_AND, s->low, all, (operand){NULL, 1}, rows) : all, 0);
    all = apply(f, KERNEL_AND, x, apply(f, KERNEL_LE, x, low_of(a), high_of(b), rows),
                apply(f, KERNEL_LE, y, low_of(b), high_of(a), rows), rows);
    keep(s, all.column ? apply(f, KERNEL_AND, s->high, all, (operand){NULL, 1}, rows) : all, 1);
}

/* A word read from its cells; one that is empty takes the longer way. */
static int among_cells(frame *f, const node *n, slot *s, size_t rows)
{
    const cell *cells = chunk_cells(f, &f->plan->graph->nodes[n->input[0]]);

    s->uniform = 0;
    s->exact = 1;
    return cells && !(f->plan->kernels->among_cells(s->low, cells, n->mask, rows) & SAW_UNKNOWN);
}

static void run_among(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    slot own = {.words = (uint64_t *)(void *)f->scratch[1]};

    if (f->plan->unloaded[n->input[0]]) {
        if (among_cells(f, n, s, rows))
            return;
        load_fact(f, &f->plan->graph->nodes[n->input[0]], &own, rows);
        a = &own;
    }

    s->exact = a->exact;
    s->uniform = a->uniform;
    if (a->uniform) {
        set_one(s, (a->one_words & ~n->mask) == 0, (a->one_words & n->mask) != 0);
        return;
    }
    if (s->exact) {
        f->plan->kernels->among(s->low, a->words, n->mask, rows);
        return;
    }
    f->plan->kernels->among_only(s->low, a->words, n->mask, rows);
    f->plan->kernels->among(s->high, a->words, n->mask, rows);
}

/* Two sets of one and the same word; "no word" is like itself, as "no date" is. */
static int same_single(uint64_t x, uint64_t y)
{
    return (x & (x - 1)) == 0 && x == y;
}

static void run_same_word(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);

    (void)f;
    if (a->uniform && b->uniform) {
        set_one(s, same_single(a->one_words, b->one_words), (a->one_words & b->one_words) != 0);
        return;
    }
    s->uniform = 0;
    s->exact = a->exact && b->exact;
    for (size_t i = 0; i < rows; i++) {
        uint64_t x = a->uniform ? a->one_words : a->words[i], y = b->uniform ? b->one_words : b->words[i];

        s->low[i] = same_single(x, y);
        if (!s->exact)
            s->high[i] = (x & y) != 0;
    }
}

static const uint64_t *words_column(const frame *f, const slot *s, int k, size_t rows)
{
    uint64_t *out = (uint64_t *)(void *)f->scratch[k];

    if (!s->uniform)
        return s->words;
    for (size_t i = 0; i < rows; i++)
        out[i] = s->one_words;
    return out;
}

static void select_words(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *c = input_slot(f, n, 0), *a = input_slot(f, n, 1), *b = input_slot(f, n, 2);

    s->exact = c->exact && a->exact && b->exact;
    s->uniform = c->uniform && a->uniform && b->uniform;
    if (s->uniform) {
        s->one_words = (c->one_high != 0 ? a->one_words : 0) | (c->one_low != 0 ? 0 : b->one_words);
        return;
    }
    f->plan->kernels->choose_words(s->words, as_column(f, low_of(c), 1, rows), as_column(f, high_of(c), 2, rows),
                                   words_column(f, a, 3, rows), words_column(f, b, 4, rows), rows);
}

static void select_end(const frame *f, double *out, const double *c, operand a, operand b, size_t rows)
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
static void select_one(frame *f, slot *s, const slot *chosen, size_t rows)
{
    operand none = {NULL, 0};

    s->exact = chosen->exact;
    s->uniform = chosen->uniform;
    s->one_low = chosen->one_low;
    s->one_high = chosen->one_high;
    if (chosen->uniform)
        return;
    apply(f, KERNEL_ADD, s->low, low_of(chosen), none, rows);
    if (!s->exact)
        apply(f, KERNEL_ADD, s->high, high_of(chosen), none, rows);
}

static void run_select(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *c = input_slot(f, n, 0), *a = input_slot(f, n, 1), *b = input_slot(f, n, 2);
    const kernels *k = f->plan->kernels;

    if (n->type.kind == KIND_WORD) {
        select_words(f, n, s, rows);
        return;
    }
    if (c->uniform && c->one_low == c->one_high) {
        select_one(f, s, c->one_low != 0 ? a : b, rows);
        return;
    }
    if (c->uniform && a->uniform && b->uniform) { /* a constant has no column to write to */
        set_one(s, a->one_low < b->one_low ? a->one_low : b->one_low,
                a->one_high > b->one_high ? a->one_high : b->one_high);
        return;
    }
    s->uniform = 0;
    s->exact = c->exact && a->exact && b->exact;
    if (c->exact) {
        select_end(f, s->low, c->low, low_of(a), low_of(b), rows);
        if (!s->exact)
            select_end(f, s->high, c->low, high_of(a), high_of(b), rows);
        return;
    }
    k->join_low(s->low, as_column(f, low_of(c), 1, rows), as_column(f, high_of(c), 2, rows),
                as_column(f, low_of(a), 3, rows), as_column(f, low_of(b), 4, rows), rows);
    k->join_high(s->high, as_column(f, low_of(c), 1, rows), as_column(f, high_of(c), 2, rows),
                 as_column(f, high_of(a), 3, rows), as_column(f, high_of(b), 4, rows), rows);
}

static void run_known(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);

    if (a->exact || a->uniform) {
        set_one(s, slot_settled(f, n->input[0], 0), 1);
        return;
    }
    s->uniform = 0;
    s->exact = 0;
    for (size_t i = 0; i < rows; i++) {
        s->low[i] = slot_settled(f, n->input[0], i);
        s->high[i] = 1; /* it may become known */
    }
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
        run_order(f, n, s, rows);
        break;
    case NODE_EQ:
        run_equal(f, n, s, rows);
        break;
    case NODE_AMONG:
        run_among(f, n, s, rows);
        break;
    case NODE_SAME_WORD:
        run_same_word(f, n, s, rows);
        break;
    case NODE_KNOWN:
        run_known(f, n, s, rows);
        break;
    default:
        run_select(f, n, s, rows);
        break;
    }
}
