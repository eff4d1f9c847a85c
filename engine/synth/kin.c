/*
 * Kin at home, and the equivalent aid.
 */
#include "kin.h"

enum { AID_COHABITANT = 89365, AID_ISOLATED = 134047, AID_FAMILY = 181157 };

int is_parent(const made_household *h, int32_t child, int32_t who)
{
    return h->persons[child].mother_id == who || h->persons[child].father_id == who;
}

int has_minor_child(const made_household *h, int32_t i)
{
    int32_t partner = h->persons[i].partner_id;

    for (int32_t c = 0; c < h->count; c++)
        if (h->age[c] < 18 && (is_parent(h, c, i) || (partner != UNSAID && is_parent(h, c, partner))))
            return 1;
    return 0;
}

int ris_stay(const made_person *p)
{
    return p->stay == STAY_BELGIAN || (p->stay >= STAY_REFUGEE && p->stay <= STAY_POPULATION_REGISTER) ||
           (p->stay == STAY_EU && (p->eu_worker == YES || made_amount(p->eu_stay_months) >= 3));
}

static int32_t means_of(const made_person *p)
{
    int32_t yearly = made_amount(p->self_employed_net_year);

    return p->wage_net_month + p->unemployment_month + p->sickness_month + p->disability_allowance_month +
           p->pension_month + made_amount(p->pension_foreign_month) + p->alimony_received_month +
           made_amount(p->other_income_month) + (yearly > 0 ? yearly / 12 : 0);
}

int32_t equivalent_aid_due(const made_household *h, int32_t i)
{
    int32_t partner = h->persons[i].partner_id, others = 0, amount = AID_ISOLATED;

    for (int32_t o = 0; o < h->count; o++)
        others += o != i && h->age[o] >= 18 && (o == partner || is_parent(h, i, o) || is_parent(h, o, i))
                      ? means_of(&h->persons[o])
                      : 0;
    if (has_minor_child(h, i))
        amount = partner != UNSAID && partner < i ? 0 : AID_FAMILY;
    else if (h->count > 1 && h->place.shares_budget != NO)
        amount = AID_COHABITANT;
    return amount - means_of(&h->persons[i]) - others;
}
