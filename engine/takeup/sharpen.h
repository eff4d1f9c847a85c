/*
 * Sharpening: an "unknown" stays only where the verdict truly depends on a
 * fact that is missing.
 *
 * Ranges forget that a fact is the same fact in two places. So an unknown
 * verdict is tried on completions of the household: when one gives yes and
 * another no, it is truly unknown. When all agree, the missing facts are split
 * (truths and words into their values, amounts and dates in two) until every
 * part is decided, or a budget is spent. Only a proof over all parts changes a
 * verdict; completions never do.
 */
#ifndef AYANT_TAKEUP_SHARPEN_H
#define AYANT_TAKEUP_SHARPEN_H

#include "screen.h"

#define SHARPEN_CELLS 64   /* missing cells of one household that are looked at */
#define SHARPEN_SAMPLES 24 /* completions tried */
#define SHARPEN_BOXES 256  /* parts evaluated for one verdict */

typedef struct sharpener sharpener;

/* One for each thread. `blurred` may be NULL. */
ayant_status sharpener_new(failure *e, const plan *base, const plan *blurred, const right_nodes *rights,
                           size_t right_count, sharpener **out);
void sharpener_free(sharpener *s); /* accepts NULL */

typedef struct sharpened {
    verdict verdict;    /* VERDICT_UNKNOWN: it stays so */
    double low, high;   /* amounts over all parts, as printed, in micros */
    int rests_on_doubt; /* 1: not so when unverified parameters are free */
} sharpened;

/* Makes the household the one asked about; `trace` keeps all and holds it. */
void sharpener_load(sharpener *s, const frame *trace, size_t household);
/* The verdict of a right (its place) for a member, unknown by ranges. */
sharpened sharpen(sharpener *s, size_t right_place, size_t member);

#define WEIGH_VALUES 3 /* values tried for each missing cell, its ends among them */

/*
 * Gives each cell of the household loaded, alone, a few values, to see which
 * answers are then settled.
 */
void sharpener_weigh(sharpener *s);
/* Puts the cells that leave an answer unknown in order: those that settle it most often first, else as they
 * are. */
void sharpener_order(const sharpener *s, size_t right_place, size_t member, unknown_cell *cells,
                     size_t count);

#endif
