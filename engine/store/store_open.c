/*
 * Opening a caseload: is it one, is it whole, is it ours to write.
 *
 * A caseload says so in its application_id and gives the version of its
 * schema in user_version. A file is opened as one that may have been tampered
 * with: no triggers, no views, no functions of its own, limits on sizes.
 */
#include "kept.h"
#include "sealed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/limits.h"

#define APPLICATION_ID 0x4179616e /* "Ayan" */

ayant_status store_fail(failure *e, const store_file *f, int code, const char *doing)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return fail_memory(e);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(e, AYANT_E_STORE, "S03",
                    "cannot %s '%s': another program is using it; try again when it is done", doing, f->path);
    case SQLITE_NOTADB:
        return fail(e, AYANT_E_STORE, "S01", "'%s' is not a caseload: make one with 'ayant import'", f->path);
    case SQLITE_CORRUPT:
        return fail(
            e, AYANT_E_STORE, "S02",
            "'%s' is not a caseload, or is damaged: restore a copy, or import the files into a new one",
            f->path);
    case SQLITE_FULL:
        return fail(e, AYANT_E_SYSTEM, "S04", "cannot %s '%s': the disk is full; nothing was changed", doing,
                    f->path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return fail(
            e, AYANT_E_SYSTEM, "S05",
            "cannot %s '%s': the file or its folder cannot be opened or written; check the path and the "
            "permissions of both",
            doing, f->path);
    case SQLITE_IOERR:
        return fail(e, AYANT_E_SYSTEM, "S06", "cannot %s '%s': the disk refuses (%s); nothing was changed",
                    doing, f->path, sqlite3_errmsg(f->db));
    case SQLITE_TOOBIG:
        return fail(e, AYANT_E_LIMIT, "S10", "cannot %s '%s': a row is larger than a caseload may hold",
                    doing, f->path);
    default:
        /* SQLite names tables and columns in these, never values */
        return fail(e, AYANT_E_STORE, "S09", "cannot %s '%s': %s", doing, f->path,
                    f->db ? sqlite3_errmsg(f->db) : sqlite3_errstr(code));
    }
}

ayant_status store_run(failure *e, const store_file *f, const char *sql, const char *doing)
{
    int code = sqlite3_exec(f->db, sql, NULL, NULL, NULL);

    return code == SQLITE_OK ? AYANT_OK : store_fail(e, f, code, doing);
}

ayant_status store_prepare(failure *e, const store_file *f, const char *sql, const char *doing,
                           sqlite3_stmt **out)
{
    int code = sqlite3_prepare_v2(f->db, sql, -1, out, NULL);

    return code == SQLITE_OK ? AYANT_OK : store_fail(e, f, code, doing);
}

ayant_status store_integer(failure *e, const store_file *f, const char *sql, sqlite3_int64 *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, sql, "read", &ask);
    int code;

    if (status < 0)
        return status;
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW)
        *out = sqlite3_column_int64(ask, 0);
    else if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return status;
}

void store_distrust(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LIMIT_CELL * 128); /* one row, all its texts included */
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(db, STORE_WAIT_MILLISECONDS);
}

/* A path of ours is a file: never a memory database, never a URI. */
static char *plain_path(const char *path)
{
    return sqlite3_mprintf("%s%s", path[0] == '/' ? "" : "./", path);
}

char *store_address(const char *path, const char *options)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
    sqlite3_str *address = sqlite3_str_new(NULL);

    sqlite3_str_appendall(address, path[0] == '/' ? "file:" : "file:./");
    for (const char *c = path; *c;
         c++) /* SQLite's %c writes characters, not bytes: an accent needs its %XX */
        sqlite3_str_appendf(address, strchr(plain, *c) ? "%c" : "%%%02X", (unsigned char)*c);
    sqlite3_str_appendall(address, options);
    return sqlite3_str_finish(address);
}

/*
 * A caseload in a folder that cannot be written (a DVD, a read-only share):
 * SQLite wants to make its -shm file there. When no writer left a journal
 * behind, the file alone is the whole truth and can be read as it is.
 */
static int open_unchanging(const char *path, sqlite3 **db)
{
    char *wal = sqlite3_mprintf("%s-wal", path), *address;
    int code = SQLITE_CANTOPEN;

    if (!wal || access(wal, F_OK) == 0 || access(path, R_OK) != 0) {
        sqlite3_free(wal);
        return code;
    }
    sqlite3_free(wal);
    address = store_address(path, "?immutable=1");
    if (!address)
        return SQLITE_NOMEM;
    code = sqlite3_open_v2(address, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(address);
    return code;
}

/*
 * A new caseload is for its owner alone, and so are the journal files SQLite
 * puts beside it: others are let in by somebody's decision, not by default.
 * 1 when this call made the file; what prevents it is said by the opening.
 */
static int make_file(const char *path)
{
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);

    if (file < 0)
        return 0;
    close(file);
    return 1;
}

/* Reads one page: the first moment SQLite looks into the file. */
int store_probe(sqlite3 *db)
{
    return sqlite3_exec(db, "PRAGMA cell_size_check = ON; SELECT count(*) FROM sqlite_schema", NULL, NULL,
                        NULL);
}

static int open_database(const char *plain, store_mode mode, sqlite3 **db)
{
    int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    int code;

    code = sqlite3_open_v2(plain, db, flags, NULL);
    if (code == SQLITE_OK) {
        store_distrust(*db);
        code = store_probe(*db);
    }
    if (((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY) && mode == STORE_READ) {
        sqlite3_close(*db);
        *db = NULL;
        code = open_unchanging(plain, db);
        if (code == SQLITE_OK) {
            store_distrust(*db);
            code = store_probe(*db);
        }
    }
    return code;
}

static ayant_status is_old(failure *e, const store_file *f)
{
    return fail(
        e, AYANT_E_STORE, "S16",
        "'%s' was written by an earlier ayant and holds no people this one can read: import the files "
        "into it again; its journal is kept",
        f->path);
}

static ayant_status check_identity(failure *e, const store_file *f, store_mode mode)
{
    sqlite3_int64 application = 0, version = 0, objects = 0;
    ayant_status status;

    if ((status = store_integer(e, f, "PRAGMA application_id", &application)) < 0 ||
        (status = store_integer(e, f, "PRAGMA user_version", &version)) < 0 ||
        (status = store_integer(e, f, "SELECT count(*) FROM sqlite_schema", &objects)) < 0)
        return status;
    if (application == 0 && objects == 0) {
        if (mode == STORE_CREATE)
            return AYANT_OK;
        return fail(e, AYANT_E_STORE, "S07", "'%s' holds no caseload yet: fill it with 'ayant import'",
                    f->path);
    }
    if (application != APPLICATION_ID)
        return fail(e, AYANT_E_STORE, "S01",
                    "'%s' is not a caseload: it is a database of another program; give another path",
                    f->path);
    if (version > STORE_VERSION)
        return fail(
            e, AYANT_E_STORE, "S08",
            "this caseload was written by a newer ayant: '%s' has version %d, this one knows %d; install the "
            "newer ayant",
            f->path, (int)version, STORE_VERSION);
    if (version < 1)
        return fail(e, AYANT_E_STORE, "S02", "'%s' is not a caseload, or is damaged: it has no version",
                    f->path);
    if (version < STORE_READABLE)
        return mode == STORE_CREATE ? AYANT_OK : is_old(e, f);
    return store_check_shape(e, f);
}

static ayant_status set_up(failure *e, const store_file *f, store_mode mode)
{
    if (mode == STORE_READ)
        return store_run(e, f, "PRAGMA query_only = ON", "open");
    if (f->target) /* nothing of it may touch a disk */
        return store_run(e, f,
                         "PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                         "PRAGMA temp_store = MEMORY",
                         "write");
    /* secure_delete: people who are replaced do not stay readable in free pages */
    return store_run(e, f,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                     "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536",
                     "write");
}

static ayant_status open_plain(failure *e, const store_access *at, store_mode mode, store_file *f)
{
    char *plain = plain_path(at->path);
    int code;

    if (!plain)
        return fail_memory(e);
    if (mode == STORE_CREATE) {
        f->made = make_file(plain);
    } else if (access(plain, F_OK) != 0 && errno == ENOENT) {
        sqlite3_free(plain);
        return fail(e, AYANT_E_STORE, "S07", "there is no caseload '%s': make one with 'ayant import'",
                    at->path);
    }
    code = open_database(plain, mode, &f->db);
    sqlite3_free(plain);
    return code == SQLITE_OK ? AYANT_OK : store_fail(e, f, code, "open");
}

/* A key is given and a new caseload made: it is sealed from its first byte. A plain one is not sealed by the
 * way. */
static ayant_status is_to_be_sealed(failure *e, const store_access *at, store_mode mode, int *sealed)
{
    *sealed = sealed_is(at->path);
    if (*sealed || !at->key || mode != STORE_CREATE)
        return AYANT_OK;
    if (access(at->path, F_OK) == 0)
        return fail(e, AYANT_E_USAGE, "V12",
                    "a key is given and '%s' is not sealed: seal it with 'ayant seal', or leave the key out",
                    at->path);
    *sealed = 1;
    return AYANT_OK;
}

ayant_status store_open(failure *e, const store_access *at, store_mode mode, store_file *f)
{
    ayant_status status;
    int sealed = 0;

    *f = (store_file){.path = at->path, .mode = mode, .lock = -1};
    if (!at->path || !*at->path)
        return fail(e, AYANT_E_USAGE, "S11", "a caseload needs a path: give one, such as 'caseload.db'");
    if ((status = is_to_be_sealed(e, at, mode, &sealed)) < 0)
        return status;
    status = sealed ? store_sealed_open(e, at, mode, f) : open_plain(e, at, mode, f);
    if (status < 0 || (status = check_identity(e, f, mode)) < 0 || (status = set_up(e, f, mode)) < 0)
        store_close(f);
    return status;
}

void store_close(store_file *f)
{
    if (f->target)
        store_sealed_close(f);
    sqlite3_close(f->db);
    f->db = NULL;
}

ayant_status store_begin(failure *e, store_file *f)
{
    sqlite3_int64 version = 0;
    ayant_status status = store_run(e, f, "BEGIN IMMEDIATE", "write");

    if (status < 0)
        return status;
    /* read again: another import may have made the tables while this one waited */
    status = store_integer(e, f, "PRAGMA user_version", &version);
    if (status == AYANT_OK && version < STORE_READABLE && f->mode != STORE_CREATE)
        status = is_old(e, f);
    if (status == AYANT_OK)
        status = store_upgrade(e, f, version);
    if (status == AYANT_OK)
        status = kept_merge_beside(e, f);
    if (status < 0)
        store_rollback(f);
    return status;
}

ayant_status store_commit(failure *e, store_file *f)
{
    ayant_status status = store_run(e, f, "COMMIT", "write");

    if (status == AYANT_OK && f->target)
        status = store_sealed_keep(e, f);
    if (status < 0)
        store_rollback(f);
    return status;
}

void store_rollback(store_file *f)
{
    /* what SQLite has already rolled back answers with an error of no interest */
    if (!sqlite3_get_autocommit(f->db))
        sqlite3_exec(f->db, "ROLLBACK", NULL, NULL, NULL);
}

int store_is_id(const fact *f)
{
    return strcmp(f->name, "household_id") == 0 || strcmp(f->name, "person_id") == 0;
}

ayant_status store_check_name(failure *e, const fact *f)
{
    size_t good = strspn(f->name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    if (f->name[0] >= 'a' && f->name[0] <= 'z' && f->name[good] == '\0' && strcmp(f->name, "rowid") != 0 &&
        strcmp(f->name, "oid") != 0)
        return AYANT_OK;
    return fail_at(
        e, AYANT_E_RULE, "S12", f->at.file, f->at.line, 0,
        "the fact '%s' cannot be a column of a caseload: use small letters, digits and '_', a letter first",
        f->name);
}

const char *store_relation_word(cell kin)
{
    static const char *const words[KIN_COUNT] = {
        [KIN_GRANDPARENT] = "grandparent",   [KIN_GRANDCHILD] = "grandchild",
        [KIN_SIBLING] = "sibling",           [KIN_PARENT_IN_LAW] = "parent_in_law",
        [KIN_CHILD_IN_LAW] = "child_in_law", [KIN_OTHER_RELATIVE] = "other_relative",
        [KIN_UNRELATED] = "unrelated",
    };

    return kin >= 0 && kin < KIN_COUNT ? words[kin] : NULL;
}
