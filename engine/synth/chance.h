/*
 * Chances in whole numbers: a logistic curve as a table.
 *
 * A score counts in 64ths of a logit: 64 is one, 0 is one chance in two. The
 * table gives the chance in 65,536ths, straight lines between its points.
 */
#ifndef AYANT_SYNTH_CHANCE_H
#define AYANT_SYNTH_CHANCE_H

#include "draw.h"

int32_t chance_of(int32_t score);

/* 1 with the chance of a score. Always takes one number. */
static inline int draw_score(draws *d, int32_t score)
{
    return (int32_t)(draw(d) >> 48) < chance_of(score);
}

#endif
