/*
 * Reading somebody else's SQLite database: one table or view, row by row.
 *
 * The file is not trusted and not changed: it is opened for reading only, its
 * schema may call nothing, and what it is asked may read and nothing else.
 * A caseload of ayant is refused: it is not an input.
 */
#ifndef AYANT_STORE_FOREIGN_H
#define AYANT_STORE_FOREIGN_H

#include "../base/failure.h"
#include "../base/text.h"

typedef struct foreign foreign;

typedef struct foreign_table {
    const char *name;
    int filled, is_view;
} foreign_table;

typedef enum foreign_kind {
    FOREIGN_EMPTY,
    FOREIGN_INTEGER,
    FOREIGN_REAL,
    FOREIGN_TEXT,
    FOREIGN_BYTES
} foreign_kind;

/* `path` is for messages, `name` is the file's; both outlive it. Tables and views are listed by name. */
ayant_status foreign_open(failure *e, const char *path, const char *name, foreign **out);
void foreign_close(foreign *f); /* accepts NULL */
const foreign_table *foreign_tables(const foreign *f, size_t *count);
/* Starts reading one of them. */
ayant_status foreign_read(failure *e, foreign *f, size_t table);
size_t foreign_columns(const foreign *f);
const char *foreign_column(const foreign *f, size_t at);
/* AYANT_NONE after the last row. */
ayant_status foreign_next(failure *e, foreign *f);
/* A value of the row, as text; good until the next row. */
ayant_status foreign_value(failure *e, foreign *f, size_t at, foreign_kind *kind, text *value);

#endif
