/*
 * The dictionary of facts, found by name through an open hash.
 *
 * The index always has at least two slots for each fact, so a search ends; a
 * slot holds the fact's index + 1, 0 when it is free.
 */
#include "dictionary.h"

static size_t slot_of(const dictionary *d, const char *name)
{
    size_t at = (size_t)text_hash(text_of(name)) & (d->index_size - 1);

    while (d->index[at] && strcmp(d->facts[d->index[at] - 1].name, name) != 0)
        at = (at + 1) & (d->index_size - 1);
    return at;
}

int dictionary_find(const dictionary *d, const char *name)
{
    if (!d->index_size || !name)
        return -1;
    return (int)d->index[slot_of(d, name)] - 1;
}

int dictionary_find_read(const dictionary *d, entity whose, const char *read_as)
{
    for (size_t i = 0; read_as && i < d->count; i++) {
        const fact *f = &d->facts[i];

        if (f->entity == whose && strcmp(f->read_as ? f->read_as : f->name, read_as) == 0)
            return (int)i;
    }
    return -1;
}

static int make_index(dictionary *d, arena *memory, size_t facts)
{
    size_t size = 64;
    uint32_t *fresh;

    while (size < 2 * facts)
        size *= 2;
    if (size <= d->index_size)
        return 0;
    fresh = arena_array(memory, size, sizeof *fresh);
    if (!fresh)
        return -1;
    d->index = fresh;
    d->index_size = size;
    for (size_t i = 0; i < d->count; i++) {
        size_t at = slot_of(d, d->facts[i].name);

        if (!d->index[at]) /* of two facts of one name the first is found */
            d->index[at] = (uint32_t)i + 1;
    }
    return 0;
}

int dictionary_add(dictionary *d, arena *memory, const fact *f)
{
    size_t at;

    if (arena_grow(memory, &d->facts, &d->capacity, d->count + 1, sizeof *d->facts) < 0 ||
        make_index(d, memory, d->count + 1) < 0)
        return -1;
    at = slot_of(d, f->name);
    d->facts[d->count] = *f;
    if (!d->index[at])
        d->index[at] = (uint32_t)d->count + 1;
    d->count++;
    return (int)d->count - 1;
}

int fact_word(const fact *f, text word)
{
    for (size_t i = 0; i < f->word_count; i++)
        if (text_same_no_case(word, f->words[i]))
            return (int)i;
    return -1;
}
