/*
 * What the caller gave, as three sources: households, persons, relations.
 */
#ifndef AYANT_INGEST_INPUTS_H
#define AYANT_INGEST_INPUTS_H

#include "sheet.h"

/* Is what is needed there, and each file for one use. */
ayant_status inputs_check(failure *e, const ayant_inputs *in);
/* On failure nothing is open. */
ayant_status inputs_open(failure *e, const ayant_inputs *in, sheet_kind which, source *out);

#endif
