/*
 * Dates and figures as people write them, put into the one spelling that the
 * plain readers know.
 *
 * Each function is called when the plain reading failed, so a cell that was
 * readable without it means the same with it. Nothing is chosen between two
 * meanings. Repairs are added to a set, see repair.h.
 */
#ifndef AYANT_MODEL_AS_WRITTEN_H
#define AYANT_MODEL_AS_WRITTEN_H

#include "../base/day.h"
#include "../base/text.h"

/* Long enough for any figure within the limits, with its separators. */
#define FIGURE_TEXT 40

/*
 * NULL and the date for 3/5/1987, 03.05.1987, 1987/05/03, 19870503, 3 mai
 * 1987, "1987-05-03 00:00:00" and the day number of a spreadsheet; else why
 * not. Months are named in French, Dutch or English, also cut short.
 */
const char *date_as_written(text t, day *out, unsigned *repairs);

/*
 * The amount or number without its euro sign, ",-" and spaces around it, and
 * with plain spaces between its thousands. 0 when that does not fit.
 */
int figure_as_written(text t, int money, char out[FIGURE_TEXT], unsigned *repairs);

#endif
