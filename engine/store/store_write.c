/*
 * People of memory into a caseload.
 *
 * Persons go in in the order of the input, which people know as `position`.
 */
#include "store_file.h"

#include <stdlib.h>
#include <string.h>

#include "../base/day.h"

#define TICK_ROWS 8192

typedef struct giving {
    failure *e;
    const people *people;
    intake to;
    const char *path;
    const ayant_progress *progress;
    uint64_t done, total;
} giving;

static ayant_status tick(giving *g)
{
    if (g->progress && g->progress->tick(g->progress->to, "writing the caseload", g->done, g->total) != 0)
        return fail(g->e, AYANT_E_CANCELLED, "S13", "the import was stopped: '%s' is as it was", g->path);
    return AYANT_OK;
}

static ayant_status give_facts(giving *g, entity which, size_t row)
{
    const people *p = g->people;
    ayant_status status = AYANT_OK;

    for (size_t i = 0; status == AYANT_OK && i < p->facts->count; i++) {
        const fact *f = &p->facts->facts[i];

        if (f->entity != which || store_is_id(f))
            continue;
        if (f->kind == KIND_TEXT || f->kind == KIND_PERSON) {
            if (p->texts[i] && p->texts[i][row])
                status = g->to.kind->words(g->to.to, g->e, (int)i, text_of(p->texts[i][row]));
        } else if (!(f->kind == KIND_DATE && people_cell(p, (int)i, row) >= DAY_NEVER)) {
            status = g->to.kind->cell(g->to.to, g->e, (int)i, people_cell(p, (int)i, row));
        }
    }
    return status == AYANT_OK && ++g->done % TICK_ROWS == 0 ? tick(g) : status;
}

static ayant_status give_households(giving *g)
{
    uint64_t at;

    for (size_t row = 0; row < g->people->households; row++)
        if (g->to.kind->household(g->to.to, g->e, text_of(g->people->household_id[row]), &at) != ROW_OK ||
            give_facts(g, ENTITY_HOUSEHOLD, row) < 0)
            return g->e->status;
    return AYANT_OK;
}

static ayant_status give_persons(giving *g)
{
    const people *p = g->people;
    uint32_t *row_at = calloc(p->persons + 1, sizeof *row_at); /* by place in the input */
    uint64_t at;

    if (!row_at)
        return fail_memory(g->e);
    for (size_t row = 0; row < p->persons; row++)
        row_at[p->position[row]] = (uint32_t)row;
    for (size_t i = 0; i < p->persons; i++) {
        uint32_t row = row_at[i];

        if (g->to.kind->person(g->to.to, g->e, text_of(p->person_id[row]),
                               text_of(p->household_id[p->household_of[row]]), &at) != ROW_OK ||
            give_facts(g, ENTITY_PERSON, row) < 0)
            break;
    }
    free(row_at);
    return g->e->status;
}

/*
 * One row for two people, the first the lower row: the other way round says
 * the same. kin holds what the other is to the person, so the other comes
 * first in the row: "a is the grandparent of b".
 */
static ayant_status give_relations(giving *g)
{
    const people *p = g->people;

    for (size_t person = 0; p->kin && person < p->persons; person++)
        for (uint32_t i = p->others.first[person]; i < p->others.first[person + 1]; i++)
            if (store_relation_word(p->kin[i]) && p->others.other[i] >= person &&
                g->to.kind->relation(g->to.to, g->e, text_of(p->person_id[p->others.other[i]]),
                                     text_of(p->person_id[person]), (kinship)p->kin[i]) != ROW_OK)
                return g->e->status;
    return AYANT_OK;
}

ayant_status store_import(failure *e, const store_access *at, const people *p, const char *engine_version,
                          const char *who, const ayant_progress *progress)
{
    giving g = {.e = e, .people = p, .path = at->path, .progress = progress};
    store_import_options options = {.engine_version = engine_version, .who = who};
    store_taking *taking = NULL;
    ayant_status status = store_taking_new(e, at, p->facts, &options, &taking);

    if (status < 0)
        return status;
    g.to = store_taking_intake(taking);
    g.total = (uint64_t)p->households + p->persons;
    if ((status = give_households(&g)) == AYANT_OK && (status = give_persons(&g)) == AYANT_OK &&
        (status = give_relations(&g)) == AYANT_OK && (status = g.to.kind->finish(g.to.to, e)) == AYANT_OK &&
        (status = tick(&g)) == AYANT_OK)
        status = g.to.kind->keep(g.to.to, e);
    store_taking_free(taking);
    return status;
}
