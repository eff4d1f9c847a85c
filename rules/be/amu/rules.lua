-- Urgent medical aid: aide médicale urgente (AMU) / dringende medische hulp (DMH).
--
-- Always true here:
--   * the answer is "ask the CPAS", or "there is another way"; it is never "granted" and never "refused";
--   * means are no test: the law sets no threshold, so the social enquiry weighs them;
--   * a medical certificate is asked about, never required: access is opened before the need, and only a doctor or a
--     dentist says what is urgent;
--   * reasons for staying, care in the country of origin, the will to return, how long one has lived in the commune
--     and having a fixed address are irrelevant by law: no fact here says any of it.
-- What this file finds is written for the worker profile alone, and is called access to health care.
--
-- Left out, and why:
--   * the competent centre (habitual place of stay): the worker looks at it, an address does not decide it;
--   * a foreign health insurance card: no fact holds it, the centre asks;
--   * minors with their parents in need: material aid is for Fedasil, after the centre has found the need.

local organic = source "loi-1976-07-08"
local decree = source "ar-1996-12-12"
local union = source "cc-2014-95"

variable "amu.uninsured" {
  entity = "person", type = "truth",
  label = { fr = "Pas d'assurance soins de santé connue", nl = "Geen gekende ziekteverzekering" },
  law = decree "art. 1",
  -- People without papers are in no register: nothing known is read as nothing, so that nobody is left out.
  formula = function(person) return not exists(person.insurer) or person.insurer == "none" end,
}

-- Citizens of the Union without social aid, in the first three months or looking for work, keep this one.
variable "amu.eu_excluded" {
  entity = "person", type = "truth",
  label = { fr = "Citoyen de l'Union sans droit à l'aide sociale", nl = "Burger van de Unie zonder recht op maatschappelijke hulp" },
  law = union "dispositif",
  formula = function(person, param)
    local works = exists(person.eu_worker) and person.eu_worker
    local newcomer = person.eu_stay_months < param.amu.eu_months and not works
    local without_income = person.ris.own_income <= euro(0)
    return person.stay == "eu" and (newcomer or without_income)
  end,
}

variable "amu.ask" {
  entity = "person", type = "truth",
  label = { fr = "À demander au CPAS", nl = "Te vragen aan het OCMW" },
  law = organic "art. 57, § 2",
  formula = function(person)
    local concerned = person.stay == "irregular" or person.amu.eu_excluded
    return concerned and person.amu.uninsured and not person.guarantor
  end,
}

variable "amu.insured" {
  entity = "person", type = "truth",
  label = { fr = "Séjour légal avec une assurance soins de santé", nl = "Wettig verblijf met een ziekteverzekering" },
  law = decree "art. 1",
  formula = function(person)
    local legal = not among(person.stay, "irregular", "asylum_seeker")
    return legal and among(person.insurer, "mutuality", "caami")
  end,
}

variable "amu.route" {
  entity = "person", type = "word", words = { "ask_cpas", "insurance", "fedasil", "guarantor", "none" },
  label = { fr = "Voie d'accès aux soins de santé", nl = "Weg naar gezondheidszorg" },
  law = organic "art. 57, § 2",
  -- The insurance pays before a guarantor does; an insurance that is not known does not hide a guarantor who is.
  formula = function(person)
    local known_insured = exists(person.insurer) and person.amu.insured
    if person.stay == "asylum_seeker" then return "fedasil" end
    if person.guarantor and not known_insured then return "guarantor" end
    if person.amu.ask then return "ask_cpas" end
    if person.amu.insured then return "insurance" end
    return "none"
  end,
}

-- No exactly when somebody else pays for the care; anything else stays open.
variable "amu.no_other_payer" {
  entity = "person", type = "truth",
  label = { fr = "Personne d'autre ne prend les soins en charge", nl = "Niemand anders neemt de zorg ten laste" },
  law = organic "art. 57, § 2",
  -- With a guarantor somebody does, whatever the stay: only who is open then.
  formula = function(person) return not person.guarantor and among(person.amu.route, "ask_cpas", "none") end,
}

right "amu" {
  label = { fr = "Aide médicale urgente", nl = "Dringende medische hulp" },
  office = { fr = "CPAS du lieu de séjour habituel", nl = "OCMW van de gewoonlijke verblijfplaats" },
  law = organic "art. 57, § 2", entity = "person",
  conditions = { { "no_other_payer", organic "art. 57, § 2", "amu.no_other_payer" } },
  judged = {
    { "need", organic "art. 57, § 2",
      fr = "État de besoin : moyens et charges de la personne et de ceux avec qui elle vit, sans seuil légal",
      nl = "Staat van behoefte: middelen en lasten van de persoon en van wie met haar samenleeft, zonder wettelijke drempel" },
    { "certificate", decree "art. 1",
      fr = "Attestation d'un médecin ou d'un dentiste : lui seul juge de l'urgence",
      nl = "Attest van een arts of tandarts: alleen hij oordeelt over de dringendheid" },
    { "place", source "loi-1965-04-02" "art. 1 et 2, § 7",
      fr = "CPAS du lieu de séjour habituel ; sans durée minimale dans la commune",
      nl = "OCMW van de gewoonlijke verblijfplaats; zonder minimumduur in de gemeente" },
  },
  route = "amu.route", receives = "receives_amu", never_yes = "amu.ask", sensitive = true,
  offer = { fr = "Accès aux soins de santé", nl = "Toegang tot gezondheidszorg" },
}
