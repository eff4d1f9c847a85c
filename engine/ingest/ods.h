/*
 * The inside of the ODS reader, for ods.c and ods_rows.c.
 *
 * All sheets of an ODS workbook are one XML file, content.xml: listing the
 * sheets is one passage through it, reading one of them another.
 */
#ifndef AYANT_INGEST_ODS_H
#define AYANT_INGEST_ODS_H

#include "sheet_book.h"
#include "typed_values.h"

#define ODS_VALUE 128

typedef struct ods {
    const char **hidden; /* styles of sheets that are not shown */
    size_t hidden_count, hidden_capacity;
    const char *style;             /* the one under way */
    int listing, encrypted;        /* listing: the sheets are being listed */
    xml_part *part;                /* of the passage */
    size_t wanted, seen;           /* sheets: the one to read, those begun */
    int in_table, in_row, in_cell; /* in_table: of the sheet wanted, or of any when listing */
    int skipped;                   /* depth of an element whose text is not the cell's */
    int depth;                     /* of elements in the cell */
    int paragraphs, in_paragraph, after_space;
    int next_line, row_repeat;
    size_t column, cell_repeat;
    int covered, is_error, is_formula;
    char type[12], value[ODS_VALUE];
} ods;

extern const xml_handlers ods_handlers;

/* A column-wise or row-wise repetition; `most` at most. */
size_t ods_times(const char **attributes, const char *name, size_t most);
/* Elements within a sheet. */
void ods_start_within(sheet_book *b, ods *o, const char *name, const char **attributes);
void ods_end_within(sheet_book *b, ods *o, const char *name);
void ods_text(void *to, const char *bytes, size_t length);

#endif
