/*
 * The facts a right asks for, and what is presumed of those a file leaves out.
 */
#include "figures_said.h"
#include "page.h"

/* The cell of a fact, as one says it. */
static void put_cell(page *p, const fact *f, cell c)
{
    if (f->kind == KIND_WORD && c >= 0 && (size_t)c < f->word_count)
        put_word(p, f->words[c]);
    else if (f->kind == KIND_MONEY)
        put_figure(p->to, KIND_MONEY, f->per, (micro)c * 10000, p->language);
    else if (f->kind == KIND_NUMBER)
        put_figure(p->to, KIND_NUMBER, PERIOD_NONE, (micro)c * 1000, p->language);
    else
        put_figure(p->to, f->kind, PERIOD_NONE, c, p->language);
}

static void put_presumed(page *p, const reach *r)
{
    static const saying titles[] = {SAID_FACT, SAID_PRESUMED_VALUE};
    size_t count = 0;

    put_section(p, "presumed", SAID_PRESUMED);
    for (size_t i = 0; i < r->fact_count; i++) {
        const fact *f = &p->rules->facts.facts[r->facts[i]];

        if (f->empty != EMPTY_PRESUMED)
            continue;
        if (!count++) {
            put_paragraph(p, SAID_PRESUMED_NOTE);
            put_row_head(p, titles, 2);
        }
        put_text(p->to, "<tr><td><a href=\"#f-");
        put_html(p->to, f->name);
        put_text(p->to, "\">");
        put_label(p, &f->label, f->name);
        put_text(p->to, "</a></td><td>");
        put_cell(p, f, f->presumed);
        put_text(p->to, "</td></tr>\n");
    }
    if (count)
        put_row_foot(p);
    else
        put_paragraph(p, SAID_PRESUMED_NONE);
    put_text(p->to, "</section>\n");
}

/* What an empty cell means, and when another fact says otherwise. */
static void put_empty(page *p, const fact *f)
{
    const fact *when = f->when_fact >= 0 ? &p->rules->facts.facts[f->when_fact] : NULL;

    if (f->empty == EMPTY_PRESUMED) {
        put_saying(p, SAID_EMPTY_IS_PRESUMED);
        put_text(p->to, " ");
        put_cell(p, f, f->presumed);
    } else {
        put_saying(p, f->empty == EMPTY_NEVER      ? SAID_EMPTY_IS_NEVER
                      : f->empty == EMPTY_OPTIONAL ? SAID_EMPTY_IS_NONE
                                                   : SAID_EMPTY_IS_UNKNOWN);
    }
    if (!when)
        return;
    put_text(p->to, " ; ");
    if (f->then_known)
        put_cell(p, f, f->then_value);
    else
        put_saying(p, SAID_EMPTY_IS_UNKNOWN);
    put_text(p->to, " ");
    put_saying(p, SAID_EMPTY_WHEN);
    put_text(p->to, " ");
    put_saying(p, SAID_QUOTE);
    put_label(p, &when->label, when->name);
    put_saying(p, SAID_UNQUOTE);
    put_text(p->to, " ");
    if (f->when_above) {
        put_saying(p, SAID_IS_ABOVE_SAID);
        put_text(p->to, " 0");
    } else {
        put_saying(p, SAID_IS_SAID);
        put_text(p->to, " ");
        put_cell(p, when, f->when_is);
    }
}

static void put_fact(page *p, const fact *f)
{
    put_text(p->to, "<tr id=\"f-");
    put_html(p->to, f->name);
    put_text(p->to, "\"><td>");
    put_label(p, &f->label, f->name);
    put_text(p->to, "<br>");
    put_code(p, f->name);
    put_text(p->to, "</td><td>");
    if (f->ask.fr || f->ask.nl)
        put_label(p, &f->ask, "");
    put_text(p->to, "</td><td>");
    put_type(p, f->kind, f->per, f->whole, f->words, f->word_count);
    put_text(p->to, "</td><td>");
    put_html(p->to, f->source_register.fr
                        ? (p->language == AYANT_NL ? f->source_register.nl : f->source_register.fr)
                        : said(SAID_NOBODY_ELSE, p->language));
    put_text(p->to, "</td><td>");
    put_saying(p, f->sensitive ? SAID_YES : SAID_NO);
    put_text(p->to, "</td><td>");
    put_empty(p, f);
    put_text(p->to, "</td></tr>\n");
}

void put_right_facts(page *p)
{
    static const saying titles[] = {SAID_FACT,     SAID_QUESTION,  SAID_TYPE,
                                    SAID_REGISTER, SAID_SENSITIVE, SAID_EMPTY};
    const reach *r = &p->reaches[p->right - p->rules->rights];

    put_presumed(p, r);
    put_section(p, "facts", SAID_FACTS);
    put_paragraph(p, SAID_FACTS_NOTE);
    put_row_head(p, titles, 6);
    for (size_t i = 0; i < r->fact_count; i++)
        put_fact(p, &p->rules->facts.facts[r->facts[i]]);
    put_row_foot(p);
    if (r->kinship)
        put_paragraph(p, SAID_KINSHIP_TOO);
    put_text(p->to, "</section>\n");
}
