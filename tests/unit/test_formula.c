/*
 * The engine against stock Lua, and its ranges against completions, on
 * made-up rules: every word and operator, in every combination that is well
 * formed, far from what the law happens to write.
 *
 *     test_formula            3,000 folders of rules (500 with the sanitizers)
 *     test_formula SEED [N]   N of them from a seed on, each difference shown with its rules
 */
#include <time.h>
#include "check.h"
#include "formula_check.h"

#if defined(__SANITIZE_ADDRESS__)
#define FOLDERS 500
#define SECONDS_MOST 20
#else
#define FOLDERS 3000
#define SECONDS_MOST 4
#endif
#define PERSONS 32

static uint64_t first_seed = 1;
static size_t folders = FOLDERS;

static void show(const formula_desk *d, uint64_t seed, const char *what)
{
    fprintf(stderr, "seed %llu: %s\n-- helpers.lua\n%s\n-- rules.lua\n%s\n", (unsigned long long)seed, what,
            d->made.helpers, d->made.rules);
}

static void made_up_formulas_agree(void)
{
    static formula_desk d;
    size_t same = 0, refused = 0, bad = 0;

    if (!CHECK_INT(desk_open(&d), 0))
        return;
    for (uint64_t seed = first_seed; seed < first_seed + folders && bad < 5; seed++) {
        choices c = {.dice = {seed}};
        tried t;

        make_rules(&d.made, &c);
        t = formula_try(&d, seed, PERSONS);
        same += t == TRIED_SAME;
        refused += t == TRIED_REFUSED;
        if (t == TRIED_REFUSED &&
            strcmp(d.e.id, "G02") == 0) /* may pass what is exact: the one reason to refuse */
            continue;
        if (t != TRIED_SAME) {
            show(&d, seed,
                 t == TRIED_REFUSED   ? "refused"
                 : t == TRIED_DIFFERS ? "differs"
                                      : "cannot be tried");
            if (t == TRIED_REFUSED)
                fprintf(stderr, "%s:%d:%d: %s [%s]\n", d.e.file, d.e.line, d.e.column, d.e.text, d.e.id);
            bad++;
        }
    }
    desk_close(&d);
    CHECK_INT(bad, 0);
    CHECK(same * 4 > folders * 3);
    fprintf(stderr, "%zu folders of rules: %zu the same, %zu refused; %zu values asked of Lua\n", folders,
            same, refused, d.asked);
}

/* ---- what was once wrong, written out ---- */

#define VARIABLE(kind, body)                                                                                 \
    "variable \"t.x\" { entity = \"person\", " kind                                                          \
    ", label = { fr = \"x\", nl = \"x\" }, law = act \"1\",\n"                                               \
    "  formula = function(person, param, on)\n" body "\n  end }\n"
#define COUNT_OF(body) VARIABLE("type = \"count\"", body)
#define TRUTH_OF(body) VARIABLE("type = \"truth\"", body)
#define MONTHLY_OF(body) VARIABLE("type = \"money\", per = \"month\"", body)

static const struct {
    const char *id, *helpers, *rules; /* id "": taken, and the same as Lua */
} written[] = {
    /* a local of a branch ends with the branch, also when the rest of the body follows it */
    {"", "", COUNT_OF("local a = 1\nif person.receives then\nlocal a = 2\nelse\nreturn 5\nend\nreturn a")},
    {"", "",
     COUNT_OF("local a = 1\nif person.receives then\nlocal a = 2\na = 3\nif person.disabled then\nreturn "
              "a\nend\nend\nreturn a")},
    /* an assignment two ifs deep reaches the local */
    {"", "",
     COUNT_OF("local a = 1\nif person.receives then\nif person.disabled then\na = 2\nend\nend\nreturn a")},
    /* what an if changes and no number can hold is refused, not forgotten */
    {"G71", "",
     COUNT_OF("local s = person.others\nif person.receives then\ns = person.children\nend\nreturn count(s)")},
    {"G71", "",
     MONTHLY_OF("local s = param.t.scale\nif person.receives then\ns = param.t.steep\nend\nreturn "
                "brackets(person.wage_month, s)")},
    {"G71", "",
     MONTHLY_OF("local p = person\nif person.receives then\np = person.partner\nend\nreturn p.wage_month")},
    /* constants with a range, and constant words, are values like others */
    {"", "",
     TRUTH_OF("if param.t.late_open then\nreturn known(param.t.late)\nend\nreturn param.t.late > euro(12)")},
    {"", "",
     "variable \"t.a\" { entity = \"person\", type = \"word\", words = { \"p\", \"q\" }, label = { fr = "
     "\"x\", nl = \"x\" }, law = act \"1\",\n"
     "  formula = function(person)\n return \"q\"\n end }\n" TRUTH_OF(
         "return person.t.a == person.partner.t.a")},
    /* nobody: no word is like no word, a constant variable is nothing, all of nobody's members is yes */
    {"", "", TRUTH_OF("return person.partner.stay == person.mother.stay")},
    {"", "",
     "variable \"t.a\" { entity = \"person\", type = \"count\", label = { fr = \"x\", nl = \"x\" }, law = "
     "act \"1\",\n"
     "  formula = function(person)\n return 7\n end }\n" COUNT_OF("return person.partner.t.a")},
    {"", "", TRUTH_OF("return all(person.partner.children, function(m) return m.receives end)")},
    /* words of two vocabularies, truths put in order, steps of another kind, quotients Lua keeps in binary */
    {"G43", "",
     "variable \"t.x\" { entity = \"person\", type = \"word\", words = { \"belgian\", \"eu\", \"refugee\", "
     "\"none\" }, "
     "label = { fr = \"x\", nl = \"x\" }, law = act \"1\",\n  formula = function(person)\n"
     "if person.receives then return person.stay end\nreturn person.standing\n end }\n"},
    {"G40", "", TRUTH_OF("return clamp(person.receives, false, true)")},
    {"G40", "", COUNT_OF("return round_to(person.worked_months, euro(5))")},
    {"G40", "", MONTHLY_OF("return round_to(person.wage_month, true)")},
    {"G38", "",
     "variable \"t.x\" { entity = \"person\", type = \"number\", label = { fr = \"x\", nl = \"x\" }, law = "
     "act \"1\",\n"
     "  formula = function(person)\n return (1 / 3) * 3\n end }\n"},
    /* a function keeps its own names: a helper that is given one would lend it its own */
    {"G55", "helper \"h\" (function(person, f) return count(person.others, f) end)\n",
     "local h = helper \"h\"\n" COUNT_OF("return h(person.partner, function(m) return m == person end)")},
    /* a year far back is no divisor */
    {"G02", "", COUNT_OF("return 9 // year_of(months_after(months_after(on, -12000), -12000))")},
};

static void once_wrong_stays_right(void)
{
    static formula_desk d;

    if (!CHECK_INT(desk_open(&d), 0))
        return;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        tried t;

        snprintf(d.made.helpers, sizeof d.made.helpers, "%s", written[i].helpers);
        snprintf(d.made.rules, sizeof d.made.rules, "local act = source \"act\"\n%s", written[i].rules);
        t = formula_try(&d, 40 + i, 200);
        if (!CHECK_TEXT(t == TRIED_SAME ? "" : t == TRIED_REFUSED ? d.e.id : "differs", written[i].id))
            show(&d, i, d.e.text);
    }
    desk_close(&d);
}

/* ---- what would never end, or take all of the stack ---- */

static void refused_in_time(formula_desk *d, const char *id)
{
    clock_t start = clock();

    CHECK_INT(formula_try(d, 1, 1), TRIED_REFUSED);
    CHECK_TEXT(d->e.id, id);
    CHECK((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS_MOST);
}

static void work_without_end_is_refused(void)
{
    static formula_desk d;
    writing w = {.out = d.made.rules, .size = sizeof d.made.rules};

    if (!CHECK_INT(desk_open(&d), 0))
        return;
    say(&w, "local act = source \"act\"\nlocal function h0(x) return x + 1 end\n");
    for (int i = 1; i < 40; i++) /* each helper calls the one before it twice */
        say(&w, "local function h%d(x) local a = h%d(x) return h%d(x) end\n", i, i - 1, i - 1);
    say(&w, COUNT_OF("return h39(1)"));
    refused_in_time(&d, "G59");
    w.used = 0;
    say(&w, "local act = source \"act\"\n"
            "variable \"t.x\" { entity = \"person\", type = \"count\", label = { fr = \"x\", nl = \"x\" }, "
            "law = act \"1\",\n"
            "  formula = function(person)\n");
    for (int i = 0; i < 60; i++) /* what follows is walked twice for each */
        say(&w, "if person.worked_months > %d then\nif person.receives then\nreturn %d\nend\nend\n", i, i);
    say(&w, "return 0\nend }\n");
    refused_in_time(&d, "G59");
    w.used = 0;
    say(&w, "local act = source \"act\"\nlocal L = { fr = \"x\", nl = \"x\" }\n");
    for (int i = 0; i < 150; i++) { /* each variable needs the next, at the bottom of a long sum */
        say(&w,
            "variable \"t.a%d\" { entity = \"person\", type = \"count\", label = L, law = act \"1\",\n  "
            "formula = function(p)\nreturn ",
            i);
        for (int k = 0; k < 60; k++)
            say(&w, "1+(");
        say(&w, i < 149 ? "p.t.a%d" : "%d", i + 1);
        for (int k = 0; k < 60; k++)
            say(&w, ")");
        say(&w, "\nend }\n");
    }
    refused_in_time(&d, "G58");
    desk_close(&d);
}

int main(int count, char **arguments)
{
    if (count > 1)
        first_seed = strtoull(arguments[1], NULL, 10);
    if (count > 2)
        folders = (size_t)strtoull(arguments[2], NULL, 10);
    RUN(once_wrong_stays_right);
    RUN(work_without_end_is_refused);
    RUN(made_up_formulas_agree);
    return check_end();
}
