/*
 * The cases of a right: what was tried, when, after which text, and what is expected.
 */
#include <string.h>

#include "figures_said.h"
#include "page.h"

/* "ris.monthly" and "ris" are of the right "ris". */
static int concerns(const case_expectation *x, const right *r)
{
    size_t length = strlen(r->name);

    return strncmp(x->key, r->name, length) == 0 && (x->key[length] == '\0' || x->key[length] == '.');
}

static int case_concerns(const rule_case *c, const right *r)
{
    for (size_t i = 0; i < c->expectation_count; i++)
        if (concerns(&c->expectations[i], r))
            return 1;
    return 0;
}

size_t right_cases(const rulebook *rules, const right *r)
{
    size_t count = 0;

    for (size_t i = 0; i < rules->case_count; i++)
        count += (size_t)case_concerns(&rules->cases[i], r);
    return count;
}

static void put_text_value(page *p, const variable *v, const char *value)
{
    micro number;
    day date;

    if (!*value)
        put_saying(p, SAID_NOBODY_ELSE);
    else if (micro_parse(text_of(value), 6, &number))
        put_figure(p->to, v && v->kind == KIND_NUMBER ? KIND_NUMBER : KIND_MONEY, PERIOD_NONE, number,
                   p->language);
    else if (day_parse(text_of(value), &date))
        put_day(p->to, date, p->language);
    else
        put_word(p, value);
}

static void put_key(page *p, const case_expectation *x, const variable *v)
{
    static const struct {
        const char *suffix;
        saying title;
    } suffixes[] = {{".amount_low", SAID_EXPECT_LOW},      {".amount_high", SAID_EXPECT_HIGH},
                    {".finding", SAID_EXPECT_FINDING},     {".route", SAID_EXPECT_ROUTE},
                    {".certainty", SAID_EXPECT_CERTAINTY}, {".missing", SAID_EXPECT_MISSING}};
    size_t length = strlen(p->right->name);

    if (v) {
        put_label(p, &v->label, v->name);
        return;
    }
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strcmp(x->key + length, suffixes[i].suffix) == 0) {
            put_saying(p, suffixes[i].title);
            return;
        }
    if (x->key[length] == '\0')
        put_saying(p, SAID_RIGHT);
    else
        put_html(p->to, x->key);
}

static void put_expectation(page *p, const rule_case *c, const case_expectation *x)
{
    int index = rulebook_variable(p->rules, x->key);
    const variable *v = index >= 0 ? &p->rules->variables[index] : NULL;
    int fact_index = strstr(x->key, ".missing") ? dictionary_find(&p->rules->facts, x->value) : -1;

    put_key(p, x, v);
    if (x->row > 0 && x->row < c->person_count) {
        put_text(p->to, " (");
        put_html(p->to, c->person_ids[x->row]);
        put_text(p->to, ")");
    }
    put_saying(p, SAID_COLON);
    put_text(p->to, " ");
    if (fact_index >= 0)
        put_label(p, &p->rules->facts.facts[fact_index].label, x->value);
    else
        put_text_value(p, v, x->value ? x->value : "");
    if (x->value_high) {
        put_text(p->to, " ");
        put_saying(p, SAID_CHART_TO);
        put_text(p->to, " ");
        put_text_value(p, v, x->value_high);
    }
}

static void put_case(page *p, const rule_case *c)
{
    put_text(p->to, "<tr><td>");
    put_html(p->to, c->title);
    put_text(p->to, "</td><td>");
    put_day(p->to, c->on, p->language);
    put_text(p->to, "</td><td>");
    for (size_t i = 0, told = 0; i < c->expectation_count; i++) {
        if (!concerns(&c->expectations[i], p->right))
            continue;
        put_text(p->to, told++ ? " · " : "");
        put_expectation(p, c, &c->expectations[i]);
    }
    put_text(p->to, "</td><td>");
    put_html(p->to, c->cites ? c->cites : "");
    put_text(p->to, "</td></tr>\n");
}

void put_right_cases(page *p)
{
    static const saying titles[] = {SAID_CASE, SAID_DATE, SAID_EXPECTED, SAID_SOURCE};

    put_section(p, "cases", SAID_CASES);
    if (!right_cases(p->rules, p->right)) {
        put_paragraph(p, SAID_CASES_NONE);
        put_text(p->to, "</section>\n");
        return;
    }
    put_paragraph(p, SAID_CASES_NOTE);
    put_row_head(p, titles, 4);
    for (size_t i = 0; i < p->rules->case_count; i++)
        if (case_concerns(&p->rules->cases[i], p->right))
            put_case(p, &p->rules->cases[i]);
    put_row_foot(p);
    put_text(p->to, "</section>\n");
}
