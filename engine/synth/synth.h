/*
 * Made-up households of Brussels: CSV files of the form of a caseload.
 *
 * Nobody in them exists. A household is drawn from the seed and its own number
 * alone: household 7 is the same in a file of ten and in a file of a million,
 * whatever the number of threads. Shares follow published figures of the
 * Brussels Region (margins.h); nothing is copied from real files. Who is
 * entitled is what the rules say of the true facts; who receives is planted
 * (plant.h) and known apart, in truth.csv.
 */
#ifndef AYANT_SYNTH_SYNTH_H
#define AYANT_SYNTH_SYNTH_H

#include "../base/failure.h"
#include "../graph/graph.h"

/*
 * Writes households.csv, persons.csv, relations.csv and README.txt into
 * `folder`, which is made when it is missing, and the files named in
 * `options->with`. Files are written beside and renamed once all are whole; on
 * failure none of them changes. `p` may be NULL.
 */
ayant_status synth_write(failure *e, const graph *g, const ayant_synth_options *o, const char *folder,
                         const ayant_progress *p);
/* The same households, counted and not written: margins.h. */
ayant_status synth_margins(failure *e, const graph *g, const ayant_synth_options *o,
                           const ayant_report_options *report, const ayant_progress *p, const ayant_sink *out,
                           size_t *outside);

#endif
