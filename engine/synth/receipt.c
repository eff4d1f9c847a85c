/*
 * What is received, and what is not asked for.
 *
 * Who would be due something is guessed with a short form of the law and round
 * amounts of March 2026: enough to make receipt plausible, never a reference.
 * Of those, about 45 in 100 do not take RIS, 50 to 65 do not take GRAPA, and
 * 45 (32 from 65) do not take BIM by its income door; small amounts are left
 * more often. The rules of the engine, not this file, say who is entitled.
 */
#include "made.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { RIS_COHABITANT = 89365, RIS_ISOLATED = 134047, RIS_FAMILY = 181157 };
enum { GRAPA_BASE = 107464, GRAPA_INCREASED = 161196, GRAPA_FREE_YEAR = 62500 };
enum { BIM_CEILING = 2866300, BIM_STEP = 530600 };

static const int32_t ris_months[] = {0, 1, 3, 6, 11, 18, 28, 42, 64, 100, 190};

static int32_t at_least_zero(int32_t amount)
{
    return amount < 0 ? 0 : amount;
}

/* Own means a month in cents: income, and a little of savings and real estate. */
static int32_t means_of(const made_person *p)
{
    int32_t capital = at_least_zero(made_amount(p->movable_capital) - euros(6200)) / 100 * 7;
    int32_t built =
        3 * at_least_zero(made_amount(p->rc_dwelling) + made_amount(p->rc_built_other) - euros(750));

    return p->wage_net_month + p->unemployment_month + p->sickness_month + p->disability_allowance_month +
           p->pension_month + made_amount(p->pension_foreign_month) + p->alimony_received_month +
           made_amount(p->other_income_month) + made_amount(p->gifts_regular_month) +
           made_amount(p->grapa_month) + at_least_zero(made_amount(p->self_employed_net_year)) / 12 +
           capital / 12 + built / 12;
}

static int is_parent(const made_household *h, int32_t child, int32_t who)
{
    return h->persons[child].mother_id == who || h->persons[child].father_id == who;
}

static int child_in_charge(const made_household *h, int32_t i)
{
    int32_t partner = h->persons[i].partner_id;

    for (int32_t c = 0; c < h->count; c++)
        if (h->age[c] < 18 && (is_parent(h, c, i) || (partner != UNSAID && is_parent(h, c, partner))))
            return 1;
    return 0;
}

static int other_adult(const made_household *h, int32_t i)
{
    for (int32_t o = 0; o < h->count; o++)
        if (o != i && h->age[o] >= 18)
            return 1;
    return 0;
}

/* What RIS would come to, in cents; below zero when means are above the amount. */
static int32_t ris_due(const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];
    int32_t amount = RIS_ISOLATED, due, debtors = 0, others = 0;

    if (child_in_charge(h, i))
        amount = RIS_FAMILY;
    else if (p->partner_id != UNSAID || (other_adult(h, i) && h->place.shares_budget != NO))
        amount = RIS_COHABITANT;
    due = amount - means_of(p) + (p->wage_net_month > 31567 ? 31567 : p->wage_net_month);
    if (p->partner_id != UNSAID) {
        int32_t partner = means_of(&h->persons[p->partner_id]);

        due -= amount == RIS_FAMILY ? partner : at_least_zero(partner - RIS_COHABITANT);
    }
    for (int32_t o = 0; o < h->count; o++) {
        if (o == i || h->age[o] < 18 || !(is_parent(h, i, o) || is_parent(h, o, i)))
            continue;
        debtors++;
        others += means_of(&h->persons[o]);
    }
    return due - at_least_zero(others - debtors * RIS_COHABITANT);
}

static int ris_stay(const made_person *p)
{
    return p->stay == STAY_BELGIAN || (p->stay >= STAY_REFUGEE && p->stay <= STAY_POPULATION_REGISTER) ||
           (p->stay == STAY_EU && (p->eu_worker == YES || made_amount(p->eu_stay_months) >= 3));
}

static void take_ris(made_household *h, int32_t i, draws *d, int32_t due)
{
    made_person *p = &h->persons[i];
    int32_t months = draw_quantile(d, ris_months, COUNT(ris_months)), most = (h->age[i] - 18) * 12;

    p->receives_ris = YES;
    p->ris_month = due;
    p->ris_since = day_add_months(h->on, -(months > most ? most : months)) - draw_below(d, 20);
    if (h->age[i] < 26)
        p->piis_signed = draw_chance(d, 700);
}

/* Asked and waiting, asked and refused, or received and lost. */
static void not_ris(made_household *h, int32_t i, draws *d, int32_t due)
{
    made_person *p = &h->persons[i];
    int32_t fate = draw_below(d, 100);

    p->receives_ris = NO;
    if (due <= 0)
        return;
    if (fate < 4) {
        p->application_ris = APPLICATION_PENDING;
        p->application_ris_date = h->on - draw_between(d, 2, 45);
    } else if (fate < 7) {
        p->application_ris = APPLICATION_REFUSED;
        p->application_ris_date = h->on - draw_between(d, 40, 500);
    } else if (fate < 10) {
        p->ris_end = h->on - draw_between(d, 10, 330);
        p->ris_since = p->ris_end - draw_between(d, 60, 900);
    }
}

static void give_ris(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t due = ris_due(h, i), chance = due < 15000 ? 280 : due < 60000 ? 520 : 690;
    int covered = p->partner_id != UNSAID && h->persons[p->partner_id].receives_ris == YES;

    if (h->age[i] < 18) {
        p->receives_ris = NO;
        return;
    }
    if (h->age[i] >= 66) /* they are sent to GRAPA */
        chance /= 8;
    else if (p->student == YES || p->wage_net_month > 0) /* few know that it tops up a small income */
        chance = chance * 7 / 10;
    if ((p->stay == STAY_FOREIGNERS_REGISTER || p->stay == STAY_TEMPORARY_PROTECTION) && due > 500 &&
        draw_chance(d, chance)) {
        p->cpas_aid_month = due; /* the equivalent aid: same amounts, another law */
        p->equivalent_aid_since = h->on - draw_between(d, 20, 1500);
        p->receives_ris = NO;
        return;
    }
    if (!ris_stay(p) || covered) {
        p->receives_ris = NO;
        return;
    }
    if (due > 500 ? draw_chance(d, chance) : due > -20000 && draw_chance(d, 100))
        take_ris(h, i, d, due > 500 ? due : euros(draw_between(d, 60, 350))); /* files lag behind lives */
    else
        not_ris(h, i, d, due > 500 ? due : 0);
}

/* Shares the residence with somebody of age out of the direct line. */
static int grapa_shares(const made_household *h, int32_t i)
{
    for (int32_t o = 0; o < h->count; o++)
        if (o != i && h->age[o] >= 18 && !is_parent(h, o, i) && !is_parent(h, i, o))
            return 1;
    return 0;
}

static int32_t grapa_means_year(const made_person *p)
{
    int32_t pensions = (p->pension_month + made_amount(p->pension_foreign_month)) / 10 * 9;
    int32_t others = (means_of(p) - p->pension_month - made_amount(p->pension_foreign_month)) / 4 * 3;

    return (pensions + at_least_zero(others)) * 12;
}

static void give_grapa(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t year, due, chance;

    if (h->age[i] < 66 || !(p->stay <= STAY_STATELESS)) {
        p->receives_grapa = NO;
        return;
    }
    year = grapa_means_year(p);
    if (p->partner_id != UNSAID)
        year = (year + grapa_means_year(&h->persons[p->partner_id])) / 2;
    due = (grapa_shares(h, i) ? GRAPA_BASE : GRAPA_INCREASED) - at_least_zero(year - GRAPA_FREE_YEAR) / 12;
    chance = due < 10000 ? 110 : due < 40000 ? 260 : 480;
    p->receives_grapa = due > 100 && draw_chance(d, chance) ? YES : NO;
    if (p->receives_grapa == YES) {
        p->grapa_month = due;
    } else if (due > 100 && draw_chance(d, 30)) {
        p->application_grapa = APPLICATION_PENDING;
        p->application_grapa_date = h->on - draw_between(d, 3, 100);
    }
}

/* One decision for a titular and those who depend on the title. */
static void give_bim(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];
    int32_t income = 0, members = 0, automatic = 0, granted;

    if (p->titular != YES || p->receives_bim != UNSAID)
        return;
    for (int32_t o = 0; o < h->count; o++) {
        const made_person *m = &h->persons[o];

        if (o != i && o != p->partner_id && m->titular_id != i &&
            (p->partner_id == UNSAID || m->titular_id != p->partner_id))
            continue;
        members++;
        income += m->wage_gross_month + m->unemployment_month + m->sickness_month + m->pension_month +
                  made_amount(m->pension_foreign_month) + m->alimony_received_month +
                  at_least_zero(made_amount(m->self_employed_net_year)) / 12;
        automatic |= m->receives_grapa == YES || m->disability_allowance_month > 0 ||
                     made_amount(m->apa_month) > 0 || m->disabled_child_66 == YES ||
                     (m->receives_ris == YES && day_months(m->ris_since, h->on) >= 3);
    }
    granted = automatic ? draw_chance(d, 960)
                        : income * INT64_C(12) < BIM_CEILING + BIM_STEP * (members - 1) &&
                              draw_chance(d, h->age[i] >= 65 ? 680 : 490);
    if (p->insurer == INSURER_NONE)
        granted = NO;
    for (int32_t o = 0; o < h->count; o++)
        if (o == i || o == p->partner_id || h->persons[o].titular_id == i ||
            (p->partner_id != UNSAID && h->persons[o].titular_id == p->partner_id))
            h->persons[o].receives_bim = granted;
    if (!granted && draw_chance(d, 8)) {
        p->application_bim = APPLICATION_PENDING;
        p->application_bim_date = h->on - draw_between(d, 2, 70);
    }
}

static void give_amu(made_household *h, int32_t i, draws *d)
{
    made_person *p = &h->persons[i];

    p->receives_amu = NO;
    if (p->stay == STAY_IRREGULAR) {
        p->receives_amu = draw_chance(d, 150) ? YES : draw_chance(d, 450) ? NO : UNSAID;
        if (draw_chance(d, 150))
            p->medical_need = YES;
    }
}

void made_receipt(made_household *h)
{
    draws streams[MADE_PERSONS];

    for (int32_t i = 0; i < h->count; i++) {
        streams[i] = made_draws(h, i, SUBJECT_RECEIPT);
        give_grapa(h, i, &streams[i]); /* what it pays is income for RIS */
    }
    for (int32_t i = 0; i < h->count; i++)
        give_ris(h, i, &streams[i]);
    for (int32_t i = 0; i < h->count; i++) {
        give_bim(h, i, &streams[i]);
        give_amu(h, i, &streams[i]);
    }
}
