/*
 * Leaves and maps: facts, parameters, and who is who.
 */
#include <string.h>
#include "../params/series.h"
#include "frame.h"
#include "record.h"

static void run_parameter(frame *f, const node *n, slot *s)
{
    const plan *p = f->plan;
    const parameter_row *row = parameter_at(&p->graph->rules->parameters[n->index], p->on);

    if (row && (!p->blurred || !p->blurred[n->index]))
        set_one(s, (double)row->value, (double)row->value);
    else
        set_one(s, n->low, n->high);
}

static void run_fact_words(frame *f, const node *n, const cell *cells, slot *s, size_t rows)
{
    const fact *fa = &f->plan->people->facts->facts[n->index];
    uint64_t any = fact_any_word(fa);
    int saw;

    if (fa->empty == EMPTY_PRESUMED && !f->plan->strict && !f->plan->resolved)
        any = (uint64_t)1 << fa->presumed;
    s->one_words = any;
    s->uniform = 1;
    s->exact = (any & (any - 1)) == 0;
    if (!cells || !rows)
        return;
    saw = f->plan->kernels->load_words(s->words, cells, any, rows);
    if (!(saw & SAW_MANY)) {
        s->exact |= !(saw & SAW_UNKNOWN);
        s->one_words = s->words[0];
        return;
    }
    s->uniform = 0;
    s->exact |= !(saw & SAW_UNKNOWN);
}

/* What an empty cell is, for the whole column. */
static void empty_ends(const frame *f, const fact *fa, int understood, double *low, double *high)
{
    *low = fact_low(fa);
    *high = fact_high(fa);
    if (understood &&
        fa->empty != EMPTY_OPTIONAL) /* record_cell has been over the column: empty is unknown */
        return;
    if (fa->empty == EMPTY_PRESUMED && !f->plan->strict)
        *low = *high = fa->presumed * cell_scale(fa);
    else if (fa->empty == EMPTY_OPTIONAL)
        *low = *high = 0;
    else if (fa->empty == EMPTY_NEVER)
        *low = *high = DAY_NEVER;
}

/* Cells that are ranges: two columns, an unknown cell being unknown in both. */
static void run_fact_range(frame *f, const node *n, slot *s, size_t rows, double low, double high)
{
    size_t from = n->space == SPACE_PERSON ? f->person : f->household;
    const cell *lows = f->plan->people->column[n->index] + from;
    const cell *highs = f->plan->people->column_high[n->index] + from;
    double scale = cell_scale(&f->plan->people->facts->facts[n->index]);

    f->plan->kernels->load(s->low, lows, scale, low, rows);
    f->plan->kernels->load(s->high, highs, scale, high, rows);
    s->uniform = 0;
    s->exact = memcmp(s->low, s->high, rows * sizeof *s->low) == 0;
}

/*
 * The next chunk's cells of the same fact, asked of the memory now: each
 * column is a stream of its own, and there are more of them than the machine
 * follows by itself. Past the end of a column nothing is read.
 */
static void ask_ahead(const cell *cells, size_t rows)
{
    for (size_t i = 0; i < rows; i += 64 / sizeof *cells)
        __builtin_prefetch(cells + rows + i);
}

const cell *chunk_cells(const frame *f, const node *n)
{
    const cell *cells = n->op == NODE_KINSHIP ? NULL : f->plan->column[n->index];

    if (n->op == NODE_KINSHIP)
        return f->plan->people->kin + f->pair[RELATION_OTHERS];
    if (!cells)
        return NULL;
    cells += n->space == SPACE_PERSON ? f->person : f->household;
    ask_ahead(cells, f->rows[n->space]);
    return cells;
}

static void load_kinship(frame *f, const node *n, slot *s, size_t rows)
{
    uint64_t any = ((uint64_t)1 << n->type.word_count) - 1;
    int saw = f->plan->kernels->load_words(s->words, chunk_cells(f, n), any, rows);

    s->uniform = 0;
    s->exact = !(saw & SAW_UNKNOWN);
}

static void load_truth_fact(frame *f, const cell *cells, slot *s, size_t rows, double low, double high)
{
    const kernels *k = f->plan->kernels;
    int saw = k->load_truth(s->bits, cells, low != 0, rows);

    s->exact = low == high || !(saw & SAW_UNKNOWN);
    s->uniform = !(saw & SAW_MANY);
    if (s->uniform) {
        double one = (double)(s->bits[0] & 1);

        set_one(s, one, s->exact ? one : high);
    } else if (!s->exact) {
        k->load_truth(s->bits_high, cells, high != 0, rows);
    }
}

static void load_known_fact(frame *f, const node *n, slot *s, size_t rows)
{
    const fact *fa = &f->plan->people->facts->facts[n->index];
    const cell *cells = chunk_cells(f, n);
    double low, high, scale = cell_scale(fa);
    int saw;

    if (n->type.kind == KIND_WORD) {
        run_fact_words(f, n, cells, s, rows);
        return;
    }
    empty_ends(f, fa, f->plan->resolved || f->plan->column[n->index] != f->plan->people->column[n->index],
               &low, &high);
    if (!cells || !rows) {
        set_one(s, low, high);
        return;
    }
    if (f->plan->people->column_high && f->plan->people->column_high[n->index]) {
        run_fact_range(f, n, s, rows, low, high);
        return;
    }
    if (fa->kind == KIND_TRUTH) {
        load_truth_fact(f, cells, s, rows, low, high);
        return;
    }
    saw = f->plan->kernels->load(s->low, cells, scale, low, rows);
    s->exact = low == high || !(saw & SAW_UNKNOWN);
    s->uniform = !(saw & SAW_MANY);
    if (s->uniform)
        set_one(s, s->low[0], s->exact ? s->low[0] : high);
    else if (!s->exact)
        f->plan->kernels->load(s->high, cells, scale, high, rows);
}

void load_fact(frame *f, const node *n, slot *s, size_t rows)
{
    if (n->op == NODE_KINSHIP)
        load_kinship(f, n, s, rows);
    else
        load_known_fact(f, n, s, rows);
}

static void run_given(frame *f, const node *n, slot *s, size_t rows)
{
    const cell *cells = f->plan->people->column[n->index];

    if (!cells || !rows) {
        set_one(s, 0, 0);
        return;
    }
    s->uniform = 0;
    s->exact = 1;
    f->plan->kernels->given(s->bits, cells + (n->space == SPACE_PERSON ? f->person : f->household), rows);
}

void frame_leaf(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    slot *s = &f->slots[node_index];

    switch (n->op) {
    case NODE_CONST:
        set_one(s, n->value, n->value);
        s->one_words = n->mask;
        break;
    case NODE_PARAM:
        run_parameter(f, n, s);
        break;
    case NODE_ON:
        set_one(s, f->plan->on, f->plan->on);
        break;
    case NODE_FACT:
        load_fact(f, n, s, rows);
        break;
    case NODE_GIVEN:
        run_given(f, n, s, rows);
        break;
    default: /* KINSHIP, of pairs of `others` */
        load_kinship(f, n, s, rows);
        break;
    }
}

/* Rows of the whole people, seen from the chunk; a plan that keeps all copies them, for its readers. */
static void show_rows(frame *f, slot *s, const uint32_t *whole, size_t base, size_t rows)
{
    const int32_t *seen = (const int32_t *)(const void *)whole;

    s->map = seen;
    s->base = (int32_t)base;
    if (!f->plan->keep_all)
        return;
    f->plan->kernels->map_link(s->own_map, seen, (int32_t)base, rows);
    s->map = s->own_map;
    s->base = 0;
}

static void run_map_node(frame *f, const node *n, slot *s, size_t rows)
{
    const kernels *k = f->plan->kernels;
    const relation *r =
        n->op == NODE_MAP_OWNER || n->op == NODE_MAP_OTHER ? &f->plan->relations[n->index] : NULL;
    const slot *first, *then;
    const cell *cells;

    switch (n->op) {
    case NODE_MAP_SELF:
        for (size_t i = 0; i < rows; i++)
            s->own_map[i] = (int32_t)i;
        break;
    case NODE_MAP_LINK:
        cells = f->plan->column[n->index];
        if (cells)
            k->map_link(s->own_map, cells + f->person, (int32_t)f->person, rows);
        for (size_t i = 0; !cells && i < rows; i++)
            s->own_map[i] = -1;
        break;
    case NODE_MAP_HOUSE:
        show_rows(f, s, f->plan->people->household_of + f->person, f->household, rows);
        break;
    case NODE_MAP_OWNER:
        show_rows(f, s, r->owner + f->pair[n->index], f->person, rows);
        break;
    case NODE_MAP_OTHER:
        show_rows(f, s, r->other + f->pair[n->index], f->person, rows);
        break;
    default: /* THEN */
        first = input_slot(f, n, 0);
        then = input_slot(f, n, 1);
        k->map_then(s->own_map, first->map, first->base, then->map, then->base, rows);
        break;
    }
}

void frame_map(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    slot *s = &f->slots[node_index];
    const slot *a, *b;

    s->uniform = 0;
    s->exact = 1;
    if (n->op == NODE_MAP_EXISTS) {
        f->plan->kernels->map_exists(s->bits, input_slot(f, n, 0)->map, rows);
    } else if (n->op == NODE_MAP_SAME) {
        a = input_slot(f, n, 0);
        b = input_slot(f, n, 1);
        f->plan->kernels->map_same(s->bits, a->map, b->map, b->base - a->base, rows);
    } else {
        run_map_node(f, n, s, rows);
    }
}
