/*
 * What a record says of a fact, once empty cells have been understood.
 *
 * An empty cell is unknown, or presumed, or "no date", or the value another
 * fact gives it (the facts declare which).
 */
#ifndef AYANT_EVALUATE_RECORD_H
#define AYANT_EVALUATE_RECORD_H

#include "../model/people.h"

/* The cell a run reads: CELL_UNKNOWN when it is not known. EMPTY_OPTIONAL gives 0. */
cell record_cell(const people *p, int which, size_t row, int strict);
/* 1 when the cell was empty and its value was presumed. */
int record_presumed(const people *p, int which, size_t row, int strict);
/* From a cell to the unit of computation: micros, days, 0 or 1. */
double cell_scale(const fact *f);
/* What an unknown cell may be. */
double fact_low(const fact *f);
double fact_high(const fact *f);
uint64_t fact_any_word(const fact *f);

#endif
