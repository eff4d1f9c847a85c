-- Formulas compute; they do not write.

variable "t.word" {
  entity = "person", type = "word", words = { "a" },
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return "a" .. person.civil_status
  end,
}
