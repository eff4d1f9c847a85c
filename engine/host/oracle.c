/*
 * Running formulas in Lua, one row at a time.
 */
#include "oracle.h"

#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "proxies.h"
#include "values.h"

/* ---- cells ---- */

static cell empty_cell(const oracle *o, const fact *f)
{
    switch (f->empty) {
    case EMPTY_PRESUMED:
        return o->strict ? CELL_UNKNOWN : f->presumed;
    case EMPTY_NEVER:
        return f->kind == KIND_PERSON ? LINK_NONE : DAY_NEVER;
    case EMPTY_OPTIONAL:
        return 0;
    default:
        return CELL_UNKNOWN;
    }
}

/* The fact another leans on is taken as it was given: a presumption does not carry a presumption. */
cell fact_cell(const oracle *o, int index, size_t row)
{
    const fact *f = &o->rules->facts.facts[index];
    cell given = people_cell(o->people, index, row);
    cell other = f->when_fact < 0 ? CELL_UNKNOWN : people_cell(o->people, f->when_fact, row);

    if (given != CELL_UNKNOWN)
        return given;
    if (other != CELL_UNKNOWN && (f->when_above ? other > 0 : other == f->when_is))
        return f->then_known ? f->then_value : CELL_UNKNOWN;
    return empty_cell(o, f);
}

/* ---- results ---- */

static _Noreturn void refuse_result(lua_State *L, const variable *v)
{
    static const char *const names[] = {"a truth", "money",  "a number", "a date",
                                        "a word",  "a text", "a person"};

    stop(L, "O02", "the formula of variable '%s' gave %s, not %s", v->name, value_name(L, -1),
         v->whole ? "a whole number" : names[v->kind]);
}

/* The word as the variable's vocabulary holds it: it outlives the Lua text. */
static const char *word_of_variable(lua_State *L, const variable *v)
{
    const char *given = lua_tostring(L, -1);

    if (!given[0])
        return "";
    for (size_t i = 0; i < v->word_count; i++)
        if (strcmp(v->words[i], given) == 0)
            return v->words[i];
    stop(L, "O02", "the formula of variable '%s' gave the word '%s', which is not one of its words", v->name,
         given);
}

/* The result of the formula is on the top of the stack. */
static oracle_value take_result(lua_State *L, const variable *v)
{
    oracle_value value = {1, v->kind, 0, NULL};
    number n = number_at(L, -1);
    const money_object *money = luaL_testudata(L, -1, OBJECT_MONEY);
    const date_object *date = date_at(L, -1);

    if (v->kind == KIND_TRUTH && lua_isboolean(L, -1)) {
        value.micro_or_plain = lua_toboolean(L, -1);
    } else if (v->kind == KIND_MONEY && (money || (n.type == NUMBER_WHOLE && n.amount == 0))) {
        value.micro_or_plain = n.amount; /* the whole number 0: a sum over nobody */
    } else if (v->kind == KIND_NUMBER && (n.type == NUMBER_WHOLE || n.type == NUMBER_DECIMAL) &&
               (!v->whole || n.amount % MICRO == 0)) {
        value.micro_or_plain = n.amount;
    } else if (v->kind == KIND_DATE && date) {
        value.micro_or_plain = date->at;
        value.exists = date->at < DAY_NEVER;
    } else if (v->kind == KIND_WORD && lua_type(L, -1) == LUA_TSTRING) {
        value.word = word_of_variable(L, v);
        value.exists = value.word[0] != '\0';
    } else {
        refuse_result(L, v);
    }
    return value;
}

static void push_result(lua_State *L, const variable *v, const oracle_value *value)
{
    switch (v->kind) {
    case KIND_TRUTH:
        lua_pushboolean(L, (int)value->micro_or_plain);
        break;
    case KIND_MONEY:
        push_money(L, value->micro_or_plain);
        break;
    case KIND_NUMBER:
        push_number(L, (number){v->whole ? NUMBER_WHOLE : NUMBER_DECIMAL, value->micro_or_plain});
        break;
    case KIND_DATE:
        push_date(L, (day)value->micro_or_plain);
        break;
    default:
        lua_pushstring(L, value->word);
        break;
    }
}

/* ---- variables ---- */

static memory_of_value *value_of(lua_State *L, oracle *o, int index, size_t row)
{
    entity whose = o->rules->variables[index].entity;
    size_t rows = whose == ENTITY_PERSON ? o->people->persons : o->people->households;

    if (!o->values[index]) {
        o->values[index] = arena_array(o->memory, rows, sizeof **o->values);
        if (!o->values[index])
            stop_memory(L);
    }
    return &o->values[index][row];
}

void push_variable(lua_State *L, oracle *o, int index, int64_t row)
{
    const variable *v = &o->rules->variables[index];
    memory_of_value *m;

    if (row == ROW_NOBODY) {
        push_nothing(L, o, v->kind, v->whole);
        return;
    }
    m = value_of(L, o, index, (size_t)row);
    if (!m->done) {
        if (m->running == o->epoch)
            stop(L, "O05", "variable '%s' comes back to itself", v->name);
        m->running = o->epoch;
        luaL_checkstack(L, 10, "too deep");
        lua_rawgeti(L, LUA_REGISTRYINDEX, v->formula->lua_reference);
        push_member(L, o, v->entity, row);
        push_parameters(L, o);
        push_date(L, o->on);
        lua_call(L, 3, 1);
        m->value = take_result(L, v);
        m->running = 0;
        m->done = 1;
        lua_pop(L, 1);
    }
    push_result(L, v, &m->value);
}

/* ---- the oracle ---- */

static int prepare(lua_State *L)
{
    oracle *o = lua_touserdata(L, 1);

    push_names(L, o->rules);
    o->names = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L);
    lua_newtable(L);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    o->members = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

static ayant_status call(oracle *o, failure *e, lua_CFunction run, void *with)
{
    host *h = o->host;
    lua_State *L = h->lua;
    ayant_status status = AYANT_OK;
    int code;

    h->failure = e;
    memset(&h->asked, 0, sizeof h->asked);
    lua_pushcfunction(L, sandbox_handler);
    lua_pushcfunction(L, run);
    lua_pushlightuserdata(L, with);
    code = lua_pcall(L, 1, 0, 1);
    if (code != LUA_OK) {
        status = sandbox_failed(h, code);
        o->epoch++;
    }
    lua_settop(L, 0);
    h->failure = NULL;
    return status;
}

ayant_status oracle_start(failure *e, host *h, const rulebook *r, const people *p, day on, oracle **out)
{
    oracle *o = calloc(1, sizeof *o);
    ayant_status status;

    if (!o)
        return fail_memory(e);
    o->host = h;
    o->rules = r;
    o->people = p;
    o->on = on;
    o->epoch = 1;
    o->names = o->members = LUA_NOREF;
    o->memory = arena_new();
    o->values = o->memory ? arena_array(o->memory, r->variable_count, sizeof *o->values) : NULL;
    status = o->values ? call(o, e, prepare, o) : fail_memory(e);
    if (status < 0) {
        oracle_free(o);
        return status;
    }
    *out = o;
    return AYANT_OK;
}

void oracle_strict(oracle *o, int strict)
{
    o->strict = strict;
}

void oracle_free(oracle *o)
{
    if (!o)
        return;
    luaL_unref(o->host->lua, LUA_REGISTRYINDEX, o->names);
    luaL_unref(o->host->lua, LUA_REGISTRYINDEX, o->members);
    arena_free(o->memory);
    free(o);
}

typedef struct question {
    oracle *oracle;
    int variable;
    size_t row;
    oracle_value answer;
} question;

static int answer(lua_State *L)
{
    question *q = lua_touserdata(L, 1);

    push_variable(L, q->oracle, q->variable, (int64_t)q->row);
    q->answer = value_of(L, q->oracle, q->variable, q->row)->value;
    return 0;
}

ayant_status oracle_variable(oracle *o, failure *e, int index, size_t row, oracle_value *out)
{
    question q = {o, index, row, {0, KIND_TRUTH, 0, NULL}};
    const variable *v;
    ayant_status status;

    if (index < 0 || (size_t)index >= o->rules->variable_count)
        return fail(e, AYANT_E_USAGE, "O06", "there is no variable of number %d", index);
    v = &o->rules->variables[index];
    if (row >= (v->entity == ENTITY_PERSON ? o->people->persons : o->people->households))
        return fail(e, AYANT_E_USAGE, "O06", "there is no row of this number for variable '%s'", v->name);
    status = call(o, e, answer, &q);
    if (status >= 0)
        *out = q.answer;
    return status;
}
