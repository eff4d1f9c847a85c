-- No tables in a formula.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    local t = { person.wage_net_month }
    return t[1]
  end,
}
