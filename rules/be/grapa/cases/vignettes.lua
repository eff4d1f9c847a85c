-- GRAPA: a person of the Observatory's field interviews, told again with made-up facts. No income stated is no income
-- known: the answer is unknown, and says what to ask.

local woman = {
  birth_date = "1951-01-01", lives_in_belgium = "yes", stay = "belgian", receives_bim = "yes", receives_grapa = "no",
  contact_language = "ar", letter_unsuitable = "yes",
}

for _, fact in ipairs { "pension_month", "movable_capital", "rc_dwelling" } do
  case("vignette F1: woman of 74, alone, income not in the file: unknown, and " .. fact .. " is to ask") {
    on = "2025-02-01", cites = "Vignette F1 of the Observatory's field interviews: no income given, insufficient data, never entitled",
    persons = { woman },
    expect = { ["grapa.age_ok"] = "yes", ["grapa.category"] = "increased", grapa = "unknown", ["grapa.finding"] = "possible",
               ["grapa.amount_low"] = "0.00", ["grapa.missing"] = fact },
  }
end
