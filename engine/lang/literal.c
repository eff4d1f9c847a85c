/*
 * Values of literals.
 *
 * A text never grows when its escapes are read (the shortest escape of a
 * character is longer than its UTF-8), so its value fits in as many bytes as
 * it was written with.
 */
#include "literal.h"

#include "../base/limits.h"

/* The largest whole number whose millionths a cell holds exactly. */
#define MOST_WHOLE 9000000000

_Static_assert(MOST_WHOLE <= (int64_t)LIMIT_EXACT / MICRO, "whole numbers of formulas are exact in a cell");

literal_kind literal_number(text written, micro *out)
{
    int64_t value = 0;

    if (written.length > 1 && (written.at[1] | 0x20) == 'x')
        return LITERAL_HEXADECIMAL;
    for (size_t i = 0; i < written.length; i++)
        if (written.at[i] < '0' || written.at[i] > '9')
            return LITERAL_FRACTION;
    for (size_t i = 0; i < written.length; i++) {
        value = value * 10 + (written.at[i] - '0');
        if (value > MOST_WHOLE)
            return LITERAL_TOO_LARGE;
    }
    *out = value * MICRO;
    return LITERAL_GOOD;
}

typedef struct reading {
    text in;
    size_t at;
    char *out;
    size_t length;
} reading;

static int next(const reading *r)
{
    return r->at < r->in.length ? (unsigned char)r->in.at[r->at] : -1;
}

static void add(reading *r, int byte)
{
    r->out[r->length++] = (char)byte;
}

static int digit_value(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A line end of any spelling is one \n. */
static void line_end(reading *r)
{
    int first = next(r), second;

    r->at++;
    second = next(r);
    if ((second == '\n' || second == '\r') && second != first)
        r->at++;
    add(r, '\n');
}

static void add_code(reading *r, uint32_t code)
{
    static const uint32_t first[] = {0, 0, 0xc0, 0xe0, 0xf0};
    size_t bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

    if (bytes == 1) {
        add(r, (int)code);
        return;
    }
    add(r, (int)(first[bytes] | code >> (6 * (bytes - 1))));
    for (size_t i = bytes - 1; i > 0; i--)
        add(r, (int)(0x80 | (code >> (6 * (i - 1)) & 0x3f)));
}

/* \xHH, \ddd and \u{H...}: 1, or 0 when it is none of these. */
static int numeric_escape(reading *r, int kind)
{
    uint32_t code = 0;

    if (kind == 'u') {
        size_t digits = 0;

        if (next(r) != '{')
            return 0;
        for (r->at++; next(r) >= 0 && digit_value(next(r)) >= 0; r->at++, digits++) {
            code = code * 16 + (uint32_t)digit_value(next(r));
            if (code > 0x10ffff)
                return 0;
        }
        if (next(r) != '}' || digits == 0)
            return 0;
        r->at++;
        add_code(r, code);
        return 1;
    }
    if (kind == 'x') {
        for (int i = 0; i < 2; i++, r->at++) {
            if (next(r) < 0 || digit_value(next(r)) < 0)
                return 0;
            code = code * 16 + (uint32_t)digit_value(next(r));
        }
    } else {
        code = (uint32_t)(kind - '0');
        for (int i = 0; i < 2 && next(r) >= '0' && next(r) <= '9'; i++, r->at++)
            code = code * 10 + (uint32_t)(next(r) - '0');
    }
    if (code > 255)
        return 0;
    add(r, (int)code);
    return 1;
}

static int escape(reading *r)
{
    static const char from[] = "abfnrtv\\\"'", to[] = "\a\b\f\n\r\t\v\\\"'";
    int c = next(r);
    const char *simple;

    if (c == '\n' || c == '\r') {
        line_end(r);
        return 1;
    }
    r->at++;
    if (c == 'z') {
        while (next(r) == ' ' || (next(r) >= '\t' && next(r) <= '\r'))
            r->at++;
        return 1;
    }
    if (c == 'x' || c == 'u' || (c >= '0' && c <= '9'))
        return numeric_escape(r, c);
    simple = c > 0 ? strchr(from, c) : NULL;
    if (!simple)
        return 0;
    add(r, to[simple - from]);
    return 1;
}

literal_kind literal_text(text written, arena *memory, const char **out)
{
    reading r = {.in = written};
    size_t cut = 1;
    int quoted = written.at[0] != '[';

    if (!quoted)
        while (written.at[cut++] == '=')
            ;
    r.in.at += cut;
    r.in.length -= 2 * cut;
    r.out = arena_alloc(memory, r.in.length + 1);
    if (!r.out)
        return LITERAL_NO_MEMORY;
    if (!quoted && (next(&r) == '\n' || next(&r) == '\r')) {
        line_end(&r);
        r.length = 0; /* a line end right after the bracket is not part of the text */
    }
    while (next(&r) >= 0) {
        int c = next(&r);

        if (c == '\n' || c == '\r') {
            line_end(&r);
        } else if (quoted && c == '\\') {
            r.at++;
            if (!escape(&r))
                return LITERAL_BAD_TEXT;
        } else {
            r.at++;
            add(&r, c);
        }
    }
    r.out[r.length] = '\0';
    if (!text_is_utf8((text){r.out, r.length})) /* refuses a zero byte too */
        return LITERAL_BAD_TEXT;
    *out = r.out;
    return LITERAL_GOOD;
}
