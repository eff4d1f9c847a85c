-- BIM: the initiative of the insurer, the indicators, the month, the year, and the ceilings of each.
-- Printed month ceilings differ from base x coefficient by cents; the cases hold what is computed and name what is printed.

-- A person about whom everything is known: Belgian, insured, without income or property, receiving nothing. The taxable
-- income of the year before is high, so that the door of the year stays shut unless a case opens it.
local function known(given)
  local person = {
    birth_date = "1985-01-01",
    lives_in_belgium = true, stay = "belgian", civil_status = "single", in_care_home = false,
    wage_net_month = 0, wage_gross_month = 0, self_employed_net_year = 0, unemployment_month = 0, sickness_month = 0,
    invalid = false, disability_allowance_month = 0, apa_month = 0, pension_month = 0, pension_foreign_month = 0,
    alimony_received_month = 0, family_benefit_month = 0, other_income_month = 0, movable_capital = 0, movable_income_year = 0,
    rc_dwelling = 0, rc_built_other = 0, rc_unbuilt = 0, taxable_income_year = 90000, taxable_income_of = 2024,
    insurer = "mutuality", receives_ris = false, receives_grapa = false, receives_bim = false, receives_amu = false,
    application_bim = "none",
  }
  for name, value in pairs(given) do person[name] = value end
  return person
end

local function without(fact, given)
  local person = known(given)
  person[fact] = nil
  return person
end

local function child(given)
  given.taxable_income_year = given.taxable_income_year or 0
  given.birth_date = given.birth_date or "2015-01-01"
  return known(given)
end

local function alone(title, on, cites, given, expect)
  case(title) { on = on, cites = cites, persons = { known(given) }, expect = expect }
end

-- ---- ceilings at every date --------------------------------------------------------------------------------------------

for _, row in ipairs { -- first day, one person, source; day before the next
  { "2021-09-01", "20763.89", "lesoir.be 20,763.88", "2021-12-31" },
  { "2022-01-01", "22315.48", "base x coefficient", "2022-02-28" },
  { "2022-03-01", "22763.03", "base x coefficient", "2022-04-30" },
  { "2022-05-01", "23218.08", "ijbxl.be 23,217.78", "2022-07-31" },
  { "2022-08-01", "23682.14", "thema 23,680.87", "2022-10-31" },
  { "2022-11-01", "24155.21", "base x coefficient", "2022-11-30" },
  { "2022-12-01", "24638.79", "fsmb.be 24,638.79", "2022-12-31" },
  { "2023-01-01", "25291.74", "base x coefficient", "2023-06-30" },
  { "2023-07-01", "25797.57", "lespecialiste.be 25,797.56", "2023-10-31" },
  { "2023-11-01", "26313.33", "base x coefficient", "2023-12-31" },
  { "2024-01-01", "27010.15", "statut-bim.be 27,011.00", "2024-04-30" },
  { "2024-05-01", "27550.87", "partenamut.be 27,550.86", "2025-01-31" },
  { "2025-02-01", "28101.27", "base x coefficient", "2026-02-28" },
  { "2026-03-01", "28662.97", "base x coefficient", "2026-11-01" },
} do
  for _, on in ipairs { row[1], row[4] } do
    alone("month ceiling of one person, " .. on, on, row[3], {}, { ["bim.ceiling_month"] = row[2] })
  end
end

for _, row in ipairs { -- request, one person, source
  { "2022-01-01", "20292.59", "income of 2021, fsmb.be" }, { "2022-12-31", "20292.59", "income of 2021, fsmb.be" },
  { "2023-01-01", "23303.84", "income of 2022, partenamut.be" }, { "2023-12-31", "23303.84", "income of 2022, partenamut.be" },
  { "2024-01-01", "25630.67", "income of 2023, partenamut.be" }, { "2024-12-31", "25630.67", "income of 2023, partenamut.be" },
  { "2025-01-01", "27370.63", "income of 2024, mean of the twelve months" }, { "2025-12-31", "27370.63", "income of 2024, mean of the twelve months" },
  { "2026-01-01", "28054.90", "income of 2025, printed '28.054,93,91'" }, { "2026-11-01", "28054.90", "income of 2025, printed '28.054,93,91'" },
} do
  alone("year ceiling of one person, request of " .. row[1], row[1], row[3], {}, { ["bim.ceiling_year"] = row[2] })
end

-- ---- initiative ----------------------------------------------------------------------------------------------------------

local jobless = { unemployment_month = 1650, unemployment_since = "2024-07-01", taxable_income_of = 2023 }
local function jobless_with(given)
  local person = known(jobless)
  for name, value in pairs(given) do person[name] = value end
  return person
end

alone("alone, unemployed for four months", "2024-11-01", "19,800 a year is below 27,550.87; AR 12-05-2024", jobless,
  { ["bim.initiative"] = "yes", bim = "yes", ["bim.route"] = "initiative" })
alone("the same, the day before the initiative exists", "2024-09-30", "AR 12-05-2024 is in force from 2024-10-01; unemployed since June", {
  unemployment_month = 1650, unemployment_since = "2024-06-01", taxable_income_of = 2023 }, { ["bim.initiative"] = "no", ["bim.route"] = "income_month" })
alone("the same, the day it exists", "2024-10-01", "AR 12-05-2024 is in force from 2024-10-01; three months over that day", jobless,
  { ["bim.initiative"] = "yes", ["bim.route"] = "initiative" })
alone("unemployed for three months less a day", "2024-10-31", "three months since 1 August end on 1 November",
  { unemployment_month = 1650, unemployment_since = "2024-08-01", taxable_income_of = 2023 },
  { ["bim.initiative"] = "no", ["bim.income_month"] = "no", bim = "no" })
alone("unemployed for three months", "2024-11-01", "three months since 1 August end on 1 November",
  { unemployment_month = 1650, unemployment_since = "2024-08-01", taxable_income_of = 2023 }, { ["bim.initiative"] = "yes" })
alone("unemployment ended yesterday", "2024-11-01", "the indicator is held at the request",
  { unemployment_month = 0, unemployment_since = "2024-01-01", unemployment_end = "2024-10-31", taxable_income_of = 2023 }, { ["bim.initiative"] = "no", bim = "no" })
alone("unemployment ends today", "2024-11-01", "an end date is the last day",
  { unemployment_month = 1000, unemployment_since = "2024-01-01", unemployment_end = "2024-11-01", taxable_income_of = 2023 }, { ["bim.initiative"] = "yes" })
alone("invalid, alone", "2025-06-01", "invalids are among the target", { sickness_month = 1500, incapacity_since = "2023-01-01", invalid = true },
  { ["bim.initiative"] = "yes", ["bim.route"] = "initiative" })
alone("incapacitated for three months, alone", "2025-06-01", "incapacity of three months", { sickness_month = 1500, incapacity_since = "2025-03-01" }, { ["bim.initiative"] = "yes" })
alone("incapacitated for three months less a day", "2025-05-31", "incapacity of three months", { sickness_month = 1500, incapacity_since = "2025-03-01" },
  { ["bim.initiative"] = "no", bim = "no" })
alone("another building shuts the initiative", "2025-06-01", "owner of another property than the dwelling",
  { sickness_month = 1500, incapacity_since = "2023-01-01", rc_built_other = 1 }, { ["bim.initiative"] = "no", ["bim.route"] = "income_month" })
case "with a great-grandparent: a relative of the third degree, no initiative" {
  on = "2024-11-01", cites = "AR 12-05-2024: relatives to the second degree",
  persons = { known { sickness_month = 1500, incapacity_since = "2023-01-01", mother_id = "p2" }, known { birth_date = "1965-01-01", father_id = "p3" },
              known { birth_date = "1945-01-01", mother_id = "p4" }, known { birth_date = "1925-01-01" } },
  expect = { ["bim.initiative"] = "no", bim = "yes", ["bim.route"] = "income_month" },
}
case "with a grandparent: a relative of the second degree" {
  on = "2024-11-01", cites = "AR 12-05-2024: relatives to the second degree",
  persons = { known { sickness_month = 1500, incapacity_since = "2023-01-01", mother_id = "p2" }, known { birth_date = "1965-01-01", father_id = "p3" },
              known { birth_date = "1945-01-01" } },
  expect = { bim = "yes", ["bim.route"] = "initiative" },
}
alone("a plot of land shuts the initiative", "2025-06-01", "owner of another property than the dwelling",
  { sickness_month = 1500, incapacity_since = "2023-01-01", rc_unbuilt = 1 }, { ["bim.initiative"] = "no", ["bim.route"] = "income_month" })
alone("the dwelling does not shut the initiative", "2025-06-01", "owner of the dwelling only",
  { sickness_month = 1500, incapacity_since = "2023-01-01", rc_dwelling = 900 }, { ["bim.initiative"] = "yes" })
alone("allowances one cent a month under the ceiling", "2025-06-01", "12 x 2,341.77 = 28,101.24 < 28,101.27",
  { sickness_month = "2341.77", incapacity_since = "2023-01-01" }, { ["bim.initiative"] = "yes" })
alone("allowances above the ceiling", "2025-06-01", "12 x 2,341.78 = 28,101.36",
  { sickness_month = "2341.78", incapacity_since = "2023-01-01" }, { ["bim.initiative"] = "no", bim = "no" })

for _, kin in ipairs { "grandparent", "grandchild", "sibling" } do
  case("isolated with an adult, being the " .. kin) {
    on = "2024-11-01", cites = "relatives to the second degree who are not dependants",
    persons = { jobless_with {}, known { birth_date = "1970-01-01" } }, relations = { { "p1", "p2", kin } },
    expect = { ["bim.isolated"] = "yes", ["bim.initiative"] = "yes" },
  }
end
for _, kin in ipairs { "other_relative", "unrelated", "parent_in_law" } do
  case("not isolated with an adult, being the " .. kin) {
    on = "2024-11-01", cites = "relatives to the second degree only, not in-laws",
    persons = { jobless_with {}, known { birth_date = "1970-01-01" } }, relations = { { "p1", "p2", kin } },
    expect = { ["bim.isolated"] = "no", ["bim.initiative"] = "no", ["bim.route"] = "income_month" },
  }
end
case "isolated with the mother" {
  on = "2024-11-01", cites = "relatives to the second degree who are not dependants",
  persons = { jobless_with { mother_id = "p2" }, known { birth_date = "1950-01-01" } },
  expect = { ["bim.isolated"] = "yes" },
}
case "not isolated with a dependent child" {
  on = "2024-11-01", cites = "a dependant breaks isolation",
  persons = { jobless_with {}, child { father_id = "p1" } },
  expect = { ["bim.isolated"] = "no", ["bim.route"] = "income_month", ["bim.single_parent"] = "yes" },
}
case "not isolated with a partner" {
  on = "2024-11-01", cites = "isolated titulars only",
  persons = { jobless_with { partner_id = "p2", partnership = "legal" }, known { partner_id = "p1", partnership = "legal" } },
  expect = { ["bim.isolated"] = "no", ["bim.initiative"] = "no" },
}
case "isolation unknown with an adult of unknown kinship" {
  on = "2024-11-01", cites = "unknown, not unrelated; the month opens the right anyway",
  persons = { jobless_with {}, known { birth_date = "1970-01-01" } },
  expect = { ["bim.isolated"] = "unknown", bim = "yes" },
}

-- ---- indicators, month -----------------------------------------------------------------------------------------------------

alone("single pensioner, 2,150 a month", "2025-06-15", "25,800 < 28,101.27", { birth_date = "1955-01-01", pension_month = 2150 },
  { ["bim.unit_indicator"] = "yes", ["bim.income_month"] = "yes", bim = "yes", ["bim.route"] = "income_month", ["bim.certainty"] = "certain" })
alone("foreign pension is an indicator", "2025-06-15", "pension, Belgian or foreign", { birth_date = "1955-01-01", pension_foreign_month = 900 }, { ["bim.income_month"] = "yes" })
alone("widowed", "2025-06-15", "widow or widower", { civil_status = "widowed", wage_net_month = 1600, wage_gross_month = 2000 }, { ["bim.income_month"] = "yes", ["bim.route"] = "income_month" })
alone("widow of 70, survivor's pension of 1,400, with an employed son", "2025-06-15", "the son is neither dependant nor partner: 16,800",
  { birth_date = "1955-01-01", civil_status = "widowed", pension_month = 1400 }, { ["bim.income_month"] = "yes" })
alone("divorced is no indicator", "2025-06-15", "not in the list of indicators", { civil_status = "divorced", wage_net_month = 1600, wage_gross_month = 2000 },
  { ["bim.unit_indicator"] = "no", bim = "no" })
alone("with an indicator the year is not looked at", "2025-06-15", "the month, since there is an indicator",
  { birth_date = "1955-01-01", pension_month = 2500, taxable_income_year = 10000 }, { ["bim.income_month"] = "no", ["bim.income_year"] = "no", bim = "no" })
alone("one figure for the month replaces its lines", "2025-06-15", "current income known as one figure",
  { birth_date = "1955-01-01", pension_month = 2500, current_income_month = 2000 }, { ["bim.unit_income_of_month"] = "24000.00", ["bim.income_month"] = "yes" })
alone("a zero for the month is a figure", "2025-06-15", "given is not missing",
  { birth_date = "1955-01-01", pension_month = 2500, current_income_month = 0 }, { ["bim.unit_income_of_month"] = "0.00" })
alone("every line of the month", "2025-06-15", "12 x (100 + 200 + 300 + 400 + 50 + 25 + 10) + 1,200", {
  birth_date = "1955-01-01", wage_gross_month = 100, wage_net_month = 90, unemployment_month = 200, unemployment_since = "2025-06-01",
  sickness_month = 300, incapacity_since = "2025-06-01", pension_month = 400, pension_foreign_month = 50, alimony_received_month = 25,
  other_income_month = 10, self_employed_net_year = 1200 }, { ["bim.unit_income_of_month"] = "14220.00" })
alone("benefits that are not taxable do not count", "2025-06-15", "RIS, GRAPA, disability allowances, APA, family benefits", {
  birth_date = "1955-01-01", pension_month = 400, disability_allowance_month = 500, apa_month = 300, family_benefit_month = 200, ris_month = 100,
  cpas_aid_month = 100 }, { ["bim.unit_income_of_month"] = "4800.00" })
alone("movable income is added", "2025-06-15", "taxable interest and dividends", { birth_date = "1955-01-01", pension_month = 1000, movable_income_year = 3000 },
  { ["bim.unit_income_of_month"] = "15000.00" })
alone("other property is added, indexed", "2025-06-15", "(1,000 + 200) x 2.2446", { birth_date = "1955-01-01", pension_month = 1000, rc_built_other = 1000, rc_unbuilt = 200 },
  { ["bim.unit_income_of_month"] = "14693.52" })
alone("the index of 2026", "2026-06-15", "1,000 x 2.3", { birth_date = "1955-01-01", pension_month = 1000, rc_built_other = 1000, taxable_income_of = 2025 },
  { ["bim.unit_income_of_month"] = "14300.00" })
alone("other property before 2023 leaves the income unknown", "2022-06-15", "the index before 2023 is not known",
  { birth_date = "1950-01-01", pension_month = 1000, rc_built_other = 1000, taxable_income_of = 2021 }, { bim = "unknown" })
alone("before 2023 even a little other property leaves it unknown", "2022-12-31", "no index is known before 2023",
  { birth_date = "1950-01-01", pension_month = 100, rc_unbuilt = 1, taxable_income_of = 2021 }, { bim = "unknown", ["bim.property_settled"] = "unknown" })
alone("the same land the day after", "2023-01-01", "1 x 2.0915",
  { birth_date = "1950-01-01", pension_month = 100, rc_unbuilt = 1, taxable_income_of = 2022 }, { bim = "yes", ["bim.route"] = "income_month" })
alone("before 2023, above the ceiling without the property: no all the same", "2022-12-31", "24,638.79",
  { birth_date = "1950-01-01", pension_month = 2100, rc_unbuilt = 1, taxable_income_of = 2021 }, { bim = "no" })
case "before 2023, the land of a dependant leaves it unknown" {
  on = "2022-12-31", cites = "no index is known before 2023",
  persons = { known { pension_month = 100, taxable_income_of = 2021 }, child { mother_id = "p1", rc_unbuilt = 1, taxable_income_of = 2021 } },
  expect = { bim = "unknown" },
}
alone("an income of a later year is compared too, without certainty", "2025-05-01", "the year before the request is 2024",
  { taxable_income_year = 20000, taxable_income_of = 2025 }, { bim = "yes", ["bim.route"] = "income_year", ["bim.certainty"] = "probable" })
case "a dependant whose file says widowed is an indicator, whatever the age" {
  on = "2025-05-01", cites = "an indicator in the household",
  persons = { known { partner_id = "p2", partnership = "married", wage_gross_month = 1000 }, known { partner_id = "p1", partnership = "married" },
              child { mother_id = "p1", civil_status = "widowed" } },
  expect = { bim = "yes", ["bim.route"] = "income_month" },
}
case "a child without civil status is not asked for one" {
  on = "2025-05-01", cites = "a child does not marry",
  persons = { known { partner_id = "p2", partnership = "married", wage_gross_month = 1000 }, known { partner_id = "p1", partnership = "married" },
              without("civil_status", { birth_date = "2015-01-01", mother_id = "p1", taxable_income_year = 0 }) },
  expect = { bim = "no" },
}
alone("no other property before 2023", "2022-06-15", "nothing to index", { birth_date = "1950-01-01", pension_month = 1000, taxable_income_of = 2021 }, { bim = "yes" })
alone("the dwelling is left out", "2025-06-15", "exempt part not found: unverified", { birth_date = "1955-01-01", pension_month = 1000, rc_dwelling = 1000 },
  { ["bim.unit_income_of_month"] = "12000.00", bim = "yes", ["bim.certainty"] = "probable" })
alone("one cent a month under the ceiling", "2025-06-15", "strictly below: 12 x 2,341.77 = 28,101.24", { birth_date = "1955-01-01", pension_month = "2341.77" }, { ["bim.income_month"] = "yes" })
alone("above the ceiling", "2025-06-15", "12 x 2,341.78 = 28,101.36", { birth_date = "1955-01-01", pension_month = "2341.78" }, { ["bim.income_month"] = "no", bim = "no" })

for _, row in ipairs { { "2022-07-31", 1934, "yes" }, { "2022-07-31", 1935, "no" }, { "2022-08-01", 1973, "yes" }, { "2022-08-01", 1974, "no" },
    { "2023-06-30", 2107, "yes" }, { "2023-06-30", 2108, "no" }, { "2023-07-01", 2149, "yes" }, { "2023-07-01", 2150, "no" },
    { "2025-01-31", 2295, "yes" }, { "2025-01-31", 2296, "no" }, { "2025-02-01", 2341, "yes" }, { "2025-02-01", 2342, "no" },
    { "2026-02-28", 2341, "yes" }, { "2026-02-28", 2342, "no" }, { "2026-03-01", 2388, "yes" }, { "2026-03-01", 2389, "no" } } do
  alone("pensioner with " .. row[2] .. " a month on " .. row[1], row[1], "month ceiling of that day / 12", { birth_date = "1945-01-01", pension_month = row[2] },
    { ["bim.income_month"] = row[3] })
end

case "invalid, partner and two children, June 2024" {
  on = "2024-06-01", cites = "27,550.87 + 3 increments; printed 42,852.12",
  persons = {
    known { partner_id = "p2", partnership = "married", sickness_month = 1800, incapacity_since = "2022-01-01", invalid = true, taxable_income_of = 2023 },
    known { partner_id = "p1", partnership = "married", wage_net_month = 1500, wage_gross_month = 1770, taxable_income_of = 2023, expect = { bim = "yes" } },
    child { mother_id = "p2", father_id = "p1" }, child { mother_id = "p2", father_id = "p1", birth_date = "2017-01-01" },
  },
  expect = { ["bim.ceiling_month"] = "42852.10", ["bim.unit_income_of_month"] = "42840.00", bim = "yes", ["bim.route"] = "income_month" },
}

case "single parent with two children, June 2024" {
  on = "2024-06-01", cites = "27,550.87 + 2 increments; printed 37,751.70",
  persons = {
    known { wage_net_month = 2200, wage_gross_month = 3100, taxable_income_of = 2023 },
    child { mother_id = "p1" }, child { mother_id = "p1", birth_date = "2017-01-01", expect = { bim = "yes", ["bim.route"] = "income_month" } },
  },
  expect = { ["bim.ceiling_month"] = "37751.69", ["bim.single_parent"] = "yes", bim = "yes", ["bim.route"] = "income_month" },
}

case "a dependant's savings count" {
  on = "2025-06-01", cites = "movable income of all members",
  persons = { known { birth_date = "1980-01-01", wage_net_month = 900, wage_gross_month = 1000 }, child { mother_id = "p1", movable_income_year = 500 } },
  expect = { ["bim.unit_income_of_month"] = "12500.00" },
}

case "the partner's pension is the indicator of both" {
  on = "2025-06-01", cites = "an indicator of any member",
  persons = {
    known { partner_id = "p2", partnership = "de_facto", wage_net_month = 1200, wage_gross_month = 1300 },
    known { birth_date = "1955-01-01", partner_id = "p1", partnership = "de_facto", pension_month = 1400, expect = { bim = "yes" } },
  },
  expect = { ["bim.unit_indicator"] = "yes", ["bim.unit_income_of_month"] = "32400.00", bim = "yes", ["bim.route"] = "income_month" },
}

-- ---- year ----------------------------------------------------------------------------------------------------------------------

case "couple with two children, 38,500 in 2023, request in 2024" {
  on = "2024-06-01", cites = "25,630.67 + 3 x 4,744.94 = 39,865.49, published",
  persons = {
    known { partner_id = "p2", partnership = "married", wage_net_month = 2300, wage_gross_month = 3300, taxable_income_year = 38500, taxable_income_of = 2023 },
    known { partner_id = "p1", partnership = "married", taxable_income_year = 0, taxable_income_of = 2023, expect = { bim = "yes" } },
    child { mother_id = "p2", father_id = "p1" }, child { mother_id = "p2", father_id = "p1", birth_date = "2017-01-01", expect = { bim = "yes" } },
  },
  expect = { ["bim.ceiling_year"] = "39865.49", bim = "yes", ["bim.route"] = "income_year", ["bim.unit_indicator"] = "no" },
}

for _, row in ipairs { { "39865.48", "yes" }, { "39865.49", "no" } } do
  case("couple with two children, " .. row[1] .. " in 2023") {
    on = "2024-06-01", cites = "strictly below 39,865.49",
    persons = {
      known { partner_id = "p2", partnership = "married", taxable_income_year = row[1], taxable_income_of = 2023 },
      known { partner_id = "p1", partnership = "married", taxable_income_year = 0, taxable_income_of = 2023 },
      child { mother_id = "p2" }, child { mother_id = "p2", birth_date = "2017-01-01" },
    },
    expect = { ["bim.income_year"] = row[2], bim = row[2] },
  }
end

case "de facto couple, one earned 31,000 in 2024" {
  on = "2025-06-01", cites = "mean of 2024 and one increment: 32,437.7",
  persons = {
    known { partner_id = "p2", partnership = "de_facto", taxable_income_year = 31000, wage_net_month = 2000, wage_gross_month = 2600 },
    known { partner_id = "p1", partnership = "de_facto", taxable_income_year = 0 },
  },
  expect = { ["bim.ceiling_year"] = "32437.67", bim = "yes", ["bim.route"] = "income_year" },
}

case "titular of 24 with 16,000 in 2024, living with well-off parents" {
  on = "2025-06-01", cites = "a household of one: 16,000 < 27,370.63",
  persons = {
    known { birth_date = "2001-01-01", mother_id = "p2", father_id = "p3", titular = true, wage_net_month = 1300, wage_gross_month = 1500, taxable_income_year = 16000 },
    known { birth_date = "1970-01-01", partner_id = "p3", partnership = "married", wage_net_month = 4000, wage_gross_month = 6500, expect = { bim = "no" } },
    known { birth_date = "1970-01-01", partner_id = "p2", partnership = "married", wage_net_month = 4000, wage_gross_month = 6500, expect = { bim = "no" } },
  },
  expect = { ["bim.unit_size"] = "1", bim = "yes", ["bim.route"] = "income_year" },
}

for _, row in ipairs { { "2025-11-30", "no" }, { "2025-12-01", "yes" } } do
  alone("dismissed in September 2025 after earning 34,000, on " .. row[1], row[1], "the year fails; three months of unemployment open the month and the initiative",
    { unemployment_month = 1800, unemployment_since = "2025-09-01", taxable_income_year = 34000 }, { bim = row[2], ["bim.initiative"] = row[2] })
end

alone("income of an older year is compared with the same ceiling", "2025-06-01", "a probable answer: the insurer asks for 2024",
  { wage_net_month = 1500, wage_gross_month = 1800, taxable_income_year = 20000, taxable_income_of = 2022 },
  { bim = "yes", ["bim.route"] = "income_year", ["bim.certainty"] = "probable" })
case "year of the income not known" {
  on = "2025-06-01", cites = "either way the answer is yes",
  persons = { without("taxable_income_of", { taxable_income_year = 20000 }) },
  expect = { bim = "yes", ["bim.route"] = "income_year" },
}

case "taxable income not known" {
  on = "2025-06-01", cites = "a missing fact is not zero",
  persons = { without("taxable_income_year", { wage_net_month = 1500, wage_gross_month = 1800 }) },
  expect = { bim = "unknown", ["bim.missing"] = "taxable_income_year" },
}

case "under both ceilings, an unknown indicator does not matter" {
  on = "2025-06-01", cites = "with the indicator the month, without it the year: both are low",
  persons = { without("civil_status", { wage_net_month = 1200, wage_gross_month = 1400, taxable_income_year = 16000 }) },
  expect = { bim = "yes" },
}

case "under the ceiling of the year only, an unknown indicator matters" {
  on = "2025-06-01", cites = "with the indicator the month, which is above",
  persons = { without("civil_status", { wage_net_month = 2500, wage_gross_month = 4000, taxable_income_year = 16000 }) },
  expect = { bim = "unknown", ["bim.missing"] = "civil_status" },
}

-- ---- a cent around each ceiling ----------------------------------------------------------------------------------------------

-- The month ceiling is not rounded: on 2025-06-15 it is 16,140.88 x 1.7410 = 28,101.27208, so 28,101.27 is still under.
for _, row in ipairs { { "4101.26", "yes" }, { "4101.27", "yes" }, { "4101.28", "no" } } do
  alone("pensioner whose year comes to 24,000 and " .. row[1], "2025-06-15", "strictly below 28,101.27208",
    { birth_date = "1955-01-01", pension_month = 2000, movable_income_year = row[1] },
    { ["bim.income_month"] = row[2], bim = row[2], ["bim.ceiling_month"] = "28101.27" })
end

-- The year ceiling is a published figure, to the cent: equal is not below.
for _, row in ipairs { { "25630.66", "yes" }, { "25630.67", "no" }, { "25630.68", "no" } } do
  alone("taxable income of " .. row[1] .. " in 2023", "2024-06-01", "partenamut.be 2024: strictly below 25,630.67",
    { taxable_income_year = row[1], taxable_income_of = 2023 },
    { ["bim.income_year"] = row[2], bim = row[2], ["bim.ceiling_year"] = "25630.67" })
end
