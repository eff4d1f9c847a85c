/*
 * Drawing a step line.
 */
#include "chart.h"

#include <math.h>
#include "../base/day.h"
#include "../base/limits.h"
#include "figures_said.h"
#include "sayings.h"

/* In units of the drawing. */
#define WIDTH 500
#define HEIGHT 230
#define LEFT 74
#define RIGHT 16
#define TOP 14
#define BOTTOM 34
#define LABEL_LEAST 46 /* between two labels of years */

typedef struct frame_of_chart {
    day first, last;
    double low, high, step; /* of the vertical axis, in millionths */
    int decimals;
} frame_of_chart;

int chart_is_worth(const parameter *p)
{
    size_t values = 0;

    if (p->kind != PARAMETER_MONEY && p->kind != PARAMETER_NUMBER)
        return 0;
    for (size_t i = 0; i < p->row_count; i++)
        values += !p->rows[i].ended;
    return values >= 2;
}

/* 1, 2 or 5 times a power of ten, so that the axis has a handful of round labels. */
static double round_step(double span)
{
    double rough = span / 4, power = pow(10, floor(log10(rough))), share = rough / power;

    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}

static frame_of_chart frame_it(const parameter *p, day until)
{
    frame_of_chart f = {
        .first = p->rows[0].from, .last = p->rows[p->row_count - 1].from, .low = HUGE_VAL, .high = -HUGE_VAL};

    for (size_t i = 0; i < p->row_count; i++) {
        if (p->rows[i].ended)
            continue;
        f.low = fmin(f.low, (double)p->rows[i].value);
        f.high = fmax(f.high, (double)p->rows[i].value);
    }
    f.last = until > f.last ? until : f.last;
    f.last += (f.last - f.first) / 20 + 30;
    if (f.low > 0 && f.low < f.high * 0.6)
        f.low = 0;
    if (f.high <= f.low)
        f.high = f.low + (f.low != 0 ? fabs(f.low) / 2 : MICRO);
    f.step = round_step(f.high - f.low);
    f.low = floor(f.low / f.step) * f.step;
    f.high = ceil(f.high / f.step) * f.step;
    while (f.decimals < 6 && fmod(f.step, MICRO / pow(10, f.decimals)) > 0.5)
        f.decimals++;
    return f;
}

static double across(const frame_of_chart *f, day d)
{
    return LEFT + (double)(d - f->first) / (double)(f->last - f->first) * (WIDTH - LEFT - RIGHT);
}

static double down(const frame_of_chart *f, double value)
{
    return TOP + (f->high - value) / (f->high - f->low) * (HEIGHT - TOP - BOTTOM);
}

static void put_axes(writer *w, const frame_of_chart *f, ayant_language l)
{
    int first_year, last_year, month, date, every = 1;

    for (int i = 0; f->low + i * f->step <= f->high + f->step / 2; i++) {
        double v = f->low + i * f->step, y = down(f, v);

        put_print(w,
                  "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text class=\"end\" "
                  "x=\"%d\" y=\"%.1f\">",
                  LEFT, y, WIDTH - RIGHT, y, LEFT - 8, y + 5);
        put_number(w, (micro)llround(v), f->decimals, l);
        put_text(w, "</text>\n");
    }
    day_parts(f->first, &first_year, &month, &date);
    day_parts(f->last, &last_year, &month, &date);
    while ((WIDTH - LEFT - RIGHT) / ((double)(f->last - f->first) / 365.25) * every < LABEL_LEAST)
        every++;
    for (int year = first_year + 1; year <= last_year; year += every) {
        double x = across(f, day_of(year, 1, 1));

        put_print(w,
                  "<line class=\"axis\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/><text class=\"middle\" "
                  "x=\"%.1f\" y=\"%d\">%d</text>\n",
                  x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5, x, HEIGHT - BOTTOM + 21, year);
    }
    put_print(w, "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>\n", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
}

/* A level and the rise to the next one; a rise belongs to the value it leads to. */
static void put_steps(writer *w, const frame_of_chart *f, const parameter *p)
{
    for (size_t i = 0; i < p->row_count; i++) {
        const parameter_row *row = &p->rows[i];
        double x = across(f, row->from), y = down(f, (double)row->value);
        double end = across(f, i + 1 < p->row_count ? p->rows[i + 1].from : f->last);

        if (row->ended)
            continue;
        put_print(w, "<path class=\"line%s\" d=\"M%.1f ", row->status == STATUS_UNVERIFIED ? " doubt" : "",
                  x);
        if (i && !p->rows[i - 1].ended)
            put_print(w, "%.1fV", down(f, (double)p->rows[i - 1].value));
        put_print(w, "%.1fH%.1f\"/>\n", y, end);
    }
}

static void put_marks(writer *w, const frame_of_chart *f, const parameter *p)
{
    for (size_t i = 0; i < p->row_count; i++) {
        const parameter_row *row = &p->rows[i];
        double x = across(f, row->from), y = down(f, (double)row->value);

        if (row->ended)
            continue;
        if (row->status == STATUS_UNVERIFIED)
            put_print(w, "<path class=\"mark\" d=\"M%.1f %.1fl8 8m0-8l-8 8\"/>\n", x - 4, y - 4);
        else
            put_print(w, "<circle class=\"mark%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>\n",
                      row->status == STATUS_VERIFIED ? " full" : "", x, y);
    }
}

static void put_description(writer *w, const parameter *p, ayant_language l)
{
    const parameter_row *first = NULL, *last = NULL;
    size_t count = 0;

    for (size_t i = 0; i < p->row_count; i++) {
        if (p->rows[i].ended)
            continue;
        first = first ? first : &p->rows[i];
        last = &p->rows[i];
        count++;
    }
    if (!first)
        return;
    put_print(w, "%zu ", count);
    put_html(w, said(SAID_CHART_VALUES, l));
    put_text(w, " ");
    put_figure(w, parameter_values(p), p->per, first->value, l);
    put_text(w, " (");
    put_day(w, first->from, l);
    put_text(w, "), ");
    put_figure(w, parameter_values(p), p->per, last->value, l);
    put_text(w, " (");
    put_day(w, last->from, l);
    put_text(w, ").");
}

void put_chart(writer *w, const parameter *p, day until, ayant_language l)
{
    frame_of_chart f = frame_it(p, until);

    put_print(w, "<figure><div class=\"wide\"><svg viewBox=\"0 0 %d %d\" role=\"img\">\n<title>", WIDTH,
              HEIGHT);
    put_html(w, said(SAID_CHART_OF, l));
    put_text(w, " ");
    put_html(w, label_said(&p->label, l, p->name));
    put_text(w, " (");
    put_unit(w, p, l);
    put_text(w, ")</title>\n<desc>");
    put_description(w, p, l);
    put_text(w, "</desc>\n");
    put_axes(w, &f, l);
    put_steps(w, &f, p);
    put_marks(w, &f, p);
    put_text(w, "</svg></div>\n<figcaption>");
    put_unit(w, p, l);
    put_text(w, ". ");
    put_html(w, said(SAID_CHART_MARKS, l));
    put_text(w, "</figcaption></figure>\n");
}
