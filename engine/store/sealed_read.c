/*
 * Opening what is sealed: each way a file can be wrong has its sentence.
 */
#include "sealed_form.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct reading {
    failure *e;
    const char *path;
    int file;
    sealed_head head;
    uint8_t raw[SEALED_HEAD]; /* the head as it is in the file */
    crypto_secretstream_xchacha20poly1305_state stream;
} reading;

/* How many of `size` bytes the file still had; -1 with errno. */
static ssize_t read_full(int file, uint8_t *out, size_t size)
{
    size_t done = 0;

    while (done < size) {
        ssize_t got = read(file, out + done, size - done);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}

int sealed_is(const char *path)
{
    uint8_t start[sizeof sealed_magic];
    int file = open(path, O_RDONLY | O_CLOEXEC), is;

    if (file < 0)
        return 0;
    is = read_full(file, start, sizeof start) == (ssize_t)sizeof start &&
         memcmp(start, sealed_magic, sizeof start) == 0;
    close(file);
    return is;
}

static ayant_status cut(const reading *r)
{
    return fail(r->e, AYANT_E_STORE, "V05",
                "the sealed caseload '%s' is cut: its end is missing; restore a copy", r->path);
}

static ayant_status altered(const reading *r, const char *where)
{
    return fail(r->e, AYANT_E_STORE, "V04",
                "the sealed caseload '%s' is damaged or was changed, %s: restore a copy", r->path, where);
}

static ayant_status unreadable(const reading *r)
{
    return fail(r->e, AYANT_E_SYSTEM, "S05", "cannot read '%s': %s; check the path and the permissions",
                r->path, strerror(errno));
}

static ayant_status read_head(reading *r)
{
    uint8_t sum[SEALED_SUM];
    ssize_t got = read_full(r->file, r->raw, SEALED_HEAD);

    if (got < 0)
        return unreadable(r);
    if (got < SEALED_HEAD)
        return cut(r);
    sealed_head_decode(r->raw, &r->head);
    if (r->head.version > SEALED_VERSION)
        return fail(
            r->e, AYANT_E_STORE, "V07",
            "'%s' was sealed by a newer ayant, or its first bytes are damaged: install the newer ayant",
            r->path);
    crypto_generichash(sum, SEALED_SUM, r->raw, SEALED_SUMMED, NULL, 0);
    if (sodium_memcmp(sum, r->raw + SEALED_SUMMED, SEALED_SUM) != 0)
        return altered(r, "in its first 64 bytes");
    if (r->head.version < 1 || r->head.cost.passes < crypto_pwhash_OPSLIMIT_MIN ||
        r->head.cost.passes > LIMIT_SEAL_PASSES || r->head.cost.memory < crypto_pwhash_MEMLIMIT_MIN ||
        r->head.cost.memory > LIMIT_SEAL_MEMORY || r->head.length > LIMIT_SEALED)
        return fail(r->e, AYANT_E_LIMIT, "V06",
                    "'%s' asks for more time or memory than a sealed caseload may: it was not made by ayant",
                    r->path);
    return AYANT_OK;
}

/* The size the head promises, so that a cut file is known before it is read. */
static ayant_status check_size(const reading *r)
{
    uint64_t pieces = r->head.length ? (r->head.length + SEALED_PIECE - 1) / SEALED_PIECE : 1;
    uint64_t size = SEALED_HEAD + crypto_secretstream_xchacha20poly1305_HEADERBYTES + r->head.length +
                    pieces * crypto_secretstream_xchacha20poly1305_ABYTES;
    struct stat is;

    if (fstat(r->file, &is) != 0)
        return unreadable(r);
    if ((uint64_t)is.st_size < size)
        return cut(r);
    if ((uint64_t)is.st_size > size)
        return altered(r, "with bytes after its end");
    return AYANT_OK;
}

static ayant_status begin(reading *r, store_key *key)
{
    uint8_t start[crypto_secretstream_xchacha20poly1305_HEADERBYTES], check[SEALED_SUM];
    const uint8_t *derived = NULL;
    ayant_status status = store_key_derive(r->e, key, r->head.salt, r->head.cost, &derived);
    ssize_t got;

    if (status < 0)
        return status;
    crypto_generichash(check, SEALED_SUM, r->raw, SEALED_CHECKED, derived + SEALED_KEY, SEALED_KEY);
    if (sodium_memcmp(check, r->raw + SEALED_CHECKED, SEALED_SUM) != 0)
        return fail(r->e, AYANT_E_STORE, "V02", "the key does not open '%s': give the key it was sealed with",
                    r->path);
    if ((status = check_size(r)) < 0)
        return status;
    got = read_full(r->file, start, sizeof start);
    if (got < 0)
        return unreadable(r);
    if (got < (ssize_t)sizeof start)
        return cut(r);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&r->stream, start, derived) != 0)
        return altered(r, "in its first bytes");
    return AYANT_OK;
}

static ayant_status pull(reading *r, uint8_t *out, size_t length, int first, int last)
{
    uint8_t sealed[SEALED_PIECE + crypto_secretstream_xchacha20poly1305_ABYTES], tag = 0;
    size_t size = length + crypto_secretstream_xchacha20poly1305_ABYTES;
    ssize_t got = read_full(r->file, sealed, size);

    if (got < 0)
        return unreadable(r);
    if ((size_t)got < size)
        return cut(r);
    if (crypto_secretstream_xchacha20poly1305_pull(&r->stream, out, NULL, &tag, sealed, size,
                                                   first ? r->raw : NULL, first ? SEALED_HEAD : 0) != 0)
        return altered(r, "in its content");
    if ((tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) != last)
        return altered(r, "in the order of its content");
    return AYANT_OK;
}

static ayant_status pull_all(reading *r, uint8_t *out)
{
    size_t length = (size_t)r->head.length, at = 0;
    ayant_status status = AYANT_OK;

    do {
        size_t piece = length - at < SEALED_PIECE ? length - at : SEALED_PIECE;

        status = pull(r, out + at, piece, at == 0, at + piece == length);
        at += piece;
    } while (status == AYANT_OK && at < length);
    return status;
}

ayant_status sealed_read(failure *e, const char *path, store_key *key, uint8_t **database, size_t *length)
{
    reading r = {.e = e, .path = path};
    uint8_t *out = NULL;
    ayant_status status;

    if (!key)
        return fail(e, AYANT_E_USAGE, "V01",
                    "'%s' is sealed: give the file of its key with '--key-file' or in AYANT_KEY_FILE", path);
    r.file = open(path, O_RDONLY | O_CLOEXEC);
    if (r.file < 0)
        return unreadable(&r);
    if ((status = read_head(&r)) < 0 || (status = begin(&r, key)) < 0)
        goto out;
    out = sqlite3_malloc64(r.head.length + 1);
    if (!out) {
        status = fail_memory(e);
        goto out;
    }
    if ((status = pull_all(&r, out)) < 0) {
        sodium_memzero(out, (size_t)r.head.length);
        sqlite3_free(out);
        goto out;
    }
    *database = out;
    *length = (size_t)r.head.length;
out:
    sodium_memzero(&r.stream, sizeof r.stream);
    close(r.file);
    return status;
}
