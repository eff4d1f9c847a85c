/*
 * From plain to sealed and back: the file is one or the other, whole.
 */
#include "seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger.h"
#include "sealed.h"

static ayant_status note(failure *e, const store_access *at, const store_file *f, const char *what)
{
    store_entry entry = {.who = at->who, .what = what, .purpose = at->purpose};

    return store_journal_put(e, f, &entry);
}

/* Best effort: the bytes of a file that no longer has a name. */
static void write_over(int file)
{
    static const char nothing[65536];
    struct stat is;

    if (fstat(file, &is) != 0 || lseek(file, 0, SEEK_SET) != 0)
        return;
    for (off_t left = is.st_size; left > 0;) {
        ssize_t written = write(file, nothing, left < (off_t)sizeof nothing ? (size_t)left : sizeof nothing);

        if (written <= 0)
            return;
        left -= written;
    }
    (void)!fsync(file);
}

/* Alone with the file, its write-ahead log emptied and gone. */
static ayant_status be_alone(failure *e, const store_file *f)
{
    ayant_status status = store_run(e, f, "PRAGMA wal_checkpoint(TRUNCATE)", "seal");

    if (status == AYANT_OK)
        status = store_run(e, f, "PRAGMA journal_mode = DELETE", "seal");
    return status == AYANT_OK ? store_run(e, f, "BEGIN EXCLUSIVE", "seal") : status;
}

static ayant_status seal_open(failure *e, const store_access *at, store_file *f)
{
    const char *name = sqlite3_db_filename(f->db, "main");
    sqlite3_int64 length = 0;
    uint8_t *image;
    int old = -1, lock = -1;
    ayant_status status;

    if ((status = store_begin(e, f)) < 0 || (status = note(e, at, f, "seal")) < 0 ||
        (status = store_commit(e, f)) < 0 || (status = be_alone(e, f)) < 0)
        return status;
    image = sqlite3_serialize(f->db, "main", &length, 0);
    if (!image)
        return fail_memory(e);
    if (length >= 20)
        image[18] = image[19] = 1; /* a sealed database has no write-ahead log */
    old = open(name, O_WRONLY | O_CLOEXEC);
    if ((status = sealed_lock(e, name, &lock)) == AYANT_OK) {
        status = sealed_write(e, name, at->key, image, (size_t)length);
        close(lock);
    }
    if (status == AYANT_OK && old >= 0)
        write_over(old);
    if (old >= 0)
        close(old);
    sodium_memzero(image, (size_t)length);
    sqlite3_free(image);
    return status;
}

ayant_status store_seal(failure *e, const store_access *at)
{
    store_file file;
    ayant_status status;

    if (!at->key)
        return fail(e, AYANT_E_USAGE, "V03", "sealing needs a key: give its file with '--key-file'");
    if (sealed_is(at->path))
        return fail(e, AYANT_E_USAGE, "V11",
                    "'%s' is sealed already: give '--new-key-file' to change its key", at->path);
    if ((status = store_open(e, at, STORE_WRITE, &file)) < 0)
        return status;
    status = seal_open(e, at, &file);
    store_close(&file);
    return status;
}

static ayant_status not_sealed(failure *e, const store_access *at)
{
    if (sealed_is(at->path))
        return AYANT_OK;
    return fail(e, AYANT_E_USAGE, "V13", "'%s' is not sealed, or is not there: nothing to do", at->path);
}

/* Written beside, flushed and renamed, like all that is sealed. */
static ayant_status write_plain(failure *e, const char *path, const uint8_t *image, size_t length)
{
    char *beside = sqlite3_mprintf("%s.new", path);
    int file, bad;
    size_t at = 0;

    if (!beside)
        return fail_memory(e);
    unlink(beside);
    file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    bad = file < 0;
    while (!bad && at < length) {
        ssize_t written = write(file, image + at, length - at);

        bad = written < 0 && errno != EINTR;
        at += written > 0 ? (size_t)written : 0;
    }
    bad = bad || fsync(file) != 0 || rename(beside, path) != 0;
    if (bad) {
        sealed_write_failed(e, path, errno);
        unlink(beside);
    }
    if (file >= 0)
        close(file);
    sqlite3_free(beside);
    return bad ? e->status : AYANT_OK;
}

ayant_status store_unseal(failure *e, const store_access *at)
{
    store_file file;
    sqlite3_int64 length = 0;
    uint8_t *image;
    ayant_status status = not_sealed(e, at);

    if (status < 0 || (status = store_open(e, at, STORE_WRITE, &file)) < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK && (status = note(e, at, &file, "unseal")) == AYANT_OK)
        status = store_run(e, &file, "COMMIT", "write");
    if (status == AYANT_OK) {
        image = sqlite3_serialize(file.db, "main", &length, SQLITE_SERIALIZE_NOCOPY);
        status = image ? write_plain(e, file.target, image, (size_t)length) : fail_memory(e);
    } else {
        store_rollback(&file);
    }
    store_close(&file);
    return status;
}

ayant_status store_rekey(failure *e, const store_access *at, store_key *key)
{
    store_file file;
    ayant_status status = not_sealed(e, at);

    if (status < 0 || (status = store_open(e, at, STORE_WRITE, &file)) < 0)
        return status;
    file.key = key; /* what is committed from here is sealed with it */
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        if ((status = note(e, at, &file, "rekey")) == AYANT_OK)
            status = store_commit(e, &file);
        else
            store_rollback(&file);
    }
    store_close(&file);
    return status;
}
