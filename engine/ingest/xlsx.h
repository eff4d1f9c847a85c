/*
 * The inside of the XLSX reader, for xlsx*.c.
 *
 * An XLSX workbook is an archive of XML files that name each other:
 *
 *   _rels/.rels -> xl/workbook.xml -> xl/_rels/workbook.xml.rels -> sheets,
 *                                                                   styles, shared strings
 *
 * Styles say which numbers are dates; texts are mostly numbers of shared
 * strings. Both are read before the rows and stay in memory.
 */
#ifndef AYANT_INGEST_XLSX_H
#define AYANT_INGEST_XLSX_H

#include "sheet_book.h"
#include "typed_values.h"

typedef struct xlsx_style {
    number_format format;
    unsigned digits;
} xlsx_style;

typedef struct xlsx {
    const char *workbook_part, *strings_part, *styles_part; /* NULL: there is none */
    const char **sheet_parts;                               /* of the sheets of the book, in order */
    size_t sheet_parts_capacity;
    int from_1904;
    xlsx_style *styles;
    size_t style_count, style_capacity;
    /* shared strings: text[start[i] .. start[i + 1]) */
    char *text;
    size_t text_length, text_capacity;
    uint32_t *start;
    size_t string_count, start_capacity;
    int strings_read;
    /* the row and the cell under way */
    size_t column;
    int line, collecting, phonetic, has_formula;
    char type[12];
    size_t style;
} xlsx;

ayant_status xlsx_read_styles(failure *e, sheet_book *b);
ayant_status xlsx_read_strings(failure *e, sheet_book *b);
ayant_status xlsx_start_rows(failure *e, sheet_book *b, size_t sheet);
/* Whether a sheet holds anything. */
ayant_status xlsx_look(failure *e, sheet_book *b, size_t sheet);
/* "_x000D_" and the like become the characters they stand for, in place; the new length. */
size_t xlsx_unescape(char *bytes, size_t length);

#endif
