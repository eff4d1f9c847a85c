/*
 * Explaining a person: one household screened, then each right told.
 */
#include "explain.h"

#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "reasons.h"

void tell_heading(explaining *x, phrase p)
{
    reason line = {.kind = REASON_HEADING, .depth = 1, .state = 2};

    line.label = say(p, x->options->language);
    reason_add(x->to, &line);
}

void tell_note(explaining *x, int depth, const char *what, const char *value, const char *law)
{
    reason line = {.kind = REASON_NOTE, .depth = depth, .state = 2};

    line.label = what;
    line.value = value;
    line.law = law;
    reason_add(x->to, &line);
}

static void tell_verdict(explaining *x, const results *run, size_t which_right)
{
    const right *r = right_of(run, which_right);
    const result *a = result_of(run, x->person, which_right);
    ayant_language l = x->options->language;
    type money = {KIND_MONEY, PERIOD_MONTH, 0, NULL, 0};
    char value[256];
    reason line = {.kind = REASON_RIGHT, .depth = 0, .name = r->name, .state = 2};

    line.label = say_label(&r->label, l, r->name);
    line.value = a->finding == FINDING_RECEIVING ? NULL : say_verdict((verdict)a->verdict, l);
    line.note = say_finding((finding)a->finding, l);
    line.law = law_text(x, &r->law);
    reason_add(x->to, &line);
    if (a->finding == FINDING_RECEIVING)
        return;
    if (a->high_cents >= 0) {
        say_value(&money, (double)a->low_cents * (MICRO / 100), (double)a->high_cents * (MICRO / 100), 0, l,
                  value, sizeof value);
        tell_note(x, 1, say(SAY_AMOUNT, l), value, NULL);
    }
    tell_best_and_worst(x, run, which_right);
    if (a->route >= 0 && r->route) {
        const variable *v = &x->rules->variables[rulebook_variable(x->rules, r->route)];

        if (strcmp(v->words[a->route], "none") != 0)
            tell_note(x, 1, say(SAY_ROUTE, l), v->words[a->route], NULL);
    }
    tell_note(x, 1, say(SAY_CERTAINTY, l), say_certainty((certainty)a->certainty, l), NULL);
    if (say_label(&r->office, l, NULL))
        tell_note(x, 1, say(SAY_OFFICE, l), say_label(&r->office, l, ""), NULL);
}

static ayant_status tell_doubts(failure *e, explaining *x, const results *run, size_t which_right)
{
    const result *a = result_of(run, x->person, which_right);
    screen_options options = {.on = x->options->on, .strict = x->options->strict, .threads = 1};
    char *flags = arena_alloc(x->to->memory, x->rules->parameter_count + 1);
    ayant_status status;

    if (a->certainty != CERTAINTY_PROBABLE)
        return AYANT_OK;
    if (!flags)
        return fail_memory(e);
    if ((status = doubtful_parameters(e, x->g, x->people, &options, x->person, which_right, flags)) < 0)
        return status;
    for (size_t i = 0; i < x->rules->parameter_count; i++)
        if (flags[i])
            tell_note(
                x, 1, say(SAY_RESTS_ON, x->options->language),
                say_label(&x->rules->parameters[i].label, x->options->language, x->rules->parameters[i].name),
                law_text(x, &x->rules->parameters[i].law));
    return AYANT_OK;
}

static void tell_conditions(explaining *x, const right *r)
{
    tell_heading(x, SAY_CONDITIONS);
    for (size_t i = 0; i < r->condition_count; i++) {
        int which = rulebook_variable(x->rules, r->conditions[i].variable);
        tell_variable(x, which, x->person, 2, NULL);
    }
    if (r->amount) {
        tell_heading(x, SAY_AMOUNT);
        tell_variable(x, rulebook_variable(x->rules, r->amount), x->person, 2, NULL);
    }
    if (r->amount_low) {
        tell_heading(x, SAY_AMOUNT_LOW);
        tell_variable(x, rulebook_variable(x->rules, r->amount_low), x->person, 2, NULL);
    }
}

static void tell_judged(explaining *x, const right *r)
{
    ayant_language l = x->options->language;

    if (r->judged_count)
        tell_heading(x, SAY_JUDGED);
    for (size_t i = 0; i < r->judged_count; i++) {
        const judged *j = &r->judged[i];
        int which = j->when ? rulebook_variable(x->rules, j->when) : -1;

        if (which >= 0) {
            int root = x->g->variables[which].root;
            size_t row = x->g->nodes[root].space == SPACE_CONST ? 0 : x->person - x->frame->person;

            if (slot_high(x->frame, root, row) == 0)
                continue;
        }
        tell_note(x, 2, say_label(&j->label, l, j->id), NULL, law_text(x, &j->law));
    }
}

static void tell_missing(explaining *x, const results *run, size_t which_right)
{
    const int32_t *m = run->missing + result_of(run, x->person, which_right)->missing;
    ayant_language l = x->options->language;

    if (*m < 0)
        return;
    tell_heading(x, SAY_MISSING_FACTS);
    for (; *m >= 0; m++) {
        const fact *f;

        if ((size_t)*m >= x->rules->facts.count) {
            tell_note(x, 2, say(SAY_KINSHIP, l), NULL, NULL);
            continue;
        }
        f = &x->rules->facts.facts[*m];
        tell_note(x, 2, say_label(&f->label, l, f->name), say_label(&f->ask, l, NULL), NULL);
    }
}

/* Facts presumed for this person or household among those the lines above show. */
static void tell_presumed(explaining *x, size_t from)
{
    ayant_language l = x->options->language;
    size_t end = x->to->count, begun = 0;
    char *seen = arena_alloc(x->to->memory, x->rules->facts.count + 1);

    if (!seen) {
        x->to->failed = 1;
        return;
    }
    for (size_t i = from; i < end; i++) {
        const reason *line = &x->to->lines[i];
        int which = line->kind == REASON_FACT && line->note && strstr(line->note, say(SAY_PRESUMED, l))
                        ? dictionary_find(&x->rules->facts, line->name)
                        : -1;

        if (which < 0 || seen[which])
            continue;
        seen[which] = 1;
        if (!begun++)
            tell_heading(x, SAY_PRESUMPTIONS);
        tell_note(x, 2, x->to->lines[i].label, x->to->lines[i].value, NULL);
    }
}

static ayant_status tell_right(failure *e, explaining *x, const results *run, size_t which_right)
{
    const right *r = right_of(run, which_right);
    ayant_language l = x->options->language;
    size_t from = x->to->count;
    ayant_status status;

    tell_verdict(x, run, which_right);
    if (result_of(run, x->person, which_right)->finding == FINDING_RECEIVING) {
        tell_note(x, 1, say(SAY_RECEIVING, l), NULL, NULL);
        return AYANT_OK;
    }
    if ((status = tell_doubts(e, x, run, which_right)) < 0)
        return status;
    memset(x->told, 0, x->rules->variable_count * LIMIT_HOUSEHOLD);
    tell_conditions(x, r);
    tell_judged(x, r);
    tell_missing(x, run, which_right);
    if ((status = tell_outlook(e, x, run, which_right)) < 0)
        return status;
    tell_presumed(x, from);
    for (size_t i = 0; i < r->open_count; i++) {
        int which = rulebook_right(x->rules, r->opens[i]);

        tell_note(x, 1, say(SAY_OPENS, l),
                  which < 0 ? r->opens[i] : say_label(&x->rules->rights[which].label, l, r->opens[i]), NULL);
    }
    return AYANT_OK;
}

/* The texts of law cited, by their numbers. */
static void tell_texts(explaining *x)
{
    ayant_language l = x->options->language;
    char number[16];

    for (int k = 1; k <= x->cited_count; k++)
        for (size_t i = 0; i < x->rules->source_count; i++)
            if (x->cited[i] == k) {
                const law_source *s = &x->rules->sources[i];

                snprintf(number, sizeof number, "[%d]", k);
                tell_note(x, 0, number, say_label(&s->label, l, s->id), s->reference);
            }
    tell_note(x, 0, say(SAY_DRAFT, l), NULL, NULL);
}

static ayant_status write_all(failure *e, const explaining *x, const ayant_sink *out)
{
    ayant_language l = x->options->language;
    char on[16];
    char *title;
    writer w;

    day_print(on, x->options->on);
    title = arena_print(x->to->memory, "%s %s, %s %s", say(SAY_PERSON, l), x->people->person_id[x->person],
                        say(SAY_ON, l), on);
    if (!title || x->to->failed)
        return fail_memory(e);
    writer_start(&w, out);
    reasons_write(x->to, title, x->options->format, l, &w);
    return writer_end(&w, e);
}

static ayant_status tell_all(failure *e, explaining *x, const results *run, const ayant_sink *out)
{
    int told = 0;
    ayant_status status;

    for (size_t k = 0; k < run->right_count; k++) {
        if (x->options->right && strcmp(x->options->right, right_of(run, k)->name) != 0)
            continue;
        told = 1;
        if ((status = tell_right(e, x, run, k)) < 0)
            return status;
    }
    if (!told)
        return fail(e, AYANT_E_USAGE, "X02", "there is no right '%.40s' in these rules", x->options->right);
    tell_texts(x);
    return write_all(e, x, out);
}

/* Everything the walk needs, for one household. */
static ayant_status explain_household(failure *e, explaining *x, const ayant_sink *out)
{
    size_t household = x->people->household_of[x->person];
    screen_options options = {
        .on = x->options->on, .strict = x->options->strict, .threads = 1, .sensitive = 1, .one = 1};
    plan_options keep = {.on = x->options->on, .strict = x->options->strict, .keep_all = 1, .chunk = 1};
    int *wanted = arena_array(x->to->memory, x->rules->variable_count + 1, sizeof *wanted);
    results *run = NULL;
    plan *p = NULL;
    frame *f = NULL;
    explorer_options explore = {
        .on = x->options->on, .strict = x->options->strict, .right = x->options->right};
    ayant_status status;

    if (!wanted)
        return fail_memory(e);
    options.household = household;
    for (size_t i = 0; i < x->rules->variable_count; i++)
        wanted[i] = x->g->variables[i].root;
    if ((status = screen_people(e, x->g, x->people, &options, NULL, &run)) == AYANT_OK &&
        (status = explorer_new(e, x->g, x->people, &explore, &x->explorer)) == AYANT_OK &&
        (status = plan_new(e, x->g, x->people, &keep, wanted, x->rules->variable_count, &p)) == AYANT_OK &&
        !(f = frame_new(p)))
        status = fail_memory(e);
    if (f) {
        frame_run_households(f, household, household + 1);
        x->frame = f;
        explorer_load(x->explorer, household);
        status = tell_all(e, x, run, out);
    }
    frame_free(f);
    plan_free(p);
    later_free(x->later);
    explorer_free(x->explorer);
    results_free(run);
    return status;
}

ayant_status explain_person(failure *e, const graph *g, const people *p, const char *person_id,
                            const explain_options *options, const ayant_sink *out)
{
    int64_t person = people_find(p, text_of(person_id));
    reasons to = {.memory = NULL};
    explaining x = {.to = &to, .g = g, .rules = g->rules, .people = p, .options = options};
    ayant_status status;

    if (person < 0)
        return fail(e, AYANT_E_USAGE, "X01", "nobody in this caseload has that identifier: check person_id");
    to.memory = arena_new();
    x.told = to.memory ? arena_alloc(to.memory, g->rules->variable_count * LIMIT_HOUSEHOLD + 1) : NULL;
    x.cited = x.told ? arena_array(to.memory, g->rules->source_count + 1, sizeof *x.cited) : NULL;
    if (!x.cited) {
        arena_free(to.memory);
        return fail_memory(e);
    }
    x.person = (size_t)person;
    status = explain_household(e, &x, out);
    arena_free(to.memory);
    return status;
}
