/*
 * Moving values between rows: through a map, or many to one.
 */
#include "../base/limits.h"
#include "frame.h"

/* What nobody has: no, 0, no date. */
static double nobody(const node *n)
{
    return n->type.kind == KIND_DATE ? DAY_NEVER : 0;
}

static void gather_words(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    const int32_t *map = input_slot(f, n, 1)->map;

    s->exact = a->exact;
    s->uniform = 0;
    if (!a->uniform) {
        f->plan->kernels->gather_words(s->words, a->words, map, input_slot(f, n, 1)->base, NO_WORD, rows);
        return;
    }
    for (size_t i = 0; i < rows; i++)
        s->words[i] = map[i] < 0 ? NO_WORD : a->one_words;
}

static void run_gather(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    const int32_t *map = input_slot(f, n, 1)->map;
    size_t from = f->rows[f->plan->graph->nodes[n->input[0]].space];
    double none = nobody(n);
    int32_t base = input_slot(f, n, 1)->base;

    if (n->type.kind == KIND_WORD) {
        gather_words(f, n, s, rows);
        return;
    }
    if (a->uniform && a->exact && (a->one_low == none || map_is_total(f->plan->graph, n->input[1]))) {
        set_one(s, a->one_low, a->one_low);
        return;
    }
    s->uniform = 0;
    s->exact = a->exact;
    if (n->type.kind == KIND_TRUTH) {
        f->plan->kernels->gather_truth(s->bits, bits_low(f, a, 0, from), map, base, rows);
        if (!s->exact)
            f->plan->kernels->gather_truth(s->bits_high, bits_high(f, a, 0, from), map, base, rows);
        return;
    }
    f->plan->kernels->gather(s->low, as_column(f, low_of(a), 0, from), map, base, none, rows);
    if (!s->exact)
        f->plan->kernels->gather(s->high, as_column(f, high_of(a), 0, from), map, base, none, rows);
}

/* First rows of each owner's run, and how many owners. */
static const uint32_t *segments(const frame *f, const node *n, size_t *owners)
{
    if (n->index == RELATION_COUNT) { /* household.members */
        *owners = f->rows[SPACE_HOUSEHOLD];
        return f->plan->people->first + f->household;
    }
    *owners = f->rows[SPACE_PERSON];
    return f->plan->relations[n->index].first + f->person;
}

/* Least and greatest: a walk through each run; nobody gives 0. */
static void extreme(const node *n, double *out, const double *a, const uint32_t *first, size_t owners)
{
    const uint32_t base = owners ? first[0] : 0;

    for (size_t r = 0; r < owners; r++) {
        double best = first[r] < first[r + 1] ? a[first[r] - base] : 0;

        for (uint32_t i = first[r]; i < first[r + 1]; i++) {
            double x = a[i - base];

            if (n->op == NODE_GREATEST ? x > best : x < best)
                best = x;
        }
        out[r] = best;
    }
}

static void reduce_end(const frame *f, const node *n, double *out, const double *a, const uint32_t *first,
                       size_t owners)
{
    if (n->op == NODE_SUM)
        f->plan->kernels->sum(out, a, first, owners, f->work);
    else
        extreme(n, out, a, first, owners);
}

static void run_quantifier(frame *f, const node *n, slot *s, size_t rows, const uint32_t *first,
                           size_t owners)
{
    const slot *a = input_slot(f, n, 0);
    const kernels *k = f->plan->kernels;

    (n->op == NODE_ANY ? k->any : k->all)(s->bits, bits_low(f, a, 0, rows), first, owners);
    if (!s->exact)
        (n->op == NODE_ANY ? k->any : k->all)(s->bits_high, bits_high(f, a, 0, rows), first, owners);
}

/* Fewer pairs than owners: each pair is added to its owner, and most owners are left at nothing. */
static void add_pairs(const frame *f, const node *n, double *out, const double *a, size_t rows, size_t owners)
{
    const uint32_t *owner = f->plan->relations[n->index].owner + f->pair[n->index];
    const uint32_t base = (uint32_t)f->person;

    f->plan->kernels->fill(out, 0, whole_vectors(owners));
    for (size_t i = 0; i < rows; i++)
        out[owner[i] - base] += a[i];
}

/* A sum of yeses is counted on the bits. */
static void run_count(frame *f, const node *n, slot *s)
{
    const node *counted = &f->plan->graph->nodes[n->input[0]];
    const slot *a = input_slot(f, counted, 0);
    size_t owners,
        rows = n->index == RELATION_COUNT ? f->rows[SPACE_PERSON] : f->rows[SPACE_RELATION + n->index];
    const uint32_t *first = segments(f, n, &owners);

    s->uniform = 0;
    s->exact = a->exact;
    f->plan->kernels->count(s->low, bits_low(f, a, 0, rows), first, owners);
    if (!s->exact)
        f->plan->kernels->count(s->high, bits_high(f, a, 0, rows), first, owners);
}

static void run_reduction(frame *f, const node *n, slot *s)
{
    const slot *a = input_slot(f, n, 0);
    size_t owners,
        rows = n->index == RELATION_COUNT ? f->rows[SPACE_PERSON] : f->rows[SPACE_RELATION + n->index];
    const uint32_t *first = segments(f, n, &owners);

    if (a->uniform && a->exact && a->one_low == 0 && n->op != NODE_ALL) {
        set_one(s, 0, 0);
        return;
    }
    s->uniform = 0;
    s->exact = a->exact;
    if (n->op == NODE_ANY || n->op == NODE_ALL) {
        run_quantifier(f, n, s, rows, first, owners);
        return;
    }
    if (n->op == NODE_SUM && n->index < RELATION_COUNT && rows < owners) {
        add_pairs(f, n, s->low, as_column(f, low_of(a), 0, rows), rows, owners);
        if (!s->exact)
            add_pairs(f, n, s->high, as_column(f, high_of(a), 0, rows), rows, owners);
        return;
    }
    reduce_end(f, n, s->low, as_column(f, low_of(a), 0, rows), first, owners);
    if (!s->exact)
        reduce_end(f, n, s->high, as_column(f, high_of(a), 0, rows), first, owners);
}

/* Few members count: only their rows are added, each to its owner. */
static void add_chosen(double *out, const uint64_t *chosen, operand x, const uint32_t *owner, uint32_t base,
                       size_t rows)
{
    for (size_t w = 0; w * 64 < rows; w++) {
        uint64_t bits = chosen[w];

        if (rows - w * 64 < 64)
            bits &= ((uint64_t)1 << (rows - w * 64)) - 1;
        for (; bits; bits &= bits - 1) {
            size_t i = w * 64 + (size_t)__builtin_ctzll(bits);

            out[owner[i] - base] += x.column ? x.column[i] : x.one;
        }
    }
}

/* The sum of something for some members, nothing for the others. */
static void run_sum_of_chosen(frame *f, const node *n, slot *s)
{
    const node *choice = &f->plan->graph->nodes[n->input[0]];
    const slot *c = input_slot(f, choice, 0), *x = input_slot(f, choice, 1);
    size_t rows = f->rows[SPACE_RELATION + n->index], owners = f->rows[SPACE_PERSON];
    slot own = {.low = f->scratch[5], .high = f->scratch[6]};

    s->uniform = 0;
    s->exact = c->exact && x->exact;
    if (s->exact) {
        f->plan->kernels->fill(s->low, 0, whole_vectors(owners));
        add_chosen(s->low, bits_low(f, c, 1, rows), low_of(x),
                   f->plan->relations[n->index].owner + f->pair[n->index], (uint32_t)f->person, rows);
        return;
    }
    frame_select(f, choice, &own, rows);
    s->exact = own.exact;
    reduce_end(f, n, s->low, as_column(f, low_of(&own), 0, rows),
               f->plan->relations[n->index].first + f->person, owners);
    if (!s->exact)
        reduce_end(f, n, s->high, as_column(f, high_of(&own), 0, rows),
                   f->plan->relations[n->index].first + f->person, owners);
}

void frame_move(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    int done_here = n->op == NODE_SUM && f->plan->readers_do[n->input[0]];

    if (done_here && f->plan->graph->nodes[n->input[0]].op == NODE_SELECT)
        run_sum_of_chosen(f, n, &f->slots[node_index]);
    else if (done_here)
        run_count(f, n, &f->slots[node_index]);
    else if (n->op == NODE_GATHER)
        run_gather(f, n, &f->slots[node_index], rows);
    else
        run_reduction(f, n, &f->slots[node_index]);
}
