-- A made-up reform: a higher base amount for a person alone, from 1 April 2026. Nobody proposed it.
parameter "ris.base.isolated" {
  label = { fr = "Montant de base, personne isolée (essai)", nl = "Basisbedrag, alleenstaande persoon (proef)" },
  unit = "EUR/year", law = source "loi-2002-05-26" "art. 14, § 1, 2°",
  series = { { from = "2026-04-01", value = "10000.00", status = "unverified", source = "made up, to show an overlay" } },
}
