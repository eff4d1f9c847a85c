/*
 * What offices call things: names of columns and words of cells, in French
 * and Dutch, for proposing a mapping.
 *
 * Names are folded (letters_fold). Words are as they are written; compare
 * them folded (text_fold). A list is one text, parted by '|'.
 */
#ifndef AYANT_INGEST_SUGGEST_WORDS_H
#define AYANT_INGEST_SUGGEST_WORDS_H

#include <stddef.h>

/* In place of the name of a fact. */
#define SUGGEST_LINK "links"
#define SUGGEST_ADDRESS "street number box"
#define SUGGEST_PLACE "postal_code nis_commune"
#define SUGGEST_FULL_NAME "last_name first_name"

typedef struct column_names {
    const char *fact; /* or one of the above, or household_id, person_id */
    const char *names;
} column_names;

extern const column_names suggest_columns[];
extern const size_t suggest_column_count;

typedef struct word_names {
    const char *fact, *word;
    const char *written;
} word_names;

/* In the order of facts, then of words. */
extern const word_names suggest_words[];
extern const size_t suggest_word_count;

/* Short forms of the words of names: "nr" is "numero". */
extern const char *const suggest_short[][2];
extern const size_t suggest_short_count;
/* Words of names that say nothing. */
extern const char suggest_stop[];
/* Names of columns of free text. */
extern const char suggest_free_text[];

#endif
