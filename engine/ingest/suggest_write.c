/*
 * The proposal as a mapping file, with what was assumed, in French or Dutch.
 */
#include <stdlib.h>
#include "../base/fold.h"
#include "suggest_parts.h"

#define SURE 95
#define LIKELY 85

typedef struct sayings {
    const char *head, *read_it, *empty, *columns, *sure, *likely, *check, *by_cells, *also, *per_month,
        *per_year, *supposed_month, *supposed_year, *high, *forbidden, *free_text, *taken, *year, *month,
        *unlike, *unknown, *nearer, *marked, *words, *patterns, *links, *partner, *compute, *no_year,
        *no_household, *no_person;
} sayings;

static const sayings french = {
    "-- Proposé par « ayant import --suggest » pour %s : %zu colonnes, dont %zu donnent une donnée.\n",
    "-- À relire avant d'importer : chaque ligne dit ce qui est supposé. Ce qui porte « à vérifier » est le "
    "moins sûr.\n",
    "  -- NULL, n/a, -, ?, inconnu et leurs pareils comptent comme une cellule vide : la donnée est "
    "inconnue.\n",
    "  -- colonne du fichier = donnée ; false : laissée de côté\n",
    "sûr",
    "probable",
    "à vérifier",
    "d'après le contenu",
    "ou bien %s ?",
    "euros par mois",
    "euros par an",
    "supposé : euros par mois",
    "supposé : euros par an",
    "des montants élevés : seraient-ils annuels ?",
    "refusé : aucun dossier ne peut contenir %s",
    "texte libre : laissé de côté",
    "laissé de côté : « %.*s » donne déjà %s",
    "laissé de côté : montant annuel, or %s est mensuel",
    "laissé de côté : montant mensuel, or %s est annuel",
    "laissé de côté : le nom fait penser à %s, le contenu non",
    "laissé de côté : aucune donnée n'est connue sous ce nom",
    "; peut-être %s ?",
    "une croix vaut oui",
    "  -- ce qui est écrit, et le mot qui lui correspond\n",
    "  -- une cellule qui contient plusieurs données ; ce qui n'entre dans aucun modèle reste entier\n",
    "  -- ce que chacun est pour la personne de référence du ménage\n",
    "    -- supposé : « cohabitant » désigne un couple ; sinon, déplacez le mot\n",
    "  -- ce qui se calcule, ligne par ligne\n",
    "-- L'année des revenus imposables n'est pas dite : écrivez-la dans compute, comme dans "
    "rules/MAPPING.md.\n",
    "-- IL MANQUE household_id : aucune colonne ne dit qui vit ensemble. Si chaque ligne est une personne "
    "qui vit\n"
    "-- seule, écrivez [\"...\"] = { \"person_id\", \"household_id\" } ; sinon, ajoutez la colonne à "
    "l'export.\n",
    "-- IL MANQUE person_id : aucune colonne ne donne un numéro propre à chaque personne (pas le NISS : ce "
    "numéro\n"
    "-- est repris dans les listes).\n",
};

static const sayings dutch = {
    "-- Voorgesteld door 'ayant import --suggest' voor %s: %zu kolommen, waarvan er %zu een gegeven "
    "leveren.\n",
    "-- Na te lezen voor u importeert: elke regel zegt wat verondersteld is. Wat 'na te kijken' draagt, is "
    "het minst "
    "zeker.\n",
    "  -- NULL, n/a, -, ?, onbekend en dergelijke tellen als een lege cel: het gegeven is niet bekend.\n",
    "  -- kolom van het bestand = gegeven; false: weggelaten\n",
    "zeker",
    "waarschijnlijk",
    "na te kijken",
    "volgens de inhoud",
    "of %s?",
    "euro per maand",
    "euro per jaar",
    "verondersteld: euro per maand",
    "verondersteld: euro per jaar",
    "hoge bedragen: zijn ze per jaar?",
    "geweigerd: geen dossier mag %s bevatten",
    "vrije tekst: weggelaten",
    "weggelaten: '%.*s' levert al %s",
    "weggelaten: een jaarbedrag, terwijl %s per maand is",
    "weggelaten: een maandbedrag, terwijl %s per jaar is",
    "weggelaten: de naam doet denken aan %s, de inhoud niet",
    "weggelaten: onder deze naam is geen gegeven bekend",
    "; misschien %s?",
    "een kruisje is ja",
    "  -- wat er geschreven staat, en het woord dat erbij hoort\n",
    "  -- een cel met meer dan een gegeven; wat in geen enkel model past, blijft heel\n",
    "  -- wat ieder is voor de referentiepersoon van het huishouden\n",
    "    -- verondersteld: 'partner' en 'cohabitant' zijn een koppel; zo niet, verplaats het woord\n",
    "  -- wat berekend wordt, lijn per lijn\n",
    "-- Het jaar van het belastbaar inkomen staat er niet: schrijf het in compute, zoals in "
    "rules/MAPPING.md.\n",
    "-- household_id ONTBREEKT: geen kolom zegt wie samenwoont. Is elke lijn iemand die alleen woont, "
    "schrijf dan\n"
    "-- [\"...\"] = { \"person_id\", \"household_id\" }; zo niet, voeg de kolom aan de export toe.\n",
    "-- person_id ONTBREEKT: geen kolom geeft ieder een eigen nummer (niet het INSZ: dit nummer komt in de "
    "lijsten).\n",
};

/* What may be in no record, as fact_forbidden says it. */
static const char *about_in(const char *about, ayant_language language)
{
    static const char *const said[][3] = {
        {"a diagnosis", "un diagnostic", "een diagnose"},
        {"an addiction", "une dépendance", "een verslaving"},
        {"an origin", "une origine", "een afkomst"},
        {"a nationality, of the person or of the parents", "une nationalité", "een nationaliteit"},
        {"a worker's opinion", "l'avis d'un travailleur", "de mening van een hulpverlener"},
        {"a fraud mark", "une marque de fraude", "een fraudemerk"},
        {"an exclusion mark", "une marque d'exclusion", "een uitsluitingsmerk"},
        {"the number of past helps", "le nombre d'aides passées", "het aantal vroegere hulpverleningen"},
    };

    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (strcmp(said[i][0], about) == 0)
            return said[i][language == AYANT_NL ? 2 : 1];
    return about;
}

/* A Lua string. */
static void put_lua(writer *w, text t)
{
    put_text(w, "\"");
    for (size_t i = 0; i < t.length; i++) {
        unsigned char c = (unsigned char)t.at[i];

        if (c == '"' || c == '\\')
            put_print(w, "\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            put_print(w, "\\%03u", (unsigned)c);
        else
            put(w, t.at + i, 1);
    }
    put_text(w, "\"");
}

static int column_of(const suggestion *s, const char *target)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->columns[i].state == COLUMN_PLACED && strcmp(s->columns[i].fact, target) == 0)
            return (int)i;
    return -1;
}

static const fact *fact_of(const suggestion *s, const suggest_column *c)
{
    int at = c->fact ? dictionary_find(s->facts, c->fact) : -1;

    return at >= 0 ? &s->facts->facts[at] : NULL;
}

/* Letters, not bytes. */
static size_t letters_of(text t)
{
    size_t count = 0;

    for (size_t i = 0; i < t.length; i++)
        count += ((unsigned char)t.at[i] & 0xc0) != 0x80;
    return count;
}

/* ---- columns ---- */

static void say_placed(const suggestion *s, const sayings *say, const suggest_column *c, writer *w)
{
    const fact *f = fact_of(s, c);

    put_print(w, " -- %s", c->sure >= SURE ? say->sure : c->sure >= LIKELY ? say->likely : say->check);
    if (c->by_cells)
        put_print(w, ", %s", say->by_cells);
    if (f && f->kind == KIND_MONEY && f->per == PERIOD_MONTH)
        put_print(w, "; %s", c->period ? say->per_month : say->supposed_month);
    if (f && f->kind == KIND_MONEY && f->per == PERIOD_YEAR)
        put_print(w, "; %s", c->period || c->year ? say->per_year : say->supposed_year);
    if (f && f->kind == KIND_MONEY && f->per == PERIOD_MONTH && c->seen.above_month * 3 > c->seen.filled)
        put_print(w, "; %s", say->high);
    if (f && f->kind == KIND_TRUTH)
        put_print(w, "; %s", say->marked);
    if (c->second && c->sure < SURE) {
        put_text(w, "; ");
        put_print(w, say->also, c->second);
    }
}

static void say_left_out(const suggestion *s, const sayings *say, const suggest_column *c, writer *w)
{
    const suggest_column *by = &s->columns[c->taken_by];

    put_text(w, " -- ");
    switch (c->state) {
    case COLUMN_FORBIDDEN:
        put_print(w, say->forbidden, about_in(c->about, s->language));
        break;
    case COLUMN_FREE_TEXT:
        put_text(w, say->free_text);
        break;
    case COLUMN_TAKEN:
        put_print(w, say->taken, (int)by->name.length, by->name.at, c->fact);
        break;
    case COLUMN_PERIOD:
        put_print(w, c->period == 'y' ? say->year : say->month, c->fact);
        break;
    case COLUMN_UNLIKE:
        put_print(w, say->unlike, c->fact);
        break;
    default:
        put_text(w, say->unknown);
        if (c->second)
            put_print(w, say->nearer, c->second);
    }
}

static void put_target(const char *target, writer *w)
{
    if (!strchr(target, ' ')) {
        put_print(w, "\"%s\",", target);
        return;
    }
    put_text(w, "{ ");
    for (const char *at = target; *at;) {
        size_t length = strcspn(at, " ");

        put_print(w, "%s\"%.*s\"", at == target ? "" : ", ", (int)length, at);
        at += length + (at[length] == ' ');
    }
    put_text(w, " },");
}

static void write_columns(const suggestion *s, const sayings *say, writer *w)
{
    size_t widest = 0;

    for (size_t i = 0; i < s->count; i++)
        if (letters_of(s->columns[i].name) > widest && letters_of(s->columns[i].name) < 40)
            widest = letters_of(s->columns[i].name);
    put_text(w, say->columns);
    put_text(w, "  columns = {\n");
    for (size_t i = 0; i < s->count; i++) {
        const suggest_column *c = &s->columns[i];

        if (!c->name.length)
            continue;
        put_text(w, "    [");
        put_lua(w, c->name);
        put_print(w, "]%*s = ", letters_of(c->name) < widest ? (int)(widest - letters_of(c->name)) : 0, "");
        if (c->state == COLUMN_PLACED && strcmp(c->fact, SUGGEST_LINK) != 0)
            put_target(c->fact, w);
        else
            put_text(w, "false,");
        if (c->state == COLUMN_PLACED)
            say_placed(s, say, c, w);
        else
            say_left_out(s, say, c, w);
        if (c->state == COLUMN_PLACED && strcmp(c->fact, SUGGEST_LINK) == 0)
            put_text(w, " (links)");
        put_text(w, "\n");
    }
    put_text(w, "  },\n\n");
}

/* ---- words, patterns, links, compute ---- */

static void write_words_of(const char *name, const char *margin, writer *w)
{
    for (size_t i = 0; i < suggest_word_count; i++) {
        const char *at = suggest_words[i].written;

        if (strcmp(suggest_words[i].fact, name) != 0)
            continue;
        put_print(w, "%s%s = { ", margin, suggest_words[i].word);
        while (*at) {
            size_t length = strcspn(at, "|");

            put_lua(w, (text){at, length});
            at += length + (at[length] == '|');
            put_text(w, *at ? ", " : "");
        }
        put_text(w, " },\n");
    }
}

static void write_words(const suggestion *s, const sayings *say, writer *w)
{
    int some = 0;

    for (size_t i = 0; i < s->count; i++) {
        const suggest_column *c = &s->columns[i];
        const fact *f = c->state == COLUMN_PLACED ? fact_of(s, c) : NULL;
        int has = 0;

        for (size_t k = 0; f && k < suggest_word_count; k++)
            has |= strcmp(suggest_words[k].fact, f->name) == 0;
        if (!has)
            continue;
        if (!some++) {
            put_text(w, say->words);
            put_text(w, "  words = {\n");
        }
        put_print(w, "    %s = {\n", f->name);
        write_words_of(f->name, "      ", w);
        put_text(w, "    },\n");
    }
    if (some)
        put_text(w, "  },\n\n");
}

static const struct {
    const char *target, *patterns;
} cuts[] = {
    {SUGGEST_ADDRESS,
     "      [[^(?<street>.+?),?\\s+(?:n°\\s*|nr\\.?\\s*)?(?<number>\\d+\\s?[a-z]?(?:[-/]\\d+)?)"
     "(?:\\s*,?\\s*(?:bte|bt|boîte|boite|bus|b)\\.?\\s*(?<box>[\\w./-]+))?$]],\n"
     "      [[^(?<number>\\d+\\s?[a-z]?(?:[-/]\\d+)?),?\\s+(?<street>\\D.+?)"
     "(?:\\s*,?\\s*(?:bte|boîte|boite|bus)\\.?\\s*(?<box>[\\w./-]+))?$]],\n"},
    {SUGGEST_PLACE, "      [[^(?<postal_code>\\d{4})\\s*[-,]?\\s*(?<nis_commune>.+)$]],\n"
                    "      [[^(?<nis_commune>.+?)\\s*[(,-]?\\s*(?<postal_code>\\d{4})\\)?$]],\n"},
    {SUGGEST_FULL_NAME,
     "      [[^(?<last_name>[^,]+),\\s*(?<first_name>.+)$]],\n"
     "      [[(?-i)^(?<last_name>[\\p{Lu}'’ -]{2,})\\s+(?<first_name>\\p{Lu}\\p{Ll}.*)$]],\n"},
};

static void write_patterns(const suggestion *s, const sayings *say, writer *w)
{
    int some = 0;

    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        int at = column_of(s, cuts[i].target);

        if (at < 0)
            continue;
        if (!some++) {
            put_text(w, say->patterns);
            put_text(w, "  patterns = {\n");
        }
        put_text(w, "    [");
        put_lua(w, s->columns[at].name);
        put_text(w, "] = {\n");
        put_text(w, cuts[i].patterns);
        put_text(w, "    },\n");
    }
    if (some)
        put_text(w, "  },\n\n");
}

static void write_links(const suggestion *s, const sayings *say, writer *w)
{
    int at = column_of(s, SUGGEST_LINK);

    if (at < 0)
        return;
    put_text(w, say->links);
    put_text(w, "  links = { column = ");
    put_lua(w, s->columns[at].name);
    put_text(w, ", words = {\n");
    put_text(w, say->partner);
    write_words_of(SUGGEST_LINK, "    ", w);
    put_text(w, "  } },\n\n");
}

/* "Revenus imposables 2024" says of which year, where it says anything. */
static void write_compute(const suggestion *s, const sayings *say, writer *w)
{
    int at = column_of(s, "taxable_income_year");

    if (at < 0 || !s->columns[at].year || column_of(s, "taxable_income_of") >= 0)
        return;
    put_text(w, say->compute);
    put_text(w, "  compute = {\n    taxable_income_of = function(row)\n      if row[");
    put_lua(w, s->columns[at].name);
    put_print(w, "] then return \"%d\" end\n    end,\n  },\n", s->columns[at].year);
}

/* The end of a path, fit for a comment of one line. */
static const char *file_name(const char *path, char *out, size_t size)
{
    const char *slash = strrchr(path, '/');
    size_t used = 0;

    for (const char *at = slash ? slash + 1 : path; *at && used + 1 < size; at++)
        out[used++] = (char)((unsigned char)*at < 0x20 || *at == 0x7f ? '?' : *at);
    out[used] = '\0';
    return out;
}

ayant_status suggest_write(failure *e, const suggestion *s, const ayant_sink *out)
{
    const sayings *say = s->language == AYANT_NL ? &dutch : &french;
    char name[80];
    int income = column_of(s, "taxable_income_year");
    size_t placed = 0;
    writer w;

    for (size_t i = 0; i < s->count; i++)
        placed += s->columns[i].state == COLUMN_PLACED;
    writer_start(&w, out);
    put_print(&w, say->head, file_name(s->path, name, sizeof name), s->count, placed);
    put_text(&w, say->read_it);
    if (column_of(s, "household_id") < 0)
        put_text(&w, say->no_household);
    if (column_of(s, "person_id") < 0)
        put_text(&w, say->no_person);
    if (income >= 0 && !s->columns[income].year && column_of(s, "taxable_income_of") < 0)
        put_text(&w, say->no_year);
    put_print(&w, "mapping {\n  language = \"%s\",\n", s->language == AYANT_NL ? "nl" : "fr");
    if (s->header_line > 1)
        put_print(&w, "  header = %d,\n", s->header_line);
    if (s->path[source_file_length(s->path)] == '#') {
        put_text(&w, "  sheet = ");
        put_lua(&w, text_of(s->path + source_file_length(s->path) + 1));
        put_text(&w, ",\n");
    }
    put_text(&w, say->empty);
    put_text(&w, "\n");
    write_columns(s, say, &w);
    write_words(s, say, &w);
    write_patterns(s, say, &w);
    write_links(s, say, &w);
    write_compute(s, say, &w);
    put_text(&w, "}\n");
    return writer_end(&w, e);
}
