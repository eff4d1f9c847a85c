-- A fact nobody declared, close to one that exists.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_mnth
  end,
}
