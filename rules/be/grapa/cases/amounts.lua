-- GRAPA: the maximum of every period since September 2013, on its first day and on the day before the next one, and the
-- worked examples at the amounts of February 2025. Published maxima are said to be so; the others are base x coefficient.
-- Before 2021 the base is computed back from amounts already rounded, so an increased maximum can be a cent off the
-- printed one; the row then says what was printed.

-- A person about whom everything is known: Belgian, living here, without income or property, receiving nothing.
local function known(given)
  local person = {
    lives_in_belgium = true, stay = "belgian", civil_status = "single", in_care_home = false,
    wage_net_month = 0, wage_gross_month = 0, self_employed_net_year = 0, unemployment_month = 0, sickness_month = 0,
    disability_allowance_month = 0, pension_month = 0, alimony_received_month = 0, family_benefit_month = 0,
    other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0, insurer = "mutuality",
    receives_ris = false, receives_grapa = false, receives_bim = false, receives_amu = false, application_grapa = "none",
  }
  for name, value in pairs(given) do person[name] = value end
  return person
end

local maxima = { -- first day, base a month, increased a month, where it was read; last day of the period
  { "2013-09-01", "674.46", "1011.69", "plusmagazine.levif.be 2013, which prints 1,011.70", "2015-08-31" },
  { "2015-09-01", "687.95", "1031.93", "base x coefficient; 687 and 1,031 in plusmagazine.levif.be 2016", "2016-05-31" },
  { "2016-06-01", "701.71", "1052.57", "base x coefficient", "2017-05-31" },
  { "2017-06-01", "715.74", "1073.61", "base x coefficient", "2017-08-31" },
  { "2017-09-01", "722.18", "1083.27", "okra.be, which prints 1,083.28", "2018-06-30" },
  { "2018-07-01", "730.98", "1096.47", "base x coefficient; increments in news.belgium.be 08-06-2018", "2018-08-31" },
  { "2018-09-01", "745.57", "1118.36", "sfpd.fgov.be, 01-09-2018", "2019-06-30" },
  { "2019-07-01", "747.81", "1121.71", "sfpd.fgov.be, 01-07-2019, which prints 1,121.72", "2019-12-31" },
  { "2020-01-01", "754.52", "1131.78", "base x coefficient", "2020-02-29" },
  { "2020-03-01", "769.61", "1154.42", "bx1.be, which prints 1,154.41", "2020-12-31" },
  { "2021-01-01", "789.47", "1184.20", "reseau-sam.be (base)", "2021-06-30" },
  { "2021-07-01", "805.25", "1207.88", "creno.be", "2021-08-31" },
  { "2021-09-01", "821.38", "1232.07", "creno.be", "2021-12-31" },
  { "2022-01-01", "859.40", "1289.10", "bx1.be", "2022-02-28" },
  { "2022-03-01", "876.64", "1314.96", "base x coefficient", "2022-04-30" },
  { "2022-05-01", "894.16", "1341.24", "base x coefficient", "2022-07-31" },
  { "2022-08-01", "912.03", "1368.05", "retraiteplus; rusthuizenplus", "2022-10-31" },
  { "2022-11-01", "930.25", "1395.38", "base x coefficient", "2022-11-30" },
  { "2022-12-01", "948.88", "1423.31", "base x coefficient", "2022-12-31" },
  { "2023-01-01", "973.39", "1460.08", "iweps.be", "2023-06-30" },
  { "2023-07-01", "992.82", "1489.23", "base x coefficient; base in art. 6", "2023-10-31" },
  { "2023-11-01", "1012.67", "1519.01", "base x coefficient", "2024-04-30" },
  { "2024-05-01", "1032.95", "1549.42", "mes-aides-financieres.be, November 2024 (increased)", "2025-01-31" },
  { "2025-02-01", "1053.58", "1580.37", "vivre-en-belgique.be; 18,964.44 a year in EUROMOD", "2026-02-28" },
  { "2026-03-01", "1074.64", "1611.96", "base x coefficient", "2026-11-01" },
}

for _, row in ipairs(maxima) do
  for _, on in ipairs { row[1], row[5] } do
    case("maximum, living alone, " .. on) {
      on = on, cites = row[4],
      persons = { known { birth_date = "1940-01-01" } },
      expect = { ["grapa.category"] = "increased", ["grapa.monthly_r1"] = row[3], ["grapa.monthly_r2"] = row[3], grapa = "yes" },
    }
    case("maximum, sharing with a friend, " .. on) {
      on = on, cites = row[4],
      persons = { known { birth_date = "1940-01-01" }, known { birth_date = "1960-01-01" } },
      relations = { { "p1", "p2", "unrelated" } },
      expect = { ["grapa.category"] = "base", ["grapa.monthly_r1"] = row[2], ["grapa.monthly_r2"] = row[2], grapa = "yes" },
    }
  end
end

case "the base of 7,449.26 printed for 2024 was never paid" {
  on = "2024-06-01", cites = "art. 6; 18,593.01 a year less 17,280 gives 109.42, and 149.39 with the wrong base",
  persons = { known { birth_date = "1956-01-01", pension_month = 1600 } },
  expect = { ["grapa.monthly_r1"] = "109.42", grapa = "yes" },
}

case "single, pension of 900" {
  on = "2025-02-01", cites = "18,964.45 - 90 % of 10,800",
  persons = { known { birth_date = "1957-01-01", pension_month = 900 } },
  expect = { ["grapa.amount_low"] = "770.37", ["grapa.amount_high"] = "853.70", grapa = "yes", ["grapa.finding"] = "likely", ["grapa.certainty"] = "certain" },
}

case "single, no pension, savings of 25,000" {
  on = "2025-02-01", cites = "art. 7 and 11: 496 + 640 = 1,136, less 1,000",
  persons = { known { birth_date = "1958-01-01", movable_capital = 25000 } },
  expect = { ["grapa.capital_income"] = "1136.00", ["grapa.amount_low"] = "1569.04", ["grapa.amount_high"] = "1569.04", grapa = "yes" },
}

case "couple, both of age, pensions of 1,100 and 0" {
  on = "2025-02-01", cites = "art. 7, § 2: 11,880 / 2 each",
  persons = {
    known { birth_date = "1957-01-01", civil_status = "married", partner_id = "p2", partnership = "married", pension_month = 1100 },
    known { birth_date = "1958-01-01", civil_status = "married", partner_id = "p1", partnership = "married",
            expect = { ["grapa.amount_low"] = "558.58", ["grapa.amount_high"] = "610.66", grapa = "yes" } },
  },
  expect = { ["grapa.amount_low"] = "558.58", ["grapa.amount_high"] = "610.66", grapa = "yes", ["grapa.divisor"] = "2" },
}

case "widow with a survivor's pension of 1,300, living with her working daughter" {
  on = "2025-02-01", cites = "art. 6, § 2: a descendant does not share; art. 7: own resources only",
  persons = {
    known { birth_date = "1955-01-01", civil_status = "widowed", pension_month = 1300 },
    known { birth_date = "1985-01-01", mother_id = "p1", wage_gross_month = 3000, wage_net_month = 2200 },
  },
  expect = { ["grapa.category"] = "increased", ["grapa.amount_low"] = "410.37", ["grapa.amount_high"] = "493.70", grapa = "yes" },
}

case "two sisters share a flat, one has a pension of 500" {
  on = "2025-02-01", cites = "art. 6, § 1: a sister shares; art. 7: own resources only, divided by one",
  persons = { known { birth_date = "1955-01-01", pension_month = 500 }, known { birth_date = "1957-01-01", pension_month = 2500 } },
  relations = { { "p1", "p2", "sibling" } },
  expect = { ["grapa.category"] = "base", ["grapa.amount_low"] = "603.58", ["grapa.amount_high"] = "655.66", grapa = "yes" },
}

case "single, pension of 700 and part-time wage of 600" {
  on = "2025-02-01", cites = "75 % of 7,200 less 5,000 = 400, below the exemption of 1,000",
  persons = { known { birth_date = "1957-01-01", pension_month = 700, wage_gross_month = 600, wage_net_month = 550 } },
  expect = { ["grapa.work_income"] = "400.00", ["grapa.amount_low"] = "950.37", ["grapa.amount_high"] = "1000.37", grapa = "yes" },
}

case "pension of 300, spouse of 60 with a wage of 2,000, one minor child" {
  on = "2025-02-01", cites = "(13,000 + 3,240) / 3 = 5,413.33, less 625 on what is not pension",
  persons = {
    known { birth_date = "1958-01-01", civil_status = "married", partner_id = "p2", partnership = "married", pension_month = 300 },
    known { birth_date = "1965-01-01", civil_status = "married", partner_id = "p1", partnership = "married", wage_gross_month = 2000, wage_net_month = 1700,
            expect = { ["grapa.age_ok"] = "no", grapa = "no" } },
    known { birth_date = "2015-01-01", mother_id = "p2", father_id = "p1" },
  },
  expect = { ["grapa.divisor"] = "3", ["grapa.amount_low"] = "654.55", ["grapa.amount_high"] = "654.55", grapa = "yes" },
}

case "single, pension of 1,600, near the frontier" {
  on = "2025-02-01", cites = "18,964.45 - 17,280",
  persons = { known { birth_date = "1957-01-01", pension_month = 1600 } },
  expect = { ["grapa.amount_low"] = "140.37", ["grapa.amount_high"] = "223.70", grapa = "yes" },
}

case "single, pension of 1,000, own house of cadastral income 1,200" {
  on = "2025-02-01", cites = "(1,200 - 743.68) x 3 = 1,368.96, less 1,000; the factors of property are unverified",
  persons = { known { birth_date = "1957-01-01", pension_month = 1000, rc_dwelling = 1200 } },
  expect = { ["grapa.built_income"] = "1368.96", ["grapa.amount_low"] = "649.62", ["grapa.amount_high"] = "649.62", grapa = "yes" },
}

case "widow of 70 with a pension of 1,400, living with her son" {
  on = "2025-02-01", cites = "18,964.45 - 15,120",
  persons = {
    known { birth_date = "1955-01-01", civil_status = "widowed", pension_month = 1400 },
    known { birth_date = "1980-01-01", mother_id = "p1", wage_gross_month = 3500, wage_net_month = 2400 },
  },
  expect = { ["grapa.amount_low"] = "320.37", grapa = "yes" },
}

case "no resources at all: nothing unverified is read" {
  on = "2025-02-01", cites = "art. 6, § 2",
  persons = { known { birth_date = "1957-01-01" } },
  expect = { grapa = "yes", ["grapa.certainty"] = "certain" },
}

case "between the two readings the answer is unknown" {
  on = "2025-02-01", cites = "art. 11 can be read both ways; a pension of 1,755.97 uses the increased amount up in the first reading",
  persons = { known { birth_date = "1957-01-01", pension_month = "1800.00" } },
  expect = { ["grapa.amount_low"] = "0.00", ["grapa.amount_high"] = "43.70", grapa = "unknown", ["grapa.finding"] = "possible" },
}

case "just under the break-even pension of the first reading" {
  on = "2025-02-01", cites = "18,964.45 / 0.9 / 12 = 1,755.967",
  persons = { known { birth_date = "1957-01-01", pension_month = "1755.96" } },
  expect = { ["grapa.amount_low"] = "0.01", grapa = "yes" },
}

case "at the break-even pension of the first reading" {
  on = "2025-02-01", cites = "18,964.45 / 0.9 / 12 = 1,755.967",
  persons = { known { birth_date = "1957-01-01", pension_month = "1755.97" } },
  expect = { ["grapa.amount_low"] = "0.00", grapa = "unknown" },
}

case "just under the break-even pension of the second reading" {
  on = "2025-02-01", cites = "(18,964.45 + 1,000) / 0.9 / 12 = 1,848.56",
  persons = { known { birth_date = "1957-01-01", pension_month = "1848.55" } },
  expect = { ["grapa.amount_high"] = "0.01", grapa = "unknown" },
}

case "above the break-even pension of the second reading" {
  on = "2025-02-01", cites = "(18,964.45 + 1,000) / 0.9 / 12 = 1,848.56",
  persons = { known { birth_date = "1957-01-01", pension_month = "1848.57" } },
  expect = { ["grapa.amount_high"] = "0.00", grapa = "no", ["grapa.finding"] = "none" },
}

case "a right to less than half a cent is still a right" {
  on = "2025-02-01", cites = "18,964.45 - 18,964.368 of pension - 0.08 above the exemption: 0.002 a year",
  persons = { known { birth_date = "1957-01-01", pension_month = "1755.96", other_income_month = "83.34" } },
  expect = { ["grapa.monthly_r1"] = "0.00", grapa = "yes" },
}
