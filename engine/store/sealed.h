/*
 * A sealed caseload: a database that is on the disk in no other form.
 *
 *   bytes    head, 80 bytes, all numbers little-endian
 *      8       "\x89" "ayant\r\n"
 *      4       version of this form, 1
 *      4, 8    Argon2id: passes, bytes of memory
 *     16       salt
 *      8       length of the database
 *     16       BLAKE2b of the bytes above: is the head whole?
 *     16       keyed BLAKE2b of the bytes above: is it the right key?
 *   24       head of the stream (XChaCha20-Poly1305, libsodium's secretstream)
 *   then     pieces of 64 KiB of the database, each 17 bytes longer; the last is marked as the last
 *
 * The head is bound to the first piece and each piece to those before it: a
 * file that was changed, cut, reordered or lengthened does not open. It is
 * written beside its place and renamed, and is the old one or the new one.
 * A sealed caseload is opened in memory, and needs as much as its size.
 */
#ifndef AYANT_STORE_SEALED_H
#define AYANT_STORE_SEALED_H

#include "store_key.h"

#define SEALED_HEAD 80
#define SEALED_PIECE 65536

/* Beside a caseload that is written: held while it is, left there empty. */
#define SEALED_LOCK_SUFFIX ".lock"

/* 1: sealed; 0: not, or it cannot be read. */
int sealed_is(const char *path);

/* The database, in memory from sqlite3_malloc64. */
ayant_status sealed_read(failure *e, const char *path, store_key *key, uint8_t **database, size_t *length);
/* Replaces or makes `path`. The caller holds its lock. */
ayant_status sealed_write(failure *e, const char *path, store_key *key, const uint8_t *database,
                          size_t length);

/* Waits STORE_WAIT_MILLISECONDS for another writer, then S03. *lock is a descriptor; close() lets go. */
ayant_status sealed_lock(failure *e, const char *path, int *lock);

/* The sentence for errno when writing `path`. */
ayant_status sealed_write_failed(failure *e, const char *path, int error);

#endif
