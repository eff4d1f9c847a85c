-- What counts and what does not: income, work, property, savings, transfers.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  return p
end

-- ---- every line of income, one at a time: 300 EUR a month ----

for _, name in ipairs {
  "wage_net_month", "unemployment_month", "sickness_month", "disability_allowance_month", "pension_month", "pension_foreign_month",
  "alimony_received_month", "gifts_regular_month", "other_income_month", "housing_paid_by_third_party_month",
} do
  case("counts in full: " .. name) {
    on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 16, § 1",
    persons = { person { [name] = 300, unemployment_since = "2024-01-01", incapacity_since = "2024-01-01" } },
    expect = { ["ris.own_income"] = "3600.00", ["ris.monthly"] = "1035.03" },
  }
end

for _, name in ipairs {
  "alimony_for_children_month", "study_grant_month", "cpas_aid_month", "exempt_income_month", "apa_month", "wage_gross_month",
  "current_income_month",
} do
  case("does not count: " .. name) {
    on = "2025-02-01", cites = "AR 11 juillet 2002, art. 22, § 1",
    persons = { person { [name] = 300 } },
    expect = { ["ris.own_income"] = "0.00", ["ris.monthly"] = "1314.20" },
  }
end

case "what is paid is not deducted: alimony paid" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels: debts and expenses are not deducted",
  persons = { person { wage_net_month = 1000, alimony_paid_month = 300 } },
  expect = { ["ris.own_income"] = "12000.00" },
}

case "GRAPA received counts" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 16, § 1",
  persons = { person { birth_date = "1950-01-01", receives_grapa = "yes", grapa_month = 500 } },
  expect = { ["ris.own_income"] = "6000.00", ["ris.monthly"] = "835.03" },
}

case "a little profit as self-employed counts by the year" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 16, § 1",
  persons = { person { self_employed_net_year = 7200 } },
  expect = { ["ris.own_income"] = "7200.00", ["ris.monthly"] = "735.03" },
}

case "a loss as self-employed never makes more than the amount" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14",
  persons = { person { self_employed_net_year = -5000 } },
  expect = { ["ris.monthly"] = "1314.20" },
}

case "family benefit received for a child does not count" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 22, § 1",
  persons = { person {}, person { birth_date = "2018-01-01", mother_id = "p1", family_benefit_month = 190, family_benefit_recipient_id = "p1" } },
  expect = { ["ris.own_income"] = "0.00", ["ris.monthly"] = "1776.07" },
}

case "family benefit an adult student receives for himself counts" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels; centenvoorstudenten.be",
  persons = { person { birth_date = "2005-01-01", student = "yes", family_benefit_month = 180, family_benefit_recipient_id = "p1" } },
  expect = { ["ris.own_family_benefit"] = "2160.00", ["ris.monthly"] = "1155.03" },
}

case "resources below the flat exemption take nothing off" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 22, § 2",
  persons = { person { gifts_regular_month = 20 } }, expect = { ["ris.flat_exemption"] = "250.00", ["ris.monthly"] = "1314.20" },
}

-- ---- work (AR art. 35): the exemption of each date, over a year ----

for _, row in ipairs {
  { "2017-06-01", "2928.36", "tienen.be: 244.03" }, { "2018-08-31", "2928.36", "tienen.be: 244.03" },
  { "2018-09-01", "2986.80", "vvsg.be: 248.90" }, { "2020-02-29", "2986.80", "vvsg.be: 248.90" },
  { "2020-03-01", "3046.56", "centenvoorstudenten.be: 253.88" }, { "2021-08-31", "3046.56", "centenvoorstudenten.be: 253.88" },
  { "2021-09-01", "3107.52", "177.76 x 1.4568 = 258.96" }, { "2021-12-31", "3107.52", "177.76 x 1.4568 = 258.96" },
  { "2022-01-01", "3169.56", "vvsg.be: 264.13" }, { "2022-11-01", "3430.92", "vvsg.be: 285.91" },
  { "2022-12-01", "3499.56", "inforjeunes.be: 291.63" }, { "2023-10-31", "3499.56", "inforjeunes.be: 291.63" },
  { "2023-11-01", "3569.52", "177.76 x 1.6734 = 297.46" }, { "2024-05-01", "3641.04", "177.76 x 1.7069 = 303.42" },
  { "2025-01-31", "3641.04", "177.76 x 1.7069 = 303.42" }, { "2025-02-01", "3713.76", "bdas-wwsb.brussels: 309.48" },
  { "2026-02-28", "3713.76", "bdas-wwsb.brussels: 309.48" }, { "2026-03-01", "3788.04", "177.76 x 1.7758 = 315.67" },
} do
  case("general exemption for work on " .. row[1]) {
    on = row[1], cites = "AR 11 juillet 2002, art. 35; " .. row[3],
    persons = { person { wage_net_month = 500, work_exemption = "general" } },
    expect = { ["ris.work_exemption"] = row[2] },
  }
end

for _, row in ipairs {
  { "2023-12-31", "0.00" }, { "2024-01-01", "5115.60" }, { "2024-05-01", "5217.96" }, { "2025-02-01", "5322.24" }, { "2026-03-01", "5428.68" },
} do
  case("exemption for a shortage job on " .. row[1]) {
    on = row[1], cites = "droitsquotidiens.be, métier en pénurie: from 1-01-2024",
    persons = { person { wage_net_month = 900, work_exemption = "shortage" } },
    expect = { ["ris.work_exemption"] = row[2] },
  }
end

for _, row in ipairs {
  { "2021-09-30", 100, "3107.52", "with a grant, the last day of the suspension" },
  { "2021-10-01", 100, "866.76", "with a grant, the lower amount is back" },
  { "2021-10-01", 0, "3107.52", "without a grant" },
  { "2021-12-31", 100, "866.76", "with a grant, the last day of the lower amount" },
  { "2022-01-01", 100, "3169.56", "with a grant, the general amount" },
} do
  case("student job on " .. row[1] .. ", " .. row[4]) {
    on = row[1], cites = "bx1.be December 2021; droitsquotidiens.be",
    persons = { person { birth_date = "2001-01-01", student = "yes", piis_signed = "yes", work_exemption = "student",
                         wage_net_month = 600, study_grant_month = row[2] } },
    expect = { ["ris.work_exemption"] = row[3] },
  }
end

case "a student without a signed project has no exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35",
  persons = { person { birth_date = "2003-01-01", student = "yes", piis_signed = "no", work_exemption = "student", wage_net_month = 400 } },
  expect = { ["ris.work_exemption"] = "0.00", ["ris.monthly"] = "935.03" },
}

case "irregular income of an artist: the exemption is by the year" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35; 2,133.12 x 1.7410",
  persons = { person { wage_net_month = 500, work_exemption = "artistic" } },
  expect = { ["ris.work_exemption"] = "3713.76", ["ris.wage_counted"] = "2286.24", ["ris.monthly"] = "1144.51" },
}

case "an exemption higher than the wage takes nothing off other income" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35",
  persons = { person { wage_net_month = 200, work_exemption = "general", unemployment_month = 300, unemployment_since = "2024-01-01" } },
  expect = { ["ris.wage_counted"] = "0.00", ["ris.own_income"] = "3600.00" },
}

case "a wage equal to the exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35",
  persons = { person { wage_net_month = "309.48", work_exemption = "general" } },
  expect = { ["ris.wage_counted"] = "0.00", ["ris.monthly"] = "1314.20" },
}

case "a wage one cent above the exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35",
  persons = { person { wage_net_month = "309.49", work_exemption = "general" } },
  expect = { ["ris.wage_counted"] = "0.12" },
}

-- ---- property (AR art. 25 and 26) ----

for _, row in ipairs {
  { "749.99", 0, "0.00", "one cent below the exempt amount" }, { 750, 0, "0.00", "at the exempt amount" },
  { "750.01", 0, "0.03", "one cent above the exempt amount" }, { 751, 0, "3.00", "one euro above" },
  { 500, 400, "450.00", "dwelling and another building together" },
} do
  case("cadastral income " .. row[4]) {
    on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26: (income - 750) x 3",
    persons = { person { rc_dwelling = row[1], rc_built_other = row[2] } },
    expect = { ["ris.property_built"] = row[3] },
  }
end

case "each child whose family benefit one receives adds 125 to what is exempt" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26: (1,250 - 750 - 250) x 3",
  persons = { person { rc_dwelling = 1250 },
              person { birth_date = "2012-01-01", mother_id = "p1", family_benefit_recipient_id = "p1", family_benefit_month = 180 },
              person { birth_date = "2014-01-01", mother_id = "p1", family_benefit_recipient_id = "p1", family_benefit_month = 180 } },
  expect = { ["ris.property_built"] = "750.00" },
}

case "a child whose family benefit somebody else receives adds nothing" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels: only the recipient's children",
  persons = { person { rc_dwelling = 1250 }, person { birth_date = "2012-01-01", father_id = "p1" } },
  expect = { ["ris.property_built"] = "1500.00" },
}

case "a rent lower than the imputed income changes nothing" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26",
  persons = { person { rc_built_other = 1250, rent_received_year = 1499 } },
  expect = { ["ris.property_built"] = "1500.00" },
}

case "interest below half of the imputed income comes off in full, on an unverified half" {
  on = "2025-02-01", cites = "droitsquotidiens.be; the half is not verified",
  persons = { person { rc_dwelling = 1250, mortgage_interest_year = 400 } },
  expect = { ["ris.property_built"] = "1100.00", ris = "yes", ["ris.certainty"] = "probable" },
}

case "interest above half of the imputed income stops at the half" {
  on = "2025-02-01", cites = "droitsquotidiens.be; the half is not verified",
  persons = { person { rc_dwelling = 1250, mortgage_interest_year = 2000 } },
  expect = { ["ris.property_built"] = "750.00" },
}

for _, row in ipairs { { "29.99", "0.00" }, { 30, "0.00" }, { "30.01", "0.03" }, { 31, "3.00" } } do
  case("land with a cadastral income of " .. row[1]) {
    on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26: (income - 30) x 3",
    persons = { person { rc_unbuilt = row[1] } }, expect = { ["ris.property_unbuilt"] = row[2] },
  }
end

-- ---- savings (AR art. 27) ----

-- A cent of savings brings less than a cent of income: one euro above each threshold is where the rate shows.
for _, row in ipairs {
  { "6199.99", "0.00" }, { 6200, "0.00" }, { "6200.01", "0.00" }, { "6201", "0.06" }, { "12499.99", "378.00" },
  { 12500, "378.00" }, { "12500.01", "378.00" }, { "12501", "378.10" },
} do
  case("savings of " .. row[1]) {
    on = "2025-02-01", cites = "AR 11 juillet 2002, art. 27: 6 % from 6,200 to 12,500, 10 % above",
    persons = { person { movable_capital = row[1] } }, expect = { ["ris.capital_income"] = row[2] },
  }
end

-- ---- assets sold or given (AR art. 28 to 32): a range, and a line for the enquiry ----

case "30,000 EUR given to a son: the amount is a range" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 28; terralaboris.be rubrique4939",
  persons = { person { transfer_10y = "yes", transfer_value = 30000, transfer_kind = "gift" } },
  expect = { ["ris.transfer_declared"] = "yes", ["ris.transfer_income"] = "2128.00", ["ris.resources"] = "0.00",
             ris = "yes", ["ris.amount_low"] = "1157.70", ["ris.amount_high"] = "1314.20" },
}

case "the value has a scale of its own, apart from savings" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 27 and 28",
  persons = { person { transfer_10y = "yes", transfer_value = 10500, movable_capital = 10500 } },
  expect = { ["ris.transfer_income"] = "258.00", ["ris.capital_income"] = "258.00", ["ris.amount_low"] = "1292.03", ["ris.amount_high"] = "1313.53" },
}

case "a house of 300,000 EUR sold five years ago: unknown, for the enquiry to say" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 28 to 32",
  persons = { person { transfer_10y = "yes", transfer_value = 300000, transfer_kind = "sale" } },
  expect = { ris = "unknown", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "1314.20", ["ris.finding"] = "possible" },
}

case "a sale whose value is not known" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 28 to 32",
  persons = { person { transfer_10y = "yes" } },
  expect = { ris = "unknown", ["ris.amount_high"] = "1314.20", ["ris.missing"] = "transfer_value" },
}
