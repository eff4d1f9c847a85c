/*
 * The inside of a table, shared by the two files that make it.
 */
#ifndef AYANT_REPORT_TABLE_ROWS_H
#define AYANT_REPORT_TABLE_ROWS_H

#include "table.h"

typedef enum table_kind { CELL_TEXT, CELL_NUMBER, CELL_EMPTY } table_kind;

typedef struct table_cell {
    text value;
    table_kind kind;
} table_cell;

typedef struct table_heading {
    const char *key, *title;
    table_side side;
} table_heading;

struct table {
    arena *memory;
    table_heading *columns;
    size_t column_count, column_capacity;
    table_cell *cells; /* row by row */
    size_t cell_count, cell_capacity;
    int guard, failed;
};

/* A cell of the last row that was not filled is empty. */
const table_cell *table_at(const table *t, size_t row, size_t column);
ayant_status table_lay_out(failure *e, const table *t, writer *w, size_t width, int colour);

#endif
