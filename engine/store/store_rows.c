/*
 * Rows of an import: ids, households, relations, and the runs they fill.
 */
#include "store_intake.h"

#include <stdlib.h>
#include <string.h>

static size_t rows_in_run(const store_taking *t, entity which)
{
    uint64_t left = t->rows[which] - t->chunk[which] * CHUNK_ROWS;

    return left < CHUNK_ROWS ? (size_t)left : CHUNK_ROWS;
}

static ayant_status put_column(failure *e, store_taking *t, column *c, const char *name, size_t rows)
{
    uint64_t chunk = t->chunk[c->which];
    ayant_status status;

    if (!c->rows)
        return AYANT_OK;
    status = c->of_cells ? chunks_put_cells(e, &t->chunks, c->which, chunk, name, c->cells, rows)
                         : chunks_put_texts(e, &t->chunks, c->which, chunk, name, c->lengths, c->bytes, rows);
    column_empty(c);
    return status;
}

ayant_status taking_flush(failure *e, store_taking *t, entity which)
{
    size_t rows = rows_in_run(t, which);

    if (put_column(e, t, &t->id[which], which == ENTITY_PERSON ? "person_id" : "household_id", rows) < 0)
        return e->status;
    if (which == ENTITY_PERSON && put_column(e, t, &t->household, "household_id", rows) < 0)
        return e->status;
    for (size_t i = 0; i < t->facts->count; i++)
        if (t->columns[i].rows && t->columns[i].which == which &&
            put_column(e, t, &t->columns[i], t->facts->facts[i].name, rows) < 0)
            return e->status;
    return AYANT_OK;
}

ayant_status taking_close(failure *e, store_taking *t, entity which)
{
    if (taking_flush(e, t, which) < 0)
        return e->status;
    if (t->closed[which])
        return AYANT_OK;
    t->closed[which] = 1;
    return ids_close(e, &t->ids[which]);
}

/* The next row of the entity. */
static row_problem add_row(failure *e, store_taking *t, entity which, text id, uint64_t *row)
{
    uint64_t chunk;

    *row = t->rows[which];
    if (*row >= INT32_MAX) {
        fail(e, AYANT_E_LIMIT, "S10", "cannot write '%s': more than %d rows", t->file.path, INT32_MAX);
        return ROW_FAILED;
    }
    chunk = *row / CHUNK_ROWS;
    if (chunk != t->chunk[which]) {
        if (taking_flush(e, t, which) < 0)
            return ROW_FAILED;
        t->chunk[which] = chunk;
    }
    t->rows[which]++;
    return column_words(e, &t->id[which], (size_t)(*row % CHUNK_ROWS), id) < 0 ? ROW_FAILED : ROW_OK;
}

row_problem taking_household(void *to, failure *e, text id, uint64_t *row)
{
    store_taking *t = to;
    row_problem problem;

    if (!id.length || memchr(id.at, '\0', id.length))
        return ROW_NO_HOUSEHOLD;
    problem = ids_add(e, &t->ids[ENTITY_HOUSEHOLD], id, t->rows[ENTITY_HOUSEHOLD], 0);
    return problem == ROW_OK ? add_row(e, t, ENTITY_HOUSEHOLD, id, row) : problem;
}

/*
 * 1 and the row of a household, 0 when there is none, -1 on a failure. People
 * mostly come household by household, in the order of the households.
 */
static int find_household(failure *e, store_taking *t, text id, uint64_t *row)
{
    uint64_t none;
    text next;
    int found;

    if (text_same(id, t->last_id)) {
        *row = t->last;
        return 1;
    }
    *row = t->last_id.length ? t->last + 1 : 0;
    found = window_at(e, &t->households, *row, &next);
    if (found < 0)
        return -1;
    if (!found || !next.length || !text_same(id, next))
        found = ids_find(e, &t->ids[ENTITY_HOUSEHOLD], id, row, &none);
    if (found == 1 && id.length <= sizeof t->last_bytes) {
        memcpy(t->last_bytes, id.at, id.length);
        t->last_id = (text){t->last_bytes, id.length};
        t->last = *row;
    }
    return found;
}

row_problem taking_person(void *to, failure *e, text id, text household, uint64_t *row)
{
    store_taking *t = to;
    row_problem problem;
    uint64_t at = 0, other;
    uint8_t *members = NULL;
    int found;

    if (!t->closed[ENTITY_HOUSEHOLD] && taking_close(e, t, ENTITY_HOUSEHOLD) < 0)
        return ROW_FAILED;
    if (!id.length || memchr(id.at, '\0', id.length))
        return ROW_NO_ID;
    if (!household.length)
        return ROW_NO_HOUSEHOLD;
    found = find_household(e, t, household, &at);
    if (found < 0 || (found && !(members = paged_at(e, t->members, at))))
        return ROW_FAILED;
    if (!members || *members >= LIMIT_HOUSEHOLD) {
        int known = ids_find(e, &t->ids[ENTITY_PERSON], id, &other, &other);

        if (known)
            return known < 0 ? ROW_FAILED : ROW_DUPLICATE;
        return members ? ROW_HOUSEHOLD_FULL : ROW_HOUSEHOLD_UNKNOWN;
    }
    problem = ids_add(e, &t->ids[ENTITY_PERSON], id, t->rows[ENTITY_PERSON], at);
    if (problem != ROW_OK)
        return problem;
    ++*members;
    problem = add_row(e, t, ENTITY_PERSON, id, row);
    if (problem == ROW_OK && column_cell(e, &t->household, (size_t)(*row % CHUNK_ROWS), (cell)at) < 0)
        return ROW_FAILED;
    return problem;
}

/* The column of the run the late cell is in, whole. */
static ayant_status load_column(failure *e, store_taking *t, int which, size_t rows)
{
    const fact *f = &t->facts->facts[which];
    column *c = &t->columns[which];
    ayant_status status;
    size_t found = 0;

    if (c->rows)
        return AYANT_OK;
    if (column_make(e, c) < 0)
        return e->status;
    c->rows = rows;
    status = chunks_cells(e, &t->chunks, f->entity, t->chunk[f->entity], f->name, c->cells, &found);
    if (status == AYANT_OK && found != rows)
        return chunks_damaged(e, &t->file, f->entity, t->chunk[f->entity], f->name);
    return status < 0 ? status : AYANT_OK;
}

ayant_status taking_late(void *to, failure *e, uint64_t row, int which, cell value)
{
    store_taking *t = to;
    entity of = t->facts->facts[which].entity;
    uint64_t chunk = row / CHUNK_ROWS;

    if (!t->columns[which].of_cells || row >= t->rows[of])
        return AYANT_OK;
    if (chunk != t->chunk[of] || !t->closed[of]) {
        if (taking_close(e, t, of) < 0)
            return e->status;
        t->chunk[of] = chunk;
    }
    if (load_column(e, t, which, rows_in_run(t, of)) < 0)
        return e->status;
    t->columns[which].cells[row % CHUNK_ROWS] = value;
    return AYANT_OK;
}

static ayant_status insert_relation(failure *e, store_taking *t, text a, text b, const char *word)
{
    int code;

    if (!t->relate &&
        store_prepare(e, &t->file, "INSERT INTO relations (person_id, other_id, relation) VALUES (?, ?, ?)",
                      "write", &t->relate) < 0)
        return e->status;
    sqlite3_bind_text64(t->relate, 1, a.at, a.length, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text64(t->relate, 2, b.at, b.length, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(t->relate, 3, word, -1, SQLITE_STATIC);
    code = sqlite3_step(t->relate);
    sqlite3_reset(t->relate);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, &t->file, code, "write");
}

row_problem taking_relation(void *to, failure *e, text a, text b, kinship word)
{
    store_taking *t = to;
    const char *written = store_relation_word((cell)word);
    uint64_t row[2], household[2];
    int first, second;

    if (!a.length || !b.length)
        return ROW_NO_ID;
    if (!written)
        return ROW_OK; /* what the links of people say */
    first = ids_find(e, &t->ids[ENTITY_PERSON], a, &row[0], &household[0]);
    second = first == 1 ? ids_find(e, &t->ids[ENTITY_PERSON], b, &row[1], &household[1]) : first;
    if (first < 0 || second < 0)
        return ROW_FAILED;
    if (!second)
        return ROW_PERSON_UNKNOWN;
    if (row[0] == row[1])
        return ROW_SAME_PERSON;
    if (household[0] != household[1])
        return ROW_OTHER_HOUSEHOLD;
    if (insert_relation(e, t, a, b, written) < 0)
        return ROW_FAILED;
    t->relations++;
    return ROW_OK;
}
