/*
 * Making a plan: which nodes, in which order, in which buffers.
 */
#include "plan.h"

#include <string.h>
#include "../base/limits.h"
#include "fuse.h"
#include "record.h"

#define READS_MOST 64 /* terms of one sum, fuse.c */

/* Inputs have lower indexes: one pass from the top marks all that is needed. */
static void mark(const graph *g, char *needed)
{
    for (size_t k = g->count; k-- > 0;)
        for (int i = 0; needed[k] && i < op_inputs(g->nodes[k].op); i++)
            needed[g->nodes[k].input[i]] = 1;
}

/* Cells as a run reads them, when they differ from the cells as they were given. */
static int resolve_column(plan *p, int which)
{
    const fact *f = &p->people->facts->facts[which];
    size_t rows = f->entity == ENTITY_PERSON ? p->people->persons : p->people->households;
    cell *out;

    p->column[which] = p->people->column[which];
    if (p->resolved || f->kind == KIND_PERSON || f->when_fact < 0 || !p->people->column[f->when_fact])
        return 0;
    out = arena_array(p->memory, rows + 1, sizeof *out);
    if (!out)
        return -1;
    for (size_t row = 0; row < rows; row++)
        out[row] = record_cell(p->people, which, row, p->strict);
    p->column[which] = out;
    return 0;
}

static int make_arrays(plan *p)
{
    size_t count = p->graph->count;

    p->order = arena_array(p->memory, count + 1, sizeof *p->order);
    p->constants = arena_array(p->memory, count + 1, sizeof *p->constants);
    p->column = arena_array(p->memory, p->people->facts->count + 1, sizeof *p->column);
    p->sums = arena_array(p->memory, count + 1, sizeof *p->sums);
    p->unloaded = arena_alloc(p->memory, count + 1);
    p->readers_do = arena_alloc(p->memory, count + 1);
    return p->order && p->constants && p->column && p->sums && p->unloaded && p->readers_do ? 0 : -1;
}

static int resolve_columns(plan *p, const char *needed)
{
    for (size_t i = 0; i < p->graph->count; i++) {
        const node *n = &p->graph->nodes[i];

        if (needed[i] && (n->op == NODE_FACT || n->op == NODE_MAP_LINK) && resolve_column(p, n->index) < 0)
            return -1;
    }
    return 0;
}

static void order_nodes(plan *p, const char *needed)
{
    for (size_t i = 0; i < p->graph->count; i++) {
        if (!needed[i])
            continue;
        if (p->graph->nodes[i].space == SPACE_CONST)
            p->constants[p->constant_count++] = (int)i;
        else
            p->order[p->order_count++] = (int)i;
    }
}

/* What a node reads when it runs: its terms, or its inputs, and what it does for those on its way. */
static size_t reads(const plan *p, int index, int *out)
{
    const node *n = &p->graph->nodes[index];
    const linear *l = p->sums[index];
    size_t count = 0, opened = 0;

    for (size_t i = 0; l && i < l->count; i++)
        out[count++] = l->terms[i].node;
    for (int i = 0; !l && i < op_inputs(n->op); i++)
        out[count++] = n->input[i];
    for (; !l && opened < count; opened++) {
        const node *on_the_way = &p->graph->nodes[out[opened]];

        for (int i = 0; p->readers_do[out[opened]] && i < op_inputs(on_the_way->op) && count < READS_MOST;
             i++)
            out[count++] = on_the_way->input[i];
    }
    return count;
}

typedef struct pool {
    int *unused;
    size_t count;
} pool;

static void give_back(plan *p, pool *pools, const int *last, const int *read, size_t count, size_t k)
{
    for (size_t i = 0; i < count; i++) {
        int again = 0;

        for (size_t j = 0; j < i; j++)
            again |= read[j] == read[i];
        if (!again && last[read[i]] == (int)k && p->buffer[read[i]] >= 0) {
            pool *back = &pools[column_class(p, read[i])];

            back->unused[back->count++] = p->buffer[read[i]];
        }
    }
}

/* A buffer is free again after the last node that reads it. */
static int give_buffers(plan *p, const int *wanted, size_t wanted_count, int keep_all)
{
    size_t count = p->graph->count;
    int *last = arena_array(p->memory, count + 1, sizeof *last);
    pool pools[COLUMN_CLASSES] = {{NULL, 0}};
    int read[READS_MOST];

    p->buffer = arena_array(p->memory, count + 1, sizeof *p->buffer);
    if (!last || !p->buffer)
        return -1;
    for (int c = 0; c < COLUMN_CLASSES; c++)
        if (!(pools[c].unused = arena_array(p->memory, count + 1, sizeof(int))))
            return -1;
    for (size_t i = 0; i < count; i++)
        p->buffer[i] = last[i] = -1;
    for (size_t k = 0; k < p->order_count; k++)
        for (size_t i = 0, n = reads(p, p->order[k], read); i < n; i++)
            last[read[i]] = (int)k;
    for (size_t i = 0; i < wanted_count; i++)
        last[wanted[i]] = (int)p->order_count;
    for (size_t k = 0; k < p->order_count; k++) {
        int width = column_class(p, p->order[k]);

        p->buffer[p->order[k]] =
            pools[width].count ? pools[width].unused[--pools[width].count] : (int)p->buffer_count[width]++;
        if (!keep_all)
            give_back(p, pools, last, read, reads(p, p->order[k], read), k);
    }
    return 0;
}

/* The owner of each pair, so that a chunk need not walk its runs. */
static int name_owners(plan *p, relation *r)
{
    r->owner = arena_array(p->memory, r->pairs + 1, sizeof *r->owner);
    for (size_t row = 0; r->owner && row < p->people->persons; row++)
        for (uint32_t i = r->first[row]; i < r->first[row + 1]; i++)
            r->owner[i] = (uint32_t)row;
    return r->owner ? 0 : -1;
}

static int find_relations(plan *p, const char *needed)
{
    for (size_t i = 0; i < p->graph->count; i++) {
        const node *n = &p->graph->nodes[i];
        int which = -1;

        if (!needed[i])
            continue;
        if (n->space >= SPACE_RELATION)
            which = n->space - SPACE_RELATION;
        else if (n->op >= NODE_SUM && n->op <= NODE_GREATEST && n->index < RELATION_COUNT)
            which = n->index;
        if (which < 0 || p->relations[which].first)
            continue;
        if (which == RELATION_OTHERS)
            p->relations[which] = p->people->others;
        else if (people_relation(p->people, (relation_kind)which, p->memory, &p->relations[which]) < 0)
            return -1;
        if (name_owners(p, &p->relations[which]) < 0)
            return -1;
    }
    return 0;
}

/* Columns end on whole vectors: kernels may go past the last row, to the end of a vector. */
static size_t rounded_up(size_t rows)
{
    return (rows + ROWS_STEP - 1) & ~(size_t)(ROWS_STEP - 1);
}

static void measure_chunks(plan *p)
{
    const people *pe = p->people;

    p->chunks = (pe->households + p->chunk - 1) / p->chunk;
    p->narrow_rows = p->chunk;
    for (size_t c = 0; c < p->chunks; c++) {
        size_t from = c * p->chunk, to = from + p->chunk < pe->households ? from + p->chunk : pe->households;
        size_t a = pe->first[from], b = pe->first[to];

        if (b - a > p->narrow_rows)
            p->narrow_rows = b - a;
        for (int k = 0; k < RELATION_COUNT; k++) {
            const relation *r = &p->relations[k];

            if (r->first && r->first[b] - r->first[a] > p->most_rows)
                p->most_rows = r->first[b] - r->first[a];
        }
    }
    p->narrow_rows = rounded_up(p->narrow_rows);
    p->most_rows = rounded_up(p->most_rows > p->narrow_rows ? p->most_rows : p->narrow_rows);
}

static int make_calendars(plan *p, const plan *from)
{
    calendar *months = from ? NULL : arena_alloc(p->memory, sizeof *months);
    calendar *years = from ? NULL : arena_alloc(p->memory, sizeof *years);

    if (from) {
        p->months = from->months;
        p->years = from->years;
        return 0;
    }
    if (!months || !years)
        return -1;
    calendar_months(months, p->on, 1);
    calendar_months(years, p->on, 12);
    p->months = months;
    p->years = years;
    return 0;
}

ayant_status plan_new(failure *e, const graph *g, const people *pe, const plan_options *options,
                      const int *wanted, size_t wanted_count, plan **out)
{
    arena *memory = arena_new();
    plan *p = memory ? arena_alloc(memory, sizeof *p) : NULL;
    char *needed = p ? arena_alloc(memory, g->count + 1) : NULL;

    if (!needed) {
        arena_free(memory);
        return fail_memory(e);
    }
    p->memory = memory;
    p->graph = g;
    p->people = pe;
    p->kernels = kernels_choose();
    p->on = options->on;
    p->strict = options->strict;
    p->chunk = options->chunk ? options->chunk : CHUNK_HOUSEHOLDS;
    p->blurred = options->blurred;
    p->resolved = options->resolved;
    p->keep_all = options->keep_all;
    for (size_t i = 0; i < wanted_count; i++)
        needed[wanted[i]] = 1;
    mark(g, needed);
    if (make_arrays(p) < 0 || resolve_columns(p, needed) < 0 ||
        (!options->resolved && find_relations(p, needed) < 0) || make_calendars(p, options->calendars) < 0 ||
        (!options->keep_all && fuse_nodes(p, needed, wanted, wanted_count) < 0)) {
        arena_free(memory);
        return fail_memory(e);
    }
    order_nodes(p, needed);
    if (give_buffers(p, wanted, wanted_count, options->keep_all) < 0) {
        arena_free(memory);
        return fail_memory(e);
    }
    if (options->rows)
        p->most_rows = p->narrow_rows = rounded_up(options->rows);
    else
        measure_chunks(p);
    *out = p;
    return AYANT_OK;
}

void plan_free(plan *p)
{
    if (p)
        arena_free(p->memory);
}
