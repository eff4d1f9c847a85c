"""GRAPA and BIM, written a second time from the law, in exact arithmetic.

It answers one household the way `ayant screen` must. What is always true here:
  * nothing is taken from the rule files: the figures below were typed from the law;
  * amounts are Fractions, rounded half up to the cent once, at the end;
  * a missing fact is every value it may have: truths, words, ages and dates are enumerated, money goes from nothing to
    without end. A verdict is yes or no only when every completion of the file says so, so this reference may decide
    where the ranges of the engine leave "unknown", never the other way round.

    answer(household, persons, relations, on)
        -> {(person_id, "grapa" | "bim"): row as run.py describes it, or None when there are too many completions}
"""
import datetime
import itertools
import random
from decimal import Decimal
from fractions import Fraction

import households

RIGHTS = ("grapa", "bim")
WITHOUT_END = Fraction(10) ** 15
MOST_COMPLETIONS = 6000

# ---- figures ---------------------------------------------------------------------------------------------------------

COEFFICIENT_FROM = [("2012-12-01", 14), ("2016-06-01", 15), ("2017-06-01", 16), ("2018-09-01", 17), ("2020-03-01", 18),
                    ("2021-09-01", 19), ("2022-01-01", 20), ("2022-03-01", 21), ("2022-05-01", 22), ("2022-08-01", 23),
                    ("2022-11-01", 24), ("2022-12-01", 25), ("2023-11-01", 26), ("2024-05-01", 27), ("2025-02-01", 28),
                    ("2026-03-01", 29)]
GRAPA_BASE = [("2013-09-01", "6133.78"), ("2015-09-01", "6256.46"), ("2017-09-01", "6312.76"), ("2018-07-01", "6389.69"),
              ("2019-07-01", "6408.88"), ("2020-01-01", "6466.41"), ("2021-01-01", "6633.24"), ("2021-07-01", "6765.89"),
              ("2022-01-01", "6940.45"), ("2023-01-01", "7119.75"), ("2023-07-01", "7261.90")]
BIM_BASE = [("2015-09-01", "13205.71"), ("2016-01-01", "13376.19"), ("2017-09-01", "13644.13"),
            ("2019-07-01", "13973.60"), ("2021-07-01", "14253.08"), ("2022-01-01", "15018.16"), ("2023-01-01", "15416.15"), ("2023-07-01", "15724.47"), ("2024-01-01", "16140.88")]
BIM_STEP = Fraction("0.185127")
BIM_YEAR = {2021: ("20292.59", "3756.71"), 2022: ("23303.84", "4314.18"), 2023: ("25630.67", "4744.94"),
            2025: ("28054.90", "5193.74")}
CADASTRAL_INDEX = {2023: "2.0915", 2024: "2.1763", 2025: "2.2446", 2026: "2.3000"}
PRESUMED = {"in_care_home": "no", "invalid": "no", "transfer_10y": "no", "disabled_child_66": "no", "orphan": "no",
            "unaccompanied_minor": "no", "alimony_paid_month": "0", "mortgage_interest_year": "0",
            "self_employed_net_year": "0", "apa_month": "0", "pension_foreign_month": "0", "rc_unbuilt": "0",
            "rent_received_year": "0", "movable_income_year": "0"}


def in_force(series, on):
    """The last row not after the date."""
    day = on.isoformat()
    return [value for start, value in series if start <= day][-1]


def half_up(value, digits):
    """Rounds a positive Fraction half up."""
    step = Fraction(1, 10 ** digits)
    return Fraction(int((value / step * 2 + 1) // 2)) * step


def coefficient(on):
    return half_up(Fraction("1.02") ** in_force(COEFFICIENT_FROM, on), 4)


def grapa_maximum(on, increased):
    base = Fraction(in_force(GRAPA_BASE, on))
    return half_up(base * (Fraction(3, 2) if increased else 1) * coefficient(on), 2)


def bim_month_ceiling(on, size):
    return Fraction(in_force(BIM_BASE, on)) * coefficient(on) * (1 + BIM_STEP * (size - 1))


def bim_year_ceiling(year, size):
    if year in BIM_YEAR:
        one, step = (Fraction(figure) for figure in BIM_YEAR[year])
        return one + step * (size - 1)
    if year < 2016:  # printed ceilings begin in September 2015: the mean of that year cannot be made
        return None
    return sum(bim_month_ceiling(datetime.date(year, month, 1), size) for month in range(1, 13)) / 12


def cents(value):
    return "%.2f" % (Decimal(int(half_up(value, 2) * 100)) / 100)


# ---- the file --------------------------------------------------------------------------------------------------------

def text(row, name):
    value = row.get(name)
    value = "" if value is None else str(value).strip()
    return value if value else PRESUMED.get(name, "")


def truth(row, name):
    return {"yes": True, "no": False}.get(text(row, name))


def money(row, name):
    value = text(row, name)
    return Fraction(value) if value else None


def day(row, name):
    value = text(row, name)
    return datetime.date.fromisoformat(value) if value else None


def birthday(born, years):
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return datetime.date(born.year + years, 3, 1)


def months_later(start, months):
    """The same day of a later month, or the first of the month after it where that day does not exist."""
    count = start.year * 12 + start.month - 1 + months
    try:
        return datetime.date(count // 12, count % 12 + 1, start.day)
    except ValueError:
        count += 1
        return datetime.date(count // 12, count % 12 + 1, 1)


class Household:
    """The persons of a household, and who is what to whom."""

    def __init__(self, persons, relations, on):
        self.on = on
        self.rows = {row["person_id"]: row for row in persons}
        self.ids = list(self.rows)
        self.partner, self.up, self.row_word = {}, {p: set() for p in self.ids}, {}
        self.parent = {p: set() for p in self.ids}
        for p, row in self.rows.items():
            other = text(row, "partner_id")
            if other in self.rows and other != p:
                self.partner[p] = other
                self.partner.setdefault(other, p)
            for name in ("mother_id", "father_id"):
                if text(row, name) in self.rows:
                    self.parent[p].add(text(row, name))
        for p in self.ids:
            self.up[p] |= self.parent[p]
        for row in relations or ():
            a, b, word = (row["person_id"], row["other_id"], row["relation"]) if isinstance(row, dict) else row
            if a not in self.rows or b not in self.rows or not word:
                continue
            self.row_word[a, b] = word
            if word == "grandparent":
                self.up[b].add(a)
            if word == "grandchild":
                self.up[a].add(b)

    def word(self, a, b):
        """What the rows say that a is to b: symmetric words both ways."""
        back = {"grandparent": "grandchild", "grandchild": "grandparent", "parent_in_law": "child_in_law",
                "child_in_law": "parent_in_law"}
        if (a, b) in self.row_word:
            return self.row_word[a, b]
        word = self.row_word.get((b, a))
        return back.get(word, word)

    def ascendants(self, p):
        found, edge = set(), [p]
        while edge:
            for above in self.up[edge.pop()]:
                if above not in found:
                    found.add(above)
                    edge.append(above)
        return found

    def descendants(self, p):
        return {q for q in self.ids if p in self.ascendants(q)}

    def siblings(self, a, b):
        return bool(self.parent[a] & self.parent[b]) or self.word(a, b) == "sibling"

    def grandparent(self, a, b):
        """a is the grandparent of b."""
        return any(a in self.parent[x] for x in self.parent[b]) or self.word(a, b) == "grandparent"

    def linked(self, a, b):
        """The links or rows say what a is to b."""
        return (self.word(a, b) is not None or self.partner.get(a) == b or b in self.parent[a] or a in self.parent[b]
                or self.grandparent(a, b) or self.grandparent(b, a) or self.siblings(a, b)
                or self._through_partner(a, b) or self._through_partner(b, a)
                or a in self.ascendants(b) or b in self.ascendants(a))

    def _through_partner(self, a, b):
        """a's partner is a parent, child, or grandchild of b (a: step-parent, child-in-law...)."""
        s = self.partner.get(a)
        return s is not None and (s in self.parent[b] or b in self.parent[s] or self.grandparent(b, s))

    def age_at_least(self, p, years, default=None):
        born = day(self.rows[p], "birth_date")
        return default if born is None else birthday(born, years) <= self.on

    def partnership(self, p):
        """The word of the couple, as the person's own row gives it, else the partner's row."""
        s = self.partner.get(p)
        if s is None:
            return None
        return text(self.rows[p], "partnership") or (text(self.rows[s], "partnership") if s else "")


# ---- GRAPA -----------------------------------------------------------------------------------------------------------

def kleene_and(values):
    values = list(values)
    return False if False in values else None if None in values else True


def grapa_age(house, p):
    born = day(house.rows[p], "birth_date")
    if born is None:
        return None
    years = 65 if born < datetime.date(1960, 1, 1) else 66 if born < datetime.date(1964, 1, 1) else 67
    return birthday(born, years) <= house.on


def grapa_stay(row):
    word = text(row, "stay")
    if word in ("", "population_register"):
        return None
    return word in ("belgian", "eu", "refugee", "stateless", "subsidiary")


def scale(capital):
    return max(0, min(capital, 18600) - 6200) * Fraction("0.04") + max(0, capital - 18600) * Fraction("0.10")


def grapa_resources(row, children):
    """Resources a year of one person other than pensions: (least, most)."""
    def both(name):
        value = money(row, name)
        return (Fraction(0), WITHOUT_END) if value is None else (value, value)

    def one(end):
        wage = both("wage_gross_month")[end] * 12 * Fraction("0.75")
        work = max(Fraction(0), wage + both("self_employed_net_year")[end] - 5000)
        plain = 12 * sum(both(name)[end] for name in ("unemployment_month", "sickness_month", "alimony_received_month",
                                                      "other_income_month"))
        exempt = Fraction("743.68") + Fraction("123.95") * children
        built = 3 * max(Fraction(0), both("rc_dwelling")[end] + both("rc_built_other")[end] - exempt)
        built -= min(both("mortgage_interest_year")[end], built / 2)
        land = 9 * max(Fraction(0), both("rc_unbuilt")[end] - 30)
        return work + plain + scale(both("movable_capital")[end]) + built + land
    return one(0), one(1)


def grapa_transfer(row):
    """What a sale or gift adds in the wider reading of the resources: (least, most)."""
    sold = truth(row, "transfer_10y")
    value = money(row, "transfer_value")
    if sold is False:
        return Fraction(0), Fraction(0)
    if value is None:
        return Fraction(0), WITHOUT_END
    return (scale(value) if sold else Fraction(0)), scale(value)


def grapa_pension(row):
    def one(end):
        total = Fraction(0)
        for name in ("pension_month", "pension_foreign_month"):
            value = money(row, name)
            total += value if value is not None else (WITHOUT_END if end else 0)
        return max(Fraction(0), 12 * total * Fraction("0.9") - 12 * money(row, "alimony_paid_month"))
    return one(0), one(1)


def grapa_shares(house, p, m, married, adult, kin):
    """m shares the residence of p, in one completion."""
    s = house.partner.get(p)
    legal = s is not None and married[p]
    care = {x: truth(house.rows[x], "in_care_home") for x in (p, m)}
    if not adult[m] or (care[p] and care[m]):
        return False
    if m == s:
        return not (legal and (care[p] or care[m]))
    line = house.ascendants(p) | house.descendants(p)
    if legal:
        line |= house.ascendants(s) | house.descendants(s)
    if m in line or house.word(m, p) in ("parent_in_law", "child_in_law"):
        return False
    spouse = house.partner.get(m)
    if spouse in line and married[m]:
        return False
    if house.linked(m, p):
        return True
    return kin[m]


def grapa_amounts(house, p):
    """(low before rounding, high before rounding) over the completions."""
    rows, s = house.rows, house.partner.get(p)
    others = [m for m in house.ids if m != p]
    choices, keys = [], []
    for m in others:
        known = house.age_at_least(m, 18)
        keys.append(("adult", m))
        choices.append((known,) if known is not None else (True, False))
        keys.append(("kin", m))
        choices.append((True,) if house.linked(m, p) else (True, False))
        keys.append(("benefit", m))
        value = money(rows[m], "family_benefit_month")
        choices.append((value > 0,) if value is not None else (True, False))
    couples = []
    for m in house.ids:
        other = house.partner.get(m)
        if other is None or (other, m) in couples:
            continue
        couples.append((m, other))
        word = house.partnership(m)
        keys.append(("married", m))
        choices.append((word in ("married", "legal"),) if word else (True, False))
    # Benefits count for adult children only, and kinship for adults without a link: leave the rest out.
    for i, (what, m) in enumerate(keys):
        if what == "benefit":
            child = house.parent[m] & {p, s}
            if not child or house.age_at_least(m, 18) is False:
                choices[i] = (True,)
        if what == "kin" and house.age_at_least(m, 18) is False:
            choices[i] = (True,)
    lows, highs = [], []
    for values in itertools.product(*choices):
        facts = {}
        for (what, m), value in zip(keys, values):
            facts.setdefault(what, {})[m] = value
        married = {}
        for a, b in couples:
            married[a] = married[b] = facts["married"][a]
        adult, kin, benefit = facts.get("adult", {}), facts.get("kin", {}), facts.get("benefit", {})
        unit = [p] + ([s] if s is not None and married[p] else [])
        children = sum(1 for m in others if m not in unit and house.parent[m] & set(unit) and (not adult[m] or benefit[m]))
        base = any(grapa_shares(house, p, m, married, adult, kin) for m in others)
        size = len(unit) + children
        exempt = 625 if base else 1000
        maximum = grapa_maximum(house.on, not base)
        resources = [grapa_resources(rows[m], children) for m in unit]
        pensions = [grapa_pension(rows[m]) for m in unit]
        sold = [grapa_transfer(rows[m]) for m in unit]
        most = sum(r[1] for r in resources) + sum(t[1] for t in sold)
        low = maximum - max(Fraction(0), most / size - exempt) - sum(x[1] for x in pensions) / size
        high = maximum - max(Fraction(0), (sum(r[0] for r in resources) + sum(x[0] for x in pensions)) / size - exempt)
        lows.append(max(Fraction(0), low / 12))
        highs.append(max(Fraction(0), high / 12))
    known = len(lows) == 1 and all(range_[0] == range_[1] for what in (resources, pensions, sold) for range_ in what)
    return min(lows), max(highs), known


def grapa(house, p):
    """(verdict, low, high, nothing that matters is missing)"""
    row = house.rows[p]
    conditions = kleene_and([grapa_age(house, p), truth(row, "lives_in_belgium"), grapa_stay(row)])
    low, high, known = grapa_amounts(house, p)
    if conditions is False or high == 0:
        return "no", Fraction(0), Fraction(0), known
    return ("unknown" if conditions is None or low == 0 else "yes"), low, high, known


# ---- BIM -------------------------------------------------------------------------------------------------------------

def sums(values):
    """(least, most) of several amounts of which some are unknown."""
    values = list(values)
    return sum(v for v in values if v is not None), (WITHOUT_END if None in values else sum(values))


def three_months(row, name, positive, on):
    """The values "for three months" may have, when the allowance is positive or not."""
    since = day(row, name)
    if since is None:
        return (False, True) if positive else (False,)
    return (months_later(since, 3) <= on,)


def surely_positive(row, name):
    """An empty date is unknown only when the allowance is known to be paid; else it is no date."""
    return (money(row, name) or 0) > 0


class Profile:
    """One way to complete what is not known of a person, as far as BIM reads it."""
    __slots__ = ("age", "titular", "own", "automatic", "indicator", "initiative", "current", "taxable", "insured")

    def key(self):
        return tuple(getattr(self, name) for name in self.__slots__)


def ris_status(row, on):
    """Three full months of RIS or equivalent aid, and still in effect: the values it may have."""
    answers = []
    end = day(row, "ris_end")
    for name in ("ris_since", "equivalent_aid_since"):
        since = day(row, name)
        if since is None:
            if name == "ris_since" and truth(row, "receives_ris"):
                answers.append((False, True))
            else:
                answers.append((False,))
            continue
        if end is not None and end < since:  # the end of an earlier aid
            end = None
        full = months_later(since, 3)
        held = full <= on and (end is None or end + datetime.timedelta(1) >= full)
        if held and end is not None and end < on:
            held = on <= datetime.date(full.year + 1, 12, 31)
        answers.append((held,))
    return sorted({a or b for a in answers[0] for b in answers[1]})


def current_income(row, on, dependent):
    """Twelve months of current income and the rest of the month route: (least, most). Dependants have no income."""
    given = money(row, "current_income_month")
    if dependent:
        low = high = min(Fraction(0), money(row, "self_employed_net_year")) if given is None else Fraction(0)
    elif given is not None:
        low = high = 12 * given
    else:
        names = ("wage_gross_month", "unemployment_month", "sickness_month", "pension_month", "pension_foreign_month",
                 "alimony_received_month", "other_income_month")
        low, high = (12 * x for x in sums(money(row, n) for n in names))
        low, high = low + money(row, "self_employed_net_year"), high + money(row, "self_employed_net_year")
    movable = money(row, "movable_income_year")
    other_low, other_high = sums((money(row, "rc_built_other"), money(row, "rc_unbuilt")))
    index = CADASTRAL_INDEX.get(on.year)
    if index is None:
        other_low, other_high = Fraction(0), (WITHOUT_END if other_high > 0 else Fraction(0))
    else:
        other_low, other_high = other_low * Fraction(index), other_high * Fraction(index)
    return low + movable + other_low, high + movable + other_high


def taxable_income(row, on):
    """Whatever year it is of: an older one is compared too."""
    value = money(row, "taxable_income_year")
    if value is None:
        return Fraction(0), WITHOUT_END
    return value, value


def profiles(house, p):
    """Every different way to complete the person."""
    row, on = house.rows[p], house.on
    signs = {}
    plain = ("wage_net_month", "wage_gross_month", "alimony_received_month", "other_income_month")
    wages = [n for n in plain if (money(row, n) or 0) > 0]
    unknown_plain = any(money(row, n) is None for n in plain)
    signs["plain"] = (True,) if wages else ((False, True) if unknown_plain else (False,))
    for name in ("unemployment_month", "sickness_month", "disability_allowance_month", "pension_month"):
        value = money(row, name)
        signs[name] = (False, True) if value is None else (value > 0,)
    for name, given in (("ris_month", "receives_ris"), ("grapa_month", "receives_grapa")):
        value, received = money(row, name), truth(row, given)
        if received is not None:
            signs[given] = (received,)
        else:
            signs[given] = (False, True)
        signs[name] = (value > 0,) if value is not None else (None,)
    ages = []
    for years, age in ((18, "minor"), (25, "young"), (200, "grown")):
        if house.age_at_least(p, years) is False:
            ages = [age]
            break
    ages = ages or ["minor", "young", "grown"]
    civil = text(row, "civil_status")
    signs["widowed"] = (civil == "widowed",) if civil else (False, True)
    signs["ris3"] = ris_status(row, on)
    none, irregular = text(row, "insurer"), text(row, "stay")
    known = False if none == "none" or irregular == "irregular" else None if not none or not irregular else True
    insured = (True, False) if known is None else (known,)
    names = list(signs)
    taxable = taxable_income(row, on)
    titular_fact = truth(row, "titular")
    found = {}
    for values in itertools.product(*signs.values()):
        x = dict(zip(names, values))
        # What is paid is a cent at least.
        paid = sum(x[n] for n in ("unemployment_month", "sickness_month", "pension_month") if money(row, n) is None)
        own = (x["plain"] or x["unemployment_month"] or x["sickness_month"] or x["disability_allowance_month"] or x["pension_month"]
               or money(row, "pension_foreign_month") > 0 or money(row, "self_employed_net_year") > 0
               or (money(row, "current_income_month") or 0) > 0)
        for what, given in (("ris_month", "receives_ris"), ("grapa_month", "receives_grapa")):
            own = own or bool(x[what]) or (x[what] is None and x[given])
        current = current_income(row, on, not own)
        if money(row, "current_income_month") is None:
            current = (current[0] + Fraction(12, 100) * paid, current[1])
        for out in three_months(row, "unemployment_since", surely_positive(row, "unemployment_month"), on):
            ended = day(row, "unemployment_end")
            out = out and not (ended is not None and ended < on)
            for ill in three_months(row, "incapacity_since", surely_positive(row, "sickness_month"), on):
                invalid = truth(row, "invalid")
                automatic = (x["ris3"] or x["receives_grapa"] or x["disability_allowance_month"] or money(row, "apa_month") > 0
                             or truth(row, "disabled_child_66"))
                marked = x["pension_month"] or money(row, "pension_foreign_month") > 0 or invalid or out or ill
                initiative = initiative_of(row, on, out or ill or invalid)
                for age in ages:
                    if titular_fact is not None:
                        titles = (titular_fact,)
                    elif age == "minor":
                        titles = (False,)
                    else:
                        titles = (True,) if age == "grown" or own else (True, False)
                    for title in titles:
                        # A child whose file gives no civil status is not a widow.
                        indicator = marked or (x["widowed"] and (civil or age != "minor"))
                        alone = title and (truth(row, "orphan") or truth(row, "unaccompanied_minor"))
                        for safe in insured:
                            c = Profile()
                            c.age, c.titular, c.own = age, title, bool(own)
                            c.automatic, c.indicator = bool(automatic or alone), bool(indicator)
                            c.initiative, c.current, c.taxable, c.insured = initiative, current, taxable, safe
                            found[c.key()] = c
    return list(found.values())


def below(low, high, ceiling):
    if ceiling is None:
        return None
    return True if high < ceiling else False if low >= ceiling else None


def initiative_of(row, on, out_of_work):
    """The part of the initiative of the insurer that the person alone decides."""
    if on < datetime.date(2024, 10, 1) or not out_of_work:
        return False
    land = money(row, "rc_unbuilt")
    other = money(row, "rc_built_other")
    owns = False if land > 0 or (other or 0) > 0 else None if other is None else True
    low, high = sums((money(row, "unemployment_month"), money(row, "sickness_month")))
    return kleene_and([owns, below(12 * low, 12 * high, bim_month_ceiling(on, 1))])


def close_relative(house, a, b):
    """a is a relative of b to the second degree; None when nothing says what they are."""
    if (b in house.parent[a] or a in house.parent[b] or house.siblings(a, b) or house.grandparent(a, b) or house.grandparent(b, a)):
        return True
    return False if house.linked(a, b) else None


def is_dependant(house, x, d, couple):
    if not house.parent[d] & couple or d in house.partner:
        return False
    c = x[d]
    return not (c.age == "grown" or c.own or c.titular)


def bim_door(house, x, p, kin):
    """(answer, door) of one completion: x the profiles, kin the unknown kinships."""
    me = x[p]
    if not me.insured:
        return False, "affiliate"
    s = house.partner.get(p)
    head = p if me.titular else s if s is not None and x[s].titular else None
    if head is None:
        parents = [text(house.rows[p], name) for name in ("mother_id", "father_id")]
        if text(house.rows[p], "titular_id") == parents[1]:
            parents.reverse()
        for parent in parents:
            couple = {parent, house.partner.get(parent)} & set(house.ids)
            if head is None and any(x[m].titular for m in couple) and is_dependant(house, x, p, couple):
                head = next(m for m in sorted(couple) if x[m].titular)
        if head is None:
            named = text(house.rows[p], "titular_id")
            if named not in house.rows:
                return None, ""
            head = named
    couple = {head, house.partner.get(head)} - {None}
    dependants = {d for d in house.ids if d not in couple and is_dependant(house, x, d, couple)}
    members = couple | dependants
    if any(x[m].automatic for m in members):
        return True, "automatic"
    answers = [bim_initiative(house, x, head, couple, dependants, kin)]
    single_parent = len(couple) == 1 and bool(dependants)
    if single_parent or any(x[m].indicator for m in members):
        route = "income_month"
        low, high = (sum(x[m].current[end] for m in members) for end in (0, 1))
        answers.append(below(low, high, bim_month_ceiling(house.on, len(members))))
    else:
        route = "income_year"
        low, high = (sum(x[m].taxable[end] for m in members) for end in (0, 1))
        answers.append(below(low, high, bim_year_ceiling(house.on.year - 1, len(members))))
    if answers[0]:
        return True, "initiative"
    if answers[1]:
        return (True, route if answers[0] is False else "initiative|" + route)
    if answers == [False, False]:
        return False, ""
    return None, "|".join(w for w, a in (("initiative", answers[0]), (route, answers[1])) if a is None)


def bim_initiative(house, x, head, couple, dependants, kin):
    if len(couple) > 1 or dependants:
        return False
    for m in house.ids:
        if m == head:
            continue
        close = close_relative(house, m, head)
        if close is None:
            close = kin[frozenset((m, head))]
        if not close:
            return False
    return x[head].initiative


def bim(house, p):
    """(verdict, doors opened or that may open, every completion was tried, nothing that matters is missing)"""
    # Who can matter: the couple of p, the parents of p and their partners, all their possible dependants. Everybody, for p alone.
    ways = {m: profiles(house, m) for m in house.ids}
    circle = {p, house.partner.get(p)} - {None}
    for parent in house.parent[p]:
        circle |= {parent, house.partner.get(parent)} - {None}
    named = text(house.rows[p], "titular_id")
    circle |= {m for m in (named, house.partner.get(named)) if m in house.rows}
    circle |= {m for m in house.ids if house.parent[m] & circle}
    circle |= {house.partner[m] for m in circle if m in house.partner}
    order = [m for m in house.ids if m in circle]
    pairs = [frozenset(pair) for pair in itertools.combinations(house.ids, 2)
             if close_relative(house, *pair) is None and p in pair and house.partner.get(p) is None]
    spaces = [ways[m] for m in order] + [(True, False)] * len(pairs)
    count = 1
    for space in spaces:
        count *= len(space)
    if count <= MOST_COMPLETIONS:
        draws = itertools.product(*spaces)
    else:
        chance = random.Random(p)
        draws = ([chance.choice(space) for space in spaces] for _ in range(MOST_COMPLETIONS))
    answers, doors = set(), set()
    for values in draws:
        x = dict(zip(order, values))
        kin = {pair: value for pair, value in zip(pairs, values[len(order):])}
        got, door = bim_door(house, x, p, _Everybody(kin))
        answers.add(got)
        doors |= set(door.split("|"))
    verdict = "yes" if answers == {True} else "no" if answers == {False} else "unknown"
    # A refusal for one reason or another has no door; what is not decided has those that may open.
    exact = count == 1 and not any(value > WITHOUT_END / 2 for m in order for x in ways[m]
                                   for value in (x.current[1], x.taxable[1]))
    return verdict, doors if verdict == "no" else doors - {""}, count <= MOST_COMPLETIONS, exact


class _Everybody(dict):
    """Kinship of pairs that no completion was made for: not close."""

    def __missing__(self, key):
        return False


# ---- the answer ------------------------------------------------------------------------------------------------------

def finding(row, right, verdict):
    received, asked = truth(row, "receives_" + right), text(row, "application_" + right)
    if asked == "pending":
        return "pending"
    if verdict == "no":
        return "none"
    if received is None:
        return "to_check"
    return "likely" if verdict == "yes" else "possible"


def answer(household, persons, relations, on):
    if isinstance(on, str):
        on = datetime.date.fromisoformat(on)
    house = Household(persons, relations, on)
    out = {}
    for p in house.ids:
        row = house.rows[p]
        for right, asked in (("grapa", grapa_row), ("bim", bim_row)):
            if truth(row, "receives_" + right):
                out[p, right] = dict(verdict="", amount_low="", amount_high="", route="", finding="receiving")
                continue
            found = out[p, right] = asked(house, p)
            if found:
                found["finding"] = finding(row, right, found["verdict"])
                found["finding_if_unknown"] = finding(row, right, "unknown")
    return out


def grapa_row(house, p):
    verdict, low, high, exact = grapa(house, p)
    return dict(verdict=verdict, amount_low=cents(low), amount_high=cents(high), route="", exact=exact)


def bim_row(house, p):
    verdict, doors, complete, exact = bim(house, p)
    if not complete and verdict != "unknown":
        return None  # what was tried agrees, the rest was not tried
    doors = sorted(doors) or [""]
    if verdict == "unknown" or not exact:
        # Which door, of those that may open, is said where it is known: not always.
        doors = sorted(set(doors) | {""})
    return dict(verdict=verdict, amount_low="", amount_high="", route=tuple(doors), exact=exact)


# ---- edges and printed examples --------------------------------------------------------------------------------------

def thresholds(on):
    """Amounts, in cents, at which an answer turns: for one person, and for the couple."""
    def edge(value):
        return int(value * 100)

    month = [edge(bim_month_ceiling(on, size) / 12) for size in (1, 2)]
    ends = [(grapa_maximum(on, big) + more) / 12 / Fraction("0.9") for big, e in ((False, 625), (True, 1000)) for more in (0, e)]
    edges = {"pension_month": month + [edge(end) for end in ends], "unemployment_month": month, "sickness_month": month,
             "current_income_month": month, "movable_capital": [620000, 1860000], "rc_dwelling": [74368, 86763],
             "rc_unbuilt": [3000]}
    if on.year > 2016:
        edges["taxable_income_year"] = [edge(bim_year_ceiling(on.year - 1, size)) for size in (1, 2, 3)]
    return edges


def examples():
    """Worked by hand from the law and from amounts the administrations print."""
    known = ("wage_net_month", "wage_gross_month", "unemployment_month", "sickness_month", "disability_allowance_month", "pension_month",
             "alimony_received_month", "other_income_month", "family_benefit_month", "movable_capital", "rc_dwelling",
             "rc_built_other", "taxable_income_year")
    number = 0

    def household(on, people, rows=(), grapa=None, bim=None):
        nonlocal number
        number += 1
        house = "worked%d" % number
        persons = []
        for index, facts in enumerate(people):
            person = dict.fromkeys(households.PERSON_COLUMNS, "")
            person.update(dict.fromkeys(known, "0"), lives_in_belgium="yes", stay="belgian", civil_status="single", insurer="mutuality",
                          taxable_income_of=str(int(on[:4]) - 1), taxable_income_year="90000")
            person.update({"receives_" + right: "no" for right in ("ris", "grapa", "bim", "amu")})
            person.update(facts)
            person.update(person_id="%sp%d" % (house, index + 1), household_id=house)
            for link in ("partner_id", "mother_id"):
                person[link] = person[link] and house + person[link]
            persons.append(person)
        want = {}
        if grapa:
            want[house + "p1", "grapa"] = dict(verdict="yes", amount_low=grapa[0], amount_high=grapa[-1], route="", finding="likely")
        if bim is not None:
            yes = bim not in ("", "affiliate")
            want[house + "p1", "bim"] = dict(verdict="yes" if yes else "no", amount_low="", amount_high="", route=bim,
                                             finding="likely" if yes else "none")
        rows = [(house + a, house + b, word) for a, b, word in rows]
        return datetime.date.fromisoformat(on), {"household_id": house, "postal_code": "", "shares_budget": "yes"}, persons, rows, want

    old, adult, child = ({"birth_date": day} for day in ("1957-01-01", "1985-01-01", "2015-01-01"))
    # GRAPA of 2025: 12,642.97 and 18,964.45 a year.
    on = "2025-02-01"
    yield household(on, [dict(old, pension_month="900")], grapa=("770.37", "853.70"))
    yield household(on, [dict(old, movable_capital="25000")], grapa=("1569.04",))
    yield household(on, [dict(old, pension_month="1100", partner_id="p2", partnership="married"),
                         dict(old, partner_id="p1", partnership="married")], grapa=("558.58", "610.66"))
    yield household(on, [dict(old, pension_month="1300"), dict(adult, mother_id="p1", wage_gross_month="3000")], grapa=("410.37", "493.70"))
    yield household(on, [dict(old, pension_month="500"), dict(old)], [("p1", "p2", "sibling")], grapa=("603.58", "655.66"))
    yield household(on, [dict(old, pension_month="700", wage_gross_month="600")], grapa=("950.37", "1000.37"))
    yield household(on, [dict(old, pension_month="300", partner_id="p2", partnership="married"),
                         dict(adult, wage_gross_month="2000", partner_id="p1", partnership="married"), dict(child, mother_id="p2")],
                    grapa=("654.55", "654.55"))
    yield household(on, [dict(old, pension_month="1600")], grapa=("140.37", "223.70"))
    yield household(on, [dict(old, pension_month="1000", rc_dwelling="1200")], grapa=("649.62",))
    # Printed maxima.
    for on, amount in (("2021-07-01", "1207.88"), ("2021-09-01", "1232.07"), ("2022-01-01", "1289.10"), ("2022-08-01", "1368.05"),
                       ("2023-01-01", "1460.08"), ("2024-05-01", "1549.42"), ("2025-02-01", "1580.37")):
        yield household(on, [dict(old, birth_date="1950-01-01")], grapa=(amount,))
    # BIM.
    yield household("2025-04-30", [dict(adult, ris_since="2025-02-01", receives_ris="yes", ris_month="1314.20")], bim="")
    yield household("2025-05-01", [dict(adult, ris_since="2025-02-01", receives_ris="yes", ris_month="1314.20")], bim="automatic")
    yield household("2025-06-15", [dict(old, pension_month="2150")], bim="income_month")
    couple = [dict(adult, partner_id="p2", partnership="married"), dict(adult, partner_id="p1", partnership="married")]
    small = [dict(child, mother_id="p1", taxable_income_year="0")] * 2
    for income, door in (("39865.48", "income_year"), ("39865.49", "")):
        yield household("2024-06-15", [dict(couple[0], taxable_income_year=income), dict(couple[1], taxable_income_year="0")] + small, bim=door)
    for wage, door in (("3145.97", "income_month"), ("3145.98", "")):  # 37,751.70 a year for a parent and two children
        yield household("2024-06-15", [dict(adult, wage_gross_month=wage)] + small, bim=door)
    yield household("2024-11-15", [dict(adult, unemployment_month="1650", unemployment_since="2024-07-01")], bim="initiative")
    yield household("2024-09-30", [dict(adult, unemployment_month="1650", unemployment_since="2024-06-01")], bim="income_month")
    yield household("2025-06-15", [dict(birth_date="2001-01-01", wage_gross_month="1300", titular="yes", mother_id="p2", taxable_income_year="16000"),
                                   dict(adult, birth_date="1970-01-01", wage_gross_month="6000")], bim="income_year")
    yield household("2025-06-15", [dict(adult, insurer="none", taxable_income_year="0")], bim="affiliate")
    yield household("2025-06-15", [dict(old, civil_status="widowed", pension_month="1400"), dict(adult, mother_id="p1", wage_gross_month="4000")],
                    grapa=("320.37", "403.70"), bim="income_month")
