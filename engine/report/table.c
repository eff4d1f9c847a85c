/*
 * Filling a table, and writing it for programs: CSV, JSON, HTML.
 *
 * The terminal's layout is in table_layout.c.
 */
#include "table.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "table_rows.h"

table *table_new(void)
{
    arena *memory = arena_new();
    table *t = memory ? arena_alloc(memory, sizeof *t) : NULL;

    if (!t) {
        arena_free(memory);
        return NULL;
    }
    t->memory = memory;
    return t;
}

void table_free(table *t)
{
    if (t)
        arena_free(t->memory);
}

void table_column(table *t, const char *key, const char *title, table_side side)
{
    table_heading *h;

    if (arena_grow(t->memory, &t->columns, &t->column_capacity, t->column_count + 1, sizeof *t->columns) <
        0) {
        t->failed = 1;
        return;
    }
    h = &t->columns[t->column_count++];
    h->key = arena_text(t->memory, key);
    h->title = title ? arena_text(t->memory, title) : h->key;
    h->side = side;
    if (!h->key || !h->title)
        t->failed = 1;
}

static void add(table *t, text value, table_kind kind)
{
    table_cell *c;
    const char *copy = "";

    if (t->failed)
        return;
    if (value.length)
        copy = arena_copy(t->memory, value.at, value.length);
    if (!copy ||
        arena_grow(t->memory, &t->cells, &t->cell_capacity, t->cell_count + 1, sizeof *t->cells) < 0) {
        t->failed = 1;
        return;
    }
    c = &t->cells[t->cell_count++];
    c->value.at = copy;
    c->value.length = value.length;
    c->kind = kind;
}

void table_slice(table *t, text cell)
{
    add(t, cell, CELL_TEXT);
}

void table_text(table *t, const char *cell)
{
    add(t, text_of(cell), cell ? CELL_TEXT : CELL_EMPTY);
}

void table_print(table *t, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof line) /* a mistake of ours: never cut in silence */
        t->failed = 1;
    else
        add(t, text_of(line), CELL_TEXT);
}

void table_count(table *t, uint64_t count)
{
    char out[32];

    snprintf(out, sizeof out, "%" PRIu64, count);
    add(t, text_of(out), CELL_NUMBER);
}

void table_cents(table *t, int64_t cents)
{
    char out[32];

    snprintf(out, sizeof out, "%s%" PRId64 ".%02d", cents < 0 ? "-" : "",
             cents < 0 ? -(cents / 100) : cents / 100, (int)(cents < 0 ? -(cents % 100) : cents % 100));
    add(t, text_of(out), CELL_NUMBER);
}

void table_empty(table *t)
{
    add(t, text_of(""), CELL_EMPTY);
}

size_t table_rows(const table *t)
{
    return t->column_count ? (t->cell_count + t->column_count - 1) / t->column_count : 0;
}

void table_guard(table *t)
{
    t->guard = 1;
}

const table_cell *table_at(const table *t, size_t row, size_t column)
{
    static const table_cell nothing = {{"", 0}, CELL_EMPTY};
    size_t at = row * t->column_count + column;

    return at < t->cell_count ? &t->cells[at] : &nothing;
}

static void write_guarded(const table *t, writer *w, const table_cell *c, int first)
{
    char cell[512];

    if (!t->guard || c->kind != CELL_TEXT || !c->value.length || !strchr("=+-@\t\r", c->value.at[0])) {
        put_csv(w, c->value, first);
        return;
    }
    if (c->value.length < sizeof cell) {
        cell[0] = '\'';
        memcpy(cell + 1, c->value.at, c->value.length);
        put_csv(w, (text){cell, c->value.length + 1}, first);
    } else {
        /* too long for the buffer: quoted by hand */
        put_text(w, first ? "\"'" : ",\"'");
        for (size_t i = 0; i < c->value.length; i++)
            put(w, c->value.at[i] == '"' ? "\"\"" : &c->value.at[i], c->value.at[i] == '"' ? 2 : 1);
        put_text(w, "\"");
    }
}

static void write_csv(const table *t, writer *w)
{
    for (size_t column = 0; column < t->column_count; column++)
        put_csv(w, text_of(t->columns[column].key), column == 0);
    put_text(w, "\n");
    for (size_t row = 0; row < table_rows(t); row++) {
        for (size_t column = 0; column < t->column_count; column++)
            write_guarded(t, w, table_at(t, row, column), column == 0);
        put_text(w, "\n");
    }
}

static void write_json(const table *t, writer *w)
{
    size_t rows = table_rows(t);

    put_text(w, rows ? "[\n" : "[");
    for (size_t row = 0; row < rows; row++) {
        put_text(w, "  {");
        for (size_t column = 0; column < t->column_count; column++) {
            const table_cell *c = table_at(t, row, column);

            if (column)
                put_text(w, ", ");
            put_json(w, text_of(t->columns[column].key));
            put_text(w, ": ");
            if (c->kind == CELL_TEXT)
                put_json(w, c->value);
            else if (c->kind == CELL_NUMBER)
                put(w, c->value.at, c->value.length);
            else
                put_text(w, "null");
        }
        put_text(w, row + 1 < rows ? "},\n" : "}\n");
    }
    put_text(w, "]\n");
}

static void write_html_row(const table *t, writer *w, const char *tag, size_t row, int head)
{
    put_text(w, "<tr>");
    for (size_t column = 0; column < t->column_count; column++) {
        put_print(w, "<%s%s>", tag, t->columns[column].side == TABLE_RIGHT ? " class=\"number\"" : "");
        put_html(w, head ? t->columns[column].title : table_at(t, row, column)->value.at);
        put_print(w, "</%s>", tag);
    }
    put_text(w, "</tr>\n");
}

static void write_html(const table *t, writer *w)
{
    put_text(w, "<table>\n<thead>\n");
    write_html_row(t, w, "th", 0, 1);
    put_text(w, "</thead>\n<tbody>\n");
    for (size_t row = 0; row < table_rows(t); row++)
        write_html_row(t, w, "td", row, 0);
    put_text(w, "</tbody>\n</table>\n");
}

ayant_status table_write(failure *e, const table *t, writer *w, ayant_format format, size_t width, int colour)
{
    if (t->failed)
        return fail_memory(e);
    switch (format) {
    case AYANT_CSV:
        write_csv(t, w);
        return AYANT_OK;
    case AYANT_JSON:
        write_json(t, w);
        return AYANT_OK;
    case AYANT_HTML:
        write_html(t, w);
        return AYANT_OK;
    case AYANT_TABLE:
    case AYANT_TEXT:
        return table_lay_out(e, t, w, width, colour);
    }
    return fail(e, AYANT_E_USAGE, "P01", "a table cannot be written in format %d", (int)format);
}
