/*
 * People while they are filled: what people.h hides behind `build`.
 *
 * Columns grow on their own, so a row that was never set lies beyond the end
 * of its column and is unknown. Rows here are in the order of the input;
 * people_finish moves them into the arena in their final order.
 */
#ifndef AYANT_MODEL_PEOPLE_BUILD_H
#define AYANT_MODEL_PEOPLE_BUILD_H

#include "people.h"

typedef struct growing {
    void *items; /* from malloc */
    size_t used, capacity;
} growing;

typedef struct relation_row {
    uint32_t a, b; /* a is the `word` of b */
    kinship word;
} relation_row;

struct people_build {
    growing *cells;       /* of cell, by fact index */
    growing *texts;       /* of const char *, by fact index */
    growing household_id; /* of const char * */
    growing person_id;    /* of const char * */
    growing household_of; /* of uint32_t */
    growing members;      /* of uint8_t: how many, by household */
    growing relations;    /* of relation_row */
    id_table household_ids;
    char *pool; /* room left for texts, in the arena */
    size_t pool_left;
};

/* Facts that make kinship; -1 where the dictionary has none of that name. */
typedef struct kin_facts {
    int partner, mother, father;
} kin_facts;

kin_facts kin_facts_of(const dictionary *d);
/* Frees what the arena does not own; accepts NULL. */
void people_build_free(struct people_build *b, size_t facts);
/* Fills `others` and `kin` of grouped people from links and rows (final row numbers). 0, or -1 without
 * memory. */
int people_derive_kinship(people *p, const relation_row *rows, size_t count);

#endif
