/*
 * Ids: is it new, and where is it.
 */
#include "store_ids.h"

#include <stdlib.h>
#include <string.h>

#include "store_codec.h"

/* 32 MB: the marks of six million ids. */
#define MOST_MARKS ((size_t)1 << 23)
#define FIRST_MARKS 1024

ayant_status ids_start(failure *e, ids *of, store_file *f, entity which)
{
    *of = (ids){.file = f, .of = which, .sorted = 1};
    of->waiting = malloc(IDS_TOGETHER * sizeof *of->waiting);
    return of->waiting ? AYANT_OK : fail_memory(e);
}

void ids_end(ids *of)
{
    sqlite3_finalize(of->insert_many);
    sqlite3_finalize(of->insert_one);
    sqlite3_finalize(of->find);
    free(of->waiting);
    free(of->marks);
    *of = (ids){0};
}

/* INSERT INTO persons VALUES (?, ?, ?), (?, ?, ?), ... */
static ayant_status prepare_insert(failure *e, ids *of, size_t rows, sqlite3_stmt **out)
{
    const char *values = of->of == ENTITY_PERSON ? "(?, ?, ?)" : "(?, ?)";
    sqlite3_str *sql;
    ayant_status status;
    char *query;

    if (*out)
        return AYANT_OK;
    sql = sqlite3_str_new(of->file->db);
    sqlite3_str_appendf(sql, "INSERT INTO %s VALUES %s", store_table(of->of), values);
    for (size_t i = 1; i < rows; i++)
        sqlite3_str_appendf(sql, ", %s", values);
    query = sqlite3_str_finish(sql);
    status = query ? store_prepare(e, of->file, query, "write", out) : fail_memory(e);
    sqlite3_free(query);
    return status;
}

static int bind_row(const ids *of, sqlite3_stmt *insert, int at, const waiting_id *w)
{
    sqlite3_bind_text(insert, at++, w->id, (int)w->length, SQLITE_STATIC);
    sqlite3_bind_int64(insert, at++, w->row);
    if (of->of == ENTITY_PERSON)
        sqlite3_bind_int64(insert, at++, w->household);
    return at;
}

static ayant_status insert_waiting(failure *e, ids *of)
{
    size_t together = of->count == IDS_TOGETHER ? IDS_TOGETHER : 1;
    sqlite3_stmt **insert = together == 1 ? &of->insert_one : &of->insert_many;

    if (!of->count)
        return AYANT_OK;
    if (prepare_insert(e, of, together, insert) < 0)
        return e->status;
    for (size_t i = 0; i < of->count; i += together) {
        int at = 1, code;

        for (size_t k = i; k < i + together; k++)
            at = bind_row(of, *insert, at, &of->waiting[k]);
        code = sqlite3_step(*insert);
        sqlite3_reset(*insert);
        if (code != SQLITE_DONE)
            return store_fail(e, of->file, code, "write");
    }
    of->count = 0;
    return AYANT_OK;
}

static size_t slot_of(const uint32_t *marks, size_t size, uint32_t mark)
{
    size_t at = (size_t)mark & (size - 1);

    while (marks[at] && marks[at] != mark)
        at = (at + 1) & (size - 1);
    return at;
}

/* Room for one mark more, at most three quarters full. 0, or -1 without memory. */
static int widen(ids *of)
{
    size_t size = of->size ? of->size * 2 : FIRST_MARKS;
    uint32_t *wide;

    if (of->full || of->used < of->size / 4 * 3)
        return 0;
    if (size > MOST_MARKS) {
        free(of->marks);
        of->marks = NULL;
        of->full = 1;
        return 0;
    }
    wide = calloc(size, sizeof *wide);
    if (!wide)
        return -1;
    for (size_t i = 0; i < of->size; i++)
        if (of->marks[i])
            wide[slot_of(wide, size, of->marks[i])] = of->marks[i];
    free(of->marks);
    of->marks = wide;
    of->size = size;
    return 0;
}

/* 1 when the id may be there, 0 when it is new and now marked, -1 without memory. */
static int marked(ids *of, text id)
{
    uint64_t hash;
    uint32_t mark;
    size_t at;

    if (widen(of) < 0)
        return -1;
    if (of->full)
        return 1;
    hash = codec_hash(0, id.at, id.length);
    mark = (uint32_t)(hash >> 32 ^ hash);
    mark += !mark;
    at = slot_of(of->marks, of->size, mark);
    if (of->marks[at])
        return 1;
    of->marks[at] = mark;
    of->used++;
    return 0;
}

/* The first id out of order: those of the table are marked. */
static ayant_status mark_all(failure *e, ids *of)
{
    const char *sql =
        of->of == ENTITY_PERSON ? "SELECT person_id FROM persons" : "SELECT household_id FROM households";
    sqlite3_stmt *row = NULL;
    int code = SQLITE_DONE;

    of->sorted = 0;
    if (insert_waiting(e, of) < 0 || store_prepare(e, of->file, sql, "read", &row) < 0)
        return e->status;
    while (!of->full && e->status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        text id = {(const char *)sqlite3_column_text(row, 0), (size_t)sqlite3_column_bytes(row, 0)};

        if (!id.at || marked(of, id) < 0)
            fail_memory(e);
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_fail(e, of->file, code, "read");
    sqlite3_finalize(row);
    return e->status;
}

/* 1 when the id comes after all before it, and is now the last. */
static int in_order(ids *of, text id)
{
    size_t shorter = id.length < of->last_length ? id.length : of->last_length;
    int order = memcmp(id.at, of->last, shorter);

    if (order < 0 || (order == 0 && id.length <= of->last_length))
        return 0;
    memcpy(of->last, id.at, id.length);
    of->last_length = id.length;
    return 1;
}

/* 1 when the id may be there, 0 when it is new, -1 on a failure. */
static int may_be_there(failure *e, ids *of, text id)
{
    int seen;

    if (of->sorted && in_order(of, id))
        return 0;
    if (of->sorted && mark_all(e, of) < 0)
        return -1;
    seen = marked(of, id);
    if (seen < 0)
        fail_memory(e);
    return seen;
}

row_problem ids_add(failure *e, ids *of, text id, uint64_t row, uint64_t household)
{
    waiting_id *w;
    int seen;

    if (id.length > LIMIT_TEXT) {
        fail(e, AYANT_E_LIMIT, "S10", "cannot write '%s': an identifier is longer than %d bytes",
             of->file->path, LIMIT_TEXT);
        return ROW_FAILED;
    }
    seen = may_be_there(e, of, id);
    if (seen > 0) {
        uint64_t ignored;

        seen = ids_find(e, of, id, &ignored, &ignored);
    }
    if (seen)
        return seen < 0 ? ROW_FAILED : ROW_DUPLICATE;
    w = &of->waiting[of->count++];
    memcpy(w->id, id.at, id.length);
    w->length = id.length;
    w->row = (sqlite3_int64)row;
    w->household = (sqlite3_int64)household;
    if (of->count == IDS_TOGETHER && insert_waiting(e, of) < 0)
        return ROW_FAILED;
    return ROW_OK;
}

int ids_find(failure *e, ids *of, text id, uint64_t *row, uint64_t *household)
{
    const char *sql = of->of == ENTITY_PERSON ? "SELECT row, household FROM persons WHERE person_id = ?"
                                              : "SELECT row, 0 FROM households WHERE household_id = ?";
    int code;

    for (size_t i = 0; i < of->count; i++) {
        const waiting_id *w = &of->waiting[i];

        if (text_same((text){w->id, w->length}, id)) {
            *row = (uint64_t)w->row;
            *household = (uint64_t)w->household;
            return 1;
        }
    }
    if (!of->find && store_prepare(e, of->file, sql, "read", &of->find) < 0)
        return -1;
    sqlite3_bind_text64(of->find, 1, id.length ? id.at : "", id.length, SQLITE_STATIC, SQLITE_UTF8);
    code = sqlite3_step(of->find);
    if (code == SQLITE_ROW) {
        *row = (uint64_t)sqlite3_column_int64(of->find, 0);
        *household = (uint64_t)sqlite3_column_int64(of->find, 1);
    }
    sqlite3_reset(of->find);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_fail(e, of->file, code, "read");
    return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -1;
}

ayant_status ids_close(failure *e, ids *of)
{
    free(of->marks);
    of->marks = NULL;
    of->full = 1;
    return insert_waiting(e, of);
}
