/*
 * Writing results: rows for programs, a summary for people.
 */
#ifndef AYANT_TAKEUP_RESULTS_WRITE_H
#define AYANT_TAKEUP_RESULTS_WRITE_H

#include "../base/sink.h"
#include "results.h"

/*
 * One row a person and right, in input order then by right name: person_id,
 * household_id, right, verdict, amount_low, amount_high, route, certainty,
 * finding, missing. Sensitive rights are left out unless results->sensitive.
 */
ayant_status results_write(failure *e, const results *r, ayant_format format, size_t width, int colour,
                           const ayant_sink *out);
/* Findings by right, and the euros a year not claimed. */
ayant_status results_summary(failure *e, const results *r, const ayant_report_options *options,
                             const ayant_sink *out);
/* Rows that call for a contact, and rows left out because only a worker may see them. */
uint64_t results_findings(const results *r);
uint64_t results_withheld(const results *r);

#endif
