/*
 * Running cases: group by date, one people a group, compare.
 */
#include "cases.h"

#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "../takeup/screen.h"
#include "case_people.h"

/* The cases of one date, with what ran on them. */
typedef struct group {
    arena *memory;
    const graph *g;
    const rulebook *rules;
    day on;
    int strict;
    const rule_case **cases;
    size_t count;
    people *people;
    results *results;
    plan *plan;
    frame *frame;
    case_report report;
    void *to;
    size_t *passed, *failed;
} group;

static ayant_status no_key(failure *e, const rule_case *c, const case_expectation *x)
{
    return fail_at(
        e, AYANT_E_RULE, "K03", x->at.file ? x->at.file : c->at.file, x->at.line ? x->at.line : c->at.line, 0,
        "case '%.120s' expects '%s', which is neither a variable, nor a right, nor a right's amount_low, "
        "amount_high, finding, route, certainty or missing",
        c->title, x->key);
}

static void print_value(const graph *g, int root, double low, double high, uint64_t words, char *out,
                        size_t size)
{
    const type *t = &g->nodes[root].type;
    char a[32], b[32];
    size_t used = 0;

    out[0] = '\0';
    switch (t->kind) {
    case KIND_TRUTH:
        snprintf(out, size, "%s", low != high ? "unknown" : low != 0 ? "yes" : "no");
        return;
    case KIND_WORD:
        for (size_t i = 0; i < t->word_count && used < size; i++)
            if (words >> i & 1)
                used += (size_t)snprintf(out + used, size - used, "%s%s", used ? "|" : "", t->words[i]);
        return;
    case KIND_DATE:
        day_print(a, (day)low);
        day_print(b, (day)high);
        break;
    case KIND_MONEY:
        cents_print(a, (micro)low);
        cents_print(b, (micro)high);
        break;
    default:
        micro_print(a, (micro)low, 0);
        micro_print(b, (micro)high, 0);
        break;
    }
    if (low == high)
        snprintf(out, size, "%s", a);
    else
        snprintf(out, size, "%s..%s", a, b);
}

static void expected_text(const case_expectation *x, char *out, size_t size)
{
    if (x->value_high)
        snprintf(out, size, "%s..%s", x->value, x->value_high);
    else
        snprintf(out, size, "%s", x->value);
}

static void cents_or_empty(int64_t cents, char *out, size_t size)
{
    char text_out[32];

    cents_print(text_out, cents * (MICRO / 100));
    snprintf(out, size, "%s", cents < 0 ? "" : text_out);
}

/* "yes" when the fact is among the missing ones, so that it compares with what was expected. */
static void missing_text(const group *g, const result *x, const char *wanted, char *out, size_t size)
{
    const dictionary *d = &g->rules->facts;
    size_t used = 0;

    out[0] = '\0';
    for (const int32_t *m = g->results->missing + x->missing; *m >= 0; m++) {
        const char *name = (size_t)*m < d->count ? d->facts[*m].name : "relation";

        if (strcmp(name, wanted) == 0) {
            snprintf(out, size, "%s", wanted);
            return;
        }
        if (used < size)
            used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ";" : "", name);
    }
}

/* A right, or one of its answers; 0 when the key is neither. */
static int right_answer(const group *g, size_t row, const case_expectation *x, char *out, size_t size)
{
    for (size_t k = 0; k < g->results->right_count; k++) {
        const right *r = right_of(g->results, k);
        const result *a = result_of(g->results, row, k);
        size_t length = strlen(r->name);
        const char *what;

        if (strncmp(x->key, r->name, length) != 0 || (x->key[length] && x->key[length] != '.'))
            continue;
        what = x->key[length] ? x->key + length + 1 : "";
        if (!*what)
            snprintf(out, size, "%s", a->finding == FINDING_RECEIVING ? "" : verdict_names[a->verdict]);
        else if (!strcmp(what, "amount_low"))
            cents_or_empty(a->low_cents, out, size);
        else if (!strcmp(what, "amount_high"))
            cents_or_empty(a->high_cents, out, size);
        else if (!strcmp(what, "finding"))
            snprintf(out, size, "%s", finding_names[a->finding]);
        else if (!strcmp(what, "certainty"))
            snprintf(out, size, "%s", certainty_names[a->certainty]);
        else if (!strcmp(what, "route"))
            snprintf(out, size, "%s",
                     a->route < 0 ? ""
                                  : g->g->nodes[g->g->variables[rulebook_variable(g->rules, r->route)].root]
                                        .type.words[a->route]);
        else if (!strcmp(what, "missing"))
            missing_text(g, a, x->value, out, size);
        else
            continue;
        return 1;
    }
    return 0;
}

static ayant_status answer(failure *e, const group *g, size_t number, const case_expectation *x, char *out,
                           size_t size)
{
    int index = rulebook_variable(g->rules, x->key);
    size_t row = case_row(g->people, number, x->row < 0 ? 0 : x->row);
    int root;

    if (right_answer(g, row, x, out,
                     size)) /* "bim.route" is what the right answers, not the variable behind it */
        return AYANT_OK;
    if (index < 0)
        return no_key(e, g->cases[number], x);
    root = g->g->variables[index].root;
    row = g->rules->variables[index].entity == ENTITY_PERSON ? row : number;
    if (g->g->nodes[root].space == SPACE_CONST)
        row = 0;
    print_value(g->g, root, slot_low(g->frame, root, row), slot_high(g->frame, root, row),
                g->g->nodes[root].type.kind == KIND_WORD ? slot_words(g->frame, root, row) : 0, out, size);
    return AYANT_OK;
}

/* Amounts may be written 589.05 or 589.050: compared as numbers when both are. */
static int same(const char *expected, const char *got)
{
    micro a, b;

    return strcmp(expected, got) == 0 ||
           (micro_parse(text_of(expected), 6, &a) && micro_parse(text_of(got), 6, &b) && a == b);
}

static ayant_status try_case(failure *e, const group *g, size_t number)
{
    const rule_case *c = g->cases[number];
    case_outcome outcome = {.tried = c, .passed = 1};
    char expected[512], got[512];
    int bad = 0;

    for (size_t i = 0; i < c->expectation_count; i++) {
        ayant_status status = answer(e, g, number, &c->expectations[i], got, sizeof got);

        if (status < 0)
            return status;
        expected_text(&c->expectations[i], expected, sizeof expected);
        if (same(expected, got))
            continue;
        bad = 1;
        outcome = (case_outcome){c, &c->expectations[i], 0, expected, got};
        g->report(g->to, &outcome);
    }
    if (!bad)
        g->report(g->to, &(case_outcome){.tried = c, .passed = 1});
    (*(bad ? g->failed : g->passed))++;
    return AYANT_OK;
}

static ayant_status run_group(failure *e, group *g)
{
    screen_options options = {.on = g->on, .strict = g->strict, .threads = 1, .sensitive = 1};
    plan_options keep = {.on = g->on, .strict = g->strict, .keep_all = 1, .chunk = g->count};
    int *wanted = arena_array(g->memory, g->rules->variable_count + 1, sizeof *wanted);
    ayant_status status = AYANT_OK;

    g->people = people_new(&g->rules->facts);
    if (!g->people || !wanted)
        return fail_memory(e);
    for (size_t i = 0; i < g->count && status == AYANT_OK; i++)
        status = case_add(e, g->rules, g->cases[i], i, g->people);
    if (status < 0 || (status = people_finish(g->people, e)) < 0)
        return status;
    for (size_t i = 0; i < g->rules->variable_count; i++)
        wanted[i] = g->g->variables[i].root;
    if ((status = screen_people(e, g->g, g->people, &options, NULL, &g->results)) < 0 ||
        (status = plan_new(e, g->g, g->people, &keep, wanted, g->rules->variable_count, &g->plan)) < 0)
        return status;
    g->frame = frame_new(g->plan);
    if (!g->frame)
        return fail_memory(e);
    frame_run(g->frame, 0);
    for (size_t i = 0; i < g->count && status == AYANT_OK; i++)
        status = try_case(e, g, i);
    return status;
}

static void group_end(group *g)
{
    frame_free(g->frame);
    plan_free(g->plan);
    results_free(g->results);
    people_free(g->people);
    g->frame = NULL;
    g->plan = NULL;
    g->results = NULL;
    g->people = NULL;
}

ayant_status cases_run(failure *e, const graph *g, case_report report, void *to, size_t *passed,
                       size_t *failed)
{
    const rulebook *rules = g->rules;
    group one = {.g = g, .rules = rules, .report = report, .to = to, .passed = passed, .failed = failed};
    ayant_status status = AYANT_OK;
    char *done;

    *passed = *failed = 0;
    one.memory = arena_new();
    done = one.memory ? arena_alloc(one.memory, rules->case_count + 1) : NULL;
    one.cases = done ? arena_array(one.memory, rules->case_count + 1, sizeof *one.cases) : NULL;
    if (!one.cases) {
        arena_free(one.memory);
        return fail_memory(e);
    }
    for (size_t i = 0; i < rules->case_count && status == AYANT_OK; i++) {
        if (done[i])
            continue;
        one.on = rules->cases[i].on;
        one.strict = rules->cases[i].strict;
        one.count = 0;
        for (size_t j = i; j < rules->case_count; j++)
            if (!done[j] && rules->cases[j].on == one.on && rules->cases[j].strict == one.strict) {
                one.cases[one.count++] = &rules->cases[j];
                done[j] = 1;
            }
        status = run_group(e, &one);
        group_end(&one);
    }
    arena_free(one.memory);
    return status;
}
