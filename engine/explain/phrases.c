/*
 * Words of explanations. Plain words: a client may read over the shoulder.
 */
#include "phrases.h"

#include <stdio.h>
#include <string.h>
#include "../evaluate/record.h"

static const char *const phrases[SAY_COUNT][3] = {
    [SAY_YES] = {"oui", "ja", "yes"},
    [SAY_NO] = {"non", "nee", "no"},
    [SAY_UNKNOWN] = {"pas connu", "niet gekend", "not known"},
    [SAY_MONTH] = {"par mois", "per maand", "a month"},
    [SAY_YEAR] = {"par an", "per jaar", "a year"},
    [SAY_NO_DATE] = {"pas de date", "geen datum", "no date"},
    [SAY_MISSING] = {"manque", "ontbreekt", "missing"},
    [SAY_PRESUMED] = {"présumé", "vermoed", "presumed"},
    [SAY_SEE_ABOVE] = {"voir plus haut", "zie hoger", "see above"},
    [SAY_SINCE] = {"depuis le", "sinds", "since"},
    [SAY_ON] = {"au", "op", "on"},
    [SAY_PERSON] = {"Personne", "Persoon", "Person"},
    [SAY_CONDITIONS] = {"Conditions", "Voorwaarden", "Conditions"},
    [SAY_AMOUNT] = {"Montant", "Bedrag", "Amount"},
    [SAY_AMOUNT_LOW] = {"Montant, au plus bas", "Bedrag, minstens", "Amount, at the lowest"},
    [SAY_JUDGED] = {"Ce qu'une personne apprécie", "Wat een mens beoordeelt", "What a human judges"},
    [SAY_MISSING_FACTS] = {"À demander, le plus utile d'abord", "Te vragen, het nuttigste eerst",
                           "To ask, the most useful first"},
    [SAY_PRESUMPTIONS] = {"Présumé, à vérifier à l'enquête sociale",
                          "Vermoed, na te gaan bij het sociaal onderzoek",
                          "Presumed, to verify at the social enquiry"},
    [SAY_OPENS] = {"Ce droit ouvre aussi", "Dit recht opent ook", "This right also opens"},
    [SAY_OFFICE] = {"Où s'adresser", "Waar aankloppen", "Where to go"},
    [SAY_ROUTE] = {"Voie", "Weg", "Route"},
    [SAY_CERTAINTY] = {"Certitude", "Zekerheid", "Certainty"},
    [SAY_RESTS_ON] = {"Repose sur un chiffre ou une lecture à vérifier",
                      "Steunt op een cijfer of lezing die na te gaan is",
                      "Rests on a figure or a reading to verify"},
    [SAY_VERIFIED] = {"vérifié", "nagekeken", "verified"},
    [SAY_DERIVED] = {"calculé de chiffres vérifiés", "berekend uit nagekeken cijfers",
                     "computed from verified figures"},
    [SAY_UNVERIFIED] = {"à vérifier", "na te kijken", "not verified"},
    [SAY_NO_VALUE] = {"pas de valeur à cette date", "geen waarde op die datum", "no value on this date"},
    [SAY_BETWEEN] = {"entre", "tussen", "between"},
    [SAY_AND] = {"et", "en", "and"},
    [SAY_DRAFT] = {"Ceci aide une personne à examiner un droit; ce n'est pas une décision.",
                   "Dit helpt een mens een recht te onderzoeken; het is geen beslissing.",
                   "This helps a person to examine a right; it is not a decision."},
    [SAY_RECEIVING] = {"Ce droit est reçu: rien n'est calculé à son sujet.",
                       "Dit recht wordt ontvangen: er wordt niets over berekend.",
                       "This right is received: nothing is computed about it."},
    [SAY_KINSHIP] = {"Lien de parenté", "Verwantschap", "Kinship"},
    [SAY_HOUSEHOLD] = {"ménage", "huishouden", "household"},
    [SAY_BEST] = {"Au mieux", "In het beste geval", "At best"},
    [SAY_WORST] = {"Au pire", "In het slechtste geval", "At worst"},
    [SAY_NOTHING] = {"rien", "niets", "nothing"},
    [SAY_ENOUGH] = {"Pour trancher, il suffit de savoir", "Om te beslissen volstaat het te weten",
                    "To settle it, it is enough to know"},
    [SAY_UP_TO] = {"jusqu'à", "tot en met", "up to"},
    [SAY_FROM] = {"à partir de", "vanaf", "from"},
    [SAY_WHY_NOT] = {"Pourquoi non", "Waarom niet", "Why not"},
    [SAY_AMOUNT_NIL] = {"Le montant serait nul", "Het bedrag zou nul zijn", "The amount would be nothing"},
    [SAY_WOULD_CHANGE] = {"Ce qui changerait la réponse", "Wat het antwoord zou veranderen",
                          "What would change the answer"},
    [SAY_AT_MOST] = {"au plus", "hoogstens", "at most"},
    [SAY_AT_LEAST] = {"au moins", "minstens", "at least"},
    [SAY_INSTEAD_OF] = {"au lieu de", "in plaats van", "instead of"},
    [SAY_LESS] = {"de moins", "minder", "less"},
    [SAY_MORE] = {"de plus", "meer", "more"},
    [SAY_ONLY_THAT] = {"ne lève que cette condition", "heft enkel deze voorwaarde op",
                       "lifts this condition only"},
    [SAY_STILL_OPEN] = {"alors possible, d'autres faits manquent", "dan mogelijk, andere gegevens ontbreken",
                        "then possible, other facts are missing"},
    [SAY_NO_SINGLE] = {"Aucun changement d'un seul fait ne donnerait ce droit",
                       "Geen verandering van één gegeven zou dit recht geven",
                       "No change of one fact alone would give this right"},
    [SAY_TO_THRESHOLD] = {"écart avec le seuil", "verschil met de grens", "from the threshold"},
    [SAY_BY_ITSELF] = {"Ce qui changera avec le temps", "Wat met de tijd verandert",
                       "What will change with time"},
    [SAY_IF_NOTHING_CHANGES] = {"si rien d'autre ne change", "als er verder niets verandert",
                                "if nothing else changes"},
};

static const char *const verdicts[][3] = {
    [VERDICT_NO] = {"non", "nee", "no"},
    [VERDICT_YES] = {"oui", "ja", "yes"},
    [VERDICT_UNKNOWN] = {"pas connu", "niet gekend", "not known"},
};

static const char *const findings[][3] = {
    [FINDING_NONE] = {"rien à signaler", "niets te melden", "nothing to report"},
    [FINDING_RECEIVING] = {"reçoit ce droit", "ontvangt dit recht", "receives this right"},
    [FINDING_COVERED] = {"couvert par le montant du partenaire", "gedekt door het bedrag van de partner",
                         "covered by the partner's amount"},
    [FINDING_PENDING] = {"demande en cours", "aanvraag lopend", "application under way"},
    [FINDING_LIKELY] = {"droit probable, non reçu", "waarschijnlijk recht, niet ontvangen",
                        "likely right, not received"},
    [FINDING_POSSIBLE] = {"droit possible, non reçu", "mogelijk recht, niet ontvangen",
                          "possible right, not received"},
    [FINDING_TO_CHECK] = {"à vérifier: on ne sait pas si ce droit est reçu",
                          "na te gaan: niet gekend of dit recht ontvangen wordt",
                          "to check: it is not known whether this right is received"},
    [FINDING_INTERRUPTED] = {"interrompu: reçu avant, encore dû semble-t-il",
                             "onderbroken: vroeger ontvangen, lijkt nog verschuldigd",
                             "interrupted: received before, still due it seems"},
};

static const char *const certainties[][3] = {
    [CERTAINTY_CERTAIN] = {"certain pour ce qui se calcule", "zeker voor wat te berekenen is",
                           "certain as far as it can be computed"},
    [CERTAINTY_PROBABLE] = {"probable", "waarschijnlijk", "probable"},
    [CERTAINTY_POSSIBLE] = {"possible", "mogelijk", "possible"},
};

const char *say(phrase p, ayant_language l)
{
    return phrases[p][l];
}

const char *say_label(const label *x, ayant_language l, const char *otherwise)
{
    const char *said = l == AYANT_FR ? x->fr : l == AYANT_NL ? x->nl : x->en;

    if (!said)
        said = x->fr ? x->fr : x->nl;
    return said ? said : otherwise;
}

const char *say_verdict(verdict v, ayant_language l)
{
    return verdicts[v][l];
}

const char *say_finding(finding f, ayant_language l)
{
    return findings[f][l];
}

const char *say_certainty(certainty c, ayant_language l)
{
    return certainties[c][l];
}

static void decimal_comma(char *number, ayant_language l)
{
    char *point = l == AYANT_EN ? NULL : strchr(number, '.');

    if (point)
        *point = ',';
}

static void one_value(const type *t, double x, ayant_language l, char out[96])
{
    char number[32];

    if (t->kind == KIND_MONEY) {
        const char *per = t->per == PERIOD_MONTH  ? say(SAY_MONTH, l)
                          : t->per == PERIOD_YEAR ? say(SAY_YEAR, l)
                                                  : "";

        cents_print(number, (micro)x);
        decimal_comma(number, l);
        snprintf(out, 96, "%s EUR%s%s", number, *per ? " " : "", per);
    } else if (t->kind == KIND_DATE) {
        day_print(number, (day)x);
        snprintf(out, 96, "%s", *number ? number : say(SAY_NO_DATE, l));
    } else {
        micro_print(number, (micro)x, 0);
        decimal_comma(number, l);
        snprintf(out, 96, "%s", number);
    }
}

static void word_set(const type *t, uint64_t words, ayant_language l, char *out, size_t size)
{
    size_t used = 0;
    uint64_t all = ((uint64_t)1 << t->word_count) - 1;

    out[0] = '\0';
    if (t->word_count > 1 && (words & all) == all) {
        snprintf(out, size, "%s", say(SAY_UNKNOWN, l));
        return;
    }
    for (size_t i = 0; i < t->word_count && used < size; i++)
        if (words >> i & 1)
            used += (size_t)snprintf(out + used, size - used, "%s%s", used ? " / " : "", t->words[i]);
}

void say_value(const type *t, double low, double high, uint64_t words, ayant_language l, char *out,
               size_t size)
{
    char a[96], b[96];

    if (t->kind == KIND_TRUTH) {
        snprintf(out, size, "%s",
                 low != high ? say(SAY_UNKNOWN, l)
                 : low != 0  ? say(SAY_YES, l)
                             : say(SAY_NO, l));
    } else if (t->kind == KIND_WORD) {
        word_set(t, words, l, out, size);
    } else {
        one_value(t, low, l, a);
        one_value(t, high, l, b);
        if (low == high)
            snprintf(out, size, "%s", a);
        else
            snprintf(out, size, "%s %s %s %s", say(SAY_BETWEEN, l), a, say(SAY_AND, l), b);
    }
}

void say_cell(const fact *f, cell value, ayant_language l, char *out, size_t size)
{
    type t = {f->kind, f->per, f->whole, NULL, 0};

    t.words = f->words;
    t.word_count = f->word_count;
    say_value(&t, value * cell_scale(f), value * cell_scale(f), (uint64_t)1 << (value & 63), l, out, size);
}
