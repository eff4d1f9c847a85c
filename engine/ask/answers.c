/*
 * Reading what a person writes: "oui", "1.234,56 EUR", "3/2/1957", "je ne sais pas".
 *
 * Letters are compared without case and accents. Nothing is guessed: what
 * could be read in two ways is not read.
 */
#include <stdio.h>
#include <string.h>
#include "../base/day.h"
#include "asking.h"

#define PLAIN_SIZE 200

/* Lower case, no accents of Western languages, single spaces, without the points at the end. */
static size_t make_plain(text t, char out[PLAIN_SIZE])
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuyts"; /* U+00C0 to U+00DF, and the small ones */
    size_t n = 0;

    t = text_trim(t);
    for (size_t i = 0; i < t.length && n + 1 < PLAIN_SIZE; i++) {
        unsigned char c = (unsigned char)t.at[i];

        if (c == 0xC3 && i + 1 < t.length) {
            c = (unsigned char)latin[(unsigned char)t.at[++i] & 31];
        } else if (c == 0xC2 && i + 1 < t.length && (unsigned char)t.at[i + 1] == 0xA0) {
            c = ' ';
            i++;
        } else if (c == 0xE2 && i + 2 < t.length && (unsigned char)t.at[i + 1] == 0x80) {
            c = (unsigned char)t.at[i + 2] == 0x99 ? '\'' : ' ';
            i += 2;
        } else if (c >= 'A' && c <= 'Z') {
            c = (unsigned char)(c + 32);
        } else if (c == '\t') {
            c = ' ';
        }
        if (c != ' ' || (n && out[n - 1] != ' '))
            out[n++] = (char)c;
    }
    while (n && (out[n - 1] == ' ' || out[n - 1] == '.' || out[n - 1] == '!'))
        n--;
    out[n] = '\0';
    return n;
}

static int is_one_of(const char *plain, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(plain, *list) == 0)
            return 1;
    return 0;
}

static const char *const yes[] = {"oui", "o", "ja", "j", "yes", "y", "vrai", "waar", "true", "1", "ok", NULL};
static const char *const no[] = {"non", "n", "nee", "neen", "no", "faux", "onwaar", "false", "0", NULL};
static const char *const unknown[] = {
    "?",         "je ne sais pas",   "je sais pas",  "sais pas",      "ne sais pas", "inconnu",
    "weet niet", "ik weet het niet", "weet ik niet", "weet het niet", "onbekend",    "don't know",
    "dont know", "i don't know",     "do not know",  "i do not know", "unknown",     "pas envie de repondre",
    NULL};
static const char *const back[] = {"back", "retour", "terug", "arriere", "precedent", "vorige", NULL};
static const char *const nothing[] = {"non",   "nee",    "neen", "no",   "rien", "niets", "nothing",
                                      "aucun", "aucune", "geen", "none", "zero", "nul",   NULL};
static const char *const never[] = {"jamais", "nooit", "never", "non", "nee", "neen", "no", NULL};

static int digits(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] < '0' || s[i] > '9')
            return 0;
    return n > 0;
}

/* Removes a unit at the end and the spaces between digits; 0 when something else is left. */
static int only_number(const char *plain, char out[64])
{
    static const char *const units[] = {"eur",  "euro",    "euros",  "\xe2\x82\xac",
                                        "mois", "maanden", "months", "ans"};
    size_t length = strlen(plain), n = 0;

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t u = strlen(units[i]);

        if (length > u && strcmp(plain + length - u, units[i]) == 0 &&
            (unsigned char)plain[length - u - 1] < 'a') {
            length -= u;
            break;
        }
    }
    for (size_t i = 0; i < length; i++) {
        if (plain[i] == ' ' || plain[i] == '\'')
            continue;
        if (n + 1 >= 64 || !strchr("0123456789.,-", plain[i]))
            return 0;
        out[n++] = plain[i];
    }
    out[n] = '\0';
    return n > 0;
}

/*
 * A mark before exactly three last digits stands for thousands; before one or
 * two, for the decimals. All marks before the last are thousands, and differ
 * from the mark of the decimals.
 */
static int read_decimal(const char *s, int64_t *hundredths)
{
    int negative = *s == '-';
    const char *last = NULL;
    size_t after;
    int64_t value = 0, part = 0;

    s += negative;
    for (const char *c = s; *c; c++)
        if (*c == '.' || *c == ',')
            last = c;
    after = last ? strlen(last + 1) : 0;
    if (last && (after == 0 || after > 3 || !digits(last + 1, after)))
        return 0;
    for (const char *c = s; *c && (!last || after == 3 || c < last); c++) {
        if (*c == '.' || *c == ',') {
            if ((last && after < 3 && *c == *last) || c == s || !digits(c + 1, 3) ||
                (c[4] >= '0' && c[4] <= '9'))
                return 0;
            continue;
        }
        if (*c < '0' || *c > '9' || value > 1000000000)
            return 0;
        value = value * 10 + (*c - '0');
    }
    if (last && after < 3)
        part = (last[1] - '0') * 10 + (after == 2 ? last[2] - '0' : 0);
    *hundredths = (negative ? -1 : 1) * (value * 100 + part);
    return s[0] != '\0';
}

static reading_of within(const expected *x, int64_t value, cell *out)
{
    if (value < x->least || value > x->most)
        return ANSWER_BAD;
    *out = (cell)value;
    return ANSWER_VALUE;
}

static reading_of read_number(const expected *x, const char *plain, cell *out)
{
    int64_t hundredths;
    char number[64];

    if (is_one_of(plain, nothing))
        return within(x, 0, out);
    if (!only_number(plain, number) || !read_decimal(number, &hundredths))
        return ANSWER_BAD;
    if (x->kind == KIND_MONEY)
        return within(x, hundredths, out);
    if (x->whole && hundredths % 100 != 0)
        return ANSWER_BAD;
    return within(x, hundredths * 10, out);
}

/* D/M/YYYY with any of / . - and spaces, or YYYY-MM-DD. */
static reading_of read_date(const expected *x, const char *plain, cell *out)
{
    int parts[3] = {0, 0, 0}, widths[3] = {0, 0, 0}, n = 0;
    char written[32];
    day d;

    if (x->never && is_one_of(plain, never)) {
        *out = DAY_NEVER;
        return ANSWER_VALUE;
    }
    for (const char *c = plain; *c; c++) {
        if (*c >= '0' && *c <= '9' && widths[n] < 4) {
            parts[n] = parts[n] * 10 + (*c - '0');
            widths[n]++;
        } else if (strchr("/.- ", *c) && widths[n] && n < 2) {
            n++;
        } else {
            return ANSWER_BAD;
        }
    }
    if (n != 2 || (widths[0] != 4 && widths[2] != 4) || (widths[0] == 4 && widths[2] > 2) || widths[1] > 2)
        return ANSWER_BAD;
    if (widths[0] == 4)
        snprintf(written, sizeof written, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
    else
        snprintf(written, sizeof written, "%04d-%02d-%02d", parts[2], parts[1], parts[0]);
    return day_parse(text_of(written), &d) ? within(x, d, out) : ANSWER_BAD;
}

/* The number, the word or the label; else the only label that begins so, or holds it. */
static reading_of read_word(const expected *x, const char *plain, cell *out)
{
    size_t found[2] = {0, 0}, at[2] = {0, 0}, length = strlen(plain);
    char offered[PLAIN_SIZE];

    if (digits(plain, length) && length < 4) {
        int number = 0;

        for (const char *c = plain; *c; c++)
            number = number * 10 + (*c - '0');
        *out = number - 1;
        return number >= 1 && (size_t)number <= x->word_count ? ANSWER_VALUE : ANSWER_BAD;
    }
    for (size_t i = 0; i < x->word_count; i++) {
        const char *inside;

        make_plain(text_of(x->labels[i]), offered);
        *out = (cell)i;
        if (strcmp(plain, offered) == 0 || strcmp(plain, x->words[i]) == 0)
            return ANSWER_VALUE;
        inside = length >= 3 ? strstr(offered, plain) : NULL;
        for (int k = 0; k < 2; k++)
            if (inside && (k || inside == offered) && found[k]++ == 0)
                at[k] = i;
    }
    for (int k = 0; k < 2; k++)
        if (found[k] == 1) {
            *out = (cell)at[k];
            return ANSWER_VALUE;
        }
    return ANSWER_BAD;
}

reading_of read_answer(const expected *x, text written, cell *out)
{
    char plain[PLAIN_SIZE];
    size_t length;

    if (!text_is_utf8(written) || written.length >= PLAIN_SIZE)
        return ANSWER_BAD;
    length = make_plain(written, plain);
    if (length == 0)
        return ANSWER_BAD;
    if (is_one_of(plain, back))
        return ANSWER_BACK;
    if (is_one_of(plain, unknown))
        return ANSWER_UNKNOWN;
    switch (x->kind) {
    case KIND_TRUTH:
        *out = is_one_of(plain, yes);
        return *out || is_one_of(plain, no) ? ANSWER_VALUE : ANSWER_BAD;
    case KIND_WORD:
        return read_word(x, plain, out);
    case KIND_DATE:
        return read_date(x, plain, out);
    default:
        return read_number(x, plain, out);
    }
}
