/*
 * Regions: a list of blocks, each twice the last up to a cap. Large pieces
 * get a block of their own so that the current block is not wasted.
 */
#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGN 32u
#define BLOCK_FIRST (16u << 10)
#define BLOCK_MOST (1u << 20)

typedef struct block {
    struct block *next;
    size_t size, used;
    unsigned char *bytes; /* aligned, inside the same allocation */
} block;

struct arena {
    block *blocks; /* the first is the one in use */
    size_t next_size, held;
};

arena *arena_new(void)
{
    arena *a = calloc(1, sizeof *a);

    if (a)
        a->next_size = BLOCK_FIRST;
    return a;
}

void arena_free(arena *a)
{
    if (!a)
        return;
    for (block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

static block *block_new(size_t size)
{
    block *b;
    size_t total;

    if (size > SIZE_MAX - sizeof *b - ALIGN)
        return NULL;
    total = sizeof *b + ALIGN + size;
    b = calloc(1, total);
    if (!b)
        return NULL;
    b->size = size;
    b->bytes = (unsigned char *)(((uintptr_t)(b + 1) + ALIGN - 1) & ~(uintptr_t)(ALIGN - 1));
    return b;
}

void *arena_alloc(arena *a, size_t size)
{
    block *b = a->blocks;
    void *piece;

    if (size > SIZE_MAX - ALIGN)
        return NULL;
    size = size ? (size + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN;
    if (!b || b->size - b->used < size) {
        size_t want = size > a->next_size / 2 ? size : a->next_size;
        block *fresh = block_new(want);

        if (!fresh)
            return NULL;
        a->held += want;
        if (want == a->next_size && a->next_size < BLOCK_MOST)
            a->next_size *= 2;
        if (b && want == size) { /* a piece of its own: keep filling the current block */
            fresh->next = b->next;
            b->next = fresh;
        } else {
            fresh->next = b;
            a->blocks = fresh;
        }
        b = fresh;
    }
    piece = b->bytes + b->used;
    b->used += size;
    return piece;
}

void *arena_array(arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    return arena_alloc(a, count * size);
}

char *arena_copy(arena *a, const char *text, size_t length)
{
    char *copy = arena_alloc(a, length + 1);

    if (copy && length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_text(arena *a, const char *text)
{
    return text ? arena_copy(a, text, strlen(text)) : NULL;
}

char *arena_print(arena *a, const char *format, ...)
{
    va_list arguments, again;
    char *out = NULL;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length >= 0 && (out = arena_alloc(a, (size_t)length + 1)))
        vsnprintf(out, (size_t)length + 1, format, again);
    va_end(again);
    return out;
}

size_t arena_size(const arena *a)
{
    return a->held;
}

int arena_grow(arena *a, void *items, size_t *capacity, size_t need, size_t size)
{
    size_t next = *capacity ? *capacity : 8;
    void *old, *fresh;

    if (need <= *capacity)
        return 0;
    while (next < need)
        next = next > SIZE_MAX / 2 ? need : next * 2;
    fresh = arena_array(a, next, size);
    if (!fresh)
        return -1;
    memcpy(&old, items, sizeof old); /* `items` is the address of a pointer of any type */
    if (*capacity)
        memcpy(fresh, old, *capacity * size);
    memcpy(items, &fresh, sizeof fresh);
    *capacity = next;
    return 0;
}
