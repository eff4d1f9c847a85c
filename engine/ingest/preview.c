/*
 * Counting by column.
 */
#include "preview.h"

#include <stdio.h>
#include <stdlib.h>
#include "../base/limits.h"
#include "id_pool.h"
#include "mapped.h"

/* What the rejects say: rows (file and line), and cells (file and column) with their number. */
typedef struct refusals_read {
    id_pool rows, cells;
    uint64_t *cell_counts;
    size_t cell_capacity;
} refusals_read;

static void free_refusals(refusals_read *r)
{
    id_pool_free(&r->rows);
    id_pool_free(&r->cells);
    free(r->cell_counts);
}

static text join(char *out, size_t size, text a, text b)
{
    int length = snprintf(out, size, "%.*s\n%.*s", (int)a.length, a.length ? a.at : "", (int)b.length,
                          b.length ? b.at : "");

    return (text){out, length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1};
}

/* Rows are rejected by a key, or as a whole; anything else is a cell. */
static int is_key(text name, const text *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_same(name, keys[i]))
            return 1;
    return !name.length;
}

static ayant_status add_refusal(failure *e, refusals_read *r, const source_row *row, const text *keys,
                                size_t count)
{
    char both[2 * LIMIT_TEXT];
    uint32_t number;
    int fresh;

    if (row->kept < 3)
        return AYANT_OK;
    if (is_key(row->cell[2], keys, count)) {
        if (id_pool_add(&r->rows, join(both, sizeof both, row->cell[0], row->cell[1]), &number, &fresh) < 0)
            return fail_memory(e);
        return AYANT_OK;
    }
    if (id_pool_add(&r->cells, join(both, sizeof both, row->cell[0], row->cell[2]), &number, &fresh) < 0 ||
        room_in(&r->cell_counts, &r->cell_capacity, (size_t)number + 1, sizeof *r->cell_counts) < 0)
        return fail_memory(e);
    r->cell_counts[number]++;
    return AYANT_OK;
}

static ayant_status read_refusals(failure *e, const char *path, const text *keys, size_t count,
                                  refusals_read *r)
{
    ayant_status status;
    source_row row;
    source in;

    if (source_open(e, path, NULL, &in) < 0)
        return e->status;
    while ((status = source_next(e, &in, &row)) == AYANT_OK)
        if ((status = add_refusal(e, r, &row, keys, count)) < 0)
            break;
    source_close(&in);
    return status < 0 ? status : AYANT_OK;
}

/* ---- columns ---- */

static text shown_name(const source *in, size_t at)
{
    return in->kind->shown ? in->kind->shown(in->inside, at) : text_trim(in->header.cell[at]);
}

static preview_column *add_column(failure *e, preview *p, text name, const char *fact_name, size_t rank)
{
    preview_column *c;
    char *copy = arena_copy(p->memory, name.length ? name.at : "", name.length);

    if (!copy || arena_grow(p->memory, &p->columns, &p->capacity, p->count + 1, sizeof *p->columns) < 0) {
        fail_memory(e);
        return NULL;
    }
    c = &p->columns[p->count++];
    *c = (preview_column){.name = {copy, name.length}, .fact = fact_name, .rank = rank};
    return c;
}

/* The name of the fact a header cell of a source is, or "". */
static const char *fact_name(const dictionary *facts, sheet_kind which, text header)
{
    static const char *const keys[] = {"household_id", "person_id"};

    header = text_trim(header);
    for (size_t i = 0; i < 2; i++)
        if (text_same_no_case(header, keys[i]))
            return keys[i];
    for (size_t i = 0; i < facts->count; i++)
        if (text_same_no_case(header, facts->facts[i].name) &&
            facts->facts[i].entity == (which == SHEET_PERSONS ? ENTITY_PERSON : ENTITY_HOUSEHOLD))
            return facts->facts[i].name;
    return "";
}

static void add_example(preview_column *c, text t)
{
    char shape[PREVIEW_TEXT];
    size_t used = 0, at = 0;

    for (size_t i = 0; i < t.length && used + 1 < sizeof shape; i++) {
        unsigned char byte = (unsigned char)t.at[i];

        if ((byte & 0xc0) == 0x80)
            continue; /* the rest of a character */
        shape[used++] =
            (char)(byte >= '0' && byte <= '9'                                                     ? '9'
                   : byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ? 'a'
                   : byte < ' '                                                                   ? ' '
                                                                                                  : byte);
    }
    shape[used] = '\0';
    while (at < PREVIEW_EXAMPLES && c->example[at][0] && strcmp(c->example[at], shape) != 0)
        at++;
    if (at < PREVIEW_EXAMPLES)
        memcpy(c->example[at], shape, sizeof shape);
}

static ayant_status count_rows(failure *e, source *in, preview *p, size_t first, const refusals_read *r)
{
    char both[2 * LIMIT_TEXT], line[16];
    ayant_status status;
    source_row row;

    while ((status = source_next(e, in, &row)) == AYANT_OK) {
        snprintf(line, sizeof line, "%d", row.line);
        if (id_pool_find(&r->rows, join(both, sizeof both, text_of(in->path), text_of(line))) != ID_NONE)
            continue;
        for (size_t i = 0; i < in->header.kept; i++) {
            preview_column *c = &p->columns[first + i];
            int filled = i < row.kept && (row.flag[i] != CELL_GOOD || text_trim(row.cell[i]).length);

            c->parsed += (uint64_t)filled;
            c->empty += (uint64_t)!filled;
            if (filled && row.flag[i] == CELL_GOOD)
                add_example(c, text_trim(row.cell[i]));
        }
    }
    return status < 0 ? status : AYANT_OK;
}

static size_t rank_of(const ayant_inputs *in, sheet_kind which, text name)
{
    int used;

    for (size_t i = 0; in->seen && i < mapped_columns(in->seen, which); i++)
        if (text_same(mapped_column(in->seen, which, i, &used), name))
            return i;
    return in->seen ? mapped_columns(in->seen, which) : 0;
}

static ayant_status read_source(failure *e, const dictionary *facts, const ayant_inputs *in, sheet_kind which,
                                const refusals_read *r, preview *p)
{
    size_t first = p->count, base = which == SHEET_PERSONS && !in->file ? LIMIT_COLUMNS : 0;
    char both[2 * LIMIT_TEXT];
    source from;

    if (inputs_open(e, in, which, &from) < 0)
        return e->status;
    for (size_t i = 0; i < from.header.kept && e->status == AYANT_OK; i++) {
        text name = shown_name(&from, i);

        add_column(e, p, name, fact_name(facts, which, from.header.cell[i]),
                   base + (in->seen ? rank_of(in, which, name) : i));
    }
    if (e->status == AYANT_OK)
        count_rows(e, &from, p, first, r);
    for (size_t i = first; i < p->count; i++) {
        preview_column *c = &p->columns[i];
        uint32_t at = id_pool_find(&r->cells, join(both, sizeof both, text_of(from.path), c->name));

        c->rejected = at == ID_NONE ? 0 : r->cell_counts[at];
        if (c->rejected > c->parsed) /* the cell of a later row of the household */
            c->rejected = c->parsed;
        c->parsed -= c->rejected;
    }
    source_close(&from);
    return e->status;
}

/* Columns of the file that no view has. */
static ayant_status add_left_out(failure *e, const ayant_inputs *in, preview *p)
{
    for (int which = in->file ? SHEET_PERSONS : SHEET_HOUSEHOLDS; in->seen && which <= SHEET_PERSONS; which++)
        for (size_t i = 0; i < mapped_columns(in->seen, (sheet_kind)which); i++) {
            int used;
            text name = mapped_column(in->seen, (sheet_kind)which, i, &used);

            if (!used && !add_column(e, p, name, "", i))
                return e->status;
        }
    return AYANT_OK;
}

static int compare_columns(const void *one, const void *two)
{
    const preview_column *a = one, *b = two;

    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* The household's id is counted where people are. */
static void drop_twin(preview *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->columns[i].fact, "household_id") == 0) {
            memmove(p->columns + i, p->columns + i + 1, (p->count - i - 1) * sizeof *p->columns);
            p->count--;
            return;
        }
}

ayant_status preview_read(failure *e, const dictionary *facts, const ayant_inputs *in, const char *path,
                          preview *out)
{
    text keys[4];
    size_t key_count = 0;
    refusals_read r = {0};
    preview p = {.memory = arena_new()};

    if (!p.memory)
        return fail_memory(e);
    for (int which = SHEET_HOUSEHOLDS; which <= SHEET_PERSONS && e->status == AYANT_OK; which++) {
        source from;

        if (inputs_open(e, in, (sheet_kind)which, &from) < 0)
            break;
        for (size_t i = 0; i < from.header.kept && key_count < 4; i++) {
            const char *name = fact_name(facts, (sheet_kind)which, from.header.cell[i]);
            text shown = shown_name(&from, i);

            if (strcmp(name, "household_id") == 0 ||
                (which == SHEET_PERSONS && strcmp(name, "person_id") == 0))
                keys[key_count++] = (text){arena_copy(p.memory, shown.at, shown.length), shown.length};
        }
        source_close(&from);
    }
    for (size_t i = 0; i < key_count; i++)
        if (!keys[i].at)
            fail_memory(e);
    if (e->status == AYANT_OK && read_refusals(e, path, keys, key_count, &r) == AYANT_OK &&
        read_source(e, facts, in, SHEET_HOUSEHOLDS, &r, &p) == AYANT_OK &&
        read_source(e, facts, in, SHEET_PERSONS, &r, &p) == AYANT_OK && add_left_out(e, in, &p) == AYANT_OK) {
        if (in->file)
            drop_twin(&p);
        for (size_t i = 0; i < p.count; i++)
            p.columns[i].rank = p.columns[i].rank * (LIMIT_COLUMNS + 1) + i; /* of one column, in order */
        if (p.count)
            qsort(p.columns, p.count, sizeof *p.columns, compare_columns);
        *out = p;
        p.memory = NULL;
    }
    free_refusals(&r);
    arena_free(p.memory);
    return e->status;
}

void preview_free(preview *p)
{
    arena_free(p->memory);
    *p = (preview){0};
}
