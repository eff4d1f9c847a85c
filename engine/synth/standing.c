/*
 * What the register says of each: residence, civil status, name, language.
 *
 * Members of one household mostly share a ground of residence. Contact facts
 * are plainly made up: no telephone, mail at example.org.
 */
#include "made.h"

#include "brussels.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* In the order of the stays of made.h, in 1,000. */
static const int32_t stay_weights[STAY_COUNT] = {556, 266, 17, 6, 1, 68, 42, 9, 7, 2, 31};

static int32_t stay_of_household(const made_household *h, draws *d)
{
    int32_t weights[STAY_COUNT];

    for (int i = 0; i < STAY_COUNT; i++) {
        weights[i] = stay_weights[i] * 100;
        if (i != STAY_BELGIAN && i != STAY_EU) /* poorer communes receive more people from further away */
            weights[i] = stay_weights[i] * (40 + h->poverty * 6 / 10);
    }
    if (h->count == 1)
        weights[STAY_IRREGULAR] = weights[STAY_IRREGULAR] * 3 / 2;
    if (h->age[0] >= 65) {
        weights[STAY_BELGIAN] *= 2;
        weights[STAY_FOREIGNERS_REGISTER] /= 2;
        weights[STAY_IRREGULAR] /= 2;
    }
    if (h->type == TYPE_LONE_MINOR)
        return draw_chance(d, 600) ? STAY_ASYLUM_SEEKER : STAY_FOREIGNERS_REGISTER;
    return draw_weighted(d, weights, STAY_COUNT);
}

static void give_stay(made_household *h, int32_t i, int32_t stay)
{
    draws d = made_draws(h, i, SUBJECT_STANDING);
    made_person *p = &h->persons[i];

    p->stay = stay;
    if (i != 0 && stay != STAY_IRREGULAR && draw_chance(&d, h->age[i] < 18 ? 200 : 130))
        p->stay = STAY_BELGIAN;
    p->lives_in_belgium = p->stay == STAY_SHORT ? draw_chance(&d, 300) : YES;
    if (p->stay == STAY_EU)
        p->eu_stay_months = draw_chance(&d, 20) ? draw_below(&d, 3) : draw_between(&d, 4, 280);
    if (p->stay == STAY_SHORT && draw_chance(&d, 400))
        p->guarantor = YES;
    if (h->type == TYPE_LONE_MINOR)
        p->unaccompanied_minor = YES;
    if (h->age[i] < 18 && draw_chance(&d, 20))
        p->disabled_child_66 = YES;
    if (h->age[i] < 18 && draw_chance(&d, 3))
        p->orphan = YES;
}

static void give_civil_status(made_household *h, int32_t i)
{
    /* without a partner at home: single, married, legally cohabiting, divorced, widowed, separated */
    static const int32_t young[] = {955, 20, 0, 10, 0, 15}, middle[] = {640, 50, 0, 210, 20, 80},
                         late[] = {350, 60, 0, 390, 120, 80}, old[] = {150, 50, 0, 250, 510, 40};
    draws d = made_draws(h, i, SUBJECT_STANDING);
    made_person *p = &h->persons[i];
    int32_t age = h->age[i];

    d.count = 100; /* past what give_stay took */
    if (age < 18)
        p->civil_status = CIVIL_SINGLE;
    else if (p->partner_id != UNSAID && p->partnership == PARTNERSHIP_MARRIED)
        p->civil_status = CIVIL_MARRIED;
    else if (p->partner_id != UNSAID && p->partnership == PARTNERSHIP_LEGAL)
        p->civil_status = CIVIL_LEGALLY_COHABITING;
    else if (p->partner_id != UNSAID)
        p->civil_status = age > 35 && draw_chance(&d, 400) ? CIVIL_DIVORCED : CIVIL_SINGLE;
    else
        p->civil_status = draw_weighted(&d,
                                        age < 30   ? young
                                        : age < 50 ? middle
                                        : age < 65 ? late
                                                   : old,
                                        COUNT(young));
    if (h->type == TYPE_IN_LAW && i < 2)
        p->civil_status = CIVIL_WIDOWED;
}

static void give_name(made_household *h, int32_t i, int32_t street)
{
    draws d = made_draws(h, i, SUBJECT_CONTACT), home = made_draws(h, NO_MEMBER, SUBJECT_CONTACT);
    made_person *p = &h->persons[i];
    int32_t family = draw_below(&home, LAST_NAMES), own = draw_below(&d, LAST_NAMES);

    p->first_name = draw_below(&d, FIRST_NAMES / 2) * 2 + (p->gender == GENDER_M);
    p->last_name = i == 1 && p->partner_id != UNSAID ? own : family;
    if (h->age[i] >= 16 && draw_chance(&d, 450))
        p->email = YES;
    if (h->place.address_kind == ADDRESS_STREET)
        return;
    p->street = street;
    p->number = draw_between(&home, 1, 240);
    if (draw_chance(&home, 550))
        p->box = draw_between(&home, 1, 14);
}

/*
 * Languages somebody speaks well, after the BRIO barometer: one in ten speaks
 * neither French, Dutch nor English; of the others, nine in ten speak French.
 */
static int32_t languages_of(draws *d)
{
    /* es ar it pt tr ro pl uk ti: of those who speak none of the three, and one further of the others, in
     * 1,000 */
    static const int32_t words[] = {SPOKEN_ES, SPOKEN_AR, SPOKEN_IT, SPOKEN_PT, SPOKEN_TR,
                                    SPOKEN_RO, SPOKEN_PL, SPOKEN_UK, SPOKEN_TI};
    static const int32_t only[] = {180, 300, 50, 90, 110, 120, 80, 40, 30},
                         also[] = {141, 94, 62, 21, 19, 10, 12, 3, 2};
    int32_t spoken = 0;

    if (draw_chance(d, 100))
        return 1 << words[draw_weighted(d, only, COUNT(only))];
    if (draw_chance(d, 900)) {
        spoken = 1 << SPOKEN_FR;
        spoken |= draw_chance(d, 490) << SPOKEN_EN;
        spoken |= draw_chance(d, 244) << SPOKEN_NL;
    } else {
        spoken = draw_chance(d, 800) ? 1 << SPOKEN_EN | draw_chance(d, 100) << SPOKEN_NL : 1 << SPOKEN_NL;
    }
    for (size_t i = 0; i < COUNT(also); i++)
        spoken |= draw_chance(d, also[i]) << words[i];
    return spoken;
}

static int32_t first_of(int32_t spoken)
{
    int32_t which = 0;

    while (which < SPOKEN_COUNT - 1 && !(spoken >> which & 1))
        which++;
    return which;
}

static void give_language(made_household *h, int32_t i)
{
    draws d = made_draws(h, i, SUBJECT_CONTACT), home = made_draws(h, NO_MEMBER, SUBJECT_CONTACT);
    made_person *p = &h->persons[i];
    int32_t spoken, neither;

    d.count = home.count = 100;
    if (draw_chance(&home, 930))
        p->language = draw_chance(&home, 915) ? LANGUAGE_FR : LANGUAGE_NL;
    spoken = h->spoken[i] = languages_of(&d);
    neither = (spoken & (1 << SPOKEN_FR | 1 << SPOKEN_NL)) == 0;
    if (h->age[i] >= 18 && (neither || (p->stay != STAY_BELGIAN && draw_chance(&d, 350)))) {
        p->contact_language = first_of(spoken);
        p->interpreter_needed = neither && !(spoken >> SPOKEN_EN & 1) ? draw_chance(&d, 700) : NO;
    }
    if (h->age[i] < 18)
        return;
    if (draw_chance(&d, 15))
        p->letter_unsuitable = YES;
    if (draw_chance(&d, 5))
        p->objection = YES;
    if (draw_chance(&d, 4))
        p->protected_address = YES;
    if (draw_chance(&d, h->age[i] >= 80 ? 30 : 5))
        p->guardian_id = draw_between(&d, 1, 99);
    if (draw_chance(&d, 40))
        p->known_worker = draw_between(&d, 1, 40);
    if (draw_chance(&d, 50))
        p->last_contacted = h->on - draw_between(&d, 5, 700);
}

/* Where its serial goes; whether a number is written at all is not known here. */
static void give_niss(made_household *h, int32_t i)
{
    draws d = made_draws(h, i, SUBJECT_NISS);

    h->persons[i].niss = draw_below(&d, 499);
}

void made_standing(made_household *h)
{
    draws d = made_draws(h, NO_MEMBER, SUBJECT_STANDING);
    int32_t stay = stay_of_household(h, &d), street = draw_below(&d, STREETS);

    if (stay == STAY_IRREGULAR && draw_chance(&d, 350))
        h->place.address_kind = ADDRESS_THIRD_PARTY;
    for (int32_t i = 0; i < h->count; i++) {
        give_stay(h, i, stay);
        give_civil_status(h, i);
        give_name(h, i, street);
        give_language(h, i);
        give_niss(h, i);
    }
}
