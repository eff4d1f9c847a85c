/*
 * Records with facts taken out, and ways of completing them again.
 */
#ifndef AYANT_TESTS_BLANKED_PEOPLE_H
#define AYANT_TESTS_BLANKED_PEOPLE_H

#include "evaluate/record.h"
#include "graph/graph.h"
#include "random_people.h"

/* By fact: 1 when the rules ask whether it is given, or what it says changes what another's empty cell means.
 */
static inline char *facts_to_keep(const graph *g)
{
    const dictionary *d = &g->rules->facts;
    char *keep = calloc(d->count + 1, 1);

    for (size_t i = 0; keep && i < g->count; i++)
        if (g->nodes[i].op == NODE_GIVEN)
            keep[g->nodes[i].index] = 1;
    for (size_t i = 0; keep && i < d->count; i++)
        if (d->facts[i].when_fact >= 0)
            keep[d->facts[i].when_fact] = 1;
    return keep;
}

/* Kinship that no link says: a row may be missing, a parent's or a partner's id is a fact of its own. */
static inline int given_as_row(cell kin)
{
    return kin == KIN_SIBLING || kin == KIN_PARENT_IN_LAW || kin == KIN_CHILD_IN_LAW ||
           kin == KIN_OTHER_RELATIVE || kin == KIN_UNRELATED;
}

/* Empties each cell with a chance of `percent` of its household's share, from `least` to `most`. */
static inline void blank_people(people *p, dice *d, const char *keep, int least, int most)
{
    int *share = calloc(p->households + 1, sizeof *share);

    for (size_t h = 0; share && h < p->households; h++)
        share[h] = pick(d, least, most);
    for (size_t k = 0; share && k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        if (!is_column(f) || keep[k] || !p->column[k])
            continue;
        for (size_t i = 0; i < rows; i++)
            if (chance(d, share[f->entity == ENTITY_PERSON ? p->household_of[i] : i]))
                p->column[k][i] = CELL_UNKNOWN;
    }
    for (size_t i = 0; share && i < p->others.pairs; i++)
        if (given_as_row(p->kin[i]) && chance(d, (least + most) / 2))
            p->kin[i] = CELL_UNKNOWN;
    free(share);
}

/* Fills what is unknown in `blanked` at random; what an empty cell means otherwise, it keeps meaning. */
static inline void complete_people(people *p, const people *blanked, dice *d)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        if (!is_column(f) || !p->column[k])
            continue;
        for (size_t i = 0; i < rows; i++) {
            cell meant;

            if (people_cell(blanked, (int)k, i) != CELL_UNKNOWN)
                continue;
            meant = record_cell(blanked, (int)k, i, 0);
            p->column[k][i] = meant == CELL_UNKNOWN ? random_cell(d, f)
                              : meant == DAY_NEVER  ? CELL_UNKNOWN
                                                    : meant;
        }
    }
    for (size_t i = 0; i < p->others.pairs; i++)
        while (blanked->kin[i] == CELL_UNKNOWN && !given_as_row(p->kin[i] = pick(d, 0, KIN_COUNT - 1)))
            ;
}

#endif
