-- BIM: who is titular, who is a dependant of whom, what is known when the file says nothing, and affiliation.

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

local function title(name, cites, given, expect)
  case(name) { on = "2025-06-01", cites = cites, persons = { known(given) }, expect = { ["bim.is_titular"] = expect } }
end

title("titular by the insurer's file", "what the file says comes first", { birth_date = "2004-01-01", titular = true }, "yes")
title("not titular by the insurer's file, at 40", "what the file says comes first", { titular = false }, "no")
title("25 today, no income", "under 25 only can be a dependant", { birth_date = "2000-06-01" }, "yes")
title("25 tomorrow, no income", "18 to 24 without income: the insurer's file says", { birth_date = "2000-06-02" }, "unknown")
title("18 today, no income", "18 to 24 without income: the insurer's file says", { birth_date = "2007-06-01" }, "unknown")
title("18 tomorrow", "a minor is not titular", { birth_date = "2007-06-02" }, "no")
title("17, with a wage", "a minor is not titular, unless the file says so", { birth_date = "2008-01-01", wage_net_month = 300, wage_gross_month = 350 }, "no")

for fact, amount in pairs {
  wage_net_month = 900, wage_gross_month = 1000, self_employed_net_year = 4000, sickness_month = 500, disability_allowance_month = 100,
  pension_month = 300, pension_foreign_month = 50, alimony_received_month = 200, other_income_month = 80, ris_month = 876,
  current_income_month = 700, unemployment_month = 600,
} do
  title("an adult of 20 with income: " .. fact, "income of one's own makes a titular", { birth_date = "2005-01-01", [fact] = amount }, "yes")
end
title("an adult of 20 who receives RIS, amount not known", "income of one's own makes a titular", { birth_date = "2005-01-01", receives_ris = true, ris_since = "2025-01-01" }, "yes")
title("family benefit is not income of one's own", "18 to 24 without income: the insurer's file says", { birth_date = "2005-01-01", family_benefit_month = 200 }, "unknown")

-- ---- dependants --------------------------------------------------------------------------------------------------------

case "a couple and two children are four" {
  on = "2025-06-01", cites = "titular, partner and dependants of either",
  persons = {
    known { partner_id = "p2", partnership = "married" }, known { partner_id = "p1", partnership = "married", expect = { ["bim.unit_size"] = "4" } },
    child { mother_id = "p1", father_id = "p2" }, child { birth_date = "2018-01-01", mother_id = "p1" },
  },
  expect = { ["bim.unit_size"] = "4", ["bim.single_parent"] = "no" },
}

case "a child with a wage is no dependant, and nobody knows whose household it is in" {
  on = "2025-06-01", cites = "without income of one's own; neither titular nor dependant: the titular is to be asked",
  persons = {
    known {},
    child { birth_date = "2008-01-01", mother_id = "p1", wage_net_month = 300, wage_gross_month = 350, expect = { bim = "unknown" } },
  },
  expect = { ["bim.unit_size"] = "1" },
}

case "a son of 25 is not a dependant" {
  on = "2025-06-01", cites = "under 25",
  persons = { known {}, child { birth_date = "2000-06-01", mother_id = "p1", expect = { ["bim.unit_size"] = "1", bim = "yes", ["bim.route"] = "income_year" } } },
  expect = { ["bim.unit_size"] = "1", bim = "no" },
}

case "a student of 20, not titular by the file, is a dependant" {
  on = "2025-06-01", cites = "under 25, child, without income, not titular",
  persons = { known { receives_grapa = false, disability_allowance_month = 300 },
    child { birth_date = "2005-01-01", mother_id = "p1", titular = false, expect = { ["bim.is_titular"] = "no", bim = "yes", ["bim.route"] = "automatic" } } },
  expect = { ["bim.unit_size"] = "2" },
}

case "a student of 20 about whom the file says nothing leaves the size unknown" {
  on = "2025-06-01", cites = "18 to 24 without income: titular or dependant",
  persons = { known {}, child { birth_date = "2005-01-01", mother_id = "p1" } },
  expect = { ["bim.single_parent"] = "unknown", bim = "unknown", ["bim.missing"] = "titular" },
}

case "a student of 20 whose household is entitled either way" {
  on = "2025-06-01", cites = "titular: own income of the year is nil; dependant: the mother's status",
  persons = {
    child { birth_date = "2005-01-01", mother_id = "p2" },
    known { disability_allowance_month = 300 },
  },
  expect = { ["bim.is_titular"] = "unknown", bim = "yes" },
}

case "a child of the mother's partner depends on both" {
  on = "2025-06-01", cites = "children of either partner",
  persons = {
    child { mother_id = "p2" },
    known { titular = false, partner_id = "p3", partnership = "de_facto", expect = { bim = "yes" } },
    known { partner_id = "p2", partnership = "de_facto", disability_allowance_month = 100, expect = { bim = "yes", ["bim.unit_size"] = "3" } },
  },
  expect = { bim = "yes", ["bim.route"] = "automatic" },
}

case "somebody of 22 with a partner is a partner first, not a dependant of the mother" {
  on = "2025-06-01", cites = "partner here and dependant there: the partner comes first",
  persons = {
    known { birth_date = "2003-01-01", mother_id = "p2", partner_id = "p3", partnership = "de_facto", titular = false, taxable_income_year = 0 },
    known { birth_date = "1975-01-01", disability_allowance_month = 200, expect = { ["bim.unit_size"] = "1", bim = "yes" } },
    known { birth_date = "2001-01-01", partner_id = "p1", partnership = "de_facto", wage_net_month = 2500, wage_gross_month = 3500 },
  },
  expect = { ["bim.automatic"] = "no", bim = "no" },
}

case "not titular, no dependant, titular not named" {
  on = "2025-06-01", cites = "unknown: the titular is to be asked",
  persons = { known { titular = false } },
  expect = { ["bim.is_titular"] = "no", bim = "unknown", ["bim.finding"] = "possible" },
}

case "not titular, no dependant, titular named" {
  on = "2025-06-01", cites = "the household of the titular named",
  persons = {
    known { titular = false, titular_id = "p2" },
    known { birth_date = "1960-01-01", disability_allowance_month = 300 },
  },
  relations = { { "p1", "p2", "sibling" } },
  expect = { bim = "yes", ["bim.route"] = "automatic" },
}

case "spouse without title follows the titular" {
  on = "2025-06-01", cites = "titular and partner share the result",
  persons = {
    known { titular = false, partner_id = "p2", partnership = "married" },
    known { partner_id = "p1", partnership = "married", pension_month = 1500, titular = true },
  },
  expect = { ["bim.is_titular"] = "no", bim = "yes", ["bim.route"] = "income_month" },
}

-- ---- affiliation -------------------------------------------------------------------------------------------------------

case "without health insurance: no, but affiliate" {
  on = "2025-06-01", cites = "no insurance, no BIM",
  persons = { known { insurer = "none", taxable_income_year = 0 } },
  expect = { ["bim.insured"] = "no", bim = "no", ["bim.route"] = "affiliate" },
}

case "irregular stay: no, but affiliate" {
  on = "2025-06-01", cites = "no legal stay, no BIM",
  persons = { known { stay = "irregular", taxable_income_year = 0 } },
  expect = { bim = "no", ["bim.route"] = "affiliate" },
}

case "insurance not known" {
  on = "2025-06-01", cites = "a missing fact is not no",
  persons = { without("insurer", { disability_allowance_month = 100 }) },
  expect = { bim = "unknown", ["bim.missing"] = "insurer" },
}

case "affiliated with the CAAMI" {
  on = "2025-06-01", cites = "any insurer",
  persons = { known { insurer = "caami", disability_allowance_month = 100 } },
  expect = { bim = "yes" },
}

case "an uninsured titular with an insured partner and child" {
  on = "2025-06-01", cites = "the insured partner is then the titular; the others keep their verdict",
  persons = {
    known { insurer = "none", partner_id = "p2", partnership = "married", disability_allowance_month = 100 },
    known { titular = false, partner_id = "p1", partnership = "married", expect = { ["bim.is_titular"] = "yes", bim = "yes", ["bim.route"] = "automatic" } },
    child { mother_id = "p2", father_id = "p1", expect = { bim = "yes" } },
  },
  expect = { bim = "no", ["bim.route"] = "affiliate" },
}

case "BIM already received" {
  on = "2025-06-01", cites = "nothing is said about what is received",
  persons = { known { receives_bim = true, disability_allowance_month = 100 } },
  expect = { ["bim.finding"] = "receiving" },
}

case "receipt of BIM not known" {
  on = "2025-06-01", cites = "to check before any contact",
  persons = { without("receives_bim", { disability_allowance_month = 100 }) },
  expect = { bim = "yes", ["bim.finding"] = "to_check" },
}

-- Parents of one home who are no couple: the file says of whom the child depends, else it is of the mother.
for _, named in ipairs { { "p2", "yes", "income_month" }, { "p1", "no", "" } } do
  case("parents who are no couple, the titular named is " .. named[1]) {
    on = "2025-05-01", cites = "dependant of",
    persons = { known { wage_gross_month = 7000 }, known { wage_gross_month = 1000 },
                known { birth_date = "2014-01-01", mother_id = "p1", father_id = "p2", titular_id = named[1], taxable_income_year = 0,
                        expect = { bim = named[2], ["bim.route"] = named[3] } } },
    relations = { { "p1", "p2", "unrelated" } },
    expect = { bim = "no" },
  }
end

case "not titular by the file, no dependant, and nobody named: the titular is what to ask" {
  on = "2025-06-01", cites = "neither titular nor dependant: the household of the titular decides",
  persons = { known { titular = false } },
  expect = { bim = "unknown", ["bim.missing"] = "titular_id" },
}
