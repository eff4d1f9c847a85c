/*
 * Donors: values that facts have among the people of a caseload, by age.
 * Private to explore/.
 */
#ifndef AYANT_EXPLORE_DONORS_H
#define AYANT_EXPLORE_DONORS_H

#include "../takeup/plausible.h"

typedef struct donors donors;

/* NULL without memory. */
donors *donors_new(arena *memory, const people *p, day on, int strict);
/* A value for an unknown cell of a row of the people; `dice` chooses. */
cell donors_draw(const donors *d, unknown_cell what, size_t row, uint64_t dice);

#endif
