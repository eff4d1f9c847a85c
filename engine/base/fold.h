/*
 * Folding: what two spellings of one name have in common.
 *
 * "N° Ménage ", "n° menage" and "N°  MÉNAGE" fold to one text: lower case,
 * without accents (composed or not), one space for any run of spaces, none at
 * the ends. Folding is for comparing names and words; what people typed is
 * kept as they typed it.
 */
#ifndef AYANT_BASE_FOLD_H
#define AYANT_BASE_FOLD_H

#include "text.h"

/*
 * Writes at most `size` - 1 bytes and a zero; returns the length, or -1 when
 * the folded text does not fit. `t` is UTF-8; other bytes are kept as they are.
 */
int64_t text_fold(text t, char *out, size_t size);
/* Without any space at both ends: plain, tabs, line ends, non-breaking, narrow, zero-width. */
text text_strip(text t);

#endif
