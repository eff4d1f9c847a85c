/*
 * Kinds of values, their periods, and the entities they belong to.
 *
 * A cell is 32 bits in memory and in files of columns:
 *   truth   0 or 1                     money   cents
 *   number  thousandths                date    days since 1970-01-01, DAY_NEVER for none
 *   word    index in its vocabulary    person  row of that person, or LINK_*
 * CELL_UNKNOWN, in every kind, is an empty cell. It is never zero, never no.
 */
#ifndef AYANT_MODEL_KINDS_H
#define AYANT_MODEL_KINDS_H

#include <stdint.h>

typedef enum kind {
    KIND_TRUTH,
    KIND_MONEY,
    KIND_NUMBER, /* whole or decimal, see `whole` */
    KIND_DATE,
    KIND_WORD,
    KIND_TEXT,  /* kept, printed, never read by a rule */
    KIND_PERSON /* a link to another person of the household */
} kind;

typedef enum period { PERIOD_NONE, PERIOD_MONTH, PERIOD_YEAR, PERIOD_ANY } period;

typedef enum entity { ENTITY_HOUSEHOLD, ENTITY_PERSON } entity;

typedef int32_t cell;

#define CELL_UNKNOWN INT32_MIN
#define LINK_NONE ((cell)-1)    /* no such person */
#define LINK_OUTSIDE ((cell)-2) /* somebody who is not in this household */

typedef struct label {
    const char *fr, *nl, *en; /* en may be NULL */
} label;

typedef struct place {
    const char *file;
    int line;
} place;

#endif
