/*
 * XLSX: the files of the archive and the list of sheets.
 */
#include "xlsx.h"

#include <stdlib.h>
#include "../base/limits.h"

#define LIMIT_RELATIONS (4 * LIMIT_PARTS)

typedef struct relation {
    const char *id, *type, *target;
} relation;

/* What reading the relations and the workbook needs. */
typedef struct package {
    sheet_book *book;
    xlsx *x;
    xml_part *part;
    const char *base; /* the part whose relations are read */
    relation *relations;
    size_t count, capacity;
} package;

static void fail_in(package *p)
{
    xml_stop(p->part);
}

/* "worksheets/sheet1.xml" said by "xl/workbook.xml" is "xl/worksheets/sheet1.xml". */
static char *resolve(arena *memory, const char *base, const char *target)
{
    const char *slash = strrchr(base, '/');
    size_t used = slash ? (size_t)(slash - base) + 1 : 0, length = strlen(target);
    char *out = arena_alloc(memory, used + length + 1);

    if (!out)
        return NULL;
    memcpy(out, base, used);
    if (*target == '/') {
        used = 0;
        target++;
    }
    while (*target) {
        size_t step = strcspn(target, "/");

        if (step == 2 && memcmp(target, "..", 2) == 0) {
            used -= used > 0;
            while (used && out[used - 1] != '/')
                used--;
        } else if (step && !(step == 1 && *target == '.')) {
            memcpy(out + used, target, step);
            used += step;
            if (target[step])
                out[used++] = '/';
        }
        target += step + (target[step] == '/');
    }
    out[used] = '\0';
    return out;
}

static void start_relation(void *to, const char *name, const char **attributes)
{
    package *p = to;
    const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"),
               *target = xml_attribute(attributes, "Target"), *mode = xml_attribute(attributes, "TargetMode");
    arena *memory = p->book->memory;
    relation r;

    if (strcmp(name, "Relationship") != 0 || !id || !type || !target || p->count >= LIMIT_RELATIONS ||
        (mode && strcmp(mode, "External") == 0))
        return;
    type = strrchr(type, '/') ? strrchr(type, '/') + 1 : type;
    r = (relation){arena_text(memory, id), arena_text(memory, type), resolve(memory, p->base, target)};
    if (!r.id || !r.type || !r.target ||
        arena_grow(memory, &p->relations, &p->capacity, p->count + 1, sizeof r) < 0) {
        fail_memory(xml_failure(p->part));
        fail_in(p);
        return;
    }
    p->relations[p->count++] = r;
}

static const relation *by_type(const package *p, const char *type)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->relations[i].type, type) == 0)
            return &p->relations[i];
    return NULL;
}

static const relation *by_id(const package *p, const char *id)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->relations[i].id, id) == 0)
            return &p->relations[i];
    return NULL;
}

static ayant_status read_relations(failure *e, package *p, const char *name, const char *base)
{
    static const xml_handlers handlers = {start_relation, NULL, NULL};

    p->base = base;
    p->count = 0;
    return xml_read_all(e, p->book->file, name, &handlers, p, &p->part);
}

static ayant_status add_sheet(failure *e, package *p, const char *name, const char *part, int hidden)
{
    sheet_book *b = p->book;
    xlsx *x = p->x;

    if (arena_grow(b->memory, &x->sheet_parts, &x->sheet_parts_capacity, b->count + 1,
                   sizeof *x->sheet_parts) < 0)
        return fail_memory(e);
    x->sheet_parts[b->count] = part;
    return book_add_sheet(e, b, name, hidden);
}

static void start_workbook(void *to, const char *name, const char **attributes)
{
    package *p = to;

    if (strcmp(name, "workbookPr") == 0) {
        const char *from_1904 = xml_attribute(attributes, "date1904");

        p->x->from_1904 = from_1904 && (*from_1904 == '1' || *from_1904 == 't');
    } else if (strcmp(name, "sheet") == 0) {
        const char *title = xml_attribute(attributes, "name"), *state = xml_attribute(attributes, "state"),
                   *id = NULL;
        const relation *r;

        for (size_t i = 0; attributes[i]; i += 2) /* r:id, beside sheetId */
            if (strchr(attributes[i], ':') && strcmp(strchr(attributes[i], ':'), ":id") == 0)
                id = attributes[i + 1];
        r = id ? by_id(p, id) : NULL;
        /* chart sheets have no cells */
        if (!title || !r || strcmp(r->type, "worksheet") != 0 || !workbook_has(p->book->file, r->target))
            return;
        if (add_sheet(xml_failure(p->part), p, title, r->target, state && strcmp(state, "visible") != 0) < 0)
            fail_in(p);
    }
}

/* "xl/workbook.xml" has its relations in "xl/_rels/workbook.xml.rels". */
static char *relations_of(arena *memory, const char *part)
{
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part) + 1 : 0;

    return arena_print(memory, "%.*s_rels/%s.rels", folder, part, part + folder);
}

static ayant_status read_package(failure *e, sheet_book *b, xlsx *x)
{
    static const xml_handlers handlers = {start_workbook, NULL, NULL};
    package p = {.book = b, .x = x};
    const relation *found;
    char *relations;

    if (read_relations(e, &p, "_rels/.rels", "") < 0)
        return e->status;
    found = by_type(&p, "officeDocument");
    if (!found || !workbook_has(b->file, found->target))
        return fail_at(e, AYANT_E_INPUT, "I08", b->path, 0, 0, "'%s' is an archive, and no workbook",
                       b->path);
    x->workbook_part = found->target;
    relations = relations_of(b->memory, x->workbook_part);
    if (!relations)
        return fail_memory(e);
    if (read_relations(e, &p, relations, x->workbook_part) < 0)
        return e->status;
    found = by_type(&p, "sharedStrings");
    x->strings_part = found && workbook_has(b->file, found->target) ? found->target : NULL;
    found = by_type(&p, "styles");
    x->styles_part = found && workbook_has(b->file, found->target) ? found->target : NULL;
    return xml_read_all(e, b->file, x->workbook_part, &handlers, &p, &p.part);
}

static ayant_status open_xlsx(failure *e, sheet_book *b)
{
    xlsx *x = calloc(1, sizeof *x);

    b->inside = x;
    if (!x)
        return fail_memory(e);
    if (read_package(e, b, x) < 0 || xlsx_read_styles(e, b) < 0)
        return e->status;
    for (size_t i = 0; i < b->count; i++)
        if (xlsx_look(e, b, i) < 0)
            return e->status;
    return AYANT_OK;
}

static void close_xlsx(void *inside)
{
    xlsx *x = inside;

    if (!x)
        return;
    free(x->text);
    free(x->start);
    free(x);
}

const book_kind book_xlsx = {"a workbook (XLSX)", open_xlsx, close_xlsx, xlsx_start_rows};
