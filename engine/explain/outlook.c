/*
 * The outlook of an answer: what would settle it, what stands in its way, how
 * far, and what time will do.
 *
 * Every figure said here was found by running the rules on copies of the
 * household: at the value said the answer is as said, and one cent, day or
 * word before it is not.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../explore/extremes.h"
#include "../explore/settling.h"
#include "../explore/whynot.h"
#include "reasons.h"

#define WAYS_TOLD 3

static asked asked_of(const explaining *x, size_t right_place)
{
    return (asked){x->person - x->people->first[x->people->household_of[x->person]], right_place};
}

/* Whose fact it is, when it is not the person's own. */
static const char *owner_of(const explaining *x, unknown_cell what)
{
    size_t first = x->people->first[x->people->household_of[x->person]];

    if ((size_t)what.fact < x->rules->facts.count &&
        x->rules->facts.facts[what.fact].entity == ENTITY_HOUSEHOLD)
        return say(SAY_HOUSEHOLD, x->options->language);
    return first + what.member == x->person ? NULL : x->people->person_id[first + what.member];
}

static void cell_line(explaining *x, int depth, unknown_cell what, const char *value, const char *beside)
{
    ayant_language l = x->options->language;
    reason line = {.kind = REASON_NOTE, .depth = depth, .state = 2, .value = value};
    const char *owner = owner_of(x, what);

    if ((size_t)what.fact >= x->rules->facts.count) {
        line.label = say(SAY_KINSHIP, l);
    } else {
        line.name = x->rules->facts.facts[what.fact].name;
        line.label = say_label(&x->rules->facts.facts[what.fact].label, l, line.name);
    }
    line.note = owner ? owner : beside;
    if (owner && beside && !(line.note = arena_print(x->to->memory, "%s; %s", owner, beside)))
        x->to->failed = 1;
    reason_add(x->to, &line);
}

static void money_text(int64_t cents, ayant_language l, char *out, size_t size)
{
    type t = {KIND_MONEY, PERIOD_MONTH, 0, NULL, 0};

    say_value(&t, (double)cents * (MICRO / 100), (double)cents * (MICRO / 100), 0, l, out, size);
}

void tell_best_and_worst(explaining *x, const results *run, size_t right_place)
{
    ayant_language l = x->options->language;
    asked what = asked_of(x, right_place);
    completions c;
    char said[128];

    if (result_of(run, x->person, right_place)->verdict != VERDICT_UNKNOWN ||
        right_of(run, right_place)->never_yes || !completions_of(x->explorer, what, &c) || !c.yes)
        return;
    if (c.best >= 0)
        money_text(c.best, l, said, sizeof said);
    tell_note(x, 1, say(SAY_BEST, l), c.best >= 0 ? said : say(SAY_YES, l), NULL);
    if (!c.no && c.worst >= 0)
        money_text(c.worst, l, said, sizeof said);
    tell_note(x, 1, say(SAY_WORST, l),
              c.no           ? say(SAY_NOTHING, l)
              : c.worst >= 0 ? said
                             : say(SAY_YES, l),
              NULL);
}

/* "yes up to 43210,00 EUR; no from 43210,01 EUR" */
static void sides_text(const fact *f, const settling_cell *s, ayant_language l, char *out, size_t size)
{
    size_t used = 0;
    char value[128];

    out[0] = '\0';
    if (s->low.known) {
        say_cell(f, s->low.end, l, value, sizeof value);
        used =
            (size_t)snprintf(out, size, "%s %s %s", say_verdict(s->low.verdict, l), say(SAY_UP_TO, l), value);
    }
    if (s->high.known && used < size) {
        say_cell(f, s->high.end, l, value, sizeof value);
        snprintf(out + used, size - used, "%s%s %s %s", used ? "; " : "", say_verdict(s->high.verdict, l),
                 say(SAY_FROM, l), value);
    }
}

static ayant_status tell_settling(failure *e, explaining *x, asked what)
{
    ayant_language l = x->options->language;
    settling *s = arena_alloc(x->to->memory, sizeof *s);
    char said[400];

    if (!s)
        return fail_memory(e);
    if (!settling_set(x->explorer, what, s))
        return AYANT_OK;
    tell_heading(x, SAY_ENOUGH);
    for (size_t i = 0; i < s->count; i++) {
        said[0] = '\0';
        if ((size_t)s->cells[i].cell.fact < x->rules->facts.count)
            sides_text(&x->rules->facts.facts[s->cells[i].cell.fact], &s->cells[i], l, said, sizeof said);
        cell_line(x, 2, s->cells[i].cell, *said ? said : NULL, NULL);
    }
    return AYANT_OK;
}

/* "at most 812,33 EUR instead of 900,00 EUR", and beside it "87,67 EUR less". */
static void tell_way(explaining *x, int depth, const way *w, const char *beside)
{
    ayant_language l = x->options->language;
    const fact *f = &x->rules->facts.facts[w->cell.fact];
    int amount = f->kind == KIND_MONEY || f->kind == KIND_NUMBER, up = w->would > w->is;
    char would[128], is[128], said[320], far[160] = "";

    say_cell(f, w->would, l, would, sizeof would);
    say_cell(f, w->is, l, is, sizeof is);
    snprintf(said, sizeof said, "%s%s%s %s %s", amount ? say(up ? SAY_AT_LEAST : SAY_AT_MOST, l) : "",
             amount ? " " : "", would, say(SAY_INSTEAD_OF, l), is);
    if (amount) {
        say_cell(f, (cell)w->distance, l, is, sizeof is);
        snprintf(far, sizeof far, "%s %s%s%s", is, say(up ? SAY_MORE : SAY_LESS, l), beside ? "; " : "",
                 beside ? beside : "");
    }
    cell_line(x, depth, w->cell, said, *far ? far : beside);
}

static void tell_obstacle(explaining *x, const right *r, const obstacle *o)
{
    ayant_language l = x->options->language;
    const condition *c = o->condition == OBSTACLE_AMOUNT ? NULL : &r->conditions[o->condition];
    const variable *v = c ? &x->rules->variables[rulebook_variable(x->rules, c->variable)] : NULL;

    type money = {KIND_MONEY, o->gap_per, 0, NULL, 0};
    char far[96], said[160] = "";

    if (o->gap) {
        say_value(&money, (double)o->gap * (MICRO / 100), (double)o->gap * (MICRO / 100), 0, l, far,
                  sizeof far);
        snprintf(said, sizeof said, "%s %s", say(SAY_TO_THRESHOLD, l), far);
    }
    tell_note(x, 2, c ? say_label(&c->label, l, say_label(&v->label, l, v->name)) : say(SAY_AMOUNT_NIL, l),
              *said ? said : NULL, law_text(x, c ? &c->law : &r->law));
    for (size_t i = 0, told = 0; i < o->way_count && !told; i++)
        if (!o->ways[i].waits && ++told)
            tell_way(x, 3, &o->ways[i], say(SAY_ONLY_THAT, l));
}

static void tell_whynot(explaining *x, const right *r, const whynot *w)
{
    ayant_language l = x->options->language;
    size_t told = 0;

    tell_heading(x, SAY_WHY_NOT);
    for (size_t i = 0; i < w->count; i++)
        if (w->obstacles[i].condition != OBSTACLE_AMOUNT || w->count == 1)
            tell_obstacle(x, r, &w->obstacles[i]);
    tell_heading(x, SAY_WOULD_CHANGE);
    for (size_t i = 0; i < w->way_count && told < WAYS_TOLD; i++)
        if (!w->ways[i].waits && ++told)
            tell_way(x, 2, &w->ways[i], NULL);
    for (size_t i = 0; i < w->maybe_count && told < WAYS_TOLD; i++)
        if (!w->maybe[i].waits && ++told)
            tell_way(x, 2, &w->maybe[i], say(SAY_STILL_OPEN, l));
    if (!told)
        tell_note(x, 2, say(SAY_NO_SINGLE, l), NULL, NULL);
}

static ayant_status tell_later(failure *e, explaining *x, asked what)
{
    ayant_language l = x->options->language;
    later_change change;
    char said[96], on[16];
    ayant_status status;
    int found;

    if (!x->later && (status = later_new(e, x->explorer, &x->later)) < 0)
        return status;
    if ((found = later_find(e, x->later, what, &change)) <= 0)
        return (ayant_status)found;
    day_print(on, change.on);
    snprintf(said, sizeof said, "%s %s %s", say_verdict(change.verdict, l), say(SAY_FROM, l), on);
    tell_heading(x, SAY_BY_ITSELF);
    tell_note(x, 2, said, say(SAY_IF_NOTHING_CHANGES, l), NULL);
    return AYANT_OK;
}

static ayant_status tell_no(failure *e, explaining *x, const right *r, asked what)
{
    whynot *w = arena_alloc(x->to->memory, sizeof *w);

    if (!w)
        return fail_memory(e);
    if (!whynot_of(x->explorer, what, w))
        return AYANT_OK;
    tell_whynot(x, r, w);
    return tell_later(e, x, what);
}

ayant_status tell_outlook(failure *e, explaining *x, const results *run, size_t right_place)
{
    asked what = asked_of(x, right_place);
    const right *r = right_of(run, right_place);
    verdict told = (verdict)result_of(run, x->person, right_place)->verdict;

    /* where ranges alone leave open what a proof has closed, nothing is missing */
    if (r->never_yes || told != explorer_verdict(x->explorer, what))
        return AYANT_OK;
    if (told == VERDICT_NO)
        return tell_no(e, x, r, what);
    return told == VERDICT_UNKNOWN ? tell_settling(e, x, what) : AYANT_OK;
}
