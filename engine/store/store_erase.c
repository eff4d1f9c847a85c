/*
 * Erasing: everything of a person, and of a household nobody is left in.
 *
 * The row stays as a hole: rows of others keep their places.
 */
#include "store_edit.h"

#include "../base/limits.h"
#include "store_runs.h"

static ayant_status delete_by_id(failure *e, store_file *f, const char *sql, text id)
{
    sqlite3_stmt *drop = NULL;
    ayant_status status = store_prepare(e, f, sql, "write", &drop);
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_text64(drop, 1, id.at, id.length, SQLITE_STATIC, SQLITE_UTF8);
    code = sqlite3_step(drop);
    sqlite3_finalize(drop);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, f, code, "write");
}

static int is_text(const file_fact *known)
{
    return known->kind == KIND_TEXT || known->kind == KIND_PERSON;
}

static ayant_status empty_row(failure *e, editing *d, const file_facts *known, entity which, uint64_t row)
{
    ayant_status status = AYANT_OK;

    for (size_t i = 0; status >= 0 && i < known->count; i++) {
        if (known->items[i].entity != which)
            continue;
        status = is_text(&known->items[i]) ? edit_text(e, d, which, known->items[i].name, row, (text){"", 0})
                                           : edit_cell(e, d, which, known->items[i].name, row, CELL_UNKNOWN);
    }
    if (status >= 0 && which == ENTITY_PERSON)
        status = edit_cell(e, d, which, "household_id", row, CELL_UNKNOWN);
    if (status >= 0)
        status =
            edit_text(e, d, which, which == ENTITY_PERSON ? "person_id" : "household_id", row, (text){"", 0});
    return status < 0 ? status : AYANT_OK;
}

/* 1 in *out when a person is still of the household. */
static ayant_status somebody_left(failure *e, editing *d, uint64_t household, int *out)
{
    int64_t last;
    ayant_status status = edit_last_run(e, d, ENTITY_PERSON, "household_id", &last);

    *out = 0;
    for (int64_t chunk = 0; status >= 0 && !*out && chunk <= last; chunk++) {
        size_t rows = 0;

        status = chunks_cells(e, &d->chunks, ENTITY_PERSON, (uint64_t)chunk, "household_id", d->cells, &rows);
        for (size_t i = 0; status == AYANT_OK && !*out && i < rows; i++)
            *out = d->cells[i] >= 0 && (uint64_t)d->cells[i] == household;
    }
    return status < 0 ? status : AYANT_OK;
}

static ayant_status erase_household(failure *e, editing *d, const file_facts *known, uint64_t household)
{
    char id[LIMIT_TEXT + 1];
    ayant_status status = store_household_id(e, d->chunks.file, household, id);

    if (status == AYANT_OK)
        status =
            delete_by_id(e, d->chunks.file, "DELETE FROM households WHERE household_id = ?", text_of(id));
    return status < 0 ? status : empty_row(e, d, known, ENTITY_HOUSEHOLD, household);
}

static ayant_status erase(failure *e, editing *d, const file_facts *known, text id, const store_place *at,
                          int *household_gone)
{
    store_file *f = d->chunks.file;
    int left;

    for (size_t i = 0; i < known->count; i++)
        if (known->items[i].kind == KIND_PERSON &&
            edit_links(e, d, known->items[i].entity, known->items[i].name, id) < 0)
            return e->status;
    if (delete_by_id(e, f, "DELETE FROM relations WHERE person_id = ?1 OR other_id = ?1", id) < 0 ||
        delete_by_id(e, f, "DELETE FROM persons WHERE person_id = ?", id) < 0 ||
        empty_row(e, d, known, ENTITY_PERSON, at->row) < 0 || somebody_left(e, d, at->household, &left) < 0)
        return e->status;
    *household_gone = !left;
    return left ? AYANT_OK : erase_household(e, d, known, at->household);
}

ayant_status store_erase_person(failure *e, store_file *f, text id, int *household_gone)
{
    file_facts known = {0};
    store_place at;
    editing d;
    ayant_status status = store_find_person(e, f, id, &at);

    if (status != AYANT_OK)
        return status;
    status = editing_start(e, &d, f);
    if (status == AYANT_OK)
        status = file_facts_read(e, f, CONTENT_NOW, NULL, &known);
    if (status == AYANT_OK)
        status = erase(e, &d, &known, id, &at, household_gone);
    file_facts_free(&known);
    editing_end(&d);
    return status;
}
