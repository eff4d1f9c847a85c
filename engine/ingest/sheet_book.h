/*
 * Sheets as a source: what XLSX and ODS have in common.
 *
 * A kind of workbook lists its sheets, starts one from its first row, and
 * gives rows. Finding the header under its titles, passing empty rows,
 * repeating rows and saying what was met are done here for both.
 *
 * Cells under no column name are left out and counted: in a sheet, unlike in
 * CSV, they cannot mean that a row has slipped.
 */
#ifndef AYANT_INGEST_SHEET_BOOK_H
#define AYANT_INGEST_SHEET_BOOK_H

#include "../base/arena.h"
#include "built_row.h"
#include "part_choice.h"
#include "workbook.h"

typedef struct sheet_book sheet_book;

typedef struct book_kind {
    const char *name; /* "an XLSX workbook" */
    /* Opens what all sheets share. `inside` is freed by `close`, which accepts NULL. */
    ayant_status (*open)(failure *e, sheet_book *b);
    void (*close)(void *inside);
    /* Starts the rows of a sheet anew: b->reading. */
    ayant_status (*start)(failure *e, sheet_book *b, size_t sheet);
} book_kind;

struct sheet_book {
    const book_kind *kind;
    const char *path;
    arena *memory;
    workbook *file;
    named_part *sheets;
    size_t count, capacity, chosen;
    void *inside;
    /* the rows: a handler fills `row`, sets `line` and `repeat`, and pauses */
    xml_part *reading;
    built_row row;
    int line, repeat; /* repeat: times the row comes again after this one */
    int header_line, titles;
    int peeking; /* only whether there is something is asked */
    uint64_t beyond, errors, uncomputed, merged;
};

extern const book_kind book_xlsx, book_ods;

/* One more sheet of the list. */
ayant_status book_add_sheet(failure *e, sheet_book *b, const char *name, int hidden);
/* 1 when the element is to be closed: `row` is one more row, pausing when it holds something. */
void book_end_row(sheet_book *b);

#endif
