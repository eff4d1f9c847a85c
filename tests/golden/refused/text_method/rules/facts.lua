fact "wage_net_month" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Salaire net", nl = "Nettoloon" },
}

fact "taxable_income_year" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu imposable", nl = "Belastbaar inkomen" },
}

fact "civil_status" {
  entity = "person", type = "word", words = { "single", "married", "widowed" },
  label = { fr = "État civil", nl = "Burgerlijke staat" },
}

fact "lives_in_belgium" {
  entity = "person", type = "truth",
  label = { fr = "Réside en Belgique", nl = "Woont in België" },
}
