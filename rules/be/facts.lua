-- Every fact a record may hold: what one can ask a person, or read in a register.
--
-- Always true here:
--   * an empty cell is unknown, unless the fact itself says otherwise: `presume` (almost never in a file, to verify at
--     the enquiry), `empty = "never"` (no such link, no such date), `empty = "optional"` (no such figure);
--   * a fact marked contact_only is read by no rule: it reaches the person, it does not decide about the person;
--   * what must not exist is not here: no diagnosis, no origin, no opinion on the person, no number of past helps.
-- The identifiers of households and persons are the keys of a row, not facts.

-- ---- households -------------------------------------------------------------------------------------------------

fact "postal_code" {
  entity = "household", type = "text",
  label = { fr = "Code postal", nl = "Postcode" },
  ask = { fr = "Quel est votre code postal ?", nl = "Wat is uw postcode?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "nis_commune" {
  entity = "household", type = "text",
  label = { fr = "Commune (code NIS)", nl = "Gemeente (NIS-code)" },
  ask = { fr = "Dans quelle commune habitez-vous ?", nl = "In welke gemeente woont u?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "sector" {
  entity = "household", type = "text",
  label = { fr = "Secteur statistique", nl = "Statistische sector" },
  ask = { fr = "Dans quel quartier habitez-vous ?", nl = "In welke wijk woont u?" },
  register = "Statbel",
}

fact "address_kind" {
  entity = "household", type = "word",
  words = { "own", "reference", "shelter", "third_party", "street", "institution" },
  label = { fr = "Sorte d'adresse", nl = "Soort adres" },
  ask = {
    fr = "Où vivez-vous : chez vous, chez quelqu'un, dans un centre d'accueil, dans une institution, à la rue, ou avec une adresse de référence ?",
    nl = "Waar leeft u: in een eigen woning, bij iemand, in een opvangcentrum, in een instelling, op straat, of met een referentieadres?",
    en = "Where do you live: your own home, with somebody, a shelter, an institution, the street, or a reference address?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" }, sensitive = true,
}

fact "shares_budget" {
  entity = "household", type = "truth",
  label = { fr = "Les membres règlent ensemble les questions ménagères", nl = "De leden regelen hun huishouden samen" },
  ask = {
    fr = "Faites-vous ménage ensemble : les courses, les repas, les factures sont-ils en commun ?",
    nl = "Voert u samen een huishouden: doet u samen boodschappen, maaltijden en rekeningen?",
    en = "Do you keep house together: are shopping, meals and bills shared?",
  },
}

fact "rent_month" {
  entity = "household", type = "money", per = "month",
  label = { fr = "Loyer", nl = "Huur" },
  ask = {
    fr = "Quel loyer payez-vous par mois ?",
    nl = "Hoeveel huur betaalt u per maand?",
    en = "How much rent do you pay a month?",
  },
}

fact "data_date" {
  entity = "household", type = "date",
  label = { fr = "Date à laquelle ces données étaient exactes", nl = "Datum waarop deze gegevens juist waren" },
  ask = { fr = "De quand datent ces renseignements ?", nl = "Van wanneer zijn deze gegevens?" },
}

fact "weight" {
  entity = "household", type = "number", contact_only = true,
  label = { fr = "Poids de sondage", nl = "Steekproefgewicht" },
  ask = { fr = "Quel est le poids du ménage dans l'enquête ?", nl = "Wat is het gewicht van het huishouden in de enquête?" },
}

fact "stratum" {
  entity = "household", type = "text", contact_only = true,
  label = { fr = "Strate de l'enquête", nl = "Stratum van de enquête" },
  ask = { fr = "Quelle est la strate de l'enquête ?", nl = "Wat is het stratum van de enquête?" },
}

fact "psu" {
  entity = "household", type = "text", contact_only = true,
  label = { fr = "Unité primaire de l'enquête", nl = "Primaire steekproefeenheid" },
  ask = { fr = "Quelle est l'unité primaire de l'enquête ?", nl = "Wat is de primaire steekproefeenheid?" },
}

-- ---- who the person is, and how to reach them -------------------------------------------------------------------

fact "niss" {
  entity = "person", type = "text", sensitive = true, contact_only = true,
  label = { fr = "Numéro de registre national", nl = "Rijksregisternummer" },
  ask = { fr = "Quel est votre numéro de registre national ?", nl = "Wat is uw rijksregisternummer?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "first_name" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Prénom", nl = "Voornaam" },
  ask = { fr = "Quel est votre prénom ?", nl = "Wat is uw voornaam?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "last_name" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Nom", nl = "Naam" },
  ask = { fr = "Quel est votre nom de famille ?", nl = "Wat is uw familienaam?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "phone" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Téléphone", nl = "Telefoon" },
  ask = { fr = "À quel numéro peut-on vous joindre ?", nl = "Op welk nummer kan men u bereiken?" },
}

fact "email" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Adresse électronique", nl = "E-mailadres" },
  ask = { fr = "Quelle est votre adresse électronique ?", nl = "Wat is uw e-mailadres?" },
}

fact "street" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Rue", nl = "Straat" },
  ask = { fr = "Dans quelle rue habitez-vous ?", nl = "In welke straat woont u?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "number" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Numéro", nl = "Huisnummer" },
  ask = { fr = "À quel numéro ?", nl = "Welk huisnummer?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "box" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Boîte", nl = "Bus" },
  ask = { fr = "À quelle boîte ?", nl = "Welke bus?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "birth_date" {
  entity = "person", type = "date",
  label = { fr = "Date de naissance", nl = "Geboortedatum" },
  ask = {
    fr = "Quelle est votre date de naissance ?",
    nl = "Wat is uw geboortedatum?",
    en = "What is your date of birth?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

-- For reports on equality only: no right depends on it.
fact "gender" {
  entity = "person", type = "word", words = { "f", "m", "x" }, contact_only = true,
  label = { fr = "Genre", nl = "Gender" },
  ask = { fr = "Quel est votre genre ?", nl = "Wat is uw gender?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

-- ---- residence and family ---------------------------------------------------------------------------------------

fact "lives_in_belgium" {
  entity = "person", type = "truth",
  label = { fr = "Réside habituellement en Belgique", nl = "Verblijft gewoonlijk in België" },
  ask = {
    fr = "Vivez-vous d'habitude en Belgique ?",
    nl = "Woont u gewoonlijk in België?",
    en = "Do you usually live in Belgium?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "stay" {
  entity = "person", type = "word", sensitive = true,
  words = {
    "belgian", "eu", "refugee", "subsidiary", "stateless", "population_register", "foreigners_register",
    "temporary_protection", "asylum_seeker", "short_stay", "irregular",
  },
  label = { fr = "Base légale du séjour", nl = "Wettelijke grond van het verblijf" },
  ask = {
    fr = "Quelle carte ou quel document avez-vous pour vivre en Belgique ?",
    nl = "Welke kaart of welk document hebt u om in België te wonen?",
    en = "Which card or document do you have to live in Belgium?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "eu_stay_months" {
  entity = "person", type = "number", whole = true, min = 0, max = 1500,
  label = { fr = "Mois de séjour comme citoyen de l'Union", nl = "Maanden verblijf als burger van de Unie" },
  ask = {
    fr = "Depuis combien de mois vivez-vous en Belgique ?",
    nl = "Hoeveel maanden woont u al in België?",
    en = "For how many months have you lived in Belgium?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "eu_worker" {
  entity = "person", type = "truth",
  label = { fr = "Citoyen de l'Union qui travaille, ou membre de sa famille", nl = "Burger van de Unie die werkt, of familielid" },
  ask = {
    fr = "Travaillez-vous en Belgique, comme salarié ou indépendant, vous ou votre famille ?",
    nl = "Werkt u in België, als werknemer of zelfstandige, uzelf of iemand van uw gezin?",
    en = "Do you or your family work in Belgium, employed or self-employed?",
  },
  register = { fr = "DMFA, INASTI", nl = "DmfA, RSVZ" },
}

fact "civil_status" {
  entity = "person", type = "word",
  words = { "single", "married", "legally_cohabiting", "divorced", "widowed", "separated" },
  label = { fr = "État civil", nl = "Burgerlijke staat" },
  ask = {
    fr = "Quel est votre état civil ?",
    nl = "Wat is uw burgerlijke staat?",
    en = "Are you single, married, legally cohabiting, divorced, widowed or separated?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "partner_id" {
  entity = "person", type = "person", empty = "never",
  label = { fr = "Partenaire qui vit dans le ménage", nl = "Partner die in het huishouden woont" },
  ask = { fr = "Vivez-vous avec un conjoint ou un partenaire ? Qui ?", nl = "Woont u samen met een echtgenoot of partner? Met wie?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "partnership" {
  entity = "person", type = "word", words = { "married", "legal", "de_facto" },
  label = { fr = "Lien avec le partenaire", nl = "Band met de partner" },
  ask = {
    fr = "Êtes-vous mariés, cohabitants légaux, ou un couple sans l'un ni l'autre ?",
    nl = "Bent u gehuwd, wettelijk samenwonend, of een koppel zonder een van beide?",
    en = "Are you married, legally cohabiting, or a couple without either?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "mother_id" {
  entity = "person", type = "person", empty = "never",
  label = { fr = "Mère, si elle vit dans le ménage", nl = "Moeder, als zij in het huishouden woont" },
  ask = { fr = "Votre mère vit-elle avec vous ?", nl = "Woont uw moeder bij u?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "father_id" {
  entity = "person", type = "person", empty = "never",
  label = { fr = "Père, s'il vit dans le ménage", nl = "Vader, als hij in het huishouden woont" },
  ask = { fr = "Votre père vit-il avec vous ?", nl = "Woont uw vader bij u?" },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "assimilated_adult" {
  entity = "person", type = "truth", presume = "no",
  label = { fr = "Mineur émancipé par mariage, enceinte ou avec un enfant à charge", nl = "Minderjarige ontvoogd door huwelijk, zwanger of met een kind ten laste" },
  ask = {
    fr = "Si vous avez moins de 18 ans : êtes-vous marié, enceinte, ou avez-vous un enfant à charge ?",
    nl = "Als u jonger bent dan 18: bent u gehuwd, zwanger, of hebt u een kind ten laste?",
    en = "If you are under 18: are you married, pregnant, or do you have a child in your care?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "in_care_home" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Vit en maison de repos ou de soins", nl = "Verblijft in een rusthuis of verzorgingstehuis" },
  ask = {
    fr = "Vivez-vous dans une maison de repos ou de soins ?",
    nl = "Verblijft u in een rusthuis of een verzorgingstehuis?",
    en = "Do you live in a rest home or nursing home?",
  },
}

fact "student" {
  entity = "person", type = "truth",
  label = { fr = "Suit des études de plein exercice", nl = "Volgt voltijdse studies" },
  ask = {
    fr = "Faites-vous des études à temps plein ?",
    nl = "Studeert u voltijds?",
    en = "Do you study full time?",
  },
}

fact "piis_signed" {
  entity = "person", type = "truth", presume = "no",
  label = { fr = "A signé un projet individualisé d'intégration sociale", nl = "Heeft een geïndividualiseerd project voor maatschappelijke integratie ondertekend" },
  ask = {
    fr = "Avez-vous signé avec le CPAS un projet d'intégration (PIIS) ?",
    nl = "Hebt u met het OCMW een integratieproject (GPMI) ondertekend?",
    en = "Have you signed an integration project (PIIS) with the CPAS?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

-- ---- income of every month --------------------------------------------------------------------------------------

fact "wage_net_month" {
  entity = "person", type = "money", per = "month", fresh_months = 12,
  label = { fr = "Salaire net", nl = "Nettoloon" },
  ask = {
    fr = "Combien gagnez-vous par mois en travaillant, en net (ce qui arrive sur votre compte) ? 0 si vous ne travaillez pas.",
    nl = "Hoeveel verdient u netto per maand met werken (wat op uw rekening komt)? 0 als u niet werkt.",
    en = "How much do you earn a month by working, net (what arrives on your account)? 0 if you do not work.",
  },
  register = { fr = "DMFA (brut)", nl = "DmfA (bruto)" },
}

fact "wage_gross_month" {
  entity = "person", type = "money", per = "month", fresh_months = 12,
  label = { fr = "Salaire brut", nl = "Brutoloon" },
  ask = {
    fr = "Combien gagnez-vous par mois en travaillant, en brut (avant cotisations et impôts, en haut de la fiche de paie) ? 0 si vous ne travaillez pas.",
    nl = "Hoeveel verdient u bruto per maand met werken (voor bijdragen en belastingen, boven op de loonfiche)? 0 als u niet werkt.",
    en = "How much do you earn a month by working, gross (before contributions and tax)? 0 if you do not work.",
  },
  register = { fr = "DMFA", nl = "DmfA" },
}

fact "work_exemption" {
  entity = "person", type = "word", words = { "none", "general", "student", "shortage", "artistic" }, presume = "none",
  label = { fr = "Exonération socio-professionnelle applicable", nl = "Toepasselijke vrijstelling voor sociaal-professionele integratie" },
  ask = {
    fr = "Si vous travaillez tout en ayant le revenu d'intégration : quelle exonération le CPAS applique-t-il ?",
    nl = "Als u werkt en een leefloon hebt: welke vrijstelling past het OCMW toe?",
    en = "Do you work while having the integration income, and with which exemption?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "self_employed_net_year" {
  entity = "person", type = "money", per = "year", presume = 0, min = -5000000,
  label = { fr = "Revenu net d'indépendant", nl = "Netto-inkomen als zelfstandige" },
  ask = {
    fr = "Si vous êtes indépendant : combien vous reste-t-il par an après vos frais et cotisations ?",
    nl = "Als u zelfstandige bent: hoeveel houdt u per jaar over na uw kosten en bijdragen?",
    en = "If you are self-employed: how much is left a year after costs and contributions?",
  },
  register = { fr = "SPF Finances, INASTI", nl = "FOD Financiën, RSVZ" },
}

fact "unemployment_month" {
  entity = "person", type = "money", per = "month", fresh_months = 12,
  label = { fr = "Allocation de chômage", nl = "Werkloosheidsuitkering" },
  ask = {
    fr = "Recevez-vous du chômage ? Combien par mois ?",
    nl = "Krijgt u een werkloosheidsuitkering? Hoeveel per maand?",
    en = "Do you have unemployment benefit? How much a month?",
  },
  register = { fr = "ONEM", nl = "RVA" },
}

fact "unemployment_since" {
  entity = "person", type = "date", empty = "never", unknown_when = { fact = "unemployment_month", above = 0 },
  label = { fr = "Chômage complet depuis", nl = "Volledig werkloos sinds" },
  ask = {
    fr = "Depuis quand êtes-vous au chômage ?",
    nl = "Sinds wanneer bent u werkloos?",
    en = "Since when have you been unemployed?",
  },
  register = { fr = "ONEM", nl = "RVA" },
}

fact "unemployment_end" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Fin du chômage (dernier jour)", nl = "Einde van de werkloosheid (laatste dag)" },
  ask = {
    fr = "Quand votre chômage s'arrête-t-il ?",
    nl = "Wanneer stopt uw werkloosheidsuitkering?",
    en = "When does your unemployment benefit end?",
  },
  register = { fr = "ONEM", nl = "RVA" },
}

fact "sickness_month" {
  entity = "person", type = "money", per = "month", sensitive = true, fresh_months = 12,
  label = { fr = "Indemnité de maladie ou d'invalidité", nl = "Ziekte- of invaliditeitsuitkering" },
  ask = {
    fr = "Recevez-vous une indemnité de la mutuelle parce que vous ne pouvez pas travailler ? Combien par mois ?",
    nl = "Krijgt u een uitkering van het ziekenfonds omdat u niet kunt werken? Hoeveel per maand?",
    en = "Does your health insurance pay you a benefit because you cannot work? How much a month?",
  },
  register = { fr = "INAMI, mutualité", nl = "RIZIV, ziekenfonds" },
}

fact "incapacity_since" {
  entity = "person", type = "date", empty = "never", unknown_when = { fact = "sickness_month", above = 0 }, sensitive = true,
  label = { fr = "Incapacité de travail depuis", nl = "Arbeidsongeschikt sinds" },
  ask = {
    fr = "Depuis quand ne pouvez-vous plus travailler ?",
    nl = "Sinds wanneer kunt u niet meer werken?",
    en = "Since when have you been unable to work?",
  },
  register = { fr = "INAMI, mutualité", nl = "RIZIV, ziekenfonds" },
}

fact "invalid" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Reconnu invalide (plus d'un an)", nl = "Erkend als invalide (langer dan een jaar)" },
  ask = {
    fr = "La mutuelle vous reconnaît-elle en invalidité (plus d'un an sans pouvoir travailler) ?",
    nl = "Erkent het ziekenfonds u als invalide (langer dan een jaar arbeidsongeschikt)?",
    en = "Does your health insurance recognise you as an invalid (unable to work for over a year)?",
  },
  register = { fr = "INAMI, mutualité", nl = "RIZIV, ziekenfonds" },
}

fact "disability_allowance_month" {
  entity = "person", type = "money", per = "month", sensitive = true,
  label = { fr = "Allocation aux personnes handicapées (ARR, AI)", nl = "Tegemoetkoming aan personen met een handicap (IVT, IT)" },
  ask = {
    fr = "Recevez-vous une allocation du SPF Sécurité sociale pour un handicap ? Combien par mois ?",
    nl = "Krijgt u een tegemoetkoming van de FOD Sociale Zekerheid voor een handicap? Hoeveel per maand?",
    en = "Do you have an allowance for a disability? How much a month?",
  },
  register = { fr = "DG Personnes handicapées", nl = "DG Personen met een handicap" },
}

fact "apa_month" {
  entity = "person", type = "money", per = "month", presume = 0, sensitive = true,
  label = { fr = "Allocation pour l'aide aux personnes âgées", nl = "Zorgbudget voor ouderen" },
  ask = {
    fr = "Recevez-vous une allocation pour l'aide aux personnes âgées (APA) ? Combien par mois ?",
    nl = "Krijgt u een zorgbudget of tegemoetkoming voor hulp aan ouderen? Hoeveel per maand?",
    en = "Do you have an allowance for help to older people (APA)? How much a month?",
  },
  register = "Iriscare, AVIQ, zorgkas",
}

fact "pension_month" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Pension belge (brut)", nl = "Belgisch pensioen (bruto)" },
  ask = {
    fr = "Recevez-vous une pension belge ? Combien par mois, en brut ?",
    nl = "Krijgt u een Belgisch pensioen? Hoeveel bruto per maand?",
    en = "Do you have a Belgian pension? How much a month, gross?",
  },
  register = { fr = "Service fédéral des Pensions", nl = "Federale Pensioendienst" },
}

fact "pension_foreign_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Pension étrangère (brut)", nl = "Buitenlands pensioen (bruto)" },
  ask = {
    fr = "Recevez-vous une pension d'un autre pays ? Combien par mois ?",
    nl = "Krijgt u een pensioen uit een ander land? Hoeveel per maand?",
    en = "Do you have a pension from another country? How much a month?",
  },
}

fact "alimony_received_month" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Pension alimentaire reçue pour soi", nl = "Ontvangen onderhoudsgeld voor zichzelf" },
  ask = {
    fr = "Recevez-vous vraiment une pension alimentaire pour vous-même ? Combien par mois ?",
    nl = "Krijgt u werkelijk onderhoudsgeld voor uzelf? Hoeveel per maand?",
    en = "Do you really receive maintenance for yourself? How much a month?",
  },
}

fact "alimony_for_children_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Pension alimentaire reçue pour les enfants", nl = "Ontvangen onderhoudsgeld voor de kinderen" },
  ask = {
    fr = "Recevez-vous une pension alimentaire pour vos enfants ? Combien par mois ?",
    nl = "Krijgt u onderhoudsgeld voor uw kinderen? Hoeveel per maand?",
    en = "Do you receive maintenance for your children? How much a month?",
  },
}

fact "alimony_paid_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Pension alimentaire payée (fixée par jugement)", nl = "Betaald onderhoudsgeld (vastgelegd door een vonnis)" },
  ask = {
    fr = "Payez-vous une pension alimentaire décidée par un juge ? Combien par mois ?",
    nl = "Betaalt u onderhoudsgeld dat een rechter heeft bepaald? Hoeveel per maand?",
    en = "Do you pay maintenance that a judge decided? How much a month?",
  },
}

fact "family_benefit_month" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Allocations familiales payées pour cette personne", nl = "Kinderbijslag betaald voor deze persoon" },
  ask = {
    fr = "Combien d'allocations familiales sont payées par mois pour cette personne ?",
    nl = "Hoeveel kinderbijslag wordt er per maand betaald voor deze persoon?",
    en = "How much family benefit is paid a month for this person?",
  },
  register = { fr = "Famiris, caisses d'allocations familiales", nl = "Famiris, kinderbijslagfondsen" },
}

fact "family_benefit_recipient_id" {
  entity = "person", type = "person", empty = "never",
  label = { fr = "Personne qui reçoit ces allocations familiales", nl = "Persoon die deze kinderbijslag ontvangt" },
  ask = {
    fr = "Sur le compte de qui ces allocations familiales sont-elles payées ?",
    nl = "Op wiens rekening wordt deze kinderbijslag betaald?",
  },
  register = { fr = "Famiris, caisses d'allocations familiales", nl = "Famiris, kinderbijslagfondsen" },
}

fact "study_grant_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Bourse d'études", nl = "Studietoelage" },
  ask = {
    fr = "Recevez-vous une bourse d'études ? Combien par mois ?",
    nl = "Krijgt u een studietoelage? Hoeveel per maand?",
    en = "Do you have a study grant? How much a month?",
  },
}

fact "cpas_aid_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Aide du CPAS (autre que le revenu d'intégration)", nl = "Steun van het OCMW (andere dan het leefloon)" },
  ask = {
    fr = "Recevez-vous une autre aide du CPAS ? Combien par mois ?",
    nl = "Krijgt u andere steun van het OCMW? Hoeveel per maand?",
    en = "Do you have another aid of the CPAS? How much a month?",
  },
}

fact "exempt_income_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Autres revenus exonérés", nl = "Andere vrijgestelde inkomsten" },
  ask = {
    fr = "Recevez-vous autre chose qui ne compte pas (famille d'accueil, volontariat, prime au logement) ? Combien par mois ?",
    nl = "Krijgt u nog iets dat niet meetelt (pleegzorg, vrijwilligerswerk, woonpremie)? Hoeveel per maand?",
    en = "Do you have anything else that does not count (foster care, volunteering, housing premium)? How much a month?",
  },
}

fact "other_income_month" {
  entity = "person", type = "money", per = "month", fresh_months = 12,
  label = { fr = "Autres revenus", nl = "Andere inkomsten" },
  ask = {
    fr = "Recevez-vous encore une autre somme, dont nous n'avons pas parlé ? Combien par mois ?",
    nl = "Krijgt u nog een ander bedrag waar we niet over spraken? Hoeveel per maand?",
    en = "Do you have any other sum we did not speak of? How much a month?",
  },
}

fact "gifts_regular_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Aide régulière de proches", nl = "Regelmatige hulp van naasten" },
  ask = {
    fr = "Quelqu'un vous donne-t-il régulièrement de l'argent ? Combien par mois ?",
    nl = "Geeft iemand u regelmatig geld? Hoeveel per maand?",
    en = "Does somebody give you money regularly? How much a month?",
  },
}

fact "housing_paid_by_third_party_month" {
  entity = "person", type = "money", per = "month", presume = 0,
  label = { fr = "Frais de logement payés par un tiers", nl = "Woonkosten betaald door een derde" },
  ask = {
    fr = "Quelqu'un qui ne vit pas avec vous paie-t-il votre loyer ou votre logement ? Combien par mois ?",
    nl = "Betaalt iemand die niet bij u woont uw huur of woning? Hoeveel per maand?",
    en = "Does somebody who does not live with you pay your rent or home? How much a month?",
  },
}

fact "ris_month" {
  entity = "person", type = "money", per = "month", empty_when = { fact = "receives_ris", is = "no", value = 0 },
  label = { fr = "Revenu d'intégration reçu", nl = "Ontvangen leefloon" },
  ask = {
    fr = "Combien de revenu d'intégration recevez-vous par mois ?",
    nl = "Hoeveel leefloon krijgt u per maand?",
    en = "How much integration income do you have a month?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "grapa_month" {
  entity = "person", type = "money", per = "month", empty_when = { fact = "receives_grapa", is = "no", value = 0 },
  label = { fr = "GRAPA reçue", nl = "Ontvangen IGO" },
  ask = {
    fr = "Combien de GRAPA recevez-vous par mois ?",
    nl = "Hoeveel IGO krijgt u per maand?",
    en = "How much income guarantee for older people (GRAPA) do you have a month?",
  },
  register = { fr = "Service fédéral des Pensions", nl = "Federale Pensioendienst" },
}

fact "current_income_month" {
  entity = "person", type = "money", per = "month", empty = "optional", fresh_months = 12,
  label = { fr = "Tous les revenus imposables bruts du dernier mois", nl = "Alle belastbare bruto-inkomsten van de laatste maand" },
  ask = {
    fr = "En tout, combien avez-vous reçu le mois passé, en brut ?",
    nl = "Hoeveel hebt u vorige maand in totaal gekregen, bruto?",
    en = "In all, how much did you have last month, gross?",
  },
}

-- ---- property, savings, taxes -----------------------------------------------------------------------------------

fact "movable_capital" {
  entity = "person", type = "money",
  label = { fr = "Épargne et placements (part propre)", nl = "Spaargeld en beleggingen (eigen deel)" },
  ask = {
    fr = "Combien avez-vous sur vos comptes et en épargne, en tout ? Pour un compte commun, comptez votre part.",
    nl = "Hoeveel hebt u in totaal op uw rekeningen en als spaargeld? Tel voor een gezamenlijke rekening uw deel.",
    en = "How much do you have in accounts and savings, in all? Of a joint account, count your share.",
  },
}

fact "rc_dwelling" {
  entity = "person", type = "money", per = "year", max = 1000000,
  label = { fr = "Revenu cadastral de l'habitation (non indexé, part propre)", nl = "Kadastraal inkomen van de woning (niet geïndexeerd, eigen deel)" },
  ask = {
    fr = "Êtes-vous propriétaire de votre logement ? Si oui, quel est son revenu cadastral (sur l'avertissement du précompte immobilier), pour votre part ? Sinon, répondez non.",
    nl = "Bent u eigenaar van uw woning? Zo ja, wat is het kadastraal inkomen (op de aanslag onroerende voorheffing), uw deel? Zo nee, antwoord nee.",
    en = "Do you own the home you live in? If so, what is its cadastral income (on the property tax notice), your share? If not, answer no.",
  },
  register = { fr = "Cadastre", nl = "Kadaster" },
}

fact "rc_built_other" {
  entity = "person", type = "money", per = "year", max = 1000000,
  label = { fr = "Revenu cadastral d'autres bâtiments (non indexé, part propre)", nl = "Kadastraal inkomen van andere gebouwen (niet geïndexeerd, eigen deel)" },
  ask = {
    fr = "Avez-vous une autre maison ou un autre appartement ? Si oui, quel est son revenu cadastral, pour votre part ? Sinon, répondez non.",
    nl = "Hebt u nog een ander huis of appartement? Zo ja, wat is het kadastraal inkomen, uw deel? Zo nee, antwoord nee.",
    en = "Do you own another house or flat? If so, what is its cadastral income, your share? If not, answer no.",
  },
  register = { fr = "Cadastre", nl = "Kadaster" },
}

fact "rc_unbuilt" {
  entity = "person", type = "money", per = "year", max = 1000000, presume = 0,
  label = { fr = "Revenu cadastral de terrains (non indexé, part propre)", nl = "Kadastraal inkomen van gronden (niet geïndexeerd, eigen deel)" },
  ask = {
    fr = "Avez-vous un terrain ? Si oui, quel est son revenu cadastral ? Sinon, répondez non.",
    nl = "Hebt u een stuk grond? Zo ja, wat is het kadastraal inkomen? Zo nee, antwoord nee.",
    en = "Do you own land? If so, what is its cadastral income? If not, answer no.",
  },
  register = { fr = "Cadastre", nl = "Kadaster" },
}

fact "rent_received_year" {
  entity = "person", type = "money", per = "year", presume = 0,
  label = { fr = "Loyers reçus", nl = "Ontvangen huur" },
  ask = {
    fr = "Recevez-vous un loyer pour un bien à vous ? Combien par an ?",
    nl = "Krijgt u huur voor een eigendom? Hoeveel per jaar?",
    en = "Do you receive rent for something you own? How much a year?",
  },
}

fact "mortgage_interest_year" {
  entity = "person", type = "money", per = "year", presume = 0,
  label = { fr = "Intérêts hypothécaires payés", nl = "Betaalde hypotheekintresten" },
  ask = {
    fr = "Payez-vous des intérêts pour un emprunt sur votre logement ? Combien par an ?",
    nl = "Betaalt u intresten voor een lening op uw woning? Hoeveel per jaar?",
    en = "Do you pay interest on a loan for your home? How much a year?",
  },
}

fact "transfer_10y" {
  entity = "person", type = "truth", presume = "no",
  label = { fr = "Biens vendus ou donnés dans les dix dernières années", nl = "Goederen verkocht of geschonken in de laatste tien jaar" },
  ask = {
    fr = "Avez-vous vendu ou donné une maison, un terrain ou une somme importante dans les dix dernières années ?",
    nl = "Hebt u de laatste tien jaar een huis, een grond of een grote som verkocht of geschonken?",
    en = "Have you sold or given away a house, land or a large sum in the last ten years?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

fact "transfer_value" {
  entity = "person", type = "money",
  label = { fr = "Valeur des biens vendus ou donnés", nl = "Waarde van de verkochte of geschonken goederen" },
  ask = {
    fr = "Combien cela valait-il ?",
    nl = "Hoeveel was dat waard?",
    en = "How much was it worth?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

fact "transfer_kind" {
  entity = "person", type = "word", words = { "sale", "gift" },
  label = { fr = "Vente ou donation", nl = "Verkoop of schenking" },
  ask = {
    fr = "Était-ce une vente ou une donation ?",
    nl = "Was het een verkoop of een schenking?",
    en = "Was it a sale or a gift?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

fact "taxable_income_year" {
  entity = "person", type = "money", per = "year",
  label = { fr = "Revenu imposable brut de l'année", nl = "Bruto belastbaar inkomen van het jaar" },
  ask = {
    fr = "Quel est le revenu imposable sur votre dernier avertissement-extrait de rôle ?",
    nl = "Wat is het belastbaar inkomen op uw laatste aanslagbiljet?",
    en = "What is the taxable income on your last tax assessment?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

fact "taxable_income_of" {
  entity = "person", type = "number", whole = true, min = 1980, max = 2199,
  label = { fr = "Année de ces revenus", nl = "Inkomstenjaar" },
  ask = {
    fr = "De quelle année sont ces revenus ?",
    nl = "Van welk jaar zijn deze inkomsten?",
    en = "Of which year is that income?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

fact "movable_income_year" {
  entity = "person", type = "money", per = "year", presume = 0,
  label = { fr = "Intérêts et dividendes imposables", nl = "Belastbare intresten en dividenden" },
  ask = {
    fr = "Combien d'intérêts ou de dividendes recevez-vous par an ?",
    nl = "Hoeveel intresten of dividenden krijgt u per jaar?",
    en = "How much interest or dividends do you have a year?",
  },
  register = { fr = "SPF Finances", nl = "FOD Financiën" },
}

-- ---- health insurance -------------------------------------------------------------------------------------------

fact "insurer" {
  entity = "person", type = "word", words = { "mutuality", "caami", "none" },
  label = { fr = "Affiliation à l'assurance soins de santé", nl = "Aansluiting bij de ziekteverzekering" },
  ask = {
    fr = "Êtes-vous inscrit à une mutualité ou à la CAAMI ?",
    nl = "Bent u aangesloten bij een ziekenfonds of bij de HZIV?",
    en = "Are you with a health insurance fund (mutuality) or the CAAMI?",
  },
  register = { fr = "Collège intermutualiste national", nl = "Nationaal Intermutualistisch College" },
}

fact "titular" {
  entity = "person", type = "truth",
  label = { fr = "Titulaire à la mutuelle", nl = "Gerechtigde bij het ziekenfonds" },
  ask = {
    fr = "Êtes-vous inscrit à la mutuelle à votre propre nom, et non comme personne à charge ?",
    nl = "Bent u op uw eigen naam ingeschreven bij het ziekenfonds, en niet als persoon ten laste?",
    en = "Are you with the health insurance in your own name, and not as somebody's dependant?",
  },
  register = { fr = "Collège intermutualiste national", nl = "Nationaal Intermutualistisch College" },
}

fact "titular_id" {
  entity = "person", type = "person", read_as = "titular_of", empty = "never",
  label = { fr = "Titulaire dont cette personne dépend", nl = "Gerechtigde van wie deze persoon ten laste is" },
  ask = {
    fr = "À la mutuelle, à charge de qui êtes-vous inscrit ?",
    nl = "Ten laste van wie bent u ingeschreven bij het ziekenfonds?",
  },
  register = { fr = "Collège intermutualiste national", nl = "Nationaal Intermutualistisch College" },
}

fact "disabled_child_66" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Enfant avec un handicap reconnu (66 % ou 4 points)", nl = "Kind met een erkende handicap (66 % of 4 punten)" },
  ask = {
    fr = "Cet enfant a-t-il un handicap reconnu pour les allocations familiales majorées ?",
    nl = "Heeft dit kind een erkende handicap voor de verhoogde kinderbijslag?",
    en = "Does this child have a recognised disability for the increased family benefit?",
  },
  register = { fr = "DG Personnes handicapées", nl = "DG Personen met een handicap" },
}

fact "orphan" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Orphelin de père et de mère", nl = "Wees van vader en moeder" },
  ask = {
    fr = "Vos deux parents sont-ils décédés ?",
    nl = "Zijn uw beide ouders overleden?",
    en = "Are both your parents dead?",
  },
  register = { fr = "Registre national", nl = "Rijksregister" },
}

fact "unaccompanied_minor" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Mineur étranger non accompagné", nl = "Niet-begeleide minderjarige vreemdeling" },
  ask = {
    fr = "Avez-vous moins de 18 ans et êtes-vous en Belgique sans vos parents ?",
    nl = "Bent u jonger dan 18 en in België zonder uw ouders?",
    en = "Are you under 18 and in Belgium without your parents?",
  },
  register = { fr = "Service des Tutelles", nl = "Dienst Voogdij" },
}

-- ---- what is received, asked or refused today -------------------------------------------------------------------

fact "ris_since" {
  entity = "person", type = "date", empty = "never", unknown_when = { fact = "receives_ris", is = "yes" },
  label = { fr = "Revenu d'intégration reçu depuis", nl = "Ontvangt leefloon sinds" },
  ask = {
    fr = "Depuis quand recevez-vous le revenu d'intégration ?",
    nl = "Sinds wanneer krijgt u een leefloon?",
    en = "Since when have you had the integration income?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "equivalent_aid_since" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Aide équivalente du CPAS reçue depuis", nl = "Ontvangt equivalent leefloon sinds" },
  ask = {
    fr = "Depuis quand recevez-vous du CPAS une aide équivalente au revenu d'intégration ?",
    nl = "Sinds wanneer krijgt u van het OCMW een steun die gelijk is aan het leefloon?",
    en = "Since when has the CPAS given you an aid equal to the integration income?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "ris_end" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Fin du revenu d'intégration ou de l'aide équivalente (dernier jour)", nl = "Einde van het leefloon of het equivalent leefloon (laatste dag)" },
  ask = {
    fr = "Quand le revenu d'intégration s'est-il arrêté, ou s'arrêtera-t-il ?",
    nl = "Wanneer is het leefloon gestopt, of wanneer zal het stoppen?",
    en = "When did the integration income stop, or when will it stop?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "receives_ris" {
  entity = "person", type = "truth",
  label = { fr = "Reçoit le revenu d'intégration", nl = "Ontvangt een leefloon" },
  ask = {
    fr = "Recevez-vous le revenu d'intégration du CPAS ?",
    nl = "Krijgt u een leefloon van het OCMW?",
    en = "Do you have the integration income of the CPAS?",
  },
  register = { fr = "SPP Intégration sociale", nl = "POD Maatschappelijke Integratie" },
}

fact "receives_grapa" {
  entity = "person", type = "truth",
  label = { fr = "Reçoit la GRAPA", nl = "Ontvangt de IGO" },
  ask = {
    fr = "Recevez-vous la garantie de revenus aux personnes âgées (GRAPA) ?",
    nl = "Krijgt u de inkomensgarantie voor ouderen (IGO)?",
    en = "Do you have the income guarantee for older people (GRAPA)?",
  },
  register = { fr = "Service fédéral des Pensions", nl = "Federale Pensioendienst" },
}

fact "receives_bim" {
  entity = "person", type = "truth",
  label = { fr = "A l'intervention majorée (BIM)", nl = "Heeft de verhoogde tegemoetkoming" },
  ask = {
    fr = "Avez-vous le statut BIM, qui réduit vos frais chez le médecin et à la pharmacie ?",
    nl = "Hebt u de verhoogde tegemoetkoming, waarmee u minder betaalt bij de dokter en de apotheek?",
    en = "Do you have the BIM status, which lowers what you pay at the doctor's and the pharmacy?",
  },
  register = { fr = "Collège intermutualiste national", nl = "Nationaal Intermutualistisch College" },
}

fact "receives_amu" {
  entity = "person", type = "truth", sensitive = true,
  label = { fr = "Ses soins de santé sont pris en charge par le CPAS", nl = "Het OCMW neemt de gezondheidszorg ten laste" },
  ask = {
    fr = "Avez-vous une carte ou un accord du CPAS pour vos soins de santé ?",
    nl = "Hebt u een kaart of een akkoord van het OCMW voor uw gezondheidszorg?",
    en = "Do you have a card or an agreement of the CPAS for your health care?",
  },
  register = "MediPrima",
}

fact "application_ris" {
  entity = "person", type = "word", words = { "none", "pending", "refused" },
  label = { fr = "Demande de revenu d'intégration", nl = "Aanvraag van een leefloon" },
  ask = {
    fr = "Avez-vous demandé le revenu d'intégration ? Attendez-vous la réponse, ou a-t-il été refusé ?",
    nl = "Hebt u een leefloon aangevraagd? Wacht u nog op antwoord, of is het geweigerd?",
  },
}

fact "application_ris_date" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Date de cette demande", nl = "Datum van deze aanvraag" },
  ask = { fr = "Quand avez-vous demandé le revenu d'intégration ?", nl = "Wanneer hebt u het leefloon aangevraagd?" },
}

fact "application_grapa" {
  entity = "person", type = "word", words = { "none", "pending", "refused" },
  label = { fr = "Demande de GRAPA", nl = "Aanvraag van de IGO" },
  ask = {
    fr = "Avez-vous demandé la GRAPA ? Attendez-vous la réponse, ou a-t-elle été refusée ?",
    nl = "Hebt u de IGO aangevraagd? Wacht u nog op antwoord, of is ze geweigerd?",
  },
}

fact "application_grapa_date" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Date de cette demande", nl = "Datum van deze aanvraag" },
  ask = { fr = "Quand avez-vous demandé la GRAPA ?", nl = "Wanneer hebt u de IGO aangevraagd?" },
}

fact "application_bim" {
  entity = "person", type = "word", words = { "none", "pending", "refused" },
  label = { fr = "Demande d'intervention majorée", nl = "Aanvraag van de verhoogde tegemoetkoming" },
  ask = {
    fr = "Avez-vous demandé le statut BIM à la mutuelle ? Attendez-vous la réponse, ou a-t-il été refusé ?",
    nl = "Hebt u de verhoogde tegemoetkoming gevraagd aan het ziekenfonds? Wacht u nog op antwoord, of is ze geweigerd?",
  },
}

fact "application_bim_date" {
  entity = "person", type = "date", empty = "never",
  label = { fr = "Date de cette demande", nl = "Datum van deze aanvraag" },
  ask = { fr = "Quand avez-vous demandé le statut BIM ?", nl = "Wanneer hebt u de verhoogde tegemoetkoming gevraagd?" },
}

fact "medical_need" {
  entity = "person", type = "truth", sensitive = true,
  label = { fr = "Un médecin a fait une attestation pour des soins", nl = "Een arts heeft een attest voor zorg gemaakt" },
  ask = {
    fr = "Un médecin ou un dentiste vous a-t-il donné une attestation pour des soins ? Sans attestation, vous pouvez déjà demander.",
    nl = "Heeft een arts of tandarts u een attest voor zorg gegeven? Ook zonder attest kunt u al vragen.",
    en = "Has a doctor or dentist given you a certificate for care? You can ask without one too.",
  },
}

fact "guarantor" {
  entity = "person", type = "truth", presume = "no", sensitive = true,
  label = { fr = "Un garant ou une assurance privée prend les soins en charge", nl = "Een garant of een privéverzekering neemt de zorg ten laste" },
  ask = {
    fr = "Quelqu'un s'est-il porté garant pour vous, ou avez-vous une assurance de voyage ?",
    nl = "Staat iemand garant voor u, of hebt u een reisverzekering?",
    en = "Has somebody stood surety for you, or do you have a travel insurance?",
  },
}

-- ---- how to speak with the person -------------------------------------------------------------------------------

fact "language" {
  entity = "person", type = "word", words = { "fr", "nl" }, contact_only = true,
  label = { fr = "Langue administrative", nl = "Taal van de administratie" },
  ask = { fr = "Voulez-vous votre courrier en français ou en néerlandais ?", nl = "Wilt u uw brieven in het Frans of in het Nederlands?" },
}

fact "contact_language" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Langue dans laquelle parler (ISO 639-1)", nl = "Taal om in te spreken (ISO 639-1)" },
  ask = { fr = "Dans quelle langue préférez-vous parler ?", nl = "In welke taal spreekt u het liefst?" },
}

fact "interpreter_needed" {
  entity = "person", type = "truth", contact_only = true,
  label = { fr = "Un interprète est utile", nl = "Een tolk is nuttig" },
  ask = { fr = "Souhaitez-vous un interprète ?", nl = "Wenst u een tolk?" },
}

fact "letter_unsuitable" {
  entity = "person", type = "truth", contact_only = true,
  label = { fr = "Une lettre ne convient pas", nl = "Een brief is niet geschikt" },
  ask = {
    fr = "Préférez-vous qu'on vous appelle ou qu'on vous rencontre, plutôt qu'une lettre ?",
    nl = "Hebt u liever een telefoontje of een gesprek dan een brief?",
  },
}

fact "objection" {
  entity = "person", type = "truth", contact_only = true,
  label = { fr = "Ne veut pas être contactée", nl = "Wil niet gecontacteerd worden" },
  ask = {
    fr = "Voulez-vous que nous ne vous contactions plus à ce sujet ?",
    nl = "Wilt u dat we u hierover niet meer contacteren?",
  },
}

fact "protected_address" {
  entity = "person", type = "truth", sensitive = true, contact_only = true,
  label = { fr = "Adresse à protéger", nl = "Te beschermen adres" },
  ask = { fr = "Votre adresse doit-elle rester secrète ?", nl = "Moet uw adres geheim blijven?" },
}

-- A guardian usually lives elsewhere: an identifier or a name, not a link to a member of the household.
fact "guardian_id" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Tuteur ou administrateur", nl = "Voogd of bewindvoerder" },
  ask = {
    fr = "Quelqu'un gère-t-il vos affaires (tuteur, administrateur) ? Qui ?",
    nl = "Regelt iemand uw zaken (voogd, bewindvoerder)? Wie?",
  },
}

fact "known_worker" {
  entity = "person", type = "text", contact_only = true,
  label = { fr = "Travailleur qui connaît la personne", nl = "Medewerker die de persoon kent" },
  ask = {
    fr = "Y a-t-il quelqu'un, dans un service, qui vous connaît et en qui vous avez confiance ?",
    nl = "Is er iemand bij een dienst die u kent en vertrouwt?",
  },
}

fact "last_contacted" {
  entity = "person", type = "date", empty = "never", contact_only = true,
  label = { fr = "Dernier contact", nl = "Laatste contact" },
  ask = { fr = "Quand vous avons-nous contacté pour la dernière fois ?", nl = "Wanneer hebben we u laatst gecontacteerd?" },
}
