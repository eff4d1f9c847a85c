/*
 * Empty cells, understood.
 */
#include "record.h"

#include "../base/day.h"
#include "../base/limits.h"

/* 1 when the second fact says that this one's rule is replaced. */
static int other_rule(const people *p, const fact *f, size_t row)
{
    cell other;

    if (f->when_fact < 0)
        return 0;
    other = people_cell(p, f->when_fact, row);
    if (other == CELL_UNKNOWN)
        return 0;
    return f->when_above ? other > 0 : other == f->when_is;
}

cell record_cell(const people *p, int which, size_t row, int strict)
{
    const fact *f = &p->facts->facts[which];
    cell c = people_cell(p, which, row);

    if (c != CELL_UNKNOWN)
        return c;
    if (other_rule(p, f, row))
        return f->then_known ? f->then_value : CELL_UNKNOWN;
    switch (f->empty) {
    case EMPTY_PRESUMED:
        return strict ? CELL_UNKNOWN : f->presumed;
    case EMPTY_NEVER:
        return f->kind == KIND_PERSON ? LINK_NONE : DAY_NEVER;
    case EMPTY_OPTIONAL:
        return 0;
    case EMPTY_UNKNOWN:
        break;
    }
    return CELL_UNKNOWN;
}

int record_presumed(const people *p, int which, size_t row, int strict)
{
    const fact *f = &p->facts->facts[which];

    return !strict && f->empty == EMPTY_PRESUMED && people_cell(p, which, row) == CELL_UNKNOWN &&
           !other_rule(p, f, row);
}

double cell_scale(const fact *f)
{
    return f->kind == KIND_MONEY ? MICRO / 100 : f->kind == KIND_NUMBER ? MICRO / 1000 : 1;
}

double fact_low(const fact *f)
{
    return f->kind == KIND_TRUTH ? 0 : f->least * cell_scale(f);
}

double fact_high(const fact *f)
{
    if (f->kind == KIND_TRUTH)
        return 1;
    if (f->kind == KIND_DATE && f->empty == EMPTY_NEVER)
        return DAY_NEVER;
    return f->most * cell_scale(f);
}

uint64_t fact_any_word(const fact *f)
{
    return ((uint64_t)1 << f->word_count) - 1;
}
