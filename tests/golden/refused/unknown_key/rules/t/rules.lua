-- A misspelt key is not ignored.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  lable = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month
  end,
}
