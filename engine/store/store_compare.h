/*
 * What an import changes, from the inside: for store_changes.c,
 * store_compare.c and store_moves.c.
 *
 * The new content is read run by run beside the old one, inside the
 * transaction, before the old one goes: memory does not grow with the file.
 * Values are compared of facts that both know in the same way. A fact that one
 * of the files lacks altogether says nothing about anybody.
 */
#ifndef AYANT_STORE_STORE_COMPARE_H
#define AYANT_STORE_STORE_COMPARE_H

#include "store_intake.h"

#define ADDRESS_FACTS 3 /* of a household */
#define NO_ROW UINT64_MAX

typedef enum heading { HEADING_MOVED, HEADING_INCOME, HEADING_RECEIPT, HEADING_COUNT } heading;

/* A fact of persons to compare. */
typedef struct compared_fact {
    const fact *now;
    const file_fact *before;
    heading under;
} compared_fact;

/* A household, by its new row. */
typedef struct household_then {
    uint64_t row;     /* before, + 1; 0: it is new */
    uint64_t differs; /* a bit for each address fact */
} household_then;

/* Of a row of the run. `which` is a fact of `facts`, or one of those below. */
typedef struct difference {
    size_t at, which;
    heading under;
    cell before, after; /* households: rows */
} difference;

enum { WHICH_HOUSEHOLD = 60000, WHICH_ADDRESS }; /* WHICH_ADDRESS + k: an address fact of the household */

typedef struct comparing {
    store_taking *taking;
    store_changes *counts;
    file_facts known; /* before */
    chunks now, before;
    text_window ids;               /* of persons, now */
    id_finder persons, households; /* before */
    text_window household_ids, household_ids_before, address[ADDRESS_FACTS], address_before[ADDRESS_FACTS];
    int address_compared[ADDRESS_FACTS];
    paged *then; /* of household_then */
    compared_fact *facts;
    size_t fact_count;
    /* The run under way: rows that stayed, in the order of where they were. */
    uint64_t chunk;
    struct stay {
        uint64_t before;
        uint32_t at;
    } * stays; /* CHUNK_ROWS each, as those below */
    size_t stayed;
    unsigned char *headings; /* bits, by row */
    cell *cells, *cells_before, *household;
    text *texts, *texts_before;
    difference *differences; /* only when they are asked for */
    size_t difference_count, difference_capacity;
} comparing;

extern const char *const address_names[ADDRESS_FACTS];

/* Where each household was before, and whether its address differs. */
ayant_status compare_households(failure *e, comparing *c);
/* The rows that stayed: household, address, income, receipt. */
ayant_status compare_run(failure *e, comparing *c);
/* Counts a difference under a heading, and keeps it when somebody asks for it. */
ayant_status note_difference(failure *e, comparing *c, difference one);

#endif
