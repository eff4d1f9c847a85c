/*
 * Computing the rows of one parameter from those of others; for params/ only.
 */
#ifndef AYANT_PARAMS_DERIVE_H
#define AYANT_PARAMS_DERIVE_H

#include "series.h"

typedef struct row_list {
    parameter_row *rows;
    size_t count;
} row_list;

/* Refuses (P03, P07) kinds, units and figures that the derivation cannot be computed from. */
ayant_status derive_check(failure *e, const parameter *p, const parameter *base,
                          const parameter *coefficient);
/*
 * All rows of `p`, its own included, in `memory`. `base` and `coefficient`
 * (NULL: none) have theirs; derive_check has passed.
 */
ayant_status derive_rows(failure *e, arena *memory, const parameter *p, const parameter *base,
                         const parameter *coefficient, row_list *out);

#endif
