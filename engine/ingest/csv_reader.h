/*
 * The inside of the CSV reader, for csv.c and csv_rows.c.
 *
 * What a row keeps is bytes[row .. write), always at or before bytes[at ..
 * end), which is not read yet.
 */
#ifndef AYANT_INGEST_CSV_READER_H
#define AYANT_INGEST_CSV_READER_H

#include <stdio.h>
#include "csv.h"
#include "dialect.h"
#include "encoding.h"

#define CSV_BLOCK (512u << 10)
#define CSV_SLACK 8 /* readable bytes behind the buffer, for the last word of a line */

typedef struct span {
    size_t from, length; /* from the start of the row: the buffer may move */
} span;

typedef struct csv {
    FILE *in;
    const char *path;
    char *bytes, *converted;
    size_t capacity, converted_size;
    size_t at, end, row, write;
    int ended, line, row_line;
    uint64_t windows_rows, utf8_rows; /* with letters that are not ASCII, by their encoding */
    char delimiter, quote;
    uint64_t done, total;
    size_t columns, count; /* cells kept at most, cells of the row */
    text *cell;
    span *spans;
    unsigned char *flag;
    /* opening, and what is told of the file */
    const char *head; /* read before, not taken yet; good during csv_open only */
    size_t head_length;
    char *wide; /* UTF-16 on its way to UTF-8 */
    size_t wide_length;
    utf16_order order;
    int mark, lone_returns, returns, above, header_line; /* above: lines over the header */
} csv;

/* source_kind.next, of a csv. */
ayant_status csv_next(failure *e, void *inside, source_row *row);
/* Keeps bytes[from .. to), at the front, and reads behind them. */
ayant_status csv_fill(failure *e, csv *c, size_t from, size_t to);

#endif
