/*
 * What is done with a caseload, and what for when nobody says: one table for
 * the journal, which keeps one spelling, and for the people who read it.
 */
#include <string.h>

#include "journal.h"

static const journal_word words[] = {
    {"import", "import", "invoer", "keeping the caseload", "tenue du fichier", "bijhouden van het bestand"},
    {"screen", "recherche", "opsporing", "finding rights that are not claimed",
     "trouver des droits non demandés", "niet-opgenomen rechten vinden"},
    {"list", "liste de réponses", "lijst met antwoorden", "finding rights that are not claimed",
     "trouver des droits non demandés", "niet-opgenomen rechten vinden"},
    {"contacts", "liste de contacts", "contactlijst", "drafting a list of people to contact",
     "dresser une liste de contacts", "een contactlijst opstellen"},
    {"gaps", "données manquantes", "ontbrekende gegevens", "finding which facts to ask for",
     "savoir quoi demander", "weten wat te vragen"},
    {"explain", "explication", "uitleg", "explaining an answer", "expliquer une réponse",
     "een antwoord uitleggen"},
    {"check", "vérification des règles", "nazicht van de regels", "finding which figures answers rest on",
     "savoir sur quels chiffres reposent les réponses", "weten op welke cijfers antwoorden rusten"},
    {"sheet", "accès (art. 15)", "inzage (art. 15)", "answering a request for access",
     "répondre à une demande d'accès", "een vraag om inzage beantwoorden"},
    {"rectify", "correction", "verbetering", "", "", ""},
    {"object", "opposition", "bezwaar", "noting an objection", "noter une opposition", "een bezwaar noteren"},
    {"erase", "effacement", "wissing", "", "", ""},
    {"purge", "fin de conservation", "einde van de bewaring", "keeping no longer than needed",
     "ne pas garder plus que nécessaire", "niet langer bewaren dan nodig"},
    {"keep", "durée de conservation", "bewaartermijn", "keeping no longer than needed",
     "ne pas garder plus que nécessaire", "niet langer bewaren dan nodig"},
    {"seal", "chiffrement", "versleuteling", "security of the caseload", "sécurité du fichier",
     "beveiliging van het bestand"},
    {"unseal", "déchiffrement", "ontsleuteling", "security of the caseload", "sécurité du fichier",
     "beveiliging van het bestand"},
    {"rekey", "nouvelle clé", "nieuwe sleutel", "security of the caseload", "sécurité du fichier",
     "beveiliging van het bestand"},
    {"open", "lecture", "lezing", "", "", ""},
};

const journal_word *journal_word_of(const char *what)
{
    for (size_t i = 0; what && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].what, what) == 0)
            return &words[i];
    return NULL;
}
