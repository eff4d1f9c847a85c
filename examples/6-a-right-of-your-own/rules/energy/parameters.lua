local rule = source "example-rule"

parameter "energy.rent_from" {
  label = { fr = "Loyer à partir duquel l'aide est due", nl = "Huur vanaf wanneer de hulp verschuldigd is" },
  unit = "EUR/month", law = rule "art. 1",
  series = { { from = "2026-01-01", value = "600", status = "verified", source = "made up" } },
}

parameter "energy.per_person" {
  label = { fr = "Aide par personne du ménage", nl = "Hulp per persoon van het gezin" },
  unit = "EUR/month", law = rule "art. 2",
  series = { { from = "2026-01-01", value = "12.50", status = "verified", source = "made up" } },
}
