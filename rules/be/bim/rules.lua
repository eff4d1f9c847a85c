-- BIM / verhoogde tegemoetkoming: who pays less for health care, and through which door.
--
-- Always true here: a person has one BIM household. It is the person's own (titular or partner of a titular), else that
-- of the parent the person depends on, else that of the titular named. What is asked of a household is computed on each
-- person as if the person were at its head (`bim.unit_...`); the answer of a person is then that of the person's
-- household (`bim.automatic`, `bim.initiative`, `bim.income_month`, `bim.income_year`), so all members share it.
-- Partners compute the same unit: the person, the partner, the dependants of either.
--
-- Left out, on purpose:
--   * the yearly prolongation after the RIS has ended, and the control of incomes: what the insurer does afterwards;
--   * shared custody: a child counts where its mother or father lives with it;
--   * indicators no fact tells: recognised handicap without allowance, bridging right, civil servants on sick leave;
--   * exclusions of the initiative that no fact tells: pension cadastre, severance pay, partial unemployment;
--   * the exempt part of the dwelling's cadastral income, and the dwelling's cadastral income itself (unverified);
--   * exclusion by property announced in 2026: not the law.

local act = source "loi-1994-07-14"
local decree = source "ar-2014-01-15"
local initiative = source "ar-2024-05-12"
local adult = helper "adult"

-- ---- titular, partner, dependant -------------------------------------------------------------------------------------

variable "bim.own_income" {
  entity = "person", type = "truth",
  label = { fr = "A des revenus propres", nl = "Heeft eigen inkomsten" },
  law = act "art. 37, § 19",
  formula = function(person)
    return person.wage_net_month > euro(0) or person.wage_gross_month > euro(0) or person.self_employed_net_year > euro(0)
      or person.unemployment_month > euro(0) or person.sickness_month > euro(0) or person.disability_allowance_month > euro(0)
      or person.pension_month > euro(0) or person.pension_foreign_month > euro(0) or person.alimony_received_month > euro(0)
      or person.other_income_month > euro(0) or person.current_income_month > euro(0)
      or person.receives_ris or person.ris_month > euro(0) or person.receives_grapa or person.grapa_month > euro(0)
  end,
}

-- What the insurer's file says, else: 25 or more, or an adult with income, is titular; a minor is not; an adult under 25
-- without income may be either: the fact, not given there, is unknown, and it is what is to be asked.
variable "bim.title" {
  entity = "person", type = "truth",
  label = { fr = "Titulaire par soi-même", nl = "Gerechtigde op eigen naam" },
  law = act "art. 32",
  formula = function(person, param, on)
    if exists(person.titular) then return person.titular end
    if age_on(person.birth_date, on) >= param.bim.age.titular then return true end
    if not adult(person, on) then return false end
    return person.bim.own_income or person.titular
  end,
}

-- Insured: affiliated, and not without a legal stay. Asked of each person; it takes nothing from the others.
variable "bim.insured" {
  entity = "person", type = "truth",
  label = { fr = "Assuré en soins de santé", nl = "Verzekerd voor geneeskundige zorg" },
  law = act "art. 32",
  formula = function(person) return not (person.insurer == "none" or person.stay == "irregular") end,
}

-- Of a couple whose titular is not insured while the partner is, the partner is the titular.
variable "bim.is_titular" {
  entity = "person", type = "truth",
  label = { fr = "Titulaire du ménage BIM", nl = "Gerechtigde van het gezin voor de verhoogde tegemoetkoming" },
  law = act "art. 32",
  formula = function(person)
    return person.bim.title or (person.partner.bim.title and not person.partner.bim.insured and person.bim.insured)
  end,
}

variable "bim.heads_household" {
  entity = "person", type = "truth",
  label = { fr = "Titulaire, ou partenaire d'un titulaire", nl = "Gerechtigde, of partner van een gerechtigde" },
  law = act "art. 37, § 19",
  formula = function(person) return person.bim.is_titular or person.partner.bim.is_titular end,
}

-- Under 25, no income, and no partner: somebody who is a partner here and a dependant there is a partner first.
variable "bim.could_depend" {
  entity = "person", type = "truth",
  label = { fr = "Peut être à charge d'un parent", nl = "Kan ten laste zijn van een ouder" },
  law = act "art. 32",
  formula = function(person, param, on)
    return age_on(person.birth_date, on) < param.bim.age.titular and not person.bim.own_income and not exists(person.partner)
  end,
}

variable "bim.dependant" {
  entity = "person", type = "truth",
  label = { fr = "À charge d'un parent du ménage", nl = "Ten laste van een ouder van het huishouden" },
  law = act "art. 32",
  formula = function(person) return person.bim.could_depend and not person.bim.title end,
}

local function depends_on(person, m)
  return m.bim.dependant
    and (m.mother == person or m.father == person
      or (exists(person.partner) and (m.mother == person.partner or m.father == person.partner)))
end

variable "bim.unit_size" {
  entity = "person", type = "count",
  label = { fr = "Nombre de personnes du ménage BIM", nl = "Aantal personen van het gezin voor de verhoogde tegemoetkoming" },
  law = decree "ménage",
  formula = function(person)
    local dependants = count(person.others, function(m) return depends_on(person, m) end)
    if exists(person.partner) then return 2 + dependants end
    return 1 + dependants
  end,
}

-- ---- automatic -------------------------------------------------------------------------------------------------------

-- An aid since a day opens the right the day its three months are full. It must not have ended before: the end is the
-- last day, so an aid from 1 February to 30 April has had its three months. Ended later, it holds until 31 December of
-- the year after the opening. An end before the beginning is that of an earlier aid.
local function aid_holds(since, ended, months, years_after, on)
  local opening = months_after(since, months)
  local runs = ended >= on or ended < since
  local was_full = ended < since or days_between(ended, opening) <= 1
  return opening <= on and (runs or (was_full and year_of(on) <= year_of(opening) + years_after))
end

variable "bim.aid_ground" {
  entity = "person", type = "truth",
  label = { fr = "Trois mois complets de revenu d'intégration ou d'aide équivalente", nl = "Drie volledige maanden leefloon of equivalent leefloon" },
  law = decree "statuts ouvrant le droit",
  formula = function(person, param, on)
    return aid_holds(person.ris_since, person.ris_end, param.bim.automatic.months, param.bim.automatic.years_after, on)
      or aid_holds(person.equivalent_aid_since, person.ris_end, param.bim.automatic.months, param.bim.automatic.years_after, on)
  end,
}

variable "bim.status_ground" {
  entity = "person", type = "truth",
  label = { fr = "Statut qui ouvre le droit d'office", nl = "Statuut dat het recht ambtshalve opent" },
  law = decree "statuts ouvrant le droit",
  formula = function(person)
    return person.bim.aid_ground or person.receives_grapa or person.disability_allowance_month > euro(0)
      or person.apa_month > euro(0) or person.disabled_child_66
      or (person.bim.title and (person.orphan or person.unaccompanied_minor))
  end,
}

-- A dependant has no income, hence no GRAPA and no allowance: fewer questions to ask about a child.
variable "bim.dependant_ground" {
  entity = "person", type = "truth",
  label = { fr = "Statut d'une personne à charge qui ouvre le droit d'office", nl = "Statuut van een persoon ten laste dat het recht ambtshalve opent" },
  law = decree "statuts ouvrant le droit",
  formula = function(person) return person.bim.aid_ground or person.apa_month > euro(0) or person.disabled_child_66 end,
}

variable "bim.unit_automatic" {
  entity = "person", type = "truth",
  label = { fr = "Un statut du ménage ouvre le droit d'office", nl = "Een statuut in het gezin opent het recht ambtshalve" },
  law = decree "statuts ouvrant le droit",
  formula = function(person)
    return person.bim.status_ground or person.partner.bim.status_ground
      or any(person.others, function(m) return depends_on(person, m) and m.bim.dependant_ground end)
  end,
}

-- ---- indicators ------------------------------------------------------------------------------------------------------

variable "bim.out_of_work" {
  entity = "person", type = "truth",
  label = { fr = "Au chômage ou en incapacité depuis trois mois, ou invalide", nl = "Drie maanden werkloos of arbeidsongeschikt, of invalide" },
  law = decree "indicateurs",
  formula = function(person, param, on)
    return person.invalid
      or (months_after(person.unemployment_since, param.bim.indicator.months) <= on and person.unemployment_end >= on)
      or months_after(person.incapacity_since, param.bim.indicator.months) <= on
  end,
}

variable "bim.own_indicator" {
  entity = "person", type = "truth",
  label = { fr = "Pensionné, veuf, invalide, ou sans travail depuis trois mois", nl = "Gepensioneerd, weduwe of weduwnaar, invalide, of drie maanden zonder werk" },
  law = decree "indicateurs",
  formula = function(person)
    return person.pension_month > euro(0) or person.pension_foreign_month > euro(0) or person.civil_status == "widowed"
      or person.bim.out_of_work
  end,
}

-- The same of a dependant, who has no pension; a child whose file gives no civil status is not asked for one.
variable "bim.dependant_indicator" {
  entity = "person", type = "truth",
  label = { fr = "Personne à charge veuve, invalide, ou sans travail depuis trois mois", nl = "Persoon ten laste die weduwe of weduwnaar, invalide, of drie maanden zonder werk is" },
  law = decree "indicateurs",
  formula = function(person, param, on)
    return person.bim.out_of_work or ((adult(person, on) or exists(person.civil_status)) and person.civil_status == "widowed")
  end,
}

variable "bim.single_parent" {
  entity = "person", type = "truth",
  label = { fr = "Famille monoparentale", nl = "Eenoudergezin" },
  law = decree "indicateurs",
  formula = function(person) return not exists(person.partner) and person.bim.unit_size >= 2 end,
}

variable "bim.unit_indicator" {
  entity = "person", type = "truth",
  label = { fr = "Un indicateur dans le ménage : on regarde le mois et non l'année", nl = "Een indicator in het gezin: men kijkt naar de maand en niet naar het jaar" },
  law = decree "indicateurs",
  formula = function(person)
    return person.bim.own_indicator or person.partner.bim.own_indicator or person.bim.single_parent
      or any(person.others, function(m) return depends_on(person, m) and m.bim.dependant_indicator end)
  end,
}

-- ---- initiative of the insurer, since October 2024 -------------------------------------------------------------------

local function parent_of_parent(a, b)
  return b.mother.mother == a or b.mother.father == a or b.father.mother == a or b.father.father == a
end

local function third_degree(a, b)
  return parent_of_parent(a, b.mother) or parent_of_parent(a, b.father)
end

-- Isolated: alone, or only with relatives to the second degree, none of whom is a dependant. In-laws are not among them.
-- The words "grandparent" and "grandchild" also stand for further degrees: the third is told apart by its links.
variable "bim.isolated" {
  entity = "person", type = "truth",
  label = { fr = "Titulaire isolé", nl = "Alleenstaande gerechtigde" },
  law = initiative "titulaire isolé",
  formula = function(person)
    return person.bim.is_titular and person.bim.unit_size == 1
      and all(person.others, function(m)
        return among(kinship(person, m), "parent", "child", "grandparent", "grandchild", "sibling")
          and not third_degree(person, m) and not third_degree(m, person)
      end)
  end,
}

variable "bim.unit_initiative" {
  entity = "person", type = "truth",
  label = { fr = "Isolé sans travail et sans autre bien, sous le plafond", nl = "Alleenstaande zonder werk en zonder ander goed, onder het plafond" },
  law = initiative "initiative de la mutualité",
  formula = function(person, param)
    return param.bim.initiative.in_force and person.bim.isolated and person.bim.out_of_work
      and person.rc_built_other <= euro(0) and person.rc_unbuilt <= euro(0)
      and per_year(person.unemployment_month + person.sickness_month) < param.bim.ceiling.month
  end,
}

-- ---- income ------------------------------------------------------------------------------------------------------------

-- Not counted: family benefits, RIS, GRAPA, disability allowances, APA, CPAS aid.
variable "bim.current_income" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Revenus imposables bruts du mois", nl = "Bruto belastbare inkomsten van de maand" },
  law = decree "revenus pris en compte",
  formula = function(person)
    if exists(person.current_income_month) then return person.current_income_month end
    return person.wage_gross_month + person.unemployment_month + person.sickness_month + person.pension_month
      + person.pension_foreign_month + person.alimony_received_month + person.other_income_month
      + per_month(person.self_employed_net_year)
  end,
}

-- Other property only. Its index is not known before 2023; without such property it is not read.
variable "bim.property_income" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenus mobiliers et revenu cadastral indexé des autres biens", nl = "Roerende inkomsten en geïndexeerd kadastraal inkomen van andere goederen" },
  law = decree "revenus pris en compte",
  formula = function(person, param)
    local cadastral = person.rc_built_other + person.rc_unbuilt
    if cadastral <= euro(0) then return person.movable_income_year end
    return person.movable_income_year + cadastral * param.bim.cadastral_index
  end,
}

local function of_dependant(person, m, amount)
  if depends_on(person, m) then return amount end
  return euro(0)
end

-- Dependants are without income of their own, so only their savings and property can add to it.
variable "bim.unit_income_of_month" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenus du ménage, douze fois le mois", nl = "Inkomsten van het gezin, twaalf keer de maand" },
  law = decree "mois de référence",
  formula = function(person)
    return per_year(person.bim.current_income + person.partner.bim.current_income)
      + person.bim.property_income + person.partner.bim.property_income
      + sum(person.others, function(m) return of_dependant(person, m, m.bim.property_income) end)
  end,
}

variable "bim.unit_income_of_year" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenus imposables bruts du ménage", nl = "Bruto belastbare inkomsten van het gezin" },
  law = decree "année de référence",
  formula = function(person)
    return person.taxable_income_year + person.partner.taxable_income_year
      + sum(person.others, function(m) return of_dependant(person, m, m.taxable_income_year) end)
  end,
}

variable "bim.ceiling_month" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Plafond du ménage, mois de référence", nl = "Plafond van het gezin, referentiemaand" },
  law = decree "plafonds",
  formula = function(person, param) return param.bim.ceiling.month + param.bim.increment.month * (person.bim.unit_size - 1) end,
}

variable "bim.ceiling_year" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Plafond du ménage, année précédant la demande", nl = "Plafond van het gezin, jaar vóór de aanvraag" },
  law = decree "plafonds",
  formula = function(person, param) return param.bim.ceiling.last_year + param.bim.increment.last_year * (person.bim.unit_size - 1) end,
}

-- Whether the dwelling counts, above an exempt part nobody could tell us, is not known: left out, and said so.
variable "bim.dwelling_settled" {
  entity = "person", type = "truth",
  label = { fr = "Pas d'habitation propre, ou son revenu cadastral ne compte pas", nl = "Geen eigen woning, of het kadastraal inkomen ervan telt niet mee" },
  law = decree "revenus pris en compte",
  formula = function(person, param)
    return (person.rc_dwelling <= euro(0) and person.partner.rc_dwelling <= euro(0)) or param.bim.dwelling_left_out
  end,
}

-- Other property weighs by an index; of a year whose index is not known, such property leaves the answer unknown.
variable "bim.property_settled" {
  entity = "person", type = "truth",
  label = { fr = "Pas d'autre bien, ou le coefficient du revenu cadastral est connu", nl = "Geen ander goed, of de coëfficiënt van het kadastraal inkomen is bekend" },
  law = decree "revenus pris en compte",
  formula = function(person, param)
    return person.rc_built_other + person.rc_unbuilt <= euro(0) or param.bim.cadastral_index_stated
  end,
}

variable "bim.unit_property_settled" {
  entity = "person", type = "truth",
  label = { fr = "Les autres biens du ménage peuvent être comptés", nl = "De andere goederen van het gezin kunnen worden geteld" },
  law = decree "revenus pris en compte",
  formula = function(person)
    return person.bim.property_settled and (not exists(person.partner) or person.partner.bim.property_settled)
      and all(person.others, function(m) return not depends_on(person, m) or m.bim.property_settled end)
  end,
}

variable "bim.unit_month_ok" {
  entity = "person", type = "truth",
  label = { fr = "Revenus du mois sous le plafond", nl = "Inkomsten van de maand onder het plafond" },
  law = decree "mois de référence",
  formula = function(person)
    return person.bim.unit_income_of_month < person.bim.ceiling_month and person.bim.dwelling_settled
      and person.bim.unit_property_settled
  end,
}

-- An income of another year is compared with the same ceiling; the result is then probable, not certain.
variable "bim.year_is_recent" {
  entity = "person", type = "truth",
  label = { fr = "Revenu imposable de l'année précédente", nl = "Belastbaar inkomen van vorig jaar" },
  law = decree "année de référence",
  formula = function(person, param, on)
    return person.taxable_income_of == year_of(on) - 1 or param.bim.older_year_accepted
  end,
}

variable "bim.unit_year_ok" {
  entity = "person", type = "truth",
  label = { fr = "Revenus de l'année précédente sous le plafond", nl = "Inkomsten van het vorige jaar onder het plafond" },
  law = decree "année de référence",
  formula = function(person)
    return person.bim.unit_income_of_year < person.bim.ceiling_year
      and person.bim.year_is_recent and (not exists(person.partner) or person.partner.bim.year_is_recent)
  end,
}

variable "bim.unit_income_month" {
  entity = "person", type = "truth",
  label = { fr = "Indicateur, et revenus du mois sous le plafond", nl = "Indicator, en inkomsten van de maand onder het plafond" },
  law = decree "mois de référence",
  formula = function(person) return person.bim.unit_indicator and person.bim.unit_month_ok end,
}

variable "bim.unit_income_year" {
  entity = "person", type = "truth",
  label = { fr = "Pas d'indicateur, et revenus de l'année sous le plafond", nl = "Geen indicator, en inkomsten van het jaar onder het plafond" },
  law = decree "année de référence",
  formula = function(person) return not person.bim.unit_indicator and person.bim.unit_year_ok end,
}

-- Either way, so that a household under both ceilings is not left in doubt because an indicator is not known.
variable "bim.unit_by_income" {
  entity = "person", type = "truth",
  label = { fr = "Revenus sous le plafond qui s'applique", nl = "Inkomsten onder het plafond dat van toepassing is" },
  law = decree "mois ou année de référence",
  formula = function(person)
    if person.bim.unit_indicator then return person.bim.unit_month_ok end
    return person.bim.unit_year_ok
  end,
}

variable "bim.unit_entitled" {
  entity = "person", type = "truth",
  label = { fr = "Une des portes est ouverte au ménage", nl = "Een van de wegen staat open voor het gezin" },
  law = act "art. 37, § 19",
  formula = function(person)
    return person.bim.unit_automatic or person.bim.unit_initiative or person.bim.unit_by_income
  end,
}

-- ---- the answer of a person: that of the person's household ------------------------------------------------------------

-- Whose household: one's own; else the mother's, else the father's, of whom one depends (he first when he is the titular
-- named); else that of the titular named; else nobody knows. The result is asked of each as if at the head.
variable "bim.with_mother" {
  entity = "person", type = "truth",
  label = { fr = "À charge de la mère ou de son partenaire", nl = "Ten laste van de moeder of haar partner" },
  law = act "art. 32",
  formula = function(person)
    if exists(person.titular_of) and person.titular_of == person.father then return false end
    return person.bim.could_depend and person.mother.bim.heads_household
  end,
}

variable "bim.with_father" {
  entity = "person", type = "truth",
  label = { fr = "À charge du père ou de son partenaire", nl = "Ten laste van de vader of zijn partner" },
  law = act "art. 32",
  formula = function(person) return person.bim.could_depend and person.father.bim.heads_household end,
}

local function of_household(person, own, of_mother, of_father, of_titular, unnamed)
  if person.bim.heads_household then return own end
  if person.bim.with_mother then return of_mother end
  if person.bim.with_father then return of_father end
  if exists(person.titular_of) then return of_titular end
  return unnamed
end

variable "bim.automatic" {
  entity = "person", type = "truth",
  label = { fr = "Droit d'office", nl = "Recht ambtshalve" },
  law = decree "statuts ouvrant le droit",
  formula = function(person, param)
    return of_household(person, person.bim.unit_automatic, person.mother.bim.unit_automatic, person.father.bim.unit_automatic,
      person.titular_of.bim.unit_automatic, known(person.titular_of))
  end,
}

variable "bim.initiative" {
  entity = "person", type = "truth",
  label = { fr = "Droit ouvert par la mutualité de sa propre initiative", nl = "Recht geopend op eigen initiatief van het ziekenfonds" },
  law = initiative "initiative de la mutualité",
  formula = function(person, param)
    return of_household(person, person.bim.unit_initiative, person.mother.bim.unit_initiative, person.father.bim.unit_initiative,
      person.titular_of.bim.unit_initiative, known(person.titular_of))
  end,
}

variable "bim.income_month" {
  entity = "person", type = "truth",
  label = { fr = "Droit sur demande, revenus du mois", nl = "Recht op aanvraag, inkomsten van de maand" },
  law = decree "mois de référence",
  formula = function(person, param)
    return of_household(person, person.bim.unit_income_month, person.mother.bim.unit_income_month, person.father.bim.unit_income_month,
      person.titular_of.bim.unit_income_month, known(person.titular_of))
  end,
}

variable "bim.income_year" {
  entity = "person", type = "truth",
  label = { fr = "Droit sur demande, revenus de l'année précédente", nl = "Recht op aanvraag, inkomsten van het vorige jaar" },
  law = decree "année de référence",
  formula = function(person, param)
    return of_household(person, person.bim.unit_income_year, person.mother.bim.unit_income_year, person.father.bim.unit_income_year,
      person.titular_of.bim.unit_income_year, known(person.titular_of))
  end,
}

-- Over the household as a whole: somebody who belongs to one of two households, both entitled, is entitled, even when
-- they are by different doors.
variable "bim.entitled" {
  entity = "person", type = "truth",
  label = { fr = "Une des portes est ouverte", nl = "Een van de wegen staat open" },
  law = act "art. 37, § 19",
  formula = function(person, param)
    return of_household(person, person.bim.unit_entitled, person.mother.bim.unit_entitled, person.father.bim.unit_entitled,
      person.titular_of.bim.unit_entitled, known(person.titular_of))
  end,
}

-- Without health insurance there is no BIM, but a door: affiliation.
variable "bim.affiliate" {
  entity = "person", type = "truth",
  label = { fr = "À affilier d'abord à l'assurance soins de santé", nl = "Eerst aan te sluiten bij de ziekteverzekering" },
  law = act "art. 32",
  formula = function(person) return not person.bim.insured end,
}

variable "bim.route" {
  entity = "person", type = "word", words = { "automatic", "initiative", "income_month", "income_year", "affiliate", "none" },
  label = { fr = "Porte par laquelle le droit s'ouvre", nl = "Weg waarlangs het recht opengaat" },
  law = act "art. 37, § 19",
  formula = function(person)
    if person.bim.affiliate then return "affiliate" end
    if person.bim.automatic then return "automatic" end
    if person.bim.initiative then return "initiative" end
    if person.bim.income_month then return "income_month" end
    if person.bim.income_year then return "income_year" end
    return "none"
  end,
}

right "bim" {
  label = { fr = "Intervention majorée (BIM)", nl = "Verhoogde tegemoetkoming" },
  office = { fr = "Mutualité ou CAAMI", nl = "Ziekenfonds of HZIV" },
  law = act "art. 37, § 19", entity = "person",
  conditions = {
    { "insured", act "art. 32", "bim.insured" },
    { "entitled", act "art. 37, § 19", "bim.entitled" },
  },
  route = "bim.route",
  receives = "receives_bim", pending = "application_bim",
  counted_when = "bim.is_titular",
  refer = "bim.affiliate",
}
