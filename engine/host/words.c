/*
 * The words of rule files, and the page that is made from them.
 */
#include "words.h"

#include "loading.h"
#include "room.h"
#include "values.h"

const word words_table[] = {
    {"source", "source \"id\" { label, reference }", "déclare un texte de loi ; `source \"id\"` le reprend",
     "declares a text of law; `source \"id\"` takes it up again", WORD_DECLARES, run_source},
    {"fact", "fact \"name\" { entity, type, label, ... }", "déclare une donnée d'un dossier",
     "declares something a record may hold", WORD_DECLARES, run_fact},
    {"parameter", "parameter \"a.b.c\" { unit, series | index | shift | year_mean, ... }",
     "déclare un montant ou un taux daté", "declares a dated amount or rate", WORD_DECLARES, run_parameter},
    {"variable", "variable \"a.b\" { entity, type, formula, ... }", "déclare ce qui se calcule",
     "declares something that is computed", WORD_DECLARES, run_variable},
    {"helper", "helper \"name\" (function(...) ... end)",
     "déclare un morceau de formule ; `helper \"name\"` le reprend",
     "declares a piece of formula; `helper \"name\"` takes it up again", WORD_DECLARES, run_helper},
    {"right", "right \"name\" { conditions, amount, ... }", "déclare un droit", "declares a right",
     WORD_DECLARES, run_right},
    {"case", "case \"title\" { on, persons, expect, ... }", "déclare un cas d'essai",
     "declares a case to test", WORD_DECLARES, run_case},

    {"pairs", "pairs(t)", "parcourt une table dans l'ordre de ses clés",
     "walks a table in the order of its keys", WORD_LOADS, load_pairs},
    {"ipairs", "ipairs(list)", "parcourt une liste", "walks a list", WORD_LOADS, load_ipairs},
    {"type", "type(x)", "le type Lua d'une valeur", "the Lua type of a value", WORD_LOADS, load_type},
    {"tostring", "tostring(x)", "une valeur en texte", "a value as text", WORD_LOADS, load_tostring},
    {"tonumber", "tonumber(text)", "un texte en nombre", "a text as a number", WORD_LOADS, load_tonumber},
    {"select", "select(n, ...)", "les valeurs à partir de la n-ième ; `select(\"#\", ...)` les compte",
     "the values from the nth on; `select(\"#\", ...)` counts them", WORD_LOADS, load_select},
    {"error", "error(sentence)", "refuse le fichier avec cette phrase", "refuses the file with this sentence",
     WORD_LOADS, load_error},
    {"assert", "assert(x, sentence)", "refuse le fichier si x est faux", "refuses the file when x is false",
     WORD_LOADS, load_assert},
    {"table.insert", "table.insert(list, x)", "ajoute à une liste", "adds to a list", WORD_LOADS,
     load_table_insert},
    {"table.concat", "table.concat(list, between)", "joint une liste de textes", "joins a list of texts",
     WORD_LOADS, load_table_concat},
    {"table.unpack", "table.unpack(list)", "les éléments d'une liste", "the items of a list", WORD_LOADS,
     load_table_unpack},

    {"euro", "euro(6200)", "un montant en euros entiers", "an amount in whole euros", WORD_FORMULA, run_euro},
    {"date", "date \"2026-03-01\"", "une date", "a date", WORD_FORMULA, run_date},
    {"per_year", "per_year(m)", "douze fois un montant mensuel", "12 times a monthly amount", WORD_FORMULA,
     run_per_year},
    {"per_month", "per_month(y)", "le douzième d'un montant annuel", "a twelfth of a yearly amount",
     WORD_FORMULA, run_per_month},
    {"min", "min(a, b, ...)", "la plus petite valeur", "the least value", WORD_FORMULA, run_min},
    {"max", "max(a, b, ...)", "la plus grande valeur", "the greatest value", WORD_FORMULA, run_max},
    {"clamp", "clamp(x, low, high)", "x, au moins low et au plus high", "x, at least low and at most high",
     WORD_FORMULA, run_clamp},
    {"round_cent", "round_cent(m)", "arrondi au centime, demi vers le haut", "rounded to the cent, half up",
     WORD_FORMULA, run_round_cent},
    {"floor_cent", "floor_cent(m)", "arrondi au centime inférieur", "rounded down to the cent", WORD_FORMULA,
     run_floor_cent},
    {"round_to", "round_to(x, step)", "arrondi au multiple de step le plus proche, demi vers le haut",
     "rounded to the nearest multiple of step, half up", WORD_FORMULA, run_round_to},
    {"floor_to", "floor_to(x, step)", "arrondi au multiple de step inférieur",
     "rounded down to a multiple of step", WORD_FORMULA, run_floor_to},
    {"brackets", "brackets(x, param.scale)",
     "barème progressif : le taux de chaque tranche sur la part au-dessus de son seuil",
     "a progressive scale: each band's rate on the part above its threshold", WORD_FORMULA, run_brackets},
    {"age_on", "age_on(birth, on)", "années accomplies", "completed years", WORD_FORMULA, run_age_on},
    {"months_between", "months_between(a, b)", "mois accomplis de a à b", "full months from a to b",
     WORD_FORMULA, run_months_between},
    {"months_after", "months_after(d, n)", "la date n mois après", "the date n months after", WORD_FORMULA,
     run_months_after},
    {"days_between", "days_between(a, b)", "jours de a à b", "days from a to b", WORD_FORMULA,
     run_days_between},
    {"year_of", "year_of(d)", "l'année d'une date", "the year of a date", WORD_FORMULA, run_year_of},
    {"exists", "exists(x)", "il y a une telle personne ou une telle date ; cette autre donnée est remplie",
     "there is such a person or date; the record gives this other fact", WORD_FORMULA, run_exists},
    {"known", "known(x)", "la donnée est remplie ; inconnu (pas « non ») quand elle manque",
     "the fact is given; unknown (not \"no\") when it is missing", WORD_FORMULA, run_known},
    {"among", "among(word, \"a\", \"b\")", "le mot est l'un de ceux-ci", "the word is one of these",
     WORD_FORMULA, run_among},
    {"kinship", "kinship(person, m)", "ce que m est pour person : un mot", "what m is to person: a word",
     WORD_FORMULA, run_kinship},
    {"sum", "sum(set, f)", "la somme sur plusieurs membres ; personne : 0",
     "the sum over several members; nobody: 0", WORD_FORMULA, run_sum},
    {"count", "count(set, f)", "combien de membres répondent oui ; `count(set)` les compte tous",
     "how many members answer yes; `count(set)` counts them all", WORD_FORMULA, run_count},
    {"any", "any(set, f)", "au moins un membre répond oui ; personne : non",
     "at least one member answers yes; nobody: no", WORD_FORMULA, run_any},
    {"all", "all(set, f)", "tous les membres répondent oui ; personne : oui",
     "every member answers yes; nobody: yes", WORD_FORMULA, run_all},
    {"least", "least(set, f)", "la plus petite valeur ; personne : 0", "the least value; nobody: 0",
     WORD_FORMULA, run_least},
    {"greatest", "greatest(set, f)", "la plus grande valeur ; personne : 0", "the greatest value; nobody: 0",
     WORD_FORMULA, run_greatest},
};

const size_t words_count = sizeof words_table / sizeof words_table[0];

void host_words_print(writer *w)
{
    static const char *const titles[] = {"## Declaring", "## Plain Lua, while a file loads",
                                         "## Inside a formula (and while a file loads)"};

    put_text(w, "# The words of rule files\n\nMade from `engine/host/words.c`: change it there. "
                "What they mean in full is in `README.md`.\n");
    for (int group = WORD_DECLARES; group <= WORD_FORMULA; group++) {
        put_print(w, "\n%s\n\n| word | français | English |\n|---|---|---|\n", titles[group]);
        for (size_t i = 0; i < words_count; i++) {
            const word *one = &words_table[i];

            if ((int)one->group != group)
                continue;
            put_text(w, "| `");
            for (const char *s = one->signature; *s; s++)
                put(w, *s == '|' ? "\\|" : s, *s == '|' ? 2 : 1); /* a bar would end the cell */
            put_print(w, "` | %s | %s |\n", one->fr, one->en);
        }
    }
}
