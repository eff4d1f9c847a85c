/*
 * The figures a right rests on: what is in force and how sure it is, then the
 * series of each, as a chart and as a table.
 */
#include <stdlib.h>

#include "../base/limits.h"
#include "../params/series.h"
#include "chart.h"
#include "figures_said.h"
#include "page.h"

static void put_parameter_link(page *p, const char *name)
{
    int index = rulebook_parameter(p->rules, name);

    put_text(p->to, "<a href=\"#p-");
    put_html(p->to, name);
    put_text(p->to, "\">");
    put_label(p, &p->rules->parameters[index].label, name);
    put_text(p->to, "</a>");
}

static void put_band(page *p, saying before, micro above, const micro *next, micro rate)
{
    put_text(p->to, "<tr><td>");
    if (next) {
        put_saying(p, before);
        put_text(p->to, " ");
        put_figure(p->to, KIND_MONEY, PERIOD_NONE, above, p->language);
        put_text(p->to, " ");
        put_saying(p, SAID_CHART_TO);
        put_text(p->to, " ");
        put_figure(p->to, KIND_MONEY, PERIOD_NONE, *next, p->language);
    } else {
        put_saying(p, SAID_ABOVE_LIMIT);
        put_text(p->to, " ");
        put_figure(p->to, KIND_MONEY, PERIOD_NONE, above, p->language);
    }
    put_text(p->to, "</td><td>");
    put_number(p->to, rate * 100, 0, p->language);
    put_text(p->to, "\xC2\xA0%</td></tr>\n");
}

static void put_bands(page *p, const parameter_row *row)
{
    put_text(p->to, "<table>");
    if (row->band_count && row->bands[0].above > 0)
        put_band(p, SAID_CHART_FROM_TO, 0, &row->bands[0].above, 0);
    for (size_t i = 0; i < row->band_count; i++)
        put_band(p, SAID_CHART_FROM_TO, row->bands[i].above,
                 i + 1 < row->band_count ? &row->bands[i + 1].above : NULL, row->bands[i].rate);
    put_text(p->to, "</table>");
}

static void put_row_value(page *p, const parameter *q, const parameter_row *row)
{
    if (row->ended)
        put_saying(p, SAID_ENDED);
    else if (q->kind == PARAMETER_SCALE)
        put_bands(p, row);
    else
        put_figure(p->to, parameter_values(q), q->per, row->value, p->language);
}

static void put_in_force(page *p, const parameter *q)
{
    const parameter_row *row = parameter_at(q, p->on);

    put_text(p->to, "<tr><td>");
    put_parameter_link(p, q->name);
    put_text(p->to, "</td><td>");
    if (row)
        put_row_value(p, q, row);
    put_text(p->to, "</td><td>");
    if (row) {
        put_status(p, row->status);
    } else {
        put_text(p->to, "<span class=\"status none\">");
        put_saying(p, SAID_NO_VALUE);
        put_text(p->to, "</span>");
    }
    put_text(p->to, "</td><td>");
    if (row)
        put_day(p->to, row->from, p->language);
    put_text(p->to, "</td></tr>\n");
}

/* How a derived figure is computed, with the figures it is computed from. */
static void put_derivation(page *p, const derivation *d)
{
    if (d->kind == DERIVE_NONE)
        return;
    put_term(p, SAID_COMPUTED_FROM);
    if (d->kind == DERIVE_YEAR_MEAN) {
        put_saying(p, SAID_MEAN_OF_YEAR);
        put_text(p->to, " ");
    }
    put_parameter_link(p, d->base);
    if (d->kind == DERIVE_SHIFT) {
        put_text(p->to, ", ");
        put_saying(p, SAID_MONTHS_BEFORE);
        put_print(p->to, " %d", abs(d->shift_months));
    }
    if (d->coefficient) {
        put_text(p->to, " × ");
        put_parameter_link(p, d->coefficient);
    }
    if (d->kind == DERIVE_INDEX && d->factor != MICRO) {
        put_text(p->to, " × ");
        put_number(p->to, d->factor, 0, p->language);
    }
    if (d->kind == DERIVE_INDEX && d->divide != MICRO) {
        put_text(p->to, " ÷ ");
        put_number(p->to, d->divide, 0, p->language);
    }
    if (d->round > 0) {
        put_text(p->to, ", ");
        put_saying(p, SAID_ROUNDED_TO);
        put_text(p->to, " ");
        put_number(p->to, d->round, 0, p->language);
    }
    put_text(p->to, "</dd>");
}

static void put_series(page *p, const parameter *q)
{
    static const saying titles[] = {SAID_FROM, SAID_VALUE, SAID_STATUS, SAID_SOURCE};

    put_row_head(p, titles, 4);
    for (size_t i = 0; i < q->row_count; i++) {
        const parameter_row *row = &q->rows[i];
        int by_rule =
            q->derived.kind != DERIVE_NONE && row->at.line == q->at.line && row->at.file == q->at.file;

        put_text(p->to, "<tr><td>");
        put_day(p->to, row->from, p->language);
        put_text(p->to, "</td><td>");
        put_row_value(p, q, row);
        put_text(p->to, "</td><td>");
        put_status(p, row->status);
        put_text(p->to, "</td><td>");
        if (by_rule)
            put_saying(p, SAID_BY_THE_RULE);
        else
            put_html(p->to, row->source ? row->source : "");
        put_text(p->to, "</td></tr>\n");
    }
    put_row_foot(p);
}

static void put_parameter(page *p, const parameter *q)
{
    put_text(p->to, "<h3 id=\"p-");
    put_html(p->to, q->name);
    put_text(p->to, "\">");
    put_label(p, &q->label, q->name);
    put_text(p->to, "</h3>\n<dl>");
    put_term(p, SAID_LAW);
    put_law(p, &q->law);
    put_text(p->to, "</dd>");
    put_term(p, SAID_UNIT);
    put_unit(p->to, q, p->language);
    put_text(p->to, "</dd>");
    put_term(p, SAID_CODE);
    put_code(p, q->name);
    put_text(p->to, "</dd>");
    put_derivation(p, &q->derived);
    put_text(p->to, "</dl>\n");
    if (!q->row_count) {
        put_paragraph(p, SAID_NO_VALUE);
        return;
    }
    if (chart_is_worth(q))
        put_chart(p->to, q, p->on, p->language);
    put_series(p, q);
}

void put_right_parameters(page *p)
{
    static const saying titles[] = {SAID_PARAMETER, SAID_VALUE, SAID_STATUS, SAID_SINCE};
    const reach *r = &p->reaches[p->right - p->rules->rights];

    put_section(p, "parameters", SAID_PARAMETERS);
    if (!r->parameter_count) {
        put_paragraph(p, SAID_PARAMETERS_NONE);
        put_text(p->to, "</section>\n");
        return;
    }
    put_paragraph(p, SAID_STATUS_NOTE);
    put_text(p->to, "<p>");
    put_saying(p, SAID_IN_FORCE_ON);
    put_text(p->to, " ");
    put_day(p->to, p->on, p->language);
    put_text(p->to, "</p>\n");
    put_row_head(p, titles, 4);
    for (size_t i = 0; i < r->parameter_count; i++)
        put_in_force(p, &p->rules->parameters[r->parameters[i]]);
    put_row_foot(p);
    for (size_t i = 0; i < r->parameter_count; i++)
        put_parameter(p, &p->rules->parameters[r->parameters[i]]);
    put_text(p->to, "</section>\n");
}
