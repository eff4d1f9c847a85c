/*
 * Communes by name. Names are compared folded (base/letters.h), with Saint,
 * Sainte, Sint, St and Ste written "st".
 */
#include "places.h"

#include "../base/letters.h"
#include "../model/repair.h"

#define NAME_TEXT 120

static const commune communes[COMMUNES] = {
    {21001, "Anderlecht", "Anderlecht", {1070}},
    {21002, "Auderghem", "Oudergem", {1160}},
    {21003, "Berchem-Sainte-Agathe", "Sint-Agatha-Berchem", {1082}},
    {21004, "Bruxelles", "Brussel", {1000, 1020, 1120, 1130}},
    {21005, "Etterbeek", "Etterbeek", {1040}},
    {21006, "Evere", "Evere", {1140}},
    {21007, "Forest", "Vorst", {1190}},
    {21008, "Ganshoren", "Ganshoren", {1083}},
    {21009, "Ixelles", "Elsene", {1050}},
    {21010, "Jette", "Jette", {1090}},
    {21011, "Koekelberg", "Koekelberg", {1081}},
    {21012, "Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek", {1080}},
    {21013, "Saint-Gilles", "Sint-Gillis", {1060}},
    {21014, "Saint-Josse-ten-Noode", "Sint-Joost-ten-Node", {1210}},
    {21015, "Schaerbeek", "Schaarbeek", {1030}},
    {21016, "Uccle", "Ukkel", {1180}},
    {21017, "Watermael-Boitsfort", "Watermaal-Bosvoorde", {1170}},
    {21018, "Woluwe-Saint-Lambert", "Sint-Lambrechts-Woluwe", {1200}},
    {21019, "Woluwe-Saint-Pierre", "Sint-Pieters-Woluwe", {1150}},
};

/*
 * Every name, folded, "st" for every saint: the official ones, then old names,
 * parts that were communes, and names cut short.
 */
static const struct alias {
    const char *name;
    int nis;
} aliases[] = {
    {"anderlecht", 21001},
    {"auderghem", 21002},
    {"oudergem", 21002},
    {"berchem st agathe", 21003},
    {"st agatha berchem", 21003},
    {"bruxelles", 21004},
    {"brussel", 21004},
    {"bruxelles ville", 21004},
    {"ville de bruxelles", 21004},
    {"stad brussel", 21004},
    {"brussel stad", 21004},
    {"laeken", 21004},
    {"laken", 21004},
    {"neder over heembeek", 21004},
    {"neder over hembeek", 21004},
    {"noh", 21004},
    {"haren", 21004},
    {"haeren", 21004},
    {"etterbeek", 21005},
    {"evere", 21006},
    {"forest", 21007},
    {"vorst", 21007},
    {"ganshoren", 21008},
    {"ixelles", 21009},
    {"elsene", 21009},
    {"jette", 21010},
    {"koekelberg", 21011},
    {"molenbeek st jean", 21012},
    {"st jans molenbeek", 21012},
    {"molenbeek", 21012},
    {"molenbeek st jan", 21012},
    {"st jean molenbeek", 21012},
    {"st gilles", 21013},
    {"st gillis", 21013},
    {"st josse ten noode", 21014},
    {"st joost ten node", 21014},
    {"st josse", 21014},
    {"st joost", 21014},
    {"st josse ten node", 21014},
    {"st joost ten noode", 21014},
    {"schaerbeek", 21015},
    {"schaarbeek", 21015},
    {"uccle", 21016},
    {"ukkel", 21016},
    {"watermael boitsfort", 21017},
    {"watermaal bosvoorde", 21017},
    {"watermael", 21017},
    {"watermaal", 21017},
    {"boitsfort", 21017},
    {"bosvoorde", 21017},
    {"woluwe st lambert", 21018},
    {"st lambrechts woluwe", 21018},
    {"woluwe st lambrecht", 21018},
    {"wsl", 21018},
    {"woluwe st pierre", 21019},
    {"st pieters woluwe", 21019},
    {"woluwe st pieter", 21019},
    {"wsp", 21019},
};

/* Names that say one commune only beside its postal code; there are others of that name. */
static const struct alias shared_names[] = {
    {"berchem", 21003},
    {"woluwe", 21018},
    {"woluwe", 21019},
};

const commune *commune_at(size_t i)
{
    return &communes[i];
}

unsigned place_official(text t)
{
    unsigned in = 0;

    for (size_t i = 0; i < COMMUNES && !in; i++)
        in = (text_is(t, communes[i].fr) ? 1u : 0) | (text_is(t, communes[i].nl) ? 2u : 0);
    return in;
}

const commune *commune_of_code(int nis)
{
    return nis >= communes[0].nis && nis <= communes[COMMUNES - 1].nis ? &communes[nis - communes[0].nis]
                                                                       : NULL;
}

/* Folded, saints as "st". 0 when it is too long or holds nothing. */
static size_t name_form(text name, char out[NAME_TEXT])
{
    static const char *const saints[] = {"saint", "sainte", "sint", "ste", "sinte"};
    char plain[NAME_TEXT];
    size_t used = 0, length = letters_fold(name, plain, sizeof plain);

    for (size_t i = 0; i < length;) {
        size_t n = 0;
        int saint = 0;

        while (i + n < length && plain[i + n] != ' ')
            n++;
        for (size_t k = 0; k < sizeof saints / sizeof *saints; k++)
            saint |= strlen(saints[k]) == n && memcmp(saints[k], plain + i, n) == 0;
        if (used)
            out[used++] = ' ';
        memcpy(out + used, saint ? "st" : plain + i, saint ? 2 : n);
        used += saint ? 2 : n;
        i += n + 1;
    }
    out[used] = '\0';
    return used;
}

static const commune *by_form(const char *form)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(form, aliases[i].name) == 0)
            return commune_of_code(aliases[i].nis);
    return NULL;
}

/* Four digits at `s`, and nothing of a number behind them. */
static int code_in(const char *s)
{
    int code = 0;

    for (int i = 0; i < 4; i++) {
        if (s[i] < '0' || s[i] > '9')
            return 0;
        code = code * 10 + (s[i] - '0');
    }
    return s[4] == ' ' || s[4] == '\0' ? code : 0;
}

/* Takes "1080 " or "b 1080 " from the front, or " 1080" from the end, of a form. */
static int take_code(char *form)
{
    size_t length = strlen(form);
    char *front = strncmp(form, "b ", 2) == 0 ? form + 2 : strncmp(form, "be ", 3) == 0 ? form + 3 : form;
    int code = code_in(front);

    if (code) {
        size_t past = (size_t)(front - form) + (front[4] ? 5 : 4);

        memmove(form, form + past, length - past + 1);
    } else if (length > 5 && form[length - 5] == ' ' && (code = code_in(form + length - 4))) {
        form[length - 5] = '\0';
    }
    return code;
}

int place_agrees(int postal_code, int nis)
{
    const commune *c = commune_of_code(nis);

    if (!c)
        return -1;
    for (int i = 0; i < 4; i++)
        if (postal_code && c->postal_codes[i] == postal_code)
            return 1;
    return 0;
}

const commune *commune_of_postal_code(int postal_code, int *several)
{
    /* 1000 and 1040 cross the border of the City: who lives there is not told by them */
    *several = postal_code == 1000 || postal_code == 1040;
    for (size_t i = 0; i < COMMUNES && !*several; i++)
        if (place_agrees(postal_code, communes[i].nis) == 1)
            return &communes[i];
    return NULL;
}

/* One name, with the postal code that stands beside it (0: none). */
static const commune *resolve(const char *form, int code, int *several)
{
    const commune *found = by_form(form);

    for (size_t i = 0; !found && i < sizeof shared_names / sizeof *shared_names; i++) {
        if (strcmp(form, shared_names[i].name) != 0)
            continue;
        if (place_agrees(code, shared_names[i].nis) == 1)
            found = commune_of_code(shared_names[i].nis);
        else
            *several = 1;
    }
    if (found)
        *several = 0;
    return found;
}

/* What stands between two names: a slash, brackets, a comma, a dash between spaces. */
static size_t next_part(text *rest, text *part)
{
    size_t n = 0, gap = 0;

    while (n < rest->length && !gap) {
        if (strchr("/(),|;", rest->at[n]))
            gap = 1;
        else if (rest->length - n >= 3 && memcmp(rest->at + n, " - ", 3) == 0)
            gap = 3;
        else
            n++;
    }
    *part = (text){rest->at, n};
    rest->at += n + gap;
    rest->length -= n + gap;
    return n;
}

/* All parts must name one commune, or be its postal code. *code: the postal code, 0 for none. */
static const commune *read_parts(text name, int *code, int *several)
{
    const commune *found = NULL;
    text rest = name, part;
    int one;

    while (rest.length) {
        char form[NAME_TEXT];
        const commune *c;

        next_part(&rest, &part);
        if (!name_form(part, form))
            continue;
        one = take_code(form);
        if (one && *code && one != *code)
            return NULL;
        *code = one ? one : *code;
        if (!*form)
            continue;
        c = resolve(form, *code, several);
        if (!c || (found && found != c))
            return NULL;
        found = c;
    }
    return found;
}

static const commune *read_name(text name, int *code, int *several)
{
    char form[NAME_TEXT];
    const commune *c = NULL;

    *several = *code = 0;
    if (name_form(name, form)) {
        *code = take_code(form);
        c = resolve(form, *code, several);
    }
    if (!c && !*several) {
        *code = 0;
        c = read_parts(name, code, several);
    }
    return c;
}

const commune *commune_named(text name, int *several)
{
    int code;

    return read_name(name, &code, several);
}

static int figures(text t)
{
    int out = 0;

    for (size_t i = 0; i < t.length; i++) {
        if (t.at[i] < '0' || t.at[i] > '9' || i == 5)
            return -1;
        out = out * 10 + (t.at[i] - '0');
    }
    return out;
}

static const char *read_code(text t, int code, int *nis, unsigned *repairs)
{
    const commune *c;
    int several;

    if (t.length == 5) {
        if (code / 1000 == 21 && !commune_of_code(code))
            return "not the NIS code of a commune of Brussels: 21001 to 21019";
        if (code < 11001 || code > 93999 || code % 1000 == 0)
            return "not the NIS code of a commune";
        *nis = code;
        return NULL;
    }
    if (t.length != 4)
        return "not the name or the NIS code of a commune";
    c = commune_of_postal_code(code, &several);
    if (!c)
        return several ? "a postal code that several communes share: write the name of the commune"
                       : "a postal code that is not of one commune of Brussels: write the NIS code";
    *repairs |= REPAIR_BIT(REPAIR_PLACE_POSTAL);
    *nis = c->nis;
    return NULL;
}

const char *place_read(text t, int *nis, unsigned *repairs)
{
    int code = figures(t), several;
    const commune *c;

    if (code >= 0)
        return read_code(t, code, nis, repairs);
    c = read_name(t, &code, &several);
    if (!c)
        return several ? "several communes have this name: write all of it"
                       : "not a commune of Brussels by name: write its name, or the NIS code of another";
    if (code && !place_agrees(code, c->nis))
        return c->nis == 21004 ? "'Brussels' beside this postal code may be the region: write the commune"
                               : "the postal code and the name are of two communes";
    *nis = c->nis;
    *repairs |= REPAIR_BIT(REPAIR_PLACE_NAME);
    return NULL;
}
