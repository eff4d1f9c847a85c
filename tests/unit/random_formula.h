/*
 * Made-up rules: well-formed formulas over a small fixed dictionary, drawn
 * from a generator of numbers or, when fuzzing, from bytes.
 *
 * What is written is typed and scoped as rules/README.md says, so that the
 * graph refuses it for one reason only: amounts that may pass what is exact.
 * Every word and operator of the language can be drawn. Names come from a
 * short list on purpose: locals hide each other, in branches and in functions
 * over members.
 */
#ifndef AYANT_TESTS_RANDOM_FORMULA_H
#define AYANT_TESTS_RANDOM_FORMULA_H

#include <stdarg.h>
#include "random_people.h"

/* ---- what is drawn from ---- */

typedef struct choices {
    const uint8_t *bytes; /* NULL: from `dice` */
    size_t left;
    dice dice;
} choices;

/* 0 to n - 1; 0 once the bytes are used up, which is always the simplest form. */
static inline int choose(choices *c, int n)
{
    if (!c->bytes)
        return (int)(roll(&c->dice) % (uint64_t)n);
    if (!c->left)
        return 0;
    c->left--;
    return *c->bytes++ % n;
}

/* ---- the fixed files ---- */

#define LABEL "label = { fr = \"x\", nl = \"x\" }, "
#define FACT(name, whose, rest)                                                                              \
    "fact \"" name "\" { entity = \"" whose "\", " LABEL "ask = { fr = \"x\", nl = \"x\" }, " rest " }\n"
#define LINK(name) FACT(name, "person", "type = \"person\", empty = \"never\"")
#define SERIES(value)                                                                                        \
    "series = { { from = \"2015-01-01\", value = " value ", status = \"verified\", source = \"x\" } } }\n"
#define PARAMETER(name, unit, value)                                                                         \
    "parameter \"t." name "\" { " LABEL "law = act \"1\", unit = \"" unit "\", " SERIES(value)

static const char facts_lua[] = FACT("shares_budget", "household", "type = \"truth\"") FACT(
    "rent_month", "household",
    "type = \"money\", per = \"month\"") FACT("rooms", "household",
                                              "type = \"number\", whole = true, max = 20")
    FACT("moved_on", "household", "type = \"date\", empty = \"never\"") FACT(
        "dwelling", "household", "type = \"word\", words = { \"own\", \"street\", \"shelter\", \"rented\" }")
        FACT("birth_date", "person", "type = \"date\"") FACT("since", "person",
                                                             "type = \"date\", empty = \"never\"")
            FACT("ended", "person",
                 "type = \"date\", empty = \"never\", unknown_when = { fact = \"receives\", is = \"yes\" }")
                FACT("receives", "person", "type = \"truth\"") FACT("disabled", "person",
                                                                    "type = \"truth\", presume = \"no\"")
                    FACT("wage_month", "person", "type = \"money\", per = \"month\", max = 6000") FACT(
                        "benefit_month", "person",
                        "type = \"money\", per = \"month\", empty_when = { fact = \"receives\", is = \"no\", "
                        "value = 0 }") FACT("profit_year", "person",
                                            "type = \"money\", per = \"year\", min = -90000, max = 400000")
                        FACT("cadastral_year", "person",
                             "type = \"money\", per = \"year\", empty = \"optional\"")
                            FACT("worked_months", "person", "type = \"number\", whole = true, max = 40")
                                FACT("share_held", "person", "type = \"number\", max = 1") FACT(
                                    "stay", "person",
                                    "type = \"word\", words = { \"belgian\", \"eu\", \"refugee\", \"none\" }")
                                    FACT("standing", "person",
                                         "type = \"word\", words = { \"none\", \"worker\", \"student\", "
                                         "\"belgian\" }, presume = \"none\"") LINK("partner_id")
                                        LINK("mother_id") LINK("father_id")
                                            LINK("family_benefit_recipient_id") LINK("titular_id");

static const char sources_lua[] = "source \"act\" { " LABEL "reference = \"numac 1\" }\n";

static const char parameters_lua[] = "local act = source \"act\"\n" PARAMETER(
    "ceiling", "EUR/year", "\"21345.67\"") PARAMETER("basis", "EUR/month", "\"879.41\"")
    PARAMETER("rate", "number", "\"0.333333\"") PARAMETER("parts", "count", "\"7\"")
        PARAMETER("open", "truth", "\"yes\"") PARAMETER("start", "date", "\"2019-02-28\"")
            PARAMETER("scale", "scale",
                      "{ { above = \"6200\", rate = \"0.06\" }, { above = \"12500\", rate = \"0.10\" } }")
                PARAMETER("steep", "scale",
                          "{ { above = \"0\", rate = \"0.333333\" }, { above = \"100.01\", rate = \"1.5\" } "
                          "}") "parameter \"t.late\" { " LABEL
                               "law = act \"1\", unit = \"EUR/month\", series = { "
                               "{ from = \"2025-01-01\", value = \"12.34\", status = \"verified\", source = "
                               "\"x\" } } }\n"
                               "parameter \"t.late_open\" { " LABEL
                               "law = act \"1\", unit = \"truth\", series = { "
                               "{ from = \"2025-01-01\", value = \"no\", status = \"verified\", source = "
                               "\"x\" } } }\n";

/* ---- what is written ---- */

typedef enum shape { TRUTH, MONTHLY, YEARLY, WHOLE, DECIMAL, DATE, STAY, STANDING, SHAPES } shape;

static const char *const shape_types[SHAPES] = {
    "type = \"truth\"",
    "type = \"money\", per = \"month\"",
    "type = \"money\", per = \"year\"",
    "type = \"count\"",
    "type = \"number\"",
    "type = \"date\"",
    "type = \"word\", words = { \"belgian\", \"eu\", \"refugee\", \"none\" }",
    "type = \"word\", words = { \"none\", \"worker\", \"student\", \"belgian\" }"};

typedef enum thing { A_VALUE, A_PERSON, A_HOUSEHOLD } thing;

/* A name that can be read here. */
typedef struct name_seen {
    char text[8];
    thing what;
    shape shape;
    int direct;   /* the very row a formula is about: sets of it may read what is outside */
    int assigned; /* 1: `x = ...` may be written: a local of this very function */
} name_seen;

#define NAMES_MOST 64
#define VARIABLES_MOST 6
#define HELPERS_MOST 3

typedef struct made_variable {
    char text[8];
    int household;
    shape shape;
} made_variable;

typedef struct made_helper {
    shape shape, argument;
    int alone; /* takes one member and nothing else: may be given to sum and the like */
} made_helper;

typedef struct writing {
    choices *c;
    char *out;
    size_t size, used;
    name_seen names[NAMES_MOST];
    int name_count;
    made_variable variables[VARIABLES_MOST];
    int variable_count;
    made_helper helpers[HELPERS_MOST];
    int helper_count;
    int words_free;   /* 1: param and on can be read (not in helpers given to sum) */
    int helpers_free; /* 1: helpers can be called */
    int indent;
    int nesting;       /* of functions over members */
    int owner, member; /* places of names: kinship(owner, member) may be asked here; -1: not */
} writing;

static inline void say(writing *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline void say(writing *w, const char *format, ...)
{
    va_list arguments;
    int wrote;

    va_start(arguments, format);
    wrote = vsnprintf(w->out + w->used, w->size - w->used, format, arguments);
    va_end(arguments);
    if (wrote > 0)
        w->used += (size_t)wrote < w->size - w->used ? (size_t)wrote : w->size - w->used - 1;
}

static inline void new_line(writing *w)
{
    say(w, "\n%*s", w->indent * 2, "");
}

static inline int pick_one(writing *w, int n)
{
    return choose(w->c, n);
}

static inline int visible(const writing *w, int i)
{
    for (int k = i + 1; k < w->name_count; k++)
        if (strcmp(w->names[k].text, w->names[i].text) == 0)
            return 0;
    return 1;
}

static inline void see(writing *w, const char *name, thing what, shape s, int direct, int assigned)
{
    name_seen *n;

    if (w->name_count == NAMES_MOST)
        return;
    n = &w->names[w->name_count++];
    snprintf(n->text, sizeof n->text, "%s", name);
    n->what = what;
    n->shape = s;
    n->direct = direct;
    n->assigned = assigned;
}

/* A visible name of that sort, or -1. */
static inline int find_seen(writing *w, thing what, shape s, int assigned)
{
    int found[NAMES_MOST], count = 0;

    for (int i = 0; i < w->name_count; i++) {
        const name_seen *n = &w->names[i];

        if (n->what == what && (what != A_VALUE || n->shape == s) && (!assigned || n->assigned) &&
            visible(w, i))
            found[count++] = i;
    }
    return count ? found[count - 1 - pick_one(w, count)] : -1;
}

static inline void expression(writing *w, shape s, int depth);
static inline void function_body(writing *w, shape s, int depth);

/* ---- people ---- */

static const char *const links[] = {"partner", "mother", "father", "family_benefit_recipient", "titular"};
static const char *const set_names[] = {"others",     "children",    "parents",        "siblings",
                                        "ascendants", "descendants", "parents_in_law", "children_in_law"};

static inline int has_person(writing *w)
{
    for (int i = 0; i < w->name_count; i++)
        if (w->names[i].what == A_PERSON && visible(w, i))
            return 1;
    return 0;
}

static inline int has_household(writing *w)
{
    return has_person(w) || find_seen(w, A_HOUSEHOLD, 0, 0) >= 0;
}

/* Writes somebody; there must be one. The place of the name when nothing follows it, else -1. */
static inline int person(writing *w)
{
    int i = find_seen(w, A_PERSON, 0, 0), steps = pick_one(w, 4) - 1;

    say(w, "%s", w->names[i].text);
    for (int k = 0; k < steps; k++)
        say(w, ".%s", links[pick_one(w, 5)]);
    return steps > 0 ? -1 : i;
}

static inline void household(writing *w)
{
    int i = find_seen(w, A_HOUSEHOLD, 0, 0);

    if (i >= 0 && (!has_person(w) || pick_one(w, 2) == 0)) {
        say(w, "%s", w->names[i].text);
        return;
    }
    person(w);
    say(w, ".household");
}

static inline int may_reduce(writing *w)
{
    return w->nesting < 2 && has_household(w);
}

/* ---- leaves ---- */

typedef struct leaf_name {
    shape shape;
    const char *of_person, *of_household; /* either may be NULL */
} leaf_name;

static const leaf_name leaf_names[] = {
    {TRUTH, "receives", "shares_budget"},
    {TRUTH, "disabled", NULL},
    {MONTHLY, "wage_month", "rent_month"},
    {MONTHLY, "benefit_month", NULL},
    {YEARLY, "profit_year", NULL},
    {YEARLY, "cadastral_year", NULL},
    {WHOLE, "worked_months", "rooms"},
    {DECIMAL, "share_held", NULL},
    {DATE, "birth_date", "moved_on"},
    {DATE, "since", NULL},
    {DATE, "ended", NULL},
    {STAY, "stay", NULL},
    {STANDING, "standing", NULL},
};

static const char *const own_words[2][4] = {{"belgian", "eu", "refugee", "none"},
                                            {"none", "worker", "student", "belgian"}};

/* 1 when it wrote the fact of somebody. */
static inline int fact_leaf(writing *w, shape s)
{
    const char *found[8][2];
    int count = 0, people_seen = has_person(w), house_seen = has_household(w), i;

    for (size_t k = 0; k < sizeof leaf_names / sizeof *leaf_names; k++) {
        if (leaf_names[k].shape == s && leaf_names[k].of_person && people_seen)
            found[count][0] = leaf_names[k].of_person, found[count++][1] = NULL;
        if (leaf_names[k].shape == s && leaf_names[k].of_household && house_seen)
            found[count][1] = leaf_names[k].of_household, found[count++][0] = NULL;
    }
    if (!count)
        return 0;
    i = pick_one(w, count);
    if (found[i][0])
        person(w);
    else
        household(w);
    say(w, ".%s", found[i][0] ? found[i][0] : found[i][1]);
    return 1;
}

static inline int variable_leaf(writing *w, shape s)
{
    for (int k = w->variable_count - 1; k >= 0; k--) {
        const made_variable *v = &w->variables[k];

        if (v->shape != s || !(v->household ? has_household(w) : has_person(w)) || pick_one(w, 3) == 2)
            continue;
        if (v->household)
            household(w);
        else
            person(w);
        say(w, ".t.%s", v->text);
        return 1;
    }
    return 0;
}

static inline int parameter_leaf(writing *w, shape s)
{
    static const char *const of_shape[SHAPES][2] = {{"open", "late_open"},  {"basis", "late"},
                                                    {"ceiling", "ceiling"}, {"parts", "parts"},
                                                    {"rate", "rate"},       {"start", "start"}};

    if (!w->words_free || !of_shape[s][0])
        return 0;
    say(w, "param.t.%s", of_shape[s][pick_one(w, 6) == 5]);
    return 1;
}

static inline void literal(writing *w, shape s)
{
    static const char *const dates[] = {"2024-02-29", "2000-01-31", "1961-12-31", "2026-03-01"};

    switch (s) {
    case TRUTH:
        say(w, "%s", pick_one(w, 2) ? "true" : "false");
        break;
    case MONTHLY:
    case YEARLY:
        say(w, "euro(%d)", pick_one(w, 250) * (pick_one(w, 3) == 2 ? 61 : 7));
        break;
    case WHOLE:
        say(w, "%d", pick_one(w, 30));
        break;
    case DATE:
        if (w->words_free && pick_one(w, 2))
            say(w, "on");
        else
            say(w, "date \"%s\"", dates[pick_one(w, 4)]);
        break;
    case DECIMAL:
        say(w, w->words_free ? "param.t.rate" : "min(7, 3)");
        break;
    default: /* a word where one stands alone is only allowed after return */
        say(w, "\"%s\"", own_words[s - STAY][pick_one(w, 4)]);
        break;
    }
}

static inline void leaf(writing *w, shape s)
{
    int i = pick_one(w, 3) == 0 ? find_seen(w, A_VALUE, s, 0) : -1;

    if (i >= 0) {
        say(w, "%s", w->names[i].text);
        return;
    }
    switch (pick_one(w, 6)) {
    case 0:
    case 1:
    case 2:
        if (fact_leaf(w, s))
            return;
        break;
    case 3:
        if (variable_leaf(w, s))
            return;
        break;
    case 4:
        if (parameter_leaf(w, s))
            return;
        break;
    default:
        break;
    }
    if (s >= STAY) { /* a word that is not a literal, for certain */
        if (!fact_leaf(w, s))
            abort();
        return;
    }
    literal(w, s);
}

/* ---- members ---- */

/*
 * A new function over the members of a set of `owner` (a place among the
 * names, -1: somebody else's). What is outside can be read when the set is
 * the owner's own; nothing of it is then the very row any more.
 */
typedef struct outside {
    name_seen names[NAMES_MOST];
    int count, owner, member;
} outside;

static inline void enter_members(writing *w, outside *kept, int owner, const char *member, int of_household,
                                 int kin)
{
    int own = owner >= 0 && w->names[owner].direct;

    memcpy(kept->names, w->names, sizeof kept->names);
    kept->count = w->name_count;
    kept->owner = w->owner;
    kept->member = w->member;
    w->owner = w->member = -1;
    if (!own)
        w->name_count = 0;
    for (int i = 0; i < w->name_count; i++)
        w->names[i].direct = w->names[i].assigned = 0;
    see(w, member, A_PERSON, 0, of_household, 0);
    if (own && kin) {
        w->owner = owner;
        w->member = w->name_count - 1;
    }
    w->nesting++;
}

static inline void leave_members(writing *w, const outside *kept)
{
    memcpy(w->names, kept->names, sizeof w->names);
    w->name_count = kept->count;
    w->owner = kept->owner;
    w->member = kept->member;
    w->nesting--;
}

/* A helper that takes one member and gives that shape, or -1. */
static inline int helper_alone(writing *w, shape s)
{
    for (int i = 0; w->helpers_free && i < w->helper_count; i++)
        if (w->helpers[i].alone && w->helpers[i].shape == s)
            return i;
    return -1;
}

/* word(set, function(m) ... end); somebody or a household must be seen */
static inline void reduction(writing *w, const char *word, shape of, int depth)
{
    static const char *const members[] = {"m", "n", "a"};
    const char *member = members[pick_one(w, 3)];
    int owner, of_household = !has_person(w) || (pick_one(w, 3) == 2 && has_household(w)), kin = 0, helper;
    outside kept;

    say(w, "%s(", word);
    if (of_household) {
        owner = find_seen(w, A_HOUSEHOLD, 0, 0);
        if (owner >= 0)
            say(w, "%s.members", w->names[owner].text);
        else {
            person(w);
            say(w, ".household.members");
        }
    } else {
        int set = pick_one(w, 8);

        owner = person(w);
        kin = set == 0;
        say(w, ".%s", set_names[set]);
    }
    helper = helper_alone(w, of);
    if (helper >= 0 && pick_one(w, 4) == 0) {
        say(w, ", h%d)", helper);
        return;
    }
    say(w, ", function(%s)", member);
    enter_members(w, &kept, owner, member, of_household, kin);
    w->indent++;
    function_body(w, of, depth - 1);
    w->indent--;
    leave_members(w, &kept);
    new_line(w);
    say(w, "end)");
}

/* ---- expressions ---- */

static inline void parenthesis(writing *w, shape s, int depth)
{
    say(w, "(");
    expression(w, s, depth);
    say(w, ")");
}

static inline void call(writing *w, const char *word, shape s, int arguments, int depth)
{
    say(w, "%s(", word);
    for (int i = 0; i < arguments; i++) {
        if (i)
            say(w, ", ");
        expression(w, s, depth - 1);
    }
    say(w, ")");
}

static inline void both(writing *w, shape s, const char *sign, int depth)
{
    parenthesis(w, s, depth - 1);
    say(w, " %s ", sign);
    parenthesis(w, s, depth - 1);
}

/* A whole number above zero, and small. */
static inline void divisor(writing *w, int depth)
{
    switch (pick_one(w, 3)) {
    case 0:
        say(w, "%d", 1 + pick_one(w, 30));
        break;
    case 1:
        say(w, "max(1, clamp(");
        expression(w, WHOLE, depth - 1);
        say(w, ", -5, 90))");
        break;
    default:
        say(w, "clamp(");
        expression(w, WHOLE, depth - 1);
        say(w, ", %d, 300)", 1 + pick_one(w, 9));
        break;
    }
}

static inline void small(writing *w, shape s, int depth)
{
    say(w, "clamp(");
    expression(w, s, depth - 1);
    say(w, ", -%d, %d)", pick_one(w, 40), 1 + pick_one(w, 90));
}

/* A call of a helper of that shape; 0 when there is none to call. */
static inline int helper_call(writing *w, shape s, int depth)
{
    for (int i = w->helper_count - 1; i >= 0; i--) {
        if (!w->helpers_free || w->helpers[i].shape != s || !has_person(w) ||
            (!w->helpers[i].alone && !w->words_free))
            continue;
        say(w, "h%d(", i);
        person(w);
        if (!w->helpers[i].alone) {
            say(w, ", ");
            expression(w, w->helpers[i].argument, depth - 1);
            say(w, ", param, on");
        }
        say(w, ")");
        return 1;
    }
    return 0;
}

static inline int word_known_here(writing *w, shape s)
{
    return s == STAY || s == STANDING ? has_person(w) : 1;
}

static inline void compared(writing *w, int depth)
{
    static const char *const signs[] = {"<", "<=", ">", ">=", "==", "~="};
    static const shape shapes[] = {MONTHLY, YEARLY, WHOLE, DATE, DECIMAL, TRUTH, STAY, STANDING};
    shape s = shapes[pick_one(w, 8)];
    int sign = pick_one(w, 6);

    if (!word_known_here(w, s))
        s = MONTHLY;
    if (s == DECIMAL)
        sign %= 4;
    if (s >= STAY || s == TRUTH)
        sign = 4 + sign % 2;
    parenthesis(w, s, depth - 1);
    say(w, " %s ", signs[sign]);
    if (s >= STAY && pick_one(w, 2))
        say(w, "\"%s\"", own_words[s - STAY][pick_one(w, 4)]);
    else
        parenthesis(w, s, depth - 1);
}

static inline void given(writing *w, int depth)
{
    int k = pick_one(w, 3);

    if (k == 0 && has_person(w)) {
        say(w, "exists(");
        person(w);
        say(w, ")");
    } else if (k == 1 && has_person(w)) {
        static const char *const facts[] = {"receives",       "disabled", "wage_month",   "benefit_month",
                                            "cadastral_year", "stay",     "worked_months"};

        say(w, "exists(");
        person(w);
        say(w, ".%s)", facts[pick_one(w, 7)]);
    } else {
        call(w, "exists", DATE, 1, depth);
    }
}

static inline void about_people(writing *w)
{
    static const char *const kin[] = {"partner",        "parent",   "child",
                                      "grandparent",    "sibling",  "parent_of_partner",
                                      "other_relative", "unrelated"};

    int alone;

    if (w->owner >= 0 && visible(w, w->owner) && visible(w, w->member) && pick_one(w, 4)) {
        const char *a = w->names[w->owner].text, *b = w->names[w->member].text;

        if (pick_one(w, 2))
            say(w, "kinship(%s, %s) == \"%s\"", a, b, kin[pick_one(w, 8)]);
        else
            say(w, "among(kinship(%s, %s), \"%s\", \"%s\")", a, b, kin[pick_one(w, 8)], kin[pick_one(w, 8)]);
        return;
    }
    alone = person(w) >= 0;
    say(w, " %s ", pick_one(w, 2) ? "==" : "~=");
    /* a name like itself: Lua says yes even of nobody, without asking */
    person(w);
    if (alone)
        say(w, ".mother");
}

static inline void truth(writing *w, int depth)
{
    shape word = pick_one(w, 2) ? STAY : STANDING;

    switch (pick_one(w, 11)) {
    case 0:
        leaf(w, TRUTH);
        break;
    case 1:
    case 2:
        compared(w, depth);
        break;
    case 3:
        both(w, TRUTH, "and", depth);
        break;
    case 4:
        both(w, TRUTH, "or", depth);
        break;
    case 5:
        say(w, "not ");
        parenthesis(w, TRUTH, depth - 1);
        break;
    case 6:
        given(w, depth);
        break;
    case 7:
        if (has_person(w))
            about_people(w);
        else
            leaf(w, TRUTH);
        break;
    case 8:
        if (may_reduce(w))
            reduction(w, pick_one(w, 2) ? "any" : "all", TRUTH, depth);
        else
            leaf(w, TRUTH);
        break;
    case 9: {
        shape of = (shape)pick_one(w, SHAPES);

        call(w, "known", word_known_here(w, of) ? of : DATE, 1, depth);
        break;
    }
    default:
        if (!word_known_here(w, word)) {
            leaf(w, TRUTH);
            break;
        }
        say(w, "among(");
        expression(w, word, depth - 1);
        say(w, ", \"%s\", \"%s\")", own_words[word - STAY][pick_one(w, 4)],
            own_words[word - STAY][pick_one(w, 4)]);
        break;
    }
}

static inline void scaled_money(writing *w, shape s, int depth)
{
    switch (pick_one(w, 6)) {
    case 0:
        parenthesis(w, s, depth - 1);
        say(w, " * ");
        small(w, pick_one(w, 2) ? WHOLE : DECIMAL, depth);
        break;
    case 1:
        small(w, DECIMAL, depth);
        say(w, " * ");
        parenthesis(w, s, depth - 1);
        break;
    case 2:
        parenthesis(w, s, depth - 1);
        say(w, " / ");
        divisor(w, depth);
        break;
    case 3:
        if (!w->words_free && !has_person(w)) {
            leaf(w, s);
            break;
        }
        say(w, "%s(", s == MONTHLY ? "per_month" : "per_year");
        expression(w, s == MONTHLY ? YEARLY : MONTHLY, depth - 1);
        /* brackets and euro alone have no period to change */
        say(w, " + ");
        if (w->words_free) {
            say(w, "param.t.%s)", s == MONTHLY ? "ceiling" : "basis");
        } else {
            person(w);
            say(w, ".%s)", s == MONTHLY ? "profit_year" : "wage_month");
        }
        break;
    case 4:
        if (w->words_free) {
            say(w, "brackets(");
            expression(w, pick_one(w, 2) ? MONTHLY : YEARLY, depth - 1);
            say(w, ", param.t.%s)", pick_one(w, 2) ? "scale" : "steep");
            break;
        }
        leaf(w, s);
        break;
    default:
        say(w, "-");
        parenthesis(w, s, depth - 1);
        break;
    }
}

static inline void rounded(writing *w, shape s, int depth)
{
    static const char *const words[] = {"round_cent", "floor_cent", "round_to", "floor_to"};
    int k = pick_one(w, 4);

    say(w, "%s(", words[k]);
    expression(w, s, depth - 1);
    if (k >= 2) {
        if ((s == MONTHLY || s == YEARLY) && pick_one(w, 2))
            say(w, ", euro(%d)", 1 + pick_one(w, 60));
        else
            say(w, ", %d", 1 + pick_one(w, 12));
    }
    say(w, ")");
}

/* Money, whole and decimal numbers alike: extremes, sums over members, helpers. */
static inline void amount_form(writing *w, shape s, int depth)
{
    static const char *const over[] = {"sum", "least", "greatest"};

    switch (pick_one(w, 8)) {
    case 0:
        both(w, s, "+", depth);
        break;
    case 1:
        both(w, s, "-", depth);
        break;
    case 2:
        call(w, "min", s, 2 + pick_one(w, 2), depth);
        break;
    case 3:
        call(w, "max", s, 2 + pick_one(w, 2), depth);
        break;
    case 4:
        call(w, "clamp", s, 3, depth);
        break;
    case 5:
        if (may_reduce(w))
            reduction(w, over[pick_one(w, 3)], s, depth);
        else
            leaf(w, s);
        break;
    case 6:
        rounded(w, s, depth);
        break;
    default:
        if (!helper_call(w, s, depth))
            leaf(w, s);
        break;
    }
}

static inline void whole(writing *w, int depth)
{
    static const char *const spans[] = {"age_on", "months_between", "days_between"};

    switch (pick_one(w, 8)) {
    case 0:
        call(w, spans[pick_one(w, 3)], DATE, 2, depth);
        break;
    case 1:
        call(w, "year_of", DATE, 1, depth);
        break;
    case 2:
        parenthesis(w, WHOLE, depth - 1);
        say(w, pick_one(w, 2) ? " // " : " %% ");
        divisor(w, depth);
        break;
    case 3:
        small(w, WHOLE, depth);
        say(w, " * ");
        small(w, WHOLE, depth);
        break;
    case 4:
        if (has_person(w) && pick_one(w, 2)) {
            say(w, "count(");
            person(w);
            say(w, ".%s)", set_names[pick_one(w, 8)]);
        } else if (may_reduce(w))
            reduction(w, "count", TRUTH, depth);
        else
            leaf(w, WHOLE);
        break;
    case 5:
        say(w, "-");
        parenthesis(w, WHOLE, depth - 1);
        break;
    default: { /* rounding and decimals apart */
        int k = pick_one(w, 4);

        if (k == 3 && may_reduce(w))
            reduction(w, pick_one(w, 2) ? "sum" : "greatest", WHOLE, depth);
        else if (k == 2)
            call(w, "clamp", WHOLE, 3, depth);
        else if (k == 1)
            both(w, WHOLE, pick_one(w, 2) ? "+" : "-", depth);
        else if (!helper_call(w, WHOLE, depth))
            call(w, pick_one(w, 2) ? "min" : "max", WHOLE, 2, depth);
        break;
    }
    }
}

static inline void decimal(writing *w, int depth)
{
    switch (pick_one(w, 4)) {
    case 0:
        small(w, DECIMAL, depth);
        say(w, " * ");
        small(w, pick_one(w, 2) ? WHOLE : DECIMAL, depth);
        break;
    case 1:
        say(w, "min(");
        expression(w, DECIMAL, depth - 1);
        say(w, ", param.t.rate) / ");
        divisor(w, depth);
        break;
    case 2:
        say(w, "-");
        parenthesis(w, DECIMAL, depth - 1);
        break;
    default:
        amount_form(w, DECIMAL, depth);
        break;
    }
}

static inline void a_date(writing *w, int depth)
{
    switch (pick_one(w, 5)) {
    case 0:
        say(w, "months_after(");
        expression(w, DATE, depth - 1);
        say(w, ", ");
        small(w, WHOLE, depth);
        say(w, ")");
        break;
    case 1:
        parenthesis(w, DATE, depth - 1);
        say(w, pick_one(w, 2) ? " + " : " - ");
        small(w, WHOLE, depth);
        break;
    case 2:
        call(w, pick_one(w, 2) ? "min" : "max", DATE, 2, depth);
        break;
    case 3:
        if (helper_call(w, DATE, depth))
            break;
        leaf(w, DATE);
        break;
    default:
        leaf(w, DATE);
        break;
    }
}

static inline void expression(writing *w, shape s, int depth)
{
    if (depth <= 0 || w->used > w->size - w->size / 4 || pick_one(w, 6) == 0) {
        leaf(w, s);
        return;
    }
    switch (s) {
    case TRUTH:
        truth(w, depth);
        break;
    case MONTHLY:
    case YEARLY:
        if (pick_one(w, 2))
            scaled_money(w, s, depth);
        else
            amount_form(w, s, depth);
        break;
    case WHOLE:
        whole(w, depth);
        break;
    case DECIMAL:
        if (w->words_free)
            decimal(w, depth);
        else
            leaf(w, s);
        break;
    case DATE:
        a_date(w, depth);
        break;
    default:
        leaf(w, s);
        break;
    }
}

/* ---- statements ---- */

static const char *const local_names[] = {"a", "b", "c", "d"};

static inline void value_of_shape(writing *w, shape s, int depth)
{
    if (s >= STAY && !has_person(w))
        s = TRUTH;
    expression(w, s, depth);
}

static inline void write_local(writing *w, int depth)
{
    const char *name = local_names[pick_one(w, 4)];
    shape s = (shape)pick_one(w, SHAPES);

    if (s >= STAY && !has_person(w))
        s = WHOLE;
    new_line(w);
    say(w, "local %s = ", name);
    if (pick_one(w, 6) == 5 && has_person(w)) {
        int from = person(w), direct = from >= 0 && w->names[from].direct;

        see(w, name, A_PERSON, 0, direct, 0);
        return;
    }
    value_of_shape(w, s, depth);
    see(w, name, A_VALUE, s, 0, 1);
}

static inline void write_assignment(writing *w, int depth)
{
    shape s = (shape)pick_one(w, SHAPES);
    int i = find_seen(w, A_VALUE, s, 1);

    if (i < 0 || (s >= STAY && !has_person(w)))
        return;
    new_line(w);
    say(w, "%s = ", w->names[i].text);
    value_of_shape(w, s, depth);
}

static inline void write_result(writing *w, shape s, int depth)
{
    new_line(w);
    say(w, "return ");
    if (s >= STAY && w->nesting == 0 && (!has_person(w) || pick_one(w, 2)))
        literal(w, s);
    else
        expression(w, s, depth);
}

static inline void write_block(writing *w, shape s, int depth, int blocks, int ends);

/* if ... elseif ... else ... end; `ends`: how often a branch returns (0 never, 1 sometimes). */
static inline void write_if(writing *w, shape s, int depth, int blocks, int ends)
{
    int otherwise = pick_one(w, 3);

    new_line(w);
    say(w, "if ");
    expression(w, TRUTH, depth);
    say(w, " then");
    write_block(w, s, depth, blocks - 1, ends && pick_one(w, 2));
    if (otherwise == 2) {
        new_line(w);
        say(w, "elseif ");
        expression(w, TRUTH, depth);
        say(w, " then");
        write_block(w, s, depth, blocks - 1, ends && pick_one(w, 2));
    }
    if (otherwise) {
        new_line(w);
        say(w, "else");
        write_block(w, s, depth, blocks - 1, ends && pick_one(w, 2));
    }
    new_line(w);
    say(w, "end");
}

static inline void write_statements(writing *w, shape s, int depth, int blocks)
{
    for (int k = pick_one(w, 4); k > 0; k--) {
        switch (pick_one(w, 4)) {
        case 0:
        case 1:
            write_local(w, depth);
            break;
        case 2:
            write_assignment(w, depth);
            break;
        default:
            if (blocks > 0)
                write_if(w, s, depth, blocks, 1);
            break;
        }
    }
}

static inline void write_block(writing *w, shape s, int depth, int blocks, int ends)
{
    int count = w->name_count;

    w->indent++;
    write_statements(w, s, depth, blocks);
    if (ends)
        write_result(w, s, depth);
    w->indent--;
    w->name_count = count;
}

static inline void function_body(writing *w, shape s, int depth)
{
    int count = w->name_count;

    write_statements(w, s, depth > 1 ? depth - 1 : 1, w->nesting ? 1 : 2);
    write_result(w, s, depth);
    w->name_count = count;
}

/* ---- whole files ---- */

static inline void write_helper(writing *w, int index)
{
    made_helper *h = &w->helpers[index];

    h->alone = pick_one(w, 2);
    h->shape = (shape)pick_one(w, STAY);
    h->argument = (shape)pick_one(w, STAY);
    if (h->alone && h->shape == DECIMAL)
        h->shape = MONTHLY;
    w->name_count = 0;
    w->indent = w->nesting = 0;
    w->owner = w->member = -1;
    w->words_free = !h->alone;
    w->helpers_free = 0;
    say(w, h->alone ? "helper \"h%d\" (function(m)" : "helper \"h%d\" (function(p, a, param, on)", index);
    see(w, h->alone ? "m" : "p", A_PERSON, 0, 0, 0);
    if (!h->alone)
        see(w, "a", A_VALUE, h->argument, 0, 0);
    w->indent++;
    function_body(w, h->shape, 2);
    say(w, "\nend)\n");
    w->helper_count = index + 1;
}

/* Values of the file that formulas take from outside. */
static const char captured_lua[] =
    "local k = 3\nlocal e = euro(450)\nlocal f = date \"2023-02-28\"\nlocal g = true\n";

static inline void see_captured(writing *w)
{
    see(w, "k", A_VALUE, WHOLE, 0, 0);
    see(w, "e", A_VALUE, pick_one(w, 2) ? MONTHLY : YEARLY, 0, 0);
    see(w, "f", A_VALUE, DATE, 0, 0);
    see(w, "g", A_VALUE, TRUTH, 0, 0);
}

static inline void write_variable(writing *w, int index)
{
    made_variable *v = &w->variables[index];

    snprintf(v->text, sizeof v->text, "v%d", index);
    v->household = pick_one(w, 4) == 3;
    v->shape = (shape)pick_one(w, SHAPES);
    w->name_count = 0;
    w->indent = w->nesting = 0;
    w->owner = w->member = -1;
    w->words_free = w->helpers_free = 1;
    say(w,
        "variable \"t.%s\" { entity = \"%s\", %s, " LABEL
        "law = act \"1\",\n  formula = function(%s, param, on)",
        v->text, v->household ? "household" : "person", shape_types[v->shape],
        v->household ? "house" : "person");
    see_captured(w);
    see(w, v->household ? "house" : "person", v->household ? A_HOUSEHOLD : A_PERSON, 0, 1, 0);
    w->indent = 2;
    function_body(w, v->shape, 3);
    say(w, "\n  end }\n");
    w->variable_count = index + 1;
}

#define RULES_TEXT 60000

typedef struct made_rules {
    char helpers[RULES_TEXT], rules[RULES_TEXT];
} made_rules;

static inline void make_rules(made_rules *out, choices *c)
{
    writing w = {.c = c, .out = out->helpers, .size = sizeof out->helpers};
    int variables = 1 + choose(c, VARIABLES_MOST), helpers = choose(c, HELPERS_MOST + 1);

    out->helpers[0] = out->rules[0] = '\0';
    for (int i = 0; i < helpers; i++)
        write_helper(&w, i);
    w.out = out->rules;
    w.size = sizeof out->rules;
    w.used = 0;
    say(&w, "local act = source \"act\"\n%s", captured_lua);
    for (int i = 0; i < helpers; i++)
        say(&w, "local h%d = helper \"h%d\"\n", i, i);
    for (int i = 0; i < variables; i++)
        write_variable(&w, i);
}

#endif
