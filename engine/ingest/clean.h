/*
 * Cleaning texts that have a known shape: national numbers, postal codes,
 * telephone numbers, e-mail addresses.
 *
 * A text either has the shape, and comes out in one spelling, or it is
 * refused. The patterns are bounded in time and memory whatever the text.
 */
#ifndef AYANT_INGEST_CLEAN_H
#define AYANT_INGEST_CLEAN_H

#include "../base/failure.h"
#include "../base/text.h"

typedef enum clean_kind {
    CLEAN_NONE,
    CLEAN_NISS,
    CLEAN_POSTAL_CODE,
    CLEAN_PHONE,
    CLEAN_EMAIL,
    CLEAN_COUNT
} clean_kind;

/* Room for any cleaned text. */
#define CLEAN_TEXT 256

/*
 * A national number (register or bis). The number does not say the century:
 * `born_1900` and `born_2000` tell which check digits fit, and when both do
 * only another fact can tell. Month and day are 0 when unknown.
 */
typedef struct niss {
    char digits[12];
    int born_1900, born_2000;
    int year_of_century, month, day;
    int bis;  /* 0, or what is added to the month: 20 sex unknown, 40 known, 60 BisTer */
    int male; /* 1, 0, or -1 unknown */
} niss;

typedef struct cleaner cleaner;

ayant_status cleaner_new(failure *e, cleaner **out);
void cleaner_free(cleaner *c); /* accepts NULL */
/* 1 and *out when `t` is a valid number in any usual spelling. */
int clean_niss(cleaner *c, text t, niss *out);
/*
 * NULL and the cleaned text ("12345678995", "1080", "+3225551234"), or the
 * reason for the rejects file.
 */
const char *clean_text(cleaner *c, clean_kind kind, text t, char out[CLEAN_TEXT], size_t *length);
/* 1 for a postal code of the Brussels region. */
int clean_is_brussels(cleaner *c, text postal_code);
/* What a column of this name is cleaned as. */
clean_kind clean_kind_of(const char *fact_name);

#endif
