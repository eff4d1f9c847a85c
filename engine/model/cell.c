/*
 * Cells as files write them, read and written.
 *
 * Reading never guesses: a spelling that could mean two figures is refused
 * with a reason, and the cell stays unknown. What fact_print writes,
 * fact_read gives back.
 */
#include "dictionary.h"

#include <stdio.h>
#include "../base/day.h"
#include "../base/limits.h"
#include "../base/money.h"

/* Long enough for any figure within the limits, with its separators. */
#define FIGURE_TEXT 40

static const char *read_truth(text t, cell *out)
{
    static const char *const yes[] = {"yes", "oui", "ja", "1", "true", "vrai", "waar"};
    static const char *const no[] = {"no", "non", "nee", "0", "false", "faux", "onwaar"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (text_same_no_case(t, yes[i]) || text_same_no_case(t, no[i])) {
            *out = text_same_no_case(t, yes[i]);
            return NULL;
        }
    }
    return "not yes or no";
}

static const char *read_date(text t, cell *out)
{
    day d;

    if (day_parse(t, &d)) {
        *out = d;
        return NULL;
    }
    if (t.length == 8 && (t.at[2] == '/' || t.at[2] == '-' || t.at[2] == '.'))
        return "not a date: the year needs four digits";
    if (t.length == 10 && ((t.at[4] == '-' && t.at[7] == '-') || (t.at[2] == '/' && t.at[5] == '/')))
        return "not a date that exists, or not within 1870 to 2199";
    return "not a date: write YYYY-MM-DD or DD/MM/YYYY";
}

/* Bytes of a space at the start of `t`: plain, non-breaking or narrow non-breaking; 0 for none. */
static size_t space(text t)
{
    if (t.length && t.at[0] == ' ')
        return 1;
    if (t.length >= 2 && memcmp(t.at, "\xc2\xa0", 2) == 0)
        return 2;
    if (t.length >= 3 && memcmp(t.at, "\xe2\x80\xaf", 3) == 0)
        return 3;
    return 0;
}

static text without_euro(text t)
{
    static const char *const signs[] = {"\xe2\x82\xac", "EUR", "eur"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i]);

        if (t.length > n && memcmp(t.at, signs[i], n) == 0) {
            t.at += n;
            t.length -= n;
            break;
        }
        if (t.length > n && memcmp(t.at + t.length - n, signs[i], n) == 0) {
            t.length -= n;
            break;
        }
    }
    t = text_trim(t);
    while (t.length >= 3 && memcmp(t.at + t.length - 3, "\xe2\x80\xaf", 3) == 0)
        t.length -= 3;
    return t;
}

/*
 * A figure with a point and without separators, in `out`. Separators of
 * thousands (spaces; the point too when the decimals follow a comma) must cut
 * groups of three digits after a first one of one to three, all by the same
 * separator. `decimals` receives how many digits follow the decimal mark.
 * 0 when `t` is not such a figure.
 */
static int plain_figure(text t, int comma, char out[FIGURE_TEXT], int *decimals)
{
    size_t used = 0, run = 0, i = 0;
    char mark = comma ? ',' : '.', thousands = '\0';

    *decimals = -1;
    if (t.length && (t.at[0] == '-' || t.at[0] == '+'))
        out[used++] = t.at[i++];
    while (i < t.length) {
        text rest = {t.at + i, t.length - i};
        size_t gap = space(rest);
        char c = t.at[i];

        if (used + 2 > FIGURE_TEXT)
            return 0;
        if (c >= '0' && c <= '9') {
            out[used++] = c;
            run++;
            *decimals += *decimals >= 0;
            i++;
        } else if (c == mark && *decimals < 0 && run && (!thousands || run == 3)) {
            out[used++] = '.';
            *decimals = 0;
            i++;
        } else if ((gap || (comma && c == '.')) && *decimals < 0) {
            char separator = gap ? ' ' : '.';

            if ((thousands && (thousands != separator || run != 3)) || run < 1 || run > 3)
                return 0;
            thousands = separator;
            run = 0;
            i += gap ? gap : 1;
        } else {
            return 0;
        }
    }
    out[used] = '\0';
    return *decimals != 0 && run && (!thousands || *decimals > 0 || run == 3);
}

static const char *out_of_bounds(const fact *f, cell value)
{
    if (f->least < f->most && value < f->least)
        return "below the least allowed";
    if (f->least < f->most && value > f->most)
        return "above the most allowed";
    return NULL;
}

/* Most figures are digits, or digits and a point before one or two more: 1 when `t` is one. */
static int simple_figure(text t, int comma, micro *value)
{
    micro digits = 0;
    size_t point = t.length;

    if (!t.length || t.length > 12)
        return 0;
    for (size_t i = 0; i < t.length; i++) {
        if (t.at[i] == '.' && !comma && i && point == t.length)
            point = i;
        else if (t.at[i] >= '0' && t.at[i] <= '9')
            digits = digits * 10 + (t.at[i] - '0');
        else
            return 0;
    }
    if (point == t.length)
        *value = digits * MICRO;
    else if (t.length - point == 2)
        *value = digits * (MICRO / 10);
    else if (t.length - point == 3)
        *value = digits * (MICRO / 100);
    else
        return 0;
    return 1;
}

static const char *read_figure(const fact *f, text t, int comma, cell *out)
{
    int money = f->kind == KIND_MONEY, decimals;
    int64_t euros = f->per == PERIOD_MONTH  ? LIMIT_EURO_MONTH
                    : f->per == PERIOD_YEAR ? LIMIT_EURO_YEAR
                                            : LIMIT_EURO;
    micro limit = (money ? euros : LIMIT_NUMBER) * MICRO, value;
    char figure[FIGURE_TEXT];

    if (!simple_figure(t, comma, &value)) {
        if (!plain_figure(money ? without_euro(t) : t, comma, figure, &decimals))
            return money ? "not an amount" : "not a number";
        if (money && decimals > 2)
            return "not an amount: more than two decimals";
        if (decimals > 3)
            return "not a number: more than three decimals";
        /* a spreadsheet writes 3 as 3.0; but 3.000 may be three thousand */
        if (f->whole && !money && decimals > 2)
            return "not a whole number";
        if (!micro_parse(text_of(figure), 6, &value))
            return money ? "not an amount" : "not a number";
    }
    if (f->whole && !money && value % MICRO != 0)
        return "not a whole number";
    if (value < -limit)
        return "below the least allowed";
    if (value > limit)
        return "above the most allowed";
    *out = (cell)(value / (money ? MICRO / 100 : MICRO / 1000));
    return NULL;
}

const char *fact_read(const fact *f, text written, int comma, cell *out)
{
    const char *reason = NULL;
    cell value = CELL_UNKNOWN;

    written = text_trim(written);
    if (written.length) {
        switch (f->kind) {
        case KIND_TRUTH:
            reason = read_truth(written, &value);
            break;
        case KIND_DATE:
            reason = read_date(written, &value);
            break;
        case KIND_MONEY:
        case KIND_NUMBER:
            reason = read_figure(f, written, comma, &value);
            break;
        case KIND_WORD:
            value = fact_word(f, written);
            reason = value < 0 ? "not a word of this fact" : NULL;
            break;
        case KIND_TEXT:
        case KIND_PERSON:
            return "a text, not a value";
        }
        if (!reason && (f->kind == KIND_DATE || f->kind == KIND_MONEY || f->kind == KIND_NUMBER))
            reason = out_of_bounds(f, value);
        if (reason)
            return reason;
    }
    *out = value;
    return NULL;
}

void fact_print(const fact *f, cell value, char *out, size_t size)
{
    char figure[32] = "";

    if (!size)
        return;
    out[0] = '\0';
    if (value == CELL_UNKNOWN)
        return;
    switch (f->kind) {
    case KIND_TRUTH:
        snprintf(out, size, "%s", value ? "yes" : "no");
        break;
    case KIND_DATE:
        if (value < DAY_NEVER)
            day_print(figure, value);
        snprintf(out, size, "%s", figure);
        break;
    case KIND_MONEY:
        micro_print(figure, (micro)value * (MICRO / 100), 2);
        snprintf(out, size, "%s", figure);
        break;
    case KIND_NUMBER:
        micro_print(figure, (micro)value * (MICRO / 1000), 0);
        snprintf(out, size, "%s", figure);
        break;
    case KIND_WORD:
        if (value >= 0 && (size_t)value < f->word_count)
            snprintf(out, size, "%s", f->words[value]);
        break;
    case KIND_TEXT:
    case KIND_PERSON:
        break;
    }
}
