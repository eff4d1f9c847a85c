/*
 * The panel: the first households, month after month.
 *
 * A line is a household at the start and whatever becomes of it: who leaves
 * makes another home of the line, who joins comes from outside. Lines know
 * nothing of each other, so that a short panel begins a long one. A person
 * keeps the place in the line, and the identifier, for ever.
 *
 * Events change what files hold, one event at a time; what is written of an
 * event is the difference between the rows before and after it, so that
 * events.csv applied to one month gives the next, by construction.
 */
#ifndef AYANT_SYNTH_PANEL_H
#define AYANT_SYNTH_PANEL_H

#include <stdio.h>

#include "extras.h"
#include "rows.h"

#define PANEL_MONTHS 24
#define PANEL_HOMES 6 /* of one line in two years: more separations wait */

typedef enum panel_kind {
    PANEL_INDEXATION,
    PANEL_DEATH,
    PANEL_BIRTH,
    PANEL_SEPARATION,
    PANEL_RETURN,
    PANEL_MOVES_IN,
    PANEL_EIGHTEEN,
    PANEL_PENSION_65,
    PANEL_PENSION_66,
    PANEL_BENEFIT_ENDS,
    PANEL_JOB_LOST,
    PANEL_JOB_FOUND,
    PANEL_MOVE,
    PANEL_KINDS
} panel_kind;

extern const char *const panel_kind_names[PANEL_KINDS];

#define NO_HOME (-1) /* dead, or never declared */

typedef struct panel_line {
    made_household h;           /* as files hold it; `place` is unused */
    day birth[MADE_PERSONS];    /* true, also where files lack it */
    int32_t home[MADE_PERSONS]; /* which home of the line, or NO_HOME */
    int32_t ex[MADE_PERSONS];   /* whom one separated from, or UNSAID */
    made_place places[PANEL_HOMES];
    int32_t homes; /* made so far */
} panel_line;

/* panel_events.c */
void panel_start(panel_line *l, const made_household *h, const made_household *seen);
/*
 * The event of a kind, to the first person it falls on from *from on; *from moves past that person. 1 when
 * something happened. `month` is the day of the snapshot, `number` its number from 1.
 */
int panel_event(panel_line *l, panel_kind kind, day month, int32_t number, int32_t *from);

/* panel_rows.c */
/* Adds the rows of all homes of a line. */
void panel_put(made_rows *to, const panel_line *l, niss_kind niss);
/* Lines of events.csv that lead from one to the other. */
void panel_tell(FILE *events, const char *month, const char *kind, const made_rows *before,
                const made_rows *after);

extern const synth_extra panel_file;

#endif
