/*
 * The nineteen communes of Brussels: codes, names in both languages, postal
 * codes.
 *
 * A commune comes from its code or its name. A postal code stands for one
 * only where the post has one commune behind it; 1000 and 1040 have not, and
 * give none. A name that two communes share gives none either.
 */
#ifndef AYANT_INGEST_PLACES_H
#define AYANT_INGEST_PLACES_H

#include "../base/text.h"

typedef struct commune {
    int nis;
    const char *fr, *nl;
    int postal_codes[4]; /* 0 where there are fewer */
} commune;

#define COMMUNES 19

const commune *commune_at(size_t i); /* 0 to COMMUNES - 1, in order of their codes */

/* By NIS code; NULL for one outside Brussels. */
const commune *commune_of_code(int nis);
/*
 * By name, French or Dutch, any case, with or without accents and hyphens,
 * Saint or St, old and short names, both languages at once, a postal code
 * before it. NULL when there is none; *several is 1 when two would do.
 */
const commune *commune_named(text name, int *several);
/* The only commune of a postal code; NULL when there is none, or (*several 1) more than one. */
const commune *commune_of_postal_code(int postal_code, int *several);
/*
 * A code, a name or a postal code as somebody wrote it: NULL and the NIS
 * code, or the reason. Codes outside Brussels are kept as they are. Repairs
 * are added, see model/repair.h.
 */
const char *place_read(text t, int *nis, unsigned *repairs);
/* An official name, letter for letter: 1 in French, 2 in Dutch, 3 in both; 0 for any other text. */
unsigned place_official(text t);
/* 1 when the postal code is one of the commune's, 0 when not, -1 when that cannot be told. */
int place_agrees(int postal_code, int nis);

#endif
