/*
 * How the columns of somebody's file become facts.
 *
 * Filled by host/ from a mapping file, read by ingest/. Everything lives in
 * the host's arena. Names of columns and words are also kept folded (see
 * base/fold.h), which is how they are compared. No fact has two columns; a
 * fact that must not exist has none.
 */
#ifndef AYANT_MODEL_MAPPING_H
#define AYANT_MODEL_MAPPING_H

#include "../base/failure.h"
#include "dictionary.h"

/* In place of a fact: the ids that join rows. */
#define MAPPED_HOUSEHOLD (-2)
#define MAPPED_PERSON (-3)

typedef struct mapping_column {
    const char *header, *folded;
    const int *facts; /* none: left out on purpose */
    size_t fact_count;
    const char *const *patterns; /* tried in order; their named groups are facts of the column */
    size_t pattern_count;
    place at, patterns_at;
} mapping_column;

/* What is written, folded, and what it stands for. Lists are sorted by `written`. */
typedef struct mapping_word {
    const char *written, *word;
} mapping_word;

typedef struct mapping_vocabulary {
    int fact;
    const mapping_word *words;
    size_t count;
} mapping_vocabulary;

/* What a person is to the reference person of the household. */
#define MAPPING_LINKS                                                                                        \
    "reference", "spouse", "legal", "de_facto", "partner", "child", "parent", "grandparent", "grandchild",   \
        "sibling", "parent_in_law", "child_in_law", "other_relative", "unrelated"

typedef enum mapping_link {
    MAPPED_REFERENCE,
    MAPPED_SPOUSE,   /* married */
    MAPPED_LEGAL,    /* legal cohabitation */
    MAPPED_DE_FACTO, /* a couple without either */
    MAPPED_PARTNER,  /* a couple; which kind is not said */
    MAPPED_CHILD,
    MAPPED_PARENT,
    MAPPED_GRANDPARENT, /* this and the following are rows of relations */
    MAPPED_GRANDCHILD,
    MAPPED_SIBLING,
    MAPPED_PARENT_IN_LAW,
    MAPPED_CHILD_IN_LAW,
    MAPPED_OTHER_RELATIVE,
    MAPPED_UNRELATED,
    MAPPED_LINKS
} mapping_link;

typedef struct mapping_computed {
    int fact;
    place at;
} mapping_computed;

typedef struct mapping {
    const char *path;
    const char *sheet; /* NULL: not said */
    int header;        /* line of the names of the columns; 0: not said */
    ayant_language language;
    mapping_column *columns; /* sorted by `folded` */
    size_t column_count;
    mapping_vocabulary *vocabularies;
    size_t vocabulary_count;
    const char *const *empty; /* what means that nothing is known, beside text_is_placeholder; folded and sorted */
    size_t empty_count;
    const char *links_header, *links_folded; /* NULL: no column says how people are related */
    const mapping_word *links;               /* `word` is one of MAPPING_LINKS */
    size_t link_count;
    mapping_computed *computed;
    size_t computed_count;
    /* The names of the columns, before any row; they are copied. */
    ayant_status (*bind)(failure *e, void *with, const text *headers, size_t count);
    /*
     * One computed fact of one row, whose cells follow the headers; empty
     * when nothing is known. AYANT_NONE: the function stopped, and *e says
     * where. `out` is good until the next call.
     */
    ayant_status (*compute)(failure *e, void *with, size_t which, const text *cells, size_t count, text *out);
    void *with;
} mapping;

/* What `written` (folded) stands for in a sorted list; NULL when it is not there. */
const char *mapping_word_of(const mapping_word *words, size_t count, const char *written);
/* 1 when the mapping says that `written` (folded) means that nothing is known. */
int mapping_is_empty(const mapping *m, const char *written);
const mapping_vocabulary *mapping_vocabulary_of(const mapping *m, int fact);
/* The name of a fact, or of an id. */
const char *mapping_fact_name(const dictionary *facts, int fact);

#endif
