/*
 * A survey of the made-up Region: what is known while the households pass.
 *
 * survey_file.c draws and asks, survey_write.c writes once all have passed.
 */
#ifndef AYANT_SYNTH_SURVEY_H
#define AYANT_SYNTH_SURVEY_H

#include <stdio.h>

#include "brussels.h"
#include "extras.h"
#include "survey_draw.h"
#include "survey_weights.h"

/* As rows.c names them: five letters of forty. */
#define SECTORS_OF_COMMUNE 200

typedef struct survey_outputs {
    FILE *households, *persons, *relations, *replicates;
} survey_outputs;

typedef struct survey_state {
    synth_order order;
    uint64_t seed; /* of the survey: another one draws others of the same population */
    survey_outputs out;
    /* the population, by sector of the frame and by commune */
    int32_t *households, *passed, *stratum_of_sector, *psu_of_sector;
    int64_t commune_households[COMMUNES];
    int32_t stratum_of_commune[COMMUNES];
    /* the sample */
    survey_draw *drawn;
    int32_t *next_pick;  /* of each sector drawn */
    int32_t *first_unit; /* of each sector drawn */
    size_t units;
    int32_t *psu_of_unit, *stratum_of_unit, *stratum_size;
    survey_case *cases;
    size_t case_count;
    FILE *spool; /* the households that answered, as files hold them, in the order of `cases` */
} survey_state;

/* Weights, and the four files. */
ayant_status survey_write(failure *e, survey_state *s);

extern const synth_extra survey_file;

#endif
