/*
 * The spoilers: one function for each kind of messy_kinds.def.
 */
#ifndef AYANT_SYNTH_MESSY_KINDS_H
#define AYANT_SYNTH_MESSY_KINDS_H

#include "messy.h"

/* 1 when the cell was dirtied. `d` gives what the choice needs: four numbers at most. */
#define KIND(name, takes, rate, expected) int spoil_##name(messy_row *row, int column, draws *d);
#include "messy_kinds.def"

#endif
