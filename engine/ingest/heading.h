/*
 * Which of the first rows names the columns.
 *
 * Exports carry titles above their table ("Dossiers au 01/03/2026"). Rows
 * are passed over only when they hold a third of the cells of a later row
 * that reads like names and agrees with what follows; when in doubt it is the
 * first row, so that no row of data is lost.
 */
#ifndef AYANT_INGEST_HEADING_H
#define AYANT_INGEST_HEADING_H

#include "../base/text.h"

#define HEADING_ROWS 24

typedef struct heading_row {
    size_t width, filled; /* width: one past the last cell with text */
    int names;            /* every cell reads like a name */
} heading_row;

typedef struct heading {
    size_t count;
    heading_row row[HEADING_ROWS];
} heading;

/* One more row, from the first; empty ones and those after HEADING_ROWS are not kept. 1 when kept. */
int heading_add(heading *h, const text *cells, size_t count);
/* Which of those kept, from 0. */
size_t heading_find(const heading *h);

#endif
