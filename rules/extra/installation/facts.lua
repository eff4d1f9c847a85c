-- Two facts that the record of rules/be does not hold: they matter once in a lifetime, to very few people.
-- Always true: somebody about whom nothing is said has not just left homelessness (presumed, to verify at the enquiry);
-- whether the premium was received before is never presumed.

fact "former_homeless_new_dwelling" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Était sans abri et s'installe dans un logement", nl = "Was dakloos en betrekt een woning" },
  ask = {
    fr = "Étiez-vous sans abri, et entrez-vous maintenant dans un logement où vous allez vivre ?",
    nl = "Was u dakloos, en gaat u nu in een woning wonen?",
    en = "Were you homeless, and are you now moving into a dwelling to live there?",
  },
}

fact "installation_premium_received" {
  entity = "person", type = "truth", sensitive = true,
  label = { fr = "A déjà reçu une prime d'installation", nl = "Heeft al een installatiepremie gekregen" },
  ask = {
    fr = "Avez-vous déjà reçu, une fois dans votre vie, une prime d'installation d'un CPAS ?",
    nl = "Hebt u ooit al een installatiepremie van een OCMW gekregen?",
    en = "Have you ever had an installation premium from a CPAS?",
  },
  register = "SPP Intégration sociale",
}
