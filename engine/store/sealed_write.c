/*
 * Sealing: written beside its place under a lock, flushed, then renamed.
 */
#include "sealed_form.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store.h"

#define BESIDE_SUFFIX ".new"

static void put_number(uint8_t *out, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        out[i] = (uint8_t)(value >> 8 * i);
}

static uint64_t get_number(const uint8_t *in, int bytes)
{
    uint64_t value = 0;

    for (int i = 0; i < bytes; i++)
        value |= (uint64_t)in[i] << 8 * i;
    return value;
}

void sealed_head_encode(const sealed_head *head, uint8_t out[SEALED_HEAD])
{
    memset(out, 0, SEALED_HEAD);
    memcpy(out, sealed_magic, sizeof sealed_magic);
    put_number(out + 8, head->version, 4);
    put_number(out + 12, head->cost.passes, 4);
    put_number(out + 16, head->cost.memory, 8);
    memcpy(out + 24, head->salt, KEY_SALT);
    put_number(out + 40, head->length, 8);
}

void sealed_head_decode(const uint8_t bytes[SEALED_HEAD], sealed_head *out)
{
    out->version = (uint32_t)get_number(bytes + 8, 4);
    out->cost.passes = (uint32_t)get_number(bytes + 12, 4);
    out->cost.memory = get_number(bytes + 16, 8);
    memcpy(out->salt, bytes + 24, KEY_SALT);
    out->length = get_number(bytes + 40, 8);
}

ayant_status sealed_write_failed(failure *e, const char *path, int error)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return fail(e, AYANT_E_SYSTEM, "S04", "cannot write '%s': the disk is full; nothing was changed",
                    path);
    if (error == EACCES || error == EPERM || error == EROFS || error == ENOENT || error == ENOTDIR)
        return fail(
            e, AYANT_E_SYSTEM, "S05",
            "cannot write '%s': the file or its folder cannot be opened or written; check the path and "
            "the permissions of both",
            path);
    return fail(e, AYANT_E_SYSTEM, "S06", "cannot write '%s': the disk refuses (%s); nothing was changed",
                path, strerror(error));
}

static char *with_suffix(const char *path, const char *suffix)
{
    size_t size = strlen(path) + strlen(suffix) + 1;
    char *out = malloc(size);

    if (out)
        snprintf(out, size, "%s%s", path, suffix);
    return out;
}

/* 1 when the lock was had in time. */
static int wait_for(int file)
{
    const struct timespec moment = {0, 20000000};

    for (int waited = 0; flock(file, LOCK_EX | LOCK_NB) != 0; waited += 20) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || waited >= STORE_WAIT_MILLISECONDS)
            return 0;
        nanosleep(&moment, NULL);
    }
    return 1;
}

ayant_status sealed_lock(failure *e, const char *path, int *lock)
{
    char *beside = with_suffix(path, SEALED_LOCK_SUFFIX);
    int file;

    if (!beside)
        return fail_memory(e);
    file = open(beside, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    free(beside);
    if (file < 0)
        return sealed_write_failed(e, path, errno);
    if (!wait_for(file)) {
        int error = errno;

        close(file);
        if (error != EWOULDBLOCK)
            return sealed_write_failed(e, path, error);
        return fail(e, AYANT_E_STORE, "S03",
                    "cannot write '%s': another program is using it; try again when it is done", path);
    }
    *lock = file;
    return AYANT_OK;
}

/* 0, or -1 with errno. */
static int write_full(int file, const uint8_t *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(file, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return -1;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

/* The head with its sums, and the stream that follows it. */
static ayant_status begin(failure *e, store_key *key, size_t length, uint8_t raw[SEALED_HEAD],
                          crypto_secretstream_xchacha20poly1305_state *stream, uint8_t *start)
{
    sealed_head head = {.version = SEALED_VERSION, .cost = store_key_cost(key), .length = length};
    const uint8_t *derived = NULL;
    ayant_status status;

    store_key_salt(key, head.salt);
    if ((status = store_key_derive(e, key, head.salt, head.cost, &derived)) < 0)
        return status;
    sealed_head_encode(&head, raw);
    crypto_generichash(raw + SEALED_SUMMED, SEALED_SUM, raw, SEALED_SUMMED, NULL, 0);
    crypto_generichash(raw + SEALED_CHECKED, SEALED_SUM, raw, SEALED_CHECKED, derived + SEALED_KEY,
                       SEALED_KEY);
    crypto_secretstream_xchacha20poly1305_init_push(stream, start, derived);
    return AYANT_OK;
}

/* 0, or -1 with errno. */
static int push_all(int file, crypto_secretstream_xchacha20poly1305_state *stream,
                    const uint8_t raw[SEALED_HEAD], const uint8_t *database, size_t length)
{
    uint8_t sealed[SEALED_PIECE + crypto_secretstream_xchacha20poly1305_ABYTES];
    size_t at = 0;

    do {
        size_t piece = length - at < SEALED_PIECE ? length - at : SEALED_PIECE;
        int last = at + piece == length;

        crypto_secretstream_xchacha20poly1305_push(stream, sealed, NULL, database + at, piece,
                                                   at ? NULL : raw, at ? 0 : SEALED_HEAD,
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                        : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        if (write_full(file, sealed, piece + crypto_secretstream_xchacha20poly1305_ABYTES) < 0)
            return -1;
        at += piece;
    } while (at < length);
    return 0;
}

/* A rename is on the disk once its folder is; a folder that cannot be flushed does not undo it. */
static void flush_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int file = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

    free(folder);
    if (file < 0)
        return;
    (void)!fsync(file);
    close(file);
}

/* Whoever may read the old file may read the new one. */
static void keep_mode(int file, const char *path)
{
    struct stat is;

    if (stat(path, &is) == 0)
        (void)!fchmod(file, is.st_mode & 07777);
}

static ayant_status write_beside(failure *e, const char *path, const char *beside, store_key *key,
                                 const uint8_t *database, size_t length)
{
    uint8_t raw[SEALED_HEAD], start[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    crypto_secretstream_xchacha20poly1305_state stream;
    ayant_status status = begin(e, key, length, raw, &stream, start);
    int file, failed;

    if (status < 0)
        return status;
    unlink(beside); /* what a killed writer left: the lock is ours */
    file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        status = sealed_write_failed(e, path, errno);
        goto out;
    }
    keep_mode(file, path);
    failed = write_full(file, raw, SEALED_HEAD) < 0 || write_full(file, start, sizeof start) < 0 ||
             push_all(file, &stream, raw, database, length) < 0 || fsync(file) != 0;
    if (failed)
        status = sealed_write_failed(e, path, errno);
    if (close(file) != 0 && status == AYANT_OK)
        status = sealed_write_failed(e, path, errno);
out:
    sodium_memzero(&stream, sizeof stream);
    return status;
}

ayant_status sealed_write(failure *e, const char *path, store_key *key, const uint8_t *database,
                          size_t length)
{
    char *beside;
    ayant_status status;

    if (store_key_length(key) < KEY_LEAST)
        return fail(e, AYANT_E_USAGE, "V10", "the key is too short to seal with: give at least %d characters",
                    KEY_LEAST);
    if (length > LIMIT_SEALED)
        return fail(e, AYANT_E_LIMIT, "V06", "'%s' is larger than a sealed caseload may be", path);
    beside = with_suffix(path, BESIDE_SUFFIX);
    if (!beside)
        return fail_memory(e);
    status = write_beside(e, path, beside, key, database, length);
    if (status == AYANT_OK && rename(beside, path) != 0)
        status = sealed_write_failed(e, path, errno);
    if (status == AYANT_OK)
        flush_folder(path);
    else
        unlink(beside);
    free(beside);
    return status;
}
