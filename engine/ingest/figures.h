/*
 * The decimal mark of a column, when a figure alone does not tell it.
 *
 * "1234.56" and "1.234,56" can each be read in one way only. "1.234" can be
 * two figures: it waits until the whole column has been seen. A column, else
 * its file, that writes decimals in one way decides; where both ways or
 * neither are found, the cell is refused.
 */
#ifndef AYANT_INGEST_FIGURES_H
#define AYANT_INGEST_FIGURES_H

#include "../base/text.h"

enum { MARK_POINT = 1, MARK_COMMA = 2, MARK_EITHER = 4 };

/* The mark a figure proves; 0 when it has no decimals or separators. */
unsigned mark_of(text figure);
/*
 * MARK_POINT or MARK_COMMA for an ambiguous figure, from what the column and
 * the file have proved; 0 when they prove nothing or both.
 */
unsigned mark_for(unsigned column, unsigned file, char delimiter);

#endif
