/*
 * The words of rule files, for editors: what a language server of Lua needs to
 * complete them, to explain them in place and to see a name that is none.
 *
 * Made from the same table as the sandbox, so an editor offers what a file may
 * call and nothing else: the libraries of Lua that rules do not have are off.
 */
#include "host.h"

#include <string.h>
#include "words.h"

#define MOST_PARAMETERS 8

/* Parameters of a signature, by name: "f" of "sum(set, f)". */
typedef struct parameters {
    text name[MOST_PARAMETERS];
    size_t count;
    int more; /* "...", or texts given one by one */
} parameters;

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* "param.scale" is called scale; an example, "6200", is called value. */
static void add_parameter(parameters *out, const char *from, size_t length)
{
    text name = {from, length};

    if (length == 0 || out->count == MOST_PARAMETERS)
        return;
    if (*from == '.' || (*from == '"' && out->count)) {
        out->more = 1;
        return;
    }
    for (size_t i = 0; i < length; i++)
        if (from[i] == '.')
            name = (text){from + i + 1, length - i - 1};
    if (!is_letter(*name.at))
        name = text_of("value");
    out->name[out->count++] = name;
}

static parameters parameters_of(const word *one)
{
    const char *at = one->signature + strlen(one->name);
    parameters out = {.count = 0};

    if (one->group == WORD_DECLARES || *at != '(') { /* source "id" { ... }; date "2026-03-01" */
        add_parameter(&out, one->group == WORD_DECLARES ? "name" : "value",
                      one->group == WORD_DECLARES ? 4 : 5);
        return out;
    }
    at++;
    for (const char *end; *at && *at != ')'; at = *end == ',' ? end + 2 : end) {
        end = at + strcspn(at, ",)");
        add_parameter(&out, at, (size_t)(end - at));
    }
    return out;
}

static int may_be_left_out(const word *one, text name)
{
    return strcmp(one->name, "count") == 0 && text_is(name, "f");
}

static void put_types(writer *w, const word *one, const parameters *p)
{
    for (size_t i = 0; i < p->count; i++) {
        put_text(w, "---@param ");
        put(w, p->name[i].at, p->name[i].length);
        put_text(w, may_be_left_out(one, p->name[i]) ? "? " : " ");
        if (text_is(p->name[i], "f"))
            put_text(w, "fun(m: any): any\n");
        else
            put_text(w, one->group == WORD_DECLARES ? "string\n" : "any\n");
    }
    if (p->more)
        put_text(w, "---@param ... any\n");
    put_text(w, one->group == WORD_DECLARES ? "---@return fun(...: any): any\n"
                : one->group == WORD_LOADS  ? "---@return any ...\n"
                                            : "---@return any\n");
}

static void put_word(writer *w, const word *one)
{
    parameters p = parameters_of(one);

    put_print(w, "\n--- `%s`\n---\n--- %s\n---\n--- %s\n", one->signature, one->en, one->fr);
    put_types(w, one, &p);
    put_print(w, "function %s(", one->name);
    for (size_t i = 0; i < p.count; i++) {
        put_text(w, i ? ", " : "");
        put(w, p.name[i].at, p.name[i].length);
    }
    put_print(w, "%s) end\n", !p.more ? "" : p.count ? ", ..." : "...");
}

void host_words_meta(writer *w)
{
    put_text(w, "---@meta\n-- The words of rule files, for a language server of Lua; never run. Made from\n"
                "-- engine/host/words.c by `make words`: change it there.\n\ntable = {}\n");
    for (size_t i = 0; i < words_count; i++)
        put_word(w, &words_table[i]);
}

void host_words_settings(writer *w)
{
    static const char *const closed[] = {"basic", "coroutine", "debug",  "io",    "math",
                                         "os",    "package",   "string", "table", "utf8"};
    size_t count = sizeof closed / sizeof *closed;

    put_text(w, "{\n  \"runtime.version\": \"Lua 5.4\",\n  \"runtime.builtin\": {\n");
    for (size_t i = 0; i < count; i++)
        put_print(w, "    \"%s\": \"disable\"%s\n", closed[i], i + 1 < count ? "," : "");
    put_text(w, "  },\n  \"workspace.library\": [\"meta\"],\n"
                "  \"diagnostics.disable\": [\"lowercase-global\", \"unused-local\"]\n}\n");
}
