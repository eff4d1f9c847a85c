-- People of the Observatory's field interviews, told again with made-up facts. What each must show: nobody is said to be
-- entitled, nor refused, on what the interview does not say; and how one may be reached decides nothing.
-- Vignette F9, a daughter who collects an answer for her mother, is not here: no rule reads who asks.

case "vignette F1: woman of 74, alone, already BIM, income not in the file: never said entitled" {
  on = "2025-02-01", cites = "Vignette F1 of the Observatory's field interviews: no income given",
  persons = { { birth_date = "1951-01-01", lives_in_belgium = "yes", stay = "belgian", receives_bim = "yes", receives_ris = "no",
                contact_language = "ar", letter_unsuitable = "yes" } },
  expect = { ris = "unknown", ["ris.finding"] = "possible", ["ris.missing"] = "pension_month" },
}

case "vignette F2: a man who lost his sight after a fall, months alone at home, nothing in the file" {
  on = "2025-02-01", cites = "Vignette F2 of the Observatory's field interviews: left hospital without follow-up; orientation, no right asserted",
  persons = { { letter_unsuitable = "yes" } },
  expect = { ris = "unknown", grapa = "unknown", bim = "unknown", amu = "unknown", ["amu.finding"] = "none" },
}

case "vignette F3: homeless person who wants a nursing home: income to ask, no address needed" {
  on = "2025-02-01", cites = "Vignette F3 of the Observatory's field interviews: the budget is still to be checked",
  persons = { { birth_date = "1957-01-01", lives_in_belgium = "yes", stay = "belgian", receives_ris = "no" } },
  household = { address_kind = "street" },
  expect = { ["ris.category"] = "isolated", ris = "unknown", ["ris.finding"] = "possible", ["ris.missing"] = "pension_month",
             grapa = "unknown", bim = "unknown" },
}

case "vignette F4: worn-out father of a sick child: the category is known, the income is not" {
  on = "2025-02-01", cites = "Vignette F4 of the Observatory's field interviews: outside these rights, orientation only",
  persons = { { birth_date = "1985-01-01", lives_in_belgium = "yes", stay = "belgian", receives_ris = "no" },
              { birth_date = "2016-01-01", father_id = "p1" } },
  expect = { ["ris.category"] = "family", ris = "unknown", grapa = "no" },
}

case "vignette F6: a lady whose interview was put off, who speaks little French: a worker and an interpreter, no right" {
  on = "2025-02-01", cites = "Vignette F6 of the Observatory's field interviews: to be accompanied",
  persons = { { interpreter_needed = "yes", known_worker = "the worker she trusts" } },
  expect = { ris = "unknown", grapa = "unknown", bim = "unknown", amu = "unknown", ["amu.finding"] = "none" },
}

-- The same record, with and without a language to speak in: how one is reached never enters an answer.
for _, language in ipairs { "", "es" } do
  case("vignette F7: inhabitant from Latin America, language given as '" .. language .. "': the same answer") {
    on = "2025-02-01", cites = "Vignette F7 of the Observatory's field interviews: want French courses, speak Spanish",
    persons = { { birth_date = "1990-01-01", lives_in_belgium = "yes", stay = "foreigners_register", receives_ris = "no",
                  contact_language = language } },
    expect = { ris = "no", ["ris.route"] = "eris", grapa = "no" },
  }
end

case "vignette F8: a person without a permit: no RIS, whatever else is not known" {
  on = "2026-03-01", cites = "Vignette F8 of the Observatory's field interviews: fears an arrest; Loi du 26 mai 2002, art. 3, 3°",
  persons = { { stay = "irregular" } },
  expect = { ris = "no", grapa = "no", bim = "no", ["ris.finding"] = "none" },
}
