/*
 * What happens to people in a month, and what it changes in a file.
 *
 * Rates are a month's, round figures of the right order: a panel is for trying
 * imports and follow-up, not a forecast. Months of indexation are a scenario.
 * An event has a stream of its own, named by the line, the month and the kind.
 */
#include "panel.h"

#include "brussels.h"
#include "columns.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define SUBJECT_PANEL 64                  /* and one more for each kind */
#define DONOR_NUMBERS UINT64_C(500000000) /* households that no file has */
#define PENSION_AGE 66                    /* until 2030 */
#define NUMBERS_OF_PERSON 32

const char *const panel_kind_names[PANEL_KINDS] = {
    "indexation",     "death",          "birth",        "separation", "return",    "moves_in", "turns_18",
    "pension_age_65", "pension_age_66", "benefit_ends", "job_lost",   "job_found", "move"};

static draws stream(const panel_line *l, panel_kind kind, int32_t number, int32_t person)
{
    draws d = draws_of(l->h.seed, l->h.number, (unsigned)number, (subject)(SUBJECT_PANEL + (int)kind));

    d.count = (uint64_t)(person + 1) * NUMBERS_OF_PERSON;
    return d;
}

static int lives(const panel_line *l, int32_t i)
{
    return l->home[i] != NO_HOME;
}

static int32_t people_of(const panel_line *l, int32_t home, day month, int32_t least_age)
{
    int32_t count = 0;

    for (int32_t i = 0; i < l->h.count; i++)
        count += l->home[i] == home && day_age(l->birth[i], month) >= least_age;
    return count;
}

/* Somebody looked at this home: its data are of this month. */
static int touched(panel_line *l, int32_t home, day month)
{
    l->places[home].data_date = month;
    return 1;
}

static void forget(panel_line *l, int32_t who)
{
    for (int32_t i = 0; i < l->h.count; i++)
        for (size_t c = 0; c < PERSON_COLUMNS; c++)
            if (made_person_columns[c].form == FORM_LINK &&
                made_cell(&made_person_columns[c], &l->h.persons[i]) == who)
                made_set(&made_person_columns[c], &l->h.persons[i], UNSAID);
}

void panel_start(panel_line *l, const made_household *h, const made_household *seen)
{
    l->h = *seen;
    l->homes = 1;
    l->places[0] = seen->place;
    for (int32_t i = 0; i < MADE_PERSONS; i++) {
        l->ex[i] = UNSAID;
        l->home[i] = i < seen->count && !seen->absent[i] ? 0 : NO_HOME;
        l->birth[i] = i < h->count ? h->persons[i].birth_date : 0;
    }
}

/* ---- income ---- */

/* By two in a hundred, half cents up. */
static int raise_amount(int32_t *cents)
{
    if (*cents == UNSAID || *cents <= 0)
        return 0;
    *cents += (*cents * 2 + 50) / 100;
    return 1;
}

/* Benefits follow the index: in these months of the scenario. */
static int indexation(panel_line *l, day month)
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

static int job_lost(panel_line *l, int32_t i, day month, draws *d)
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
    return touched(l, l->home[i], month);
}

static int job_found(panel_line *l, int32_t i, day month, draws *d)
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
    return touched(l, l->home[i], month);
}

static int benefit_ends(panel_line *l, int32_t i, day month)
{
    made_person *p = &l->h.persons[i];

    if (p->unemployment_month == UNSAID || p->unemployment_month <= 0 || p->unemployment_end == UNSAID ||
        p->unemployment_end >= month)
        return 0;
    p->unemployment_month = 0;
    return touched(l, l->home[i], month);
}

/* 1 in the month in which somebody comes to an age. */
static int turns(const panel_line *l, int32_t i, day month, int32_t age)
{
    return day_age(l->birth[i], month) == age && day_age(l->birth[i], day_add_months(month, -1)) == age - 1;
}

static int retires(panel_line *l, int32_t i, day month, int32_t age, draws *d)
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
    return touched(l, l->home[i], month);
}

static int turns_18(panel_line *l, int32_t i, day month, draws *d)
{
    made_person *p = &l->h.persons[i];

    if (!turns(l, i, month, 18))
        return 0;
    p->student = draw_chance(d, 780) ? YES : NO;
    if (p->student == NO && p->family_benefit_month != UNSAID)
        p->family_benefit_month = 0;
    return touched(l, l->home[i], month);
}

/* ---- who lives where ---- */

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

static int moves(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t home = l->home[i];

    for (int32_t k = 0; k < i; k++)
        if (l->home[k] == home)
            return 0; /* the first of the home has decided */
    if (l->places[home].address_kind != ADDRESS_OWN || !draw_chance(d, 8))
        return 0;
    settle(l, home, d);
    return touched(l, home, month);
}

static int dies(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t age = day_age(l->birth[i], month), home = l->home[i], partner = l->h.persons[i].partner_id;
    int32_t rate = age < 50 ? 4 : age < 65 ? 25 : age < 80 ? 150 : 900; /* in 100,000 */

    if (draw_below(d, 100000) >= rate ||
        (people_of(l, home, month, 0) > 1 && age >= 18 && people_of(l, home, month, 18) == 1))
        return 0;
    if (partner != UNSAID) {
        l->h.persons[partner].partnership = UNSAID;
        if (l->h.persons[partner].civil_status == CIVIL_MARRIED)
            l->h.persons[partner].civil_status = CIVIL_WIDOWED;
    }
    forget(l, i);
    l->home[i] = NO_HOME;
    return touched(l, home, month);
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

static int gives_birth(panel_line *l, int32_t i, day month, draws *d)
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
    return touched(l, l->home[i], month);
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
static int separates(panel_line *l, int32_t i, day month, draws *d)
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
    touched(l, l->home[i], month);
    if (people_of(l, l->home[i], month, 0) == 2)
        l->places[l->home[i]].shares_budget = UNSAID;
    l->home[leaver] = home;
    settle(l, home, d);
    return touched(l, home, month);
}

/* Back to the one left behind, when both are alone still. */
static int returns(panel_line *l, int32_t i, day month, draws *d)
{
    int32_t other = l->ex[i], left = l->home[i];
    made_person *p = &l->h.persons[i];

    if (other == UNSAID || other > i || !lives(l, other) || l->home[other] == left ||
        p->partner_id != UNSAID || l->h.persons[other].partner_id != UNSAID ||
        people_of(l, left, month, 0) > 1 || !draw_chance(d, 30))
        return 0;
    l->home[i] = l->home[other];
    p->partner_id = other;
    l->h.persons[other].partner_id = i;
    p->partnership = l->h.persons[other].partnership = PARTNERSHIP_DE_FACTO;
    l->places[l->home[i]].shares_budget = YES;
    same_address(p, &l->h.persons[other]);
    return touched(l, l->home[i], month);
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

static int moves_in(panel_line *l, int32_t i, day month, int32_t number, draws *d)
{
    int32_t age = day_age(l->birth[i], month), home = l->home[i], place;
    made_household donor = {0};
    made_person *p;

    if (age < 20 || age > 64 || l->h.count == MADE_PERSONS || people_of(l, home, month, 0) != 1 ||
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
    return touched(l, home, month);
}

static int happens(panel_line *l, panel_kind kind, int32_t i, day month, int32_t number)
{
    draws d = stream(l, kind, number, i);

    switch (kind) {
    case PANEL_DEATH:
        return dies(l, i, month, &d);
    case PANEL_BIRTH:
        return gives_birth(l, i, month, &d);
    case PANEL_SEPARATION:
        return separates(l, i, month, &d);
    case PANEL_RETURN:
        return returns(l, i, month, &d);
    case PANEL_MOVES_IN:
        return moves_in(l, i, month, number, &d);
    case PANEL_EIGHTEEN:
        return turns_18(l, i, month, &d);
    case PANEL_PENSION_65:
        return retires(l, i, month, PENSION_AGE - 1, &d);
    case PANEL_PENSION_66:
        return retires(l, i, month, PENSION_AGE, &d);
    case PANEL_BENEFIT_ENDS:
        return benefit_ends(l, i, month);
    case PANEL_JOB_LOST:
        return job_lost(l, i, month, &d);
    case PANEL_JOB_FOUND:
        return job_found(l, i, month, &d);
    case PANEL_MOVE:
        return moves(l, i, month, &d);
    case PANEL_INDEXATION:
    case PANEL_KINDS:
        break;
    }
    return 0;
}

int panel_event(panel_line *l, panel_kind kind, day month, int32_t number, int32_t *from)
{
    int32_t count = l->h.count;

    if (kind == PANEL_INDEXATION) {
        if (*from > 0)
            return 0;
        *from = 1;
        return indexation(l, month);
    }
    while (*from < count) {
        int32_t i = (*from)++;

        if (lives(l, i) && happens(l, kind, i, month, number))
            return 1;
    }
    return 0;
}
