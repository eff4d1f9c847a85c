"""Random households for the checks of the law: made-up people, on both sides of every threshold.

Always true here:
  * the same seed gives the same households;
  * a cell is a text as a file would hold it, and the empty text is "unknown";
  * half of the households are "full": every fact a right may ask is given (presumed facts may still be empty), every
    pair of adults that links cannot place has its relation row. The others have a few blanks, or many.
A household is (household facts, list of person facts, list of (person, other, relation)), in the order of the files.
"""
import datetime
import random

HOUSEHOLD_COLUMNS = ["household_id", "postal_code", "shares_budget"]

MONEY = ["wage_net_month", "wage_gross_month", "self_employed_net_year", "unemployment_month", "sickness_month",
         "disability_allowance_month", "apa_month", "pension_month", "pension_foreign_month", "alimony_received_month",
         "alimony_for_children_month", "alimony_paid_month", "study_grant_month", "cpas_aid_month", "exempt_income_month",
         "other_income_month", "gifts_regular_month", "housing_paid_by_third_party_month", "ris_month", "grapa_month",
         "movable_capital", "rc_dwelling", "rc_built_other", "rc_unbuilt", "rent_received_year", "mortgage_interest_year",
         "taxable_income_year", "current_income_month", "movable_income_year"]

PERSON_COLUMNS = ["person_id", "household_id", "birth_date", "gender", "lives_in_belgium", "stay", "eu_stay_months", "eu_worker",
                  "civil_status", "partner_id", "partnership", "mother_id", "father_id", "assimilated_adult", "in_care_home",
                  "student", "piis_signed", "work_exemption", "unemployment_since", "unemployment_end", "incapacity_since",
                  "invalid", "family_benefit_month", "family_benefit_recipient_id", "transfer_10y", "transfer_value",
                  "transfer_kind", "taxable_income_of", "insurer", "titular", "titular_id", "disabled_child_66", "orphan",
                  "unaccompanied_minor", "ris_since", "equivalent_aid_since", "ris_end", "receives_ris", "receives_grapa",
                  "receives_bim", "receives_amu", "application_ris", "application_grapa", "application_bim", "guarantor",
                  "medical_need"] + MONEY

# Presumed when empty: leaving them out changes nothing.
PRESUMED = {"assimilated_adult": "no", "in_care_home": "no", "piis_signed": "no", "transfer_10y": "no", "guarantor": "no",
            "disabled_child_66": "no", "orphan": "no", "unaccompanied_minor": "no", "invalid": "no", "work_exemption": "none"}
PRESUMED.update({fact: "0" for fact in (
    "gifts_regular_month", "housing_paid_by_third_party_month", "cpas_aid_month", "study_grant_month", "exempt_income_month",
    "alimony_paid_month", "alimony_for_children_month", "mortgage_interest_year", "self_employed_net_year", "apa_month",
    "pension_foreign_month", "rc_unbuilt", "rent_received_year", "movable_income_year")})

# What may be blanked in a household that is not full, besides every fact of money that is not presumed.
BLANKS = ["birth_date", "birth_date", "lives_in_belgium", "stay", "stay", "eu_stay_months", "eu_worker", "receives_ris", "receives_ris",
          "receives_grapa", "receives_bim", "receives_amu", "partnership", "civil_status", "insurer", "titular", "titular_id",
          "unemployment_since", "incapacity_since", "ris_since", "transfer_value", "family_benefit_month", "movable_capital",
          "taxable_income_of", "family_benefit_recipient_id"]
BLANKS += [fact for fact in MONEY if fact not in PRESUMED]

STAYS = (["belgian"] * 14 + ["eu"] * 4 + ["refugee", "subsidiary", "subsidiary", "stateless", "population_register"] +
         ["foreigners_register", "temporary_protection", "asylum_seeker", "short_stay", "irregular", "irregular"])

DATES = ["2016-01-01", "2016-05-31", "2016-11-30", "2016-12-01", "2017-05-31", "2017-09-01", "2018-06-30", "2018-07-01", "2019-06-30",
         "2019-07-01", "2020-02-29", "2020-03-01", "2021-06-30", "2021-09-01", "2021-09-30", "2021-10-01", "2021-12-31", "2022-01-01",
         "2022-03-01", "2022-10-31", "2022-12-01", "2023-01-01", "2023-07-01", "2023-10-31", "2023-12-31", "2024-01-01", "2024-02-29",
         "2024-04-30", "2024-05-01", "2024-09-30", "2024-10-01", "2025-01-31", "2025-02-01", "2025-07-15", "2026-02-28", "2026-02-28",
         "2026-03-01", "2026-03-01", "2026-03-01", "2026-03-02", "2026-03-31", "2026-07-14", "2026-10-01", "2026-12-31"]

# The day more members of the household became maintenance debtors: more households with several generations from there.
REFORM = datetime.date(2026, 3, 1)


def text(cents):
    return "%d.%02d" % (cents // 100, cents % 100)


def years_before(on, years):
    """The day exactly so many years before; 29 February has its 1 March in other years."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return datetime.date(on.year - years, 3, 1)


class Maker:
    """Makes the households of one date."""

    def __init__(self, seed, on, thresholds):
        self.random = random.Random("%s %s" % (seed, on))
        self.on = on
        self.thresholds = thresholds
        self.count = 0

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *choices):
        return self.random.choice(choices)

    def birth(self, low, high):
        """A birth date for an age in completed years, often the very birthday or the day beside it."""
        day = years_before(self.on, self.random.randint(low, high))
        if self.chance(0.25):
            return (day + datetime.timedelta(self.pick(0, 0, -1))).isoformat()
        if self.chance(0.05):
            return datetime.date(day.year - day.year % 4 - 4 * (day.year % 4 == 0), 2, 29).isoformat()
        return (day - datetime.timedelta(self.random.randint(1, 364))).isoformat()

    def money(self, fact, high=220000):
        """Nothing, a threshold to the cent, or anything."""
        edges = self.thresholds.get(fact)
        if edges and self.chance(0.45):
            return text(max(0, self.random.choice(edges) + self.pick(-1, 0, 1)))
        return text(self.random.randint(0, high) if self.chance(0.7) else 100 * self.random.randint(0, high // 100))

    def since(self):
        """A date around the ends of a third month."""
        months = self.random.choice((0, 1, 2, 3, 3, 3, 4, 7, 15))
        month = self.on.year * 12 + self.on.month - 1 - months
        day = self.on.day if self.chance(0.6) else self.random.randint(1, 31)
        while True:
            try:
                return datetime.date(month // 12, month % 12 + 1, day).isoformat()
            except ValueError:
                day -= 1

    # -- people ---------------------------------------------------------------------------------------------------

    def person(self, low, high):
        person = dict.fromkeys(PERSON_COLUMNS, "")
        self.count += 1
        person["person_id"] = "p%d" % self.count
        person["birth_date"] = self.birth(low, high)
        person["gender"] = self.pick("f", "m", "x")
        person["lives_in_belgium"] = "no" if self.chance(0.03) else "yes"
        person["stay"] = self.random.choice(STAYS)
        if person["stay"] == "eu":
            person["eu_stay_months"] = str(self.random.choice((0, 1, 2, 3, 4, 40)))
            person["eu_worker"] = self.pick("yes", "no")
        person["civil_status"] = self.pick("single", "divorced", "widowed", "separated")
        for fact in MONEY:
            person[fact] = "0"
        for fact in ("current_income_month", "ris_month", "grapa_month"):
            person[fact] = ""
        self.income(person, low)
        self.property(person)
        self.insurance(person)
        self.receipts(person)
        return person

    def income(self, person, low):
        if low < 16:
            if self.chance(0.05):
                person["wage_net_month"] = person["wage_gross_month"] = self.money("wage_net_month", 30000)
            return
        kinds = self.random.sample(("wage", "self", "unemployment", "sickness", "disability", "other", "nothing", "nothing"), self.pick(1, 1, 2))
        if low >= 55 and self.chance(0.7):
            kinds = [self.pick("pension", "pension", "foreign")]
        if "wage" in kinds:
            net = self.money("wage_net_month")
            person["wage_net_month"] = net
            person["wage_gross_month"] = text(int(net.replace(".", "")) * 14 // 10)
            person["work_exemption"] = self.pick("none", "general", "student", "shortage", "artistic", "")
            person["student"] = "yes" if person["work_exemption"] == "student" else "no"
            person["piis_signed"] = self.pick("yes", "yes", "no", "")
            if self.chance(0.3):
                person["study_grant_month"] = self.money("study_grant_month", 40000)
        if "self" in kinds:
            person["self_employed_net_year"] = self.money("self_employed_net_year", 2400000)
        if "unemployment" in kinds:
            person["unemployment_month"] = self.money("unemployment_month", 180000)
            person["unemployment_since"] = self.since()
        if "sickness" in kinds:
            person["sickness_month"] = self.money("sickness_month", 180000)
            person["incapacity_since"] = self.since()
            person["invalid"] = self.pick("yes", "no", "no", "")
        if "disability" in kinds:
            person["disability_allowance_month"] = self.money("disability_allowance_month", 90000)
        if "pension" in kinds or "foreign" in kinds:
            person["pension_month"] = self.money("pension_month", 190000)
            if "foreign" in kinds:
                person["pension_foreign_month"] = self.money("pension_foreign_month", 60000)
            if self.chance(0.15):
                person["apa_month"] = self.money("apa_month", 40000)
        if "other" in kinds:
            fact = self.pick("other_income_month", "gifts_regular_month", "housing_paid_by_third_party_month", "alimony_received_month",
                             "alimony_for_children_month", "cpas_aid_month", "exempt_income_month", "alimony_paid_month")
            person[fact] = self.money(fact, 80000)
        if self.chance(0.08):
            person["current_income_month"] = self.money("current_income_month", 250000)
        person["taxable_income_year"] = self.money("taxable_income_year", 4000000)
        person["taxable_income_of"] = str(self.on.year - self.pick(1, 1, 1, 2))

    def property(self, person):
        if self.chance(0.35):
            person["movable_capital"] = self.money("movable_capital", 3500000)
            if self.chance(0.2):
                person["movable_income_year"] = self.money("movable_income_year", 100000)
        if self.chance(0.2):
            fact = self.pick("rc_dwelling", "rc_dwelling", "rc_built_other", "rc_unbuilt")
            person[fact] = self.money(fact, 250000)
            if self.chance(0.3):
                person["mortgage_interest_year"] = self.money("mortgage_interest_year", 300000)
            if fact != "rc_unbuilt" and self.chance(0.3):
                person["rent_received_year"] = self.money("rent_received_year", 700000)
        if self.chance(0.06):
            person["transfer_10y"] = "yes"
            person["transfer_value"] = self.money("movable_capital", 9000000)
            person["transfer_kind"] = self.pick("sale", "gift")

    def insurance(self, person):
        person["insurer"] = self.pick("mutuality", "mutuality", "mutuality", "caami", "none")
        if person["stay"] == "irregular" and self.chance(0.7):
            person["insurer"] = "none"
        if person["stay"] in ("short_stay", "irregular", "eu") and self.chance(0.2):
            person["guarantor"] = "yes"
        for fact in ("disabled_child_66", "orphan", "unaccompanied_minor"):
            if self.chance(0.02):
                person[fact] = "yes"

    def receipts(self, person):
        for right, share in (("ris", 0.08), ("grapa", 0.04), ("bim", 0.15), ("amu", 0.03)):
            person["receives_" + right] = "yes" if self.chance(share) else "no"
        if person["receives_ris"] == "yes":
            person["ris_since"] = self.since()
            person["ris_month"] = self.money("ris_month", 130000)
        elif self.chance(0.06):
            person["ris_since"] = self.since()
            end = self.on + datetime.timedelta(self.pick(-400, -40, -1, 0, 1))
            person["ris_end"] = max(end, datetime.date.fromisoformat(person["ris_since"])).isoformat()
        elif self.chance(0.04):
            person["equivalent_aid_since"] = self.since()
        if person["receives_grapa"] == "yes":
            person["grapa_month"] = self.money("grapa_month", 120000)
        for right in ("ris", "grapa", "bim"):
            if self.chance(0.3):
                person["application_" + right] = self.pick("none", "none", "pending", "refused")

    # -- households -----------------------------------------------------------------------------------------------

    def couple(self, one, other):
        one["partner_id"], other["partner_id"] = other["person_id"], one["person_id"]
        word = self.pick("married", "married", "legal", "de_facto")
        status = {"married": "married", "legal": "legally_cohabiting"}.get(word)
        for person in (one, other):
            person["partnership"] = word
            person["civil_status"] = status or person["civil_status"]

    def parent_of(self, parent, child):
        """Fills an empty parent link of the child; false when both are taken."""
        links = [link for link in ("mother_id", "father_id") if not child[link]]
        if not links:
            return False
        child[self.random.choice(links)] = parent["person_id"]
        return True

    def child(self, parents, low=0, high=19):
        child = self.person(low, high)
        if self.chance(0.05):
            child["birth_date"] = self.birth(15, 17)
            child["assimilated_adult"] = "yes"
        for parent in parents:
            self.parent_of(parent, child)
        if self.chance(0.75):
            child["family_benefit_month"] = self.money("family_benefit_month", 35000)
            receiver = child if self.chance(0.12) else self.random.choice(parents)
            child["family_benefit_recipient_id"] = receiver["person_id"]
        else:
            child["family_benefit_month"] = "0"
        return child

    def people(self):
        """The persons of a household and the relation rows that links cannot say."""
        kind = self.pick("alone", "alone", "couple", "couple", "family", "family", "family", "parent", "parent", "grown", "grown",
                         "grown", "generations", "generations", "distant", "distant", "inlaws", "inlaws", "siblings", "mates", "mixture")
        if self.on >= REFORM and self.chance(0.4):
            kind = self.pick("generations", "distant", "inlaws", "inlaws", "grown")
        rows = []
        one = self.person(17, 64)
        people = [one]
        if kind == "alone":
            one["birth_date"] = self.birth(*self.pick((17, 19), (18, 80), (64, 68)))
        elif kind in ("couple", "family"):
            other = self.person(18, 68)
            self.couple(one, other)
            people.append(other)
            if kind == "family":
                for _ in range(self.random.randint(1, 3)):
                    people.append(self.child(self.pick([one, other], [one, other], [one], [other])))
        elif kind == "parent":
            people += [self.child([one]) for _ in range(self.random.randint(1, 4))]
        elif kind == "grown":
            self.grown(one, people)
        elif kind == "generations":
            middle = self.person(35, 64)
            elder = self.person(58, 85)
            self.parent_of(middle, one)
            self.parent_of(elder, middle)
            people += [middle, elder]
            if self.chance(0.4):
                people.append(self.child([one], 0, 20))
            if self.chance(0.3):
                mate = self.person(30, 70)
                self.couple(mate, self.pick(middle, elder))
                people.append(mate)
        elif kind == "distant":
            elder = self.person(60, 88)
            people.append(elder)
            rows.append((elder, one, "grandparent") if self.chance(0.5) else (one, elder, "grandchild"))
            if self.chance(0.4):
                mate = self.person(55, 85)
                self.couple(elder, mate)
                people.append(mate)
            if self.chance(0.4):
                mate = self.person(18, 60)
                self.couple(one, mate)
                people.append(mate)
        elif kind == "inlaws":
            self.inlaws(one, people, rows)
        elif kind == "siblings":
            people += [self.person(16, 50) for _ in range(self.random.randint(1, 3))]
            rows += [(one, sibling, "sibling") for sibling in people[1:]]
        elif kind == "mates":
            people += [self.person(18, 70) for _ in range(self.random.randint(1, 3))]
            rows += [(a, b, self.pick("unrelated", "unrelated", "other_relative")) for i, a in enumerate(people) for b in people[:i]]
        else:
            other = self.person(18, 60)
            self.couple(one, other)
            people += [other, self.child([one]), self.person(60, 80), self.person(20, 40)]
            rows += [(one, people[3], self.pick("child_in_law", "grandchild", "other_relative", "unrelated"))]
        return people, rows

    def grown(self, one, people):
        """An adult with a parent or two, perhaps siblings, perhaps a step-parent."""
        one["birth_date"] = self.birth(17, 30)
        elder = self.person(38, 66)
        self.parent_of(elder, one)
        people.append(elder)
        one["family_benefit_month"] = self.money("family_benefit_month", 35000)
        one["family_benefit_recipient_id"] = self.pick(elder, elder, elder, one)["person_id"] if self.chance(0.5) else ""
        if self.chance(0.5):
            mate = self.person(38, 70)
            self.couple(elder, mate)
            if self.chance(0.6):
                self.parent_of(mate, one)
            people.append(mate)
        people += [self.child([elder], 10, 26) for _ in range(self.pick(0, 0, 1, 2))]
        if self.chance(0.2):
            people.append(self.child([one], 0, 5))

    def inlaws(self, one, people, rows):
        mate = self.person(20, 50)
        elder = self.person(50, 85)
        if self.chance(0.15):  # the partner who made them in-laws is not there any more
            one["civil_status"] = "widowed"
            people.append(elder)
            rows.append((elder, one, "parent_in_law") if self.chance(0.5) else (one, elder, "child_in_law"))
            return
        self.couple(one, mate)
        self.parent_of(elder, mate)
        people += [mate, elder]
        if self.chance(0.4):
            people.append(self.child([one, mate], 0, 20))
        if self.chance(0.4):
            elder_mate = self.person(50, 85)
            self.couple(elder, elder_mate)
            if self.chance(0.7):
                self.parent_of(elder_mate, mate)
            people.append(elder_mate)

    def household(self, number):
        """One household; `number` makes its identifiers its own."""
        self.count = 0
        people, rows = self.people()
        people = people[:6]
        rows = [(a["person_id"], b["person_id"], word) for a, b, word in rows if a in people and b in people]
        household = {"household_id": "h%d" % number, "postal_code": "1080", "shares_budget": self.pick("yes", "yes", "no")}
        full = self.chance(0.5)
        if full:
            self.say_every_kinship(people, rows)
        self.settle(people)
        if not full:
            self.blank(household, people, rows)
        for person in people:
            for fact, value in PRESUMED.items():
                if person[fact] == value and self.chance(0.5):
                    person[fact] = ""
        if self.chance(0.3):
            self.random.shuffle(people)
        return self.named(number, household, people, rows)

    def settle(self, people):
        """Fills what still has no value in a household whose every fact is known."""
        here = {person["person_id"] for person in people}
        for person in people:
            for link in ("partner_id", "mother_id", "father_id", "family_benefit_recipient_id"):
                if person[link] not in here:
                    person[link] = ""
            if not person["partner_id"]:
                person["partnership"] = ""
            for fact, value in PRESUMED.items():
                person[fact] = person[fact] or value
            person["family_benefit_month"] = person["family_benefit_month"] or "0"
            age = self.on.year - int(person["birth_date"][:4])
            person["titular"] = person["titular"] or ("yes" if age >= 25 else "no" if age < 18 else self.pick("yes", "no"))
            if person["titular"] == "no" and age >= 18:
                person["titular_id"] = self.random.choice([link for link in (
                    person["partner_id"], person["mother_id"], person["father_id"]) if link] or [""])

    def say_every_kinship(self, people, rows):
        """A row for each pair that no link and no row places."""
        said = {frozenset(row[:2]) for row in rows}
        for number, a in enumerate(people):
            for b in people[:number]:
                if frozenset((a["person_id"], b["person_id"])) not in said and not self.linked(a, b, people):
                    rows.append((a["person_id"], b["person_id"], self.pick("other_relative", "other_relative", "unrelated")))

    def linked(self, a, b, people):
        """The links alone say what these two are to one another."""
        by_id = {person["person_id"]: person for person in people}

        def parents(person):
            return {person[link] for link in ("mother_id", "father_id") if person[link] in by_id}

        def grandparents(person):
            return {elder for parent in parents(person) for elder in parents(by_id[parent])}

        def ancestors(person):
            found = parents(person)
            for parent in list(found):
                found |= ancestors(by_id[parent])
            return found

        def one_way(x, y):
            name = y["person_id"]
            partner = by_id.get(x["partner_id"])
            parent_partners = {by_id[parent]["partner_id"] for parent in parents(x)}
            return (x["partner_id"] == name or name in ancestors(x) or bool(parents(x) & parents(y)) or name in parent_partners or
                    (partner is not None and name in parents(partner)))

        def descendant_partner(x, y):
            partner = by_id.get(y["partner_id"])
            return partner is not None and x["person_id"] in parents(partner) | grandparents(partner)

        return one_way(a, b) or one_way(b, a) or descendant_partner(a, b) or descendant_partner(b, a)

    def blank(self, household, people, rows):
        many = self.chance(0.1)
        for _ in range(self.random.randint(6, 12) if many else self.random.randint(1, 4)):
            person = self.random.choice(people)
            fact = self.random.choice(BLANKS)
            person[fact] = ""
            if fact == "partnership":
                for other in people:
                    if other["person_id"] == person["partner_id"]:
                        other[fact] = ""
        if self.chance(0.25):
            household["shares_budget"] = ""
        if self.chance(0.4) and rows:
            rows.remove(self.random.choice(rows))

    def named(self, number, household, people, rows):
        def name(person):
            return "h%d%s" % (number, person) if person else ""

        for person in people:
            person["household_id"] = household["household_id"]
            for fact in ("person_id", "partner_id", "mother_id", "father_id", "family_benefit_recipient_id", "titular_id"):
                person[fact] = name(person[fact])
        return household, people, [(name(a), name(b), word) for a, b, word in rows]


def batches(count, seed, thresholds):
    """Pairs (date, list of households): `count` households in all, spread over DATES."""
    number = 0
    share = -(-count // len(DATES))
    for index, date in enumerate(DATES):
        on = datetime.date.fromisoformat(date)
        maker = Maker("%s/%d" % (seed, index), on, thresholds(on))
        made = []
        while len(made) < share and number < count:
            number += 1
            made.append(maker.household(number))
        if made:
            yield on, made
