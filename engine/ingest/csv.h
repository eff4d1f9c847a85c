/*
 * Reading CSV (RFC 4180), a row at a time, from a file or standard input.
 *
 * A row's cells are slices of the reader's buffer, good until the next row;
 * nothing is allocated for a cell. Cells are UTF-8: one that is not is taken
 * for Windows-1252. Memory is bounded whatever the file holds: a cell over
 * LIMIT_CELL, and cells beyond the header's, are counted and dropped.
 */
#ifndef AYANT_INGEST_CSV_H
#define AYANT_INGEST_CSV_H

#include "../base/failure.h"
#include "../base/text.h"

/* Why a cell cannot be read; such a cell is empty. */
typedef enum cell_flag {
    CELL_GOOD,
    CELL_LONG,    /* over LIMIT_CELL */
    CELL_NUL,     /* holds a zero byte */
    CELL_QUOTE,   /* text after the closing quote */
    CELL_ENCODING /* neither UTF-8 nor Windows-1252 */
} cell_flag;

typedef struct csv csv;

typedef struct csv_row {
    const text *cell;          /* `kept` of them */
    const unsigned char *flag; /* cell_flag of each */
    size_t kept, count;        /* count: cells of the line, also those beyond the header's */
    int line;                  /* where the row starts, from 1 */
} csv_row;

/* Opens a path, or standard input for "-", and reads the header line: its cells are the first row. */
ayant_status csv_open(failure *e, const char *path, csv **out, csv_row *header);
void csv_close(csv *c); /* accepts NULL */
/* AYANT_OK and the row; AYANT_NONE at the end. Lines without any text are passed over. */
ayant_status csv_next(failure *e, csv *c, csv_row *row);
char csv_delimiter(const csv *c);
int csv_windows(const csv *c);    /* 1 when a cell had to be read as Windows-1252 */
uint64_t csv_done(const csv *c);  /* bytes read */
uint64_t csv_total(const csv *c); /* bytes of the file, 0 when not known */

#endif
