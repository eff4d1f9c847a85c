/*
 * Constants set so that published margins come out (`ayant synth --margins`).
 *
 * Found by hand and by bisection on runs of 500,000 households, one matter
 * after the other; the margins themselves are in margin_table.c.
 */
#ifndef AYANT_SYNTH_CALIBRATION_H
#define AYANT_SYNTH_CALIBRATION_H

enum {
    /* Intercepts of receiving, in 64ths of a logit (chance.h). */
    RIS_TAKE_UP = -3,
    GRAPA_TAKE_UP = -58,
    BIM_TAKE_UP = -22,
    BIM_TAKE_UP_65 = 43,
    /* In 1,000. */
    SHORT_CAREER = 190, /* pensions of a career that was short, of the Region */
    SUPPLEMENT = 515,   /* children with a social supplement, of the least poor commune */
    AMU_TAKE_UP = 150,
    RIS_ERROR = 15,
    GRAPA_ERROR = 38,
    BIM_ERROR = 74
};

#endif
