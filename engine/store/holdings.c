/*
 * Counting what is held, and the periods of this caseload.
 */
#include "holdings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ledger.h"
#include "sealed.h"

const keep_rule keep_rules[KEEP_COUNT] = {
    [KEEP_PEOPLE] = {"people", 3, "personnes et ménages, après le dernier import, sans contact",
                     "personen en huishoudens, na de laatste invoer, zonder contact"},
    [KEEP_CONTACTED] = {"contacted", 12, "personnes contactées, après le dernier contact",
                        "gecontacteerde personen, na het laatste contact"},
    [KEEP_LISTS] = {"lists", 24, "trace d'une liste, sans les personnes, après sa date d'effacement",
                    "spoor van een lijst, zonder de personen, na de wisdatum"},
    [KEEP_JOURNAL] = {"journal", 120, "lignes du journal des accès", "regels van het toegangslogboek"},
    [KEEP_TOMBSTONES] = {"erased", 120, "marque de l'effacement d'une personne (pseudonyme)",
                         "merkteken van een gewiste persoon (pseudoniem)"},
};

static ayant_status read_setting(failure *e, const store_file *f, const char *name, unsigned *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(
        e, f, "SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'keep ' || ?", "read", &ask);
    sqlite3_int64 months;
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_text(ask, 1, name, -1, SQLITE_STATIC);
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW) {
        months = sqlite3_column_int64(ask, 0);
        if (months >= 0 && months <= KEEP_MOST)
            *out = (unsigned)months;
    } else if (code != SQLITE_DONE) {
        status = store_fail(e, f, code, "read");
    }
    sqlite3_finalize(ask);
    return status;
}

ayant_status holdings_months(failure *e, const store_file *f, unsigned months[KEEP_COUNT])
{
    ayant_status status = AYANT_OK;

    for (int i = 0; status == AYANT_OK && i < KEEP_COUNT; i++) {
        months[i] = keep_rules[i].months;
        status = read_setting(e, f, keep_rules[i].name, &months[i]);
    }
    return status;
}

ayant_status holdings_imported(failure *e, const store_file *f, char out[32])
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(
        e, f, "SELECT at FROM journal WHERE what = 'import' ORDER BY line DESC LIMIT 1", "read", &ask);
    int code;

    out[0] = '\0';
    if (status < 0)
        return status;
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW && sqlite3_column_text(ask, 0))
        snprintf(out, 32, "%s", (const char *)sqlite3_column_text(ask, 0));
    else if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return status;
}

ayant_status ledger_needed(failure *e, const store_file *f)
{
    sqlite3_int64 version = 0;
    ayant_status status = store_integer(e, f, "PRAGMA user_version", &version);

    if (status < 0 || version >= LEDGER_VERSION)
        return status;
    return fail(e, AYANT_E_STORE, "J03",
                "'%s' was written by an older ayant, whose journal has no chain: import the files again",
                f->path);
}

static ayant_status count_all(failure *e, const store_file *f, holdings *out)
{
    const struct {
        const char *sql;
        uint64_t *out;
    } counts[] = {
        {"SELECT count(*) FROM households", &out->households},
        {"SELECT count(*) FROM persons", &out->persons},
        {"SELECT count(*) FROM journal", &out->journal_lines},
        {"SELECT count(*) FROM tombstones", &out->erased},
        {"SELECT count(*) FROM exports", &out->lists},
        {"SELECT count(DISTINCT pseudonym) FROM export_persons", &out->listed_persons},
    };
    ayant_status status = AYANT_OK;

    for (size_t i = 0; status == AYANT_OK && i < sizeof counts / sizeof *counts; i++) {
        sqlite3_int64 count = 0;

        status = store_integer(e, f, counts[i].sql, &count);
        *counts[i].out = (uint64_t)count;
    }
    return status;
}

ayant_status store_holdings(failure *e, const store_access *at, holdings *out)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    *out = (holdings){.sealed = file.target != NULL};
    if ((status = store_run(e, &file, "BEGIN", "read")) == AYANT_OK &&
        (status = ledger_needed(e, &file)) == AYANT_OK && (status = count_all(e, &file, out)) == AYANT_OK &&
        (status = holdings_imported(e, &file, out->imported)) == AYANT_OK)
        status = holdings_months(e, &file, out->months);
    store_close(&file);
    return status;
}

static ayant_status refuse_setting(failure *e, const char *setting)
{
    return fail(
        e, AYANT_E_USAGE, "K10",
        "'%.60s' is not a period: write people, contacted, lists, journal or erased, '=', and 0 to %d months",
        setting, KEEP_MOST);
}

static ayant_status put_setting(failure *e, const store_file *f, const char *name, unsigned months)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = store_prepare(
        e, f, "INSERT OR REPLACE INTO settings (name, value) VALUES ('keep ' || ?, CAST(? AS TEXT))", "write",
        &insert);
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 2, months);
    code = sqlite3_step(insert);
    if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "write");
    sqlite3_finalize(insert);
    return status;
}

ayant_status store_keep(failure *e, const store_access *at, const char *setting)
{
    const char *equal = strchr(setting, '=');
    store_entry entry = {.who = at->who, .what = "keep", .purpose = at->purpose, .detail = setting};
    char *end = NULL;
    unsigned long months;
    store_file file;
    ayant_status status;
    int which = 0;

    if (!equal || equal[1] < '0' || equal[1] > '9')
        return refuse_setting(e, setting);
    months = strtoul(equal + 1, &end, 10);
    while (which < KEEP_COUNT && !text_is((text){setting, (size_t)(equal - setting)}, keep_rules[which].name))
        which++;
    if (which == KEEP_COUNT || *end || months > KEEP_MOST)
        return refuse_setting(e, setting);
    if ((status = store_open(e, at, STORE_WRITE, &file)) < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        if ((status = put_setting(e, &file, keep_rules[which].name, (unsigned)months)) == AYANT_OK &&
            (status = store_journal_put(e, &file, &entry)) == AYANT_OK)
            status = store_commit(e, &file);
        else
            store_rollback(&file);
    }
    store_close(&file);
    return status;
}
