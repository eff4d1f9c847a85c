/*
 * Amounts, numbers and dates as people write them in French and Dutch.
 */
#ifndef AYANT_DOCUMENT_FIGURES_SAID_H
#define AYANT_DOCUMENT_FIGURES_SAID_H

#include "../base/day.h"
#include "../base/sink.h"
#include "../model/rulebook.h"

/* Escaped; the spaces French puts inside quotes and before : ; ? ! do not break a line. */
void put_prose(writer *w, const char *s);
/* 1340.47 -> "1 340,47" or "1.340,47"; at least `decimals`. */
void put_number(writer *w, micro value, int decimals, ayant_language l);
/* "1er mars 2026", "1 maart 2026". */
void put_day(writer *w, day d, ayant_language l);
/* A value with its unit. Money, numbers and truths in millionths (truth 0 or 1); dates in days. */
void put_figure(writer *w, kind k, period per, micro value, ayant_language l);
/* "EUR par an", "nombre", ...: the unit of a parameter. */
void put_unit(writer *w, const parameter *p, ayant_language l);
/* The kind of the values of a parameter; KIND_NUMBER for a scale. */
kind parameter_values(const parameter *p);

#endif
