/*
 * Made-up people in memory. The columns are the members of made_place and
 * made_person, put under the facts of the same name.
 */
#include "made_people.h"

#include <stdio.h>
#include <string.h>
#include "synth/batch.h"
#include "synth/brussels.h"

typedef struct source {
    const char *name;
    const char *const *words;
    size_t at;
    int form, fact; /* -1: no rule reads it */
} source;

static source of_household[] = {
#define HOUSEHOLD(name, form, words, lack) {#name, words, offsetof(made_place, name), form, -1},
#include "synth/columns.def"
};

static source of_person[] = {
#define PERSON(name, form, words, lack) {#name, words, offsetof(made_person, name), form, -1},
#include "synth/columns.def"
};

enum {
    HOUSEHOLD_SOURCES = sizeof of_household / sizeof *of_household,
    PERSON_SOURCES = sizeof of_person / sizeof *of_person
};

const char *const bench_amounts[] = {"wage_net_month",
                                     "wage_gross_month",
                                     "unemployment_month",
                                     "sickness_month",
                                     "disability_allowance_month",
                                     "pension_month",
                                     "alimony_received_month",
                                     "family_benefit_month",
                                     "other_income_month",
                                     "movable_capital",
                                     "rc_dwelling",
                                     "rc_built_other",
                                     "transfer_value",
                                     "taxable_income_year",
                                     "grapa_month",
                                     NULL};

static int is_read(const fact *f)
{
    return f->kind != KIND_TEXT && !f->contact_only;
}

static void find_facts(const dictionary *facts, source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int which = dictionary_find(facts, sources[i].name);

        sources[i].fact = which >= 0 && is_read(&facts->facts[which]) ? which : -1;
    }
}

static void person_id(char out[40], uint64_t household, int32_t member)
{
    snprintf(out, 40, "P%llu-%d", (unsigned long long)household, (int)member);
}

static int put(people *p, uint32_t row, const source *s, const void *thing, uint64_t household)
{
    char id[40];
    int32_t value;

    memcpy(&value, (const char *)thing + s->at, sizeof value);
    if (s->fact < 0 || value == UNSAID)
        return 0;
    if (s->form == FORM_LINK) {
        person_id(id, household, value);
        return people_set_text(p, row, s->fact, text_of(id));
    }
    if (s->form == FORM_WORD)
        value = fact_word(&p->facts->facts[s->fact], text_of(s->words[value]));
    else if (s->form == FORM_WHOLE)
        value *= 1000;
    return people_set(p, row, s->fact, value);
}

static int add_household(people *p, const made_household *h)
{
    static const kinship words[] = {KIN_GRANDPARENT, KIN_PARENT_IN_LAW, KIN_SIBLING, KIN_OTHER_RELATIVE,
                                    KIN_UNRELATED};
    char name[40], id[40], other[40];
    uint32_t house, row;

    snprintf(name, sizeof name, "H%llu", (unsigned long long)h->number);
    if (people_add_household(p, text_of(name), &house) != ROW_OK)
        return -1;
    for (size_t i = 0; i < HOUSEHOLD_SOURCES; i++)
        if (put(p, house, &of_household[i], &h->place, h->number) < 0)
            return -1;
    for (int32_t m = 0; m < h->count; m++) {
        person_id(id, h->number, m);
        if (people_add_person(p, text_of(id), text_of(name), &row) != ROW_OK)
            return -1;
        for (size_t i = 0; i < PERSON_SOURCES; i++)
            if (put(p, row, &of_person[i], &h->persons[m], h->number) < 0)
                return -1;
    }
    for (int32_t i = 0; i < h->relation_count; i++) {
        person_id(id, h->number, h->relations[i].a);
        person_id(other, h->number, h->relations[i].b);
        if (people_add_relation(p, text_of(id), text_of(other), words[h->relations[i].word]) != ROW_OK)
            return -1;
    }
    return 0;
}

/* What an empty cell becomes here: what its declaration says, else nothing, no, the last word. */
static cell filling(const people *p, const fact *f, size_t row)
{
    if (f->when_fact >= 0 && f->then_known) {
        cell other = people_cell(p, f->when_fact, row);

        if (f->when_above ? other > 0 : other == f->when_is)
            return f->then_value;
    }
    if (f->empty == EMPTY_PRESUMED)
        return f->presumed;
    if (f->kind == KIND_PERSON)
        return LINK_NONE;
    if (f->kind == KIND_DATE)
        return DAY_NEVER;
    if (f->kind == KIND_WORD)
        return (cell)f->word_count - 1;
    return f->least > 0 ? f->least : 0;
}

static int fill(people *p, int which)
{
    const fact *f = &p->facts->facts[which];
    size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;
    cell *column = p->column[which];

    if (!is_read(f) || f->empty == EMPTY_OPTIONAL) /* whether it is given is itself an answer */
        return 0;
    if (!column) {
        if (!(column = p->column[which] = arena_array(p->memory, rows + 1, sizeof *column)))
            return -1;
        for (size_t i = 0; i < rows; i++)
            column[i] = CELL_UNKNOWN;
    }
    for (size_t i = 0; i < rows; i++)
        if (column[i] == CELL_UNKNOWN)
            column[i] = filling(p, f, i);
    return 0;
}

static int fill_all(people *p)
{
    for (int later = 0; later < 2; later++) /* facts that depend on another come after it */
        for (size_t k = 0; k < p->facts->count; k++)
            if ((p->facts->facts[k].when_fact >= 0) == later && fill(p, (int)k) < 0)
                return -1;
    for (size_t i = 0; i < p->others.pairs; i++)
        if (p->kin[i] == CELL_UNKNOWN)
            p->kin[i] = KIN_UNRELATED;
    return 0;
}

static int add_batches(people *p, const graph *g, size_t households, day on)
{
    synth_order order = {.households = households, .seed = BENCH_SEED, .on = on};
    batch_maker maker;
    synth_batch batch;
    failure e;
    int bad = 0;

    failure_clear(&e);
    if (batch_new(&batch) < 0)
        return -1;
    batch_maker_start(&maker, &order, g, 0);
    for (size_t first = 0; first < households && !bad; first += batch.count) {
        size_t left = households - first;

        bad =
            batch_make(&e, &maker, &batch, first + 1, left < BATCH_HOUSEHOLDS ? left : BATCH_HOUSEHOLDS) < 0;
        for (size_t k = 0; k < batch.count && !bad; k++)
            bad = add_household(p, &batch.made[k]) < 0;
    }
    batch_free(&batch);
    return bad ? -1 : 0;
}

people *bench_people(const graph *g, size_t households, day on)
{
    const dictionary *facts = &g->rules->facts;
    people *p = people_new(facts);
    failure e;

    failure_clear(&e);
    find_facts(facts, of_household, HOUSEHOLD_SOURCES);
    find_facts(facts, of_person, PERSON_SOURCES);
    if (p && (add_batches(p, g, households, on) < 0 || people_finish(p, &e) < 0 || fill_all(p) < 0)) {
        people_free(p);
        return NULL;
    }
    return p;
}

static void blank(cell *cells, size_t rows, uint64_t stream, int percent)
{
    draws d = draws_of(BENCH_SEED, stream, 0, SUBJECT_LACK);

    for (size_t i = 0; cells && i < rows; i++)
        if (draw_below(&d, 100) < percent)
            cells[i] = CELL_UNKNOWN;
}

void bench_blank(people *p, const char *const *names, int percent)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        int named = names == NULL && is_read(f) && f->kind != KIND_PERSON;

        for (size_t i = 0; names && names[i]; i++)
            named |= strcmp(names[i], f->name) == 0;
        if (named)
            blank(p->column[k], f->entity == ENTITY_PERSON ? p->persons : p->households, k, percent);
    }
    if (!names)
        blank(p->kin, p->others.pairs, p->facts->count, percent);
}
