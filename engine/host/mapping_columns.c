/*
 * columns = { ["N° ménage"] = "household_id", ["Adresse"] = { "street", "number", "box" }, ... }
 * patterns = { ["Adresse"] = [[^(?<street>.+) (?<number>\d+)$]] }
 */
#include <stdlib.h>
#include <string.h>
#include "../base/fold.h"
#include "../model/forbidden.h"
#include "mapping_file.h"
#include "values.h"

/* ---- what the readers of a mapping share ---- */

char *mapping_fold(lua_State *L, const subject *s, const char *written)
{
    char folded[LIMIT_TEXT + 1];
    int64_t length = text_fold(text_of(written), folded, sizeof folded);
    char *kept;

    if (length < 0)
        stop_at(L, place_of_text(L, s->at, written), "N02", "a name or a word is longer than %d bytes",
                LIMIT_TEXT);
    need_room(L, (size_t)length);
    kept = arena_copy(host_of(L)->memory, folded, (size_t)length);
    if (!kept)
        stop_memory(L);
    return kept;
}

const char *mapping_key(lua_State *L, const subject *s, int index)
{
    const char *kept;

    if (lua_type(L, index) != LUA_TSTRING && !lua_isinteger(L, index))
        stop_at(L, s->at, "N02", "a name here is %s: write a text between [\"...\"]", value_name(L, index));
    lua_pushvalue(L, index); /* reading a number as text would change the key under the walk */
    kept = keep_string(L, -1);
    lua_pop(L, 1);
    return kept;
}

int mapping_table(lua_State *L, const subject *s, const char *key)
{
    if (lua_getfield(L, 1, key) == LUA_TNIL) {
        lua_pop(L, 1);
        return 0;
    }
    if (!lua_istable(L, -1))
        stop_at(L, place_of_text(L, s->at, key), "N02", "%s is %s: write %s = { ... }", key,
                value_name(L, -1), key);
    return 1;
}

int mapping_fact(lua_State *L, const subject *s, const char *name, int ids)
{
    const dictionary *facts = mapping_of(L)->facts;
    const char *about = fact_forbidden(name);
    int at = dictionary_find(facts, name);
    char hint[160];
    guess g;

    if (about)
        stop_at(L, place_of_text(L, s->at, name), "N05",
                "'%s' would hold %s, which no record may: write false for this column", name, about);
    if (ids && strcmp(name, "household_id") == 0)
        return MAPPED_HOUSEHOLD;
    if (ids && strcmp(name, "person_id") == 0)
        return MAPPED_PERSON;
    if (at >= 0)
        return at;
    guess_start(&g, name);
    for (size_t i = 0; i < facts->count; i++)
        guess_try(&g, facts->facts[i].name);
    if (ids) {
        guess_try(&g, "household_id");
        guess_try(&g, "person_id");
    }
    stop_at(L, place_of_text(L, s->at, name), "N06", "there is no fact '%s'%s", name, guess_hint(&g, hint));
}

/* ---- columns ---- */

static void refuse_value(lua_State *L, place at, const char *header)
{
    stop_at(L, at, "N07",
            "the column '%s' is %s: write the name of a fact, a list of facts, or false to leave it out",
            header, value_name(L, -1));
}

/* The value on the top of the stack: a fact, several, or none. */
static void read_targets(lua_State *L, const subject *s, mapping_column *c)
{
    size_t count = lua_istable(L, -1) ? lua_rawlen(L, -1) : 1;
    int *facts;

    if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
        return;
    if ((!lua_istable(L, -1) && lua_type(L, -1) != LUA_TSTRING) || !count || count > 64)
        refuse_value(L, c->at, c->header);
    c->facts = facts = keep_array(L, count, sizeof *facts);
    for (size_t i = 0; i < count; i++) {
        if (lua_istable(L, -1))
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
        else
            lua_pushvalue(L, -1);
        if (lua_type(L, -1) != LUA_TSTRING)
            refuse_value(L, c->at, c->header);
        facts[i] = mapping_fact(L, s, keep_string(L, -1), 1);
        lua_pop(L, 1);
        c->fact_count++;
    }
}

/* One fact, one column: which of two to believe is not for a program to say. */
static void refuse_twice(lua_State *L, const mapping_file *m)
{
    const mapping *made = &m->made;

    for (size_t i = 0; i < made->column_count; i++)
        for (size_t k = 0; k < made->columns[i].fact_count; k++)
            for (size_t j = 0; j <= i; j++)
                for (size_t l = 0; l < (j == i ? k : made->columns[j].fact_count); l++)
                    if (made->columns[i].facts[k] == made->columns[j].facts[l])
                        stop_at(L, made->columns[i].at, "N04",
                                "'%s' is given by the columns '%s' and '%s': keep one, and write false for "
                                "the other",
                                mapping_fact_name(m->facts, made->columns[i].facts[k]),
                                made->columns[j].header, made->columns[i].header);
}

static int compare_columns(const void *one, const void *two)
{
    const mapping_column *a = one, *b = two;

    return strcmp(a->folded, b->folded);
}

static mapping_column *find_column(mapping *made, const char *folded)
{
    for (size_t i = 0; i < made->column_count; i++)
        if (strcmp(made->columns[i].folded, folded) == 0)
            return &made->columns[i];
    return NULL;
}

/* ---- patterns ---- */

static void read_patterns(lua_State *L, const subject *s, mapping *made)
{
    if (!mapping_table(L, s, "patterns"))
        return;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *header = mapping_key(L, s, -2), **list;
        mapping_column *c = find_column(made, mapping_fold(L, s, header));
        size_t count = lua_istable(L, -1) ? lua_rawlen(L, -1) : 1;
        place at = place_of_text(L, place_of_text(L, s->at, "patterns"), header);

        if (!c || !c->fact_count)
            stop_at(L, at, "N08", "patterns has '%s', and columns gives no facts for it", header);
        if ((!lua_istable(L, -1) && lua_type(L, -1) != LUA_TSTRING) || !count || count > 64)
            stop_at(L, at, "N08", "the pattern of '%s' is %s: write [[...]] or a list of them", header,
                    value_name(L, -1));
        list = keep_array(L, count, sizeof *list);
        for (size_t i = 0; i < count; i++) {
            if (lua_istable(L, -1))
                lua_rawgeti(L, -1, (lua_Integer)i + 1);
            else
                lua_pushvalue(L, -1);
            if (lua_type(L, -1) != LUA_TSTRING)
                stop_at(L, at, "N08", "a pattern of '%s' is %s: write [[...]]", header, value_name(L, -1));
            list[i] = keep_string(L, -1);
            lua_pop(L, 1);
        }
        c->patterns = list;
        c->pattern_count = count;
        c->patterns_at = at;
    }
    lua_pop(L, 1);
}

void mapping_columns(lua_State *L, const subject *s)
{
    mapping_file *m = mapping_of(L);
    mapping *made = &m->made;

    if (!mapping_table(L, s, "columns"))
        stop_at(L, s->at, "N02", "the mapping has no columns: write columns = { [\"header\"] = \"fact\" }");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        mapping_column c = {.header = mapping_key(L, s, -2)};
        const mapping_column *twin;

        c.at = place_of_text(L, s->at, c.header);
        c.folded = mapping_fold(L, s, c.header);
        if ((twin = find_column(made, c.folded)))
            stop_at(L, c.at, "N04", "the columns '%s' and '%s' are one to the engine: keep one", twin->header,
                    c.header);
        if (made->column_count >= LIMIT_COLUMNS)
            stop_at(L, c.at, "N02", "the mapping has more than %d columns", LIMIT_COLUMNS);
        read_targets(L, s, &c);
        room_for(L, &made->columns, &m->column_capacity, made->column_count + 1, sizeof *made->columns);
        made->columns[made->column_count++] = c;
    }
    lua_pop(L, 1);
    if (!made->column_count)
        stop_at(L, s->at, "N02", "the mapping has no columns: write columns = { [\"header\"] = \"fact\" }");
    qsort(made->columns, made->column_count, sizeof *made->columns, compare_columns);
    refuse_twice(L, m);
    read_patterns(L, s, made);
}
