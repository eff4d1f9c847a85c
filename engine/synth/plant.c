/*
 * Scores of receiving, and what receiving or not leaves in the facts.
 *
 * Directions: a higher amount, lone parents, tenants (of social housing above
 * all), long inactivity and contact with the CPAS raise take-up; work, couples
 * without children, owners, students and people of an age that is sent
 * elsewhere lower it (DREES 2021 and Fuchs and others 2020, on like benefits).
 */
#include "plant.h"

#include "calibration.h"
#include "chance.h"
#include "kin.h"

static const int32_t ris_months[] = {0, 1, 3, 6, 11, 18, 28, 42, 64, 100, 190};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* Members of a couple decide together: they draw from the same stream. */
static draws stream_of(const made_household *h, int32_t i, uint64_t place)
{
    int32_t partner = h->persons[i].partner_id;
    draws d = made_draws(h, partner != UNSAID && partner < i ? partner : i, SUBJECT_RECEIPT);

    d.count = place;
    return d;
}

/* Apart for each matter, so that a draw more in one moves no other. */
enum {
    PLACE_GRAPA = 0,
    PLACE_RIS = 100,
    PLACE_BIM = 200,
    PLACE_AMU = 300,
    PLACE_WHY = 400,
    PLACE_DATES = 500
};

static int32_t tenure_score(const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];

    if (made_amount(p->rc_dwelling) > 0)
        return -50;
    return h->place.rent_month != UNSAID && h->place.rent_month < 52000 ? 40 : 0;
}

void plant_nothing(made_household *h)
{
    for (int32_t i = 0; i < h->count; i++) {
        made_person *p = &h->persons[i];

        p->receives_ris = p->receives_grapa = p->receives_bim = p->receives_amu = NO;
    }
}

/* ---- GRAPA ------------------------------------------------------------------------------------------ */

static int32_t grapa_score(const made_household *h, int32_t i, const made_claim *c)
{
    const made_person *p = &h->persons[i];
    int32_t amount = c->amount / 10000, score = GRAPA_TAKE_UP;

    score += amount > 12 ? 132 : amount * 11;
    if (h->count == 1)
        score += 12;
    else if (p->partner_id != UNSAID)
        score -= 20;
    if (made_amount(p->pension_foreign_month) > 0)
        score -= 20;
    if (h->age[i] >= 80)
        score += 16;
    return score + tenure_score(h, i) + (c->entitled == UNSAID ? -20 : 0);
}

static void receive_grapa(made_household *h, int32_t i, int32_t cents)
{
    h->persons[i].receives_grapa = YES;
    h->persons[i].grapa_month = cents;
}

void plant_grapa(made_household *h, const made_truth *t)
{
    for (int32_t i = 0; i < h->count; i++) {
        const made_claim *c = &t->claims[i][MADE_GRAPA];
        draws d = stream_of(h, i, PLACE_GRAPA), own = made_draws(h, i, SUBJECT_RECEIPT);
        int32_t due = c->amount == UNSAID || c->amount <= 0 ? c->amount_high : c->amount;
        int takes = draw_score(&d, grapa_score(h, i, c));

        own.count = PLACE_GRAPA + 50;
        if (c->entitled != NO && takes && due > 0)
            receive_grapa(h, i, due);
        else if (c->entitled == NO && h->age[i] >= 67 && h->persons[i].stay <= STAY_STATELESS &&
                 h->persons[i].pension_month < euros(1900) &&
                 draw_chance(&own, GRAPA_ERROR * h->pensions / 100))
            receive_grapa(h, i, euros(draw_between(&own, 20, 240)));
    }
}

/* ---- RIS -------------------------------------------------------------------------------------------- */

static int32_t ris_score(const made_household *h, int32_t i, const made_claim *c)
{
    const made_person *p = &h->persons[i];
    int32_t amount = c->amount / 10000, score = RIS_TAKE_UP + (amount > 13 ? 104 : amount * 8);

    if (h->type == TYPE_LONE_PARENT && i == 0)
        score += 40;
    else if (p->partner_id != UNSAID && !has_minor_child(h, i))
        score -= 40;
    if (h->age[i] < 25)
        score -= 12;
    else if (h->age[i] >= 66)
        score -= 130; /* they are sent to GRAPA */
    if (p->wage_net_month > 0 || made_amount(p->self_employed_net_year) != 0)
        score -= 50; /* few know that it tops up a small income */
    if (p->student == YES)
        score -= 30;
    if (p->stay == STAY_EU)
        score -= 30;
    else if (p->stay == STAY_REFUGEE || p->stay == STAY_SUBSIDIARY)
        score += 50;
    return score + tenure_score(h, i);
}

static void receive_ris(made_household *h, int32_t i, int32_t cents)
{
    draws d = made_draws(h, i, SUBJECT_RECEIPT);
    made_person *p = &h->persons[i];
    int32_t months, most = (h->age[i] - 18) * 12;

    d.count = PLACE_DATES;
    months = draw_quantile(&d, ris_months, COUNT(ris_months));
    p->receives_ris = YES;
    p->ris_month = cents;
    p->ris_since = day_add_months(h->on, -(months > most ? most : months)) - draw_below(&d, 20);
    if (h->age[i] < 26)
        p->piis_signed = draw_chance(&d, 700);
}

/* Aid of the same amount under another law, for whom RIS is not open. */
static int equivalent_aid(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t due;

    if ((p->stay != STAY_FOREIGNERS_REGISTER && p->stay != STAY_TEMPORARY_PROTECTION) || h->age[i] < 18)
        return 0;
    due = equivalent_aid_due(h, i);
    if (due > 500 && draw_chance(d, 640)) {
        p->cpas_aid_month = due;
        p->equivalent_aid_since = h->on - draw_between(d, 20, 1500);
    }
    return 1;
}

/* Of those who are due nothing today: who might have been, not long ago. */
static int may_lag(const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];

    return h->age[i] >= 18 && h->age[i] < 65 && ris_stay(p) && p->student != YES &&
           p->wage_net_month < euros(2200) && made_amount(p->rc_dwelling) == 0 &&
           h->activity[i] != ACTIVITY_STUDENT && h->activity[i] != ACTIVITY_SELF_EMPLOYED;
}

static int partner_receives(const made_household *h, int32_t i)
{
    int32_t partner = h->persons[i].partner_id;

    return partner != UNSAID && h->persons[partner].receives_ris == YES;
}

void plant_ris(made_household *h, const made_truth *t)
{
    for (int32_t i = 0; i < h->count; i++) {
        const made_claim *c = &t->claims[i][MADE_RIS];
        draws d = stream_of(h, i, PLACE_RIS), own = made_draws(h, i, SUBJECT_RECEIPT);
        int takes = draw_score(&d, ris_score(h, i, c));

        own.count = PLACE_RIS + 50;
        if (equivalent_aid(h, i, &own) || c->covered)
            continue;
        if (c->entitled == YES && takes && c->amount > 0)
            receive_ris(h, i, c->amount);
        else if (c->entitled == NO && may_lag(h, i) && !partner_receives(h, i) &&
                 draw_chance(&own, RIS_ERROR * h->need / 100))
            receive_ris(h, i, euros(draw_between(&own, 60, 420)));
    }
}

/* ---- BIM and AMU ------------------------------------------------------------------------------------ */

static int32_t bim_score(const made_household *h, int32_t i, const made_claim *c)
{
    const made_person *p = &h->persons[i];
    int32_t score = h->age[i] >= 65 ? BIM_TAKE_UP_65 : BIM_TAKE_UP;

    if (c->automatic == YES)
        return 200; /* nothing to ask for, where the flows work */
    if (h->type == TYPE_LONE_PARENT && i == 0)
        score += 12;
    else if (has_minor_child(h, i))
        score -= 12;
    if (p->invalid == YES)
        score += 50;
    if (p->unemployment_month > 0)
        score += 20;
    if (p->wage_net_month > 0 || made_amount(p->self_employed_net_year) != 0)
        score += 4;
    if (p->receives_ris == YES)
        score += 60;
    if (h->age[i] < 30)
        score -= 24;
    return score + tenure_score(h, i) / 2;
}

static int in_unit_of(const made_household *h, int32_t i, int32_t o)
{
    int32_t partner = h->persons[i].partner_id, named = h->persons[o].titular_id;

    return o == i || o == partner || named == i || (partner != UNSAID && named == partner);
}

/* One decision for a titular and those who depend on the title. */
static void bim_of_unit(made_household *h, const made_truth *t, int32_t i, char *decided)
{
    const made_claim *c = &t->claims[i][MADE_BIM];
    draws d = stream_of(h, i, PLACE_BIM);
    int granted = draw_score(&d, bim_score(h, i, c)), wrong = draw_chance(&d, BIM_ERROR);

    if (c->entitled == NO)
        granted =
            wrong && h->persons[i].insurer != INSURER_NONE && h->persons[i].wage_gross_month < euros(3600);
    for (int32_t o = 0; o < h->count; o++) {
        if (decided[o] || !in_unit_of(h, i, o))
            continue;
        decided[o] = 1;
        if (t->claims[o][MADE_BIM].entitled == c->entitled)
            h->persons[o].receives_bim = granted ? YES : NO;
    }
}

void plant_bim(made_household *h, const made_truth *t)
{
    char decided[MADE_PERSONS] = {0};

    for (int32_t i = 0; i < h->count; i++)
        if (!decided[i] && h->persons[i].titular == YES)
            bim_of_unit(h, t, i, decided);
}

void plant_amu(made_household *h, const made_truth *t)
{
    for (int32_t i = 0; i < h->count; i++) {
        draws d = made_draws(h, i, SUBJECT_RECEIPT);
        made_person *p = &h->persons[i];

        d.count = PLACE_AMU;
        if (p->stay == STAY_IRREGULAR && draw_chance(&d, 150))
            p->medical_need = YES;
        if (t->claims[i][MADE_AMU].entitled == YES && draw_chance(&d, AMU_TAKE_UP))
            p->receives_amu = YES;
    }
}

/* ---- why not ---------------------------------------------------------------------------------------- */

static made_reason reason_of(const made_household *h, int32_t i, made_right r, draws *d)
{
    /* not known, not asked, not offered, not received, not proposed; in the order of the rights */
    static const int32_t weights[MADE_RIGHTS][REASON_COUNT] = {
        {0, 34, 30, 10, 12, 14}, {0, 46, 24, 10, 6, 14}, {0, 52, 20, 8, 5, 15}, {0, 34, 28, 16, 8, 14}};
    int32_t own[REASON_COUNT];

    for (int k = 0; k < REASON_COUNT; k++)
        own[k] = weights[r][k];
    if (h->persons[i].wage_net_month > 0)
        own[REASON_NOT_KNOWN] *= 2; /* "that is not for people who work" */
    if (h->persons[i].language == UNSAID)
        own[REASON_NOT_OFFERED] *= 2;
    return (made_reason)draw_weighted(d, own, REASON_COUNT);
}

/* Asked and waiting, or asked and refused although it is due. */
static void ask_for(const made_household *h, draws *d, int32_t *application, int32_t *date)
{
    int waits = draw_chance(d, 560);

    *application = waits ? APPLICATION_PENDING : APPLICATION_REFUSED;
    *date = h->on - (waits ? draw_between(d, 2, 60) : draw_between(d, 40, 500));
}

static void mark_asked(made_household *h, int32_t i, made_right r, draws *d)
{
    made_person *p = &h->persons[i];

    if (r == MADE_RIS)
        ask_for(h, d, &p->application_ris, &p->application_ris_date);
    else if (r == MADE_GRAPA)
        ask_for(h, d, &p->application_grapa, &p->application_grapa_date);
    else if (r == MADE_BIM)
        ask_for(h, d, &p->application_bim, &p->application_bim_date);
}

void plant_truth(made_household *h, made_truth *t)
{
    for (int32_t i = 0; i < h->count; i++) {
        const made_person *p = &h->persons[i];
        const int32_t receives[MADE_RIGHTS] = {p->receives_ris, p->receives_grapa, p->receives_bim,
                                               p->receives_amu};
        draws d = made_draws(h, i, SUBJECT_RECEIPT);

        for (int r = 0; r < MADE_RIGHTS; r++) {
            made_claim *c = &t->claims[i][r];

            d.count = PLACE_WHY + 20 * (uint64_t)r;
            c->receives = receives[r];
            c->error = receives[r] == YES && c->entitled == NO;
            c->reason = REASON_NONE;
            if (c->entitled == YES && receives[r] == NO)
                c->reason = reason_of(h, i, (made_right)r, &d);
            if (c->reason == REASON_NOT_RECEIVED)
                mark_asked(h, i, (made_right)r, &d);
        }
    }
}
