/*
 * Persons a caseload remembers by pseudonym alone: who was erased and may not
 * come back, who objected and may not be on a list. They are looked for among
 * the people of every import. For the files of this room.
 */
#ifndef AYANT_STORE_KEPT_H
#define AYANT_STORE_KEPT_H

#include <sodium.h>

#include "ledger.h"

#define KEPT_FIRST_LINE "ayant erased 1" /* of a file of erased persons */

typedef enum kept_kind { KEPT_ERASED, KEPT_OBJECTED } kept_kind;

typedef struct kept {
    crypto_auth_hmacsha256_state keyed;
    uint8_t *items; /* pseudonyms in ascending order; NULL: none */
    size_t count;
} kept;

ayant_status kept_load(failure *e, const store_file *f, kept_kind which, kept *out);
void kept_free(kept *k);
/* 1 when it is the pseudonym of a person's id, or of "niss " and a national number. */
int kept_has(const kept *k, text id);
/* "niss 85073003328", where a national number is kept; `out` has NISS_ID bytes. */
#define NISS_ID 24
text kept_niss(text number, char out[NISS_ID]);

ayant_status kept_add(failure *e, const store_file *f, kept_kind which, text id, const char *on);
ayant_status kept_remove(failure *e, const store_file *f, kept_kind which, text id);
ayant_status kept_add_bytes(failure *e, const store_file *f, const uint8_t pseudonym[PSEUDONYM_BYTES],
                            const char *on);
/* The first 8 bytes of what tells one caseload's pseudonyms from another's. */
#define PRINT_BYTES 8
ayant_status kept_print(failure *e, const store_file *f, uint8_t out[PRINT_BYTES]);

/*
 * Erases every person of the caseload who is among the erased, *count of them,
 * and sets `objection` (may be NULL) of those who objected. In a transaction.
 */
ayant_status kept_apply(failure *e, store_file *f, const fact *objection, uint64_t *count);
/*
 * The erased of the file beside (caseload.db.erased), which a restored copy of
 * the caseload does not know, are erased here too. In a transaction.
 */
ayant_status kept_merge_beside(failure *e, store_file *f);
/* Writes that file again, with all that is erased here. */
ayant_status kept_write_beside(failure *e, const store_file *f);
/* Lines of such a file into the tombstones; *found counts those of this caseload. */
ayant_status kept_read_lines(failure *e, const store_file *f, const char *path, uint64_t *found,
                             uint64_t *fresh);
ayant_status kept_give_lines(failure *e, const store_file *f, writer *w);

#endif
