/*
 * Mappings: what a mapping file may say, what becomes of a flat file seen
 * through one, and what is proposed for a file nobody has described.
 *
 * Everybody here is made up.
 */
#include <stdlib.h>
#include <unistd.h>
#include "../../engine/base/fold.h"
#include "../../engine/host/host.h"
#include "../../engine/ingest/id_pool.h"
#include "../../engine/ingest/ingest.h"
#include "../../engine/ingest/mapped.h"
#include "../../engine/ingest/suggest.h"
#include "check.h"

#define FACTS_LUA "rules/be"
#define NOTES 20000

typedef struct desk {
    host *rules;
    rulebook *book;
    char folder[64], file[96], map[96], rejects[96], repairs[96];
    char notes[NOTES], said[NOTES]; /* of the last reading: notes, and the file of repairs */
    failure e;
    people *p;
    ayant_import_counts counts;
} desk;

static void write_file(const char *path, const char *bytes)
{
    FILE *out = fopen(path, "wb");

    if (!out || fwrite(bytes, 1, strlen(bytes), out) != strlen(bytes))
        abort();
    fclose(out);
}

static void read_file(const char *path, char *out, size_t size)
{
    FILE *in = fopen(path, "rb");

    out[0] = '\0';
    if (!in)
        return;
    out[fread(out, 1, size - 1, in)] = '\0';
    fclose(in);
}

static desk *desk_new(void)
{
    static const char *const folders[] = {FACTS_LUA};
    desk *d = calloc(1, sizeof *d);

    if (!d || host_load(&d->e, folders, 1, &d->rules, &d->book) < 0)
        abort();
    strcpy(d->folder, "/tmp/ayant-mapping-XXXXXX");
    if (!mkdtemp(d->folder))
        abort();
    snprintf(d->file, sizeof d->file, "%s/export.csv", d->folder);
    snprintf(d->map, sizeof d->map, "%s/map.lua", d->folder);
    snprintf(d->rejects, sizeof d->rejects, "%s/rejects.csv", d->folder);
    snprintf(d->repairs, sizeof d->repairs, "%s/repairs.csv", d->folder);
    return d;
}

static void desk_free(desk *d)
{
    people_free(d->p);
    host_free(d->rules);
    unlink(d->file);
    unlink(d->map);
    unlink(d->rejects);
    unlink(d->repairs);
    CHECK_INT(rmdir(d->folder), 0); /* nothing else was left */
    free(d);
}

static int take(void *to, const char *bytes, size_t length)
{
    char *notes = to;
    size_t used = strlen(notes);

    if (used + length >= NOTES)
        return 1;
    memcpy(notes + used, bytes, length);
    notes[used + length] = '\0';
    return 0;
}

/* ---- mapping files ---- */

static ayant_status load(desk *d, const char *lua, host **h, const mapping **m)
{
    failure_clear(&d->e);
    write_file(d->map, lua);
    return host_mapping(&d->e, d->map, &d->book->facts, h, m);
}

static void refused_of(desk *d, const char *lua, const char *id, int line, const char *words, int where)
{
    const mapping *m = NULL;
    host *h = NULL;

    if (load(d, lua, &h, &m) == AYANT_OK)
        fprintf(stderr, "accepted at line %d of the test: %s\n", where, lua);
    CHECK(d->e.status < 0);
    CHECK(h == NULL && m == NULL);
    CHECK_TEXT(d->e.id, id);
    CHECK_INT(d->e.line, line);
    CHECK_HOLDS(d->e.text, words);
    host_free(h);
}

#define REFUSED(lua, id, line, words) refused_of(d, lua, id, line, words, __LINE__)

static void a_mapping_is_read(void)
{
    desk *d = desk_new();
    const mapping *m = NULL;
    host *h = NULL;

    CHECK_INT(load(d,
                   "local yes = { 'O', 'X' }\n"
                   "mapping {\n"
                   "  language = 'nl', header = 3, sheet = 'Blad1',\n"
                   "  columns = { ['N° Ménage'] = 'household_id', ['Matricule'] = 'person_id', ['Adresse'] = "
                   "{ 'street', 'number' }, ['Note'] = false, ['Sexe'] = 'gender', RIS = 'receives_ris' },\n"
                   "  words = { gender = { m = { 'H', 'Homme' }, ['Féminin'] = 'f', [2] = 'f' }, "
                   "receives_ris = { yes = yes } },\n"
                   "  empty = { 'NULL', '?' },\n"
                   "  links = { column = 'Lien', words = { reference = { '01' }, ['03'] = 'child' } },\n"
                   "}\n",
                   &h, &m),
              AYANT_OK);
    if (m) {
        const mapping_vocabulary *gender =
            mapping_vocabulary_of(m, dictionary_find(&d->book->facts, "gender"));

        CHECK_INT(m->column_count, 6);
        CHECK_INT(m->header, 3);
        CHECK_TEXT(m->sheet, "Blad1");
        CHECK_INT(m->language, AYANT_NL);
        CHECK(mapping_is_empty(m, "null") && mapping_is_empty(m, "?") && !mapping_is_empty(m, "inconnu"));
        CHECK_TEXT(mapping_word_of(gender->words, gender->count, "feminin"), "f");
        CHECK_TEXT(mapping_word_of(gender->words, gender->count, "2"), "f");
        CHECK_TEXT(mapping_word_of(gender->words, gender->count, "homme"), "m");
        CHECK(mapping_word_of(gender->words, gender->count, "autre") == NULL);
        CHECK_TEXT(mapping_word_of(m->links, m->link_count, "03"), "child");
    }
    host_free(h);
    desk_free(d);
}

static void a_wrong_mapping_is_refused(void)
{
    desk *d = desk_new();

    REFUSED("local x = 1\n", "N01", 0, "holds no mapping");
    REFUSED("mapping { columns = { a = 'stay' } }\nmapping { columns = { a = 'stay' } }\n", "N01", 2,
            "two mappings");
    REFUSED("mapping {\n colums = {} }\n", "R04", 2, "did you mean 'columns'");
    REFUSED("mapping { }\n", "N02", 1, "no columns");
    REFUSED("mapping {\n language = 'de', columns = { a = 'stay' } }\n", "N02", 2, "\"fr\", \"nl\"");
    REFUSED("mapping { columns = {\n a = 'wage_net_monht' } }\n", "N06", 2, "did you mean 'wage_net_month'");
    REFUSED("mapping { columns = {\n a = 3 } }\n", "N07", 2, "a list of facts");
    REFUSED("mapping { columns = {\n a = 'stay',\n b = 'stay' } }\n", "N04", 3, "keep one");
    REFUSED("mapping { columns = { a = 'stay' },\n words = { stay = { belgian = { 'Belge' },\n eu = { "
            "'belge' } } } }\n",
            "N09", 3, "both");
    REFUSED("mapping { columns = { a = 'stay' },\n words = { stay = {\n belgain = { 'Belge' } } } }\n", "N09",
            3, "did you mean 'belgian'");
    REFUSED("mapping { columns = { a = 'wage_net_month' },\n words = { wage_net_month = { ['gratuit'] = "
            "'rien' } } }\n",
            "N09", 2, "not an amount");
    REFUSED("mapping { columns = { a = 'stay' },\n patterns = { b = [[x]] } }\n", "N08", 2, "no facts");
    REFUSED("mapping { columns = { a = 'stay' },\n links = { column = 'l', words = { chief = { 'a' } } } }\n",
            "N09", 2, "links have no word");
    REFUSED("mapping { columns = { a = 'stay' },\n compute = { student = 3 } }\n", "N03", 2, "function(row)");
    REFUSED("mapping { columns = { a = 'stay' },\n compute = { stay = function(row) end } }\n", "N04", 2,
            "keep one");
    REFUSED("mapping { columns = { a = 'stay' }\n", "R08", 2, "not Lua");
    REFUSED("os.execute('true')\n", "R06", 1, "kept out");
    REFUSED("while true do end\n", "R02", 1, "steps");
    desk_free(d);
}

static void facts_that_must_not_exist_are_refused(void)
{
    static const char *const names[] = {"origin",     "herkomst",  "nationality", "diagnosis",
                                        "fraud_mark", "exclusion", "opinion"};
    desk *d = desk_new();
    char lua[200];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(lua, sizeof lua, "mapping { columns = {\n a = '%s' } }\n", names[i]);
        REFUSED(lua, "N05", 2, "which no record may");
        snprintf(lua, sizeof lua,
                 "mapping { columns = { a = 'stay' },\n compute = { %s = function() end } }\n", names[i]);
        REFUSED(lua, "N05", 2, "which no record may");
    }
    desk_free(d);
}

/* ---- files ---- */

static ayant_status read_flat(desk *d, const char *lua, const char *csv)
{
    ayant_inputs in = {.file = d->file, .map = d->map, .rejects = d->rejects, .repairs = d->repairs};
    ayant_sink notes = {take, d->notes};
    const mapping *map = NULL;
    mapped *m = NULL;
    host *h = NULL;

    people_free(d->p);
    d->p = NULL;
    d->notes[0] = d->said[0] = '\0';
    write_file(d->file, csv);
    if (load(d, lua, &h, &map) == AYANT_OK && mapped_open(&d->e, &d->book->facts, map, &in, &m) == AYANT_OK) {
        in.seen = m;
        in.households = in.persons = d->file;
        in.relations = map->links_header ? d->file : NULL;
        if (ingest_people(&d->e, &d->book->facts, &in, &notes, NULL, &d->p, &d->counts) == AYANT_OK)
            mapped_end(&d->e, m);
    }
    mapped_close(m);
    host_free(h);
    read_file(d->repairs, d->said, sizeof d->said);
    return d->e.status;
}

static cell cell_of(const desk *d, const char *person, const char *name)
{
    int64_t row = people_find(d->p, text_of(person));
    int at = dictionary_find(&d->book->facts, name);

    if (row < 0 || at < 0)
        return CELL_UNKNOWN;
    return people_cell(
        d->p, at, d->book->facts.facts[at].entity == ENTITY_PERSON ? (size_t)row : d->p->household_of[row]);
}

static const char *text_at(const desk *d, const char *person, const char *name)
{
    int64_t row = people_find(d->p, text_of(person));
    int at = dictionary_find(&d->book->facts, name);

    return row < 0 || at < 0 || !d->p->texts[at] || !d->p->texts[at][row] ? "" : d->p->texts[at][row];
}

#define MAP                                                                                                  \
    "mapping { columns = { M = 'household_id', P = 'person_id', Nom = 'last_name', Sexe = 'gender', "        \
    "Salaire = 'wage_net_month', Loyer = 'rent_month', Adresse = { 'street', 'number', 'box' }, "            \
    "['Né le'] = 'birth_date', Note = false },\n"                                                           \
    " words = { gender = { f = { 'Femme' }, m = { 'Homme' } } },\n"                                          \
    " patterns = { Adresse = { [[^(?<street>.+?) (?<number>\\d+\\w?)(?: bte (?<box>\\w+))?$]], "             \
    "[[^(?<number>\\d+), (?<street>.+)$]] } },\n"                                                            \
    " compute = { taxable_income_year = function(row) local a = amount(row.Salaire) return a and a * 12 "    \
    "end, "                                                                                                  \
    "student = function(row) return contains(row.Note, 'étudiant') end },\n"                                \
    " links = { column = 'Lien', words = { reference = { 'chef' }, spouse = { 'conjoint' }, child = { "      \
    "'enfant' }, parent = { 'parent' }, sibling = { 'frere' } } } }\n"
#define HEADER "M;P;Nom;Sexe;Lien;Salaire;Loyer;Adresse;Né le;Note;Autre\r\n"

static void a_flat_file_becomes_a_caseload(void)
{
    desk *d = desk_new();

    CHECK_INT(read_flat(d, MAP,
                        HEADER
                        "h1;a;Épreuve;Femme;chef;1.234,56 €;650,00;rue X 12 bte 3;03/05/1987;ÉTUDIANTE;\r\n"
                        "h1;b;Essai;Homme;conjoint;12,50;650,00;12, rue X;;;\r\n"
                        "h1;c;Essai;Homme;enfant;?;;chez nous;31/02/2010;;\r\n"
                        "h1;e;Essai;Homme;frere;;;;;;\r\n"
                        "h2;d;Nul;;;0,00;;;;;\r\n"),
              AYANT_OK);
    if (!d->p) {
        fprintf(stderr, "%s %s\n", d->e.id, d->e.text);
        desk_free(d);
        return;
    }
    CHECK_INT(d->counts.households, 2);
    CHECK_INT(d->counts.persons, 5);
    CHECK_INT(d->counts.relations, 1);
    CHECK_INT(cell_of(d, "a", "wage_net_month"), 123456);
    CHECK_INT(cell_of(d, "a", "taxable_income_year"), 1481472);
    CHECK_INT(cell_of(d, "c", "taxable_income_year"), CELL_UNKNOWN);
    CHECK_INT(cell_of(d, "a", "student"), 1);
    CHECK_INT(cell_of(d, "a", "rent_month"), 65000);
    CHECK_INT(cell_of(d, "a", "gender"), 0);
    CHECK_INT(cell_of(d, "a", "partner_id"), people_find(d->p, text_of("b")));
    CHECK_INT(cell_of(d, "b", "partner_id"), people_find(d->p, text_of("a")));
    CHECK_INT(cell_of(d, "b", "partnership"), 0);
    CHECK_INT(cell_of(d, "c", "mother_id"), people_find(d->p, text_of("a")));
    CHECK(cell_of(d, "c", "father_id") < 0); /* the partner of the mother is not said to be the father */
    CHECK_TEXT(text_at(d, "a", "street"), "rue X");
    CHECK_TEXT(text_at(d, "a", "box"), "3");
    CHECK_TEXT(text_at(d, "b", "number"), "12");
    CHECK_TEXT(text_at(d, "c", "street"), "chez nous"); /* what no pattern cuts is kept whole */
    CHECK_INT(cell_of(d, "c", "birth_date"), CELL_UNKNOWN);
    CHECK_HOLDS(d->said, ",4,Adresse,not_split\n");
    CHECK_HOLDS(d->said, ",3,Adresse,other_pattern\n");
    CHECK_HOLDS(d->said, ",2,Salaire,currency\n");
    CHECK_HOLDS(d->said, ",4,Salaire,placeholder\n");
    CHECK_HOLDS(d->notes, "columns left out by the mapping: Note");
    CHECK_HOLDS(d->notes, "the mapping does not name, left out: Autre");
    CHECK(strstr(d->said, "Essai") == NULL && strstr(d->notes, "Essai") == NULL);
    desk_free(d);
}

/* The rejects speak of the officer's lines and columns. */
static void rejects_have_the_names_of_the_file(void)
{
    desk *d = desk_new();
    char rejects[2000];

    CHECK_INT(read_flat(d, MAP,
                        HEADER
                        "h1;a;;;chef;beaucoup;-5;;;;\r\nh1;;;;;;;;;;\r\nh1;a;;;;;;;;;\r\nh2;a;;;;;;;;;\r\n"),
              AYANT_OK);
    read_file(d->rejects, rejects, sizeof rejects);
    CHECK_HOLDS(rejects, ",2,Salaire,beaucoup,not an amount\n");
    CHECK_HOLDS(rejects, ",2,Loyer,-5,");
    CHECK_HOLDS(rejects, ",3,P,,the identifier is empty\n");
    CHECK_HOLDS(rejects, ",4,P,a,the identifier is that of an earlier line\n");
    CHECK_HOLDS(rejects, ",5,P,a,the identifier is that of an earlier line\n");
    CHECK_INT(d->counts.households, 1); /* the household of a rejected row is not made */
    desk_free(d);
}

static void lines_that_are_no_data_are_passed_over(void)
{
    desk *d = desk_new();

    CHECK_INT(read_flat(d, MAP,
                        HEADER "h1;a;;;chef;10,00;;;;;\r\n\r\n" HEADER
                               "Page 2;;;;;;;;;;\r\nh2;b;;;;20,00;;;;;\r\n"
                               "TOTAL;2;;;;30,00;;;;;\r\nTotaal: 2 personen;;;;;;;;;;\r\n"),
              AYANT_OK);
    CHECK_INT(d->counts.persons, 2);
    CHECK_INT(d->counts.rows_rejected, 0);
    CHECK_HOLDS(d->said, ",3,,blank_line\n");
    CHECK_HOLDS(d->said, ",4,,header_again\n");
    CHECK_HOLDS(d->said, ",5,,title\n");
    CHECK_HOLDS(d->said, ",7,,total\n");
    CHECK_HOLDS(d->said, ",8,,total\n");
    desk_free(d);
}

static void links_that_cannot_be_told_stay_unknown(void)
{
    desk *d = desk_new();

    CHECK_INT(
        read_flat(d, MAP,
                  HEADER
                  "h1;a;;;chef;;;;;;\r\n"   /* no gender */
                  "h1;b;;;enfant;;;;;;\r\n" /* mother or father? */
                  "h2;c;;Femme;chef;;;;;;\r\nh2;d;;;conjoint;;;;;;\r\nh2;e;;;conjoint;;;;;;\r\n" /* two */
                  "h3;f;;;enfant;;;;;;\r\n" /* of whom? */
                  "h4;g;;;chef;;;;;;\r\nh4;i;;;chef;;;;;;\r\n"
                  "h5;j;;Femme;chef;;;;;;\r\nh5;k;;Femme;parent;;;;;;\r\nh5;l;;Femme;parent;;;;;;\r\n"
                  "h5;m;;;ami;;;;;;\r\n"),
        AYANT_OK);
    CHECK_HOLDS(d->said, ",3,Lien,parent_gender_unknown\n");
    CHECK_HOLDS(d->said, ",5,Lien,two_partners\n");
    CHECK_HOLDS(d->said, ",6,Lien,two_partners\n");
    CHECK_HOLDS(d->said, ",7,Lien,no_reference_person\n");
    CHECK_HOLDS(d->said, ",8,Lien,two_reference_persons\n");
    CHECK_HOLDS(d->said, ",12,Lien,second_parent\n");
    CHECK_HOLDS(d->said, ",13,Lien,link_not_known\n");
    CHECK(cell_of(d, "b", "mother_id") < 0 && cell_of(d, "b", "father_id") < 0);
    CHECK(cell_of(d, "c", "partner_id") < 0 && cell_of(d, "d", "partner_id") < 0);
    CHECK_INT(cell_of(d, "j", "mother_id"), people_find(d->p, text_of("k")));
    desk_free(d);
}

static void household_facts_come_from_the_first_row(void)
{
    desk *d = desk_new();

    CHECK_INT(
        read_flat(d, MAP,
                  HEADER
                  "h1;a;;;;;650,00;;;;\r\nh1;b;;;;;650.00;;;;\r\nh1;c;;;;;700,00;;;;\r\nh1;d;;;;;;;;;\r\n"),
        AYANT_OK);
    CHECK_INT(cell_of(d, "c", "rent_month"), 65000);
    CHECK_HOLDS(d->said, ",4,Loyer,household_differs\n");
    CHECK(strstr(d->said, ",3,Loyer,household_differs") == NULL); /* the same amount, in another spelling */
    CHECK(strstr(d->said, ",5,Loyer") == NULL);
    desk_free(d);
}

/* An error of a row costs the cell, with its line; a loop too. */
static void a_function_that_stops_costs_a_cell(void)
{
    static const char map[] = "mapping { columns = { M = 'household_id', P = 'person_id' }, compute = {\n"
                              "  wage_net_month = function(row) return row.S + 1 end,\n"
                              "  student = function(row) while row.S do end return true end,\n"
                              "  rc_dwelling = function(row) return row.Absent end,\n"
                              "} }\n";
    desk *d = desk_new();
    char rejects[2000];

    CHECK_INT(read_flat(d, map, "M;P;S\nh1;a;x\nh1;b;\n"), AYANT_OK);
    read_file(d->rejects, rejects, sizeof rejects);
    CHECK_HOLDS(rejects, ",2,wage_net_month,,the mapping could not compute it\n");
    CHECK_HOLDS(rejects, ",2,student,,the mapping could not compute it\n");
    CHECK_HOLDS(d->notes, "line 2: compute of 'wage_net_month' stopped on 2 rows");
    CHECK_HOLDS(d->notes, "line 4: compute of 'rc_dwelling' stopped on 2 rows");
    CHECK_INT(cell_of(d, "b", "student"), 1);
    CHECK_INT(d->counts.persons, 2);
    desk_free(d);
}

/* Every row stops, and no name comes out. */
static void keeps_nothing(const char *before, const char *body, int where)
{
    desk *d = desk_new();
    char lua[1000], rejects[2000];
    int ok = 1;

    snprintf(lua, sizeof lua,
             "%s\nmapping { columns = { M = 'household_id', P = 'person_id' }, compute = {\n"
             "last_name = function(row) %s end } }\n",
             before, body);
    ok &= CHECK_INT(read_flat(d, lua, "M;P;Nom\nh1;a;Secret\nh1;b;Essai\nh1;c;\n"), AYANT_OK);
    read_file(d->rejects, rejects, sizeof rejects);
    for (int i = 0; i < 3; i++)
        ok &= CHECK(strcmp(text_at(d, (const char *[]){"a", "b", "c"}[i], "last_name"), "") == 0);
    ok &= CHECK_HOLDS(rejects, ",2,last_name,,the mapping could not compute it\n");
    ok &= CHECK_HOLDS(rejects, ",4,last_name,,the mapping could not compute it\n");
    ok &= CHECK_HOLDS(d->notes, "compute of 'last_name' stopped on 3 rows");
    if (!ok)
        fprintf(stderr, "line %d: %s %s\n%s", where, d->e.id, d->e.text, d->notes);
    desk_free(d);
}

#define KEEPS_NOTHING(before, body) keeps_nothing(before, body, __LINE__)

static void a_row_leaves_nothing_for_the_next(void)
{
    KEEPS_NOTHING("local last = 'none'", "local r = last last = row.Nom or 'x' return r");
    KEEPS_NOTHING("local t = {}", "local r = t[1] t[1] = row.Nom or 'x' return r");
    KEEPS_NOTHING("local t = { 'none' }", "local r = t[1] t[1] = row.Nom return r");
    KEEPS_NOTHING("local t = { a = { b = {} } }", "local r = t.a.b.c t.a.b.c = row.Nom or 'x' return r");
    KEEPS_NOTHING("local t = {}", "table.insert(t, row.Nom or 'x') return t[#t - 1]");
    KEEPS_NOTHING("local t = {} t[t] = { [t] = t }",
                  "local u = t[t][t] local r = u.x u.x = row.Nom or 'x' return r");
    KEEPS_NOTHING("local last local function swap(x) local r = last last = x return r end",
                  "return swap(row.Nom or 'x')");
    KEEPS_NOTHING("local h = {} do local last function h.swap(x) local r = last last = x return r end end",
                  "return h.swap(row.Nom or 'x')");
    KEEPS_NOTHING("local last local function put(x) last = x end local function get() return last end",
                  "local r = get() put(row.Nom or 'x') return r");
    KEEPS_NOTHING("local f = function() end",
                  "local r, n = f(), row.Nom f = function() return n end return r");
    KEEPS_NOTHING("local keep", "local r = keep and keep.Nom keep = row return r");
    KEEPS_NOTHING("local last", "local r = last last = row.Nom error('x') return r");
    KEEPS_NOTHING("local last", "local r = last last = row.Nom or 'x' while true do end");
    KEEPS_NOTHING("local step = pairs({ 'a', 'b', 'c' })", "local k, v = step() return v");
    KEEPS_NOTHING("", "row.kept = row.Nom return row.kept");
    KEEPS_NOTHING("", "kept = row.Nom return 'x'");
    KEEPS_NOTHING("", "table.kept = row.Nom return 'x'");
    KEEPS_NOTHING("", "table.insert(_ENV, row.Nom or 'x') return 'x'");
    KEEPS_NOTHING("", "_ENV = { row = row } return row.Nom");
    KEEPS_NOTHING(
        "local amount, lower, contains, table = amount, lower, contains, table local _ENV = { mapping = "
        "mapping }",
        "local r = last last = row.Nom or 'x' return r");
}

/* A row that changes something outside costs its own cell; those after it see what the file says. */
static void what_a_row_changes_is_put_back(void)
{
    desk *d = desk_new();
    char rejects[2000];

    CHECK_INT(
        read_flat(d,
                  "local last, other = 'none', nil\n"
                  "local function tell() return last .. (other or '') end\n"
                  "mapping { columns = { M = 'household_id', P = 'person_id' }, compute = {\n"
                  " last_name = function(row) if row.Nom then last = row.Nom end return tell() end,\n"
                  " first_name = function(row) if row.Nom then other = row.Nom error('x') end return tell() "
                  "end } }\n",
                  "M;P;Nom\nh1;a;Secret\nh1;b;\n"),
        AYANT_OK);
    read_file(d->rejects, rejects, sizeof rejects);
    CHECK_HOLDS(rejects, ",2,last_name,,the mapping could not compute it\n");
    CHECK_HOLDS(rejects, ",2,first_name,,the mapping could not compute it\n");
    CHECK_HOLDS(d->notes, "line 4: compute of 'last_name' stopped on 1 rows");
    CHECK(strstr(rejects, ",3,") == NULL);
    CHECK_TEXT(text_at(d, "a", "last_name"), "");
    CHECK_TEXT(text_at(d, "b", "last_name"), "none");
    CHECK_TEXT(text_at(d, "b", "first_name"), "none");
    desk_free(d);
}

/* What is only read works as anywhere else; so do tables and locals of the function. */
static void tables_of_the_file_can_be_read(void)
{
    desk *d = desk_new();

    CHECK_INT(
        read_flat(
            d,
            "local names = { A = 'un', B = 'deux', deep = { list = { 'x', 'y', 'z' } } }\n"
            "local prefix, count = 'n-', 0\n"
            "for _ in pairs(names) do count = count + 1 end\n"
            "local function tell(x) return names[x] and prefix .. names[x] end\n"
            "mapping { columns = { M = 'household_id', P = 'person_id' }, compute = {\n"
            " last_name = function(row) return tell(row.Nom) end,\n"
            " first_name = function(row)\n"
            "  local list, said = names.deep.list, {}\n"
            "  for k in pairs(names) do table.insert(said, k) end\n"
            "  for i, x in ipairs(list) do said[#said + 1] = i .. x end\n"
            "  local a, b = table.unpack(list)\n"
            "  return table.concat(said, ' ') .. ' ' .. table.concat(list) .. a .. b .. #list .. count\n"
            " end,\n} }\nnames.C = 'trois'\n",
            "M;P;Nom\nh1;a;A\nh1;b;C\nh1;c;D\n"),
        AYANT_OK);
    CHECK_TEXT(text_at(d, "a", "last_name"), "n-un");
    CHECK_TEXT(text_at(d, "b", "last_name"), "n-trois");
    CHECK_TEXT(text_at(d, "c", "last_name"), "");
    CHECK_TEXT(text_at(d, "a", "first_name"), "A B C deep 1x 2y 3z xyzxy33");
    CHECK_TEXT(text_at(d, "c", "first_name"), "A B C deep 1x 2y 3z xyzxy33");
    CHECK(strstr(d->notes, "stopped") == NULL);
    desk_free(d);
}

static void a_file_that_is_not_the_mappings_is_refused(void)
{
    desk *d = desk_new();

    CHECK_INT(read_flat(d, MAP, "M;P;Nom;Sexe;Lien;Salaires;Loyer;Adresse;Né le;Note\nh1;a;;;;;;;;\n"),
              AYANT_E_INPUT);
    CHECK_TEXT(d->e.id, "N22");
    CHECK_HOLDS(d->e.text, "did you mean 'Salaires'");
    CHECK_INT(read_flat(d, "mapping { columns = { a = 'person_id', b = 'stay' } }", "a;b\n1;2\n"),
              AYANT_E_INPUT);
    CHECK_TEXT(d->e.id, "N23");
    CHECK_INT(read_flat(d, "mapping { columns = { a = 'household_id', b = 'stay' } }", "a;b\n1;2\n"),
              AYANT_E_INPUT);
    CHECK_TEXT(d->e.id, "N23");
    CHECK_INT(read_flat(d,
                        "mapping { columns = { a = 'household_id', b = 'person_id', c = { 'street' } },\n"
                        "patterns = { c = [[^(?<number>.+)$]] } }",
                        "a;b;c\n1;2;3\n"),
              AYANT_E_RULE);
    CHECK_TEXT(d->e.id, "N24");
    CHECK_INT(d->e.line, 2);
    CHECK_INT(read_flat(d,
                        "mapping { columns = { a = 'household_id', b = 'person_id', c = { 'street' } },\n"
                        "patterns = { c = [[^(?<street>.+$]] } }",
                        "a;b;c\n1;2;3\n"),
              AYANT_E_RULE);
    CHECK_TEXT(d->e.id, "N24");
    CHECK_INT(access(d->repairs, F_OK), -1); /* a refused file leaves no list */
    desk_free(d);
}

static void two_columns_of_one_name_are_told_apart(void)
{
    desk *d = desk_new();

    CHECK_INT(
        read_flat(d,
                  "mapping { columns = { a = 'household_id', b = 'person_id', Montant = 'wage_net_month', "
                  "['Montant (2)'] = 'pension_month' } }",
                  "a;b;Montant;Montant\n1;2;10,00;20,00\n"),
        AYANT_OK);
    CHECK_INT(cell_of(d, "2", "wage_net_month"), 1000);
    CHECK_INT(cell_of(d, "2", "pension_month"), 2000);
    desk_free(d);
}

/* ---- proposals ---- */

static const char *suggested(desk *d, const char *csv, ayant_language language)
{
    ayant_sink out = {take, d->said};
    size_t placed = 0;

    failure_clear(&d->e);
    d->said[0] = '\0';
    write_file(d->file, csv);
    CHECK_INT(suggest_mapping(&d->e, &d->book->facts, d->file, language, &out, &placed), AYANT_OK);
    return d->said;
}

/* The proposal gives `fact` (a name, or a list in order) for a column. */
static void gives(desk *d, const char *name, const char *wanted)
{
    static char proposal[NOTES];
    const mapping *m = NULL;
    host *h = NULL;
    char got[200] = "no such column";

    strcpy(proposal, d->said);
    if (load(d, proposal, &h, &m) < 0) {
        fprintf(stderr, "%s at %d: %s\n", d->e.id, d->e.line, d->e.text);
        CHECK(!"the proposal is a mapping");
        return;
    }
    for (size_t i = 0; i < m->column_count; i++) {
        size_t used = 0;

        if (strcmp(m->columns[i].header, name) != 0)
            continue;
        got[0] = '\0';
        for (size_t k = 0; k < m->columns[i].fact_count; k++)
            used += (size_t)snprintf(got + used, sizeof got - used, "%s%s", used ? " " : "",
                                     mapping_fact_name(&d->book->facts, m->columns[i].facts[k]));
        if (m->links_header && strcmp(m->links_header, name) == 0)
            strcpy(got, "links");
    }
    if (!CHECK_TEXT(got, wanted))
        fprintf(stderr, "  of the column '%s'\n", name);
    host_free(h);
}

static void headers_of_a_brussels_export(void)
{
    desk *d = desk_new();

    suggested(
        d,
        "N° ménage;Matricule;NISS;Nom;Prénom;Date naissance;Sexe;Lien;Etat civil;Titre de "
        "séjour;Adresse;CP;Commune;"
        "Tél./GSM;E-mail;Salaire net;Alloc. fam.;RIS;Montant RIS;GRAPA;BIM;Revenus imposables 2024;Remarque;"
        "Origine;Nationalité;Couleur\n"
        "1;11;;A;B;01/02/1990;F;chef de ménage;marié;belge;rue X "
        "1;1080;Ixelles;;;1,00;1,00;O;812,50;N;N;1,00;;;;\n"
        "1;12;;A;B;01/02/1990;M;conjoint;marié;UE;rue X 1;1080;Ixelles;;;1,00;1,00;N;0,00;N;O;1,00;;;;\n",
        AYANT_FR);
    gives(d, "N° ménage", "household_id");
    gives(d, "Matricule", "person_id");
    gives(d, "NISS", "niss");
    gives(d, "Lien", "links");
    gives(d, "Adresse", "street number box");
    gives(d, "Commune", "nis_commune");
    gives(d, "Tél./GSM", "phone");
    gives(d, "Alloc. fam.", "family_benefit_month");
    gives(d, "RIS", "receives_ris");
    gives(d, "Montant RIS", "ris_month");
    gives(d, "Revenus imposables 2024", "taxable_income_year");
    gives(d, "Remarque", "");
    gives(d, "Origine", "");
    gives(d, "Nationalité", "");
    gives(d, "Couleur", "");
    CHECK_HOLDS(d->said, "refusé : aucun dossier ne peut contenir une origine");
    CHECK_HOLDS(d->said, "return \"2024\"");
    CHECK_HOLDS(d->said, "supposé : euros par mois");
    desk_free(d);
}

static void headers_in_dutch(void)
{
    desk *d = desk_new();

    suggested(
        d,
        "Gezinsnr;Stamnummer;INSZ;Naam;Voornaam;Geb.datum;Geslacht;Verwantschap;Burg. "
        "staat;Verblijfstitel;Straat;"
        "Huisnr;Bus;Postcode;Gemeente;Tel./gsm;Nettoloon;Leefloon;Bedrag leefloon;IGO;VT;Huur;Spaargeld;Taal;"
        "Ziekenfonds;Opmerking;Herkomst\n"
        "1;11;;A;B;01/02/1990;V;kind;gehuwd;Belg;Straat;1;;1080;Elsene;;1,00;ja;;nee;nee;650,00;;NL;CM;;\n",
        AYANT_NL);
    gives(d, "Gezinsnr", "household_id");
    gives(d, "Stamnummer", "person_id");
    gives(d, "Geb.datum", "birth_date");
    gives(d, "Verwantschap", "links");
    gives(d, "Burg. staat", "civil_status");
    gives(d, "Straat", "street");
    gives(d, "Huisnr", "number");
    gives(d, "Bus", "box");
    gives(d, "Nettoloon", "wage_net_month");
    gives(d, "Leefloon", "receives_ris");
    gives(d, "Bedrag leefloon", "ris_month");
    gives(d, "IGO", "receives_grapa");
    gives(d, "VT", "receives_bim");
    gives(d, "Huur", "rent_month");
    gives(d, "Ziekenfonds", "insurer");
    gives(d, "Herkomst", "");
    CHECK_HOLDS(d->said, "geweigerd: geen dossier mag een afkomst bevatten");
    desk_free(d);
}

static void headers_of_other_programs(void)
{
    desk *d = desk_new();

    /* a database: no accents, underscores */
    suggested(d,
              "id_menage,id_personne,nom_famille,prenom,date_naissance,sexe,code_postal,salaire_net_mensuel,"
              "pension_mensuelle,loyer_mensuel,langue\n1,2,A,B,1990-01-02,F,1080,100.00,0.00,650.00,FR\n",
              AYANT_FR);
    gives(d, "id_menage", "household_id");
    gives(d, "id_personne", "person_id");
    gives(d, "nom_famille", "last_name");
    gives(d, "date_naissance", "birth_date");
    gives(d, "code_postal", "postal_code");
    gives(d, "salaire_net_mensuel", "wage_net_month");
    gives(d, "pension_mensuelle", "pension_month");
    gives(d, "loyer_mensuel", "rent_month");
    /* capitals and words cut short */
    suggested(d,
              "NUM MENAGE;NUM PERS;NOM;PRENOM;DT NAISS;CIVILITE;ADR;LOCALITE;MT CHOMAGE;MT RIS;IND. "
              "MUT.;RC;EPARGNE\n"
              "1;2;A;B;01/02/1990;Mme;rue X 3;Jette;1,00;1,00;1,00;1,00;1,00\n",
              AYANT_FR);
    gives(d, "NUM MENAGE", "household_id");
    gives(d, "NUM PERS", "person_id");
    gives(d, "DT NAISS", "birth_date");
    gives(d, "ADR", "street number box");
    gives(d, "LOCALITE", "nis_commune");
    gives(d, "MT CHOMAGE", "unemployment_month");
    gives(d, "MT RIS", "ris_month");
    gives(d, "IND. MUT.", "sickness_month");
    /* camel case, a slip of a letter, and the caseload's own names */
    suggested(
        d,
        "household_id;person_id;dateNaisance;EtatCivil;wage_net_month;Epargnes;Salaire annuel;GSM;Téléphone\n"
        "1;2;01/02/1990;marié;1,00;5,00;20000,00;;\n",
        AYANT_FR);
    gives(d, "household_id", "household_id");
    gives(d, "dateNaisance", "birth_date");
    gives(d, "EtatCivil", "civil_status");
    gives(d, "wage_net_month", "wage_net_month");
    gives(d, "Epargnes", "movable_capital");
    gives(d, "Salaire annuel", "");
    CHECK_HOLDS(d->said, "donne déjà phone");
    /* Dutch, of a region: compounds */
    suggested(
        d,
        "Dossiernummer;Persoonsnummer;Familienaam;Voornaam;Geboortedatum;Postnummer;Woonplaats;Maandhuur;"
        "Werkloosheidsuitkering;Rijksregisternummer;E-mailadres;Gsm-nummer;Laatst bijgewerkt\n"
        "1;2;A;B;1/2/1990;1080;Straat 3;650,00;0,00;85.07.30-033.28;a@b.be;0470 12 34 56;1/2/2026\n"
        "1;3;A;B;1/2/1990;1080;Straat 3;650,00;0,00;42.01.22.051-81;a@b.be;0470 12 34 56;1/2/2026\n",
        AYANT_NL);
    gives(d, "Dossiernummer", "household_id");
    gives(d, "Persoonsnummer", "person_id");
    gives(d, "Familienaam", "last_name");
    gives(d, "Woonplaats", "street number box");
    gives(d, "Maandhuur", "rent_month");
    gives(d, "Werkloosheidsuitkering", "unemployment_month");
    gives(d, "Rijksregisternummer", "niss");
    gives(d, "E-mailadres", "email");
    gives(d, "Gsm-nummer", "phone");
    gives(d, "Laatst bijgewerkt", "data_date");
    desk_free(d);
}

/* What a name is followed by, columns of zeros, names in one word. */
static void headers_of_still_others(void)
{
    desk *d = desk_new();

    suggested(d,
              "Réf. dossier;Code usager;Titulaire Nom;Titulaire Prénom;Sexe (M/F);Etat-civil;Rue;N°;Bte;Tel. "
              "fixe;GSM;"
              "Montant mensuel RIS;Revenus prof.;Pension alim.;Loyer mens.;Mutuelle;BIM O/N;Lien parenté\n"
              "D1;U1;A;B;M;Marié;rue X;12;;;0470/12.34.56;1.070,00;0;0;650,00;CM;O;Titulaire\n"
              "D1;U2;A;B;F;Mariée;rue X;12;;;;;0;0;650,00;CM;O;Conjointe\n"
              "D2;U3;A;B;F;Veuve;rue X;12;;;;;0;0;450,00;CM;N;Titulaire\n",
              AYANT_FR);
    gives(d, "Réf. dossier", "household_id");
    gives(d, "Code usager", "person_id");
    gives(d, "Titulaire Nom", "last_name");
    gives(d, "Sexe (M/F)", "gender");
    gives(d, "N°", "number");
    gives(d, "GSM", "phone");
    gives(d, "Tel. fixe", "");
    gives(d, "Revenus prof.", "wage_net_month");
    gives(d, "Loyer mens.", "rent_month");
    gives(d, "BIM O/N", "receives_bim");
    gives(d, "Lien parenté", "links");
    suggested(d,
              "Dossiernr,Klantnr,Naam,Gesl.,Postcode + gemeente,Beroepsinkomen netto,Leefloon J/N,Bedrag "
              "LL,IGO J/N,"
              "Huurprijs/maand,Kad. inkomen,Relatie tot RP\n"
              "1,K1,A,M,1080 Molenbeek,100.00,J,100.00,N,650.00,500.00,referentiepersoon\n"
              "1,K2,A,V,1080 Molenbeek,0.00,N,,N,650.00,500.00,echtgenote\n",
              AYANT_NL);
    gives(d, "Dossiernr", "household_id");
    gives(d, "Klantnr", "person_id");
    gives(d, "Gesl.", "gender");
    gives(d, "Postcode + gemeente", "postal_code nis_commune");
    gives(d, "Leefloon J/N", "receives_ris");
    gives(d, "Bedrag LL", "ris_month");
    gives(d, "IGO J/N", "receives_grapa");
    gives(d, "Kad. inkomen", "rc_dwelling");
    gives(d, "Relatie tot RP", "links");
    suggested(d,
              "ID_MEN|ID_IND|NOM|DTNAIS|SEX|REL_REF|ETCIV|CODPOS|SALNET|CHOM|PENS|AF|RIS_ON|RIS_MT|EPAR\n"
              "1|1|A|02/01/1990|1|1|celib|1080|100.00|0|0|0|1|100.00|0\n"
              "1|2|A|02/01/1991|2|2|celib|1080|100.00|0|0|0|0|0|0\n",
              AYANT_FR);
    gives(d, "ID_MEN", "household_id");
    gives(d, "ID_IND", "person_id");
    gives(d, "DTNAIS", "birth_date");
    gives(d, "ETCIV", "civil_status");
    gives(d, "CODPOS", "postal_code");
    gives(d, "CHOM", "unemployment_month");
    gives(d, "AF", "family_benefit_month");
    gives(d, "RIS_ON", "receives_ris");
    gives(d, "RIS_MT", "ris_month");
    desk_free(d);
}

/* A column whose name says nothing, or says something else than its cells. */
static void cells_decide_where_names_do_not(void)
{
    desk *d = desk_new();

    suggested(d,
              "menage;matricule;X1;X2;RIS;Naissance;Pension\n"
              "1;1;42.01.22.051-81;a@b.be;812,50;oui;12/03/1950\n"
              "1;2;85.07.30-033.28;c@d.be;0,00;non;12/03/1951\n"
              "2;3;17.07.30-033.84;e@f.be;400,00;non;12/03/1952\n",
              AYANT_FR);
    gives(d, "X1", "niss");
    gives(d, "X2", "email");
    gives(d, "RIS", "ris_month");
    gives(d, "Naissance", "");
    gives(d, "Pension", "");
    CHECK_HOLDS(d->said, "d'après le contenu");
    CHECK_HOLDS(d->said, "le nom fait penser à birth_date, le contenu non");
    desk_free(d);
}

static void what_is_missing_is_said(void)
{
    desk *d = desk_new();

    suggested(d, "Nom;Revenus imposables\nA;1,00\n", AYANT_FR);
    CHECK_HOLDS(d->said, "IL MANQUE household_id");
    CHECK_HOLDS(d->said, "IL MANQUE person_id");
    CHECK_HOLDS(d->said, "L'année des revenus imposables n'est pas dite");
    gives(d, "Nom", "last_name");
    suggested(d, "\"Nom \"\"x\"\" \\ y\";a\nA;1\n", AYANT_FR); /* quotes and backslashes of a header */
    gives(d, "Nom \"x\" \\ y", "");
    desk_free(d);
}

/* Without a line of names, the first line is somebody: the refusal does not repeat it. */
static void a_file_without_names_is_refused(void)
{
    desk *d = desk_new();
    ayant_sink out = {take, d->said};
    size_t placed = 7;

    write_file(d->file, "17;Essai;12/03/1950;812,50\n18;Nul;13/04/1960;0,00\n");
    d->said[0] = '\0';
    CHECK_INT(suggest_mapping(&d->e, &d->book->facts, d->file, AYANT_FR, &out, &placed), AYANT_E_INPUT);
    CHECK_TEXT(d->e.id, "N31");
    CHECK(strstr(d->e.text, "Essai") == NULL && !d->said[0] && placed == 7);
    desk_free(d);
}

/* ---- small parts ---- */

static void folding(void)
{
    static const char *const pairs[][2] = {{"  N°  Ménage\xc2\xa0", "n° menage"},
                                           {"FRÈRE-SŒUR", "frere-soeur"},
                                           {"L\xe2\x80\x99"
                                            "Été",
                                            "l'ete"},
                                           {"e\xcc\x81te\xcc\x81", "ete"},
                                           {"Straße", "strasse"},
                                           {"\xe2\x80\xaf?", "?"},
                                           {"", ""}};
    char out[40];

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        CHECK_INT(text_fold(text_of(pairs[i][0]), out, sizeof out), strlen(pairs[i][1]));
        CHECK_TEXT(out, pairs[i][1]);
    }
    CHECK_INT(text_fold(text_of("abcdef"), out, 6), -1);
    CHECK_INT(text_fold(text_of("abcde"), out, 6), 5);
    CHECK_INT(text_strip(text_of("\xc2\xa0 a b\t\xe2\x80\x89")).length, 3);
}

static void ids_are_numbered_once(void)
{
    id_pool p = {0};
    uint32_t number;
    char name[20];
    int fresh;

    CHECK_INT(id_pool_find(&p, text_of("a")), ID_NONE);
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "id-%u", i);
        CHECK(id_pool_add(&p, text_of(name), &number, &fresh) == 0 && fresh && number == i);
    }
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "id-%u", i);
        CHECK_INT(id_pool_find(&p, text_of(name)), i);
        CHECK(text_same(id_pool_text(&p, i), text_of(name)));
    }
    CHECK(id_pool_add(&p, text_of("id-77"), &number, &fresh) == 0 && !fresh && number == 77);
    CHECK(id_pool_add(&p, text_of(""), &number, &fresh) == 0 && fresh);
    CHECK_INT(id_pool_find(&p, text_of("")), 5000);
    id_pool_free(&p);
}

int main(void)
{
    RUN(folding);
    RUN(ids_are_numbered_once);
    RUN(a_mapping_is_read);
    RUN(a_wrong_mapping_is_refused);
    RUN(facts_that_must_not_exist_are_refused);
    RUN(a_flat_file_becomes_a_caseload);
    RUN(rejects_have_the_names_of_the_file);
    RUN(lines_that_are_no_data_are_passed_over);
    RUN(links_that_cannot_be_told_stay_unknown);
    RUN(household_facts_come_from_the_first_row);
    RUN(a_function_that_stops_costs_a_cell);
    RUN(a_row_leaves_nothing_for_the_next);
    RUN(what_a_row_changes_is_put_back);
    RUN(tables_of_the_file_can_be_read);
    RUN(a_file_that_is_not_the_mappings_is_refused);
    RUN(two_columns_of_one_name_are_told_apart);
    RUN(headers_of_a_brussels_export);
    RUN(headers_in_dutch);
    RUN(headers_of_other_programs);
    RUN(headers_of_still_others);
    RUN(cells_decide_where_names_do_not);
    RUN(what_is_missing_is_said);
    RUN(a_file_without_names_is_refused);
    return check_end();
}
