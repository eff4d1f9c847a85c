/*
 * Sums of many terms (fuse.c), from columns and straight from cells.
 */
#include <string.h>
#include "../base/limits.h"
#include "frame.h"
#include "record.h"

/* Up to four columns of cells go through one pass. */
typedef struct batch {
    const int32_t *cells[4];
    double k[4];
    size_t count;
    int saw;
} batch;

static void send(const frame *f, batch *b, double *out, size_t rows)
{
    if (!b->count)
        return;
    for (size_t i = b->count; i < 4; i++) { /* the kernel may look at them, not add them */
        b->cells[i] = b->cells[0];
        b->k[i] = 0;
    }
    b->saw |= f->plan->kernels->add_cells(out, b->cells, b->k, b->count, rows);
    b->count = 0;
}

/* What is one number for every row; -1 when a term is a range. *columns: terms that are not. */
static int constant_part(const frame *f, const linear *l, double *constant, int *columns)
{
    *constant = 0;
    *columns = 0;
    for (size_t i = 0; i < l->count; i++) {
        const slot *t = &f->slots[l->terms[i].node];
        int cells = f->plan->unloaded[l->terms[i].node];

        if (!cells && !t->exact)
            return -1;
        if (cells || !t->uniform)
            ++*columns;
        else
            *constant += t->one_low * l->terms[i].k;
    }
    return 0;
}

/* Columns that are not the same for every row, up to two of them to begin with; *begun counts them. */
static void begin(frame *f, const linear *l, slot *s, double constant, size_t rows, int *begun)
{
    const kernels *k = f->plan->kernels;
    const term *first = NULL;

    *begun = 0;
    for (size_t i = 0; i < l->count && *begun < 2; i++) {
        const term *t = &l->terms[i];

        if (f->plan->unloaded[t->node] || f->slots[t->node].uniform)
            continue;
        if (++*begun == 1)
            first = t;
        else
            k->start_columns(s->low, f->slots[first->node].low, first->k, f->slots[t->node].low, t->k,
                             constant, whole_vectors(rows));
    }
    if (*begun == 1)
        k->scale(s->low, f->slots[first->node].low, first->k, constant, whole_vectors(rows));
}

/* All exact: 1 and the sum in `out`; 0 when a cell is empty or a term is a range. */
static int exact_sum(frame *f, const linear *l, slot *s, size_t rows)
{
    const kernels *k = f->plan->kernels;
    batch b = {.count = 0};
    double constant;
    int columns, skip, begun;

    if (constant_part(f, l, &constant, &columns) < 0)
        return 0;
    if (!columns) {
        set_one(s, constant, constant);
        return 1;
    }
    begin(f, l, s, constant, rows, &skip);
    begun = skip;
    for (size_t i = 0; i < l->count; i++) {
        const node *n = &f->plan->graph->nodes[l->terms[i].node];
        const slot *t = &f->slots[l->terms[i].node];
        double by = l->terms[i].k;

        if (f->plan->unloaded[l->terms[i].node]) {
            by *= cell_scale(&f->plan->people->facts->facts[n->index]);
            if (!begun) {
                b.saw |= k->start_cells(s->low, chunk_cells(f, n), by, constant, rows);
            } else {
                b.cells[b.count] = chunk_cells(f, n);
                b.k[b.count++] = by;
            }
            begun = 1;
            if (b.count == 4)
                send(f, &b, s->low, rows);
        } else if (!t->uniform && skip-- <= 0) {
            k->add_column(s->low, t->low, by, whole_vectors(rows));
        }
    }
    send(f, &b, s->low, rows);
    s->uniform = 0;
    s->exact = 1;
    return b.saw == 0;
}

/* A term as a slot, loading it into scratch columns when it has none of its own. */
static const slot *term_slot(frame *f, int index, slot *own, size_t rows)
{
    if (!f->plan->unloaded[index])
        return &f->slots[index];
    memset(own, 0, sizeof *own);
    own->low = f->scratch[1];
    own->high = f->scratch[2];
    load_fact(f, &f->plan->graph->nodes[index], own, rows);
    return own;
}

/* Both ends: a term with a negative factor gives its high end to the low one. */
static void range_sum(frame *f, const linear *l, slot *s, size_t rows)
{
    const kernels *k = f->plan->kernels;
    double low = 0, high = 0;
    slot own;

    k->fill(s->low, 0, rows);
    k->fill(s->high, 0, rows);
    s->exact = 1;
    s->uniform = 1;
    for (size_t i = 0; i < l->count; i++) {
        const slot *t = term_slot(f, l->terms[i].node, &own, rows);
        double by = l->terms[i].k;

        s->exact &= t->exact;
        if (t->uniform) {
            low += by * (by > 0 ? t->one_low : t->one_high);
            high += by * (by > 0 ? t->one_high : t->one_low);
            continue;
        }
        s->uniform = 0;
        k->add_column(s->low, by > 0 || t->exact ? t->low : t->high, by, rows);
        k->add_column(s->high, by > 0 && !t->exact ? t->high : t->low, by, rows);
    }
    s->one_low = low;
    s->one_high = high;
    if (s->uniform)
        return;
    k->scale(s->low, s->low, 1, low, rows);
    k->scale(s->high, s->high, 1, high, rows);
}

void frame_sum(frame *f, int node_index, size_t rows)
{
    const linear *l = f->plan->sums[node_index];
    slot *s = &f->slots[node_index];

    if (!exact_sum(f, l, s, rows))
        range_sum(f, l, s, rows);
}
