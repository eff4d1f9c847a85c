/*
 * Proposing a mapping for a file nobody has described.
 *
 * Columns are placed by their names, in French and Dutch, and by what their
 * first rows hold; each is written with what was assumed and how sure it is.
 * What cannot be placed is left out by name, with the reason; a fact that
 * must not exist is refused by name. The proposal is a mapping file: it can
 * be read as it stands, and is meant to be read by a person first.
 */
#ifndef AYANT_INGEST_SUGGEST_H
#define AYANT_INGEST_SUGGEST_H

#include "../model/dictionary.h"
#include "source.h"

/* *placed: how many columns give a fact. No value of the file is written. */
ayant_status suggest_mapping(failure *e, const dictionary *facts, const char *path, ayant_language language,
                             const ayant_sink *out, size_t *placed);

#endif
