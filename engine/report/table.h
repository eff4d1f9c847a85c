/*
 * Tables: the same rows for a terminal, a spreadsheet or a program.
 *
 * A table is filled cell by cell, from left to right; a full row starts the
 * next one. Texts are copied. A failed allocation is remembered and reported
 * once, by table_write. Widths count code points, so an accented letter is
 * one column wide. On a terminal no cell can move the cursor: control
 * characters are shown as '?', line ends as a space.
 */
#ifndef AYANT_REPORT_TABLE_H
#define AYANT_REPORT_TABLE_H

#include "../base/arena.h"
#include "../base/failure.h"
#include "../base/sink.h"

typedef enum table_side { TABLE_LEFT, TABLE_RIGHT } table_side;

typedef struct table table;

table *table_new(void);    /* NULL without memory */
void table_free(table *t); /* accepts NULL */

/* All columns before the first cell. `key` names it in CSV and JSON, `title` on a terminal (NULL: the key).
 */
void table_column(table *t, const char *key, const char *title, table_side side);

void table_text(table *t, const char *cell); /* NULL: an empty cell */
void table_slice(table *t, text cell);
void table_print(table *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Numbers are bare in JSON. */
void table_count(table *t, uint64_t count);
void table_cents(table *t, int64_t cents); /* two decimals and a point */
void table_empty(table *t);                /* null in JSON */

size_t table_rows(const table *t);

/*
 * In CSV, a text that starts with = + - @ or a tab gets an apostrophe before
 * it, so that no spreadsheet takes what a file contained for a formula.
 */
void table_guard(table *t);

/*
 * AYANT_TABLE or AYANT_TEXT: aligned columns; when they are wider than
 * `width` (0: never), the widest left-aligned columns are folded at spaces.
 * `colour` 1 writes the titles in bold. AYANT_CSV: RFC 4180, titles are keys.
 * AYANT_JSON: an array of objects. AYANT_HTML: a <table>. AYANT_E_MEMORY when
 * filling failed; whether writing worked is asked of the writer.
 */
ayant_status table_write(failure *e, const table *t, writer *w, ayant_format format, size_t width,
                         int colour);

/* Columns a text takes on a terminal: code points, without combining accents. */
size_t text_width(text t);

#endif
