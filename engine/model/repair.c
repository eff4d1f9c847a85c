/*
 * Kinds of repairs, in words; what stands for an empty cell.
 */
#include "repair.h"

#include "../base/letters.h"

static const struct {
    const char *word;
    label said;
} kinds[REPAIR_KINDS] = {
    [REPAIR_SPACES] = {"spaces", {"espaces superflus", "overbodige spaties", "needless spaces"}},
    [REPAIR_CURRENCY] = {"currency", {"signe euro", "euroteken", "a euro sign"}},
    [REPAIR_THOUSANDS] = {"thousands",
                          {"séparateur de milliers", "scheidingsteken van duizendtallen",
                           "thousands set apart"}},
    [REPAIR_DECIMAL_COMMA] = {"decimal_comma", {"virgule décimale", "decimale komma", "a decimal comma"}},
    [REPAIR_DECIMAL_POINT] = {"decimal_point", {"point décimal", "decimale punt", "a decimal point"}},
    [REPAIR_DATE_FORM] = {"date_form",
                          {"date écrite autrement", "datum anders geschreven", "a date in another form"}},
    [REPAIR_SERIAL] = {"serial",
                       {"numéro de jour d'un tableur", "dagnummer van een rekenblad",
                        "the day number of a spreadsheet"}},
    [REPAIR_TRUTH_FORM] = {"truth_form",
                           {"oui ou non en une lettre", "ja of nee in één letter",
                            "yes or no as one letter"}},
    [REPAIR_PLACEHOLDER] = {"placeholder",
                            {"mot qui tient lieu de vide", "woord in plaats van een lege cel",
                             "a word that stands for an empty cell"}},
    [REPAIR_ACCENTS] = {"accents",
                        {"accents séparés de leur lettre", "accenten los van hun letter",
                         "accents apart from their letter"}},
    [REPAIR_NUMBER_FORM] = {"number_form",
                            {"numéro écrit autrement", "nummer anders geschreven",
                             "a number in another spelling"}},
    [REPAIR_LOST_ZERO] = {"lost_zero",
                          {"zéro initial perdu", "weggevallen nul vooraan", "a lost zero in front"}},
    [REPAIR_ROUNDED] = {"rounded",
                        {"montant calculé, arrondi au centime", "berekend bedrag, afgerond op de cent",
                         "a computed amount, rounded to the cent"}},
    [REPAIR_PLACE_NAME] = {"place_name",
                           {"nom de commune remplacé par son code", "gemeentenaam vervangen door de code",
                            "the name of a commune, kept as its code"}},
    [REPAIR_PLACE_POSTAL] = {"place_postal",
                             {"code postal au lieu de la commune", "postcode in plaats van gemeente",
                              "a postal code in place of a commune"}},
    [REPAIR_PLACE_DIFFERS] = {"place_differs",
                              {"code postal d'une autre commune, les deux gardés",
                               "postcode van een andere gemeente, beide behouden",
                               "the postal code is not of the commune, both kept"}},
    [REPAIR_BISTER] = {"bister",
                       {"numéro BisTer (mois 60 à 72) : à vérifier",
                        "BisTer-nummer (maand 60 tot 72): na te kijken",
                        "a BisTer number (month 60 to 72), to be looked at"}},
};

const char *repair_said(repair which, ayant_language language)
{
    const label *l = &kinds[which].said;

    return language == AYANT_FR ? l->fr : language == AYANT_NL ? l->nl : l->en;
}

const char *repair_word(repair which)
{
    return kinds[which].word;
}

/* "-", "--", "?", "...": no letter and no digit, and nothing that a figure or a date begins with. */
static int is_mark_alone(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if (t.at[i] != '-' && t.at[i] != '?' && t.at[i] != '.' && t.at[i] != '_' && t.at[i] != '/')
            return 0;
    return t.length > 0;
}

/* Millions of names are asked: most do not begin as one of the words below does. */
static int begins_like_one(text t)
{
    char first = t.length >= 3 ? (char)(t.at[0] | 0x20) : 'z',
         second = t.length >= 3 ? (char)(t.at[1] | 0x20) : 'z';

    switch (first) {
    case 'n':
        return strchr("u/.oia", second) != NULL;
    case 'i':
    case 'o':
    case 'u':
        return second == 'n';
    case 'p':
        return second == 'a';
    case 'a':
        return second == ' ' || second == 'a';
    case 'd':
        return second == 'o';
    case '#':
        return second == 'n';
    default: /* "à compléter" */
        return t.length >= 3 && t.at[0] == '\xc3' && (t.at[1] == '\xa0' || t.at[1] == '\x80');
    }
}

int text_is_placeholder(text t)
{
    /* folded, and each begins as said above; "none", "nihil" and "geen" are answers, and are not here */
    static const char *const words[] = {
        "null",           "inconnu",         "inconnue",       "onbekend",        "unknown",
        "non communique", "non communiquee", "niet gekend",    "niet bekend",     "non connu",
        "non connue",     "non renseigne",   "non renseignee", "niet meegedeeld", "niet ingevuld",
        "pas connu",      "pas communique",  "a completer",    "aan te vullen",   "donnee manquante",
        "ontbreekt",
    };
    char plain[24];

    t = text_trim(t);
    if (!t.length || t.length > 40)
        return 0;
    if (is_mark_alone(t))
        return 1;
    /* n/a, n.a. and #N/B, not the name "Na" and not the initials "N. A."; NaN is what programs write */
    if (!begins_like_one(t) || !letters_fold(t, plain, sizeof plain))
        return 0;
    if (strcmp(plain, "nan") == 0)
        return text_is(t, "NaN") || text_is(t, "nan");
    if (strcmp(plain, "n a") == 0 || strcmp(plain, "n b") == 0)
        return t.at[0] == 'n' || memchr(t.at, '/', t.length) != NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(plain, words[i]) == 0)
            return 1;
    return 0;
}
