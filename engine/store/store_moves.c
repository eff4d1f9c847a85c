/*
 * Households before and now.
 */
#include "store_compare.h"

#include <string.h>

const char *const address_names[ADDRESS_FACTS] = {"postal_code", "nis_commune", "sector"};

/* The address facts of one household that are known twice, and not the same. */
static int64_t differing(failure *e, comparing *c, uint64_t row, uint64_t before)
{
    int64_t out = 0;

    for (int k = 0; k < ADDRESS_FACTS; k++) {
        text now, then;
        int found;

        if (!c->address_compared[k])
            continue;
        found = window_at(e, &c->address[k], row, &now);
        if (found > 0)
            found = window_at(e, &c->address_before[k], before, &then);
        if (found < 0)
            return -1;
        if (found && now.length && then.length && !text_same(now, then))
            out |= (int64_t)1 << k;
    }
    return out;
}

ayant_status compare_households(failure *e, comparing *c)
{
    uint64_t rows = c->taking->rows[ENTITY_HOUSEHOLD];

    for (uint64_t row = 0; row < rows; row++) {
        household_then *to;
        uint64_t before = 0;
        int64_t differs = 0;
        text id;
        int found = window_at(e, &c->household_ids, row, &id);

        if (found > 0)
            found = finder_row(e, &c->households, id, &before);
        if (found > 0)
            differs = differing(e, c, row, before);
        if (found < 0 || differs < 0 || !(to = paged_at(e, c->then, row)))
            return e->status;
        *to = found ? (household_then){before + 1, (uint64_t)differs} : (household_then){0, 0};
    }
    return AYANT_OK;
}
