/*
 * What changes the income of somebody in a panel.
 *
 * Rates are a month's, in 1,000, of round figures.
 */
#include "panel_steps.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define PENSION_AGE 66 /* until 2030 */

/* By two in a hundred, half cents up. */
static int raise_amount(int32_t *cents)
{
    if (*cents == UNSAID || *cents <= 0)
        return 0;
    *cents += (*cents * 2 + 50) / 100;
    return 1;
}

/* Benefits follow the index: in these months of the scenario. */
int panel_indexation(panel_line *l, day month)
{
    static const int months[][2] = {{2026, 9}, {2027, 6}, {2028, 2}};
    int year, in_year, date, raised = 0;

    day_parts(month, &year, &in_year, &date);
    for (size_t m = 0; m < COUNT(months); m++) {
        if (months[m][0] != year || months[m][1] != in_year)
            continue;
        for (int32_t i = 0; i < l->h.count; i++) {
            made_person *p = &l->h.persons[i];

            raised |= raise_amount(&p->unemployment_month) | raise_amount(&p->sickness_month) |
                      raise_amount(&p->disability_allowance_month) | raise_amount(&p->pension_month) |
                      raise_amount(&p->ris_month) | raise_amount(&p->grapa_month) |
                      raise_amount(&p->family_benefit_month);
        }
    }
    return raised;
}

static void end_ris(made_person *p, day month)
{
    if (p->receives_ris != YES)
        return;
    p->receives_ris = NO;
    p->ris_month = UNSAID;
    p->ris_end = month;
}

int panel_job_lost(panel_line *l, int32_t i, day month, draws *d)
{
    made_person *p = &l->h.persons[i];
    int32_t age = day_age(l->birth[i], month), benefit;

    if (p->wage_net_month == UNSAID || p->wage_net_month <= 0 || p->student == YES || age < 18 || age > 64 ||
        !draw_chance(d, 7))
        return 0;
    benefit = p->wage_net_month / 100 * 65;
    p->unemployment_month = benefit < euros(950) ? euros(950) : benefit > euros(1900) ? euros(1900) : benefit;
    p->unemployment_since = month;
    p->unemployment_end = day_add_months(month, 24) - 1;
    p->wage_net_month = p->wage_gross_month = 0;
    return panel_touched(l, l->home[i], month);
}

int panel_job_found(panel_line *l, int32_t i, day month, draws *d)
{
    made_person *p = &l->h.persons[i];
    int32_t age = day_age(l->birth[i], month);

    if (p->wage_net_month != 0 || p->student == YES || age < 18 || age > 62 ||
        (p->stay != UNSAID && p->stay >= STAY_ASYLUM_SEEKER) || made_amount(p->sickness_month) > 0 ||
        made_amount(p->disability_allowance_month) > 0 || made_amount(p->pension_month) > 0 ||
        !draw_chance(d, 20))
        return 0;
    p->wage_net_month = euros(draw_between(d, 1500, 2700)) + draw_below(d, 100);
    p->wage_gross_month = p->wage_net_month / 100 * 132;
    p->unemployment_month = 0;
    p->unemployment_since = p->unemployment_end = UNSAID;
    end_ris(p, month);
    return panel_touched(l, l->home[i], month);
}

int panel_benefit_ends(panel_line *l, int32_t i, day month)
{
    made_person *p = &l->h.persons[i];

    if (p->unemployment_month == UNSAID || p->unemployment_month <= 0 || p->unemployment_end == UNSAID ||
        p->unemployment_end >= month)
        return 0;
    p->unemployment_month = 0;
    return panel_touched(l, l->home[i], month);
}

/* 1 in the month in which somebody comes to an age. */
static int turns(const panel_line *l, int32_t i, day month, int32_t age)
{
    return day_age(l->birth[i], month) == age && day_age(l->birth[i], day_add_months(month, -1)) == age - 1;
}

int panel_retires(panel_line *l, int32_t i, day month, int32_t age, draws *d)
{
    made_person *p = &l->h.persons[i];

    if (!turns(l, i, month, age) || made_amount(p->pension_month) > 0 ||
        (age < PENSION_AGE && !draw_chance(d, 250)))
        return 0;
    p->pension_month = euros(draw_between(d, 620, 2200)) + draw_below(d, 100);
    p->wage_net_month = p->wage_gross_month = p->unemployment_month = p->sickness_month = 0;
    if (p->unemployment_end != UNSAID && p->unemployment_end > month)
        p->unemployment_end = month - 1;
    end_ris(p, month);
    return panel_touched(l, l->home[i], month);
}

int panel_turns_18(panel_line *l, int32_t i, day month, draws *d)
{
    made_person *p = &l->h.persons[i];

    if (!turns(l, i, month, 18))
        return 0;
    p->student = draw_chance(d, 780) ? YES : NO;
    if (p->student == NO && p->family_benefit_month != UNSAID)
        p->family_benefit_month = 0;
    return panel_touched(l, l->home[i], month);
}
