/*
 * What a data protection officer reads, and what a person may ask for.
 *
 * Texts for people are in French and Dutch. Nothing here shows somebody but
 * the person asked about: other members of a household are counted, not named.
 */
#ifndef AYANT_PRIVACY_PRIVACY_H
#define AYANT_PRIVACY_PRIVACY_H

#include "../base/sink.h"
#include "../store/person.h"

/* The lines asked for, then the verdict on the chain: J04 to J08 when it is broken. */
ayant_status journal_report(failure *e, const store_access *at, const ayant_journal_options *options,
                            const ayant_sink *out, ayant_journal_state *state);

/* The record of article 30 of the GDPR. `at` NULL: without the figures of a caseload. */
ayant_status record_write(failure *e, const dictionary *facts, const store_access *at, ayant_format format,
                          ayant_language language, const ayant_sink *out);

/* All that is held about one person, for that person. */
ayant_status sheet_write(failure *e, const dictionary *facts, const store_access *at, const char *id,
                         ayant_format format, ayant_language language, const ayant_sink *out);

#endif
