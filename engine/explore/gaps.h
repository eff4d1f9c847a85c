/*
 * Gaps: which missing fact, asked of all for whom it matters, would settle the
 * most answers of a caseload, and what those answers are worth.
 *
 * For each household with an open answer and each fact missing in it, the fact
 * is given values drawn from people of the caseload of about the same age for
 * whom it is known (or plausible ones when nearly nobody's is), all else
 * staying as unknown as it is. What is then settled, on average, is counted.
 * The same run gives the same figures, on any number of threads.
 */
#ifndef AYANT_EXPLORE_GAPS_H
#define AYANT_EXPLORE_GAPS_H

#include "../base/sink.h"
#include "../takeup/screen.h"

#define GAPS_DRAWS 16

typedef struct gap {
    int fact;          /* index; the dictionary's count is kinship */
    uint64_t asked_of; /* persons, or households for a household's fact, for whom it is missing and matters */
    uint64_t answers;  /* open answers it could matter to */
    double decides;    /* of them, settled once it is known: the expected number */
    int64_t cents_year; /* at most, of the answers settled; a person's rights once, the higher */
} gap;

typedef struct gap_list {
    arena *memory;
    gap *gaps; /* those that decide most first */
    size_t count;
    uint64_t open; /* open answers in all: possible, or to check and not known */
} gap_list;

/* Only findings that call for a contact and whose verdict is unknown are open. */
ayant_status gaps_find(failure *e, const graph *g, const results *run, unsigned threads,
                       const ayant_progress *progress, gap_list **out);
void gaps_free(gap_list *list); /* accepts NULL */
/* fact, asked_of, decides, euros_year_up_to, question. */
ayant_status gaps_write(failure *e, const rulebook *rules, const gap_list *list,
                        const ayant_report_options *options, const ayant_sink *out);

#endif
