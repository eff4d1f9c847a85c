/*
 * Phrases, and who is who.
 */
#include "wording.h"

#include <string.h>

static const char *const phrases[ASK_PHRASES][3] = {
    [ASK_YOU] = {"vous", "u", "you"},
    [ASK_HINT_TRUTH] = {"Répondez par oui ou par non, ou par ? si vous ne savez pas.",
                        "Antwoord met ja of nee, of met ? als u het niet weet.",
                        "Answer yes or no, or ? if you do not know."},
    [ASK_HINT_MONEY] =
        {"Écrivez un montant en euros, par exemple 1250,50. Écrivez 0 s'il n'y a rien, ? si vous ne savez "
         "pas.",
         "Schrijf een bedrag in euro, bijvoorbeeld 1250,50. Schrijf 0 als er niets is, ? als u het niet "
         "weet.",
         "Write an amount in euros, for example 1250.50. Write 0 for nothing, ? if you do not know."},
    [ASK_HINT_DATE] =
        {"Écrivez une date, jour/mois/année, par exemple 05/11/1957, ou ? si vous ne savez pas.",
         "Schrijf een datum, dag/maand/jaar, bijvoorbeeld 05/11/1957, of ? als u het niet weet.",
         "Write a date, day/month/year, for example 05/11/1957, or ? if you do not know."},
    [ASK_HINT_DATE_NEVER] =
        {"Écrivez une date, jour/mois/année, par exemple 05/11/2024, ou jamais, ou ? si vous ne savez pas.",
         "Schrijf een datum, dag/maand/jaar, bijvoorbeeld 05/11/2024, of nooit, of ? als u het niet weet.",
         "Write a date, day/month/year, for example 05/11/2024, or never, or ? if you do not know."},
    [ASK_HINT_WORD] = {"Écrivez le numéro de votre réponse, de 1 à %ld, ou ? si vous ne savez pas.",
                       "Schrijf het nummer van uw antwoord, van 1 tot %ld, of ? als u het niet weet.",
                       "Write the number of your answer, from 1 to %ld, or ? if you do not know."},
    [ASK_HINT_NUMBER] = {"Écrivez un nombre entier, de %ld à %ld, ou ? si vous ne savez pas.",
                         "Schrijf een geheel getal, van %ld tot %ld, of ? als u het niet weet.",
                         "Write a whole number, from %ld to %ld, or ? if you do not know."},
    [ASK_ABOUT] = {"À propos de %s : ", "Over %s: ", "About %s: "},
    [ASK_IS_IT_SO] = {"%s : est-ce exact ?", "%s: klopt dat?", "%s: is that so?"},
    [ASK_HOW_MUCH] = {"%s : combien ? Répondez 0 s'il n'y a rien.",
                      "%s: hoeveel? Antwoord 0 als er niets is.",
                      "%s: how much? Answer 0 if there is nothing."},
    [ASK_WHICH] = {"%s ?", "%s?", "%s?"},
    [ASK_KINSHIP] = {"Quel est le lien entre %s et %s ?", "Wat is de band tussen %s en %s?",
                     "How are %s and %s related?"},
    [ASK_EXPLAIN] = {"La réponse peut changer ce que l'on sait de : %s.",
                     "Het antwoord kan iets veranderen aan: %s.",
                     "The answer can change what is known of: %s."},
    [ASK_EXPLAIN_HOME] = {"Les montants dépendent des personnes avec qui vous vivez.",
                          "De bedragen hangen af van de mensen met wie u woont.",
                          "The amounts depend on the people you live with."},
    [ASK_EXPLAIN_RECEIPT] = {"Si vous le recevez déjà, il n'y a plus rien à demander pour : %s.",
                             "Als u het al krijgt, hoeft er niets meer gevraagd te worden voor: %s.",
                             "If you already have it, nothing more needs to be asked for: %s."},
    [ASK_NOTE] =
        {"Cette réponse n'est enregistrée nulle part. Vous n'êtes pas obligé de répondre : écrivez ?.",
         "Dit antwoord wordt nergens bewaard. U hoeft niet te antwoorden: schrijf ?.",
         "This answer is not kept anywhere. You do not have to answer: write ?."},
    [ASK_EUR] = {"EUR", "EUR", "EUR"},
    [ASK_EUR_MONTH] = {"EUR par mois", "EUR per maand", "EUR a month"},
    [ASK_EUR_YEAR] = {"EUR par an", "EUR per jaar", "EUR a year"},
    [ASK_Q_ALONE] = {"Vivez-vous seul ou seule ?", "Woont u alleen?", "Do you live alone?"},
    [ASK_Q_PARTNER] = {"Vivez-vous avec un conjoint ou un partenaire ?",
                       "Woont u samen met een echtgenoot of partner?",
                       "Do you live with a husband, wife or partner?"},
    [ASK_Q_CHILDREN] = {"Combien d'enfants de moins de 18 ans vivent avec vous, même une partie du temps ?",
                        "Hoeveel kinderen jonger dan 18 wonen bij u, ook een deel van de tijd?",
                        "How many children under 18 live with you, even part of the time?"},
    [ASK_Q_WHOSE] = {"Qui sont ces enfants pour vous ?", "Wie zijn deze kinderen voor u?",
                     "Who are these children to you?"},
    [ASK_Q_WHOSE_ONE] = {"Qui est cet enfant pour vous ?", "Wie is dit kind voor u?",
                         "Who is this child to you?"},
    [ASK_Q_CHILD] = {"Qui est %s pour vous ?", "Wie is %s voor u?", "Who is %s to you?"},
    [ASK_Q_ADULTS] =
        {"Combien d'autres personnes de 18 ans ou plus vivent avec vous, sans compter votre partenaire ?",
         "Hoeveel andere mensen van 18 of ouder wonen bij u, uw partner niet meegeteld?",
         "How many other people of 18 or more live with you, not counting your partner?"},
    [ASK_Q_ADULT] = {"Qui est %s pour vous ?", "Wie is %s voor u?", "Who is %s to you?"},
    [ASK_Q_PARENTS] = {"Vos deux parents vivent-ils en couple ?", "Vormen uw twee ouders een koppel?",
                       "Are your two parents a couple?"},
    [ASK_PERSON] = {"la %s autre personne", "de %s andere persoon", "the %s other person"},
    [ASK_CHILD] = {"le %s enfant", "het %s kind", "the %s child"},
    [ASK_ONE_PERSON] = {"l'autre personne", "de andere persoon", "the other person"},
    [ASK_ONE_CHILD] = {"cet enfant", "dit kind", "this child"},
    [ASK_ORDINAL] = {"%zue", "%zue", "%zuth"},
    [SAID_RECEIVES] = {"vous l'avez déjà ; rien n'est calculé à ce sujet",
                       "u hebt het al; er wordt niets over berekend",
                       "you already have it; nothing is computed about it"},
    [SAID_LIKELY] = {"vous y avez probablement droit", "u hebt er waarschijnlijk recht op",
                     "you are probably entitled to it"},
    [SAID_LIKELY_AMOUNT] = {"vous y avez probablement droit : %s par mois",
                            "u hebt er waarschijnlijk recht op: %s per maand",
                            "you are probably entitled to it: %s a month"},
    [SAID_TO_CHECK] = {"; vérifiez si vous l'avez déjà", "; ga na of u het al hebt",
                       "; check whether you already have it"},
    [SAID_POSSIBLE] = {"c'est possible : il manque encore des renseignements",
                       "het is mogelijk: er ontbreken nog gegevens",
                       "it is possible: some information is still missing"},
    [SAID_POSSIBLE_AMOUNT] = {"c'est possible : il manque encore des renseignements (%s par mois)",
                              "het is mogelijk: er ontbreken nog gegevens (%s per maand)",
                              "it is possible: some information is still missing (%s a month)"},
    [SAID_ASK] = {"vous pouvez le demander ; une personne examine avec vous",
                  "u kunt het vragen; iemand bekijkt het met u",
                  "you can ask for it; a person looks at it with you"},
    [SAID_NO] = {"pas d'après vos réponses d'aujourd'hui", "niet volgens uw antwoorden van vandaag",
                 "not by today's answers"},
    [SAID_NO_BECAUSE] = {"pas d'après vos réponses d'aujourd'hui (%s : non)",
                         "niet volgens uw antwoorden van vandaag (%s: nee)",
                         "not by today's answers (%s: no)"},
    [SAID_ELSEWHERE] = {"une autre voie est ouverte : %s", "een andere weg staat open: %s",
                        "another way is open: %s"},
    [SAID_BETWEEN] = {"entre %s et %s", "tussen %s en %s", "between %s and %s"},
    [SAID_AT_MOST] = {"au plus %s", "hoogstens %s", "at most %s"},
    [END_TITLE] = {"Vos droits", "Uw rechten", "Your rights"},
    [END_LIKELY] = {"Vous avez probablement droit à", "U hebt waarschijnlijk recht op",
                    "You are probably entitled to"},
    [END_POSSIBLE] = {"Vous avez peut-être droit à", "U hebt misschien recht op", "You may be entitled to"},
    [END_NOT] = {"Pas d'après vos réponses d'aujourd'hui", "Niet volgens uw antwoorden van vandaag",
                 "Not by today's answers"},
    [END_RECEIVED] = {"Vous avez déjà", "U hebt al", "You already have"},
    [END_WHERE] = {"Où aller", "Waar naartoe", "Where to go"},
    [END_HUMAN] = {"Une personne regarde encore", "Iemand bekijkt nog", "A person still looks at"},
    [END_MISSING] = {"Il manque encore", "Er ontbreekt nog", "Still missing"},
    [END_OPENS] = {"Ce droit en ouvre un autre", "Dit recht opent nog een ander",
                   "This right opens another one"},
    [END_DOUBT] = {"Repose sur un chiffre ou une règle que nous devons encore vérifier",
                   "Steunt op een cijfer of regel die wij nog moeten nakijken",
                   "Rests on a figure or a rule we still have to verify"},
    [END_PRESUMED] = {"Nous avons supposé, à vérifier avec vous", "Wij namen aan, na te gaan met u",
                      "We presumed, to be checked with you"},
    [END_PROOFS] = {"Papiers à prendre avec vous, si vous les avez",
                    "Papieren om mee te nemen, als u ze hebt", "Papers to take with you, if you have them"},
    [END_COVERS] = {"Ce montant couvre aussi votre partenaire", "Dit bedrag dekt ook uw partner",
                    "This amount covers your partner too"},
    [END_GUESSED] = {"Les personnes avec qui vous vivez", "De mensen met wie u woont",
                     "The people you live with"},
    [END_DRAFT] = {"Ceci n'est pas une décision : c'est une aide pour demander. Même sans papiers, vous "
                   "pouvez demander.",
                   "Dit is geen beslissing: het is een hulp om te vragen. Ook zonder papieren kunt u vragen.",
                   "This is not a decision: it helps you to ask. You can ask even without papers."},
    [END_STORED] = {"Rien de ce que vous avez répondu n'est enregistré.",
                    "Niets van wat u antwoordde wordt bewaard.", "Nothing you answered is kept."},
    [END_HELP] = {"Besoin d'aide ? Allo ? Aide sociale : 0800 35 243 (gratuit).",
                  "Hulp nodig? Allo? Sociale hulp: 0800 35 243 (gratis).",
                  "Need help? Allo ? Aide sociale: 0800 35 243 (free)."},
};

const char *ask_say(phrase_ask p, ayant_language l)
{
    return phrases[p][l];
}

const char *ask_label(const label *x, ayant_language l, const char *otherwise)
{
    const char *mine = l == AYANT_FR ? x->fr : l == AYANT_NL ? x->nl : x->en;

    if (mine)
        return mine;
    if (x->en && l == AYANT_EN)
        return x->en;
    return x->fr ? x->fr : x->nl ? x->nl : otherwise;
}

/* ---- who ---- */

typedef struct kin_row {
    const char *word;
    const char *choice[3];
    const char *one[3], *several[3];
} kin_row;

static const kin_row kins[HOME_KINS] = {
    [IS_NOT_KNOWN] = {"not_known",
                      {NULL, NULL, NULL},
                      {"l'autre personne", "de andere persoon", "the other person"},
                      {"la %s autre personne", "de %s andere persoon", "the %s other person"}},
    [IS_PARTNER] = {"partner",
                    {"partenaire", "partner", "partner"},
                    {"votre partenaire", "uw partner", "your partner"},
                    {"votre %s partenaire", "uw %s partner", "your %s partner"}},
    [IS_CHILD] = {"child",
                  {"votre enfant", "uw kind", "your child"},
                  {"votre enfant", "uw kind", "your child"},
                  {"votre %s enfant", "uw %s kind", "your %s child"}},
    [IS_CHILD_OF_BOTH] = {"child_of_both",
                          {"votre enfant et celui de votre partenaire", "kind van u en uw partner",
                           "the child of you and your partner"},
                          {"votre enfant", "uw kind", "your child"},
                          {"votre %s enfant", "uw %s kind", "your %s child"}},
    [IS_CHILD_OF_PARTNER] = {"child_of_partner",
                             {"l'enfant de votre partenaire seulement", "kind van uw partner alleen",
                              "your partner's child only"},
                             {"l'enfant de votre partenaire", "het kind van uw partner",
                              "your partner's child"},
                             {"le %s enfant de votre partenaire", "het %s kind van uw partner",
                              "your partner's %s child"}},
    [IS_PARENT] = {"parent",
                   {"votre père ou votre mère", "uw vader of moeder", "your father or mother"},
                   {"votre parent", "uw ouder", "your parent"},
                   {"votre %s parent", "uw %s ouder", "your %s parent"}},
    [IS_PARENT_OF_PARTNER] = {"parent_of_partner",
                              {"le père ou la mère de votre partenaire", "vader of moeder van uw partner",
                               "your partner's father or mother"},
                              {"le parent de votre partenaire", "de ouder van uw partner",
                               "your partner's parent"},
                              {"le %s parent de votre partenaire", "de %s ouder van uw partner",
                               "your partner's %s parent"}},
    [IS_PARTNER_OF_PARENT] = {"partner_of_parent",
                              {"le conjoint ou partenaire de votre père ou mère",
                               "partner van uw vader of moeder", "the partner of your father or mother"},
                              {"le partenaire de votre parent", "de partner van uw ouder",
                               "your parent's partner"},
                              {"le %s partenaire d'un parent", "de %s partner van een ouder",
                               "the %s partner of a parent"}},
    [IS_PARTNER_OF_CHILD] =
        {"partner_of_child",
         {"le conjoint ou partenaire de votre enfant", "partner van uw kind", "the partner of your child"},
         {"le partenaire de votre enfant", "de partner van uw kind", "your child's partner"},
         {"le %s partenaire d'un enfant", "de %s partner van een kind", "the %s partner of a child"}},
    [IS_GRANDPARENT] = {"grandparent",
                        {"votre grand-parent", "uw grootouder", "your grandparent"},
                        {"votre grand-parent", "uw grootouder", "your grandparent"},
                        {"votre %s grand-parent", "uw %s grootouder", "your %s grandparent"}},
    [IS_GRANDCHILD] = {"grandchild",
                       {"votre petit-enfant", "uw kleinkind", "your grandchild"},
                       {"votre petit-enfant", "uw kleinkind", "your grandchild"},
                       {"votre %s petit-enfant", "uw %s kleinkind", "your %s grandchild"}},
    [IS_SIBLING] = {"sibling",
                    {"votre frère ou votre sœur", "uw broer of zus", "your brother or sister"},
                    {"votre frère ou sœur", "uw broer of zus", "your brother or sister"},
                    {"votre %s frère ou sœur", "uw %s broer of zus", "your %s brother or sister"}},
    [IS_OTHER_RELATIVE] = {"other_relative",
                           {"quelqu'un d'autre de votre famille", "iemand anders van uw familie",
                            "somebody else of your family"},
                           {"l'autre membre de votre famille", "het andere familielid",
                            "the other member of your family"},
                           {"le %s autre membre de votre famille", "het %s andere familielid",
                            "the %s other member of your family"}},
    [IS_UNRELATED] = {"unrelated",
                      {"quelqu'un qui n'est pas de votre famille", "iemand die geen familie is",
                       "somebody who is not family"},
                      {"l'autre personne", "de andere persoon", "the other person"},
                      {"la %s autre personne", "de %s andere persoon", "the %s other person"}},
    [IS_MIXED] = {"mixed",
                  {"ce n'est pas pareil pour tous", "dat verschilt per kind", "not the same for all of them"},
                  {NULL, NULL, NULL},
                  {NULL, NULL, NULL}},
};

const char *home_kin_word(int kin)
{
    return kins[kin].word;
}

const char *home_kin_choice(int kin, ayant_language l)
{
    return kins[kin].choice[l];
}

const char *home_kin_who(int kin, int several, ayant_language l)
{
    return several ? kins[kin].several[l] : kins[kin].one[l];
}

static const char *const partnerships[][4] = {
    {"none", "non", "nee", "no"},
    {"married", "oui, marié", "ja, gehuwd", "yes, married"},
    {"legal", "oui, cohabitation légale (déclarée à la commune)",
     "ja, wettelijk samenwonend (verklaard bij de gemeente)",
     "yes, legal cohabitation (declared at the town hall)"},
    {"de_facto", "oui, en couple, sans mariage ni déclaration",
     "ja, als koppel, zonder huwelijk of verklaring", "yes, as a couple, neither married nor declared"},
};

const char *partnership_word(int partnership)
{
    return partnerships[partnership][0];
}

const char *partnership_said(int partnership, ayant_language l)
{
    return partnerships[partnership][1 + l];
}

const char *ordinal(size_t n, ayant_language l)
{
    static const char *const words[][3] = {
        {"premier", "eerste", "first"},     {"deuxième", "tweede", "second"},
        {"troisième", "derde", "third"},    {"quatrième", "vierde", "fourth"},
        {"cinquième", "vijfde", "fifth"},   {"sixième", "zesde", "sixth"},
        {"septième", "zevende", "seventh"}, {"huitième", "achtste", "eighth"},
        {"neuvième", "negende", "ninth"},   {"dixième", "tiende", "tenth"},
    };

    return n >= 1 && n <= 10 ? words[n - 1][l] : NULL;
}

/* ---- kinship of two others ---- */

static const struct {
    kinship kin;
    const char *word, *said[3];
} others[] = {
    {KIN_SIBLING, "sibling", {"frères ou sœurs", "broers of zussen", "brothers or sisters"}},
    {KIN_GRANDPARENT,
     "grandparent",
     {"le second est le grand-parent du premier", "de tweede is grootouder van de eerste",
      "the second is the grandparent of the first"}},
    {KIN_GRANDCHILD,
     "grandchild",
     {"le second est le petit-enfant du premier", "de tweede is kleinkind van de eerste",
      "the second is the grandchild of the first"}},
    {KIN_PARENT_IN_LAW,
     "parent_in_law",
     {"le second est le beau-parent du premier", "de tweede is schoonouder van de eerste",
      "the second is the parent-in-law of the first"}},
    {KIN_CHILD_IN_LAW,
     "child_in_law",
     {"le second est le gendre ou la belle-fille du premier", "de tweede is schoonkind van de eerste",
      "the second is the child-in-law of the first"}},
    {KIN_OTHER_RELATIVE,
     "other_relative",
     {"de la même famille, autrement", "familie, op een andere manier", "family, in another way"}},
    {KIN_UNRELATED, "unrelated", {"pas de la même famille", "geen familie", "not family"}},
};

size_t kinship_choices(void)
{
    return sizeof others / sizeof *others;
}

kinship kinship_choice(size_t i)
{
    return others[i].kin;
}

const char *kinship_word(size_t i)
{
    return others[i].word;
}

const char *kinship_said(size_t i, ayant_language l)
{
    return others[i].said[l];
}
