/*
 * Filling people from made households.
 */
#include "records.h"

#include <stdio.h>

static void find_facts(const dictionary *facts, const made_column *columns, size_t count, int *fact_of,
                       cell (*words)[16])
{
    for (size_t c = 0; c < count; c++) {
        const made_column *from = &columns[c];
        int which = dictionary_find(facts, from->name);
        const fact *f = which < 0 ? NULL : &facts->facts[which];

        fact_of[c] = f && f->kind != KIND_TEXT && !f->contact_only ? which : -1;
        for (int w = 0; fact_of[c] >= 0 && from->form == FORM_WORD && w < 16 && from->words[w]; w++)
            words[c][w] = fact_word(f, text_of(from->words[w]));
    }
}

void record_map_fill(record_map *map, const dictionary *facts)
{
    memset(map, 0, sizeof *map);
    map->facts = facts;
    find_facts(facts, made_household_columns, HOUSEHOLD_COLUMNS, map->household_fact, map->household_word);
    find_facts(facts, made_person_columns, PERSON_COLUMNS, map->person_fact, map->person_word);
}

/* Ids of a batch are short: they are hashed and compared. */
static text id_of(char out[32], size_t household, int32_t member)
{
    int length = snprintf(out, 32, "%zu-%d", household, (int)member);
    text t = {out, (size_t)length};

    return t;
}

static int put_cell(people *p, uint32_t row, int fact_index, const made_column *c, const cell *words,
                    int32_t value, size_t household)
{
    char id[32];

    if (fact_index < 0 || value == UNSAID)
        return 0;
    switch (c->form) {
    case FORM_LINK:
        return people_set_text(p, row, fact_index, id_of(id, household, value));
    case FORM_WORD:
        return words[value] < 0 ? 0 : people_set(p, row, fact_index, words[value]);
    case FORM_WHOLE:
        return people_set(p, row, fact_index, value * 1000);
    default:
        return people_set(p, row, fact_index, value);
    }
}

static int add_person(people *p, const record_map *map, const made_household *h, size_t k, int32_t i)
{
    char id[32], home[32];
    uint32_t row;

    if (people_add_person(p, id_of(id, k, i), id_of(home, k, NO_MEMBER), &row) != ROW_OK)
        return -1;
    for (size_t c = 0; c < PERSON_COLUMNS; c++)
        if (put_cell(p, row, map->person_fact[c], &made_person_columns[c], map->person_word[c],
                     made_cell(&made_person_columns[c], &h->persons[i]), k) < 0)
            return -1;
    return 0;
}

static int add_relations(people *p, const made_household *h, size_t k)
{
    static const kinship words[] = {KIN_GRANDPARENT, KIN_PARENT_IN_LAW, KIN_SIBLING, KIN_OTHER_RELATIVE,
                                    KIN_UNRELATED};
    char a[32], b[32];

    for (int32_t i = 0; i < h->relation_count; i++)
        if (people_add_relation(p, id_of(a, k, h->relations[i].a), id_of(b, k, h->relations[i].b),
                                words[h->relations[i].word]) != ROW_OK)
            return -1;
    return 0;
}

static int add_household(people *p, const record_map *map, const made_household *h, size_t k)
{
    char id[32];
    uint32_t row;

    if (people_add_household(p, id_of(id, k, NO_MEMBER), &row) != ROW_OK)
        return -1;
    for (size_t c = 0; c < HOUSEHOLD_COLUMNS; c++)
        if (put_cell(p, row, map->household_fact[c], &made_household_columns[c], map->household_word[c],
                     made_cell(&made_household_columns[c], &h->place), k) < 0)
            return -1;
    for (int32_t i = 0; i < h->count; i++)
        if (add_person(p, map, h, k, i) < 0)
            return -1;
    return add_relations(p, h, k);
}

ayant_status records_people(failure *e, const record_map *map, const made_household *made, size_t count,
                            people **out)
{
    people *p = people_new(map->facts);
    ayant_status status;

    if (!p)
        return fail_memory(e);
    for (size_t k = 0; k < count; k++)
        if (add_household(p, map, &made[k], k) < 0) { /* every id is new and known: only memory can fail */
            people_free(p);
            return fail_memory(e);
        }
    if ((status = people_finish(p, e)) < 0) {
        people_free(p);
        return status;
    }
    *out = p;
    return AYANT_OK;
}
