/*
 * fact "name" { ... }: what a record may hold.
 *
 * Facts that must not exist are refused here by name: the law opens these
 * rights on conditions of residence, age and resources, and `stay` says all
 * that residence needs.
 */
#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "../model/forbidden.h"
#include "room.h"
#include "values.h"

/* ---- facts that must not exist ---- */

static void refuse_forbidden(lua_State *L, const subject *s)
{
    const char *about = fact_forbidden(s->name);

    if (about)
        stop_at(L, s->at, "R20",
                "fact '%s' would hold %s, which no record may: the law allows `stay` alone, for its "
                "conditions of "
                "residence, and nothing here may be held against a person",
                s->name, about);
}

/* ---- kinds and bounds ---- */

static void set_bounds(fact *f)
{
    f->least = 0;
    switch (f->kind) {
    case KIND_MONEY:
        f->most = f->per == PERIOD_MONTH  ? LIMIT_EURO_MONTH * 100
                  : f->per == PERIOD_YEAR ? LIMIT_EURO_YEAR * 100
                                          : LIMIT_EURO * 100;
        break;
    case KIND_NUMBER:
        f->most = LIMIT_NUMBER * 1000;
        break;
    case KIND_DATE:
        f->least = DAY_LEAST;
        f->most = DAY_MOST;
        break;
    case KIND_WORD:
        f->most = (cell)f->word_count - 1;
        break;
    case KIND_TRUTH:
        f->most = 1;
        break;
    default:
        f->most = 0;
        break;
    }
}

/* min and max: within what the kind can hold, below zero too when the rule says so. */
static cell read_bound(lua_State *L, const subject *s, const fact *f, const char *key, cell otherwise)
{
    fact wide = *f;
    const char *written;
    cell bound = otherwise;

    if (lua_getfield(L, 1, key) != LUA_TNIL) {
        if (f->kind != KIND_MONEY && f->kind != KIND_NUMBER && f->kind != KIND_DATE)
            stop_at(L, place_of_text(L, s->at, key), "R13",
                    "fact '%s' has a %s: only money, numbers and dates have bounds", s->name, key);
        if (f->kind != KIND_DATE)
            wide.least = -f->most;
        written = scalar_text(L, -1);
        if (!written)
            stop_at(L, place_of_text(L, s->at, key), "R13",
                    "%s of fact '%s' is %s: write a value of the fact", key, s->name, value_name(L, -1));
        bound = cell_of_text(L, s, &wide, key, written);
    }
    lua_pop(L, 1);
    return bound;
}

/* The words of a fact, joined, for a sentence. */
static void list_words(const fact *f, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < f->word_count && used < size; i++) {
        int written = snprintf(out + used, size - used, "%s%s", i ? ", " : "", f->words[i]);

        used += written > 0 ? (size_t)written : 0;
    }
}

cell cell_of_text(lua_State *L, const subject *s, const fact *f, const char *key, const char *written)
{
    cell value = CELL_UNKNOWN;
    const char *reason = NULL;
    char words[400] = "", hint[160] = "";
    guess g;

    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON)
        reason = "not a value that can be written here";
    else
        reason = fact_read(f, text_of(written), 0, &value);
    if (!reason && value == CELL_UNKNOWN)
        reason = "empty";
    if (!reason)
        return value;
    if (f->kind == KIND_WORD) {
        guess_start(&g, written);
        for (size_t i = 0; i < f->word_count; i++)
            guess_try(&g, f->words[i]);
        guess_hint(&g, hint);
        list_words(f, words, sizeof words);
    }
    stop_at(L, place_of_text(L, s->at, key), "R15", "%s of %s '%s' is \"%s\": %s%s%s%s", key, s->what,
            s->name, written, reason, words[0] ? "; the words are " : "", words, hint);
}

/* ---- what an empty cell means ---- */

static void read_empty(lua_State *L, const subject *s, fact *f)
{
    const char *empty = field_text(L, 1, s, "empty", 0), *written;

    f->empty = EMPTY_UNKNOWN;
    if (empty && strcmp(empty, "never") == 0) {
        if (f->kind != KIND_DATE && f->kind != KIND_PERSON)
            stop_at(L, s->at, "R13", "empty of fact '%s' is \"never\": that is for dates and persons",
                    s->name);
        f->empty = EMPTY_NEVER;
    } else if (empty && strcmp(empty, "optional") == 0) {
        if (f->kind != KIND_MONEY)
            stop_at(L, s->at, "R13", "empty of fact '%s' is \"optional\": that is for money", s->name);
        f->empty = EMPTY_OPTIONAL;
    } else if (empty) {
        stop_at(L, place_of_text(L, s->at, "empty"), "R13",
                "empty of fact '%s' is \"%s\": write \"never\" (dates and persons) or \"optional\" (money)",
                s->name, empty);
    }
    if (lua_getfield(L, 1, "presume") != LUA_TNIL) {
        if (f->empty != EMPTY_UNKNOWN)
            stop_at(L, s->at, "R13", "fact '%s' has both presume and empty: an empty cell has one meaning",
                    s->name);
        written = scalar_text(L, -1);
        if (!written)
            stop_at(L, s->at, "R13", "presume of fact '%s' is %s: write a value of the fact", s->name,
                    value_name(L, -1));
        f->presumed = cell_of_text(L, s, f, "presume", written);
        f->empty = EMPTY_PRESUMED;
    }
    lua_pop(L, 1);
}

/* empty_when, unknown_when: kept as text until every fact is known. */
static int read_when(lua_State *L, const subject *s, const char *key, int with_value, pending_when *out)
{
    static const char *const keys[] = {"fact", "is", "above", "value", NULL};
    static const char *const keys_unknown[] = {"fact", "is", "above", NULL};
    int given = lua_getfield(L, 1, key) != LUA_TNIL, table = lua_gettop(L);

    if (given) {
        subject inner = {key, s->name, place_of_text(L, s->at, key)};

        if (!lua_istable(L, table))
            stop_at(L, inner.at, "R13", "%s of fact '%s' is %s: write %s = { fact = \"...\", is = \"yes\" }",
                    key, s->name, value_name(L, table), key);
        need_keys(L, table, &inner, with_value ? keys : keys_unknown);
        out->on = field_text(L, table, &inner, "fact", 1);
        lua_getfield(L, table, "is");
        lua_getfield(L, table, "above");
        out->is = scalar_text(L, -2);
        if ((out->is != NULL) == !lua_isnil(L, -1))
            stop_at(L, inner.at, "R13", "%s of fact '%s' takes either is = \"yes\" or above = 0", key,
                    s->name);
        if (!out->is && !(lua_isinteger(L, -1) && lua_tointeger(L, -1) == 0))
            stop_at(L, inner.at, "R13", "above in %s of fact '%s' can only be 0", key, s->name);
        lua_getfield(L, table, "value");
        out->value = scalar_text(L, -1);
        if (with_value && !out->value)
            stop_at(L, inner.at, "R13", "%s of fact '%s' has no value: write what an empty cell is then", key,
                    s->name);
    }
    lua_settop(L, table - 1);
    return given;
}

static pending_when *read_whens(lua_State *L, const subject *s, pending_when *out)
{
    pending_when second = {0};
    int empty, unknown;

    memset(out, 0, sizeof *out);
    empty = read_when(L, s, "empty_when", 1, out);
    unknown = read_when(L, s, "unknown_when", 0, empty ? &second : out);
    if (empty && unknown)
        stop_at(L, s->at, "R13", "fact '%s' has both empty_when and unknown_when: one of them is enough",
                s->name);
    return empty || unknown ? out : NULL;
}

/* ---- the declaration ---- */

static void read_kind(lua_State *L, const subject *s, fact *f)
{
    static const char *const types[] = {"truth", "money", "number", "date", "word", "text", "person", NULL};
    const char *type = field_text(L, 1, s, "type", 1);
    char hint[160];
    int type_at = 0;

    while (types[type_at] && strcmp(types[type_at], type) != 0)
        type_at++;
    if (!types[type_at])
        stop_at(L, place_of_text(L, s->at, "type"), "R13",
                "type of fact '%s' is \"%s\": write truth, money, number, date, word, text or person%s",
                s->name, type,
                strcmp(type, "count") == 0 ? "; a count is type = \"number\", whole = true"
                                           : guess_list(type, types, hint));
    f->kind = (enum kind)type_at;
    f->per = field_period(L, 1, s, f->kind == KIND_MONEY);
    f->whole = field_truth(L, 1, s, "whole");
    if (f->whole && f->kind != KIND_NUMBER)
        stop_at(L, s->at, "R13", "fact '%s' is whole: only a number counts things", s->name);
    f->words = field_words(L, 1, s, "words", &f->word_count);
    if ((f->kind == KIND_WORD) != (f->word_count > 0))
        stop_at(L, s->at, "R13",
                f->kind == KIND_WORD ? "fact '%s' is a word without words: write words = { \"...\", \"...\" }"
                                     : "fact '%s' has words: only type = \"word\" has them",
                s->name);
}

static const char *read_as_of(lua_State *L, const subject *s, const fact *f)
{
    static const char *const taken[] = {"household",       "others",     "children",    "parents",
                                        "siblings",        "ascendants", "descendants", "parents_in_law",
                                        "children_in_law", "members",    NULL};
    const char *read_as = field_text(L, 1, s, "read_as", 0);
    size_t length = strlen(s->name);
    subject inner = *s;

    if (read_as && f->kind != KIND_PERSON)
        stop_at(L, s->at, "R13", "fact '%s' has read_as: only type = \"person\" is read under another name",
                s->name);
    if (!read_as && f->kind == KIND_PERSON && length > 3 && strcmp(s->name + length - 3, "_id") == 0) {
        char *shorter = keep_array(L, length, 1);

        memcpy(shorter, s->name, length - 3);
        read_as = shorter;
    }
    if (!read_as)
        read_as = s->name;
    inner.name = read_as;
    need_name(L, &inner, 0);
    for (size_t i = 0; taken[i]; i++)
        if (strcmp(taken[i], read_as) == 0)
            stop_at(L, s->at, "R25",
                    "fact '%s' would be read as '%s', which formulas use for members of the household: name "
                    "it otherwise",
                    s->name, read_as);
    return read_as;
}

/* A name both languages use ("Statbel"), or one for each. */
static label read_register(lua_State *L, const subject *s)
{
    int shared = lua_getfield(L, 1, "register") == LUA_TSTRING;
    const char *name;

    lua_pop(L, 1);
    if (!shared)
        return field_label(L, 1, s, "register", 0);
    name = field_text(L, 1, s, "register", 0);
    return (label){name, name, NULL};
}

static void read_rest(lua_State *L, const subject *s, fact *f)
{
    f->read_as = read_as_of(L, s, f);
    f->label = field_label(L, 1, s, "label", 0);
    f->ask = field_label(L, 1, s, "ask", 0);
    f->source_register = read_register(L, s);
    f->sensitive = field_truth(L, 1, s, "sensitive");
    f->contact_only = field_truth(L, 1, s, "contact_only");
    set_bounds(f);
    {
        cell least = read_bound(L, s, f, "min", f->least), most = read_bound(L, s, f, "max", f->most);

        if (least > most)
            stop_at(L, s->at, "R15", "min of fact '%s' is above its max", s->name);
        f->least = least;
        f->most = most;
    }
    read_empty(L, s, f);
    f->fresh_months = (int)field_count(L, 1, s, "fresh_months", 1200, 0);
}

static int declare_fact(lua_State *L)
{
    static const char *const keys[] = {"entity",     "type",         "per",          "label", "ask",
                                       "register",   "sensitive",    "contact_only", "words", "whole",
                                       "presume",    "empty",        "min",          "max",   "read_as",
                                       "empty_when", "unknown_when", "fresh_months", NULL};
    host *h = host_of(L);
    subject s = declared(L, "fact");
    fact f = {0};
    pending_when when;
    int index;

    need_name(L, &s, 0);
    refuse_forbidden(L, &s);
    need_keys(L, 1, &s, keys);
    f.name = s.name;
    f.at = s.at;
    f.when_fact = -1;
    f.entity = field_entity(L, 1, &s);
    read_kind(L, &s, &f);
    read_rest(L, &s, &f);
    index = dictionary_find(&h->rules->facts, f.name);
    if (index >= 0) {
        declared_again(L, &s, h->rules->facts.facts[index].at);
        h->rules->facts.facts[index] = f;
        for (size_t i = 0; i < h->when_count; i++)
            if (h->whens[i].fact == index)
                h->whens[i].fact = -1; /* what the replaced fact said of its empty cells goes with it */
    } else if ((index = dictionary_add(&h->rules->facts, h->memory, &f)) < 0) {
        stop_memory(L);
    }
    if (read_whens(L, &s, &when)) {
        when.fact = index;
        room_for(L, &h->whens, &h->when_capacity, h->when_count + 1, sizeof *h->whens);
        h->whens[h->when_count++] = when;
    }
    return 0;
}

int run_fact(lua_State *L)
{
    return curry(L, "fact", declare_fact);
}
