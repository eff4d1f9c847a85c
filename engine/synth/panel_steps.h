/*
 * The steps of a panel: what one kind of event does to one person.
 *
 * Each answers 1 when something happened, and 0 when nothing changed. `d` is
 * the stream of the person, the month and the kind.
 */
#ifndef AYANT_SYNTH_PANEL_STEPS_H
#define AYANT_SYNTH_PANEL_STEPS_H

#include "panel.h"

static inline int panel_lives(const panel_line *l, int32_t i)
{
    return l->home[i] != NO_HOME;
}

/* Of a home, from an age on. */
int32_t panel_people(const panel_line *l, int32_t home, day month, int32_t least_age);
/* Somebody looked at this home: its data are of this month. Always 1. */
int panel_touched(panel_line *l, int32_t home, day month);

/* panel_income.c */
int panel_indexation(panel_line *l, day month);
int panel_job_lost(panel_line *l, int32_t i, day month, draws *d);
int panel_job_found(panel_line *l, int32_t i, day month, draws *d);
int panel_benefit_ends(panel_line *l, int32_t i, day month);
int panel_retires(panel_line *l, int32_t i, day month, int32_t age, draws *d);
int panel_turns_18(panel_line *l, int32_t i, day month, draws *d);

/* panel_homes.c */
int panel_moves(panel_line *l, int32_t i, day month, draws *d);
int panel_dies(panel_line *l, int32_t i, day month, draws *d);
int panel_gives_birth(panel_line *l, int32_t i, day month, draws *d);
int panel_separates(panel_line *l, int32_t i, day month, draws *d);
int panel_returns(panel_line *l, int32_t i, day month, draws *d);
int panel_moves_in(panel_line *l, int32_t i, day month, int32_t number, draws *d);

#endif
