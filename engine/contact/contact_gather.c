/*
 * Who is on the list, with whom to speak, and in which order.
 *
 * The order is certainty, then the lowest amount a month that is not claimed,
 * then the order of the input. It never depends on who the people are.
 */
#include "contact_draft.h"

#include <stdlib.h>

#include "../base/day.h"

#define ADULT 18

static int objects(const draft *d, size_t person)
{
    return contact_cell(d, FACT_OBJECTION, person) == 1;
}

static int minor(const draft *d, size_t person)
{
    cell birth = contact_cell(d, FACT_BIRTH, person);

    return birth != CELL_UNKNOWN && day_age(birth, d->run->on) < ADULT;
}

static int in_area(const draft *d, size_t household)
{
    const char *list = d->options->postal_codes, *code;

    if (!list || !*list)
        return 1;
    code = contact_text(d, FACT_POSTAL_CODE, household);
    return code && strlen(code) == 4 &&
           strstr(list, code) != NULL; /* codes have four digits: no part of another */
}

/* Findings of a person: 1 when there is one. RIS and GRAPA exclude each other, so the higher amount counts
 * once. */
static int weigh(const draft *d, size_t person, contact_household *sum)
{
    int64_t low = -1, high = -1;
    int found = 0;

    for (size_t which = 0; which < d->run->right_count; which++) {
        const result *r = result_of(d->run, person, which);

        if (!contact_finding(d, person, which))
            continue;
        found = 1;
        if (r->certainty < sum->certainty)
            sum->certainty = r->certainty;
        low = r->low_cents > low ? r->low_cents : low;
        high = r->high_cents > high ? r->high_cents : high;
    }
    if (low >= 0)
        sum->low = low + (sum->low > 0 ? sum->low : 0);
    if (high >= 0)
        sum->high = high + (sum->high > 0 ? sum->high : 0);
    return found;
}

/* A child is not spoken to: an adult of the household is, one who did not object. */
static uint32_t instead_of_child(const draft *d, uint32_t first, uint32_t end, uint32_t child)
{
    for (uint32_t i = first; i < end; i++)
        if (!minor(d, i) && !objects(d, i))
            return i;
    return child;
}

/* 1 and *out when the household has a finding of somebody who did not object. */
static int gather_household(draft *d, uint32_t household, contact_household *out)
{
    uint32_t first = d->run->people->first[household], end = d->run->people->first[household + 1];
    int64_t best = -2;
    int best_minor = 0, found = 0;

    *out =
        (contact_household){.household = household, .certainty = CERTAINTY_POSSIBLE, .low = -1, .high = -1};
    for (uint32_t person = first; person < end; person++) {
        contact_household one = {.certainty = CERTAINTY_POSSIBLE, .low = -1, .high = -1};

        if (!weigh(d, person, &one))
            continue;
        d->with_finding++;
        if (objects(d, person)) {
            d->objections++;
            continue;
        }
        weigh(d, person, out);
        if (!found || (best_minor && !minor(d, person)) ||
            (minor(d, person) == best_minor && one.low > best)) {
            out->contact = person;
            best = one.low;
            best_minor = minor(d, person);
        }
        found = 1;
    }
    if (found && best_minor)
        out->contact = instead_of_child(d, first, end, out->contact);
    return found;
}

static int before(const void *left, const void *other)
{
    const contact_household *a = left, *b = other;

    if (a->certainty != b->certainty)
        return a->certainty < b->certainty ? -1 : 1;
    if (a->low != b->low)
        return a->low > b->low ? -1 : 1;
    return a->household < b->household ? -1 : 1;
}

ayant_status contact_gather(draft *d)
{
    size_t households = d->run->people->households;
    contact_household one;

    d->list = arena_array(d->memory, households + 1, sizeof *d->list);
    if (!d->list)
        return fail_memory(d->e);
    for (size_t i = 0; i < households; i++) {
        if (!gather_household(d, (uint32_t)i, &one))
            continue;
        d->households_found++;
        if (in_area(d, i))
            d->list[d->count++] = one;
        else
            d->households_elsewhere++;
    }
    qsort(d->list, d->count, sizeof *d->list, before);
    d->listed = d->options->capacity && d->options->capacity < d->count ? d->options->capacity : d->count;
    return AYANT_OK;
}
