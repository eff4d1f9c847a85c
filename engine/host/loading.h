/*
 * The part of plain Lua that rule files may use while they load.
 */
#ifndef AYANT_HOST_LOADING_H
#define AYANT_HOST_LOADING_H

#include "room.h"

int load_pairs(lua_State *L); /* in the order of the keys */
int load_ipairs(lua_State *L);
int load_type(lua_State *L);
int load_tostring(lua_State *L);
int load_tonumber(lua_State *L);
int load_select(lua_State *L);
int load_error(lua_State *L);
int load_assert(lua_State *L);
int load_table_insert(lua_State *L);
int load_table_concat(lua_State *L);
int load_table_unpack(lua_State *L);

#endif
