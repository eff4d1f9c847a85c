/*
 * An open caseload file, for the files of this room only.
 */
#ifndef AYANT_STORE_STORE_FILE_H
#define AYANT_STORE_STORE_FILE_H

#include <sqlite3.h>

#include "store.h"

typedef enum store_mode { STORE_READ, STORE_WRITE, STORE_CREATE } store_mode;

typedef struct store_file {
    sqlite3 *db;
    const char *path; /* as the caller wrote it */
    store_mode mode;
    int made;       /* 1: this call made the file */
    store_key *key; /* with a sealed caseload: the database is in memory, `lock` is held to write */
    char *target;   /* where a sealed caseload is written; NULL: not sealed */
    int lock;
} store_file;

/* The URI of a file, any name whatever; free with sqlite3_free. NULL without memory. */
char *store_address(const char *path, const char *options);
ayant_status store_open(failure *e, const store_access *at, store_mode mode, store_file *f);
void store_close(store_file *f); /* accepts a file that was not opened */

/* BEGIN IMMEDIATE, then the steps of the schema the file lacks. */
ayant_status store_begin(failure *e, store_file *f);
ayant_status store_commit(failure *e, store_file *f);
void store_rollback(store_file *f);

/* Are the tables those of a caseload, and does nothing else act when they are read or written. */
ayant_status store_check_shape(failure *e, const store_file *f);
/* Sets the content apart, under names that end in _before, and makes new tables; and drops it. */
ayant_status store_set_apart(failure *e, const store_file *f);
ayant_status store_drop_before(failure *e, const store_file *f);
/* The steps from `version` to this engine's, inside the transaction under way. */
ayant_status store_upgrade(failure *e, const store_file *f, sqlite3_int64 version);

/* The sentence for an SQLite result; `doing` completes "cannot ... ". */
ayant_status store_fail(failure *e, const store_file *f, int code, const char *doing);
ayant_status store_run(failure *e, const store_file *f, const char *sql, const char *doing);
ayant_status store_prepare(failure *e, const store_file *f, const char *sql, const char *doing,
                           sqlite3_stmt **out);
/* The first column of the first row, a whole number. */
ayant_status store_integer(failure *e, const store_file *f, const char *sql, sqlite3_int64 *out);
void store_distrust(sqlite3 *db);
/* Reads one page: the first moment SQLite looks into the file. An SQLite code. */
int store_probe(sqlite3 *db);

/* Of a sealed caseload: into memory, from there back to the disk, and out of memory. */
ayant_status store_sealed_open(failure *e, const store_access *at, store_mode mode, store_file *f);
ayant_status store_sealed_keep(failure *e, const store_file *f);
void store_sealed_close(store_file *f);

/* 1 for the two id columns, which every row has whether or not they are declared as facts. */
int store_is_id(const fact *f);
/* A fact's name is [a-z][a-z0-9_]*: what a file is full of can be nothing else. */
ayant_status store_check_name(failure *e, const fact *f);
static inline const char *store_table(entity which)
{
    return which == ENTITY_HOUSEHOLD ? "households" : "persons";
}

static inline const char *store_id_name(entity which)
{
    return which == ENTITY_HOUSEHOLD ? "household_id" : "person_id";
}

/* The relation rows a caseload keeps, by kinship; NULL for what links already say. */
const char *store_relation_word(cell kin);

#endif
