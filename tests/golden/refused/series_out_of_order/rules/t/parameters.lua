-- Rows of a parameter ascend.

parameter "t.amount" {
  label = { fr = "Montant", nl = "Bedrag" }, unit = "EUR/month",
  series = {
    { from = "2025-02-01", value = "10.00", status = "verified", source = "made up" },
    { from = "2024-02-01", value = "9.00", status = "verified", source = "made up" },
  },
}
