/*
 * RIS by hand, in scalar C. Amounts are whole cents until the yearly amount,
 * then millionths; everything that does not depend on a person is computed
 * before the loop. A household of one skips what needs two people.
 */
#include "ris_scalar.h"

#include <string.h>
#include "base/limits.h"
#include "params/series.h"

#define CENT 10000 /* in millionths */
#define BANDS 8
enum { FAMILY, COHABITANT, ISOLATED };
enum { STAY_YES, STAY_NO, STAY_IF_EU };
enum { DEBTOR_NO, DEBTOR_YES, DEBTOR_IF_PARTNERSHIP, DEBTOR_IF_OTHER_PARTNERSHIP };

typedef struct figures {
    int64_t annual[3], flat[3]; /* millionths */
    int64_t exemption[16], exemption_with_grant;
    int student;
    int64_t built_exempt, built_exempt_child, unbuilt_exempt, factor;
    int64_t interest_share; /* millionths */
    int64_t band_above[BANDS], band_rate[BANDS];
    int bands;
    int32_t adult_until; /* the last birth date of an adult */
    int32_t eu_months;   /* thousandths, as cells are */
    uint8_t stay[64], debtor[KIN_COUNT];
    int all_debtors, married;
} figures;

typedef struct columns {
    const cell *shares_budget;
    const cell *birth, *lives, *stay, *eu_months, *eu_worker, *assimilated, *partner, *partnership, *mother,
        *father;
    const cell *piis, *wage, *exemption, *self_employed, *unemployment, *sickness, *disability, *pension,
        *pension_foreign;
    const cell *alimony, *family_benefit, *recipient, *grant, *other_income, *gifts, *housing, *grapa,
        *capital;
    const cell *rc_dwelling, *rc_built_other, *rc_unbuilt, *rent, *interest, *transfer, *transfer_value,
        *receives;
} columns;

/* What a household is worked out in. */
typedef struct member {
    int64_t wage, other_income; /* cents a year */
    int64_t property;           /* millionths, as everything below */
    int64_t resources;          /* as a cohabitant */
    int32_t children_paid;
    uint8_t adult, in_charge;
} member;

static int figure(const rulebook *rules, const char *name, day on, int64_t *out)
{
    int which = rulebook_parameter(rules, name);
    const parameter_row *row = which < 0 ? NULL : parameter_at(&rules->parameters[which], on);

    *out = 0;

    if (!row)
        return -1;
    *out = row->value;
    return 0;
}

static int word_of(const people *p, const char *name, const char *word)
{
    return fact_word(&p->facts->facts[dictionary_find(p->facts, name)], text_of(word));
}

static int read_amounts(figures *f, const rulebook *r, day on)
{
    static const char *const annual[] = {"ris.annual.family", "ris.annual.cohabitant", "ris.annual.isolated"};
    static const char *const flat[] = {"ris.flat.family", "ris.flat.cohabitant", "ris.flat.isolated"};
    int scale = rulebook_parameter(r, "ris.capital.scale"), bad = 0;
    const parameter_row *row = scale < 0 ? NULL : parameter_at(&r->parameters[scale], on);

    for (int i = 0; i < 3; i++)
        bad |= figure(r, annual[i], on, &f->annual[i]) | figure(r, flat[i], on, &f->flat[i]);
    bad |= figure(r, "ris.property.built_exempt", on, &f->built_exempt);
    bad |= figure(r, "ris.property.built_exempt_child", on, &f->built_exempt_child);
    bad |= figure(r, "ris.property.unbuilt_exempt", on, &f->unbuilt_exempt);
    bad |= figure(r, "ris.property.factor", on, &f->factor);
    bad |= figure(r, "ris.property.interest_share", on, &f->interest_share);
    if (bad || !row || row->band_count > BANDS)
        return -1;
    f->built_exempt /= CENT;
    f->built_exempt_child /= CENT;
    f->unbuilt_exempt /= CENT;
    f->factor /= MICRO;
    f->bands = (int)row->band_count;
    for (int i = 0; i < f->bands; i++) {
        f->band_above[i] = row->bands[i].above / CENT;
        f->band_rate[i] = row->bands[i].rate;
    }
    return 0;
}

static int read_words(figures *f, const rulebook *r, const people *p, day on)
{
    static const char *const scope[] = {"belgian", "refugee", "stateless", "population_register"};
    int64_t general, shortage, artistic, grant, subsidiary, all, months;

    if (figure(r, "ris.exemption.general", on, &general) |
        figure(r, "ris.exemption.shortage", on, &shortage) |
        figure(r, "ris.exemption.artistic", on, &artistic) |
        figure(r, "ris.exemption.student_with_grant", on, &grant) |
        figure(r, "ris.stay.subsidiary", on, &subsidiary) |
        figure(r, "ris.cohabitants.all_debtors", on, &all) | figure(r, "ris.stay.eu_months", on, &months))
        return -1;
    f->student = word_of(p, "work_exemption", "student");
    f->exemption[f->student] = f->exemption[word_of(p, "work_exemption", "general")] = general / CENT * 12;
    f->exemption[word_of(p, "work_exemption", "shortage")] = shortage / CENT * 12;
    f->exemption[word_of(p, "work_exemption", "artistic")] = artistic / CENT;
    f->exemption_with_grant = grant / CENT * 12;
    memset(f->stay, STAY_NO, sizeof f->stay);
    for (size_t i = 0; i < sizeof scope / sizeof *scope; i++)
        f->stay[word_of(p, "stay", scope[i])] = STAY_YES;
    f->stay[word_of(p, "stay", "eu")] = STAY_IF_EU;
    f->stay[word_of(p, "stay", "subsidiary")] = subsidiary ? STAY_YES : STAY_NO;
    f->eu_months = (int32_t)(months / 1000);
    f->all_debtors = all != 0;
    f->married = word_of(p, "partnership", "married");
    if (all) {
        f->debtor[KIN_GRANDPARENT] = f->debtor[KIN_GRANDCHILD] = DEBTOR_YES;
        f->debtor[KIN_PARENT_IN_LAW] = f->debtor[KIN_CHILD_IN_LAW] = DEBTOR_YES;
        f->debtor[KIN_PARENT_OF_PARTNER] = DEBTOR_IF_PARTNERSHIP;
        f->debtor[KIN_PARTNER_OF_CHILD] = DEBTOR_IF_OTHER_PARTNERSHIP;
    }
    return 0;
}

static int read_columns(columns *c, const people *p)
{
    const struct {
        const cell **to;
        const char *name;
    } wanted[] = {
        {&c->shares_budget, "shares_budget"},
        {&c->birth, "birth_date"},
        {&c->lives, "lives_in_belgium"},
        {&c->stay, "stay"},
        {&c->eu_months, "eu_stay_months"},
        {&c->eu_worker, "eu_worker"},
        {&c->assimilated, "assimilated_adult"},
        {&c->partner, "partner_id"},
        {&c->partnership, "partnership"},
        {&c->mother, "mother_id"},
        {&c->father, "father_id"},
        {&c->piis, "piis_signed"},
        {&c->wage, "wage_net_month"},
        {&c->exemption, "work_exemption"},
        {&c->self_employed, "self_employed_net_year"},
        {&c->unemployment, "unemployment_month"},
        {&c->sickness, "sickness_month"},
        {&c->disability, "disability_allowance_month"},
        {&c->pension, "pension_month"},
        {&c->pension_foreign, "pension_foreign_month"},
        {&c->alimony, "alimony_received_month"},
        {&c->family_benefit, "family_benefit_month"},
        {&c->recipient, "family_benefit_recipient_id"},
        {&c->grant, "study_grant_month"},
        {&c->other_income, "other_income_month"},
        {&c->gifts, "gifts_regular_month"},
        {&c->housing, "housing_paid_by_third_party_month"},
        {&c->grapa, "grapa_month"},
        {&c->capital, "movable_capital"},
        {&c->rc_dwelling, "rc_dwelling"},
        {&c->rc_built_other, "rc_built_other"},
        {&c->rc_unbuilt, "rc_unbuilt"},
        {&c->rent, "rent_received_year"},
        {&c->interest, "mortgage_interest_year"},
        {&c->transfer, "transfer_10y"},
        {&c->transfer_value, "transfer_value"},
        {&c->receives, "receives_ris"},
    };

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        int which = dictionary_find(p->facts, wanted[i].name);

        if (which < 0 || !(*wanted[i].to = p->column[which]))
            return -1;
    }
    return 0;
}

static inline int64_t above_zero(int64_t x)
{
    return x > 0 ? x : 0;
}

static inline int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static inline int64_t most(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* Cents (not negative) times a rate in millionths, half up, in millionths. */
static inline int64_t times(int64_t cents, int64_t rate)
{
    return (int64_t)(((uint64_t)cents * (uint64_t)rate + 50) / 100);
}

static inline int64_t on_scale(const figures *f, int64_t cents)
{
    int64_t total = 0;

    for (int i = 0; i < f->bands && cents > f->band_above[i]; i++) {
        int64_t upto = i + 1 < f->bands ? least(cents, f->band_above[i + 1]) : cents;

        total += times(upto - f->band_above[i], f->band_rate[i]);
    }
    return total;
}

static inline int64_t property(const figures *f, const columns *c, size_t row, int32_t children)
{
    int64_t exempt = f->built_exempt + f->built_exempt_child * children;
    int64_t built = above_zero((int64_t)c->rc_dwelling[row] + c->rc_built_other[row] - exempt) * f->factor;
    int64_t interest = (int64_t)c->interest[row] * CENT, income;

    if (built < c->rent[row])
        built = c->rent[row];
    income = built * CENT;
    if (interest > 0)
        income = most(income - interest, times(built, MICRO - f->interest_share));
    income += above_zero(c->rc_unbuilt[row] - f->unbuilt_exempt) * f->factor * CENT;
    return income + on_scale(f, c->capital[row]);
}

static inline void work_out(const figures *f, const columns *c, size_t row, member *m)
{
    int64_t month = (int64_t)c->unemployment[row] + c->sickness[row] + c->disability[row] + c->pension[row] +
                    c->pension_foreign[row] + c->grapa[row] + c->alimony[row] + c->gifts[row] +
                    c->other_income[row] + c->housing[row];

    m->adult = c->birth[row] <= f->adult_until;
    if (m->adult && c->recipient[row] == (cell)row)
        month += c->family_benefit[row];
    m->other_income = month * 12 + c->self_employed[row];
    m->wage = (int64_t)c->wage[row] * 12;
    m->property = property(f, c, row, m->children_paid);
    m->resources = (m->wage + m->other_income) * CENT + m->property;
}

static inline int64_t work_exemption(const figures *f, const columns *c, size_t row)
{
    int variant = c->exemption[row];

    if (variant == f->student) {
        if (!c->piis[row])
            return 0;
        if (c->grant[row] > 0)
            return f->exemption_with_grant;
    }
    return f->exemption[variant];
}

/* Whether somebody of the household, adult, owes maintenance to `row`. */
static inline int is_debtor(const figures *f, const columns *c, const people *p, size_t row, size_t other,
                            size_t pair)
{
    if (c->mother[row] == (cell)other || c->father[row] == (cell)other || c->mother[other] == (cell)row ||
        c->father[other] == (cell)row)
        return 1;
    switch (f->debtor[p->kin[pair]]) {
    case DEBTOR_YES:
        return 1;
    case DEBTOR_IF_PARTNERSHIP:
        return c->partnership[row] == f->married;
    case DEBTOR_IF_OTHER_PARTNERSHIP:
        return c->partnership[other] == f->married;
    default:
        return 0;
    }
}

static inline int64_t debtors(const figures *f, const columns *c, const people *p, const member *m,
                              size_t first, size_t row)
{
    int64_t pool = 0;

    for (uint32_t pair = p->others.first[row]; pair < p->others.first[row + 1]; pair++) {
        size_t other = p->others.other[pair];

        if (!m[other - first].adult || c->receives[other] || !is_debtor(f, c, p, row, other, pair))
            continue;
        pool += m[other - first].resources - f->annual[COHABITANT];
        if (f->all_debtors && c->recipient[row] == (cell)other)
            pool += (int64_t)c->family_benefit[row] * (12 * CENT);
    }
    return above_zero(pool);
}

/* The month, in cents, of what is left of the year. */
static inline int32_t month_of(int64_t annual, int64_t flat, int64_t resources)
{
    uint64_t month;

    if (resources >= annual)
        return 0;
    month = ((uint64_t)above_zero(annual - above_zero(resources - flat)) + 6) / 12;
    return (int32_t)((month + CENT / 2) / CENT);
}

static inline uint8_t who(const figures *f, const columns *c, size_t row, int adult)
{
    unsigned bits = c->lives[row] ? RIS_RESIDENT | RIS_NOT_COVERED : RIS_NOT_COVERED;
    int stay = f->stay[c->stay[row]];

    if (adult || c->assimilated[row])
        bits |= RIS_OF_AGE;
    if (stay == STAY_YES || (stay == STAY_IF_EU && (c->eu_worker[row] || c->eu_months[row] >= f->eu_months)))
        bits |= RIS_STAY;
    return (uint8_t)bits;
}

/* `resources` are the person's with those of the others that count. */
static inline void conclude(const figures *f, const columns *c, size_t row, const member *m, int category,
                            int64_t resources, const ris_answers *out)
{
    int64_t annual = f->annual[category], flat = f->flat[category];
    uint8_t bits = who(f, c, row, m->adult);

    if (resources < annual)
        bits |= RIS_IN_NEED;
    out->conditions[row] = bits;
    out->monthly[row] = month_of(annual, flat, resources);
    if (c->transfer[row])
        resources += on_scale(f, c->transfer_value[row]);
    out->monthly_low[row] = month_of(annual, flat, resources);
}

static inline int64_t own_resources(const figures *f, const columns *c, size_t row, const member *m)
{
    return (above_zero(m->wage - work_exemption(f, c, row)) + m->other_income) * CENT + m->property;
}

static void alone(const figures *f, const columns *c, size_t row, const ris_answers *out)
{
    member m = {0};

    work_out(f, c, row, &m);
    conclude(f, c, row, &m, ISOLATED, own_resources(f, c, row, &m), out);
}

/* Children in charge, and for how many children of the household each receives family benefit. */
static int32_t gather_members(const figures *f, const columns *c, size_t first, size_t end, member *m)
{
    int32_t adults = 0;

    for (size_t row = first; row < end; row++)
        m[row - first].children_paid = m[row - first].in_charge = 0;
    for (size_t row = first; row < end; row++) {
        if (c->recipient[row] >= 0 && c->recipient[row] != (cell)row)
            m[(size_t)c->recipient[row] - first].children_paid++;
        if (c->birth[row] <= f->adult_until || c->partner[row] >= 0)
            continue;
        if (c->mother[row] >= 0)
            m[(size_t)c->mother[row] - first].in_charge = 1;
        if (c->father[row] >= 0)
            m[(size_t)c->father[row] - first].in_charge = 1;
    }
    for (size_t row = first; row < end; row++) {
        work_out(f, c, row, &m[row - first]);
        adults += m[row - first].adult;
    }
    return adults;
}

static void together(const figures *f, const columns *c, const people *p, size_t household,
                     const ris_answers *out)
{
    size_t first = p->first[household], end = p->first[household + 1];
    member m[LIMIT_HOUSEHOLD];
    int32_t adults = gather_members(f, c, first, end, m);

    for (size_t row = first; row < end; row++) {
        const member *me = &m[row - first],
                     *partner = c->partner[row] < 0 ? NULL : &m[(size_t)c->partner[row] - first];
        int64_t resources = own_resources(f, c, row, me) + debtors(f, c, p, m, first, row);
        int category = ISOLATED, covered = 0;

        if (me->in_charge || (partner && partner->in_charge)) {
            category = FAMILY;
            if (partner) {
                resources += partner->resources;
                covered = c->receives[c->partner[row]];
            }
        } else if (partner) {
            category = COHABITANT;
            if (!c->receives[c->partner[row]])
                resources += above_zero(partner->resources - f->annual[COHABITANT]);
        } else if (adults > me->adult && c->shares_budget[household]) {
            category = COHABITANT;
        }
        conclude(f, c, row, me, category, resources, out);
        if (covered)
            out->conditions[row] &= (uint8_t)~RIS_NOT_COVERED;
    }
}

int ris_scalar(const rulebook *rules, const people *p, day on, const ris_answers *out)
{
    figures f;
    columns c;
    int year, month, date;

    memset(&f, 0, sizeof f);
    if (read_amounts(&f, rules, on) < 0 || read_words(&f, rules, p, on) < 0 || read_columns(&c, p) < 0)
        return -1;
    day_parts(on, &year, &month, &date);
    /* eighteen years before 29 February there is none: 1 March is a day too late */
    f.adult_until = month == 2 && date == 29 ? day_of(year - 18, 3, 1) - 1 : day_of(year - 18, month, date);
    for (size_t h = 0; h < p->households; h++) {
        if (p->first[h + 1] - p->first[h] == 1)
            alone(&f, &c, p->first[h], out);
        else
            together(&f, &c, p, h, out);
    }
    return 0;
}
