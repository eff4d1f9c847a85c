/*
 * Numbers, dates and number formats of sheets.
 *
 * Numbers are handled digit by digit: no binary fraction, no locale.
 */
#include "typed_values.h"

#include <stdio.h>
#include "../base/day.h"

#define SHOWN_DIGITS 15 /* of a spreadsheet */
#define MOST_DIGITS 40  /* written out */

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* digits x 10^exponent */
typedef struct decimal {
    int negative, written_whole; /* written without point and exponent */
    size_t count;
    int exponent;
    char digits[MOST_DIGITS];
} decimal;

static int read_exponent(text t, size_t at, int *exponent)
{
    int negative = 0, value = 0;

    if (at < t.length && (t.at[at] == '-' || t.at[at] == '+'))
        negative = t.at[at++] == '-';
    if (at == t.length)
        return 0;
    for (; at < t.length; at++) {
        if (!is_digit(t.at[at]) || value > 999)
            return 0;
        value = 10 * value + (t.at[at] - '0');
    }
    *exponent += negative ? -value : value;
    return 1;
}

/* Leading zeros are dropped. 0 when `t` is not a decimal number, or has too many digits. */
static int read_decimal(text t, decimal *d)
{
    size_t at = 0, seen = 0;
    int point = 0;

    *d = (decimal){.written_whole = 1};
    if (t.length && (t.at[0] == '-' || t.at[0] == '+'))
        d->negative = t.at[at++] == '-';
    for (; at < t.length && (is_digit(t.at[at]) || (t.at[at] == '.' && !point)); at++) {
        if (t.at[at] == '.') {
            point = 1;
            d->written_whole = 0;
            continue;
        }
        seen++;
        d->exponent -= point;
        if (!d->count && t.at[at] == '0')
            continue;
        if (d->count == MOST_DIGITS)
            return 0;
        d->digits[d->count++] = t.at[at];
    }
    if (!seen)
        return 0;
    if (at == t.length)
        return 1;
    d->written_whole = 0;
    return (t.at[at] == 'e' || t.at[at] == 'E') && read_exponent(t, at + 1, &d->exponent);
}

/* To the digits shown, half up; zeros at the end go into the exponent. */
static void round_shown(decimal *d)
{
    if (d->count > SHOWN_DIGITS) {
        size_t at = SHOWN_DIGITS;
        int up = d->digits[at] >= '5';

        d->exponent += (int)(d->count - at);
        d->count = at;
        while (up && at-- > 0) {
            up = d->digits[at] == '9';
            d->digits[at] = (char)(up ? '0' : d->digits[at] + 1);
        }
        if (up) { /* 999... became 1000... */
            d->digits[0] = '1';
            d->exponent++;
        }
    }
    while (d->count && d->digits[d->count - 1] == '0') {
        d->count--;
        d->exponent++;
    }
}

size_t typed_number(text t, char out[TYPED_TEXT])
{
    decimal d;
    size_t used = 0, whole;

    if (!read_decimal(t, &d))
        return 0;
    if (d.written_whole) {
        if (t.length >= TYPED_TEXT)
            return 0;
        memcpy(out, t.at, t.length);
        return t.length;
    }
    round_shown(&d);
    if (!d.count) {
        out[0] = '0';
        return 1;
    }
    if (d.exponent > MOST_DIGITS - SHOWN_DIGITS || d.exponent < -MOST_DIGITS)
        return 0;
    if (d.negative)
        out[used++] = '-';
    whole = (int)d.count + d.exponent > 0 ? (size_t)((int)d.count + d.exponent) : 0;
    for (size_t i = 0; i < whole; i++)
        out[used++] = i < d.count ? d.digits[i] : '0';
    if (!whole)
        out[used++] = '0';
    if (d.exponent >= 0)
        return used;
    out[used++] = '.';
    for (int i = (int)d.count + d.exponent; i < 0; i++)
        out[used++] = '0';
    for (size_t i = whole; i < d.count; i++)
        out[used++] = d.digits[i];
    return used;
}

size_t typed_serial_date(text number, int from_1904, char out[TYPED_TEXT])
{
    const int32_t last = from_1904 ? 2957003 : 2958465; /* 9999-12-31 */
    char plain[TYPED_TEXT];
    size_t length = typed_number(number, plain);
    int32_t serial = 0;
    int year, month, date;

    for (size_t i = 0; i < length && plain[i] != '.'; i++) {
        if (!is_digit(plain[i]) || serial > last)
            return 0;
        serial = 10 * serial + (plain[i] - '0');
    }
    if (!length || serial > last || (!from_1904 && serial < 1))
        return 0;
    if (!from_1904 && serial == 60)
        return (size_t)snprintf(out, TYPED_TEXT, "1900-02-29");
    day_parts((from_1904 ? day_of(1904, 1, 1) : day_of(1899, 12, serial < 60 ? 31 : 30)) + serial, &year,
              &month, &date);
    return (size_t)snprintf(out, TYPED_TEXT, "%04d-%02d-%02d", year, month, date);
}

size_t typed_iso_date(text t, char out[TYPED_TEXT])
{
    static const char shape[] = "9999-99-99";

    if (t.length < 10 || (t.length > 10 && t.at[10] != 'T' && t.at[10] != 'Z' && t.at[10] != ' '))
        return 0;
    for (size_t i = 0; i < 10; i++)
        if (shape[i] == '9' ? !is_digit(t.at[i]) : t.at[i] != '-')
            return 0;
    memcpy(out, t.at, 10);
    return 10;
}

/* The next byte of a format that stands for something, after quoted and bracketed text; '\0' at the end. */
static char format_next(text code, size_t *at)
{
    while (*at < code.length) {
        char c = code.at[(*at)++], close = c == '"' ? '"' : c == '[' ? ']' : '\0';

        if (c == ';')
            return '\0';
        if (c == '\\' || c == '_' || c == '*') {
            ++*at;
        } else if (close) {
            size_t from = *at;

            while (*at < code.length && code.at[*at] != close)
                ++*at;
            /* [h]:mm counts hours, it is no date */
            if (close == ']' && *at - from <= 2 && *at > from && strchr("hHmMsS", code.at[from]))
                c = 'h';
            ++*at;
            if (c == 'h')
                return c;
        } else {
            return c;
        }
    }
    return '\0';
}

number_format typed_format(text code, unsigned *digits)
{
    int date = 0, month = 0, time = 0, other = 0;
    unsigned zeros = 0;
    size_t at = 0;
    char c;

    *digits = 0;
    if (text_same_no_case(code, "General") || text_is(code, "@"))
        return FORMAT_PLAIN;
    while ((c = format_next(code, &at))) {
        char low = (char)(c | 0x20);

        date |= low == 'y' || low == 'd';
        month |= low == 'm';
        time |= low == 'h' || low == 's';
        zeros += c == '0';
        other |= c != '0';
    }
    if (zeros && !other) {
        *digits = zeros;
        return zeros > 1 && zeros <= 20 ? FORMAT_PADDED : FORMAT_PLAIN;
    }
    return date || (month && !time) ? FORMAT_DATE : FORMAT_PLAIN;
}

size_t typed_padded(text number, unsigned digits, char out[TYPED_TEXT])
{
    char plain[TYPED_TEXT];
    size_t length = typed_number(number, plain);

    for (size_t i = 0; i < length; i++)
        if (!is_digit(plain[i]))
            return 0;
    if (!length || length > digits)
        return 0;
    memset(out, '0', digits);
    memcpy(out + digits - length, plain, length);
    return digits;
}
