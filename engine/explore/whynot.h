/*
 * Why not: what stands between a person and a right, and how near it is.
 *
 * For a verdict that is no: each condition that fails, and each single fact
 * that would change it, with the value at which it changes, found to the cent
 * or the day. Changes of one fact only; nothing is said of who one is, nor of
 * what is protected. A birth or another beginning is told by the days to wait.
 */
#ifndef AYANT_EXPLORE_WHYNOT_H
#define AYANT_EXPLORE_WHYNOT_H

#include "explorer.h"

#define WHYNOT_OBSTACLES 24 /* conditions of a right, and its amount */
#define WHYNOT_WAYS 24      /* changes kept for each, the nearest */
#define OBSTACLE_AMOUNT -1

/* With the cell at `would`, and nothing else changed, the answer is yes; with the value just before it is
 * not. */
typedef struct way {
    unknown_cell cell;
    cell is, would;
    int64_t distance; /* cents, thousandths or days between them; 0 for truths and words */
    int waits;        /* 1: time alone does it, in `distance` days */
} way;

typedef struct obstacle {
    int condition; /* its place in the right, or OBSTACLE_AMOUNT: what would be paid is nothing */
    int64_t gap;   /* cents between the two amounts it compares, 0: it compares none, or several */
    period gap_per;
    way ways[WHYNOT_WAYS]; /* that lift this obstacle though not every other, nearest first */
    size_t way_count;
} obstacle;

typedef struct whynot {
    obstacle obstacles[WHYNOT_OBSTACLES];
    size_t count;
    way ways[WHYNOT_WAYS]; /* that turn the verdict to yes, nearest first: amounts, waiting, then truths and
                              words */
    size_t way_count;
    way maybe[WHYNOT_WAYS]; /* that leave it open whether: other facts are missing; kept when the cell has no
                               way to yes */
    size_t maybe_count;
} whynot;

/* 1 and *out when the verdict is no (of a right that can be yes), else 0. */
int whynot_of(explorer *x, asked what, whynot *out);
/* The same verdict with one cell of the household set: for checks of what is said. */
verdict explorer_with(explorer *x, asked what, unknown_cell which, cell value);

#endif
