/*
 * The tables beside the people, and the secret.
 */
#include "ledger.h"

#include <sodium.h>
#include <string.h>

/*
 * The journal of an older caseload is kept and chained from its first line.
 * `everybody` counts the persons of a run over a whole caseload, which names
 * none; `persons` are pseudonyms of 16 bytes. A tombstone is all that is left
 * of somebody who was erased.
 */
const char ledger_step[] =
    "CREATE TABLE journal_chained ("
    " line INTEGER PRIMARY KEY, at TEXT NOT NULL, login TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,"
    " purpose TEXT NOT NULL, detail TEXT NOT NULL, everybody INTEGER NOT NULL,"
    " persons BLOB NOT NULL CHECK (length(persons) % 16 = 0), hash BLOB NOT NULL"
    ") STRICT;"
    "INSERT INTO journal_chained SELECT row_number() OVER (ORDER BY rowid), at, '', who, what, purpose, "
    "detail,"
    " 0, x'', x'' FROM journal;"
    "DROP TABLE journal;"
    "ALTER TABLE journal_chained RENAME TO journal;"
    "CREATE TABLE journal_head ("
    " id INTEGER PRIMARY KEY CHECK (id = 1), first INTEGER NOT NULL, before BLOB NOT NULL,"
    " last INTEGER NOT NULL, hash BLOB NOT NULL"
    ") STRICT;"
    "CREATE TABLE secret (id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB NOT NULL) STRICT;"
    "CREATE TABLE tombstones ("
    " pseudonym BLOB NOT NULL PRIMARY KEY CHECK (length(pseudonym) = 16), erased_on TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE objections ("
    " pseudonym BLOB NOT NULL PRIMARY KEY CHECK (length(pseudonym) = 16), objected_on TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE exports ("
    " export INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, profile TEXT NOT NULL,"
    " purpose TEXT NOT NULL, delete_on TEXT NOT NULL, persons INTEGER NOT NULL"
    ") STRICT;"
    "CREATE TABLE export_persons ("
    " pseudonym BLOB NOT NULL CHECK (length(pseudonym) = 16),"
    " export INTEGER NOT NULL REFERENCES exports (export) ON DELETE CASCADE,"
    " PRIMARY KEY (pseudonym, export)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

static ayant_status step_done(failure *e, const store_file *f, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);

    sqlite3_reset(statement);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, f, code, "write");
}

static ayant_status make_secret(failure *e, const store_file *f)
{
    uint8_t bytes[SECRET_BYTES];
    sqlite3_stmt *insert = NULL;
    ayant_status status;

    if (sodium_init() < 0)
        return fail(e, AYANT_E_SYSTEM, "V14",
                    "this machine gives no random bytes: no caseload can be made here");
    randombytes_buf(bytes, sizeof bytes);
    status = store_prepare(e, f, "INSERT INTO secret (id, bytes) VALUES (1, ?)", "write", &insert);
    if (status == AYANT_OK) {
        sqlite3_bind_blob(insert, 1, bytes, sizeof bytes, SQLITE_STATIC);
        status = step_done(e, f, insert);
    }
    sqlite3_finalize(insert);
    sodium_memzero(bytes, sizeof bytes);
    return status;
}

/* Lines written before there was a chain: they can be trusted as much as the file could then. */
static ayant_status chain_old_lines(failure *e, const store_file *f)
{
    sqlite3_stmt *row = NULL, *update = NULL;
    journal_head head = {.first = 1};
    ayant_status status =
        store_prepare(e, f, "SELECT " JOURNAL_COLUMNS " FROM journal ORDER BY line", "read", &row);
    int code = SQLITE_DONE;

    if (status == AYANT_OK)
        status = store_prepare(e, f, "UPDATE journal SET hash = ? WHERE line = ?", "write", &update);
    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        journal_fields fields;

        journal_fields_of(row, &fields);
        journal_hash(head.hash, &fields, head.hash);
        sqlite3_bind_blob(update, 1, head.hash, JOURNAL_HASH, SQLITE_STATIC);
        sqlite3_bind_int64(update, 2, fields.line);
        status = step_done(e, f, update);
        head.last = fields.line;
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    sqlite3_finalize(update);
    return status == AYANT_OK ? journal_head_write(e, f, &head) : status;
}

ayant_status ledger_start(failure *e, const store_file *f)
{
    ayant_status status = make_secret(e, f);

    return status == AYANT_OK ? chain_old_lines(e, f) : status;
}

ayant_status ledger_secret(failure *e, const store_file *f, uint8_t out[SECRET_BYTES])
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, "SELECT bytes FROM secret WHERE id = 1", "read", &ask);
    int code;

    if (status < 0)
        return status;
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW && sqlite3_column_bytes(ask, 0) == SECRET_BYTES)
        memcpy(out, sqlite3_column_blob(ask, 0), SECRET_BYTES);
    else if (code == SQLITE_ROW || code == SQLITE_DONE)
        status =
            fail(e, AYANT_E_STORE, "S02",
                 "'%s' is damaged: its secret is missing; restore a copy, or import the files into a new one",
                 f->path);
    else
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return status;
}
