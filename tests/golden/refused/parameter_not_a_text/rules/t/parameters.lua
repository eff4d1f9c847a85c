-- A value written as a number loses digits.

parameter "t.amount" {
  label = { fr = "Montant", nl = "Bedrag" }, unit = "EUR/month",
  series = { { from = "2025-02-01", value = 10.10, status = "verified", source = "made up" } },
}
