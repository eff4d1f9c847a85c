/*
 * Calls in words: the words of the language, helpers, and functions over the
 * members of a household.
 *
 * One table holds every word of the language with its sentence; `$1` is an
 * argument, `$*` all of them. A test holds it against the graph's own table.
 */
#include "in_words.h"

#include <string.h>
#include "sayings.h"

typedef struct call_words {
    const char *word;
    const char *breath[2]; /* French, Dutch: in one sentence */
    const char *head[2];   /* before a list of the arguments */
} call_words;

static const call_words table[] = {
    {"euro", {"$1", "$1"}, {"", ""}},
    {"date", {"$1", "$1"}, {"", ""}},
    {"per_year", {"douze fois $1", "twaalf keer $1"}, {"douze fois :", "twaalf keer:"}},
    {"per_month", {"un douzième de $1", "een twaalfde van $1"}, {"un douzième de :", "een twaalfde van:"}},
    {"min", {"le plus petit de $*", "het kleinste van $*"}, {"le plus petit de :", "het kleinste van:"}},
    {"max", {"le plus grand de $*", "het grootste van $*"}, {"le plus grand de :", "het grootste van:"}},
    {"clamp",
     {"$1, au moins $2 et au plus $3", "$1, minstens $2 en hoogstens $3"},
     {"une valeur, avec au moins et au plus :", "een waarde, met minstens en hoogstens:"}},
    {"round_cent",
     {"$1, arrondi au cent", "$1, afgerond op de cent"},
     {"arrondi au cent :", "afgerond op de cent:"}},
    {"floor_cent",
     {"$1, arrondi au cent inférieur", "$1, naar beneden afgerond op de cent"},
     {"arrondi au cent inférieur :", "naar beneden afgerond op de cent:"}},
    {"round_to",
     {"$1, arrondi au multiple de $2 le plus proche", "$1, afgerond op het dichtste veelvoud van $2"},
     {"arrondi de la première valeur au multiple le plus proche de la seconde :",
      "de eerste waarde, afgerond op het dichtste veelvoud van de tweede:"}},
    {"floor_to",
     {"$1, arrondi au multiple inférieur de $2", "$1, naar beneden afgerond op een veelvoud van $2"},
     {"arrondi de la première valeur au multiple inférieur de la seconde :",
      "de eerste waarde, naar beneden afgerond op een veelvoud van de tweede:"}},
    {"brackets",
     {"$1, passé au barème $2", "$1, volgens de schaal $2"},
     {"la première valeur, passée au barème qui suit :", "de eerste waarde, volgens de schaal die volgt:"}},
    {"age_on",
     {"l'âge à $2 (d'après $1)", "de leeftijd op $2 (volgens $1)"},
     {"l'âge entre ces deux dates :", "de leeftijd tussen deze twee datums:"}},
    {"months_between",
     {"le nombre de mois complets de $1 à $2", "het aantal volle maanden van $1 tot $2"},
     {"le nombre de mois complets entre :", "het aantal volle maanden tussen:"}},
    {"months_after",
     {"$1 plus un nombre de mois égal à $2", "$1 plus een aantal maanden gelijk aan $2"},
     {"une date, plus un nombre de mois :", "een datum, plus een aantal maanden:"}},
    {"days_between",
     {"le nombre de jours de $1 à $2", "het aantal dagen van $1 tot $2"},
     {"le nombre de jours entre :", "het aantal dagen tussen:"}},
    {"year_of", {"l'année de $1", "het jaar van $1"}, {"l'année de :", "het jaar van:"}},
    {"kinship",
     {"le lien de $2 avec $1", "de band van $2 met $1"},
     {"le lien de parenté entre :", "de verwantschap tussen:"}},
    {"exists", {"", ""}, {"", ""}},
    {"known", {"", ""}, {"", ""}},
    {"among", {"", ""}, {"", ""}},
    {"sum",
     {"la somme, pour $1, de $2", "de som, voor $1, van $2"},
     {"la somme, pour $1, de :", "de som, voor $1, van:"}},
    {"count",
     {"le nombre de personnes parmi $1 pour qui $2", "het aantal personen onder $1 voor wie $2"},
     {"le nombre de personnes parmi $1 pour qui ", "het aantal personen onder $1 voor wie "}},
    {"least",
     {"le plus petit, pour $1, de $2", "het kleinste, voor $1, van $2"},
     {"le plus petit, pour $1, de :", "het kleinste, voor $1, van:"}},
    {"greatest",
     {"le plus grand, pour $1, de $2", "het grootste, voor $1, van $2"},
     {"le plus grand, pour $1, de :", "het grootste, voor $1, van:"}},
    {"any", {"", ""}, {"", ""}},
    {"all", {"", ""}, {"", ""}},
};

/* NULL when the word is in no table. */
static const call_words *words_of(const char *word)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].word, word) == 0)
            return &table[i];
    return NULL;
}

int call_has_words(const char *word)
{
    return words_of(word) != NULL;
}

static int over_members(const ast *call)
{
    return call->count == 2 && call->arguments[1]->kind == AST_FUNCTION;
}

/* The members, with "les" or "de": "les autres membres du ménage". */
static void tell_set(telling *t, const ast *tree, const surroundings *at)
{
    tell_said(t, SAID_THE_MANY);
    put_text(t->to, " ");
    tell_noun(t, tree, at, 0);
}

static const ast *only_return(const ast_function *f)
{
    return f->body->count == 1 && f->body->statements[0].kind == STATEMENT_RETURN
               ? f->body->statements[0].value
               : NULL;
}

static void tell_argument(telling *t, const ast *call, const surroundings *at, size_t i)
{
    const ast *a = call->arguments[i];
    meaning m;

    if (a->kind == AST_FUNCTION) {
        surroundings inner;
        const ast *body = only_return(a->function);

        t->members++;
        inner = meaning_inside(t, a->function, at);
        if (body && meaning_sort(t, body, &inner) == SORT_TRUTH)
            tell_clause(t, body, &inner, 1);
        else if (body)
            tell_noun(t, body, &inner, 0);
        t->members--;
        return;
    }
    m = meaning_of(t, a, at);
    if (m.kind == MEANS_SET)
        tell_set(t, a, at);
    else
        tell_noun(t, a, at, 1);
}

static void tell_all_arguments(telling *t, const ast *call, const surroundings *at)
{
    for (size_t i = 0; i < call->count; i++) {
        if (i) {
            put_text(t->to, i + 1 < call->count ? ", " : " ");
            if (i + 1 == call->count) {
                tell_said(t, SAID_AND_OF);
                put_text(t->to, " ");
            }
        }
        tell_argument(t, call, at, i);
    }
}

static void tell_sentence(telling *t, const char *sentence, const ast *call, const surroundings *at)
{
    for (const char *c = sentence; *c;) {
        size_t plain = strcspn(c, "$");

        put(t->to, c, plain);
        c += plain;
        if (!*c)
            break;
        if (c[1] == '*')
            tell_all_arguments(t, call, at);
        else if ((size_t)(c[1] - '1') < call->count)
            tell_argument(t, call, at, (size_t)(c[1] - '1'));
        c += 2;
    }
}

static void tell_euro(telling *t, const ast *call, const surroundings *at)
{
    const ast *a = call->arguments[0];

    tell_noun(t, a, at, 0);
    if (a->kind == AST_NUMBER)
        put_text(t->to, "\xC2\xA0"
                        "EUR");
}

void tell_call_noun(telling *t, const ast *call, const surroundings *at)
{
    meaning m = meaning_of(t, call->left, at);
    const call_words *words;
    int dutch = t->language == AYANT_NL;

    if (m.kind == MEANS_HELPER) {
        surroundings inner = meaning_enter(t, call, at, m.helper);
        const ast *body = only_return(m.helper->function);

        if (body)
            tell_noun(t, body, &inner, 0);
        return;
    }
    words = words_of(m.text);
    if (!words)
        return;
    if (strcmp(m.text, "euro") == 0)
        tell_euro(t, call, at);
    else if (strcmp(m.text, "date") == 0 && call->arguments[0]->kind == AST_STRING)
        put_html(t->to, call->arguments[0]->name);
    else if (strcmp(m.text, "count") == 0 && call->count == 1)
        tell_sentence(t, dutch ? "het aantal personen onder $1" : "le nombre de personnes parmi $1", call,
                      at);
    else
        tell_sentence(t, words->breath[dutch], call, at);
}

/* The body of a function over members, after its head. */
static void tell_members(telling *t, const ast_function *f, const surroundings *at, int yes, int clause)
{
    surroundings inner;
    const ast *body = only_return(f);

    t->members++;
    inner = meaning_inside(t, f, at);
    if (body && clause) {
        tell_condition(t, body, &inner, yes);
    } else if (clause) {
        tell_said(t, yes ? SAID_STEPS_YES : SAID_STEPS_NO);
        put_text(t->to, "<ul>\n");
        tell_block(t, f->body, &inner);
        put_text(t->to, "</ul>\n");
    } else {
        put_text(t->to, body ? "<ul>\n<li>" : "<ul>\n");
        if (body)
            tell_value(t, body, &inner);
        else
            tell_block(t, f->body, &inner);
        put_text(t->to, body ? "</li>\n</ul>\n" : "</ul>\n");
    }
    t->members--;
}

void tell_call_value(telling *t, const ast *call, const surroundings *at)
{
    meaning m = meaning_of(t, call->left, at);
    const call_words *words;

    if (m.kind == MEANS_HELPER) {
        if (meaning_has_steps(t, call, at, m.helper)) {
            tell_said(t, SAID_STEPS);
            tell_steps(t, call, at, m.helper);
        } else {
            surroundings inner = meaning_enter(t, call, at, m.helper);

            tell_value(t, only_return(m.helper->function), &inner);
        }
        return;
    }
    words = words_of(m.text);
    if (!words)
        return;
    tell_sentence(t, words->head[t->language == AYANT_NL], call, at);
    if (over_members(call)) {
        tell_members(t, call->arguments[1]->function, at, 1, strcmp(m.text, "count") == 0);
        return;
    }
    put_text(t->to, "<ul>\n");
    for (size_t i = 0; i < call->count; i++) {
        put_text(t->to, "<li>");
        tell_value(t, call->arguments[i], at);
        put_text(t->to, "</li>\n");
    }
    put_text(t->to, "</ul>\n");
}

static void tell_exists(telling *t, const ast *call, const surroundings *at, int yes, int known)
{
    sort s = meaning_sort(t, call->arguments[0], at);

    tell_noun(t, call->arguments[0], at, 0);
    put_text(t->to, " ");
    if (known)
        tell_said(t, yes ? SAID_IS_KNOWN : SAID_IS_NOT_KNOWN);
    else if (s == SORT_PERSON)
        tell_said(t, yes ? SAID_THERE_IS : SAID_THERE_IS_NOT);
    else if (s == SORT_DATE)
        tell_said(t, yes ? SAID_HAS_DATE : SAID_HAS_NO_DATE);
    else
        tell_said(t, yes ? SAID_IS_GIVEN : SAID_IS_NOT_GIVEN);
}

static void tell_among(telling *t, const ast *call, const surroundings *at, int yes)
{
    tell_noun(t, call->arguments[0], at, 0);
    put_text(t->to, " ");
    tell_said(t, yes ? SAID_IS_ONE_OF : SAID_IS_NEITHER);
    for (size_t i = 1; i < call->count; i++) {
        put_text(t->to, i == 1 ? " " : i + 1 < call->count ? ", " : " ");
        if (i > 1 && i + 1 == call->count) {
            tell_said(t, yes ? SAID_OR : SAID_NOR);
            put_text(t->to, " ");
        }
        tell_noun(t, call->arguments[i], at, 0);
    }
}

/*
 * "parmi les enfants, il y a au moins une personne pour qui": returns 1 when
 * what follows is to be said as it is, 0 when it is to be said the other way
 * round ("not all" is somebody for whom it is not so).
 */
static int tell_quantity(telling *t, const ast *call, const surroundings *at, int any, int yes)
{
    tell_said(t, any || !yes ? SAID_AMONG : SAID_FOR_EVERYBODY);
    put_text(t->to, " ");
    tell_set(t, call->arguments[0], at);
    if (any || !yes) {
        put_text(t->to, t->language == AYANT_NL ? " " : ", ");
        tell_said(t, any && !yes ? SAID_NOBODY : SAID_SOMEBODY);
    } else {
        put_text(t->to, ",");
    }
    put_text(t->to, " ");
    return any || yes;
}

void tell_call_clause(telling *t, const ast *call, const surroundings *at, int yes)
{
    meaning m = meaning_of(t, call->left, at);

    if (m.kind == MEANS_HELPER) {
        surroundings inner = meaning_enter(t, call, at, m.helper);
        const ast *body = only_return(m.helper->function);

        if (body)
            tell_clause(t, body, &inner, yes);
    } else if (strcmp(m.text, "exists") == 0 || strcmp(m.text, "known") == 0) {
        tell_exists(t, call, at, yes, m.text[0] == 'k');
    } else if (strcmp(m.text, "among") == 0) {
        tell_among(t, call, at, yes);
    } else if (over_members(call)) {
        int same = tell_quantity(t, call, at, strcmp(m.text, "any") == 0, yes);

        tell_members(t, call->arguments[1]->function, at, same, 1);
    }
}

int tell_call_condition(telling *t, const ast *call, const surroundings *at, int yes)
{
    meaning m = meaning_of(t, call->left, at);

    if (m.kind == MEANS_HELPER && meaning_has_steps(t, call, at, m.helper)) {
        tell_said(t, yes ? SAID_STEPS_YES : SAID_STEPS_NO);
        tell_steps(t, call, at, m.helper);
        return 1;
    }
    if (m.kind == MEANS_HELPER) {
        surroundings inner = meaning_enter(t, call, at, m.helper);

        tell_condition(t, only_return(m.helper->function), &inner, yes);
        return 1;
    }
    if (over_members(call)) {
        int same = tell_quantity(t, call, at, strcmp(m.text, "any") == 0, yes);

        tell_members(t, call->arguments[1]->function, at, same, 1);
        return 1;
    }
    return 0;
}
