/*
 * Standard input, kept so that it can be read more than once.
 *
 * The copy has no name: nobody else can open it, and it is gone when the
 * program ends, however it ends.
 */
#ifndef AYANT_INGEST_SPOOL_H
#define AYANT_INGEST_SPOOL_H

#include <stdio.h>
#include "../base/failure.h"

#define SPOOL_PATH 40

/* *out is closed with fclose; `path` opens the copy again, from its start, while *out is open. */
ayant_status spool_standard_input(failure *e, FILE **out, char path[SPOOL_PATH]);

#endif
