/*
 * Reading what is held about one person.
 */
#include <stdio.h>
#include <string.h>

#include "../base/limits.h"
#include "kept.h"
#include "person_write.h"

typedef struct gathering {
    arena *memory;
    person_sheet *sheet;
    entity which;
} gathering;

ayant_status person_absent(failure *e, const store_file *f)
{
    return fail(e, AYANT_E_INPUT, "K11", "nobody in '%s' has this id: check it, letters and figures",
                f->path);
}

static ayant_status take_value(void *to, failure *e, const stored_value *v)
{
    gathering *g = to;
    person_sheet *s = g->sheet;
    person_value one = {.entity = g->which, .kind = v->kind, .fact = v->fact, .value = v->value};

    one.name = arena_text(g->memory, v->name);
    one.text = arena_text(g->memory, v->text);
    if (!one.name || (v->text && !one.text) ||
        arena_grow(g->memory, &s->values, &s->capacity, s->count + 1, sizeof one) < 0)
        return fail_memory(e);
    s->values[s->count++] = one;
    return AYANT_OK;
}

static ayant_status count_by(failure *e, const store_file *f, const char *sql, text id,
                             sqlite3_int64 household, uint64_t *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, sql, "read", &ask);
    int code;

    if (status < 0)
        return status;
    if (sqlite3_bind_parameter_index(ask, ":id"))
        sqlite3_bind_text(ask, sqlite3_bind_parameter_index(ask, ":id"), id.at, (int)id.length,
                          SQLITE_STATIC);
    if (sqlite3_bind_parameter_index(ask, ":household"))
        sqlite3_bind_int64(ask, sqlite3_bind_parameter_index(ask, ":household"), household);
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW)
        *out = (uint64_t)sqlite3_column_int64(ask, 0);
    else
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return status;
}

static ayant_status read_lists(failure *e, const store_file *f, text id, arena *memory, person_sheet *out)
{
    uint8_t secret[SECRET_BYTES], pseudonym[PSEUDONYM_BYTES];
    sqlite3_stmt *row = NULL;
    ayant_status status = ledger_secret(e, f, secret);
    int code = SQLITE_DONE;

    if (status < 0)
        return status;
    pseudonym_of(secret, LIST_USE, id, pseudonym);
    sodium_memzero(secret, sizeof secret);
    status = store_prepare(
        e, f,
        "SELECT at, what, profile, purpose, delete_on, what = 'list' FROM exports WHERE what = 'list'"
        " OR export IN (SELECT export FROM export_persons WHERE pseudonym = ?) ORDER BY export",
        "read", &row);
    if (status == AYANT_OK)
        sqlite3_bind_blob(row, 1, pseudonym, sizeof pseudonym, SQLITE_STATIC);
    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        const char **words[5];
        person_list *one;

        if (arena_grow(memory, &out->lists, &out->list_capacity, out->list_count + 1, sizeof *out->lists) <
            0) {
            status = fail_memory(e);
            break;
        }
        one = &out->lists[out->list_count++];
        words[0] = &one->at, words[1] = &one->what, words[2] = &one->profile, words[3] = &one->purpose;
        words[4] = &one->delete_on;
        for (int i = 0; i < 5; i++)
            if (!(*words[i] = arena_text(memory, (const char *)sqlite3_column_text(row, i))))
                status = fail_memory(e);
        one->everybody = sqlite3_column_int(row, 5);
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    return status;
}

static ayant_status read_sheet(failure *e, store_file *f, const dictionary *facts, text id, arena *memory,
                               person_sheet *out)
{
    gathering g = {memory, out, ENTITY_PERSON};
    char household[LIMIT_TEXT + 1] = "";
    store_place at;
    kept objected;
    ayant_status status;

    if ((status = ledger_needed(e, f)) < 0 || (status = store_find_person(e, f, id, &at)) < 0)
        return status;
    if (status == AYANT_NONE)
        return person_absent(e, f);
    if ((status = store_row_facts(e, f, facts, ENTITY_PERSON, at.row, take_value, &g)) < 0)
        return status;
    g.which = ENTITY_HOUSEHOLD;
    if ((status = store_row_facts(e, f, facts, ENTITY_HOUSEHOLD, at.household, take_value, &g)) < 0 ||
        (status = store_household_id(e, f, at.household, household)) < 0 ||
        (status = count_by(e, f, "SELECT count(*) - 1 FROM persons WHERE household = :household", id,
                           (sqlite3_int64)at.household, &out->others)) < 0 ||
        (status = count_by(e, f, "SELECT count(*) FROM relations WHERE person_id = :id OR other_id = :id", id,
                           0, &out->relations)) < 0 ||
        (status = read_lists(e, f, id, memory, out)) < 0 ||
        (status = holdings_imported(e, f, out->imported)) < 0 ||
        (status = holdings_months(e, f, out->months)) < 0 ||
        (status = kept_load(e, f, KEPT_OBJECTED, &objected)) < 0)
        return status;
    out->objected = kept_has(&objected, id);
    kept_free(&objected);
    out->household_id = arena_text(memory, household);
    return out->household_id ? AYANT_OK : fail_memory(e);
}

ayant_status store_person(failure *e, const store_access *at, const dictionary *facts, const char *id,
                          arena *memory, person_sheet *out)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    *out = (person_sheet){.values = NULL};
    if ((status = store_run(e, &file, "BEGIN", "read")) == AYANT_OK)
        status = read_sheet(e, &file, facts, text_of(id), memory, out);
    store_close(&file);
    return status;
}
