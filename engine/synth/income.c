/*
 * From the facts of a household to one figure.
 */
#include "income.h"

enum { PRICES_OF_2021 = 1235 }; /* thousandths */

/* A pension above 1,900 EUR pays about a quarter of the rest in tax and contributions. */
static int32_t pension_after_tax(int32_t cents)
{
    return cents > euros(1900) ? euros(1900) + (cents - euros(1900)) / 4 * 3 : cents;
}

static int64_t received(const made_person *p)
{
    int64_t sum =
        p->wage_net_month + p->unemployment_month + p->sickness_month + p->disability_allowance_month;

    sum += pension_after_tax(p->pension_month + made_amount(p->pension_foreign_month));
    sum += p->alimony_received_month + made_amount(p->alimony_for_children_month) -
           made_amount(p->alimony_paid_month);
    sum += made_amount(p->self_employed_net_year) / 12 + made_amount(p->rent_received_year) / 12;
    sum +=
        made_amount(p->family_benefit_month) + made_amount(p->study_grant_month) + made_amount(p->apa_month);
    sum += made_amount(p->other_income_month) + made_amount(p->gifts_regular_month) +
           made_amount(p->exempt_income_month);
    return sum + made_amount(p->ris_month) + made_amount(p->grapa_month) + made_amount(p->cpas_aid_month);
}

int32_t equivalised_income(const made_household *h)
{
    int64_t sum = 0, needs = 5; /* tenths; the first person has five more than the next */

    for (int32_t i = 0; i < h->count; i++) {
        sum += received(&h->persons[i]);
        needs += h->age[i] >= 14 ? 5 : 3;
    }
    return (int32_t)(sum * 10 * 1000 / (needs * PRICES_OF_2021 * 100));
}
