/*
 * Making an explorer, loading a household, and changing its copies.
 */
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "copies.h"

static int find_dependents(explorer *x)
{
    x->dependents = arena_array(x->memory, x->facts->count + 1, sizeof *x->dependents);
    for (size_t i = 0; x->dependents && i < x->facts->count; i++) {
        const fact *f = &x->facts->facts[i];

        if (f->when_fact >= 0 && f->empty != EMPTY_OPTIONAL && f->kind != KIND_PERSON && f->kind != KIND_TEXT)
            x->dependents[x->dependent_count++] = (int)i;
    }
    return x->dependents ? 0 : -1;
}

static ayant_status find_rights(failure *e, explorer *x, const explorer_options *options)
{
    uint32_t *order = rights_by_name(x->memory, x->g->rules);
    size_t room = 0;

    x->right_count = x->g->rules->right_count;
    x->rights = order ? right_nodes_of(x->memory, x->g, order, x->right_count) : NULL;
    if (!x->rights)
        return fail_memory(e);
    x->only = -1;
    for (size_t k = 0; k < x->right_count; k++) {
        room += x->rights[k].condition_count + 10;
        if (options->right && strcmp(options->right, x->rights[k].right->name) == 0)
            x->only = (int)k;
    }
    if (options->right && x->only < 0)
        return fail(e, AYANT_E_USAGE, "X02", "there is no right '%.40s' in these rules", options->right);
    x->wanted = arena_array(x->memory, room + 1, sizeof *x->wanted);
    if (!x->wanted)
        return fail_memory(e);
    x->wanted_count = x->only < 0 ? right_nodes_wanted(x->rights, x->right_count, x->wanted)
                                  : right_nodes_wanted(&x->rights[x->only], 1, x->wanted);
    return AYANT_OK;
}

static ayant_status make(failure *e, explorer *x, const explorer_options *options)
{
    plan_options plain = {.on = options->on, .strict = options->strict};
    ayant_status status;

    if ((status = find_rights(e, x, options)) < 0)
        return status;
    x->is = arena_array(x->memory, x->right_count + 1, LIMIT_HOUSEHOLD);
    x->settled = arena_array(x->memory, x->right_count + 1, LIMIT_HOUSEHOLD);
    x->changes = arena_array(x->memory, CHANGES_MOST, sizeof *x->changes);
    if (!x->is || !x->settled || !x->changes || find_dependents(x) < 0)
        return fail_memory(e);
    if ((status = plan_new(e, x->g, x->people, &plain, x->wanted, x->wanted_count, &x->base)) < 0)
        return status;
    return variants_new(e, x->base, x->wanted, x->wanted_count, &x->v);
}

ayant_status explorer_new(failure *e, const graph *g, const people *p, const explorer_options *options,
                          explorer **out)
{
    arena *memory = arena_new();
    explorer *x = memory ? arena_alloc(memory, sizeof *x) : NULL;
    ayant_status status;

    if (!x) {
        arena_free(memory);
        return fail_memory(e);
    }
    x->memory = memory;
    x->g = g;
    x->people = p;
    x->facts = p->facts;
    x->on = options->on;
    x->strict = options->strict;
    if ((status = make(e, x, options)) < 0) {
        explorer_free(x);
        return status;
    }
    *out = x;
    return AYANT_OK;
}

void explorer_free(explorer *x)
{
    if (!x)
        return;
    variants_free(x->v);
    plan_free(x->base);
    arena_free(x->memory);
}

/* 1 when a fact is missing that could settle it: a parameter may be what lacks. */
static int may_settle(const explorer *x, asked which)
{
    unknown_cell reached;

    return missing_cells(x->v->frame, &x->rights[which.right], which.member, &reached, 1) > 0;
}

void explorer_load(explorer *x, size_t household)
{
    x->household = household;
    x->change_count = 0;
    x->loads++;
    variants_load(x->v, household, VARIANTS_ROWS);
    if (!x->v->room)
        return;
    variants_run(x->v, 1);
    for (size_t k = 0; k < x->right_count; k++)
        for (size_t m = 0; m < x->v->members; m++) {
            asked which = {m, k};
            int seen = x->only < 0 || (size_t)x->only == k;

            x->is[k * LIMIT_HOUSEHOLD + m] = (uint8_t)(seen ? verdict_in(x, 0, which) : VERDICT_UNKNOWN);
            x->settled[k * LIMIT_HOUSEHOLD + m] =
                (uint8_t)(!seen || settled_in(x, 0, which) || !may_settle(x, which));
        }
}

size_t explorer_members(const explorer *x)
{
    return x->v->members;
}

verdict explorer_verdict(const explorer *x, asked which)
{
    return (verdict)x->is[which.right * LIMIT_HOUSEHOLD + which.member];
}

size_t explorer_unknown(const explorer *x, asked *out, size_t room)
{
    size_t count = 0;

    for (size_t m = 0; x->v->room && m < x->v->members; m++)
        for (size_t k = 0; k < x->right_count && count < room; k++)
            if (!x->settled[k * LIMIT_HOUSEHOLD + m])
                out[count++] = (asked){m, k};
    return count;
}

size_t copies_for(const explorer *x, size_t cells_each)
{
    /* a cell may bring its dependents: two at most are counted, the room is ample */
    size_t fit = CHANGES_MOST / ((cells_each ? cells_each : 1) * 3);

    return fit < copies_free(x) ? fit : copies_free(x);
}

static size_t people_row(const explorer *x, unknown_cell what)
{
    return x->facts->facts[what.fact].entity == ENTITY_PERSON ? x->people->first[x->household] + what.member
                                                              : x->household;
}

static int set_cell(explorer *x, size_t k, unknown_cell what, cell low, cell high)
{
    if (x->change_count == CHANGES_MOST)
        return -1;
    x->changes[x->change_count++] = (cell_change){(uint32_t)k, what};
    variants_set(x->v, k, what, low, high);
    return 0;
}

/* What an empty cell means once the fact it hangs on is `other`. */
static cell meant(const explorer *x, const fact *f, cell other)
{
    if (f->when_above ? other > 0 : other == f->when_is)
        return f->then_known ? f->then_value : CELL_UNKNOWN;
    return f->empty == EMPTY_PRESUMED && !x->strict ? f->presumed
           : f->empty == EMPTY_NEVER                ? DAY_NEVER
                                                    : CELL_UNKNOWN;
}

void copies_put(explorer *x, size_t k, unknown_cell what, cell low, cell high)
{
    if (set_cell(x, k, what, low, high) < 0 || cell_is_kinship(x->facts, what))
        return;
    for (size_t i = 0; i < x->dependent_count; i++) {
        unknown_cell other = {x->dependents[i], what.member, 0};
        const fact *f = &x->facts->facts[other.fact];
        cell a, b;

        if (f->when_fact != what.fact ||
            people_cell(x->people, other.fact, people_row(x, other)) != CELL_UNKNOWN)
            continue;
        a = meant(x, f, low);
        b = meant(x, f, high);
        if (a != b || (low != high && !f->when_above))
            a = CELL_UNKNOWN;
        set_cell(x, k, other, a, a);
    }
}

void copies_run(explorer *x, size_t n)
{
    variants_run(x->v, n);
}

void copies_clear(explorer *x)
{
    for (size_t i = 0; i < x->change_count; i++) {
        cell is = copies_cell(x, x->changes[i].cell);

        variants_set(x->v, x->changes[i].copy, x->changes[i].cell, is, is);
    }
    x->change_count = 0;
}

cell copies_cell(const explorer *x, unknown_cell what)
{
    return variants_cell(x->v, x->v->room - 1, what);
}

verdict verdict_in(const explorer *x, size_t copy, asked which)
{
    return verdict_at(x->v->frame, &x->rights[which.right], row_of(x, copy, which.member));
}

int settled_in(const explorer *x, size_t copy, asked which)
{
    const right_nodes *r = &x->rights[which.right];

    return verdict_in(x, copy, which) != VERDICT_UNKNOWN ||
           (r->never_yes >= 0 && slot_settled(x->v->frame, r->never_yes, row_of(x, copy, which.member)));
}
