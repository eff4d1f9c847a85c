-- GRAPA: what counts, how much of it, and what does not count. The person is alone and of age; amounts of February 2025.

local function known(given)
  local person = {
    birth_date = "1950-01-01",
    lives_in_belgium = true, stay = "belgian", civil_status = "single", in_care_home = false,
    wage_net_month = 0, wage_gross_month = 0, self_employed_net_year = 0, unemployment_month = 0, sickness_month = 0,
    disability_allowance_month = 0, pension_month = 0, alimony_received_month = 0, family_benefit_month = 0,
    other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0, insurer = "mutuality",
    receives_ris = false, receives_grapa = false, receives_bim = false, receives_amu = false, application_grapa = "none",
  }
  for name, value in pairs(given) do person[name] = value end
  return person
end

local function alone(title, cites, given, expect)
  case(title) { on = "2025-06-01", cites = cites, persons = { known(given) }, expect = expect }
end

-- savings, at each threshold and one cent around it
alone("savings one cent below 6,200", "scale: nothing up to 6,200", { movable_capital = "6199.99" }, { ["grapa.capital_income"] = "0.00" })
alone("savings of 6,200", "scale: nothing up to 6,200", { movable_capital = 6200 }, { ["grapa.capital_income"] = "0.00" })
alone("savings one cent above 6,200", "4 % of a cent is under a cent", { movable_capital = "6200.01" }, { ["grapa.capital_income"] = "0.00" })
alone("savings of 6,200.25: one cent of income", "scale: 4 % above 6,200", { movable_capital = "6200.25" }, { ["grapa.capital_income"] = "0.01" })
alone("savings of 18,599.75", "scale: 4 % to 18,600", { movable_capital = "18599.75" }, { ["grapa.capital_income"] = "495.99" })
alone("savings one cent below 18,600", "4 % of a cent is under a cent", { movable_capital = "18599.99" }, { ["grapa.capital_income"] = "496.00" })
alone("savings of 18,600", "scale: 4 % of 12,400", { movable_capital = 18600 }, { ["grapa.capital_income"] = "496.00" })
alone("savings one cent above 18,600", "10 % of a cent is under a cent", { movable_capital = "18600.01" }, { ["grapa.capital_income"] = "496.00" })
alone("savings of 18,600.10", "scale: 10 % above 18,600", { movable_capital = "18600.10" }, { ["grapa.capital_income"] = "496.01" })
alone("savings below the general exemption change nothing", "art. 11: 496 + 504 = 1,000", { movable_capital = 23640 },
  { ["grapa.capital_income"] = "1000.00", ["grapa.monthly_r1"] = "1580.37" })
alone("savings of 213,284 leave a little", "18,964.45 + 1,000 - 496 = 19,468.45, ten times that above 18,600", { movable_capital = 213284 },
  { ["grapa.monthly_r1"] = "0.00", grapa = "yes" })
alone("savings of 213,285 use everything up", "the same, at 19,468.50", { movable_capital = 213285 }, { grapa = "no" })

-- work
alone("wage of 555 a month: under the abatement", "75 % of 6,660 = 4,995", { wage_gross_month = 555 }, { ["grapa.work_income"] = "0.00" })
alone("wage of 556 a month", "75 % of 6,672 = 5,004, less 5,000", { wage_gross_month = 556 }, { ["grapa.work_income"] = "4.00" })
alone("self-employed, 8,000 a year", "100 %, less 5,000", { self_employed_net_year = 8000 }, { ["grapa.work_income"] = "3000.00" })
alone("wage and self-employed share one abatement", "4,500 + 2,000 - 5,000", { wage_gross_month = 500, self_employed_net_year = 2000 },
  { ["grapa.work_income"] = "1500.00" })
alone("a loss as self-employed comes off the wage, not further", "never below zero", { wage_gross_month = 500, self_employed_net_year = -20000 },
  { ["grapa.work_income"] = "0.00" })

-- replacement income
alone("unemployment counts whole", "gross yearly amount", { unemployment_month = 1000, unemployment_since = "2020-01-01" }, { ["grapa.resources"] = "12000.00" })
alone("sickness counts whole", "gross yearly amount", { sickness_month = 500, incapacity_since = "2020-01-01" }, { ["grapa.resources"] = "6000.00" })
alone("alimony received counts whole", "gross yearly amount", { alimony_received_month = 250 }, { ["grapa.resources"] = "3000.00" })
alone("other income counts whole", "anything not listed counts", { other_income_month = 100 }, { ["grapa.resources"] = "1200.00" })

-- exempt
for fact, amount in pairs {
  family_benefit_month = 200, cpas_aid_month = 300, ris_month = 800, disability_allowance_month = 400, apa_month = 300,
  gifts_regular_month = 150, housing_paid_by_third_party_month = 400, alimony_for_children_month = 200, exempt_income_month = 100,
  study_grant_month = 100, rent_received_year = 5000, wage_net_month = 300,
} do
  alone("not counted: " .. fact, "exempt, or counted otherwise", { [fact] = amount },
    { ["grapa.resources"] = "0.00", ["grapa.monthly_r1"] = "1580.37" })
end

-- property
alone("cadastral income of the dwelling one cent below the exempt part", "743.68 exempt", { rc_dwelling = "743.67" }, { ["grapa.built_income"] = "0.00" })
alone("cadastral income of the dwelling at the exempt part", "743.68 exempt", { rc_dwelling = "743.68" }, { ["grapa.built_income"] = "0.00" })
alone("one cent above the exempt part", "x 3", { rc_dwelling = "743.69" }, { ["grapa.built_income"] = "0.03" })
alone("another building counts with the dwelling", "(500 + 500 - 743.68) x 3", { rc_dwelling = 500, rc_built_other = 500 }, { ["grapa.built_income"] = "768.96" })
alone("mortgage interest up to half", "1,368.96 / 2", { rc_dwelling = 1200, mortgage_interest_year = 5000 }, { ["grapa.built_income"] = "684.48" })
alone("mortgage interest below half", "1,368.96 - 100", { rc_dwelling = 1200, mortgage_interest_year = 100 }, { ["grapa.built_income"] = "1268.96" })
alone("land one cent below the exempt part", "30 exempt", { rc_unbuilt = "29.99" }, { ["grapa.unbuilt_income"] = "0.00" })
alone("land at the exempt part", "30 exempt", { rc_unbuilt = 30 }, { ["grapa.unbuilt_income"] = "0.00" })
alone("land one cent above the exempt part", "x 9", { rc_unbuilt = "30.01" }, { ["grapa.unbuilt_income"] = "0.09" })
alone("land", "(100 - 30) x 9", { rc_unbuilt = 100 }, { ["grapa.unbuilt_income"] = "630.00" })
alone("property makes the result probable", "the factors of property are unverified", { rc_dwelling = 1200 }, { grapa = "yes", ["grapa.certainty"] = "probable" })

case "a child raises the exempt part of the dwelling" {
  on = "2025-06-01", cites = "(1,200 - 743.68 - 123.95) x 3",
  persons = { known { rc_dwelling = 1200 }, known { birth_date = "2012-01-01", mother_id = "p1" } },
  expect = { ["grapa.built_income"] = "997.11" },
}

-- pensions
alone("Belgian and foreign pensions together, 90 %", "90 % of 12 x 700", { pension_month = 400, pension_foreign_month = 300 }, { ["grapa.pensions"] = "7560.00" })
alone("alimony paid comes off the pension", "AR art. 39: 90 % of 8,400 less 2,400", { pension_month = 700, alimony_paid_month = 200 }, { ["grapa.pensions"] = "5160.00" })
alone("alimony paid above the pension", "never below zero, and never off other resources",
  { pension_month = 100, alimony_paid_month = 500, other_income_month = 200 }, { ["grapa.pensions"] = "0.00", ["grapa.resources"] = "2400.00" })

case "a spouse's alimony comes off the spouse's pension only" {
  on = "2025-06-01", cites = "AR art. 39",
  persons = {
    known { partner_id = "p2", partnership = "married", pension_month = 1000 },
    known { partner_id = "p1", partnership = "married", pension_month = 100, alimony_paid_month = 500 },
  },
  expect = { ["grapa.pensions_of_unit"] = "10800.00", ["grapa.monthly_r1"] = "603.58" },
}

case "a de facto partner's income never counts" {
  on = "2025-06-01", cites = "art. 7, § 1",
  persons = {
    known { partner_id = "p2", partnership = "de_facto" },
    known { birth_date = "1970-01-01", partner_id = "p1", partnership = "de_facto", wage_gross_month = 6000, wage_net_month = 3500 },
  },
  expect = { ["grapa.resources_of_unit"] = "0.00", ["grapa.monthly_r1"] = "1053.58" },
}

case "each spouse has the abatement on work" {
  on = "2025-06-01", cites = "5,000 taken per person",
  persons = {
    known { partner_id = "p2", partnership = "married", wage_gross_month = 500 },
    known { partner_id = "p1", partnership = "married", wage_gross_month = 500 },
  },
  expect = { ["grapa.resources_of_unit"] = "0.00", ["grapa.monthly_r1"] = "1053.58" },
}

case "the spouse's savings go through the scale on their own" {
  on = "2025-06-01", cites = "2 x 4 % of (10,000 - 6,200) = 304, half each, below 625",
  persons = {
    known { partner_id = "p2", partnership = "legal", movable_capital = 10000 },
    known { partner_id = "p1", partnership = "legal", movable_capital = 10000 },
  },
  expect = { ["grapa.resources_of_unit"] = "304.00", ["grapa.monthly_r1"] = "1053.58" },
}

case "the exemption comes after the division" {
  on = "2025-06-01", cites = "art. 7, § 2: 2,400 / 2 = 1,200, less 625",
  persons = {
    known { partner_id = "p2", partnership = "married", other_income_month = 200 },
    known { partner_id = "p1", partnership = "married" },
  },
  expect = { ["grapa.annual_r1"] = "12067.97" },
}

-- transfers
alone("a gift of 50,000 weighs on the low amount only", "scale: 496 + 3,140, less 1,000", { transfer_10y = true, transfer_value = 50000, transfer_kind = "gift" },
  { ["grapa.transfer_income"] = "3636.00", ["grapa.amount_low"] = "1360.70", ["grapa.amount_high"] = "1580.37", grapa = "yes" })
alone("a transfer large enough leaves the answer unknown", "the enquiry decides", { transfer_10y = true, transfer_value = 300000, transfer_kind = "sale" },
  { ["grapa.amount_low"] = "0.00", ["grapa.amount_high"] = "1580.37", grapa = "unknown" })
alone("savings and a transfer each go through the scale", "496 for the savings, 496 for the transfer",
  { movable_capital = 18600, transfer_10y = true, transfer_value = 18600, transfer_kind = "sale" },
  { ["grapa.capital_income"] = "496.00", ["grapa.transfer_income"] = "496.00", ["grapa.amount_low"] = "1580.37" })
alone("a transfer of unknown value", "a missing fact is not zero", { transfer_10y = true },
  { grapa = "unknown", ["grapa.amount_high"] = "1580.37", ["grapa.missing"] = "transfer_value" })

case "the spouse's transfer counts too" {
  on = "2025-06-01", cites = "art. 7: (496 + 3,140) / 2 = 1,818, less 625",
  persons = {
    known { partner_id = "p2", partnership = "married" },
    known { partner_id = "p1", partnership = "married", transfer_10y = true, transfer_value = 50000, transfer_kind = "gift" },
  },
  expect = { ["grapa.transfer_declared"] = "yes", ["grapa.amount_low"] = "954.16", ["grapa.amount_high"] = "1053.58" },
}
