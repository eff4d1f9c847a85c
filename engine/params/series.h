/*
 * Dated series: the value of one parameter through time.
 *
 * Rows are in strictly ascending dates and every row says where it was read
 * or how it was computed: params_resolve refuses any other rulebook. A series
 * therefore has at most one value on a date, and a date before its first row,
 * or after a row `ended`, has none: the answer is "unknown", never the
 * nearest value.
 */
#ifndef AYANT_PARAMS_SERIES_H
#define AYANT_PARAMS_SERIES_H

#include "../model/rulebook.h"

/* The last row not after `on`; NULL before the first row, and when that row is `ended`. */
const parameter_row *parameter_at(const parameter *p, day on);

/*
 * Checks every series (P04, P05), then computes the rows of derived parameters
 * in rules->memory, exactly, each rounded once. Called once, when every
 * parameter is declared; on failure no parameter has changed.
 *
 * Rows of its own win over derived ones: from their date to the next derived
 * row (index, shift), or to the end of their year (mean of a year). A row of
 * its own that is `ended` is an end: nothing is derived after it until another
 * row of its own. A derived row is `unverified` when a row it was computed
 * from is, `derived` otherwise.
 */
ayant_status params_resolve(failure *e, rulebook *rules);

#endif
