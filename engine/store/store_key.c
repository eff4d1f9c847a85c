/*
 * Keys: reading, stretching, wiping.
 */
#include "store_key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/limits.h"

struct store_key {
    uint8_t *secret;  /* LIMIT_KEY + 1 bytes, from sodium_malloc */
    uint8_t *derived; /* KEY_DERIVED bytes, from sodium_malloc */
    size_t length;
    key_cost cost;         /* of new files */
    key_cost derived_cost; /* what `derived` was made with; no passes: it was not made */
    uint8_t derived_salt[KEY_SALT];
};

static ayant_status key_empty(failure *e, store_key **out)
{
    store_key *k;

    if (sodium_init() < 0)
        return fail(e, AYANT_E_SYSTEM, "V14",
                    "this machine gives no random bytes: a caseload cannot be sealed here");
    k = calloc(1, sizeof *k);
    if (!k)
        return fail_memory(e);
    k->secret = sodium_malloc(LIMIT_KEY + 1);
    k->derived = sodium_malloc(KEY_DERIVED);
    k->cost = (key_cost){crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
    if (!k->secret || !k->derived) {
        store_key_free(k);
        return fail_memory(e);
    }
    *out = k;
    return AYANT_OK;
}

/* An editor ends a file with a line end, a terminal does not: both give the same key. */
static void without_line_end(store_key *k)
{
    if (k->length && k->secret[k->length - 1] == '\n')
        k->length--;
    if (k->length && k->secret[k->length - 1] == '\r')
        k->length--;
}

static ayant_status finish(failure *e, store_key *k, const char *name, store_key **out)
{
    ayant_status status = AYANT_OK;

    if (k->length > LIMIT_KEY)
        status = fail(e, AYANT_E_LIMIT, "V09", "%s holds more than %d bytes: give the file of the key", name,
                      LIMIT_KEY);
    without_line_end(k);
    if (status == AYANT_OK && k->length == 0)
        status =
            fail(e, AYANT_E_USAGE, "V09", "%s is empty: a key has at least %d characters", name, KEY_LEAST);
    if (status < 0) {
        store_key_free(k);
        return status;
    }
    sodium_mprotect_readonly(k->secret);
    *out = k;
    return AYANT_OK;
}

ayant_status store_key_new(failure *e, const char *bytes, size_t length, store_key **out)
{
    store_key *k = NULL;
    ayant_status status = key_empty(e, &k);

    if (status < 0)
        return status;
    k->length = length;
    memcpy(k->secret, bytes, length > LIMIT_KEY ? 0 : length);
    return finish(e, k, "the key", out);
}

ayant_status store_key_read(failure *e, const char *path, store_key **out)
{
    int standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    store_key *k = NULL;
    ayant_status status;
    ssize_t got = 0;

    if (file < 0)
        return fail(e, AYANT_E_SYSTEM, "V08", "cannot read the key in '%s': %s", path, strerror(errno));
    if ((status = key_empty(e, &k)) == AYANT_OK) {
        while (k->length <= LIMIT_KEY &&
               ((got = read(file, k->secret + k->length, LIMIT_KEY + 1 - k->length)) > 0 ||
                (got < 0 && errno == EINTR)))
            k->length += got > 0 ? (size_t)got : 0;
        if (got < 0) {
            status = fail(e, AYANT_E_SYSTEM, "V08", "cannot read the key in '%s': %s", path, strerror(errno));
            store_key_free(k);
        } else {
            status = finish(e, k, standard ? "standard input" : "the file of the key", out);
        }
    }
    if (!standard)
        close(file);
    return status;
}

void store_key_free(store_key *k)
{
    if (!k)
        return;
    sodium_free(k->secret); /* wipes */
    sodium_free(k->derived);
    free(k);
}

const uint8_t *store_key_bytes(const store_key *k)
{
    return k->secret;
}

size_t store_key_length(const store_key *k)
{
    return k->length;
}

ayant_status store_key_derive(failure *e, store_key *k, const uint8_t salt[KEY_SALT], key_cost cost,
                              const uint8_t **out)
{
    if (k->derived_cost.passes != cost.passes || k->derived_cost.memory != cost.memory ||
        memcmp(k->derived_salt, salt, KEY_SALT) != 0) {
        k->derived_cost = (key_cost){0, 0};
        if (crypto_pwhash(k->derived, KEY_DERIVED, (const char *)k->secret, k->length, salt, cost.passes,
                          (size_t)cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
            return fail_memory(e);
        k->derived_cost = cost;
        memcpy(k->derived_salt, salt, KEY_SALT);
    }
    *out = k->derived;
    return AYANT_OK;
}

void store_key_salt(const store_key *k, uint8_t salt[KEY_SALT])
{
    if (k->derived_cost.passes == k->cost.passes && k->derived_cost.memory == k->cost.memory)
        memcpy(salt, k->derived_salt, KEY_SALT);
    else
        randombytes_buf(salt, KEY_SALT);
}

key_cost store_key_cost(const store_key *k)
{
    return k->cost;
}

void store_key_set_cost(store_key *k, key_cost cost)
{
    k->cost = cost;
}
