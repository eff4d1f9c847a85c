/*
 * Factors of groups, for the whole sample and for each replicate.
 *
 * A group where few answered has the factor of all such groups together; when
 * that is not enough, all groups are one. Replicates keep the grouping of the
 * whole sample.
 */
#include "survey_weights.h"

#include <stdlib.h>
#include <string.h>

/* Fewer answers than this say too little of a group. */
#define ANSWERS_OF_GROUP 10

void survey_weights_free(survey_weights *w)
{
    if (!w)
        return;
    free(w->drawn);
    free(w->answered);
    free(w);
}

/* Groups with enough answers stand alone; the others go with the smallest number among them. */
static int pool(int32_t pooled[SURVEY_GROUPS], const survey_case *cases, size_t count)
{
    int32_t answers[SURVEY_GROUPS] = {0}, together = 0, all = 0, first = -1;

    for (size_t i = 0; i < count; i++)
        answers[cases[i].group] += cases[i].answered;
    for (int32_t g = 0; g < SURVEY_GROUPS; g++) {
        pooled[g] = g;
        all += answers[g];
        if (answers[g] >= ANSWERS_OF_GROUP)
            continue;
        if (first < 0)
            first = g;
        pooled[g] = first;
        together += answers[g];
    }
    if (first >= 0 && together < ANSWERS_OF_GROUP)
        for (int32_t g = 0; g < SURVEY_GROUPS; g++)
            pooled[g] = 0;
    return all > 0;
}

static void factors_of(const survey_weights *w, const double drawn[SURVEY_GROUPS],
                       const double answered[SURVEY_GROUPS], double factor[SURVEY_GROUPS])
{
    double all[SURVEY_GROUPS] = {0}, heard[SURVEY_GROUPS] = {0};

    for (int32_t g = 0; g < SURVEY_GROUPS; g++) {
        all[w->pooled[g]] += drawn[g];
        heard[w->pooled[g]] += answered[g];
    }
    for (int32_t g = 0; g < SURVEY_GROUPS; g++)
        factor[g] = heard[w->pooled[g]] > 0 ? all[w->pooled[g]] / heard[w->pooled[g]] : w->factor[g];
}

void survey_factors(const survey_weights *w, int32_t unit, double factor[SURVEY_GROUPS])
{
    double drawn[SURVEY_GROUPS] = {0}, answered[SURVEY_GROUPS] = {0};
    int32_t h = unit == NO_UNIT ? -1 : w->stratum[unit], n = unit == NO_UNIT ? 2 : w->stratum_size[h];

    for (size_t u = 0; u < w->units; u++) {
        double weight = (int32_t)u == unit ? 0 : w->stratum[u] == h ? (double)n / (n - 1) : 1;

        for (int32_t g = 0; g < SURVEY_GROUPS; g++) {
            drawn[g] += weight * w->drawn[u][g];
            answered[g] += weight * w->answered[u][g];
        }
    }
    factors_of(w, drawn, answered, factor);
}

double survey_scale(const survey_weights *w, int32_t unit)
{
    double n = w->stratum_size[w->stratum[unit]];

    return (n - 1) / n;
}

double survey_weight(const survey_weights *w, const survey_case *c, int32_t unit,
                     const double factor[SURVEY_GROUPS])
{
    double weight = c->design * factor[c->group];

    if (unit == c->unit)
        return 0;
    if (unit != NO_UNIT && w->stratum[unit] == w->stratum[c->unit])
        weight /= survey_scale(w, unit);
    return weight;
}

ayant_status survey_weights_new(failure *e, survey_weights **out, const survey_case *cases, size_t count,
                                const int32_t *stratum, size_t units, const int32_t *stratum_size)
{
    survey_weights *w = calloc(1, sizeof *w);

    if (w) {
        w->drawn = calloc(units + 1, sizeof *w->drawn);
        w->answered = calloc(units + 1, sizeof *w->answered);
    }
    if (!w || !w->drawn || !w->answered) {
        survey_weights_free(w);
        return fail_memory(e);
    }
    w->units = units;
    w->stratum = stratum;
    w->stratum_size = stratum_size;
    if (!pool(w->pooled, cases, count)) {
        survey_weights_free(w);
        return fail(e, AYANT_E_INPUT, "Y31",
                    "none of the %zu households of the survey answered: make more households, or draw more "
                    "with '--survey-households'",
                    count);
    }
    for (size_t i = 0; i < count; i++) {
        w->drawn[cases[i].unit][cases[i].group] += cases[i].design;
        if (cases[i].answered)
            w->answered[cases[i].unit][cases[i].group] += cases[i].design;
    }
    for (int32_t g = 0; g < SURVEY_GROUPS; g++)
        w->factor[g] = 1;
    survey_factors(w, NO_UNIT, w->factor);
    *out = w;
    return AYANT_OK;
}
