/*
 * Where rows go as they are read: people in memory, or a caseload.
 *
 * Households come first, then persons, then relations, each row once and in
 * the order of the input. A row is taken or refused on its ids; what is then
 * set belongs to the row taken last. Nothing is kept for good before `keep`:
 * an intake that is dropped earlier leaves all as it was.
 */
#ifndef AYANT_MODEL_INTAKE_H
#define AYANT_MODEL_INTAKE_H

#include "people.h"

/* Rows: ROW_FAILED when the failure says why. Statuses: below zero likewise. */
typedef struct intake_kind {
    /* *row: the place among the rows taken of its entity, from 0. */
    row_problem (*household)(void *to, failure *e, text id, uint64_t *row);
    row_problem (*person)(void *to, failure *e, text id, text household, uint64_t *row);
    ayant_status (*cell)(void *to, failure *e, int fact, cell value);
    ayant_status (*words)(void *to, failure *e, int fact, text value); /* also the id of a link */
    /*
     * A cell of an earlier row, once all rows of its entity were given. Rows
     * come in ascending order.
     */
    ayant_status (*late)(void *to, failure *e, uint64_t row, int fact, cell value);
    row_problem (*relation)(void *to, failure *e, text a, text b, kinship word); /* a is the word of b */
    /* 1 when a person of this id was taken, 0, or -1 on a failure. */
    int (*knows)(void *to, failure *e, text person);
    ayant_status (*finish)(void *to, failure *e); /* all was given: what can fail is done now */
    ayant_status (*keep)(void *to, failure *e);
} intake_kind;

typedef struct intake {
    const intake_kind *kind;
    void *to;
} intake;

/* Rows go into people, which `finish` finishes. */
intake people_intake(people *p);

#endif
