/*
 * The key of a sealed caseload: from a passphrase or a file of bytes.
 *
 * The secret and what is derived from it lie in memory that is locked, has
 * guard pages, stays out of core dumps and is wiped when it is freed. What a
 * person can remember is stretched by Argon2id, whose cost is written in the
 * file it seals; one derivation serves a whole command.
 */
#ifndef AYANT_STORE_STORE_KEY_H
#define AYANT_STORE_STORE_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "../base/failure.h"

#define KEY_SALT 16
#define KEY_DERIVED 64 /* 32 that seal, 32 that tell the right key */

/* A key shorter than this can be tried out; longer than LIMIT_KEY is another kind of file. */
#define KEY_LEAST 12

typedef struct store_key store_key;

/* What Argon2id is asked: passes over the memory, and bytes of it. */
typedef struct key_cost {
    uint32_t passes;
    uint64_t memory;
} key_cost;

/* The bytes as they are. A line end after them is no part of the key. */
ayant_status store_key_new(failure *e, const char *bytes, size_t length, store_key **out);
/* The content of a file; "-" is standard input. */
ayant_status store_key_read(failure *e, const char *path, store_key **out);
void store_key_free(store_key *k); /* accepts NULL */
const uint8_t *store_key_bytes(const store_key *k);
size_t store_key_length(const store_key *k);

/* The bytes for a salt and a cost; valid until the next call on this key. */
ayant_status store_key_derive(failure *e, store_key *k, const uint8_t salt[KEY_SALT], key_cost cost,
                              const uint8_t **out);
/* What new files are sealed with: a fresh salt, or the one this key was last used with. */
void store_key_salt(const store_key *k, uint8_t salt[KEY_SALT]);
key_cost store_key_cost(const store_key *k);
/* For unit tests, which seal a thousand files: no command weakens a key. */
void store_key_set_cost(store_key *k, key_cost cost);

#endif
