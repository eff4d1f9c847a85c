/*
 * The right to social integration written by hand, one household after the
 * other, over the columns of people: what the engine is held against.
 */
#ifndef AYANT_BENCH_RIS_SCALAR_H
#define AYANT_BENCH_RIS_SCALAR_H

#include "model/people.h"
#include "model/rulebook.h"

/* Conditions, as bits. */
enum {
    RIS_RESIDENT = 1,
    RIS_OF_AGE = 2,
    RIS_STAY = 4,
    RIS_IN_NEED = 8,
    RIS_NOT_COVERED = 16,
    RIS_CONDITIONS = 5
};

/* One row a person; amounts in cents. */
typedef struct ris_answers {
    int32_t *monthly, *monthly_low;
    uint8_t *conditions;
} ris_answers;

/* Every fact is known. -1 when a figure is missing on the date. */
int ris_scalar(const rulebook *rules, const people *p, day on, const ris_answers *out);

#endif
