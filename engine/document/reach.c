/*
 * Walking from a right to the facts and figures it rests on.
 */
#include "reach.h"

typedef struct walk {
    const graph *g;
    const rulebook *rules;
    char *variable_seen, *fact_seen, *parameter_seen;
    reach *out;
} walk;

static void reach_fact(walk *w, int index)
{
    if (index < 0 || w->fact_seen[index])
        return;
    w->fact_seen[index] = 1;
    w->out->facts[w->out->fact_count++] = index;
}

/* A derived parameter stands before what it is computed from. */
static void reach_parameter(walk *w, int index)
{
    const derivation *d;

    if (index < 0 || w->parameter_seen[index])
        return;
    w->parameter_seen[index] = 1;
    w->out->parameters[w->out->parameter_count++] = index;
    d = &w->rules->parameters[index].derived;
    if (d->kind == DERIVE_NONE)
        return;
    if (d->base)
        reach_parameter(w, rulebook_parameter(w->rules, d->base));
    if (d->coefficient)
        reach_parameter(w, rulebook_parameter(w->rules, d->coefficient));
}

static void reach_variable(walk *w, int index)
{
    const variable_graph *v;

    if (index < 0 || w->variable_seen[index])
        return;
    w->variable_seen[index] = 1;
    w->out->variables[w->out->variable_count++] = index;
    v = &w->g->variables[index];
    for (size_t i = 0; i < v->reading_count; i++) {
        const reading *r = &v->readings[i];

        for (int k = 0; k < r->step_count; k++)
            if (r->steps[k].how == STEP_LINK)
                reach_fact(w, r->steps[k].index);
        if (r->what == READ_FACT)
            reach_fact(w, r->index);
        else if (r->what == READ_PARAMETER)
            reach_parameter(w, r->index);
        else if (r->what == READ_KINSHIP)
            w->out->kinship = 1;
    }
    for (size_t i = 0; i < v->reading_count; i++)
        if (v->readings[i].what == READ_VARIABLE)
            reach_variable(w, v->readings[i].index);
}

static void reach_named(walk *w, const char *name)
{
    if (name)
        reach_variable(w, rulebook_variable(w->rules, name));
}

static void reach_fact_named(walk *w, const char *name)
{
    if (name)
        reach_fact(w, dictionary_find(&w->rules->facts, name));
}

int reach_right(arena *memory, const graph *g, const right *r, reach *out)
{
    const rulebook *rules = g->rules;
    walk w = {g, rules, NULL, NULL, NULL, out};

    *out = (reach){NULL, NULL, NULL, 0, 0, 0, 0};
    w.variable_seen = arena_alloc(memory, rules->variable_count + 1);
    w.fact_seen = arena_alloc(memory, rules->facts.count + 1);
    w.parameter_seen = arena_alloc(memory, rules->parameter_count + 1);
    out->variables = arena_array(memory, rules->variable_count + 1, sizeof *out->variables);
    out->facts = arena_array(memory, rules->facts.count + 1, sizeof *out->facts);
    out->parameters = arena_array(memory, rules->parameter_count + 1, sizeof *out->parameters);
    if (!w.variable_seen || !w.fact_seen || !w.parameter_seen || !out->variables || !out->facts ||
        !out->parameters)
        return -1;
    for (size_t i = 0; i < r->condition_count; i++)
        reach_named(&w, r->conditions[i].variable);
    reach_named(&w, r->amount);
    reach_named(&w, r->amount_low);
    reach_named(&w, r->route);
    for (size_t i = 0; i < r->judged_count; i++)
        reach_named(&w, r->judged[i].when);
    reach_named(&w, r->once_per_couple);
    reach_named(&w, r->counted_when);
    reach_named(&w, r->never_yes);
    reach_named(&w, r->refer);
    reach_fact_named(&w, r->receives);
    reach_fact_named(&w, r->pending);
    reach_fact_named(&w, r->ended);
    return 0;
}
