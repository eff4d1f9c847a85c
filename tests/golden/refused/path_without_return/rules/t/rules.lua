-- One branch returns nothing.

variable "t.wage" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    if person.lives_in_belgium then
      return person.wage_net_month
    end
  end,
}
