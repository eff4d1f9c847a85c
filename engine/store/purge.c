/*
 * What is past its time goes.
 *
 * People go by whole households, since a household is contacted as one: it
 * stays while anybody of it was contacted recently. No tombstone is left: who
 * is in a later import is taken in again. Lines of the journal go from its
 * beginning, and its head says where it now begins.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "person_write.h"
#include "purge_runs.h"

typedef struct purging {
    failure *e;
    store_file *file;
    char on[16];
    unsigned months[KEEP_COUNT];
    purge_counts counts;
} purging;

/* :on is the day, :months the period. *changed counts rows. */
static ayant_status run_dated(purging *p, const char *sql, unsigned months, uint64_t *changed)
{
    sqlite3_stmt *statement = NULL;
    char span[32];
    ayant_status status = store_prepare(p->e, p->file, sql, "purge", &statement);
    int code;

    if (status < 0)
        return status;
    snprintf(span, sizeof span, "+%u months", months);
    if (sqlite3_bind_parameter_index(statement, ":on"))
        sqlite3_bind_text(statement, sqlite3_bind_parameter_index(statement, ":on"), p->on, -1,
                          SQLITE_STATIC);
    if (sqlite3_bind_parameter_index(statement, ":months"))
        sqlite3_bind_text(statement, sqlite3_bind_parameter_index(statement, ":months"), span, -1,
                          SQLITE_STATIC);
    code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *changed = (uint64_t)sqlite3_column_int64(statement, 0);
    else if (code == SQLITE_DONE)
        *changed = (uint64_t)sqlite3_changes64(p->file->db);
    else
        status = store_fail(p->e, p->file, code, "purge");
    sqlite3_finalize(statement);
    return status;
}

static ayant_status purge_lists(purging *p)
{
    ayant_status status =
        run_dated(p,
                  "DELETE FROM export_persons WHERE export IN"
                  " (SELECT export FROM exports WHERE delete_on <> '' AND delete_on <= :on)",
                  0, &p->counts.list_persons);

    if (status < 0)
        return status;
    return run_dated(
        p,
        "DELETE FROM exports WHERE date(CASE delete_on WHEN '' THEN substr(at, 1, 10) ELSE delete_on"
        " END, :months) <= :on",
        p->months[KEEP_LISTS], &p->counts.lists);
}

/* The chain then begins after the last line that goes. */
static ayant_status purge_journal(purging *p)
{
    sqlite3_stmt *ask = NULL;
    journal_head head;
    uint64_t last = 0;
    ayant_status status = journal_head_read(p->e, p->file, &head);

    if (status == AYANT_OK)
        status = run_dated(
            p, "SELECT coalesce(max(line), 0) FROM journal WHERE date(substr(at, 1, 10), :months) <= :on",
            p->months[KEEP_JOURNAL], &last);
    if (status < 0 || last < (uint64_t)head.first)
        return status;
    status = store_prepare(p->e, p->file, "SELECT hash FROM journal WHERE line = ?", "read", &ask);
    if (status < 0)
        return status;
    sqlite3_bind_int64(ask, 1, (sqlite3_int64)last);
    if (sqlite3_step(ask) == SQLITE_ROW && sqlite3_column_bytes(ask, 0) == JOURNAL_HASH)
        memcpy(head.before, sqlite3_column_blob(ask, 0), JOURNAL_HASH);
    sqlite3_finalize(ask);
    head.first = (sqlite3_int64)last + 1;
    /* the day of the last import outlives its line: it tells when people are due */
    if ((status = store_prepare(
             p->e, p->file,
             "INSERT OR REPLACE INTO settings (name, value) SELECT 'imported', substr(at, 1, 10)"
             " FROM journal WHERE what = 'import' AND line <= ? ORDER BY line DESC LIMIT 1",
             "purge", &ask)) < 0)
        return status;
    sqlite3_bind_int64(ask, 1, (sqlite3_int64)last);
    if (sqlite3_step(ask) != SQLITE_DONE)
        status = store_fail(p->e, p->file, sqlite3_errcode(p->file->db), "purge");
    sqlite3_finalize(ask);
    ask = NULL;
    if (status < 0)
        return status;
    if ((status = journal_head_write(p->e, p->file, &head)) < 0 ||
        (status = store_prepare(p->e, p->file, "DELETE FROM journal WHERE line <= ?", "purge", &ask)) < 0)
        return status;
    sqlite3_bind_int64(ask, 1, (sqlite3_int64)last);
    if (sqlite3_step(ask) == SQLITE_DONE)
        p->counts.journal_lines = (uint64_t)sqlite3_changes64(p->file->db);
    else
        status = store_fail(p->e, p->file, sqlite3_errcode(p->file->db), "purge");
    sqlite3_finalize(ask);
    return status;
}

/* 1 in *due when nothing was imported for so long that who was not contacted goes. */
static ayant_status people_due(purging *p, uint64_t *due)
{
    return run_dated(
        p,
        "SELECT count(*) FROM (SELECT coalesce((SELECT substr(at, 1, 10) FROM journal WHERE what = 'import'"
        " ORDER BY line DESC LIMIT 1), (SELECT value FROM settings WHERE name = 'imported')) AS day)"
        " WHERE date(day, :months) <= :on",
        p->months[KEEP_PEOPLE], due);
}

static ayant_status count_people(purging *p)
{
    uint64_t *const out[] = {&p->counts.persons, &p->counts.households};
    static const char *const sql[] = {
        "SELECT count(*) FROM persons WHERE household NOT IN (SELECT household FROM temp.staying)",
        "SELECT count(*) FROM households WHERE row NOT IN (SELECT household FROM temp.staying)",
    };
    ayant_status status = AYANT_OK;

    for (int i = 0; status == AYANT_OK && i < 2; i++) {
        sqlite3_int64 count = 0;

        status = store_integer(p->e, p->file, sql[i], &count);
        *out[i] = (uint64_t)count;
    }
    return status;
}

static ayant_status purge_people(purging *p)
{
    uint64_t due = 0;
    day on = 0;
    ayant_status status = people_due(p, &due);

    if (status < 0 || !due || !day_parse(text_of(p->on), &on))
        return status;
    if ((status = store_run(p->e, p->file,
                            "CREATE TABLE IF NOT EXISTS temp.staying (household INTEGER PRIMARY KEY);"
                            "DELETE FROM temp.staying",
                            "purge")) < 0 ||
        (status = purge_find_staying(p->e, p->file, on, p->months[KEEP_CONTACTED])) < 0 ||
        (status = count_people(p)) < 0 || !p->counts.households)
        return status;
    if ((status = purge_runs(p->e, p->file)) < 0)
        return status;
    return store_run(p->e, p->file,
                     "DELETE FROM persons WHERE household NOT IN (SELECT household FROM temp.staying);"
                     "DELETE FROM households WHERE row NOT IN (SELECT household FROM temp.staying);"
                     "DELETE FROM relations WHERE person_id NOT IN (SELECT person_id FROM persons)",
                     "purge");
}

static ayant_status note(purging *p, const store_access *at)
{
    char detail[300];
    store_entry entry = {.who = at->who, .what = "purge", .purpose = at->purpose, .detail = detail};

    snprintf(detail, sizeof detail,
             "on %s: persons %llu, households %llu, persons of lists %llu, lists %llu, lines %llu, "
             "tombstones %llu",
             p->on, (unsigned long long)p->counts.persons, (unsigned long long)p->counts.households,
             (unsigned long long)p->counts.list_persons, (unsigned long long)p->counts.lists,
             (unsigned long long)p->counts.journal_lines, (unsigned long long)p->counts.tombstones);
    return store_journal_put(p->e, p->file, &entry);
}

static ayant_status purge_all(purging *p)
{
    ayant_status status = holdings_months(p->e, p->file, p->months);

    if (status == AYANT_OK)
        status = purge_people(p);
    if (status == AYANT_OK)
        status = purge_lists(p);
    if (status == AYANT_OK)
        status = run_dated(p, "DELETE FROM tombstones WHERE date(erased_on, :months) <= :on",
                           p->months[KEEP_TOMBSTONES], &p->counts.tombstones);
    return status == AYANT_OK ? purge_journal(p) : status;
}

ayant_status store_purge(failure *e, const store_access *at, day on, int dry, purge_counts *out)
{
    store_file file;
    purging p = {.e = e, .file = &file};
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    day_print(p.on, on);
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        status = purge_all(&p);
        if (dry) {
            store_rollback(&file);
        } else {
            if (status == AYANT_OK && (status = note(&p, at)) == AYANT_OK && p.counts.tombstones)
                status = kept_write_beside(e, &file);
            status = person_keep(e, &file, status);
        }
    }
    store_close(&file);
    if (status == AYANT_OK)
        *out = p.counts;
    return status;
}
