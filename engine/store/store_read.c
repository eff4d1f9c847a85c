/*
 * Reading a caseload into columns.
 *
 * Every value is checked as a cell of a CSV file is: the engine's promises on
 * bounds hold whatever wrote the file. A value the rules do not accept stops
 * the reading and names the table, column and row, never the value.
 */
#include "store_file.h"

#include <stdlib.h>
#include <string.h>

#include "../base/day.h"
#include "../base/limits.h"

#define TICK_ROWS 8192

typedef struct reading {
    failure *e;
    store_file *file;
    const dictionary *facts;
    people *people;
    const ayant_progress *progress;
    int *columns; /* fact of each column after the ids */
    size_t column_count;
    uint64_t done, total;
} reading;

static ayant_status row_done(reading *r)
{
    if (++r->done % TICK_ROWS == 0 && r->progress &&
        r->progress->tick(r->progress->to, "reading the caseload", r->done, r->total) != 0)
        return fail(r->e, AYANT_E_CANCELLED, "S13", "reading '%s' was stopped", r->file->path);
    return AYANT_OK;
}

static ayant_status refuse(reading *r, const fact *f, sqlite3_stmt *row)
{
    return fail(r->e, AYANT_E_STORE, "S14",
                "'%s' holds a value that the rules do not accept: table '%s', column '%s', rowid %lld; "
                "import the files "
                "again",
                r->file->path, store_table(f->entity), f->name, (long long)sqlite3_column_int64(row, 0));
}

static int within(const fact *f, sqlite3_int64 value)
{
    sqlite3_int64 limit =
        f->kind == KIND_MONEY ? (sqlite3_int64)LIMIT_EURO * 100 : (sqlite3_int64)LIMIT_NUMBER * 1000;

    if (f->kind == KIND_TRUTH)
        return value == 0 || value == 1;
    if (f->kind == KIND_DATE)
        limit = DAY_MOST;
    if (f->least < f->most && (value < f->least || value > f->most))
        return 0;
    if (f->kind == KIND_NUMBER && f->whole && value % 1000 != 0)
        return 0;
    return value >= (f->kind == KIND_DATE ? DAY_LEAST : -limit) && value <= limit;
}

static text column_text(sqlite3_stmt *row, int column)
{
    text t = {(const char *)sqlite3_column_text(row, column), 0};

    t.length = t.at ? (size_t)sqlite3_column_bytes(row, column) : 0;
    return t;
}

/* 1 and *out, or 0 when the value is not one of this fact. The column is not NULL. */
static int read_cell(const fact *f, sqlite3_stmt *row, int column, cell *out)
{
    sqlite3_int64 value;
    text written;

    if (f->kind == KIND_TRUTH || f->kind == KIND_MONEY || f->kind == KIND_NUMBER) {
        if (sqlite3_column_type(row, column) != SQLITE_INTEGER)
            return 0;
        value = sqlite3_column_int64(row, column);
        *out = (cell)value;
        return within(f, value);
    }
    if (sqlite3_column_type(row, column) != SQLITE_TEXT)
        return 0;
    written = column_text(row, column);
    if (f->kind == KIND_DATE)
        return written.length == 10 && written.at[4] == '-' && day_parse(written, out) && within(f, *out);
    *out = fact_word(f, written);
    return *out >= 0;
}

static ayant_status read_fact(reading *r, sqlite3_stmt *row, int column, int index, uint32_t to)
{
    const fact *f = &r->facts->facts[index];
    cell value = CELL_UNKNOWN;
    text written;
    int failed;

    if (sqlite3_column_type(row, column) == SQLITE_NULL)
        return AYANT_OK;
    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON) {
        written = column_text(row, column);
        if (!text_is_utf8(written) || written.length > LIMIT_CELL)
            return refuse(r, f, row);
        failed = people_set_text(r->people, to, index, written);
    } else {
        if (!read_cell(f, row, column, &value))
            return refuse(r, f, row);
        failed = people_set(r->people, to, index, value);
    }
    return failed ? fail_memory(r->e) : AYANT_OK;
}

static const char *problem_name(row_problem problem)
{
    switch (problem) {
    case ROW_NO_ID:
        return "an id is empty";
    case ROW_DUPLICATE:
        return "an id is there twice";
    case ROW_NO_HOUSEHOLD:
    case ROW_HOUSEHOLD_UNKNOWN:
        return "a person is in no household";
    case ROW_HOUSEHOLD_FULL:
        return "a household has too many members";
    case ROW_PERSON_UNKNOWN:
        return "a relation names nobody";
    case ROW_SAME_PERSON:
        return "a relation joins a person to himself or herself";
    case ROW_OTHER_HOUSEHOLD:
        return "a relation joins two households";
    case ROW_OK:
    case ROW_NO_MEMORY:
        break;
    }
    return "";
}

static ayant_status broken_row(reading *r, row_problem problem, const char *table)
{
    if (problem == ROW_NO_MEMORY)
        return fail_memory(r->e);
    return fail(r->e, AYANT_E_STORE, "S15", "'%s' is damaged: in the table '%s' %s; import the files again",
                r->file->path, table, problem_name(problem));
}

/* Which facts of an entity the file has a column for, in the order of the dictionary. */
static ayant_status find_columns(reading *r, entity which)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status =
        store_prepare(r->e, r->file, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?", "read", &ask);

    if (status < 0) {
        r->column_count = 0;
        return status;
    }
    r->column_count = 0;
    for (size_t i = 0; status == AYANT_OK && i < r->facts->count; i++) {
        const fact *f = &r->facts->facts[i];
        int code;

        if (f->entity != which || store_is_id(f))
            continue;
        sqlite3_bind_text(ask, 1, store_table(which), -1, SQLITE_STATIC);
        sqlite3_bind_text(ask, 2, f->name, -1, SQLITE_STATIC);
        code = sqlite3_step(ask);
        sqlite3_reset(ask);
        if (code == SQLITE_ROW)
            r->columns[r->column_count++] = (int)i;
        else if (code != SQLITE_DONE)
            status = store_fail(r->e, r->file, code, "read");
    }
    sqlite3_finalize(ask);
    return status;
}

/* SELECT rowid, ids, facts FROM persons ORDER BY rowid: the order of the input. */
static ayant_status prepare_select(reading *r, entity which, sqlite3_stmt **out)
{
    ayant_status status = find_columns(r, which);
    sqlite3_str *sql;
    char *query;

    if (status < 0)
        return status;
    sql = sqlite3_str_new(r->file->db);
    sqlite3_str_appendf(sql, "SELECT rowid, %s",
                        which == ENTITY_PERSON ? "person_id, household_id" : "household_id");
    for (size_t i = 0; i < r->column_count; i++)
        sqlite3_str_appendf(sql, ", \"%w\"", r->facts->facts[r->columns[i]].name);
    sqlite3_str_appendf(sql, " FROM %s ORDER BY rowid", store_table(which));
    query = sqlite3_str_finish(sql);
    status = query ? store_prepare(r->e, r->file, query, "read", out) : fail_memory(r->e);
    sqlite3_free(query);
    return status;
}

static ayant_status add_row(reading *r, sqlite3_stmt *row, entity which)
{
    int first = which == ENTITY_PERSON ? 3 : 2;
    ayant_status status = AYANT_OK;
    row_problem problem;
    uint32_t to = 0;
    text id = column_text(row, 1), household = {NULL, 0};

    if (which == ENTITY_PERSON)
        household = column_text(row, 2);
    if (!text_is_utf8(id) || !text_is_utf8(household))
        return broken_row(r, ROW_NO_ID, store_table(which));
    problem = which == ENTITY_PERSON ? people_add_person(r->people, id, household, &to)
                                     : people_add_household(r->people, id, &to);
    if (problem != ROW_OK)
        return broken_row(r, problem, store_table(which));
    for (size_t i = 0; status == AYANT_OK && i < r->column_count; i++)
        status = read_fact(r, row, first + (int)i, r->columns[i], to);
    return status == AYANT_OK ? row_done(r) : status;
}

static ayant_status read_rows(reading *r, entity which)
{
    sqlite3_stmt *row = NULL;
    ayant_status status = prepare_select(r, which, &row);
    int code = SQLITE_DONE;

    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW)
        status = add_row(r, row, which);
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(r->e, r->file, code, "read");
    sqlite3_finalize(row);
    return status;
}

static ayant_status read_relations(reading *r)
{
    sqlite3_stmt *row = NULL;
    ayant_status status =
        store_prepare(r->e, r->file, "SELECT person_id, other_id, relation FROM relations", "read", &row);
    int code = SQLITE_DONE;

    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        row_problem problem = ROW_PERSON_UNKNOWN;
        text word = column_text(row, 2);

        for (cell kin = 0; kin < KIN_COUNT; kin++) {
            const char *known = store_relation_word(kin);

            if (known && text_is(word, known))
                problem =
                    people_add_relation(r->people, column_text(row, 0), column_text(row, 1), (kinship)kin);
        }
        if (problem != ROW_OK && problem != ROW_DUPLICATE)
            status = broken_row(r, problem, "relations");
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(r->e, r->file, code, "read");
    sqlite3_finalize(row);
    return status;
}

static ayant_status read_all(reading *r)
{
    sqlite3_int64 households = 0, persons = 0;
    ayant_status status;

    /* one transaction, so that an import meanwhile is seen whole or not at all */
    if ((status = store_run(r->e, r->file, "BEGIN", "read")) < 0 ||
        (status = store_integer(r->e, r->file, "SELECT max(rowid) FROM households", &households)) < 0 ||
        (status = store_integer(r->e, r->file, "SELECT max(rowid) FROM persons", &persons)) < 0)
        return status;
    r->total = (uint64_t)households + (uint64_t)persons;
    if ((status = read_rows(r, ENTITY_HOUSEHOLD)) < 0 || (status = read_rows(r, ENTITY_PERSON)) < 0 ||
        (status = read_relations(r)) < 0)
        return status;
    return people_finish(r->people, r->e);
}

ayant_status store_people(failure *e, const store_place *at, const dictionary *facts, people **out,
                          const ayant_progress *progress)
{
    store_file file = {0};
    reading r = {.e = e, .file = &file, .facts = facts, .progress = progress};
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    r.columns = calloc(facts->count + 1, sizeof *r.columns);
    r.people = people_new(facts);
    if (!r.columns || !r.people) {
        status = fail_memory(e);
        goto out;
    }
    if ((status = read_all(&r)) < 0)
        goto out;
    *out = r.people;
    r.people = NULL;
out:
    people_free(r.people);
    free(r.columns);
    store_close(&file);
    return status;
}
