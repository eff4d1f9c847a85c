/*
 * A chart of one parameter through time: a step line, inline SVG.
 *
 * How sure a value is shows by the form of its mark and of its line, never by
 * colour alone; title and description say the same in words.
 */
#ifndef AYANT_DOCUMENT_CHART_H
#define AYANT_DOCUMENT_CHART_H

#include "../base/sink.h"
#include "../model/rulebook.h"

/* 1 when a chart says more than the table: money or numbers, with two values or more. */
int chart_is_worth(const parameter *p);
/* `until`: the line goes at least so far. */
void put_chart(writer *w, const parameter *p, day until, ayant_language l);

#endif
