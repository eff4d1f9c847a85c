/*
 * Dates and figures as people write them.
 *
 * A year has four digits or is refused. Five digits alone are the day number
 * of a spreadsheet (1927 to 2100); four digits alone could be a year, and are
 * refused. Eight digits are year, month, day: read the other way round they
 * would have a month over 12.
 */
#include "as_written.h"

#include <stdio.h>
#include "../base/letters.h"
#include "repair.h"

#define SERIAL_OF_1970 25569 /* 1 January 1970, counted by spreadsheets from 31 December 1899 */
#define SERIAL_MOST 73415    /* 31 December 2100 */
#define LONGEST_DATE 48

static const char not_a_date[] = "not a date: write YYYY-MM-DD or DD/MM/YYYY";

/* The month a word begins, 1 to 12; 0 when it begins none, or two. */
static int month_named(const char *word)
{
    static const char *const months[][3] = {
        {"janvier", "januari", "january"},
        {"fevrier", "februari", "february"},
        {"mars", "maart", "march"},
        {"avril", "april", "april"},
        {"mai", "mei", "may"},
        {"juin", "juni", "june"},
        {"juillet", "juli", "july"},
        {"aout", "augustus", "august"},
        {"septembre", "september", "sept"},
        {"octobre", "oktober", "october"},
        {"novembre", "november", "nov"},
        {"decembre", "december", "dec"},
    };
    size_t length = strlen(word);
    int found = 0;

    if (strcmp(word, "mrt") == 0)
        return 3;
    for (int m = 0; m < 12 && length >= 3; m++) {
        for (int k = 0; k < 3; k++) {
            if (strncmp(months[m][k], word, length) != 0)
                continue;
            if (found && found != m + 1)
                return 0;
            found = m + 1;
        }
    }
    return found;
}

/* Midnight after a date, as programs export it: "T00:00:00.000Z". Any other hour could be another day. */
static size_t without_midnight(const char *s, size_t length)
{
    size_t at = 0, digits = 0;

    while (at < length && s[at] != ':')
        at++;
    if (at == length || at < 3 || (s[at - 3] != ' ' && s[at - 3] != 'T'))
        return length;
    for (size_t i = at - 2; i < length; i++) {
        if (s[i] == '0')
            digits++;
        else if (s[i] != ':' && s[i] != '.' && !(s[i] == 'Z' && i + 1 == length))
            return length;
    }
    return digits >= 4 ? at - 3 : length;
}

/* The three parts of a date: digits or a word each. */
typedef struct parts {
    char part[3][12];
    size_t count;
    char separator; /* the same between all parts, or ' ' beside the name of a month; '\0': mixed */
} parts;

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* 0 when `s`, folded but for its separators, has not one to three parts. */
static int cut(const char *s, parts *out)
{
    size_t i = 0;

    *out = (parts){.separator = '?'};
    while (s[i]) {
        char *part = out->part[out->count];
        size_t n = 0;
        int digits = is_digit(s[i]);

        while (s[i] && (digits ? is_digit(s[i]) : is_letter(s[i])) && n + 1 < sizeof out->part[0])
            part[n++] = s[i++];
        if (!n)
            return 0;
        out->count++;
        if (digits && out->count == 1 && strcmp(part, "1") == 0 && strncmp(s + i, "er ", 3) == 0)
            i += 2;
        if (!s[i])
            return 1;
        if (out->count == 3)
            return 0;
        while (s[i] && strchr("/.- ", s[i])) {
            char c = s[i++];

            if (out->separator == '?' || out->separator == c)
                out->separator = c;
            else
                out->separator = '\0';
        }
    }
    return 0; /* ends by a separator */
}

static int number(const char *digits)
{
    int out = 0;

    for (; *digits; digits++)
        out = out * 10 + (*digits - '0');
    return out;
}

static const char *existing(int year, int month, int date, day *out)
{
    char plain[48];

    snprintf(plain, sizeof plain, "%04d-%02d-%02d", year, month, date);
    return day_parse(text_of(plain), out) ? NULL : "not a date that exists, or not within 1870 to 2199";
}

/* One part: digits without anything between them. */
static const char *date_of_digits(const char *s, day *out, unsigned *repairs)
{
    size_t length = strlen(s);
    int value = length <= 8 ? number(s) : 0;

    if (length == 4)
        return "not a date: a year alone";
    if (length == 8 && value >= 18700000 && value < 22000000) {
        *repairs |= REPAIR_BIT(REPAIR_DATE_FORM);
        return existing(value / 10000, value / 100 % 100, value % 100, out);
    }
    if (length != 5 || s[0] == '0' || value > SERIAL_MOST)
        return not_a_date;
    *repairs |= REPAIR_BIT(REPAIR_SERIAL);
    *out = value - SERIAL_OF_1970;
    return NULL;
}

static const char *date_of_parts(const parts *p, day *out, unsigned *repairs)
{
    const char *first = p->part[0], *middle = p->part[1], *last = p->part[2];
    size_t widths[3] = {strlen(first), strlen(middle), strlen(last)};
    int named = is_letter(middle[0]) ? month_named(middle) : 0;
    int month = named ? named : is_digit(middle[0]) && widths[1] <= 2 ? number(middle) : 0;

    if (!is_digit(first[0]) || !is_digit(last[0]) || (!named && !is_digit(middle[0])) ||
        (!named && (!p->separator || widths[1] > 2)))
        return not_a_date;
    *repairs |= REPAIR_BIT(REPAIR_DATE_FORM);
    if (widths[0] == 4 && widths[2] <= 2 && !named)
        return existing(number(first), month, number(last), out);
    if (widths[0] <= 2 && widths[2] == 4)
        return existing(number(last), month, number(first), out);
    if (widths[0] <= 2 && widths[2] == 2)
        return "not a date: the year needs four digits";
    return not_a_date;
}

const char *date_as_written(text t, day *out, unsigned *repairs)
{
    char plain[LONGEST_DATE];
    unsigned needed = 0;
    const char *reason;
    size_t used = 0;
    parts p;

    t.length = without_midnight(t.at, t.length);
    for (size_t i = 0; i < t.length;) {
        unsigned char c = (unsigned char)t.at[i];
        size_t length = c < 0xc2 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        char one[8];

        if (used + sizeof one >= sizeof plain || i + length > t.length)
            return not_a_date;
        if (c < 0x80 && strchr("/.- ", (char)c))
            plain[used++] = (char)c;
        else if (letters_fold((text){t.at + i, length}, one, sizeof one))
            for (const char *s = one; *s; s++)
                plain[used++] = *s;
        else if (c == 0xcc || c == 0xcd)
            ; /* an accent apart from its letter */
        else if (length > 1)
            plain[used++] = ' '; /* a space of another width */
        else
            return not_a_date;
        i += length;
    }
    plain[used] = '\0';
    if (!cut(plain, &p) || p.count == 2)
        return not_a_date;
    reason = p.count == 1 ? is_digit(p.part[0][0]) ? date_of_digits(plain, out, &needed) : not_a_date
                          : date_of_parts(&p, out, &needed);
    if (!reason)
        *repairs |= needed;
    return reason;
}

/* ---- figures ---- */

/* Bytes of a space of any width at the start of `t`, 0 for none. */
static size_t any_space(text t)
{
    static const char *const spaces[] = {
        " ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x87", "\xe2\x80\x88"};

    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (t.length >= strlen(spaces[i]) && memcmp(t.at, spaces[i], strlen(spaces[i])) == 0)
            return strlen(spaces[i]);
    return 0;
}

static text trim_any(text t)
{
    size_t gap;

    while ((gap = any_space(t))) {
        t.at += gap;
        t.length -= gap;
    }
    for (gap = 1; gap;) {
        gap = 0;
        for (size_t n = 1; n <= 3 && n <= t.length && !gap; n++)
            if (any_space((text){t.at + t.length - n, n}) == n)
                gap = n;
        t.length -= gap;
    }
    return t;
}

static int ends_with(text t, const char *s)
{
    size_t n = strlen(s);

    return t.length > n && text_same_no_case((text){t.at + t.length - n, n}, s);
}

/* One sign, before or after. */
static text without_sign(text t, unsigned *repairs)
{
    static const char *const signs[] = {"\xe2\x82\xac", "euros", "euro", "eur"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i]);

        if (t.length > n && text_same_no_case((text){t.at, n}, signs[i])) {
            t.at += n;
            t.length -= n;
        } else if (ends_with(t, signs[i])) {
            t.length -= n;
        } else {
            continue;
        }
        *repairs |= REPAIR_BIT(REPAIR_CURRENCY);
        break;
    }
    return trim_any(t);
}

int figure_as_written(text t, int money, char out[FIGURE_TEXT], unsigned *repairs)
{
    static const char *const no_cents[] = {",--", ".--", ",-", ".-"};
    unsigned needed = 0;
    size_t used = 0, step;

    t = trim_any(t);
    if (money)
        t = without_sign(t, &needed);
    for (size_t i = 0; money && i < sizeof no_cents / sizeof *no_cents; i++) {
        if (ends_with(t, no_cents[i])) {
            t.length -= strlen(no_cents[i]);
            needed |= REPAIR_BIT(REPAIR_CURRENCY);
            if (memchr(t.at, no_cents[i][0], t.length))
                return 0; /* cents twice */
            break;
        }
    }
    for (size_t i = 0; i < t.length; i += step) {
        text rest = {t.at + i, t.length - i};

        if (used + 2 > FIGURE_TEXT)
            return 0;
        step = any_space(rest);
        if (!step && *rest.at == '\'')
            step = 1;
        if (!step && rest.length >= 3 && memcmp(rest.at, "\xe2\x80\x99", 3) == 0)
            step = 3;
        if (step)
            needed |= REPAIR_BIT(REPAIR_THOUSANDS);
        out[used++] = step ? ' ' : *rest.at;
        step = step ? step : 1;
    }
    out[used] = '\0';
    *repairs |= needed;
    return used > 0;
}
