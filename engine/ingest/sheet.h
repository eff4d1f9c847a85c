/*
 * One input file: its columns, and what each is for.
 *
 * Opening a sheet reads the header and refuses a file whose columns cannot be
 * told apart or lack what joins rows together. A column that is no fact of
 * the file's entity is kept out.
 */
#ifndef AYANT_INGEST_SHEET_H
#define AYANT_INGEST_SHEET_H

#include "../base/paged.h"
#include "../model/dictionary.h"
#include "../model/repair.h"
#include "clean.h"
#include "source.h"

typedef enum sheet_kind { SHEET_HOUSEHOLDS, SHEET_PERSONS, SHEET_RELATIONS } sheet_kind;

/* What was read last in a column, and the cell it gave: columns repeat themselves. */
#define SAID_TEXT 14

typedef struct last_said {
    unsigned char length; /* 0: nothing */
    char written[SAID_TEXT];
    cell value;
    unsigned repairs;
} last_said;

typedef struct sheet_column {
    text name; /* as in the header, lower case */
    int fact;  /* -1: not a fact */
    int key;   /* 1: one of the ids */
    clean_kind clean;
    int private;    /* the rejects hold its shape only */
    unsigned marks; /* decimal marks proved, see figures.h */
    uint64_t repaired[REPAIR_KINDS];
    last_said said;
} sheet_column;

/* A figure that waits for its column. */
#define WAITING_TEXT 20

typedef struct waiting {
    uint64_t row;
    uint32_t column;
    int line;
    char written[WAITING_TEXT];
} waiting;

typedef struct sheet {
    sheet_kind kind;
    const char *path;
    source in;
    arena *memory;
    sheet_column *columns;
    size_t count;
    size_t person, household, other, relation; /* columns; only those of the kind are set */
    unsigned marks;
    paged *waiting; /* of waiting */
    uint64_t waiting_count;
    uint64_t rows;
} sheet;

/* Takes the source over, also on failure, when nothing is open any more. */
ayant_status sheet_open(failure *e, sheet_kind which, const source *in, const dictionary *facts, sheet *out);
void sheet_close(sheet *s);

#endif
