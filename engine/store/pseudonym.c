/*
 * Pseudonyms, one by one and over all people.
 */
#include "pseudonym.h"

#include <sodium.h>
#include <string.h>

static void mac(const crypto_auth_hmacsha256_state *keyed, const char *before, text id,
                uint8_t out[PSEUDONYM_BYTES])
{
    crypto_auth_hmacsha256_state state = *keyed;
    uint8_t whole[crypto_auth_hmacsha256_BYTES];

    crypto_auth_hmacsha256_update(&state, (const uint8_t *)before, strlen(before));
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)id.at, id.length);
    crypto_auth_hmacsha256_final(&state, whole);
    memcpy(out, whole, PSEUDONYM_BYTES);
}

void pseudonym_of(const uint8_t secret[SECRET_BYTES], const char *use, text id, uint8_t out[PSEUDONYM_BYTES])
{
    crypto_auth_hmacsha256_state keyed;
    uint8_t own[crypto_auth_hmacsha256_BYTES];

    crypto_auth_hmacsha256_init(&keyed, secret, SECRET_BYTES);
    crypto_auth_hmacsha256_update(&keyed, (const uint8_t *)use, strlen(use));
    crypto_auth_hmacsha256_final(&keyed, own);
    crypto_auth_hmacsha256_init(&keyed, own, sizeof own);
    mac(&keyed, "", id, out);
    sodium_memzero(own, sizeof own);
    sodium_memzero(&keyed, sizeof keyed);
}

void pseudonym_print(const uint8_t bytes[PSEUDONYM_BYTES], char out[PSEUDONYM_TEXT])
{
    sodium_bin2hex(out, PSEUDONYM_TEXT, bytes, PSEUDONYM_BYTES);
}

static ayant_status replace(failure *e, people *p, const crypto_auth_hmacsha256_state *keyed,
                            const char *before, const char **ids, size_t count)
{
    uint8_t bytes[PSEUDONYM_BYTES];
    char written[PSEUDONYM_TEXT];

    for (size_t i = 0; i < count; i++) {
        const char *copy;

        mac(keyed, before, text_of(ids[i]), bytes);
        pseudonym_print(bytes, written);
        copy = arena_copy(p->memory, written, PSEUDONYM_TEXT - 1);
        if (!copy)
            return fail_memory(e);
        ids[i] = copy;
    }
    return AYANT_OK;
}

ayant_status pseudonym_people(failure *e, people *p, const store_key *key)
{
    crypto_auth_hmacsha256_state keyed;
    ayant_status status;

    if (store_key_length(key) < KEY_LEAST)
        return fail(e, AYANT_E_USAGE, "V10",
                    "the key of the pseudonyms is too short: give at least %d characters", KEY_LEAST);
    crypto_auth_hmacsha256_init(&keyed, store_key_bytes(key), store_key_length(key));
    status = replace(e, p, &keyed, "", p->person_id, p->persons);
    if (status == AYANT_OK)
        status = replace(e, p, &keyed, "household ", p->household_id, p->households);
    sodium_memzero(&keyed, sizeof keyed);
    return status;
}
