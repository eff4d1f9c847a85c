-- Access to health care: ask the CPAS, or another way. Never granted, never refused, and nothing about means or need.

-- A record with every fact the way of access reads, then without those named.
local function person(t, without)
  local p = {
    lives_in_belgium = "yes", stay = "irregular", birth_date = "1990-01-01", insurer = "none", receives_amu = "no",
    receives_ris = "no", receives_grapa = "no", wage_net_month = 0, unemployment_month = 0, sickness_month = 0,
    disability_allowance_month = 0, pension_month = 0, alimony_received_month = 0, other_income_month = 0,
    movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  for _, name in ipairs(without or {}) do p[name] = nil end
  return p
end

local function possible(title, cites, t, without)
  case(title) {
    on = "2026-03-01", cites = cites, persons = { person(t, without) },
    expect = { ["amu.ask"] = "yes", amu = "unknown", ["amu.finding"] = "possible", ["amu.route"] = "ask_cpas" },
  }
end

local law = "Loi organique du 8 juillet 1976, art. 57, § 2"
local court = "Cour constitutionnelle 95/2014; circulaire du 5 août 2014"

possible("without papers and without insurance", law, {})
possible("without papers, insurance not known: nobody is left out for an empty cell", law, {}, { "insurer" })
possible("without papers, nothing else known", law, {}, {
  "insurer", "birth_date", "lives_in_belgium", "receives_ris", "receives_grapa", "wage_net_month", "unemployment_month", "sickness_month",
  "disability_allowance_month", "pension_month", "alimony_received_month", "other_income_month", "movable_capital",
  "rc_dwelling", "rc_built_other",
})
possible("without papers, before any medical certificate: access is opened before the need", law, { medical_need = "no" })
possible("without papers, with a certificate", law, { medical_need = "yes" })
possible("without papers, with a wage: means are no test", law, { wage_net_month = 1500 })
possible("without papers, with savings: means are no test", law, { movable_capital = 20000 })
possible("a child without papers", law, { birth_date = "2018-01-01" })
possible("citizen of the Union, one month here, not at work, uninsured", court,
  { stay = "eu", eu_stay_months = 1, eu_worker = "no", wage_net_month = 500 })
possible("citizen of the Union, one month here, work and insurance not known", court,
  { stay = "eu", eu_stay_months = 1, wage_net_month = 500 }, { "insurer" })
possible("citizen of the Union looking for work, a year here, no income at all", court,
  { stay = "eu", eu_stay_months = 12, eu_worker = "no" })

local function elsewhere(title, cites, route, t, without)
  case(title) {
    on = "2026-03-01", cites = cites, persons = { person(t, without) },
    expect = { ["amu.ask"] = "no", amu = "no", ["amu.finding"] = "none", ["amu.route"] = route },
  }
end

elsewhere("asylum seeker: Fedasil", law, "fedasil", { stay = "asylum_seeker" })
elsewhere("Belgian with a mutuality", law, "insurance", { stay = "belgian", insurer = "mutuality" })
elsewhere("card A and insured with the CAAMI", law, "insurance", { stay = "foreigners_register", insurer = "caami" })
elsewhere("temporary protection, insured", law, "insurance", { stay = "temporary_protection", insurer = "mutuality" })
elsewhere("citizen of the Union, one month here, already insured", court, "insurance",
  { stay = "eu", eu_stay_months = 1, eu_worker = "no", insurer = "mutuality" })
elsewhere("visitor with a guarantor", law, "guarantor", { stay = "short_stay", guarantor = "yes" })
elsewhere("visitor who stayed on, with a guarantor", law, "guarantor", { guarantor = "yes" })
elsewhere("asylum seeker with a guarantor: Fedasil comes first", law, "fedasil", { stay = "asylum_seeker", guarantor = "yes" })
elsewhere("visitor with a guarantor and insured here: the insurance comes first", law, "insurance",
  { stay = "short_stay", guarantor = "yes", insurer = "mutuality" })
elsewhere("visitor with a guarantor, insurance not known: the guarantor", law, "guarantor",
  { stay = "short_stay", guarantor = "yes" }, { "insurer" })
elsewhere("visitor who stayed on, insured on paper, with a guarantor: not a legal stay, so the guarantor", law, "guarantor",
  { insurer = "mutuality", guarantor = "yes" })

local function open(title, cites, t, without)
  case(title) {
    on = "2026-03-01", cites = cites, persons = { person(t, without) },
    expect = { ["amu.ask"] = "no", ["amu.no_other_payer"] = "yes", amu = "unknown", ["amu.finding"] = "none" },
  }
end

open("Belgian without a mutuality: neither this nor a refusal", law, { stay = "belgian" })
open("visitor without a guarantor", law, { stay = "short_stay" })
open("without papers but still insured", law, { insurer = "mutuality" })
open("citizen of the Union, three months here, with an income, uninsured", court,
  { stay = "eu", eu_stay_months = 3, eu_worker = "no", wage_net_month = 500 })
open("citizen of the Union at work for a month, uninsured", court,
  { stay = "eu", eu_stay_months = 1, eu_worker = "yes", wage_net_month = 500 })

case "stay not known: unknown, and nobody is put on a list for it" {
  on = "2026-03-01", cites = law,
  persons = { person({}, { "stay" }) },
  expect = { ["amu.ask"] = "unknown", amu = "unknown", ["amu.finding"] = "none" },
}

case "stay not known, with a guarantor: somebody pays, whoever it is" {
  on = "2026-03-01", cites = law,
  persons = { person({ guarantor = "yes", insurer = "mutuality" }, { "stay" }) },
  expect = { amu = "no", ["amu.finding"] = "none" },
}

case "stay not known, insured: unknown" {
  on = "2026-03-01", cites = law,
  persons = { person({ insurer = "mutuality" }, { "stay" }) },
  expect = { ["amu.ask"] = "no", amu = "unknown", ["amu.finding"] = "none" },
}

case "care is already covered by the centre" {
  on = "2026-03-01", cites = law,
  persons = { person { receives_amu = "yes" } }, expect = { ["amu.finding"] = "receiving" },
}

case "people of one dwelling are each looked at alone" {
  on = "2026-03-01", cites = law,
  persons = { person {},
              person { stay = "belgian", insurer = "mutuality", expect = { amu = "no", ["amu.route"] = "insurance" } },
              person { stay = "asylum_seeker", expect = { amu = "no", ["amu.route"] = "fedasil" } } },
  relations = { { "p1", "p2", "unrelated" }, { "p1", "p3", "unrelated" }, { "p2", "p3", "unrelated" } },
  expect = { amu = "unknown", ["amu.finding"] = "possible", ["amu.route"] = "ask_cpas" },
}
