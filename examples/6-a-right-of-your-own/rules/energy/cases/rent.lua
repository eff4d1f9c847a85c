-- The limit itself, the cent below it, and a rent nobody told us.
local function household(rent, expect)
  return {
    on = "2026-03-01", cites = "made up",
    persons = { { birth_date = "1990-01-01", receives_energy_help = "no" }, { birth_date = "2015-01-01" } },
    household = { rent_month = rent }, expect = expect,
  }
end

case "a rent of 600 euros, two people" (household("600", { energy = "yes", ["energy.monthly"] = "25.00" }))
case "a cent less" (household("599.99", { energy = "no" }))
case "a rent that is not known" (household(nil, {
  energy = "unknown", ["energy.missing"] = "rent_month", ["energy.finding"] = "possible",
}))
