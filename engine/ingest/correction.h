/*
 * One cell a person asks to correct, checked as a cell of a file is.
 */
#ifndef AYANT_INGEST_CORRECTION_H
#define AYANT_INGEST_CORRECTION_H

#include "../base/limits.h"
#include "../model/dictionary.h"

typedef struct correction {
    cell value;                 /* CELL_UNKNOWN takes the fact away */
    char words[LIMIT_TEXT + 1]; /* of texts and links; "" takes the fact away */
} correction;

/* An empty `written` or "?" makes the fact unknown. AYANT_E_INPUT (K17) with the reason, never the value. */
ayant_status correction_read(failure *e, const fact *f, const char *written, correction *out);

#endif
