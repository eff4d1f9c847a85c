/*
 * Plans for other days, over the copies an explorer already holds.
 */
#include "later.h"

#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "copies.h"

#define LOOKS_MOST 160

/* One day ahead: its plan, and what it says of the household looked at. */
typedef struct look {
    day on;
    plan *plan;
    frame *frame;
    size_t load; /* the load it was last run for */
} look;

struct later {
    explorer *x;
    look looks[LOOKS_MOST]; /* ascending */
    size_t count, rows;
};

static void close_look(look *l)
{
    frame_free(l->frame);
    plan_free(l->plan);
    l->frame = NULL;
    l->plan = NULL;
}

/* The most rows one household can have in any space: its pairs. */
static size_t pairs_most(const people *p)
{
    size_t most = 1;

    for (size_t h = 0; h < p->households; h++) {
        size_t m = p->first[h + 1] - p->first[h];

        most = m * m > most ? m * m : most;
    }
    return most;
}

/* The copies are the people; only their first household is run. */
static ayant_status open_look(failure *e, const explorer *x, size_t rows, look *l)
{
    plan_options options = {.on = l->on, .strict = x->strict, .chunk = 1, .resolved = 1};
    ayant_status status;

    options.rows = rows;
    if ((status = plan_new(e, x->g, x->v->copies, &options, x->wanted, x->wanted_count, &l->plan)) < 0)
        return status;
    l->load = 0;
    memcpy(l->plan->relations, x->v->plan->relations, sizeof l->plan->relations);
    if (!(l->frame = frame_new(l->plan))) {
        close_look(l);
        return fail_memory(e);
    }
    return AYANT_OK;
}

static void look_at(const explorer *x, look *l)
{
    if (l->load != x->loads)
        frame_run_households(l->frame, 0, 1);
    l->load = x->loads;
}

static verdict look_verdict(const explorer *x, look *l, asked what)
{
    look_at(x, l);
    return verdict_at(l->frame, &x->rights[what.right], what.member);
}

/* Ascending, each day once. */
static void add_day(later *l, day on)
{
    size_t at = l->count;

    if (l->count == LOOKS_MOST || on <= l->x->on || on > day_add_months(l->x->on, LATER_MONTHS))
        return;
    for (size_t i = 0; i < l->count; i++)
        if (l->looks[i].on == on)
            return;
    for (; at > 0 && l->looks[at - 1].on > on; at--)
        l->looks[at] = l->looks[at - 1];
    l->looks[at] = (look){on, NULL, NULL, 0};
    l->count++;
}

ayant_status later_new(failure *e, explorer *x, later **out)
{
    later *l = calloc(1, sizeof *l);
    const rulebook *rules = x->g->rules;
    ayant_status status = AYANT_OK;

    if (!l)
        return fail_memory(e);
    l->x = x;
    l->rows = pairs_most(x->people);
    for (int month = 1; month <= LATER_MONTHS; month++)
        add_day(l, day_add_months(x->on, month));
    for (size_t i = 0; i < rules->parameter_count; i++)
        for (size_t k = 0; k < rules->parameters[i].row_count; k++)
            add_day(l, rules->parameters[i].rows[k].from);
    for (size_t i = 0; i < l->count && status == AYANT_OK; i++)
        status = open_look(e, x, l->rows, &l->looks[i]);
    if (status < 0) {
        later_free(l);
        return status;
    }
    *out = l;
    return AYANT_OK;
}

void later_free(later *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->count; i++)
        close_look(&l->looks[i]);
    free(l);
}

ayant_status later_verdict(failure *e, later *l, asked what, day on, verdict *out)
{
    look once = {on, NULL, NULL, 0};
    ayant_status status = open_look(e, l->x, l->rows, &once);

    if (status < 0)
        return status;
    *out = look_verdict(l->x, &once, what);
    close_look(&once);
    return AYANT_OK;
}

/* The first day after `before` on which the verdict is no longer `is`; on `after` it is not. */
static ayant_status search(failure *e, later *l, asked what, verdict is, day before, day after,
                           later_change *out)
{
    ayant_status status;
    verdict v = is;

    while (after - before > 1) {
        day middle = before + (after - before) / 2;

        if ((status = later_verdict(e, l, what, middle, &v)) < 0)
            return status;
        if (v == is)
            before = middle;
        else
            after = middle;
    }
    out->on = after;
    return later_verdict(e, l, what, after, &out->verdict);
}

int later_find(failure *e, later *l, asked what, later_change *out)
{
    verdict is = explorer_verdict(l->x, what);
    day before = l->x->on;
    ayant_status status;

    if (is == VERDICT_UNKNOWN)
        return 0;
    for (size_t i = 0; i < l->count; i++) {
        if (look_verdict(l->x, &l->looks[i], what) != is) {
            if ((status = search(e, l, what, is, before, l->looks[i].on, out)) < 0)
                return status;
            return out->verdict != VERDICT_UNKNOWN;
        }
        before = l->looks[i].on;
    }
    return 0;
}
