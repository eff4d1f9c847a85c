/*
 * Texts numbered in the order in which they are first seen.
 *
 * For the ids of a file that is read several times: eleven bytes of id cost
 * about thirty bytes here. A number stays good until the pool is freed; the
 * slice of a text until the next one is added.
 */
#ifndef AYANT_INGEST_ID_POOL_H
#define AYANT_INGEST_ID_POOL_H

#include "../base/text.h"

#define ID_NONE UINT32_MAX

typedef struct id_pool {
    char *bytes;
    size_t used, room;
    size_t *from; /* count + 1 */
    size_t count, capacity;
    uint64_t *slots; /* open hash: the number + 1, and the high half of the hash */
    size_t slot_count;
} id_pool;

/* The number of a text, ID_NONE when it was never added. */
uint32_t id_pool_find(const id_pool *p, text t);
/* The same, adding it: *fresh 1 when it was not there. -1 without memory (the pool as it was). */
int id_pool_add(id_pool *p, text t, uint32_t *number, int *fresh);
text id_pool_text(const id_pool *p, uint32_t number);
void id_pool_free(id_pool *p);
/* Room for `need` items in an array from malloc; -1 without memory. */
int room_in(void *items, size_t *capacity, size_t need, size_t size);

#endif
