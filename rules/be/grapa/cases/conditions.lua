-- GRAPA: age by date of birth, residence, nationality and stay, what is already received or asked.

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

-- The same, with one fact not known.
local function without(fact, given)
  local person = known(given)
  person[fact] = nil
  return person
end

local ages = { -- born, on the day before, on the day
  { "1959-12-31", "2024-12-30", "2024-12-31", "65" },
  { "1957-06-15", "2022-06-14", "2022-06-15", "65" },
  { "1960-01-01", "2025-12-31", "2026-01-01", "66" },
  { "1960-02-10", "2026-02-09", "2026-02-10", "66" },
  { "1963-12-31", "2029-12-30", "2029-12-31", "66" },
  { "1964-01-01", "2030-12-31", "2031-01-01", "67" },
  { "1956-02-29", "2021-02-28", "2021-03-01", "65" },
}

for _, row in ipairs(ages) do
  case("born on " .. row[1] .. ", the day before turning " .. row[4]) {
    on = row[2], cites = "art. 3, by date of birth",
    persons = { known { birth_date = row[1] } },
    expect = { ["grapa.age_ok"] = "no", grapa = "no", ["grapa.finding"] = "none" },
  }
  case("born on " .. row[1] .. ", turning " .. row[4]) {
    on = row[3], cites = "art. 3, by date of birth",
    persons = { known { birth_date = row[1] } },
    expect = { ["grapa.age_ok"] = "yes", grapa = "yes" },
  }
end

case "somebody born in 1960 is not of age during 2025" {
  on = "2025-12-31", cites = "art. 3: 66 from 2025-02-01; many pages still print 65",
  persons = { known { birth_date = "1960-01-01" } },
  expect = { grapa = "no" },
}

case "date of birth not known" {
  on = "2025-06-01", cites = "art. 3; a missing fact is not zero",
  persons = { without("birth_date", {}) },
  expect = { ["grapa.age_ok"] = "unknown", grapa = "unknown", ["grapa.missing"] = "birth_date" },
}

for stay, verdict in pairs {
  belgian = "yes", eu = "yes", refugee = "yes", stateless = "yes", subsidiary = "yes", population_register = "unknown",
  foreigners_register = "no", temporary_protection = "no", asylum_seeker = "no", short_stay = "no", irregular = "no",
} do
  case("stay " .. stay) {
    on = "2025-06-01", cites = "art. 4; llp-asbl.be, caami-hziv.fgov.be",
    persons = { known { stay = stay } },
    expect = { ["grapa.stay_ok"] = verdict, grapa = verdict },
  }
end

case "subsidiary protection rests on a parameter not verified" {
  on = "2025-06-01", cites = "onpeutvousaider.be only",
  persons = { known { stay = "subsidiary" } },
  expect = { grapa = "yes", ["grapa.certainty"] = "probable" },
}

case "stay not known" {
  on = "2025-06-01", cites = "art. 4",
  persons = { without("stay", {}) },
  expect = { grapa = "unknown", ["grapa.missing"] = "stay" },
}

case "main residence abroad" {
  on = "2025-06-01", cites = "art. 4",
  persons = { known { lives_in_belgium = false } },
  expect = { ["grapa.resident"] = "no", grapa = "no" },
}

case "residence not known" {
  on = "2025-06-01", cites = "art. 4",
  persons = { without("lives_in_belgium", {}) },
  expect = { grapa = "unknown", ["grapa.missing"] = "lives_in_belgium" },
}

case "arrived last year: the ten years are never asked" {
  on = "2025-06-01", cites = "Constitutional Court 6/2019",
  persons = { known { stay = "eu", eu_stay_months = 6 } },
  expect = { grapa = "yes" },
}

case "GRAPA already received" {
  on = "2025-06-01", cites = "nothing is said about what is received",
  persons = { known { receives_grapa = true, grapa_month = 500 } },
  expect = { ["grapa.finding"] = "receiving" },
}

case "receipt of GRAPA not known today" {
  on = "2025-06-01", cites = "to check before any contact",
  persons = { without("receives_grapa", {}) },
  expect = { grapa = "yes", ["grapa.finding"] = "to_check" },
}

case "application under way" {
  on = "2025-06-01", cites = "not a case of non-take-up",
  persons = { known { application_grapa = "pending" } },
  expect = { ["grapa.finding"] = "pending" },
}

case "a refusal of the past excludes nobody" {
  on = "2025-06-01", cites = "the Pensions Ombudsman asks for periodic re-examination (levif.be 2016)",
  persons = { known { application_grapa = "refused" } },
  expect = { grapa = "yes", ["grapa.finding"] = "likely" },
}

case "savings not known: a range" {
  on = "2025-06-01", cites = "a missing fact is not zero",
  persons = { without("movable_capital", { pension_month = 900 }) },
  expect = { grapa = "unknown", ["grapa.amount_high"] = "853.70", ["grapa.missing"] = "movable_capital" },
}
