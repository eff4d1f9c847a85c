/*
 * A table on a terminal: widths, folding, alignment.
 *
 * Columns are two spaces apart. A right-aligned column is never folded: half
 * a number is a wrong number. When even folded columns do not fit, lines are
 * longer than the terminal rather than cut.
 */
#include "table_rows.h"

#include <stdlib.h>

#define GAP 2
#define NARROWEST 10 /* a folded column keeps at least so many columns */

/* Bytes of the code point at `at`; broken UTF-8 is taken byte by byte. */
static size_t code_point(text t, size_t at, uint32_t *out)
{
    unsigned char c = (unsigned char)t.at[at];
    size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;

    *out = length == 1 ? c : (uint32_t)(c & (0xFF >> (length + 1)));
    if (at + length > t.length)
        return 1;
    for (size_t i = 1; i < length; i++)
        *out = *out << 6 | ((unsigned char)t.at[at + i] & 0x3F);
    return length;
}

static int combining(uint32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

size_t text_width(text t)
{
    size_t width = 0;
    uint32_t c;

    for (size_t at = 0; at < t.length;) {
        at += code_point(t, at, &c);
        width += !combining(c);
    }
    return width;
}

/* Bytes of `t` that fit in `width`, cut at a space when there is one; *skip is what the next line leaves out.
 */
static size_t fold(text t, size_t width, size_t *skip)
{
    size_t at = 0, used = 0, space = 0;
    uint32_t c;

    *skip = 0;
    while (at < t.length) {
        size_t length = code_point(t, at, &c);

        if (c == ' ' || c == '\n')
            space = at;
        if (used + !combining(c) > width)
            break;
        used += !combining(c);
        at += length;
    }
    if (at >= t.length)
        return t.length;
    if (space) {
        *skip = 1;
        return space;
    }
    return at ? at : 1;
}

/* Control characters, C1 ones included, never reach a terminal. */
static void put_safe(writer *w, text t)
{
    uint32_t c;

    for (size_t at = 0, length; at < t.length; at += length) {
        length = code_point(t, at, &c);
        if (c == '\n' || c == '\t' || c == '\r')
            put(w, " ", 1);
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            put(w, "?", 1);
        else
            put(w, t.at + at, length);
    }
}

static void put_spaces(writer *w, size_t count)
{
    while (count--)
        put(w, " ", 1);
}

static size_t widest_that_folds(const table *t, const size_t *widths)
{
    size_t best = t->column_count;

    for (size_t i = 0; i < t->column_count; i++)
        if (t->columns[i].side == TABLE_LEFT && widths[i] > NARROWEST &&
            (best == t->column_count || widths[i] > widths[best]))
            best = i;
    return best;
}

static void measure(const table *t, size_t *widths, size_t width)
{
    size_t total = 0;

    for (size_t column = 0; column < t->column_count; column++) {
        widths[column] = text_width(text_of(t->columns[column].title));
        for (size_t row = 0; row < table_rows(t); row++) {
            size_t wide = text_width(table_at(t, row, column)->value);

            if (wide > widths[column])
                widths[column] = wide;
        }
        total += widths[column] + (column ? GAP : 0);
    }
    while (width && total > width) {
        size_t column = widest_that_folds(t, widths);

        if (column == t->column_count)
            return;
        widths[column]--;
        total--;
    }
}

/* One row: as many lines as its longest folded cell. `rest` holds what each cell still has to say. */
static void put_row(const table *t, writer *w, const size_t *widths, text *rest)
{
    int more = 1;

    while (more) {
        size_t owed = 0; /* spaces not written yet, so that no line ends with them */

        more = 0;
        for (size_t i = 0; i < t->column_count; i++) {
            size_t skip, length = fold(rest[i], widths[i], &skip);
            text now = {rest[i].at, length};
            size_t blank = widths[i] > text_width(now) ? widths[i] - text_width(now) : 0;

            if (t->columns[i].side == TABLE_RIGHT)
                owed += blank;
            if (length) {
                put_spaces(w, owed);
                put_safe(w, now);
                owed = 0;
            }
            if (t->columns[i].side == TABLE_LEFT)
                owed += blank;
            owed += GAP;
            rest[i].at += length + skip;
            rest[i].length -= length + skip;
            more |= rest[i].length > 0;
        }
        put_text(w, "\n");
    }
}

static void put_rule(const table *t, writer *w, const size_t *widths)
{
    for (size_t column = 0; column < t->column_count; column++) {
        put_spaces(w, column ? GAP : 0);
        for (size_t i = 0; i < widths[column]; i++)
            put(w, "-", 1);
    }
    put_text(w, "\n");
}

ayant_status table_lay_out(failure *e, const table *t, writer *w, size_t width, int colour)
{
    size_t *widths = calloc(t->column_count + 1, sizeof *widths);
    text *rest = calloc(t->column_count + 1, sizeof *rest);
    ayant_status status = AYANT_OK;

    if (!widths || !rest) {
        status = fail_memory(e);
        goto out;
    }
    measure(t, widths, width);
    for (size_t column = 0; column < t->column_count; column++)
        rest[column] = text_of(t->columns[column].title);
    put_text(w, colour ? "\033[1m" : "");
    put_row(t, w, widths, rest);
    put_text(w, colour ? "\033[0m" : "");
    put_rule(t, w, widths);
    for (size_t row = 0; row < table_rows(t); row++) {
        for (size_t column = 0; column < t->column_count; column++)
            rest[column] = table_at(t, row, column)->value;
        put_row(t, w, widths, rest);
    }
out:
    free(widths);
    free(rest);
    return status;
}
