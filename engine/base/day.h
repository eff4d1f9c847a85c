/*
 * Dates as days since 1970-01-01, proleptic Gregorian.
 *
 * DAY_NEVER stands for "no date": never received, not ended. It is later
 * than every date, so `since <= today` is no and `end >= today` is yes.
 */
#ifndef AYANT_BASE_DAY_H
#define AYANT_BASE_DAY_H

#include <stdint.h>
#include "text.h"

typedef int32_t day;

#define DAY_NEVER ((day)10000000)
#define DAY_LEAST ((day)-36525) /* 1870-01-01: the oldest date accepted */
#define DAY_MOST ((day)84005)   /* 2199-12-31 */

day day_of(int year, int month, int date); /* the parts are trusted */
void day_parts(day d, int *year, int *month, int *date);
/* 1 and *out for "YYYY-MM-DD" or "DD/MM/YYYY" within the limits above, else 0. */
int day_parse(text t, day *out);
/* "2026-03-01", or "" for DAY_NEVER; `out` has 16 bytes. */
void day_print(char out[16], day d);
/*
 * Full months from a to b. n months since a day are over on the same day of
 * the nth month after, or on the first of the next month where that day does
 * not exist (law/decisions C3). Negative when b is before a.
 */
int32_t day_months(day a, day b);
/* Completed years; born on 29 February: 1 March in other years. */
int32_t day_age(day birth, day on);
day day_add_months(day d, int32_t months);

#endif
