/*
 * Frames: buffers of one thread, and the walk through a plan's nodes.
 */
#include "frame.h"

#include <stdlib.h>
#include <string.h>

#define LINE 64 /* buffers start on a cache line */

void set_one(slot *s, double low, double high)
{
    s->uniform = 1;
    s->exact = low == high;
    s->one_low = low;
    s->one_high = high;
}

const double *as_column(const frame *f, operand o, int k, size_t n)
{
    if (o.column)
        return o.column;
    f->plan->kernels->fill(f->scratch[k], o.one, whole_vectors(n));
    return f->scratch[k];
}

operand apply(const frame *f, binary_kernel k, double *out, operand a, operand b, size_t n)
{
    const binary_forms *forms = &f->plan->kernels->binary[k];
    operand result = {out, 0};

    n = whole_vectors(n);
    if (a.column && b.column) {
        forms->vv(out, a.column, b.column, n);
    } else if (a.column) {
        forms->vs(out, a.column, b.one, n);
    } else if (b.column) {
        forms->sv(out, a.one, b.column, n);
    } else {
        forms->vv(&result.one, &a.one, &b.one, 1);
        result.column = NULL;
    }
    return result;
}

static void run_node(frame *f, int node_index)
{
    const node *n = &f->plan->graph->nodes[node_index];
    size_t rows = f->rows[n->space];

    if (f->plan->sums[node_index])
        frame_sum(f, node_index, rows);
    else if (n->op <= NODE_KINSHIP)
        frame_leaf(f, node_index, rows);
    else if (n->op <= NODE_MAP_SAME)
        frame_map(f, node_index, rows);
    else if (n->op <= NODE_GREATEST)
        frame_move(f, node_index, rows);
    else if (n->op <= NODE_COUNTED)
        frame_number(f, node_index, rows);
    else if (n->op <= NODE_DATED)
        frame_date(f, node_index, rows);
    else
        frame_truth(f, node_index, rows);
}

/* Bytes of a column of each class. A bit column is read by whole words, a little past its end. */
static size_t column_bytes(const plan *p, int width)
{
    size_t rows = width & 1 ? p->most_rows : p->narrow_rows;

    return width & 2 ? rows / 8 + LINE : rows * sizeof(double);
}

/* Bytes of one end of all columns. */
static size_t end_bytes(const plan *p)
{
    size_t bytes = 0;

    for (int c = 0; c < COLUMN_CLASSES; c++)
        bytes += p->buffer_count[c] * column_bytes(p, c);
    return (bytes + LINE - 1) & ~(size_t)(LINE - 1);
}

/* Low ends of all columns side by side, high ends after them: exact runs touch the first only. */
static void place_columns(frame *f, unsigned char *at)
{
    const plan *p = f->plan;
    size_t start[COLUMN_CLASSES] = {0}, ends = end_bytes(p);

    for (int c = 1; c < COLUMN_CLASSES; c++)
        start[c] = start[c - 1] + p->buffer_count[c - 1] * column_bytes(p, c - 1);
    for (size_t i = 0; i < p->graph->count; i++) {
        slot *s = &f->slots[i];
        int width = column_class(p, (int)i);

        if (p->buffer[i] < 0)
            continue;
        s->low = (double *)(void *)(at + start[width] + (size_t)p->buffer[i] * column_bytes(p, width));
        s->high = (double *)(void *)((unsigned char *)s->low + ends);
        s->words = (uint64_t *)(void *)s->low;
        s->bits = (uint64_t *)(void *)s->low;
        s->bits_high = (uint64_t *)(void *)s->high;
        s->map = s->own_map = (int32_t *)(void *)s->low;
    }
}

frame *frame_new(const plan *p)
{
    size_t column = p->most_rows * sizeof(double), scratch = sizeof((frame *)0)->scratch / sizeof(double *);
    size_t ends = end_bytes(p);
    frame *f = calloc(1, sizeof *f);
    unsigned char *at;

    if (!f)
        return NULL;
    f->plan = p;
    f->slots = calloc(p->graph->count + 1, sizeof *f->slots);
    /* the work column is two wide: one slot more than the rows */
    f->block = calloc(1, 2 * ends + (scratch + 2) * column + 2 * LINE);
    if (!f->slots || !f->block) {
        frame_free(f);
        return NULL;
    }
    at = (unsigned char *)(((uintptr_t)f->block + LINE - 1) & ~(uintptr_t)(LINE - 1));
    place_columns(f, at);
    at += 2 * ends;
    for (size_t i = 0; i < scratch; i++)
        f->scratch[i] = (double *)(void *)(at + i * column);
    f->work = (int64_t *)(void *)(at + scratch * column);
    f->rows[SPACE_CONST] = 1;
    for (size_t i = 0; i < p->constant_count; i++)
        run_node(f, p->constants[i]);
    return f;
}

void frame_free(frame *f)
{
    if (!f)
        return;
    free(f->block);
    free(f->slots);
    free(f);
}

void frame_run_households(frame *f, size_t from, size_t to)
{
    const people *pe = f->plan->people;
    size_t a = pe->first[from], b = pe->first[to];

    f->household = from;
    f->person = a;
    f->rows[SPACE_HOUSEHOLD] = to - from;
    f->rows[SPACE_PERSON] = b - a;
    for (int k = 0; k < RELATION_COUNT; k++) {
        const relation *r = &f->plan->relations[k];

        f->pair[k] = r->first ? r->first[a] : 0;
        f->rows[SPACE_RELATION + k] = r->first ? r->first[b] - r->first[a] : 0;
    }
    for (size_t i = 0; i < f->plan->order_count; i++)
        run_node(f, f->plan->order[i]);
}

void frame_run(frame *f, size_t chunk)
{
    size_t from = chunk * f->plan->chunk, to = from + f->plan->chunk;

    frame_run_households(f, from, to < f->plan->people->households ? to : f->plan->people->households);
}

/* One end of a slot that is not the same for every row. */
static double end_at(const frame *f, int node_index, const slot *s, int high, size_t row)
{
    const uint64_t *bits = high && !s->exact ? s->bits_high : s->bits;

    if (f->plan->graph->nodes[node_index].type.kind == KIND_TRUTH)
        return (double)(bits[row / 64] >> (row & 63) & 1);
    return high && !s->exact ? s->high[row] : s->low[row];
}

double slot_low(const frame *f, int node_index, size_t row)
{
    const slot *s = &f->slots[node_index];

    return s->uniform ? s->one_low : end_at(f, node_index, s, 0, row);
}

double slot_high(const frame *f, int node_index, size_t row)
{
    const slot *s = &f->slots[node_index];

    return s->uniform ? s->one_high : end_at(f, node_index, s, 1, row);
}

uint64_t slot_words(const frame *f, int node_index, size_t row)
{
    const slot *s = &f->slots[node_index];

    return s->uniform ? s->one_words : s->words[row];
}

int slot_settled(const frame *f, int node_index, size_t row)
{
    const slot *s = &f->slots[node_index];
    uint64_t w;

    if (s->exact)
        return 1;
    if (f->plan->graph->nodes[node_index].type.kind != KIND_WORD)
        return slot_low(f, node_index, row) == slot_high(f, node_index, row);
    w = slot_words(f, node_index, row);
    return (w & (w - 1)) == 0;
}

int first_time(uint64_t *seen, size_t size, size_t *count, int node_index, size_t row)
{
    uint64_t key = ((uint64_t)(uint32_t)node_index << 32 | (uint32_t)row) + 1;
    size_t at = (size_t)(key * 0x9e3779b97f4a7c15u >> 32) % size;

    for (; seen[at]; at = (at + 1) % size)
        if (seen[at] == key)
            return 0;
    if (*count >= size * 3 / 4)
        return 0;
    seen[at] = key;
    (*count)++;
    return 1;
}
