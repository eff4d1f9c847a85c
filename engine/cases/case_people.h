/*
 * Private to cases/: from the cases of one date to people.
 */
#ifndef AYANT_CASES_CASE_PEOPLE_H
#define AYANT_CASES_CASE_PEOPLE_H

#include "../model/people.h"
#include "../model/rulebook.h"

/* Adds the persons of a case as household `number`. */
ayant_status case_add(failure *e, const rulebook *rules, const rule_case *c, size_t number, people *p);
/* The row of a person of the case once the people are finished. */
size_t case_row(const people *p, size_t number, int person);

#endif
