-- Figures of the right to social integration (RIS / leefloon).
--
-- Always true here:
--   * a base amount stands at pivot index 103.14; the amount in force is round2(base x coefficient), the month
--     round2(annual / 12); nothing else is rounded before the end;
--   * a row is `verified` when the figure, or a monthly amount it reproduces to the cent, was read in an official or
--     institutional page, `derived` when it follows from such a figure by the stated rise, `unverified` when its
--     start date or its amount was read nowhere.
-- Left out: amounts before September 2013; the welfare rise of 2024, which was not granted; the index forecast for
-- October 2026; the exemptions of transfers of property (AR art. 29 to 32: 37,200 and 1,250 / 2,000 / 2,500 EUR),
-- which the enquiry applies; the exemption of ALE pay by the hour; the announced reforms for newcomers, not law.

local act = source "loi-2002-05-26"
local rules = source "ar-2002-07-11"

-- ---- amounts (art. 14, § 1) -------------------------------------------------------------------------------------

parameter "ris.base.cohabitant" {
  label = { fr = "Montant de base, personne cohabitante", nl = "Basisbedrag, samenwonende persoon" },
  unit = "EUR/year", law = act "art. 14, § 1, 1°",
  series = {
    { from = "2013-09-01", value = "4955.60", status = "derived", source = "backwards from 2015; in force early in 2015, first day not read" },
    { from = "2015-09-01", value = "5054.71", status = "derived", source = "+2 %" },
    { from = "2016-04-01", value = "5155.80", status = "derived", source = "+2 %; 578.27 a month from June 2016, bruxelles-j.be" },
    { from = "2017-09-01", value = "5202.20", status = "verified", source = "lange-law.be; 595.13 a month, ocmwbredene.be" },
    { from = "2019-07-01", value = "5306.24", status = "derived", source = "+2 %; 619.15 a month, centenvoorstudenten.be July 2019" },
    { from = "2020-01-01", value = "5371.27", status = "unverified", source = "base of 2021 / 1.026875; first day not read" },
    { from = "2020-03-01", value = "5371.27", status = "derived", source = "639.27 a month, centenvoorstudenten.be 2020" },
    { from = "2021-01-01", value = "5515.62", status = "verified", source = "mi-is.be, augmentation au 1er janvier 2021" },
    { from = "2021-07-01", value = "5625.93", status = "derived", source = "+2 %, news.belgium.be 15-06-2021" },
    { from = "2022-01-01", value = "5773.17", status = "derived", source = "second step; 714.86 a month, vvsg.be 26-01-2022" },
    { from = "2023-01-01", value = "5920.42", status = "derived", source = "third step; 809.42 a month, bruxelles-j.be January 2023" },
    { from = "2023-07-01", value = "6038.83", status = "verified", source = "news.belgium.be 23-12-2022" },
  },
}

parameter "ris.base.isolated" {
  label = { fr = "Montant de base, personne isolée", nl = "Basisbedrag, alleenstaande persoon" },
  unit = "EUR/year", law = act "art. 14, § 1, 2°",
  series = {
    { from = "2013-09-01", value = "7433.40", status = "derived", source = "backwards from 2015; in force early in 2015, first day not read" },
    { from = "2015-09-01", value = "7582.07", status = "derived", source = "+2 %" },
    { from = "2016-04-01", value = "7733.71", status = "derived", source = "+2 %; 867.40 a month from June 2016, bruxelles-j.be" },
    { from = "2017-09-01", value = "7803.31", status = "verified", source = "lange-law.be; 892.70 a month, ocmwbredene.be" },
    { from = "2019-07-01", value = "7959.38", status = "derived", source = "+2 %; 928.73 a month, centenvoorstudenten.be July 2019" },
    { from = "2020-01-01", value = "8056.92", status = "unverified", source = "base of 2021 / 1.026875; first day not read" },
    { from = "2020-03-01", value = "8056.92", status = "derived", source = "958.91 a month, centenvoorstudenten.be 2020" },
    { from = "2021-01-01", value = "8273.45", status = "verified", source = "mi-is.be, augmentation au 1er janvier 2021" },
    { from = "2021-07-01", value = "8438.92", status = "derived", source = "+2 %, news.belgium.be 15-06-2021" },
    { from = "2022-01-01", value = "8659.78", status = "derived", source = "second step; 1,072.30 a month, vvsg.be 26-01-2022" },
    { from = "2023-01-01", value = "8880.64", status = "derived", source = "third step; 1,214.13 a month, bruxelles-j.be January 2023" },
    { from = "2023-07-01", value = "9058.25", status = "verified", source = "news.belgium.be 23-12-2022" },
  },
}

parameter "ris.base.family" {
  label = { fr = "Montant de base, personne avec famille à charge", nl = "Basisbedrag, persoon met gezin ten laste" },
  unit = "EUR/year", law = act "art. 14, § 1, 3°",
  series = {
    { from = "2013-09-01", value = "9911.21", status = "derived", source = "backwards from 2015; in force early in 2015, first day not read" },
    { from = "2015-09-01", value = "10109.43", status = "derived", source = "+2 %" },
    { from = "2016-04-01", value = "10311.62", status = "derived", source = "+2 %; 1,156.53 a month from June 2016, bruxelles-j.be" },
    { from = "2017-09-01", value = "10404.42", status = "verified", source = "lange-law.be; 1,190.27 a month, ocmwbredene.be" },
    { from = "2018-07-01", value = "10754.07", status = "unverified", source = "base in vvsg.be, 1-09-2018; first day not read" },
    { from = "2018-09-01", value = "10754.07", status = "verified", source = "vvsg.be, leefloonbedragen 1-09-2018" },
    { from = "2020-01-01", value = "10888.50", status = "unverified", source = "base of 2021 / 1.026875; first day not read" },
    { from = "2020-03-01", value = "10888.50", status = "derived", source = "1,295.91 a month, centenvoorstudenten.be 2020" },
    { from = "2021-01-01", value = "11181.13", status = "verified", source = "mi-is.be, augmentation au 1er janvier 2021" },
    { from = "2021-07-01", value = "11404.75", status = "derived", source = "+2 %, news.belgium.be 15-06-2021" },
    { from = "2022-01-01", value = "11703.23", status = "derived", source = "second step; 1,449.15 a month, vvsg.be 26-01-2022" },
    { from = "2023-01-01", value = "12001.71", status = "derived", source = "third step; 1,640.83 a month, bruxelles-j.be January 2023" },
    { from = "2023-07-01", value = "12241.74", status = "verified", source = "news.belgium.be 23-12-2022" },
  },
}

-- The annual amounts the calculation uses, and the monthly ones as pages print them.
local categories = {
  { "cohabitant", "1°", "personne cohabitante", "samenwonende persoon" },
  { "isolated", "2°", "personne isolée", "alleenstaande persoon" },
  { "family", "3°", "personne avec famille à charge", "persoon met gezin ten laste" },
}
for _, category in ipairs(categories) do
  local name, paragraph, fr, nl = category[1], category[2], category[3], category[4]

  parameter("ris.annual." .. name) {
    label = { fr = "Montant annuel, " .. fr, nl = "Jaarbedrag, " .. nl },
    unit = "EUR/year", law = act("art. 14, § 1, " .. paragraph .. ", et art. 15"),
    index = { base = "ris.base." .. name, coefficient = "index.coefficient", round = "cent" },
  }
  parameter("ris.amount." .. name) {
    label = { fr = "Montant mensuel, " .. fr, nl = "Maandbedrag, " .. nl },
    unit = "EUR/month", law = act("art. 14, § 1, " .. paragraph .. ", et art. 15"),
    index = { base = "ris.annual." .. name, divide = 12, round = "cent" },
  }
end

-- ---- who is in the personal scope -------------------------------------------------------------------------------

parameter "ris.stay.subsidiary" {
  label = { fr = "Protection subsidiaire dans le champ d'application", nl = "Subsidiaire bescherming in het toepassingsgebied" },
  unit = "truth", law = act "art. 3, 3°",
  series = {
    { from = "2002-10-01", value = "no", status = "verified", source = "loi du 26 mai 2002, art. 3, 3°, in its first wording" },
    { from = "2016-12-01", value = "yes", status = "unverified", source = "loi du 21 juillet 2016; first day not read" },
    { from = "2018-03-27", value = "yes", status = "verified", source = "circulaire générale du 27 mars 2018; bdas-wwsb.brussels" },
  },
}

parameter "ris.stay.eu_months" {
  label = { fr = "Mois de séjour d'un citoyen de l'Union avant le droit", nl = "Maanden verblijf van een burger van de Unie voor het recht" },
  unit = "count", law = act "art. 3, 3°",
  series = { { from = "2002-10-01", value = "3", status = "verified", source = "adde.be, fiche revenu d'intégration" } },
}

-- ---- work (AR art. 35) ------------------------------------------------------------------------------------------

parameter "ris.exemption.base.general" {
  label = { fr = "Exonération pour le travail, montant de base", nl = "Vrijstelling voor werk, basisbedrag" },
  unit = "EUR/month", law = rules "art. 35",
  series = { { from = "2002-10-01", value = "177.76", status = "verified", source = "244.03 (tienen.be 2017) to 309.48 (bdas-wwsb.brussels 2025) reproduced" } },
}

-- With a grant, the lower amount came back for three months only: its COVID suspension ended on 30-09-2021 and the two
-- were made equal on 1-01-2022. The lower amounts from before the suspension are not encoded.
parameter "ris.exemption.base.student_with_grant" {
  label = { fr = "Exonération d'un étudiant boursier, montant de base", nl = "Vrijstelling van een student met studietoelage, basisbedrag" },
  unit = "EUR/month", law = rules "art. 35",
  series = {
    { from = "2002-10-01", value = "177.76", status = "unverified", source = "lower amounts before the suspension not encoded; its first day not read" },
    { from = "2021-10-01", value = "49.58", status = "verified", source = "72.23 a month, bx1.be December 2021" },
    { from = "2022-01-01", value = "177.76", status = "verified", source = "droitsquotidiens.be, plus de distinction entre boursiers et non boursiers" },
  },
}

parameter "ris.exemption.base.shortage" {
  label = { fr = "Exonération d'un métier en pénurie, montant de base", nl = "Vrijstelling van een knelpuntberoep, basisbedrag" },
  unit = "EUR/month", law = rules "art. 35",
  series = {
    { from = "2002-10-01", value = "0", status = "verified", source = "did not exist" },
    { from = "2024-01-01", value = "254.75", status = "derived", source = "426.30 / 1.6734 = 443.52 / 1.7410, droitsquotidiens.be" },
  },
}

parameter "ris.exemption.base.artistic" {
  label = { fr = "Exonération d'une activité artistique, montant de base", nl = "Vrijstelling van een artistieke activiteit, basisbedrag" },
  unit = "EUR/year", law = rules "art. 35",
  series = { { from = "2002-10-01", value = "2133.12", status = "derived", source = "checked on four dates, vvsg.be and tienen.be" } },
}

local exemptions = {
  { "general", "EUR/month", "Exonération pour le travail", "Vrijstelling voor werk" },
  { "student_with_grant", "EUR/month", "Exonération d'un étudiant boursier", "Vrijstelling van een student met studietoelage" },
  { "shortage", "EUR/month", "Exonération d'un métier en pénurie", "Vrijstelling van een knelpuntberoep" },
  { "artistic", "EUR/year", "Exonération d'une activité artistique", "Vrijstelling van een artistieke activiteit" },
}
for _, exemption in ipairs(exemptions) do
  parameter("ris.exemption." .. exemption[1]) {
    label = { fr = exemption[3], nl = exemption[4] },
    unit = exemption[2], law = rules "art. 35",
    index = { base = "ris.exemption.base." .. exemption[1], coefficient = "index.coefficient", round = "cent" },
  }
end

-- ---- resources --------------------------------------------------------------------------------------------------

-- None of these is indexed.
parameter "ris.property.built_exempt" {
  label = { fr = "Revenu cadastral bâti exonéré", nl = "Vrijgesteld kadastraal inkomen, gebouwd" },
  unit = "EUR/year", law = rules "art. 26",
  series = { { from = "2002-10-01", value = "750", status = "verified", source = "bdas-wwsb.brussels; droitsquotidiens.be" } },
}

parameter "ris.property.built_exempt_child" {
  label = { fr = "Supplément par enfant dont on reçoit les allocations familiales", nl = "Verhoging per kind voor wie men kinderbijslag ontvangt" },
  unit = "EUR/year", law = rules "art. 26",
  series = { { from = "2002-10-01", value = "125", status = "verified", source = "bdas-wwsb.brussels; droitsquotidiens.be" } },
}

parameter "ris.property.unbuilt_exempt" {
  label = { fr = "Revenu cadastral non bâti exonéré", nl = "Vrijgesteld kadastraal inkomen, ongebouwd" },
  unit = "EUR/year", law = rules "art. 26",
  series = { { from = "2002-10-01", value = "30", status = "verified", source = "bdas-wwsb.brussels; droitsquotidiens.be" } },
}

parameter "ris.property.factor" {
  label = { fr = "Multiplicateur du revenu cadastral", nl = "Vermenigvuldiger van het kadastraal inkomen" },
  unit = "count", law = rules "art. 26",
  series = { { from = "2002-10-01", value = "3", status = "verified", source = "bdas-wwsb.brussels; droitsquotidiens.be" } },
}

parameter "ris.property.interest_share" {
  label = { fr = "Part du revenu du bien que les intérêts peuvent couvrir", nl = "Deel van het inkomen uit het goed dat de intresten mogen dekken" },
  unit = "number", law = rules "art. 26",
  series = { { from = "2002-10-01", value = "0.5", status = "unverified", source = "the deduction is read in droitsquotidiens.be, the half is not" } },
}

parameter "ris.capital.scale" {
  label = { fr = "Barème des capitaux mobiliers", nl = "Schaal van de roerende kapitalen" },
  unit = "scale", law = rules "art. 27",
  series = {
    { from = "2002-10-01", value = { { above = "6200", rate = "0.06" }, { above = "12500", rate = "0.10" } },
      status = "verified", source = "bdas-wwsb.brussels; adasasbl.be" },
  },
}

local flat = { cohabitant = "155", isolated = "250", family = "310" }
for _, category in ipairs(categories) do
  parameter("ris.flat." .. category[1]) {
    label = { fr = "Exonération forfaitaire, " .. category[3], nl = "Forfaitaire vrijstelling, " .. category[4] },
    unit = "EUR/year", law = rules "art. 22, § 2",
    series = { { from = "2002-10-01", value = flat[category[1]], status = "verified", source = "bdas-wwsb.brussels; droitsquotidiens.be" } },
  }
end

-- ---- cohabitants (AR art. 34) -----------------------------------------------------------------------------------

parameter "ris.cohabitants.all_debtors" {
  label = { fr = "Tous les débiteurs d'aliments cohabitants comptent", nl = "Alle samenwonende onderhoudsplichtigen tellen mee" },
  unit = "truth", law = rules "art. 34",
  series = {
    { from = "2002-10-01", value = "no", status = "verified", source = "mi-is.be, FAQ: parents and adult children only" },
    { from = "2026-03-01", value = "yes", status = "verified", source = "arrêté royal du 7 janvier 2026, M.B. 16-01-2026; cpasconnect.be; cpasuccle.be" },
  },
}
