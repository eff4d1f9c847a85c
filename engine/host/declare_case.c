/*
 * case "title" { ... }: made-up people and what they must be told.
 *
 * Values are kept as a file would hold them, after the same reading a file
 * gets, so that a case cannot say what no file could.
 */
#include <stdio.h>
#include <string.h>
#include "room.h"
#include "values.h"

/* Room for the lists of one case while it is read. */
typedef struct reading {
    subject s;
    rule_case c;
    size_t value_capacity, expectation_capacity;
} reading;

static int unknown_fact(lua_State *L, const reading *r, const char *key, entity whose)
{
    const dictionary *facts = &host_of(L)->rules->facts;
    int other = dictionary_find(facts, key);
    char hint[160];
    guess g;

    if (other >= 0)
        stop_at(L, place_of_text(L, r->s.at, key), "R17",
                "fact '%s' in case '%s' belongs to the %s: write it there", key, r->s.name,
                whose == ENTITY_PERSON ? "household" : "persons");
    guess_start(&g, key);
    for (size_t i = 0; i < facts->count; i++)
        if (facts->facts[i].entity == whose)
            guess_try(&g, facts->facts[i].name);
    if (whose == ENTITY_PERSON) {
        guess_try(&g, "expect");
        guess_try(&g, "id");
    }
    stop_at(L, place_of_text(L, r->s.at, key), "R17", "'%s' in case '%s' is not a fact of a %s%s", key,
            r->s.name, whose == ENTITY_PERSON ? "person" : "household", guess_hint(&g, hint));
}

/* The value is on the top of the stack. */
static void read_one_value(lua_State *L, reading *r, int row, const char *key)
{
    const dictionary *facts = &host_of(L)->rules->facts;
    entity whose = row < 0 ? ENTITY_HOUSEHOLD : ENTITY_PERSON;
    int index = dictionary_find(facts, key);
    const char *written = scalar_text(L, -1);
    case_value *value;

    if (index < 0 || facts->facts[index].entity != whose)
        unknown_fact(L, r, key, whose);
    if (!written)
        stop_at(L, place_of_text(L, r->s.at, key), "R13",
                "%s in case '%s' is %s: write a value, or leave it out when it is unknown", key, r->s.name,
                value_name(L, -1));
    if (facts->facts[index].kind != KIND_TEXT && facts->facts[index].kind != KIND_PERSON && written[0])
        cell_of_text(L, &r->s, &facts->facts[index], key, written);
    room_for(L, &r->c.values, &r->value_capacity, r->c.value_count + 1, sizeof *r->c.values);
    value = &r->c.values[r->c.value_count++];
    value->row = row;
    value->fact = index;
    value->text = written;
}

static void read_expected(lua_State *L, reading *r, const char *key, case_expectation *e)
{
    int value = lua_gettop(L);

    if (lua_istable(L, value)) {
        if (lua_rawlen(L, value) != 2)
            stop_at(
                L, e->at, "R13",
                "the range expected of '%s' in case '%s' must have two ends: write { \"0.00\", \"12.00\" }",
                key, r->s.name);
        lua_rawgeti(L, value, 1);
        lua_rawgeti(L, value, 2);
        e->value = scalar_text(L, -2);
        e->value_high = scalar_text(L, -1);
        if (!e->value_high)
            e->value = NULL;
        lua_settop(L, value);
    } else {
        e->value = scalar_text(L, value);
    }
    if (!e->value)
        stop_at(
            L, e->at, "R13",
            "what case '%s' expects of '%s' is %s: write \"yes\", \"770.37\", a word, or two ends of a range",
            r->s.name, key, value_name(L, value));
}

/* The table of expectations is on the top of the stack. */
static void read_expectations(lua_State *L, reading *r, int row)
{
    int table = lua_gettop(L);
    const char **keys;
    size_t count;

    if (lua_isnil(L, table))
        return;
    if (!lua_istable(L, table))
        stop_at(L, r->s.at, "R13", "expect of case '%s' is %s: write expect = { ris = \"yes\" }", r->s.name,
                value_name(L, table));
    keys = sorted_keys(L, table, &r->s, &count);
    for (size_t i = 0; i < count; i++) {
        case_expectation e = {0};

        e.row = row;
        e.key = keep_text(L, keys[i]);
        e.at = place_of_text(L, r->s.at, keys[i]);
        lua_getfield(L, table, keys[i]);
        read_expected(L, r, e.key, &e);
        lua_pop(L, 1);
        room_for(L, &r->c.expectations, &r->expectation_capacity, r->c.expectation_count + 1, sizeof e);
        r->c.expectations[r->c.expectation_count++] = e;
    }
    lua_settop(L, table);
}

/* The table of a person (row >= 0) or of the household (-1) is on the top of the stack. */
static void read_record(lua_State *L, reading *r, int row)
{
    int table = lua_gettop(L);
    const char **keys;
    size_t count;

    keys = sorted_keys(L, table, &r->s, &count);
    for (size_t i = 0; i < count; i++) {
        lua_getfield(L, table, keys[i]);
        if (row >= 0 && strcmp(keys[i], "expect") == 0)
            read_expectations(L, r, row);
        else if (row < 0 || strcmp(keys[i], "id") != 0)
            read_one_value(L, r, row, keys[i]);
        lua_settop(L, table + 1);
    }
    lua_settop(L, table);
}

static void read_ids(lua_State *L, reading *r, int persons)
{
    r->c.person_ids = keep_array(L, (size_t)r->c.person_count, sizeof *r->c.person_ids);
    for (int i = 0; i < r->c.person_count; i++) {
        if (lua_rawgeti(L, persons, i + 1) != LUA_TTABLE)
            stop_at(L, r->s.at, "R13", "person %d of case '%s' is %s: write { birth_date = \"...\", ... }",
                    i + 1, r->s.name, value_name(L, -1));
        if (lua_getfield(L, -1, "id") == LUA_TSTRING && lua_tostring(L, -1)[0])
            r->c.person_ids[i] = keep_string(L, -1);
        else if (!lua_isnil(L, -1))
            stop_at(L, r->s.at, "R13", "the id of person %d of case '%s' is %s: write id = \"p%d\"", i + 1,
                    r->s.name, value_name(L, -1), i + 1);
        else if (!(r->c.person_ids[i] = arena_print(host_of(L)->memory, "p%d", i + 1)))
            stop_memory(L);
        lua_pop(L, 2);
        for (int j = 0; j < i; j++)
            if (strcmp(r->c.person_ids[j], r->c.person_ids[i]) == 0)
                stop_at(L, r->s.at, "R01", "two persons of case '%s' are called '%s'", r->s.name,
                        r->c.person_ids[i]);
    }
}

static void read_persons(lua_State *L, reading *r)
{
    if (lua_getfield(L, 1, "persons") != LUA_TTABLE || lua_rawlen(L, -1) == 0)
        stop_at(L, r->s.at, "R13",
                "case '%s' has no persons: write persons = { { birth_date = \"1957-01-01\", ... } }",
                r->s.name);
    if (lua_rawlen(L, -1) > 64)
        stop_at(L, r->s.at, "R13", "case '%s' has more than 64 persons", r->s.name);
    r->c.person_count = (int)lua_rawlen(L, -1);
    read_ids(L, r, lua_gettop(L));
    for (int i = 0; i < r->c.person_count; i++) {
        lua_rawgeti(L, -1, i + 1);
        read_record(L, r, i);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (lua_getfield(L, 1, "household") == LUA_TTABLE)
        read_record(L, r, -1);
    else if (!lua_isnil(L, -1))
        stop_at(L, r->s.at, "R13", "household of case '%s' is %s: write household = { shares_budget = true }",
                r->s.name, value_name(L, -1));
    lua_pop(L, 1);
}

static int person_of(lua_State *L, const reading *r, int index)
{
    const char *id = lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : "?";

    for (int i = 0; i < r->c.person_count; i++)
        if (strcmp(r->c.person_ids[i], id) == 0)
            return i;
    stop_at(L, place_of_text(L, r->s.at, "relations"), "R17",
            "'%s' in relations of case '%s' is not the id of one of its persons: ids are p1, p2, ... unless "
            "given",
            id, r->s.name);
}

static void read_relations(lua_State *L, reading *r)
{
    static const char *const words[] = {"grandparent", "grandchild",     "parent_in_law", "child_in_law",
                                        "sibling",     "other_relative", "unrelated",     NULL};
    place at = place_of_text(L, r->s.at, "relations");
    int table;

    if (lua_getfield(L, 1, "relations") == LUA_TNIL)
        return;
    table = lua_gettop(L);
    if (!lua_istable(L, table))
        stop_at(L, at, "R13",
                "relations of case '%s' is %s: write relations = { { \"p1\", \"p2\", \"grandparent\" } }",
                r->s.name, value_name(L, table));
    r->c.relation_count = lua_rawlen(L, table);
    r->c.relations = keep_array(L, r->c.relation_count, sizeof *r->c.relations);
    for (size_t i = 0; i < r->c.relation_count; i++) {
        case_relation *one = &r->c.relations[i];
        const char *word = NULL;
        char hint[160] = "";

        if (lua_rawgeti(L, table, (lua_Integer)i + 1) != LUA_TTABLE)
            stop_at(L, at, "R13",
                    "relation %zu of case '%s' is not a table: write { \"p1\", \"p2\", \"grandparent\" }",
                    i + 1, r->s.name);
        for (int part = 1; part <= 3; part++)
            lua_rawgeti(L, table + 1, part);
        one->a = person_of(L, r, table + 2);
        one->b = person_of(L, r, table + 3);
        if (lua_type(L, table + 4) == LUA_TSTRING)
            word = lua_tostring(L, table + 4);
        for (int w = 0; word && words[w] && !one->word; w++)
            if (strcmp(words[w], word) == 0)
                one->word = words[w];
        if (!one->word)
            stop_at(L, at, "R15",
                    "\"%s\" in relations of case '%s' is not a relation: write grandparent, grandchild, "
                    "parent_in_law, "
                    "child_in_law, sibling, other_relative or unrelated%s",
                    word ? word : value_name(L, table + 4), r->s.name,
                    word ? guess_list(word, words, hint) : "");
        lua_settop(L, table);
    }
    lua_pop(L, 1);
}

static int declare_case(lua_State *L)
{
    static const char *const keys[] = {"on",        "cites",     "strict", "persons",
                                       "household", "relations", "expect", NULL};
    rulebook *rules = host_of(L)->rules;
    reading r = {0};
    size_t index = 0;

    r.s = declared(L, "case");
    if (!r.s.name[0])
        stop_at(L, r.s.at, "R14", "a case has no title: say who it is about");
    need_keys(L, 1, &r.s, keys);
    r.c.title = r.s.name;
    r.c.at = r.s.at;
    r.c.cites = field_text(L, 1, &r.s, "cites", 0);
    r.c.on = field_day(L, 1, &r.s, "on");
    r.c.strict = field_truth(L, 1, &r.s, "strict");
    read_persons(L, &r);
    read_relations(L, &r);
    lua_getfield(L, 1, "expect");
    read_expectations(L, &r, 0);
    lua_pop(L, 1);
    if (!r.c.expectation_count)
        stop_at(L, r.s.at, "R13", "case '%s' expects nothing: write expect = { ris = \"yes\" }", r.s.name);
    while (index < rules->case_count && strcmp(rules->cases[index].title, r.c.title) != 0)
        index++;
    if (index < rules->case_count) {
        declared_again(L, &r.s, rules->cases[index].at);
    } else {
        room_for(L, &rules->cases, &rules->case_capacity, rules->case_count + 1, sizeof *rules->cases);
        rules->case_count++;
    }
    rules->cases[index] = r.c;
    return 0;
}

int run_case(lua_State *L)
{
    return curry(L, "case", declare_case);
}

/* ---- once everything is loaded ---- */

/* What a case may expect of a right, after its name and a point. */
static const char *const right_parts[] = {"amount_low", "amount_high", "finding", "route",
                                          "certainty",  "missing",     NULL};

static int is_right_part(const char *part)
{
    for (int i = 0; right_parts[i]; i++)
        if (strcmp(right_parts[i], part) == 0)
            return 1;
    return 0;
}

static void check_expectation(lua_State *L, const rule_case *c, const case_expectation *e)
{
    static const char *const truths[] = {"yes", "no", "unknown", NULL};
    const rulebook *r = host_of(L)->rules;
    const char *point = strrchr(e->key, '.');
    char hint[160], name[160];
    guess g;

    if (rulebook_variable(r, e->key) >= 0)
        return;
    if (rulebook_right(r, e->key) >= 0) {
        if (e->value_high ||
            (strcmp(e->value, "yes") && strcmp(e->value, "no") && strcmp(e->value, "unknown")))
            stop_at(L, e->at, "R15", "case '%s' expects \"%s\" of right '%s': write yes, no or unknown%s",
                    c->title, e->value, e->key, guess_list(e->value, truths, hint));
        return;
    }
    if (point && is_right_part(point + 1) && (size_t)(point - e->key) < sizeof name) {
        snprintf(name, sizeof name, "%.*s", (int)(point - e->key), e->key);
        if (rulebook_right(r, name) >= 0) {
            if (strcmp(point, ".missing") == 0 && dictionary_find(&r->facts, e->value) < 0)
                stop_at(L, e->at, "R17", "case '%s' expects '%s' to be missing: there is no such fact",
                        c->title, e->value);
            return;
        }
    }
    guess_start(&g, e->key);
    for (size_t i = 0; i < r->variable_count; i++)
        guess_try(&g, r->variables[i].name);
    for (size_t i = 0; i < r->right_count; i++)
        guess_try(&g, r->rights[i].name);
    stop_at(
        L, e->at, "R17",
        "case '%s' expects '%s', which is neither a variable, a right, nor amount_low, amount_high, finding, "
        "route, certainty or missing of a right%s",
        c->title, e->key, guess_hint(&g, hint));
}

void case_finish(lua_State *L)
{
    const rulebook *r = host_of(L)->rules;

    for (size_t i = 0; i < r->case_count; i++)
        for (size_t j = 0; j < r->cases[i].expectation_count; j++)
            check_expectation(L, &r->cases[i], &r->cases[i].expectations[j]);
}
