/*
 * The index of lists: which one, when, for whom, until when, with whom.
 */
#include <sodium.h>

#include "holdings.h"
#include "ledger.h"

static ayant_status done(failure *e, const store_file *f, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);

    sqlite3_reset(statement);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, f, code, "write");
}

static void bind_words(sqlite3_stmt *statement, int at, const char *words)
{
    sqlite3_bind_text(statement, at, words ? words : "", -1, SQLITE_STATIC);
}

static ayant_status put_list(failure *e, const store_file *f, const store_entry *entry,
                             const store_list *list, sqlite3_int64 persons, sqlite3_int64 *number)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = store_prepare(e, f,
                                        "INSERT INTO exports (at, what, profile, purpose, delete_on, persons)"
                                        " VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?)",
                                        "write", &insert);

    if (status < 0)
        return status;
    bind_words(insert, 1, entry->what);
    bind_words(insert, 2, list->profile);
    bind_words(insert, 3, entry->purpose);
    bind_words(insert, 4, list->delete_on);
    sqlite3_bind_int64(insert, 5, persons);
    status = done(e, f, insert);
    sqlite3_finalize(insert);
    *number = sqlite3_last_insert_rowid(f->db);
    return status;
}

static ayant_status put_persons(failure *e, const store_file *f, const store_entry *entry,
                                sqlite3_int64 number)
{
    uint8_t secret[SECRET_BYTES], pseudonym[PSEUDONYM_BYTES];
    sqlite3_stmt *insert = NULL;
    ayant_status status = ledger_secret(e, f, secret);

    if (status == AYANT_OK)
        status = store_prepare(e, f, "INSERT OR IGNORE INTO export_persons (pseudonym, export) VALUES (?, ?)",
                               "write", &insert);
    for (size_t i = 0; status == AYANT_OK && i < entry->person_count; i++) {
        pseudonym_of(secret, LIST_USE, text_of(entry->persons[i]), pseudonym);
        sqlite3_bind_blob(insert, 1, pseudonym, sizeof pseudonym, SQLITE_STATIC);
        sqlite3_bind_int64(insert, 2, number);
        status = done(e, f, insert);
    }
    sqlite3_finalize(insert);
    sodium_memzero(secret, sizeof secret);
    return status;
}

ayant_status store_list_put(failure *e, const store_file *f, const store_entry *entry, const store_list *list)
{
    sqlite3_int64 everybody = entry->everybody == STORE_EVERYBODY ? 0 : (sqlite3_int64)entry->everybody;
    sqlite3_int64 number = 0;
    ayant_status status = store_journal_put(e, f, entry);

    if (status == AYANT_OK && entry->everybody == STORE_EVERYBODY)
        status = store_integer(e, f, "SELECT count(*) FROM persons", &everybody);
    if (status == AYANT_OK)
        status =
            put_list(e, f, entry, list, everybody ? everybody : (sqlite3_int64)entry->person_count, &number);
    return status == AYANT_OK ? put_persons(e, f, entry, number) : status;
}

ayant_status store_list_add(failure *e, const store_access *at, const store_entry *entry,
                            const store_list *list)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        if ((status = store_list_put(e, &file, entry, list)) == AYANT_OK)
            status = store_commit(e, &file);
        else
            store_rollback(&file);
    }
    store_close(&file);
    return status;
}
