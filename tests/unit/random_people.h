/*
 * Made-up records at random: wilder than any caseload, so that every branch
 * of every formula is taken, and amounts fall on both sides of thresholds.
 */
#ifndef AYANT_TESTS_RANDOM_PEOPLE_H
#define AYANT_TESTS_RANDOM_PEOPLE_H

#include <stdio.h>
#include <stdlib.h>
#include "base/day.h"
#include "model/people.h"

typedef struct dice {
    uint64_t state;
} dice;

static inline uint64_t roll(dice *d)
{
    uint64_t z = d->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline int32_t pick(dice *d, int32_t low, int32_t high)
{
    return low + (int32_t)(roll(d) % (uint64_t)((int64_t)high - low + 1));
}

static inline int chance(dice *d, int percent)
{
    return (int)(roll(d) % 100) < percent;
}

/* Amounts the law turns on, in cents, and a cent to each side of them. */
static inline cell amount(dice *d, const fact *f)
{
    static const int32_t edges[] = {0,       3000,    74368,   75000,   620000,  1250000, 1860000, 500000,
                                    1314200, 1340470, 1577041, 2805400, 2563067, 89365,   134047,  161196};
    int64_t c;

    if (chance(d, 35))
        return f->least > 0 ? f->least : 0;
    if (chance(d, 25))
        c = edges[roll(d) % (sizeof edges / sizeof *edges)] + pick(d, -1, 1);
    else if (chance(d, 85))
        c = pick(d, 0, f->per == PERIOD_MONTH ? 300000 : 4000000);
    else
        c = pick(d, f->least, f->most);
    return (cell)(c < f->least ? f->least : c > f->most ? f->most : c);
}

static inline cell random_cell(dice *d, const fact *f)
{
    switch (f->kind) {
    case KIND_TRUTH:
        return pick(d, 0, 1);
    case KIND_MONEY:
        return amount(d, f);
    case KIND_NUMBER:
        if (f->most > 1900000) /* a year */
            return pick(d, 2020, 2027) * 1000;
        return pick(d, 0, 40) * 1000;
    case KIND_DATE:
        if (strcmp(f->name, "birth_date") == 0)
            return pick(d, day_of(1925, 1, 1), day_of(2026, 2, 28));
        return pick(d, day_of(2014, 1, 1), day_of(2027, 6, 30));
    case KIND_WORD:
        return pick(d, 0, (int32_t)f->word_count - 1);
    default:
        return CELL_UNKNOWN;
    }
}

/* A fact whose cell may be left empty in a record of which everything is known. */
static inline int may_be_empty(const fact *f)
{
    return f->kind == KIND_DATE && f->empty == EMPTY_NEVER && f->when_fact < 0;
}

typedef struct household_shape {
    uint32_t house, person[6];
    int count;
} household_shape;

static inline void person_name(char out[40], size_t h, int i)
{
    snprintf(out, 40, "P%zu.%d", h, i);
}

/* Links and relations of a household: known for every pair. */
static inline void random_links(dice *d, people *p, size_t h, const household_shape *s)
{
    static const kinship words[] = {KIN_GRANDPARENT,  KIN_GRANDCHILD,     KIN_SIBLING,  KIN_PARENT_IN_LAW,
                                    KIN_CHILD_IN_LAW, KIN_OTHER_RELATIVE, KIN_UNRELATED};
    static const char *const links[] = {"mother_id", "father_id", "family_benefit_recipient_id",
                                        "titular_id"};
    char a[40], b[40];

    if (s->count > 1 && chance(d, 60)) {
        int i = pick(d, 0, s->count - 1), j = (i + 1 + pick(d, 0, s->count - 2)) % s->count;

        person_name(a, h, j);
        people_set_text(p, s->person[i], dictionary_find(p->facts, "partner_id"), text_of(a));
    }
    for (int i = 0; i < s->count; i++) {
        for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
            if (!chance(d, 45))
                continue;
            person_name(a, chance(d, 10) ? h + 1000000 : h,
                        pick(d, 0, s->count - 1)); /* or somebody elsewhere */
            people_set_text(p, s->person[i], dictionary_find(p->facts, links[k]), text_of(a));
        }
        for (int j = 0; j < i; j++) {
            person_name(a, h, i);
            person_name(b, h, j);
            people_add_relation(p, text_of(a), text_of(b), words[roll(d) % (sizeof words / sizeof *words)]);
        }
    }
}

static inline int is_column(const fact *f)
{
    return f->kind != KIND_TEXT && f->kind != KIND_PERSON && !f->contact_only;
}

/* `persons` records at least, fully known; the same for the same seed. */
static inline people *random_people(const dictionary *facts, uint64_t seed, size_t persons)
{
    people *p = people_new(facts);
    dice d = {seed};
    size_t made = 0;
    failure e;

    failure_clear(&e);
    for (size_t h = 0; p && made < persons; h++) {
        household_shape s = {.count = pick(&d, 1, 6)};
        char name[40];

        snprintf(name, sizeof name, "H%zu", h);
        people_add_household(p, text_of(name), &s.house);
        for (int i = 0; i < s.count; i++) {
            char id[40];

            person_name(id, h, i);
            people_add_person(p, text_of(id), text_of(name), &s.person[i]);
        }
        for (size_t k = 0; k < facts->count; k++) {
            const fact *f = &facts->facts[k];

            for (int i = 0; is_column(f) && i < (f->entity == ENTITY_PERSON ? s.count : 1); i++)
                if (!may_be_empty(f) || chance(&d, 60))
                    people_set(p, f->entity == ENTITY_PERSON ? s.person[i] : s.house, (int)k,
                               random_cell(&d, f));
        }
        random_links(&d, p, h, &s);
        made += (size_t)s.count;
    }
    if (p && people_finish(p, &e) < 0) {
        people_free(p);
        return NULL;
    }
    return p;
}

#endif
