-- Money compared with a number: which unit is the number in?

variable "t.poor" {
  entity = "person", type = "truth",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.wage_net_month < 1000
  end,
}
