/*
 * Workbooks: which kind, which sheet, which row is the header.
 */
#include "sheet_book.h"

#include <stdlib.h>
#include "../base/limits.h"
#include "heading.h"
#include "source_kinds.h"

ayant_status book_add_sheet(failure *e, sheet_book *b, const char *name, int hidden)
{
    char *copy = arena_text(b->memory, name);

    if (b->count == LIMIT_PARTS)
        return fail_at(e, AYANT_E_LIMIT, "B05", b->path, 0, 0, "'%s' has more than %d sheets", b->path,
                       LIMIT_PARTS);
    if (!copy || arena_grow(b->memory, &b->sheets, &b->capacity, b->count + 1, sizeof *b->sheets) < 0)
        return fail_memory(e);
    b->sheets[b->count++] = (named_part){copy, hidden, 0};
    return AYANT_OK;
}

void book_end_row(sheet_book *b)
{
    if (!built_is_blank(&b->row) || b->row.failed)
        xml_pause(b->reading);
    else
        built_clear(&b->row);
}

/* The next row that holds something under the columns. */
static ayant_status next_row(failure *e, sheet_book *b)
{
    ayant_status status;

    if (b->repeat > 0) {
        b->repeat--;
        b->line++;
        if (b->line > LIMIT_SHEET_ROWS)
            return fail_at(
                e, AYANT_E_LIMIT, "B05", b->path, 0, 0,
                "'%s' repeats rows beyond row %d, where sheets end: delete the rows below the table", b->path,
                LIMIT_SHEET_ROWS);
        return AYANT_OK;
    }
    built_clear(&b->row);
    status = xml_read(e, b->reading);
    if (status == AYANT_OK && b->row.failed) {
        b->row.failed = 0;
        return fail_memory(e);
    }
    return status;
}

static ayant_status next_book(failure *e, void *inside, source_row *row)
{
    sheet_book *b = inside;
    ayant_status status;

    do {
        status = next_row(e, b);
        if (status != AYANT_OK)
            return status;
        b->beyond += b->row.beyond;
    } while (!b->row.filled);
    return built_take(e, &b->row, b->line, row);
}

static void close_book(void *inside)
{
    sheet_book *b = inside;

    xml_close(b->reading);
    if (b->kind)
        b->kind->close(b->inside);
    workbook_release(b->file);
    built_free(&b->row);
    arena_free(b->memory);
    free(b);
}

static void progress_book(const void *inside, uint64_t *done, uint64_t *total)
{
    xml_progress(((const sheet_book *)inside)->reading, done, total);
}

static char delimiter_book(const void *inside)
{
    (void)inside;
    return ','; /* figures are numbers, written out with a point */
}

static void say_count(writer *notes, const sheet_book *b, uint64_t count, const char *sentence)
{
    if (count)
        put_print(notes, "'%.400s': %llu %s\n", b->path, (unsigned long long)count, sentence);
}

static void describe_book(const void *inside, writer *notes)
{
    const sheet_book *b = inside;

    put_print(notes, "'%.400s': %s", b->path, b->kind->name);
    part_describe(notes, "sheet", b->sheets, b->count, b->chosen);
    if (b->titles)
        put_print(notes, "'%.400s': the names of the columns are in row %d; what stands above was left out\n",
                  b->path, b->header_line);
    say_count(notes, b, b->beyond, "cells under no column name were left out");
    say_count(notes, b, b->errors, "cells hold an error (such as #N/A) and are empty");
    say_count(
        notes, b, b->uncomputed,
        "formulas have no result in the file and are empty: open it in a spreadsheet program and save it");
    say_count(notes, b, b->merged, "areas of merged cells: their value counts for their first cell alone");
}

static const source_kind kind_book = {next_book,     close_book,     progress_book,
                                      describe_book, delimiter_book, NULL};

static ayant_status restart(failure *e, sheet_book *b)
{
    xml_close(b->reading);
    b->reading = NULL;
    b->line = b->repeat = 0;
    b->errors = b->uncomputed = b->merged = 0;
    built_clear(&b->row);
    return b->kind->start(e, b, b->chosen);
}

/* How many rows with something in them stand above the header. */
static ayant_status find_header(failure *e, sheet_book *b, size_t *above)
{
    heading h = {.count = 0};
    source_row row;

    while (h.count < HEADING_ROWS && next_row(e, b) == AYANT_OK &&
           built_take(e, &b->row, b->line, &row) == AYANT_OK)
        heading_add(&h, row.cell, b->row.touched);
    *above = heading_find(&h);
    return e->status;
}

/* To the row after `above` others, counted as find_header counts them. AYANT_NONE when there is none. */
static ayant_status go_to_header(failure *e, sheet_book *b, size_t above)
{
    ayant_status status;
    source_row row;
    int filled;

    do {
        heading one = {.count = 0};

        if ((status = next_row(e, b)) != AYANT_OK || (status = built_take(e, &b->row, b->line, &row)) < 0)
            return status;
        filled = heading_add(&one, row.cell, b->row.touched);
    } while (!filled || above-- > 0);
    return AYANT_OK;
}

/* Looks at the first rows, then starts again and goes to the header. */
static ayant_status read_header(failure *e, sheet_book *b, source_row *header)
{
    ayant_status status;
    size_t above;

    if (built_start(e, &b->row, LIMIT_COLUMNS) < 0 || restart(e, b) < 0 || find_header(e, b, &above) < 0 ||
        restart(e, b) < 0)
        return e->status;
    status = go_to_header(e, b, above);
    if (status == AYANT_NONE)
        return fail_at(e, AYANT_E_INPUT, "I03", b->path, 0, 0,
                       "sheet '%.60s' of '%s' is empty: a row with the names of the columns is needed",
                       b->sheets[b->chosen].name, b->path);
    if (status < 0)
        return status;
    if (b->row.width > LIMIT_COLUMNS)
        return fail_at(e, AYANT_E_LIMIT, "I07", b->path, b->line, 0, "'%s' has %zu columns, %d are allowed",
                       b->path, b->row.width, LIMIT_COLUMNS);
    b->titles = above > 0;
    b->header_line = b->line;
    b->row.columns = b->row.width;
    return built_take(e, &b->row, b->line, header);
}

static ayant_status open_book(failure *e, sheet_book *b, const input_file *file)
{
    const char *found = NULL;

    if (workbook_open(e, file->path, file->name, &b->file) < 0)
        return e->status;
    if (workbook_has(b->file, "xl/workbook.bin"))
        found = "a binary workbook (.xlsb): open it and save it as XLSX";
    else if (workbook_has(b->file, "word/document.xml"))
        found = "a text document: copy its table into a spreadsheet and save it as XLSX";
    else if (!workbook_has(b->file, "content.xml") && !workbook_has(b->file, "_rels/.rels"))
        found = "an archive (ZIP) without a workbook's files: unpack it, then give the file that was in it";
    if (found)
        return fail_at(e, AYANT_E_INPUT, "I08", b->path, 0, 0, "'%s' is %s", b->path, found);
    b->kind = workbook_has(b->file, "content.xml") ? &book_ods : &book_xlsx;
    return b->kind->open(e, b);
}

ayant_status workbook_source_open(failure *e, const input_file *file, source *out)
{
    sheet_book *b = calloc(1, sizeof *b);

    if (!b || !(b->memory = arena_new())) {
        free(b);
        return fail_memory(e);
    }
    b->path = file->path;
    if (open_book(e, b, file) < 0 || part_choose(e, file, "sheet", b->sheets, b->count, &b->chosen) < 0 ||
        read_header(e, b, &out->header) < 0) {
        close_book(b);
        return e->status;
    }
    out->kind = &kind_book;
    out->inside = b;
    out->path = b->path;
    return AYANT_OK;
}
