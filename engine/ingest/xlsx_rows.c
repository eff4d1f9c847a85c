/*
 * XLSX: the rows of a sheet.
 */
#include <stdlib.h>
#include "../base/limits.h"
#include "xlsx.h"

/* "BC12" is column 54; LIMIT_SHEET_COLUMNS when it names none. */
static size_t column_of(const char *reference)
{
    size_t column = 0;

    for (; *reference >= 'A' && *reference <= 'Z' && column <= LIMIT_SHEET_COLUMNS; reference++)
        column = 26 * column + (size_t)(*reference - 'A') + 1;
    return column && column <= LIMIT_SHEET_COLUMNS ? column - 1 : LIMIT_SHEET_COLUMNS;
}

static void start_row(sheet_book *b, xlsx *x, const char **attributes)
{
    const char *number = xml_attribute(attributes, "r");
    long line = number ? strtol(number, NULL, 10) : x->line + 1;

    if (line < 1 || line > LIMIT_SHEET_ROWS) {
        fail_at(xml_failure(b->reading), AYANT_E_INPUT, "B05", b->path, 0, 0,
                "'%s' has a row beyond row %d, where sheets end", b->path, LIMIT_SHEET_ROWS);
        xml_stop(b->reading);
        return;
    }
    x->line = b->line = (int)line;
    x->column = 0;
}

static void start_cell(sheet_book *b, xlsx *x, const char **attributes)
{
    const char *reference = NULL, *type = NULL, *style = NULL;
    size_t length;

    for (size_t i = 0; attributes[i]; i += 2) {
        if (strcmp(attributes[i], "r") == 0)
            reference = attributes[i + 1];
        else if (strcmp(attributes[i], "t") == 0)
            type = attributes[i + 1];
        else if (strcmp(attributes[i], "s") == 0)
            style = attributes[i + 1];
    }
    if (reference)
        x->column = column_of(reference);
    length = type ? strlen(type) : 0;
    if (length >= sizeof x->type)
        length = 0;
    memcpy(x->type, length ? type : "n", length ? length + 1 : 2);
    x->style = style ? (size_t)strtoul(style, NULL, 10) : 0;
    x->has_formula = x->collecting = x->phonetic = 0;
    built_open(&b->row, x->column);
}

static void on_start(void *to, const char *name, const char **attributes)
{
    sheet_book *b = to;
    xlsx *x = b->inside;

    if (strcmp(name, "c") == 0) {
        start_cell(b, x, attributes);
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        x->collecting = !x->phonetic;
    } else if (strcmp(name, "f") == 0) {
        x->has_formula = 1;
    } else if (strcmp(name, "rPh") == 0) {
        x->phonetic = 1;
    } else if (strcmp(name, "row") == 0) {
        start_row(b, x, attributes);
    } else if (strcmp(name, "mergeCell") == 0) {
        b->merged++;
    }
}

static void on_text(void *to, const char *bytes, size_t length)
{
    sheet_book *b = to;

    if (((xlsx *)b->inside)->collecting)
        built_put(&b->row, bytes, length);
}

/* The cell holds the number of a shared string. */
static void put_shared(sheet_book *b, const xlsx *x, text number)
{
    size_t at = 0;

    for (size_t i = 0; i < number.length; i++) {
        if (number.at[i] < '0' || number.at[i] > '9' || at > x->string_count) {
            at = x->string_count;
            break;
        }
        at = 10 * at + (size_t)(number.at[i] - '0');
    }
    if (!number.length)
        return;
    if (at >= x->string_count) {
        fail_at(xml_failure(b->reading), AYANT_E_INPUT, "I08", b->path, b->line, 0,
                "'%s' is a damaged workbook: row %d names a text that is not there", b->path, b->line);
        xml_stop(b->reading);
        return;
    }
    built_undo(&b->row);
    if (x->start[at + 1] > x->start[at])
        built_put(&b->row, x->text + x->start[at], x->start[at + 1] - x->start[at]);
}

/* The cell holds a number: a date, a figure, or one that is shown with zeros before it. */
static void put_number(sheet_book *b, const xlsx *x, text number)
{
    xlsx_style style = x->style < x->style_count ? x->styles[x->style] : (xlsx_style){FORMAT_PLAIN, 0};
    char out[TYPED_TEXT];
    size_t length = 0;

    if (style.format == FORMAT_DATE)
        length = typed_serial_date(number, x->from_1904, out);
    else if (style.format == FORMAT_PADDED)
        length = typed_padded(number, style.digits, out);
    if (!length)
        length = typed_number(number, out);
    if (length) {
        built_undo(&b->row);
        built_put(&b->row, out, length);
    }
}

static void put_instead(sheet_book *b, const char *bytes, size_t length)
{
    built_undo(&b->row);
    built_put(&b->row, bytes, length);
}

static void end_cell(sheet_book *b, xlsx *x)
{
    text value = built_so_far(&b->row);
    char date[TYPED_TEXT];
    size_t length;

    /* some programs leave the result out, some leave it empty; "str" is a text that is truly empty */
    b->uncomputed += x->has_formula && b->row.open && !value.length && strcmp(x->type, "str") != 0;
    if (strcmp(x->type, "s") == 0) {
        put_shared(b, x, value);
    } else if (strcmp(x->type, "e") == 0) {
        b->errors += value.length > 0;
        built_undo(&b->row);
    } else if (strcmp(x->type, "b") == 0) {
        if (text_is(value, "1") || text_is(value, "true"))
            put_instead(b, "yes", 3);
        else if (text_is(value, "0") || text_is(value, "false"))
            put_instead(b, "no", 2);
    } else if (strcmp(x->type, "d") == 0) {
        length = typed_iso_date(value, date);
        if (length)
            put_instead(b, date, length);
    } else if (strcmp(x->type, "n") == 0) {
        put_number(b, x, text_trim(value));
    } else if (value.length) { /* "str", "inlineStr" */
        b->row.used = b->row.start + xlsx_unescape(b->row.bytes + b->row.start, value.length);
    }
    built_close(&b->row, CELL_GOOD);
    x->column++;
}

static void on_end(void *to, const char *name)
{
    sheet_book *b = to;
    xlsx *x = b->inside;

    if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        x->collecting = 0;
    else if (strcmp(name, "c") == 0)
        end_cell(b, x);
    else if (strcmp(name, "row") == 0)
        book_end_row(b);
    else if (strcmp(name, "rPh") == 0)
        x->phonetic = 0;
}

ayant_status xlsx_start_rows(failure *e, sheet_book *b, size_t sheet)
{
    static const xml_handlers handlers = {on_start, on_end, on_text};
    xlsx *x = b->inside;

    if (xlsx_read_strings(e, b) < 0)
        return e->status;
    x->line = 0;
    x->collecting = x->phonetic = 0;
    return xml_open(e, b->file, x->sheet_parts[sheet], &handlers, b, &b->reading);
}

/* ---- whether there is anything ---- */

typedef struct glance {
    xml_part *part;
    int in_value, found;
} glance;

static void glance_start(void *to, const char *name, const char **attributes)
{
    (void)attributes;
    ((glance *)to)->in_value = strcmp(name, "v") == 0 || strcmp(name, "t") == 0;
}

static void glance_text(void *to, const char *bytes, size_t length)
{
    glance *g = to;

    if (g->in_value && text_trim((text){bytes, length}).length) {
        g->found = 1;
        xml_finish(g->part);
    }
}

static void glance_end(void *to, const char *name)
{
    (void)name;
    ((glance *)to)->in_value = 0;
}

ayant_status xlsx_look(failure *e, sheet_book *b, size_t sheet)
{
    static const xml_handlers handlers = {glance_start, glance_end, glance_text};
    glance g = {.found = 0};
    xlsx *x = b->inside;

    if (xml_read_all(e, b->file, x->sheet_parts[sheet], &handlers, &g, &g.part) < 0)
        return e->status;
    b->sheets[sheet].filled = g.found;
    return AYANT_OK;
}
