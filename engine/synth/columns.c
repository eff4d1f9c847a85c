/*
 * The columns of columns.def as tables.
 */
#include "columns.h"

#include "brussels.h"

const made_column made_household_columns[HOUSEHOLD_COLUMNS] = {
#define HOUSEHOLD(name, form, words, lack) {#name, form, words, lack, offsetof(made_place, name)},
#include "columns.def"
};

const made_column made_person_columns[PERSON_COLUMNS] = {
#define PERSON(name, form, words, lack) {#name, form, words, lack, offsetof(made_person, name)},
#include "columns.def"
};
