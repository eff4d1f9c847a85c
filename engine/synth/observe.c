/*
 * What files hold of a household: lacks, delays, somebody not declared.
 *
 * Each cell has its own draw, named by the person and the column alone, so
 * that two files made with different shares differ where one lacks a cell and
 * nowhere else, but for what is late (the taxable income of an older year)
 * and who is not declared. Cells do not lack at random:
 *   some files are kept better than others; those of people who receive a
 *   right are kept best; the rent of private tenants who are not Belgian
 *   lacks more than twice as often as that of others (a bias planted here,
 *   for audits to find).
 */
#include "columns.h"

/* Private tenants pay more than this; below it the landlord is a social one. */
#define SOCIAL_RENT 52000

/* In 1,000, of a file that lacks cells as often as usual (missing share 0.3). */
enum { USUAL_LACK = 300, LATE_INCOME = 620, NOT_DECLARED = 45, KIN_NOT_SAID = 260 };

static int32_t carelessness(const made_household *h, int32_t i, draws *lack)
{
    int32_t careless = draw_between(lack, 60, 140);
    const made_person *p = &h->persons[i == NO_MEMBER ? 0 : i];

    return p->receives_ris == YES || p->receives_grapa == YES ? careless * 7 / 10 : careless;
}

static int32_t lack_of(const made_household *h, const made_column *c)
{
    int biased = c->at == offsetof(made_place, rent_month) && strcmp(c->name, "rent_month") == 0 &&
                 h->place.rent_month > SOCIAL_RENT && h->persons[0].stay != STAY_BELGIAN;

    return biased ? 260 : c->lack;
}

static void lose_cells(const made_household *h, int32_t i, const made_column *columns, size_t count,
                       void *thing, int32_t missing_permille)
{
    draws lack = made_draws(h, i, SUBJECT_LACK);
    int32_t careless = carelessness(h, i, &lack);
    int lacking = 0;

    for (size_t c = 0; c < count; c++) {
        int32_t luck = draw_below(&lack, 1000);

        if (columns[c].lack != WITH_THE_LAST)
            lacking = (int64_t)luck * 10000 < (int64_t)missing_permille * lack_of(h, &columns[c]) * careless;
        if (lacking)
            made_set(&columns[c], thing, UNSAID);
    }
}

/* The tax of an older year is what most files have. */
static void come_late(made_household *seen, int32_t i, draws *d, int32_t missing_permille)
{
    made_person *p = &seen->persons[i];

    if (draw_below(d, 1000) >= LATE_INCOME * missing_permille / USUAL_LACK ||
        p->taxable_income_year == UNSAID || p->taxable_income_of == UNSAID)
        return;
    p->taxable_income_year = seen->taxable_before[i];
    p->taxable_income_of--;
}

static void forget_links(made_household *seen, int32_t who)
{
    int32_t kept = 0;

    for (int32_t i = 0; i < seen->count; i++)
        for (size_t c = 0; c < PERSON_COLUMNS; c++)
            if (made_person_columns[c].form == FORM_LINK &&
                made_cell(&made_person_columns[c], &seen->persons[i]) == who)
                made_set(&made_person_columns[c], &seen->persons[i], UNSAID);
    for (int32_t i = 0; i < seen->relation_count; i++)
        if (seen->relations[i].a != who && seen->relations[i].b != who)
            seen->relations[kept++] = seen->relations[i];
    seen->relation_count = kept;
}

/* A partner whom no register knows and nobody mentioned. */
static void leave_out_partner(made_household *seen, draws *d, int32_t missing_permille)
{
    int32_t partner = seen->persons[0].partner_id;

    if (!draw_chance(d, NOT_DECLARED * missing_permille / USUAL_LACK) || partner == UNSAID ||
        seen->persons[0].partnership != PARTNERSHIP_DE_FACTO)
        return;
    forget_links(seen, partner);
    seen->persons[0].partnership = UNSAID;
    seen->absent[partner] = 1;
    if (seen->count == 2)
        seen->place.shares_budget = UNSAID;
}

static void lose_kinship(made_household *seen, draws *d, int32_t missing_permille)
{
    int32_t kept = 0;

    for (int32_t i = 0; i < seen->relation_count; i++)
        if (!draw_chance(d, KIN_NOT_SAID * missing_permille / USUAL_LACK))
            seen->relations[kept++] = seen->relations[i];
    seen->relation_count = kept;
}

void made_observe(made_household *seen, const made_household *h, int32_t missing_permille)
{
    draws d = made_draws(h, NO_MEMBER, SUBJECT_OBSERVED);

    *seen = *h;
    if (missing_permille == 0)
        return;
    leave_out_partner(seen, &d, missing_permille);
    lose_kinship(seen, &d, missing_permille);
    for (int32_t i = 0; i < seen->count; i++) {
        draws own = made_draws(h, i, SUBJECT_OBSERVED);

        come_late(seen, i, &own, missing_permille);
        lose_cells(h, i, made_person_columns, PERSON_COLUMNS, &seen->persons[i], missing_permille);
    }
    lose_cells(h, NO_MEMBER, made_household_columns, HOUSEHOLD_COLUMNS, &seen->place, missing_permille);
}
