/*
 * Values that a file holds as numbers, as text: plain decimals and dates.
 *
 * A spreadsheet keeps numbers in binary and shows 15 digits: 1340.47 may be
 * stored as 1340.4699999999998. What comes out is what it shows: at most 15
 * digits that count, no exponent, no zeros at the end of the decimals.
 */
#ifndef AYANT_INGEST_TYPED_VALUES_H
#define AYANT_INGEST_TYPED_VALUES_H

#include "../base/text.h"

#define TYPED_TEXT 64

/* What a number format of a sheet says of its numbers. */
typedef enum number_format { FORMAT_PLAIN, FORMAT_DATE, FORMAT_PADDED } number_format;

/* Whole numbers stay as they are. The length, or 0 when `t` is no decimal number or is too long to write out.
 */
size_t typed_number(text t, char out[TYPED_TEXT]);
/*
 * A day counted from 1900 (60 is the 29 February 1900 that never was, and
 * comes out as such) or from 1904, as YYYY-MM-DD; the time of day is left
 * out. 0 when it is before the first day or after 9999.
 */
size_t typed_serial_date(text number, int from_1904, char out[TYPED_TEXT]);
/* "2026-03-01T10:00:00" as "2026-03-01"; 0 when it does not begin as a date does. */
size_t typed_iso_date(text t, char out[TYPED_TEXT]);
/* A code such as "dd/mm/yyyy", "0.00" or "00000000000"; *digits: of a padded one. */
number_format typed_format(text code, unsigned *digits);
/* A whole number with zeros before it; 0 when it is no such number. */
size_t typed_padded(text number, unsigned digits, char out[TYPED_TEXT]);

#endif
