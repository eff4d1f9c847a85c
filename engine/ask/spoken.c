/*
 * What each right says so far, and what has become certain.
 *
 * Only in favour: what is received is not looked at, and a "no" is a "not by
 * today's answers".
 */
#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "asking.h"

static int64_t cents(double micros)
{
    int64_t value = (int64_t)(micros / (MICRO / 100) + 0.5);

    return value < 0 ? 0 : value;
}

/* "1.340,47 EUR": with a point in English. */
static const char *money_text(asking *s, int64_t value)
{
    int english = s->options.language == AYANT_EN;

    if (value >= 100000)
        return arena_print(s->passing, "%lld%c%03lld%c%02lld EUR", (long long)(value / 100000),
                           english ? ',' : '.', (long long)(value / 100 % 1000), english ? '.' : ',',
                           (long long)(value % 100));
    return arena_print(s->passing, "%lld%c%02lld EUR", (long long)(value / 100), english ? '.' : ',',
                       (long long)(value % 100));
}

static const char *amount_text(asking *s, int64_t low, int64_t high)
{
    ayant_language l = s->options.language;
    const char *a = money_text(s, low), *b = money_text(s, high);

    if (!a || !b)
        return NULL;
    if (low == high)
        return a;
    if (low == 0)
        return arena_print(s->passing, ask_say(SAID_AT_MOST, l), b);
    return arena_print(s->passing, ask_say(SAID_BETWEEN, l), a, b);
}

static int truth_at(const asking *s, int which)
{
    return which >= 0 && slot_low(s->copies->frame, which, 0) == 1;
}

static finding finding_now(const asking *s, size_t r, verdict v)
{
    cell receives = receipt_of(s, r, 0);

    if (receives == 1)
        return FINDING_RECEIVING;
    if (v == VERDICT_NO)
        return FINDING_NONE;
    if (s->rights[r].never_yes >= 0)
        return truth_at(s, s->rights[r].never_yes) ? FINDING_POSSIBLE : FINDING_NONE;
    if (receives == CELL_UNKNOWN)
        return FINDING_TO_CHECK;
    return v == VERDICT_YES ? FINDING_LIKELY : FINDING_POSSIBLE;
}

/* 1 when a condition looks at a sensitive fact: then it is not given as the reason. */
static int is_sensitive(const asking *s, int which)
{
    const variable_graph *v = &s->g->variables[which];
    int found = 0;

    for (size_t i = 0; i < v->reading_count; i++)
        found |= v->readings[i].what == READ_FACT && s->facts->facts[v->readings[i].index].sensitive;
    return found;
}

/* The first condition that is not met; NULL when it is not to be told. */
static const char *failed_condition(const asking *s, size_t r)
{
    const right_nodes *n = &s->rights[r];
    ayant_language l = s->options.language;

    for (size_t i = 0; i < n->condition_count; i++) {
        const condition *c = &n->right->conditions[i];
        int which = rulebook_variable(s->g->rules, c->variable);

        if (slot_high(s->copies->frame, n->conditions[i], 0) != 0)
            continue;
        if (which < 0 || is_sensitive(s, which))
            return NULL;
        if (ask_label(&c->label, l, NULL))
            return ask_label(&c->label, l, NULL);
        return ask_label(&s->g->rules->variables[which].label, l, NULL);
    }
    return NULL;
}

static const char *route_text(const asking *s, size_t r, uint64_t route)
{
    int which = s->rights[r].right->route ? rulebook_variable(s->g->rules, s->rights[r].right->route) : -1;
    const variable *v = which < 0 ? NULL : &s->g->rules->variables[which];

    for (size_t i = 0; v && i < v->word_count; i++)
        if (route == (uint64_t)1 << i && strcmp(v->words[i], "none") != 0)
            return ask_word("", v->words[i], s->options.language);
    return NULL;
}

static const char *no_text(asking *s, size_t r, const saying *x)
{
    ayant_language l = s->options.language;
    const right_nodes *n = &s->rights[r];
    const char *route = route_text(s, r, x->route), *because = failed_condition(s, r);

    /* Why not is not said of a right that touches on residence or health. */
    if (route && (truth_at(s, n->refer) || n->never_yes >= 0))
        return arena_print(s->passing, ask_say(SAID_ELSEWHERE, l), route);
    if (because && !n->right->sensitive)
        return arena_print(s->passing, ask_say(SAID_NO_BECAUSE, l), because);
    return ask_say(SAID_NO, l);
}

static const char *said_text(asking *s, size_t r, const saying *x, const ask_right *out)
{
    ayant_language l = s->options.language;
    int amount = out->high_cents >= 0;
    const char *said = NULL, *money = amount ? amount_text(s, out->low_cents, out->high_cents) : "";

    if (strcmp(out->finding, finding_names[FINDING_RECEIVING]) == 0)
        return ask_say(SAID_RECEIVES, l);
    if (x->verdict == VERDICT_NO)
        return no_text(s, r, x);
    if (s->rights[r].never_yes >= 0)
        return ask_say(truth_at(s, s->rights[r].never_yes) ? SAID_ASK : SAID_POSSIBLE, l);
    if (x->verdict == VERDICT_YES)
        said = amount && money ? arena_print(s->passing, ask_say(SAID_LIKELY_AMOUNT, l), money)
                               : ask_say(SAID_LIKELY, l);
    else
        said = amount && money && out->high_cents < LIMIT_EURO_MONTH * 100
                   ? arena_print(s->passing, ask_say(SAID_POSSIBLE_AMOUNT, l), money)
                   : ask_say(SAID_POSSIBLE, l);
    if (said && money && strcmp(out->finding, finding_names[FINDING_TO_CHECK]) == 0 && out->certain)
        said = arena_print(s->passing, "%s%s", said, ask_say(SAID_TO_CHECK, l));
    return money ? said : NULL;
}

static int say_right(asking *s, size_t r, ask_right *out, unsigned still_open)
{
    const right *x = s->rights[r].right;
    saying now = saying_of(s->copies, &s->rights[r], 0);
    finding f = finding_now(s, r, now.verdict);

    *out = (ask_right){.right = x->name, .low_cents = -1, .high_cents = -1};
    out->label = ask_label(x->sensitive ? &x->offer : &x->label, s->options.language, x->name);
    out->finding = finding_names[f];
    out->verdict = f == FINDING_RECEIVING ? "" : verdict_names[now.verdict];
    if (f != FINDING_RECEIVING && s->rights[r].high >= 0) {
        out->low_cents = cents(now.low);
        out->high_cents = cents(now.high);
        if (now.verdict == VERDICT_UNKNOWN)
            out->low_cents = 0;
    }
    s->is_certain[r] = !(still_open & 1u << r) && (now.verdict != VERDICT_UNKNOWN || f == FINDING_RECEIVING ||
                                                   truth_at(s, s->rights[r].never_yes));
    out->certain = s->is_certain[r];
    out->news = out->certain && !s->was_certain[r];
    out->said = said_text(s, r, &now, out);
    return out->said ? 0 : -1;
}

ayant_status asking_say(failure *e, asking *s)
{
    unknown_cell cells[ASKING_CELLS];
    unsigned why[ASKING_CELLS], still_open = 0;
    size_t count, n = 0;

    asking_load(s, 1);
    count = open_cells(s, 0, cells, why, ASKING_CELLS);
    for (size_t i = 0; i < count; i++)
        still_open |= why[i];
    for (size_t r = 0; r < s->right_count; r++)
        if (s->wanted[r] && say_right(s, r, &s->said[n++], still_open) < 0)
            return fail_memory(e);
    return AYANT_OK;
}
