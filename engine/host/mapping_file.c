/*
 * Reading a mapping file: a fresh room, one file, mapping { ... } once.
 */
#include "mapping_file.h"

#include <string.h>
#include "loading.h"
#include "values.h"

const word mapping_words[] = {
    {"mapping", "mapping { columns, words, ... }", "dit quelle colonne donne quelle donnée",
     "says which column gives which fact", WORD_DECLARES, run_mapping},
    {"pairs", "pairs(t)", "", "", WORD_LOADS, load_pairs},
    {"ipairs", "ipairs(list)", "", "", WORD_LOADS, load_ipairs},
    {"type", "type(x)", "", "", WORD_LOADS, load_type},
    {"tostring", "tostring(x)", "", "", WORD_LOADS, load_tostring},
    {"tonumber", "tonumber(text)", "", "", WORD_LOADS, load_tonumber},
    {"select", "select(n, ...)", "", "", WORD_LOADS, load_select},
    {"error", "error(sentence)", "", "", WORD_LOADS, load_error},
    {"assert", "assert(x, sentence)", "", "", WORD_LOADS, load_assert},
    {"table.insert", "table.insert(list, x)", "", "", WORD_LOADS, load_table_insert},
    {"table.concat", "table.concat(list, between)", "", "", WORD_LOADS, load_table_concat},
    {"table.unpack", "table.unpack(list)", "", "", WORD_LOADS, load_table_unpack},
    {"amount", "amount(text)", "un montant écrit à la belge, en nombre ; nil quand il se lit de deux façons",
     "an amount as people write it, as a number; nil when it can be read in two ways", WORD_FORMULA,
     run_amount},
    {"lower", "lower(text)", "en minuscules, sans accents", "in lower case, without accents", WORD_FORMULA,
     run_lower},
    {"contains", "contains(text, part)", "le texte contient ces lettres, accents et majuscules à part",
     "the text holds these letters, whatever their case and accents", WORD_FORMULA, run_contains},
};

const size_t mapping_words_count = sizeof mapping_words / sizeof *mapping_words;

static void read_plain(lua_State *L, mapping_file *m, const subject *s)
{
    static const char *const languages[] = {"fr", "nl", "en", NULL};
    const char *language = field_text(L, 1, s, "language", 0);
    char hint[160];
    int at = 0;

    m->made.sheet = field_text(L, 1, s, "sheet", 0);
    m->made.header = (int)field_count(L, 1, s, "header", 1000000, 0);
    while (language && languages[at] && strcmp(languages[at], language) != 0)
        at++;
    if (language && !languages[at])
        stop_at(L, place_of_text(L, s->at, "language"), "N02",
                "language is \"%s\": write \"fr\", \"nl\" or \"en\"%s", language,
                guess_list(language, languages, hint));
    m->made.language = (ayant_language)at;
}

static void read_computed(lua_State *L, mapping_file *m, const subject *s)
{
    size_t count = 0;

    if (!mapping_table(L, s, "compute"))
        return;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        count++;
    m->made.computed = keep_array(L, count, sizeof *m->made.computed);
    m->functions = keep_array(L, count, sizeof *m->functions);
    for (lua_pushnil(L); lua_next(L, -2);) {
        const char *name = mapping_key(L, s, -2);
        place at = place_of_text(L, place_of_text(L, s->at, "compute"), name);
        int given = mapping_fact(L, s, name, 0);

        if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1))
            stop_at(L, at, "N03", "compute of '%s' is %s: write function(row) return ... end", name,
                    value_name(L, -1));
        for (size_t i = 0; i < m->made.column_count; i++)
            for (size_t k = 0; k < m->made.columns[i].fact_count; k++)
                if (m->made.columns[i].facts[k] == given)
                    stop_at(L, at, "N04",
                            "'%s' is computed, and given by the column '%s' too: keep one of the two", name,
                            m->made.columns[i].header);
        m->made.computed[m->made.computed_count] = (mapping_computed){given, at};
        m->functions[m->made.computed_count++] = luaL_ref(L, LUA_REGISTRYINDEX); /* takes it off */
    }
    lua_pop(L, 1);
}

int run_mapping(lua_State *L)
{
    static const char *const keys[] = {"columns", "compute",  "empty", "header", "language",
                                       "links",   "patterns", "sheet", "words",  NULL};
    mapping_file *m = mapping_of(L);
    subject s = {"mapping", m->made.path, place_here(L)};

    if (!host_of(L)->loading || lua_gettop(L) != 1 || !lua_istable(L, 1))
        stop(L, "N01", "mapping takes one table: write mapping { columns = { ... } }");
    if (m->declared)
        stop(L, "N01", "there are two mappings in this file; the first is at line %d: keep one", m->at.line);
    m->declared = 1;
    m->at = s.at;
    luaL_checkstack(L, 30, NULL);
    need_keys(L, 1, &s, keys);
    read_plain(L, m, &s);
    mapping_columns(L, &s);
    mapping_vocabularies(L, &s);
    mapping_links_read(L, &s);
    read_computed(L, m, &s);
    return 0;
}

static int load_mapping(lua_State *L)
{
    mapping_file *m = mapping_of(L);

    values_open(L);
    sandbox_open(L, mapping_words, mapping_words_count);
    mapping_compute_open(L);
    file_load(L, m->made.path);
    if (!m->declared)
        stop_at(L, (place){m->made.path, 0}, "N01",
                "this file holds no mapping: write mapping { columns = { ... } }");
    mapping_close(L);
    return 0;
}

static mapping_file *file_new(host *h, const char *path, const dictionary *facts)
{
    mapping_file *m = arena_alloc(h->memory, sizeof *m);

    if (!m)
        return NULL;
    m->facts = facts;
    m->made.path = arena_text(h->memory, path);
    m->made.bind = mapping_bind;
    m->made.compute = mapping_compute;
    m->made.with = h;
    h->mapping = m;
    return m->made.path ? m : NULL;
}

ayant_status host_mapping(failure *e, const char *path, const dictionary *facts, host **out_host,
                          const mapping **out)
{
    ayant_status status;
    mapping_file *m;
    host *h = NULL;

    if ((status = host_new(e, &h)) < 0)
        return status;
    if (!(m = file_new(h, path, facts))) {
        host_free(h);
        return fail_memory(e);
    }
    if ((status = sandbox_load(e, h, load_mapping, NULL)) < 0) {
        host_free(h);
        return status;
    }
    *out_host = h;
    *out = &m->made;
    return AYANT_OK;
}
