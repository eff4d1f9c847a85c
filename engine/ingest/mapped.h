/*
 * A file seen through a mapping: rows of facts out of rows of an office.
 *
 * One flat file, one row a person, becomes three sources: households (the
 * first row of each gives its facts), persons, relations (from the column
 * that says what each is to the reference person). A file of households and
 * one of persons can be seen through a mapping too. Each row keeps the line
 * it has in the officer's file.
 *
 * Nothing is chosen between two meanings: what cannot be read in one way goes
 * on as it is written, and is rejected where facts are read. What is repaired,
 * passed over, or left unknown is counted by column and kind, and listed with
 * its line, without its value.
 */
#ifndef AYANT_INGEST_MAPPED_H
#define AYANT_INGEST_MAPPED_H

#include "../model/mapping.h"
#include "sheet.h"

typedef struct mapped mapped;

/*
 * Opens the files of `in` (`file`, or `households` and `persons`), finds the
 * columns, and reads who is there. Mapping, facts and inputs outlive it. The
 * list of repairs is begun when `in` names one.
 */
ayant_status mapped_open(failure *e, const dictionary *facts, const mapping *map, const ayant_inputs *in,
                         mapped **out);
ayant_status mapped_source(failure *e, mapped *m, sheet_kind which, source *out);
/* Puts the list of repairs in its place. */
ayant_status mapped_end(failure *e, mapped *m);
void mapped_close(mapped *m); /* accepts NULL; without mapped_end, the list is removed */

/* For a dry run: columns of the file that give no fact. */
size_t mapped_columns(const mapped *m, sheet_kind which);
text mapped_column(const mapped *m, sheet_kind which, size_t at, int *used);

#endif
