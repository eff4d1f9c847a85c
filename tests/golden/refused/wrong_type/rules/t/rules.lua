-- A truth is declared, money is returned.

variable "t.truth" {
  entity = "person", type = "truth",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month
  end,
}
