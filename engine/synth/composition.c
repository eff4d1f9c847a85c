/*
 * Who lives there: commune, type of household, ages and links.
 *
 * Person 0 is an adult, except for a lone minor. Links point both ways only
 * for partners. Types and sizes follow the published shares: 46 in 100 alone,
 * 12 lone parents, 23 couples with children, 16 without, 3 other. Ages lean
 * with the commune.
 */
#include "made.h"

#include <string.h>

#include "brussels.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

typedef struct age_band {
    int32_t least, most, weight, women; /* women: in 1,000, of those who live alone */
} age_band;

static const age_band alone_ages[] = {{18, 24, 60, 480},  {25, 34, 215, 435}, {35, 49, 255, 385},
                                      {50, 64, 268, 430}, {65, 79, 127, 605}, {80, 97, 71, 735}};
static const age_band lone_parent_ages[] = {{20, 29, 60, 0},  {30, 39, 225, 0}, {40, 49, 345, 0},
                                            {50, 59, 240, 0}, {60, 69, 80, 0},  {70, 88, 50, 0}};
static const age_band parent_ages[] = {
    {22, 29, 65, 0}, {30, 37, 255, 0}, {38, 45, 330, 0}, {46, 53, 240, 0}, {54, 62, 110, 0}};
static const age_band couple_ages[] = {{20, 27, 80, 0},  {28, 39, 205, 0}, {40, 54, 135, 0},
                                       {55, 64, 165, 0}, {65, 79, 355, 0}, {80, 91, 74, 0}};

/* Communes are old or young: the weight of a band leans with its middle, level at 45. */
static const age_band *band_of(const made_household *h, draws *d, const age_band *bands, size_t count)
{
    int32_t weights[8], lean = communes[h->commune].old - 100;

    for (size_t i = 0; i < count; i++) {
        int32_t middle = (bands[i].least + bands[i].most) / 2, factor = 100 + lean * (middle - 45) / 35;

        weights[i] = bands[i].weight * (factor < 10 ? 10 : factor);
    }
    return &bands[draw_weighted(d, weights, count)];
}

static int32_t banded_age(const made_household *h, draws *d, const age_band *bands, size_t count)
{
    const age_band *band = band_of(h, d, bands, count);

    return draw_between(d, band->least, band->most);
}

static day birth_of(const made_household *h, draws *d, int32_t age)
{
    day birth = day_add_months(h->on, -12 * age) - draw_below(d, 365);
    int year, month, date;

    if (draw_chance(d, 2)) { /* born on a day that most years lack */
        day_parts(birth, &year, &month, &date);
        birth = day_of(year - year % 4, 2, 29);
    }
    return birth;
}

static int32_t add(made_household *h, draws *d, int32_t age, int32_t gender)
{
    int32_t i = h->count++;
    made_person *p = &h->persons[i];
    int32_t *cells = (int32_t *)(void *)p;

    for (size_t c = 0; c < sizeof *p / sizeof *cells; c++)
        cells[c] = UNSAID;
    p->birth_date = birth_of(h, d, age < 0 ? 0 : age);
    h->age[i] = day_age(p->birth_date, h->on);
    p->gender = draw_chance(d, 2) ? GENDER_X : gender;
    return i;
}

static int32_t gender_of(draws *d)
{
    return draw_chance(d, 495) ? GENDER_F : GENDER_M;
}

/* Two draws are never arguments of one call: their order would be the compiler's choice. */
static int32_t add_anyone(made_household *h, draws *d, int32_t age)
{
    return add(h, d, age, gender_of(d));
}

static void pair(made_household *h, int32_t a, int32_t b, int32_t partnership)
{
    h->persons[a].partner_id = b;
    h->persons[b].partner_id = a;
    h->persons[a].partnership = h->persons[b].partnership = partnership;
}

static void relate(made_household *h, int32_t a, int32_t b, int32_t word)
{
    if (h->relation_count < MADE_RELATIONS) {
        h->relations[h->relation_count].a = a;
        h->relations[h->relation_count].b = b;
        h->relations[h->relation_count++].word = word;
    }
}

/* Adds up to `wanted` children of `mother` and `father` (either may be NO_MEMBER), the eldest first. */
static void add_children(made_household *h, draws *d, int32_t mother, int32_t father, int32_t wanted)
{
    int32_t parent = mother != NO_MEMBER ? mother : father;
    int32_t age = h->age[parent] - draw_between(d, 18, 37), most = draw_between(d, 15, 33);
    int32_t least = draw_between(d, wanted - 1, wanted * 2);

    if (age > most)
        age = most;
    if (age < least && h->age[parent] >= 18 + least)
        age = least;
    if (age < 0)
        age = 0;
    for (int32_t i = 0; i < wanted && h->count < MADE_PERSONS && age >= 0; i++) {
        int32_t child = add_anyone(h, d, age);

        h->persons[child].mother_id = mother == NO_MEMBER ? UNSAID : mother;
        /* a child of an earlier union is linked to one parent only */
        h->persons[child].father_id =
            father == NO_MEMBER || (mother != NO_MEMBER && i == 0 && draw_chance(d, 90)) ? UNSAID : father;
        age -= wanted > 6 ? draw_between(d, 1, 2) : draw_between(d, 1, 3);
    }
}

static void make_alone(made_household *h, draws *d)
{
    const age_band *band = band_of(h, d, alone_ages, COUNT(alone_ages));
    int32_t age = draw_between(d, band->least, band->most);
    int32_t gender = draw_chance(d, band->women) ? GENDER_F : GENDER_M;
    int32_t i = add(h, d, age > 80 && draw_chance(d, 8) ? 103 : age, gender);

    h->place.address_kind = ADDRESS_OWN;
    if (h->age[i] >= 80 && draw_chance(d, 130)) {
        h->place.address_kind = ADDRESS_INSTITUTION;
        h->persons[i].in_care_home = YES;
    } else if (h->age[i] >= 65) {
        h->persons[i].in_care_home = NO;
    } else if (draw_chance(d, 14)) {
        h->place.address_kind = draw_between(d, ADDRESS_REFERENCE, ADDRESS_STREET);
    }
}

static void make_lone_parent(made_household *h, draws *d)
{
    static const int32_t numbers[] = {49, 31, 14, 5, 1};
    int32_t gender = draw_chance(d, 860) ? GENDER_F : GENDER_M;
    int32_t parent = add(h, d, banded_age(h, d, lone_parent_ages, COUNT(lone_parent_ages)), gender);
    int32_t children = 1 + draw_weighted(d, numbers, COUNT(numbers));

    add_children(h, d, gender == GENDER_F ? parent : NO_MEMBER, gender == GENDER_F ? NO_MEMBER : parent,
                 children);
    if (h->age[1] >= 18 && h->persons[1].gender == GENDER_F && draw_chance(d, 60)) /* three generations */
        add_children(h, d, 1, NO_MEMBER, 1);
}

static void make_couple(made_household *h, draws *d, int large)
{
    static const int32_t with[] = {78, 12, 10}, without[] = {62, 20, 18}, numbers[] = {29, 36, 21, 9, 4, 1};
    int children = h->type == TYPE_COUPLE_CHILDREN;
    int32_t age = children ? banded_age(h, d, parent_ages, COUNT(parent_ages))
                           : banded_age(h, d, couple_ages, COUNT(couple_ages));
    int32_t same = draw_chance(d, children ? 8 : 35), older = age + draw_between(d, -3, 7);
    int32_t first = same ? gender_of(d) : GENDER_F, a, b;

    if (large)
        age = 45;
    a = add(h, d, age, first);
    b = add(h, d, older < 18 ? 18 : older, same ? first : GENDER_M);
    pair(h, a, b, children ? draw_weighted(d, with, COUNT(with)) : draw_weighted(d, without, COUNT(without)));
    if (!children)
        return;
    add_children(h, d, a, b, large ? 12 : 1 + draw_weighted(d, numbers, COUNT(numbers)));
    if (large) {
        while (h->count < 14) { /* a household of fourteen: the rest are small children */
            int32_t child = add_anyone(h, d, draw_between(d, 0, 5));

            h->persons[child].mother_id = a;
            h->persons[child].father_id = b;
        }
    } else if (draw_chance(d, 35)) {
        int32_t elder = add(h, d, (older > age ? older : age) + draw_between(d, 20, 34), GENDER_F);

        h->persons[draw_chance(d, 500) ? a : b].mother_id = elder;
    }
}

static void make_flatshare(made_household *h, draws *d)
{
    int32_t count = draw_between(d, 2, 4);

    for (int32_t i = 0; i < count; i++)
        add_anyone(h, d, draw_chance(d, 800) ? draw_between(d, 19, 34) : draw_between(d, 35, 66));
    for (int32_t a = 0; a < count; a++)
        for (int32_t b = a + 1; b < count; b++)
            relate(h, a, b, RELATION_ROW_UNRELATED);
    h->place.shares_budget = draw_chance(d, 700) ? NO : YES;
}

/* Kin that no link can say, because who stands between does not live there. */
static void make_kin(made_household *h, draws *d)
{
    int32_t age, other;

    if (h->type == TYPE_SIBLINGS) {
        age = draw_between(d, 20, 74);
        add_anyone(h, d, age);
        other = add_anyone(h, d, age + draw_between(d, -6, 6) < 18 ? 18 : age + draw_between(d, -6, 6));
        relate(h, 0, other, RELATION_ROW_SIBLING);
    } else if (h->type == TYPE_GRANDPARENT) {
        add_anyone(h, d, draw_between(d, 58, 82));
        for (int32_t i = draw_between(d, 1, 2); i > 0; i--)
            relate(h, 0, add_anyone(h, d, draw_between(d, 3, 25)), RELATION_ROW_GRANDPARENT);
    } else if (h->type == TYPE_IN_LAW) {
        add_anyone(h, d, draw_between(d, 60, 84));
        other = add(h, d, draw_between(d, 30, 50), GENDER_F);
        relate(h, 0, other, RELATION_ROW_PARENT_IN_LAW);
        if (draw_chance(d, 600)) {
            add_children(h, d, other, NO_MEMBER, 1);
            relate(h, 0, h->count - 1, RELATION_ROW_GRANDPARENT);
        }
    } else {
        add_anyone(h, d, draw_between(d, 25, 70));
        other = add_anyone(h, d, draw_between(d, 19, 60));
        relate(h, other, 0, RELATION_ROW_OTHER_RELATIVE);
    }
    h->place.shares_budget = draw_chance(d, 850) ? YES : NO;
}

/* 724 sectors in the Region, each commune its part; the first of a commune are the most populous. */
static int32_t sector_of(const commune *c, draws *d)
{
    int32_t sectors = c->households / 752, luck = draw_below(d, 1000);

    return luck * luck / 1000 * sectors / 1000;
}

/* People of one sector are alike: in some there is twice as much need as in others of the commune. */
static int32_t lean_of_sector(const made_household *h)
{
    draws d = draws_of(0, (uint64_t)h->commune * 1000 + (uint64_t)h->place.sector, 0, SUBJECT_HOUSEHOLD);

    return draw_between(&d, 66, 134);
}

static void make_place(made_household *h, draws *d)
{
    const commune *c = &communes[h->commune];
    int32_t *cells = (int32_t *)(void *)&h->place;
    int32_t ago = draw_chance(d, 750) ? draw_below(d, 92) : draw_below(d, 430);

    for (size_t i = 0; i < sizeof h->place / sizeof *cells; i++)
        cells[i] = UNSAID;
    h->place.nis_commune = draw_chance(d, 3) ? UNSAID : c->nis; /* a few registers lost it */
    h->place.postal_code = c->postal_code[draw_weighted(d, c->share, COUNT(c->share))];
    h->place.sector = sector_of(c, d);
    h->place.address_kind = ADDRESS_OWN;
    h->place.data_date = h->on - ago;
}

static made_type type_of(const made_household *h, draws *d)
{
    static const made_type types[] = {TYPE_LONE_PARENT, TYPE_COUPLE_CHILDREN, TYPE_COUPLE, TYPE_FLATSHARE,
                                      TYPE_SIBLINGS,    TYPE_GRANDPARENT,     TYPE_IN_LAW, TYPE_RELATIVE};
    int32_t weights[] = {22000, 43000, 29200, 2000, 1500, 1200, 600, 700}, odd = draw_below(d, 6000);
    const commune *c = &communes[h->commune];

    if (odd < 2)
        return TYPE_LONE_MINOR;
    if (odd < 5)
        return TYPE_ZERO_INCOME;
    if (draw_chance(d, c->alone))
        return TYPE_SINGLE;
    weights[1] = weights[1] / 100 * c->families;
    weights[2] = weights[2] / 100 * (245 - c->families * 145 / 100);
    return types[draw_weighted(d, weights, COUNT(weights))];
}

void made_members(made_household *h)
{
    draws d = made_draws(h, NO_MEMBER, SUBJECT_HOUSEHOLD), m = made_draws(h, NO_MEMBER, SUBJECT_MEMBERS);
    int32_t weights[COMMUNES];

    for (int i = 0; i < COMMUNES; i++)
        weights[i] = communes[i].households;
    h->count = h->relation_count = 0;
    memset(h->absent, 0, sizeof h->absent);
    memset(h->spoken, 0, sizeof h->spoken);
    memset(h->taxable_before, 0, sizeof h->taxable_before);
    h->commune = draw_weighted(&d, weights, COMMUNES);
    h->type = type_of(h, &d);
    make_place(h, &d);
    h->poverty = communes[h->commune].poverty * lean_of_sector(h) / 100;
    h->need = communes[h->commune].need * lean_of_sector(h) / 100;
    h->pensions = communes[h->commune].pensions * lean_of_sector(h) / 100;
    switch (h->type) {
    case TYPE_SINGLE:
    case TYPE_ZERO_INCOME:
        make_alone(h, &m);
        break;
    case TYPE_LONE_MINOR:
        add_anyone(h, &m, draw_between(&m, 15, 17));
        h->place.address_kind = ADDRESS_SHELTER;
        break;
    case TYPE_LONE_PARENT:
        make_lone_parent(h, &m);
        break;
    case TYPE_COUPLE_CHILDREN:
    case TYPE_COUPLE:
        make_couple(h, &m, h->type == TYPE_COUPLE_CHILDREN && draw_below(&d, 1000) == 0);
        break;
    case TYPE_FLATSHARE:
        make_flatshare(h, &m);
        break;
    case TYPE_SIBLINGS:
    case TYPE_GRANDPARENT:
    case TYPE_IN_LAW:
    case TYPE_RELATIVE:
        make_kin(h, &m);
        break;
    }
    if (h->count > 1 && h->place.shares_budget == UNSAID)
        h->place.shares_budget = draw_chance(&d, 960) ? YES : NO;
}
