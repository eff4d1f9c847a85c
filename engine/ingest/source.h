/*
 * Rows of text cells, whatever the file they come from.
 *
 * A source gives a header, then rows, each with the line (of a sheet: the
 * row) where it stands. Cells are UTF-8 slices, good until the next row.
 * Memory is bounded whatever the file holds. A kind of file is a
 * `source_kind`: CSV, a sheet of a workbook, a table of a database, lines of
 * JSON, or another source seen through a mapping.
 */
#ifndef AYANT_INGEST_SOURCE_H
#define AYANT_INGEST_SOURCE_H

#include "../base/failure.h"
#include "../base/sink.h"
#include "../base/text.h"

/* Why a cell cannot be read; such a cell is empty. */
typedef enum cell_flag {
    CELL_GOOD,
    CELL_LONG,     /* over LIMIT_CELL */
    CELL_NUL,      /* holds a zero byte */
    CELL_QUOTE,    /* text after the closing quote */
    CELL_ENCODING, /* neither UTF-8 nor Windows-1252 */
    CELL_KIND,     /* a list, or bytes: not a text, a figure or a truth */
    CELL_COMPUTED  /* a function of the mapping stopped */
} cell_flag;

typedef struct source_row {
    const text *cell;          /* `kept` of them */
    const unsigned char *flag; /* cell_flag of each */
    size_t kept, count;        /* count: cells of the line, also those beyond the header's */
    int line;                  /* where the row starts, from 1 */
} source_row;

typedef struct source_kind {
    /* AYANT_OK and the row; AYANT_NONE at the end. Rows without any text are passed over. */
    ayant_status (*next)(failure *e, void *inside, source_row *row);
    void (*close)(void *inside);
    void (*progress)(const void *inside, uint64_t *done,
                     uint64_t *total); /* bytes or rows; total 0: not known */
    /* What was recognised, in sentences that end with a line feed, after the last row; may be NULL. */
    void (*describe)(const void *inside, writer *notes);
    /* How its figures are written when they do not show it: ';' and tabs go with decimal commas. '\0': no
     * hint. */
    char (*delimiter)(const void *inside);
    /* What the owner of the file calls a column; NULL: as the header does. */
    text (*shown)(const void *inside, size_t column);
} source_kind;

typedef struct source {
    const source_kind *kind;
    void *inside;
    const char *path; /* as given, for messages; outlives the source */
    source_row header;
} source;

/*
 * Opens a file by what it holds, not by its name; "-" is standard input.
 * `part` says which sheet or table to read where a file has several:
 * "households", "persons" or "relations", also under their French and Dutch
 * names; NULL and where none is called so: the only one that holds something.
 * "book.xlsx#Feuil1" asks for one by name. On failure nothing is open. The
 * header is good until the first row.
 */
ayant_status source_open(failure *e, const char *path, const char *part, source *out);
/* Bytes of `path` that name the file: without "#part", unless a file has that very name. */
size_t source_file_length(const char *path);
ayant_status source_next(failure *e, source *s, source_row *row);
void source_close(source *s); /* accepts one that is not open */

#endif
