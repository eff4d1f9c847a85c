/*
 * Screening: verdicts, amounts, certainty, what is missing, and findings.
 *
 * Three plans run side by side on each chunk: the rules as they are; the rules
 * with every parameter that is not verified taken as unknown (what changes
 * rests on one: it is probable, not certain); and, for the households with an
 * unknown verdict, one that keeps every value, to find the facts missing.
 */
#ifndef AYANT_TAKEUP_SCREEN_H
#define AYANT_TAKEUP_SCREEN_H

#include "../evaluate/variants.h"
#include "results.h"

typedef struct screen_options {
    day on;
    unsigned threads;
    size_t chunk;
    int strict, sensitive;
    int plain; /* 1: neither certainty nor missing facts, for measuring the rules alone */
    int one;   /* 1: only `household` is screened, the other rows stay empty */
    size_t household;
} screen_options;

/* The graph, the people and the rulebook must outlive the results. */
ayant_status screen_people(failure *e, const graph *g, const people *p, const screen_options *options,
                           const ayant_progress *progress, results **out);
void results_free(results *r); /* accepts NULL */
/*
 * Parameters not verified that the answer of a person's right rests on: sets
 * flags[parameter] to 1 for each whose absence would change it.
 */
ayant_status doubtful_parameters(failure *e, const graph *g, const people *p, const screen_options *options,
                                 size_t person, size_t right_place, char *flags);

/* The nodes of one right; -1 for what it does not have. Private to takeup/ and explain/. */
typedef struct right_nodes {
    const right *right;
    const int *conditions;
    size_t condition_count;
    int high, low;             /* amount at both bounds, as printed */
    int high_exact, low_exact; /* before the last rounding */
    int route, couple, counted, never_yes, refer;
    int receives, pending, ended; /* facts */
    int fresh_months;             /* the shortest freshness of the facts it reads; 0: none */
} right_nodes;

/* In the order of results->rights. NULL without memory. */
right_nodes *right_nodes_of(arena *memory, const graph *g, const uint32_t *order, size_t count);
/* All nodes named there, in `out` (room for 10 + conditions each); returns how many. */
size_t right_nodes_wanted(const right_nodes *rights, size_t count, int *out);
/* Rights in order of their names. NULL without memory. */
uint32_t *rights_by_name(arena *memory, const rulebook *rules);

/* Verdict at a row; ends of the conditions taken together. */
verdict verdict_at(const frame *f, const right_nodes *r, size_t row);
/* 1 when the row's verdict, v in f, and the low amount are the same in another frame. */
int same_answer(const frame *f, const frame *blurred, const right_nodes *n, size_t row, uint8_t v);

/*
 * Cells that leave a verdict unknown at a row of a frame that keeps all: what
 * a walk through unsettled values reaches. Returns how many, at most `room`.
 */
size_t missing_cells(const frame *f, const right_nodes *r, size_t row, unknown_cell *out, size_t room);
/* The link that names somebody who must be known, -1 when there is none: no value can be tried for it. */
int missing_link(const frame *f, const right_nodes *r, size_t row);
/* The facts of cells, each once, in their order; the dictionary's count is kinship. */
size_t missing_facts(const unknown_cell *cells, size_t count, int32_t *out, size_t room);

#endif
