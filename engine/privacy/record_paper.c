/*
 * The record of processing of article 30 of the GDPR, in French or Dutch.
 *
 * What the engine knows is filled in: data, sensitive data, recipients,
 * periods, security. What only the controller knows is left blank and marked.
 */
#include <stdio.h>

#include "paper.h"
#include "privacy.h"

#define W(fr, nl) paper_words(p, fr, nl)

static void who(paper *p)
{
    paper_section(p, W("1. Responsable du traitement", "1. Verwerkingsverantwoordelijke"));
    paper_blank(p, W("Nom et adresse du CPAS", "Naam en adres van het OCMW"));
    paper_blank(p, W("Représentant", "Vertegenwoordiger"));
    paper_blank(p, W("Délégué à la protection des données", "Functionaris voor gegevensbescherming"));
    paper_blank(p, W("Sous-traitants (hébergement, sauvegardes)", "Verwerkers (hosting, back-ups)"));
}

static void why(paper *p)
{
    paper_section(p, W("2. Finalités", "2. Doeleinden"));
    paper_text(
        p,
        W("Trouver les personnes qui semblent avoir droit à une aide sociale et ne la reçoivent pas, pour la "
          "leur proposer.",
          "Personen vinden die recht lijken te hebben op sociale hulp en die niet ontvangen, om ze hun aan "
          "te bieden."));
    paper_text(
        p,
        W("Dresser des listes de contacts en projet, qu'une personne désignée signe. Le programme n'envoie "
          "rien et ne décide rien (art. 22 RGPD).",
          "Ontwerplijsten van contacten opstellen, die een aangewezen persoon tekent. Het programma "
          "verstuurt niets en beslist niets (art. 22 AVG)."));
    paper_text(
        p,
        W("Exclu : contrôler, sanctionner, chercher des montants perçus en trop. Aucun résultat du programme "
          "ne le dit d'une personne.",
          "Uitgesloten: controleren, bestraffen, te veel ontvangen bedragen zoeken. Geen enkel resultaat "
          "van het programma zegt dit over een persoon."));
    paper_section(p, W("3. Base légale (à confirmer par le service juridique)",
                       "3. Rechtsgrond (te bevestigen door de juridische dienst)"));
    paper_text(
        p,
        W("Mission d'intérêt public, art. 6.1 c et e RGPD ; loi organique du 8 juillet 1976, art. 57 et 60, "
          "§ 2 ; loi du 26 mai 2002 (intégration sociale).",
          "Taak van algemeen belang, art. 6.1 c en e AVG; organieke wet van 8 juli 1976, art. 57 en 60, § 2; "
          "wet van 26 mei 2002 (maatschappelijke integratie)."));
    paper_text(
        p, W("Données sensibles : art. 9.2 b et g RGPD. Numéro de registre national : loi du 8 août 1983, "
             "autorisation requise.",
             "Gevoelige gegevens: art. 9.2 b en g AVG. Rijksregisternummer: wet van 8 augustus 1983, "
             "machtiging vereist."));
    paper_blank(p, W("Délibérations et autorisations (n° et date)",
                     "Beraadslagingen en machtigingen (nr. en datum)"));
}

static void whom(paper *p, const holdings *held)
{
    paper_section(p, W("4. Personnes concernées", "4. Betrokkenen"));
    paper_text(p, W("Personnes suivies par le CPAS et membres de leur ménage, enfants compris.",
                    "Personen gevolgd door het OCMW en hun gezinsleden, kinderen inbegrepen."));
    if (!held)
        return;
    paper_line_print(p, W("Dans ce fichier", "In dit bestand"),
                     W("%llu personnes, %llu ménages, importés le %.10s",
                       "%llu personen, %llu gezinnen, ingevoerd op %.10s"),
                     (unsigned long long)held->persons, (unsigned long long)held->households,
                     *held->imported ? held->imported : "-");
}

static const char *kind_words(const paper *p, kind of)
{
    switch (of) {
    case KIND_TRUTH:
        return W("oui ou non", "ja of nee");
    case KIND_MONEY:
        return W("montant", "bedrag");
    case KIND_NUMBER:
        return W("nombre", "getal");
    case KIND_DATE:
        return W("date", "datum");
    case KIND_WORD:
        return W("choix", "keuze");
    case KIND_PERSON:
        return W("lien avec une personne du ménage", "band met een persoon van het gezin");
    case KIND_TEXT:
        break;
    }
    return W("texte", "tekst");
}

static void data_table(paper *p, const dictionary *facts, int sensitive)
{
    const char *const titles[] = {W("Donnée", "Gegeven"), W("Nom dans le fichier", "Naam in het bestand"),
                                  W("Sorte", "Soort"), W("Source habituelle", "Gewone bron"),
                                  W("Usage", "Gebruik")};

    paper_table(p, titles, 5);
    for (size_t i = 0; i < facts->count; i++) {
        const fact *f = &facts->facts[i];

        if (f->sensitive != sensitive)
            continue;
        paper_cell(p, W(f->label.fr, f->label.nl));
        paper_cell(p, f->name);
        paper_cell(p, kind_words(p, f->kind));
        paper_cell(p, W(f->source_register.fr, f->source_register.nl));
        paper_cell(p, f->contact_only ? W("contact ou rapports, aucune règle ne la lit",
                                          "contact of rapporten, geen regel leest het")
                                      : W("règles de droit", "rechtsregels"));
    }
    paper_table_end(p);
}

static void data(paper *p, const dictionary *facts)
{
    paper_section(p, W("5. Données", "5. Gegevens"));
    paper_text(
        p, W("Un fichier n'en contient que ce que le CPAS y met ; une colonne inconnue est laissée dehors.",
             "Een bestand bevat enkel wat het OCMW erin zet; een onbekende kolom blijft erbuiten."));
    data_table(p, facts, 0);
    paper_section(p, W("6. Données sensibles", "6. Gevoelige gegevens"));
    paper_text(p, W("Réservées au profil travailleur social.",
                    "Voorbehouden aan het profiel maatschappelijk werker."));
    data_table(p, facts, 1);
    paper_text(
        p,
        W("Refusées par leur nom : diagnostic, dépendance, origine, opinion d'un travailleur, nombre d'aides "
          "passées, marque de fraude ou d'exclusion.",
          "Geweigerd bij naam: diagnose, verslaving, afkomst, mening van een werker, aantal vroegere hulpen, "
          "merkteken van fraude of uitsluiting."));
}

static void recipients(paper *p)
{
    const char *const titles[] = {W("Profil", "Profiel"), W("Ce qu'il voit", "Wat het ziet")};

    paper_section(p, W("7. Destinataires", "7. Ontvangers"));
    paper_table(p, titles, 2);
    paper_cell(p, W("travailleur social (worker)", "maatschappelijk werker (worker)"));
    paper_cell(p, W("un ménage par ligne : noms, moyens de contact, droits, raisons, questions à poser",
                    "één gezin per regel: namen, contactgegevens, rechten, redenen, te stellen vragen"));
    paper_cell(p, W("relais de terrain (relay)", "terreinpartner (relay)"));
    paper_cell(p, W("nombres par code postal et langue", "aantallen per postcode en taal"));
    paper_cell(p, W("direction (manager)", "directie (manager)"));
    paper_cell(p, W("nombres par code postal et droit ; moins de 5 : caché",
                    "aantallen per postcode en recht; minder dan 5: verborgen"));
    paper_cell(p, W("recherche (researcher)", "onderzoek (researcher)"));
    paper_cell(p, W("nombres, ou réponses sous pseudonyme avec une clé par projet",
                    "aantallen, of antwoorden onder pseudoniem met een sleutel per project"));
    paper_table_end(p);
    paper_text(
        p, W("Aucun transfert hors de l'Union européenne : le programme travaille sur une machine du CPAS et "
             "n'utilise pas le réseau.",
             "Geen doorgifte buiten de Europese Unie: het programma werkt op een machine van het OCMW en "
             "gebruikt het netwerk niet."));
}

void paper_periods(paper *p, const unsigned months[KEEP_COUNT])
{
    const char *const titles[] = {W("Quoi", "Wat"), W("Durée (mois)", "Termijn (maanden)")};
    char number[16];

    paper_table(p, titles, 2);
    for (int i = 0; i < KEEP_COUNT; i++) {
        snprintf(number, sizeof number, "%u", months ? months[i] : keep_rules[i].months);
        paper_cell(p, W(keep_rules[i].fr, keep_rules[i].nl));
        paper_cell(p, number);
    }
    paper_table_end(p);
}

static void periods(paper *p, const holdings *held)
{
    paper_section(p, W("8. Durées de conservation", "8. Bewaartermijnen"));
    paper_periods(p, held ? held->months : NULL);
    paper_text(p, W("Chaque liste porte sa date d'effacement. 'ayant purge' efface ce qui est échu.",
                    "Elke lijst draagt haar wisdatum. 'ayant purge' wist wat vervallen is."));
}

static void security(paper *p, const holdings *held)
{
    paper_section(p, W("9. Mesures de sécurité", "9. Beveiligingsmaatregelen"));
    paper_line(p, W("Chiffrement au repos", "Versleuteling in rust"),
               !held          ? W("avec 'ayant seal' (Argon2id, XChaCha20-Poly1305)",
                                  "met 'ayant seal' (Argon2id, XChaCha20-Poly1305)")
               : held->sealed ? W("oui : ce fichier est scellé (Argon2id, XChaCha20-Poly1305)",
                                  "ja: dit bestand is verzegeld (Argon2id, XChaCha20-Poly1305)")
                              : W("NON : ce fichier n'est pas scellé ; 'ayant seal' le fait",
                                  "NEEN: dit bestand is niet verzegeld; 'ayant seal' doet het"));
    paper_line(p, W("Accès", "Toegang"),
               W("fichiers lisibles par leur seul propriétaire ; chaque ouverture est inscrite au journal : "
                 "qui, quand, "
                 "pourquoi, quelles personnes (pseudonymes)",
                 "bestanden enkel leesbaar voor hun eigenaar; elke opening staat in het logboek: wie, "
                 "wanneer, waarom, "
                 "welke personen (pseudoniemen)"));
    paper_line(
        p, W("Journal", "Logboek"),
        W("chaîné : une ligne changée, ôtée ou ajoutée se voit ('ayant journal --verify')",
          "geketend: een gewijzigde, verwijderde of toegevoegde regel valt op ('ayant journal --verify')"));
    if (held)
        paper_line_print(p, W("Lignes, listes, personnes effacées", "Regels, lijsten, gewiste personen"),
                         "%llu, %llu, %llu", (unsigned long long)held->journal_lines,
                         (unsigned long long)held->lists, (unsigned long long)held->erased);
    paper_line(
        p, W("Effacement", "Wissing"),
        W("les octets sont écrasés ; une personne effacée ne revient pas par un import ou une sauvegarde",
          "de bytes worden overschreven; een gewiste persoon keert niet terug door een invoer of een "
          "back-up"));
    paper_blank(p, W("Mesures du CPAS (locaux, postes, sauvegardes, formations)",
                     "Maatregelen van het OCMW (lokalen, werkposten, back-ups, opleidingen)"));
    paper_section(p, W("10. Droits des personnes", "10. Rechten van de betrokkenen"));
    paper_text(
        p, W("Accès : 'ayant sheet' ; rectification : 'ayant rectify' ; opposition : 'ayant object' ; "
             "effacement : "
             "'ayant erase'. Chacun laisse une ligne au journal.",
             "Inzage: 'ayant sheet'; rectificatie: 'ayant rectify'; bezwaar: 'ayant object'; wissing: 'ayant "
             "erase'. Elk laat een regel in het logboek."));
    paper_blank(p, W("Date de la dernière révision de ce registre",
                     "Datum van de laatste herziening van dit register"));
}

ayant_status record_write(failure *e, const dictionary *facts, const store_access *at, ayant_format format,
                          ayant_language language, const ayant_sink *out)
{
    holdings held;
    ayant_status status = at ? store_holdings(e, at, &held) : AYANT_OK;
    const holdings *found = at ? &held : NULL;
    writer w;
    paper p;

    if (status < 0)
        return status;
    writer_start(&w, out);
    paper_begin(&p, &w, format, language,
                language == AYANT_NL ? "Register van de verwerkingsactiviteiten (art. 30 AVG)"
                                     : "Registre des activités de traitement (art. 30 RGPD)",
                language == AYANT_NL ? "Opsporen van niet-opgenomen sociale rechten met ayant " AYANT_VERSION
                                     : "Recherche de droits sociaux non demandés avec ayant " AYANT_VERSION);
    who(&p);
    why(&p);
    whom(&p, found);
    data(&p, facts);
    recipients(&p);
    periods(&p, found);
    security(&p, found);
    paper_end(&p);
    return writer_end(&w, e);
}
