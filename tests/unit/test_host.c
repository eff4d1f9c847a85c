/*
 * Rule files: what the closed room refuses, what declarations become, and the
 * oracle's arithmetic.
 *
 * Each test writes a small folder of rules, loads it and takes it away again.
 */
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../../engine/base/limits.h"
#include "../../engine/host/host.h"
#include "../../engine/host/oracle.h"
#include "../../engine/lang/ast.h"
#include "check.h"

/* A second is the promise; a build that watches its memory is slower. */
#if defined(__SANITIZE_ADDRESS__)
#define SECONDS_MOST 10.0
#else
#define SECONDS_MOST 1.0
#endif

#define FOLDERS 2
#define FILES 8

/* Folders of rules on the disk, and what loading them gave. */
typedef struct desk {
    char root[64], folders[FOLDERS][96];
    char files[FILES][160];
    int folder_count, file_count;
    host *h;
    rulebook *r;
    failure e;
    ayant_status status;
    double seconds;
} desk;

static void desk_open(desk *d)
{
    memset(d, 0, sizeof *d);
    strcpy(d->root, "/tmp/ayant-test-host-XXXXXX");
    if (!mkdtemp(d->root))
        abort();
}

/* `name` may hold one folder: "cases/one.lua". */
static void desk_write(desk *d, int folder, const char *name, const char *content, size_t length)
{
    char path[160], *slash;
    FILE *out;

    for (; d->folder_count <= folder; d->folder_count++) {
        snprintf(path, sizeof path, "%.60s/%d", d->root, d->folder_count);
        memcpy(d->folders[d->folder_count], path, sizeof d->folders[0]);
        mkdir(d->folders[d->folder_count], 0700);
    }
    snprintf(path, sizeof path, "%s/%s", d->folders[folder], name);
    slash = strrchr(path, '/');
    *slash = '\0';
    mkdir(path, 0700);
    *slash = '/';
    snprintf(d->files[d->file_count++], sizeof d->files[0], "%s", path);
    out = fopen(path, "wb");
    if (!out || fwrite(content, 1, length, out) != length)
        abort();
    fclose(out);
}

static double processor_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void desk_load(desk *d)
{
    const char *paths[FOLDERS];
    double before = processor_now();

    for (int i = 0; i < d->folder_count; i++)
        paths[i] = d->folders[i];
    d->status = host_load(&d->e, paths, (size_t)d->folder_count, &d->h, &d->r);
    d->seconds = processor_now() - before;
}

static void desk_close(desk *d)
{
    char path[160], *slash;

    host_free(d->h);
    for (int i = 0; i < d->file_count; i++) {
        unlink(d->files[i]);
        snprintf(path, sizeof path, "%s", d->files[i]);
        slash = strrchr(path, '/');
        *slash = '\0';
        rmdir(path);
    }
    for (int i = 0; i < d->folder_count; i++)
        rmdir(d->folders[i]);
    rmdir(d->root);
}

static desk load_one(const char *content)
{
    desk d;

    desk_open(&d);
    desk_write(&d, 0, "rules.lua", content, strlen(content));
    desk_load(&d);
    return d;
}

#define REFUSED(content, wanted_id, wanted_line, part)                                                       \
    do {                                                                                                     \
        desk refused = load_one(content);                                                                    \
        CHECK(refused.status < 0);                                                                           \
        CHECK(!refused.h && !refused.r);                                                                     \
        CHECK_TEXT(refused.e.id, wanted_id);                                                                 \
        CHECK_INT(refused.e.line, wanted_line);                                                              \
        CHECK_HOLDS(refused.e.text, part);                                                                   \
        CHECK_HOLDS(refused.e.file, "/0/rules.lua");                                                         \
        desk_close(&refused);                                                                                \
    } while (0)

/* ---- the closed room ---- */

static void endless_work_is_refused_in_time(void)
{
    static const char *const texts[] = {
        "local n = 0\nwhile true do n = n + 1 end",
        "local t = {}\nwhile true do table.insert(t, 1, 1) end",
        "local f\nf = function() return f() end\nf()",
        ("local s = 'x' for i = 1, 22 do s = s .. s end local t = s .. 'y' local u = s .. 'y'\n"
         "while true do if t == u then t = t end end"),
        "local t = {} for i = 1, 100000 do t[i] = i end\nwhile true do pairs(t) end",
        "local t = {} for i = 1, 100000 do t[i] = '' end\nwhile true do table.concat(t) end",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk d = load_one(texts[i]);

        CHECK_INT(d.status, AYANT_E_LIMIT);
        CHECK_TEXT(d.e.id, "R02");
        CHECK_INT(d.e.line, 2);
        CHECK_HOLDS(d.e.text, "50 million steps");
        if (i == 0)
            CHECK(d.seconds < SECONDS_MOST);
        desk_close(&d);
    }
}

static void recursion_without_end_is_refused(void)
{
    desk d = load_one("local f\nf = function() return 1 + f() end\nf()");

    CHECK_INT(d.status, AYANT_E_LIMIT);
    CHECK_TEXT(d.e.id, "R02");
    CHECK_INT(d.e.line, 2);
    desk_close(&d);
}

static void memory_is_refused_in_time(void)
{
    static const char *const texts[] = {
        "local s = 'x'\nfor i = 1, 30 do s = s .. s end",
        "local t = {}\nfor i = 1, 1000000000 do t[i] = 'a text of some length ' .. i end",
        "local s = 'x'\nfor i = 1, 23 do s = s .. s end\nfor i = 1, 1000000 do local t = s .. 'y' end",
        "local s = 'x'\nfor i = 1, 22 do s = s .. s end\nwhile true do source(s) end",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        desk d = load_one(texts[i]);

        CHECK_INT(d.status, AYANT_E_LIMIT);
        CHECK_TEXT(d.e.id, "R03");
        CHECK_HOLDS(d.e.text, "128 MiB");
        CHECK_INT(d.e.line, i == 2 || i == 3 ? 3 : 2);
        CHECK_HOLDS(d.e.file, "rules.lua");
        CHECK(i == 1 || d.seconds < SECONDS_MOST);
        desk_close(&d);
    }
}

static void the_room_is_closed(void)
{
    REFUSED("local x = 1\nos.exit(3)", "R06", 2, "'os' of Lua is kept out");
    REFUSED("local x = io.open('/etc/passwd')", "R06", 1, "'io' of Lua is kept out");
    REFUSED("require 'x'", "R06", 1, "'require' of Lua is kept out");
    REFUSED("load('x')()", "R06", 1, "kept out");
    REFUSED("pcall(error)", "R06", 1, "kept out");
    REFUSED("local y = ('x'):rep(1e9)", "R09", 1, "Lua stopped");
    REFUSED("\nparametr 'x' {}", "R06", 2, "did you mean 'parameter'?");
    REFUSED("limit = 3", "R05", 1, "'limit' would be global: write `local limit = ...`");
    REFUSED("function adult() end", "R05", 1, "write `local function adult(...)`");
    REFUSED("table.insert = 3", "R05", 1, "cannot be replaced");
    REFUSED("local x = nil\nlocal y = x.z", "R09", 2, "attempt to index a nil value");
    REFUSED("local x =\nlocal y", "R08", 2, "this is not Lua");
    REFUSED("error('no rule for 2027 yet')", "R12", 1, "no rule for 2027 yet");
    REFUSED("\n-- \xff", "R07", 2, "not UTF-8");
}

static void a_compiled_chunk_is_refused(void)
{
    static const char bytes[] = "\x1bLuaT\0\x19\x93\r\n\x1a\n";
    desk d;

    desk_open(&d);
    desk_write(&d, 0, "rules.lua", bytes, sizeof bytes);
    desk_load(&d);
    CHECK_TEXT(d.e.id, "R07");
    CHECK_HOLDS(d.e.text, "compiled Lua chunk");
    desk_close(&d);
}

static void folders_must_hold_rules(void)
{
    const char *nowhere[] = {"/tmp/ayant-no-such-folder"};
    failure e = {0};
    host *h = NULL;
    rulebook *r = NULL;
    desk d;

    CHECK_INT(host_load(&e, nowhere, 1, &h, &r), AYANT_E_RULE);
    CHECK_TEXT(e.id, "R10");
    CHECK_HOLDS(e.file, "ayant-no-such-folder");
    desk_open(&d);
    desk_write(&d, 0, "notes.txt", "x", 1);
    desk_load(&d);
    CHECK_TEXT(d.e.id, "R10");
    CHECK_HOLDS(d.e.text, "no .lua file");
    desk_close(&d);
}

static void a_long_file_is_refused(void)
{
    size_t length = LIMIT_RULE_FILE + 1;
    char *content = calloc(1, length);
    desk d;

    if (!content)
        abort();
    memset(content, ' ', length);
    desk_open(&d);
    desk_write(&d, 0, "rules.lua", content, length);
    desk_load(&d);
    CHECK_TEXT(d.e.id, "R11");
    CHECK_HOLDS(d.e.text, "longer than the 4 MiB");
    desk_close(&d);
    desk_open(&d);
    desk_write(&d, 0, "rules.lua", content, length - 1);
    desk_load(&d);
    CHECK_INT(d.status, AYANT_OK);
    desk_close(&d);
    free(content);
}

static void files_are_read_in_a_fixed_order(void)
{
    static const char *const names[] = {"b/rules.lua", "b/a.lua", "b/parameters.lua", "a/z.lua",
                                        "helpers.lua", "zz.lua",  "facts.lua",        "cases/a.lua"};
    static const char *const order[] = {"/0/facts.lua",   "/0/helpers.lua", "/0/zz.lua",
                                        "/0/cases/a.lua", "/0/a/z.lua",     "/0/b/parameters.lua",
                                        "/0/b/rules.lua", "/0/b/a.lua"};
    char content[200];
    desk d;

    desk_open(&d);
    for (size_t i = 0; i < 8; i++) {
        snprintf(content, sizeof content,
                 "parameter 'p%zu' { unit = 'EUR', series = { { from = '2020-01-01', value = '1', status = "
                 "'verified', source = 'x' } } }",
                 i);
        desk_write(&d, 0, names[i], content, strlen(content));
    }
    desk_load(&d);
    CHECK_TEXT(d.e.text, "");
    for (size_t i = 0; d.r && i < 8; i++)
        CHECK_HOLDS(d.r->parameters[i].at.file, order[i]);
    desk_close(&d);
}

/* ---- declarations ---- */

static void declarations_are_strict(void)
{
    REFUSED("fact 'a' { entity = 'person', type = 'truth' }\nfact 'a' { entity = 'person', type = 'truth' }",
            "R01", 2, "fact 'a' is declared twice; the first is at ");
    REFUSED("fact 'a' {\n entity = 'person', typ = 'truth' }", "R04", 2,
            "'typ' is not a key of fact 'a': did you mean 'type'?");
    REFUSED("fact 'a' { entity = 'person', type = 'truth', label = { fr = '\\xff' } }", "R07", 1,
            "not UTF-8");
    REFUSED("fact 'a' { entity = 'persn', type = 'truth' }", "R13", 1, "did you mean 'person'?");
    REFUSED("fact 'a' { entity = 'person', type = 'truth', sensitive = 'yes' }", "R13", 1,
            "sensitive = true");
    REFUSED("fact 'a' { entity = 'person', type = 'count' }", "R13", 1, "whole = true");
    REFUSED("fact 'A' { entity = 'person', type = 'truth' }", "R14", 1, "lower-case");
    REFUSED("fact 'end' { entity = 'person', type = 'truth' }", "R14", 1, "a word of Lua");
    REFUSED("fact 'a' { entity = 'person', type = 'word', words = { 'x', 'X' } }", "R19", 1, "twice");
    REFUSED(
        "fact 'a' { entity = 'person', type = 'word', words = { 'single', 'married' }, presume = 'marryed' }",
        "R15", 1, "did you mean 'married'?");
    REFUSED("fact 'a'", "R18", 1, "fact 'a' has no table");
    REFUSED("parameter 'a.b' { unit = 'EUR/year' }", "R13", 1, "has no value");
    REFUSED("parameter 'a.b' { unit = 'EUR/year', series = {\n{ from = '2020-01-01', value = 12.5, status = "
            "'verified', source = 'x' } } }",
            "R15", 2, "so that no digit is lost");
    REFUSED("parameter 'a.b' { unit = 'EUR/year', series = {\n{ from = '2020-01-01', value = '1', status = "
            "'verified', source = 'x' },\n"
            "{ from = '2019-01-01', value = '1', status = 'verified', source = 'x' } } }",
            "R16", 3, "ascending dates");
    REFUSED("parameter 'a.b' { unit = 'EUR/year', series = {\n{ from = '2020-01-01', value = '1', status = "
            "'verified' } } }",
            "R13", 2, "source");
    REFUSED("parameter 'a' { unit = 'EUR', index = { base = 'bse' } }\n"
            "parameter 'base' { unit = 'EUR', series = { { from = '2020-01-01', value = '1', status = "
            "'verified', source = 'x' } } }",
            "R17", 1, "did you mean 'base'?");
    REFUSED("variable 'a.b' { entity = 'person', type = 'truth', formula = true }", "R21", 1,
            "formula = function(person, param, on)");
    REFUSED(
        "variable 'a' { entity = 'person', type = 'truth', formula = function(person) return true end }\n"
        "variable 'a.b' { entity = 'person', type = 'truth', formula = function(person) return true end }",
        "R25", 2, "inside variable 'a'");
    REFUSED(
        "variable 'v.ok' { entity = 'person', type = 'truth', formula = function(person) return true end }\n"
        "right 'r' { entity = 'person',\n conditions = { { 'x', nil, 'v.okk' } } }",
        "R17", 3, "did you mean 'v.ok'?");
    REFUSED("fact 'a' { entity = 'person', type = 'date', unknown_when = { fact = 'b', is = 'yes' } }\n"
            "fact 'b' { entity = 'person', type = 'money', per = 'month' }",
            "R24", 1, "write above = 0");
    REFUSED("fact 'a' { entity = 'person', type = 'date', unknown_when = { fact = 'bb', is = 'yes' } }\n"
            "fact 'b' { entity = 'person', type = 'truth' }",
            "R17", 1, "did you mean 'b'?");
    REFUSED("local act = source 'nothing'\nlocal x = act 'art. 1'", "R17", 2,
            "source 'nothing' is not declared");
    REFUSED("local adult = helper 'adult'", "R17", 1, "helper 'adult' is used and never declared");
    REFUSED("case 'x' { on = '2025-01-01', persons = { {\n brth_date = '2000-01-01' } }, expect = { a = "
            "'yes' } }\n"
            "fact 'birth_date' { entity = 'person', type = 'date' }",
            "R17", 2, "'brth_date' in case 'x' is not a fact of a person");
}

static void facts_that_must_not_exist_are_refused(void)
{
    static const char *const names[] = {
        "diagnosis",        "has_addiction", "origine",        "nationality_of_parents",
        "avis_travailleur", "fraude",        "exclusion_mark", "number_of_past_helps"};
    char content[200];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(content, sizeof content, "fact '%s' { entity = 'person', type = 'truth' }", names[i]);
        REFUSED(content, "R20", 1, "the law allows `stay` alone");
    }
}

static void captures_are_read_or_refused(void)
{
    REFUSED("local t = {}\nvariable 'v' { entity = 'person', type = 'truth',\n formula = function(person) "
            "return t end }",
            "R22", 3, "uses 't', which is a table");
    REFUSED("local x = 0.5\nvariable 'v' { entity = 'person', type = 'truth', formula = function(person) "
            "return x end }",
            "R22", 2, "a fraction belongs in parameters.lua");
    REFUSED("local f\nf = function(x) return f(x) end\nvariable 'v' { entity = 'person', type = 'truth', "
            "formula = f }",
            "R23", 2, "comes back to itself");
}

static const char sample_facts[] =
    "source 'law' { label = { fr = 'Loi', nl = 'Wet' } }\n"
    "local act = source 'law'\n"
    "fact 'birth_date' { entity = 'person', type = 'date', label = { fr = 'Naissance' } }\n"
    "fact 'wage' { entity = 'person', type = 'money', per = 'month', presume = 0 }\n"
    "fact 'extra' { entity = 'person', type = 'money', per = 'month', empty = 'optional' }\n"
    "fact 'months' { entity = 'person', type = 'number', whole = true }\n"
    "fact 'share' { entity = 'person', type = 'number', presume = '0.5' }\n"
    "fact 'has_aid' { entity = 'person', type = 'truth' }\n"
    "fact 'aid' { entity = 'person', type = 'money', per = 'month', empty_when = { fact = 'has_aid', is = "
    "'no', value = 0 } }\n"
    "fact 'aid_since' { entity = 'person', type = 'date', empty = 'never', unknown_when = { fact = "
    "'has_aid', is = 'yes' } }\n"
    "fact 'stay' { entity = 'person', type = 'word', words = { 'belgian', 'eu' } }\n"
    "fact 'partner_id' { entity = 'person', type = 'person', empty = 'never' }\n"
    "fact 'mother_id' { entity = 'person', type = 'person', empty = 'never' }\n"
    "fact 'father_id' { entity = 'person', type = 'person', empty = 'never' }\n"
    "fact 'rent' { entity = 'household', type = 'money', per = 'month', presume = 0 }\n";

static const char sample_rules[] =
    "local act = source 'law'\n"
    "parameter 'p.scale' { unit = 'scale', law = act 'art. 1', series = { { from = '2020-01-01', status = "
    "'verified', source = 'x',\n"
    "  value = { { above = '100', rate = '0.1' }, { above = '200', rate = '0.333333' } } } } }\n"
    "parameter 'p.amount' { unit = 'EUR/month', series = { { from = '2020-01-01', value = '100.005', status "
    "= 'verified', source = 'x' } } }\n"
    "parameter 'p.rate' { unit = 'number', series = { { from = '2020-01-01', value = '0.333333', status = "
    "'verified', source = 'x' } } }\n"
    "local adult_age = 18\n"
    "local at_least = max\n"
    "helper 'adult' (function(person, on) return age_on(person.birth_date, on) >= adult_age end)\n"
    "local adult = helper 'adult'\n"
    "local function twice(m) return m + m end\n"
    "variable 'v.adult' { entity = 'person', type = 'truth', formula = function(person, param, on) return "
    "adult(person, on) end }\n"
    "variable 'v.arithmetic' { entity = 'person', type = 'money', per = 'month', law = act 'art. 2',\n"
    "  formula = function(person, param, on)\n"
    "    local x = twice(person.wage) * param.p.rate + param.p.amount / 3 - per_month(euro(100))\n"
    "    return round_cent(at_least(x, euro(-5)))\n"
    "  end }\n"
    "variable 'v.brackets' { entity = 'person', type = 'money',\n"
    "  formula = function(person, param) return brackets(person.wage, param.p.scale) end }\n"
    "variable 'v.others' { entity = 'person', type = 'money', per = 'month',\n"
    "  formula = function(person) return sum(person.others, function(m) return m.wage end) end }\n"
    "variable 'v.children' { entity = 'person', type = 'count',\n"
    "  formula = function(person, param, on) return count(person.children, function(m) return not m.v.adult "
    "and kinship(person, m) == 'child' end) end }\n"
    "variable 'v.nobody' { entity = 'person', type = 'truth', formula = function(person)\n"
    "  local partner = person.partner\n"
    "  return not exists(partner) and not partner.has_aid and partner.wage == euro(0) and partner.stay ~= "
    "'eu'\n"
    "    and not exists(partner.aid_since) and partner.v.brackets == euro(0) and not "
    "exists(partner.partner)\n"
    "    and partner.household.rent == euro(0) and count(partner.others) == 0 end }\n"
    "variable 'v.same' { entity = 'household', type = 'count', formula = function(household)\n"
    "  return count(household.members, function(m) return any(household.members, function(n) return n == m "
    "end) end) end }\n"
    "variable 'v.aid' { entity = 'person', type = 'money', per = 'month', formula = function(person)\n"
    "  if exists(person.extra) then return person.extra end\n"
    "  return person.aid end }\n"
    "variable 'v.given' { entity = 'person', type = 'count', formula = function(person)\n"
    "  if not exists(person.has_aid) then return 0 end\n"
    "  if exists(person.stay) and person.has_aid then return 3 end\n"
    "  if exists(person.share) or exists(person.partner.stay) then return 1 end\n"
    "  return 2 end }\n"
    "variable 'v.given_last' { entity = 'person', type = 'truth', formula = function(person) return "
    "exists(person.has_aid) end }\n"
    "variable 'v.since' { entity = 'person', type = 'date', formula = function(person) return "
    "months_after(person.aid_since, 3) end }\n"
    "variable 'v.month_share' { entity = 'person', type = 'number', formula = function(person) return "
    "person.share * 3 / max(1, person.months) end }\n"
    "variable 'v.route' { entity = 'person', type = 'word', words = { 'short', 'long' }, formula = "
    "function(person, param, on)\n"
    "  if among(person.stay, 'belgian') and days_between(date '2025-01-01', on) == 31 then return 'short' "
    "end\n"
    "  return 'long' end }\n"
    "right 'r' { entity = 'person', conditions = { { 'age', act 'art. 3', 'v.adult', fr = 'Age' } }, amount "
    "= 'v.others',\n"
    "  receives = 'has_aid', judged = { { 'work', act 'art. 4', fr = 'Travail', nl = 'Werk', when = "
    "'v.adult' } }, opens = { 'r' } }\n"
    "case 'two people' { on = '2025-02-01', persons = { { birth_date = '2000-01-01', wage = 900.5, has_aid = "
    "false,\n"
    "   expect = { r = 'yes' } }, { id = 'second', partner_id = 'p1' } }, household = { rent = 500 },\n"
    "  relations = { { 'p1', 'second', 'other_relative' } }, expect = { ['r.finding'] = 'likely', "
    "['v.others'] = { '0.00', '12' } } }\n";

static desk load_sample(void)
{
    desk d;

    desk_open(&d);
    desk_write(&d, 0, "rules.lua", sample_rules, sizeof sample_rules - 1);
    desk_write(&d, 0, "facts.lua", sample_facts, sizeof sample_facts - 1);
    desk_load(&d);
    return d;
}

static void a_folder_becomes_a_rulebook(void)
{
    desk d = load_sample();
    const formula *f;
    const rule_case *c;

    CHECK_TEXT(d.e.text, "");
    if (!CHECK_INT(d.status, AYANT_OK))
        return;
    CHECK_INT(d.r->facts.count, 13);
    CHECK_TEXT(d.r->facts.facts[0].label.fr, "Naissance");
    CHECK(!d.r->facts.facts[0].label.nl);
    CHECK_INT(d.r->facts.facts[0].at.line, 3);
    CHECK_INT(d.r->facts.facts[1].most, LIMIT_EURO_MONTH * 100);
    CHECK_INT(d.r->facts.facts[6].when_fact, 5);
    CHECK_TEXT(d.r->facts.facts[9].read_as, "partner");
    CHECK_INT(d.r->parameters[0].rows[0].band_count, 2);
    CHECK_INT(d.r->parameters[0].rows[0].at.line, 2);
    CHECK_TEXT(d.r->parameters[0].law.article, "art. 1");
    f = d.r->variables[1].formula;
    CHECK_INT(f->capture_count, 2);
    CHECK_TEXT(f->captures[0].name, "twice");
    CHECK_INT(f->captures[0].kind, CAPTURE_FUNCTION);
    CHECK_TEXT(f->captures[1].name, "at_least");
    CHECK_INT(f->captures[1].kind, CAPTURE_BUILTIN);
    CHECK_TEXT(f->captures[1].word, "max");
    f = d.r->variables[0].formula->captures[0].function;
    CHECK_INT(f->captures[0].value, 18 * (long long)MICRO);
    CHECK_TEXT(d.r->rights[0].conditions[0].label.fr, "Age");
    CHECK_TEXT(d.r->rights[0].judged[0].when, "v.adult");
    c = &d.r->cases[0];
    CHECK_INT(c->person_count, 2);
    CHECK_TEXT(c->person_ids[1], "second");
    CHECK_TEXT(c->values[1].text, "no");
    CHECK_TEXT(c->values[2].text, "900.5");
    CHECK_INT(c->values[4].row, -1);
    CHECK_INT(c->expectation_count, 3);
    CHECK_TEXT(c->expectations[2].value_high, "12");
    desk_close(&d);
}

static void overlays_replace_and_say_so(void)
{
    static const char base[] = "parameter 'a' { unit = 'EUR', series = { { from = '2020-01-01', value = '1', "
                               "status = 'verified', source = 'x' } } }\n"
                               "helper 'h' (function(x) return x + 1 end)\n"
                               "local h = helper 'h'\n"
                               "variable 'v' { entity = 'household', type = 'count', formula = "
                               "function(household) return h(1) end }";
    static const char over[] = "\nparameter 'a' { unit = 'EUR', series = { { from = '2020-01-01', value = "
                               "'2', status = 'verified', source = 'x' } } }\n"
                               "helper 'h' (function(x) return x + 2 end)";
    desk d;

    desk_open(&d);
    desk_write(&d, 0, "rules.lua", base, sizeof base - 1);
    desk_write(&d, 1, "sub/parameters.lua", over, sizeof over - 1);
    desk_load(&d);
    CHECK_TEXT(d.e.text, "");
    if (CHECK_INT(d.status, AYANT_OK)) {
        CHECK_INT(d.r->replacement_count, 2);
        CHECK_TEXT(d.r->replacements[0].what, "parameter a");
        CHECK_INT(d.r->replacements[0].before.line, 1);
        CHECK_INT(d.r->replacements[0].after.line, 2);
        CHECK_HOLDS(d.r->replacements[0].after.file, "/1/sub/parameters.lua");
        CHECK_INT(d.r->parameters[0].rows[0].value, 2 * MICRO);
        CHECK_TEXT(d.r->replacements[1].what, "helper h");
        CHECK_INT(d.r->variables[0].formula->captures[0].function->function->line, 3);
    }
    desk_close(&d);
}

/* ---- the oracle ---- */

typedef struct town {
    desk d;
    people *p;
    oracle *o;
} town;

static void give(town *t, uint32_t row, const char *name, const char *written)
{
    int index = dictionary_find(&t->d.r->facts, name);
    const fact *f = &t->d.r->facts.facts[index];
    cell value;

    if (f->kind == KIND_PERSON)
        people_set_text(t->p, row, index, text_of(written));
    else if (CHECK(!fact_read(f, text_of(written), 0, &value)))
        people_set(t->p, row, index, value);
}

/* Anna and her child in one household, Bert alone in another. */
static int town_open(town *t)
{
    uint32_t house, anna, child, bert;

    memset(t, 0, sizeof *t);
    t->d = load_sample();
    if (!CHECK_INT(t->d.status, AYANT_OK))
        return 0;
    t->p = people_new(&t->d.r->facts);
    people_add_household(t->p, text_of("h1"), &house);
    people_add_household(t->p, text_of("h2"), &house);
    people_add_person(t->p, text_of("anna"), text_of("h1"), &anna);
    people_add_person(t->p, text_of("child"), text_of("h1"), &child);
    people_add_person(t->p, text_of("bert"), text_of("h2"), &bert);
    give(t, anna, "birth_date", "2000-02-29");
    give(t, anna, "wage", "250.10");
    give(t, anna, "stay", "belgian");
    give(t, anna, "has_aid", "no");
    give(t, anna, "months", "7");
    give(t, child, "birth_date", "2020-01-01");
    give(t, child, "mother_id", "anna");
    give(t, child, "wage", "12.34");
    give(t, child, "has_aid", "yes");
    give(t, bert, "extra", "30");
    CHECK_INT(people_finish(t->p, &t->d.e), AYANT_OK);
    return CHECK_INT(oracle_start(&t->d.e, t->d.h, t->d.r, t->p, day_of(2025, 2, 1), &t->o), AYANT_OK);
}

static void town_close(town *t)
{
    oracle_free(t->o);
    people_free(t->p);
    desk_close(&t->d);
}

static oracle_value ask(town *t, const char *name, size_t row)
{
    oracle_value out = {0, KIND_TEXT, -77, NULL};

    failure_clear(&t->d.e);
    oracle_variable(t->o, &t->d.e, rulebook_variable(t->d.r, name), row, &out);
    return out;
}

static void the_oracle_computes_exactly(void)
{
    town t;

    if (!town_open(&t))
        return;
    CHECK_INT(ask(&t, "v.adult", 0).micro_or_plain, 1);
    CHECK_INT(ask(&t, "v.adult", 1).micro_or_plain, 0);
    /* 500.20 x 0.333333 = 166.733167 (half up of .1666..), 100.005 / 3 = 33.335, 100 / 12 = 8.333333:
     * 191.734834 */
    CHECK_INT(ask(&t, "v.arithmetic", 0).micro_or_plain, 191730000);
    /* 0.1 x 100 + 0.333333 x 50.10 = 10 + 16.699983 */
    CHECK_INT(ask(&t, "v.brackets", 0).micro_or_plain, 26699983);
    CHECK_INT(ask(&t, "v.others", 0).micro_or_plain, 12340000);
    CHECK_INT(ask(&t, "v.others", 2).micro_or_plain, 0);
    CHECK_INT(ask(&t, "v.children", 0).micro_or_plain, MICRO);
    CHECK_INT(ask(&t, "v.nobody", 0).micro_or_plain, 1);
    CHECK_INT(ask(&t, "v.same", 0).micro_or_plain, 2 * MICRO);
    CHECK_INT(ask(&t, "v.month_share", 0).micro_or_plain, 214286); /* 1.5 / 7, half up */
    CHECK_TEXT(ask(&t, "v.route", 0).word, "short");
    town_close(&t);
}

static void the_oracle_follows_empty_rules(void)
{
    town t;
    oracle_value v;

    if (!town_open(&t))
        return;
    v = ask(&t, "v.aid", 0); /* has_aid is no: aid is 0 */
    CHECK_INT(v.micro_or_plain, 0);
    CHECK_INT(v.exists, 1);
    CHECK_INT(ask(&t, "v.aid", 2).micro_or_plain, 30 * MICRO);
    CHECK_INT(ask(&t, "v.given", 0).micro_or_plain, 2 * MICRO); /* share is presumed, not given */
    CHECK_INT(ask(&t, "v.given", 1).micro_or_plain, 2 * MICRO);
    CHECK_INT(ask(&t, "v.given", 2).micro_or_plain, 0); /* exists is no where the fact is unknown */
    CHECK_INT(ask(&t, "v.given_last", 1).micro_or_plain, 1);
    CHECK_INT(ask(&t, "v.given_last", 2).micro_or_plain, 0);
    v = ask(&t, "v.since", 0);
    CHECK_INT(v.micro_or_plain, DAY_NEVER);
    CHECK_INT(v.exists, 0);
    CHECK_INT(ask(&t, "v.since", 1).micro_or_plain, -77); /* has_aid is yes: since when is unknown */
    CHECK_INT(t.d.e.status, AYANT_E_INPUT);
    CHECK_TEXT(t.d.e.id, "O01");
    CHECK_HOLDS(t.d.e.text, "not fully known: 'aid_since'");
    ask(&t, "v.adult", 2);
    CHECK_HOLDS(t.d.e.text, "not fully known: 'birth_date'");
    ask(&t, "v.adult", 2); /* a failed call leaves nothing half done */
    CHECK_TEXT(t.d.e.id, "O01");
    CHECK_INT(ask(&t, "v.adult", 0).micro_or_plain, 1);
    oracle_free(t.o);
    t.o = NULL;
    failure_clear(&t.d.e);
    CHECK_INT(oracle_start(&t.d.e, t.d.h, t.d.r, t.p, day_of(2019, 1, 1), &t.o), AYANT_OK);
    oracle_strict(t.o, 1);
    ask(&t, "v.brackets", 2);
    CHECK_HOLDS(t.d.e.text, "not fully known: 'wage'");
    ask(&t, "v.brackets", 0);
    CHECK_TEXT(t.d.e.id, "O04"); /* before the first row of the scale */
    CHECK_HOLDS(t.d.e.text, "parameter 'p.scale' has no value on 2019-01-01");
    town_close(&t);
}

/* ---- the page of words ---- */

static int gather(void *to, const char *bytes, size_t length)
{
    char *page = to;
    size_t used = strlen(page);

    if (used + length < 20000) {
        memcpy(page + used, bytes, length);
        page[used + length] = '\0';
    }
    return 0;
}

static void the_page_of_words_is_made(void)
{
    static char page[20000];
    static writer w;
    ayant_sink sink = {gather, page};
    failure e = {0};

    writer_start(&w, &sink);
    host_words_print(&w);
    CHECK_INT(writer_end(&w, &e), AYANT_OK);
    CHECK_HOLDS(page,
                "| `kinship(person, m)` | ce que m est pour person : un mot | what m is to person: a word |");
    CHECK_HOLDS(page, "series \\| index");
}

int main(void)
{
    RUN(endless_work_is_refused_in_time);
    RUN(recursion_without_end_is_refused);
    RUN(memory_is_refused_in_time);
    RUN(the_room_is_closed);
    RUN(a_compiled_chunk_is_refused);
    RUN(folders_must_hold_rules);
    RUN(a_long_file_is_refused);
    RUN(files_are_read_in_a_fixed_order);
    RUN(declarations_are_strict);
    RUN(facts_that_must_not_exist_are_refused);
    RUN(captures_are_read_or_refused);
    RUN(a_folder_becomes_a_rulebook);
    RUN(overlays_replace_and_say_so);
    RUN(the_oracle_computes_exactly);
    RUN(the_oracle_follows_empty_rules);
    RUN(the_page_of_words_is_made);
    return check_end();
}
