/*
 * Finishing people: from rows in the order of the input to households in a row.
 *
 * After grouping, persons keep the order of the input inside their household
 * and households keep theirs; `position` remembers where a person stood.
 */
#include "people_build.h"

#include <stdlib.h>

kin_facts kin_facts_of(const dictionary *d)
{
    kin_facts k = {dictionary_find(d, "partner_id"), dictionary_find(d, "mother_id"),
                   dictionary_find(d, "father_id")};
    int *each[] = {&k.partner, &k.mother, &k.father};

    for (size_t i = 0; i < 3; i++)
        if (*each[i] >= 0 &&
            (d->facts[*each[i]].kind != KIND_PERSON || d->facts[*each[i]].entity != ENTITY_PERSON))
            *each[i] = -1;
    return k;
}

/* Counting sort by household; new_row[old] is where a person goes. */
static int group(people *p, uint32_t *new_row)
{
    const uint32_t *old = p->build->household_of.items;

    p->first = arena_array(p->memory, p->households + 2, sizeof *p->first);
    p->household_of = arena_array(p->memory, p->persons + 1, sizeof *p->household_of);
    p->position = arena_array(p->memory, p->persons + 1, sizeof *p->position);
    p->person_id = arena_array(p->memory, p->persons + 1, sizeof *p->person_id);
    p->household_id = arena_array(p->memory, p->households + 1, sizeof *p->household_id);
    if (!p->first || !p->household_of || !p->position || !p->person_id || !p->household_id)
        return -1;
    /* first[h + 1] is where the next member of h goes; it ends as the start of h + 1 */
    for (size_t i = 0; i < p->persons; i++)
        p->first[old[i] + 2]++;
    for (size_t h = 2; h < p->households + 2; h++)
        p->first[h] += p->first[h - 1];
    for (size_t i = 0; i < p->persons; i++) {
        uint32_t to = p->first[old[i] + 1]++;

        new_row[i] = to;
        p->household_of[to] = old[i];
        p->position[to] = (uint32_t)i;
        p->person_id[to] = ((const char **)p->build->person_id.items)[i];
    }
    if (p->households)
        memcpy(p->household_id, p->build->household_id.items, p->households * sizeof *p->household_id);
    return 0;
}

static int move_cells(people *p, int which, const uint32_t *new_row)
{
    int person = p->facts->facts[which].entity == ENTITY_PERSON;
    size_t rows = person ? p->persons : p->households;
    growing *g = &p->build->cells[which];
    const cell *from = g->items;
    cell *to;

    if (!g->used)
        return 0;
    to = p->column[which] = arena_array(p->memory, rows, sizeof *to);
    if (!to)
        return -1;
    for (size_t i = 0; i < rows; i++)
        to[person ? new_row[i] : i] = i < g->used ? from[i] : CELL_UNKNOWN;
    free(g->items);
    *g = (growing){NULL, 0, 0};
    return 0;
}

static int move_texts(people *p, int which, const uint32_t *new_row)
{
    int person = p->facts->facts[which].entity == ENTITY_PERSON;
    size_t rows = person ? p->persons : p->households;
    growing *g = &p->build->texts[which];
    const char *const *from = g->items;
    const char **to;

    if (!g->used)
        return 0;
    to = p->texts[which] = arena_array(p->memory, rows, sizeof *to);
    if (!to)
        return -1;
    for (size_t i = 0; i < rows; i++)
        to[person ? new_row[i] : i] = i < g->used ? from[i] : NULL;
    free(g->items);
    *g = (growing){NULL, 0, 0};
    return 0;
}

/*
 * Row of the member of household `h` called `id`, or LINK_OUTSIDE. Members are few: comparing is
 * faster than hashing.
 */
static cell member(const people *p, size_t h, const char *id)
{
    for (uint32_t row = p->first[h]; row < p->first[h + 1]; row++)
        if (strcmp(p->person_id[row], id) == 0)
            return (cell)row;
    return LINK_OUTSIDE;
}

/* Ids of one fact become rows. Nobody is their own partner or parent: such a link is unknown. */
static int resolve(people *p, int which, int kin)
{
    int person = p->facts->facts[which].entity == ENTITY_PERSON;
    size_t rows = person ? p->persons : p->households;
    const char **ids = p->texts[which];

    if (!ids)
        return 0;
    if (!p->column[which]) {
        p->column[which] = arena_array(p->memory, rows, sizeof(cell));
        if (!p->column[which])
            return -1;
        for (size_t i = 0; i < rows; i++)
            p->column[which][i] = CELL_UNKNOWN;
    }
    for (size_t i = 0; i < rows; i++) {
        cell to = ids[i] ? member(p, person ? p->household_of[i] : i, ids[i]) : p->column[which][i];

        p->column[which][i] = kin && to >= 0 && (size_t)to == i ? CELL_UNKNOWN : to;
    }
    return 0;
}

/* A partner named by one side only is the partner of both. */
static void pair_partners(people *p, int which)
{
    cell *partner = which >= 0 ? p->column[which] : NULL;

    for (size_t i = 0; partner && i < p->persons; i++)
        if (partner[i] >= 0 && partner[partner[i]] == CELL_UNKNOWN)
            partner[partner[i]] = (cell)i;
}

static int move_all(people *p, const uint32_t *new_row)
{
    kin_facts kin = kin_facts_of(p->facts);

    for (int f = 0; f < (int)p->facts->count; f++) {
        if (move_cells(p, f, new_row) < 0 || move_texts(p, f, new_row) < 0)
            return -1;
        if (p->facts->facts[f].kind == KIND_PERSON &&
            resolve(p, f, f == kin.partner || f == kin.mother || f == kin.father) < 0)
            return -1;
    }
    pair_partners(p, kin.partner);
    return 0;
}

ayant_status people_finish(people *p, failure *e)
{
    struct people_build *b = p->build;
    relation_row *rows;
    uint32_t *new_row;

    if (p->finished)
        return AYANT_OK;
    rows = b->relations.items;
    new_row = malloc((p->persons + 1) * sizeof *new_row);
    if (!new_row || group(p, new_row) < 0 || move_all(p, new_row) < 0)
        goto no_memory;
    for (size_t i = 0; i < b->relations.used; i++) {
        rows[i].a = new_row[rows[i].a];
        rows[i].b = new_row[rows[i].b];
    }
    if (people_derive_kinship(p, rows, b->relations.used) < 0)
        goto no_memory;
    for (size_t i = 0; i < p->ids.size; i++)
        if (p->ids.slots[i].row)
            p->ids.slots[i].row = new_row[p->ids.slots[i].row - 1] + 1;
    free(new_row);
    people_build_free(b, p->facts->count);
    p->build = NULL;
    p->finished = 1;
    return AYANT_OK;
no_memory:
    free(new_row);
    return fail_memory(e);
}
