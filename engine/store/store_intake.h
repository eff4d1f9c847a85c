/*
 * An import under way, from the inside: for store_intake.c, store_rows.c and
 * store_changes.c.
 *
 * One transaction holds from the first row to `keep`. Facts gather in columns
 * of at most CHUNK_ROWS rows and go to the tables as these fill: memory does
 * not grow with the file.
 */
#ifndef AYANT_STORE_STORE_INTAKE_H
#define AYANT_STORE_STORE_INTAKE_H

#include "../base/paged.h"
#include "kept.h"
#include "store_chunks.h"
#include "store_ids.h"
#include "store_window.h"

/*
 * One fact of the run in memory: the rows before `rows` that were not set, and
 * all from `rows` on, are unknown.
 */
typedef struct column {
    entity which;
    int of_cells; /* 0: of texts */
    size_t rows;
    cell *cells;       /* from malloc, CHUNK_ROWS, when first used */
    uint16_t *lengths; /* likewise */
    char *bytes;       /* each text and a zero byte */
    size_t used, capacity;
} column;

struct store_taking {
    store_file file;
    const store_access *at;
    const dictionary *facts;
    store_import_options options;
    uint64_t erased_again; /* persons who were erased before and were in the files */
    int replaces;          /* 1: the caseload held something, set apart until the end */
    chunks chunks;
    ids ids[2];        /* by entity, as all below */
    column *columns;   /* by fact */
    column id[2];      /* household_id, person_id */
    column household;  /* of persons: its row */
    uint64_t rows[2];  /* taken so far */
    uint64_t chunk[2]; /* the run in memory */
    int closed[2];     /* 1: all rows were given */
    paged *members;    /* of uint8_t: how many, by household */
    /* The household of the last person; the next one's is mostly the same or the one after. */
    text last_id;
    uint64_t last;
    char last_bytes[LIMIT_TEXT];
    text_window households; /* their ids, once they are all there */
    sqlite3_stmt *relate;
    uint64_t relations;
};

/* Of the row at `at` of the run in memory, the last of it. */
ayant_status column_cell(failure *e, column *c, size_t at, cell value);
ayant_status column_words(failure *e, column *c, size_t at, text value);
void column_free(column *c);
ayant_status column_make(failure *e, column *c); /* room, all unknown; nothing when it has it */
void column_empty(column *c);

/* Writes what the run in memory holds. */
ayant_status taking_flush(failure *e, store_taking *t, entity which);
/* No row more of this entity comes, but late cells. */
ayant_status taking_close(failure *e, store_taking *t, entity which);
/* intake_kind.late and the others about rows. */
ayant_status taking_late(void *to, failure *e, uint64_t row, int fact, cell value);
row_problem taking_household(void *to, failure *e, text id, uint64_t *row);
row_problem taking_person(void *to, failure *e, text id, text household, uint64_t *row);
row_problem taking_relation(void *to, failure *e, text a, text b, kinship word);

#endif
