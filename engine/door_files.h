/*
 * The door, for files: inputs as given become inputs as the rooms read them,
 * through a mapping when there is one.
 */
#ifndef AYANT_DOOR_FILES_H
#define AYANT_DOOR_FILES_H

#include "host/host.h"
#include "ingest/mapped.h"

/* The mapping lives until the people are read. */
typedef struct spectacles {
    host *host;
    mapped *mapped;
    ayant_inputs inputs; /* what the rooms are given */
} spectacles;

/* Checks the inputs; on failure there is nothing to take off. */
ayant_status put_on(failure *e, const dictionary *facts, const ayant_inputs *inputs, spectacles *out);
/* After a reading that gave `status`: puts the list of repairs in its place, or drops it. Gives the status.
 */
ayant_status take_off(failure *e, spectacles *s, ayant_status status);

/* ayant_import_preview. */
ayant_status door_preview(failure *e, const dictionary *facts, const ayant_inputs *inputs,
                          const ayant_sink *notes, const ayant_progress *progress,
                          const ayant_report_options *options, const ayant_sink *out,
                          ayant_import_counts *counts);

#endif
