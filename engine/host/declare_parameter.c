/*
 * parameter "name" { ... }: a dated amount, rate, truth, date or scale.
 *
 * Values are texts, so that no digit is lost on the way; rows are written in
 * ascending dates, and every row says how sure it is and where it comes from.
 */
#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "room.h"
#include "values.h"

static void read_unit(lua_State *L, const subject *s, parameter *p)
{
    static const char *const units[] = {"EUR/year", "EUR/month", "EUR",   "number", "count",
                                        "truth",    "date",      "scale", NULL};
    static const parameter_kind kinds[] = {PARAMETER_MONEY,  PARAMETER_MONEY,  PARAMETER_MONEY,
                                           PARAMETER_NUMBER, PARAMETER_NUMBER, PARAMETER_TRUTH,
                                           PARAMETER_DATE,   PARAMETER_SCALE};
    static const period periods[] = {PERIOD_YEAR, PERIOD_MONTH, PERIOD_NONE, PERIOD_NONE,
                                     PERIOD_NONE, PERIOD_NONE,  PERIOD_NONE, PERIOD_NONE};
    const char *unit = field_text(L, 1, s, "unit", 1);
    char hint[160];

    for (int i = 0; units[i]; i++) {
        if (strcmp(units[i], unit) == 0) {
            p->kind = kinds[i];
            p->per = periods[i];
            p->whole = strcmp(unit, "count") == 0;
            return;
        }
    }
    stop_at(L, place_of_text(L, s->at, "unit"), "R13",
            "unit of parameter '%s' is \"%s\": write EUR/year, EUR/month, EUR, number, count, truth, date or "
            "scale%s",
            s->name, unit, guess_list(unit, units, hint));
}

/* ---- rows ---- */

static micro read_decimal(lua_State *L, int index, const subject *row, const char *key, int whole)
{
    const char *written = lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : NULL;
    micro value = 0;

    if (!written)
        stop_at(L, row->at, "R15",
                "%s in %s '%s' is %s: write it as a text, %s = \"8438.92\", so that no digit is lost", key,
                row->what, row->name, value_name(L, index), key);
    if (!micro_parse(text_of(written), 6, &value))
        stop_at(L, row->at, "R15",
                "%s in %s '%s' is \"%s\": write digits, with a point and at most six digits after it", key,
                row->what, row->name, written);
    if (whole && value % MICRO != 0)
        stop_at(L, row->at, "R15", "%s in %s '%s' is \"%s\": unit = \"count\" is for whole numbers", key,
                row->what, row->name, written);
    return value;
}

static void read_scale(lua_State *L, const subject *row, parameter_row *out)
{
    static const char *const keys[] = {"above", "rate", NULL};
    int table = lua_gettop(L);

    if (!lua_istable(L, table) || lua_rawlen(L, table) == 0)
        stop_at(
            L, row->at, "R15",
            "value in %s '%s' is not a scale: write value = { { above = \"6200\", rate = \"0.06\" }, ... }",
            row->what, row->name);
    out->band_count = lua_rawlen(L, table);
    out->bands = keep_array(L, out->band_count, sizeof *out->bands);
    for (size_t i = 0; i < out->band_count; i++) {
        scale_band *band = &out->bands[i];

        if (lua_rawgeti(L, table, (lua_Integer)i + 1) != LUA_TTABLE)
            stop_at(L, row->at, "R15",
                    "band %zu of %s '%s' is %s: write { above = \"6200\", rate = \"0.06\" }", i + 1,
                    row->what, row->name, value_name(L, -1));
        need_keys(L, -1, row, keys);
        lua_getfield(L, -1, "above");
        band->above = read_decimal(L, -1, row, "above", 0);
        lua_getfield(L, -2, "rate");
        band->rate = read_decimal(L, -1, row, "rate", 0);
        if (i > 0 && band->above <= band[-1].above)
            stop_at(L, row->at, "R16", "the bands of %s '%s' are not in ascending order of above", row->what,
                    row->name);
        if (band->rate < 0)
            stop_at(L, row->at, "R15", "a rate of %s '%s' is below zero", row->what, row->name);
        lua_settop(L, table);
    }
}

/* The value is on the top of the stack. */
static void read_value(lua_State *L, const subject *row, const parameter *p, parameter_row *out)
{
    const char *written;
    day d;

    switch (p->kind) {
    case PARAMETER_SCALE:
        read_scale(L, row, out);
        break;
    case PARAMETER_TRUTH:
        written = scalar_text(L, -1);
        if (!written || (strcmp(written, "yes") != 0 && strcmp(written, "no") != 0))
            stop_at(L, row->at, "R15", "value in %s '%s' is not a truth: write \"yes\" or \"no\"", row->what,
                    row->name);
        out->value = strcmp(written, "yes") == 0;
        break;
    case PARAMETER_DATE:
        written = scalar_text(L, -1);
        if (!written || !day_parse(text_of(written), &d))
            stop_at(L, row->at, "R15", "value in %s '%s' is not a date: write \"2026-03-01\"", row->what,
                    row->name);
        out->value = d;
        break;
    default:
        out->value = read_decimal(L, -1, row, "value", p->whole);
        break;
    }
}

static parameter_status read_status(lua_State *L, int table, const subject *row)
{
    static const char *const names[] = {"verified", "derived", "unverified", NULL};
    const char *given = field_text(L, table, row, "status", 1);
    char hint[160];

    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], given) == 0)
            return (parameter_status)i;
    stop_at(L, row->at, "R13", "status in %s '%s' is \"%s\": write verified, derived or unverified%s",
            row->what, row->name, given, guess_list(given, names, hint));
}

static void read_row(lua_State *L, int table, const subject *s, const parameter *p, parameter_row *out)
{
    static const char *const keys[] = {"from", "value", "status", "source", "ended", NULL};
    subject row = {"a row of parameter", s->name, s->at};

    lua_getfield(L, table, "from");
    if (lua_type(L, -1) == LUA_TSTRING)
        row.at = place_of_text(L, s->at, lua_tostring(L, -1));
    lua_pop(L, 1);
    need_keys(L, table, &row, keys);
    out->from = field_day(L, table, &row, "from");
    out->ended = field_truth(L, table, &row, "ended");
    out->status = read_status(L, table, &row);
    out->source = field_text(L, table, &row, "source", 1);
    out->at = row.at;
    if (!out->source[0])
        stop_at(L, row.at, "R13",
                "source in a row of parameter '%s' is empty: write where the value was read", s->name);
    lua_getfield(L, table, "value");
    if (out->ended && !lua_isnil(L, -1))
        stop_at(L, row.at, "R15", "a row of parameter '%s' is ended and has a value: leave out one of them",
                s->name);
    if (!out->ended && lua_isnil(L, -1))
        stop_at(L, row.at, "R15",
                "a row of parameter '%s' has no value: write value = \"...\", or ended = true", s->name);
    if (!out->ended)
        read_value(L, &row, p, out);
    lua_settop(L, table);
}

static void read_series(lua_State *L, const subject *s, parameter *p)
{
    char from[16];

    if (lua_getfield(L, 1, "series") != LUA_TNIL) {
        if (!lua_istable(L, -1) || lua_rawlen(L, -1) == 0)
            stop_at(L, s->at, "R13",
                    "series of parameter '%s' is %s: write series = { { from = ..., value = ... } }", s->name,
                    lua_istable(L, -1) ? "empty" : value_name(L, -1));
        p->row_count = lua_rawlen(L, -1);
        p->rows = keep_array(L, p->row_count, sizeof *p->rows);
        for (size_t i = 0; i < p->row_count; i++) {
            if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TTABLE)
                stop_at(L, s->at, "R13", "row %zu of parameter '%s' is %s, not a table", i + 1, s->name,
                        value_name(L, -1));
            read_row(L, lua_gettop(L), s, p, &p->rows[i]);
            day_print(from, p->rows[i].from);
            if (i > 0 && p->rows[i].from <= p->rows[i - 1].from)
                stop_at(L, p->rows[i].at, "R16",
                        "the row from %s of parameter '%s' stands after a row of the same date or a later "
                        "one: write rows in "
                        "ascending dates",
                        from, s->name);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

/* ---- derivations ---- */

static micro read_factor(lua_State *L, int table, const subject *s, const char *key)
{
    micro value = MICRO;

    lua_getfield(L, table, key);
    if (lua_isinteger(L, -1))
        value = number_at(L, -1).amount;
    else if (!lua_isnil(L, -1))
        value = read_decimal(L, -1, s, key, 0);
    if (value <= 0)
        stop_at(L, s->at, "R15", "%s in %s '%s' must be above zero", key, s->what, s->name);
    lua_pop(L, 1);
    return value;
}

static micro read_round(lua_State *L, int table, const subject *s)
{
    const char *round = field_text(L, table, s, "round", 0);
    micro step;

    if (!round)
        return 0;
    if (strcmp(round, "cent") == 0)
        return MICRO / 100;
    if (strcmp(round, "euro") == 0 || strcmp(round, "unit") == 0)
        return MICRO;
    if (micro_parse(text_of(round), 6, &step) && step > 0)
        return step;
    stop_at(L, s->at, "R15",
            "round in %s '%s' is \"%s\": write \"cent\", \"euro\" or a step such as \"0.0001\"", s->what,
            s->name, round);
}

static void read_index(lua_State *L, int table, const subject *s, derivation *d)
{
    static const char *const keys[] = {"base", "coefficient", "factor", "divide", "round", NULL};

    need_keys(L, table, s, keys);
    d->kind = DERIVE_INDEX;
    d->base = field_text(L, table, s, "base", 1);
    d->coefficient = field_text(L, table, s, "coefficient", 0);
    d->factor = read_factor(L, table, s, "factor");
    d->divide = read_factor(L, table, s, "divide");
    if (d->divide % MICRO != 0)
        stop_at(L, s->at, "R15", "divide in %s '%s' must be a whole number", s->what, s->name);
    d->round = read_round(L, table, s);
}

static void read_shift(lua_State *L, int table, const subject *s, derivation *d)
{
    static const char *const keys[] = {"of", "months", NULL};

    need_keys(L, table, s, keys);
    d->kind = DERIVE_SHIFT;
    d->base = field_text(L, table, s, "of", 1);
    d->shift_months = (int)field_count(L, table, s, "months", 1200, 0);
    if (d->shift_months == 0)
        stop_at(L, s->at, "R13",
                "shift of parameter '%s' has no months: write shift = { of = \"...\", months = 12 }",
                s->name);
}

static void read_derivation(lua_State *L, const subject *s, parameter *p)
{
    static const char *const ways[] = {"index", "shift", "year_mean"};
    derivation *d = &p->derived;

    d->factor = d->divide = MICRO;
    for (int way = 0; way < 3; way++) {
        subject inner = {ways[way], s->name, s->at};
        int type = lua_getfield(L, 1, ways[way]), table = lua_gettop(L);

        if (type != LUA_TNIL && d->kind != DERIVE_NONE)
            stop_at(L, s->at, "R13", "parameter '%s' has two of index, shift and year_mean: keep one",
                    s->name);
        if (type != LUA_TNIL && type != (way == 2 ? LUA_TSTRING : LUA_TTABLE))
            stop_at(L, s->at, "R13", "%s of parameter '%s' is %s: write %s", ways[way], s->name,
                    value_name(L, table),
                    way == 0   ? "index = { base = \"...\", coefficient = \"...\" }"
                    : way == 1 ? "shift = { of = \"...\", months = 12 }"
                               : "year_mean = \"...\"");
        if (type == LUA_TTABLE && way == 0)
            read_index(L, table, &inner, d);
        if (type == LUA_TTABLE && way == 1)
            read_shift(L, table, &inner, d);
        if (type == LUA_TSTRING) {
            d->kind = DERIVE_YEAR_MEAN;
            d->base = field_text(L, 1, s, "year_mean", 1);
        }
        lua_settop(L, table - 1);
    }
    if (d->kind != DERIVE_NONE && p->kind != PARAMETER_MONEY && p->kind != PARAMETER_NUMBER &&
        d->kind != DERIVE_SHIFT)
        stop_at(L, s->at, "R13",
                "parameter '%s' is neither money nor a number: it can only have rows, or shift", s->name);
}

static int declare_parameter(lua_State *L)
{
    static const char *const keys[] = {"label", "law", "unit", "series", "index", "shift", "year_mean", NULL};
    rulebook *r = host_of(L)->rules;
    subject s = declared(L, "parameter");
    parameter p = {0};
    int index;

    need_name(L, &s, 1);
    need_keys(L, 1, &s, keys);
    p.name = s.name;
    p.at = s.at;
    read_unit(L, &s, &p);
    p.label = field_label(L, 1, &s, "label", 0);
    p.law = field_law(L, 1, &s, "law");
    read_series(L, &s, &p);
    read_derivation(L, &s, &p);
    if (!p.row_count && p.derived.kind == DERIVE_NONE)
        stop_at(L, s.at, "R13",
                "parameter '%s' has no value: write series = { ... }, index, shift or year_mean", s.name);
    index = rulebook_parameter(r, p.name);
    if (index >= 0) {
        declared_again(L, &s, r->parameters[index].at);
    } else {
        room_for(L, &r->parameters, &r->parameter_capacity, r->parameter_count + 1, sizeof *r->parameters);
        index = (int)r->parameter_count++;
    }
    r->parameters[index] = p;
    return 0;
}

int run_parameter(lua_State *L)
{
    return curry(L, "parameter", declare_parameter);
}
