-- One name, two variables.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month
  end,
}

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return euro(0)
  end,
}
