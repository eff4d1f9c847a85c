/*
 * Names of columns, by fact.
 */
#include "suggest_words.h"

const column_names suggest_columns[] = {
    {"household_id", "numero menage|menage|id menage|code menage|menage id|cle menage|numero "
                     "famille|famille|numero foyer|foyer|gezin|"
                     "gezinsnr|gezinsnummer|numero gezin|gezin "
                     "id|gezinsid|huishouden|huishoudnummer|huishouden id|numero huishouden|"
                     "dossier menage|dossier familial|gezinsdossier|dossiernummer|dossiernr|numero "
                     "dossier|dossier|ref dossier|"
                     "reference dossier|id dossier|code dossier|dossiercode|household|household number"},
    {"person_id", "matricule|stamnummer|stamnr|numero personne|id personne|personne|personne id|code "
                  "personne|identifiant|id|"
                  "identifiant personne|numero "
                  "client|client|klantnummer|klantnr|clientnummer|clientnr|numero usager|usager|"
                  "numero beneficiaire|id beneficiaire|code "
                  "beneficiaire|persoonsnummer|persoonsnr|persoonid|persoon id|id persoon|"
                  "begunstigde nummer|code client|id client|dossier personne|persoonlijk dossier|numero "
                  "dossier|dossiernummer|"
                  "dossiernr|dossier|numero demandeur|person number|uniek nummer|volgnummer|code usager|id "
                  "usager|individu|id individu|id ind|numero individu|code individu"},
    {"niss",
     "niss|insz|numero national|numero registre national|registre "
     "national|rijksregisternummer|rijksregisternr|"
     "rijksregister|rrn|rn|nrn|inss|numero rn|numero niss|numero insz|identificatienummer sociale zekerheid|"
     "numero de securite sociale|registre nat|numero nat|numero identification registre national|nationaal "
     "nummer|nn|numero nn|rr|rr numero|rrnr|rijksreg numero"},
    {"last_name", "nom|nom de famille|naam|familienaam|achternaam|patronyme|nom usager|nom beneficiaire|naam "
                  "klant|nom titulaire|titulaire nom|nom demandeur|nom du titulaire|naam titularis"},
    {"first_name", "prenom|prenoms|voornaam|voornamen|roepnaam|prenom titulaire|titulaire prenom|prenom "
                   "demandeur|prenom usager|voornaam titularis"},
    {SUGGEST_FULL_NAME, "nom prenom|nom et prenom|nom complet|prenom nom|noms et prenoms|naam voornaam|naam "
                        "en voornaam|volledige naam|"
                        "naam en voornamen|voornaam naam|identite|nom prenoms"},
    {"birth_date",
     "date naissance|naissance|ne le|nee le|date nais|dn|ddn|date de naiss|geboortedatum|geb "
     "datum|geboren op|geb dat|"
     "gebdatum|geboren|geboorte|datum geboorte|date of birth|ne e le|dtnais|dtnaiss|datnais|datenais|gebdat"},
    {"gender", "sexe|genre|geslacht|gender|civilite|aanspreking|sex|m f|s"},
    {SUGGEST_LINK,
     "lien|lien de parente|lien parente|parente|relation|lien familial|role|role menage|position menage|"
     "qualite|lien avec le chef de menage|lien chef de menage|lien avec personne de reference|lien avec "
     "reference|"
     "lien ref|relation au chef de menage|lien avec titulaire|lien avec demandeur|verwantschap|relatie|band|"
     "verwantschapsband|gezinspositie|positie gezin|relatie tot referentiepersoon|verwantschap met "
     "referentiepersoon|"
     "relatie met hoofd|rol|hoedanigheid|familieband|gezinsrelatie|relatie tot gezinshoofd|composition "
     "menage|relatie tot rp|lien rp|lien pr|rel ref|relation reference|relatie rp|lien personne de "
     "reference"},
    {"partner_id",
     "conjoint|numero conjoint|matricule conjoint|id conjoint|partenaire id|numero partenaire|id partenaire|"
     "matricule partenaire|partnernummer|partner id|stamnummer partner|numero partner"},
    {"mother_id", "mere|id mere|matricule mere|numero mere|moeder|stamnummer moeder|numero moeder"},
    {"father_id", "pere|id pere|matricule pere|numero pere|vader|stamnummer vader|numero vader"},
    {"civil_status",
     "etat civil|burgerlijke staat|burg staat|situation familiale|statut civil|civiele staat|burgerl staat|"
     "situation matrimoniale|statut matrimonial|etciv|etat civ|burgerlijke stand|burgst"},
    {"stay",
     "titre de sejour|titre sejour|type sejour|sejour|statut sejour|statut de sejour|base legale du sejour|"
     "droit de sejour|verblijfstitel|verblijfsstatus|verblijf|verblijfsrecht|verblijfsstatuut|statut "
     "administratif|"
     "type de sejour|carte sejour|verblijfsvergunning|situation administrative"},
    {SUGGEST_ADDRESS,
     "adresse|adresse complete|adresse domicile|domicile|adresse legale|rue et numero|rue numero|rue numero "
     "boite|"
     "adres|volledig adres|woonplaats|straat en nummer|straat nummer|straat numero bus|adresse postale|"
     "adresse officielle|domicilieadres|straat huisnummer|straat en huisnummer|adres domicilie|wettelijk "
     "adres"},
    {"street", "rue|voie|nom de rue|nom rue|straat|straatnaam|avenue|libelle rue"},
    {"number",
     "numero|numero rue|numero maison|huisnummer|huisnr|numero de rue|numero police|numero habitation"},
    {"box", "boite|bte|bus|numero boite|busnummer|busnr|bt"},
    {SUGGEST_PLACE, "cp commune|code postal commune|cp localite|code postal localite|cp ville|postcode "
                    "gemeente|postcode plaats|"
                    "cp et commune|postnummer gemeente|cp et localite"},
    {"postal_code",
     "code postal|cp|postcode|postnummer|code post|postnr|pc|codepostal|zip|codpos|codpost|cod postal"},
    {"nis_commune",
     "commune|localite|ville|gemeente|stad|woonplaats gemeente|code ins|ins|nis|code nis|niscode|inscode|"
     "commune de residence|municipalite|gemeentenaam|nom commune|code commune|deelgemeente"},
    {"sector", "secteur statistique|statistische sector|code secteur|sector|secteur|quartier "
               "statistique|sectorcode|secteur stat"},
    {"address_kind",
     "type adresse|type d adresse|sorte adresse|type logement|soort adres|type adres|type huisvesting|"
     "situation logement|woonsituatie"},
    {"shares_budget",
     "menage commun|budget commun|budget partage|menage en commun|gemeenschappelijk huishouden|"
     "gemeenschappelijk budget|cohabitation economique"},
    {"phone",
     "telephone|tel|gsm|tel gsm|telephone gsm|mobile|portable|telefoon|telefoonnummer|gsm nummer|numero tel|"
     "numero telephone|numero gsm|telefoonnr|tel mobile|mobiel|gsmnr|gsmnummer|tel portable|contact "
     "telephone"},
    {"email",
     "e mail|email|mail|courriel|adresse mail|adresse email|adresse e mail|mailadres|e mailadres|emailadres|"
     "adresse electronique|courrier electronique"},
    {"wage_net_month",
     "salaire net|salaire|revenu professionnel net|revenus du travail|salaire mensuel net|remuneration nette|"
     "nettoloon|loon netto|netto loon|loon|netto maandloon|nettosalaris|netto salaris|revenus professionnels|"
     "revenu travail|salaire net mensuel|maandloon netto|arbeidsinkomen|sal net|inkomen uit "
     "arbeid|beroepsinkomen|beroepsinkomen netto|netto beroepsinkomen|salnet|inkomen werk"},
    {"wage_gross_month",
     "salaire brut|salaire mensuel brut|remuneration brute|brutoloon|bruto loon|loon bruto|bruto maandloon|"
     "brutosalaris|salaire brut mensuel|sal brut"},
    {"self_employed_net_year",
     "revenu independant|revenus independant|revenus nets independant|benefice net|zelfstandig inkomen|"
     "netto inkomen zelfstandige|inkomen zelfstandige|revenu net independant annuel|winst zelfstandige"},
    {"unemployment_month",
     "chomage|allocation chomage|allocations de chomage|alloc chomage|onem|indemnite chomage|werkloosheid|"
     "werkloosheidsuitkering|uitkering werkloosheid|rva|wlh|montant chomage|ww uitkering|bedrag "
     "werkloosheid"},
    {"unemployment_since",
     "debut chomage|date debut chomage|chomage depuis|werkloos sinds|begin werkloosheid"},
    {"unemployment_end", "fin chomage|date fin chomage|einde werkloosheid|einddatum werkloosheid"},
    {"sickness_month",
     "indemnite mutuelle|indemnites mutuelle|mutuelle indemnite|indemnite maladie|indemnite "
     "incapacite|incapacite|"
     "indemnites maladie|indemnite invalidite|ziekte uitkering|ziekteuitkering|ziekengeld|uitkering ziekte|"
     "uitkering ziekenfonds|uitkering mutualiteit|invaliditeitsuitkering|ind mutuelle|ind mut|montant "
     "mutuelle|"
     "ziekte en invaliditeit|arbeidsongeschiktheid"},
    {"incapacity_since", "debut incapacite|incapacite depuis|date debut incapacite|arbeidsongeschikt sinds"},
    {"invalid", "invalide|invalidite|invaliditeit|reconnu invalide"},
    {"disability_allowance_month",
     "arr ai|arr|allocation handicape|allocations handicapes|alloc handicap|ivt it|ivt|"
     "inkomensvervangende tegemoetkoming|tegemoetkoming handicap|allocation de remplacement de revenus|spf "
     "handicap|"
     "allocation handicap|tegemoetkoming personen met handicap|vlaamse tegemoetkoming|montant arr ai"},
    {"apa_month", "apa|allocation aide aux personnes agees|aide personnes agees|zorgbudget|thab|"
                  "tegemoetkoming hulp aan bejaarden|zorgbudget ouderen"},
    {"pension_month",
     "pension|pensions|pension legale|pension de retraite|pension mensuelle|pensioen|rustpensioen|wettelijk "
     "pensioen|"
     "pensioenbedrag|sfp|montant pension|pension survie|overlevingspensioen|bedrag pensioen"},
    {"pension_foreign_month",
     "pension etrangere|pension de l etranger|buitenlands pensioen|pension etranger|pensioen buitenland"},
    {"alimony_received_month",
     "pension alimentaire recue|pension alimentaire|part contributive recue|onderhoudsgeld|alimentatie|"
     "ontvangen onderhoudsgeld|ontvangen alimentatie|pa recue|onderhoudsuitkering"},
    {"alimony_for_children_month",
     "pension alimentaire enfants|part contributive|contribution alimentaire enfants|onderhoudsgeld kinderen|"
     "alimentatie kinderen|onderhoudsbijdrage kinderen"},
    {"alimony_paid_month", "pension alimentaire payee|pension alimentaire versee|betaald "
                           "onderhoudsgeld|betaalde alimentatie|pa payee|"
                           "onderhoudsgeld betaald"},
    {"family_benefit_month", "allocation familiale|allocations familiales|alloc familiales|alloc "
                             "fam|af|kinderbijslag|kindergeld|groeipakket|"
                             "famiris|montant allocations familiales|gezinsbijslag|kinderbijslag bedrag"},
    {"study_grant_month", "bourse|bourse d etudes|studiebeurs|studietoelage|bourse etude"},
    {"cpas_aid_month", "aide cpas|aide sociale|aide sociale financiere|steun ocmw|financiele "
                       "steun|maatschappelijke hulp|ocmw steun|"
                       "aide financiere"},
    {"other_income_month", "autres revenus|autre revenu|autres ressources|andere inkomsten|andere "
                           "inkomens|overige inkomsten|ander inkomen"},
    {"gifts_regular_month", "dons|aide de tiers|dons reguliers|giften|regelmatige giften"},
    {"current_income_month",
     "revenus mensuels|revenu mensuel|revenus imposables mensuels|maandinkomen|maandelijks inkomen|"
     "revenu actuel|huidig inkomen"},
    {"receives_ris",
     "ris|beneficiaire ris|recoit ris|percoit ris|droit ris|revenu d integration|revenu integration "
     "sociale|dis|"
     "leefloon|ontvangt leefloon|recht leefloon|leefloner|rmi|ris en cours|leefloongerechtigd"},
    {"ris_month", "montant ris|ris montant|ris mensuel|ris|montant du ris|bedrag leefloon|leefloon "
                  "bedrag|leefloonbedrag|leefloon|"
                  "montant revenu d integration|bedrag rmi|bedrag ll|ll bedrag|montant revenu integration"},
    {"ris_since",
     "ris depuis|debut ris|date debut ris|date octroi ris|leefloon sinds|begin leefloon|leefloon vanaf"},
    {"ris_end", "fin ris|date fin ris|ris jusqu au|einde leefloon|leefloon tot"},
    {"equivalent_aid_since", "eris|eris depuis|aide equivalente depuis|equivalent leefloon sinds|ell sinds"},
    {"receives_grapa", "grapa|recoit grapa|beneficiaire grapa|garantie de revenus aux personnes "
                       "agees|igo|ontvangt igo|recht igo|"
                       "inkomensgarantie voor ouderen"},
    {"grapa_month", "montant grapa|grapa montant|grapa mensuelle|grapa|bedrag igo|igo bedrag|igo"},
    {"receives_bim",
     "bim|statut bim|recoit bim|intervention majoree|omnio|vt|rvt|rvv|verhoogde tegemoetkoming|statuut vt|"
     "voorkeurregeling|beneficiaire bim|bim oui non|recht vt"},
    {"receives_amu", "amu|aide medicale urgente|recoit amu|dmh|dringende medische hulp|carte medicale"},
    {"rent_month", "loyer|loyer mensuel|montant loyer|huur|huurprijs|huurbedrag|maandhuur|loyer hors "
                   "charges|huur per maand"},
    {"movable_capital",
     "epargne|capital mobilier|avoirs bancaires|avoirs|compte epargne|capitaux mobiliers|patrimoine "
     "mobilier|spaargeld|"
     "spaartegoed|roerend kapitaal|spaarrekening|banktegoed|roerend "
     "vermogen|capitaux|spaargelden|epar|epargnes"},
    {"rc_dwelling",
     "rc|revenu cadastral|ki|kadastraal inkomen|rc habitation|rc habitation propre|ki woning|ki eigen woning|"
     "revenu cadastral habitation"},
    {"rc_built_other",
     "rc autres|rc autres biens|rc autres batis|ki andere|ki andere woningen|ki ander gebouwd"},
    {"rc_unbuilt", "rc non bati|rc terrains|ki ongebouwd|ki gronden"},
    {"rent_received_year", "loyers percus|loyers recus|ontvangen huur|huurinkomsten"},
    {"student", "etudiant|etudiante|etudes|aux etudes|student|studerend|studeert|etudiant oui non"},
    {"piis_signed", "piis|piis signe|gpmi|gpmi getekend|contrat piis"},
    {"language",
     "langue|langue administrative|taal|taalrol|administratieve taal|role linguistique|langue dossier"},
    {"contact_language",
     "langue de contact|langue parlee|langue maternelle|contacttaal|gesproken taal|moedertaal"},
    {"interpreter_needed", "interprete|besoin interprete|tolk|tolk nodig"},
    {"insurer", "mutualite|mutuelle|organisme assureur|oa|caisse d "
                "assurance|ziekenfonds|mutualiteit|verzekeringsinstelling|"
                "nom mutuelle|affiliation mutuelle"},
    {"titular", "titulaire|titulaire mutuelle|gerechtigde|titularis"},
    {"taxable_income_year",
     "revenus imposables|revenu imposable|revenus imposables annuels|revenu imposable brut|avertissement "
     "extrait|"
     "aer|revenus fiscaux|revenu fiscal|belastbaar inkomen|belastbare inkomsten|bruto belastbaar inkomen|"
     "aanslagbiljet|fiscaal inkomen|revenu annuel imposable|rev imposable|revenus bruts imposables"},
    {"taxable_income_of", "annee revenus|annee des revenus|annee de revenus|exercice "
                          "revenus|inkomstenjaar|jaar inkomen|annee fiscale"},
    {"data_date", "date maj|mise a jour|date mise a jour|derniere mise a jour|maj|bijgewerkt op|laatst "
                  "bijgewerkt|datum bijwerking|"
                  "datum update|situation au|toestand op|date situation|derniere maj|laatste update"},
    {"lives_in_belgium", "reside en belgique|residence belgique|woont in belgie|verblijft in belgie"},
    {"in_care_home",
     "maison de repos|en maison de repos|mrs|mr mrs|rusthuis|woonzorgcentrum|wzc|in rusthuis|en institution"},
    {"orphan", "orphelin|wees"},
    {"unaccompanied_minor", "mena|mineur non accompagne|nbmv|niet begeleide minderjarige"},
    {"protected_address", "adresse protegee|beschermd adres"},
    {"objection", "opposition|verzet|refus de contact"},
    {"known_worker",
     "assistant social|as|travailleur social|maatschappelijk werker|mw|dossierbeheerder|gestionnaire"},
    {"last_contacted", "dernier contact|date dernier contact|laatste contact"},
    {"weight", "poids|ponderation|gewicht|weging"},
};

const size_t suggest_column_count = sizeof suggest_columns / sizeof *suggest_columns;

const char *const suggest_short[][2] = {
    {"n", "numero"},
    {"no", "numero"},
    {"nr", "numero"},
    {"num", "numero"},
    {"nummer", "numero"},
    {"dt", "date"},
    {"dat", "date"},
    {"datum", "date"},
    {"mt", "montant"},
    {"mnt", "montant"},
    {"mont", "montant"},
    {"bedr", "bedrag"},
    {"naiss", "naissance"},
    {"nais", "naissance"},
    {"rev", "revenus"},
    {"revenu", "revenus"},
    {"alloc", "allocations"},
    {"allocation", "allocations"},
    {"fam", "familiales"},
    {"familiale", "familiales"},
    {"ind", "indemnites"},
    {"indemn", "indemnites"},
    {"indemnite", "indemnites"},
    {"mut", "mutuelle"},
    {"sal", "salaire"},
    {"adr", "adresse"},
    {"benef", "beneficiaire"},
    {"imp", "imposables"},
    {"imposable", "imposables"},
    {"pers", "personne"},
    {"identifiant", "id"},
    {"identificatie", "id"},
    {"telephone", "tel"},
    {"telefoon", "tel"},
    {"bte", "boite"},
    {"chom", "chomage"},
    {"pens", "pension"},
    {"prof", "professionnel"},
    {"sej", "sejour"},
    {"loc", "localite"},
    {"geb", "geboorte"},
    {"burg", "burgerlijke"},
    {"belastb", "belastbaar"},
};

const size_t suggest_short_count = sizeof suggest_short / sizeof *suggest_short;

const char suggest_stop[] =
    "de|du|des|d|la|le|les|l|en|et|a|au|aux|van|het|een|of|ou|in|op|te|voor|pour|par|per|eur|"
    "euro|euros|the|of|met|avec|un|une|mois|mensuel|mensuelle|mensuels|mensuelles|maand|"
    "maandelijks|mois en cours|oui|non|ja|nee|jn|on|s|mens|mnd|mndl";

const char suggest_free_text[] =
    "remarque|remarques|commentaire|commentaires|note|notes|observation|observations|memo|divers|historique|"
    "motif|"
    "opmerking|opmerkingen|commentaar|toelichting|nota|notities|bemerking|info|information complementaire|"
    "bijkomende info|rapport social|sociaal verslag";
