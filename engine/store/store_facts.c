/*
 * The table `facts`: what the columns of a caseload are.
 *
 * A caseload is read with the rules of the day, which may have changed since
 * the import: facts are matched by name, words by their text.
 */
#include "store_chunks.h"

#include <string.h>

static const char *const kind_names[] = {"truth", "money", "number", "date", "word", "text", "person"};

const char *store_kind_name(kind of)
{
    return kind_names[of];
}

static int kind_of(const char *name)
{
    for (int k = 0; name && k < (int)(sizeof kind_names / sizeof *kind_names); k++)
        if (strcmp(kind_names[k], name) == 0)
            return k;
    return -1;
}

/* Words are written one after the other, each with a line feed behind it. */
static int split_words(file_facts *of, file_fact *f, const char *written)
{
    char *copy = arena_text(of->memory, written);
    size_t count = 0;

    for (const char *c = copy; c && *c; c++)
        count += *c == '\n';
    f->words = arena_array(of->memory, count + 1, sizeof *f->words);
    if (!copy || !f->words)
        return -1;
    while (f->word_count < count) {
        char *end = strchr(copy, '\n');

        *end = '\0';
        f->words[f->word_count++] = copy;
        copy = end + 1;
    }
    return 0;
}

static int match(file_facts *of, file_fact *f, const dictionary *facts)
{
    const fact *known;

    f->fact = facts ? dictionary_find(facts, f->name) : -1;
    if (f->fact < 0)
        return 0;
    known = &facts->facts[f->fact];
    if (known->entity != f->entity || store_is_id(known)) {
        f->fact = -1;
        return 0;
    }
    f->cells = arena_array(of->memory, f->word_count + 1, sizeof *f->cells);
    if (!f->cells)
        return -1;
    for (size_t i = 0; i < f->word_count; i++)
        f->cells[i] = known->kind == KIND_WORD ? fact_word(known, text_of(f->words[i])) : -1;
    return 0;
}

static ayant_status add_fact(failure *e, const store_file *f, file_facts *of, sqlite3_stmt *row,
                             const dictionary *facts)
{
    const char *name = (const char *)sqlite3_column_text(row, 0);
    const char *which = (const char *)sqlite3_column_text(row, 1);
    const char *words = (const char *)sqlite3_column_text(row, 3);
    int what = kind_of((const char *)sqlite3_column_text(row, 2));
    file_fact *fresh;

    if (!name || !which || !words)
        return fail_memory(e);
    if (what < 0 || (strcmp(which, "household") != 0 && strcmp(which, "person") != 0))
        return fail(e, AYANT_E_STORE, "S15",
                    "'%s' is damaged: the table 'facts' is not one of a caseload; import the files again",
                    f->path);
    if (arena_grow(of->memory, &of->items, &of->capacity, of->count + 1, sizeof *of->items) < 0)
        return fail_memory(e);
    fresh = &of->items[of->count];
    *fresh = (file_fact){.name = arena_text(of->memory, name),
                         .entity = strcmp(which, "person") == 0 ? ENTITY_PERSON : ENTITY_HOUSEHOLD,
                         .kind = (enum kind)what};
    if (!fresh->name || split_words(of, fresh, words) < 0 || match(of, fresh, facts) < 0)
        return fail_memory(e);
    of->count++;
    return AYANT_OK;
}

ayant_status file_facts_read(failure *e, const store_file *f, generation of, const dictionary *facts,
                             file_facts *out)
{
    file_facts read = {.memory = arena_new()};
    sqlite3_stmt *row = NULL;
    ayant_status status;
    int code = SQLITE_DONE;

    if (!read.memory)
        return fail_memory(e);
    status = store_prepare(e, f,
                           of == CONTENT_NOW ? "SELECT fact, entity, kind, words FROM facts"
                                             : "SELECT fact, entity, kind, words FROM facts_before",
                           "read", &row);
    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW)
        status = add_fact(e, f, &read, row, facts);
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    if (status == AYANT_OK)
        *out = read;
    else
        file_facts_free(&read);
    return status;
}

void file_facts_free(file_facts *of)
{
    arena_free(of->memory);
    of->memory = NULL;
    of->count = 0;
}

const file_fact *file_facts_find(const file_facts *of, const char *name)
{
    for (size_t i = 0; i < of->count; i++)
        if (strcmp(of->items[i].name, name) == 0)
            return &of->items[i];
    return NULL;
}

static int write_words(const fact *f, char **out)
{
    sqlite3_str *all = sqlite3_str_new(NULL);

    for (size_t i = 0; f->kind == KIND_WORD && i < f->word_count; i++)
        sqlite3_str_appendf(all, "%s\n", f->words[i]);
    if (sqlite3_str_errcode(all) == SQLITE_OK && !sqlite3_str_length(all)) {
        sqlite3_free(sqlite3_str_finish(all));
        *out = sqlite3_mprintf("");
    } else {
        *out = sqlite3_str_finish(all);
    }
    return *out ? 0 : -1;
}

ayant_status file_facts_write(failure *e, const store_file *f, const dictionary *facts)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = store_prepare(
        e, f, "INSERT INTO facts (fact, entity, kind, words) VALUES (?, ?, ?, ?)", "write", &insert);

    for (size_t i = 0; status == AYANT_OK && i < facts->count; i++) {
        const fact *one = &facts->facts[i];
        char *words = NULL;
        int code;

        if (store_is_id(one))
            continue;
        if ((status = store_check_name(e, one)) < 0)
            break;
        if (write_words(one, &words) < 0) {
            status = fail_memory(e);
            break;
        }
        sqlite3_bind_text(insert, 1, one->name, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, one->entity == ENTITY_PERSON ? "person" : "household", -1,
                          SQLITE_STATIC);
        sqlite3_bind_text(insert, 3, kind_names[one->kind], -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 4, words, -1, SQLITE_STATIC);
        code = sqlite3_step(insert);
        sqlite3_reset(insert);
        sqlite3_free(words);
        if (code != SQLITE_DONE)
            status = store_fail(e, f, code, "write");
    }
    sqlite3_finalize(insert);
    return status;
}
