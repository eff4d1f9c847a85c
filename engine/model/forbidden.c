/*
 * The list, in English, French and Dutch.
 */
#include "forbidden.h"

#include <stddef.h>
#include <string.h>

typedef struct forbidden {
    const char *stem, *about;
    int whole; /* 1: the whole part of a name, 0: how a part begins, 2: anywhere */
} forbidden;

static const forbidden forbidden_facts[] = {
    {"diagnos", "a diagnosis", 0},
    {"addict", "an addiction", 0},
    {"verslav", "an addiction", 0},
    {"toxicoman", "an addiction", 0},
    {"assuetude", "an addiction", 0},
    {"origin", "an origin", 1},
    {"origins", "an origin", 1},
    {"origine", "an origin", 1},
    {"origines", "an origin", 1},
    {"afkomst", "an origin", 0},
    {"herkomst", "an origin", 0},
    {"ethni", "an origin", 0},
    {"etni", "an origin", 0},
    {"race", "an origin", 1},
    {"nationalit", "a nationality, of the person or of the parents", 0},
    {"country_of_birth", "an origin", 2},
    {"birth_country", "an origin", 2},
    {"pays_de_naissance", "an origin", 2},
    {"geboorteland", "an origin", 2},
    {"opinion", "a worker's opinion", 0},
    {"avis", "a worker's opinion", 1},
    {"mening", "a worker's opinion", 1},
    {"fraud", "a fraud mark", 0},
    {"suspicion", "a fraud mark", 0},
    {"exclusion", "an exclusion mark", 0},
    {"excluded", "an exclusion mark", 0},
    {"exclu", "an exclusion mark", 1},
    {"uitsluit", "an exclusion mark", 0},
    {"uitgesloten", "an exclusion mark", 0},
    {"blacklist", "an exclusion mark", 0},
    {"black_list", "an exclusion mark", 2},
    {"liste_noire", "an exclusion mark", 2},
    {"zwarte_lijst", "an exclusion mark", 2},
    {"sanction", "an exclusion mark", 0},
    {"sanctie", "an exclusion mark", 0},
    {"past_help", "the number of past helps", 2},
    {"past_aid", "the number of past helps", 2},
    {"previous_help", "the number of past helps", 2},
    {"previous_aid", "the number of past helps", 2},
    {"number_of_help", "the number of past helps", 2},
    {"number_of_aid", "the number of past helps", 2},
    {"help_count", "the number of past helps", 2},
    {"nombre_d_aides", "the number of past helps", 2},
    {"nombre_aides", "the number of past helps", 2},
    {"aides_passees", "the number of past helps", 2},
    {"aantal_hulp", "the number of past helps", 2},
    {"vroegere_hulp", "the number of past helps", 2},
};

static int is_forbidden(const char *name, const forbidden *f)
{
    size_t length = strlen(f->stem);

    if (f->whole == 2)
        return strstr(name, f->stem) != NULL;
    for (const char *part = name; part; part = strchr(part, '_') ? strchr(part, '_') + 1 : NULL)
        if (strncmp(part, f->stem, length) == 0 && (!f->whole || part[length] == '_' || !part[length]))
            return 1;
    return 0;
}

const char *fact_forbidden(const char *name)
{
    for (size_t i = 0; i < sizeof forbidden_facts / sizeof forbidden_facts[0]; i++)
        if (is_forbidden(name, &forbidden_facts[i]))
            return forbidden_facts[i].about;
    return NULL;
}
