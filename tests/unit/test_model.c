/*
 * The model: facts read and written, people grouped, links and kinship.
 */
#include <stdlib.h>
#include "../../engine/base/day.h"
#include "../../engine/base/limits.h"
#include "../../engine/model/people.h"
#include "../../engine/model/rulebook.h"
#include "check.h"

#define T(s) text_of(s)

static const char *const kinship_words[] = {KINSHIP_WORDS};

static const char *stay_words[] = {"belgian", "eu", "Refugee"};

typedef struct town {
    arena *memory;
    dictionary facts;
    people *p;
} town;

static int declare(town *t, const char *name, entity of, kind k)
{
    fact f = {.name = name, .read_as = name, .entity = of, .kind = k};

    if (k == KIND_WORD) {
        f.words = stay_words;
        f.word_count = 3;
    }
    return dictionary_add(&t->facts, t->memory, &f);
}

enum { RENT, BIRTH, WAGE, STAY, NAME, PARTNER, MOTHER, FATHER, TITULAR };

static town town_new(void)
{
    town t = {arena_new(), {0}, NULL};

    declare(&t, "rent_month", ENTITY_HOUSEHOLD, KIND_MONEY);
    declare(&t, "birth_date", ENTITY_PERSON, KIND_DATE);
    declare(&t, "wage_net_month", ENTITY_PERSON, KIND_MONEY);
    declare(&t, "stay", ENTITY_PERSON, KIND_WORD);
    declare(&t, "first_name", ENTITY_PERSON, KIND_TEXT);
    declare(&t, "partner_id", ENTITY_PERSON, KIND_PERSON);
    declare(&t, "mother_id", ENTITY_PERSON, KIND_PERSON);
    declare(&t, "father_id", ENTITY_PERSON, KIND_PERSON);
    declare(&t, "titular_id", ENTITY_PERSON, KIND_PERSON);
    return t;
}

static void town_start(town *t)
{
    t->p = people_new(&t->facts);
}

static void town_free(town *t)
{
    people_free(t->p);
    arena_free(t->memory);
}

/* A person of household "h", with links given as ids or "". */
static void join(town *t, const char *id, const char *partner, const char *mother, const char *father)
{
    uint32_t row = 0;

    CHECK_INT(people_add_person(t->p, T(id), T("h"), &row), ROW_OK);
    CHECK_INT(people_set_text(t->p, row, PARTNER, T(partner)), 0);
    CHECK_INT(people_set_text(t->p, row, MOTHER, T(mother)), 0);
    CHECK_INT(people_set_text(t->p, row, FATHER, T(father)), 0);
}

static void finish(town *t)
{
    failure e = {0};

    CHECK_INT(people_finish(t->p, &e), AYANT_OK);
}

/* What b is to a, as a word; "" when unknown. */
static const char *kin(const town *t, const char *a, const char *b)
{
    int64_t row = people_find(t->p, T(a)), other = people_find(t->p, T(b));

    if (row < 0 || other < 0)
        return "nobody";
    for (uint32_t i = t->p->others.first[row]; i < t->p->others.first[row + 1]; i++)
        if (t->p->others.other[i] == (uint32_t)other)
            return t->p->kin[i] == CELL_UNKNOWN ? "" : kinship_words[t->p->kin[i]];
    return "apart";
}

static const char *household_with(town *t)
{
    uint32_t row;

    town_start(t);
    CHECK_INT(people_add_household(t->p, T("h"), &row), ROW_OK);
    return "h";
}

static void facts_are_found_by_name(void)
{
    arena *a = arena_new();
    dictionary d = {0};
    char name[16];

    CHECK_INT(dictionary_find(&d, "x"), -1);
    for (int i = 0; i < 200; i++) {
        fact f = {.entity = i % 2 ? ENTITY_PERSON : ENTITY_HOUSEHOLD};

        snprintf(name, sizeof name, "fact_%d", i);
        f.name = arena_text(a, name);
        f.read_as = i == 7 ? "seven" : f.name;
        CHECK_INT(dictionary_add(&d, a, &f), i);
    }
    CHECK_INT(dictionary_find(&d, "fact_0"), 0);
    CHECK_INT(dictionary_find(&d, "fact_199"), 199);
    CHECK_INT(dictionary_find(&d, "fact_200"), -1);
    CHECK_INT(dictionary_find_read(&d, ENTITY_PERSON, "seven"), 7);
    CHECK_INT(dictionary_find_read(&d, ENTITY_HOUSEHOLD, "seven"), -1);
    CHECK_INT(dictionary_find_read(&d, ENTITY_PERSON, "fact_7"), -1);
    arena_free(a);
}

static const char *reads(const fact *f, const char *written, int comma)
{
    static char out[64];
    cell value = 12345;
    const char *reason = fact_read(f, T(written), comma, &value);

    if (reason) {
        CHECK_INT(value, 12345);
        return reason;
    }
    fact_print(f, value, out, sizeof out);
    return out;
}

static void amounts_are_never_guessed(void)
{
    fact f = {.kind = KIND_MONEY, .per = PERIOD_MONTH, .least = 0, .most = 500000};

    CHECK_TEXT(reads(&f, "1234.56", 0), "1234.56");
    CHECK_TEXT(reads(&f, " 1234.5 ", 0), "1234.50");
    CHECK_TEXT(reads(&f, "0", 0), "0.00");
    CHECK_TEXT(reads(&f, "", 0), "");
    CHECK_TEXT(reads(&f, "1 234.56", 0), "1234.56");
    CHECK_TEXT(reads(&f,
                     "1\xc2\xa0"
                     "234",
                     0),
               "1234.00");
    CHECK_TEXT(reads(&f,
                     "1\xe2\x80\xaf"
                     "234,50 \xe2\x82\xac",
                     1),
               "1234.50");
    CHECK_TEXT(reads(&f, "\xe2\x82\xac 12,5", 1), "12.50");
    CHECK_TEXT(reads(&f, "EUR 12", 1), "12.00");
    CHECK_TEXT(reads(&f, "1.234,56", 1), "1234.56");
    CHECK_TEXT(reads(&f, "1234,5", 1), "1234.50");
    CHECK_TEXT(reads(&f, "1.234", 1), "1234.00");
    CHECK_TEXT(reads(&f, "1.234", 0), "not an amount: more than two decimals");
    CHECK_TEXT(reads(&f, "1166.66666666667", 0), "1166.67"); /* what a spreadsheet computes */
    CHECK_TEXT(reads(&f, "1166,6649", 1), "1166.66");
    CHECK_TEXT(reads(&f, "1166,665000001", 1), "1166.67");
    CHECK_TEXT(reads(&f, "1.000", 0), "not an amount: more than two decimals");
    CHECK_TEXT(reads(&f, "1234,56", 0), "not an amount");
    CHECK_TEXT(reads(&f, "1234.56", 1), "not an amount");
    CHECK_TEXT(reads(&f, "1.23,45", 1), "not an amount");
    CHECK_TEXT(reads(&f, "1.2345", 1), "not an amount");
    CHECK_TEXT(reads(&f, "1 2.345", 1), "not an amount");
    CHECK_TEXT(reads(&f, "1,2,3", 1), "not an amount");
    CHECK_TEXT(reads(&f, "12.", 0), "not an amount");
    CHECK_TEXT(reads(&f, ".5", 0), "not an amount");
    CHECK_TEXT(reads(&f, "EUR", 0), "not an amount");
    CHECK_TEXT(reads(&f, "1e3", 0), "not an amount");
    CHECK_TEXT(reads(&f, "-1", 0), "below the least allowed");
    CHECK_TEXT(reads(&f, "5000.00", 0), "5000.00");
    CHECK_TEXT(reads(&f, "5000.01", 0), "above the most allowed");
    CHECK_TEXT(reads(&f, "99999999999999999999999999999999999999999999", 0), "not an amount");
    CHECK_TEXT(reads(&f, "9999999999999999", 0), "not an amount");
    f.most = 0;
    CHECK_TEXT(reads(&f, "100000", 0), "100000.00");
    CHECK_TEXT(reads(&f, "100000.01", 0), "above the most allowed");
}

static void other_kinds_are_read(void)
{
    fact number = {.kind = KIND_NUMBER},
         whole = {.kind = KIND_NUMBER, .whole = 1, .least = 0, .most = 120000};
    fact truth = {.kind = KIND_TRUTH}, date = {.kind = KIND_DATE}, word = {.kind = KIND_WORD};
    cell value = 0;

    word.words = stay_words;
    word.word_count = 3;
    CHECK_TEXT(reads(&number, "1.125", 0), "1.125");
    CHECK_TEXT(reads(&number, "1,5", 1), "1.5");
    CHECK_TEXT(reads(&number, "1.1255", 0), "not a number: more than three decimals");
    CHECK_TEXT(reads(&number, "2000001", 0), "above the most allowed");
    CHECK_TEXT(reads(&whole, "12", 0), "12");
    CHECK_TEXT(reads(&whole, "12.0", 0), "12");
    CHECK_TEXT(reads(&whole, "12.5", 0), "not a whole number");
    CHECK_TEXT(reads(&whole, "1.000", 0), "not a whole number");
    CHECK_TEXT(reads(&whole, "121", 0), "above the most allowed");
    CHECK_TEXT(reads(&truth, "OUI", 0), "yes");
    CHECK_TEXT(reads(&truth, "onwaar", 0), "no");
    CHECK_TEXT(reads(&truth, "neen", 0), "no");
    CHECK_TEXT(reads(&truth, "0", 0), "no");
    CHECK_TEXT(reads(&truth, "perhaps", 0), "not yes or no");
    CHECK_TEXT(reads(&date, "2024-02-29", 0), "2024-02-29");
    CHECK_TEXT(reads(&date, "29/02/2024", 0), "2024-02-29");
    CHECK_TEXT(reads(&date, "29/02/2023", 0), "not a date that exists, or not within 1870 to 2199");
    CHECK_TEXT(reads(&date, "01/02/23", 0), "not a date: the year needs four digits");
    CHECK_TEXT(reads(&date, "soon", 0), "not a date: write YYYY-MM-DD or DD/MM/YYYY");
    CHECK_TEXT(reads(&word, "REFUGEE", 0), "Refugee");
    CHECK_TEXT(reads(&word, "mars", 0), "not a word of this fact");
    CHECK(fact_read(&truth, T("  "), 0, &value) == NULL && value == CELL_UNKNOWN);
}

static void rows_are_refused_with_a_reason(void)
{
    town t = town_new();
    char id[16];
    uint32_t row;

    household_with(&t);
    CHECK_INT(people_add_household(t.p, T("h"), &row), ROW_DUPLICATE);
    CHECK_INT(people_add_household(t.p, T(""), &row), ROW_NO_HOUSEHOLD);
    CHECK_INT(people_add_person(t.p, T(""), T("h"), &row), ROW_NO_ID);
    CHECK_INT(people_add_person(t.p, T("a"), T(""), &row), ROW_NO_HOUSEHOLD);
    CHECK_INT(people_add_person(t.p, T("a"), T("x"), &row), ROW_HOUSEHOLD_UNKNOWN);
    for (int i = 0; i < LIMIT_HOUSEHOLD; i++) {
        snprintf(id, sizeof id, "p%d", i);
        CHECK_INT(people_add_person(t.p, T(id), T("h"), &row), ROW_OK);
    }
    CHECK_INT(people_add_person(t.p, T("p3"), T("h"), &row), ROW_DUPLICATE);
    CHECK_INT(people_add_person(t.p, T("more"), T("h"), &row), ROW_HOUSEHOLD_FULL);
    CHECK_INT(people_add_household(t.p, T("g"), &row), ROW_OK);
    CHECK_INT(people_add_person(t.p, T("q"), T("g"), &row), ROW_OK);
    CHECK_INT(people_add_relation(t.p, T("p1"), T("p1"), KIN_SIBLING), ROW_SAME_PERSON);
    CHECK_INT(people_add_relation(t.p, T("p1"), T("z"), KIN_SIBLING), ROW_PERSON_UNKNOWN);
    CHECK_INT(people_add_relation(t.p, T("p1"), T("q"), KIN_SIBLING), ROW_OTHER_HOUSEHOLD);
    CHECK_INT(people_add_relation(t.p, T("p0"), T("p63"), KIN_OTHER_RELATIVE), ROW_OK);
    finish(&t);
    CHECK_INT(t.p->persons, 65);
    CHECK_INT(t.p->others.pairs, 64 * 63);
    CHECK_TEXT(kin(&t, "p63", "p0"), "other_relative");
    CHECK_TEXT(kin(&t, "p1", "p0"), "");
    town_free(&t);
}

static void people_are_grouped_in_order(void)
{
    town t = town_new();
    uint32_t row;

    town_start(&t);
    people_add_household(t.p, T("h1"), &row);
    people_add_household(t.p, T("empty"), &row);
    people_add_household(t.p, T("h2"), &row);
    people_set(t.p, row, RENT, 65000);
    people_add_person(t.p, T("c"), T("h2"), &row);
    people_set(t.p, row, WAGE, 100);
    people_add_person(t.p, T("a"), T("h1"), &row);
    people_set_text(t.p, row, NAME, T("Ana"));
    people_add_person(t.p, T("d"), T("h2"), &row);
    people_add_person(t.p, T("b"), T("h1"), &row);
    people_set(t.p, row, WAGE, 200);
    CHECK_INT(people_find(t.p, T("b")), 3);
    finish(&t);
    CHECK_INT(people_find(t.p, T("a")), 0);
    CHECK_INT(people_find(t.p, T("b")), 1);
    CHECK_INT(people_find(t.p, T("c")), 2);
    CHECK_INT(people_find(t.p, T("z")), -1);
    CHECK_INT(t.p->first[1], 2);
    CHECK_INT(t.p->first[2], 2);
    CHECK_INT(t.p->first[3], 4);
    CHECK_INT(t.p->position[2], 0);
    CHECK_INT(t.p->household_of[3], 2);
    CHECK_TEXT(t.p->person_id[3], "d");
    CHECK_TEXT(t.p->household_id[1], "empty");
    CHECK_INT(people_cell(t.p, WAGE, 1), 200);
    CHECK_INT(people_cell(t.p, WAGE, 2), 100);
    CHECK_INT(people_cell(t.p, WAGE, 3), CELL_UNKNOWN);
    CHECK_INT(people_cell(t.p, BIRTH, 3), CELL_UNKNOWN);
    CHECK_INT(people_cell(t.p, RENT, 0), CELL_UNKNOWN);
    CHECK_INT(people_cell(t.p, RENT, 2), 65000);
    CHECK_TEXT(t.p->texts[NAME][0], "Ana");
    CHECK(t.p->texts[NAME][1] == NULL);
    town_free(&t);
}

static void links_become_rows(void)
{
    town t = town_new();
    uint32_t row;

    household_with(&t);
    join(&t, "a", "b", "", "");
    join(&t, "b", "", "elsewhere", "b");
    people_set_text(t.p, 0, TITULAR, T("a"));
    people_add_household(t.p, T("g"), &row);
    people_add_person(t.p, T("c"), T("g"), &row);
    people_set_text(t.p, row, TITULAR, T("a"));
    people_set(t.p, row, MOTHER, LINK_NONE);
    finish(&t);
    CHECK_INT(people_cell(t.p, PARTNER, 0), 1);
    CHECK_INT(people_cell(t.p, PARTNER, 1), 0); /* said by one side, true for both */
    CHECK_INT(people_cell(t.p, PARTNER, 2), CELL_UNKNOWN);
    CHECK_INT(people_cell(t.p, MOTHER, 1), LINK_OUTSIDE);
    CHECK_INT(people_cell(t.p, MOTHER, 2), LINK_NONE);
    CHECK_INT(people_cell(t.p, FATHER, 1), CELL_UNKNOWN); /* nobody is their own father */
    CHECK_INT(people_cell(t.p, TITULAR, 0), 0);           /* but one may be one's own titular */
    CHECK_INT(people_cell(t.p, TITULAR, 2), LINK_OUTSIDE);
    town_free(&t);
}

static void kinship_follows_links(void)
{
    town t = town_new();

    household_with(&t);
    join(&t, "great", "", "", "");
    join(&t, "gran", "grandpa", "great", "");
    join(&t, "grandpa", "", "", "");
    join(&t, "mum", "dad", "gran", "");
    join(&t, "dad", "", "", "");
    join(&t, "kid", "spouse", "mum", "dad");
    join(&t, "half", "", "", "dad");
    join(&t, "spouse", "", "", "");
    join(&t, "lodger", "", "", "");
    finish(&t);
    CHECK_TEXT(kin(&t, "mum", "dad"), "partner");
    CHECK_TEXT(kin(&t, "dad", "mum"), "partner");
    CHECK_TEXT(kin(&t, "kid", "mum"), "parent");
    CHECK_TEXT(kin(&t, "mum", "kid"), "child");
    CHECK_TEXT(kin(&t, "kid", "gran"), "grandparent");
    CHECK_TEXT(kin(&t, "kid", "great"), "grandparent");
    CHECK_TEXT(kin(&t, "great", "kid"), "grandchild");
    CHECK_TEXT(kin(&t, "kid", "half"), "sibling");
    CHECK_TEXT(kin(&t, "half", "kid"), "sibling");
    CHECK_TEXT(kin(&t, "dad", "gran"), "parent_of_partner");
    CHECK_TEXT(kin(&t, "gran", "dad"), "partner_of_child");
    CHECK_TEXT(kin(&t, "mum", "half"), "child_of_partner");
    CHECK_TEXT(kin(&t, "half", "mum"), "partner_of_parent");
    CHECK_TEXT(kin(&t, "mum", "grandpa"), "partner_of_parent");
    CHECK_TEXT(kin(&t, "gran", "spouse"), "partner_of_grandchild");
    CHECK_TEXT(kin(&t, "spouse", "gran"), "grandparent_of_partner");
    CHECK_TEXT(kin(&t, "grandpa", "kid"), "grandchild_of_partner");
    CHECK_TEXT(kin(&t, "kid", "lodger"), "");
    town_free(&t);
}

static void kinship_follows_rows(void)
{
    town t = town_new();

    household_with(&t);
    join(&t, "old", "", "", "");
    join(&t, "mum", "", "", "");
    join(&t, "kid", "", "mum", "");
    join(&t, "in_law", "", "", "");
    join(&t, "brother", "", "away", "");
    join(&t, "sister", "", "", "away");
    people_add_relation(t.p, T("old"), T("mum"), KIN_GRANDPARENT);
    people_add_relation(t.p, T("in_law"), T("mum"), KIN_PARENT_IN_LAW);
    people_add_relation(t.p, T("kid"), T("mum"), KIN_UNRELATED); /* the link wins */
    people_add_relation(t.p, T("kid"), T("sister"), KIN_UNRELATED);
    people_add_relation(t.p, T("kid"), T("brother"), KIN_OTHER_RELATIVE);
    people_add_relation(t.p, T("brother"), T("kid"), KIN_UNRELATED);
    finish(&t);
    CHECK_TEXT(kin(&t, "mum", "old"), "grandparent");
    CHECK_TEXT(kin(&t, "old", "kid"), "grandchild"); /* a grandparent of the parent */
    CHECK_TEXT(kin(&t, "mum", "in_law"), "parent_in_law");
    CHECK_TEXT(kin(&t, "in_law", "mum"), "child_in_law");
    CHECK_TEXT(kin(&t, "kid", "mum"), "parent");
    CHECK_TEXT(kin(&t, "sister", "kid"), "unrelated");
    CHECK_TEXT(kin(&t, "brother", "kid"), "other_relative");
    CHECK_TEXT(kin(&t, "brother", "sister"), "sibling"); /* one parent who lives elsewhere */
    town_free(&t);
}

static void contradictions_end(void)
{
    town t = town_new();

    household_with(&t);
    join(&t, "a", "a", "b", "c");
    join(&t, "b", "c", "c", "a");
    join(&t, "c", "a", "a", "b");
    people_add_relation(t.p, T("a"), T("b"), KIN_GRANDPARENT);
    people_add_relation(t.p, T("b"), T("a"), KIN_GRANDPARENT);
    finish(&t);
    CHECK_TEXT(kin(&t, "a", "b"), "parent");
    CHECK_TEXT(kin(&t, "b", "a"), "parent");
    CHECK_TEXT(kin(&t, "b", "c"), "partner");
    CHECK_TEXT(kin(&t, "a", "c"), "partner");
    town_free(&t);
}

static size_t related(const town *t, relation_kind which, const char *id)
{
    relation r = {0};
    int64_t row = people_find(t->p, T(id));

    CHECK_INT(people_relation(t->p, which, t->memory, &r), 0);
    return r.first[row + 1] - r.first[row];
}

static void relations_are_runs_of_rows(void)
{
    town t = town_new();

    household_with(&t);
    join(&t, "gran", "", "", "");
    join(&t, "mum", "dad", "gran", "");
    join(&t, "dad", "", "", "");
    join(&t, "kid", "", "mum", "dad");
    join(&t, "kid2", "", "mum", "dad");
    join(&t, "aunt", "", "", "");
    people_add_relation(t.p, T("aunt"), T("dad"), KIN_PARENT_IN_LAW);
    finish(&t);
    CHECK_INT(related(&t, RELATION_OTHERS, "mum"), 5);
    CHECK_INT(related(&t, RELATION_CHILDREN, "mum"), 2);
    CHECK_INT(related(&t, RELATION_PARENTS, "kid2"), 2);
    CHECK_INT(related(&t, RELATION_SIBLINGS, "kid"), 1);
    CHECK_INT(related(&t, RELATION_ASCENDANTS, "kid"), 3);
    CHECK_INT(related(&t, RELATION_DESCENDANTS, "gran"), 3);
    CHECK_INT(related(&t, RELATION_PARENTS_IN_LAW, "dad"), 2);
    CHECK_INT(related(&t, RELATION_CHILDREN_IN_LAW, "gran"), 1);
    CHECK_INT(related(&t, RELATION_CHILDREN, "kid"), 0);
    town_free(&t);
}

static void nobody_is_a_population_too(void)
{
    town t = town_new();

    town_start(&t);
    CHECK_INT(people_find(t.p, T("a")), -1);
    finish(&t);
    CHECK_INT(t.p->persons, 0);
    CHECK_INT(t.p->first[0], 0);
    CHECK_INT(people_find(t.p, T("a")), -1);
    people_free(NULL);
    town_free(&t);
}

static void declarations_are_found(void)
{
    parameter parameters[] = {{.name = "a"}, {.name = "b"}};
    rulebook r = {.parameters = parameters, .parameter_count = 2};

    CHECK_INT(rulebook_parameter(&r, "b"), 1);
    CHECK_INT(rulebook_parameter(&r, "c"), -1);
    CHECK_INT(rulebook_variable(&r, "a"), -1);
    CHECK_INT(rulebook_right(&r, NULL), -1);
    CHECK_INT(rulebook_source(&r, "a"), -1);
}

int main(void)
{
    RUN(facts_are_found_by_name);
    RUN(amounts_are_never_guessed);
    RUN(other_kinds_are_read);
    RUN(rows_are_refused_with_a_reason);
    RUN(people_are_grouped_in_order);
    RUN(links_become_rows);
    RUN(kinship_follows_links);
    RUN(kinship_follows_rows);
    RUN(contradictions_end);
    RUN(relations_are_runs_of_rows);
    RUN(nobody_is_a_population_too);
    RUN(declarations_are_found);
    return check_end();
}
