/*
 * Writing a caseload: one transaction, all or nothing.
 *
 * Rows go in in the order of the input, so that the order of rowids is the
 * order of the file people know. Values are bound, never written into SQL.
 */
#include "ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/day.h"

#define TICK_ROWS 8192

typedef struct import {
    failure *e;
    store_file *file;
    const people *people;
    const ayant_progress *progress;
    uint64_t done, total, relations;
} import;

static ayant_status tick(import *m)
{
    if (m->progress && m->progress->tick(m->progress->to, "writing the caseload", m->done, m->total) != 0)
        return fail(m->e, AYANT_E_CANCELLED, "S13", "the import was stopped: '%s' is as it was",
                    m->file->path);
    return AYANT_OK;
}

static ayant_status row_done(import *m)
{
    return ++m->done % TICK_ROWS ? AYANT_OK : tick(m);
}

/* The declared type of a column, "" when there is none of that name; `out` has 16 bytes. */
static ayant_status column_type(import *m, const char *table, const char *name, char out[16])
{
    sqlite3_stmt *ask = NULL;
    const unsigned char *type;
    ayant_status status;
    int code;

    out[0] = '\0';
    status =
        store_prepare(m->e, m->file, "SELECT type FROM pragma_table_info(?) WHERE name = ?", "read", &ask);
    if (status < 0)
        return status;
    sqlite3_bind_text(ask, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_text(ask, 2, name, -1, SQLITE_STATIC);
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW && (type = sqlite3_column_text(ask, 0)) != NULL)
        snprintf(out, 16, "%s", (const char *)type);
    else if (code != SQLITE_ROW && code != SQLITE_DONE)
        status = store_fail(m->e, m->file, code, "read");
    sqlite3_finalize(ask);
    return status;
}

/* The column's own check, where one costs nothing. Bounds and words are the rules' to change, so they stay
 * there. */
static const char *column_check(kind of)
{
    if (of == KIND_TRUTH)
        return " CHECK (\"%w\" IN (0, 1))";
    return of == KIND_DATE ? " CHECK (length(\"%w\") = 10)" : "";
}

static ayant_status alter(import *m, const fact *f, const char *change, const char *check)
{
    sqlite3_str *sql = sqlite3_str_new(m->file->db);
    ayant_status status;
    char *query;

    sqlite3_str_appendf(sql, "ALTER TABLE %s %s COLUMN \"%w\"", store_table(f->entity), change, f->name);
    if (check) {
        sqlite3_str_appendf(sql, " %s", store_type(f->kind));
        sqlite3_str_appendf(sql, check, f->name);
    }
    query = sqlite3_str_finish(sql);
    status = query ? store_run(m->e, m->file, query, "write") : fail_memory(m->e);
    sqlite3_free(query);
    return status;
}

/* The tables are empty here: adding or changing a column rewrites nothing. */
static ayant_status add_columns(import *m)
{
    const dictionary *facts = m->people->facts;
    ayant_status status;
    char type[16];

    for (size_t i = 0; i < facts->count; i++) {
        const fact *f = &facts->facts[i];

        if (store_is_id(f))
            continue;
        if ((status = store_check_name(m->e, f)) < 0 ||
            (status = column_type(m, store_table(f->entity), f->name, type)) < 0)
            return status;
        if (strcmp(type, store_type(f->kind)) == 0)
            continue;
        if (type[0] && (status = alter(m, f, "DROP", NULL)) < 0)
            return status;
        if ((status = alter(m, f, "ADD", column_check(f->kind))) < 0)
            return status;
    }
    return AYANT_OK;
}

/* INSERT INTO persons (person_id, household_id, "wage_net_month", ...) VALUES (?, ?, ?, ...) */
static ayant_status prepare_insert(import *m, entity which, sqlite3_stmt **out)
{
    const dictionary *facts = m->people->facts;
    sqlite3_str *sql = sqlite3_str_new(m->file->db);
    size_t columns = which == ENTITY_PERSON ? 2 : 1;
    ayant_status status;
    char *query;

    sqlite3_str_appendf(sql, "INSERT INTO %s (%s", store_table(which),
                        which == ENTITY_PERSON ? "person_id, household_id" : "household_id");
    for (size_t i = 0; i < facts->count; i++)
        if (facts->facts[i].entity == which && !store_is_id(&facts->facts[i])) {
            sqlite3_str_appendf(sql, ", \"%w\"", facts->facts[i].name);
            columns++;
        }
    sqlite3_str_appendall(sql, ") VALUES (?");
    while (--columns)
        sqlite3_str_appendall(sql, ", ?");
    sqlite3_str_appendall(sql, ")");
    query = sqlite3_str_finish(sql);
    status = query ? store_prepare(m->e, m->file, query, "write", out) : fail_memory(m->e);
    sqlite3_free(query);
    return status;
}

/* A code of SQLite: a text that is copied may find no memory, and would be written as unknown. */
static int bind_cell(sqlite3_stmt *insert, int at, const people *p, size_t index, size_t row)
{
    const fact *f = &p->facts->facts[index];
    const char *words = NULL;
    char date[16];
    cell value;

    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON) {
        words = p->texts && p->texts[index] ? p->texts[index][row] : NULL;
        return words ? sqlite3_bind_text(insert, at, words, -1, SQLITE_STATIC) : SQLITE_OK;
    }
    value = people_cell(p, (int)index, row);
    if (value == CELL_UNKNOWN)
        return SQLITE_OK;
    if (f->kind == KIND_WORD && value >= 0 && (size_t)value < f->word_count)
        return sqlite3_bind_text(insert, at, f->words[value], -1, SQLITE_STATIC);
    if (f->kind == KIND_DATE && value < DAY_NEVER) {
        day_print(date, value);
        return sqlite3_bind_text(insert, at, date, -1, SQLITE_TRANSIENT);
    }
    return f->kind != KIND_WORD && f->kind != KIND_DATE ? sqlite3_bind_int(insert, at, value) : SQLITE_OK;
}

static ayant_status insert_row(import *m, sqlite3_stmt *insert, entity which, size_t row)
{
    const people *p = m->people;
    int at = 1, code = SQLITE_OK;

    sqlite3_clear_bindings(insert); /* what is not bound is NULL: unknown */
    if (which == ENTITY_PERSON) {
        sqlite3_bind_text(insert, at++, p->person_id[row], -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, at++, p->household_id[p->household_of[row]], -1, SQLITE_STATIC);
    } else {
        sqlite3_bind_text(insert, at++, p->household_id[row], -1, SQLITE_STATIC);
    }
    for (size_t i = 0; code == SQLITE_OK && i < p->facts->count; i++)
        if (p->facts->facts[i].entity == which && !store_is_id(&p->facts->facts[i]))
            code = bind_cell(insert, at++, p, i, row);
    if (code == SQLITE_OK)
        code = sqlite3_step(insert);
    sqlite3_reset(insert);
    return code == SQLITE_DONE ? row_done(m) : store_fail(m->e, m->file, code, "write");
}

static ayant_status insert_households(import *m)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = prepare_insert(m, ENTITY_HOUSEHOLD, &insert);

    for (size_t row = 0; status == AYANT_OK && row < m->people->households; row++)
        status = insert_row(m, insert, ENTITY_HOUSEHOLD, row);
    sqlite3_finalize(insert);
    return status;
}

static ayant_status insert_persons(import *m)
{
    const people *p = m->people;
    uint32_t *row_at = calloc(p->persons + 1, sizeof *row_at); /* by place in the input */
    sqlite3_stmt *insert = NULL;
    ayant_status status;

    if (!row_at)
        return fail_memory(m->e);
    for (size_t row = 0; row < p->persons; row++)
        row_at[p->position[row]] = (uint32_t)row;
    status = prepare_insert(m, ENTITY_PERSON, &insert);
    for (size_t i = 0; status == AYANT_OK && i < p->persons; i++)
        status = insert_row(m, insert, ENTITY_PERSON, row_at[i]);
    sqlite3_finalize(insert);
    free(row_at);
    return status;
}

/*
 * One row for two people, the first the lower row: the other way round says
 * the same. kin holds what the other is to the person, so the other comes
 * first in the row: "a is the grandparent of b".
 */
static ayant_status insert_relations(import *m)
{
    const people *p = m->people;
    sqlite3_stmt *insert = NULL;
    ayant_status status =
        store_prepare(m->e, m->file, "INSERT INTO relations (person_id, other_id, relation) VALUES (?, ?, ?)",
                      "write", &insert);

    for (size_t person = 0; status == AYANT_OK && p->kin && person < p->persons; person++) {
        for (uint32_t i = p->others.first[person]; status == AYANT_OK && i < p->others.first[person + 1];
             i++) {
            const char *word = store_relation_word(p->kin[i]);
            int code;

            if (!word || p->others.other[i] < person)
                continue;
            sqlite3_bind_text(insert, 1, p->person_id[p->others.other[i]], -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 2, p->person_id[person], -1, SQLITE_STATIC);
            sqlite3_bind_text(insert, 3, word, -1, SQLITE_STATIC);
            code = sqlite3_step(insert);
            sqlite3_reset(insert);
            if (code != SQLITE_DONE)
                status = store_fail(m->e, m->file, code, "write");
            m->relations++;
        }
    }
    sqlite3_finalize(insert);
    return status;
}

static ayant_status replace_content(import *m, const store_place *at, const char *engine_version,
                                    const char *who)
{
    const people *p = m->people;
    store_entry entry = {.who = who, .what = "import", .purpose = at->purpose, .everybody = p->persons};
    char detail[200];
    ayant_status status;

    if ((status = store_run(m->e, m->file,
                            "DELETE FROM relations; DELETE FROM persons; DELETE FROM households", "write")) <
            0 ||
        (status = add_columns(m)) < 0 || (status = insert_households(m)) < 0 ||
        (status = insert_persons(m)) < 0 || (status = insert_relations(m)) < 0)
        return status;
    snprintf(detail, sizeof detail, "households %zu, persons %zu, relations %llu, ayant %s", p->households,
             p->persons, (unsigned long long)m->relations, engine_version ? engine_version : "");
    entry.detail = detail;
    return store_journal_put(m->e, m->file, &entry);
}

/* A file this import made and could not fill is taken away again, still holding its lock. */
static void take_away(store_file *f)
{
    const char *name = sqlite3_db_filename(f->db, "main");

    if (f->made && name)
        unlink(name);
}

ayant_status store_import(failure *e, const store_place *at, const people *p, const char *engine_version,
                          const char *who, const ayant_progress *progress)
{
    store_file file;
import m = {.e = e, .file = & file, .people = p, .progress = progress };
    ayant_status status = store_open(e, at, STORE_CREATE, &file);

    if (status < 0)
        return status;
    m.total = (uint64_t)p->households + p->persons;
    if ((status = store_begin(e, &file)) < 0)
        goto out;
    if ((status = replace_content(&m, at, engine_version, who)) < 0 || (status = tick(&m)) < 0) {
        take_away(&file);
        store_rollback(&file);
        goto out;
    }
    status = store_commit(e, &file);
out:
    store_close(&file);
    return status;
}
