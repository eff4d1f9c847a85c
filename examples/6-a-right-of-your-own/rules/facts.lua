-- facts.lua: what a record may hold, beside the facts of rules/be.
fact "energy_contract" { entity = "person", type = "truth",
  label = { fr = "Contrat d'énergie à son nom", nl = "Energiecontract op eigen naam" },
  ask = { fr = "Le contrat d'énergie est-il à votre nom ?", nl = "Staat het energiecontract op uw naam?" },
}
fact "receives_social_tariff" { entity = "person", type = "truth",
  label = { fr = "Reçoit le tarif social", nl = "Krijgt het sociaal tarief" },
  ask = { fr = "Payez-vous le tarif social ?", nl = "Betaalt u het sociaal tarief?" },
}
