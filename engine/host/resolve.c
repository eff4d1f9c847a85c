/*
 * Names that declarations say of each other, checked once all files are
 * loaded: a right may be declared before its variables, a fact before the
 * fact its empty cells lean on.
 */
#include <string.h>
#include "room.h"
#include "values.h"

static const char *hint_fact(const rulebook *r, const char *name, char out[160])
{
    guess g;

    guess_start(&g, name);
    for (size_t i = 0; i < r->facts.count; i++)
        guess_try(&g, r->facts.facts[i].name);
    return guess_hint(&g, out);
}

static const char *hint_variable(const rulebook *r, const char *name, char out[160])
{
    guess g;

    guess_start(&g, name);
    for (size_t i = 0; i < r->variable_count; i++)
        guess_try(&g, r->variables[i].name);
    return guess_hint(&g, out);
}

static const char *hint_parameter(const rulebook *r, const char *name, char out[160])
{
    guess g;

    guess_start(&g, name);
    for (size_t i = 0; i < r->parameter_count; i++)
        guess_try(&g, r->parameters[i].name);
    return guess_hint(&g, out);
}

/* ---- facts ---- */

static void resolve_when(lua_State *L, const pending_when *w)
{
    rulebook *r = host_of(L)->rules;
    fact *f = &r->facts.facts[w->fact];
    int other = dictionary_find(&r->facts, w->on);
    subject s = {"fact", f->name, f->at};
    place at = place_of_text(L, f->at, w->on);
    const fact *on;
    char hint[160];

    if (other < 0)
        stop_at(L, at, "R17", "fact '%s' leans on '%s', which is not a fact%s", f->name, w->on,
                hint_fact(r, w->on, hint));
    on = &r->facts.facts[other];
    if (other == w->fact || on->entity != f->entity)
        stop_at(L, at, "R24", "fact '%s' leans on '%s': it must be another fact of the same %s", f->name,
                w->on, f->entity == ENTITY_PERSON ? "person" : "household");
    if (w->is && on->kind != KIND_TRUTH)
        stop_at(
            L, at, "R24",
            "fact '%s' leans on '%s' with `is`: that is for truths; for money and numbers write above = 0",
            f->name, w->on);
    if (!w->is && on->kind != KIND_MONEY && on->kind != KIND_NUMBER)
        stop_at(L, at, "R24",
                "fact '%s' leans on '%s' with `above`: that is for money and numbers; for truths write is = "
                "\"yes\"",
                f->name, w->on);
    f->when_fact = other;
    f->when_above = !w->is;
    f->when_is = w->is ? cell_of_text(L, &s, on, "is", w->is) : 0;
    f->then_known = w->value != NULL;
    f->then_value = w->value ? cell_of_text(L, &s, f, "value", w->value) : CELL_UNKNOWN;
}

static void resolve_whens(lua_State *L)
{
    host *h = host_of(L);
    dictionary *d = &h->rules->facts;

    for (size_t i = 0; i < h->when_count; i++)
        if (h->whens[i].fact >= 0)
            resolve_when(L, &h->whens[i]);
    for (size_t i = 0; i < d->count; i++) {
        const fact *f = &d->facts[i];

        if (f->when_fact >= 0 && d->facts[f->when_fact].when_fact >= 0)
            stop_at(L, f->at, "R24", "fact '%s' leans on '%s', which itself leans on '%s': name '%s'",
                    f->name, d->facts[f->when_fact].name, d->facts[d->facts[f->when_fact].when_fact].name,
                    d->facts[d->facts[f->when_fact].when_fact].name);
    }
}

static void check_reading_names(lua_State *L)
{
    const dictionary *d = &host_of(L)->rules->facts;

    for (size_t i = 0; i < d->count; i++) {
        const fact *f = &d->facts[i];
        int first = dictionary_find_read(d, f->entity, f->read_as);

        if (first >= 0 && (size_t)first != i)
            stop_at(L, f->at, "R25",
                    "facts '%s' and '%s' would both be read as '%s': write read_as for one of them",
                    d->facts[first].name, f->name, f->read_as);
    }
}

/* ---- names that are part of another name ---- */

/* 1 when `whole` is `part` followed by a point: a formula could not tell them apart. */
static int is_inside(const char *part, const char *whole)
{
    size_t length = strlen(part);

    return strncmp(part, whole, length) == 0 && whole[length] == '.';
}

static void check_clashes(lua_State *L)
{
    const rulebook *r = host_of(L)->rules;

    for (size_t i = 0; i < r->variable_count; i++) {
        charge(L, (int64_t)r->variable_count / 8);
        for (size_t j = 0; j < r->variable_count; j++)
            if (is_inside(r->variables[j].name, r->variables[i].name))
                stop_at(L, r->variables[i].at, "R25",
                        "variable '%s' would stand inside variable '%s': rename one of them",
                        r->variables[i].name, r->variables[j].name);
        for (size_t j = 0; j < r->facts.count; j++)
            if (r->facts.facts[j].entity == r->variables[i].entity &&
                (is_inside(r->facts.facts[j].read_as, r->variables[i].name) ||
                 strcmp(r->facts.facts[j].read_as, r->variables[i].name) == 0))
                stop_at(L, r->variables[i].at, "R25",
                        "variable '%s' begins with the name formulas use for fact '%s': rename one of them",
                        r->variables[i].name, r->facts.facts[j].name);
    }
    for (size_t i = 0; i < r->parameter_count; i++) {
        charge(L, (int64_t)r->parameter_count / 8);
        for (size_t j = 0; j < r->parameter_count; j++)
            if (is_inside(r->parameters[j].name, r->parameters[i].name))
                stop_at(L, r->parameters[i].at, "R25",
                        "parameter '%s' would stand inside parameter '%s': rename one of them",
                        r->parameters[i].name, r->parameters[j].name);
    }
}

/* ---- parameters and rights ---- */

static void check_parameters(lua_State *L)
{
    const rulebook *r = host_of(L)->rules;
    char hint[160];

    for (size_t i = 0; i < r->parameter_count; i++) {
        const parameter *p = &r->parameters[i];
        const char *names[] = {p->derived.base, p->derived.coefficient};

        for (int n = 0; n < 2; n++)
            if (names[n] && rulebook_parameter(r, names[n]) < 0)
                stop_at(L, place_of_text(L, p->at, names[n]), "R17",
                        "parameter '%s' is computed from '%s', which is not a parameter%s", p->name, names[n],
                        hint_parameter(r, names[n], hint));
    }
}

static void need_variable(lua_State *L, const right *one, const char *key, const char *name)
{
    const rulebook *r = host_of(L)->rules;
    int index = rulebook_variable(r, name);
    char hint[160];

    if (!name)
        return;
    if (index < 0)
        stop_at(L, place_of_text(L, one->at, name), "R17",
                "%s of right '%s' is '%s', which is not a variable%s", key, one->name, name,
                hint_variable(r, name, hint));
    if (r->variables[index].entity != ENTITY_PERSON)
        stop_at(L, place_of_text(L, one->at, name), "R17",
                "%s of right '%s' is '%s', a variable of the household: a right is judged for a person", key,
                one->name, name);
}

static void need_fact(lua_State *L, const right *one, const char *key, const char *name)
{
    const rulebook *r = host_of(L)->rules;
    int index = dictionary_find(&r->facts, name);
    char hint[160];

    if (!name)
        return;
    if (index < 0 || r->facts.facts[index].entity != ENTITY_PERSON)
        stop_at(L, place_of_text(L, one->at, name), "R17",
                "%s of right '%s' is '%s', which is not a fact of a person%s", key, one->name, name,
                index < 0 ? hint_fact(r, name, hint) : "");
}

static void check_right(lua_State *L, const right *one)
{
    const rulebook *r = host_of(L)->rules;
    char hint[160];
    guess g;

    for (size_t i = 0; i < one->condition_count; i++)
        need_variable(L, one, one->conditions[i].id, one->conditions[i].variable);
    for (size_t i = 0; i < one->judged_count; i++)
        need_variable(L, one, one->judged[i].id, one->judged[i].when);
    need_variable(L, one, "amount", one->amount);
    need_variable(L, one, "amount_low", one->amount_low);
    need_variable(L, one, "route", one->route);
    need_variable(L, one, "once_per_couple", one->once_per_couple);
    need_variable(L, one, "counted_when", one->counted_when);
    need_variable(L, one, "never_yes", one->never_yes);
    need_variable(L, one, "refer", one->refer);
    need_fact(L, one, "receives", one->receives);
    need_fact(L, one, "pending", one->pending);
    need_fact(L, one, "ended", one->ended);
    for (size_t i = 0; i < one->open_count; i++) {
        if (rulebook_right(r, one->opens[i]) >= 0)
            continue;
        guess_start(&g, one->opens[i]);
        for (size_t j = 0; j < r->right_count; j++)
            guess_try(&g, r->rights[j].name);
        stop_at(L, place_of_text(L, one->at, one->opens[i]), "R17",
                "right '%s' opens '%s', which is not a right%s", one->name, one->opens[i],
                guess_hint(&g, hint));
    }
}

void resolve_names(lua_State *L)
{
    const rulebook *r = host_of(L)->rules;

    check_reading_names(L);
    resolve_whens(L);
    check_clashes(L);
    check_parameters(L);
    for (size_t i = 0; i < r->right_count; i++)
        check_right(L, &r->rights[i]);
    case_finish(L);
}
