-- The amount of the installation premium. Always true: it is one month of the amount of a person with a family, whatever
-- the category of the person; it is paid once, so it is a sum and not an amount a month.

local act = source "loi-2002-05-26"

parameter "installation_premium.amount" {
  label = { fr = "Prime d'installation", nl = "Installatiepremie" },
  unit = "EUR", law = act "art. 14, § 3",
  index = { base = "ris.annual.family", divide = 12, round = "cent" },
}
