/*
 * Declaring: the words that take a name, then a table; sources and helpers,
 * which can be taken up again by name.
 *
 * A source or a helper is one object for each name, so a file may hold it
 * before an overlay replaces what it stands for.
 */
#include <string.h>
#include "room.h"
#include "values.h"

int curry(lua_State *L, const char *what, lua_CFunction body)
{
    host *h = host_of(L);

    if (!h->loading)
        stop(L, "R18", "%s declares: it cannot stand inside a formula", what);
    if (lua_type(L, 1) != LUA_TSTRING || lua_gettop(L) != 1)
        stop(L, "R18", "%s takes a name, then a table: write %s \"name\" { ... }", what, what);
    h->open_count++;
    h->open.what = what;
    h->open.name = keep_string(L, 1);
    h->open.at = place_here(L);
    lua_pushcclosure(L, body, 1);
    return 1;
}

subject declared(lua_State *L, const char *what)
{
    host *h = host_of(L);
    subject s;

    if (!h->loading)
        stop(L, "R18", "%s declares: it cannot stand inside a formula", what);
    s.what = what;
    s.name = keep_string(L, lua_upvalueindex(1));
    s.at = place_here(L);
    /* each declaration looks through those before it */
    charge(L, (int64_t)(h->rules->variable_count + h->rules->parameter_count + h->rules->case_count) / 8);
    if (h->open_count)
        h->open_count--;
    if (!lua_istable(L, 1) || lua_gettop(L) != 1)
        stop_at(L, s.at, "R18", "%s '%s' is followed by %s: write %s \"%s\" { ... }", what, s.name,
                value_name(L, 1), what, s.name);
    return s;
}

/* ---- sources ---- */

typedef struct source_object {
    const char *id;
} source_object;

static void declare_source(lua_State *L, const char *id)
{
    static const char *const keys[] = {"label", "reference", NULL};
    host *h = host_of(L);
    rulebook *r = h->rules;
    subject s = {"source", id, place_here(L)};
    int index = rulebook_source(r, id);
    law_source read = {0};

    need_keys(L, 2, &s, keys);
    read.id = id;
    read.label = field_label(L, 2, &s, "label", 0);
    read.reference = field_text(L, 2, &s, "reference", 0);
    read.at = s.at;
    if (index >= 0) {
        declared_again(L, &s, r->sources[index].at);
    } else {
        room_for(L, &r->sources, &r->source_capacity, r->source_count + 1, sizeof *r->sources);
        index = (int)r->source_count++;
    }
    r->sources[index] = read;
}

/* source "id" { ... } declares; act "art. 14" is a reference. */
static int call_source(lua_State *L)
{
    host *h = host_of(L);
    const source_object *source = luaL_checkudata(L, 1, OBJECT_SOURCE);
    law_object *law;
    char hint[160];
    guess g;
    int index;

    if (lua_istable(L, 2)) {
        declare_source(L, source->id);
        lua_settop(L, 1);
        return 1;
    }
    if (lua_type(L, 2) != LUA_TSTRING)
        stop(L, "R18", "source '%s' takes an article, as act \"art. 14\", not %s", source->id,
             value_name(L, 2));
    index = rulebook_source(h->rules, source->id);
    if (index < 0) {
        guess_start(&g, source->id);
        for (size_t i = 0; i < h->rules->source_count; i++)
            guess_try(&g, h->rules->sources[i].id);
        stop(L, "R17", "source '%s' is not declared: sources.lua of the folder is the place for it%s",
             source->id, guess_hint(&g, hint));
    }
    law = lua_newuserdatauv(L, sizeof *law, 0);
    law->law.source = index;
    law->law.article = keep_string(L, 2);
    luaL_setmetatable(L, OBJECT_LAW);
    return 1;
}

int run_source(lua_State *L)
{
    source_object *source;

    if (!host_of(L)->loading || lua_type(L, 1) != LUA_TSTRING || lua_gettop(L) != 1 || !lua_tostring(L, 1)[0])
        stop(L, "R18", "source takes an id: write source \"loi-2002-05-26\" { ... }");
    source = lua_newuserdatauv(L, sizeof *source, 0);
    source->id = keep_string(L, 1);
    luaL_setmetatable(L, OBJECT_SOURCE);
    return 1;
}

/* ---- helpers ---- */

static void declare_helper(lua_State *L, helper_object *helper)
{
    subject s = {"helper", helper->name, place_here(L)};

    if (!lua_isfunction(L, 2) || lua_iscfunction(L, 2) || lua_gettop(L) != 2)
        stop_at(L, s.at, "R18", "helper '%s' is followed by %s: write helper \"%s\" (function(...) ... end)",
                helper->name, value_name(L, 2), helper->name);
    if (helper->function != LUA_NOREF) {
        declared_again(L, &s, helper->at);
        luaL_unref(L, LUA_REGISTRYINDEX, helper->function);
        helper->function = LUA_NOREF;
    }
    lua_pushvalue(L, 2);
    helper->function = luaL_ref(L, LUA_REGISTRYINDEX);
    helper->at = s.at;
}

/* While loading: helper "adult" (function ... end). In a formula: adult(person, on). */
static int call_helper(lua_State *L)
{
    helper_object *helper = luaL_checkudata(L, 1, OBJECT_HELPER);

    if (host_of(L)->loading) {
        declare_helper(L, helper);
        lua_settop(L, 1);
        return 1;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, helper->function);
    lua_replace(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

int run_helper(lua_State *L)
{
    host *h = host_of(L);
    helper_object *helper;
    subject s;

    if (!h->loading || lua_type(L, 1) != LUA_TSTRING || lua_gettop(L) != 1)
        stop(L, "R18",
             "helper takes a name: write helper \"name\" (function(...) ... end), outside of formulas");
    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.helpers);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, -2) != LUA_TNIL)
        return 1;
    s.what = "helper";
    s.name = keep_string(L, 1);
    s.at = place_here(L);
    need_name(L, &s, 0);
    helper = lua_newuserdatauv(L, sizeof *helper, 0);
    helper->name = s.name;
    helper->function = LUA_NOREF;
    helper->at = s.at;
    helper->used = s.at;
    luaL_setmetatable(L, OBJECT_HELPER);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2); /* the table of helpers */
    return 1;
}

void declare_open(lua_State *L)
{
    host *h = host_of(L);

    luaL_newmetatable(L, OBJECT_SOURCE);
    lua_pushcfunction(L, call_source);
    lua_setfield(L, -2, "__call");
    luaL_newmetatable(L, OBJECT_LAW);
    luaL_newmetatable(L, OBJECT_HELPER);
    lua_pushcfunction(L, call_helper);
    lua_setfield(L, -2, "__call");
    lua_pop(L, 3);
    lua_newtable(L);
    h->keys.helpers = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L);
    h->keys.variables = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L);
    h->keys.formulas = luaL_ref(L, LUA_REGISTRYINDEX);
}
