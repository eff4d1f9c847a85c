/*
 * Reading a caseload into columns.
 *
 * Every value is checked as a cell of a CSV file is: the engine's promises on
 * bounds hold whatever wrote the file. A value the rules do not accept stops
 * the reading and names the table, the fact and the row, never the value.
 */
#include "store_read.h"

#include <stdlib.h>
#include <string.h>

#include "../base/day.h"
#include "../base/limits.h"

static ayant_status tick(reading *r)
{
    if (r->progress && r->progress->tick(r->progress->to, "reading the caseload", r->done, r->total) != 0)
        return fail(r->e, AYANT_E_CANCELLED, "S13", "reading '%s' was stopped", r->file->path);
    return AYANT_OK;
}

static int within(const fact *f, cell value)
{
    int64_t limit = f->kind == KIND_MONEY ? (int64_t)LIMIT_EURO * 100 : (int64_t)LIMIT_NUMBER * 1000;

    if (f->kind == KIND_TRUTH)
        return value == 0 || value == 1;
    if (f->kind == KIND_WORD)
        return value >= 0 && (size_t)value < f->word_count;
    if (f->kind == KIND_DATE)
        limit = DAY_MOST;
    if (f->least < f->most && (value < f->least || value > f->most))
        return 0;
    if (f->kind == KIND_NUMBER && f->whole && value % 1000 != 0)
        return 0;
    return value >= (f->kind == KIND_DATE ? DAY_LEAST : -limit) && value <= limit;
}

ayant_status store_check_cells(failure *e, const store_file *file, const fact *f, const file_fact *known,
                               uint64_t chunk, cell *cells, size_t rows)
{
    size_t bad = rows;

    if (known->kind != f->kind)
        bad = 0;
    for (size_t i = 0; bad == rows && known->kind == KIND_WORD && i < rows; i++) {
        if (cells[i] == CELL_UNKNOWN)
            continue;
        if (cells[i] < 0 || (size_t)cells[i] >= known->word_count || known->cells[cells[i]] < 0)
            bad = i;
        else
            cells[i] = known->cells[cells[i]];
    }
    for (size_t i = 0; bad == rows && i < rows; i++)
        if (cells[i] != CELL_UNKNOWN && !within(f, cells[i]))
            bad = i;
    if (bad == rows)
        return AYANT_OK;
    return fail(e, AYANT_E_STORE, "S14",
                "'%s' holds a value that the rules do not accept: table '%s_columns', fact '%s', row %llu; "
                "import the files again",
                file->path, f->entity == ENTITY_PERSON ? "person" : "household", f->name,
                (unsigned long long)(chunk * CHUNK_ROWS + bad));
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
    case ROW_FAILED:
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

/* The runs that have ids. */
static ayant_status list_runs(reading *r, entity which)
{
    const char *sql = which == ENTITY_PERSON
                          ? "SELECT chunk FROM person_columns WHERE fact = 'person_id' ORDER BY chunk"
                          : "SELECT chunk FROM household_columns WHERE fact = 'household_id' ORDER BY chunk";
    runs *list = &r->runs[which];
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(r->e, r->file, sql, "read", &ask);
    int code = SQLITE_DONE;

    while (status == AYANT_OK && (code = sqlite3_step(ask)) == SQLITE_ROW) {
        sqlite3_int64 chunk = sqlite3_column_int64(ask, 0);

        if (chunk < 0 || chunk > CHUNK_LAST)
            status = chunks_damaged(r->e, r->file, which, (uint64_t)chunk, "person_id");
        else if (arena_grow(r->memory, &list->items, &list->capacity, list->count + 1, sizeof *list->items) <
                 0)
            status = fail_memory(r->e);
        else
            list->items[list->count++] = (run){.chunk = (uint64_t)chunk};
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(r->e, r->file, code, "read");
    sqlite3_finalize(ask);
    r->total += list->count;
    return status;
}

/* The household of a person, as a row of people, from the row of the file. */
static ayant_status household_of(reading *r, const run *from, cell household, uint32_t *out)
{
    const runs *list = &r->runs[ENTITY_HOUSEHOLD];
    uint64_t chunk = household >= 0 ? (uint64_t)household / CHUNK_ROWS : UINT64_MAX;
    size_t low = 0, high = list->count;

    if (chunk < list->count && list->items[chunk].chunk == chunk)
        low = (size_t)chunk;
    else
        while (low < high) {
            size_t middle = low + (high - low) / 2;

            if (list->items[middle].chunk < chunk)
                low = middle + 1;
            else
                high = middle;
        }
    if (low >= list->count || list->items[low].chunk != chunk ||
        (size_t)household % CHUNK_ROWS >= list->items[low].rows)
        return chunks_damaged(r->e, r->file, ENTITY_PERSON, from->chunk, "household_id");
    *out = list->items[low].row[(size_t)household % CHUNK_ROWS];
    return *out == RUN_HOLE ? broken_row(r, ROW_HOUSEHOLD_UNKNOWN, "persons") : AYANT_OK;
}

static ayant_status add_row(reading *r, entity which, const run *at, text id, cell household, uint32_t *row)
{
    row_problem problem;
    uint32_t of = 0;

    if (which == ENTITY_PERSON && household_of(r, at, household, &of) < 0)
        return r->e->status;
    problem = which == ENTITY_PERSON ? people_add_member(r->people, id, of, row)
                                     : people_add_household(r->people, id, row);
    return problem == ROW_OK ? AYANT_OK : broken_row(r, problem, store_table(which));
}

/* The rows of a run: who is there, and who was erased. */
static ayant_status read_ids(reading *r, entity which, run *at)
{
    const char *name = which == ENTITY_PERSON ? "person_id" : "household_id";
    size_t rows = 0;

    if (chunks_texts(r->e, &r->chunks, which, at->chunk, name, r->texts, &at->rows) < 0)
        return r->e->status;
    if (which == ENTITY_PERSON) {
        ayant_status status =
            chunks_cells(r->e, &r->chunks, which, at->chunk, "household_id", r->cells, &rows);

        if (status < 0)
            return status;
        if (status == AYANT_NONE || rows != at->rows)
            return chunks_damaged(r->e, r->file, which, at->chunk, "household_id");
    }
    at->row = arena_array(r->memory, at->rows, sizeof *at->row);
    if (!at->row)
        return fail_memory(r->e);
    at->first = UINT32_MAX;
    for (size_t i = 0; i < at->rows; i++) {
        at->row[i] = RUN_HOLE;
        if (!r->texts[i].length)
            continue;
        if (add_row(r, which, at, r->texts[i], r->cells[i], &at->row[i]) < 0)
            return r->e->status;
        if (!at->count++)
            at->first = at->row[i];
    }
    return AYANT_OK;
}

static ayant_status read_cells(reading *r, const run *at, const file_fact *known)
{
    const fact *f = &r->facts->facts[known->fact];
    ayant_status status;
    size_t rows, next = 0;
    cell *to;

    status = chunks_cells(r->e, &r->chunks, f->entity, at->chunk, f->name, r->cells, &rows);
    if (status != AYANT_OK)
        return status;
    if (rows != at->rows)
        return chunks_damaged(r->e, r->file, f->entity, at->chunk, f->name);
    if (store_check_cells(r->e, r->file, f, known, at->chunk, r->cells, rows) < 0)
        return r->e->status;
    to = people_cells(r->people, known->fact, at->first, at->count);
    if (!to)
        return fail_memory(r->e);
    for (size_t i = 0; i < rows; i++)
        if (at->row[i] != RUN_HOLE)
            to[next++] = r->cells[i];
    return AYANT_OK;
}

static ayant_status read_texts(reading *r, const run *at, const file_fact *known)
{
    const fact *f = &r->facts->facts[known->fact];
    const unsigned char *bytes;
    size_t size, room_size, next = 0;
    ayant_status status = chunks_bytes(r->e, &r->chunks, f->entity, at->chunk, f->name, &bytes, &size);
    const char **to;
    char *room;

    if (status != AYANT_OK)
        return status;
    if (!texts_room(bytes, size, codec_seed(f->entity, f->name, at->chunk), &room_size))
        return chunks_damaged(r->e, r->file, f->entity, at->chunk, f->name);
    room = people_room(r->people, room_size);
    to = room ? people_texts(r->people, known->fact, at->first, at->count) : NULL;
    if (!to)
        return fail_memory(r->e);
    memset(to, 0, at->count * sizeof *to);
    if (known->kind != f->kind || unpack_texts(bytes, size, room, r->texts) != at->rows)
        return chunks_damaged(r->e, r->file, f->entity, at->chunk, f->name);
    for (size_t i = 0; i < at->rows; i++)
        if (at->row[i] != RUN_HOLE)
            to[next++] = r->texts[i].length ? r->texts[i].at : NULL;
    return AYANT_OK;
}

static ayant_status read_runs(reading *r, entity which)
{
    for (size_t k = 0; k < r->runs[which].count; k++) {
        run *at = &r->runs[which].items[k];

        if (read_ids(r, which, at) < 0)
            return r->e->status;
        for (size_t i = 0; at->count && i < r->known.count; i++) {
            const file_fact *known = &r->known.items[i];
            kind of;

            if (known->entity != which || known->fact < 0)
                continue;
            of = r->facts->facts[known->fact].kind;
            if ((of == KIND_TEXT || of == KIND_PERSON ? read_texts(r, at, known) : read_cells(r, at, known)) <
                0)
                return r->e->status;
        }
        r->done++;
        if (tick(r) < 0)
            return r->e->status;
    }
    return AYANT_OK;
}

static text column_text(sqlite3_stmt *row, int column)
{
    text t = {(const char *)sqlite3_column_text(row, column), 0};

    t.length = t.at ? (size_t)sqlite3_column_bytes(row, column) : 0;
    return t;
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
    if (file_facts_read(r->e, r->file, CONTENT_NOW, r->facts, &r->known) < 0 ||
        list_runs(r, ENTITY_HOUSEHOLD) < 0 || list_runs(r, ENTITY_PERSON) < 0 || tick(r) < 0 ||
        read_runs(r, ENTITY_HOUSEHOLD) < 0 || read_runs(r, ENTITY_PERSON) < 0 || read_relations(r) < 0)
        return r->e->status;
    return people_finish(r->people, r->e);
}

ayant_status store_read_people(failure *e, store_file *file, const dictionary *facts, people **out,
                               const ayant_progress *progress)
{
    reading r = {.e = e, .file = file, .facts = facts, .progress = progress};

    chunks_start(&r.chunks, file, CONTENT_NOW);
    r.memory = arena_new();
    r.people = people_new(facts);
    r.cells = calloc(CHUNK_ROWS, sizeof *r.cells);
    r.texts = calloc(CHUNK_ROWS, sizeof *r.texts);
    if (!r.memory || !r.people || !r.cells || !r.texts)
        fail_memory(e);
    else if (read_all(&r) == AYANT_OK) {
        *out = r.people;
        r.people = NULL;
    }
    chunks_end(&r.chunks);
    file_facts_free(&r.known);
    people_free(r.people);
    arena_free(r.memory);
    free(r.cells);
    free(r.texts);
    return e->status;
}

ayant_status store_people(failure *e, const store_access *at, const dictionary *facts, people **out,
                          const ayant_progress *progress)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    /* one transaction, so that an import meanwhile is seen whole or not at all */
    status = store_run(e, &file, "BEGIN", "read");
    if (status == AYANT_OK)
        status = store_read_people(e, &file, facts, out, progress);
    store_close(&file);
    return status;
}
