/*
 * Margins: what was made, beside what is published.
 *
 * Counting is exact and does not depend on the order of households. Made
 * values count in hundredths: of a percent, a year, a person, a euro. A margin
 * is inside when it differs by no more than its tolerance; below 500,000
 * households the tolerance is widened by what chance alone may do (three
 * standard errors, members of a household being alike).
 */
#ifndef AYANT_SYNTH_MARGINS_H
#define AYANT_SYNTH_MARGINS_H

#include "../base/sink.h"
#include "brussels.h"
#include "extras.h"

typedef enum measure {
#define MEASURE(name) MEASURE_##name,
#include "measures.def"
#undef MEASURE
    MEASURE_COUNT
} measure;

typedef struct margin_tally {
    int64_t count, of;
} margin_tally;

#define INCOME_BINS 30000 /* euros a month, in prices of 2021; the last bin holds all that is above */

typedef struct margins {
    margin_tally region[MEASURE_COUNT];
    margin_tally communes[MEASURE_COUNT][COMMUNES];
    int64_t households, surveyed; /* persons whose income is counted */
    int64_t incomes[INCOME_BINS];
} margins;

typedef enum margin_kind { MARGIN_NEAR, MARGIN_AT_LEAST, MARGIN_SHOWN } margin_kind;
typedef enum margin_unit { UNIT_PERCENT, UNIT_YEARS, UNIT_PERSONS, UNIT_EUROS } margin_unit;

/* One published figure. */
typedef struct margin {
    const char *id, *item, *scope;
    measure what;
    int commune; /* place in `communes`, -1: the Region */
    margin_kind kind;
    margin_unit unit;
    int32_t published, tolerance; /* hundredths */
    const char *source;
} margin;

extern const margin margin_table[];
extern const size_t margin_count;

margins *margins_new(void); /* NULL without memory */
void margins_add(margins *m, const made_household *h, const made_truth *t);
void margins_free(margins *m); /* accepts NULL */

/* The value made, in hundredths, and what chance may do to it; 0 when nobody is concerned. */
int64_t margin_made(const margins *m, const margin *row, int64_t *chance);
int margin_inside(const margins *m, const margin *row);

/* AYANT_TEXT is a table in Markdown. *outside counts rows that are not inside. */
ayant_status margins_write(failure *e, const margins *m, const ayant_report_options *options,
                           const ayant_sink *out, size_t *outside);

extern const synth_extra margins_file;

#endif
