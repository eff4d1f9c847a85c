-- A fraction belongs in parameters.lua, with its date and its text.

variable "t.half" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month * 0.5
  end,
}
