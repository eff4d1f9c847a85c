/*
 * Weights of a survey: the design, who did not answer, and replicates.
 *
 * A household that answered stands for those of its group that did not: its
 * design weight times what was drawn of the group over what answered of it.
 * Weights of those who answered add up to the design weights of all who were
 * drawn. A replicate (JKn) leaves one unit out, gives its stratum n/(n - 1),
 * and adjusts for who did not answer anew.
 */
#ifndef AYANT_SYNTH_SURVEY_WEIGHTS_H
#define AYANT_SYNTH_SURVEY_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

#include "../base/failure.h"

#define SURVEY_GROUPS 6

/* One household drawn. */
typedef struct survey_case {
    int32_t unit; /* primary sampling unit: a sector, or half of a certain one */
    int32_t group, answered;
    double design;
} survey_case;

typedef struct survey_weights {
    size_t units;
    const int32_t *stratum;      /* of each unit */
    const int32_t *stratum_size; /* units of each stratum, those where nobody answered too */
    double (*drawn)[SURVEY_GROUPS], (*answered)[SURVEY_GROUPS]; /* design weights of each unit */
    double factor[SURVEY_GROUPS];                               /* of the whole sample */
    int32_t pooled[SURVEY_GROUPS];                              /* the group whose factor this one has */
} survey_weights;

#define NO_UNIT (-1)

/* `stratum` and `stratum_size` are kept, not copied. AYANT_E_INPUT (Y31) when nobody answered. */
ayant_status survey_weights_new(failure *e, survey_weights **out, const survey_case *cases, size_t count,
                                const int32_t *stratum, size_t units, const int32_t *stratum_size);
void survey_weights_free(survey_weights *w); /* accepts NULL */

/* The factors of the replicate that leaves `unit` out. */
void survey_factors(const survey_weights *w, int32_t unit, double factor[SURVEY_GROUPS]);
/* Of a household that answered, in the replicate that leaves `unit` out; NO_UNIT: of the whole sample. */
double survey_weight(const survey_weights *w, const survey_case *c, int32_t unit,
                     const double factor[SURVEY_GROUPS]);
/* (n - 1) / n of the stratum of a unit: the scale of its replicate. */
double survey_scale(const survey_weights *w, int32_t unit);

#endif
