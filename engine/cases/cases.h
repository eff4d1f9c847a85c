/*
 * Cases: what the rule files say should come out, tried.
 *
 * The cases of one date run as one small people. A verdict, an amount, a
 * finding or a variable that differs is one failure, told as a jurist reads it.
 */
#ifndef AYANT_CASES_CASES_H
#define AYANT_CASES_CASES_H

#include "../graph/graph.h"

typedef struct case_outcome {
    const rule_case *tried;
    const case_expectation *expectation; /* NULL: the case as a whole, passed */
    int passed;
    const char *expected, *got; /* for a failure */
} case_outcome;

/* Called for each failed expectation, and once for each case that passed whole. */
typedef void (*case_report)(void *to, const case_outcome *outcome);

/* *passed and *failed count cases. AYANT_E_RULE when a case cannot be read (a bad cell). */
ayant_status cases_run(failure *e, const graph *g, case_report report, void *to, size_t *passed,
                       size_t *failed);

#endif
