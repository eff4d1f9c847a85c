/*
 * What each member does and is paid: work, benefits, pensions, alimony.
 *
 * The flows that registers know are said for everybody, zero included: a file
 * that has no wage for a person says 0, and only the lack of the file makes it
 * unknown. The end of unemployment benefits follows the waves of 2026.
 */
#include "calibration.h"
#include "made.h"

#define ADULT_ACTIVITIES (ACTIVITY_NOTHING + 1)
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* Full time, EUR a month after tax. */
static const int32_t wages[] = {1640, 1905, 2075, 2255, 2490, 2810, 3230, 3870, 4890, 6690, 14300};
static const int32_t short_careers[] = {0, 0, 180, 340, 480, 620, 760, 900, 1040, 1180, 1350};
static const int32_t pensions[] = {880, 1110, 1235, 1325, 1415, 1515, 1680, 2000, 2360, 2920, 5800};
static const int32_t self_employed[] = {8000,  13500, 16500, 18500, 20500, 23500,
                                        27000, 34000, 45000, 62000, 160000};
static const int32_t jobless_months[] = {0, 3, 7, 12, 19, 27, 38, 56, 90, 160, 330};
static const int32_t sick_months[] = {0, 2, 5, 9, 14, 22, 34, 52, 80, 120, 240};

/* Gross of a net wage, in percent, at each 500 EUR from 1,000: the bonus for low wages ends, tax takes more.
 */
static int32_t gross_of(int32_t net)
{
    static const int32_t percents[] = {104, 108, 122, 138, 149, 159, 167, 173, 178, 182, 185};
    int32_t last = (int32_t)COUNT(percents) - 1, above = net - euros(1000), i = above / euros(500);
    int32_t percent = above <= 0 ? percents[0] : percents[last];

    if (above > 0 && i < last)
        percent = percents[i] + (percents[i + 1] - percents[i]) * (above % euros(500)) / euros(500);
    return (int32_t)((int64_t)net * percent / 100);
}

static made_activity activity_of(const made_household *h, int32_t i, draws *d)
{
    static const int32_t by_age[][ADULT_ACTIVITIES] = {
        {1, 1, 0, 0, 0, 1, 95, 2},   /* 16 and 17 */
        {11, 7, 1, 4, 1, 2, 71, 3},  /* 18 to 21 */
        {32, 9, 2, 9, 2, 2, 39, 5},  /* 22 to 24 */
        {62, 9, 6, 9, 6, 3, 3, 6},   /* 25 to 34 */
        {59, 10, 8, 7, 11, 3, 0, 5}, /* 35 to 49 */
        {47, 9, 8, 6, 23, 4, 0, 7},  /* 50 to 65 */
    };
    int32_t weights[ADULT_ACTIVITIES], age = h->age[i], stay = h->persons[i].stay;
    draws home = made_draws(h, NO_MEMBER, SUBJECT_WORK);
    size_t row = age < 18 ? 0 : age < 22 ? 1 : age < 25 ? 2 : age < 35 ? 3 : age < 50 ? 4 : 5;

    for (int a = 0; a < ADULT_ACTIVITIES; a++) {
        weights[a] = by_age[row][a] * 100;
        if (a != ACTIVITY_WORK && a != ACTIVITY_STUDENT && a != ACTIVITY_SELF_EMPLOYED)
            weights[a] = by_age[row][a] * (20 + h->poverty * 8 / 10);
    }
    weights[ACTIVITY_NOTHING] = by_age[row][ACTIVITY_NOTHING] * h->need;
    if (stay == STAY_REFUGEE || stay == STAY_SUBSIDIARY || stay == STAY_TEMPORARY_PROTECTION ||
        stay == STAY_FOREIGNERS_REGISTER) {
        weights[ACTIVITY_WORK] /= 2;
        weights[ACTIVITY_UNEMPLOYED] /= 2;
        weights[ACTIVITY_NOTHING] *= 3;
    } else if (stay == STAY_ASYLUM_SEEKER || stay == STAY_IRREGULAR || stay == STAY_SHORT) {
        weights[ACTIVITY_WORK] = weights[ACTIVITY_WORK] * (stay == STAY_ASYLUM_SEEKER) / 4;
        weights[ACTIVITY_PART_TIME] = weights[ACTIVITY_SELF_EMPLOYED] = weights[ACTIVITY_UNEMPLOYED] =
            weights[ACTIVITY_SICK] = weights[ACTIVITY_DISABLED] = 0;
        weights[ACTIVITY_NOTHING] = 6000;
    }
    if (h->count == 1 || (h->type == TYPE_LONE_PARENT && i == 0))
        weights[ACTIVITY_UNEMPLOYED] = weights[ACTIVITY_UNEMPLOYED] * 2;
    else if (h->persons[i].partner_id != UNSAID)
        weights[ACTIVITY_UNEMPLOYED] = weights[ACTIVITY_UNEMPLOYED] * 4 / 10;
    if (h->count >= 5 && h->persons[i].partner_id != UNSAID && h->persons[i].gender == GENDER_F)
        weights[ACTIVITY_NOTHING] = weights[ACTIVITY_NOTHING] * 2 + 1000;
    if (h->type == TYPE_LONE_PARENT && i == 0)
        weights[ACTIVITY_NOTHING] = weights[ACTIVITY_NOTHING] * 3 / 2;
    /* what happens to one often happens to all: the same luck for all members, one time in three */
    if (draw_chance(d, 400))
        return (made_activity)draw_weighted(&home, weights, ADULT_ACTIVITIES);
    return (made_activity)draw_weighted(d, weights, ADULT_ACTIVITIES);
}

/* Benefits end with the months spent without work: 20 years, 8 years, 2 years, then two years at most. */
static void unemployed(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t months = draw_quantile(d, jobless_months, COUNT(jobless_months));
    int32_t most = (h->age[i] - 18) * 12;
    int32_t dependants = h->count > 1 && p->partner_id == UNSAID && h->type == TYPE_LONE_PARENT;

    if (months > most)
        months = most;
    p->unemployment_since = day_add_months(h->on, -months) - draw_below(d, 28);
    p->unemployment_month = dependants      ? euros(draw_between(d, 1640, 1890))
                            : h->count == 1 ? euros(draw_between(d, 1350, 1620))
                                            : euros(draw_between(d, 580, 1100));
    p->unemployment_month += draw_below(d, 100);
    if (months >= 240)
        p->unemployment_end = day_of(2025, 12, 31);
    else if (months >= 96)
        p->unemployment_end = day_of(2026, 2, 28);
    else if (months >= 48)
        p->unemployment_end = day_of(2026, 3, 31);
    else if (months >= 24)
        p->unemployment_end = day_of(2026, 6, 30);
    else
        p->unemployment_end = day_add_months(p->unemployment_since, 24) - 1;
    if (h->age[i] >= 55 && draw_chance(d, 350))
        p->unemployment_end = UNSAID; /* a long career: no end */
    else if (p->unemployment_end < h->on)
        p->unemployment_month = 0;
}

static void sick(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t months = draw_quantile(d, sick_months, COUNT(sick_months));
    int32_t most = (h->age[i] - 18) * 12;

    if (months > most)
        months = most;
    p->sickness_month = euros(draw_between(d, h->count == 1 ? 1350 : 860, 1900));
    p->sickness_month += draw_below(d, 100);
    p->incapacity_since = day_add_months(h->on, -months) - draw_below(d, 28);
    p->invalid = months >= 12 ? YES : NO;
}

/* Those who live together are often paid alike. */
static void paid(const made_household *h, made_person *p, draws *d, int32_t age, int32_t percent)
{
    draws home = made_draws(h, NO_MEMBER, SUBJECT_WORK);
    int alike = draw_chance(d, 450);
    int32_t net;

    home.count = 100;
    net = draw_quantile(alike ? &home : d, wages, COUNT(wages)) * percent;
    net += draw_below(d, 100);
    if (age < 25)
        net = net / 100 * 93;
    p->wage_net_month = net;
    p->wage_gross_month = gross_of(net);
}

static void student(made_person *p, draws *d, int32_t age)
{
    int away = p->mother_id == UNSAID && p->father_id == UNSAID;

    p->student = YES;
    if (age >= 16 && draw_chance(d, 350)) {
        p->wage_net_month = euros(draw_between(d, 120, 650));
        p->wage_gross_month = p->wage_net_month / 100 * 103;
        if (draw_chance(d, 500))
            p->work_exemption = EXEMPTION_STUDENT;
    }
    if (age >= 18 && draw_chance(d, 130))
        p->study_grant_month = euros(draw_between(d, 90, 360));
    if (age >= 18 && away && draw_chance(d, 880)) /* the parents pay from elsewhere */
        p->gifts_regular_month = euros(draw_between(d, 950, 1650));
}

static void of_working_age(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    made_activity a = activity_of(h, i, d);

    h->activity[i] = a;
    switch (a) {
    case ACTIVITY_WORK:
        paid(h, p, d, h->age[i], 100 + (100 - h->poverty) / 8); /* wages follow the commune */
        break;
    case ACTIVITY_PART_TIME:
        paid(h, p, d, h->age[i], draw_between(d, 39, 84));
        break;
    case ACTIVITY_SELF_EMPLOYED: /* a few end the year with a loss */
        p->self_employed_net_year = draw_chance(d, 30)
                                        ? -euros(draw_between(d, 300, 18000))
                                        : euros(draw_quantile(d, self_employed, COUNT(self_employed)));
        break;
    case ACTIVITY_UNEMPLOYED:
        unemployed(h, i, d);
        break;
    case ACTIVITY_SICK:
        sick(h, i, d);
        break;
    case ACTIVITY_DISABLED:
        p->disability_allowance_month = euros(draw_between(d, 560, 1480));
        p->disability_allowance_month += draw_below(d, 100);
        if (draw_chance(d, 200))
            paid(h, p, d, h->age[i], draw_between(d, 20, 50));
        break;
    case ACTIVITY_STUDENT:
        student(p, d, h->age[i]);
        break;
    case ACTIVITY_NOTHING:
    default:
        break;
    }
    if (a == ACTIVITY_NOTHING && p->stay >= STAY_ASYLUM_SEEKER)
        p->other_income_month = draw_chance(d, 700) ? euros(draw_between(d, 500, 1500)) : 0;
    if (a != ACTIVITY_STUDENT && h->age[i] >= 18 && h->age[i] < 26)
        p->student = NO;
}

static void retired(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int foreign = p->stay != STAY_BELGIAN;

    h->activity[i] = ACTIVITY_RETIRED;
    if (draw_chance(d, p->stay >= STAY_FOREIGNERS_REGISTER ? 850 : SHORT_CAREER * h->pensions / 100)) {
        p->pension_month = draw_quantile(d, short_careers, COUNT(short_careers)) * 100;
    } else {
        p->pension_month = draw_quantile(d, pensions, COUNT(pensions)) * 100;
        p->pension_month += draw_below(d, 100);
        if (p->gender == GENDER_F)
            p->pension_month = p->pension_month / 100 * 93;
        p->pension_month = p->pension_month / 100 * (100 + (100 - h->pensions) / 8);
    }
    if (draw_chance(d, foreign ? 300 : 50))
        p->pension_foreign_month = euros(draw_between(d, 40, 720));
    if (h->age[i] >= 75 && draw_chance(d, 85))
        p->apa_month = euros(draw_between(d, 90, 520));
    if (h->age[i] < 72 && draw_chance(d, 40))
        paid(h, p, d, 60, draw_between(d, 15, 45));
}

/* Alimony, and what no register knows. */
static void beside(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t alone = p->partner_id == UNSAID;

    if (h->type == TYPE_LONE_PARENT && i == 0)
        p->alimony_for_children_month = draw_chance(d, 430) ? euros(draw_between(d, 80, 450)) : 0;
    if (p->civil_status == CIVIL_DIVORCED && alone && draw_chance(d, p->gender == GENDER_F ? 60 : 10))
        p->alimony_received_month = euros(draw_between(d, 120, 620));
    if (p->civil_status >= CIVIL_DIVORCED && p->gender == GENDER_M && draw_chance(d, 120))
        p->alimony_paid_month = euros(draw_between(d, 120, 520));
    if (p->other_income_month == 0 && draw_chance(d, 25))
        p->other_income_month = euros(draw_between(d, 40, 600));
    if (p->gifts_regular_month == UNSAID && draw_chance(d, 15))
        p->gifts_regular_month = euros(draw_between(d, 40, 350));
    if (draw_chance(d, 8))
        p->housing_paid_by_third_party_month = euros(draw_between(d, 150, 700));
}

void made_work(made_household *h)
{
    for (int32_t i = 0; i < h->count; i++) {
        draws d = made_draws(h, i, SUBJECT_WORK);
        made_person *p = &h->persons[i];

        p->wage_net_month = p->wage_gross_month = p->unemployment_month = p->sickness_month = 0;
        p->disability_allowance_month = p->pension_month = p->alimony_received_month = p->other_income_month =
            0;
        h->activity[i] = h->age[i] < 16 ? ACTIVITY_CHILD : ACTIVITY_NOTHING;
        if (h->type == TYPE_ZERO_INCOME || h->age[i] < 16)
            continue;
        if (h->age[i] >= 66 || (h->age[i] == 65 && draw_chance(&d, 500)))
            retired(h, i, &d);
        else
            of_working_age(h, i, &d);
        if (h->age[i] >= 18)
            beside(h, i, &d);
        if (p->stay == STAY_EU)
            p->eu_worker = p->wage_net_month > 0 || made_amount(p->self_employed_net_year) != 0 ? YES : NO;
    }
}
