-- BIM: the statuses that open the right without request, from which day, until which day, and for whom.

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

-- ---- three full months of RIS or equivalent aid ------------------------------------------------------------------------

alone("RIS since 1 February, on 30 April", "2025-04-30", "three full months are not over",
  { receives_ris = true, ris_month = 1314, ris_since = "2025-02-01" }, { ["bim.automatic"] = "no", bim = "no" })
alone("RIS since 1 February, on 1 May", "2025-05-01", "three full months are over on 1 May",
  { receives_ris = true, ris_month = 1314, ris_since = "2025-02-01" },
  { ["bim.automatic"] = "yes", bim = "yes", ["bim.route"] = "automatic", ["bim.finding"] = "likely" })
alone("RIS since 30 November, on 28 February", "2025-02-28", "29 and 30 February do not exist: the first of the next month",
  { receives_ris = true, ris_month = 1314, ris_since = "2024-11-30" }, { ["bim.automatic"] = "no" })
alone("RIS since 30 November, on 1 March", "2025-03-01", "29 and 30 February do not exist: the first of the next month",
  { receives_ris = true, ris_month = 1314, ris_since = "2024-11-30" }, { ["bim.automatic"] = "yes" })
alone("equivalent aid since 15 January, on 14 April", "2025-04-14", "three full months are not over",
  { equivalent_aid_since = "2025-01-15" }, { ["bim.automatic"] = "no" })
alone("equivalent aid since 15 January, on 15 April", "2025-04-15", "equivalent aid counts like RIS",
  { equivalent_aid_since = "2025-01-15" }, { ["bim.automatic"] = "yes", ["bim.route"] = "automatic" })
alone("RIS received, since when is not known", "2025-05-01", "a missing date is not a date",
  { receives_ris = true, ris_month = 1314 }, { ["bim.automatic"] = "unknown", bim = "unknown", ["bim.missing"] = "ris_since" })
alone("never any RIS", "2025-05-01", "an empty date is no date", {}, { ["bim.automatic"] = "no", bim = "no", ["bim.finding"] = "none" })

-- ---- after the end -----------------------------------------------------------------------------------------------------

alone("RIS ended before three months", "2025-06-01", "not ended before they were full",
  { ris_since = "2025-02-01", ris_end = "2025-04-15" }, { ["bim.automatic"] = "no" })
alone("RIS ended on the eve of the day three months are full", "2025-06-01", "an end date is the last day: February, March and April are full",
  { ris_since = "2025-02-01", ris_end = "2025-04-30" }, { ["bim.automatic"] = "yes" })
alone("RIS ended one day earlier", "2025-06-01", "April is not full",
  { ris_since = "2025-02-01", ris_end = "2025-04-29" }, { ["bim.automatic"] = "no" })
alone("opened in 2025, RIS ended, on 31 December 2026", "2026-12-31", "until 31 December of the year after the opening",
  { ris_since = "2025-02-01", ris_end = "2025-09-30", taxable_income_of = 2025 }, { ["bim.automatic"] = "yes", ["bim.route"] = "automatic" })
alone("opened in 2025, RIS ended, on 1 January 2027", "2027-01-01", "until 31 December of the year after the opening",
  { ris_since = "2025-02-01", ris_end = "2025-09-30", taxable_income_of = 2026 }, { ["bim.automatic"] = "no" })
alone("since October 2024 the opening is in 2025", "2026-12-31", "the opening is the day the three months are full",
  { ris_since = "2024-10-15", ris_end = "2025-03-31", taxable_income_of = 2025 }, { ["bim.automatic"] = "yes" })
alone("since September 2024 the opening is in 2024", "2026-01-01", "the opening is the day the three months are full",
  { ris_since = "2024-09-30", ris_end = "2025-03-31", taxable_income_of = 2025 }, { ["bim.automatic"] = "no" })
alone("RIS still running years later", "2026-06-01", "the right follows the aid",
  { receives_ris = true, ris_month = 1340, ris_since = "2019-01-01", taxable_income_of = 2025 }, { ["bim.automatic"] = "yes" })
alone("RIS whose last day is today", "2025-06-01", "an end date is the last day",
  { receives_ris = true, ris_month = 1314, ris_since = "2020-01-01", ris_end = "2025-06-01" }, { ["bim.automatic"] = "yes" })
alone("an old RIS ended before the present equivalent aid began", "2025-06-01", "an end before the beginning is that of an earlier aid",
  { ris_since = "2018-01-01", ris_end = "2019-12-31", equivalent_aid_since = "2025-01-01" }, { ["bim.automatic"] = "yes" })

-- ---- other statuses ----------------------------------------------------------------------------------------------------

alone("GRAPA received", "2025-06-01", "from the grant", { birth_date = "1950-01-01", receives_grapa = true, grapa_month = 600 },
  { ["bim.automatic"] = "yes", bim = "yes", ["bim.route"] = "automatic" })
case "receipt of GRAPA not known" {
  on = "2025-06-01", cites = "a right reads what is received",
  persons = { without("receives_grapa", { birth_date = "1950-01-01" }) },
  expect = { ["bim.automatic"] = "unknown", bim = "unknown", ["bim.missing"] = "receives_grapa" },
}
alone("disability allowance", "2025-06-01", "ARR or AI", { disability_allowance_month = 50 }, { ["bim.automatic"] = "yes" })
alone("APA or care budget", "2025-06-01", "APA, zorgbudget", { birth_date = "1945-01-01", apa_month = 100 }, { ["bim.automatic"] = "yes" })
alone("orphan of 17, titular", "2025-06-01", "orphans who are titular", { birth_date = "2008-01-01", orphan = true, titular = true }, { ["bim.automatic"] = "yes" })
alone("unaccompanied minor, titular", "2025-06-01", "MENA registered as titular",
  { birth_date = "2009-01-01", stay = "foreigners_register", unaccompanied_minor = true, titular = true }, { ["bim.automatic"] = "yes", bim = "yes" })
alone("unaccompanied minor, not registered as titular", "2025-06-01", "MENA registered as titular only; whose household is not known",
  { birth_date = "2009-01-01", stay = "foreigners_register", unaccompanied_minor = true }, { ["bim.automatic"] = "unknown", bim = "unknown" })

-- ---- for whom: titular, partner, dependants ----------------------------------------------------------------------------

case "RIS of one covers partner and child" {
  on = "2025-06-01", cites = "the right covers titular, partner and dependants",
  persons = {
    known { partner_id = "p2", partnership = "de_facto", receives_ris = true, ris_month = 1776, ris_since = "2025-01-01" },
    known { partner_id = "p1", partnership = "de_facto", expect = { bim = "yes", ["bim.route"] = "automatic" } },
    child { mother_id = "p2", expect = { bim = "yes", ["bim.route"] = "automatic", ["bim.is_titular"] = "no" } },
  },
  expect = { bim = "yes", ["bim.unit_size"] = "3", ["bim.is_titular"] = "yes" },
}

case "a disabled child opens the right of the household it belongs to" {
  on = "2025-06-01", cites = "66 % or 4 points in pillar 1",
  persons = {
    known { partner_id = "p2", partnership = "married", wage_net_month = 4000, wage_gross_month = 6000 },
    known { partner_id = "p1", partnership = "married", expect = { bim = "yes" } },
    child { mother_id = "p2", father_id = "p1", disabled_child_66 = true, expect = { bim = "yes", ["bim.route"] = "automatic" } },
  },
  expect = { bim = "yes", ["bim.route"] = "automatic" },
}

case "the RIS of an adult brother opens nothing for his sister" {
  on = "2025-06-01", cites = "each titular has a household of its own",
  persons = {
    known { wage_net_month = 2500, wage_gross_month = 3800 },
    known { birth_date = "1990-01-01", receives_ris = true, ris_month = 876, ris_since = "2024-01-01", expect = { bim = "yes" } },
  },
  relations = { { "p1", "p2", "sibling" } },
  expect = { ["bim.automatic"] = "no", bim = "no" },
}

case "the GRAPA of a mother opens nothing for her working son" {
  on = "2025-06-01", cites = "an adult with income is titular",
  persons = {
    known { birth_date = "2004-01-01", mother_id = "p2", wage_net_month = 1900, wage_gross_month = 2500 },
    known { birth_date = "1955-01-01", receives_grapa = true, grapa_month = 300, expect = { bim = "yes" } },
  },
  expect = { ["bim.is_titular"] = "yes", ["bim.automatic"] = "no", bim = "no" },
}
