-- Two functions on one line cannot be told apart in the text.

local one, two = function(person) return person.wage_net_month end, function(person) return euro(0) end

variable "t.one" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = one,
}

variable "t.two" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = two,
}
