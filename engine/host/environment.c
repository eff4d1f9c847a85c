/*
 * What a rule file sees: the words of the table of words, and nothing else.
 *
 * The environment is empty and cannot be written: every name is looked up
 * through its metatable. No word reaches a file, the clock, other states,
 * metatables, or catches an error; no library of texts is opened, so texts
 * have no methods. Tables are walked in the order of their keys, so that a
 * load always declares in the same order.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "loading.h"
#include "values.h"
#include "words.h"

static const char *const stock_names[] = {
    "os",      "io",       "require", "load",     "loadfile", "loadstring", "dofile",         "debug",
    "package", "string",   "math",    "utf8",     "pcall",    "xpcall",     "setmetatable",   "getmetatable",
    "rawget",  "rawset",   "rawlen",  "rawequal", "print",    "coroutine",  "collectgarbage", "next",
    "_G",      "_VERSION", "warn",    NULL};

/* The depth of the stack of calls, this C function left out. */
int depth_of_caller(lua_State *L)
{
    lua_Debug ar;
    int depth = 0;

    while (lua_getstack(L, depth + 1, &ar))
        depth++;
    return depth;
}

static void note_question(lua_State *L)
{
    host *h = host_of(L);

    memset(&h->asked, 0, sizeof h->asked);
    if (!h->loading && lua_type(L, 2) == LUA_TSTRING && strcmp(lua_tostring(L, 2), "exists") == 0)
        h->asked.depth = depth_of_caller(L);
}

static int read_global(lua_State *L)
{
    const char *name;
    char hint[160];
    guess g;

    note_question(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, host_of(L)->keys.words);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) != LUA_TNIL)
        return 1;
    if (lua_type(L, 2) != LUA_TSTRING)
        stop(L, "R06", "rule files have no table of globals");
    name = lua_tostring(L, 2);
    for (size_t i = 0; stock_names[i]; i++)
        if (strcmp(stock_names[i], name) == 0)
            stop(L, "R06", "'%s' of Lua is kept out of rule files, which may only declare", name);
    guess_start(&g, name);
    for (size_t i = 0; i < host_of(L)->word_count; i++)
        guess_try(&g, host_of(L)->words[i].name);
    stop(L, "R06", "'%s' is not known here: it is neither a local above this line nor a word of rule files%s",
         name, guess_hint(&g, hint));
}

static int write_global(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";

    if (lua_isfunction(L, 3))
        stop(L, "R05", "'%s' would be global: write `local function %s(...)`", name, name);
    stop(L, "R05", "'%s' would be global: write `local %s = ...`", name, name);
}

static int write_table_library(lua_State *L)
{
    stop(L, "R05", "the words of `table` cannot be replaced");
}

/* Turns the table on the top of the stack into what an empty, closed table reads. */
static void close_table(lua_State *L, lua_CFunction read, lua_CFunction write)
{
    lua_newtable(L);
    lua_newtable(L);
    if (read)
        lua_pushcfunction(L, read);
    else
        lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, write);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

void sandbox_open(lua_State *L, const word *words, size_t count)
{
    host *h = host_of(L);

    h->words = words;
    h->word_count = count;
    luaL_checkstack(L, 20, NULL);
    lua_createtable(L, 0, (int)count);
    lua_newtable(L); /* the words of `table` */
    for (size_t i = 0; i < count; i++) {
        const char *point = strchr(words[i].name, '.');

        lua_pushcfunction(L, words[i].run);
        lua_setfield(L, point ? -2 : -3, point ? point + 1 : words[i].name);
    }
    close_table(L, NULL, write_table_library);
    lua_setfield(L, -2, "table");
    h->keys.words = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L);
    close_table(L, read_global, write_global);
    h->keys.environment = luaL_ref(L, LUA_REGISTRYINDEX);
}

/* ---- plain Lua ---- */

typedef struct walk_key {
    const char *text; /* NULL: a number */
    lua_Number number;
    lua_Integer whole;
    int is_whole;
} walk_key;

static int compare_keys(const void *one, const void *two)
{
    const walk_key *a = one, *b = two;

    if (!a->text != !b->text)
        return a->text ? 1 : -1;
    if (a->text)
        return strcmp(a->text, b->text);
    return (a->number > b->number) - (a->number < b->number);
}

static walk_key *collect_keys(lua_State *L, int table, size_t *count)
{
    size_t room = 0, used = 0;
    walk_key *keys;

    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        room++;
    charge(L, (int64_t)room * 20);
    keys = lua_newuserdatauv(L, (room + 1) * sizeof *keys, 0);
    for (lua_pushnil(L); lua_next(L, table) && used < room; lua_pop(L, 1)) {
        walk_key *k = &keys[used++];

        memset(k, 0, sizeof *k);
        if (lua_type(L, -2) == LUA_TSTRING) {
            k->text = lua_tostring(L, -2);
        } else if (lua_type(L, -2) == LUA_TNUMBER) {
            k->is_whole = lua_isinteger(L, -2);
            k->whole = k->is_whole ? lua_tointeger(L, -2) : 0;
            k->number = lua_tonumber(L, -2);
        } else {
            stop(L, "R09", "a table with a %s as a key cannot be walked: use texts or numbers",
                 luaL_typename(L, -2));
        }
    }
    qsort(keys, used, sizeof *keys, compare_keys);
    *count = used;
    return keys;
}

/* Upvalues: the table, its keys in order, the place of the next one. */
static int next_pair(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));

    for (;;) {
        if (lua_geti(L, lua_upvalueindex(2), ++at) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_gettable(L, lua_upvalueindex(1)) != LUA_TNIL)
            break;
        lua_pop(L, 2); /* taken out during the walk */
    }
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

int load_pairs(lua_State *L)
{
    size_t count;
    walk_key *keys;

    if (!lua_istable(L, 1))
        stop(L, "R09", "pairs walks a table, not a %s", luaL_typename(L, 1));
    lua_settop(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TTABLE) /* a closed table says where its content is */
        lua_settop(L, 1);
    keys = collect_keys(L, lua_gettop(L), &count);
    lua_pushvalue(L, 1);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        if (keys[i].text)
            lua_pushstring(L, keys[i].text);
        else if (keys[i].is_whole)
            lua_pushinteger(L, keys[i].whole);
        else
            lua_pushnumber(L, keys[i].number);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 3);
    return 1;
}

static int next_item(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, 2) + 1;

    lua_pushinteger(L, at);
    return lua_geti(L, 1, at) == LUA_TNIL ? 1 : 2;
}

int load_ipairs(lua_State *L)
{
    if (!lua_istable(L, 1))
        stop(L, "R09", "ipairs walks a list, not a %s", luaL_typename(L, 1));
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

int load_type(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

int load_tostring(lua_State *L)
{
    const char *written;

    luaL_checkany(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING || lua_type(L, 1) == LUA_TNUMBER || lua_isnil(L, 1)) {
        luaL_tolstring(L, 1, NULL);
    } else if (lua_isboolean(L, 1)) {
        lua_pushstring(L, lua_toboolean(L, 1) ? "true" : "false");
    } else if ((written = scalar_text(L, 1))) {
        lua_pushstring(L, written);
    } else {
        lua_pushstring(L, luaL_typename(L, 1)); /* an address would change with every load */
    }
    return 1;
}

int load_tonumber(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING && lua_stringtonumber(L, lua_tostring(L, 1)))
        return 1;
    if (lua_type(L, 1) == LUA_TNUMBER)
        lua_pushvalue(L, 1);
    else
        lua_pushnil(L);
    return 1;
}

int load_select(lua_State *L)
{
    int count = lua_gettop(L);
    lua_Integer from;

    if (lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "#") == 0) {
        lua_pushinteger(L, count - 1);
        return 1;
    }
    from = luaL_checkinteger(L, 1);
    luaL_argcheck(L, from >= 1, 1, "counts from 1");
    return from >= count ? 0 : count - (int)from;
}

int load_error(lua_State *L)
{
    stop(L, "R12", "%s", lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "the file refused itself");
}

int load_assert(lua_State *L)
{
    luaL_checkany(L, 1);
    if (!lua_toboolean(L, 1))
        stop(L, "R12", "%s",
             lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "an assert of the file is not met");
    return lua_gettop(L);
}

/* ---- table ---- */

static lua_Integer length_of(lua_State *L)
{
    lua_Integer length;

    luaL_checktype(L, 1, LUA_TTABLE);
    length = luaL_len(L, 1);
    charge(L, length);
    return length;
}

int load_table_insert(lua_State *L)
{
    lua_Integer length = length_of(L), at = length + 1;

    if (lua_gettop(L) == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= length + 1, 2, "is outside the list");
        for (lua_Integer i = length; i >= at; i--) {
            lua_geti(L, 1, i);
            lua_seti(L, 1, i + 1);
        }
    } else {
        luaL_argcheck(L, lua_gettop(L) == 2, 2, "table.insert takes a list and a value");
    }
    lua_pushvalue(L, -1);
    lua_seti(L, 1, at);
    return 0;
}

int load_table_concat(lua_State *L)
{
    lua_Integer length = length_of(L);
    const char *between = luaL_optstring(L, 2, "");
    luaL_Buffer out;

    luaL_buffinit(L, &out);
    for (lua_Integer i = 1; i <= length; i++) {
        if (lua_geti(L, 1, i) != LUA_TSTRING && !lua_isnumber(L, -1))
            luaL_error(L, "item %d of the list is a %s, not a text", (int)i, luaL_typename(L, -1));
        luaL_addvalue(&out);
        if (i < length)
            luaL_addstring(&out, between);
    }
    luaL_pushresult(&out);
    return 1;
}

int load_table_unpack(lua_State *L)
{
    lua_Integer length = length_of(L);

    luaL_argcheck(L, length < 200, 1, "has 200 items or more");
    luaL_checkstack(L, (int)length, NULL);
    for (lua_Integer i = 1; i <= length; i++)
        lua_geti(L, 1, i);
    return (int)length;
}
