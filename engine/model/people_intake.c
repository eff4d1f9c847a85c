/*
 * Rows that go into people in memory.
 */
#include "intake.h"

#include "people_build.h"

static row_problem said(failure *e, row_problem problem)
{
    if (problem != ROW_NO_MEMORY)
        return problem;
    fail_memory(e);
    return ROW_FAILED;
}

static row_problem take_household(void *to, failure *e, text id, uint64_t *row)
{
    uint32_t at = 0;
    row_problem problem = said(e, people_add_household(to, id, &at));

    *row = at;
    return problem;
}

static row_problem take_person(void *to, failure *e, text id, text household, uint64_t *row)
{
    uint32_t at = 0;
    row_problem problem = said(e, people_add_person(to, id, household, &at));

    *row = at;
    return problem;
}

static uint32_t last_row(const people *p, int which)
{
    return (uint32_t)(p->facts->facts[which].entity == ENTITY_PERSON ? p->persons : p->households) - 1;
}

static ayant_status take_cell(void *to, failure *e, int which, cell value)
{
    people *p = to;

    return people_set(p, last_row(p, which), which, value) < 0 ? fail_memory(e) : AYANT_OK;
}

static ayant_status take_words(void *to, failure *e, int which, text value)
{
    people *p = to;

    return people_set_text(p, last_row(p, which), which, value) < 0 ? fail_memory(e) : AYANT_OK;
}

static ayant_status take_late(void *to, failure *e, uint64_t row, int which, cell value)
{
    return people_set(to, (uint32_t)row, which, value) < 0 ? fail_memory(e) : AYANT_OK;
}

static row_problem take_relation(void *to, failure *e, text a, text b, kinship word)
{
    return said(e, people_add_relation(to, a, b, word));
}

static int knows(void *to, failure *e, text person)
{
    (void)e;
    return people_find(to, person) >= 0;
}

static ayant_status finish(void *to, failure *e)
{
    return people_finish(to, e);
}

static ayant_status keep(void *to, failure *e)
{
    (void)to, (void)e;
    return AYANT_OK;
}

intake people_intake(people *p)
{
    static const intake_kind taker = {take_household, take_person, take_cell, take_words, take_late,
                                      take_relation,  knows,       finish,    keep};

    return (intake){&taker, p};
}
