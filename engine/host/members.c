/*
 * What a formula reads while Lua runs it: persons, households, the parts of
 * dotted names, parameters.
 *
 * Nobody is an object like any other: each of its facts and variables is the
 * nothing of its kind. Two objects of one row are equal; nobody is equal to
 * no one.
 */
#include <string.h>
#include "../base/limits.h"
#include "../params/series.h"
#include "proxies.h"
#include "values.h"

/* ---- the table of names ---- */

/*
 * "p:ris.monthly" -> index + 1 of a variable or ("m:") a parameter; "p:birth_date"
 * -> -(index + 1) of a fact; "p:ris" -> 0, the beginning of longer names.
 */
static void add_name(lua_State *L, char space, const char *name, lua_Integer value)
{
    for (const char *point = strchr(name, '.'); point; point = strchr(point + 1, '.')) {
        lua_pushfstring(L, "%c:", space);
        lua_pushlstring(L, name, (size_t)(point - name));
        lua_concat(L, 2);
        lua_pushinteger(L, 0);
        lua_rawset(L, -3);
    }
    lua_pushfstring(L, "%c:%s", space, name);
    lua_pushinteger(L, value);
    lua_rawset(L, -3);
}

void push_names(lua_State *L, const rulebook *r)
{
    lua_newtable(L);
    for (size_t i = 0; i < r->variable_count; i++)
        add_name(L, r->variables[i].entity == ENTITY_PERSON ? 'p' : 'h', r->variables[i].name,
                 (lua_Integer)i + 1);
    for (size_t i = 0; i < r->parameter_count; i++)
        add_name(L, 'm', r->parameters[i].name, (lua_Integer)i + 1);
    for (size_t i = 0; i < r->facts.count; i++)
        add_name(L, r->facts.facts[i].entity == ENTITY_PERSON ? 'p' : 'h', r->facts.facts[i].read_as,
                 -(lua_Integer)i - 1);
}

/* What `space:name` is; 0 with *known 0 when it is nothing. */
static lua_Integer find_name(lua_State *L, const oracle *o, char space, const char *name, int *known)
{
    lua_Integer found;

    lua_rawgeti(L, LUA_REGISTRYINDEX, o->names);
    lua_pushfstring(L, "%c:%s", space, name);
    *known = lua_rawget(L, -2) != LUA_TNIL;
    found = lua_tointeger(L, -1);
    lua_pop(L, 2);
    return found;
}

/* ---- objects ---- */

void push_member(lua_State *L, oracle *o, entity whose, int64_t row)
{
    lua_Integer key = whose == ENTITY_PERSON ? row + 1 : -row - 1;
    member_object *m;

    lua_rawgeti(L, LUA_REGISTRYINDEX, o->members);
    if (row >= 0 && lua_rawgeti(L, -1, key) != LUA_TNIL) {
        lua_remove(L, -2);
        return;
    }
    if (row >= 0)
        lua_pop(L, 1);
    m = lua_newuserdatauv(L, sizeof *m, 0);
    m->oracle = o;
    m->row = row;
    m->entity = whose;
    luaL_setmetatable(L, OBJECT_MEMBER);
    if (row >= 0) {
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, key);
    }
    lua_remove(L, -2);
}

static void push_beginning(lua_State *L, oracle *o, char space, int64_t row, const char *name)
{
    size_t length = strlen(name);
    names_object *n = lua_newuserdatauv(L, sizeof *n + length + 1, 0);

    n->oracle = o;
    n->row = row;
    n->space = space;
    memcpy(n->name, name, length + 1);
    luaL_setmetatable(L, OBJECT_NAMES);
}

void push_parameters(lua_State *L, oracle *o)
{
    push_beginning(L, o, 'm', 0, "");
}

void push_nothing(lua_State *L, oracle *o, kind of, int whole)
{
    switch (of) {
    case KIND_TRUTH:
        lua_pushboolean(L, 0);
        break;
    case KIND_MONEY:
        push_money(L, 0);
        break;
    case KIND_NUMBER:
        push_number(L, (number){whole ? NUMBER_WHOLE : NUMBER_DECIMAL, 0});
        break;
    case KIND_DATE:
        push_date(L, DAY_NEVER);
        break;
    case KIND_PERSON:
        push_member(L, o, ENTITY_PERSON, ROW_NOBODY);
        break;
    default:
        lua_pushliteral(L, "");
        break;
    }
}

/* ---- facts and parameters ---- */

static void push_cell(lua_State *L, oracle *o, const fact *f, cell value)
{
    switch (f->kind) {
    case KIND_TRUTH:
        lua_pushboolean(L, value);
        break;
    case KIND_MONEY:
        push_money(L, (micro)value * (MICRO / 100));
        break;
    case KIND_NUMBER:
        push_number(L, (number){f->whole ? NUMBER_WHOLE : NUMBER_DECIMAL, (micro)value * (MICRO / 1000)});
        break;
    case KIND_DATE:
        push_date(L, value);
        break;
    case KIND_PERSON:
        /* somebody outside of the household is nobody to the rules: nothing is known of them */
        push_member(L, o, ENTITY_PERSON, value < 0 ? ROW_NOBODY : value);
        break;
    default:
        lua_pushstring(L, f->words[value]);
        break;
    }
}

/*
 * When exists() asks about this very fact: answers it, and gives 1 when the
 * value will not be looked at, so that an unknown one need not stop the run.
 */
static int answer_question(lua_State *L, const fact *f, int given)
{
    host *h = host_of(L);

    if (!h->asked.depth || f->kind == KIND_DATE || f->kind == KIND_PERSON ||
        depth_of_caller(L) != h->asked.depth)
        return 0;
    h->asked.answered = 1;
    h->asked.given = given;
    return 1;
}

static void push_fact(lua_State *L, oracle *o, int index, int64_t row)
{
    const fact *f = &o->rules->facts.facts[index];
    cell value;

    if (f->contact_only || f->kind == KIND_TEXT)
        stop(L, "O02", "no formula may read the fact '%s'", f->name);
    if (row == ROW_NOBODY) {
        answer_question(L, f, 0);
        push_nothing(L, o, f->kind, f->whole);
        return;
    }
    value = fact_cell(o, index, (size_t)row);
    if (answer_question(L, f, people_cell(o->people, index, (size_t)row) != CELL_UNKNOWN) &&
        value == CELL_UNKNOWN)
        lua_pushnil(L);
    else if (value == CELL_UNKNOWN)
        stop_input(L, "O01", "not fully known: '%s'", f->name);
    else
        push_cell(L, o, f, value);
}

static void push_parameter(lua_State *L, const oracle *o, int index)
{
    const parameter *p = &o->rules->parameters[index];
    const parameter_row *row = parameter_at(p, o->on);
    scale_object *scale;
    char on[16];

    day_print(on, o->on);
    if (!row)
        stop_input(L, "O04", "parameter '%s' has no value on %s", p->name, on);
    switch (p->kind) {
    case PARAMETER_MONEY:
        push_money(L, row->value);
        break;
    case PARAMETER_NUMBER:
        push_number(L, (number){p->whole ? NUMBER_WHOLE : NUMBER_DECIMAL, row->value});
        break;
    case PARAMETER_TRUTH:
        lua_pushboolean(L, row->value != 0);
        break;
    case PARAMETER_DATE:
        push_date(L, (day)row->value);
        break;
    default:
        scale = lua_newuserdatauv(L, sizeof *scale, 0);
        scale->row = row;
        luaL_setmetatable(L, OBJECT_SCALE);
        break;
    }
}

/* ---- reading fields ---- */

static const char *field_name(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        stop(L, "O02", "%s is read by names only", value_name(L, 1));
    return lua_tostring(L, 2);
}

/* The fact, variable, parameter or beginning called `name`; 0 when there is none. */
static int push_named(lua_State *L, oracle *o, char space, int64_t row, const char *name)
{
    int known;
    lua_Integer found = find_name(L, o, space, name, &known);

    if (!known)
        return 0;
    if (found == 0)
        push_beginning(L, o, space, row, name);
    else if (found < 0)
        push_fact(L, o, (int)(-found - 1), row);
    else if (space == 'm')
        push_parameter(L, o, (int)found - 1);
    else
        push_variable(L, o, (int)found - 1, row);
    return 1;
}

static int read_names(lua_State *L)
{
    names_object *n = luaL_checkudata(L, 1, OBJECT_NAMES);
    const char *name = field_name(L), *full = n->name[0] ? lua_pushfstring(L, "%s.%s", n->name, name) : name;

    if (!push_named(L, n->oracle, n->space, n->row, full))
        stop(L, "O02", "there is no %s '%s'", n->space == 'm' ? "parameter" : "variable", full);
    return 1;
}

static void push_household(lua_State *L, oracle *o, int64_t person)
{
    push_member(L, o, ENTITY_HOUSEHOLD, person < 0 ? person : (int64_t)o->people->household_of[person]);
}

/* The members a person is tied to by `which`, or (-1) those of a household. */
static void push_set(lua_State *L, const member_object *m, int which)
{
    oracle *o = m->oracle;
    const people *p = o->people;
    const relation *ties = which == RELATION_OTHERS ? &p->others : which > 0 ? &o->relations[which] : NULL;
    set_object *set;

    if (which > 0 && which < RELATION_COUNT && which != RELATION_OTHERS && !o->related[which]) {
        if (people_relation(p, (relation_kind)which, o->memory, &o->relations[which]) < 0)
            stop_memory(L);
        o->related[which] = 1;
    }
    set = lua_newuserdatauv(L, sizeof *set, 0);
    memset(set, 0, sizeof *set);
    set->oracle = o;
    luaL_setmetatable(L, OBJECT_SET);
    if (m->row < 0)
        return;
    if (ties) {
        set->rows = ties->other + ties->first[m->row];
        set->count = ties->first[m->row + 1] - ties->first[m->row];
    } else {
        set->first = p->first[m->row];
        set->count = p->first[m->row + 1] - set->first;
    }
}

static int read_member(lua_State *L)
{
    static const char *const sets[] = {"others",     "children",    "parents",        "siblings",
                                       "ascendants", "descendants", "parents_in_law", "children_in_law"};
    member_object *m = luaL_checkudata(L, 1, OBJECT_MEMBER);
    const char *name = field_name(L);

    if (m->entity == ENTITY_PERSON && strcmp(name, "household") == 0) {
        push_household(L, m->oracle, m->row);
        return 1;
    }
    if (m->entity == ENTITY_HOUSEHOLD && strcmp(name, "members") == 0) {
        push_set(L, m, -1);
        return 1;
    }
    for (int i = 0; m->entity == ENTITY_PERSON && i < RELATION_COUNT; i++) {
        if (strcmp(name, sets[i]) == 0) {
            push_set(L, m, i);
            return 1;
        }
    }
    if (!push_named(L, m->oracle, m->entity == ENTITY_PERSON ? 'p' : 'h', m->row, name))
        stop(L, "O02", "a %s has neither a fact nor a variable '%s'",
             m->entity == ENTITY_PERSON ? "person" : "household", name);
    return 1;
}

static int same_member(lua_State *L)
{
    const member_object *a = luaL_testudata(L, 1, OBJECT_MEMBER), *b = luaL_testudata(L, 2, OBJECT_MEMBER);

    lua_pushboolean(L, a && b && a->entity == b->entity && a->row == b->row && a->row >= 0);
    return 1;
}

static int no_writing(lua_State *L)
{
    stop(L, "O02", "a formula writes nothing: %s cannot be changed", value_name(L, 1));
}

void members_open(lua_State *L)
{
    luaL_newmetatable(L, OBJECT_MEMBER);
    lua_pushcfunction(L, read_member);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, no_writing);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, same_member);
    lua_setfield(L, -2, "__eq");
    luaL_newmetatable(L, OBJECT_NAMES);
    lua_pushcfunction(L, read_names);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, no_writing);
    lua_setfield(L, -2, "__newindex");
    luaL_newmetatable(L, OBJECT_SET);
    luaL_newmetatable(L, OBJECT_SCALE);
    lua_pop(L, 4);
}
