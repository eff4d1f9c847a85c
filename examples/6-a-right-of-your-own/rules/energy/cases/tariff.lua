-- energy/cases/tariff.lua: what must come out, by hand, before the rules are trusted.
local function holder(title, on, ground, expect)
  local none = { birth_date = "1990-01-01", energy_contract = "yes", receives_social_tariff = "no",
                 receives_ris = "no", receives_grapa = "no", receives_bim = "no", disability_allowance_month = 0 }
  for name, value in pairs(ground) do none[name] = value end
  case(title) { on = on, cites = "art. 4", persons = { none }, expect = expect }
end
holder("integration income", "2026-03-01", { receives_ris = "yes" }, { energy = "yes", ["energy.finding"] = "likely" })
holder("BIM, the last day it opened", "2023-06-30", { receives_bim = "yes" }, { energy = "yes" })
holder("BIM, a day later", "2023-07-01", { receives_bim = "yes" }, { energy = "no" })
case "through the mother at home" { on = "2026-03-01", cites = "art. 4",
  persons = { { birth_date = "1990-01-01" }, { birth_date = "1950-01-01", receives_grapa = "yes" } },
  expect = { energy = "unknown", ["energy.at_home"] = "yes", ["energy.missing"] = "energy_contract" },
}
