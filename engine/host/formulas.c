/*
 * From Lua functions to formulas: the text of each function is parsed, and
 * what it takes from outside (its upvalues) is written down.
 *
 * This happens once all files are loaded, so a formula sees a local as the
 * file left it, exactly as Lua itself will when the oracle calls the
 * function. Each function is read once, however many formulas use it.
 */
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../lang/ast.h"
#include "room.h"
#include "values.h"
#include "words.h"

typedef struct origin {
    const rule_file *file;
    int line, last_line;
    const char *what, *name; /* "variable", "ris.monthly" */
} origin;

static formula *formula_of(lua_State *L, int index, const char *what, const char *name, int depth);

static place origin_place(const origin *o)
{
    return (place){o->file->path, o->line};
}

/* The word of the engine that the C function at `index` is, or NULL. */
static const char *word_of(lua_State *L, int index)
{
    lua_CFunction run = lua_tocfunction(L, index);

    for (size_t i = 0; i < words_count; i++)
        if (words_table[i].run == run)
            return words_table[i].name;
    return NULL;
}

static _Noreturn void refuse_capture(lua_State *L, const origin *o, const char *name)
{
    const char *instead = lua_isnil(L, -1) ? "give it a value before the end of the file"
                          : lua_istable(L, -1)
                              ? "take the value out into a local of its own, or into parameters.lua"
                          : lua_type(L, -1) == LUA_TNUMBER ? "a fraction belongs in parameters.lua"
                                                           : "keep it outside";

    stop_at(L, origin_place(o), "R22", "the formula of %s '%s' uses '%s', which is %s: %s", o->what, o->name,
            name, value_name(L, -1), instead);
}

/* The value of the upvalue is on the top of the stack; it stays there. */
static void read_capture(lua_State *L, const origin *o, const char *name, capture *c, int depth)
{
    const money_object *money = luaL_testudata(L, -1, OBJECT_MONEY);

    c->name = keep_text(L, name);
    if (lua_isinteger(L, -1)) {
        lua_Integer value = lua_tointeger(L, -1);

        if (value > LIMIT_NUMBER * 1000LL || value < -LIMIT_NUMBER * 1000LL)
            stop_at(L, origin_place(o), "R22", "the formula of %s '%s' uses '%s', which is %lld: too large",
                    o->what, o->name, name, (long long)value);
        c->kind = CAPTURE_NUMBER;
        c->value = value * MICRO;
    } else if (money) {
        c->kind = CAPTURE_MONEY;
        c->value = money->amount;
        c->per = PERIOD_ANY;
    } else if (date_at(L, -1)) {
        c->kind = CAPTURE_DATE;
        c->value = date_at(L, -1)->at;
    } else if (lua_type(L, -1) == LUA_TSTRING) {
        c->kind = CAPTURE_WORD;
        c->word = keep_string(L, -1);
    } else if (lua_isboolean(L, -1)) {
        c->kind = CAPTURE_TRUTH;
        c->value = lua_toboolean(L, -1);
    } else if (lua_iscfunction(L, -1) && word_of(L, -1)) {
        c->kind = CAPTURE_BUILTIN;
        c->word = word_of(L, -1);
    } else if ((lua_isfunction(L, -1) && !lua_iscfunction(L, -1)) || luaL_testudata(L, -1, OBJECT_HELPER)) {
        c->kind = CAPTURE_FUNCTION;
        c->function = formula_of(L, lua_gettop(L), "helper", c->name, depth + 1);
    } else {
        refuse_capture(L, o, name);
    }
}

/* A formula under another _ENV would mean other things to Lua than to the reader. */
static void check_environment(lua_State *L, const origin *o)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, host_of(L)->keys.environment);
    if (!lua_rawequal(L, -1, -2))
        stop_at(L, origin_place(o), "R22",
                "the formula of %s '%s' stands under a _ENV of the file: take that away", o->what, o->name);
    lua_pop(L, 1);
}

/* The function is at `index`. */
static void read_captures(lua_State *L, int index, const origin *o, formula *f, int depth)
{
    int count = 0;

    while (lua_getupvalue(L, index, count + 1)) {
        lua_pop(L, 1);
        count++;
    }
    f->captures = keep_array(L, (size_t)count, sizeof *f->captures);
    for (int i = 1; i <= count; i++) {
        const char *name = lua_getupvalue(L, index, i);

        if (strcmp(name, "_ENV") == 0)
            check_environment(L, o);
        else
            read_capture(L, o, name, &f->captures[f->capture_count++], depth);
        lua_pop(L, 1);
    }
}

static origin origin_of(lua_State *L, int index, const char *what, const char *name)
{
    host *h = host_of(L);
    origin o = {NULL, 0, 0, what, name};
    lua_Debug ar;
    size_t file;

    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &ar);
    file = ar.source[0] == '=' ? strtoul(ar.source + 1, NULL, 10) : h->file_count;
    if (file >= h->file_count)
        stop(L, "R21", "the formula of %s '%s' is not written in a rule file", what, name);
    o.file = &h->files[file];
    o.line = ar.linedefined;
    o.last_line = ar.lastlinedefined;
    return o;
}

/* Puts the Lua function a helper stands for in the helper's place on the stack. */
static void open_helper(lua_State *L, int index)
{
    const helper_object *helper = luaL_testudata(L, index, OBJECT_HELPER);

    if (!helper)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, helper->function);
    lua_replace(L, index);
}

/* Reads the function or helper at `index`, once. `index` may be replaced by the helper's function. */
static formula *formula_of(lua_State *L, int index, const char *what, const char *name, int depth)
{
    host *h = host_of(L);
    const helper_object *helper = luaL_testudata(L, index, OBJECT_HELPER);
    formula *f;
    origin o;
    ayant_status status;

    luaL_checkstack(L, 20, NULL);
    if (helper)
        name = helper->name;
    open_helper(L, index);
    o = origin_of(L, index, what, name);
    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.formulas);
    lua_pushvalue(L, index);
    switch (lua_rawget(L, -2)) {
    case LUA_TLIGHTUSERDATA:
        f = lua_touserdata(L, -1);
        lua_pop(L, 2);
        return f;
    case LUA_TBOOLEAN:
        stop_at(L, origin_place(&o), "R23", "%s '%s' comes back to itself: a formula cannot be recursive",
                what, name);
    default:
        lua_pop(L, 1);
    }
    if (depth > LIMIT_NESTING / 4)
        stop_at(L, origin_place(&o), "R23", "%s '%s' uses helpers nested deeper than %d", what, name,
                LIMIT_NESTING / 4);
    lua_pushvalue(L, index);
    lua_pushboolean(L, 0); /* being read */
    lua_rawset(L, -3);
    f = keep_array(L, 1, sizeof *f);
    f->file = o.file->path;
    status = parse_function(h->failure, h->memory, o.file->path, o.file->content, o.line, o.last_line,
                            &f->function);
    if (status < 0) {
        lua_pushboolean(L, 0);
        lua_error(L);
    }
    read_captures(L, index, &o, f, depth);
    lua_pushvalue(L, index);
    f->lua_reference = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pushvalue(L, index);
    lua_pushlightuserdata(L, f);
    lua_rawset(L, -3);
    lua_pop(L, 1);
    return f;
}

/* Helpers asked for and never declared, then each declared one, used or not: a mistake in it is told at once.
 */
static void read_helpers(lua_State *L)
{
    host *h = host_of(L);
    char hint[160];
    const char **names;
    size_t count;
    int table;
    subject s = {"helpers", "", {NULL, 0}};

    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.helpers);
    table = lua_gettop(L);
    names = sorted_keys(L, table, &s, &count);
    for (size_t i = 0; i < count; i++) {
        const helper_object *helper;
        guess g;

        lua_getfield(L, table, names[i]);
        helper = lua_touserdata(L, -1);
        lua_pop(L, 1);
        if (helper->function != LUA_NOREF)
            continue;
        guess_start(&g, helper->name);
        for (size_t j = 0; j < count; j++)
            if (j != i)
                guess_try(&g, names[j]);
        stop_at(L, helper->used, "R17", "helper '%s' is used and never declared%s", helper->name,
                guess_hint(&g, hint));
    }
    for (size_t i = 0; i < count; i++) {
        lua_getfield(L, table, names[i]);
        formula_of(L, lua_gettop(L), "helper", names[i], 0);
        lua_pop(L, 1);
    }
    lua_settop(L, table - 1);
}

void read_formulas(lua_State *L)
{
    host *h = host_of(L);
    int table;

    read_helpers(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.variables);
    table = lua_gettop(L);
    for (size_t i = 0; i < h->rules->variable_count; i++) {
        variable *v = &h->rules->variables[i];

        lua_rawgeti(L, table, (lua_Integer)i + 1);
        v->formula = formula_of(L, table + 1, "variable", v->name, 0);
        lua_settop(L, table);
    }
    lua_pop(L, 1);
}
