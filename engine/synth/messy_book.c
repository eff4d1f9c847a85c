/*
 * The messy export as a spreadsheet: real dates, figures, and texts.
 *
 * libxlsxwriter writes rows as they come and keeps one in memory. It wants a
 * name of a file: a working file in the folder, copied at the end into the
 * file that the folder opened for it. The date of making is that of the
 * people, so that the same seed gives the same bytes.
 */
#include "messy.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define WORKING_NAME "export.xlsx.working"
#define DAY_SECONDS 86400
/* Day 0 of spreadsheets, for all dates from March 1900. */
#define SHEET_ZERO day_of(1899, 12, 30)

struct messy_book {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *date, *amount;
    char path[PATH_MAX];
};

static ayant_status book_failure(failure *e, lxw_error error)
{
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return fail_memory(e);
    if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
        return fail(
            e, AYANT_E_LIMIT, "Y20",
            "'export.xlsx' would have more than the %d rows that a sheet holds: ask for fewer households",
            LXW_ROW_MAX);
    return fail(e, AYANT_E_SYSTEM, "Y21", "cannot write 'export.xlsx': %s: is the disk full?",
                lxw_strerror(error));
}

static void set_day(messy_book *b, day on)
{
    lxw_doc_properties properties = {.title = "Export dossiers - CPAS fictif",
                                     .comments = "Synthetic: no real person",
                                     .created = (time_t)on * DAY_SECONDS};

    workbook_set_properties(b->book, &properties);
}

ayant_status messy_book_open(failure *e, messy_book **out, const char *folder, day on)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_FALSE};
    messy_book *b = calloc(1, sizeof *b);
    int length;

    if (!b)
        return fail_memory(e);
    length = snprintf(b->path, sizeof b->path, "%s/%s", folder, WORKING_NAME);
    if (length < 0 || (size_t)length >= sizeof b->path) {
        free(b);
        return fail(e, AYANT_E_USAGE, "Y22", "the folder name is too long: choose a shorter one");
    }
    options.tmpdir = (char *)(uintptr_t)folder; /* read only: the library forgot to say so */
    b->book = workbook_new_opt(b->path, &options);
    b->sheet = b->book ? workbook_add_worksheet(b->book, "Dossiers") : NULL;
    b->date = b->sheet ? workbook_add_format(b->book) : NULL;
    b->amount = b->date ? workbook_add_format(b->book) : NULL;
    if (!b->amount) {
        messy_book_free(b);
        return fail(e, AYANT_E_SYSTEM, "Y23",
                    "cannot begin '%s/export.xlsx': no memory, or no place in the folder", folder);
    }
    format_set_num_format(b->date, "dd/mm/yyyy");
    format_set_num_format(b->amount, "0.00");
    set_day(b, on);
    *out = b;
    return AYANT_OK;
}

ayant_status messy_book_text(failure *e, messy_book *b, uint64_t line, int column, const char *written)
{
    lxw_error error = LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;

    if (line <= LXW_ROW_MAX)
        error = worksheet_write_string(b->sheet, (lxw_row_t)(line - 1), (lxw_col_t)column, written, NULL);
    return error == LXW_NO_ERROR ? AYANT_OK : book_failure(e, error);
}

ayant_status messy_book_row(failure *e, messy_book *b, uint64_t line, const messy_row *row)
{
    lxw_row_t at = (lxw_row_t)(line - 1);

    if (line > LXW_ROW_MAX)
        return book_failure(e, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    for (int c = 0; c < MESSY_COLUMNS; c++) {
        const messy_cell *cell = &row->cells[c];
        lxw_error error = LXW_NO_ERROR;

        switch (cell->form) {
        case SHEET_NOTHING:
            break;
        case SHEET_TEXT:
            error = worksheet_write_string(b->sheet, at, (lxw_col_t)c, cell->text[0], NULL);
            break;
        case SHEET_AMOUNT:
            error = worksheet_write_number(b->sheet, at, (lxw_col_t)c, cell->value / 100.0, b->amount);
            break;
        case SHEET_DAY:
            error = worksheet_write_number(b->sheet, at, (lxw_col_t)c, cell->value - SHEET_ZERO, b->date);
            break;
        case SHEET_FIGURE:
            error = worksheet_write_number(b->sheet, at, (lxw_col_t)c, cell->value, NULL);
            break;
        }
        if (error != LXW_NO_ERROR)
            return book_failure(e, error);
    }
    return AYANT_OK;
}

static ayant_status copy_into(failure *e, const char *path, FILE *out)
{
    char bytes[16384];
    FILE *in = fopen(path, "rb");
    size_t got;
    int bad;

    if (!in)
        return fail(e, AYANT_E_SYSTEM, "Y24", "cannot read '%s' again: %s", path, strerror(errno));
    while ((got = fread(bytes, 1, sizeof bytes, in)) > 0)
        fwrite(bytes, 1, got, out); /* a failure stays in `out` */
    bad = ferror(in);
    fclose(in);
    return bad ? fail(e, AYANT_E_SYSTEM, "Y24", "cannot read '%s' again", path) : AYANT_OK;
}

ayant_status messy_book_finish(failure *e, messy_book *b, FILE *out)
{
    lxw_error error = workbook_close(b->book); /* frees it, whatever it answers */

    b->book = NULL;
    return error == LXW_NO_ERROR ? copy_into(e, b->path, out) : book_failure(e, error);
}

void messy_book_free(messy_book *b)
{
    if (!b)
        return;
    if (b->book)
        lxw_workbook_free(b->book);
    remove(b->path);
    free(b);
}
