/*
 * Writing figures.
 */
#include "figures_said.h"

#include <string.h>
#include "../base/limits.h"
#include "sayings.h"

#define NARROW_SPACE "\xE2\x80\xAF" /* a line does not break inside an amount */
#define HARD_SPACE "\xC2\xA0"

void put_prose(writer *w, const char *s)
{
    static const char open_quote[] = "\xC2\xAB", close_quote[] = "\xC2\xBB";
    const char *start = s;

    for (const char *c = s; *c; c++) {
        char space[2] = {*c, '\0'};
        int hard = *c == ' ' && ((c[1] && strchr(":;?!", c[1])) || strncmp(c + 1, close_quote, 2) == 0 ||
                                 (c - start >= 2 && strncmp(c - 2, open_quote, 2) == 0));

        if (hard)
            put_text(w, HARD_SPACE);
        else
            put_html(w, space);
    }
}

void put_number(writer *w, micro value, int decimals, ayant_language l)
{
    char plain[32];
    const char *digits = plain;
    size_t whole;

    micro_print(plain, value, decimals);
    if (*digits == '-') {
        put_text(w, "\xE2\x88\x92");
        digits++;
    }
    whole = strcspn(digits, ".");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0)
            put_text(w, l == AYANT_NL ? "." : NARROW_SPACE);
        put(w, digits + i, 1);
    }
    if (digits[whole] == '.') {
        put_text(w, ",");
        put_text(w, digits + whole + 1);
    }
}

void put_day(writer *w, day d, ayant_language l)
{
    static const char *const months[12][2] = {
        {"janvier", "januari"}, {"février", "februari"},  {"mars", "maart"},
        {"avril", "april"},     {"mai", "mei"},           {"juin", "juni"},
        {"juillet", "juli"},    {"août", "augustus"},     {"septembre", "september"},
        {"octobre", "oktober"}, {"novembre", "november"}, {"décembre", "december"}};
    int year, month, date;

    if (d == DAY_NEVER) {
        put_html(w, said(SAID_NO_DATE, l));
        return;
    }
    day_parts(d, &year, &month, &date);
    put_print(w, "%d%s" HARD_SPACE "%s %d", date, date == 1 && l == AYANT_FR ? "er" : "",
              months[month - 1][l == AYANT_NL], year);
}

void put_figure(writer *w, kind k, period per, micro value, ayant_language l)
{
    switch (k) {
    case KIND_TRUTH:
        put_html(w, said(value ? SAID_YES : SAID_NO, l));
        break;
    case KIND_MONEY:
        put_number(w, value, value % MICRO ? 2 : 0, l);
        put_text(w, HARD_SPACE "EUR");
        if (per == PERIOD_MONTH || per == PERIOD_YEAR) {
            put_text(w, " ");
            put_html(w, said(per == PERIOD_MONTH ? SAID_A_MONTH : SAID_A_YEAR, l));
        }
        break;
    case KIND_DATE:
        put_day(w, (day)value, l);
        break;
    default:
        put_number(w, value, 0, l);
    }
}

kind parameter_values(const parameter *p)
{
    static const kind kinds[] = {[PARAMETER_MONEY] = KIND_MONEY,
                                 [PARAMETER_NUMBER] = KIND_NUMBER,
                                 [PARAMETER_TRUTH] = KIND_TRUTH,
                                 [PARAMETER_DATE] = KIND_DATE,
                                 [PARAMETER_SCALE] = KIND_NUMBER};

    return kinds[p->kind];
}

void put_unit(writer *w, const parameter *p, ayant_language l)
{
    switch (p->kind) {
    case PARAMETER_MONEY:
        put_text(w, "EUR");
        if (p->per == PERIOD_MONTH || p->per == PERIOD_YEAR) {
            put_text(w, " ");
            put_html(w, said(p->per == PERIOD_MONTH ? SAID_A_MONTH : SAID_A_YEAR, l));
        }
        break;
    case PARAMETER_NUMBER:
        put_html(w, said(p->whole ? SAID_TYPE_COUNT : SAID_TYPE_NUMBER, l));
        break;
    case PARAMETER_TRUTH:
        put_html(w, said(SAID_TYPE_TRUTH, l));
        break;
    case PARAMETER_DATE:
        put_html(w, said(SAID_TYPE_DATE, l));
        break;
    case PARAMETER_SCALE:
        put_html(w, said(SAID_TYPE_SCALE, l));
        break;
    }
}
