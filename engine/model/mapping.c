/*
 * Looking words up in a mapping.
 */
#include "mapping.h"

#include <stdlib.h>
#include <string.h>

static int compare_word(const void *key, const void *item)
{
    const mapping_word *word = item;

    return strcmp(key, word->written);
}

static int compare_text(const void *key, const void *item)
{
    const char *const *word = item;

    return strcmp(key, *word);
}

const char *mapping_word_of(const mapping_word *words, size_t count, const char *written)
{
    const mapping_word *found = count ? bsearch(written, words, count, sizeof *words, compare_word) : NULL;

    return found ? found->word : NULL;
}

int mapping_is_empty(const mapping *m, const char *written)
{
    return m->empty_count &&
           bsearch(written, m->empty, m->empty_count, sizeof *m->empty, compare_text) != NULL;
}

const mapping_vocabulary *mapping_vocabulary_of(const mapping *m, int of)
{
    for (size_t i = 0; i < m->vocabulary_count; i++)
        if (m->vocabularies[i].fact == of)
            return &m->vocabularies[i];
    return NULL;
}

const char *mapping_fact_name(const dictionary *facts, int of)
{
    if (of == MAPPED_HOUSEHOLD)
        return "household_id";
    return of == MAPPED_PERSON ? "person_id" : facts->facts[of].name;
}
