/*
 * What each owns, what the tax knew, family benefit, health insurance.
 *
 * Savings and cadastral income are true here and mostly lacking in files: the
 * share that is written is the matter of columns.def, not of this file.
 */
#include "calibration.h"
#include "made.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const int32_t savings[] = {0, 60, 350, 1000, 2400, 4600, 8200, 14500, 26000, 52000, 240000};
static const int32_t savings_late[] = {0,      5000,   17000,  35000,  55000, 80000,
                                       110000, 150000, 205000, 300000, 700000};
static const int32_t rents[] = {420, 560, 650, 720, 790, 850, 920, 1010, 1130, 1350, 2300};
static const int32_t cadastral[] = {420, 690, 830, 940, 1060, 1200, 1370, 1580, 1860, 2350, 4400};

/* Everything that comes in a month for oneself, before tax, in cents. */
static int32_t monthly_gross(const made_person *p)
{
    return p->wage_gross_month + p->unemployment_month + p->sickness_month + p->pension_month +
           made_amount(p->pension_foreign_month) + p->alimony_received_month +
           made_amount(p->other_income_month) + made_amount(p->self_employed_net_year) / 12;
}

static int has_income(const made_person *p)
{
    return monthly_gross(p) != 0 || p->disability_allowance_month > 0 ||
           made_amount(p->self_employed_net_year) != 0;
}

/* One dwelling, shared by the first adult and the partner. */
static void give_dwelling(made_household *h)
{
    draws d = made_draws(h, NO_MEMBER, SUBJECT_WEALTH);
    made_person *first = &h->persons[0],
                *partner = first->partner_id == UNSAID ? NULL : &h->persons[first->partner_id];
    int32_t age = h->age[0], chance = age < 30 ? 90 : age < 45 ? 360 : age < 65 ? 500 : 560;
    int32_t income = monthly_gross(first) + (partner ? monthly_gross(partner) : 0), shares = partner ? 2 : 1;
    int32_t rc = euros(draw_quantile(&d, cadastral, COUNT(cadastral))),
            interest = euros(draw_between(&d, 500, 6500));

    if (income / shares < euros(1400))
        chance /= 3;
    else if (income / shares > euros(3200))
        chance = chance * 5 / 4;
    for (int32_t i = 0; i < h->count; i++)
        h->persons[i].rc_dwelling = h->persons[i].rc_built_other = 0;
    if (h->place.address_kind != ADDRESS_OWN || h->type > TYPE_COUPLE ||
        first->stay > STAY_FOREIGNERS_REGISTER || !draw_chance(&d, chance)) {
        if (h->place.address_kind == ADDRESS_OWN)
            h->place.rent_month = draw_chance(&d, 110) ? euros(draw_between(&d, 210, 480))
                                                       : euros(draw_quantile(&d, rents, COUNT(rents)));
        return;
    }
    first->rc_dwelling = rc / shares;
    if (partner)
        partner->rc_dwelling = rc / shares;
    if (age < 62 && draw_chance(&d, 600)) {
        first->mortgage_interest_year = interest / shares;
        if (partner)
            partner->mortgage_interest_year = interest / shares;
    }
}

static void give_wealth(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t late = h->age[i] >= 65 && p->pension_month >= euros(1000);
    int32_t amount = late ? draw_quantile(d, savings_late, COUNT(savings_late))
                          : draw_quantile(d, savings, COUNT(savings));

    if (h->type == TYPE_ZERO_INCOME)
        amount = 0;
    else if (late)
        amount = amount / 100 * (h->pensions > 150 ? 50 : 200 - h->pensions);
    else if (monthly_gross(p) < euros(1500))
        amount /= 5;
    p->movable_capital = euros(amount) + (amount ? draw_below(d, 100) : 0);
    if (amount > 40000)
        p->movable_income_year = euros(amount / 80);
    if (p->rc_dwelling > 0 && draw_chance(d, 55)) {
        p->rc_built_other = euros(draw_between(d, 250, 2400));
        if (draw_chance(d, 600))
            p->rent_received_year = euros(draw_between(d, 4800, 14400));
    }
    if (draw_chance(d, 10))
        p->rc_unbuilt = euros(draw_between(d, 5, 380));
    if (h->age[i] >= 60 && draw_chance(d, 30)) {
        p->transfer_10y = YES;
        p->transfer_value = euros(draw_between(d, 5, 220) * 1000);
        p->transfer_kind = draw_chance(d, 600) ? TRANSFER_GIFT : TRANSFER_SALE;
    }
}

/* Of last year, and of the year before: not quite what is earned today. */
static void give_tax(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int year, month, date;
    int64_t taxable = (int64_t)p->wage_gross_month * 87 / 100 + p->unemployment_month + p->sickness_month +
                      p->pension_month + made_amount(p->pension_foreign_month) +
                      p->alimony_received_month * 8 / 10;

    taxable = taxable * 12 * draw_between(d, 88, 103) / 100 + made_amount(p->self_employed_net_year);
    if (p->unemployment_end != UNSAID && p->unemployment_end < h->on)
        taxable += euros(draw_between(d, 9000, 17000));
    if (p->stay >= STAY_ASYLUM_SEEKER || taxable < 0)
        taxable = 0;
    day_parts(h->on, &year, &month, &date);
    p->taxable_income_year = (int32_t)taxable;
    p->taxable_income_of = year - 1;
    h->taxable_before[i] = (int32_t)(taxable / 100 * draw_between(d, 84, 101));
    if (draw_chance(d, 60)) /* somebody brought the slips of the month */
        p->current_income_month = monthly_gross(p) > 0 ? monthly_gross(p) : 0;
}

static int32_t parent_of(const made_person *p)
{
    return p->mother_id != UNSAID ? p->mother_id : p->father_id;
}

static void give_family_benefit(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t parent = parent_of(p), age = h->age[i];
    int studies = p->student == YES && age < 25;

    p->family_benefit_month = 0;
    if (p->stay >= STAY_SHORT || (age >= 18 && !studies) || (age >= 18 && draw_chance(d, 150)))
        return;
    p->family_benefit_month = (age < 12 ? 17850 : age < 18 ? 18920 : 19990) + draw_below(d, 100);
    if (draw_chance(d, SUPPLEMENT + h->poverty)) /* the social supplement */
        p->family_benefit_month += euros(draw_between(d, 46, 132));
    if (parent != UNSAID)
        p->family_benefit_recipient_id = parent;
    else if (age < 18 && h->type == TYPE_GRANDPARENT)
        p->family_benefit_recipient_id = 0;
    else if (h->type != TYPE_GRANDPARENT && draw_chance(d, 600))
        p->family_benefit_recipient_id = i;
    else
        p->family_benefit_month = 0; /* paid to somebody who lives elsewhere */
}

static void give_insurance(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t parent = parent_of(p), partner = p->partner_id;

    if (p->stay == STAY_IRREGULAR)
        p->insurer = draw_chance(d, 880) ? INSURER_NONE : UNSAID;
    else if (p->stay == STAY_ASYLUM_SEEKER || p->stay == STAY_SHORT)
        p->insurer = INSURER_NONE;
    else
        p->insurer = draw_chance(d, 965)   ? INSURER_MUTUALITY
                     : draw_chance(d, 600) ? INSURER_CAAMI
                                           : INSURER_NONE;
    if (h->age[i] < 18) {
        p->titular = NO;
        p->titular_id = parent != UNSAID ? parent : h->type == TYPE_GRANDPARENT ? 0 : UNSAID;
    } else if (h->age[i] < 25 && !has_income(p) && parent != UNSAID) {
        p->titular = NO;
        p->titular_id = parent;
    } else if (partner != UNSAID && !has_income(p) && has_income(&h->persons[partner]) &&
               draw_chance(d, 700)) {
        p->titular = NO;
        p->titular_id = partner;
    } else {
        p->titular = YES;
    }
}

void made_wealth(made_household *h)
{
    give_dwelling(h);
    for (int32_t i = 0; i < h->count; i++) {
        draws d = made_draws(h, i, SUBJECT_WEALTH);

        if (h->age[i] >= 18) {
            give_wealth(h, i, &d);
        } else {
            h->persons[i].movable_capital = 0;
        }
        give_tax(h, i, &d);
        give_family_benefit(h, i, &d);
        give_insurance(h, i, &d);
    }
}
