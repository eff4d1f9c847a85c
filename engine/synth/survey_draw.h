/*
 * Drawing a sample in two stages: sectors within strata, households within sectors.
 *
 * Sectors are drawn without replacement with chances proportional to their
 * households (systematic, in a random order); within a sector every household
 * has the same chance. A sector larger than the interval is in every draw: it
 * is certain, and a stratum of its own. Whole numbers decide who is drawn, so
 * a seed draws the same sample on every machine.
 *
 * What holds: over a stratum, the households of the sectors drawn, each times
 * its weight, add up to the households of the stratum, exactly.
 */
#ifndef AYANT_SYNTH_SURVEY_DRAW_H
#define AYANT_SYNTH_SURVEY_DRAW_H

#include "../base/failure.h"
#include "draw.h"

/* The population a sample is drawn from: one entry a sector. */
typedef struct survey_frame {
    size_t sectors;
    const int32_t *households; /* of each sector; 0 for a sector where nobody lives */
    const int32_t *stratum;    /* of each sector, 0 to strata - 1 */
    size_t strata;
} survey_frame;

/* One sector that was drawn. */
typedef struct survey_psu {
    size_t sector;      /* its place in the frame */
    int32_t households; /* who lives there */
    int32_t take;       /* how many were drawn of them */
    int32_t certain;    /* 1: in every draw */
    size_t first_pick;  /* its places in survey_draw.picks */
    double weight;      /* of each household drawn: one over its chance */
} survey_psu;

typedef struct survey_stratum {
    int64_t households; /* of the sectors that are not certain */
    int32_t sectors;    /* where somebody lives and that are not certain */
    int32_t drawn;      /* of those */
    int32_t certain;    /* sectors in every draw */
} survey_stratum;

typedef struct survey_draw {
    size_t count; /* sectors drawn, by stratum and then in the order of the frame */
    survey_psu *psus;
    size_t pick_count;
    int32_t *picks; /* households of a sector by their place in it, from 0, ascending */
    size_t strata;
    survey_stratum *strata_drawn;
} survey_draw;

/*
 * Draws about `households` of the frame. Sectors are shared out to strata by
 * the square root of their households, two at least, so that small strata can
 * be told apart: weights differ from one stratum to another.
 */
ayant_status survey_draw_new(failure *e, survey_draw **out, const survey_frame *frame, int32_t households,
                             uint64_t seed);
void survey_draw_free(survey_draw *s); /* accepts NULL */

/*
 * Strata of areas (communes): an area with `least` households or more is one;
 * smaller ones are put together in their order until they are. Fills `stratum`
 * for each area; returns how many there are.
 */
size_t survey_strata(int32_t *stratum, const int64_t *households, size_t areas, int64_t least);

#endif
