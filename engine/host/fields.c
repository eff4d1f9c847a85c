/*
 * Strict reading of the tables of declarations: a key that is not expected,
 * a value of another type, a text that is not a date: each is refused with
 * the name of what was declared and what to write instead.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "values.h"

/* ---- nearest names ---- */

void guess_start(guess *g, const char *word)
{
    g->word = word;
    g->best = NULL;
    g->distance = 2 + strlen(word) / 4; /* further away is another word, not a slip */
}

void guess_try(guess *g, const char *candidate)
{
    size_t distance = text_distance(g->word, candidate);

    if (distance < g->distance) {
        g->distance = distance;
        g->best = candidate;
    }
}

const char *guess_hint(const guess *g, char out[160])
{
    out[0] = '\0';
    if (g->best)
        snprintf(out, 160, ": did you mean '%.120s'?", g->best);
    return out;
}

const char *guess_list(const char *word, const char *const *names, char out[160])
{
    guess g;

    guess_start(&g, word);
    for (size_t i = 0; names[i]; i++)
        guess_try(&g, names[i]);
    return guess_hint(&g, out);
}

/* ---- memory ---- */

const char *keep_text(lua_State *L, const char *s)
{
    const char *copy;

    need_room(L, s ? strlen(s) : 0);
    copy = arena_text(host_of(L)->memory, s);
    if (s && !copy)
        stop_memory(L);
    return copy;
}

const char *keep_string(lua_State *L, int index)
{
    text given = {NULL, 0};

    given.at = lua_tolstring(L, index, &given.length);
    if (given.at && !text_is_utf8(given))
        stop(L, "R07", "a text here holds a zero byte or bytes that are not UTF-8: write the letter itself");
    return keep_text(L, given.at);
}

void *keep_array(lua_State *L, size_t count, size_t size)
{
    void *items;

    need_room(L, count > LIMIT_LUA_MEMORY / size ? LIMIT_LUA_MEMORY + 1u : count * size);
    items = arena_array(host_of(L)->memory, count ? count : 1, size);
    if (!items)
        stop_memory(L);
    return items;
}

void room_for(lua_State *L, void *items, size_t *capacity, size_t need, size_t size)
{
    need_room(L, need > *capacity ? need * size : 0);
    if (arena_grow(host_of(L)->memory, items, capacity, need, size) < 0)
        stop_memory(L);
}

/* ---- keys ---- */

static int compare_texts(const void *one, const void *two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

const char **sorted_keys(lua_State *L, int table, const subject *s, size_t *count)
{
    size_t room = 0, used = 0;
    const char **keys;

    table = lua_absindex(L, table);
    luaL_checkstack(L, 10, NULL);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            stop_at(L, s->at, "R04", "%s '%s' has a value without a name: write name = value", s->what,
                    s->name);
        room++;
    }
    charge(L, (int64_t)room * 20);
    keys = lua_newuserdatauv(L, (room + 1) * sizeof *keys, 0);
    for (lua_pushnil(L); lua_next(L, table) && used < room; lua_pop(L, 1))
        keys[used++] = lua_tostring(L, -2);
    keys[used] = NULL;
    qsort(keys, used, sizeof *keys, compare_texts);
    *count = used;
    return keys;
}

void need_keys(lua_State *L, int table, const subject *s, const char *const *keys)
{
    size_t count;
    const char **found = sorted_keys(L, table, s, &count);
    char hint[160];

    for (size_t i = 0; i < count; i++) {
        size_t at = 0;

        while (keys[at] && strcmp(keys[at], found[i]) != 0)
            at++;
        if (!keys[at])
            stop_at(L, place_of_text(L, s->at, found[i]), "R04", "'%s' is not a key of %s '%s'%s", found[i],
                    s->what, s->name, guess_list(found[i], keys, hint));
    }
    lua_pop(L, 1);
}

static _Noreturn void refuse_field(lua_State *L, const subject *s, const char *key, const char *wanted,
                                   int index)
{
    if (lua_isnoneornil(L, index))
        stop_at(L, s->at, "R13", "%s '%s' has no %s: write %s", s->what, s->name, key, wanted);
    stop_at(L, place_of_text(L, s->at, key), "R13", "%s of %s '%s' is %s: write %s", key, s->what, s->name,
            value_name(L, index), wanted);
}

const char *field_text(lua_State *L, int table, const subject *s, const char *key, int required)
{
    const char *value = NULL;
    char wanted[100];

    lua_getfield(L, table, key);
    if (lua_type(L, -1) == LUA_TSTRING) {
        value = keep_string(L, -1);
    } else if (required || !lua_isnil(L, -1)) {
        snprintf(wanted, sizeof wanted, "%s = \"...\"", key);
        refuse_field(L, s, key, wanted, -1);
    }
    lua_pop(L, 1);
    return value;
}

int field_truth(lua_State *L, int table, const subject *s, const char *key)
{
    int value = 0;
    char wanted[100];

    lua_getfield(L, table, key);
    if (lua_isboolean(L, -1)) {
        value = lua_toboolean(L, -1);
    } else if (!lua_isnil(L, -1)) {
        snprintf(wanted, sizeof wanted, "%s = true or %s = false", key, key);
        refuse_field(L, s, key, wanted, -1);
    }
    lua_pop(L, 1);
    return value;
}

lua_Integer field_count(lua_State *L, int table, const subject *s, const char *key, lua_Integer most,
                        lua_Integer otherwise)
{
    lua_Integer value = otherwise;
    char wanted[100];

    lua_getfield(L, table, key);
    if (!lua_isnil(L, -1)) {
        snprintf(wanted, sizeof wanted, "a whole number from 0 to %lld", (long long)most);
        if (!lua_isinteger(L, -1))
            refuse_field(L, s, key, wanted, -1);
        value = lua_tointeger(L, -1);
        if (value < 0 || value > most)
            stop_at(L, place_of_text(L, s->at, key), "R13", "%s of %s '%s' is %lld: write %s", key, s->what,
                    s->name, (long long)value, wanted);
    }
    lua_pop(L, 1);
    return value;
}

day field_day(lua_State *L, int table, const subject *s, const char *key)
{
    day value = DAY_NEVER;
    char wanted[100];

    snprintf(wanted, sizeof wanted, "%s = \"2026-03-01\"", key);
    lua_getfield(L, table, key);
    if (date_at(L, -1))
        value = date_at(L, -1)->at;
    else if (lua_type(L, -1) != LUA_TSTRING)
        refuse_field(L, s, key, wanted, -1);
    else if (!day_parse(text_of(lua_tostring(L, -1)), &value))
        stop_at(L, place_of_text(L, s->at, lua_tostring(L, -1)), "R15",
                "%s of %s '%s' is \"%s\", not a date: write %s", key, s->what, s->name, lua_tostring(L, -1),
                wanted);
    lua_pop(L, 1);
    return value;
}

/* ---- labels, laws, entities, periods ---- */

label read_label(lua_State *L, int table)
{
    static const char *const languages[] = {"fr", "nl", "en"};
    label read = {NULL, NULL, NULL};
    const char **into[] = {&read.fr, &read.nl, &read.en};

    table = lua_absindex(L, table);
    for (int i = 0; i < 3; i++) {
        if (lua_getfield(L, table, languages[i]) == LUA_TSTRING && lua_tostring(L, -1)[0])
            *into[i] = keep_string(L, -1);
        lua_pop(L, 1);
    }
    return read;
}

label field_label(lua_State *L, int table, const subject *s, const char *key, int required)
{
    static const char *const languages[] = {"fr", "nl", "en", NULL};
    label read = {NULL, NULL, NULL};
    char wanted[100];
    subject inner = *s;
    char name[200];

    snprintf(wanted, sizeof wanted, "%s = { fr = \"...\", nl = \"...\" }", key);
    lua_getfield(L, table, key);
    if (lua_istable(L, -1)) {
        snprintf(name, sizeof name, "%s %s", s->what, s->name);
        inner.what = key;
        inner.name = name;
        need_keys(L, -1, &inner, languages);
        for (int i = 0; languages[i]; i++) {
            if (lua_getfield(L, -1, languages[i]) != LUA_TSTRING && !lua_isnil(L, -1))
                refuse_field(L, &inner, languages[i], "a text", -1);
            lua_pop(L, 1);
        }
        read = read_label(L, -1);
    } else if (required || !lua_isnil(L, -1)) {
        refuse_field(L, s, key, wanted, -1);
    }
    lua_pop(L, 1);
    return read;
}

law_reference read_law(lua_State *L, int index, const subject *s, const char *key)
{
    law_reference none = {-1, NULL};
    const law_object *given = luaL_testudata(L, index, OBJECT_LAW);

    if (given)
        return given->law;
    if (!lua_isnil(L, index))
        refuse_field(L, s, key, "a reference such as act \"art. 14\", with local act = source \"...\" above",
                     index);
    return none;
}

law_reference field_law(lua_State *L, int table, const subject *s, const char *key)
{
    law_reference law;

    lua_getfield(L, table, key);
    law = read_law(L, lua_gettop(L), s, key);
    lua_pop(L, 1);
    return law;
}

entity field_entity(lua_State *L, int table, const subject *s)
{
    static const char *const names[] = {"household", "person", NULL};
    const char *given = field_text(L, table, s, "entity", 1);
    char hint[160];

    for (int i = 0; names[i]; i++)
        if (strcmp(given, names[i]) == 0)
            return (entity)i;
    stop_at(L, place_of_text(L, s->at, "entity"), "R13",
            "entity of %s '%s' is \"%s\": write \"person\" or \"household\"%s", s->what, s->name, given,
            guess_list(given, names, hint));
}

period field_period(lua_State *L, int table, const subject *s, int is_money)
{
    const char *given = field_text(L, table, s, "per", 0);

    if (!given)
        return PERIOD_NONE;
    if (!is_money)
        stop_at(L, place_of_text(L, s->at, "per"), "R13", "%s '%s' is not money: only money has a per",
                s->what, s->name);
    if (strcmp(given, "month") == 0)
        return PERIOD_MONTH;
    if (strcmp(given, "year") == 0)
        return PERIOD_YEAR;
    stop_at(L, place_of_text(L, s->at, "per"), "R13",
            "per of %s '%s' is \"%s\": write per = \"month\", per = \"year\", or leave it out", s->what,
            s->name, given);
}

const char **field_words(lua_State *L, int table, const subject *s, const char *key, size_t *count)
{
    const char **words = NULL;
    size_t length = 0;
    char wanted[100];

    snprintf(wanted, sizeof wanted, "%s = { \"...\", \"...\" }", key);
    if (lua_getfield(L, table, key) != LUA_TNIL) {
        if (!lua_istable(L, -1))
            refuse_field(L, s, key, wanted, -1);
        length = lua_rawlen(L, -1);
        if (length > LIMIT_WORDS)
            stop_at(L, s->at, "R19", "%s of %s '%s' has %zu words: at most %d", key, s->what, s->name, length,
                    LIMIT_WORDS);
        words = keep_array(L, length, sizeof *words);
        for (size_t i = 0; i < length; i++) {
            if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TSTRING || !lua_tostring(L, -1)[0])
                refuse_field(L, s, key, wanted, -1);
            words[i] = keep_string(L, -1);
            for (size_t j = 0; j < i; j++)
                if (text_same_no_case(text_of(words[i]), words[j]))
                    stop_at(L, place_of_text(L, s->at, words[i]), "R19", "%s of %s '%s' says \"%s\" twice",
                            key, s->what, s->name, words[i]);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    *count = length;
    return words;
}

/* ---- scalars ---- */

const char *scalar_text(lua_State *L, int index)
{
    char out[64];
    number n;

    if (lua_type(L, index) == LUA_TSTRING)
        return keep_string(L, index);
    if (lua_isboolean(L, index))
        return lua_toboolean(L, index) ? "yes" : "no";
    if (lua_type(L, index) == LUA_TNUMBER && !lua_isinteger(L, index)) {
        micro exact;

        snprintf(out, sizeof out, "%.14g", lua_tonumber(L, index)); /* 900.5, not its binary neighbour */
        if (!micro_parse(text_of(out), 6, &exact))
            return NULL;
        return keep_text(L, out);
    }
    if (date_at(L, index)) {
        day_print(out, date_at(L, index)->at);
        return keep_text(L, out);
    }
    n = number_at(L, index);
    if (n.type == NUMBER_NONE)
        return NULL;
    micro_print(out, n.amount, n.type == NUMBER_MONEY ? 2 : 0);
    return keep_text(L, out);
}

/* ---- names ---- */

static const char *const reserved[] = {
    "and",   "break", "do",  "else", "elseif", "end",    "false", "for",  "function", "goto",  "if", "in",
    "local", "nil",   "not", "or",   "repeat", "return", "then",  "true", "until",    "while", NULL};

void need_name(lua_State *L, const subject *s, int dotted)
{
    const char *part = s->name;

    for (;;) {
        size_t length = strcspn(part, ".");
        int good = length > 0 && islower((unsigned char)part[0]);

        for (size_t i = 0; good && i < length; i++)
            good = islower((unsigned char)part[i]) || isdigit((unsigned char)part[i]) || part[i] == '_';
        if (!good || (part[length] == '.' && !dotted))
            stop_at(L, s->at, "R14",
                    "'%s' cannot be the name of a %s: write lower-case letters, digits and _%s", s->name,
                    s->what, dotted ? ", with points between the parts" : "");
        for (size_t i = 0; reserved[i]; i++)
            if (strlen(reserved[i]) == length && strncmp(reserved[i], part, length) == 0)
                stop_at(L, s->at, "R14",
                        "'%s' cannot be the name of a %s: '%s' is a word of Lua, a formula could not read it",
                        s->name, s->what, reserved[i]);
        if (!part[length])
            break;
        part += length + 1;
    }
    if (strlen(s->name) > 120)
        stop_at(L, s->at, "R14", "the name of a %s is longer than 120 letters", s->what);
}

/* The folder a declaration came from, or -1. */
static int folder_of(const host *h, place at)
{
    for (size_t i = 0; i < h->file_count; i++)
        if (h->files[i].path == at.file)
            return h->files[i].folder;
    return -1;
}

void declared_again(lua_State *L, const subject *s, place before)
{
    host *h = host_of(L);
    rulebook *r = h->rules;
    replacement *one;

    if (folder_of(h, before) == h->folder)
        stop_at(L, s->at, "R01", "%s '%s' is declared twice; the first is at %s:%d", s->what, s->name,
                before.file, before.line);
    room_for(L, &r->replacements, &r->replacement_capacity, r->replacement_count + 1,
             sizeof *r->replacements);
    one = &r->replacements[r->replacement_count];
    one->what = arena_print(h->memory, "%s %s", s->what, s->name);
    if (!one->what)
        stop_memory(L);
    one->before = before;
    one->after = s->at;
    r->replacement_count++;
}

/* ---- places ---- */

static int is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '-';
}

/* The first line, at most 400 further, that holds `needle` as a whole word. */
place place_of_text(lua_State *L, place from, const char *needle)
{
    host *h = host_of(L);
    size_t length = strlen(needle), at = 0;
    text content = {NULL, 0};
    int line = 1;

    for (size_t i = 0; i < h->file_count; i++)
        if (h->files[i].path == from.file)
            content = h->files[i].content;
    if (h->scan.file == from.file && h->scan.line <= from.line) {
        line = h->scan.line; /* declarations come in the order of the file: go on from the last one */
        at = h->scan.at;
    }
    while (line < from.line && at < content.length)
        line += content.at[at++] == '\n';
    h->scan.file = from.file;
    h->scan.line = line;
    h->scan.at = at;
    for (; length && at + length <= content.length && line < from.line + 400; at++) {
        if (content.at[at] == '\n')
            line++;
        else if (memcmp(content.at + at, needle, length) == 0 &&
                 (at == 0 || !is_word_byte(content.at[at - 1])) &&
                 (at + length == content.length || !is_word_byte(content.at[at + length])))
            return (place){from.file, line};
    }
    return from;
}
