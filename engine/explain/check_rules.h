/*
 * What `check` says of rules that load: what they hold, and what is not sure.
 */
#ifndef AYANT_EXPLAIN_CHECK_RULES_H
#define AYANT_EXPLAIN_CHECK_RULES_H

#include "../base/sink.h"
#include "../graph/graph.h"

/*
 * Counts of what is declared; parameters in force on the date that are not
 * verified, those that most variables rest on first; parameters without a
 * value on the date; labels and questions missing in one language; what an
 * overlay replaced. *problems counts missing labels.
 */
ayant_status check_rules(failure *e, const graph *g, day on, const ayant_report_options *options,
                         const ayant_sink *out, size_t *problems);

#endif
