/*
 * Made households as people, for the rules.
 *
 * Only facts that a rule may read are given: no name, no address, no text.
 * Rows are in the order of the households and of their members.
 */
#ifndef AYANT_SYNTH_RECORDS_H
#define AYANT_SYNTH_RECORDS_H

#include "../model/people.h"
#include "columns.h"

/* Where each column goes in a dictionary; read-only, shared by threads. */
typedef struct record_map {
    const dictionary *facts;
    int household_fact[HOUSEHOLD_COLUMNS], person_fact[PERSON_COLUMNS]; /* -1: no rule reads it */
    cell household_word[HOUSEHOLD_COLUMNS][16], person_word[PERSON_COLUMNS][16];
} record_map;

void record_map_fill(record_map *map, const dictionary *facts);
/* Members of household k are rows first[k] and on. The dictionary must outlive the people. */
ayant_status records_people(failure *e, const record_map *map, const made_household *made, size_t count,
                            people **out);

#endif
