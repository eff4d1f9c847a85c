/*
 * Copies of a household, in people of their own.
 */
#include "variants.h"

#include <string.h>
#include "../base/limits.h"
#include "record.h"

static int make_columns(arena *memory, people *p)
{
    p->column = arena_array(memory, p->facts->count + 1, sizeof *p->column);
    p->column_high = arena_array(memory, p->facts->count + 1, sizeof *p->column_high);
    p->first = arena_array(memory, VARIANTS_ROWS + 2, sizeof *p->first);
    p->household_of = arena_array(memory, VARIANTS_ROWS + 1, sizeof *p->household_of);
    p->position = arena_array(memory, VARIANTS_ROWS + 1, sizeof *p->position);
    if (!p->column || !p->column_high || !p->first || !p->household_of || !p->position)
        return -1;
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];

        if (f->kind == KIND_TEXT)
            continue;
        p->column[k] = arena_array(memory, VARIANTS_ROWS + 1, sizeof(cell));
        p->column_high[k] = f->kind == KIND_MONEY || f->kind == KIND_NUMBER || f->kind == KIND_DATE
                                ? arena_array(memory, VARIANTS_ROWS + 1, sizeof(cell))
                                : NULL;
        if (!p->column[k])
            return -1;
    }
    return 0;
}

/* Pairs of VARIANTS_ROWS persons in one household or in many: never more than this. */
#define PAIRS_MOST ((size_t)VARIANTS_ROWS * (LIMIT_HOUSEHOLD - 1))

static int make_relations(arena *memory, const plan *base, people *p, relation *relations)
{
    for (int k = 0; k < RELATION_COUNT; k++) {
        if (!base->relations[k].first && k != RELATION_OTHERS)
            continue;
        relations[k].first = arena_array(memory, VARIANTS_ROWS + 2, sizeof(uint32_t));
        relations[k].other = arena_array(memory, PAIRS_MOST, sizeof(uint32_t));
        relations[k].owner = arena_array(memory, PAIRS_MOST, sizeof(uint32_t));
        if (!relations[k].first || !relations[k].other || !relations[k].owner)
            return -1;
    }
    p->others = relations[RELATION_OTHERS];
    p->kin = arena_array(memory, PAIRS_MOST, sizeof *p->kin);
    return p->kin ? 0 : -1;
}

/* The most rows any space of the copies can have: pairs of 16 households of 64 are 64,512. */
static size_t most_pairs(const people *p)
{
    size_t most = VARIANTS_ROWS;

    for (size_t h = 0; h < p->households; h++) {
        size_t m = p->first[h + 1] - p->first[h];
        size_t pairs = m ? VARIANTS_ROWS / m * m * (m - 1) : 0;

        if (pairs > most)
            most = pairs;
    }
    return most;
}

/* Facts the plan reads, so that the others are not copied. */
static int find_used(variants *v)
{
    char *seen = arena_alloc(v->memory, v->copies->facts->count + 1);

    v->used = arena_array(v->memory, v->copies->facts->count + 1, sizeof *v->used);
    if (!seen || !v->used)
        return -1;
    for (size_t i = 0; i < v->plan->order_count; i++) {
        const node *n = &v->plan->graph->nodes[v->plan->order[i]];

        if ((n->op == NODE_FACT || n->op == NODE_GIVEN || n->op == NODE_MAP_LINK) && !seen[n->index]) {
            seen[n->index] = 1;
            v->used[v->used_count++] = n->index;
        }
    }
    return 0;
}

ayant_status variants_new(failure *e, const plan *base, const int *wanted, size_t wanted_count,
                          variants **out)
{
    plan_options options = {
        .on = base->on, .strict = base->strict, .chunk = VARIANTS_ROWS, .resolved = 1, .keep_all = 1};

    arena *memory = arena_new();
    variants *v = memory ? arena_alloc(memory, sizeof *v) : NULL;
    ayant_status status;

    if (!v || !(v->copies = arena_alloc(memory, sizeof *v->copies))) {
        arena_free(memory);
        return fail_memory(e);
    }
    v->memory = memory;
    v->base = base;
    v->copies->facts = base->people->facts;
    v->copies->finished = 1;
    options.blurred = base->blurred;
    options.calendars = base;
    options.rows = most_pairs(base->people);
    if (make_columns(memory, v->copies) < 0) {
        arena_free(memory);
        return fail_memory(e);
    }
    if ((status = plan_new(e, base->graph, v->copies, &options, wanted, wanted_count, &v->plan)) < 0) {
        arena_free(memory);
        return status;
    }
    if (find_used(v) < 0 || make_relations(memory, base, v->copies, v->plan->relations) < 0 ||
        !(v->frame = frame_new(v->plan))) {
        variants_free(v);
        return fail_memory(e);
    }
    *out = v;
    return AYANT_OK;
}

void variants_free(variants *v)
{
    if (!v)
        return;
    frame_free(v->frame);
    plan_free(v->plan);
    arena_free(v->memory);
}

/* A cell as a run reads it, except where a rule asks whether it was given: then as it was given. */
static cell original(const variants *v, int which, size_t row)
{
    const fact *f = &v->copies->facts->facts[which];

    if (f->empty == EMPTY_UNKNOWN && f->when_fact < 0)
        return people_cell(v->base->people, which, row);
    if (f->empty == EMPTY_OPTIONAL)
        return people_cell(v->base->people, which, row);
    return record_cell(v->base->people, which, row, v->base->strict);
}

static void put_cell(variants *v, int which, size_t row, cell low, cell high)
{
    v->copies->column[which][row] = low;
    if (v->copies->column_high[which])
        v->copies->column_high[which][row] = high;
}

static void load_facts(variants *v)
{
    const people *p = v->base->people;
    size_t first = p->first[v->household];

    for (size_t u = 0; u < v->used_count; u++) {
        const fact *f = &p->facts->facts[v->used[u]];
        int person = f->entity == ENTITY_PERSON;
        size_t rows = person ? v->members : 1;

        for (size_t i = 0; i < rows; i++) {
            cell c = original(v, v->used[u], person ? first + i : v->household);

            for (size_t k = 0; k < v->room; k++) {
                cell mine = f->kind == KIND_PERSON && c >= 0 ? c - (cell)first + (cell)(k * v->members) : c;

                put_cell(v, v->used[u], k * rows + i, mine, mine);
            }
        }
    }
}

/* Relations of one household, repeated. */
static void load_relation(variants *v, int which, size_t copies)
{
    const relation *from = which == RELATION_OTHERS ? &v->base->people->others : &v->base->relations[which];
    relation *to = &v->plan->relations[which];
    size_t first = v->base->people->first[v->household], used = 0;

    v->pairs[which] = from->first[first + v->members] - from->first[first];
    for (size_t k = 0; k < copies; k++)
        for (size_t i = 0; i < v->members; i++) {
            to->first[k * v->members + i] = (uint32_t)used;
            for (uint32_t j = from->first[first + i]; j < from->first[first + i + 1]; j++) {
                to->owner[used] = (uint32_t)(k * v->members + i);
                to->other[used++] = (uint32_t)(from->other[j] - first + k * v->members);
            }
        }
    to->first[copies * v->members] = (uint32_t)used;
}

static void load_kin(variants *v)
{
    const people *p = v->base->people;
    size_t pairs = v->pairs[RELATION_OTHERS], at = p->others.first[p->first[v->household]];

    for (size_t k = 0; k < v->room; k++)
        memcpy(v->copies->kin + k * pairs, p->kin + at, pairs * sizeof *p->kin);
}

void variants_load(variants *v, size_t household, size_t copies)
{
    const people *p = v->base->people;

    v->household = household;
    v->members = p->first[household + 1] - p->first[household];
    v->room = v->members ? VARIANTS_ROWS / v->members : 0;
    v->room = copies < v->room ? copies : v->room;
    if (!v->room)
        return;
    v->copies->households = v->room;
    v->copies->persons = v->room * v->members;
    for (size_t k = 0; k <= v->room; k++)
        v->copies->first[k] = (uint32_t)(k * v->members);
    for (size_t i = 0; i < v->copies->persons; i++) {
        v->copies->household_of[i] = (uint32_t)(i / v->members);
        v->copies->position[i] = (uint32_t)i;
    }
    for (int k = 0; k < RELATION_COUNT; k++)
        if (v->plan->relations[k].first)
            load_relation(v, k, v->room);
    load_kin(v);
    load_facts(v);
}

static size_t kin_place(const variants *v, size_t k, unknown_cell what)
{
    const relation *r = &v->plan->relations[RELATION_OTHERS];
    size_t row = k * v->members + what.member;

    for (uint32_t i = r->first[row]; i < r->first[row + 1]; i++)
        if (r->other[i] == k * v->members + what.other)
            return i;
    return r->first[row];
}

static size_t cell_row(const variants *v, size_t k, unknown_cell what)
{
    return v->copies->facts->facts[what.fact].entity == ENTITY_PERSON ? k * v->members + what.member : k;
}

void variants_set(variants *v, size_t k, unknown_cell what, cell low, cell high)
{
    if ((size_t)what.fact >= v->copies->facts->count)
        v->copies->kin[kin_place(v, k, what)] = low;
    else
        put_cell(v, what.fact, cell_row(v, k, what), low, high);
}

void variants_unset(variants *v, size_t k, unknown_cell what)
{
    variants_set(v, k, what, CELL_UNKNOWN, CELL_UNKNOWN);
}

cell variants_cell(const variants *v, size_t k, unknown_cell what)
{
    if ((size_t)what.fact >= v->copies->facts->count)
        return v->copies->kin[kin_place(v, k, what)];
    return v->copies->column[what.fact][cell_row(v, k, what)];
}

void variants_run(variants *v, size_t n)
{
    frame_run_households(v->frame, 0, n);
}
