-- Installation premium: prime d'installation / installatiepremie, for whoever leaves homelessness for a dwelling.
--
-- Always true here:
--   * once in a lifetime, and a sum: the right has no amount a month, so no total of unclaimed months counts it;
--   * it goes to somebody who receives the revenu d'intégration. Somebody who does not is sent to the CPAS, never just
--     refused: the revenu d'intégration may be due first, and a parallel premium of the organic law exists for people on a
--     replacement income or little above the revenu d'intégration.
--
-- Left out, and why: the conditions of that parallel premium (not read in the text); how the loss of the quality of
-- homeless person is established (a person judges it).

local act = source "loi-2002-05-26"
local organic = source "loi-1976-07-08"

variable "installation_premium.moves_in" {
  entity = "person", type = "truth",
  label = { fr = "Perd sa qualité de sans-abri en occupant un logement", nl = "Verliest de hoedanigheid van dakloze door een woning te betrekken" },
  law = act "art. 14, § 3",
  formula = function(person) return person.former_homeless_new_dwelling end,
}

variable "installation_premium.with_ris" {
  entity = "person", type = "truth",
  label = { fr = "Reçoit le revenu d'intégration", nl = "Ontvangt een leefloon" },
  law = act "art. 14, § 3",
  formula = function(person) return person.receives_ris end,
}

variable "installation_premium.never_had" {
  entity = "person", type = "truth",
  label = { fr = "N'a jamais reçu de prime d'installation", nl = "Heeft nog nooit een installatiepremie gekregen" },
  law = act "art. 14, § 3",
  formula = function(person) return not person.installation_premium_received end,
}

variable "installation_premium.sum" {
  entity = "person", type = "money",
  label = { fr = "Montant de la prime, une seule fois", nl = "Bedrag van de premie, eenmalig" },
  law = act "art. 14, § 3",
  formula = function(person, param) return param.installation_premium.amount end,
}

-- Leaves homelessness without the revenu d'intégration: the CPAS looks at it, and at the parallel premium. Only somebody
-- known to have had the premium is not sent: an empty cell does not hide the way.
variable "installation_premium.ask_first" {
  entity = "person", type = "truth",
  label = { fr = "À demander au CPAS : revenu d'intégration, ou prime de la loi organique", nl = "Te vragen aan het OCMW: leefloon, of premie van de organieke wet" },
  law = organic "prime d'installation",
  formula = function(person)
    local had = exists(person.installation_premium_received) and person.installation_premium_received
    return person.installation_premium.moves_in and not person.receives_ris and not had
  end,
}

variable "installation_premium.route" {
  entity = "person", type = "word", words = { "premium", "ask_cpas" },
  label = { fr = "Voie : prime d'installation, ou le CPAS d'abord", nl = "Weg: installatiepremie, of eerst het OCMW" },
  law = act "art. 14, § 3",
  formula = function(person)
    if person.installation_premium.ask_first then return "ask_cpas" end
    return "premium"
  end,
}

right "installation_premium" {
  label = { fr = "Prime d'installation", nl = "Installatiepremie" },
  office = { fr = "CPAS de la commune où la personne s'installe", nl = "OCMW van de gemeente waar de persoon zich vestigt" },
  law = act "art. 14, § 3", entity = "person",
  conditions = {
    { "moves_in", act "art. 14, § 3", "installation_premium.moves_in" },
    { "with_ris", act "art. 14, § 3", "installation_premium.with_ris" },
    { "never_had", act "art. 14, § 3", "installation_premium.never_had" },
  },
  judged = {
    { "dwelling", act "art. 14, § 3",
      fr = "Le logement devient la résidence principale, et la personne était sans abri juste avant",
      nl = "De woning wordt de hoofdverblijfplaats, en de persoon was net daarvoor dakloos" },
  },
  route = "installation_premium.route", refer = "installation_premium.ask_first",
}
