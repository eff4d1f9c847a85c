-- A month and a year are not added.

variable "t.income" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month + person.taxable_income_year
  end,
}
