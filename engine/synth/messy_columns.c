/*
 * Columns of the messy export: headers, words and communes, in French and Dutch.
 *
 * The first spelling of a word is the clean one; the others mean the same and
 * count as dirt. Order of columns: that of messy_column_id.
 */
#include "messy.h"

#include <stddef.h>

#define READ (TAKES_SPACES | TAKES_PLACEHOLDER)
#define MONTHLY (READ | TAKES_AMOUNT | TAKES_LOST_COMMA)
#define AMOUNT (READ | TAKES_AMOUNT)
#define END_OF_WORDS                                                                                         \
    {                                                                                                        \
        {NULL, NULL},                                                                                        \
        {                                                                                                    \
            {NULL},                                                                                          \
            {                                                                                                \
                NULL                                                                                         \
            }                                                                                                \
        }                                                                                                    \
    }

/* Orders of the words: those of the enums in made.h, unless said. */
static const messy_word genders[] = {
    {{"F", "V"}, {{"Femme", "féminin", "f"}, {"Vrouw", "vrouwelijk", "v"}}},
    {{"M", "M"}, {{"H", "Homme", "masculin"}, {"Man", "mannelijk", "m"}}},
    {{"X", "X"}, {{"x", "x", "x"}, {"x", "x", "x"}}},
    END_OF_WORDS,
};

/* In the order of messy_clean.c; codes of the National Register where one exists. */
static const messy_word links[] = {
    {{"chef de ménage", "referentiepersoon"},
     {{"01", "Chef de ménage", "CHEF DE MÉNAGE"}, {"01", "Referentiepersoon", "REFERENTIEPERSOON"}}},
    {{"conjoint(e)", "echtgeno(o)t(e)"},
     {{"02", "Conjoint(e)", "conjoint"}, {"02", "Echtgeno(o)t(e)", "echtgenoot"}}},
    {{"cohabitant(e)", "partner"},
     {{"Cohabitant(e)", "cohabitant", "COHABITANT"}, {"Partner", "PARTNER", "Partner"}}},
    {{"enfant", "kind"}, {{"03", "Enfant", "ENFANT"}, {"03", "Kind", "KIND"}}},
    {{"parent", "ouder"}, {{"Parent", "PARENT", "Parent"}, {"Ouder", "OUDER", "Ouder"}}},
    {{"frère-sœur", "broer/zus"},
     {{"Frère-sœur", "frère-soeur", "FRÈRE-SŒUR"}, {"Broer/zus", "BROER/ZUS", "Broer/Zus"}}},
    {{"petit-enfant", "kleinkind"},
     {{"Petit-enfant", "PETIT-ENFANT", "petit enfant"}, {"Kleinkind", "KLEINKIND", "Kleinkind"}}},
    {{"non apparenté", "niet verwant"},
     {{"12", "Non apparenté", "non apparente"}, {"12", "Niet verwant", "NIET VERWANT"}}},
    END_OF_WORDS,
};

static const messy_word civil[] = {
    {{"célibataire", "ongehuwd"},
     {{"Célibataire", "CÉLIBATAIRE", "celibataire"}, {"Ongehuwd", "ONGEHUWD", "Ongehuwd"}}},
    {{"marié(e)", "gehuwd"}, {{"Marié(e)", "MARIÉ(E)", "marie(e)"}, {"Gehuwd", "GEHUWD", "Gehuwd"}}},
    {{"cohabitant(e) légal(e)", "wettelijk samenwonend"},
     {{"Cohabitant(e) légal(e)", "cohabitant(e) legal(e)", "COHABITANT(E) LÉGAL(E)"},
      {"Wettelijk samenwonend", "WETTELIJK SAMENWONEND", "Wettelijk samenwonend"}}},
    {{"divorcé(e)", "gescheiden"},
     {{"Divorcé(e)", "DIVORCÉ(E)", "divorce(e)"}, {"Gescheiden", "GESCHEIDEN", "Gescheiden"}}},
    {{"veuf(ve)", "verweduwd"},
     {{"Veuf(ve)", "VEUF(VE)", "Veuf(ve)"}, {"Verweduwd", "VERWEDUWD", "Verweduwd"}}},
    {{"séparé(e)", "feitelijk gescheiden"},
     {{"Séparé(e)", "SÉPARÉ(E)", "separe(e)"},
      {"Feitelijk gescheiden", "FEITELIJK GESCHEIDEN", "Feitelijk gescheiden"}}},
    END_OF_WORDS,
};

#define STAY(fr, nl, fr_other, fr_capitals, nl_other, nl_capitals)                                           \
    {                                                                                                        \
        {fr, nl},                                                                                            \
        {                                                                                                    \
            {fr_other, fr_capitals, fr_other},                                                               \
            {                                                                                                \
                nl_other, nl_capitals, nl_other                                                              \
            }                                                                                                \
        }                                                                                                    \
    }

static const messy_word stays[] = {
    STAY("belge", "Belg", "Belge", "BELGE", "belg", "BELG"),
    STAY("UE", "EU", "ue", "U.E.", "eu", "E.U."),
    STAY("réfugié", "vluchteling", "refugie", "RÉFUGIÉ", "Vluchteling", "VLUCHTELING"),
    STAY("protection subsidiaire", "subsidiaire bescherming", "Protection subsidiaire",
         "PROTECTION SUBSIDIAIRE", "Subsidiaire bescherming", "SUBSIDIAIRE BESCHERMING"),
    STAY("apatride", "staatloze", "Apatride", "APATRIDE", "Staatloze", "STAATLOZE"),
    STAY("registre de la population", "bevolkingsregister", "Registre de la population",
         "REGISTRE DE LA POPULATION", "Bevolkingsregister", "BEVOLKINGSREGISTER"),
    STAY("registre des étrangers", "vreemdelingenregister", "registre des etrangers",
         "REGISTRE DES ÉTRANGERS", "Vreemdelingenregister", "VREEMDELINGENREGISTER"),
    STAY("protection temporaire", "tijdelijke bescherming", "Protection temporaire", "PROTECTION TEMPORAIRE",
         "Tijdelijke bescherming", "TIJDELIJKE BESCHERMING"),
    STAY("demandeur d'asile", "asielzoeker", "Demandeur d'asile", "DEMANDEUR D'ASILE", "Asielzoeker",
         "ASIELZOEKER"),
    STAY("court séjour", "kort verblijf", "court sejour", "COURT SÉJOUR", "Kort verblijf", "KORT VERBLIJF"),
    STAY("séjour irrégulier", "onregelmatig verblijf", "sejour irregulier", "SÉJOUR IRRÉGULIER",
         "Onregelmatig verblijf", "ONREGELMATIG VERBLIJF"),
    END_OF_WORDS,
};

static const messy_word truths[] = {
    {{"N", "nee"}, {{"non", "NON", "Non"}, {"Nee", "NEE", "N"}}},
    {{"O", "ja"}, {{"oui", "X", "OUI"}, {"Ja", "X", "JA"}}},
    END_OF_WORDS,
};

static const messy_word languages[] = {
    {{"FR", "FR"}, {{"F", "français", "Français"}, {"F", "Frans", "français"}}},
    {{"NL", "NL"}, {{"N", "Nederlands", "néerlandais"}, {"N", "Nederlands", "nederlands"}}},
    END_OF_WORDS,
};

/* Five mutualities, CAAMI, none: in the order of messy_clean.c. */
static const messy_word insurers[] = {
    {{"Mutualité chrétienne", "CM"},
     {{"MUTUALITÉ CHRÉTIENNE", "MC", "Mutualite chretienne"}, {"Christelijke Mutualiteit", "cm", "CM"}}},
    {{"Solidaris", "Solidaris"},
     {{"SOLIDARIS", "solidaris", "Solidaris"}, {"SOLIDARIS", "solidaris", "Solidaris"}}},
    {{"Partenamut", "Partenamut"},
     {{"PARTENAMUT", "partenamut", "Partenamut"}, {"PARTENAMUT", "partenamut", "Partenamut"}}},
    {{"Helan", "Helan"}, {{"HELAN", "helan", "Helan"}, {"HELAN", "helan", "Helan"}}},
    {{"Mutualité neutre", "Neutraal Ziekenfonds"},
     {{"MUTUALITÉ NEUTRE", "Mutualite neutre", "mutualité neutre"},
      {"NEUTRAAL ZIEKENFONDS", "neutraal ziekenfonds", "Neutraal ziekenfonds"}}},
    {{"CAAMI", "HZIV"}, {{"caami", "Caami", "CAAMI/HZIV"}, {"hziv", "Hziv", "CAAMI/HZIV"}}},
    {{"aucune", "geen"}, {{"Aucune", "AUCUNE", "aucune"}, {"Geen", "GEEN", "geen"}}},
    END_OF_WORDS,
};

const messy_column messy_columns[MESSY_COLUMNS] = {
    [MESSY_HOUSEHOLD] = {{"N° ménage", "Gezinsnr"}, TAKES_SPACES, 0, NULL},
    [MESSY_PERSON] = {{"Matricule", "Stamnummer"}, TAKES_SPACES, 0, NULL},
    [MESSY_NISS] = {{"NISS", "INSZ"}, READ | TAKES_NISS, 0, NULL},
    [MESSY_LAST_NAME] = {{"Nom", "Naam"}, READ | TAKES_NAME, 0, NULL},
    [MESSY_FIRST_NAME] = {{"Prénom", "Voornaam"}, READ | TAKES_NAME, 0, NULL},
    [MESSY_BIRTH] = {{"Date naissance", "Geboortedatum"}, READ | TAKES_DAY, 0, NULL},
    [MESSY_GENDER] = {{"Sexe", "Geslacht"}, READ | TAKES_WORD, 0, genders},
    [MESSY_LINK] = {{"Lien", "Verwantschap"}, READ | TAKES_WORD, 0, links},
    [MESSY_CIVIL] = {{"Etat civil", "Burgerlijke staat"}, READ | TAKES_WORD, 0, civil},
    [MESSY_STAY] = {{"Titre de séjour", "Verblijfstitel"}, READ | TAKES_WORD, 0, stays},
    [MESSY_ADDRESS] = {{"Adresse", "Adres"}, READ | TAKES_ADDRESS, 0, NULL},
    [MESSY_POSTAL] = {{"CP", "Postcode"}, READ | TAKES_POSTAL, 1, NULL},
    [MESSY_COMMUNE] = {{"Commune", "Gemeente"}, READ | TAKES_COMMUNE, 1, NULL},
    [MESSY_PHONE] = {{"Tél./GSM", "Tel./gsm"}, READ | TAKES_PHONE, 0, NULL},
    [MESSY_EMAIL] = {{"E-mail", "E-mail"}, READ | TAKES_EMAIL, 0, NULL},
    [MESSY_WAGE] = {{"Salaire net", "Nettoloon"}, MONTHLY, 0, NULL},
    [MESSY_UNEMPLOYMENT] = {{"Chômage", "Werkloosheid"}, MONTHLY, 0, NULL},
    [MESSY_SICKNESS] = {{"Indemnités mutuelle", "Ziekte-uitkering"}, MONTHLY, 0, NULL},
    [MESSY_PENSION] = {{"Pension", "Pensioen"}, MONTHLY, 0, NULL},
    [MESSY_FAMILY_BENEFIT] = {{"Alloc. fam.", "Kinderbijslag"}, MONTHLY, 0, NULL},
    [MESSY_RECEIVES_RIS] = {{"RIS", "Leefloon"}, READ | TAKES_WORD, 0, truths},
    [MESSY_RIS] = {{"Montant RIS", "Bedrag leefloon"}, MONTHLY, 0, NULL},
    [MESSY_RECEIVES_GRAPA] = {{"GRAPA", "IGO"}, READ | TAKES_WORD, 0, truths},
    [MESSY_RECEIVES_BIM] = {{"BIM", "VT"}, READ | TAKES_WORD, 0, truths},
    [MESSY_RENT] = {{"Loyer", "Huur"}, MONTHLY, 1, NULL},
    [MESSY_SAVINGS] = {{"Epargne", "Spaargeld"}, AMOUNT, 0, NULL},
    [MESSY_DISABILITY] = {{"ARR/AI", "IVT/IT"}, MONTHLY, 0, NULL},
    [MESSY_CADASTRAL] = {{"RC", "KI"}, AMOUNT, 0, NULL},
    [MESSY_STUDENT] = {{"Etudiant", "Student"}, READ | TAKES_WORD, 0, truths},
    [MESSY_LANGUAGE] = {{"Langue", "Taal"}, READ | TAKES_WORD, 0, languages},
    [MESSY_INSURER] = {{"Mutualité", "Ziekenfonds"}, READ | TAKES_WORD, 0, insurers},
    [MESSY_TAXABLE] = {{"Revenus imposables 2024", "Belastbaar inkomen 2024"}, AMOUNT, 0, NULL},
    [MESSY_UPDATED] = {{"Date MAJ", "Bijgewerkt op"}, READ | TAKES_DAY, 1, NULL},
    [MESSY_REMARK] = {{"Remarque", "Opmerking"}, 0, 0, NULL},
    [MESSY_ORIGIN] = {{"Origine", "Herkomst"}, 0, 0, NULL},
};

const messy_commune messy_communes[] = {
    {{"Anderlecht", "Anderlecht"}, {"Anderlecht", "Anderlecht"}},
    {{"Auderghem", "Oudergem"}, {"Auderghem", "Oudergem"}},
    {{"Berchem-Sainte-Agathe", "Sint-Agatha-Berchem"}, {"Berchem-Ste-Agathe", "St-Agatha-Berchem"}},
    {{"Bruxelles", "Brussel"}, {"Bruxelles-Ville", "Brussel-Stad"}},
    {{"Etterbeek", "Etterbeek"}, {"Etterbeek", "Etterbeek"}},
    {{"Evere", "Evere"}, {"Evere", "Evere"}},
    {{"Forest", "Vorst"}, {"Forest", "Vorst"}},
    {{"Ganshoren", "Ganshoren"}, {"Ganshoren", "Ganshoren"}},
    {{"Ixelles", "Elsene"}, {"Ixelles", "Elsene"}},
    {{"Jette", "Jette"}, {"Jette", "Jette"}},
    {{"Koekelberg", "Koekelberg"}, {"Koekelberg", "Koekelberg"}},
    {{"Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek"}, {"Molenbeek-St-Jean", "St-Jans-Molenbeek"}},
    {{"Saint-Gilles", "Sint-Gillis"}, {"St-Gilles", "St-Gillis"}},
    {{"Saint-Josse-ten-Noode", "Sint-Joost-ten-Node"}, {"St-Josse-ten-Noode", "St-Joost-ten-Node"}},
    {{"Schaerbeek", "Schaarbeek"}, {"Schaerbeek", "Schaarbeek"}},
    {{"Uccle", "Ukkel"}, {"Uccle", "Ukkel"}},
    {{"Watermael-Boitsfort", "Watermaal-Bosvoorde"}, {"Watermael-Boitsfort", "Watermaal-Bosvoorde"}},
    {{"Woluwe-Saint-Lambert", "Sint-Lambrechts-Woluwe"}, {"Woluwe-St-Lambert", "St-Lambrechts-Woluwe"}},
    {{"Woluwe-Saint-Pierre", "Sint-Pieters-Woluwe"}, {"Woluwe-St-Pierre", "St-Pieters-Woluwe"}},
};
