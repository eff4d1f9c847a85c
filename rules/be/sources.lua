-- The texts of law the rules cite. One place, so that a file cites `act "art. 3, 1°"` and nothing is typed twice.
-- Always true: an id is the kind of text (loi, ar, arr) and its date; the reference is what finds it on Justel.

-- Revenu d'intégration sociale / leefloon

source "loi-2002-05-26" {
  label = {
    fr = "Loi du 26 mai 2002 concernant le droit à l'intégration sociale",
    nl = "Wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie",
  },
  reference = "numac 2002022559",
}

source "ar-2002-07-11" {
  label = {
    fr = "Arrêté royal du 11 juillet 2002 portant règlement général en matière de droit à l'intégration sociale",
    nl = "Koninklijk besluit van 11 juli 2002 houdende het algemeen reglement betreffende het recht op maatschappelijke integratie",
  },
  reference = "Justel 2002-07-11/38",
}

source "ar-2004-09-03" {
  label = {
    fr = "Arrêté royal du 3 septembre 2004 visant l'augmentation des montants du revenu d'intégration",
    nl = "Koninklijk besluit van 3 september 2004 tot verhoging van de bedragen van het leefloon",
  },
  reference = "numac 2004002107",
}

source "loi-2016-07-21" {
  label = {
    fr = "Loi du 21 juillet 2016 modifiant la loi du 26 mai 2002 concernant le droit à l'intégration sociale",
    nl = "Wet van 21 juli 2016 houdende wijziging van de wet van 26 mei 2002 betreffende het recht op maatschappelijke integratie",
  },
  reference = "numac 2016011330",
}

source "ar-2026-01-07" {
  label = {
    fr = "Arrêté royal du 7 janvier 2026 modifiant l'article 34 de l'arrêté royal du 11 juillet 2002 (cohabitants)",
    nl = "Koninklijk besluit van 7 januari 2026 tot wijziging van artikel 34 van het koninklijk besluit van 11 juli 2002 (samenwonenden)",
  },
  reference = "M.B. 16-01-2026",
}

-- Garantie de revenus aux personnes âgées / inkomensgarantie voor ouderen

source "loi-2001-03-22" {
  label = {
    fr = "Loi du 22 mars 2001 instituant la garantie de revenus aux personnes âgées",
    nl = "Wet van 22 maart 2001 tot instelling van een inkomensgarantie voor ouderen",
  },
  reference = "numac 2001022201",
}

source "ar-2001-05-23" {
  label = {
    fr = "Arrêté royal du 23 mai 2001 portant règlement général en matière de garantie de revenus aux personnes âgées",
    nl = "Koninklijk besluit van 23 mei 2001 tot instelling van een algemeen reglement betreffende de inkomensgarantie voor ouderen",
  },
  reference = "numac 2001022357",
}

source "loi-2013-12-08" {
  label = {
    fr = "Loi du 8 décembre 2013 modifiant la loi du 22 mars 2001 instituant la garantie de revenus aux personnes âgées",
    nl = "Wet van 8 december 2013 tot wijziging van de wet van 22 maart 2001 tot instelling van een inkomensgarantie voor ouderen",
  },
}

source "ar-2014-02-07" {
  label = {
    fr = "Arrêté royal du 7 février 2014 modifiant l'arrêté royal du 23 mai 2001 (garantie de revenus aux personnes âgées)",
    nl = "Koninklijk besluit van 7 februari 2014 tot wijziging van het koninklijk besluit van 23 mei 2001 (inkomensgarantie voor ouderen)",
  },
}

source "loi-2015-08-10" {
  label = {
    fr = "Loi du 10 août 2015 visant à relever l'âge légal de la pension de retraite",
    nl = "Wet van 10 augustus 2015 tot verhoging van de wettelijke leeftijd voor het rustpensioen",
  },
}

source "cc-2019-6" {
  label = {
    fr = "Cour constitutionnelle, arrêt n° 6/2019 du 23 janvier 2019 (condition de résidence de dix ans annulée)",
    nl = "Grondwettelijk Hof, arrest nr. 6/2019 van 23 januari 2019 (verblijfsvoorwaarde van tien jaar vernietigd)",
  },
}

-- Intervention majorée / verhoogde tegemoetkoming

source "loi-1994-07-14" {
  label = {
    fr = "Loi relative à l'assurance obligatoire soins de santé et indemnités, coordonnée le 14 juillet 1994",
    nl = "Wet betreffende de verplichte verzekering voor geneeskundige verzorging en uitkeringen, gecoördineerd op 14 juli 1994",
  },
}

source "ar-2014-01-15" {
  label = {
    fr = "Arrêté royal du 15 janvier 2014 relatif à l'intervention majorée de l'assurance",
    nl = "Koninklijk besluit van 15 januari 2014 betreffende de verhoogde verzekeringstegemoetkoming",
  },
  reference = "numac 2014022013",
}

source "ar-2024-05-12" {
  label = {
    fr = "Arrêté royal du 12 mai 2024 modifiant l'arrêté royal du 15 janvier 2014 relatif à l'intervention majorée de l'assurance",
    nl = "Koninklijk besluit van 12 mei 2024 tot wijziging van het koninklijk besluit van 15 januari 2014 betreffende de verhoogde verzekeringstegemoetkoming",
  },
}

-- Aide médicale urgente / dringende medische hulp

source "loi-1976-07-08" {
  label = {
    fr = "Loi organique du 8 juillet 1976 des centres publics d'action sociale",
    nl = "Organieke wet van 8 juli 1976 betreffende de openbare centra voor maatschappelijk welzijn",
  },
}

source "ar-1996-12-12" {
  label = {
    fr = "Arrêté royal du 12 décembre 1996 relatif à l'aide médicale urgente octroyée par les CPAS aux étrangers qui séjournent illégalement dans le Royaume",
    nl = "Koninklijk besluit van 12 december 1996 betreffende de dringende medische hulp die door de OCMW's wordt verstrekt aan de vreemdelingen die onwettig in het Rijk verblijven",
  },
}

source "loi-1965-04-02" {
  label = {
    fr = "Loi du 2 avril 1965 relative à la prise en charge des secours accordés par les CPAS",
    nl = "Wet van 2 april 1965 betreffende het ten laste nemen van de steun verleend door de OCMW's",
  },
}

source "cc-2014-95" {
  label = {
    fr = "Cour constitutionnelle, arrêt n° 95/2014 du 30 juin 2014 (citoyens de l'Union, aide médicale urgente)",
    nl = "Grondwettelijk Hof, arrest nr. 95/2014 van 30 juni 2014 (burgers van de Unie, dringende medische hulp)",
  },
}

-- Index

source "loi-1971-08-02" {
  label = {
    fr = "Loi du 2 août 1971 organisant un régime de liaison à l'indice des prix à la consommation",
    nl = "Wet van 2 augustus 1971 houdende inrichting van een stelsel waarbij uitgaven aan het indexcijfer van de consumptieprijzen worden gekoppeld",
  },
}

source "loi-2025-07-18" {
  label = {
    fr = "Loi-programme du 18 juillet 2025 (indexation au troisième mois après le dépassement de l'indice-pivot)",
    nl = "Programmawet van 18 juli 2025 (indexering in de derde maand na de overschrijding van de spilindex)",
  },
}
