-- GRAPA: who shares the residence (base amount) and who does not (increased amount), and the divisor.

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

local function household(title, cites, category, persons, relations, more)
  local shares = { base = "yes", increased = "no", unknown = "unknown" }
  local expect = { ["grapa.shares_residence"] = shares[category] }
  if category ~= "unknown" then expect["grapa.category"] = category end
  for key, value in pairs(more or {}) do expect[key] = value end
  case(title) { on = "2025-06-01", cites = cites, persons = persons, relations = relations, expect = expect }
end

household("alone", "art. 6, § 2", "increased", { known {} })

for _, kind in ipairs { "married", "legal", "de_facto" } do
  household("with a partner: " .. kind, "art. 6, § 1", "base", {
    known { partner_id = "p2", partnership = kind }, known { partner_id = "p1", partnership = kind },
  }, nil, { ["grapa.divisor"] = kind == "de_facto" and "1" or "2" })
end

for _, kin in ipairs { "sibling", "other_relative", "unrelated" } do
  household("with an adult: " .. kin, "art. 6, § 1: collaterals and others share", "base",
    { known {}, known { birth_date = "1970-01-01" } }, { { "p1", "p2", kin } })
end

for _, kin in ipairs { "grandparent", "grandchild", "parent_in_law", "child_in_law" } do
  household("with an adult, being the " .. kin .. " of that person", "art. 6, § 2, 4°: direct line, and its spouses", "increased",
    { known {}, known { birth_date = "1990-01-01" } }, { { "p1", "p2", kin } })
end

household("with an adult child", "art. 6, § 2, 4°", "increased", { known {}, known { birth_date = "1980-01-01", mother_id = "p1" } })
household("with a parent", "art. 6, § 2, 4°", "increased", { known { mother_id = "p2" }, known { birth_date = "1930-01-01" } })

household("with a son and his wife", "art. 6, § 2, 4°: a descendant and the spouse", "increased", {
  known {},
  known { birth_date = "1980-01-01", father_id = "p1", partner_id = "p3", partnership = "married" },
  known { birth_date = "1982-01-01", partner_id = "p2", partnership = "married" },
})

household("with a son and his de facto partner", "art. 6, § 2, 4°: only spouses and legal cohabitants of the direct line", "base", {
  known {},
  known { birth_date = "1980-01-01", father_id = "p1", partner_id = "p3", partnership = "de_facto" },
  known { birth_date = "1982-01-01", partner_id = "p2", partnership = "de_facto" },
})

household("with the mother and her husband, not the father", "art. 6, § 2, 4°: an ascendant and the spouse", "increased", {
  known { mother_id = "p2" },
  known { birth_date = "1930-01-01", partner_id = "p3", partnership = "married" },
  known { birth_date = "1932-01-01", partner_id = "p2", partnership = "married" },
})

household("with a grandson, his mother between", "art. 6, § 2, 4°", "increased", {
  known {},
  known { birth_date = "1978-01-01", mother_id = "p1" },
  known { birth_date = "2003-01-01", mother_id = "p2" },
})

household("married, the spouse in a care home, the spouse's adult son at home", "art. 6, §§ 2 and 3: descendants of the spouse do not share",
  "increased", {
    known { partner_id = "p2", partnership = "married" },
    known { partner_id = "p1", partnership = "married", in_care_home = true },
    known { birth_date = "1985-01-01", mother_id = "p2" },
  })

household("with the adult son of a de facto partner", "art. 6, § 1: neither the partner nor the son is exempt", "base", {
  known { partner_id = "p2", partnership = "de_facto" },
  known { partner_id = "p1", partnership = "de_facto" },
  known { birth_date = "1985-01-01", mother_id = "p2" },
})

household("with an unrelated child of 17", "art. 6, § 2, 1°: minors do not share", "increased",
  { known {}, known { birth_date = "2007-06-02" } }, { { "p1", "p2", "unrelated" } })
household("with an unrelated person who turns 18 today", "art. 6, § 1", "base",
  { known {}, known { birth_date = "2007-06-01" } }, { { "p1", "p2", "unrelated" } })

household("with an adult of unknown kinship", "two adults without a known link are of unknown kinship, not unrelated", "unknown",
  { known {}, known { birth_date = "1980-01-01" } }, nil,
  { ["grapa.monthly_r1"] = { "1053.58", "1580.37" }, grapa = "yes" })
household("with a minor of unknown kinship", "art. 6, § 2, 1°", "increased", { known {}, known { birth_date = "2015-01-01" } })

household("two unrelated residents of a care home", "art. 6, § 2, 3°", "increased",
  { known { in_care_home = true }, known { in_care_home = true } }, { { "p1", "p2", "unrelated" } })
household("one in a care home, one not, unrelated", "art. 6, § 1", "base",
  { known { in_care_home = true }, known {} }, { { "p1", "p2", "unrelated" } })
household("the spouse in a care home", "art. 6, § 3", "increased", {
  known { partner_id = "p2", partnership = "married" },
  known { partner_id = "p1", partnership = "married", in_care_home = true, expect = { ["grapa.category"] = "increased" } },
}, nil, { ["grapa.divisor"] = "2" })
household("the de facto partner in a care home", "art. 6, § 3 is about spouses and legal cohabitants", "base", {
  known { partner_id = "p2", partnership = "de_facto" },
  known { partner_id = "p1", partnership = "de_facto", in_care_home = true },
})
household("the spouse in a care home, and a friend at home", "art. 6, § 3: no other person may share", "base", {
  known { partner_id = "p2", partnership = "legal" },
  known { partner_id = "p1", partnership = "legal", in_care_home = true },
  known { birth_date = "1970-01-01" },
}, { { "p1", "p3", "unrelated" }, { "p2", "p3", "unrelated" } })

-- ---- divisor (art. 7) -------------------------------------------------------------------------------------------------

household("divisor: a minor child of the person", "art. 7, § 2", "increased",
  { known {}, known { birth_date = "2012-01-01", father_id = "p1" } }, nil, { ["grapa.divisor"] = "2" })
household("divisor: an adult child with family benefit", "art. 7, § 2", "increased",
  { known {}, known { birth_date = "2005-01-01", father_id = "p1", family_benefit_month = 180 } }, nil, { ["grapa.divisor"] = "2" })
household("divisor: an adult child without family benefit", "art. 7, § 2", "increased",
  { known {}, known { birth_date = "2000-01-01", father_id = "p1" } }, nil, { ["grapa.divisor"] = "1" })
household("divisor: a grandchild is of the second degree", "art. 7, § 2", "increased",
  { known {}, known { birth_date = "2015-01-01" } }, { { "p1", "p2", "grandparent" } }, { ["grapa.divisor"] = "1" })
household("divisor: the child of the spouse, and one of both", "art. 7, § 2", "base", {
  known { partner_id = "p2", partnership = "married" },
  known { birth_date = "1970-01-01", partner_id = "p1", partnership = "married" },
  known { birth_date = "2010-01-01", mother_id = "p2" },
  known { birth_date = "2012-01-01", mother_id = "p2", father_id = "p1" },
}, nil, { ["grapa.divisor"] = "4" })
household("divisor: the child of a de facto partner does not count", "art. 7, § 1: de facto partners are never in the unit", "base", {
  known { partner_id = "p2", partnership = "de_facto" },
  known { birth_date = "1970-01-01", partner_id = "p1", partnership = "de_facto" },
  known { birth_date = "2010-01-01", mother_id = "p2" },
}, nil, { ["grapa.divisor"] = "1" })
household("divisor: the child turns 18 today, no family benefit", "art. 7, § 2", "increased",
  { known {}, known { birth_date = "2007-06-01", father_id = "p1" } }, nil, { ["grapa.divisor"] = "1" })
