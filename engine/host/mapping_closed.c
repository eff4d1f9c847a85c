/*
 * Nothing of a row reaches the next one through the functions of a mapping.
 *
 * What a row's functions can come to, from their upvalues on, is walked once,
 * when the file has been read. Tables are closed: they read as before, and
 * writing in one stops the function. Upvalues are noted with their values,
 * and given them back after each call, whatever became of it.
 */
#include "mapping_file.h"

/* Stack of a walk: what was seen, what is still to be walked, the notes. */
enum { SEEN = 1, TO_WALK, NOTES };

static int write_closed(lua_State *L)
{
    stop(L, "N10", "a table made outside of compute cannot be changed in it: make the table in the function");
}

static int length_closed(lua_State *L)
{
    luaL_getmetafield(L, 1, "__index");
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

/* Takes the value on the top of the stack off; tables and functions are walked once. */
static void walk_later(lua_State *L)
{
    if (lua_istable(L, -1) || lua_isfunction(L, -1)) {
        lua_pushvalue(L, -1);
        if (lua_rawget(L, SEEN) == LUA_TNIL) {
            lua_pushvalue(L, -2);
            lua_pushboolean(L, 1);
            lua_rawset(L, SEEN);
            lua_pushvalue(L, -2);
            lua_rawseti(L, TO_WALK, (lua_Integer)lua_rawlen(L, TO_WALK) + 1);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* The table on the top of the stack: what it held goes to one that only its metatable knows. */
static void close_one(lua_State *L)
{
    int table = lua_gettop(L), content = table + 1;

    if (lua_getmetatable(L, table)) { /* of the room itself: closed already */
        lua_pop(L, 1);
        return;
    }
    lua_createtable(L, (int)lua_rawlen(L, table), 0);
    for (lua_pushnil(L); lua_next(L, table);) {
        charge(L, 20);
        lua_pushvalue(L, -2);
        walk_later(L);
        lua_pushvalue(L, -1);
        walk_later(L);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, content);
    }
    for (lua_pushnil(L); lua_next(L, content);) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, table);
    }
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, content);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, content);
    lua_setfield(L, -2, "__pairs");
    lua_pushcfunction(L, length_closed);
    lua_setfield(L, -2, "__len");
    lua_pushcfunction(L, write_closed);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, table);
    lua_settop(L, table);
}

/* The function on the top of the stack. */
static void note_upvalues(lua_State *L, mapping_file *m)
{
    int function = lua_gettop(L);

    for (int i = 1; lua_getupvalue(L, function, i); i++) {
        lua_pushvalue(L, -1);
        walk_later(L);
        lua_pushlightuserdata(L, lua_upvalueid(L, function, i));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, SEEN) == LUA_TNIL) { /* not noted through another function that shares it */
            lua_Integer at = (lua_Integer)m->upvalue_count++ * 3;

            lua_pushvalue(L, -2);
            lua_pushboolean(L, 1);
            lua_rawset(L, SEEN);
            lua_pushvalue(L, function);
            lua_rawseti(L, NOTES, at + 1);
            lua_pushinteger(L, i);
            lua_rawseti(L, NOTES, at + 2);
            lua_pushvalue(L, function + 1);
            lua_rawseti(L, NOTES, at + 3);
        }
        charge(L, 20);
        lua_settop(L, function);
    }
}

void mapping_close(lua_State *L)
{
    mapping_file *m = mapping_of(L);

    luaL_checkstack(L, 30, NULL);
    lua_settop(L, 0);
    for (int i = SEEN; i <= NOTES; i++)
        lua_newtable(L);
    for (size_t i = 0; i < m->made.computed_count; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, m->functions[i]);
        walk_later(L);
    }
    for (lua_Integer i = 1; lua_rawgeti(L, TO_WALK, i) != LUA_TNIL; i++) {
        if (lua_istable(L, -1))
            close_one(L);
        else
            note_upvalues(L, m);
        lua_settop(L, NOTES);
    }
    lua_settop(L, NOTES);
    m->upvalues = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_settop(L, 0);
}

int mapping_restore(lua_State *L, const mapping_file *m)
{
    int notes, changed = 0;

    if (!m->upvalue_count)
        return 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, m->upvalues);
    notes = lua_gettop(L);
    for (size_t i = 0; i < m->upvalue_count; i++) {
        lua_Integer at = (lua_Integer)i * 3;
        int which;

        lua_rawgeti(L, notes, at + 1);
        lua_rawgeti(L, notes, at + 2);
        which = (int)lua_tointeger(L, -1);
        lua_getupvalue(L, notes + 1, which);
        lua_rawgeti(L, notes, at + 3);
        changed |= !lua_rawequal(L, -1, -2);
        lua_setupvalue(L, notes + 1, which);
        lua_settop(L, notes);
    }
    lua_settop(L, notes - 1);
    return changed;
}
