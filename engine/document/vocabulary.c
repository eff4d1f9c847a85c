/*
 * Words of vocabularies. Rules give words without labels; those of the Belgian
 * rules and of kinship are here, in one table, sorted by subject.
 */
#include "vocabulary.h"

#include <string.h>

typedef struct entry {
    const char *word, *said[2];
} entry;

static const entry entries[] = {
    /* links and kinship */
    {"partner", {"partenaire", "partner"}},
    {"mother", {"mère", "moeder"}},
    {"father", {"père", "vader"}},
    {"parent", {"parent", "ouder"}},
    {"child", {"enfant", "kind"}},
    {"grandparent",
     {"grand-parent ou autre ascendant", "grootouder of andere bloedverwant in opgaande lijn"}},
    {"grandchild",
     {"petit-enfant ou autre descendant", "kleinkind of andere bloedverwant in neerdalende lijn"}},
    {"sibling", {"frère ou sœur", "broer of zus"}},
    {"parent_in_law", {"beau-parent", "schoonouder"}},
    {"child_in_law", {"gendre ou belle-fille", "schoonkind"}},
    {"parent_of_partner", {"parent du partenaire", "ouder van de partner"}},
    {"child_of_partner", {"enfant du partenaire", "kind van de partner"}},
    {"partner_of_parent", {"partenaire d'un parent", "partner van een ouder"}},
    {"partner_of_child", {"partenaire d'un enfant", "partner van een kind"}},
    {"partner_of_grandchild", {"partenaire d'un petit-enfant", "partner van een kleinkind"}},
    {"grandparent_of_partner", {"grand-parent du partenaire", "grootouder van de partner"}},
    {"grandchild_of_partner", {"petit-enfant du partenaire", "kleinkind van de partner"}},
    {"other_relative", {"autre parenté", "andere verwant"}},
    {"unrelated", {"sans parenté", "geen verwant"}},
    /* stay */
    {"belgian", {"Belge", "Belg"}},
    {"eu", {"citoyen de l'Union européenne", "burger van de Europese Unie"}},
    {"refugee", {"réfugié", "vluchteling"}},
    {"subsidiary", {"protection subsidiaire", "subsidiaire bescherming"}},
    {"stateless", {"apatride", "staatloze"}},
    {"population_register",
     {"inscrit au registre de la population", "ingeschreven in het bevolkingsregister"}},
    {"foreigners_register",
     {"inscrit au registre des étrangers", "ingeschreven in het vreemdelingenregister"}},
    {"temporary_protection", {"protection temporaire", "tijdelijke bescherming"}},
    {"asylum_seeker", {"demandeur de protection internationale", "verzoeker om internationale bescherming"}},
    {"short_stay", {"court séjour", "kort verblijf"}},
    {"irregular", {"sans titre de séjour", "zonder verblijfstitel"}},
    /* civil status, partnership */
    {"single", {"célibataire", "ongehuwd"}},
    {"married", {"marié", "gehuwd"}},
    {"legally_cohabiting", {"cohabitant légal", "wettelijk samenwonend"}},
    {"divorced", {"divorcé", "gescheiden"}},
    {"widowed", {"veuf ou veuve", "weduwe of weduwnaar"}},
    {"separated", {"séparé", "feitelijk gescheiden"}},
    {"legal", {"cohabitation légale", "wettelijke samenwoning"}},
    {"de_facto", {"cohabitation de fait", "feitelijke samenwoning"}},
    /* categories and routes */
    {"family", {"famille à charge", "gezin ten laste"}},
    {"cohabitant", {"cohabitant", "samenwonend"}},
    {"isolated", {"isolé", "alleenstaand"}},
    {"base", {"montant de base", "basisbedrag"}},
    {"increased", {"montant majoré", "verhoogd bedrag"}},
    {"ris", {"revenu d'intégration", "leefloon"}},
    {"eris", {"aide équivalente", "equivalent leefloon"}},
    {"automatic", {"d'office", "ambtshalve"}},
    {"initiative", {"à l'initiative de la mutualité", "op initiatief van het ziekenfonds"}},
    {"income_month", {"sur demande, revenus du mois", "op aanvraag, inkomsten van de maand"}},
    {"income_year",
     {"sur demande, revenus de l'année précédente", "op aanvraag, inkomsten van het vorige jaar"}},
    {"affiliate", {"affiliation d'abord", "eerst aansluiten"}},
    {"ask_cpas", {"à demander au CPAS", "te vragen aan het OCMW"}},
    {"own", {"logement propre", "eigen woning"}},
    {"reference", {"adresse de référence", "referentieadres"}},
    {"shelter", {"centre d'accueil", "opvangcentrum"}},
    {"third_party", {"chez quelqu'un", "bij iemand"}},
    {"street", {"à la rue", "op straat"}},
    {"institution", {"institution", "instelling"}},
    {"f", {"femme", "vrouw"}},
    {"m", {"homme", "man"}},
    {"x", {"autre", "anders"}},
    {"mutuality", {"mutualité", "ziekenfonds"}},
    {"caami", {"CAAMI", "HZIV"}},
    {"fedasil", {"Fedasil", "Fedasil"}},
    {"insurance", {"assurance soins de santé", "ziekteverzekering"}},
    {"guarantor", {"garant", "garantsteller"}},
    {"none", {"aucun", "geen"}},
    /* work exemption, transfers, applications */
    {"general", {"générale", "algemeen"}},
    {"student", {"étudiant", "student"}},
    {"shortage", {"métier en pénurie", "knelpuntberoep"}},
    {"artistic", {"artistique", "artistiek"}},
    {"sale", {"vente", "verkoop"}},
    {"gift", {"donation", "schenking"}},
    {"pending", {"en cours", "lopend"}},
    {"refused", {"refusée", "geweigerd"}},
    /* findings and certainties, as cases expect them */
    {"receiving", {"reçoit ce droit", "ontvangt dit recht"}},
    {"covered", {"couvert par le montant du partenaire", "gedekt door het bedrag van de partner"}},
    {"likely", {"droit probable, non reçu", "waarschijnlijk recht, niet ontvangen"}},
    {"possible", {"droit possible, non reçu", "mogelijk recht, niet ontvangen"}},
    {"to_check", {"à vérifier", "na te gaan"}},
    {"interrupted", {"interrompu", "onderbroken"}},
    {"certain", {"certain", "zeker"}},
    {"probable", {"probable", "waarschijnlijk"}},
    {"yes", {"oui", "ja"}},
    {"no", {"non", "nee"}},
    {"unknown", {"pas connu", "niet gekend"}},
};

static const entry sets[] = {
    {"others", {"autres membres du ménage", "andere leden van het huishouden"}},
    {"members", {"membres du ménage", "leden van het huishouden"}},
    {"children", {"enfants présents dans le ménage", "kinderen in het huishouden"}},
    {"parents", {"parents présents dans le ménage", "ouders in het huishouden"}},
    {"siblings", {"frères et sœurs présents dans le ménage", "broers en zussen in het huishouden"}},
    {"ascendants",
     {"ascendants présents dans le ménage", "bloedverwanten in opgaande lijn in het huishouden"}},
    {"descendants",
     {"descendants présents dans le ménage", "bloedverwanten in neerdalende lijn in het huishouden"}},
    {"parents_in_law", {"beaux-parents présents dans le ménage", "schoonouders in het huishouden"}},
    {"children_in_law",
     {"gendres et belles-filles présents dans le ménage", "schoonkinderen in het huishouden"}},
};

static const char *find(const entry *table, size_t count, const char *word, ayant_language l)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].word, word) == 0)
            return table[i].said[l == AYANT_NL];
    return NULL;
}

const char *vocabulary_said(const char *word, ayant_language l)
{
    return find(entries, sizeof entries / sizeof *entries, word, l);
}

const char *set_said(const char *name, ayant_language l)
{
    return find(sets, sizeof sets / sizeof *sets, name, l);
}
