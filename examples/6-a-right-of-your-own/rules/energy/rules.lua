-- A made-up local right: who pays a high rent gets a sum for each member of the household.
local rule = source "example-rule"

variable "energy.high_rent" {
  entity = "person", type = "truth",
  label = { fr = "Loyer élevé", nl = "Hoge huur" }, law = rule "art. 1",
  formula = function(person, param) return person.household.rent_month >= param.energy.rent_from end,
}

variable "energy.adult" {
  entity = "person", type = "truth",
  label = { fr = "Majeur", nl = "Meerderjarig" }, law = rule "art. 1",
  formula = function(person, param, on) return age_on(person.birth_date, on) >= 18 end,
}

variable "energy.monthly" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Aide énergie", nl = "Energiehulp" }, law = rule "art. 2",
  formula = function(person, param) return param.energy.per_person * (count(person.others) + 1) end,
}

right "energy" {
  label = { fr = "Aide énergie (exemple)", nl = "Energiehulp (voorbeeld)" },
  office = { fr = "Commune d'exemple", nl = "Voorbeeldgemeente" },
  law = rule "art. 1", entity = "person",
  conditions = { { "age", rule "art. 1", "energy.adult" }, { "rent", rule "art. 1", "energy.high_rent" } },
  amount = "energy.monthly", receives = "receives_energy_help",
}
