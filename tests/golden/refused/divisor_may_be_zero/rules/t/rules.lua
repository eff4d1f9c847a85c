-- A divisor must be provably above zero.

variable "t.each" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month / count(person.children)
  end,
}
