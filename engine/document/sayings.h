/*
 * Fixed words of the pages, in French and Dutch: sayings.def holds them all.
 */
#ifndef AYANT_DOCUMENT_SAYINGS_H
#define AYANT_DOCUMENT_SAYINGS_H

#include "../ayant.h"
#include "../model/kinds.h"

typedef enum saying {
#define SAYING(name, fr, nl) SAID_##name,
#include "sayings.def"
#undef SAYING
    SAID_COUNT
} saying;

const char *said(saying s, ayant_language l);
/* A label in this language; in the other when it is missing; `otherwise` when there is none. */
const char *label_said(const label *x, ayant_language l, const char *otherwise);

#endif
