/*
 * Sealing a caseload that is not, opening one for good, changing its key.
 */
#ifndef AYANT_STORE_SEAL_H
#define AYANT_STORE_SEAL_H

#include "store.h"

/*
 * Seals the plain caseload at->path with at->key, in its place. What was
 * plain is written over where it lay; a disk that writes elsewhere (an SSD, a
 * copy-on-write file system, a backup) may keep it all the same.
 */
ayant_status store_seal(failure *e, const store_access *at);
/* The other way round. */
ayant_status store_unseal(failure *e, const store_access *at);
/* Seals again with `key`, under a fresh salt. */
ayant_status store_rekey(failure *e, const store_access *at, store_key *key);

#endif
