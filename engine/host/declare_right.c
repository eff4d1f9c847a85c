/*
 * variable "name" { ... } and right "name" { ... }: what is computed, and
 * what it opens. Names of other declarations are checked once all is loaded.
 */
#include <stdio.h>
#include <string.h>
#include "room.h"
#include "values.h"

/* ---- variables ---- */

static void read_variable_kind(lua_State *L, const subject *s, variable *v)
{
    static const char *const types[] = {"truth", "money", "number", "date", "word", "count", NULL};
    const char *type = field_text(L, 1, s, "type", 1);
    char hint[160];
    int type_at = 0;

    while (types[type_at] && strcmp(types[type_at], type) != 0)
        type_at++;
    if (!types[type_at])
        stop_at(L, place_of_text(L, s->at, "type"), "R13",
                "type of variable '%s' is \"%s\": write truth, money, number, count, date or word%s", s->name,
                type, guess_list(type, types, hint));
    v->whole = strcmp(type, "count") == 0;
    v->kind = v->whole ? KIND_NUMBER : (enum kind)type_at;
    v->per = field_period(L, 1, s, v->kind == KIND_MONEY);
    v->words = field_words(L, 1, s, "words", &v->word_count);
    if ((v->kind == KIND_WORD) != (v->word_count > 0))
        stop_at(L, s->at, "R13",
                v->kind == KIND_WORD
                    ? "variable '%s' is a word without words: write words = { \"...\", \"...\" }"
                    : "variable '%s' has words: only type = \"word\" has them",
                s->name);
}

static int declare_variable(lua_State *L)
{
    static const char *const keys[] = {"entity", "type", "per", "label", "law", "words", "formula", NULL};
    host *h = host_of(L);
    rulebook *r = h->rules;
    subject s = declared(L, "variable");
    variable v = {0};
    int index;

    need_name(L, &s, 1);
    need_keys(L, 1, &s, keys);
    v.name = s.name;
    v.at = s.at;
    v.entity = field_entity(L, 1, &s);
    read_variable_kind(L, &s, &v);
    v.label = field_label(L, 1, &s, "label", 0);
    v.law = field_law(L, 1, &s, "law");
    lua_getfield(L, 1, "formula");
    if (!(lua_isfunction(L, -1) && !lua_iscfunction(L, -1)) && !luaL_testudata(L, -1, OBJECT_HELPER))
        stop_at(L, place_of_text(L, s.at, "formula"), "R21",
                "formula of variable '%s' is %s: write formula = function(%s, param, on) return ... end",
                s.name, value_name(L, -1), v.entity == ENTITY_PERSON ? "person" : "household");
    index = rulebook_variable(r, v.name);
    if (index >= 0) {
        declared_again(L, &s, r->variables[index].at);
    } else {
        room_for(L, &r->variables, &r->variable_capacity, r->variable_count + 1, sizeof *r->variables);
        index = (int)r->variable_count++;
    }
    r->variables[index] = v;
    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.variables);
    lua_insert(L, -2);
    lua_rawseti(L, -2, index + 1);
    return 0;
}

int run_variable(lua_State *L)
{
    return curry(L, "variable", declare_variable);
}

/* ---- rights ---- */

/* The text at place `at` of the list on the top of the stack, kept. */
static const char *item_text(lua_State *L, const subject *s, int at, const char *form)
{
    const char *value;

    if (lua_rawgeti(L, -1, at) != LUA_TSTRING)
        stop_at(L, s->at, "R13", "%s of right '%s' has %s in place %d: write %s", s->what, s->name,
                value_name(L, -1), at, form);
    value = keep_string(L, -1);
    lua_pop(L, 1);
    return value;
}

/* Keys of a condition or a judged matter beside its numbered places. */
static void need_item_keys(lua_State *L, const subject *s, lua_Integer places, int when)
{
    static const char *const keys[] = {"fr", "nl", "en", "when", NULL};
    char hint[160];
    int table = lua_gettop(L);

    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
        int known =
            !name && lua_isinteger(L, -2) && lua_tointeger(L, -2) >= 1 && lua_tointeger(L, -2) <= places;

        for (int i = 0; name && keys[i]; i++)
            known |= strcmp(keys[i], name) == 0 && (when || strcmp(name, "when") != 0);
        if (!known)
            stop_at(L, name ? place_of_text(L, s->at, name) : s->at, "R04",
                    "'%s' is not a key of %s of right '%s'%s", name ? name : "a further value", s->what,
                    s->name, name ? guess_list(name, keys, hint) : "");
        if (name && lua_type(L, -1) != LUA_TSTRING)
            stop_at(L, s->at, "R13", "%s in %s of right '%s' is %s: write a text", name, s->what, s->name,
                    value_name(L, -1));
    }
}

static law_reference item_law(lua_State *L, const subject *s)
{
    law_reference law;

    lua_rawgeti(L, -1, 2);
    law = read_law(L, lua_gettop(L), s, "the second place");
    lua_pop(L, 1);
    return law;
}

/* Pushes the list under `key` and gives its length; -1 with nothing pushed when there is none. */
static int open_list(lua_State *L, const subject *s, const char *key, const char *form)
{
    if (lua_getfield(L, 1, key) == LUA_TNIL) {
        lua_pop(L, 1);
        return -1;
    }
    if (!lua_istable(L, -1))
        stop_at(L, place_of_text(L, s->at, key), "R13", "%s of right '%s' is %s: write %s", key, s->name,
                value_name(L, -1), form);
    return (int)lua_rawlen(L, -1);
}

static void open_item(lua_State *L, const subject *s, int at, const char *form)
{
    if (lua_rawgeti(L, -1, at) != LUA_TTABLE)
        stop_at(L, s->at, "R13", "%s of right '%s' has %s in place %d: write %s", s->what, s->name,
                value_name(L, -1), at, form);
}

static void read_conditions(lua_State *L, const subject *s, right *r)
{
    static const char form[] = "{ \"residence\", act \"art. 3\", \"ris.resident\" }";
    subject inner = {"conditions", s->name, place_of_text(L, s->at, "conditions")};
    int count =
        open_list(L, s, "conditions", "conditions = { { \"residence\", act \"art. 3\", \"ris.resident\" } }");

    if (count <= 0)
        stop_at(L, s->at, "R13", "right '%s' has no conditions: nobody can be told why", s->name);
    r->condition_count = (size_t)count;
    r->conditions = keep_array(L, r->condition_count, sizeof *r->conditions);
    for (int i = 0; i < count; i++) {
        condition *c = &r->conditions[i];

        open_item(L, &inner, i + 1, form);
        need_item_keys(L, &inner, 3, 0);
        c->id = item_text(L, &inner, 1, form);
        inner.at = place_of_text(L, s->at, c->id);
        c->law = item_law(L, &inner);
        c->variable = item_text(L, &inner, 3, form);
        c->label = read_label(L, -1);
        for (int j = 0; j < i; j++)
            if (strcmp(r->conditions[j].id, c->id) == 0)
                stop_at(L, inner.at, "R01", "condition '%s' of right '%s' is declared twice", c->id, s->name);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void read_judged(lua_State *L, const subject *s, right *r)
{
    static const char form[] = "{ \"work\", act \"art. 3\", fr = \"...\", nl = \"...\" }";
    subject inner = {"judged", s->name, place_of_text(L, s->at, "judged")};
    int count =
        open_list(L, s, "judged", "judged = { { \"work\", act \"art. 3\", fr = \"...\", nl = \"...\" } }");

    if (count < 0)
        return;
    r->judged_count = (size_t)count;
    r->judged = keep_array(L, r->judged_count, sizeof *r->judged);
    for (int i = 0; i < count; i++) {
        judged *j = &r->judged[i];

        open_item(L, &inner, i + 1, form);
        need_item_keys(L, &inner, 2, 1);
        j->id = item_text(L, &inner, 1, form);
        inner.at = place_of_text(L, s->at, j->id);
        j->law = item_law(L, &inner);
        j->label = read_label(L, -1);
        if (!j->label.fr && !j->label.nl)
            stop_at(L, inner.at, "R13",
                    "judged matter '%s' of right '%s' says nothing: write fr = \"...\", nl = \"...\"", j->id,
                    s->name);
        lua_getfield(L, -1, "when");
        j->when = keep_string(L, -1);
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
}

static void read_opens(lua_State *L, const subject *s, right *r)
{
    subject inner = {"opens", s->name, place_of_text(L, s->at, "opens")};
    int count = open_list(L, s, "opens", "opens = { \"bim\" }");

    if (count < 0)
        return;
    r->open_count = (size_t)count;
    r->opens = keep_array(L, r->open_count, sizeof *r->opens);
    for (int i = 0; i < count; i++)
        r->opens[i] = item_text(L, &inner, i + 1, "the name of a right");
    lua_pop(L, 1);
}

static int declare_right(lua_State *L)
{
    static const char *const keys[] = {"label",           "office",       "law",       "entity",
                                       "conditions",      "judged",       "amount",    "amount_low",
                                       "route",           "receives",     "pending",   "ended",
                                       "once_per_couple", "counted_when", "never_yes", "refer",
                                       "opens",           "sensitive",    "offer",     NULL};
    rulebook *r = host_of(L)->rules;
    subject s = declared(L, "right");
    right one = {0};
    int index;

    need_name(L, &s, 0);
    need_keys(L, 1, &s, keys);
    one.name = s.name;
    one.at = s.at;
    if (field_entity(L, 1, &s) != ENTITY_PERSON)
        stop_at(L, s.at, "R13",
                "entity of right '%s' is \"household\": rights belong to a person, write entity = \"person\"",
                s.name);
    one.label = field_label(L, 1, &s, "label", 0);
    one.office = field_label(L, 1, &s, "office", 0);
    one.offer = field_label(L, 1, &s, "offer", 0);
    one.law = field_law(L, 1, &s, "law");
    read_conditions(L, &s, &one);
    read_judged(L, &s, &one);
    read_opens(L, &s, &one);
    one.amount = field_text(L, 1, &s, "amount", 0);
    one.amount_low = field_text(L, 1, &s, "amount_low", 0);
    one.route = field_text(L, 1, &s, "route", 0);
    one.receives = field_text(L, 1, &s, "receives", 0);
    one.pending = field_text(L, 1, &s, "pending", 0);
    one.ended = field_text(L, 1, &s, "ended", 0);
    one.once_per_couple = field_text(L, 1, &s, "once_per_couple", 0);
    one.counted_when = field_text(L, 1, &s, "counted_when", 0);
    one.never_yes = field_text(L, 1, &s, "never_yes", 0);
    one.refer = field_text(L, 1, &s, "refer", 0);
    one.sensitive = field_truth(L, 1, &s, "sensitive");
    index = rulebook_right(r, one.name);
    if (index >= 0) {
        declared_again(L, &s, r->rights[index].at);
    } else {
        room_for(L, &r->rights, &r->right_capacity, r->right_count + 1, sizeof *r->rights);
        index = (int)r->right_count++;
    }
    r->rights[index] = one;
    return 0;
}

int run_right(lua_State *L)
{
    return curry(L, "right", declare_right);
}
