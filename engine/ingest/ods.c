/*
 * ODS: the list of sheets, and where the rows of one begin and end.
 */
#include "ods.h"

#include <stdlib.h>
#include "../base/limits.h"

size_t ods_times(const char **attributes, const char *name, size_t most)
{
    const char *times = xml_attribute(attributes, name);
    unsigned long value = times ? strtoul(times, NULL, 10) : 1;

    return value < 1 ? 1 : value > most ? most : (size_t)value;
}

static void stop_without_memory(ods *o)
{
    fail_memory(xml_failure(o->part));
    xml_stop(o->part);
}

/* Styles of sheets say which are not shown. */
static void start_style(sheet_book *b, ods *o, const char *name, const char **attributes)
{
    const char *display;

    if (strcmp(name, "style") == 0) {
        const char *title = xml_attribute(attributes, "name"), *family = xml_attribute(attributes, "family");

        o->style = NULL;
        if (title && family && strcmp(family, "table") == 0 && !(o->style = arena_text(b->memory, title)))
            stop_without_memory(o);
    } else if (strcmp(name, "table-properties") == 0 && o->style) {
        display = xml_attribute(attributes, "display");
        if (!display || strcmp(display, "false") != 0 || o->hidden_count >= LIMIT_PARTS)
            return;
        if (arena_grow(b->memory, &o->hidden, &o->hidden_capacity, o->hidden_count + 1, sizeof *o->hidden) <
            0)
            stop_without_memory(o);
        else
            o->hidden[o->hidden_count++] = o->style;
    }
}

static int is_hidden(const ods *o, const char *style)
{
    for (size_t i = 0; style && i < o->hidden_count; i++)
        if (strcmp(o->hidden[i], style) == 0)
            return 1;
    return 0;
}

static void start_table(sheet_book *b, ods *o, const char **attributes)
{
    const char *name = xml_attribute(attributes, "name");

    o->in_table = o->listing || o->seen == o->wanted;
    o->in_row = o->in_cell = 0;
    o->next_line = 1;
    o->seen++;
    if (o->listing && book_add_sheet(xml_failure(o->part), b, name ? name : "",
                                     is_hidden(o, xml_attribute(attributes, "style-name"))) < 0)
        xml_stop(o->part);
}

/* What may hold cells or paragraphs that are not those of the sheet. */
static int is_skipped(const char *name)
{
    static const char *const names[] = {
        "shapes", "annotation", "frame", "custom-shape", "forms",     "tracked-changes", "dde-links",
        "g",      "rect",       "line",  "note",         "ruby-text", "caption",         "measure"};

    /* nearly all elements are of these */
    if (strncmp(name, "table-", 6) == 0 || (name[0] == 'p' && !name[1]))
        return 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return 1;
    return 0;
}

/* A sheet that is listed is known to hold something: the rest of it need not be looked at. */
static int is_known(const sheet_book *b, const ods *o)
{
    return o->listing && b->sheets[b->count - 1].filled && !o->in_row;
}

static void on_start(void *to, const char *name, const char **attributes)
{
    sheet_book *b = to;
    ods *o = b->inside;
    int known = o->in_table && is_known(b, o);

    if (o->skipped || is_skipped(name) || ((o->in_cell || known) && strcmp(name, "table") == 0))
        o->skipped++;
    else if (known)
        return;
    else if (o->in_table)
        ods_start_within(b, o, name, attributes);
    else if (strcmp(name, "table") == 0)
        start_table(b, o, attributes);
    else if (o->listing)
        start_style(b, o, name, attributes);
}

static void on_end(void *to, const char *name)
{
    sheet_book *b = to;
    ods *o = b->inside;

    if (o->skipped) {
        o->skipped--;
    } else if (o->in_table && strcmp(name, "table") == 0) {
        o->in_table = 0;
        if (!o->listing)
            xml_finish(o->part);
    } else if (o->in_table) {
        ods_end_within(b, o, name);
    }
}

const xml_handlers ods_handlers = {on_start, on_end, ods_text};

static void start_manifest(void *to, const char *name, const char **attributes)
{
    ods *o = to;

    (void)attributes;
    o->encrypted |= strcmp(name, "encryption-data") == 0;
}

static ayant_status refuse_encrypted(failure *e, sheet_book *b, ods *o)
{
    static const char manifest[] = "META-INF/manifest.xml";
    static const xml_handlers handlers = {start_manifest, NULL, NULL};

    if (!workbook_has(b->file, manifest))
        return AYANT_OK;
    if (xml_read_all(e, b->file, manifest, &handlers, o, &o->part) < 0)
        return e->status;
    if (!o->encrypted)
        return AYANT_OK;
    return fail_at(e, AYANT_E_INPUT, "I08", b->path, 0, 0,
                   "'%s' has a password: open it, remove the password, and save it again", b->path);
}

static ayant_status open_ods(failure *e, sheet_book *b)
{
    ods *o = calloc(1, sizeof *o);
    ayant_status status;

    b->inside = o;
    if (!o)
        return fail_memory(e);
    if (refuse_encrypted(e, b, o) < 0 || built_start(e, &b->row, 1) < 0)
        return e->status;
    o->listing = 1;
    status = xml_read_all(e, b->file, "content.xml", &ods_handlers, b, &o->part);
    o->listing = 0;
    built_free(&b->row);
    if (status < 0)
        return status;
    if (!o->seen)
        return fail_at(e, AYANT_E_INPUT, "I08", b->path, 0, 0, "'%s' is a document without a sheet", b->path);
    return AYANT_OK;
}

static void close_ods(void *inside)
{
    free(inside);
}

static ayant_status start_ods(failure *e, sheet_book *b, size_t sheet)
{
    ods *o = b->inside;

    o->wanted = sheet;
    o->seen = 0;
    o->in_table = o->in_row = o->in_cell = o->skipped = o->in_paragraph = 0;
    if (xml_open(e, b->file, "content.xml", &ods_handlers, b, &b->reading) < 0)
        return e->status;
    o->part = b->reading;
    return AYANT_OK;
}

const book_kind book_ods = {"a workbook (ODS)", open_ods, close_ods, start_ods};
