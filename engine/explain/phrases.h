/*
 * The words of explanations, in French, Dutch and English.
 */
#ifndef AYANT_EXPLAIN_PHRASES_H
#define AYANT_EXPLAIN_PHRASES_H

#include "../graph/graph.h"
#include "../takeup/results.h"

typedef enum phrase {
    SAY_YES,
    SAY_NO,
    SAY_UNKNOWN,
    SAY_MONTH,
    SAY_YEAR,
    SAY_NO_DATE,
    SAY_MISSING,
    SAY_PRESUMED,
    SAY_SEE_ABOVE,
    SAY_SINCE,
    SAY_ON,
    SAY_PERSON,
    SAY_CONDITIONS,
    SAY_AMOUNT,
    SAY_AMOUNT_LOW,
    SAY_JUDGED,
    SAY_MISSING_FACTS,
    SAY_PRESUMPTIONS,
    SAY_OPENS,
    SAY_OFFICE,
    SAY_ROUTE,
    SAY_CERTAINTY,
    SAY_RESTS_ON,
    SAY_VERIFIED,
    SAY_DERIVED,
    SAY_UNVERIFIED,
    SAY_NO_VALUE,
    SAY_BETWEEN,
    SAY_AND,
    SAY_DRAFT,
    SAY_RECEIVING,
    SAY_KINSHIP,
    SAY_HOUSEHOLD,
    SAY_BEST,
    SAY_WORST,
    SAY_NOTHING,
    SAY_ENOUGH,
    SAY_UP_TO,
    SAY_FROM,
    SAY_WHY_NOT,
    SAY_AMOUNT_NIL,
    SAY_WOULD_CHANGE,
    SAY_AT_MOST,
    SAY_AT_LEAST,
    SAY_INSTEAD_OF,
    SAY_LESS,
    SAY_MORE,
    SAY_ONLY_THAT,
    SAY_STILL_OPEN,
    SAY_NO_SINGLE,
    SAY_TO_THRESHOLD,
    SAY_BY_ITSELF,
    SAY_IF_NOTHING_CHANGES,
    SAY_COUNT
} phrase;

const char *say(phrase p, ayant_language l);
const char *say_label(const label *x, ayant_language l, const char *otherwise);
const char *say_verdict(verdict v, ayant_language l);
const char *say_finding(finding f, ayant_language l);
const char *say_certainty(certainty c, ayant_language l);
/* A value in words: "589,05 EUR par mois", "oui", "entre ... et ...". */
void say_value(const type *t, double low, double high, uint64_t words, ayant_language l, char *out,
               size_t size);

/* A given cell of a fact, in words. */
void say_cell(const fact *f, cell value, ayant_language l, char *out, size_t size);

#endif
