-- GRAPA / IGO: the numbers of the law, with their dates.
-- Always true: a base amount stands at index 103.14 (1996 = 100); a maximum is base x coefficient (x 1.5), to the cent.
-- The consolidated text also prints a base of 7,449.26 from 2024-01-01. It was never paid: the amounts published for
-- 2024 and 2025 (1,549.42 and 1,580.37 a month) are 7,261.90 x coefficient x 1.5 / 12, and 7,449.26 would give 1,589.39
-- and 1,621.15. So the base of 2023-07-01 goes on and 7,449.26 stands nowhere below.

local act = source "loi-2001-03-22"
local decree = source "ar-2001-05-23"
local reform = source "ar-2014-02-07"
local pension_age = source "loi-2015-08-10"

-- Age. The law dates the age by the start of the right; the same rule is written here by date of birth.

parameter "grapa.age.first_of_66" {
  label = { fr = "Né à partir de cette date : 66 ans", nl = "Geboren vanaf deze datum: 66 jaar" },
  law = act "art. 3", unit = "date",
  series = {
    { from = "2009-01-01", value = "1960-01-01", status = "derived",
      source = "66 from 2025-02-01 (mc.be, la GRAPA); nobody born in 1960 is 65 before 2025" },
  },
}

parameter "grapa.age.first_of_67" {
  label = { fr = "Né à partir de cette date : 67 ans", nl = "Geboren vanaf deze datum: 67 jaar" },
  law = act "art. 3", unit = "date",
  series = {
    { from = "2009-01-01", value = "1964-01-01", status = "derived",
      source = "67 from 2030-02-01 (mc.be, la GRAPA); nobody born in 1964 is 66 before 2030" },
  },
}

parameter "grapa.age.early_cohort" {
  label = { fr = "Âge requis, né avant 1960", nl = "Vereiste leeftijd, geboren vóór 1960" },
  law = act "art. 3", unit = "count",
  series = {
    { from = "2009-01-01", value = "65", status = "verified", source = "mc.be, la GRAPA" },
  },
}

parameter "grapa.age.middle_cohort" {
  label = { fr = "Âge requis, né de 1960 à 1963", nl = "Vereiste leeftijd, geboren van 1960 tot 1963" },
  law = pension_age "art. 2", unit = "count",
  series = {
    { from = "2009-01-01", value = "66", status = "verified", source = "mc.be, la GRAPA" },
  },
}

parameter "grapa.age.late_cohort" {
  label = { fr = "Âge requis, né à partir de 1964", nl = "Vereiste leeftijd, geboren vanaf 1964" },
  law = pension_age "art. 2", unit = "count",
  series = {
    { from = "2009-01-01", value = "67", status = "verified", source = "mc.be, la GRAPA" },
  },
}

-- Stay

parameter "grapa.subsidiary_protection_counts" {
  label = { fr = "La protection subsidiaire ouvre le droit", nl = "De subsidiaire bescherming opent het recht" },
  law = act "art. 4", unit = "truth",
  series = {
    { from = "2009-01-01", value = "yes", status = "unverified",
      source = "onpeutvousaider.be, la GRAPA; the text of art. 4 was not read again on this point" },
  },
}

-- Never has a value, so that the answer is unknown: somebody else in the population register is entitled with a
-- reciprocity agreement, or with a right to a Belgian pension and a long-term residence or 312 days of work.
parameter "grapa.population_register_counts" {
  label = { fr = "Étranger inscrit au registre de la population : droit à vérifier (réciprocité, pension et carrière belges)",
            nl = "Vreemdeling in het bevolkingsregister: recht na te gaan (wederkerigheid, Belgisch pensioen en loopbaan)" },
  law = act "art. 4", unit = "truth",
  series = {
    { from = "2009-01-01", ended = true, status = "verified", source = "llp-asbl.be; caami-hziv.fgov.be, la GRAPA" },
  },
}

-- Amounts

parameter "grapa.base.annual" {
  label = { fr = "Montant de base annuel (indice 103,14)", nl = "Jaarlijks basisbedrag (index 103,14)" },
  law = act "art. 6, § 1", unit = "EUR/year",
  series = {
    { from = "2013-09-01", value = "6133.78", status = "derived", source = "674.46 a month x 12 / 1.3195, plusmagazine.levif.be 2013" },
    { from = "2015-09-01", value = "6256.46", status = "derived", source = "revaluation of 2 %; 687 and 1,031 in 2015, plusmagazine.levif.be" },
    { from = "2017-09-01", value = "6312.76", status = "derived", source = "AR 21-07-2017; 8,666.16 a year, okra.be" },
    { from = "2018-07-01", value = "6389.69", status = "derived", source = "AR 17-06-2018; + 8.80 and + 13.20 a month, news.belgium.be" },
    { from = "2019-07-01", value = "6408.88", status = "derived", source = "AR 17-05-2019; 747.81 a month, sfpd.fgov.be" },
    { from = "2020-01-01", value = "6466.41", status = "derived", source = "AR 17-05-2019; 769.61 a month in March 2020, bx1.be" },
    { from = "2021-01-01", value = "6633.24", status = "derived", source = "AR 20-12-2020; 789.47 a month, reseau-sam.be" },
    { from = "2021-07-01", value = "6765.89", status = "verified", source = "loi du 22-03-2001, art. 6, consolidated text" },
    { from = "2022-01-01", value = "6940.45", status = "verified", source = "loi du 22-03-2001, art. 6, consolidated text" },
    { from = "2023-01-01", value = "7119.75", status = "verified", source = "loi du 22-03-2001, art. 6, consolidated text" },
    { from = "2023-07-01", value = "7261.90", status = "verified",
      source = "loi du 22-03-2001, art. 6, consolidated text; still the base of the amounts paid in 2024 and 2025" },
  },
}

parameter "grapa.maximum.base" {
  label = { fr = "GRAPA, montant de base annuel indexé", nl = "IGO, geïndexeerd jaarlijks basisbedrag" },
  law = act "art. 6, §§ 1 et 5", unit = "EUR/year",
  index = { base = "grapa.base.annual", coefficient = "index.coefficient", round = "cent" },
}

parameter "grapa.maximum.increased" {
  label = { fr = "GRAPA, montant majoré annuel indexé", nl = "IGO, geïndexeerd verhoogd jaarbedrag" },
  law = act "art. 6, §§ 2 et 5", unit = "EUR/year",
  index = { base = "grapa.base.annual", coefficient = "index.coefficient", factor = "1.5", round = "cent" },
}

-- Resources

parameter "grapa.work.wage_share" {
  label = { fr = "Part du salaire brut prise en compte", nl = "In aanmerking genomen deel van het brutoloon" },
  law = act "art. 7, § 1", unit = "number",
  series = { { from = "2009-01-01", value = "0.75", status = "verified", source = "onprvp.fgov.be, influence des ressources" } },
}

parameter "grapa.work.abatement" {
  label = { fr = "Abattement annuel sur les revenus professionnels", nl = "Jaarlijkse aftrek op beroepsinkomsten" },
  law = reform "exonération des revenus professionnels", unit = "EUR/year",
  series = {
    { from = "2014-01-01", value = "5000", status = "verified",
      source = "fediplus.be 26-02-2014; onprvp.fgov.be, influence des ressources. Taken once per person: no page says whether it is per person or per couple" },
  },
}

parameter "grapa.pension.share" {
  label = { fr = "Part des pensions prise en compte", nl = "In aanmerking genomen deel van de pensioenen" },
  law = decree "art. 39", unit = "number",
  series = { { from = "2009-01-01", value = "0.9", status = "verified", source = "onprvp.fgov.be, influence des ressources" } },
}

-- The scale and the general exemption below have not been read in the decree. They are read by a formula only when
-- there is something to apply them to, so that a result does not rest on them needlessly.
parameter "grapa.capital.scale" {
  label = { fr = "Capitaux mobiliers : barème du revenu fictif", nl = "Roerende kapitalen: schaal van het fictieve inkomen" },
  law = act "art. 7, § 1", unit = "scale",
  series = {
    { from = "2009-01-01", value = { { above = "6200", rate = "0.04" }, { above = "18600", rate = "0.10" } },
      status = "unverified", source = "not read again in the decree. Not the scale of the RIS (6 % from 6,200, 10 % from 12,500)" },
  },
}

parameter "grapa.property.built_exempt" {
  label = { fr = "Revenu cadastral bâti exonéré", nl = "Vrijgesteld kadastraal inkomen, bebouwd" },
  law = act "art. 7, § 1", unit = "EUR/year",
  series = { { from = "2009-01-01", value = "743.68", status = "unverified", source = "fediplus.be 19-07-2013; not read again in the decree" } },
}

parameter "grapa.property.built_exempt_child" {
  label = { fr = "Revenu cadastral bâti exonéré par enfant", nl = "Vrijgesteld kadastraal inkomen, bebouwd, per kind" },
  law = act "art. 7, § 1", unit = "EUR/year",
  series = { { from = "2009-01-01", value = "123.95", status = "unverified", source = "not read again in the decree" } },
}

parameter "grapa.property.built_factor" {
  label = { fr = "Coefficient du revenu cadastral bâti", nl = "Coëfficiënt kadastraal inkomen, bebouwd" },
  law = act "art. 7, § 1", unit = "number",
  series = { { from = "2009-01-01", value = "3", status = "unverified", source = "fediplus.be 19-07-2013; not read again in the decree" } },
}

parameter "grapa.property.unbuilt_exempt" {
  label = { fr = "Revenu cadastral non bâti exonéré", nl = "Vrijgesteld kadastraal inkomen, onbebouwd" },
  law = act "art. 7, § 1", unit = "EUR/year",
  series = { { from = "2009-01-01", value = "30", status = "unverified", source = "not read again in the decree" } },
}

parameter "grapa.property.unbuilt_factor" {
  label = { fr = "Coefficient du revenu cadastral non bâti", nl = "Coëfficiënt kadastraal inkomen, onbebouwd" },
  law = act "art. 7, § 1", unit = "number",
  series = { { from = "2009-01-01", value = "9", status = "unverified", source = "not read again in the decree" } },
}

parameter "grapa.property.interest_share" {
  label = { fr = "Intérêts hypothécaires déduits jusqu'à cette part du revenu bâti",
            nl = "Hypotheekinteresten afgetrokken tot dit deel van het bebouwd inkomen" },
  law = act "art. 7, § 1", unit = "number",
  series = { { from = "2009-01-01", value = "0.5", status = "unverified", source = "not read again in the decree" } },
}

parameter "grapa.exemption.base" {
  label = { fr = "Exonération générale, montant de base", nl = "Algemene vrijstelling, basisbedrag" },
  law = act "art. 11", unit = "EUR/year",
  series = { { from = "2009-01-01", value = "625", status = "unverified", source = "amount not read again in the decree" } },
}

parameter "grapa.exemption.increased" {
  label = { fr = "Exonération générale, montant majoré", nl = "Algemene vrijstelling, verhoogd bedrag" },
  law = act "art. 11", unit = "EUR/year",
  series = { { from = "2009-01-01", value = "1000", status = "unverified", source = "amount not read again in the decree" } },
}

-- Never has a value: until a calculation sheet of the pension service settles it, a right that exists only in the
-- wider reading is neither yes nor no.
parameter "grapa.wider_reading_holds" {
  label = { fr = "La lecture la plus favorable est la bonne (exonération absorbant aussi les pensions, cession sans effet)",
            nl = "De gunstigste lezing is de juiste (vrijstelling ook op pensioenen, afstand zonder gevolg)" },
  law = act "art. 11", unit = "truth",
  series = { { from = "2009-01-01", ended = true, status = "verified", source = "art. 7, § 2 and art. 11 can be read both ways" } },
}
