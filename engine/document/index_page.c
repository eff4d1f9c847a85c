/*
 * The first page, one language after the other: the rights, what is counted,
 * what is not verified, the texts of law.
 */
#include "../params/series.h"
#include "figures_said.h"
#include "page.h"

/* "12 verified · 4 computed · 1 to verify": how sure the figures of a right are, in words. */
static void put_sureness(page *p, const reach *r)
{
    static const saying words[] = {SAID_VERIFIED, SAID_DERIVED, SAID_UNVERIFIED, SAID_NO_VALUE};
    size_t counts[4] = {0, 0, 0, 0};
    int any = 0;

    for (size_t i = 0; i < r->parameter_count; i++) {
        const parameter_row *row = parameter_at(&p->rules->parameters[r->parameters[i]], p->on);

        counts[row ? (size_t)row->status : 3]++;
    }
    for (size_t i = 0; i < 4; i++) {
        if (!counts[i])
            continue;
        put_text(p->to, any++ ? " · " : "");
        put_saying(p, words[i]);
        put_saying(p, SAID_COLON);
        put_print(p->to, " %zu", counts[i]);
    }
    if (!any)
        put_saying(p, SAID_NOBODY_ELSE);
}

static void put_heading(page *p, saying title)
{
    put_text(p->to, "<h2>");
    put_saying(p, title);
    put_text(p->to, "</h2>\n");
}

static void put_rights(page *p)
{
    static const saying titles[] = {SAID_RIGHT, SAID_OFFICE, SAID_LAW, SAID_NUMBERS_IN_FORCE, SAID_CASES};

    put_heading(p, SAID_RIGHTS);
    put_row_head(p, titles, 5);
    for (size_t i = 0; i < p->rules->right_count; i++) {
        const right *r = &p->rules->rights[i];

        put_text(p->to, "<tr><td>");
        put_right_link(p, r);
        put_text(p->to, "</td><td>");
        put_label(p, &r->office, "");
        put_text(p->to, "</td><td>");
        put_law(p, &r->law);
        put_text(p->to, "</td><td>");
        put_sureness(p, &p->reaches[i]);
        put_print(p->to, "</td><td>%zu</td></tr>\n", right_cases(p->rules, r));
    }
    put_row_foot(p);
    put_paragraph(p, SAID_STATUS_NOTE);
}

static void put_counts(page *p)
{
    const rulebook *r = p->rules;
    const struct {
        saying what;
        size_t count;
    } counts[] = {{SAID_COUNT_RIGHTS, r->right_count},         {SAID_COUNT_VARIABLES, r->variable_count},
                  {SAID_COUNT_PARAMETERS, r->parameter_count}, {SAID_COUNT_FACTS, r->facts.count},
                  {SAID_COUNT_CASES, r->case_count},           {SAID_COUNT_SOURCES, r->source_count}};

    put_heading(p, SAID_COUNTS);
    put_text(p->to, "<ul>\n");
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        put_print(p->to, "<li>%zu ", counts[i].count);
        put_saying(p, counts[i].what);
        put_text(p->to, "</li>\n");
    }
    put_text(p->to, "</ul>\n");
}

static int reaches_parameter(const reach *r, size_t which)
{
    for (size_t i = 0; i < r->parameter_count; i++)
        if ((size_t)r->parameters[i] == which)
            return 1;
    return 0;
}

/* The rights that rest on a parameter, each a link to it on the right's page. */
static void put_concerned(page *p, size_t which)
{
    int any = 0;

    for (size_t i = 0; i < p->rules->right_count; i++) {
        if (!reaches_parameter(&p->reaches[i], which))
            continue;
        put_text(p->to, any++ ? "<br><a href=\"" : "<a href=\"");
        put_html(p->to, page_name(p, &p->rules->rights[i], p->language));
        put_text(p->to, "#p-");
        put_html(p->to, p->rules->parameters[which].name);
        put_text(p->to, "\">");
        put_label(p, &p->rules->rights[i].label, p->rules->rights[i].name);
        put_text(p->to, "</a>");
    }
    if (!any)
        put_saying(p, SAID_NOBODY_ELSE);
}

static void put_doubt(page *p, size_t which, const parameter_row *row)
{
    const parameter *q = &p->rules->parameters[which];

    put_text(p->to, "<tr><td>");
    put_label(p, &q->label, q->name);
    put_text(p->to, "<br>");
    put_code(p, q->name);
    put_text(p->to, "</td><td>");
    if (row && q->kind != PARAMETER_SCALE)
        put_figure(p->to, parameter_values(q), q->per, row->value, p->language);
    else
        put_unit(p->to, q, p->language);
    put_text(p->to, "</td><td>");
    if (row) {
        put_status(p, row->status);
    } else {
        put_text(p->to, "<span class=\"status none\">");
        put_saying(p, SAID_NO_VALUE);
        put_text(p->to, "</span>");
    }
    put_text(p->to, "</td><td>");
    put_html(p->to, row && row->source ? row->source : "");
    put_text(p->to, "</td><td>");
    put_concerned(p, which);
    put_text(p->to, "</td></tr>\n");
}

static void put_doubts(page *p)
{
    static const saying titles[] = {SAID_PARAMETER, SAID_VALUE, SAID_STATUS, SAID_SOURCE, SAID_IN_RIGHTS};
    size_t count = 0;

    put_heading(p, SAID_NOT_VERIFIED);
    for (size_t i = 0; i < p->rules->parameter_count; i++) {
        const parameter_row *row = parameter_at(&p->rules->parameters[i], p->on);

        if (row && row->status != STATUS_UNVERIFIED)
            continue;
        if (!count++)
            put_row_head(p, titles, 5);
        put_doubt(p, i, row);
    }
    if (count)
        put_row_foot(p);
    else
        put_paragraph(p, SAID_NOT_VERIFIED_NONE);
}

static void put_sources(page *p)
{
    static const saying titles[] = {SAID_SOURCE, SAID_REFERENCE, SAID_CODE};

    put_heading(p, SAID_SOURCES_OF_LAW);
    put_row_head(p, titles, 3);
    for (size_t i = 0; i < p->rules->source_count; i++) {
        const law_source *s = &p->rules->sources[i];

        put_text(p->to, "<tr id=\"s-");
        put_html(p->to, s->id);
        put_print(p->to, "-%s\"><td>", said(SAID_LANGUAGE, p->language));
        put_label(p, &s->label, s->id);
        put_text(p->to, "</td><td>");
        put_html(p->to, s->reference ? s->reference : "");
        put_text(p->to, "</td><td>");
        put_code(p, s->id);
        put_text(p->to, "</td></tr>\n");
    }
    put_row_foot(p);
}

void put_index(page *p)
{
    const char *language = said(SAID_LANGUAGE, p->language);

    put_print(p->to, "<section id=\"%s\" lang=\"%s\">\n<h1>", language, language);
    put_saying(p, SAID_SITE_TITLE);
    put_text(p->to, "</h1>\n");
    put_paragraph(p, SAID_NOT_A_DECISION);
    put_paragraph(p, SAID_AS_WRITTEN);
    put_text(p->to, "<p>");
    put_saying(p, SAID_IN_FORCE_ON);
    put_text(p->to, " ");
    put_day(p->to, p->on, p->language);
    put_text(p->to, "</p>\n");
    put_rights(p);
    put_counts(p);
    put_doubts(p);
    put_sources(p);
    put_text(p->to, "</section>\n");
}
