/*
 * A sealed caseload while it is open: a database in memory.
 *
 * Its transactions are those of any caseload; the moment one commits, the
 * whole database is sealed and takes the place of the file. What SQLite puts
 * beside a database (journal, temporary tables) stays in memory too. The
 * image is wiped when it is closed; pages SQLite had cached are given back to
 * the system as they are.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include "sealed.h"
#include "store_file.h"

#include <errno.h>
#include <limits.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/limits.h"

/* A link is followed, so that the file it leads to is replaced and not the link. */
static char *target_of(const char *path)
{
    char *real = realpath(path, NULL);

    return real || errno != ENOENT ? real : strdup(path);
}

/* The header says "no write-ahead log": a database in memory has none. */
static void without_log(uint8_t *image, size_t length)
{
    if (length >= 20 && memcmp(image, "SQLite format 3", 16) == 0)
        image[18] = image[19] = 1;
}

/* An empty database, or the image. It lies in one piece, which is what gets sealed and what gets wiped. */
static ayant_status adopt(failure *e, store_file *f, uint8_t *image, size_t length)
{
    sqlite3_int64 most = (sqlite3_int64)LIMIT_SEALED;
    int code = sqlite3_open_v2("sealed", &f->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memdb");

    if (code != SQLITE_OK) {
        sqlite3_free(image);
        return store_fail(e, f, code, "open");
    }
    if (image) {
        without_log(image, length);
        code = sqlite3_deserialize(f->db, "main", image, (sqlite3_int64)length, (sqlite3_int64)length,
                                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
        if (code != SQLITE_OK) /* SQLite has freed the image */
            return store_fail(e, f, code, "open");
    }
    sqlite3_file_control(f->db, "main", SQLITE_FCNTL_SIZE_LIMIT, &most);
    store_distrust(f->db);
    code = store_probe(f->db);
    return code == SQLITE_OK ? AYANT_OK : store_fail(e, f, code, "open");
}

ayant_status store_sealed_open(failure *e, const store_access *at, store_mode mode, store_file *f)
{
    uint8_t *image = NULL;
    size_t length = 0;
    ayant_status status = AYANT_OK;

    if (!at->key)
        return sealed_read(e, at->path, NULL, &image, &length); /* says that a key is needed */
    f->key = at->key;
    f->target = target_of(at->path);
    if (!f->target)
        return errno == ENOMEM ? fail_memory(e) : sealed_write_failed(e, at->path, errno);
    if (mode != STORE_READ && (status = sealed_lock(e, f->target, &f->lock)) < 0)
        return status;
    if ((mode != STORE_CREATE || access(f->target, F_OK) == 0) &&
        (status = sealed_read(e, at->path, at->key, &image, &length)) < 0)
        return status;
    return adopt(e, f, image, length);
}

ayant_status store_sealed_keep(failure *e, const store_file *f)
{
    sqlite3_int64 length = 0;
    uint8_t *image = sqlite3_serialize(f->db, "main", &length, SQLITE_SERIALIZE_NOCOPY);

    return image ? sealed_write(e, f->target, f->key, image, (size_t)length) : fail_memory(e);
}

void store_sealed_close(store_file *f)
{
    sqlite3_int64 length = 0;
    uint8_t *image = f->db ? sqlite3_serialize(f->db, "main", &length, SQLITE_SERIALIZE_NOCOPY) : NULL;

    if (image)
        sodium_memzero(image, (size_t)length);
    if (f->lock >= 0)
        close(f->lock);
    f->lock = -1;
    free(f->target);
    f->target = NULL;
}
