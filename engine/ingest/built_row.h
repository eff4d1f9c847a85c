/*
 * A row put together cell by cell, by readers that do not find it in one
 * piece: sheets, lines of JSON, tables.
 *
 * Cells may come in any order and leave gaps; a gap is empty. A cell over
 * LIMIT_CELL is dropped and flagged. Cells beyond the columns kept are
 * counted and dropped. Lack of memory is remembered until built_take.
 */
#ifndef AYANT_INGEST_BUILT_ROW_H
#define AYANT_INGEST_BUILT_ROW_H

#include "source.h"

typedef struct built_span {
    size_t from, length;
} built_span;

typedef struct built_row {
    char *bytes;
    size_t used, capacity;
    text *cell;
    built_span *spans;
    unsigned char *flag;
    size_t room;    /* cells there is memory for */
    size_t columns; /* cells kept at most */
    size_t width;   /* one past the last cell that is not empty, also beyond the columns */
    size_t touched; /* cells to clear before the next row */
    size_t filled;  /* cells with something in them, or a flag, within the columns */
    size_t beyond;  /* cells with something in them beyond the columns */
    size_t at, start;
    int open, dropped, too_long, failed;
} built_row;

ayant_status built_start(failure *e, built_row *r, size_t columns);
void built_free(built_row *r);
void built_clear(built_row *r);
void built_open(built_row *r, size_t column);
void built_put(built_row *r, const char *bytes, size_t length);
/* Ends the open cell. Text that is not UTF-8 is taken for Windows-1252; 1 when it was. */
int built_close(built_row *r, cell_flag flag);
/* The cell closed last, in the `times` columns from `column` too. */
void built_repeat(built_row *r, size_t column, size_t times);
/* What the open cell holds so far, to be put otherwise. */
text built_so_far(const built_row *r);
void built_undo(built_row *r);
int built_is_blank(const built_row *r);
/* A row of exactly `columns` cells; good until built_clear. */
ayant_status built_take(failure *e, built_row *r, int line, source_row *out);

#endif
