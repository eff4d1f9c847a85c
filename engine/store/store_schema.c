/*
 * The schema of a caseload, version by version.
 *
 * Step n brings a file from version n to n + 1, inside the transaction of a
 * writer. Steps are never changed once published; new ones are added.
 */
#include "ledger.h"

#include <stdio.h>

/*
 * `row` is the place in the input, from 0; `household` the row of the household.
 * The ids stand here to be found, and by row among the columns.
 */
#define CONTENT                                                                                              \
    "CREATE TABLE households ("                                                                              \
    " household_id TEXT NOT NULL PRIMARY KEY, row INTEGER NOT NULL"                                          \
    ") STRICT, WITHOUT ROWID;"                                                                               \
    "CREATE TABLE persons ("                                                                                 \
    " person_id TEXT NOT NULL PRIMARY KEY, row INTEGER NOT NULL, household INTEGER NOT NULL"                 \
    ") STRICT, WITHOUT ROWID;"                                                                               \
    "CREATE TABLE facts ("                                                                                   \
    " fact TEXT NOT NULL PRIMARY KEY, entity TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL"         \
    ") STRICT, WITHOUT ROWID;"                                                                               \
    "CREATE TABLE household_columns ("                                                                       \
    " chunk INTEGER NOT NULL, fact TEXT NOT NULL, cells BLOB NOT NULL, PRIMARY KEY (chunk, fact)"            \
    ") STRICT;"                                                                                              \
    "CREATE TABLE person_columns ("                                                                          \
    " chunk INTEGER NOT NULL, fact TEXT NOT NULL, cells BLOB NOT NULL, PRIMARY KEY (chunk, fact)"            \
    ") STRICT;"

static const char *const steps[STORE_VERSION] = {
    "PRAGMA application_id = 1098473838;"
    "CREATE TABLE households ("
    " household_id TEXT NOT NULL PRIMARY KEY CHECK (household_id <> '')"
    ") STRICT;"
    "CREATE TABLE persons ("
    " person_id TEXT NOT NULL PRIMARY KEY CHECK (person_id <> ''),"
    " household_id TEXT NOT NULL REFERENCES households (household_id)"
    ") STRICT;"
    "CREATE INDEX persons_by_household ON persons (household_id);"
    "CREATE TABLE relations ("
    " person_id TEXT NOT NULL REFERENCES persons (person_id),"
    " other_id TEXT NOT NULL REFERENCES persons (person_id),"
    " relation TEXT NOT NULL CHECK (relation IN ('grandparent', 'grandchild', 'parent_in_law', "
    "'child_in_law',"
    " 'sibling', 'other_relative', 'unrelated')),"
    " PRIMARY KEY (person_id, other_id),"
    " CHECK (person_id <> other_id)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX relations_by_other ON relations (other_id);"
    "CREATE TABLE journal ("
    " at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, purpose TEXT NOT NULL, detail TEXT NOT NULL"
    ") STRICT;",
    /* facts leave the rows for columns: people are imported again, the journal stays */
    "DROP TABLE relations; DROP TABLE persons; DROP TABLE households;" CONTENT "CREATE TABLE relations ("
    " person_id TEXT NOT NULL, other_id TEXT NOT NULL,"
    " relation TEXT NOT NULL CHECK (relation IN ('grandparent', 'grandchild', 'parent_in_law', "
    "'child_in_law', 'sibling', 'other_relative', 'unrelated'))"
    ") STRICT;"
    "CREATE INDEX relations_by_person ON relations (person_id);"
    "CREATE INDEX relations_by_other ON relations (other_id);",
    ledger_step,
};

/* The tables we expect are ordinary tables, and nothing else acts when they are read or written. */
ayant_status store_check_shape(failure *e, const store_file *f)
{
    sqlite3_int64 tables = 0, others = 0;
    ayant_status status;

    if ((status =
             store_integer(e, f,
                           "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                           " AND name IN ('households', 'persons', 'relations', 'facts', "
                           "'household_columns', 'person_columns', 'journal')",
                           &tables)) < 0 ||
        (status = store_integer(e, f, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
                                &others)) < 0)
        return status;
    if (tables != 7 || others != 0)
        return fail(e, AYANT_E_STORE, "S02",
                    "'%s' is not a caseload, or is damaged: its tables are not those of a caseload; restore "
                    "a copy, or "
                    "import the files into a new one",
                    f->path);
    return AYANT_OK;
}

ayant_status store_upgrade(failure *e, const store_file *f, sqlite3_int64 version)
{
    ayant_status status = AYANT_OK;
    char next[64];

    for (; status == AYANT_OK && version < STORE_VERSION; version++) {
        snprintf(next, sizeof next, "PRAGMA user_version = %d", (int)version + 1);
        status = store_run(e, f, steps[version], "write");
        if (status == AYANT_OK && version + 1 == LEDGER_VERSION)
            status = ledger_start(e, f);
        if (status == AYANT_OK)
            status = store_run(e, f, next, "write");
    }
    return status;
}

ayant_status store_set_apart(failure *e, const store_file *f)
{
    return store_run(e, f,
                     "DELETE FROM relations;"
                     "ALTER TABLE households RENAME TO households_before;"
                     "ALTER TABLE persons RENAME TO persons_before;"
                     "ALTER TABLE facts RENAME TO facts_before;"
                     "ALTER TABLE household_columns RENAME TO household_columns_before;"
                     "ALTER TABLE person_columns RENAME TO person_columns_before;" CONTENT,
                     "write");
}

/* Emptied first: SQLite keeps what a DROP takes away in memory until it is done, and not what a DELETE does.
 */
ayant_status store_drop_before(failure *e, const store_file *f)
{
    return store_run(e, f,
                     "DELETE FROM households_before; DELETE FROM persons_before;"
                     "DELETE FROM household_columns_before; DELETE FROM person_columns_before;"
                     "DROP TABLE households_before; DROP TABLE persons_before; DROP TABLE facts_before;"
                     "DROP TABLE household_columns_before; DROP TABLE person_columns_before",
                     "write");
}
