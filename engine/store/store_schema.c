/*
 * The schema of a caseload, version by version.
 *
 * Step n brings a file from version n to n + 1, inside the transaction of a
 * writer. Steps are never changed once published; new ones are added.
 */
#include "ledger.h"

#include <stdio.h>

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
                           " AND name IN ('households', 'persons', 'relations', 'journal')",
                           &tables)) < 0 ||
        (status = store_integer(e, f, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
                                &others)) < 0)
        return status;
    if (tables != 4 || others != 0)
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
