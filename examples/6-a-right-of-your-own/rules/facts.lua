fact "receives_energy_help" {
  entity = "person", type = "truth",
  label = { fr = "Reçoit l'aide énergie de la commune d'exemple", nl = "Ontvangt de energiehulp van de voorbeeldgemeente" },
  ask = { fr = "Recevez-vous l'aide énergie de la commune ?", nl = "Ontvangt u de energiehulp van de gemeente?" },
}
