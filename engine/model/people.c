/*
 * People being filled: rows, cells, ids.
 *
 * A row that is refused leaves nothing behind. Ids are unique within their
 * file; every id and text is copied once, into pools of the arena.
 */
#include "people_build.h"

#include <stdlib.h>
#include "../base/limits.h"

#define POOL (256u << 10)

static void *row_of(growing *g, size_t need, size_t size)
{
    if (need > g->capacity) {
        size_t next = g->capacity ? g->capacity + g->capacity / 2 : 64;
        void *fresh;

        if (next < need)
            next = need;
        if (next > SIZE_MAX / size)
            return NULL;
        fresh = realloc(g->items, next * size);
        if (!fresh)
            return NULL;
        g->items = fresh;
        g->capacity = next;
    }
    return g->items;
}

people *people_new(const dictionary *facts)
{
    people *p = calloc(1, sizeof *p);

    if (!p)
        return NULL;
    p->facts = facts;
    p->memory = arena_new();
    p->build = calloc(1, sizeof *p->build);
    if (p->memory && p->build) {
        p->column = arena_array(p->memory, facts->count + 1, sizeof *p->column);
        p->texts = arena_array(p->memory, facts->count + 1, sizeof *p->texts);
        p->build->cells = calloc(facts->count + 1, sizeof *p->build->cells);
        p->build->texts = calloc(facts->count + 1, sizeof *p->build->texts);
        if (p->column && p->texts && p->build->cells && p->build->texts)
            return p;
    }
    people_free(p);
    return NULL;
}

void people_build_free(struct people_build *b, size_t facts)
{
    if (!b)
        return;
    for (size_t i = 0; b->cells && i < facts; i++)
        free(b->cells[i].items);
    for (size_t i = 0; b->texts && i < facts; i++)
        free(b->texts[i].items);
    free(b->cells);
    free(b->texts);
    free(b->household_id.items);
    free(b->person_id.items);
    free(b->household_of.items);
    free(b->members.items);
    free(b->relations.items);
    free(b->household_ids.slots);
    free(b);
}

void people_free(people *p)
{
    if (!p)
        return;
    people_build_free(p->build, p->facts->count);
    free(p->ids.slots);
    arena_free(p->memory);
    free(p);
}

static const char *keep(people *p, text t)
{
    struct people_build *b = p->build;
    char *out;

    if (t.length >= POOL)
        return arena_copy(p->memory, t.at, t.length);
    if (b->pool_left <= t.length) {
        char *pool = arena_alloc(p->memory, POOL);

        if (!pool)
            return NULL;
        b->pool = pool;
        b->pool_left = POOL;
    }
    out = b->pool;
    memcpy(out, t.at, t.length);
    out[t.length] = '\0';
    b->pool += t.length + 1;
    b->pool_left -= t.length + 1;
    return out;
}

static int same_id(const char *id, text t)
{
    return strncmp(id, t.at, t.length) == 0 && id[t.length] == '\0';
}

/* The slot of an id, or the free slot where it would go. The table has a free slot. */
static id_slot *find_slot(const id_table *table, const char *const *ids, text id, uint64_t hash)
{
    uint32_t mark = (uint32_t)(hash >> 32);
    size_t at = (size_t)(hash ^ hash >> 29) & (table->size - 1);

    for (;; at = (at + 1) & (table->size - 1)) {
        id_slot *slot = &table->slots[at];

        if (!slot->row || (slot->mark == mark && same_id(ids[slot->row - 1], id)))
            return slot;
    }
}

/* Makes room for one more id, at most half full. */
static int widen(id_table *table, const char *const *ids)
{
    id_table wide = {NULL, table->size ? table->size * 2 : 256, table->used};

    if (table->size && table->used + 1 <= table->size / 2)
        return 0;
    wide.slots = calloc(wide.size, sizeof *wide.slots);
    if (!wide.slots)
        return -1;
    for (size_t i = 0; i < table->size; i++) {
        const char *id = table->slots[i].row ? ids[table->slots[i].row - 1] : NULL;

        if (id)
            *find_slot(&wide, ids, text_of(id), text_hash(text_of(id))) = table->slots[i];
    }
    free(table->slots);
    *table = wide;
    return 0;
}

static int64_t find_id(const id_table *table, const char *const *ids, text id)
{
    if (!table->used || !id.length || memchr(id.at, '\0', id.length))
        return -1;
    return (int64_t)find_slot(table, ids, id, text_hash(id))->row - 1;
}

/* Adds `id` as row `row`; `ids` has room for it. */
static row_problem add_id(people *p, id_table *table, const char **ids, text id, size_t row)
{
    uint64_t hash = text_hash(id);
    id_slot *slot;

    if (widen(table, (const char *const *)ids) < 0)
        return ROW_NO_MEMORY;
    slot = find_slot(table, (const char *const *)ids, id, hash);
    if (slot->row)
        return ROW_DUPLICATE;
    if (row >= UINT32_MAX - 1 || !(ids[row] = keep(p, id)))
        return ROW_NO_MEMORY;
    slot->row = (uint32_t)row + 1;
    slot->mark = (uint32_t)(hash >> 32);
    table->used++;
    return ROW_OK;
}

row_problem people_add_household(people *p, text id, uint32_t *row)
{
    struct people_build *b = p->build;
    const char **ids;
    uint8_t *members;
    row_problem problem;

    if (!id.length || memchr(id.at, '\0', id.length))
        return ROW_NO_HOUSEHOLD;
    ids = row_of(&b->household_id, p->households + 1, sizeof *ids);
    members = row_of(&b->members, p->households + 1, sizeof *members);
    if (!ids || !members)
        return ROW_NO_MEMORY;
    if ((problem = add_id(p, &b->household_ids, ids, id, p->households)) != ROW_OK)
        return problem;
    members[p->households] = 0;
    *row = (uint32_t)p->households++;
    return ROW_OK;
}

row_problem people_add_person(people *p, text id, text household_id, uint32_t *row)
{
    struct people_build *b = p->build;
    int64_t household;

    if (!id.length || memchr(id.at, '\0', id.length))
        return ROW_NO_ID;
    if (!household_id.length)
        return ROW_NO_HOUSEHOLD;
    household = find_id(&b->household_ids, b->household_id.items, household_id);
    if (household < 0)
        return people_find(p, id) >= 0 ? ROW_DUPLICATE : ROW_HOUSEHOLD_UNKNOWN;
    return people_add_member(p, id, (uint32_t)household, row);
}

row_problem people_add_member(people *p, text id, uint32_t household, uint32_t *row)
{
    struct people_build *b = p->build;
    const char **ids;
    uint32_t *household_of;
    uint8_t *members = b->members.items;
    row_problem problem;

    if (!id.length || memchr(id.at, '\0', id.length))
        return ROW_NO_ID;
    if (household >= p->households)
        return ROW_HOUSEHOLD_UNKNOWN;
    ids = row_of(&b->person_id, p->persons + 1, sizeof *ids);
    household_of = row_of(&b->household_of, p->persons + 1, sizeof *household_of);
    if (!ids || !household_of)
        return ROW_NO_MEMORY;
    if (members[household] >= LIMIT_HOUSEHOLD)
        return find_id(&p->ids, (const char *const *)ids, id) >= 0 ? ROW_DUPLICATE : ROW_HOUSEHOLD_FULL;
    if ((problem = add_id(p, &p->ids, ids, id, p->persons)) != ROW_OK)
        return problem;
    members[household]++;
    household_of[p->persons] = household;
    *row = (uint32_t)p->persons++;
    return ROW_OK;
}

int people_set(people *p, uint32_t row, int which, cell value)
{
    growing *g = &p->build->cells[which];
    cell *cells;

    if (p->facts->facts[which].kind == KIND_PERSON && value >= 0)
        value = LINK_OUTSIDE; /* rows are not final: links are given by id */
    if (row < g->used) {
        ((cell *)g->items)[row] = value;
        return 0;
    }
    if (value == CELL_UNKNOWN)
        return 0;
    cells = row_of(g, (size_t)row + 1, sizeof *cells);
    if (!cells)
        return -1;
    while (g->used < row)
        cells[g->used++] = CELL_UNKNOWN;
    cells[g->used++] = value;
    return 0;
}

int people_set_text(people *p, uint32_t row, int which, text value)
{
    growing *g = &p->build->texts[which];
    const char **texts, *kept = NULL;

    if (!value.length && row >= g->used)
        return 0;
    if (value.length && !(kept = keep(p, value)))
        return -1;
    if (row < g->used) {
        ((const char **)g->items)[row] = kept;
        return 0;
    }
    texts = row_of(g, (size_t)row + 1, sizeof *texts);
    if (!texts)
        return -1;
    while (g->used < row)
        texts[g->used++] = NULL;
    texts[g->used++] = kept;
    return 0;
}

cell *people_cells(people *p, int which, size_t from, size_t count)
{
    growing *g = &p->build->cells[which];
    cell *cells = row_of(g, from + count, sizeof *cells);

    while (cells && g->used < from)
        cells[g->used++] = CELL_UNKNOWN;
    if (cells)
        g->used = from + count;
    return cells ? cells + from : NULL;
}

const char **people_texts(people *p, int which, size_t from, size_t count)
{
    growing *g = &p->build->texts[which];
    const char **texts = row_of(g, from + count, sizeof *texts);

    while (texts && g->used < from)
        texts[g->used++] = NULL;
    if (texts)
        g->used = from + count;
    return texts ? texts + from : NULL;
}

char *people_room(people *p, size_t size)
{
    return arena_alloc(p->memory, size);
}

row_problem people_add_relation(people *p, text a, text b, kinship word)
{
    growing *g = &p->build->relations;
    const uint32_t *household_of = p->build->household_of.items;
    int64_t row_a = people_find(p, a), row_b = people_find(p, b);
    relation_row *rows;

    if (!a.length || !b.length)
        return ROW_NO_ID;
    if (row_a < 0 || row_b < 0)
        return ROW_PERSON_UNKNOWN;
    if (row_a == row_b)
        return ROW_SAME_PERSON;
    if (household_of[row_a] != household_of[row_b])
        return ROW_OTHER_HOUSEHOLD;
    rows = row_of(g, g->used + 1, sizeof *rows);
    if (!rows)
        return ROW_NO_MEMORY;
    rows[g->used++] = (relation_row){(uint32_t)row_a, (uint32_t)row_b, word};
    return ROW_OK;
}

int64_t people_find(const people *p, text person_id)
{
    const char *const *ids =
        p->build ? (const char *const *)p->build->person_id.items : (const char *const *)p->person_id;

    return find_id(&p->ids, ids, person_id);
}
