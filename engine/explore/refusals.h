/*
 * Refusals: for a whole run, how near each "no" of an adult is to a "yes".
 *
 * One row each: the first condition that fails, the nearest change of one
 * fact that would turn the answer, and the day on which time alone does.
 * Nothing is said of who receives a right, nor of a right that is never yes.
 */
#ifndef AYANT_EXPLORE_REFUSALS_H
#define AYANT_EXPLORE_REFUSALS_H

#include "../base/sink.h"
#include "../takeup/screen.h"

/*
 * CSV: person_id, right, reason, fact, distance, unit, date.
 *
 * `reason` is the id of a condition, or "amount" where nothing would be paid.
 * `fact` is the one whose change is the smallest: "wage_net_month", or
 * "wage_net_month@P002" when it is another member's. `distance` is in `unit`:
 * "EUR/month", "EUR/year", "EUR", "number", "days" to wait; for truths and
 * words it is empty, and `unit` is the value it would have to be. Empty cells:
 * no change of one fact is enough. `g` is the graph the run was made with.
 */
ayant_status refusals_write(failure *e, const graph *g, const results *run, unsigned threads,
                            const ayant_progress *progress, const ayant_sink *out);

#endif
