-- GRAPA / IGO: who may have the income guarantee for older people, and how much, at least and at most.
--
-- Always true here: resources and pensions are a year's; the amount is a twelfth of what is left of the year's maximum,
-- rounded to the cent by the run and nowhere before. Two amounts are computed because art. 7 and 11 can be read in two
-- ways: the low one (R1) is what lists print, the high one (R2) is what may still be due.
--
-- Left out, on purpose:
--   * the ten years of residence, five of them without a break, that many pages still print: the law of 27 January 2017
--     added them and the Constitutional Court annulled them (6/2019, 23 January 2019), so they are never applied;
--   * the protection of those already in payment on 2013-12-31;
--   * religious and lay communities, placed children, vacancy of a property, usufruct;
--   * sales of the only dwelling (first 37,200 EUR), debts paid from the price, yearly abatement: for the enquiry;
--   * holiday pay and the special supplement, war pensions, pension bonus: not separate facts;
--   * start on the first of a month, suspension for absence: payment, not the right.
-- Exempt, hence not read: family benefits, CPAS aid, RIS, disability allowances, APA, gifts, housing paid by others.

local act = source "loi-2001-03-22"
local decree = source "ar-2001-05-23"
local adult = helper "adult"
local minor = helper "minor"
local above = helper "above"
local less_interest = helper "less_interest"

-- ---- conditions on the person -------------------------------------------------------------------------------------

variable "grapa.age_ok" {
  entity = "person", type = "truth",
  label = { fr = "A l'âge légal de la pension", nl = "Heeft de wettelijke pensioenleeftijd" },
  law = act "art. 3",
  formula = function(person, param, on)
    local age = age_on(person.birth_date, on)
    if person.birth_date < param.grapa.age.first_of_66 then return age >= param.grapa.age.early_cohort end
    if person.birth_date < param.grapa.age.first_of_67 then return age >= param.grapa.age.middle_cohort end
    return age >= param.grapa.age.late_cohort
  end,
}

variable "grapa.resident" {
  entity = "person", type = "truth",
  label = { fr = "Résidence principale en Belgique", nl = "Hoofdverblijfplaats in België" },
  law = act "art. 4",
  formula = function(person) return person.lives_in_belgium end,
}

-- Subsidiary protection: one page says yes, the text was not read again. Population register: unknown, it depends on a
-- reciprocity agreement or on a Belgian pension with long-term residence or a career, which no fact tells.
variable "grapa.stay_ok" {
  entity = "person", type = "truth",
  label = { fr = "Nationalité ou séjour qui ouvre le droit", nl = "Nationaliteit of verblijf dat het recht opent" },
  law = act "art. 4",
  formula = function(person, param)
    if among(person.stay, "belgian", "eu", "refugee", "stateless") then return true end
    if person.stay == "subsidiary" then return param.grapa.subsidiary_protection_counts end
    if person.stay == "population_register" then return param.grapa.population_register_counts end
    return false
  end,
}

-- ---- category (art. 6) --------------------------------------------------------------------------------------------

variable "grapa.has_spouse" {
  entity = "person", type = "truth",
  label = { fr = "Conjoint ou cohabitant légal dans le ménage", nl = "Echtgenoot of wettelijk samenwonende in het huishouden" },
  law = act "art. 7, § 1",
  formula = function(person) return exists(person.partner) and among(person.partnership, "married", "legal") end,
}

-- Direct line: ascendants and descendants of the person or of the spouse, and their own spouses. Nobody else: neither a
-- brother or sister, nor a friend, nor a de facto partner. An unknown kinship leaves the answer unknown.
local function in_direct_line(person, m, has_spouse)
  return among(kinship(person, m), "parent", "child", "grandparent", "grandchild", "parent_in_law", "child_in_law")
    or (has_spouse and among(kinship(person, m), "parent_of_partner", "child_of_partner", "grandparent_of_partner", "grandchild_of_partner"))
    or (among(kinship(person, m), "partner_of_parent", "partner_of_child", "partner_of_grandchild") and among(m.partnership, "married", "legal"))
end

-- Two residents of care homes do not share; nor do spouses of whom one is in a care home (art. 6, § 3).
local function parted_by_care_home(person, m, has_spouse)
  return (person.in_care_home and m.in_care_home)
    or (has_spouse and kinship(person, m) == "partner" and (person.in_care_home or m.in_care_home))
end

variable "grapa.shares_residence" {
  entity = "person", type = "truth",
  label = { fr = "Partage sa résidence avec une personne qui compte", nl = "Deelt de hoofdverblijfplaats met iemand die meetelt" },
  law = act "art. 6, §§ 1 à 3",
  formula = function(person, param, on)
    local has_spouse = person.grapa.has_spouse
    return any(person.others, function(m)
      return adult(m, on) and not parted_by_care_home(person, m, has_spouse) and not in_direct_line(person, m, has_spouse)
    end)
  end,
}

variable "grapa.category" {
  entity = "person", type = "word", words = { "base", "increased" },
  label = { fr = "Montant de base ou montant majoré", nl = "Basisbedrag of verhoogd bedrag" },
  law = act "art. 6, §§ 1 et 2",
  formula = function(person)
    if person.grapa.shares_residence then return "base" end
    return "increased"
  end,
}

-- ---- whose resources, divided by how many (art. 7) -----------------------------------------------------------------

local function child_of_either(person, m, has_spouse)
  return m.mother == person or m.father == person
    or (has_spouse and (m.mother == person.partner or m.father == person.partner))
end

variable "grapa.children" {
  entity = "person", type = "count",
  label = { fr = "Enfants du ménage qui entrent dans le diviseur", nl = "Kinderen van het huishouden die in de deler meetellen" },
  law = act "art. 7, § 2",
  formula = function(person, param, on)
    local has_spouse = person.grapa.has_spouse
    return count(person.others, function(m)
      return child_of_either(person, m, has_spouse) and (minor(m, on) or m.family_benefit_month > euro(0))
    end)
  end,
}

variable "grapa.divisor" {
  entity = "person", type = "count",
  label = { fr = "Nombre de personnes entre lesquelles on divise", nl = "Aantal personen waardoor men deelt" },
  law = act "art. 7, § 2",
  formula = function(person)
    if person.grapa.has_spouse then return 2 + person.grapa.children end
    return 1 + person.grapa.children
  end,
}

-- ---- resources of one person, a year -------------------------------------------------------------------------------

-- Whether the 5,000 EUR are given per person or per couple is not written: taken per person.
variable "grapa.work_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenus professionnels comptés", nl = "In aanmerking genomen beroepsinkomsten" },
  law = act "art. 7, § 1",
  formula = function(person, param)
    local earned = per_year(person.wage_gross_month) * param.grapa.work.wage_share + person.self_employed_net_year
    if earned <= euro(0) then return euro(0) end
    return max(euro(0), earned - param.grapa.work.abatement)
  end,
}

variable "grapa.replacement_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Allocations, pension alimentaire reçue et autres revenus", nl = "Uitkeringen, ontvangen onderhoudsgeld en andere inkomsten" },
  law = act "art. 7, § 1",
  formula = function(person)
    return per_year(person.unemployment_month + person.sickness_month + person.alimony_received_month + person.other_income_month)
  end,
}

variable "grapa.capital_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu fictif des capitaux mobiliers", nl = "Fictief inkomen uit roerende kapitalen" },
  law = act "art. 7, § 1",
  formula = function(person, param)
    if person.movable_capital <= euro(0) then return euro(0) end
    return brackets(person.movable_capital, param.grapa.capital.scale)
  end,
}

-- Exempt part, children, factor and the half for interest are from memory of the decree: unverified parameters.
variable "grapa.built_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens bâtis", nl = "Inkomen uit bebouwde goederen" },
  law = act "art. 7, § 1",
  formula = function(person, param)
    local cadastral = person.rc_dwelling + person.rc_built_other
    if cadastral <= euro(0) then return euro(0) end
    local exempt = param.grapa.property.built_exempt + param.grapa.property.built_exempt_child * person.grapa.children
    local income = above(cadastral, exempt, param.grapa.property.built_factor)
    return less_interest(income, person.mortgage_interest_year, param.grapa.property.interest_share)
  end,
}

variable "grapa.unbuilt_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu des biens non bâtis", nl = "Inkomen uit onbebouwde goederen" },
  law = act "art. 7, § 1",
  formula = function(person, param)
    if person.rc_unbuilt <= euro(0) then return euro(0) end
    return above(person.rc_unbuilt, param.grapa.property.unbuilt_exempt, param.grapa.property.unbuilt_factor)
  end,
}

variable "grapa.resources" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources de la personne, hors pensions", nl = "Bestaansmiddelen van de persoon, zonder pensioenen" },
  law = act "art. 7, § 1",
  formula = function(person)
    return person.grapa.work_income + person.grapa.replacement_income + person.grapa.capital_income
      + person.grapa.built_income + person.grapa.unbuilt_income
  end,
}

variable "grapa.pensions" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Pensions comptées, après la pension alimentaire payée", nl = "In aanmerking genomen pensioenen, na betaald onderhoudsgeld" },
  law = decree "art. 39",
  formula = function(person, param)
    local counted = per_year(person.pension_month + person.pension_foreign_month) * param.grapa.pension.share
    return max(euro(0), counted - per_year(person.alimony_paid_month))
  end,
}

-- What was sold or given in the last ten years goes through the scale of savings on its own. Exemptions and fading of
-- sales are for the enquiry, so it weighs on the low amount only.
variable "grapa.transfer_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu fictif des biens cédés depuis moins de dix ans", nl = "Fictief inkomen uit goederen afgestaan sinds minder dan tien jaar" },
  law = act "art. 7, § 1",
  formula = function(person, param)
    if person.transfer_10y then return brackets(person.transfer_value, param.grapa.capital.scale) end
    return euro(0)
  end,
}

-- ---- resources of the person and the spouse -----------------------------------------------------------------------

variable "grapa.resources_of_unit" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Ressources de la personne et du conjoint, hors pensions", nl = "Bestaansmiddelen van de persoon en de echtgenoot, zonder pensioenen" },
  law = act "art. 7, § 1",
  formula = function(person)
    if person.grapa.has_spouse then return person.grapa.resources + person.partner.grapa.resources end
    return person.grapa.resources
  end,
}

variable "grapa.pensions_of_unit" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Pensions de la personne et du conjoint", nl = "Pensioenen van de persoon en de echtgenoot" },
  law = decree "art. 39",
  formula = function(person)
    if person.grapa.has_spouse then return person.grapa.pensions + person.partner.grapa.pensions end
    return person.grapa.pensions
  end,
}

variable "grapa.transfers_of_unit" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Biens cédés par la personne et le conjoint", nl = "Goederen afgestaan door de persoon en de echtgenoot" },
  law = act "art. 7, § 1",
  formula = function(person)
    if person.grapa.has_spouse then return person.grapa.transfer_income + person.partner.grapa.transfer_income end
    return person.grapa.transfer_income
  end,
}

variable "grapa.transfer_declared" {
  entity = "person", type = "truth",
  label = { fr = "La personne ou le conjoint a cédé des biens", nl = "De persoon of de echtgenoot heeft goederen afgestaan" },
  law = act "art. 7, § 1",
  formula = function(person) return person.transfer_10y or (person.grapa.has_spouse and person.partner.transfer_10y) end,
}

-- ---- amount ---------------------------------------------------------------------------------------------------------

-- The exemption of art. 11 comes after the division, and is read only when there is something to exempt.
local function less_exemption(share, exempt)
  if share <= euro(0) then return euro(0) end
  return max(euro(0), share - exempt)
end

-- R1, the low bound: the exemption absorbs resources other than pensions; transfers count.
variable "grapa.annual_r1" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Montant annuel, lecture prudente", nl = "Jaarbedrag, voorzichtige lezing" },
  law = act "art. 7, § 2 et art. 11",
  formula = function(person, param)
    local divisor = max(1, person.grapa.divisor)
    local share = (person.grapa.resources_of_unit + person.grapa.transfers_of_unit) / divisor
    local pensions = person.grapa.pensions_of_unit / divisor
    if person.grapa.category == "base" then
      return max(euro(0), param.grapa.maximum.base - less_exemption(share, param.grapa.exemption.base) - pensions)
    end
    return max(euro(0), param.grapa.maximum.increased - less_exemption(share, param.grapa.exemption.increased) - pensions)
  end,
}

-- R2, the high bound: the exemption absorbs pensions too; transfers have no effect.
variable "grapa.annual_r2" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Montant annuel, lecture la plus favorable", nl = "Jaarbedrag, gunstigste lezing" },
  law = act "art. 7, § 2 et art. 11",
  formula = function(person, param)
    local divisor = max(1, person.grapa.divisor)
    local share = (person.grapa.resources_of_unit + person.grapa.pensions_of_unit) / divisor
    if person.grapa.category == "base" then
      return max(euro(0), param.grapa.maximum.base - less_exemption(share, param.grapa.exemption.base))
    end
    return max(euro(0), param.grapa.maximum.increased - less_exemption(share, param.grapa.exemption.increased))
  end,
}

-- Not rounded here: a right to less than half a cent is still a right. The run rounds half up to the cent.
variable "grapa.monthly_r1" {
  entity = "person", type = "money", per = "month",
  label = { fr = "GRAPA par mois, lecture prudente", nl = "IGO per maand, voorzichtige lezing" },
  law = act "art. 6 et 7",
  formula = function(person) return per_month(person.grapa.annual_r1) end,
}

variable "grapa.monthly_r2" {
  entity = "person", type = "money", per = "month",
  label = { fr = "GRAPA par mois, lecture la plus favorable", nl = "IGO per maand, gunstigste lezing" },
  law = act "art. 6 et 7",
  formula = function(person) return per_month(person.grapa.annual_r2) end,
}

-- Yes when even the prudent reading leaves something, no when the widest leaves nothing, unknown between the two: then
-- it hangs on which reading holds, and the parameter that would say so has no value.
variable "grapa.in_need" {
  entity = "person", type = "truth",
  label = { fr = "Ressources inférieures au montant", nl = "Bestaansmiddelen lager dan het bedrag" },
  law = act "art. 7",
  formula = function(person, param)
    return person.grapa.annual_r1 > euro(0) or (person.grapa.annual_r2 > euro(0) and param.grapa.wider_reading_holds)
  end,
}

right "grapa" {
  label = { fr = "Garantie de revenus aux personnes âgées (GRAPA)", nl = "Inkomensgarantie voor ouderen (IGO)" },
  office = { fr = "Service fédéral des Pensions", nl = "Federale Pensioendienst" },
  law = act "art. 3 à 12", entity = "person",
  conditions = {
    { "age", act "art. 3", "grapa.age_ok" },
    { "residence", act "art. 4", "grapa.resident" },
    { "stay", act "art. 4", "grapa.stay_ok" },
    { "resources", act "art. 7", "grapa.in_need" },
  },
  judged = {
    { "pensions_first", act "art. 3",
      fr = "Les pensions belges et étrangères doivent d'abord être demandées", nl = "De Belgische en buitenlandse pensioenen moeten eerst worden aangevraagd" },
    { "presence", decree "art. 42",
      fr = "Pas plus de 29 jours par an à l'étranger : cela touche le paiement, pas la demande", nl = "Niet meer dan 29 dagen per jaar in het buitenland: dat raakt de betaling, niet de aanvraag" },
    { "transfers", act "art. 7, § 1", when = "grapa.transfer_declared",
      fr = "Biens vendus ou donnés depuis moins de dix ans : le Service des pensions en fixe l'effet par une enquête", nl = "Goederen verkocht of geschonken sinds minder dan tien jaar: de Pensioendienst bepaalt het gevolg na onderzoek" },
  },
  amount = "grapa.monthly_r2",
  amount_low = "grapa.monthly_r1",
  receives = "receives_grapa", pending = "application_grapa",
  opens = { "bim" },
}
