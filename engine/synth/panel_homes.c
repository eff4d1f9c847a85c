/*
 * Who lives where, and with whom, in a panel.
 *
 * Rates are a month's, in 1,000, of round figures. Somebody new has the next
 * place of the line; somebody dead keeps the place, and no home.
 */
#include "panel_steps.h"

#include "brussels.h"
#include "columns.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define DONOR_NUMBERS UINT64_C(500000000) /* households that no file has */

static void forget(panel_line *l, int32_t who)
{
    for (int32_t i = 0; i < l->h.count; i++)
        for (size_t c = 0; c < PERSON_COLUMNS; c++)
            if (made_person_columns[c].form == FORM_LINK &&
                made_cell(&made_person_columns[c], &l->h.persons[i]) == who)
                made_set(&made_person_columns[c], &l->h.persons[i], UNSAID);
}

/* An address for everybody of a home. */
static void settle(panel_line *l, int32_t home, draws *d)
{
    int32_t street = draw_below(d, STREETS), number = draw_between(d, 1, 240), box = draw_between(d, 1, 14);
    int32_t has_box = draw_chance(d, 550);
    made_place *place = &l->places[home];
    const commune *c = &communes[draw_below(d, COMMUNES)];

    place->nis_commune = c->nis;
    place->postal_code = c->postal_code[draw_weighted(d, c->share, COUNT(c->share))];
    place->sector = draw_below(d, 5 * 40);
    place->address_kind = ADDRESS_OWN;
    place->rent_month = euros(draw_between(d, 520, 1350));
    for (int32_t i = 0; i < l->h.count; i++) {
        made_person *p = &l->h.persons[i];

        if (l->home[i] != home)
            continue;
        p->street = street;
        p->number = number;
        p->box = has_box ? box : UNSAID;
        p->rc_dwelling =
            p->rc_dwelling == UNSAID ? UNSAID : 0; /* what was owned is sold, and rented is had */
        p->mortgage_interest_year = UNSAID;
    }
}

int panel_moves(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t home = l->home[i];

    for (int32_t k = 0; k < i; k++)
        if (l->home[k] == home)
            return 0; /* the first of the home has decided */
    if (l->places[home].address_kind != ADDRESS_OWN || !draw_chance(d, 8))
        return 0;
    settle(l, home, d);
    return panel_touched(l, home, month);
}

int panel_dies(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t age = day_age(l->birth[i], month), home = l->home[i], partner = l->h.persons[i].partner_id;
    int32_t rate = age < 50 ? 4 : age < 65 ? 25 : age < 80 ? 150 : 900; /* in 100,000 */

    if (draw_below(d, 100000) >= rate ||
        (panel_people(l, home, month, 0) > 1 && age >= 18 && panel_people(l, home, month, 18) == 1))
        return 0;
    if (partner != UNSAID) {
        l->h.persons[partner].partnership = UNSAID;
        if (l->h.persons[partner].civil_status == CIVIL_MARRIED)
            l->h.persons[partner].civil_status = CIVIL_WIDOWED;
    }
    forget(l, i);
    l->home[i] = NO_HOME;
    return panel_touched(l, home, month);
}

/* A place in the line for somebody new; nothing known yet. */
static made_person *join(panel_line *l, int32_t home, day birth, int32_t *place)
{
    int32_t i = l->h.count++;
    made_person *p = &l->h.persons[i];

    for (size_t c = 0; c < PERSON_COLUMNS; c++)
        made_set(&made_person_columns[c], p, UNSAID);
    l->birth[i] = birth;
    l->home[i] = home;
    l->ex[i] = UNSAID;
    l->h.absent[i] = 0;
    *place = i;
    return p;
}

static void same_address(made_person *p, const made_person *as)
{
    p->street = as->street;
    p->number = as->number;
    p->box = as->box;
}

int panel_gives_birth(panel_line *l, int32_t i, day month, draws *d)
{
    made_person *mother = &l->h.persons[i], *p;
    int32_t age = day_age(l->birth[i], month), child;

    if (mother->gender != GENDER_F || age < 19 || age > 43 || l->h.count == MADE_PERSONS ||
        !draw_chance(d, mother->partner_id != UNSAID ? 6 : 1))
        return 0;
    for (int32_t k = 0; k < l->h.count; k++)
        if (l->h.persons[k].mother_id == i && l->birth[k] > month - 300)
            return 0;
    p = join(l, l->home[i], month - draw_between(d, 1, 27), &child);
    p->birth_date = l->birth[child];
    p->gender = draw_chance(d, 488) ? GENDER_F : GENDER_M;
    p->first_name = draw_below(d, FIRST_NAMES / 2) * 2 + (p->gender == GENDER_M);
    p->last_name = mother->last_name;
    same_address(p, mother);
    p->stay = mother->stay;
    p->lives_in_belgium = YES;
    p->civil_status = CIVIL_SINGLE;
    p->mother_id = i;
    p->father_id = mother->partner_id;
    p->language = mother->language;
    p->insurer = mother->insurer;
    p->titular = NO;
    p->titular_id = i;
    p->family_benefit_month = euros(draw_between(d, 175, 290));
    p->family_benefit_recipient_id = i;
    p->wage_net_month = p->wage_gross_month = p->unemployment_month = p->sickness_month = p->pension_month =
        0;
    p->disability_allowance_month = p->alimony_received_month = p->other_income_month = p->movable_capital =
        0;
    p->receives_ris = p->receives_grapa = p->receives_amu = NO;
    return panel_touched(l, l->home[i], month);
}

/* Who was married stays so until a judge says otherwise: separated. */
static void part(made_person *p)
{
    p->partner_id = p->partnership = UNSAID;
    if (p->civil_status == CIVIL_MARRIED)
        p->civil_status = CIVIL_SEPARATED;
    else if (p->civil_status == CIVIL_LEGALLY_COHABITING)
        p->civil_status = CIVIL_SINGLE;
}

/* The second of a couple leaves; children stay. */
int panel_separates(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t leaver = l->h.persons[i].partner_id, home;

    if (leaver == UNSAID || leaver < i || l->homes == PANEL_HOMES || !draw_chance(d, 4))
        return 0;
    home = l->homes++;
    for (size_t c = 0; c < HOUSEHOLD_COLUMNS; c++)
        made_set(&made_household_columns[c], &l->places[home], UNSAID);
    part(&l->h.persons[i]);
    part(&l->h.persons[leaver]);
    l->ex[i] = leaver;
    l->ex[leaver] = i;
    panel_touched(l, l->home[i], month);
    if (panel_people(l, l->home[i], month, 0) == 2)
        l->places[l->home[i]].shares_budget = UNSAID;
    l->home[leaver] = home;
    settle(l, home, d);
    return panel_touched(l, home, month);
}

/* Back to the one left behind, when both are alone still. */
int panel_returns(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t other = l->ex[i], left = l->home[i];
    made_person *p = &l->h.persons[i];

    if (other == UNSAID || other > i || !panel_lives(l, other) || l->home[other] == left ||
        p->partner_id != UNSAID || l->h.persons[other].partner_id != UNSAID ||
        panel_people(l, left, month, 0) > 1 || !draw_chance(d, 30))
        return 0;
    l->home[i] = l->home[other];
    p->partner_id = other;
    l->h.persons[other].partner_id = i;
    p->partnership = l->h.persons[other].partnership = PARTNERSHIP_DE_FACTO;
    l->places[l->home[i]].shares_budget = YES;
    same_address(p, &l->h.persons[other]);
    return panel_touched(l, l->home[i], month);
}

/* The first person of a household that no file has, of an age to share a home with somebody of `age`. */
static int find_donor(const panel_line *l, int32_t number, int32_t age, made_household *donor)
{
    for (uint64_t k = 0; k < 12; k++) {
        donor->seed = l->h.seed;
        donor->number = DONOR_NUMBERS + (l->h.number * PANEL_MONTHS + (uint64_t)number) * 12 + k;
        donor->on = l->h.on;
        made_members(donor);
        made_standing(donor);
        made_work(donor);
        made_wealth(donor);
        if (donor->age[0] >= 20 && donor->age[0] - age < 15 && age - donor->age[0] < 15)
            return 1;
    }
    return 0;
}

int panel_moves_in(panel_line *l, int32_t i, day month, int32_t number, draws *d)
{
    int32_t age = day_age(l->birth[i], month), home = l->home[i], place;
    made_household donor = {0};
    made_person *p;

    if (age < 20 || age > 64 || l->h.count == MADE_PERSONS || panel_people(l, home, month, 0) != 1 ||
        !draw_chance(d, 5) || !find_donor(l, number, age, &donor))
        return 0;
    p = join(l, home, donor.persons[0].birth_date, &place);
    *p = donor.persons[0];
    for (size_t c = 0; c < PERSON_COLUMNS; c++)
        if (made_person_columns[c].form == FORM_LINK)
            made_set(&made_person_columns[c], p, UNSAID);
    p->rc_dwelling = 0;
    p->mortgage_interest_year = UNSAID;
    p->titular = YES;
    p->partner_id = i;
    l->h.persons[i].partner_id = place;
    p->partnership = l->h.persons[i].partnership = PARTNERSHIP_DE_FACTO;
    l->places[home].shares_budget = YES;
    same_address(p, &l->h.persons[i]);
    return panel_touched(l, home, month);
}
