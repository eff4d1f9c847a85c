/*
 * ODS: rows, cells and their texts.
 *
 * Rows and columns that are alike are written once with a count; the last
 * ones of a sheet are often a million empty rows written so. A cell's value
 * is in its attributes; only texts are read from its paragraphs, with the
 * white space of XML folded as the format says.
 */
#include "../base/limits.h"
#include "ods.h"

/* Keeps a value when there is room for it; one that is longer is no number and no date. */
static void keep(char *to, size_t room, const char *value)
{
    size_t length = strlen(value);

    if (!to[0] && length < room)
        memcpy(to, value, length + 1);
}

/* office:value-type, and LibreOffice's own calcext:value-type, which knows errors. */
static void read_type(ods *o, const char **attributes)
{
    static const char *const values[] = {"value", "date-value", "boolean-value", "string-value"};

    o->type[0] = o->value[0] = '\0';
    o->is_error = 0;
    for (size_t i = 0; attributes[i]; i += 2) {
        const char *colon = strchr(attributes[i], ':');

        if (!colon || strcmp(colon + 1, "value-type") != 0)
            continue;
        o->is_error |= strcmp(attributes[i + 1], "error") == 0;
        keep(o->type, sizeof o->type, attributes[i + 1]);
    }
    for (size_t i = 0; i < sizeof values / sizeof *values && strcmp(o->type, "string") != 0; i++) {
        const char *value = xml_attribute(attributes, values[i]);

        if (value)
            keep(o->value, sizeof o->value, value);
    }
}

static void start_cell(sheet_book *b, ods *o, const char *name, const char **attributes)
{
    const char *whole = NULL;

    o->in_cell = 1;
    o->depth = o->paragraphs = o->in_paragraph = 0;
    o->covered = strcmp(name, "covered-table-cell") == 0;
    o->cell_repeat = ods_times(attributes, "number-columns-repeated", LIMIT_SHEET_COLUMNS);
    o->is_formula = xml_attribute(attributes, "formula") != NULL;
    read_type(o, attributes);
    b->merged += !o->covered && (ods_times(attributes, "number-columns-spanned", 2) > 1 ||
                                 ods_times(attributes, "number-rows-spanned", 2) > 1);
    built_open(&b->row, o->column);
    if (strcmp(o->type, "string") == 0 && (whole = xml_attribute(attributes, "string-value"))) {
        built_put(&b->row, whole, strlen(whole));
        o->paragraphs = -1; /* the paragraphs say the same */
    }
}

void ods_start_within(sheet_book *b, ods *o, const char *name, const char **attributes)
{
    if (o->in_cell) {
        o->depth++;
        if (o->depth == 1 && strcmp(name, "p") == 0 && o->paragraphs >= 0) {
            if (o->paragraphs++)
                built_put(&b->row, "\n", 1);
            o->in_paragraph = o->after_space = 1;
        } else if (o->in_paragraph && strcmp(name, "s") == 0) {
            for (size_t times = ods_times(attributes, "c", 1000); times > 0; times--)
                built_put(&b->row, " ", 1);
            o->after_space = 0;
        } else if (o->in_paragraph && strcmp(name, "tab") == 0) {
            built_put(&b->row, "\t", 1);
        } else if (o->in_paragraph && strcmp(name, "line-break") == 0) {
            built_put(&b->row, "\n", 1);
        }
    } else if (o->in_row && (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)) {
        start_cell(b, o, name, attributes);
    } else if (strcmp(name, "table-row") == 0) {
        o->in_row = 1;
        o->column = 0;
        o->row_repeat = (int)ods_times(attributes, "number-rows-repeated", LIMIT_SHEET_ROWS);
    }
}

/* White space is one space, and none at the start of a paragraph. */
void ods_text(void *to, const char *bytes, size_t length)
{
    sheet_book *b = to;
    ods *o = b->inside;

    if (!o->in_paragraph || o->skipped)
        return;
    for (size_t at = 0; at < length;) {
        size_t run = at;

        while (run < length && !strchr(" \t\r\n", bytes[run]))
            run++;
        if (run > at) {
            built_put(&b->row, bytes + at, run - at);
            o->after_space = 0;
        }
        at = run;
        if (at < length && !o->after_space) {
            built_put(&b->row, " ", 1);
            o->after_space = 1;
        }
        while (at < length && strchr(" \t\r\n", bytes[at]))
            at++;
    }
}

/* The value of a cell that is no text, in place of its paragraphs. */
static void put_value(sheet_book *b, const ods *o)
{
    char out[TYPED_TEXT];
    size_t length = 0;

    if (strcmp(o->type, "date") == 0)
        length = typed_iso_date(text_of(o->value), out);
    else if (strcmp(o->type, "boolean") == 0)
        length = (size_t)(strcmp(o->value, "true") == 0 ? 3 : 2);
    else
        length = typed_number(text_of(o->value), out);
    built_undo(&b->row);
    if (strcmp(o->type, "boolean") == 0)
        built_put(&b->row, length == 3 ? "yes" : "no", length);
    else if (length)
        built_put(&b->row, out, length);
    else
        built_put(&b->row, o->value, strlen(o->value));
}

static void end_cell(sheet_book *b, ods *o)
{
    int is_empty = !o->value[0] && !built_so_far(&b->row).length;

    o->in_cell = o->in_paragraph = 0;
    if (o->covered || o->is_error) {
        b->errors += !o->covered;
        built_undo(&b->row);
    } else if (o->value[0]) {
        put_value(b, o);
    }
    b->uncomputed += !o->covered && o->is_formula && !o->type[0] && is_empty;
    built_close(&b->row, CELL_GOOD);
    if (o->cell_repeat > 1 && o->column + o->cell_repeat <= LIMIT_SHEET_COLUMNS)
        built_repeat(&b->row, o->column + 1, o->cell_repeat - 1);
    o->column += o->cell_repeat;
}

static void end_row(sheet_book *b, ods *o)
{
    o->in_row = 0;
    b->line = o->next_line;
    b->repeat = o->row_repeat - 1;
    if (o->listing) {
        b->sheets[b->count - 1].filled |= !built_is_blank(&b->row);
        built_clear(&b->row);
    } else {
        if (o->next_line > LIMIT_SHEET_ROWS && !built_is_blank(&b->row)) {
            fail_at(xml_failure(b->reading), AYANT_E_INPUT, "B05", b->path, 0, 0,
                    "'%s' has a row beyond row %d, where sheets end", b->path, LIMIT_SHEET_ROWS);
            xml_stop(b->reading);
        }
        if (built_is_blank(&b->row))
            b->repeat = 0;
        book_end_row(b);
    }
    /* past the last row nothing is counted any more */
    if (o->next_line <= LIMIT_SHEET_ROWS)
        o->next_line += o->row_repeat;
}

void ods_end_within(sheet_book *b, ods *o, const char *name)
{
    if (!o->in_cell) {
        if (o->in_row && strcmp(name, "table-row") == 0)
            end_row(b, o);
    } else if (o->depth == 0) {
        end_cell(b, o);
    } else {
        o->depth--;
        if (o->depth == 0)
            o->in_paragraph = 0;
    }
}
