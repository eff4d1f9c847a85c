-- BIM / verhoogde tegemoetkoming: the numbers of the law, with their dates.
-- Always true: a month ceiling is base x coefficient and is not rounded; printed ceilings differ from it by cents. A
-- year ceiling is the published figure, else the mean of the twelve month ceilings of the year, a rule that gives every
-- published figure back to within half a euro but that no page states.

local act = source "loi-1994-07-14"
local decree = source "ar-2014-01-15"
local initiative = source "ar-2024-05-12"

-- ---- who is titular or dependant ------------------------------------------------------------------------------------

parameter "bim.age.titular" {
  label = { fr = "À partir de cet âge, titulaire sauf indication contraire", nl = "Vanaf deze leeftijd gerechtigde, tenzij anders vermeld" },
  law = act "art. 32", unit = "count",
  series = {
    { from = "2014-01-01", value = "25", status = "verified", source = "a dependant is under 25: droitsquotidiens.be, enmarche.be" },
  },
}

-- ---- automatic (art. 37, § 19, and decree) --------------------------------------------------------------------------

parameter "bim.automatic.months" {
  label = { fr = "Mois complets de revenu d'intégration ou d'aide équivalente", nl = "Volledige maanden leefloon of equivalent leefloon" },
  law = decree "statuts ouvrant le droit", unit = "count",
  series = { { from = "2014-01-01", value = "3", status = "verified", source = "caami-hziv.fgov.be; droitsquotidiens.be" } },
}

parameter "bim.automatic.years_after" {
  label = { fr = "Le droit tient jusqu'au 31 décembre de cette année après l'ouverture", nl = "Het recht loopt tot 31 december van dit aantal jaren na de opening" },
  law = decree "durée du droit", unit = "count",
  series = { { from = "2014-01-01", value = "1", status = "verified", source = "droitsquotidiens.be: opened on 27-03-2024, until 31-12-2025" } },
}

-- ---- initiative of the insurer ---------------------------------------------------------------------------------------

parameter "bim.initiative.in_force" {
  label = { fr = "La mutualité ouvre le droit de sa propre initiative", nl = "Het ziekenfonds opent het recht op eigen initiatief" },
  law = initiative "entrée en vigueur", unit = "truth",
  series = {
    { from = "2014-01-01", value = "no", status = "verified", source = "AR 12-05-2024, before it was in force" },
    { from = "2024-10-01", value = "yes", status = "verified", source = "AR 12-05-2024; caami-hziv.fgov.be" },
  },
}

-- ---- indicators --------------------------------------------------------------------------------------------------------

-- One year before, three months on pages from 2023; the day of the change was not found, so three months are used before
-- 2023 too, unverified.
parameter "bim.indicator.months" {
  label = { fr = "Mois de chômage ou d'incapacité qui font un indicateur", nl = "Maanden werkloosheid of arbeidsongeschiktheid die een indicator vormen" },
  law = decree "indicateurs", unit = "count",
  series = {
    { from = "2014-01-01", value = "3", status = "unverified", source = "one year on a page of December 2022 (fsmb.be)" },
    { from = "2023-01-01", value = "3", status = "verified", source = "partenamut.be 2023; partena-ziekenfonds.be" },
  },
}

-- ---- income ------------------------------------------------------------------------------------------------------------

parameter "bim.older_year_accepted" {
  label = { fr = "Un revenu imposable plus ancien que l'année précédente est comparé quand même", nl = "Een ouder belastbaar inkomen dan dat van vorig jaar wordt toch vergeleken" },
  law = decree "année de référence", unit = "truth",
  series = {
    { from = "2014-01-01", value = "yes", status = "unverified", source = "a choice of these rules: the insurer will ask for the year before the request" },
  },
}

parameter "bim.dwelling_left_out" {
  label = { fr = "Le revenu cadastral de l'habitation propre ne compte pas", nl = "Het kadastraal inkomen van de eigen woning telt niet mee" },
  law = decree "revenus pris en compte", unit = "truth",
  series = {
    { from = "2014-01-01", value = "yes", status = "unverified", source = "an exempt part by size of household exists (caami-hziv.fgov.be); its amount was not found" },
  },
}

parameter "bim.cadastral_index" {
  label = { fr = "Coefficient d'indexation du revenu cadastral", nl = "Indexeringscoëfficiënt van het kadastraal inkomen" },
  law = decree "revenus pris en compte", unit = "number",
  series = {
    { from = "2023-01-01", value = "2.0915", status = "verified", source = "rulespec-be, cadastral_income_indexation, 2023" },
    { from = "2024-01-01", value = "2.1763", status = "verified", source = "rulespec-be, cadastral_income_indexation, 2024" },
    { from = "2025-01-01", value = "2.2446", status = "verified", source = "rulespec-be, cadastral_income_indexation, 2025" },
    { from = "2026-01-01", value = "2.3000", status = "verified", source = "rulespec-be, cadastral_income_indexation, 2026" },
  },
}

-- A coefficient without a value is read as a range; before 2023 that is no answer: with other property, it is unknown.
parameter "bim.cadastral_index_stated" {
  label = { fr = "Le coefficient d'indexation du revenu cadastral est connu pour cette année", nl = "De indexeringscoëfficiënt van het kadastraal inkomen is bekend voor dit jaar" },
  law = decree "revenus pris en compte", unit = "truth",
  series = { { from = "2023-01-01", value = "yes", status = "verified", source = "years of bim.cadastral_index" } },
}

-- ---- ceilings ----------------------------------------------------------------------------------------------------------

-- Bases at index 103.14, computed back from printed ceilings. From 2016 to 2020 the printed ceilings are from memory.
parameter "bim.base.annual" {
  label = { fr = "Plafond de base, une personne (indice 103,14)", nl = "Basisplafond, één persoon (index 103,14)" },
  law = decree "plafonds", unit = "EUR/year",
  series = {
    { from = "2015-09-01", value = "13205.71", status = "derived", source = "17,424.93 / 1.3195, ziekenfondsen" },
    { from = "2016-01-01", value = "13376.19", status = "unverified", source = "17,649.88 / 1.3195, heating fund 2016" },
    { from = "2017-09-01", value = "13644.13", status = "unverified", source = "18,730.66 / 1.3728, from memory" },
    { from = "2019-07-01", value = "13973.60", status = "unverified", source = "19,566.25 / 1.4002 from memory, taken equal to the base of 2021" },
    { from = "2021-01-01", value = "13973.60", status = "derived", source = "year ceiling 2021 of 20,292.59, fsmb.be" },
    { from = "2021-07-01", value = "14253.08", status = "derived", source = "20,763.88 / 1.4568, lesoir.be" },
    { from = "2022-01-01", value = "15018.16", status = "derived", source = "23,217.78 / 1.5460, ijbxl.be" },
    { from = "2023-01-01", value = "15416.15", status = "derived", source = "year ceiling 2023 of 25,630.67, partenamut.be" },
    { from = "2023-07-01", value = "15724.47", status = "derived", source = "25,797.56 / 1.6406, lespecialiste.be" },
    { from = "2024-01-01", value = "16140.88", status = "derived", source = "27,550.86 / 1.7069, partenamut.be" },
  },
}

parameter "bim.ceiling.month" {
  label = { fr = "Plafond du mois de référence, une personne", nl = "Plafond van de referentiemaand, één persoon" },
  law = decree "plafonds", unit = "EUR/year",
  index = { base = "bim.base.annual", coefficient = "index.coefficient" },
}

-- 2,177.65 / 11,763.02 = 0.185127: the ratio is the same in nine printed pairs of ceiling and increment.
parameter "bim.increment.month" {
  label = { fr = "Plafond du mois de référence, par personne de plus", nl = "Plafond van de referentiemaand, per bijkomende persoon" },
  law = decree "plafonds", unit = "EUR/year",
  index = { base = "bim.base.annual", coefficient = "index.coefficient", factor = "0.185127" },
}

parameter "bim.ceiling.year" {
  label = { fr = "Plafond de l'année de revenus, une personne", nl = "Plafond van het inkomstenjaar, één persoon" },
  law = decree "plafonds", unit = "EUR/year",
  year_mean = "bim.ceiling.month",
  series = {
    { from = "2021-01-01", value = "20292.59", status = "verified", source = "fsmb.be; enmarche.be" },
    { from = "2022-01-01", value = "23303.84", status = "verified", source = "partenamut.be 2023; rtbf.be" },
    { from = "2023-01-01", value = "25630.67", status = "verified", source = "partenamut.be 2024; statut-bim.be" },
    { from = "2025-01-01", value = "28054.90", status = "derived", source = "printed as '28.054,93,91': cut to the digits both readings share" },
  },
}

parameter "bim.increment.year" {
  label = { fr = "Plafond de l'année de revenus, par personne de plus", nl = "Plafond van het inkomstenjaar, per bijkomende persoon" },
  law = decree "plafonds", unit = "EUR/year",
  year_mean = "bim.increment.month",
  series = {
    { from = "2021-01-01", value = "3756.71", status = "verified", source = "fsmb.be; enmarche.be" },
    { from = "2022-01-01", value = "4314.18", status = "verified", source = "partenamut.be 2023; rtbf.be" },
    { from = "2023-01-01", value = "4744.94", status = "verified", source = "partenamut.be 2024; statut-bim.be" },
    { from = "2025-01-01", value = "5193.74", status = "verified", source = "jmhospitals" },
  },
}

-- A request is measured against the year before it.
parameter "bim.ceiling.last_year" {
  label = { fr = "Plafond de l'année précédant la demande, une personne", nl = "Plafond van het jaar vóór de aanvraag, één persoon" },
  law = decree "plafonds", unit = "EUR/year",
  shift = { of = "bim.ceiling.year", months = 12 },
}

parameter "bim.increment.last_year" {
  label = { fr = "Plafond de l'année précédant la demande, par personne de plus", nl = "Plafond van het jaar vóór de aanvraag, per bijkomende persoon" },
  law = decree "plafonds", unit = "EUR/year",
  shift = { of = "bim.increment.year", months = 12 },
}
