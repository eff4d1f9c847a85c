/*
 * Repairs: how a cell was written when it was not written as ayant does.
 *
 * A repair never chooses between two meanings: such a cell is refused. A cell
 * may need several (a euro sign and spaces), so they are kept as a set, one
 * bit a kind. Only kinds are reported, with counts by column; never a value.
 */
#ifndef AYANT_MODEL_REPAIR_H
#define AYANT_MODEL_REPAIR_H

#include "dictionary.h"

typedef enum repair {
    REPAIR_SPACES,        /* spaces around it, or non-breaking ones, or doubled ones inside a text */
    REPAIR_CURRENCY,      /* a euro sign, EUR, ",-" */
    REPAIR_THOUSANDS,     /* thousands set apart by spaces, points or apostrophes */
    REPAIR_DECIMAL_COMMA, /* decimals after a comma: a repair where the column writes points */
    REPAIR_DECIMAL_POINT, /* decimals after a point: a repair where the column writes commas */
    REPAIR_DATE_FORM,     /* 03.05.1987, 3/5/1987, 1987/05/03, 3 mai 1987 */
    REPAIR_SERIAL,        /* the day number of a spreadsheet: 31900 */
    REPAIR_TRUTH_FORM,    /* O, N, X, J */
    REPAIR_PLACEHOLDER,   /* NULL, n/a, ?, inconnu: an empty cell */
    REPAIR_ACCENTS,       /* accents apart from their letter, put together */
    REPAIR_NUMBER_FORM,   /* a known number in another spelling: 0470/12.34.56, B-1050 */
    REPAIR_LOST_ZERO,     /* zeros in front, dropped by a spreadsheet */
    REPAIR_ROUNDED,       /* an amount a spreadsheet computed, 1166.66666667, to the cent */
    REPAIR_PLACE_NAME,    /* the name of a commune, kept as its code */
    REPAIR_PLACE_POSTAL,  /* a postal code where a commune was asked */
    REPAIR_PLACE_DIFFERS, /* no repair: the postal code and the commune do not go together, both are kept */
    REPAIR_BISTER,        /* no repair: a national number with a month of 60 to 72, to be looked at */
    REPAIR_KINDS
} repair;

#define REPAIR_BIT(kind) (1u << (kind))

/* "a euro sign": for "412 cells: a euro sign". */
const char *repair_said(repair which, ayant_language language);
/* "currency": for files and programs; never changes. */
const char *repair_word(repair which);

/* 1 for what people write instead of leaving a cell empty: NULL, n/a, -, ?, inconnu, onbekend. */
int text_is_placeholder(text t);

/*
 * fact_read, and which repairs the cell needed: bits are added to *repairs
 * (NULL: not asked). A placeholder gives CELL_UNKNOWN and REPAIR_PLACEHOLDER.
 */
const char *fact_read_repaired(const fact *f, text written, int comma, cell *out, unsigned *repairs);

#endif
