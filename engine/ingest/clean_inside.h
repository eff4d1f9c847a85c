/*
 * The inside of the cleaner, for clean.c and clean_numbers.c.
 *
 * After `cleaner_matches` gave 1, `cleaner_group` gives slices of the same
 * text until the next match.
 */
#ifndef AYANT_INGEST_CLEAN_INSIDE_H
#define AYANT_INGEST_CLEAN_INSIDE_H

#include "clean.h"

enum { PATTERN_BRUSSELS = CLEAN_COUNT, PATTERN_PHONE_BARE, PATTERNS };

int cleaner_matches(cleaner *c, int pattern, text t);
/* Empty when the group took no part. */
text cleaner_group(const cleaner *c, text t, uint32_t number);

/* Each: NULL and the one spelling in `out`, or the reason. */
const char *clean_postal_code(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs);
const char *clean_phone(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs);
const char *clean_sector(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs);
const char *clean_kbo(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs);
const char *clean_iban(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs);

#endif
