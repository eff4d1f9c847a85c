/*
 * Which cell of facts comes from where: the steps of a view.
 *
 * Households: household_id, then facts of households. Persons: household_id,
 * person_id, facts of persons, then links. Relations have a view of three
 * columns and no step.
 */
#include <stdlib.h>
#include "mapped_parts.h"

/* Facts the column of links gives, unless a column gives them. */
static const char *const link_facts[] = {"partner_id", "partnership", "mother_id", "father_id"};

static int belongs(const mapped *m, sheet_kind which, int of)
{
    if (of == MAPPED_HOUSEHOLD)
        return 1;
    if (of == MAPPED_PERSON)
        return which == SHEET_PERSONS;
    return m->facts->facts[of].entity == (which == SHEET_PERSONS ? ENTITY_PERSON : ENTITY_HOUSEHOLD);
}

static int has_fact(const view *v, int of)
{
    for (size_t i = 0; i < v->columns; i++)
        if (v->facts[i] == of)
            return 1;
    return 0;
}

static step *add(failure *e, mapped *m, view *v, int how, size_t from, int of, text shown)
{
    step *s = &v->steps[v->step_count++];

    s->how = (__typeof__(s->how))how;
    s->from = from;
    s->fact = of;
    if (how == STEP_SPLIT)
        return s;
    s->to = v->columns++;
    v->header[s->to] = text_of(mapping_fact_name(m->facts, of));
    v->shown[s->to] = shown;
    v->facts[s->to] = of;
    if (of < 0)
        return s;
    s->clean = m->facts->facts[of].kind == KIND_TEXT ? clean_kind_of(m->facts->facts[of].name) : CLEAN_NONE;
    s->words = mapping_vocabulary_of(m->map, of);
    if (s->words && !(s->cache = arena_array(m->memory, CACHED_WORDS, sizeof *s->cache)))
        fail_memory(e);
    return s;
}

/* A column with patterns: one step that cuts, then one for each piece that belongs to this view. */
static ayant_status add_split(failure *e, mapped *m, view *v, const book *b, size_t from, sheet_kind which)
{
    const mapping_column *c = b->columns[from];
    step *cut = add(e, m, v, STEP_SPLIT, from, c->facts[0], b->names[from]);

    if (splitter_new(e, m, c, &cut->splitter) < 0)
        return e->status;
    cut->to = v->columns;
    cut->pieces = c->fact_count;
    for (size_t k = 0; k < c->fact_count; k++)
        if (belongs(m, which, c->facts[k])) {
            step *piece = add(e, m, v, STEP_PIECE, from, c->facts[k], b->names[from]);

            piece->pieces = k; /* which of them */
        }
    return AYANT_OK;
}

static ayant_status add_links(failure *e, mapped *m, view *v, const book *b)
{
    for (size_t i = 0; i < sizeof link_facts / sizeof *link_facts; i++) {
        int of = dictionary_find(m->facts, link_facts[i]);

        if (of >= 0 && !has_fact(v, of))
            add(e, m, v, STEP_LINK, i, of, b->names[b->link]);
    }
    return e->status;
}

static ayant_status add_columns(failure *e, mapped *m, view *v, const book *b, sheet_kind which)
{
    for (size_t i = 0; i < b->count; i++) {
        const mapping_column *c = b->columns[i];
        int some = 0;

        for (size_t k = 0; c && k < c->fact_count; k++)
            some |= belongs(m, which, c->facts[k]);
        if (!some)
            continue;
        if (c->pattern_count) {
            if (add_split(e, m, v, b, i, which) < 0)
                return e->status;
            continue;
        }
        for (size_t k = 0; k < c->fact_count; k++)
            if (belongs(m, which, c->facts[k]) && !has_fact(v, c->facts[k]))
                add(e, m, v, STEP_COPY, i, c->facts[k], b->names[i]);
    }
    for (size_t i = 0; i < m->map->computed_count; i++) {
        int of = m->map->computed[i].fact;

        if (!belongs(m, which, of))
            continue;
        add(e, m, v, STEP_COMPUTE, i, of, text_of(mapping_fact_name(m->facts, of)));
        v->computes = 1;
    }
    return e->status;
}

static ayant_status make_view(failure *e, mapped *m, const book *b, sheet_kind which)
{
    view *v = &m->views[which];
    size_t room = 8 + m->map->computed_count;

    for (size_t i = 0; i < b->count; i++)
        room += b->columns[i] ? b->columns[i]->fact_count + 1 : 0;
    v->steps = arena_array(m->memory, room, sizeof *v->steps);
    v->header = arena_array(m->memory, room, sizeof *v->header);
    v->shown = arena_array(m->memory, room, sizeof *v->shown);
    v->facts = arena_array(m->memory, room, sizeof *v->facts);
    if (!v->steps || !v->header || !v->shown || !v->facts)
        return fail_memory(e);
    if (which == SHEET_RELATIONS) {
        static const char *const names[] = {"person_id", "other_id", "relation"};

        for (v->columns = 0; v->columns < 3; v->columns++) {
            v->header[v->columns] = text_of(names[v->columns]);
            v->shown[v->columns] =
                v->columns ? (text){m->map->links_header, strlen(m->map->links_header)} : b->names[b->person];
        }
        return AYANT_OK;
    }
    add(e, m, v, STEP_COPY, b->household, MAPPED_HOUSEHOLD, b->names[b->household]);
    if (which == SHEET_PERSONS)
        add(e, m, v, STEP_COPY, b->person, MAPPED_PERSON, b->names[b->person]);
    if (add_columns(e, m, v, b, which) < 0)
        return e->status;
    if (which == SHEET_PERSONS && m->map->links_header)
        return add_links(e, m, v, b);
    return e->status;
}

ayant_status mapped_steps(failure *e, mapped *m)
{
    if (make_view(e, m, m->households, SHEET_HOUSEHOLDS) < 0 ||
        make_view(e, m, m->persons, SHEET_PERSONS) < 0)
        return e->status;
    return m->map->links_header ? make_view(e, m, m->persons, SHEET_RELATIONS) : AYANT_OK;
}
