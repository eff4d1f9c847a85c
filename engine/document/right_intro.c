/*
 * The first half of a right's page: what it is, its conditions, its amount,
 * what a person judges, what it opens.
 */
#include <string.h>

#include "page.h"

static void put_top(page *p)
{
    static const struct {
        const char *id;
        saying title;
    } parts[] = {
        {"conditions", SAID_CONDITIONS}, {"amount", SAID_AMOUNT},       {"judged", SAID_JUDGED},
        {"opens", SAID_OPENS},           {"variables", SAID_VARIABLES}, {"parameters", SAID_PARAMETERS},
        {"presumed", SAID_PRESUMED},     {"facts", SAID_FACTS},         {"cases", SAID_CASES}};
    ayant_language other = p->language == AYANT_FR ? AYANT_NL : AYANT_FR;

    put_print(p->to, "<nav><ul><li><a href=\"index.html#%s\">", said(SAID_LANGUAGE, p->language));
    put_saying(p, SAID_ALL_RIGHTS);
    put_text(p->to, "</a></li><li><a href=\"");
    put_html(p->to, page_name(p, p->right, other));
    put_print(p->to, "\" lang=\"%s\" hreflang=\"%s\">%s</a></li></ul></nav>\n<main>\n<h1>",
              said(SAID_LANGUAGE, other), said(SAID_LANGUAGE, other), said(SAID_LANGUAGE_NAME, other));
    put_label(p, &p->right->label, p->right->name);
    put_text(p->to, "</h1>\n");
    put_paragraph(p, SAID_NOT_A_DECISION);
    put_paragraph(p, SAID_AS_WRITTEN);
    put_text(p->to, "<nav aria-label=\"");
    put_saying(p, SAID_CONTENTS);
    put_text(p->to, "\"><ul>");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        put_print(p->to, "<li><a href=\"#%s\">", parts[i].id);
        put_saying(p, parts[i].title);
        put_text(p->to, "</a></li>");
    }
    put_text(p->to, "</ul></nav>\n");
}

static void put_what(page *p)
{
    const right *r = p->right;
    int person = 1;

    for (size_t i = 0; i < r->condition_count; i++) {
        int v = rulebook_variable(p->rules, r->conditions[i].variable);

        if (v >= 0)
            person = p->rules->variables[v].entity == ENTITY_PERSON;
    }
    put_section(p, "what", SAID_WHAT_IT_IS);
    put_text(p->to, "<dl>");
    put_term(p, SAID_LAW);
    put_law(p, &r->law);
    put_text(p->to, "</dd>");
    put_term(p, SAID_OFFICE);
    put_label(p, &r->office, said(SAID_NOT_STATED, p->language));
    put_text(p->to, "</dd>");
    put_term(p, SAID_PER_PERSON);
    put_saying(p, person ? SAID_EACH_PERSON : SAID_EACH_HOUSEHOLD);
    put_text(p->to, "</dd>");
    put_term(p, SAID_CODE);
    put_code(p, r->name);
    put_text(p->to, "</dd></dl>\n");
    if (r->sensitive) {
        put_text(p->to, "<p>");
        put_saying(p, SAID_SENSITIVE_RIGHT);
        put_text(p->to, " <b>");
        put_label(p, &r->offer, r->name);
        put_text(p->to, "</b>.</p>\n");
    }
    put_text(p->to, "</section>\n");
}

static void put_conditions(page *p)
{
    static const saying titles[] = {SAID_CONDITION, SAID_ARTICLE};

    put_section(p, "conditions", SAID_CONDITIONS);
    put_paragraph(p, SAID_ALL_MUST_HOLD);
    put_row_head(p, titles, 2);
    for (size_t i = 0; i < p->right->condition_count; i++) {
        const condition *c = &p->right->conditions[i];

        put_text(p->to, "<tr><td>");
        if (c->label.fr || c->label.nl) {
            put_label(p, &c->label, c->id);
            put_text(p->to, " (");
        }
        put_variable_link(p, c->variable);
        put_text(p->to, c->label.fr || c->label.nl ? ")" : "");
        put_text(p->to, "</td><td>");
        put_law(p, &c->law);
        put_text(p->to, "</td></tr>\n");
    }
    put_row_foot(p);
    put_text(p->to, "</section>\n");
}

static void put_one_term(page *p, saying title, const char *variable_name)
{
    if (!variable_name)
        return;
    put_term(p, title);
    put_variable_link(p, variable_name);
    put_text(p->to, "</dd>");
}

static void put_amount(page *p)
{
    const right *r = p->right;

    put_section(p, "amount", SAID_AMOUNT);
    if (!r->amount)
        put_paragraph(p, SAID_NO_AMOUNT);
    if (r->amount || r->route) {
        put_text(p->to, "<dl>");
        put_one_term(p, SAID_AMOUNT_IS, r->amount);
        put_one_term(p, SAID_AMOUNT_LOW_IS, r->amount_low);
        put_one_term(p, SAID_ROUTE, r->route);
        put_text(p->to, "</dl>\n");
    }
    if (r->once_per_couple || r->counted_when || r->never_yes || r->refer) {
        put_text(p->to, "<h3>");
        put_saying(p, SAID_SPECIAL);
        put_text(p->to, "</h3>\n<dl>");
        put_one_term(p, SAID_ONCE_PER_COUPLE, r->once_per_couple);
        put_one_term(p, SAID_COUNTED_WHEN, r->counted_when);
        put_one_term(p, SAID_NEVER_IS_YES, r->never_yes);
        put_one_term(p, SAID_REFERS, r->refer);
        put_text(p->to, "</dl>\n");
    }
    put_text(p->to, "</section>\n");
}

static void put_judged(page *p)
{
    static const saying titles[] = {SAID_JUDGED, SAID_ARTICLE, SAID_WHEN};

    put_section(p, "judged", SAID_JUDGED);
    if (!p->right->judged_count) {
        put_paragraph(p, SAID_JUDGED_NONE);
        put_text(p->to, "</section>\n");
        return;
    }
    put_paragraph(p, SAID_JUDGED_NOTE);
    put_row_head(p, titles, 3);
    for (size_t i = 0; i < p->right->judged_count; i++) {
        const judged *j = &p->right->judged[i];

        put_text(p->to, "<tr><td>");
        put_label(p, &j->label, j->id);
        put_text(p->to, "</td><td>");
        put_law(p, &j->law);
        put_text(p->to, "</td><td>");
        if (j->when)
            put_variable_link(p, j->when);
        else
            put_saying(p, SAID_ALWAYS_ASKED);
        put_text(p->to, "</td></tr>\n");
    }
    put_row_foot(p);
    put_text(p->to, "</section>\n");
}

static void put_opens(page *p)
{
    put_section(p, "opens", SAID_OPENS);
    if (!p->right->open_count)
        put_paragraph(p, SAID_OPENS_NONE);
    else
        put_text(p->to, "<ul>\n");
    for (size_t i = 0; i < p->right->open_count; i++) {
        int index = rulebook_right(p->rules, p->right->opens[i]);

        put_text(p->to, "<li>");
        if (index >= 0)
            put_right_link(p, &p->rules->rights[index]);
        else
            put_html(p->to, p->right->opens[i]);
        put_text(p->to, "</li>\n");
    }
    put_text(p->to, p->right->open_count ? "</ul>\n</section>\n" : "</section>\n");
}

void put_right_intro(page *p)
{
    put_top(p);
    put_what(p);
    put_conditions(p);
    put_amount(p);
    put_judged(p);
    put_opens(p);
}
