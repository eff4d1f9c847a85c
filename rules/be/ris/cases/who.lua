-- Who is in the personal scope: residence, age, nationality or stay; and where the others are sent.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  return p
end

-- ---- age (art. 3, 2°; art. 7) ----

case "the day before turning 18" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 2°",
  persons = { person { birth_date = "2007-02-02" } },
  expect = { ["ris.of_age"] = "no", ris = "no", ["ris.finding"] = "none" },
}

case "the day of turning 18" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 2°",
  persons = { person { birth_date = "2007-02-01" } },
  expect = { ["ris.of_age"] = "yes", ris = "yes", ["ris.monthly"] = "1314.20" },
}

case "born on 29 February, on 28 February of the year of the 18th birthday" {
  on = "2026-02-28", cites = "Code civil, art. 388: eighteen completed",
  persons = { person { birth_date = "2008-02-29" } },
  expect = { ["ris.of_age"] = "no", ris = "no" },
}

case "born on 29 February, on 1 March of the year of the 18th birthday" {
  on = "2026-03-01", cites = "Code civil, art. 388: eighteen completed",
  persons = { person { birth_date = "2008-02-29" } },
  expect = { ["ris.of_age"] = "yes", ris = "yes" },
}

case "at 17, pregnant, alone" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 7",
  persons = { person { birth_date = "2008-01-01", assimilated_adult = "yes" } },
  expect = { ["ris.of_age"] = "yes", ris = "yes", ["ris.monthly"] = "1314.20" },
}

case "at 17, with a baby" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 7 and 14, § 1, 3°",
  persons = { person { birth_date = "2008-01-01", assimilated_adult = "yes" },
              person { birth_date = "2024-12-01", mother_id = "p1" } },
  expect = { ["ris.category"] = "family", ris = "yes", ["ris.monthly"] = "1776.07" },
}

case "at 80: there is no upper limit of age" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3",
  persons = { person { birth_date = "1945-01-01", pension_month = 700 } },
  expect = { ris = "yes", ["ris.monthly"] = "635.03" },
}

-- ---- residence (art. 3, 1°) ----

case "living abroad" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 1°",
  persons = { person { lives_in_belgium = "no" } },
  expect = { ["ris.resident"] = "no", ris = "no", ["ris.finding"] = "none" },
}

case "living on the street: no address is needed, and the category is isolated" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 1°, and 14, § 1, 2°",
  persons = { person {} }, household = { address_kind = "street" },
  expect = { ["ris.category"] = "isolated", ris = "yes", ["ris.monthly"] = "1314.20" },
}

-- ---- nationality or stay (art. 3, 3°) ----

for _, row in ipairs {
  { "belgian", "yes", "Belgian" }, { "refugee", "yes", "recognised refugee" }, { "stateless", "yes", "stateless" },
  { "subsidiary", "yes", "subsidiary protection" }, { "population_register", "yes", "in the population register" },
  { "asylum_seeker", "no", "asylum seeker" }, { "short_stay", "no", "short stay" }, { "irregular", "no", "without a right to stay" },
} do
  case("stay: " .. row[3]) {
    on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°; bdas-wwsb.brussels",
    persons = { person { stay = row[1] } },
    expect = { ["ris.stay_ok"] = row[2], ris = row[2], ["ris.equivalent_aid"] = "no", ["ris.monthly"] = "1314.20" },
  }
end

for _, row in ipairs { { "foreigners_register", "foreigners' register" }, { "temporary_protection", "temporary protection" } } do
  case("stay: " .. row[2] .. ", sent to the equivalent aid") {
    on = "2025-02-01", cites = "Loi organique du 8 juillet 1976, art. 57; bdas-wwsb.brussels",
    persons = { person { stay = row[1] } },
    expect = { ["ris.stay_ok"] = "no", ["ris.equivalent_aid"] = "yes", ris = "no", ["ris.route"] = "eris" },
  }
end

case "subsidiary protection, the day before it entered the law" {
  on = "2016-11-30", cites = "Loi du 21 juillet 2016",
  persons = { person { stay = "subsidiary" } }, expect = { ["ris.stay_ok"] = "no", ris = "no" },
}

case "subsidiary protection, from December 2016" {
  on = "2016-12-01", cites = "Loi du 21 juillet 2016",
  persons = { person { stay = "subsidiary" } }, expect = { ["ris.stay_ok"] = "yes", ris = "yes" },
}

case "citizen of the Union, two months here, not at work" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°; adde.be",
  persons = { person { stay = "eu", eu_stay_months = 2, eu_worker = "no" } }, expect = { ["ris.stay_ok"] = "no", ris = "no" },
}

case "citizen of the Union, three months here, not at work" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°; adde.be",
  persons = { person { stay = "eu", eu_stay_months = 3, eu_worker = "no" } }, expect = { ["ris.stay_ok"] = "yes", ris = "yes" },
}

case "citizen of the Union at work since last month" {
  on = "2025-02-01", cites = "Circulaire du 5 août 2014, after Cour constitutionnelle 95/2014",
  persons = { person { stay = "eu", eu_stay_months = 1, eu_worker = "yes", wage_net_month = 600 } },
  expect = { ["ris.stay_ok"] = "yes", ris = "yes", ["ris.monthly"] = "735.03" },
}

case "citizen of the Union, three months here, work unknown: it no longer matters" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°",
  persons = { person { stay = "eu", eu_stay_months = 3 } }, expect = { ["ris.stay_ok"] = "yes", ris = "yes" },
}

case "citizen of the Union, two months here, work unknown: to ask" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°",
  persons = { person { stay = "eu", eu_stay_months = 2 } },
  expect = { ["ris.stay_ok"] = "unknown", ris = "unknown", ["ris.missing"] = "eu_worker", ["ris.amount_high"] = "1314.20" },
}

case "each member of a household is looked at in his own right: a refugee and a friend with a card A" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 3°",
  persons = { person { stay = "refugee" },
              person { stay = "foreigners_register", expect = { ris = "no", ["ris.route"] = "eris" } } },
  household = { shares_budget = "no" }, relations = { { "p1", "p2", "unrelated" } },
  expect = { ris = "yes", ["ris.monthly"] = "1314.20" },
}
