/*
 * Cells as files write them, read and written.
 *
 * Reading never guesses: a spelling that could mean two figures is refused
 * with a reason, and the cell stays unknown. What fact_print writes,
 * fact_read gives back.
 */
#include <stdio.h>
#include "../base/day.h"
#include "../base/limits.h"
#include "../base/money.h"
#include "as_written.h"
#include "repair.h"

static const char *read_truth(text t, cell *out, unsigned *repairs)
{
    static const char letters[] = "oOjJxXyYnN"; /* oui, ja, a cross in a box, yes; no and its like */
    static const char *const yes[] = {"yes", "oui", "ja", "1", "true", "vrai", "waar"};
    static const char *const no[] = {"no", "non", "nee", "0", "false", "faux", "onwaar"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (text_same_no_case(t, yes[i]) || text_same_no_case(t, no[i])) {
            *out = text_same_no_case(t, yes[i]);
            return NULL;
        }
    }
    if (text_same_no_case(t, "neen")) {
        *out = 0;
        return NULL;
    }
    if (t.length == 1 && strchr(letters, t.at[0])) {
        *out = t.at[0] != 'n' && t.at[0] != 'N';
        *repairs |= REPAIR_BIT(REPAIR_TRUTH_FORM);
        return NULL;
    }
    return "not yes or no";
}

static const char *read_date(text t, cell *out, unsigned *repairs)
{
    day d = CELL_UNKNOWN;
    const char *reason = day_parse(t, &d) ? NULL : date_as_written(t, &d, repairs);

    *out = d;
    return reason;
}

/*
 * A figure with a point and without separators, in `out`. Separators of
 * thousands (plain spaces; the point too when the decimals follow a comma) must cut
 * groups of three digits after a first one of one to three, all by the same
 * separator. `decimals` receives how many digits follow the decimal mark.
 * 0 when `t` is not such a figure.
 */
static int plain_figure(text t, int comma, char out[FIGURE_TEXT], int *decimals, unsigned *repairs)
{
    size_t used = 0, run = 0, i = 0;
    char mark = comma ? ',' : '.', thousands = '\0';

    *decimals = -1;
    if (t.length && (t.at[0] == '-' || t.at[0] == '+'))
        out[used++] = t.at[i++];
    while (i < t.length) {
        char c = t.at[i];
        int gap = c == ' ';

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
            i++;
        } else {
            return 0;
        }
    }
    out[used] = '\0';
    if (thousands)
        *repairs |= REPAIR_BIT(REPAIR_THOUSANDS);
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
static int simple_figure(text t, int comma, micro *value, unsigned *repairs)
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
    if (point < t.length)
        *repairs |= REPAIR_BIT(REPAIR_DECIMAL_POINT);
    return 1;
}

static const char *read_figure(const fact *f, text t, int comma, cell *out, unsigned *repairs)
{
    int money = f->kind == KIND_MONEY, decimals;
    int64_t euros = f->per == PERIOD_MONTH  ? LIMIT_EURO_MONTH
                    : f->per == PERIOD_YEAR ? LIMIT_EURO_YEAR
                                            : LIMIT_EURO;
    micro limit = (money ? euros : LIMIT_NUMBER) * MICRO, value;
    char tidy[FIGURE_TEXT], figure[FIGURE_TEXT];

    if (!simple_figure(t, comma, &value, repairs)) {
        if (!figure_as_written(t, money, tidy, repairs) ||
            !plain_figure(text_of(tidy), comma, figure, &decimals, repairs))
            return money ? "not an amount" : "not a number";
        if (money && decimals == 3) /* may be thousands */
            return "not an amount: more than two decimals";
        if (money && decimals > 3) {
            if (decimals > 6)
                figure[strlen(figure) - (size_t)decimals + 6] = '\0';
            *repairs |= REPAIR_BIT(REPAIR_ROUNDED);
        } else if (decimals > 3) {
            return "not a number: more than three decimals";
        }
        /* a spreadsheet writes 3 as 3.0; but 3.000 may be three thousand */
        if (f->whole && !money && decimals > 2)
            return "not a whole number";
        if (!micro_parse(text_of(figure), 6, &value))
            return money ? "not an amount" : "not a number";
        if (money && decimals > 3)
            value = micro_round(value, MICRO / 100);
        if (decimals > 0)
            *repairs |= REPAIR_BIT(comma ? REPAIR_DECIMAL_COMMA : REPAIR_DECIMAL_POINT);
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

static const char *read_value(const fact *f, text t, int comma, cell *out, unsigned *repairs)
{
    const char *reason = NULL;

    switch (f->kind) {
    case KIND_TRUTH:
        return read_truth(t, out, repairs);
    case KIND_DATE:
        reason = read_date(t, out, repairs);
        break;
    case KIND_MONEY:
    case KIND_NUMBER:
        reason = read_figure(f, t, comma, out, repairs);
        break;
    case KIND_WORD:
        *out = fact_word(f, t);
        return *out < 0 ? "not a word of this fact" : NULL;
    case KIND_TEXT:
    case KIND_PERSON:
        return "a text, not a value";
    }
    return reason ? reason : out_of_bounds(f, *out);
}

const char *fact_read_repaired(const fact *f, text written, int comma, cell *out, unsigned *repairs)
{
    text t = text_trim(written);
    cell value = CELL_UNKNOWN;
    unsigned needed = 0;

    if (t.length) {
        const char *reason = read_value(f, t, comma, &value, &needed);

        if (reason) {
            if (f->kind == KIND_TEXT || f->kind == KIND_PERSON || !text_is_placeholder(t))
                return reason;
            value = CELL_UNKNOWN;
            needed = REPAIR_BIT(REPAIR_PLACEHOLDER);
        }
    }
    if (repairs)
        *repairs |= needed | (t.length < written.length ? REPAIR_BIT(REPAIR_SPACES) : 0);
    *out = value;
    return NULL;
}

const char *fact_read(const fact *f, text written, int comma, cell *out)
{
    return fact_read_repaired(f, written, comma, out, NULL);
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
