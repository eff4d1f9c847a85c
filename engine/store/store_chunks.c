/*
 * Runs of rows, in and out of the tables of columns.
 */
#include "store_chunks.h"

#include <stdlib.h>
#include <string.h>

static const char *table_of(generation of, entity which)
{
    static const char *const tables[2][2] = {{"household_columns", "person_columns"},
                                             {"household_columns_before", "person_columns_before"}};

    return tables[of][which];
}

ayant_status chunks_damaged(failure *e, const store_file *f, entity which, uint64_t chunk, const char *name)
{
    return fail(
        e, AYANT_E_STORE, "S15",
        "'%s' is damaged: table '%s', run %llu of '%.100s'; restore a copy, or import the files again",
        f->path, table_of(CONTENT_NOW, which), (unsigned long long)chunk, name);
}

/* The number `sql` asks for, ?1 being `name`, when it is 0 to `most`; a run has `rows` of what is counted. */
static ayant_status last_of(failure *e, const store_file *f, entity which, const char *sql, const char *name,
                            int64_t most, int64_t rows, int64_t *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, sql, "read", &ask);
    int code;

    *out = -1;
    if (status < 0)
        return status;
    if (name)
        sqlite3_bind_text(ask, 1, name, -1, SQLITE_STATIC);
    code = sqlite3_step(ask);
    if (code != SQLITE_ROW) {
        status = store_fail(e, f, code, "read");
    } else if (sqlite3_column_type(ask, 0) != SQLITE_NULL) {
        int64_t last = sqlite3_column_int64(ask, 0);

        if (sqlite3_column_type(ask, 0) != SQLITE_INTEGER || last < 0 || last > most)
            status = chunks_damaged(e, f, which, (uint64_t)(last / rows), name ? name : store_id_name(which));
        else
            *out = last;
    }
    sqlite3_finalize(ask);
    return status;
}

ayant_status chunks_last_run(failure *e, const store_file *f, entity which, const char *name, int64_t *out)
{
    static const char *const sql[2][2] = {
        {"SELECT max(chunk) FROM household_columns",
         "SELECT max(chunk) FROM household_columns WHERE fact = ?"},
        {"SELECT max(chunk) FROM person_columns", "SELECT max(chunk) FROM person_columns WHERE fact = ?"},
    };

    return last_of(e, f, which, sql[which][name != NULL], name, CHUNK_LAST, 1, out);
}

ayant_status chunks_last_row(failure *e, const store_file *f, entity which, int64_t *out)
{
    return last_of(e, f, which,
                   which == ENTITY_PERSON ? "SELECT max(row) FROM persons"
                                          : "SELECT max(row) FROM households",
                   NULL, UINT32_MAX, CHUNK_ROWS, out);
}

void chunks_start(chunks *c, store_file *f, generation of)
{
    *c = (chunks){.file = f, .of = of};
}

void chunks_end(chunks *c)
{
    for (int i = 0; i < 2; i++) {
        sqlite3_finalize(c->get[i]);
        sqlite3_finalize(c->put[i]);
        sqlite3_finalize(c->drop[i]);
        c->get[i] = c->put[i] = c->drop[i] = NULL;
    }
    free(c->room.bytes);
    free(c->texts[0].bytes);
    free(c->texts[1].bytes);
    c->room = c->texts[0] = c->texts[1] = (packed){NULL, 0, 0};
}

/* `form` has one %s: the table. */
static ayant_status prepare(failure *e, chunks *c, entity which, const char *form, const char *doing,
                            sqlite3_stmt **out)
{
    ayant_status status;
    char *sql;

    if (*out) {
        sqlite3_reset(*out);
        return AYANT_OK;
    }
    sql = sqlite3_mprintf(form, table_of(c->of, which));
    if (!sql)
        return fail_memory(e);
    status = store_prepare(e, c->file, sql, doing, out);
    sqlite3_free(sql);
    return status;
}

static void name_run(sqlite3_stmt *of, uint64_t chunk, const char *name)
{
    sqlite3_bind_int64(of, 1, (sqlite3_int64)chunk);
    sqlite3_bind_text(of, 2, name, -1, SQLITE_STATIC);
}

ayant_status chunks_bytes(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                          const unsigned char **bytes, size_t *size)
{
    int code;

    *bytes = NULL;
    *size = 0;
    if (prepare(e, c, which, "SELECT cells FROM %s WHERE chunk = ? AND fact = ?", "read", &c->get[which]) < 0)
        return e->status;
    name_run(c->get[which], chunk, name);
    code = sqlite3_step(c->get[which]);
    if (code == SQLITE_DONE) {
        sqlite3_reset(c->get[which]);
        return AYANT_NONE;
    }
    if (code != SQLITE_ROW)
        return store_fail(e, c->file, code, "read");
    if (sqlite3_column_type(c->get[which], 0) != SQLITE_BLOB)
        return chunks_damaged(e, c->file, which, chunk, name);
    *bytes = sqlite3_column_blob(c->get[which], 0);
    *size = (size_t)sqlite3_column_bytes(c->get[which], 0);
    return *bytes || !*size ? AYANT_OK : fail_memory(e);
}

ayant_status chunks_cells(failure *e, chunks *c, entity which, uint64_t chunk, const char *name, cell *out,
                          size_t *rows)
{
    const unsigned char *bytes;
    size_t size;
    ayant_status status = chunks_bytes(e, c, which, chunk, name, &bytes, &size);

    if (status != AYANT_OK)
        return status;
    *rows = unpack_cells(bytes, size, codec_seed(which, name, chunk), out);
    sqlite3_reset(c->get[which]);
    return *rows ? AYANT_OK : chunks_damaged(e, c->file, which, chunk, name);
}

ayant_status chunks_texts(failure *e, chunks *c, entity which, uint64_t chunk, const char *name, text *out,
                          size_t *rows)
{
    packed *to = &c->texts[which];
    const unsigned char *bytes;
    size_t size, room;
    ayant_status status = chunks_bytes(e, c, which, chunk, name, &bytes, &size);

    if (status != AYANT_OK)
        return status;
    *rows = 0;
    if (texts_room(bytes, size, codec_seed(which, name, chunk), &room)) {
        if (packed_room(to, room) < 0)
            return fail_memory(e);
        *rows = unpack_texts(bytes, size, (char *)to->bytes, out);
    }
    sqlite3_reset(c->get[which]);
    return *rows ? AYANT_OK : chunks_damaged(e, c->file, which, chunk, name);
}

/* What `room` holds; `packed_well` as pack_cells says. */
static ayant_status put_run(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                            int packed_well)
{
    sqlite3_stmt **statement = packed_well ? &c->put[which] : &c->drop[which];
    const char *form = packed_well ? "INSERT OR REPLACE INTO %s (chunk, fact, cells) VALUES (?, ?, ?)"
                                   : "DELETE FROM %s WHERE chunk = ? AND fact = ?";
    int code;

    if (packed_well < 0)
        return fail_memory(e);
    if (c->get[which])
        sqlite3_reset(c->get[which]);
    if (prepare(e, c, which, form, "write", statement) < 0)
        return e->status;
    name_run(*statement, chunk, name);
    if (packed_well)
        sqlite3_bind_blob64(*statement, 3, c->room.bytes, c->room.size, SQLITE_STATIC);
    code = sqlite3_step(*statement);
    sqlite3_reset(*statement);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, c->file, code, "write");
}

ayant_status chunks_put_cells(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                              const cell *cells, size_t rows)
{
    return put_run(e, c, which, chunk, name,
                   pack_cells(&c->room, cells, rows, codec_seed(which, name, chunk)));
}

ayant_status chunks_put_texts(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                              const uint16_t *lengths, const char *bytes, size_t rows)
{
    return put_run(e, c, which, chunk, name,
                   pack_texts(&c->room, lengths, bytes, rows, codec_seed(which, name, chunk)));
}
