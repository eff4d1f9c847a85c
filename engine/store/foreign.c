/*
 * Somebody else's database, held at arm's length.
 */
#include "foreign.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "../base/arena.h"
#include "../base/limits.h"
#include "store_file.h"

#define CASELOAD_ID 0x4179616e /* see store_open.c */
#define STEPS_A_LOOK 100000

struct foreign {
    sqlite3 *db;
    const char *path;
    arena *memory;
    foreign_table *tables;
    size_t count, capacity;
    sqlite3_stmt *rows;
    int64_t looks; /* left for this row: a view may work forever */
};

static ayant_status refuse(failure *e, const foreign *f, int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return fail_memory(e);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail_at(e, AYANT_E_INPUT, "B10", f->path, 0, 0,
                       "'%s' is being written by another program: try again when it is done", f->path);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return fail_at(e, AYANT_E_INPUT, "B10", f->path, 0, 0,
                       "'%s' is a damaged SQLite database: restore a copy, or export it again", f->path);
    case SQLITE_INTERRUPT:
        return fail_at(e, AYANT_E_LIMIT, "B11", f->path, 0, 0,
                       "a view of '%s' works too long for one row: give a table", f->path);
    case SQLITE_TOOBIG:
        return fail_at(e, AYANT_E_LIMIT, "B11", f->path, 0, 0,
                       "'%s' has a row larger than 8 MB: give a table without the columns that hold files",
                       f->path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return fail_at(e, AYANT_E_INPUT, "B10", f->path, 0, 0,
                       "'%s' was left in the middle of a change, or its folder cannot be read: open it once "
                       "with the program it is of, or give a copy",
                       f->path);
    case SQLITE_AUTH:
        return fail_at(e, AYANT_E_INPUT, "B12", f->path, 0, 0,
                       "a view of '%s' does more than read tables: give a table", f->path);
    default:
        /* SQLite names tables and columns in these, never values */
        return fail_at(e, AYANT_E_INPUT, "B12", f->path, 0, 0, "'%s' cannot be read: %s", f->path,
                       f->db ? sqlite3_errmsg(f->db) : sqlite3_errstr(code));
    }
}

static int look(void *to)
{
    foreign *f = to;

    return f->looks-- <= 0;
}

/* What the text of a view may make SQLite do: read. */
static int allow(void *to, int action, const char *a, const char *b, const char *c, const char *d)
{
    (void)to, (void)a, (void)b, (void)c, (void)d;
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION ||
                   action == SQLITE_RECURSIVE
               ? SQLITE_OK
               : SQLITE_DENY;
}

/* 1 when the header says that changes go to a "-wal" file (bytes 18 and 19). */
static int writes_ahead(const char *name)
{
    unsigned char header[20] = {0};
    int file = open(name, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : read(file, header, sizeof header);

    if (file >= 0)
        close(file);
    return got == (ssize_t)sizeof header && (header[18] == 2 || header[19] == 2);
}

/*
 * SQLite makes two files beside a database in WAL mode, even to read it. With
 * no "-wal" file there, the file alone is the whole truth and is read as it
 * is. Any other database is read under SQLite's own lock.
 */
static int open_reading(const char *name, sqlite3 **db)
{
    char *wal = sqlite3_mprintf("%s-wal", name), *uri;
    int code = SQLITE_NOMEM, unchanging;

    unchanging = wal && writes_ahead(name) && access(wal, F_OK) != 0;
    uri = store_address(name, unchanging ? "?mode=ro&immutable=1" : "?mode=ro");
    if (uri && wal)
        code = sqlite3_open_v2(uri, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(uri);
    sqlite3_free(wal);
    return code;
}

static void distrust(foreign *f)
{
    sqlite3_db_config(f->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(f->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(f->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    sqlite3_limit(f->db, SQLITE_LIMIT_LENGTH, LIMIT_CELL * 128);
    sqlite3_limit(f->db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(f->db, 2000);
    sqlite3_progress_handler(f->db, STEPS_A_LOOK, look, f);
}

static ayant_status refuse_caseload(failure *e, foreign *f)
{
    sqlite3_stmt *ask = NULL;
    sqlite3_int64 id = 0;
    int code = sqlite3_prepare_v2(f->db, "PRAGMA application_id", -1, &ask, NULL);

    if (code == SQLITE_OK && (code = sqlite3_step(ask)) == SQLITE_ROW) {
        id = sqlite3_column_int64(ask, 0);
        code = SQLITE_OK;
    }
    sqlite3_finalize(ask);
    if (code != SQLITE_OK)
        return refuse(e, f, code);
    if (id != CASELOAD_ID)
        return AYANT_OK;
    return fail_at(e, AYANT_E_INPUT, "B13", f->path, 0, 0,
                   "'%s' is a caseload already, made by 'ayant import': give it alone ('ayant screen %s')",
                   f->path, f->path);
}

/* Whether it holds a row; a view that cannot be read is said to, and refuses when it is chosen. */
static int is_filled(foreign *f, const char *name)
{
    char *sql = sqlite3_mprintf("SELECT 1 FROM \"%w\" LIMIT 1", name);
    sqlite3_stmt *ask = NULL;
    int filled = 1;

    f->looks = LIMIT_VIEW_STEPS / STEPS_A_LOOK / 10;
    if (sql && sqlite3_prepare_v2(f->db, sql, -1, &ask, NULL) == SQLITE_OK)
        filled = sqlite3_step(ask) != SQLITE_DONE;
    sqlite3_finalize(ask);
    sqlite3_free(sql);
    return filled;
}

static ayant_status add_table(failure *e, foreign *f, const char *name, int is_view)
{
    char *copy = arena_text(f->memory, name);

    if (f->count == LIMIT_PARTS)
        return fail_at(e, AYANT_E_LIMIT, "B11", f->path, 0, 0, "'%s' has more than %d tables", f->path,
                       LIMIT_PARTS);
    if (!copy || arena_grow(f->memory, &f->tables, &f->capacity, f->count + 1, sizeof *f->tables) < 0)
        return fail_memory(e);
    f->tables[f->count++] = (foreign_table){copy, 1, is_view};
    return AYANT_OK;
}

static ayant_status list_tables(failure *e, foreign *f)
{
    static const char sql[] = "SELECT name, type = 'view' FROM sqlite_schema WHERE type IN ('table', 'view')"
                              " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";
    sqlite3_stmt *ask = NULL;
    int code = sqlite3_prepare_v2(f->db, sql, -1, &ask, NULL);

    while (code == SQLITE_OK && (code = sqlite3_step(ask)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(ask, 0);

        if (!name)
            fail_memory(e);
        else
            add_table(e, f, name, sqlite3_column_int(ask, 1));
        code = SQLITE_OK;
        if (e->status < 0)
            break;
    }
    sqlite3_finalize(ask);
    if (e->status < 0)
        return e->status;
    if (code != SQLITE_DONE)
        return refuse(e, f, code);
    sqlite3_set_authorizer(f->db, allow, NULL);
    for (size_t i = 0; i < f->count; i++)
        f->tables[i].filled = is_filled(f, f->tables[i].name);
    return AYANT_OK;
}

ayant_status foreign_open(failure *e, const char *path, const char *name, foreign **out)
{
    foreign *f = calloc(1, sizeof *f);
    int code;

    if (!f || !(f->memory = arena_new())) {
        free(f);
        return fail_memory(e);
    }
    f->path = path;
    f->looks = LIMIT_VIEW_STEPS / STEPS_A_LOOK;
    code = open_reading(name, &f->db);
    if (code == SQLITE_OK)
        distrust(f);
    if (code != SQLITE_OK)
        refuse(e, f, code);
    else if (refuse_caseload(e, f) == AYANT_OK)
        list_tables(e, f);
    if (e->status < 0) {
        foreign_close(f);
        return e->status;
    }
    *out = f;
    return AYANT_OK;
}

void foreign_close(foreign *f)
{
    if (!f)
        return;
    sqlite3_finalize(f->rows);
    sqlite3_close(f->db);
    arena_free(f->memory);
    free(f);
}

const foreign_table *foreign_tables(const foreign *f, size_t *count)
{
    *count = f->count;
    return f->tables;
}

ayant_status foreign_read(failure *e, foreign *f, size_t table)
{
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", f->tables[table].name);
    int code = sql ? sqlite3_prepare_v2(f->db, sql, -1, &f->rows, NULL) : SQLITE_NOMEM;

    sqlite3_free(sql);
    return code == SQLITE_OK ? AYANT_OK : refuse(e, f, code);
}

size_t foreign_columns(const foreign *f)
{
    return (size_t)sqlite3_column_count(f->rows);
}

const char *foreign_column(const foreign *f, size_t at)
{
    return sqlite3_column_name(f->rows, (int)at);
}

ayant_status foreign_next(failure *e, foreign *f)
{
    int code;

    f->looks = LIMIT_VIEW_STEPS / STEPS_A_LOOK;
    code = sqlite3_step(f->rows);
    if (code == SQLITE_ROW)
        return AYANT_OK;
    return code == SQLITE_DONE ? AYANT_NONE : refuse(e, f, code);
}

ayant_status foreign_value(failure *e, foreign *f, size_t at, foreign_kind *found, text *value)
{
    static const foreign_kind kinds[] = {[SQLITE_INTEGER] = FOREIGN_INTEGER,
                                         [SQLITE_FLOAT] = FOREIGN_REAL,
                                         [SQLITE_TEXT] = FOREIGN_TEXT,
                                         [SQLITE_BLOB] = FOREIGN_BYTES,
                                         [SQLITE_NULL] = FOREIGN_EMPTY};
    const char *bytes;

    *found = kinds[sqlite3_column_type(f->rows, (int)at)];
    *value = (text){"", 0};
    if (*found == FOREIGN_EMPTY || *found == FOREIGN_BYTES)
        return AYANT_OK;
    bytes = (const char *)sqlite3_column_text(f->rows, (int)at);
    if (!bytes)
        return fail_memory(e);
    *value = (text){bytes, (size_t)sqlite3_column_bytes(f->rows, (int)at)};
    return AYANT_OK;
}
