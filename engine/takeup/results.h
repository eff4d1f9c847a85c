/*
 * What a run answers: one row for each person and right.
 *
 * Rows are in the order of the people's rows (persons of a household side by
 * side), rights by name: row(person, right) = person * right_count + right.
 * `people->position` gives the place of a person in the input.
 */
#ifndef AYANT_TAKEUP_RESULTS_H
#define AYANT_TAKEUP_RESULTS_H

#include "../model/people.h"
#include "../model/rulebook.h"

typedef enum verdict { VERDICT_NO, VERDICT_YES, VERDICT_UNKNOWN } verdict;

typedef enum certainty { CERTAINTY_CERTAIN, CERTAINTY_PROBABLE, CERTAINTY_POSSIBLE } certainty;

typedef enum finding {
    FINDING_NONE,
    FINDING_RECEIVING, /* verdict and amounts are empty */
    FINDING_COVERED,
    FINDING_PENDING,
    FINDING_LIKELY,
    FINDING_POSSIBLE,
    FINDING_TO_CHECK,
    FINDING_INTERRUPTED,
    FINDING_COUNT
} finding;

typedef struct result {
    int64_t low_cents, high_cents; /* EUR a month; -1 when the right has no amount or nothing is said */
    uint32_t missing;              /* offset into run.missing: fact indexes, ended by -1 */
    int16_t route;                 /* index in the route variable's words, or -1 */
    uint8_t verdict, certainty, finding;
    uint8_t counted; /* 0: the finding is counted on another person (BIM dependants) */
} result;

typedef struct results {
    arena *memory;
    const rulebook *rules;
    const people *people;
    day on;
    int strict, sensitive;
    size_t right_count;
    uint32_t *rights; /* index in rules->rights of each, ordered by name */
    result *rows;
    int32_t *missing;
    size_t missing_count, missing_capacity;
} results;

extern const char *const verdict_names[];   /* "no", "yes", "unknown" */
extern const char *const certainty_names[]; /* "certain", "probable", "possible" */
extern const char *const finding_names[];   /* "none", "receiving", ... */

static inline const result *result_of(const results *r, size_t person, size_t which)
{
    return &r->rows[person * r->right_count + which];
}

static inline const right *right_of(const results *r, size_t which)
{
    return &r->rules->rights[r->rights[which]];
}

/* 1 for likely, possible, to_check and interrupted. */
static inline int finding_calls(uint8_t f)
{
    return f == FINDING_LIKELY || f == FINDING_POSSIBLE || f == FINDING_TO_CHECK || f == FINDING_INTERRUPTED;
}

#endif
