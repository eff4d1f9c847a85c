/*
 * Growing bytes: rows of a batch, until they are written.
 *
 * A failed allocation is remembered and asked for once, at the end.
 */
#ifndef AYANT_SYNTH_BYTES_H
#define AYANT_SYNTH_BYTES_H

#include <stdlib.h>
#include <string.h>

typedef struct bytes {
    char *at;
    size_t used, capacity;
    int failed;
} bytes;

static inline void bytes_add(bytes *b, const char *from, size_t length)
{
    if (b->used + length > b->capacity) {
        size_t next = b->capacity * 2 + length + 4096;
        char *fresh = realloc(b->at, next);

        if (!fresh) {
            b->failed = 1;
            return;
        }
        b->at = fresh;
        b->capacity = next;
    }
    memcpy(b->at + b->used, from, length);
    b->used += length;
}

#endif
