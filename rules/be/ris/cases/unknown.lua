-- What is not known stays not known: a range, an unknown verdict, and the facts that would settle it.

-- A record with every fact, then without those named.
local function person(t, without)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  for _, name in ipairs(without or {}) do p[name] = nil end
  return p
end

for _, name in ipairs {
  "wage_net_month", "unemployment_month", "sickness_month", "disability_allowance_month", "pension_month", "alimony_received_month",
  "other_income_month", "movable_capital", "rc_dwelling", "rc_built_other",
} do
  case("an empty cell is not zero: " .. name) {
    on = "2025-02-01", cites = "A missing fact is unknown, never zero",
    persons = { person({}, { name }) },
    expect = { ris = "unknown", ["ris.finding"] = "possible", ["ris.certainty"] = "possible", ["ris.missing"] = name,
               ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "1314.20" },
  }
end

for _, name in ipairs { "birth_date", "lives_in_belgium", "stay" } do
  case("a condition that is not known: " .. name) {
    on = "2025-02-01", cites = "The amounts of an unknown verdict are those due if the unknown condition holds",
    persons = { person({}, { name }) },
    expect = { ris = "unknown", ["ris.finding"] = "possible", ["ris.missing"] = name,
               ["ris.amount_low"] = "1314.20", ["ris.amount_high"] = "1314.20" },
  }
end

case "an empty record: everything is to ask, nothing is refused" {
  on = "2025-02-01", cites = "A missing fact is unknown, never no",
  persons = { { receives_ris = "no" } },
  expect = { ris = "unknown", ["ris.finding"] = "possible", ["ris.amount_high"] = "1314.20" },
}

case "a known no wins over every unknown: a boy of 10" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 2°",
  persons = { { birth_date = "2015-01-01", receives_ris = "no" } },
  expect = { ["ris.of_age"] = "no", ris = "no", ["ris.finding"] = "none" },
}

case "a known income above the amount is enough to say no" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 4°",
  persons = { person({ wage_net_month = 2500 }, { "movable_capital", "rc_dwelling", "alimony_received_month" }) },
  expect = { ris = "no", ["ris.finding"] = "none" },
}

case "presumed facts do not lower the certainty" {
  on = "2025-02-01", cites = "Facts almost never in a file are presumed, to verify at the enquiry",
  persons = { person {} }, expect = { ris = "yes", ["ris.certainty"] = "certain", ["ris.finding"] = "likely" },
}

case "the same record, strictly: presumptions are off" {
  on = "2025-02-01", strict = true, cites = "With --strict an empty fact is unknown",
  persons = { person {} }, expect = { ris = "unknown", ["ris.finding"] = "possible" },
}

case "a student at work whose grant is not known, strictly, in 2025: the grant no longer matters" {
  on = "2025-02-01", strict = true, cites = "droitsquotidiens.be: one amount for all students since 1-01-2022",
  persons = { person { birth_date = "2003-01-01", piis_signed = "yes", work_exemption = "student", wage_net_month = 400 } },
  expect = { ["ris.work_exemption"] = "3713.76" },
}

-- ---- household ----

case "two adults, household matters unknown: a range between two categories, and still a yes" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1",
  persons = { person {}, person {} }, relations = { { "p1", "p2", "unrelated" } },
  expect = { ["ris.family"] = "no", ris = "yes", ["ris.amount_low"] = "876.13", ["ris.amount_high"] = "1314.20",
             ["ris.certainty"] = "certain" },
}

case "two adults with 1,000 EUR of wage, household matters unknown: only one category leaves something" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1",
  persons = { person { wage_net_month = 1000 }, person {} }, relations = { { "p1", "p2", "unrelated" } },
  expect = { ris = "unknown", ["ris.missing"] = "shares_budget", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "335.03" },
}

case "one adult alone: whether household matters are shared means nothing" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 2°",
  persons = { person {} }, expect = { ["ris.category"] = "isolated", ris = "yes" },
}

case "age of the child unknown: family or cohabitant, each with its own way to count the partner" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 1",
  persons = { person { partner_id = "p2", partnership = "married" },
              person { partner_id = "p1", partnership = "married", wage_net_month = 1500 },
              person({ mother_id = "p1", father_id = "p2" }, { "birth_date" }) },
  household = { shares_budget = "yes" },
  expect = { ["ris.family"] = "unknown", ["ris.monthly"] = { "265.18", "301.91" }, ris = "yes" },
}

case "after the reform, an adult of unknown kinship may be a debtor: a range" {
  on = "2026-03-01", cites = "AR 7 janvier 2026; two adults without a known link are of unknown kinship",
  persons = { person {}, person { wage_net_month = 1300 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = { "0.00", "4876.25" }, ["ris.debtors_matter"] = "unknown",
             ris = "yes", ["ris.amount_low"] = "500.21", ["ris.amount_high"] = "893.65" },
}

case "before the reform, unknown kinship does not matter: parents and children are known links" {
  on = "2026-02-28", cites = "AR 11 juillet 2002, art. 34, § 2 before 1-03-2026",
  persons = { person {}, person { wage_net_month = 1300 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ris = "yes", ["ris.monthly"] = "876.13" },
}

case "two people of unknown kinship, one poor: the pool never counts less than nothing" {
  on = "2026-03-01", cites = "AR 7 janvier 2026",
  persons = { person {}, person { wage_net_month = 400 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "893.65" },
}

case "the mother's wage is not known" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 2",
  persons = { person { birth_date = "2001-01-01", mother_id = "p2" }, person({ birth_date = "1975-01-01" }, { "wage_net_month" }) },
  household = { shares_budget = "yes" },
  expect = { ris = "unknown", ["ris.missing"] = "wage_net_month", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "876.13" },
}

case "whether the partner receives RIS is not known: counted or not" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 34, § 1",
  persons = { person { partner_id = "p2", partnership = "legal" },
              person({ partner_id = "p1", partnership = "legal", wage_net_month = 1100 }, { "receives_ris" }) },
  expect = { ris = "yes", ["ris.amount_low"] = "665.18", ["ris.amount_high"] = "876.13" },
}

case "interest never takes more than half, of an income that is not known either" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26; a missing fact is a range, and interest is not income below zero",
  persons = { person({ pension_month = 1000, mortgage_interest_year = 2400 }, { "rc_built_other" }) },
  expect = { ris = "unknown", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "335.03", ["ris.missing"] = "rc_built_other" },
}
