-- From a verdict to a finding: received, asked for, stopped, or to check. Never whether what is received is due.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  if t.receives_ris == "" then p.receives_ris = nil end
  return p
end

case "received: nothing is said about whether it is due" {
  on = "2025-02-01", cites = "A right that is received is not examined",
  persons = { person { receives_ris = "yes", ris_since = "2023-01-01", ris_month = "1314.20", wage_net_month = 3000 } },
  expect = { ["ris.finding"] = "receiving" },
}

case "entitled, known not to receive" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14",
  persons = { person {} }, expect = { ["ris.finding"] = "likely", ris = "yes" },
}

case "entitled, receipt unknown: to check" {
  on = "2025-02-01", cites = "Receipt unknown means to check",
  persons = { person { receives_ris = "" } }, expect = { ["ris.finding"] = "to_check", ris = "yes", ["ris.amount_low"] = "1314.20" },
}

case "asked for last week" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002: decision within thirty days",
  persons = { person { application_ris = "pending", application_ris_date = "2025-01-27" } },
  expect = { ["ris.finding"] = "pending" },
}

case "refused last year: a refusal is not for life" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14",
  persons = { person { application_ris = "refused", application_ris_date = "2024-02-01" } },
  expect = { ["ris.finding"] = "likely", ris = "yes" },
}

case "stopped two months ago, and still entitled" {
  on = "2025-02-01", cites = "Interrupted: received until a known date",
  persons = { person { ris_since = "2023-01-01", ris_end = "2024-11-30" } },
  expect = { ["ris.finding"] = "interrupted", ris = "yes" },
}

case "stopped because of work, and no longer entitled" {
  on = "2025-02-01", cites = "Interrupted only when still entitled",
  persons = { person { ris_since = "2023-01-01", ris_end = "2024-11-30", wage_net_month = 2200 } },
  expect = { ["ris.finding"] = "none", ris = "no" },
}

case "not entitled: no finding, and no amount" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 4°",
  persons = { person { wage_net_month = 2200 } },
  expect = { ["ris.finding"] = "none", ris = "no", ["ris.amount_low"] = "0.00", ["ris.amount_high"] = "0.00" },
}

case "every member of a household has a finding of his own" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 1",
  persons = { person { receives_ris = "yes", ris_since = "2024-01-01", ris_month = "876.13" },
              person { birth_date = "1990-01-01", expect = { ["ris.finding"] = "likely", ["ris.amount_low"] = "876.13" } },
              person { birth_date = "1992-01-01", wage_net_month = 2500, expect = { ["ris.finding"] = "none" } } },
  household = { shares_budget = "yes" },
  relations = { { "p1", "p2", "unrelated" }, { "p1", "p3", "unrelated" }, { "p2", "p3", "unrelated" } },
  expect = { ["ris.finding"] = "receiving" },
}

case "a couple with a child, and a partner who receives: covered" {
  on = "2026-03-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°: one amount for both",
  persons = { person { partner_id = "p2", partnership = "married" },
              person { partner_id = "p1", partnership = "married", receives_ris = "yes" },
              person { birth_date = "2020-01-01", mother_id = "p1" } },
  expect = { ris = "no", ["ris.finding"] = "covered", ["ris.amount_high"] = "0.00", ["ris.not_covered"] = "no" },
}

case "a couple with a child, and a partner who may receive already: unknown, and the amount is what is due if not" {
  on = "2026-03-01", cites = "Loi du 26 mai 2002, art. 14, § 1, 3°: one amount for both; an empty cell is unknown",
  persons = { person { partner_id = "p2", partnership = "married" },
              person { partner_id = "p1", partnership = "married", receives_ris = "", other_income_month = 500,
                       expect = { ["ris.finding"] = "covered" } },
              person { birth_date = "2020-01-01", mother_id = "p1" } },
  expect = { ris = "unknown", ["ris.finding"] = "possible", ["ris.missing"] = "receives_ris",
             ["ris.amount_low"] = "1337.41", ["ris.amount_high"] = "1337.41" },
}
