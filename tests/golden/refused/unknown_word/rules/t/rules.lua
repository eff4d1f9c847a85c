-- A word that is not in the vocabulary of the fact.

variable "t.alone" {
  entity = "person", type = "truth",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return person.civil_status == "weduwe"
  end,
}
