-- Access to health care: people of the Observatory's field interviews, told again with made-up facts.

case "vignette F5: somebody who lives in a squat and says nothing of papers: on no list" {
  on = "2026-03-01", cites = "Vignette F5 of the Observatory's field interviews: no list of undocumented people by default",
  persons = { { birth_date = "1992-01-01", lives_in_belgium = "yes" } }, household = { address_kind = "street" },
  expect = { ["amu.ask"] = "unknown", amu = "unknown", ["amu.finding"] = "none" },
}

case "vignette F5: the same person, once somebody who is trusted has been told: the centre can be asked, before any need" {
  on = "2026-03-01", cites = "Vignette F5 of the Observatory's field interviews: access opened where the connection is made, without waiting for care",
  persons = { { birth_date = "1992-01-01", lives_in_belgium = "yes", stay = "irregular", medical_need = "no" } },
  household = { address_kind = "street" },
  expect = { ["amu.ask"] = "yes", amu = "unknown", ["amu.finding"] = "possible", ["amu.route"] = "ask_cpas" },
}

case "vignette F8: a person without a permit who fears an arrest: never granted, never refused" {
  on = "2026-03-01", cites = "Vignette F8 of the Observatory's field interviews: fear of arrest",
  persons = { { stay = "irregular" } },
  expect = { amu = "unknown", ["amu.finding"] = "possible", ["amu.route"] = "ask_cpas" },
}
