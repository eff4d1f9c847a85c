-- Category, partner, and the other people of the household whose resources count.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  return p
end

-- ---- category (art. 14, § 1) ----

case "couple without children, both without income: each has the cohabitant amount" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 1°",
  persons = { person { partner_id = "p2", partnership = "de_facto" },
              person { partner_id = "p1", partnership = "de_facto",
                       expect = { ["ris.category"] = "cohabitant", ris = "yes", ["ris.amount_low"] = "876.13", ["ris.finding"] = "likely" } } },
  expect = { ["ris.category"] = "cohabitant", ["ris.family"] = "no", ris = "yes", ["ris.amount_low"] = "876.13", ["ris.finding"] = "likely" },
}

case "the day before the only child turns 18" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°",
  persons = { person {}, person { birth_date = "2007-02-02", mother_id = "p1" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "family", ["ris.monthly"] = "1776.07" },
}

case "the day the only child turns 18: both are cohabitants, each in his own right" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1",
  persons = { person {}, person { birth_date = "2007-02-01", mother_id = "p1", expect = { ris = "yes", ["ris.monthly"] = "876.13" } } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "cohabitant", ["ris.monthly"] = "876.13", ris = "yes" },
}

case "an adult child and a minor child: one minor is enough" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°",
  persons = { person {}, person { birth_date = "2004-01-01", mother_id = "p1" }, person { birth_date = "2012-01-01", mother_id = "p1" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "family" },
}

case "the child of the partner is in charge too" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°",
  persons = { person { partner_id = "p2", partnership = "legal" }, person { partner_id = "p1", partnership = "legal" },
              person { birth_date = "2016-01-01", mother_id = "p2" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.child_in_charge"] = "yes", ["ris.category"] = "family" },
}

case "a minor child who has a partner is not in charge" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°: unmarried minor",
  persons = { person {}, person { birth_date = "2008-01-01", mother_id = "p1", partner_id = "p3", partnership = "married" },
              person { birth_date = "2005-01-01", partner_id = "p2", partnership = "married" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.child_in_charge"] = "no", ["ris.category"] = "cohabitant" },
}

case "living with a minor who is nobody's child here: isolated" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1",
  persons = { person { birth_date = "2000-01-01" }, person { birth_date = "2010-01-01" } },
  household = { shares_budget = "yes" }, relations = { { "p1", "p2", "sibling" } },
  expect = { ["ris.category"] = "isolated", ["ris.monthly"] = "1314.20" },
}

case "adult with a child, living with the own parents: family, and the parents' resources count" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°; AR art. 34, § 2",
  persons = { person { birth_date = "2000-01-01", mother_id = "p2" }, person { birth_date = "1970-01-01", wage_net_month = 1000 },
              person { birth_date = "2022-01-01", mother_id = "p1" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "family", ["ris.debtors_counted"] = "1486.40", ["ris.monthly"] = "1678.04" },
}

-- ---- couple in family: one amount covers both (art. 14, § 1, 3°) ----

case "couple with a child, both without income: the first is found, the other covered" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°",
  persons = { person { partner_id = "p2", partnership = "married" },
              person { partner_id = "p1", partnership = "married",
                       expect = { ["ris.finding"] = "covered", ris = "no", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "0.00" } },
              person { birth_date = "2020-01-01", mother_id = "p1", father_id = "p2" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.family"] = "yes", ["ris.finding"] = "likely", ris = "yes", ["ris.amount_low"] = "1776.07" },
}

case "couple with a child: it goes to the one for whom the amount is higher, here the one with an exemption" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°; AR art. 35: own wage only",
  persons = { person { partner_id = "p2", partnership = "married", expect = { ["ris.finding"] = "covered", ["ris.amount_high"] = "0.00" } },
              person { partner_id = "p1", partnership = "married", wage_net_month = 300, work_exemption = "general",
                       expect = { ["ris.finding"] = "likely", ["ris.amount_low"] = "1776.07" } },
              person { birth_date = "2020-01-01", mother_id = "p1", father_id = "p2" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.monthly"] = "1501.91" },
}

case "couple with a child, the partner already receives it: covered" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°",
  persons = { person { partner_id = "p2", partnership = "married" },
              person { partner_id = "p1", partnership = "married", receives_ris = "yes", ris_since = "2024-01-01", ris_month = "1776.07",
                       expect = { ["ris.finding"] = "receiving" } },
              person { birth_date = "2020-01-01", mother_id = "p1", father_id = "p2" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.finding"] = "covered", ["ris.partner_counted"] = "0.00" },
}

-- ---- partner (AR art. 34, § 1) ----

case "the partner earns exactly the cohabitant amount: nothing counted" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 1",
  persons = { person { partner_id = "p2", partnership = "legal" },
              person { partner_id = "p1", partnership = "legal", self_employed_net_year = "10513.60" } },
  expect = { ["ris.partner_counted"] = "0.00", ["ris.monthly"] = "876.13" },
}

case "the partner earns one euro a year more: one euro counted, and exempt" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 1, and art. 22, § 2",
  persons = { person { partner_id = "p2", partnership = "legal" },
              person { partner_id = "p1", partnership = "legal", self_employed_net_year = "10514.60" } },
  expect = { ["ris.partner_counted"] = "1.00", ["ris.monthly"] = "876.13" },
}

case "the partner's wage has no exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35: the beneficiary's own work",
  persons = { person { partner_id = "p2", partnership = "legal" },
              person { partner_id = "p1", partnership = "legal", wage_net_month = 1100, work_exemption = "general" } },
  expect = { ["ris.partner_counted"] = "2686.40", ["ris.monthly"] = "665.18" },
}

case "the partner's house and savings count as the partner's resources" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 25 to 27 and 34, § 1",
  persons = { person { partner_id = "p2", partnership = "legal" },
              person { partner_id = "p1", partnership = "legal", wage_net_month = 876, rc_dwelling = 1250, movable_capital = 12500,
                       transfer_10y = "yes", transfer_value = 50000 } },
  expect = { ["ris.partner_counted"] = "1876.40", ["ris.transfer_declared"] = "no", ["ris.monthly"] = "732.68", ["ris.amount_low"] = "732.68" },
}

case "a partner who receives RIS counts for nothing" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 1; bdas-wwsb.brussels",
  persons = { person { partner_id = "p2", partnership = "de_facto" },
              person { partner_id = "p1", partnership = "de_facto", receives_ris = "yes", ris_since = "2024-01-01", ris_month = "876.13",
                       wage_net_month = 1200 } },
  expect = { ["ris.partner_counted"] = "0.00", ris = "yes", ["ris.monthly"] = "876.13" },
}

-- ---- other cohabitants (AR art. 34, § 2) ----

case "an adult son who earns well, living with his mother" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 2: adult children",
  persons = { person { birth_date = "1965-01-01" }, person { birth_date = "1995-01-01", mother_id = "p1", wage_net_month = 2000 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "13486.40", ris = "no", ["ris.monthly"] = "0.00" },
}

case "a minor's wage is never counted for a parent" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 2: adults only",
  persons = { person {}, person { birth_date = "2008-01-01", mother_id = "p1", wage_net_month = 2000 } },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "1776.07" },
}

case "a parent who receives RIS is not counted" {
  on = "2026-03-01", cites = "AR 11 juillet 2002, art. 34, § 2",
  persons = { person { birth_date = "2000-01-01", mother_id = "p2" },
              person { birth_date = "1970-01-01", receives_ris = "yes", ris_since = "2025-01-01", ris_month = "400", wage_net_month = 1500 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "893.65" },
}

case "debtors count whatever the category: isolated with a parent who keeps his own purse" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 2",
  persons = { person { birth_date = "2000-01-01", mother_id = "p2" }, person { birth_date = "1970-01-01", wage_net_month = 1000 } },
  household = { shares_budget = "no" },
  expect = { ["ris.category"] = "isolated", ["ris.debtors_counted"] = "1486.40", ["ris.monthly"] = "1211.17" },
}

case "two parents, one above and one below: one pool" {
  on = "2026-03-01", cites = "Cass. 18-11-2019, S.19.0021.F; AR 7 janvier 2026",
  persons = { person { birth_date = "2003-01-01", mother_id = "p2", father_id = "p3" },
              person { birth_date = "1970-01-01", wage_net_month = 1500, partner_id = "p3", partnership = "married" },
              person { birth_date = "1969-01-01", wage_net_month = 500, partner_id = "p2", partnership = "married" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "2552.50", ["ris.monthly"] = "693.85" },
}

for _, row in ipairs {
  { "2026-02-28", "married", "0.00", "876.13", "the day before the reform, mother-in-law by marriage" },
  { "2026-03-01", "married", "4876.25", "500.21", "from the reform, mother-in-law by marriage" },
  { "2026-03-01", "legal", "0.00", "893.65", "from the reform, mother of a legal cohabitant" },
  { "2026-03-01", "de_facto", "0.00", "893.65", "from the reform, mother of a de facto partner" },
} do
  case("living with the partner's mother, who has 1,300 EUR: " .. row[5]) {
    on = row[1], cites = "AR 7 janvier 2026: parents-in-law, by marriage",
    persons = { person { partner_id = "p2", partnership = row[2] },
                person { partner_id = "p1", partnership = row[2], mother_id = "p3" },
                person { birth_date = "1955-01-01", pension_month = 1300 } },
    household = { shares_budget = "yes" },
    expect = { ["ris.debtors_counted"] = row[3], ["ris.monthly"] = row[4] },
  }
end

for _, row in ipairs {
  { "2026-02-28", "married", "0.00", "876.13", "the day before the reform, the daughter alone counts" },
  { "2026-03-01", "married", "8552.50", "193.85", "from the reform, both in one pool" },
  { "2026-03-01", "de_facto", "0.00", "893.65", "from the reform, her partner is not a son-in-law" },
} do
  case("living with a daughter without income and her partner who earns 2,500 EUR: " .. row[5]) {
    on = row[1], cites = "AR 7 janvier 2026: children-in-law, by marriage",
    persons = { person { birth_date = "1960-01-01" },
                person { birth_date = "1990-01-01", mother_id = "p1", partner_id = "p3", partnership = row[2] },
                person { birth_date = "1988-01-01", partner_id = "p2", partnership = row[2], wage_net_month = 2500 } },
    household = { shares_budget = "yes" },
    expect = { ["ris.debtors_counted"] = row[3], ["ris.monthly"] = row[4] },
  }
end

case "a father-in-law given as a row of relations counts from the reform" {
  on = "2026-03-01", cites = "AR 7 janvier 2026",
  persons = { person {}, person { birth_date = "1955-01-01", pension_month = 1300 } },
  household = { shares_budget = "yes" }, relations = { { "p2", "p1", "parent_in_law" } },
  expect = { ["ris.debtors_counted"] = "4876.25", ["ris.monthly"] = "500.21" },
}

case "a daughter-in-law given as a row of relations counts from the reform" {
  on = "2026-03-01", cites = "AR 7 janvier 2026",
  persons = { person { birth_date = "1955-01-01" }, person { wage_net_month = 1300 } },
  household = { shares_budget = "yes" }, relations = { { "p2", "p1", "child_in_law" } },
  expect = { ["ris.debtors_counted"] = "4876.25", ["ris.monthly"] = "500.21" },
}

case "grandmother known through the links: she counts from the reform, the mother without income shares the pool" {
  on = "2026-03-01", cites = "AR 7 janvier 2026; Cass. 18-11-2019",
  persons = { person { birth_date = "2004-01-01", mother_id = "p2" },
              person { birth_date = "1980-01-01", mother_id = "p3" },
              person { birth_date = "1950-01-01", pension_month = 2000 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "2552.50", ["ris.monthly"] = "693.85" },
}

case "grandfather living with an adult grandchild who earns: counted from the reform" {
  on = "2026-03-01", cites = "AR 7 janvier 2026: descendants of any degree",
  persons = { person { birth_date = "1950-01-01" }, person { birth_date = "2000-01-01", wage_net_month = 1300 } },
  household = { shares_budget = "yes" }, relations = { { "p1", "p2", "grandparent" } },
  expect = { ["ris.debtors_counted"] = "4876.25", ["ris.monthly"] = "500.21" },
}

for _, row in ipairs {
  { "sibling", "a brother" }, { "other_relative", "an aunt" }, { "unrelated", "a friend" },
} do
  case("living with " .. row[2] .. " who earns 3,000 EUR: never counted") {
    on = "2026-03-01", cites = "AR 11 juillet 2002, art. 34: never siblings, other relatives or unrelated people",
    persons = { person {}, person { wage_net_month = 3000 } },
    household = { shares_budget = "yes" }, relations = { { "p2", "p1", row[1] } },
    expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "893.65" },
  }
end

case "living with the mother and her husband who is not the father: the step-father never counts" {
  on = "2026-03-01", cites = "AR 7 janvier 2026: never step-parents",
  persons = { person { birth_date = "2003-01-01", mother_id = "p2" },
              person { birth_date = "1975-01-01", partner_id = "p3", partnership = "married" },
              person { birth_date = "1970-01-01", partner_id = "p2", partnership = "married", wage_net_month = 3000 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "893.65" },
}

case "living with the adult child of the partner: the step-child never counts" {
  on = "2026-03-01", cites = "AR 7 janvier 2026: never step-children",
  persons = { person { partner_id = "p2", partnership = "married" }, person { partner_id = "p1", partnership = "married" },
              person { birth_date = "2003-01-01", mother_id = "p2", wage_net_month = 3000 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "893.65" },
}

case "family benefit paid to the other parent is not added to the one who does not receive it" {
  on = "2026-03-01", cites = "AR 7 janvier 2026: benefit received by the debtor for the applicant",
  persons = { person { birth_date = "2005-01-01", mother_id = "p2", father_id = "p3", family_benefit_month = 200, family_benefit_recipient_id = "p3" },
              person { birth_date = "1975-01-01", wage_net_month = 1400 }, person { birth_date = "1974-01-01", wage_net_month = 500 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "3752.50", ["ris.monthly"] = "593.85" },
}
