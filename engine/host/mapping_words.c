/*
 * words = { gender = { m = { "M", "Homme" }, f = { "F", "Femme" } }, stay = { ["Belge"] = "belgian" } }
 * empty = { "NULL", "n/a" }
 * links = { column = "Lien", words = { reference = { "chef de ménage", "01" }, ... } }
 *
 * A word may be told either way: the engine's word and what is written for
 * it, or what is written and the engine's word.
 */
#include <stdlib.h>
#include <string.h>
#include "mapping_file.h"
#include "values.h"

typedef struct word_list {
    mapping_word *words;
    size_t count, capacity;
} word_list;

static int compare_words(const void *one, const void *two)
{
    const mapping_word *a = one, *b = two;

    return strcmp(a->written, b->written);
}

static int compare_texts(const void *one, const void *two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

/* What a word stands for must be something the fact can hold. */
static void need_word(lua_State *L, const subject *s, int of, const char *name, const char *written)
{
    static const char *const links[] = {MAPPING_LINKS, NULL};
    const fact *f = of >= 0 ? &mapping_of(L)->facts->facts[of] : NULL;
    const char *reason;
    char hint[160] = "";
    cell value;
    size_t at = 0;

    if (!f) {
        while (links[at] && strcmp(links[at], written) != 0)
            at++;
        if (!links[at])
            stop_at(L, place_of_text(L, s->at, written), "N09", "links have no word '%s'%s", written,
                    guess_list(written, links, hint));
        return;
    }
    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON)
        return;
    reason = fact_read(f, text_of(written), 0, &value);
    if (!reason)
        return;
    if (f->kind == KIND_WORD) {
        guess g;

        guess_start(&g, written);
        for (size_t i = 0; i < f->word_count; i++)
            guess_try(&g, f->words[i]);
        guess_hint(&g, hint);
    }
    stop_at(L, place_of_text(L, s->at, written), "N09", "words of '%s' say '%s', which it cannot be: %s%s",
            name, written, reason, hint);
}

static void add_word(lua_State *L, const subject *s, word_list *list, const char *written, const char *means)
{
    room_for(L, &list->words, &list->capacity, list->count + 1, sizeof *list->words);
    list->words[list->count++] = (mapping_word){mapping_fold(L, s, written), means};
}

static const char *scalar_at(lua_State *L, const subject *s, const char *name)
{
    const char *value = lua_istable(L, -1) || lua_isfunction(L, -1) ? NULL : scalar_text(L, -1);

    if (!value)
        stop_at(L, s->at, "N09", "the words of '%s' hold %s: write a text, or a list of texts", name,
                value_name(L, -1));
    return value;
}

/* The table on the top of the stack. `fact` -1: links. */
static void read_words(lua_State *L, const subject *s, int of, const char *name, word_list *list)
{
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *key = mapping_key(L, s, -2);

        if (!lua_istable(L, -1)) {
            const char *means = scalar_at(L, s, name);

            need_word(L, s, of, name, means);
            add_word(L, s, list, key, means);
            continue;
        }
        need_word(L, s, of, name, key);
        for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
            add_word(L, s, list, scalar_at(L, s, name), key);
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    if (list->count)
        qsort(list->words, list->count, sizeof *list->words, compare_words);
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(list->words[i].written, list->words[i - 1].written) == 0 &&
            strcmp(list->words[i].word, list->words[i - 1].word) != 0)
            stop_at(L, place_of_text(L, s->at, list->words[i].written), "N09",
                    "'%s' stands for both '%s' and '%s' in the words of '%s'", list->words[i].written,
                    list->words[i - 1].word, list->words[i].word, name);
}

static void read_empty(lua_State *L, const subject *s, mapping *made)
{
    const char **list;
    size_t count;

    if (!mapping_table(L, s, "empty"))
        return;
    count = lua_rawlen(L, -1);
    list = keep_array(L, count, sizeof *list);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            stop_at(L, place_of_text(L, s->at, "empty"), "N02",
                    "empty holds %s: write texts, such as \"NULL\" or \"?\"", value_name(L, -1));
        list[i] = mapping_fold(L, s, keep_string(L, -1));
        lua_pop(L, 1);
    }
    if (count)
        qsort(list, count, sizeof *list, compare_texts);
    made->empty = list;
    made->empty_count = count;
    lua_pop(L, 1);
}

void mapping_vocabularies(lua_State *L, const subject *s)
{
    mapping *made = &mapping_of(L)->made;
    size_t capacity = 0;

    read_empty(L, s, made);
    if (!mapping_table(L, s, "words"))
        return;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *name = mapping_key(L, s, -2);
        subject within = {"words", name, place_of_text(L, place_of_text(L, s->at, "words"), name)};
        int given = mapping_fact(L, &within, name, 0);
        word_list list = {0};

        if (!lua_istable(L, -1))
            stop_at(L, within.at, "N09", "the words of '%s' are %s: write { ... }", name, value_name(L, -1));
        read_words(L, &within, given, name, &list);
        room_for(L, &made->vocabularies, &capacity, made->vocabulary_count + 1, sizeof *made->vocabularies);
        made->vocabularies[made->vocabulary_count++] = (mapping_vocabulary){given, list.words, list.count};
    }
    lua_pop(L, 1);
}

void mapping_links_read(lua_State *L, const subject *s)
{
    static const char *const keys[] = {"column", "words", NULL};
    mapping *made = &mapping_of(L)->made;
    subject within = {"links", "links", place_of_text(L, s->at, "links")};
    word_list list = {0};

    if (!mapping_table(L, s, "links"))
        return;
    need_keys(L, -1, &within, keys);
    made->links_header = field_text(L, lua_gettop(L), &within, "column", 1);
    made->links_folded = mapping_fold(L, &within, made->links_header);
    if (lua_getfield(L, -1, "words") != LUA_TTABLE)
        stop_at(L, within.at, "N09", "links have no words: write words = { reference = { \"...\" }, ... }");
    read_words(L, &within, -1, "links", &list);
    made->links = list.words;
    made->link_count = list.count;
    lua_pop(L, 2);
}
