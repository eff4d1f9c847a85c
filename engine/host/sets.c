/*
 * The words of formulas that need a record: presence, kinship, scales, and
 * what is done over several members.
 *
 * Over nobody, sum, least and greatest give the zero of what `f` would give.
 * Its type is found by asking `f` about nobody; when even that cannot be
 * said, the whole number 0 stands for it.
 */
#include <string.h>
#include "../base/limits.h"
#include "proxies.h"
#include "values.h"

/* ---- one value ---- */

/* Of a person or a date: there is one. Of another fact: the record gives it. */
int run_exists(lua_State *L)
{
    host *h = host_of(L);
    const member_object *m = luaL_testudata(L, 1, OBJECT_MEMBER);
    const date_object *date = date_at(L, 1);
    int answered = h->asked.answered && depth_of_caller(L) == h->asked.depth, given = h->asked.given;

    memset(&h->asked, 0, sizeof h->asked);
    if (m)
        lua_pushboolean(L, m->row != ROW_NOBODY);
    else if (date)
        lua_pushboolean(L, date->at < DAY_NEVER);
    else if (answered)
        lua_pushboolean(L, given);
    else
        stop(L, "O02", "exists takes a person, a date or a fact, written out as exists(person.wage), not %s",
             value_name(L, 1));
    return 1;
}

static const member_object *need_person(lua_State *L, int index, const char *name)
{
    const member_object *m = luaL_testudata(L, index, OBJECT_MEMBER);

    if (!m || m->entity != ENTITY_PERSON)
        stop(L, "O02", "%s takes persons, not %s", name, value_name(L, index));
    return m;
}

int run_kinship(lua_State *L)
{
    static const char *const words[] = {KINSHIP_WORDS};
    const member_object *a = need_person(L, 1, "kinship"), *b = need_person(L, 2, "kinship");
    const people *p = a->oracle->people;
    cell kin = CELL_UNKNOWN;
    int found = 0;

    if (a->row == ROW_NOBODY || b->row == ROW_NOBODY) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (a->row >= 0 && b->row >= 0) {
        for (uint32_t i = p->others.first[a->row]; i < p->others.first[a->row + 1]; i++) {
            if (p->others.other[i] == (uint32_t)b->row) {
                kin = p->kin[i];
                found = 1;
            }
        }
        if (!found)
            stop(L, "O02", "kinship(person, m) takes m from person.others");
    }
    if (kin == CELL_UNKNOWN)
        stop_input(L, "O01", "not fully known: the kinship of two members");
    lua_pushstring(L, words[kin]);
    return 1;
}

/* Each band's rate on the part of x above its threshold and up to the next; each band is rounded. */
int run_brackets(lua_State *L)
{
    const scale_object *scale = luaL_testudata(L, 2, OBJECT_SCALE);
    number x = number_at(L, 1);
    micro total = 0;

    if (x.type == NUMBER_NONE || !scale)
        stop(L, "O02", "brackets takes money or a number, and a parameter that is a scale: not %s and %s",
             value_name(L, 1), value_name(L, 2));
    for (size_t i = 0; i < scale->row->band_count; i++) {
        const scale_band *band = &scale->row->bands[i];
        micro part = x.amount;

        if (i + 1 < scale->row->band_count && part > band[1].above)
            part = band[1].above;
        part -= band->above;
        if (part > 0)
            total += micro_multiply(part, band->rate);
    }
    x.amount = total;
    if (x.type == NUMBER_WHOLE)
        x.type = NUMBER_DECIMAL;
    push_number(L, x);
    return 1;
}

/* ---- several members ---- */

static const set_object *need_set(lua_State *L, const char *name, int function)
{
    const set_object *set = luaL_testudata(L, 1, OBJECT_SET);

    if (!set)
        stop(L, "O02", "%s takes several members, such as person.others, not %s", name, value_name(L, 1));
    if (function && !lua_isfunction(L, 2) && !luaL_testudata(L, 2, OBJECT_HELPER))
        stop(L, "O02", "%s takes a function of one member, not %s", name, value_name(L, 2));
    luaL_checkstack(L, 10, "too deep");
    return set;
}

/* Pushes f of the member at place i. */
static void push_answer(lua_State *L, const set_object *set, size_t i)
{
    lua_pushvalue(L, 2);
    push_member(L, set->oracle, ENTITY_PERSON, set->rows ? set->rows[i] : set->first + (int64_t)i);
    lua_call(L, 1, 1);
}

/* Pushes the truth f gives for the member at place i and returns it. */
static int truth_of(lua_State *L, const set_object *set, size_t i, const char *name)
{
    int truth;

    push_answer(L, set, i);
    if (!lua_isboolean(L, -1))
        stop(L, "O02", "the function given to %s answers %s, not a truth", name, value_name(L, -1));
    truth = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return truth;
}

static void push_zero_over_nobody(lua_State *L, const set_object *set)
{
    host *h = host_of(L);
    failure *kept = h->failure, unheard = {0};
    int code;

    h->failure = &unheard;
    lua_pushvalue(L, 2);
    push_member(L, set->oracle, ENTITY_PERSON, ROW_NOBODY);
    code = lua_pcall(L, 1, 1, 0);
    h->failure = kept;
    if (code != LUA_OK && strcmp(unheard.id, "O04") == 0)
        stop_input(L, "O04", "%s", unheard.text); /* of a parameter without a value Lua says nothing, not 0 */
    if (code != LUA_OK) {
        lua_pushinteger(L, 0);
        set->oracle->epoch++;
    } else {
        push_zero_like(L, lua_gettop(L));
    }
}

int run_sum(lua_State *L)
{
    const set_object *set = need_set(L, "sum", 1);

    if (set->count == 0) {
        push_zero_over_nobody(L, set);
        return 1;
    }
    push_answer(L, set, 0);
    for (size_t i = 1; i < set->count; i++) {
        push_answer(L, set, i);
        lua_arith(L, LUA_OPADD);
    }
    return 1;
}

static int best_of(lua_State *L, const char *name, int least)
{
    const set_object *set = need_set(L, name, 1);

    if (set->count == 0) {
        push_zero_over_nobody(L, set);
        return 1;
    }
    push_answer(L, set, 0);
    for (size_t i = 1; i < set->count; i++) {
        push_answer(L, set, i);
        if (least ? lua_compare(L, -1, -2, LUA_OPLT) : lua_compare(L, -2, -1, LUA_OPLT))
            lua_remove(L, -2);
        else
            lua_pop(L, 1);
    }
    return 1;
}

int run_least(lua_State *L)
{
    return best_of(L, "least", 1);
}

int run_greatest(lua_State *L)
{
    return best_of(L, "greatest", 0);
}

int run_count(lua_State *L)
{
    const set_object *set = need_set(L, "count", lua_gettop(L) > 1);
    size_t counted = lua_gettop(L) > 1 ? 0 : set->count;

    for (size_t i = 0; lua_gettop(L) > 1 && i < set->count; i++)
        counted += (size_t)truth_of(L, set, i, "count");
    lua_pushinteger(L, (lua_Integer)counted);
    return 1;
}

int run_any(lua_State *L)
{
    const set_object *set = need_set(L, "any", 1);
    int found = 0;

    for (size_t i = 0; i < set->count && !found; i++)
        found = truth_of(L, set, i, "any");
    lua_pushboolean(L, found);
    return 1;
}

int run_all(lua_State *L)
{
    const set_object *set = need_set(L, "all", 1);
    int every = 1;

    for (size_t i = 0; i < set->count && every; i++)
        every = truth_of(L, set, i, "all");
    lua_pushboolean(L, every);
    return 1;
}
