/*
 * What `check` says of rules that load: what they hold, and what is not sure.
 */
#ifndef AYANT_EXPLAIN_CHECK_RULES_H
#define AYANT_EXPLAIN_CHECK_RULES_H

#include "../base/sink.h"
#include "../graph/graph.h"
#include "../model/people.h"

/*
 * Counts of what is declared; parameters in force on the date that are not
 * verified, those that most variables rest on first; parameters without a
 * value on the date; parameters whose last row is more than a year older than
 * the date, oldest first (it may still be so: a law that nobody changed); labels
 * and questions missing in one language; what an overlay replaced. *problems
 * counts missing labels and questions alone.
 *
 * With people (NULL: none), the answers of theirs that rest on each parameter
 * not verified are counted, and come first in the order.
 */
ayant_status check_rules(failure *e, const graph *g, const people *p, day on,
                         const ayant_report_options *options, const ayant_progress *progress,
                         const ayant_sink *out, size_t *problems);

#endif
