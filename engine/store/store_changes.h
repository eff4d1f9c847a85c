/*
 * What an import changes.
 */
#ifndef AYANT_STORE_STORE_CHANGES_H
#define AYANT_STORE_STORE_CHANGES_H

#include "store_intake.h"

/*
 * Compares what was taken with what the caseload held, while both are there,
 * and counts and tells it as the options of the import say. What was held and
 * cannot be read any more is not compared, and does not stop the import.
 */
ayant_status store_compare(failure *e, store_taking *t);

#endif
