/*
 * Regions: memory that lives and dies together.
 *
 * An arena hands out zeroed, 32-byte aligned pieces and frees them all at
 * once. A failed allocation returns NULL and leaves the arena usable.
 */
#ifndef AYANT_BASE_ARENA_H
#define AYANT_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct arena arena;

arena *arena_new(void);    /* NULL without memory */
void arena_free(arena *a); /* accepts NULL */
void *arena_alloc(arena *a, size_t size);
/* count x size, or NULL when the product overflows. */
void *arena_array(arena *a, size_t count, size_t size);
char *arena_copy(arena *a, const char *text, size_t length); /* adds the final zero */
char *arena_text(arena *a, const char *text);                /* NULL gives NULL */
char *arena_print(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
size_t arena_size(const arena *a); /* bytes held, for reports */

/*
 * A growing array inside an arena: makes room for `need` items of `size`
 * bytes. The old copy stays in the arena until it goes. Returns 0, or -1
 * without memory, with the array as it was.
 */
int arena_grow(arena *a, void *items, size_t *capacity, size_t need, size_t size);

#endif
