-- A parameter nobody declared.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return param.t.amount
  end,
}
