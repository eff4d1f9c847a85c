/*
 * A table or a view of an SQLite database as a source.
 *
 * Rows come as the database gives them and are numbered from 1, which is what
 * an error or a reject names as the line. NULL is empty; bytes are no cell.
 */
#include "source_kinds.h"

#include <stdlib.h>
#include "../base/arena.h"
#include "../base/limits.h"
#include "../store/foreign.h"
#include "built_row.h"
#include "part_choice.h"
#include "typed_values.h"

typedef struct tables {
    foreign *from;
    const char *path;
    arena *memory;
    named_part *parts;
    size_t count, chosen;
    built_row row;
    int line, windows;
} tables;

static ayant_status take_value(failure *e, tables *t, size_t at)
{
    char figure[TYPED_TEXT];
    foreign_kind kind;
    text value;
    size_t length = 0;

    if (foreign_value(e, t->from, at, &kind, &value) < 0)
        return e->status;
    built_open(&t->row, at);
    if (kind == FOREIGN_REAL)
        length = typed_number(value, figure);
    built_put(&t->row, length ? figure : value.at, length ? length : value.length);
    t->windows |= built_close(&t->row, kind == FOREIGN_BYTES ? CELL_KIND : CELL_GOOD);
    return AYANT_OK;
}

static ayant_status next_tables(failure *e, void *inside, source_row *row)
{
    tables *t = inside;
    ayant_status status;

    do {
        status = foreign_next(e, t->from);
        if (status != AYANT_OK)
            return status;
        t->line++;
        built_clear(&t->row);
        for (size_t i = 0; i < t->row.columns; i++)
            if (take_value(e, t, i) < 0)
                return e->status;
    } while (built_is_blank(&t->row) && !t->row.failed);
    return built_take(e, &t->row, t->line, row);
}

static void close_tables(void *inside)
{
    tables *t = inside;

    foreign_close(t->from);
    built_free(&t->row);
    arena_free(t->memory);
    free(t);
}

static void progress_tables(const void *inside, uint64_t *done, uint64_t *total)
{
    *done = (uint64_t)((const tables *)inside)->line;
    *total = 0;
}

static char delimiter_tables(const void *inside)
{
    (void)inside;
    return ','; /* figures have points */
}

static void describe_tables(const void *inside, writer *notes)
{
    const tables *t = inside;

    put_print(notes, "'%.400s': a database of SQLite", t->path);
    part_describe(notes, "table", t->parts, t->count, t->chosen);
    if (t->windows)
        put_print(notes, "'%.400s': some text is Windows-1252 and was read as such\n", t->path);
}

static const source_kind kind_tables = {next_tables,     close_tables,     progress_tables,
                                        describe_tables, delimiter_tables, NULL};

static ayant_status choose(failure *e, tables *t, const input_file *file)
{
    const foreign_table *listed = foreign_tables(t->from, &t->count);

    t->parts = arena_array(t->memory, t->count + 1, sizeof *t->parts);
    if (!t->parts)
        return fail_memory(e);
    for (size_t i = 0; i < t->count; i++)
        t->parts[i] = (named_part){listed[i].name, 0, listed[i].filled};
    if (part_choose(e, file, "table", t->parts, t->count, &t->chosen) < 0)
        return e->status;
    return foreign_read(e, t->from, t->chosen);
}

/* The names of the columns, as a row that stands on no line. */
static ayant_status read_header(failure *e, tables *t, source_row *header)
{
    size_t columns = foreign_columns(t->from);

    if (columns > LIMIT_COLUMNS)
        return fail_at(e, AYANT_E_LIMIT, "I07", t->path, 0, 0, "'%s' has %zu columns, %d are allowed",
                       t->path, columns, LIMIT_COLUMNS);
    if (built_start(e, &t->row, columns) < 0)
        return e->status;
    for (size_t i = 0; i < columns; i++) {
        const char *name = foreign_column(t->from, i);

        if (!name)
            return fail_memory(e);
        built_open(&t->row, i);
        built_put(&t->row, name, strlen(name));
        built_close(&t->row, CELL_GOOD);
    }
    return built_take(e, &t->row, 0, header);
}

ayant_status tables_open(failure *e, const input_file *file, source *out)
{
    tables *t = calloc(1, sizeof *t);

    if (!t || !(t->memory = arena_new())) {
        free(t);
        return fail_memory(e);
    }
    t->path = file->path;
    if (foreign_open(e, file->path, file->name, &t->from) < 0 || choose(e, t, file) < 0 ||
        read_header(e, t, &out->header) < 0) {
        close_tables(t);
        return e->status;
    }
    out->kind = &kind_tables;
    out->inside = t;
    out->path = t->path;
    return AYANT_OK;
}
