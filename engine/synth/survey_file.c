/*
 * `--with survey`: a sample of the made-up Region, as a survey would have it.
 *
 * Households are counted by sector first (who lives where is a cheap draw),
 * the sample is drawn on the counts (survey_draw.h), and as the households
 * pass, those that were drawn are asked. What those who answer hold goes into
 * a file without a name until the weights are known; memory is that of the
 * sample's list, whatever the population.
 */
#include "survey.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "brussels.h"
#include "rows.h"

#define SECTORS (COMMUNES * SECTORS_OF_COMMUNE)
/* A commune with less than this share of the households is drawn together with others. */
#define SMALL_COMMUNE 40

/* Of the streams named by the seed of the survey. */
#define SUBJECT_SURVEY_ANSWER ((subject)43)

static size_t sector_of(const made_household *h)
{
    int32_t sector = h->place.sector == UNSAID ? 0 : h->place.sector;

    return (size_t)h->commune * SECTORS_OF_COMMUNE + (size_t)(sector % SECTORS_OF_COMMUNE);
}

/* ---- who answers ---- */

/* Alone and young, of middle age, old; a lone parent; others with children; others. */
static int32_t group_of(const made_household *h)
{
    int32_t adults = 0, children = 0;

    for (int32_t i = 0; i < h->count; i++) {
        adults += h->age[i] >= 18;
        children += h->age[i] < 18;
    }
    if (h->count == 1)
        return h->age[0] < 40 ? 0 : h->age[0] < 65 ? 1 : 2;
    return children == 0 ? 5 : adults == 1 ? 3 : 4;
}

static int answers(const survey_state *s, const made_household *h, int32_t group)
{
    /* in 1,000: alone and young people are at home least, old people most */
    static const int32_t rates[SURVEY_GROUPS] = {480, 580, 680, 520, 610, 640};
    draws d = draws_of(s->seed, h->number, 0, SUBJECT_SURVEY_ANSWER);

    return draw_chance(&d, rates[group]);
}

/* ---- drawing ---- */

static void count_households(survey_state *s)
{
    made_household h;

    for (uint64_t i = 0; i < s->order.households; i++) {
        h.seed = s->order.seed;
        h.number = i + 1;
        h.on = s->order.on;
        made_members(&h);
        s->households[sector_of(&h)]++;
        s->commune_households[h.commune]++;
    }
}

static ayant_status draw_sample(failure *e, survey_state *s)
{
    survey_frame frame = {SECTORS, s->households, s->stratum_of_sector, 0};
    ayant_status status;

    frame.strata = survey_strata(s->stratum_of_commune, s->commune_households, COMMUNES,
                                 (int64_t)(s->order.households / SMALL_COMMUNE) + 1);
    for (size_t i = 0; i < SECTORS; i++)
        s->stratum_of_sector[i] = s->stratum_of_commune[i / SECTORS_OF_COMMUNE];
    if ((status = survey_draw_new(e, &s->drawn, &frame, s->order.survey_households, s->seed)) < 0)
        return status;
    for (size_t i = 0; i < SECTORS; i++)
        s->psu_of_sector[i] = -1;
    for (size_t i = 0; i < s->drawn->count; i++)
        s->psu_of_sector[s->drawn->psus[i].sector] = (int32_t)i;
    return AYANT_OK;
}

/*
 * Units of variance. A sector is one in the stratum it was drawn from; a
 * certain sector is a stratum of its own, and two halves of it are the units.
 */
static void name_units(survey_state *s)
{
    int32_t strata = (int32_t)s->drawn->strata;

    for (size_t i = 0; i < s->drawn->count; i++) {
        const survey_psu *p = &s->drawn->psus[i];
        int32_t halves = p->certain && p->take > 1 ? 2 : 1;
        int32_t stratum = p->certain ? strata++ : s->stratum_of_sector[p->sector];

        s->first_unit[i] = (int32_t)s->units;
        for (int32_t half = 0; half < halves; half++) {
            s->psu_of_unit[s->units] = (int32_t)i;
            s->stratum_of_unit[s->units++] = stratum;
            s->stratum_size[stratum]++;
        }
    }
}

static ayant_status make_room(failure *e, survey_state *s)
{
    size_t psus = s->drawn->count + 1;

    s->cases = calloc(s->drawn->pick_count + 1, sizeof *s->cases);
    s->next_pick = calloc(psus, sizeof *s->next_pick);
    s->first_unit = calloc(psus, sizeof *s->first_unit);
    s->psu_of_unit = calloc(psus * 2, sizeof *s->psu_of_unit);
    s->stratum_of_unit = calloc(psus * 2, sizeof *s->stratum_of_unit);
    s->stratum_size = calloc(s->drawn->strata + psus, sizeof *s->stratum_size);
    if (!s->cases || !s->next_pick || !s->first_unit || !s->psu_of_unit || !s->stratum_of_unit ||
        !s->stratum_size)
        return fail_memory(e);
    name_units(s);
    return AYANT_OK;
}

/* ---- households as they pass ---- */

/* 1 when the household is drawn: it is the next one wanted of its sector. */
static int is_drawn(survey_state *s, const made_household *h, int32_t *psu)
{
    size_t sector = sector_of(h);
    int32_t place = s->passed[sector]++;
    const survey_psu *p;

    if ((*psu = s->psu_of_sector[sector]) < 0)
        return 0;
    p = &s->drawn->psus[*psu];
    if (s->next_pick[*psu] == p->take || s->drawn->picks[p->first_pick + (size_t)s->next_pick[*psu]] != place)
        return 0;
    s->next_pick[*psu]++;
    return 1;
}

static ayant_status survey_put(failure *e, void *state, const made_household *h, const made_household *seen,
                               const made_truth *truth)
{
    survey_state *s = state;
    survey_case *c;
    int32_t psu;

    (void)truth;
    if (!is_drawn(s, h, &psu))
        return AYANT_OK;
    c = &s->cases[s->case_count++];
    c->unit = s->first_unit[psu];
    if (s->drawn->psus[psu].certain && s->next_pick[psu] % 2 == 0)
        c->unit++; /* every other one is of the second half */
    c->group = group_of(h);
    c->answered = answers(s, h, c->group);
    c->design = s->drawn->psus[psu].weight;
    if (c->answered && fwrite(seen, sizeof *seen, 1, s->spool) != 1)
        return fail(e, AYANT_E_SYSTEM, "Y32", "cannot keep the households of the survey: %s",
                    strerror(errno));
    return AYANT_OK;
}

/* ---- the extra ---- */

static ayant_status survey_open(failure *e, const synth_order *order, outputs *files, void **state)
{
    survey_state *s = calloc(1, sizeof *s);
    ayant_status status;

    if (!s)
        return fail_memory(e);
    *state = s;
    s->order = *order;
    s->seed = order->survey_seed;
    s->households = calloc(SECTORS, sizeof *s->households);
    s->passed = calloc(SECTORS, sizeof *s->passed);
    s->stratum_of_sector = calloc(SECTORS, sizeof *s->stratum_of_sector);
    s->psu_of_sector = calloc(SECTORS, sizeof *s->psu_of_sector);
    if (!s->households || !s->passed || !s->stratum_of_sector || !s->psu_of_sector)
        return fail_memory(e);
    if (!(s->spool = tmpfile()))
        return fail(e, AYANT_E_SYSTEM, "Y32", "cannot keep the households of the survey: %s",
                    strerror(errno));
    if ((status = outputs_open(e, files, "survey_households.csv", &s->out.households)) < 0 ||
        (status = outputs_open(e, files, "survey_persons.csv", &s->out.persons)) < 0 ||
        (status = outputs_open(e, files, "survey_relations.csv", &s->out.relations)) < 0 ||
        (status = outputs_open(e, files, "replicate_weights.csv", &s->out.replicates)) < 0)
        return status;
    count_households(s);
    if ((status = draw_sample(e, s)) < 0)
        return status;
    return make_room(e, s);
}

static ayant_status survey_close(failure *e, void *state, int whole)
{
    survey_state *s = state;
    ayant_status status = AYANT_OK;

    if (!s)
        return AYANT_OK;
    if (whole)
        status = survey_write(e, s);
    if (s->spool)
        fclose(s->spool);
    survey_draw_free(s->drawn);
    free(s->households);
    free(s->passed);
    free(s->stratum_of_sector);
    free(s->psu_of_sector);
    free(s->cases);
    free(s->next_pick);
    free(s->first_unit);
    free(s->psu_of_unit);
    free(s->stratum_of_unit);
    free(s->stratum_size);
    free(s);
    return status;
}

const synth_extra survey_file = {"survey",
                                 "a sample in two stages, with weights, strata, units and replicate weights",
                                 survey_open, survey_put, survey_close};
