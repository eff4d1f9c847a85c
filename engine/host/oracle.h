/*
 * The oracle: stock Lua runs the same formulas, on records that are fully
 * known, to hold the compiled engine against.
 *
 * It is slow and simple on purpose. A fact that stays unknown after what its
 * declaration says of empty cells stops it with AYANT_E_INPUT (O01): it has
 * no third answer. Values are remembered for each variable and row.
 */
#ifndef AYANT_HOST_ORACLE_H
#define AYANT_HOST_ORACLE_H

#include "../model/people.h"
#include "host.h"

typedef struct oracle oracle;

typedef struct oracle_value {
    int exists; /* 0: no date, no word */
    kind kind;
    int64_t micro_or_plain; /* money, numbers: millionths; truth: 0, 1; date: days */
    const char *word;       /* KIND_WORD: the word, "" when there is none; else NULL. In the host's memory. */
} oracle_value;

/* The host, the people and the rulebook (that of the host) must outlive the oracle. */
ayant_status oracle_start(failure *e, host *h, const rulebook *r, const people *p, day on, oracle **out);
/* 1: empty facts are not presumed. To be said before the first oracle_variable. */
void oracle_strict(oracle *o, int strict);
/* `row` is a person or a household, as the variable's entity says. */
ayant_status oracle_variable(oracle *o, failure *e, int index, size_t row, oracle_value *out);
void oracle_free(oracle *o); /* accepts NULL; before host_free */

#endif
