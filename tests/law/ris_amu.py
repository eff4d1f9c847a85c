"""RIS and AMU written a second time, in Python and from the texts, to hold the engine and its rule files against.

Always true here:
  * nothing is shared with the rule files: bases, dates and scales are written out again below;
  * arithmetic is exact (Decimal of 60 digits), rounded half up to the cent once, at the end;
  * a missing amount is 0 to a very large figure; a missing truth, word or kinship is tried both ways, so an answer
    here may be sharper than the ranges of the engine: such rows carry exact = False.
Texts: law of 26 May 2002, royal decree of 11 July 2002 (art. 22 to 35), royal decree of 7 January 2026 (art. 34);
organic law of 8 July 1976, art. 57, par. 2.
"""
import datetime
import decimal
import itertools
from decimal import Decimal

RIGHTS = ("ris", "amu")
CATEGORIES = ("cohabitant", "isolated", "family")
LARGE = Decimal(10) ** 9
MOST_COMPLETIONS = 30000
decimal.getcontext().prec = 60
DAY = datetime.date.fromisoformat

INDEX = [("2012-12-01", 14), ("2016-06-01", 15), ("2017-06-01", 16), ("2018-09-01", 17), ("2020-03-01", 18), ("2021-09-01", 19),
         ("2022-01-01", 20), ("2022-03-01", 21), ("2022-05-01", 22), ("2022-08-01", 23), ("2022-11-01", 24), ("2022-12-01", 25),
         ("2023-11-01", 26), ("2024-05-01", 27), ("2025-02-01", 28), ("2026-03-01", 29)]
BASES = [("2013-09-01", ("4955.60", "7433.40", "9911.21")), ("2015-09-01", ("5054.71", "7582.07", "10109.43")),
         ("2016-04-01", ("5155.80", "7733.71", "10311.62")), ("2017-09-01", ("5202.20", "7803.31", "10404.42")),
         ("2018-07-01", ("5202.20", "7803.31", "10754.07")), ("2019-07-01", ("5306.24", "7959.38", "10754.07")),
         ("2020-01-01", ("5371.27", "8056.92", "10888.50")), ("2021-01-01", ("5515.62", "8273.45", "11181.13")),
         ("2021-07-01", ("5625.93", "8438.92", "11404.75")), ("2022-01-01", ("5773.17", "8659.78", "11703.23")),
         ("2023-01-01", ("5920.42", "8880.64", "12001.71")), ("2023-07-01", ("6038.83", "9058.25", "12241.74"))]
FLAT = {"cohabitant": Decimal(155), "isolated": Decimal(250), "family": Decimal(310)}
WIDER_CIRCLE = DAY("2026-03-01")

PRESUMED_NO = ("assimilated_adult", "piis_signed", "transfer_10y", "guarantor")
PRESUMED_ZERO = ("gifts_regular_month", "housing_paid_by_third_party_month", "study_grant_month", "mortgage_interest_year",
                 "self_employed_net_year", "pension_foreign_month", "rc_unbuilt", "rent_received_year")
OWN_INCOME = ("unemployment_month", "sickness_month", "disability_allowance_month", "pension_month", "pension_foreign_month",
              "alimony_received_month", "gifts_regular_month", "other_income_month", "housing_paid_by_third_party_month")
IN_LINE_RIS = ("belgian", "refugee", "subsidiary", "stateless", "population_register")
EQUIVALENT = ("foreigners_register", "temporary_protection")
STAYS = IN_LINE_RIS + EQUIVALENT + ("eu", "asylum_seeker", "short_stay", "irregular")


# ---- amounts --------------------------------------------------------------------------------------------------------

def in_force(series, on):
    found = None
    for start, value in series:
        if DAY(start) <= on:
            found = value
    return found


def cents(amount):
    return amount.quantize(Decimal("0.01"), decimal.ROUND_HALF_UP)


def coefficient(on):
    return (Decimal("1.02") ** in_force(INDEX, on)).quantize(Decimal("0.0001"), decimal.ROUND_HALF_UP)


def annual(category, on):
    return cents(Decimal(in_force(BASES, on)[CATEGORIES.index(category)]) * coefficient(on))


def exemption_year(person, grant, on):
    """What art. 35 takes off a year of the person's own wage."""
    def month(base):
        return 12 * cents(Decimal(base) * coefficient(on))

    word = person["work_exemption"] or "none"
    if word == "general":
        return month("177.76")
    if word == "student" and person["piis_signed"] == "yes":
        low_rate = DAY("2021-10-01") <= on <= DAY("2021-12-31") and grant > 0
        return month("49.58" if low_rate else "177.76")
    if word == "shortage" and on >= DAY("2024-01-01"):
        return month("254.75")
    if word == "artistic":
        return cents(Decimal("2133.12") * coefficient(on))
    return Decimal(0)


def capital_income(value):
    return (Decimal("0.06") * max(Decimal(0), min(value, Decimal(12500)) - 6200) + Decimal("0.10") * max(Decimal(0), value - 12500))


def thresholds(on):
    """Amounts, in cents, where something changes: for the maker of households."""
    year = [int(100 * annual(category, on)) for category in CATEGORIES]
    month = [value // 12 for value in year]
    exempt = [int(100 * cents(Decimal(base) * coefficient(on))) for base in ("177.76", "49.58", "254.75")]
    return {
        "self_employed_net_year": year + [value + 100 * flat for value, flat in zip(year, (155, 250, 310))] + [15500, 25000, 31000],
        "wage_net_month": exempt + month + [m + e for m in month for e in exempt[:1]],
        "unemployment_month": month, "sickness_month": month, "pension_month": month, "other_income_month": month + [1292, 2083, 2583],
        "gifts_regular_month": month, "alimony_received_month": month, "disability_allowance_month": month, "grapa_month": month,
        "movable_capital": [620000, 1250000, 1860000], "rc_dwelling": [75000, 87500, 100000, 112500, 3000],
        "rc_built_other": [75000, 87500, 100000], "rc_unbuilt": [3000],
    }


# ---- who is who ------------------------------------------------------------------------------------------------------

class Household:
    """The members, what links and rows say of them, and what is not known."""

    def __init__(self, facts, persons, relations, on):
        self.facts, self.persons, self.relations, self.on = facts, persons, relations, on
        self.by_id = {person["person_id"]: person for person in persons}
        self.rows = {}
        for a, b, word in relations:
            opposite = {"grandparent": "grandchild", "grandchild": "grandparent", "parent_in_law": "child_in_law",
                        "child_in_law": "parent_in_law"}.get(word, word)
            self.rows[(a, b)] = word
            self.rows[(b, a)] = opposite
        self.memo = {}

    def partner(self, person):
        return self.by_id.get(person["partner_id"])

    def parents(self, person):
        return [self.by_id[person[link]] for link in ("mother_id", "father_id") if person[link] in self.by_id]

    def ascendants(self, person):
        """Names of parents, and on; links and rows of grandparents, one after the other."""
        found, todo = set(), [person]
        while todo:
            someone = todo.pop()
            elders = self.parents(someone) + [self.by_id[a] for (a, b), word in self.rows.items()
                                              if b == someone["person_id"] and word == "grandparent" and a in self.by_id]
            for elder in elders:
                if elder["person_id"] not in found:
                    found.add(elder["person_id"])
                    todo.append(elder)
        return found

    def bond(self, p, m):
        """What the member m is to p, where it matters to art. 34: parent, line, in_law, in_law_if_married, out, unknown."""
        row = self.rows.get((m["person_id"], p["person_id"]))
        p_partner, m_partner = self.partner(p), self.partner(m)
        if m in self.parents(p) or p in self.parents(m):
            return "parent"
        if m["person_id"] in self.ascendants(p) or p["person_id"] in self.ascendants(m):
            return "line"
        if row in ("parent_in_law", "child_in_law"):
            return "in_law"
        for a, b, partner in ((p, m, p_partner), (m, p, m_partner)):
            if partner is not None and b in self.parents(partner):
                return "in_law_if_married:" + a["person_id"]
        if row:
            return "out"
        if set(map(id, self.parents(p))) & set(map(id, self.parents(m))):
            return "out"  # siblings
        for a, b in ((p, m), (m, p)):
            for parent in self.parents(a):
                if self.partner(parent) is b:
                    return "out"  # partner of a parent, child of a partner
            partner = self.partner(b)
            if partner is not None and a["person_id"] in self.ascendants(partner):
                return "out"  # partner of a grandchild
        if p_partner is not None and p_partner["person_id"] in self.ascendants(m):
            return "out"  # grandchild of the partner; the other way round, partner of a grandparent, needs a row
        return "unknown"


def age_on(birth, on):
    """Completed years; somebody born on 29 February has a birthday on 1 March in other years."""
    day = DAY(birth)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


# ---- one completion -------------------------------------------------------------------------------------------------

class World:
    """A household in which every truth, word and kinship has been settled; amounts may still be ranges."""

    def __init__(self, home, choice, memo):
        self.home, self.choice, self.on, self.memo = home, choice, home.on, memo

    def settled(self, person, fact):
        if person[fact]:
            return person[fact]
        if fact in PRESUMED_NO:
            return "no"
        return self.choice[(fact, person["person_id"])]

    def adult(self, person):
        if person["birth_date"]:
            return age_on(person["birth_date"], self.on) >= 18
        return self.choice[("birth_date", person["person_id"])] == "adult"

    def money(self, person, fact, high):
        if person[fact]:
            return Decimal(person[fact])
        if fact in PRESUMED_ZERO or fact == "grapa_month" and person["receives_grapa"] == "no":
            return Decimal(0)
        return LARGE if high else Decimal(0)

    def built(self, person, high):
        children = sum(1 for other in self.home.persons
                       if other is not person and other["family_benefit_recipient_id"] == person["person_id"])
        base = self.money(person, "rc_dwelling", high) + self.money(person, "rc_built_other", high) - 750 - 125 * children
        value = max(3 * max(Decimal(0), base), self.money(person, "rent_received_year", high))
        return value - min(self.money(person, "mortgage_interest_year", not high), value / 2)

    def means(self, person, high, exempt=False):
        """Income of one's own (a year)."""
        wage = 12 * self.money(person, "wage_net_month", high)
        if exempt:
            wage = max(Decimal(0), wage - exemption_year(person, self.money(person, "study_grant_month", True), self.on))
        month = sum(self.money(person, fact, high) for fact in OWN_INCOME + ("grapa_month",))
        if person["family_benefit_recipient_id"] == person["person_id"] and self.adult(person):
            month += self.money(person, "family_benefit_month", high)
        return wage + 12 * month + self.money(person, "self_employed_net_year", high)

    def resources(self, person, high, exempt=False):
        key = (person["person_id"], high, exempt, self.adult(person))
        if key not in self.memo:
            unbuilt = 3 * max(Decimal(0), self.money(person, "rc_unbuilt", high) - 30)
            self.memo[key] = (self.means(person, high, exempt) + self.built(person, high) + unbuilt +
                              capital_income(self.money(person, "movable_capital", high)))
        return self.memo[key]

    def category(self, person):
        home, partner = self.home, self.home.partner(person)
        mine = {person["person_id"]} | ({partner["person_id"]} if partner else set())
        others = [other for other in home.persons if other is not person]
        for other in others:
            if not self.adult(other) and home.partner(other) is None and mine & {other["mother_id"], other["father_id"]}:
                return "family"
        if partner:
            return "cohabitant"
        if any(self.adult(other) for other in others):
            shares = home.facts["shares_budget"] or self.choice[("shares_budget", "")]
            return "cohabitant" if shares == "yes" else "isolated"
        return "isolated"

    def debtor(self, person, other):
        """The resources of this cohabitant count, art. 34."""
        if not self.adult(other) or other is self.home.partner(person):
            return False
        bond = self.home.bond(person, other)
        if bond == "parent":
            inside = True
        elif self.on < WIDER_CIRCLE or bond == "out":
            inside = False
        elif bond.startswith("in_law_if_married"):
            inside = self.settled(self.home.by_id[bond.split(":")[1]], "partnership") == "married"
        elif bond == "unknown":
            inside = self.choice[("relation", person["person_id"] + " " + other["person_id"])] == "debtor"
        else:
            inside = True
        return inside and self.settled(other, "receives_ris") != "yes"

    def amount(self, person, high):
        """The yearly amount when the resources are at their low or high end; 0 when they reach the category amount."""
        home, partner = self.home, self.home.partner(person)
        category = self.category(person)
        one = annual("cohabitant", self.on)
        total = self.resources(person, high, exempt=True)
        if high and self.settled(person, "transfer_10y") == "yes":
            total += capital_income(self.money(person, "transfer_value", True))
        if partner and self.settled(partner, "receives_ris") != "yes":
            theirs = self.resources(partner, high)
            total += theirs if category == "family" else max(Decimal(0), theirs - one)
        debtors = [other for other in home.persons if other is not person and self.debtor(person, other)]
        pooled = Decimal(0)
        for other in debtors:
            pooled += self.resources(other, high)
            if self.on >= WIDER_CIRCLE and person["family_benefit_recipient_id"] == other["person_id"]:
                pooled += 12 * self.money(person, "family_benefit_month", high)
        total += max(Decimal(0), pooled - len(debtors) * one)
        due = annual(category, self.on)
        return Decimal(0) if total >= due else due - max(Decimal(0), total - FLAT[category])

    def conditions(self, person):
        stay = self.settled(person, "stay")
        if stay == "eu":
            legal = self.settled(person, "eu_worker") == "yes" or Decimal(self.settled(person, "eu_stay_months")) >= 3
        else:
            legal = stay in IN_LINE_RIS and (stay != "subsidiary" or self.on >= DAY("2016-12-01"))
        return (self.settled(person, "lives_in_belgium") == "yes" and legal and
                (self.adult(person) or self.settled(person, "assimilated_adult") == "yes"))


def questions(home, person):
    """What has to be settled for this person: (fact, whose) and the choices."""
    partner, found = home.partner(person), {}
    name = person["person_id"]

    def ask(fact, someone, *choices):
        if not someone[fact]:
            found[(fact, someone["person_id"])] = choices

    ask("lives_in_belgium", person, "yes", "no")
    ask("stay", person, "belgian", "eu", "subsidiary", "foreigners_register", "irregular")
    if person["stay"] in ("eu", ""):
        ask("eu_worker", person, "yes", "no")
        ask("eu_stay_months", person, "3", "2")
    for someone in home.persons:
        ask("birth_date", someone, "adult", "minor")
        if someone is person:
            continue
        bond = home.bond(person, someone)
        if someone is partner or bond == "parent" or home.on >= WIDER_CIRCLE and bond != "out":
            ask("receives_ris", someone, "yes", "no")
        if home.on >= WIDER_CIRCLE:
            if bond.startswith("in_law_if_married"):
                ask("partnership", home.by_id[bond.split(":")[1]], "married", "legal")
            if bond == "unknown" and someone is not partner:
                found[("relation", name + " " + someone["person_id"])] = ("debtor", "out")
    if not home.facts["shares_budget"] and not partner and len(home.persons) > 1:
        found[("shares_budget", "")] = ("yes", "no")
    return found


class Outcome:
    """What all completions say together of one person, before art. 14's "one amount for a couple"."""

    def __init__(self, home, person):
        asked = questions(home, person)
        self.asked = asked
        partner, memo = home.partner(person), {}
        self.families, entitled, amounts = set(), set(), []
        size = 1
        for choices in asked.values():
            size *= len(choices)
        self.too_many = size > MOST_COMPLETIONS
        if self.too_many:
            return
        for values in itertools.product(*asked.values()):
            world = World(home, dict(zip(asked, values)), memo)
            family = world.category(person) == "family"
            self.families.add(family)
            covered = family and partner is not None and world.settled(partner, "receives_ris") == "yes"
            if covered or not world.conditions(person):
                entitled.add("no")
                continue
            low, high = world.amount(person, True), world.amount(person, False)
            amounts.append((low, high))
            entitled.add("yes" if low > 0 else "no" if high == 0 else "unknown")
        self.exact = size == 1
        self.verdict = entitled.pop() if len(entitled) == 1 else "unknown"
        self.low = cents(min(low for low, _ in amounts) / 12) if amounts else Decimal(0)
        self.high = cents(max(high for _, high in amounts) / 12) if amounts else Decimal(0)
        if self.verdict == "no":
            self.low = self.high = Decimal(0)


# ---- the rows -------------------------------------------------------------------------------------------------------

def finding(verdict, receives, application, ended):
    if receives == "yes":
        return "receiving"
    if application == "pending":
        return "pending"
    if verdict == "no":
        return "none"
    if verdict == "yes" and ended:
        return "interrupted"
    if receives == "":
        return "to_check"
    return "likely" if verdict == "yes" else "possible"


def money_text(amount):
    return "%.2f" % amount


def ris_row(home, person, outcomes):
    outcome = outcomes[person["person_id"]]
    receives, application = person["receives_ris"], person["application_ris"]
    ended = bool(person["ris_end"]) and DAY(person["ris_end"]) < home.on
    if receives == "yes":
        return {"verdict": "", "amount_low": "", "amount_high": "", "route": "", "finding": "receiving"}
    if outcome.too_many:
        return None
    partner = home.partner(person)
    certain_family = outcome.families == {True}
    equivalent = "eris" if person["stay"] in EQUIVALENT else ""
    covered = {"verdict": "no", "amount_low": "0.00", "amount_high": "0.00", "route": "", "finding": "covered"}
    if partner and certain_family and partner["receives_ris"] == "yes":
        return dict(covered, route=("", "eris") if equivalent else "")
    row = {"verdict": outcome.verdict, "amount_low": money_text(outcome.low), "amount_high": money_text(outcome.high),
           "exact": outcome.exact, "finding": finding(outcome.verdict, receives, application, ended),
           "finding_if_unknown": finding("unknown", receives, application, ended)}
    row["route"] = {"yes": "ris", "unknown": ("ris", "", "eris" if not person["stay"] else "ris"), "no": equivalent}[outcome.verdict]
    if outcome.verdict == "unknown" and person["transfer_10y"] != "yes":
        row["missing_any"] = True
    rival = outcomes.get(partner["person_id"]) if partner else None
    if rival is None or rival.too_many or outcome.verdict == "no" or rival.verdict == "no" or True not in outcome.families:
        return row
    mine, theirs = (outcome.low, outcome.high), (rival.low, rival.high)
    first = home.persons.index(person) < home.persons.index(partner)
    loses = theirs > mine or theirs == mine and not first
    sure = outcome.verdict == rival.verdict == "yes" and certain_family and outcome.exact and rival.exact
    if sure:
        return covered if loses else row
    # Who of the two it would be is not settled by the text while either is unknown: both answers pass.
    row["or"] = covered
    return row


def amu_row(home, person):
    stay, insurer, receives = person["stay"], person["insurer"], person["receives_amu"]
    row = {"verdict": "unknown", "amount_low": "", "amount_high": "", "route": "", "finding": "none"}
    if receives == "yes":
        return dict(row, verdict="", finding="receiving")
    if stay == "asylum_seeker":
        return dict(row, verdict="no", route="fedasil")
    if stay not in ("", "irregular") and insurer in ("mutuality", "caami"):
        return dict(row, verdict="no", route="insurance")
    if person["guarantor"] == "yes":
        return dict(row, verdict="no", route=("guarantor", "") if not stay else "guarantor")
    outside = stay == "irregular"
    if stay == "eu":
        outside = person["eu_stay_months"] != "" and Decimal(person["eu_stay_months"]) < 3 and person["eu_worker"] != "yes"
        world = World(home, {("birth_date", person["person_id"]): "adult"}, {})
        outside = outside or world.means(person, True, exempt=True) == 0
    if outside and insurer in ("none", ""):
        return dict(row, route="ask_cpas", finding="possible" if receives == "no" else ("possible", "to_check"))
    return row


def answer(household, persons, relations, on):
    home = Household(household, persons, relations, on)
    outcomes = {person["person_id"]: Outcome(home, person) for person in persons if person["receives_ris"] != "yes"}
    rows = {}
    for person in persons:
        name = person["person_id"]
        rows[(name, "ris")] = None
        if name in outcomes:
            rows[(name, "ris")] = ris_row(home, person, outcomes)
        else:
            rows[(name, "ris")] = {"verdict": "", "amount_low": "", "amount_high": "", "route": "", "finding": "receiving"}
        rows[(name, "amu")] = amu_row(home, person)
    return rows


# ---- published amounts ----------------------------------------------------------------------------------------------

PUBLISHED = """
2013-09-01 544.91 817.36 1089.82
2015-09-01 555.81 833.71 1111.62
2016-04-01 566.92 850.39 1133.85
2016-06-01 578.27 867.40 1156.53
2017-06-01 589.82 884.74 1179.65
2017-09-01 595.13 892.70 1190.27
2018-07-01 595.13 892.70 1230.27
2018-09-01 607.01 910.52 1254.82
2019-07-01 619.15 928.73 1254.82
2020-01-01 626.74 940.11 1270.51
2020-03-01 639.27 958.91 1295.91
2021-01-01 656.45 984.68 1330.74
2021-07-01 669.58 1004.37 1357.36
2021-09-01 682.99 1024.49 1384.54
2022-01-01 714.86 1072.30 1449.15
2022-03-01 729.20 1093.80 1478.22
2022-05-01 743.78 1115.67 1507.77
2022-08-01 758.64 1137.97 1537.90
2022-11-01 773.80 1160.70 1568.62
2022-12-01 789.29 1183.94 1600.03
2023-01-01 809.42 1214.13 1640.83
2023-07-01 825.61 1238.41 1673.65
2023-11-01 842.12 1263.17 1707.11
2024-05-01 858.97 1288.46 1741.29
2025-02-01 876.13 1314.20 1776.07
2026-03-01 893.65 1340.47 1811.57
2026-10-01 893.65 1340.47 1811.57
"""

# A month of the exemption of art. 35: general; shortage, where there is one; artistic (a year).
PUBLISHED_EXEMPTIONS = """
2017-06-01 244.03 - 2928.35
2018-09-01 248.90 - 2986.79
2020-03-01 253.88 - 3046.52
2021-09-01 258.96 - 3107.53
2022-01-01 264.13 - 3169.60
2022-11-01 285.91 - 3430.91
2022-12-01 291.63 - 3499.60
2023-11-01 297.46 - 3569.56
2024-01-01 297.46 426.30 3569.56
2024-05-01 303.42 434.83 3641.02
2025-02-01 309.48 443.52 3713.76
2026-03-01 315.67 452.39 3787.99
"""


def nobody():
    """A person with nothing, all of it known."""
    from households import PERSON_COLUMNS, MONEY
    person = dict.fromkeys(PERSON_COLUMNS, "")
    person.update(dict.fromkeys(MONEY, "0"))
    person.update(birth_date="1985-03-14", lives_in_belgium="yes", stay="belgian", receives_ris="no", receives_grapa="no",
                  receives_amu="no", insurer="mutuality", family_benefit_month="0")
    return person


def examples():
    """Amounts as printed by the administration: (date, household, persons, relations, what the engine must answer)."""
    number = 0

    def one(on, shares, facts, others, monthly):
        nonlocal number
        number += 1
        house = "published%d" % number
        persons = [dict(nobody(), **facts)] + [dict(nobody(), **other) for other in others]
        for index, person in enumerate(persons):
            person["person_id"], person["household_id"] = "%sp%d" % (house, index + 1), house
            if person["mother_id"]:
                person["mother_id"] = house + "p1"
        rows = [(persons[0]["person_id"], other["person_id"], "unrelated") for other in persons[1:] if not other["mother_id"]]
        household = {"household_id": house, "postal_code": "", "shares_budget": shares}
        row = {"verdict": "yes", "amount_low": monthly, "amount_high": monthly, "route": "ris", "finding": "likely"}
        return DAY(on), household, persons, rows, {(persons[0]["person_id"], "ris"): row}

    amounts = {}
    for line in PUBLISHED.split("\n"):
        if not line:
            continue
        on, *monthly = line.split()
        amounts[on] = monthly
        yield one(on, "yes", {}, [{"birth_date": "1980-01-01"}], monthly[0])
        yield one(on, "no", {}, [], monthly[1])
        yield one(on, "no", {}, [{"birth_date": on, "mother_id": "yes"}], monthly[2])
    for line in PUBLISHED_EXEMPTIONS.split("\n"):
        if not line:
            continue
        on, general, shortage, artistic = line.split()
        year = Decimal(annual("isolated", DAY(on)))
        for word, exempt in (("general", 12 * Decimal(general)), ("student", 12 * Decimal(general)), ("artistic", Decimal(artistic)),
                             ("shortage", Decimal(0) if shortage == "-" else 12 * Decimal(shortage))):
            counted = 12 * Decimal("560.37") - exempt
            yield one(on, "no", {"wage_net_month": "560.37", "work_exemption": word, "piis_signed": "yes"}, [],
                      money_text(cents((year - max(Decimal(0), counted - 250)) / 12)))
    for on, base in (("2021-09-30", "258.96"), ("2021-10-01", "72.23"), ("2021-12-31", "72.23"), ("2022-01-01", "264.13")):
        counted = 12 * (Decimal("560.37") - Decimal(base))
        yield one(on, "no", {"wage_net_month": "560.37", "work_exemption": "student", "piis_signed": "yes", "study_grant_month": "90"}, [],
                  money_text(cents((annual("isolated", DAY(on)) - counted + 250) / 12)))
