/*
 * Kernels on dates, and the choice of kernels.
 *
 * Completed months and years until one day are read from a table of
 * thresholds: over[k] is the latest day from which k months (years) are over
 * on that day. The table is made once for a run.
 */
#ifndef AYANT_VECTOR_CALENDAR_H
#define AYANT_VECTOR_CALENDAR_H

#include <stddef.h>
#include "../base/day.h"

#define CALENDAR_MONTHS 4096

typedef struct calendar {
    day on;
    int month_days;                   /* 1: over[] counts months; 12: years */
    double over[CALENDAR_MONTHS + 2]; /* descending days */
} calendar;

void calendar_months(calendar *c, day on, int step_months);
/* Months (or years) completed from each day to c->on, in millionths. */
void calendar_since(double *out, const double *from, const calendar *c, size_t n);
/* The same without a table, any two columns. */
void calendar_between(double *out, const double *a, const double *b, int years, size_t n);
void calendar_months_after(double *out, const double *d, const double *months, size_t n);
void calendar_year(double *out, const double *d, size_t n);

#endif
