-- Right to social integration: revenu d'intégration (RIS) / leefloon.
--
-- Always true here:
--   * resources are annual, net and of today, projected over a year; debts and expenses are never deducted;
--   * savings and property never exclude anybody: they give an imputed income; studying never excludes either;
--   * the conditions do not enter the amount: the amount is what is due if they are met;
--   * the resources of others are their income, property and savings, without work exemption and without transfers;
--   * nothing is rounded before `ris.monthly`.
--
-- ALE / PWA pay has no fact of its own (AR 1 avril 2003, numac 2003022362: exempt up to 4.10 EUR an hour). Whoever
-- fills the record splits it: up to 4.10 an hour in `exempt_income_month`, which counts for nothing; the part above in
-- `other_income_month`, which counts in full and has no work exemption. Never in `wage_net_month`, where the exemption
-- of art. 35 would come off it. That part should not enjoy the flat exemption either; here it does, by at most
-- 155, 250 or 310 EUR a year, as 4.10 is what an hour usually pays and there is hardly ever a part above.
--
-- Left out, and why:
--   * willingness to work, other rights to claim first, equity: a person judges them (see `judged`);
--   * the time already used of a work exemption: the social worker counts it;
--   * stays abroad above four weeks, sanctions, recovery: they concern a right already granted;
--   * the month in which a right starts, counted by days: the amount is that of a whole month;
--   * the installation premium (once in a lifetime, one month of the family amount): a right of its own, in
--     `rules/extra/installation`, loaded over these rules;
--   * the exemptions on transfers (AR art. 29 to 32): the value stands in full in the low
--     bound only, the enquiry sets it right.

local act = source "loi-2002-05-26"
local rules = source "ar-2002-07-11"

local adult = helper "adult"
local single_minor = helper "single_minor"
local topped_up = helper "topped_up"
local above = helper "above"
local less_interest = helper "less_interest"

-- What one debtor brings to the pool; from the reform, with the family benefit he receives for the applicant.
local function debtor_share(person, other, param)
  local own = other.ris.debtor_balance
  if param.ris.cohabitants.all_debtors and other.ris.counts_as_debtor and person.family_benefit_recipient == other then
    return own + per_year(person.family_benefit_month)
  end
  return own
end

-- ---- who (art. 3, 1° to 3°) -------------------------------------------------------------------------------------

variable "ris.resident" {
  entity = "person", type = "truth",
  label = { fr = "Réside effectivement en Belgique", nl = "Verblijft werkelijk in België" },
  law = act "art. 3, 1°",
  -- Being registered is not required: somebody without an address lives in Belgium too.
  formula = function(person) return person.lives_in_belgium end,
}

variable "ris.of_age" {
  entity = "person", type = "truth",
  label = { fr = "Majeur ou assimilé", nl = "Meerderjarig of gelijkgesteld" },
  law = act "art. 3, 2°, et art. 7",
  formula = function(person, param, on)
    return adult(person, on) or person.assimilated_adult
  end,
}

-- Part of the personal scope on its own: it says something else for a citizen of the Union than for a refugee.
variable "ris.eu_stay_ok" {
  entity = "person", type = "truth",
  label = { fr = "Citoyen de l'Union qui travaille ou séjourne depuis trois mois", nl = "Burger van de Unie die werkt of drie maanden verblijft" },
  law = act "art. 3, 3°",
  formula = function(person, param)
    return person.eu_worker or person.eu_stay_months >= param.ris.stay.eu_months
  end,
}

variable "ris.stay_ok" {
  entity = "person", type = "truth",
  label = { fr = "Nationalité ou séjour qui ouvre le droit", nl = "Nationaliteit of verblijf dat recht geeft" },
  law = act "art. 3, 3°",
  formula = function(person, param)
    if person.stay == "eu" then return person.ris.eu_stay_ok end
    if person.stay == "subsidiary" then return param.ris.stay.subsidiary end
    return among(person.stay, "belgian", "refugee", "stateless", "population_register")
  end,
}

-- Legal residents outside the personal scope may have an aid of the same amount, on need (organic law of 8 July 1976).
variable "ris.equivalent_aid" {
  entity = "person", type = "truth",
  label = { fr = "Aide équivalente du CPAS", nl = "Equivalent leefloon" },
  law = source "loi-1976-07-08" "art. 57",
  formula = function(person)
    return among(person.stay, "foreigners_register", "temporary_protection")
  end,
}

variable "ris.route" {
  entity = "person", type = "word", words = { "ris", "eris" },
  label = { fr = "Voie : revenu d'intégration ou aide équivalente", nl = "Weg: leefloon of equivalent leefloon" },
  law = act "art. 3, 3°",
  formula = function(person)
    if person.ris.equivalent_aid then return "eris" end
    return "ris"
  end,
}

-- ---- category (art. 14, § 1) ------------------------------------------------------------------------------------

-- A regular presence is enough: a child in alternating custody counts in full (Cass. 27-06-2022, S.20.0015.F).
variable "ris.child_in_charge" {
  entity = "person", type = "truth",
  label = { fr = "Enfant mineur non marié à charge", nl = "Minderjarig ongehuwd kind ten laste" },
  law = act "art. 14, § 1, 3°",
  formula = function(person, param, on)
    local own = any(person.children, function(child) return single_minor(child, on) end)
    local of_partner = any(person.partner.children, function(child) return single_minor(child, on) end)
    return own or of_partner
  end,
}

-- The factual situation decides, not the register. Same roof is not enough: household matters must be shared.
variable "ris.category" {
  entity = "person", type = "word", words = { "family", "cohabitant", "isolated" },
  label = { fr = "Catégorie", nl = "Categorie" },
  law = act "art. 14, § 1",
  formula = function(person, param, on)
    if person.ris.child_in_charge then return "family" end
    if exists(person.partner) then return "cohabitant" end
    local with_adult = any(person.others, function(other) return adult(other, on) end)
    if with_adult and person.household.shares_budget then return "cohabitant" end
    return "isolated"
  end,
}

-- One amount covers both members of a couple with a child in charge.
variable "ris.family" {
  entity = "person", type = "truth",
  label = { fr = "Le montant couvre aussi le partenaire", nl = "Het bedrag dekt ook de partner" },
  law = act "art. 14, § 1, 3°",
  formula = function(person) return person.ris.category == "family" end,
}

-- The amount a partner receives in family already covers this person; a partner whose receipt is not known may.
variable "ris.not_covered" {
  entity = "person", type = "truth",
  label = { fr = "Le partenaire ne reçoit pas déjà le montant du ménage", nl = "De partner ontvangt het gezinsbedrag nog niet" },
  law = act "art. 14, § 1, 3°",
  formula = function(person) return not (person.ris.family and person.partner.receives_ris) end,
}

variable "ris.amount_year" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Montant annuel de la catégorie", nl = "Jaarbedrag van de categorie" },
  law = act "art. 14, § 1, et art. 15",
  formula = function(person, param)
    if person.ris.category == "family" then return param.ris.annual.family end
    if person.ris.category == "isolated" then return param.ris.annual.isolated end
    return param.ris.annual.cohabitant
  end,
}

-- ---- own resources (art. 16; AR art. 22 to 35) ------------------------------------------------------------------

-- Variant that applies; the used time (three years in six, three months in a lifetime...) is the worker's to count.
-- A student needs a signed integration project.
variable "ris.work_exemption" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Exonération socio-professionnelle", nl = "Vrijstelling voor sociaal-professionele integratie" },
  law = rules "art. 35",
  formula = function(person, param)
    if person.work_exemption == "general" then return per_year(param.ris.exemption.general) end
    if person.work_exemption == "shortage" then return per_year(param.ris.exemption.shortage) end
    if person.work_exemption == "artistic" then return param.ris.exemption.artistic end
    if person.work_exemption == "student" and person.piis_signed then
      if person.study_grant_month > euro(0) then return per_year(param.ris.exemption.student_with_grant) end
      return per_year(param.ris.exemption.general)
    end
    return euro(0)
  end,
}

variable "ris.wage_counted" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Salaire net pris en compte", nl = "In aanmerking genomen nettoloon" },
  law = rules "art. 35",
  formula = function(person)
    return max(euro(0), per_year(person.wage_net_month) - person.ris.work_exemption)
  end,
}

-- Exempt when paid to whoever raises the child; it counts for an adult who receives it for himself.
variable "ris.own_family_benefit" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Allocations familiales reçues pour soi-même", nl = "Voor zichzelf ontvangen kinderbijslag" },
  law = rules "art. 22, § 1",
  formula = function(person, param, on)
    if person.family_benefit_recipient == person and adult(person, on) then
      return per_year(person.family_benefit_month)
    end
    return euro(0)
  end,
}

-- Everything but wages. What is not named is exempt: alimony for children, study grant, CPAS aid, exempt lines, the
-- revenu d'intégration itself, the allowance for help to the elderly, family benefit received for others.
variable "ris.other_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Autres revenus pris en compte", nl = "Andere in aanmerking genomen inkomsten" },
  law = rules "art. 22 et 33",
  formula = function(person)
    local replacement = person.unemployment_month + person.sickness_month + person.disability_allowance_month
    local pensions = person.pension_month + person.pension_foreign_month + person.grapa_month
    local received = person.alimony_received_month + person.gifts_regular_month + person.other_income_month
    local by_month = replacement + pensions + received + person.housing_paid_by_third_party_month
    return per_year(by_month) + person.self_employed_net_year + person.ris.own_family_benefit
  end,
}

variable "ris.own_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenus propres", nl = "Eigen inkomsten" },
  law = act "art. 16",
  formula = function(person) return person.ris.wage_counted + person.ris.other_income end,
}

-- Own dwelling included, let or not; a higher rent takes the place of the imputed income. Interest comes off up to
-- half of it: the deduction is certain, the half is not verified.
variable "ris.property_built" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens bâtis", nl = "Inkomen uit gebouwde goederen" },
  law = rules "art. 25 et 26",
  formula = function(person, param)
    local children = count(person.others, function(other) return other.family_benefit_recipient == person end)
    local exempt = param.ris.property.built_exempt + param.ris.property.built_exempt_child * children
    local imputed = above(person.rc_dwelling + person.rc_built_other, exempt, param.ris.property.factor)
    local income = max(imputed, person.rent_received_year)
    return less_interest(income, person.mortgage_interest_year, param.ris.property.interest_share)
  end,
}

variable "ris.property_unbuilt" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens non bâtis", nl = "Inkomen uit ongebouwde goederen" },
  law = rules "art. 25 et 26",
  formula = function(person, param)
    return above(person.rc_unbuilt, param.ris.property.unbuilt_exempt, param.ris.property.factor)
  end,
}

variable "ris.capital_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu fictif des capitaux mobiliers", nl = "Fictief inkomen uit roerende kapitalen" },
  law = rules "art. 27",
  formula = function(person, param) return brackets(person.movable_capital, param.ris.capital.scale) end,
}

variable "ris.property" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens et des capitaux", nl = "Inkomen uit goederen en kapitalen" },
  law = rules "art. 25 à 27",
  formula = function(person)
    return person.ris.property_built + person.ris.property_unbuilt + person.ris.capital_income
  end,
}

-- A sale or a gift of the last ten years counts by the same scale, but its exemptions need the deed: it lowers the
-- low bound only.
variable "ris.transfer_declared" {
  entity = "person", type = "truth",
  label = { fr = "Biens vendus ou donnés dans les dix dernières années", nl = "Goederen verkocht of geschonken in de laatste tien jaar" },
  law = rules "art. 28 à 32",
  formula = function(person) return person.transfer_10y end,
}

variable "ris.transfer_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens vendus ou donnés, au plus", nl = "Inkomen uit verkochte of geschonken goederen, hoogstens" },
  law = rules "art. 28 à 32",
  formula = function(person, param)
    if person.transfer_10y then return brackets(person.transfer_value, param.ris.capital.scale) end
    return euro(0)
  end,
}

-- ---- resources of others (AR art. 34) ---------------------------------------------------------------------------

-- What a member of the household has when it is counted for somebody else: no work exemption, no transfer.
variable "ris.member_resources" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources comme cohabitant", nl = "Bestaansmiddelen als samenwonende" },
  law = rules "art. 34",
  formula = function(person)
    return per_year(person.wage_net_month) + person.ris.other_income + person.ris.property
  end,
}

-- A partner who receives the revenu d'intégration counts for nothing.
variable "ris.partner_resources" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources du partenaire", nl = "Bestaansmiddelen van de partner" },
  law = rules "art. 34, § 1",
  formula = function(person)
    if exists(person.partner) and not person.partner.receives_ris then
      return person.partner.ris.member_resources
    end
    return euro(0)
  end,
}

variable "ris.partner_excess" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources du partenaire au-delà de la catégorie 1", nl = "Bestaansmiddelen van de partner boven categorie 1" },
  law = rules "art. 34, § 1",
  formula = function(person, param)
    return max(euro(0), person.ris.partner_resources - param.ris.annual.cohabitant)
  end,
}

-- In family, the amount covers the partner too: the whole is counted. Whether he receives does not change it: then
-- there is no second amount (`ris.not_covered`).
variable "ris.partner_whole" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources du partenaire, en entier", nl = "Volledige bestaansmiddelen van de partner" },
  law = rules "art. 34, § 1",
  formula = function(person)
    if exists(person.partner) then return person.partner.ris.member_resources end
    return euro(0)
  end,
}

variable "ris.partner_counted" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources du partenaire prises en compte", nl = "In aanmerking genomen middelen van de partner" },
  law = rules "art. 34, § 1",
  formula = function(person)
    if person.ris.category == "family" then return person.ris.partner_whole end
    return person.ris.partner_excess
  end,
}

-- Until 28-02-2026: adult parents and adult children of the household, which the links say. From 1-03-2026: every adult
-- maintenance debtor, with the family benefit he receives for the applicant. Parents- and children-in-law are debtors
-- by marriage only. Never siblings, step-parents, step-children or unrelated people; the partner is counted above. An
-- adult without any link or row may be a debtor: unknown, from the reform.
-- Each debtor brings his resources and takes one cohabitant amount out of a common pool (Cass. 18-11-2019,
-- S.19.0021.F): one sum of differences, so that somebody who may or may not be a debtor never brings the one without
-- the other.
variable "ris.debtor_balance" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources d'un débiteur d'aliments, moins la catégorie 1", nl = "Middelen van een onderhoudsplichtige, min categorie 1" },
  law = rules "art. 34, § 2",
  formula = function(person, param, on)
    if not adult(person, on) or person.receives_ris then return euro(0) end
    return person.ris.member_resources - param.ris.annual.cohabitant
  end,
}

variable "ris.counts_as_debtor" {
  entity = "person", type = "truth",
  label = { fr = "Majeur qui ne reçoit pas le revenu d'intégration", nl = "Meerderjarige die geen leefloon ontvangt" },
  law = rules "art. 34, § 2",
  formula = function(person, param, on) return adult(person, on) and not person.receives_ris end,
}

variable "ris.married" {
  entity = "person", type = "truth",
  label = { fr = "Marié avec le partenaire du ménage", nl = "Gehuwd met de partner van het huishouden" },
  law = rules "art. 34, § 2",
  formula = function(person) return exists(person.partner) and person.partnership == "married" end,
}

variable "ris.debtors_pool" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Débiteurs d'aliments cohabitants : ressources moins autant de fois la catégorie 1", nl = "Samenwonende onderhoudsplichtigen: middelen min evenveel keer categorie 1" },
  law = rules "art. 34, § 2",
  formula = function(person, param)
    local near = sum(person.parents, function(other) return debtor_share(person, other, param) end)
      + sum(person.children, function(other) return debtor_share(person, other, param) end)
    if not param.ris.cohabitants.all_debtors then return near end
    return near + sum(person.others, function(other)
      local kin = kinship(person, other)
      local wider = among(kin, "grandparent", "grandchild", "parent_in_law", "child_in_law")
        or (kin == "parent_of_partner" and person.ris.married) or (kin == "partner_of_child" and other.ris.married)
      if wider then return debtor_share(person, other, param) end
      return euro(0)
    end)
  end,
}

variable "ris.debtors_counted" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources des autres cohabitants prises en compte", nl = "In aanmerking genomen middelen van andere samenwonenden" },
  law = rules "art. 34, § 2",
  formula = function(person) return max(euro(0), person.ris.debtors_pool) end,
}

variable "ris.debtors_matter" {
  entity = "person", type = "truth",
  label = { fr = "Des ressources de parents ou d'enfants sont comptées", nl = "Middelen van ouders of kinderen tellen mee" },
  law = rules "art. 34, § 2",
  formula = function(person) return person.ris.debtors_counted > euro(0) end,
}

-- ---- the calculation (art. 14, § 2; AR art. 22, § 2) ------------------------------------------------------------

variable "ris.resources_without_partner" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources, hors partenaire", nl = "Bestaansmiddelen, zonder de partner" },
  law = act "art. 16",
  formula = function(person)
    return person.ris.own_income + person.ris.property + person.ris.debtors_counted
  end,
}

variable "ris.resources" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources", nl = "Bestaansmiddelen" },
  law = act "art. 16",
  formula = function(person)
    return person.ris.resources_without_partner + person.ris.partner_counted
  end,
}

-- Category by category, so that one unknown fact never mixes the amount of one category with the resources of another.
variable "ris.in_need" {
  entity = "person", type = "truth",
  label = { fr = "Ressources inférieures au montant", nl = "Bestaansmiddelen lager dan het bedrag" },
  law = act "art. 3, 4°",
  formula = function(person, param)
    local resources = person.ris.resources_without_partner
    if person.ris.category == "family" then
      return resources + person.ris.partner_whole < param.ris.annual.family
    end
    if person.ris.category == "isolated" then return resources < param.ris.annual.isolated end
    return resources + person.ris.partner_excess < param.ris.annual.cohabitant
  end,
}

-- Once, at the end, and only below the amount.
variable "ris.flat_exemption" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Exonération forfaitaire", nl = "Forfaitaire vrijstelling" },
  law = rules "art. 22, § 2",
  formula = function(person, param)
    if not person.ris.in_need then return euro(0) end
    if person.ris.category == "family" then return param.ris.flat.family end
    if person.ris.category == "isolated" then return param.ris.flat.isolated end
    return param.ris.flat.cohabitant
  end,
}

variable "ris.yearly" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu d'intégration par an", nl = "Leefloon per jaar" },
  law = act "art. 14, § 2",
  formula = function(person, param)
    local resources = person.ris.resources_without_partner
    if person.ris.category == "family" then
      return topped_up(param.ris.annual.family, resources + person.ris.partner_whole, param.ris.flat.family)
    end
    if person.ris.category == "isolated" then
      return topped_up(param.ris.annual.isolated, resources, param.ris.flat.isolated)
    end
    return topped_up(param.ris.annual.cohabitant, resources + person.ris.partner_excess, param.ris.flat.cohabitant)
  end,
}

variable "ris.yearly_low" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu d'intégration par an, au moins", nl = "Leefloon per jaar, minstens" },
  law = rules "art. 28 à 32",
  formula = function(person, param)
    local resources = person.ris.resources_without_partner + person.ris.transfer_income
    if person.ris.category == "family" then
      return topped_up(param.ris.annual.family, resources + person.ris.partner_whole, param.ris.flat.family)
    end
    if person.ris.category == "isolated" then
      return topped_up(param.ris.annual.isolated, resources, param.ris.flat.isolated)
    end
    return topped_up(param.ris.annual.cohabitant, resources + person.ris.partner_excess, param.ris.flat.cohabitant)
  end,
}

variable "ris.monthly" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Revenu d'intégration par mois", nl = "Leefloon per maand" },
  law = act "art. 14, § 2",
  formula = function(person) return round_cent(per_month(person.ris.yearly)) end,
}

variable "ris.monthly_low" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Revenu d'intégration par mois, au moins", nl = "Leefloon per maand, minstens" },
  law = rules "art. 28 à 32",
  formula = function(person) return round_cent(per_month(person.ris.yearly_low)) end,
}

-- ---- the right --------------------------------------------------------------------------------------------------

right "ris" {
  label = { fr = "Revenu d'intégration sociale", nl = "Leefloon" },
  office = { fr = "CPAS de la commune où la personne vit", nl = "OCMW van de gemeente waar de persoon leeft" },
  law = act "art. 14", entity = "person",
  conditions = {
    { "residence", act "art. 3, 1°", "ris.resident" },
    { "age", act "art. 3, 2°, et art. 7", "ris.of_age" },
    { "stay", act "art. 3, 3°", "ris.stay_ok" },
    { "resources", act "art. 3, 4°", "ris.in_need" },
    { "not_covered", act "art. 14, § 1, 3°", "ris.not_covered" },
  },
  judged = {
    { "work", act "art. 3, 5°",
      fr = "Disposition au travail, sauf raisons de santé ou d'équité",
      nl = "Werkbereidheid, behalve om gezondheids- of billijkheidsredenen" },
    { "other_rights", act "art. 3, 6°, et art. 4",
      fr = "Autres droits à faire valoir d'abord (chômage, pension, aliments...) ; le CPAS peut avancer",
      nl = "Andere rechten die eerst moeten worden uitgeput (werkloosheid, pensioen, onderhoud...); het OCMW kan voorschieten" },
    { "equity", rules "art. 34, § 2", when = "ris.debtors_matter",
      fr = "Équité : le CPAS peut compter moins, ou rien, des ressources des parents et enfants cohabitants",
      nl = "Billijkheid: het OCMW kan minder of niets meetellen van de middelen van samenwonende ouders en kinderen" },
    { "transfer", rules "art. 28 à 32", when = "ris.transfer_declared",
      fr = "Biens vendus ou donnés : valeur, dettes payées et exonérations à établir par l'enquête",
      nl = "Verkochte of geschonken goederen: waarde, betaalde schulden en vrijstellingen vast te stellen door het onderzoek" },
    { "enquiry", act "art. 19",
      fr = "Enquête sociale : situation réelle du ménage et état de besoin",
      nl = "Sociaal onderzoek: werkelijke situatie van het huishouden en staat van behoefte" },
  },
  amount = "ris.monthly", amount_low = "ris.monthly_low", route = "ris.route",
  receives = "receives_ris", pending = "application_ris", ended = "ris_end",
  once_per_couple = "ris.family", refer = "ris.equivalent_aid", opens = { "bim" },
}
