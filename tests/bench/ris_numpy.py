#!/usr/bin/env python3
"""RIS in numpy, vectorised as OpenFisca does it: a column an amount, float64.

    ris_numpy.py FOLDER

FOLDER is what `bench --dump FOLDER dump` wrote. The columns are in memory and
are float64 before the clock starts. Amounts are cents, so that sums are exact
and the answers can be held against the engine's to the cent. Prints lines
`name value`; exits with 1 when an answer differs.
"""
import os
import sys
import time

import numpy as np

RUNS = 5
KIN = ("partner", "parent", "child", "grandparent", "grandchild", "sibling", "parent_in_law", "child_in_law",
       "parent_of_partner", "child_of_partner", "partner_of_parent", "partner_of_child")
STAYS = ("belgian", "eu", "refugee", "subsidiary", "stateless", "population_register")
EXEMPTIONS = ("none", "general", "student", "shortage", "artistic")
MONEY = ("wage_net_month self_employed_net_year unemployment_month sickness_month disability_allowance_month "
         "pension_month pension_foreign_month alimony_received_month family_benefit_month study_grant_month "
         "other_income_month gifts_regular_month housing_paid_by_third_party_month grapa_month movable_capital "
         "rc_dwelling rc_built_other rc_unbuilt rent_received_year mortgage_interest_year transfer_value").split()
TRUTHS = "lives_in_belgium eu_worker assimilated_adult piis_signed transfer_10y receives_ris".split()
WHOLE = "birth_date stay eu_stay_months partnership work_exemption".split()
LINKS = "partner_id mother_id father_id family_benefit_recipient_id".split()


class People:
    """Columns as a simulation holds them before a formula runs."""

    def __init__(self, folder):
        def read(name, dtype=np.int32):
            return np.fromfile(os.path.join(folder, name), dtype=dtype)

        for name in MONEY:
            setattr(self, name, read(name).astype(np.float64))
        for name in TRUTHS:
            setattr(self, name, read(name) != 0)
        for name in WHOLE:
            setattr(self, name, read(name))
        for name in LINKS:
            setattr(self, name, read(name).astype(np.int64))
        self.household_of = read("household_of", np.uint32).astype(np.int64)
        self.first = read("first", np.uint32).astype(np.int64)
        self.shares_budget = read("shares_budget") != 0
        # every ordered pair of members of a household, sorted by the first
        start = read("others_first", np.uint32).astype(np.int64)
        self.other = read("others_other", np.uint32).astype(np.int64)
        self.owner = np.repeat(np.arange(len(start) - 1), np.diff(start))
        self.has_others = np.flatnonzero(np.diff(start))
        self.start = start[self.has_others]
        self.kin = read("kin")
        self.answers = (read("answer_monthly"), read("answer_monthly_low"), read("answer_conditions", np.uint8))
        self.count = len(self.birth_date)
        self.households = len(self.first) - 1


def figures(folder):
    """Amounts in cents, rates plain, the scale as (above, rate) pairs."""
    out = {}
    with open(os.path.join(folder, "figures.txt")) as file:
        for line in file:
            name, value, *bands = line.split()
            numbers = [int(x) for x in bands]
            out[name] = int(value)
            if bands:
                out[name] = [(a / 10000, r / 1e6) for a, r in zip(numbers[::2], numbers[1::2])]
    return out


def on_scale(capital, scale):
    total = np.zeros_like(capital)
    for i, (above, rate) in enumerate(scale):
        part = capital if i + 1 == len(scale) else np.minimum(capital, scale[i + 1][0])
        total += np.maximum(part - above, 0) * rate
    return np.floor(total * 10000 + 0.5) / 10000  # to a millionth of a euro


def sum_of_others(p, values):
    out = np.zeros(p.count)
    out[p.has_others] = np.add.reduceat(values, p.start)
    return out


def month(annual, flat, resources):
    left = np.where(resources >= annual, 0, np.maximum(annual - np.maximum(resources - flat, 0), 0))
    millionths = np.floor(left * 10000 / 12 + 0.5)
    return np.floor(millionths / 10000 + 0.5)


def ris(p, f, adult_until):
    cents = {name: value / 10000 for name, value in f.items() if not isinstance(value, list)}
    rows = np.arange(p.count)
    adult = p.birth_date <= adult_until
    partner = np.maximum(p.partner_id, 0)
    has_partner = p.partner_id >= 0
    # category
    child = ~adult & ~has_partner
    in_charge = np.zeros(p.count, dtype=bool)
    for link in (p.mother_id, p.father_id):
        in_charge[link[child & (link >= 0)]] = True
    family = in_charge | (has_partner & in_charge[partner])
    adults = np.add.reduceat(adult.astype(np.int64), p.first[:-1])
    with_adult = adults[p.household_of] > adult
    cohabitant = ~family & (has_partner | (with_adult & p.shares_budget[p.household_of]))
    choices = [family, cohabitant]
    annual = np.select(choices, [cents["ris.annual.family"], cents["ris.annual.cohabitant"]], cents["ris.annual.isolated"])
    flat = np.select(choices, [cents["ris.flat.family"], cents["ris.flat.cohabitant"]], cents["ris.flat.isolated"])
    # own resources
    student = (p.work_exemption == EXEMPTIONS.index("student")) & p.piis_signed
    general = (p.work_exemption == EXEMPTIONS.index("general")) | (student & (p.study_grant_month <= 0))
    exemption = np.select(
        [general, student, p.work_exemption == EXEMPTIONS.index("shortage"), p.work_exemption == EXEMPTIONS.index("artistic")],
        [12 * cents["ris.exemption.general"], 12 * cents["ris.exemption.student_with_grant"],
         12 * cents["ris.exemption.shortage"], cents["ris.exemption.artistic"]], 0)
    wage = 12 * p.wage_net_month
    own_benefit = np.where((p.family_benefit_recipient_id == rows) & adult, 12 * p.family_benefit_month, 0)
    by_month = (p.unemployment_month + p.sickness_month + p.disability_allowance_month + p.pension_month
                + p.pension_foreign_month + p.grapa_month + p.alimony_received_month + p.gifts_regular_month
                + p.other_income_month + p.housing_paid_by_third_party_month)
    other_income = 12 * by_month + p.self_employed_net_year + own_benefit
    own_income = np.maximum(wage - exemption, 0) + other_income
    # property
    recipient = p.family_benefit_recipient_id
    paid = (recipient >= 0) & (recipient != rows)
    children = np.bincount(recipient[paid], minlength=p.count)
    exempt = cents["ris.property.built_exempt"] + cents["ris.property.built_exempt_child"] * children
    factor = f["ris.property.factor"] / 1e6
    built = np.maximum(np.maximum(p.rc_dwelling + p.rc_built_other - exempt, 0) * factor, p.rent_received_year)
    left = np.maximum(built - p.mortgage_interest_year, built * (1 - f["ris.property.interest_share"] / 1e6))
    built = np.where(p.mortgage_interest_year > 0, left, built)
    unbuilt = np.maximum(p.rc_unbuilt - cents["ris.property.unbuilt_exempt"], 0) * factor
    scale = f["ris.capital.scale"]
    property_income = built + unbuilt + on_scale(p.movable_capital, scale)
    # others
    member = wage + other_income + property_income
    receives = has_partner & p.receives_ris[partner]
    whole = np.where(has_partner, member[partner], 0)
    excess = np.where(receives, 0, np.maximum(whole - cents["ris.annual.cohabitant"], 0))
    owner, other, married = p.owner, p.other, p.partnership == 0
    debtor = ((p.mother_id[owner] == other) | (p.father_id[owner] == other) | (p.mother_id[other] == owner)
              | (p.father_id[other] == owner))
    pool = member[other] - cents["ris.annual.cohabitant"]
    if f["ris.cohabitants.all_debtors"]:
        word = {name: i for i, name in enumerate(KIN)}
        debtor |= np.isin(p.kin, [word[k] for k in ("grandparent", "grandchild", "parent_in_law", "child_in_law")])
        debtor |= (p.kin == word["parent_of_partner"]) & married[owner]
        debtor |= (p.kin == word["partner_of_child"]) & married[other]
        pool = pool + np.where(recipient[owner] == other, 12 * p.family_benefit_month[owner], 0)
    pool = np.where(debtor & adult[other] & ~p.receives_ris[other], pool, 0)
    debtors = np.maximum(sum_of_others(p, pool), 0)
    # the calculation
    resources = own_income + property_income + debtors + np.select(choices, [whole, excess], 0)
    low = resources + np.where(p.transfer_10y, on_scale(p.transfer_value, scale), 0)
    # conditions
    scope = ["belgian", "refugee", "stateless", "population_register"]
    if f["ris.stay.subsidiary"]:
        scope.append("subsidiary")
    eu = (p.stay == STAYS.index("eu")) & (p.eu_worker | (p.eu_stay_months >= f["ris.stay.eu_months"] / 1000))
    stay = np.isin(p.stay, [STAYS.index(s) for s in scope]) | eu
    conditions = p.lives_in_belgium + 2 * (adult | p.assimilated_adult) + 4 * stay + 8 * (resources < annual) + 16 * ~(family & receives)
    return month(annual, flat, resources), month(annual, flat, low), conditions


def main():
    folder, adult_until = sys.argv[1], int(np.datetime64("2008-03-01").astype("int64"))
    p, f = People(folder), figures(folder)
    times = []
    for i in range(RUNS + 1):
        start = time.process_time()
        answers = ris(p, f, adult_until)
        if i:
            times.append(time.process_time() - start)
    different = sum(int(np.count_nonzero(ours != theirs)) for ours, theirs in zip(answers, p.answers))
    print("numpy.ris %.2f" % (sorted(times)[RUNS // 2] * 1e9 / p.households))
    print("numpy.sum_cents %d" % int(answers[0].sum()))
    print("numpy.different %d" % different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
