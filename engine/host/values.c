/*
 * Money, decimals and dates as Lua objects: reading, pushing, operators.
 *
 * A whole number divided by a whole number is the one operation Lua does by
 * itself, in binary; its quotient is brought back to the nearest millionth as
 * soon as it meets any other value or word, or is a result.
 */
#include "values.h"

#include <math.h>
#include "../base/limits.h"

__extension__ typedef __int128 wide;

static micro narrow(wide a)
{
    return a > INT64_MAX ? INT64_MAX : a < INT64_MIN ? INT64_MIN : (micro)a;
}

/* ---- reading and pushing ---- */

number number_at(lua_State *L, int index)
{
    number n = {NUMBER_NONE, 0};
    const money_object *money;
    const decimal_object *decimal;

    if (lua_isinteger(L, index)) {
        n.type = NUMBER_WHOLE;
        n.amount = narrow((wide)lua_tointeger(L, index) * MICRO);
    } else if (lua_type(L, index) == LUA_TNUMBER) {
        double micros = floor(lua_tonumber(L, index) * MICRO + 0.5);

        if (micros > -9.2e18 && micros < 9.2e18) { /* neither infinite nor undefined */
            n.type = NUMBER_DECIMAL;
            n.amount = (micro)micros;
        }
    } else if ((money = luaL_testudata(L, index, OBJECT_MONEY))) {
        n.type = NUMBER_MONEY;
        n.amount = money->amount;
    } else if ((decimal = luaL_testudata(L, index, OBJECT_DECIMAL))) {
        n.type = NUMBER_DECIMAL;
        n.amount = decimal->amount;
    }
    return n;
}

void push_money(lua_State *L, micro amount)
{
    money_object *money = lua_newuserdatauv(L, sizeof *money, 0);

    money->amount = amount;
    luaL_setmetatable(L, OBJECT_MONEY);
}

void push_decimal(lua_State *L, micro amount)
{
    decimal_object *decimal = lua_newuserdatauv(L, sizeof *decimal, 0);

    decimal->amount = amount;
    luaL_setmetatable(L, OBJECT_DECIMAL);
}

void push_date(lua_State *L, day d)
{
    date_object *date = lua_newuserdatauv(L, sizeof *date, 0);

    date->at = d;
    luaL_setmetatable(L, OBJECT_DATE);
}

void push_number(lua_State *L, number n)
{
    if (n.type == NUMBER_MONEY)
        push_money(L, n.amount);
    else if (n.type == NUMBER_WHOLE && n.amount % MICRO == 0)
        lua_pushinteger(L, n.amount / MICRO);
    else
        push_decimal(L, n.amount);
}

const date_object *date_at(lua_State *L, int index)
{
    return luaL_testudata(L, index, OBJECT_DATE);
}

const char *value_name(lua_State *L, int index)
{
    static const char *const objects[][2] = {
        {OBJECT_MONEY, "money"},      {OBJECT_DECIMAL, "a decimal number"},
        {OBJECT_DATE, "a date"},      {OBJECT_HELPER, "a helper"},
        {OBJECT_SOURCE, "a source"},  {OBJECT_LAW, "a reference to a law"},
        {"ayant.member", "a person"}, {"ayant.set", "several members"},
        {"ayant.scale", "a scale"},   {"ayant.names", "part of a name"}};

    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "nothing (nil)";
    case LUA_TBOOLEAN:
        return "a truth";
    case LUA_TNUMBER:
        return lua_isinteger(L, index) ? "a whole number" : "a fraction";
    case LUA_TSTRING:
        return "a text";
    case LUA_TTABLE:
        return "a table";
    case LUA_TFUNCTION:
        return "a function";
    default:
        for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++)
            if (luaL_testudata(L, index, objects[i][0]))
                return objects[i][1];
        return "something else";
    }
}

void push_zero_like(lua_State *L, int index)
{
    number n = number_at(L, index);

    if (lua_isboolean(L, index))
        lua_pushboolean(L, 0);
    else if (lua_type(L, index) == LUA_TSTRING)
        lua_pushliteral(L, "");
    else if (date_at(L, index))
        push_date(L, DAY_NEVER);
    else if (n.type == NUMBER_MONEY)
        push_money(L, 0);
    else if (n.type == NUMBER_DECIMAL)
        push_decimal(L, 0);
    else
        lua_pushinteger(L, 0);
}

/* ---- operators ---- */

static _Noreturn void refuse_pair(lua_State *L, const char *what)
{
    stop(L, "O02", "%s and %s cannot be %s", value_name(L, 1), value_name(L, 2), what);
}

static int add_days(lua_State *L, int sign)
{
    const date_object *date = date_at(L, 1);
    lua_Integer days;

    if (!date || !lua_isinteger(L, 2))
        refuse_pair(L, sign > 0 ? "added" : "subtracted: days_between(a, b) counts the days");
    days = lua_tointeger(L, 2);
    if (days > 4000000 || days < -4000000)
        stop(L, "O02", "a date cannot be moved by %lld days", (long long)days);
    push_date(L, date->at >= DAY_NEVER ? DAY_NEVER : date->at + (day)(sign * days));
    return 1;
}

static int add_signed(lua_State *L, int sign)
{
    number a, b;

    if (date_at(L, 1) || date_at(L, 2))
        return add_days(L, sign);
    a = number_at(L, 1);
    b = number_at(L, 2);
    if (a.type == NUMBER_NONE || b.type == NUMBER_NONE ||
        (a.type == NUMBER_MONEY) != (b.type == NUMBER_MONEY))
        refuse_pair(L, sign > 0 ? "added" : "subtracted");
    a.amount = narrow((wide)a.amount + sign * (wide)b.amount);
    if (a.type == NUMBER_WHOLE)
        a.type = b.type;
    push_number(L, a);
    return 1;
}

static int operator_add(lua_State *L)
{
    return add_signed(L, 1);
}

static int operator_subtract(lua_State *L)
{
    return add_signed(L, -1);
}

static int operator_multiply(lua_State *L)
{
    number a = number_at(L, 1), b = number_at(L, 2);

    if (a.type == NUMBER_NONE || b.type == NUMBER_NONE || (a.type == NUMBER_MONEY && b.type == NUMBER_MONEY))
        refuse_pair(L, "multiplied");
    a.amount = micro_multiply(a.amount, b.amount);
    if (b.type > a.type)
        a.type = b.type;
    push_number(L, a);
    return 1;
}

static int operator_divide(lua_State *L)
{
    number a = number_at(L, 1), b = number_at(L, 2);

    if (a.type == NUMBER_NONE || b.type == NUMBER_NONE || (b.type == NUMBER_MONEY && a.type != NUMBER_MONEY))
        refuse_pair(L, "divided");
    if (b.amount == 0)
        stop(L, "O03", "a division by zero: write max(1, n) as the divisor");
    if (a.type != NUMBER_MONEY || b.type == NUMBER_MONEY)
        a.type = NUMBER_DECIMAL;
    a.amount = micro_divide(a.amount, b.amount);
    push_number(L, a);
    return 1;
}

static int operator_whole_only(lua_State *L)
{
    refuse_pair(L, "taken by // or %: these are for whole numbers");
}

static int operator_minus(lua_State *L)
{
    number a = number_at(L, 1);

    a.amount = narrow(-(wide)a.amount);
    push_number(L, a);
    return 1;
}

/* -1, 0, 1 of two like values; refuses unlike ones. */
static int compare(lua_State *L)
{
    const date_object *x = date_at(L, 1), *y = date_at(L, 2);
    number a, b;

    if (x && y)
        return (x->at > y->at) - (x->at < y->at);
    a = number_at(L, 1);
    b = number_at(L, 2);
    if (a.type == NUMBER_NONE || b.type == NUMBER_NONE ||
        (a.type == NUMBER_MONEY) != (b.type == NUMBER_MONEY))
        refuse_pair(L, "compared");
    return (a.amount > b.amount) - (a.amount < b.amount);
}

static int operator_equal(lua_State *L)
{
    lua_pushboolean(L, compare(L) == 0);
    return 1;
}

static int operator_less(lua_State *L)
{
    lua_pushboolean(L, compare(L) < 0);
    return 1;
}

static int operator_less_equal(lua_State *L)
{
    lua_pushboolean(L, compare(L) <= 0);
    return 1;
}

static int no_text(lua_State *L)
{
    stop(L, "O02", "%s and %s cannot be joined by ..", value_name(L, 1), value_name(L, 2));
}

void values_open(lua_State *L)
{
    static const luaL_Reg operators[] = {
        {"__add", operator_add},       {"__sub", operator_subtract},    {"__mul", operator_multiply},
        {"__div", operator_divide},    {"__idiv", operator_whole_only}, {"__mod", operator_whole_only},
        {"__unm", operator_minus},     {"__eq", operator_equal},        {"__lt", operator_less},
        {"__le", operator_less_equal}, {"__concat", no_text},           {NULL, NULL}};
    static const luaL_Reg date_operators[] = {{"__add", operator_add},
                                              {"__sub", operator_subtract},
                                              {"__eq", operator_equal},
                                              {"__lt", operator_less},
                                              {"__le", operator_less_equal},
                                              {"__concat", no_text},
                                              {NULL, NULL}};

    luaL_newmetatable(L, OBJECT_MONEY);
    luaL_setfuncs(L, operators, 0);
    luaL_newmetatable(L, OBJECT_DECIMAL);
    luaL_setfuncs(L, operators, 0);
    luaL_newmetatable(L, OBJECT_DATE);
    luaL_setfuncs(L, date_operators, 0);
    lua_pop(L, 3);
}
