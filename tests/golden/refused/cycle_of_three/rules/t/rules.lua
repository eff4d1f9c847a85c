-- Three variables that read each other in a ring: the message names all three.

variable "t.first" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.t.second
  end,
}

variable "t.second" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.t.third + euro(1)
  end,
}

variable "t.third" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.t.first
  end,
}
