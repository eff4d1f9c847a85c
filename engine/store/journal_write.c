/*
 * Adding to the journal, and the chain it keeps.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "journal.h"
#include "ledger.h"

static void add_number(crypto_hash_sha256_state *state, uint64_t value)
{
    uint8_t bytes[8];

    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(value >> 8 * i);
    crypto_hash_sha256_update(state, bytes, sizeof bytes);
}

/* Its length before it: "ab" and "c" are not "a" and "bc". */
static void add_text(crypto_hash_sha256_state *state, text t)
{
    add_number(state, t.length);
    crypto_hash_sha256_update(state, (const uint8_t *)t.at, t.length);
}

void journal_hash(const uint8_t before[JOURNAL_HASH], const journal_fields *fields, uint8_t out[JOURNAL_HASH])
{
    crypto_hash_sha256_state state;

    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, before, JOURNAL_HASH);
    add_number(&state, (uint64_t)fields->line);
    for (size_t i = 0; i < sizeof fields->words / sizeof *fields->words; i++)
        add_text(&state, fields->words[i]);
    add_number(&state, (uint64_t)fields->everybody);
    add_text(&state, fields->persons);
    crypto_hash_sha256_final(&state, out);
}

static text column(sqlite3_stmt *row, int index)
{
    text t = {sqlite3_column_blob(row, index), 0};

    t.length = t.at ? (size_t)sqlite3_column_bytes(row, index) : 0;
    return t;
}

void journal_fields_of(sqlite3_stmt *row, journal_fields *out)
{
    out->line = sqlite3_column_int64(row, 0);
    for (int i = 0; i < 6; i++)
        out->words[i] = column(row, i + 1);
    out->everybody = sqlite3_column_int64(row, 7);
    out->persons = column(row, 8);
}

ayant_status journal_head_read(failure *e, const store_file *f, journal_head *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status =
        store_prepare(e, f, "SELECT first, before, last, hash FROM journal_head WHERE id = 1", "read", &ask);
    int code;

    if (status < 0)
        return status;
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW && sqlite3_column_bytes(ask, 1) == JOURNAL_HASH &&
        sqlite3_column_bytes(ask, 3) == JOURNAL_HASH && sqlite3_column_int64(ask, 0) >= 1 &&
        sqlite3_column_int64(ask, 2) < INT64_MAX &&
        sqlite3_column_int64(ask, 0) - 1 <= sqlite3_column_int64(ask, 2)) {
        out->first = sqlite3_column_int64(ask, 0);
        out->last = sqlite3_column_int64(ask, 2);
        memcpy(out->before, sqlite3_column_blob(ask, 1), JOURNAL_HASH);
        memcpy(out->hash, sqlite3_column_blob(ask, 3), JOURNAL_HASH);
    } else if (code == SQLITE_ROW || code == SQLITE_DONE) {
        status =
            fail(e, AYANT_E_STORE, "J01",
                 "the journal of '%s' has lost its head: somebody changed the file; keep it as it is for the "
                 "data protection officer, and restore a copy",
                 f->path);
    } else {
        status = store_fail(e, f, code, "read");
    }
    sqlite3_finalize(ask);
    return status;
}

ayant_status journal_head_write(failure *e, const store_file *f, const journal_head *head)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = store_prepare(
        e, f, "INSERT OR REPLACE INTO journal_head (id, first, before, last, hash) VALUES (1, ?, ?, ?, ?)",
        "write", &insert);
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_int64(insert, 1, head->first);
    sqlite3_bind_blob(insert, 2, head->before, JOURNAL_HASH, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, head->last);
    sqlite3_bind_blob(insert, 4, head->hash, JOURNAL_HASH, SQLITE_STATIC);
    code = sqlite3_step(insert);
    if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "write");
    sqlite3_finalize(insert);
    return status;
}

/*
 * The number the operating system knows the user by. Its name is the caller's
 * to give: finding it may ask a server of the network.
 */
static void login_of(char out[LOGIN_TEXT])
{
    snprintf(out, LOGIN_TEXT, "uid %lu", (unsigned long)geteuid());
}

static ayant_status time_now(failure *e, const store_file *f, char out[32])
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')", "read", &ask);

    if (status < 0)
        return status;
    if (sqlite3_step(ask) == SQLITE_ROW && sqlite3_column_text(ask, 0))
        snprintf(out, 32, "%s", (const char *)sqlite3_column_text(ask, 0));
    else
        status = fail_memory(e);
    sqlite3_finalize(ask);
    return status;
}

static ayant_status pseudonyms(failure *e, const store_file *f, const store_entry *entry, uint8_t **out)
{
    uint8_t secret[SECRET_BYTES];
    ayant_status status = ledger_secret(e, f, secret);

    if (status < 0)
        return status;
    *out = malloc(entry->person_count * PSEUDONYM_BYTES + 1);
    if (!*out)
        status = fail_memory(e);
    for (size_t i = 0; *out && i < entry->person_count; i++)
        pseudonym_of(secret, JOURNAL_USE, text_of(entry->persons[i]), *out + i * PSEUDONYM_BYTES);
    sodium_memzero(secret, sizeof secret);
    return status;
}

static ayant_status insert_line(failure *e, const store_file *f, const journal_fields *fields,
                                const uint8_t hash[JOURNAL_HASH])
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = store_prepare(
        e, f, "INSERT INTO journal (" JOURNAL_COLUMNS ", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "write", &insert);
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_int64(insert, 1, fields->line);
    for (int i = 0; i < 6; i++)
        sqlite3_bind_text(insert, i + 2, fields->words[i].at ? fields->words[i].at : "",
                          (int)fields->words[i].length, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 8, fields->everybody);
    sqlite3_bind_blob64(insert, 9, fields->persons.at, fields->persons.length, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 10, hash, JOURNAL_HASH, SQLITE_STATIC);
    code = sqlite3_step(insert);
    if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "write");
    sqlite3_finalize(insert);
    return status;
}

ayant_status store_journal_put(failure *e, const store_file *f, const store_entry *entry)
{
    char at[32], login[LOGIN_TEXT];
    uint8_t *persons = NULL;
    const journal_word *usual = journal_word_of(entry->what);
    journal_head head;
    journal_fields fields = {.everybody = (sqlite3_int64)entry->everybody};
    ayant_status status;

    login_of(login);
    if (entry->everybody == STORE_EVERYBODY)
        fields.everybody = 0;
    if ((entry->everybody == STORE_EVERYBODY &&
         (status = store_integer(e, f, "SELECT count(*) FROM persons", &fields.everybody)) < 0) ||
        (status = journal_head_read(e, f, &head)) < 0 || (status = time_now(e, f, at)) < 0 ||
        (status = pseudonyms(e, f, entry, &persons)) < 0)
        goto out;
    fields.line = ++head.last;
    fields.words[0] = text_of(at);
    fields.words[1] = text_of(login);
    fields.words[2] = text_of(entry->who && *entry->who ? entry->who : login);
    fields.words[3] = text_of(entry->what);
    fields.words[4] = text_of(entry->purpose && *entry->purpose ? entry->purpose
                              : usual                           ? usual->purpose
                                                                : "");
    fields.words[5] = text_of(entry->detail);
    fields.persons = (text){(const char *)persons, entry->person_count * PSEUDONYM_BYTES};
    journal_hash(head.hash, &fields, head.hash);
    if ((status = insert_line(e, f, &fields, head.hash)) == AYANT_OK)
        status = journal_head_write(e, f, &head);
out:
    free(persons);
    return status;
}

ayant_status store_journal_add(failure *e, const store_access *at, const store_entry *entry)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        if ((status = store_journal_put(e, &file, entry)) == AYANT_OK)
            status = store_commit(e, &file);
        else
            store_rollback(&file);
    }
    store_close(&file);
    return status;
}
