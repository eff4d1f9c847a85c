/*
 * Columns with the rows of some households taken out, run by run.
 */
#include "purge_runs.h"

#include <stdlib.h>
#include <string.h>

#include "store_runs.h"

typedef struct sweep {
    failure *e;
    store_file *file;
    editing room;
    cell *households; /* of the persons of a run: rows */
    uint8_t *goes;    /* by row of a run */
    uint8_t *stays;   /* by household */
    uint64_t household_count;
} sweep;

static ayant_status sweep_start(failure *e, store_file *f, sweep *s)
{
    *s = (sweep){.e = e, .file = f};
    s->households = calloc(CHUNK_ROWS, sizeof *s->households);
    s->goes = calloc(CHUNK_ROWS, 1);
    if (!s->households || !s->goes)
        return fail_memory(e);
    return editing_start(e, &s->room, f);
}

static void sweep_end(sweep *s)
{
    editing_end(&s->room);
    free(s->households);
    free(s->goes);
    free(s->stays);
}

static ayant_status households_of(sweep *s, uint64_t chunk, size_t *rows)
{
    ayant_status status =
        chunks_cells(s->e, &s->room.chunks, ENTITY_PERSON, chunk, "household_id", s->households, rows);

    if (status == AYANT_NONE)
        *rows = 0;
    return status < 0 ? status : AYANT_OK;
}

static ayant_status stay(sweep *s, sqlite3_stmt *insert, cell household)
{
    int code;

    if (household < 0)
        return AYANT_OK;
    sqlite3_bind_int64(insert, 1, household);
    code = sqlite3_step(insert);
    sqlite3_reset(insert);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(s->e, s->file, code, "purge");
}

static ayant_status find_in_run(sweep *s, uint64_t chunk, day on, unsigned months, sqlite3_stmt *insert)
{
    size_t rows = 0, dated = 0;
    ayant_status status = households_of(s, chunk, &rows);

    if (status == AYANT_OK)
        status = chunks_cells(s->e, &s->room.chunks, ENTITY_PERSON, chunk, "last_contacted", s->room.cells,
                              &dated);
    for (size_t i = 0; status == AYANT_OK && i < rows && i < dated; i++)
        if (s->room.cells[i] >= DAY_LEAST && s->room.cells[i] <= DAY_MOST &&
            day_add_months(s->room.cells[i], (int32_t)months) > on)
            status = stay(s, insert, s->households[i]);
    return status < 0 ? status : AYANT_OK;
}

ayant_status purge_find_staying(failure *e, store_file *f, day on, unsigned months)
{
    sqlite3_stmt *insert = NULL;
    int64_t last = -1;
    sweep s;
    ayant_status status = sweep_start(e, f, &s);

    if (status == AYANT_OK)
        status = edit_last_run(e, &s.room, ENTITY_PERSON, "last_contacted", &last);
    if (status == AYANT_OK)
        status = store_prepare(e, f, "INSERT OR IGNORE INTO temp.staying (household) VALUES (?)", "purge",
                               &insert);
    for (int64_t chunk = 0; status == AYANT_OK && chunk <= last; chunk++)
        status = find_in_run(&s, (uint64_t)chunk, on, months, insert);
    sqlite3_finalize(insert);
    sweep_end(&s);
    return status;
}

static ayant_status load_stays(sweep *s)
{
    sqlite3_int64 last = -1;
    sqlite3_stmt *row = NULL;
    ayant_status status =
        store_integer(s->e, s->file, "SELECT coalesce(max(row), -1) FROM households", &last);
    int code = SQLITE_DONE;

    if (status < 0)
        return status;
    if (last < -1 || last >= INT32_MAX)
        return chunks_damaged(s->e, s->file, ENTITY_HOUSEHOLD, 0, "household_id");
    s->household_count = (uint64_t)(last + 1);
    s->stays = calloc(s->household_count + 1, 1);
    if (!s->stays)
        return fail_memory(s->e);
    status = store_prepare(s->e, s->file, "SELECT household FROM temp.staying", "read", &row);
    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW)
        if (sqlite3_column_int64(row, 0) <= last && sqlite3_column_int64(row, 0) >= 0)
            s->stays[sqlite3_column_int64(row, 0)] = 1;
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(s->e, s->file, code, "read");
    sqlite3_finalize(row);
    return status;
}

static int goes(const sweep *s, int64_t household)
{
    return household < 0 || (uint64_t)household >= s->household_count || !s->stays[household];
}

/* Which rows of a run go. */
static ayant_status mark(sweep *s, entity which, uint64_t chunk)
{
    size_t rows = CHUNK_ROWS;
    ayant_status status = which == ENTITY_PERSON ? households_of(s, chunk, &rows) : AYANT_OK;

    for (size_t i = 0; status == AYANT_OK && i < CHUNK_ROWS; i++)
        s->goes[i] = (uint8_t)(which == ENTITY_PERSON ? i >= rows || goes(s, s->households[i])
                                                      : goes(s, (int64_t)(chunk * CHUNK_ROWS + i)));
    return status;
}

static ayant_status clear_cells(sweep *s, entity which, uint64_t chunk, const char *name)
{
    size_t rows = 0;
    ayant_status status = chunks_cells(s->e, &s->room.chunks, which, chunk, name, s->room.cells, &rows);

    if (status != AYANT_OK)
        return status < 0 ? status : AYANT_OK;
    for (size_t i = 0; i < rows; i++)
        if (s->goes[i])
            s->room.cells[i] = CELL_UNKNOWN;
    return chunks_put_cells(s->e, &s->room.chunks, which, chunk, name, s->room.cells, rows);
}

static ayant_status clear_texts(sweep *s, entity which, uint64_t chunk, const char *name)
{
    size_t rows = 0;
    ayant_status status = chunks_texts(s->e, &s->room.chunks, which, chunk, name, s->room.texts, &rows);

    if (status != AYANT_OK)
        return status < 0 ? status : AYANT_OK;
    for (size_t i = 0; i < rows; i++)
        if (s->goes[i])
            s->room.texts[i] = (text){"", 0};
    return edit_put_texts(s->e, &s->room, which, chunk, name, rows);
}

static ayant_status clear_run(sweep *s, const file_facts *known, entity which, uint64_t chunk)
{
    ayant_status status = mark(s, which, chunk);

    for (size_t i = 0; status == AYANT_OK && i < known->count; i++) {
        const file_fact *f = &known->items[i];

        if (f->entity != which)
            continue;
        status = f->kind == KIND_TEXT || f->kind == KIND_PERSON ? clear_texts(s, which, chunk, f->name)
                                                                : clear_cells(s, which, chunk, f->name);
    }
    if (status == AYANT_OK && which == ENTITY_PERSON)
        status = clear_cells(s, which, chunk, "household_id");
    if (status == AYANT_OK)
        status = clear_texts(s, which, chunk, which == ENTITY_PERSON ? "person_id" : "household_id");
    return status;
}

ayant_status purge_runs(failure *e, store_file *f)
{
    file_facts known = {0};
    sqlite3_int64 last[2] = {-1, -1};
    sweep s;
    ayant_status status = sweep_start(e, f, &s);

    if (status == AYANT_OK && (status = load_stays(&s)) == AYANT_OK &&
        (status = file_facts_read(e, f, CONTENT_NOW, NULL, &known)) == AYANT_OK &&
        (status = store_integer(e, f, "SELECT coalesce(max(chunk), -1) FROM household_columns",
                                &last[ENTITY_HOUSEHOLD])) == AYANT_OK)
        status =
            store_integer(e, f, "SELECT coalesce(max(chunk), -1) FROM person_columns", &last[ENTITY_PERSON]);
    for (int which = ENTITY_HOUSEHOLD; status == AYANT_OK && which <= ENTITY_PERSON; which++)
        if (last[which] > INT32_MAX / CHUNK_ROWS)
            status = chunks_damaged(e, f, (entity)which, (uint64_t)last[which], "household_id");
    for (int which = ENTITY_HOUSEHOLD; which <= ENTITY_PERSON; which++)
        for (sqlite3_int64 chunk = 0; status == AYANT_OK && chunk <= last[which]; chunk++)
            status = clear_run(&s, &known, (entity)which, (uint64_t)chunk);
    file_facts_free(&known);
    sweep_end(&s);
    return status;
}
