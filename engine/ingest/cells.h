/*
 * One row's cells become facts, or rejects.
 */
#ifndef AYANT_INGEST_CELLS_H
#define AYANT_INGEST_CELLS_H

#include "../model/intake.h"
#include "rejects.h"
#include "sheet.h"

/* What an import works with; owned by ingest_rows. */
typedef struct import {
    const dictionary *facts;
    intake to;
    cleaner *cleaner;
    rejects *rejects;
    ayant_import_counts counts;
    uint64_t outside_brussels, birth_differs, gender_differs; /* counted for the notes */
    uint64_t absent;                                 /* persons refused, whose households lack them */
    int birth_date, gender, partner, mother, father; /* facts, or -1 */
} import;

/* Rejects a row or a cell of it. `at` is a column, or -1 for the row as a whole. */
void reject_row(import *i, const sheet *s, const source_row *row, int at, const char *reason);
void reject_cell(import *i, const sheet *s, int line, size_t at, text value, const char *reason);
/* Why the cell could not be read as text; NULL when it could. */
const char *unreadable(const source_row *row, size_t at);
/* Sets the facts of the row that was taken last, as `to`. */
ayant_status read_cells(failure *e, import *i, sheet *s, const source_row *row, uint64_t to);
/* Settles the figures that wait for their column. */
ayant_status settle_figures(failure *e, import *i, sheet *s);

#endif
