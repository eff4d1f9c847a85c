-- A fact that must not exist is refused by name.

fact "origin" {
  entity = "person", type = "word", words = { "a", "b" },
  label = { fr = "Origine", nl = "Herkomst" },
}
