/*
 * The head of a sealed caseload, for the files that read and write it.
 */
#ifndef AYANT_STORE_SEALED_FORM_H
#define AYANT_STORE_SEALED_FORM_H

#include "../base/limits.h"
#include "sealed.h"

#define SEALED_VERSION 1
#define SEALED_KEY 32 /* bytes of each half of a derived key */
#define SEALED_SUM 16
#define SEALED_SUMMED 48  /* bytes of the head that the sum is made of */
#define SEALED_CHECKED 64 /* and the keyed sum */

/* As in a PNG: a transfer that changes line ends or drops the high bit shows. */
static const uint8_t sealed_magic[8] = {0x89, 'a', 'y', 'a', 'n', 't', '\r', '\n'};

typedef struct sealed_head {
    uint32_t version;
    key_cost cost;
    uint8_t salt[KEY_SALT];
    uint64_t length;
} sealed_head;

void sealed_head_decode(const uint8_t bytes[SEALED_HEAD], sealed_head *out);
/* Without the two sums. */
void sealed_head_encode(const sealed_head *head, uint8_t out[SEALED_HEAD]);

#endif
