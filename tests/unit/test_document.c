/*
 * The rules as pages: what a formula says in words, that nothing in a rule
 * file reaches a page unescaped, and that the pages of the shipped rules hold
 * together: valid, complete, loading nothing from elsewhere.
 */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "check.h"
#include "document/document.h"
#include "document/in_words.h"
#include "document/sayings.h"
#include "graph/lower_words.h"
#include "host/host.h"
#include "params/series.h"

static char room[] = "/tmp/ayant-document-XXXXXX";

typedef struct loaded {
    host *host;
    rulebook *rules;
    graph *graph;
} loaded;

static void unload(loaded *l)
{
    graph_free(l->graph);
    host_free(l->host);
    memset(l, 0, sizeof *l);
}

static int load(const char *folder, loaded *l)
{
    failure e;

    memset(l, 0, sizeof *l);
    failure_clear(&e);
    if (host_load(&e, &folder, 1, &l->host, &l->rules) < 0 || params_resolve(&e, l->rules) < 0 ||
        graph_build(&e, l->rules, &l->graph) < 0) {
        fprintf(stderr, "%s:%d: %s\n", e.file, e.line, e.text);
        unload(l);
        return CHECK(0);
    }
    return 1;
}

static const char *at(const char *name)
{
    static char paths[4][512];
    static int turn;

    turn = (turn + 1) % 4;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", room, name);
    return paths[turn];
}

static void write_file(const char *name, const char *content)
{
    FILE *file = fopen(at(name), "wb");

    if (!CHECK(file != NULL))
        return;
    fputs(content, file);
    fclose(file);
}

/* The whole of a file, to be freed; NULL when it cannot be read. */
static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *content = NULL;
    long size;

    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    content = size < 0 ? NULL : calloc((size_t)size + 1, 1);
    if (content && fread(content, 1, (size_t)size, file) != (size_t)size) {
        free(content);
        content = NULL;
    }
    fclose(file);
    return content;
}

static const char facts[] =
    "fact \"wage\" { entity = \"person\", type = \"money\", per = \"month\", presume = 0,\n"
    "  label = { fr = \"Salaire <b>net</b>\", nl = \"Loon & zo\" }, ask = { fr = \"Combien ?\", nl = "
    "\"Hoeveel?\" } }\n"
    "fact \"birth_date\" { entity = \"person\", type = \"date\", label = { fr = \"Naissance\", nl = "
    "\"Geboorte\" },\n"
    "  ask = { fr = \"Quand ?\", nl = \"Wanneer?\" } }\n"
    "fact \"partner_id\" { entity = \"person\", type = \"person\", empty = \"never\",\n"
    "  label = { fr = \"Partenaire\", nl = \"Partner\" } }\n"
    "fact \"receives_t\" { entity = \"person\", type = \"truth\", label = { fr = \"Re\xC3\xA7oit\", nl = "
    "\"Ontvangt\" },\n"
    "  ask = { fr = \"Recevez-vous ?\", nl = \"Ontvangt u?\" } }\n";

static const char parameters[] =
    "parameter \"t.limit\" { label = { fr = \"Plafond\", nl = \"Plafond nl\" }, unit = \"EUR/month\", series "
    "= {\n"
    "  { from = \"2020-01-01\", value = \"1000\", status = \"verified\", source = "
    "\"<script>alert(1)</script>\" },\n"
    "  { from = \"2024-01-01\", value = \"1200.50\", status = \"unverified\", source = \"unread\" } } }\n"
    "parameter \"t.future\" { label = { fr = \"Futur\", nl = \"Toekomst\" }, unit = \"truth\", series = {\n"
    "  { from = \"2100-01-01\", value = \"yes\", status = \"verified\", source = \"law\" } } }\n";

static const char rules[] =
    "local act = source \"law\"\n"
    "local adult = function(m, on) return age_on(m.birth_date, on) >= 18 end\n"
    "local function left(amount, used)\n"
    "  if used >= amount then return euro(0) end\n"
    "  return amount - used\n"
    "end\n"
    "variable \"t.ok\" { entity = \"person\", type = \"truth\", label = { fr = \"En ordre\", nl = \"In "
    "orde\" },\n"
    "  formula = function(person, param, on)\n"
    "    return adult(person, on) and not exists(person.partner) and param.t.future\n"
    "  end }\n"
    "variable \"t.left\" { entity = \"person\", type = \"money\", per = \"month\", label = { fr = \"Reste\", "
    "nl = \"Rest\" },\n"
    "  formula = function(person, param, on)\n"
    "    return left(param.t.limit, person.wage + person.partner.wage)\n"
    "  end }\n"
    "variable \"t.others\" { entity = \"person\", type = \"truth\", label = { fr = \"Autres\", nl = "
    "\"Anderen\" },\n"
    "  formula = function(person, param, on)\n"
    "    if person.wage > euro(0) then return false end\n"
    "    return not all(person.others, function(m) return adult(m, on) end)\n"
    "  end }\n"
    "right \"t\" { label = { fr = \"Droit & <essai>\", nl = \"Recht\" }, office = { fr = \"Ici\", nl = "
    "\"Hier\" },\n"
    "  entity = \"person\", conditions = { { \"ok\", act \"art. 1 et 2\", \"t.ok\" }, { \"others\", act "
    "\"art. 3\", \"t.others\" } },\n"
    "  amount = \"t.left\", receives = \"receives_t\" }\n"
    "case \"title with <angles>\" { on = \"2024-02-01\", cites = \"text\", persons = { { wage = 0 } },\n"
    "  expect = { [\"t.left\"] = \"1200.50\" } }\n";

static void make_rules(void)
{
    mkdir(at("rules"), 0777);
    mkdir(at("rules/t"), 0777);
    write_file("rules/sources.lua",
               "source \"law\" { label = { fr = \"Loi du 1er mai 2020 sur x\", nl = \"Wet van 1 mei "
               "2020 over x\" }, reference = \"numac 1\" }\n");
    write_file("rules/facts.lua", facts);
    write_file("rules/t/parameters.lua", parameters);
    write_file("rules/t/rules.lua", rules);
}

static int keep(void *to, const char *bytes, size_t length)
{
    char *told = to;
    size_t used = strlen(told);

    if (used + length >= 16384)
        return 1;
    memcpy(told + used, bytes, length);
    told[used + length] = '\0';
    return 0;
}

/* A formula in words, without its tags. */
static const char *words_of(const loaded *l, const char *name, ayant_language language)
{
    static char told[16384];
    ayant_sink sink = {keep, told};
    size_t to = 0;
    int inside = 0;
    failure e;
    writer w;

    failure_clear(&e);
    told[0] = '\0';
    writer_start(&w, &sink);
    CHECK_INT(
        formula_in_words(&w, l->graph, &l->rules->variables[rulebook_variable(l->rules, name)], language), 0);
    CHECK_INT(writer_end(&w, &e), AYANT_OK);
    for (const char *c = told; *c; c++) {
        inside |= *c == '<';
        if (!inside)
            told[to++] = *c;
        inside &= *c != '>';
    }
    told[to] = '\0';
    return told;
}

#define SPACE "\xC2\xA0" /* in French, a space that does not break */

static void formulas_are_told_in_words(void)
{
    loaded l;
    const char *words;

    if (!load(at("rules"), &l))
        return;
    words = words_of(&l, "t.ok", AYANT_FR);
    CHECK_HOLDS(words, "oui si toutes ces conditions sont remplies" SPACE ":");
    CHECK_HOLDS(words,
                "l'âge à la date du calcul (d'après «" SPACE "Naissance" SPACE "») atteint au moins 18");
    CHECK_HOLDS(words, "«" SPACE "partenaire" SPACE "» n'existe pas");
    CHECK_HOLDS(words, "«" SPACE "Futur" SPACE "» est oui");
    words = words_of(&l, "t.left", AYANT_NL);
    CHECK_HOLDS(words, "we noemen A : „Loon &amp; zo” plus „Loon &amp; zo” (partner)");
    CHECK_HOLDS(words, "als A minstens gelijk is aan „Plafond nl”: 0" SPACE "EUR");
    CHECK_HOLDS(words, "anders: „Plafond nl” min A");
    words = words_of(&l, "t.others", AYANT_FR);
    CHECK_HOLDS(words, "dépasse 0" SPACE "EUR" SPACE ": non");
    CHECK_HOLDS(words, "sinon" SPACE
                       ": oui si parmi les autres membres du ménage, il y a au moins une personne pour qui "
                       "l'âge à la date du calcul (d'après «" SPACE "Naissance" SPACE
                       "» (ce membre)) reste en dessous de 18");
    unload(&l);
}

static void every_word_of_the_language_can_be_told(void)
{
    for (size_t i = 0; graph_word(i); i++)
        if (!CHECK(call_has_words(graph_word(i))))
            fprintf(stderr, "'%s' is missing\n", graph_word(i));
    for (int i = 0; i < SAID_COUNT; i++) {
        CHECK(*said((saying)i, AYANT_FR));
        CHECK(*said((saying)i, AYANT_NL));
    }
}

static int write_site(const char *rules_folder, const char *to)
{
    loaded l;
    failure e;
    ayant_status status;

    if (!load(rules_folder, &l))
        return 0;
    failure_clear(&e);
    status = document_write(&e, l.graph, day_of(2026, 3, 1), to);
    if (status < 0)
        fprintf(stderr, "%s\n", e.text);
    unload(&l);
    return CHECK_INT(status, AYANT_OK);
}

static void what_rules_write_is_escaped(void)
{
    char *page;

    if (!write_site(at("rules"), at("new/site")))
        return;
    page = read_file(at("new/site/t.fr.html"));
    if (!CHECK(page != NULL))
        return;
    CHECK_HOLDS(page, "<h1>Droit &amp; &lt;essai&gt;</h1>");
    CHECK_HOLDS(page, "Salaire &lt;b&gt;net&lt;/b&gt;");
    CHECK_HOLDS(page, "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK_HOLDS(page, "title with &lt;angles&gt;");
    CHECK_HOLDS(page, "1\xE2\x80\xAF"
                      "200,50" SPACE "EUR par mois");
    CHECK_HOLDS(page, "<span class=\"status unverified\">\xC3\xA0 vérifier</span>");
    CHECK_HOLDS(page, "<span class=\"status none\">pas de valeur</span>");
    CHECK_HOLDS(page, "art. 1 et 2, <a href=\"index.html#s-law-fr\">Loi du 1er mai 2020</a>");
    CHECK_HOLDS(page, "<svg ");
    CHECK(strstr(page, "<script") == NULL);
    free(page);
    page = read_file(at("new/site/t.nl.html"));
    if (!CHECK(page != NULL))
        return;
    CHECK_HOLDS(page, "art. 1 en 2, <a href=\"index.html#s-law-nl\">Wet van 1 mei 2020</a>");
    CHECK_HOLDS(page, "href=\"t.fr.html\"");
    free(page);
}

/* Every link to a place leads to one, in this page or in another of the folder. */
static void check_links(const char *folder, const char *name, const char *page)
{
    char target[512], path[1024], file[256], *other;

    for (const char *c = page; (c = strstr(c, "href=\"")) != NULL;) {
        size_t length = strcspn(c += 6, "\""), sharp = strcspn(c, "#\"");
        const char *within = page;

        if (length > 250 || !CHECK(strncmp(c, "http", 4) != 0 && c[0] != '/'))
            return;
        snprintf(file, sizeof file, "%.*s", (int)sharp, c);
        snprintf(target, sizeof target, " id=\"%.*s\"", sharp < length ? (int)(length - sharp - 1) : 0,
                 c + sharp + 1);
        other = NULL;
        if (*file) {
            snprintf(path, sizeof path, "%s/%s", folder, file);
            within = other = read_file(path);
        }
        if (!CHECK(within != NULL) || (sharp < length && !CHECK(strstr(within, target) != NULL))) {
            fprintf(stderr, "%s: no target for '%.*s'\n", name, (int)length, c);
            free(other);
            return;
        }
        free(other);
    }
}

static void check_page(const char *folder, const char *name, int tidy)
{
    char path[1024], command[1200];
    char *page;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    page = read_file(path);
    if (!CHECK(page != NULL))
        return;
    CHECK(strncmp(page, "<!DOCTYPE html>", 15) == 0);
    CHECK(strstr(page, "src=") == NULL && strstr(page, "@import") == NULL && strstr(page, "url(") == NULL);
    CHECK(strstr(page, "<script") == NULL && strstr(page, "<link") == NULL);
    check_links(folder, name, page);
    free(page);
    snprintf(command, sizeof command, "tidy -q -e '%s' >/dev/null 2>&1", path);
    if (tidy) {
        int result = system(command);

        if (!CHECK(result != -1 && result >> 8 < 2))
            fprintf(stderr, "tidy refuses %s\n", name);
    }
}

static void pages_of_the_shipped_rules_hold_together(void)
{
    int tidy = system("tidy -v >/dev/null 2>&1") == 0, pages = 0;
    const char *folder = at("be");
    struct dirent *entry;
    DIR *open_folder;

    if (!tidy)
        printf("skipped: tidy is not installed, so pages are not checked as HTML\n");
    if (!write_site("rules/be", folder) || !CHECK((open_folder = opendir(folder)) != NULL))
        return;
    while ((entry = readdir(open_folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        CHECK(strstr(entry->d_name, ".part") == NULL);
        check_page(folder, entry->d_name, tidy);
        pages++;
    }
    closedir(open_folder);
    CHECK_INT(pages, 9);
}

#if defined(__SANITIZE_ADDRESS__)
#define SECONDS 20
#else
#define SECONDS 2
#endif

static void pages_are_quick(void)
{
    clock_t start = clock();

    if (write_site("rules/be", at("be")))
        CHECK((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS);
}

/* A page that cannot take its place: the failure is said, and no part is left. */
static void failures_are_said(void)
{
    loaded l;
    failure e;

    if (!load(at("rules"), &l))
        return;
    write_file("plain", "x");
    failure_clear(&e);
    CHECK_INT(document_write(&e, l.graph, 0, at("plain/site")), AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "D03");
    failure_clear(&e);
    CHECK_INT(document_write(&e, l.graph, 0, ""), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "D02");
    mkdir(at("taken"), 0777);
    mkdir(at("taken/t.fr.html"), 0777);
    failure_clear(&e);
    CHECK_INT(document_write(&e, l.graph, 0, at("taken")), AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "D01");
    CHECK(access(at("taken/t.fr.html.part"), F_OK) != 0);
    CHECK(access(at("taken/t.nl.html.part"), F_OK) != 0);
    unload(&l);
}

int main(void)
{
    char command[256];

    if (!mkdtemp(room))
        return 1;
    make_rules();
    RUN(every_word_of_the_language_can_be_told);
    RUN(formulas_are_told_in_words);
    RUN(what_rules_write_is_escaped);
    RUN(pages_of_the_shipped_rules_hold_together);
    RUN(pages_are_quick);
    RUN(failures_are_said);
    snprintf(command, sizeof command, "rm -rf '%s'", room);
    if (system(command) != 0)
        return 1;
    return check_end();
}
