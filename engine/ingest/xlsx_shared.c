/*
 * XLSX: what the rows refer to by number, styles and shared strings.
 */
#include <stdlib.h>
#include "../base/limits.h"
#include "xlsx.h"

/* ---- styles ---- */

typedef struct custom_format {
    long id;
    xlsx_style style;
} custom_format;

typedef struct styles {
    sheet_book *book;
    xlsx *x;
    xml_part *part;
    custom_format *formats;
    size_t count, capacity;
    int in_cells; /* inside cellXfs */
} styles;

/* The formats every spreadsheet knows by number; times of day alone are no dates. */
static xlsx_style known_format(long id)
{
    int date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
               (id >= 50 && id <= 54) || id == 57 || id == 58;

    return (xlsx_style){date ? FORMAT_DATE : FORMAT_PLAIN, 0};
}

static xlsx_style format_of(const styles *s, long id)
{
    for (size_t i = s->count; i-- > 0;)
        if (s->formats[i].id == id)
            return s->formats[i].style;
    return known_format(id);
}

static void start_style(void *to, const char *name, const char **attributes)
{
    styles *s = to;
    const char *id = xml_attribute(attributes, "numFmtId");
    int good = 1;

    if (strcmp(name, "cellXfs") == 0) {
        s->in_cells = 1;
    } else if (strcmp(name, "numFmt") == 0 && id && xml_attribute(attributes, "formatCode")) {
        custom_format f = {.id = strtol(id, NULL, 10)};

        f.style.format = typed_format(text_of(xml_attribute(attributes, "formatCode")), &f.style.digits);
        good = s->count < LIMIT_SHEET_COLUMNS &&
               arena_grow(s->book->memory, &s->formats, &s->capacity, s->count + 1, sizeof f) == 0;
        if (good)
            s->formats[s->count++] = f;
    } else if (strcmp(name, "xf") == 0 && s->in_cells) {
        good = s->x->style_count < (1u << 16) &&
               arena_grow(s->book->memory, &s->x->styles, &s->x->style_capacity, s->x->style_count + 1,
                          sizeof *s->x->styles) == 0;
        if (good)
            s->x->styles[s->x->style_count++] = format_of(s, id ? strtol(id, NULL, 10) : 0);
    }
    if (!good) {
        fail_memory(xml_failure(s->part));
        xml_stop(s->part);
    }
}

static void end_style(void *to, const char *name)
{
    styles *s = to;

    if (strcmp(name, "cellXfs") == 0)
        s->in_cells = 0;
}

ayant_status xlsx_read_styles(failure *e, sheet_book *b)
{
    static const xml_handlers handlers = {start_style, end_style, NULL};
    styles s = {.book = b, .x = b->inside};

    if (!s.x->styles_part)
        return AYANT_OK;
    return xml_read_all(e, b->file, s.x->styles_part, &handlers, &s, &s.part);
}

/* ---- shared strings ---- */

typedef struct strings {
    sheet_book *book;
    xlsx *x;
    xml_part *part;
    int in_text, phonetic;
} strings;

static int hex(char c)
{
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

size_t xlsx_unescape(char *bytes, size_t length)
{
    size_t used = 0, at = 0;

    while (at < length) {
        int code =
            at + 7 <= length && bytes[at] == '_' && bytes[at + 1] == 'x' && bytes[at + 6] == '_' ? 0 : -1;

        for (size_t k = 2; k < 6 && code >= 0; k++)
            code = hex(bytes[at + k]) < 0 ? -1 : code * 16 + hex(bytes[at + k]);
        if (code > 0 && code < 0x80) { /* beyond ASCII nothing is written so: the rest is somebody's text */
            bytes[used++] = (char)code;
            at += 7;
        } else {
            bytes[used++] = bytes[at++];
        }
    }
    return used;
}

static int grow(void **block, size_t *capacity, size_t need, size_t size)
{
    size_t wide = *capacity ? *capacity : 1024;
    void *bigger;

    if (need <= *capacity)
        return 1;
    while (wide < need)
        wide *= 2;
    bigger = realloc(*block, wide * size);
    if (!bigger)
        return 0;
    *block = bigger;
    *capacity = wide;
    return 1;
}

static void stop_without_memory(strings *s)
{
    fail_memory(xml_failure(s->part));
    xml_stop(s->part);
}

/* The string under way ends: its start and that of the next are known. */
static void end_string(strings *s)
{
    xlsx *x = s->x;
    void *start = x->start;
    size_t from = x->string_count ? x->start[x->string_count] : 0;

    if (!grow(&start, &x->start_capacity, x->string_count + 2, sizeof *x->start)) {
        stop_without_memory(s);
        return;
    }
    x->start = start;
    x->start[x->string_count] = (uint32_t)from;
    if (x->text_length > from)
        x->text_length = from + xlsx_unescape(x->text + from, x->text_length - from);
    x->start[++x->string_count] = (uint32_t)x->text_length;
    if (x->text_length + 8 * x->string_count > LIMIT_SHARED_TEXT) {
        fail_at(xml_failure(s->part), AYANT_E_LIMIT, "B05", s->book->path, 0, 0,
                "'%s' holds more text than is read from a workbook (%u MB): save the sheet as CSV",
                s->book->path, LIMIT_SHARED_TEXT >> 20);
        xml_stop(s->part);
    }
}

static void start_string(void *to, const char *name, const char **attributes)
{
    strings *s = to;

    (void)attributes;
    s->phonetic += strcmp(name, "rPh") == 0;
    s->in_text = strcmp(name, "t") == 0 && !s->phonetic;
}

static void close_string(void *to, const char *name)
{
    strings *s = to;

    s->in_text = 0;
    s->phonetic -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") == 0)
        end_string(s);
}

static void text_string(void *to, const char *bytes, size_t length)
{
    strings *s = to;
    xlsx *x = s->x;
    void *grown = x->text;
    size_t from = x->string_count ? x->start[x->string_count] : 0;

    if (!s->in_text)
        return;
    /* one byte over LIMIT_CELL is enough to know that the cell is too long */
    if (x->text_length - from + length > LIMIT_CELL + 1)
        length = LIMIT_CELL + 1 - (x->text_length - from);
    if (!grow(&grown, &x->text_capacity, x->text_length + length, 1)) {
        stop_without_memory(s);
        return;
    }
    x->text = grown;
    memcpy(x->text + x->text_length, bytes, length);
    x->text_length += length;
}

ayant_status xlsx_read_strings(failure *e, sheet_book *b)
{
    static const xml_handlers handlers = {start_string, close_string, text_string};
    strings s = {.book = b, .x = b->inside};

    if (!s.x->strings_part || s.x->strings_read)
        return AYANT_OK;
    s.x->strings_read = 1;
    return xml_read_all(e, b->file, s.x->strings_part, &handlers, &s, &s.part);
}
