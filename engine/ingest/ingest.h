/*
 * From files to people, in memory or in a caseload.
 *
 * A bad cell never stops an import and never becomes a guess: the row goes on
 * without that fact and the rejects say why. A file that cannot be understood
 * as a whole (no such column, a quote that never closes) is refused, and then
 * nothing is left: no people, no rejects file.
 */
#ifndef AYANT_INGEST_INGEST_H
#define AYANT_INGEST_INGEST_H

#include "../model/intake.h"

/*
 * Reads households, then persons, then relations when there are any, gives
 * them to `to`, and keeps them there. `notes` and `progress` may be NULL; notes
 * are sentences about files and columns, never about a person. `counts` may be
 * NULL. On failure what `to` took is to be dropped.
 */
ayant_status ingest_rows(failure *e, const dictionary *facts, const ayant_inputs *in, intake to,
                         const ayant_sink *notes, const ayant_progress *progress,
                         ayant_import_counts *counts);
/* The same into people, who are finished. */
ayant_status ingest_people(failure *e, const dictionary *facts, const ayant_inputs *in,
                           const ayant_sink *notes, const ayant_progress *progress, people **out,
                           ayant_import_counts *counts);

#endif
