/*
 * compute = { fact = function(row) ... end }: one row, one fact.
 *
 * A row gives the text of a column by its name, nil when nothing is written
 * there. Each call has a budget of its own; a function that stops or goes on
 * for too long costs that cell, never the run. Nothing of a row is kept:
 * what a function changes outside of itself costs the cell, and is put back.
 */
#include <stdio.h>
#include <string.h>
#include "../base/fold.h"
#include "mapping_file.h"
#include "values.h"

/* ---- the row ---- */

/* Upvalue: the names of the columns. */
static int read_row(lua_State *L)
{
    mapping_file *m = mapping_of(L);
    char folded[LIMIT_TEXT + 1];
    lua_Integer at;
    text written;

    if (lua_type(L, 2) != LUA_TSTRING)
        stop(L, "N10", "a row is read by the name of a column: row[\"Nom\"]");
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
        lua_pop(L, 1);
        if (text_fold(text_of(lua_tostring(L, 2)), folded, sizeof folded) < 0)
            folded[0] = '\0';
        lua_pushstring(L, folded);
        if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL)
            stop(L, "N10", "the file has no column '%s'", lua_tostring(L, 2));
    }
    at = lua_tointeger(L, -1);
    if (!m->cells || at < 0 || (size_t)at >= m->cell_count)
        return 0;
    written = m->cells[at];
    if (!written.length)
        return 0;
    charge(L, (int64_t)written.length / 16);
    lua_pushlstring(L, written.at, written.length);
    return 1;
}

static int write_row(lua_State *L)
{
    stop(L, "N10", "a row cannot be changed: return the value instead");
}

void mapping_compute_open(lua_State *L)
{
    mapping_file *m = mapping_of(L);

    lua_newtable(L);
    lua_pushvalue(L, -1);
    m->names = luaL_ref(L, LUA_REGISTRYINDEX);
    luaL_newmetatable(L, OBJECT_ROW);
    lua_insert(L, -2);
    lua_pushcclosure(L, read_row, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, write_row);
    lua_setfield(L, -2, "__newindex");
    lua_pop(L, 1);
}

/* ---- words of these functions ---- */

/* Both marks, or one of them that does not stand before three digits: it can be read in one way only. */
static int comma_of(text t, int *comma)
{
    size_t points = 0, commas = 0, digits = 0;
    char last = '\0';

    for (size_t i = 0; i < t.length; i++) {
        char c = t.at[i];

        points += c == '.';
        commas += c == ',';
        if (c == '.' || c == ',') {
            last = c;
            digits = 0;
        } else {
            digits += c >= '0' && c <= '9';
        }
    }
    *comma = last == ',';
    if (points + commas > 1 && !(points && commas))
        *comma = last == '.'; /* 1.234.567: the mark that comes twice sets thousands apart */
    return points + commas != 1 || digits != 3;
}

int run_amount(lua_State *L)
{
    static const fact money = {
        .name = "amount", .kind = KIND_MONEY, .least = -LIMIT_EURO * 100, .most = LIMIT_EURO * 100};
    text t = {NULL, 0};
    cell value = CELL_UNKNOWN;
    int comma;

    if (number_at(L, 1).type != NUMBER_NONE) {
        lua_settop(L, 1);
        return 1;
    }
    if (lua_type(L, 1) == LUA_TSTRING)
        t.at = lua_tolstring(L, 1, &t.length);
    else if (!lua_isnoneornil(L, 1))
        stop(L, "N10", "amount takes a text, not %s", value_name(L, 1));
    if (!t.length || !comma_of(t, &comma) || fact_read(&money, t, comma, &value) || value == CELL_UNKNOWN)
        return 0;
    push_decimal(L, (micro)value * (MICRO / 100));
    return 1;
}

static text folded_at(lua_State *L, int index, char *out, size_t size)
{
    text t = {NULL, 0};
    int64_t length;

    if (lua_isnoneornil(L, index))
        return (text){"", 0};
    if (lua_type(L, index) != LUA_TSTRING)
        stop(L, "N10", "a text is needed here, not %s", value_name(L, index));
    t.at = lua_tolstring(L, index, &t.length);
    length = text_fold(t, out, size);
    if (length < 0)
        stop(L, "N10", "this text is longer than %d bytes", LIMIT_TEXT);
    return (text){out, (size_t)length};
}

int run_lower(lua_State *L)
{
    char out[LIMIT_TEXT + 1];
    text t = folded_at(L, 1, out, sizeof out);

    lua_pushlstring(L, t.at, t.length);
    return 1;
}

int run_contains(lua_State *L)
{
    char whole[LIMIT_TEXT + 1] = "", part[LIMIT_TEXT + 1] = "";

    folded_at(L, 1, whole, sizeof whole);
    folded_at(L, 2, part, sizeof part);
    lua_pushboolean(L, part[0] && strstr(whole, part) != NULL);
    return 1;
}

/* ---- calling ---- */

static int add_names(lua_State *L)
{
    mapping_file *m = mapping_of(L);
    const text *names = lua_touserdata(L, 1);
    size_t count = (size_t)lua_tointeger(L, 2);
    char folded[LIMIT_TEXT + 1];

    lua_rawgeti(L, LUA_REGISTRYINDEX, m->names);
    for (int exact = 0; exact < 2; exact++) { /* the exact names last: they win */
        for (size_t i = count; i-- > 0;) {
            if (exact)
                lua_pushlstring(L, names[i].at ? names[i].at : "", names[i].length);
            else if (text_fold(names[i], folded, sizeof folded) >= 0)
                lua_pushstring(L, folded);
            else
                continue;
            lua_pushinteger(L, (lua_Integer)i);
            lua_rawset(L, -3);
        }
    }
    return 0;
}

/* Under the budget of one row; AYANT_E_RULE and the like are told from memory by the caller. */
static ayant_status call(failure *e, host *h, lua_CFunction body, const void *given, size_t count,
                         int *changed)
{
    ayant_status status;
    int code;

    h->failure = e;
    sandbox_row_budget(h, 1);
    lua_pushcfunction(h->lua, sandbox_handler);
    lua_pushcfunction(h->lua, body);
    lua_pushlightuserdata(h->lua, (void *)(uintptr_t)given);
    lua_pushinteger(h->lua, (lua_Integer)count);
    code = lua_pcall(h->lua, 2, 0, 1);
    status = code == LUA_OK ? AYANT_OK : sandbox_failed(h, code);
    sandbox_row_budget(h, 0);
    lua_settop(h->lua, 0);
    *changed = mapping_restore(h->lua, h->mapping);
    h->failure = NULL;
    return status;
}

ayant_status mapping_bind(failure *e, void *with, const text *headers, size_t count)
{
    int changed;

    return call(e, with, add_names, headers, count, &changed);
}

static void keep_result(lua_State *L, mapping_file *m, const char *bytes, size_t length)
{
    if (length > LIMIT_TEXT)
        stop(L, "N10", "the text computed is longer than %d bytes", LIMIT_TEXT);
    memcpy(m->result, bytes, length);
    *m->out = (text){m->result, length};
}

static int compute_one(lua_State *L)
{
    mapping_file *m = mapping_of(L);
    const fact *f = &m->facts->facts[m->made.computed[m->which].fact];
    char figure[64];
    size_t length;
    number n;

    lua_rawgeti(L, LUA_REGISTRYINDEX, m->functions[m->which]);
    lua_newuserdatauv(L, 0, 0);
    luaL_setmetatable(L, OBJECT_ROW);
    lua_call(L, 1, 1);
    if (lua_isnil(L, -1))
        return 0;
    if (lua_type(L, -1) == LUA_TSTRING) {
        const char *bytes = lua_tolstring(L, -1, &length);

        keep_result(L, m, bytes, length);
        return 0;
    }
    if (lua_isboolean(L, -1)) {
        keep_result(L, m, lua_toboolean(L, -1) ? "yes" : "no", lua_toboolean(L, -1) ? 3 : 2);
        return 0;
    }
    if (date_at(L, -1)) {
        day_print(figure, date_at(L, -1)->at);
    } else {
        n = number_at(L, -1);
        if (n.type == NUMBER_NONE && lua_type(L, -1) == LUA_TNUMBER) {
            snprintf(figure, sizeof figure, "%.14g", lua_tonumber(L, -1));
            n.type = micro_parse(text_of(figure), 6, &n.amount) ? NUMBER_DECIMAL : NUMBER_NONE;
        }
        if (n.type == NUMBER_NONE)
            stop(L, "N10", "compute gives %s: return a text, a number, a truth or nil", value_name(L, -1));
        if (f->kind == KIND_MONEY)
            micro_print(figure, micro_round(n.amount, MICRO / 100), 2);
        else
            micro_print(figure, n.amount, 0);
    }
    keep_result(L, m, figure, strlen(figure));
    return 0;
}

ayant_status mapping_compute(failure *e, void *with, size_t which, const text *cells, size_t count, text *out)
{
    host *h = with;
    mapping_file *m = h->mapping;
    ayant_status status;
    int changed;

    *out = (text){"", 0};
    m->cells = cells;
    m->cell_count = count;
    m->which = which;
    m->out = out;
    status = call(e, h, compute_one, NULL, 0, &changed);
    m->cells = NULL;
    if (status == AYANT_OK && changed)
        status = fail_at(e, AYANT_E_RULE, "N10", m->made.path, m->made.computed[which].at.line, 0,
                         "compute changes a local that is outside of it: write `local` in the function");
    if (status == AYANT_OK || status == AYANT_E_MEMORY)
        return status;
    *out = (text){"", 0};
    return AYANT_NONE;
}
