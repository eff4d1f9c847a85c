/*
 * Which parameter is computed before which.
 *
 * Names are looked up, cycles refused, and derived series computed inputs
 * first. A parameter is computed into a list aside; parameters change only
 * when all are computed.
 */
#include "series.h"

#include <stdio.h>

#include "derive.h"

enum { INPUTS = 2 }; /* the base, the coefficient */

typedef enum state { STATE_NEW, STATE_OPEN, STATE_DONE } state;

typedef struct work {
    failure *e;
    rulebook *rules;
    parameter *series; /* copies of the parameters; their rows are the result */
    state *states;
    size_t *path; /* the parameters being resolved, each an input of the one before */
    size_t depth;
} work;

static int is_blank(const char *s)
{
    return !s || text_trim(text_of(s)).length == 0;
}

static ayant_status check_series(failure *e, const parameter *p)
{
    char date[16];

    for (size_t i = 0; i < p->row_count; i++) {
        const parameter_row *row = &p->rows[i];

        day_print(date, row->from);
        if (i > 0 && row->from <= row[-1].from)
            return fail_at(e, AYANT_E_RULE, "P04", row->at.file, row->at.line, 0,
                           "parameter '%s': the row from %s %s: write rows by date, one a date", p->name,
                           date, row->from == row[-1].from ? "is given twice" : "comes after a later one");
        if (is_blank(row->source))
            return fail_at(e, AYANT_E_RULE, "P05", row->at.file, row->at.line, 0,
                           "parameter '%s': the row from %s has no source: write where it was read", p->name,
                           date);
    }
    return AYANT_OK;
}

static const char *input_name(const parameter *p, int input)
{
    if (p->derived.kind == DERIVE_NONE)
        return NULL;
    if (input == 0)
        return p->derived.base ? p->derived.base : "";
    return p->derived.kind == DERIVE_INDEX ? p->derived.coefficient : NULL;
}

/* Up to three names close to `name`, the closest first: " (did you mean 'a' or 'b'?)", or "". */
static void suggest(const rulebook *rules, const char *name, char *out, size_t size)
{
    enum { MOST = 3 };
    size_t best[MOST], distance[MOST], count = 0, limit = 2 + strlen(name) / 4, used;

    for (size_t i = 0; i < rules->parameter_count; i++) {
        size_t d = text_distance(name, rules->parameters[i].name), at;

        if (d > limit || (count == MOST && d >= distance[MOST - 1]))
            continue;
        for (at = count < MOST ? count++ : MOST - 1; at > 0 && distance[at - 1] > d; at--) {
            best[at] = best[at - 1];
            distance[at] = distance[at - 1];
        }
        best[at] = i;
        distance[at] = d;
    }
    out[0] = '\0';
    for (size_t i = 0; i < count && (used = strlen(out)) < size; i++)
        snprintf(out + used, size - used, "%s'%.80s'%s", i ? " or " : " (did you mean ",
                 rules->parameters[best[i]].name, i + 1 == count ? "?)" : "");
}

static ayant_status fail_unknown(const work *w, const parameter *p, const char *name)
{
    char close[400];

    suggest(w->rules, name, close, sizeof close);
    return fail_at(
        w->e, AYANT_E_RULE, "P01", p->at.file, p->at.line, 0,
        "parameter '%s' is computed from '%s', which is not a parameter%s: write the full name of a "
        "parameter",
        p->name, name, close);
}

/* `again` is on the path: from it to the end of the path is the cycle. */
static ayant_status fail_cycle(const work *w, size_t again)
{
    char names[1200];
    size_t used = 0, start = 0;
    const parameter *first = &w->series[again];

    while (w->path[start] != again)
        start++;
    names[0] = '\0';
    for (size_t i = start; i < w->depth && used < sizeof names; i++) {
        snprintf(names + used, sizeof names - used, "'%s' from ", w->series[w->path[i]].name);
        used += strlen(names + used);
    }
    if (used > sizeof names - 300) /* a very long cycle: its beginning, and where it closes */
        memcpy(names + sizeof names - 300, " ... ", 6);
    return fail_at(w->e, AYANT_E_RULE, "P02", first->at.file, first->at.line, 0,
                   "parameters are computed in a circle: %s'%s': give one of them a series of its own", names,
                   first->name);
}

static ayant_status compute(work *w, parameter *p)
{
    const parameter *inputs[INPUTS] = {NULL, NULL};
    row_list list;
    ayant_status status;

    for (int i = 0; i < INPUTS; i++) {
        const char *name = input_name(p, i);

        if (name)
            inputs[i] = &w->series[rulebook_parameter(w->rules, name)];
    }
    if ((status = derive_check(w->e, p, inputs[0], inputs[1])) < 0 ||
        (status = derive_rows(w->e, w->rules->memory, p, inputs[0], inputs[1], &list)) < 0)
        return status;
    p->rows = list.rows;
    p->row_count = list.count;
    return AYANT_OK;
}

/* Resolves the end of the path, or lengthens the path by an input that must come first. */
static ayant_status step(work *w)
{
    size_t top = w->path[w->depth - 1];
    parameter *p = &w->series[top];
    ayant_status status;

    for (int i = 0; i < INPUTS; i++) {
        const char *name = input_name(p, i);
        int input = name ? rulebook_parameter(w->rules, name) : -1;

        if (!name)
            continue;
        if (input < 0)
            return fail_unknown(w, p, name);
        if (w->states[input] == STATE_OPEN)
            return fail_cycle(w, (size_t)input);
        if (w->states[input] == STATE_NEW) {
            w->states[input] = STATE_OPEN;
            w->path[w->depth++] = (size_t)input;
            return AYANT_OK;
        }
    }
    if (p->derived.kind != DERIVE_NONE && (status = compute(w, p)) < 0)
        return status;
    w->states[top] = STATE_DONE;
    w->depth--;
    return AYANT_OK;
}

static ayant_status resolve_all(work *w)
{
    ayant_status status;

    for (size_t i = 0; i < w->rules->parameter_count; i++) {
        if (w->states[i] != STATE_NEW)
            continue;
        w->states[i] = STATE_OPEN;
        w->path[w->depth++] = i;
        while (w->depth > 0)
            if ((status = step(w)) < 0)
                return status;
    }
    return AYANT_OK;
}

ayant_status params_resolve(failure *e, rulebook *rules)
{
    work w = {.e = e, .rules = rules};
    size_t count = rules->parameter_count;
    arena *scratch = NULL;
    ayant_status status = AYANT_OK;

    for (size_t i = 0; i < count; i++)
        if ((status = check_series(e, &rules->parameters[i])) < 0)
            return status;
    scratch = arena_new();
    if (!scratch || !(w.series = arena_array(scratch, count, sizeof *w.series)) ||
        !(w.states = arena_array(scratch, count, sizeof *w.states)) ||
        !(w.path = arena_array(scratch, count, sizeof *w.path))) {
        status = fail_memory(e);
        goto out;
    }
    if (count)
        memcpy(w.series, rules->parameters, count * sizeof *w.series);
    if ((status = resolve_all(&w)) < 0)
        goto out;
    if (count)
        memcpy(rules->parameters, w.series, count * sizeof *w.series);
out:
    arena_free(scratch);
    return status;
}
