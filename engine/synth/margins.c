/*
 * Counting the margins, household by household.
 */
#include "margins.h"

#include <stdlib.h>

#include "income.h"

margins *margins_new(void)
{
    return calloc(1, sizeof(margins));
}

void margins_free(margins *m)
{
    free(m);
}

/* One more of whom it can be asked, of whom it is so when `is` is 1. */
static void tally(margins *m, const made_household *h, measure what, int64_t is)
{
    m->region[what].count += is;
    m->region[what].of++;
    m->communes[what][h->commune].count += is;
    m->communes[what][h->commune].of++;
}

static void add_household(margins *m, const made_household *h)
{
    for (int c = 0; c < COMMUNES; c++)
        m->communes[MEASURE_HOUSEHOLDS][c].of++;
    m->communes[MEASURE_HOUSEHOLDS][h->commune].count++;
    tally(m, h, MEASURE_ALONE, h->count == 1);
    tally(m, h, MEASURE_LONE_PARENT, h->type == TYPE_LONE_PARENT);
    if (h->type == TYPE_LONE_PARENT)
        tally(m, h, MEASURE_LONE_MOTHER, h->persons[0].gender == GENDER_F);
    tally(m, h, MEASURE_COUPLE, h->type == TYPE_COUPLE || h->type == TYPE_COUPLE_CHILDREN);
    tally(m, h, MEASURE_OTHER_TYPE, h->count > 1 && h->type > TYPE_COUPLE);
    tally(m, h, MEASURE_SIZE, h->count);
}

static void add_standing(margins *m, const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];
    int32_t age = h->age[i], spoken = h->spoken[i];

    tally(m, h, MEASURE_MINOR, age < 18);
    tally(m, h, MEASURE_WORKING_AGE, age >= 18 && age < 65);
    tally(m, h, MEASURE_OLD, age >= 65);
    tally(m, h, MEASURE_AGE, age);
    tally(m, h, MEASURE_WOMAN, p->gender == GENDER_F);
    tally(m, h, MEASURE_IRREGULAR, p->stay == STAY_IRREGULAR);
    if (p->stay != STAY_IRREGULAR && p->stay != STAY_SHORT) { /* in a register */
        tally(m, h, MEASURE_FOREIGN, p->stay != STAY_BELGIAN);
        tally(m, h, MEASURE_EUROPEAN, p->stay == STAY_EU);
    }
    if (age >= 65 && age < 80)
        tally(m, h, MEASURE_ALONE_65, h->count == 1);
    else if (age >= 80)
        tally(m, h, MEASURE_ALONE_80, h->count == 1);
    if (age < 18)
        return;
    tally(m, h, MEASURE_SPEAKS_FR, spoken >> SPOKEN_FR & 1);
    tally(m, h, MEASURE_SPEAKS_NL, spoken >> SPOKEN_NL & 1);
    tally(m, h, MEASURE_SPEAKS_EN, spoken >> SPOKEN_EN & 1);
    tally(m, h, MEASURE_SPEAKS_ES, spoken >> SPOKEN_ES & 1);
    tally(m, h, MEASURE_SPEAKS_AR, spoken >> SPOKEN_AR & 1);
    tally(m, h, MEASURE_SPEAKS_NONE, (spoken & (1 << SPOKEN_FR | 1 << SPOKEN_NL | 1 << SPOKEN_EN)) == 0);
}

static int in_work(const made_household *h, int32_t i)
{
    return h->age[i] >= 18 && h->age[i] < 65 &&
           (h->activity[i] == ACTIVITY_WORK || h->activity[i] == ACTIVITY_PART_TIME ||
            h->activity[i] == ACTIVITY_SELF_EMPLOYED);
}

/* Surveys of income draw from the population registers: who is in none, or waits for asylum, is not asked. */
static int is_surveyed(const made_person *p)
{
    return p->stay != STAY_IRREGULAR && p->stay != STAY_SHORT && p->stay != STAY_ASYLUM_SEEKER;
}

static void add_income(margins *m, const made_household *h, int32_t i, int32_t euros_2021)
{
    int poor = euros_2021 < POVERTY_LINE;
    int32_t age = h->age[i], bin = euros_2021 < 0 ? 0 : euros_2021;

    if (!is_surveyed(&h->persons[i]))
        return;
    m->surveyed++;
    m->incomes[bin < INCOME_BINS ? bin : INCOME_BINS - 1]++;
    tally(m, h, MEASURE_POOR, poor);
    tally(m, h, age < 18 ? MEASURE_POOR_MINOR : age < 65 ? MEASURE_POOR_WORKING_AGE : MEASURE_POOR_OLD, poor);
    if (in_work(h, i))
        tally(m, h, MEASURE_POOR_IN_WORK, poor);
    if (h->persons[i].unemployment_month > 0)
        tally(m, h, MEASURE_POOR_UNEMPLOYED, poor);
    if (poor)
        tally(m, h, MEASURE_POOR_IN_LARGE, h->count >= 5);
}

static void add_activity(margins *m, const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];
    made_activity a = h->activity[i];

    if (h->age[i] < 18)
        tally(m, h, MEASURE_SUPPLEMENT, made_amount(p->family_benefit_month) > 22500);
    else if (h->age[i] < 65 && (a == ACTIVITY_WORK || a == ACTIVITY_PART_TIME || a == ACTIVITY_UNEMPLOYED ||
                                a == ACTIVITY_SICK))
        tally(m, h, MEASURE_INVALID, p->invalid == YES);
}

/* Of those who are entitled, who does not receive; of those who receive, who is not entitled. */
static void add_claim(margins *m, const made_household *h, const made_claim *c, measure not_taken,
                      measure wrong)
{
    if (c->entitled == YES)
        tally(m, h, not_taken, c->receives == NO);
    if (c->receives == YES)
        tally(m, h, wrong, c->error);
}

static void add_bim(margins *m, const made_household *h, int32_t i, const made_claim *c)
{
    int adult = h->age[i] >= 18 && h->age[i] < 65;

    tally(m, h, MEASURE_BIM, c->receives);
    tally(m, h, MEASURE_BIM_ENTITLED, c->entitled == YES);
    if (c->receives == YES) {
        tally(m, h, MEASURE_BIM_STATUS, c->automatic);
        tally(m, h, MEASURE_BIM_ERROR_SHARE, c->error);
        if (adult)
            tally(m, h, MEASURE_BIM_IN_WORK, in_work(h, i));
    }
    if (c->entitled != YES || h->age[i] < 18)
        return;
    tally(m, h, adult ? MEASURE_BIM_NOT_TAKEN : MEASURE_BIM_NOT_TAKEN_OLD, c->receives == NO);
    if (adult && !c->automatic)
        tally(m, h, MEASURE_BIM_ASKED_NOT_TAKEN, c->receives == NO);
}

static void add_rights(margins *m, const made_household *h, int32_t i, const made_claim *claims)
{
    const made_person *p = &h->persons[i];
    int ris = p->receives_ris == YES || made_amount(p->cpas_aid_month) > 0;

    tally(m, h, MEASURE_RIS_AND_AID, ris);
    if (h->age[i] >= 18 && h->age[i] < 65) {
        tally(m, h, MEASURE_RIS_ADULT, ris);
        tally(m, h, MEASURE_RIS_ENTITLED, claims[MADE_RIS].entitled == YES);
        if (claims[MADE_RIS].entitled == YES)
            tally(m, h, MEASURE_RIS_NOT_TAKEN_ADULT, p->receives_ris == NO);
    }
    if (h->age[i] >= 65)
        tally(m, h, MEASURE_GRAPA_OLD, p->receives_grapa);
    add_claim(m, h, &claims[MADE_RIS], MEASURE_RIS_NOT_TAKEN, MEASURE_RIS_ERROR_SHARE);
    add_claim(m, h, &claims[MADE_GRAPA], MEASURE_GRAPA_NOT_TAKEN, MEASURE_GRAPA_ERROR_SHARE);
    add_bim(m, h, i, &claims[MADE_BIM]);
    if (claims[MADE_AMU].entitled == YES && p->stay == STAY_IRREGULAR)
        tally(m, h, MEASURE_AMU_NOT_TAKEN, p->receives_amu == NO);
}

void margins_add(margins *m, const made_household *h, const made_truth *t)
{
    int32_t euros_2021 = equivalised_income(h);

    m->households++;
    add_household(m, h);
    for (int32_t i = 0; i < h->count; i++) {
        add_standing(m, h, i);
        add_income(m, h, i, euros_2021);
        add_activity(m, h, i);
        add_rights(m, h, i, t->claims[i]);
    }
}

/* ---- the file beside the others ----------------------------------------------------------------------- */

typedef struct margins_state {
    margins *counted;
    FILE *file;
} margins_state;

static ayant_status file_open(failure *e, const synth_order *order, outputs *files, void **state)
{
    margins_state *s = calloc(1, sizeof *s);
    ayant_status status;

    (void)order;
    if (!s || !(s->counted = margins_new())) {
        free(s);
        return fail_memory(e);
    }
    *state = s;
    status = outputs_open(e, files, "margins.csv", &s->file);
    return status;
}

static ayant_status file_put(failure *e, void *state, const made_household *h, const made_household *seen,
                             const made_truth *truth)
{
    margins_state *s = state;

    (void)e, (void)seen;
    margins_add(s->counted, h, truth);
    return AYANT_OK;
}

static int to_file(void *to, const char *at, size_t length)
{
    return fwrite(at, 1, length, to) == length ? 0 : -1;
}

static ayant_status file_close(failure *e, void *state, int whole)
{
    static const ayant_report_options as_csv = {.format = AYANT_CSV};
    margins_state *s = state;
    ayant_status status = AYANT_OK;
    size_t outside;

    if (!s)
        return AYANT_OK;
    if (whole && s->file) {
        ayant_sink sink = {to_file, s->file};

        status = margins_write(e, s->counted, &as_csv, &sink, &outside);
    }
    margins_free(s->counted);
    free(s);
    return status;
}

const synth_extra margins_file = {"margins", "margins.csv: what was made beside what is published", file_open,
                                  file_put, file_close};
