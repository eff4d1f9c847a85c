/*
 * Explaining one person: the tree of reasons behind each answer.
 *
 * A right is told as its conditions, its amount, what a human judges, what is
 * missing and what was presumed; each value with the article it comes from,
 * each parameter with its date and how sure we are of it.
 */
#ifndef AYANT_EXPLAIN_EXPLAIN_H
#define AYANT_EXPLAIN_EXPLAIN_H

#include "../base/sink.h"
#include "../takeup/screen.h"

typedef struct explain_options {
    day on;
    const char *right; /* NULL: every right */
    ayant_language language;
    ayant_format format; /* TEXT, JSON or HTML */
    int strict;
} explain_options;

ayant_status explain_person(failure *e, const graph *g, const people *p, const char *person_id,
                            const explain_options *options, const ayant_sink *out);

#endif
