/*
 * The Region in tables.
 *
 * Counts of households are published (be.STAT); the other columns are set so
 * that published margins come out, and between them where none is published
 * for the commune. Streets do not exist. First and last names are put together
 * at random: a pair that somebody bears is a coincidence.
 */
#include "brussels.h"

#include <stddef.h>

/* nis, households, alone, families, old, poverty, need, pensions, postal codes */
const commune communes[COMMUNES] = {
    {21001, 48656, 400, 118, 150, 150, 208, 101, {1070}, {100}}, /* Anderlecht */
    {21002, 14958, 455, 100, 209, 50, 28, 28, {1160}, {100}},    /* Auderghem */
    {21003, 9663, 395, 115, 209, 52, 43, 50, {1082}, {100}},     /* Berchem-Sainte-Agathe */
    {21004, 88841, 482, 100, 85, 115, 48, 125, {1000, 1020, 1120, 1130}, {52, 32, 10, 6}}, /* Bruxelles */
    {21005, 24439, 540, 85, 77, 70, 16, 73, {1040}, {100}},                                /* Etterbeek */
    {21006, 16460, 420, 108, 160, 80, 46, 66, {1140}, {100}},                              /* Evere */
    {21007, 24550, 458, 100, 130, 100, 42, 85, {1190}, {100}},                             /* Forest */
    {21008, 11100, 430, 98, 184, 52, 34, 56, {1083}, {100}},                               /* Ganshoren */
    {21009, 49402, 618, 80, 54, 70, 14, 78, {1050}, {100}},                                /* Ixelles */
    {21010, 21499, 430, 104, 153, 80, 36, 60, {1090}, {100}},                              /* Jette */
    {21011, 8827, 420, 115, 134, 115, 68, 100, {1081}, {100}},                             /* Koekelberg */
    {21012, 38839, 385, 128, 149, 180, 303, 135, {1080}, {100}}, /* Molenbeek-Saint-Jean */
    {21013, 25467, 540, 90, 68, 115, 40, 142, {1060}, {100}},    /* Saint-Gilles */
    {21014, 12859, 455, 118, 109, 160, 212, 223, {1210}, {100}}, /* Saint-Josse-ten-Noode */
    {21015, 56354, 430, 112, 118, 150, 193, 113, {1030}, {100}}, /* Schaerbeek */
    {21016, 36772, 460, 92, 194, 50, 28, 26, {1180}, {100}},     /* Uccle */
    {21017, 11647, 430, 90, 235, 42, 17, 27, {1170}, {100}},     /* Watermael-Boitsfort */
    {21018, 26137, 472, 92, 169, 58, 41, 32, {1200}, {100}},     /* Woluwe-Saint-Lambert */
    {21019, 18059, 445, 96, 216, 22, 10, 5, {1150}, {100}},      /* Woluwe-Saint-Pierre */
};

const char *const made_addresses[] = {"own",    "reference",   "shelter", "third_party",
                                      "street", "institution", NULL};
const char *const made_genders[] = {"f", "m", "x", NULL};
const char *const made_stays[] = {"belgian",
                                  "eu",
                                  "refugee",
                                  "subsidiary",
                                  "stateless",
                                  "population_register",
                                  "foreigners_register",
                                  "temporary_protection",
                                  "asylum_seeker",
                                  "short_stay",
                                  "irregular",
                                  NULL};
const char *const made_civil[] = {"single",    "married", "legally_cohabiting", "divorced", "widowed",
                                  "separated", NULL};
const char *const made_partnerships[] = {"married", "legal", "de_facto", NULL};
const char *const made_exemptions[] = {"none", "general", "student", "shortage", "artistic", NULL};
const char *const made_transfers[] = {"sale", "gift", NULL};
const char *const made_insurers[] = {"mutuality", "caami", "none", NULL};
const char *const made_applications[] = {"none", "pending", "refused", NULL};
const char *const made_languages[] = {"fr", "nl", NULL};
const char *const made_contact_languages[] = {"fr", "nl", "en", "ar", "es", "it", "pt",
                                              "ro", "pl", "tr", "uk", "ti", NULL};
const char *const made_relations[] = {"grandparent",    "parent_in_law", "sibling",
                                      "other_relative", "unrelated",     NULL};

const char *const made_first_names[FIRST_NAMES + 1] = {
    "Adèle",   "Noël",     "Zoé",     "Émile",   "Fatima",   "Yassine",  "Inès",   "Aurélien",  "Chloé",
    "Rémi",    "Maïté",    "Loïc",    "Hélène",  "José",     "Élodie",   "Théo",   "Noëlle",    "Søren",
    "Anaïs",   "Benoît",   "Léa",     "Gaël",    "Salomé",   "Hüseyin",  "Céline", "Andrés",    "Gülşen",
    "Raphaël", "Ioana",    "Ștefan",  "Zofia",   "Łukasz",   "Begoña",   "Iñaki",  "Conceição", "João",
    "Amélie",  "François", "Margaux", "Jérôme",  "Liesbeth", "Joeri",    "Griet",  "Matthijs",  "Sofie",
    "Wouter",  "Nadège",   "Mamadou", "Aïcha",   "Moïse",    "Khadija",  "Idriss", "Oksana",    "Andrij",
    "Selam",   "Tesfay",   "Giulia",  "Niccolò", "Renée",    "Félicien", NULL};

const char *const made_last_names[LAST_NAMES + 1] = {"Vandermodel",
                                                     "Dupré-Essai",
                                                     "El Mithal",
                                                     "Peeters-Proef",
                                                     "Lefictif",
                                                     "Ben Exemple",
                                                     "Van den Test",
                                                     "Ruimtemaker",
                                                     "Ștefănescu-X",
                                                     "Örnek",
                                                     "Przykładowski",
                                                     "Exemplário",
                                                     "Ejemplo Núñez",
                                                     "Esempio",
                                                     "De Denkbeeld",
                                                     "Verzonnen",
                                                     "Imaginé",
                                                     "Deschimères",
                                                     "Inventério",
                                                     "Van Nergens",
                                                     "Nullepart",
                                                     "Sansmodèle",
                                                     "D'Épreuve",
                                                     "L'Hypothèse",
                                                     "Güneş-Örnek",
                                                     "Postiche",
                                                     "Van der Schijn",
                                                     "Leleurre",
                                                     "Al Ramz",
                                                     "Oumithal",
                                                     "Mfano",
                                                     "Kielelezo",
                                                     "Modelé",
                                                     "Protótipo",
                                                     "Prova-Rossi",
                                                     "Wzorzec",
                                                     "Zrazok",
                                                     "Ababu-Fiction",
                                                     "Lamaquette",
                                                     "Schetsmans",
                                                     "Proefkonijn",
                                                     "Dubrouillon",
                                                     "Desébauches",
                                                     "Van Stramien",
                                                     "Canevas",
                                                     "Gabarit",
                                                     "Sjabloon",
                                                     "Toonbeeld",
                                                     "Leprétexte",
                                                     "Desmuses",
                                                     "Fabulé",
                                                     "De Fabel",
                                                     "Van Verhaal",
                                                     "Conté",
                                                     "Deslégendes",
                                                     "Mythier",
                                                     "Sprookmans",
                                                     "Songe",
                                                     "Dromers",
                                                     "Àpropos",
                                                     NULL};

const char *const made_streets[STREETS + 1] = {"rue du Modèle",
                                               "Voorbeeldstraat",
                                               "avenue de l'Érable imaginé",
                                               "Verzonnenlaan",
                                               "rue de l'Hypothèse",
                                               "Proefstraat",
                                               "place des Pseudonymes",
                                               "Schijnplein",
                                               "chaussée de Nulle-Part",
                                               "Nergensesteenweg",
                                               "rue du Brouillon",
                                               "Kladstraat",
                                               "avenue des Chimères",
                                               "Hersenschimmenlaan",
                                               "rue de l'Ébauche",
                                               "Schetsstraat",
                                               "quai des Légendes",
                                               "Sprookjeskaai",
                                               "rue du Canevas",
                                               "Stramienstraat",
                                               "impasse du Prétexte",
                                               "Uitvluchtgang",
                                               "clos de la Maquette",
                                               "Maquettehof",
                                               NULL};
