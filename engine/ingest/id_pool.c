/*
 * Numbered texts.
 */
#include "id_pool.h"

#include <stdlib.h>

int room_in(void *items, size_t *capacity, size_t need, size_t size)
{
    size_t wide = *capacity ? *capacity : 64;
    void *old, *fresh;

    if (need <= *capacity)
        return 0;
    while (wide < need)
        wide = wide + wide / 2;
    if (wide > SIZE_MAX / size)
        return -1;
    memcpy(&old, items, sizeof old);
    fresh = realloc(old, wide * size);
    if (!fresh)
        return -1;
    memset((char *)fresh + *capacity * size, 0, (wide - *capacity) * size);
    memcpy(items, &fresh, sizeof fresh);
    *capacity = wide;
    return 0;
}

text id_pool_text(const id_pool *p, uint32_t number)
{
    return (text){p->bytes + p->from[number], p->from[number + 1] - p->from[number]};
}

/* The slot of a text, or the free one where it would be. */
static size_t slot_of(const id_pool *p, text t, uint64_t hash)
{
    size_t at = (size_t)hash & (p->slot_count - 1);

    while (p->slots[at] &&
           !((p->slots[at] >> 32) == hash >> 32 && text_same(id_pool_text(p, (uint32_t)p->slots[at] - 1), t)))
        at = (at + 1) & (p->slot_count - 1);
    return at;
}

uint32_t id_pool_find(const id_pool *p, text t)
{
    size_t at;

    if (!p->slot_count)
        return ID_NONE;
    at = slot_of(p, t, text_hash(t));
    return p->slots[at] ? (uint32_t)p->slots[at] - 1 : ID_NONE;
}

static int widen(id_pool *p)
{
    size_t wide = p->slot_count ? p->slot_count * 2 : 256;
    uint64_t *slots;

    if (p->slot_count && p->count * 4 < p->slot_count * 3)
        return 0;
    slots = calloc(wide, sizeof *slots);
    if (!slots)
        return -1;
    free(p->slots);
    p->slots = slots;
    p->slot_count = wide;
    for (size_t i = 0; i < p->count; i++) {
        uint64_t hash = text_hash(id_pool_text(p, (uint32_t)i));
        size_t at = (size_t)hash & (wide - 1);

        while (slots[at])
            at = (at + 1) & (wide - 1);
        slots[at] = (hash >> 32) << 32 | (i + 1);
    }
    return 0;
}

int id_pool_add(id_pool *p, text t, uint32_t *number, int *fresh)
{
    uint64_t hash = text_hash(t);
    size_t at;

    if (widen(p) < 0 || p->count >= ID_NONE - 1)
        return -1;
    at = slot_of(p, t, hash);
    *fresh = !p->slots[at];
    if (!*fresh) {
        *number = (uint32_t)p->slots[at] - 1;
        return 0;
    }
    if (room_in(&p->bytes, &p->room, p->used + t.length + 1, 1) < 0 ||
        room_in(&p->from, &p->capacity, p->count + 2, sizeof *p->from) < 0)
        return -1;
    memcpy(p->bytes + p->used, t.length ? t.at : "", t.length);
    p->from[p->count] = p->used;
    p->used += t.length;
    p->from[p->count + 1] = p->used;
    *number = (uint32_t)p->count++;
    p->slots[at] = (hash >> 32) << 32 | p->count;
    return 0;
}

void id_pool_free(id_pool *p)
{
    free(p->bytes);
    free(p->from);
    free(p->slots);
    *p = (id_pool){0};
}
