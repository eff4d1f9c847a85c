-- energy/rules.lua: what is computed, and the right.
local act = source "energy-act"
variable "energy.ground" { entity = "person", type = "truth", law = act "art. 4",
  label = { fr = "Une allocation qui ouvre le tarif", nl = "Een uitkering die recht geeft op het tarief" },
  formula = function(person, param)
    return person.receives_ris or person.receives_grapa or person.disability_allowance_month > euro(0)
      or person.apa_month > euro(0) or (param.energy.bim_opens and person.receives_bim)
  end,
}
variable "energy.at_home" { entity = "person", type = "truth", law = act "art. 4",
  label = { fr = "Cette allocation, ici ou chez un cohabitant", nl = "Die uitkering, zelf of bij een huisgenoot" },
  formula = function(person)
    return person.energy.ground or any(person.others, function(m) return m.energy.ground end)
  end,
}
variable "energy.holder" { entity = "person", type = "truth", law = act "art. 4",
  label = { fr = "Titulaire du contrat", nl = "Houder van het contract" },
  formula = function(person) return person.energy_contract end,
}
right "energy" { entity = "person", law = act "art. 4",
  label = { fr = "Tarif social (exemple)", nl = "Sociaal tarief (voorbeeld)" },
  office = { fr = "Fournisseur d'énergie", nl = "Energieleverancier" },
  conditions = { { "contract", act "art. 4", "energy.holder" }, { "ground", act "art. 4", "energy.at_home" } },
  receives = "receives_social_tariff",
}
