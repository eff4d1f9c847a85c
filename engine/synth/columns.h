/*
 * The columns of the files as a table, for whatever goes through all of them.
 *
 * Made from columns.def, in its order; `at` is where the cell lies in a
 * made_place or a made_person.
 */
#ifndef AYANT_SYNTH_COLUMNS_H
#define AYANT_SYNTH_COLUMNS_H

#include <string.h>

#include "made.h"

/* The file lacks this cell exactly when it lacks the one before. */
#define WITH_THE_LAST (-1)

typedef enum made_form {
    FORM_EMPTY,
    FORM_TRUTH,
    FORM_MONEY,
    FORM_DATE,
    FORM_WHOLE,
    FORM_WORD,
    FORM_LINK,
    FORM_EMAIL,
    FORM_SECTOR,
    FORM_GUARDIAN,
    FORM_WORKER,
    FORM_NISS
} made_form;

typedef struct made_column {
    const char *name;
    made_form form;
    const char *const *words;
    int32_t lack;
    size_t at;
} made_column;

#define HOUSEHOLD_COLUMNS (sizeof(made_place) / sizeof(int32_t))
#define PERSON_COLUMNS (sizeof(made_person) / sizeof(int32_t))

extern const made_column made_household_columns[HOUSEHOLD_COLUMNS];
extern const made_column made_person_columns[PERSON_COLUMNS];

static inline int32_t made_cell(const made_column *c, const void *thing)
{
    int32_t value;

    memcpy(&value, (const char *)thing + c->at, sizeof value);
    return value;
}

static inline void made_set(const made_column *c, void *thing, int32_t value)
{
    memcpy((char *)thing + c->at, &value, sizeof value);
}

#endif
