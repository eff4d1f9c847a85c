/*
 * Pseudonyms: HMAC-SHA256 of an identifier under a key, the first 128 bits.
 *
 * Without the key nobody can find the person, nor try names out; with another
 * key the same person has another pseudonym, so that two exports cannot be
 * joined. Every caseload has a secret of its own for what it keeps (journal,
 * erased persons, lists); an export has a key from a file.
 */
#ifndef AYANT_STORE_PSEUDONYM_H
#define AYANT_STORE_PSEUDONYM_H

#include "../model/people.h"
#include "store_key.h"

#define PSEUDONYM_BYTES 16
#define PSEUDONYM_TEXT (2 * PSEUDONYM_BYTES + 1)
#define SECRET_BYTES 32

/* `use` keeps pseudonyms of one secret apart: "journal", "erased", "list". */
void pseudonym_of(const uint8_t secret[SECRET_BYTES], const char *use, text id, uint8_t out[PSEUDONYM_BYTES]);
void pseudonym_print(const uint8_t bytes[PSEUDONYM_BYTES], char out[PSEUDONYM_TEXT]);

/*
 * Gives each person and household of `p` (finished) its pseudonym under an
 * export's key for an id: of a person HMAC(key, id), of a household
 * HMAC(key, "household " id), in hexadecimal. Nobody is found by id after it.
 */
ayant_status pseudonym_people(failure *e, people *p, const store_key *key);

#endif
