/*
 * The words of formulas that compute on values alone: amounts, rounding,
 * dates. "No date" is the ordinary far day DAY_NEVER for all of them, except
 * that moving it by months leaves it where it is.
 */
#include <string.h>
#include "../base/limits.h"
#include "proxies.h"
#include "values.h"

static number need_number(lua_State *L, int index, const char *name)
{
    number n = number_at(L, index);

    if (n.type == NUMBER_NONE)
        stop(L, "O02", "%s takes money or a number, not %s", name, value_name(L, index));
    return n;
}

static day need_date(lua_State *L, int index, const char *name)
{
    const date_object *date = date_at(L, index);

    if (!date)
        stop(L, "O02", "%s takes a date, not %s", name, value_name(L, index));
    return date->at;
}

int run_euro(lua_State *L)
{
    lua_Integer euros;

    if (!lua_isinteger(L, 1) || lua_gettop(L) != 1)
        stop(L, "R15", "euro takes whole euros, as euro(6200): cents and fractions belong in parameters.lua");
    euros = lua_tointeger(L, 1);
    if (euros > 1000000000 || euros < -1000000000)
        stop(L, "R15", "euro(%lld) is more than a thousand million", (long long)euros);
    push_money(L, euros * MICRO);
    return 1;
}

int run_date(lua_State *L)
{
    const char *written = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : NULL;
    day d;

    if (!written || !day_parse(text_of(written), &d))
        stop(L, "R15", "date takes a day, as date \"2026-03-01\", not %s%s%s", written ? "\"" : "",
             written ? written : value_name(L, 1), written ? "\"" : "");
    push_date(L, d);
    return 1;
}

int run_per_year(lua_State *L)
{
    number n = need_number(L, 1, "per_year");

    n.amount = micro_multiply(n.amount, 12 * (micro)MICRO);
    push_number(L, n);
    return 1;
}

int run_per_month(lua_State *L)
{
    number n = need_number(L, 1, "per_month");

    n.amount = micro_divide(n.amount, 12 * (micro)MICRO);
    if (n.type == NUMBER_WHOLE)
        n.type = NUMBER_DECIMAL;
    push_number(L, n);
    return 1;
}

/* The least (sign -1) or greatest (sign 1) of the arguments; a decimal among whole numbers makes a decimal.
 */
static int extreme(lua_State *L, const char *name, int sign)
{
    int count = lua_gettop(L);
    number best, other;

    if (count < 2)
        stop(L, "O02", "%s takes two values or more", name);
    if (date_at(L, 1)) {
        day d = need_date(L, 1, name), next;

        for (int i = 2; i <= count; i++)
            if (next = need_date(L, i, name), sign > 0 ? next > d : next < d)
                d = next;
        push_date(L, d);
        return 1;
    }
    best = need_number(L, 1, name);
    for (int i = 2; i <= count; i++) {
        other = need_number(L, i, name);
        if ((other.type == NUMBER_MONEY) != (best.type == NUMBER_MONEY))
            stop(L, "O02", "%s takes like values: %s and %s are not", name, value_name(L, 1),
                 value_name(L, i));
        if (sign > 0 ? other.amount > best.amount : other.amount < best.amount)
            best.amount = other.amount;
        if (other.type == NUMBER_DECIMAL)
            best.type = NUMBER_DECIMAL;
    }
    push_number(L, best);
    return 1;
}

int run_min(lua_State *L)
{
    return extreme(L, "min", -1);
}

int run_max(lua_State *L)
{
    return extreme(L, "max", 1);
}

/* max(low, min(x, high)): when low is above high, low. */
int run_clamp(lua_State *L)
{
    if (lua_gettop(L) != 3)
        stop(L, "O02", "clamp takes a value, a low and a high bound");
    lua_pushcfunction(L, run_max);
    lua_pushvalue(L, 2);
    lua_pushcfunction(L, run_min);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 3);
    lua_call(L, 2, 1);
    lua_call(L, 2, 1);
    return 1;
}

static int to_step(lua_State *L, const char *name, micro step, micro (*round)(micro, micro))
{
    number n = need_number(L, 1, name);

    n.amount = round(n.amount, step);
    push_number(L, n);
    return 1;
}

static micro need_step(lua_State *L, const char *name)
{
    number x = need_number(L, 1, name), step = need_number(L, 2, name);

    if (step.type == NUMBER_MONEY && x.type != NUMBER_MONEY)
        stop(L, "O02", "%s of a number takes a number as its step", name);
    if (step.amount <= 0)
        stop(L, "O02", "the step of %s must be above zero", name);
    return step.amount;
}

int run_round_cent(lua_State *L)
{
    return to_step(L, "round_cent", MICRO / 100, micro_round);
}

int run_floor_cent(lua_State *L)
{
    return to_step(L, "floor_cent", MICRO / 100, micro_floor);
}

int run_round_to(lua_State *L)
{
    return to_step(L, "round_to", need_step(L, "round_to"), micro_round);
}

int run_floor_to(lua_State *L)
{
    return to_step(L, "floor_to", need_step(L, "floor_to"), micro_floor);
}

/* ---- dates ---- */

int run_age_on(lua_State *L)
{
    lua_pushinteger(L, day_age(need_date(L, 1, "age_on"), need_date(L, 2, "age_on")));
    return 1;
}

int run_months_between(lua_State *L)
{
    lua_pushinteger(L, day_months(need_date(L, 1, "months_between"), need_date(L, 2, "months_between")));
    return 1;
}

int run_months_after(lua_State *L)
{
    day d = need_date(L, 1, "months_after");
    lua_Integer months;

    if (!lua_isinteger(L, 2))
        stop(L, "O02", "months_after takes a whole number of months, not %s", value_name(L, 2));
    months = lua_tointeger(L, 2);
    if (months > 100000 || months < -100000)
        stop(L, "O02", "months_after cannot move a date by %lld months", (long long)months);
    push_date(L, day_add_months(d, (int32_t)months));
    return 1;
}

int run_days_between(lua_State *L)
{
    day a = need_date(L, 1, "days_between"), b = need_date(L, 2, "days_between");

    lua_pushinteger(L, (lua_Integer)b - a);
    return 1;
}

int run_year_of(lua_State *L)
{
    int year, month, date;

    day_parts(need_date(L, 1, "year_of"), &year, &month, &date);
    lua_pushinteger(L, year);
    return 1;
}

/* ---- words and presence ---- */

int run_among(lua_State *L)
{
    int found = 0;

    for (int i = 1; i <= lua_gettop(L); i++)
        if (lua_type(L, i) != LUA_TSTRING)
            stop(L, "O02", "among takes words, not %s", value_name(L, i));
    for (int i = 2; i <= lua_gettop(L); i++)
        found |= lua_rawequal(L, 1, i);
    lua_pushboolean(L, found);
    return 1;
}

/* A fact that is not given has already stopped the reading of it; somebody who is not named stops here. */
int run_known(lua_State *L)
{
    const member_object *m = luaL_testudata(L, 1, OBJECT_MEMBER);

    luaL_checkany(L, 1);
    if (m && m->row == ROW_NOBODY)
        stop_input(L, "O01", "not fully known: who is meant");
    lua_pushboolean(L, 1);
    return 1;
}
