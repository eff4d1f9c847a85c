/*
 * Finding, showing and changing one row.
 */
#include "store_edit.h"

#include <stdlib.h>
#include <string.h>

#include "../base/limits.h"
#include "store_runs.h"

/* The id that stands at a row of the columns, empty when there is none; good until the next of the entity. */
static ayant_status id_at(failure *e, editing *d, entity which, uint64_t row, text *out)
{
    size_t rows = 0, at = (size_t)(row % CHUNK_ROWS);
    ayant_status status =
        chunks_texts(e, &d->chunks, which, row / CHUNK_ROWS, store_id_name(which), d->texts, &rows);

    *out = status == AYANT_OK && at < rows ? d->texts[at] : (text){"", 0};
    return status < 0 ? status : AYANT_OK;
}

/* The household of the person, in the columns, and its row in `households`. */
static ayant_status check_household(failure *e, editing *d, const store_place *of)
{
    size_t rows = 0, at = (size_t)(of->row % CHUNK_ROWS);
    uint64_t chunk = of->row / CHUNK_ROWS;
    sqlite3_stmt *ask = NULL;
    text id;
    ayant_status status = chunks_cells(e, &d->chunks, ENTITY_PERSON, chunk, "household_id", d->cells, &rows);
    int code;

    if (status < 0)
        return status;
    if (status != AYANT_OK || at >= rows || d->cells[at] < 0 || (uint64_t)d->cells[at] != of->household)
        return chunks_damaged(e, d->chunks.file, ENTITY_PERSON, chunk, "household_id");
    if ((status = id_at(e, d, ENTITY_HOUSEHOLD, of->household, &id)) < 0 ||
        (status = store_prepare(e, d->chunks.file, "SELECT row FROM households WHERE household_id = ?",
                                "read", &ask)) < 0)
        return status;
    sqlite3_bind_text64(ask, 1, id.length ? id.at : "", id.length, SQLITE_STATIC, SQLITE_UTF8);
    code = sqlite3_step(ask);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        status = store_fail(e, d->chunks.file, code, "read");
    else if (!id.length || code == SQLITE_DONE || (uint64_t)sqlite3_column_int64(ask, 0) != of->household)
        status =
            chunks_damaged(e, d->chunks.file, ENTITY_HOUSEHOLD, of->household / CHUNK_ROWS, "household_id");
    sqlite3_finalize(ask);
    return status;
}

/* Is somebody, among the columns, where `persons` says: what is done to the row is done to nobody else. */
static ayant_status check_place(failure *e, store_file *f, text id, const store_place *at)
{
    editing d;
    text there;
    ayant_status status = editing_start(e, &d, f);

    if (status == AYANT_OK)
        status = id_at(e, &d, ENTITY_PERSON, at->row, &there);
    if (status == AYANT_OK && !text_same(there, id))
        status = chunks_damaged(e, f, ENTITY_PERSON, at->row / CHUNK_ROWS, "person_id");
    if (status == AYANT_OK)
        status = check_household(e, &d, at);
    editing_end(&d);
    return status;
}

ayant_status store_find_person(failure *e, store_file *f, text id, store_place *out)
{
    sqlite3_stmt *ask = NULL;
    ayant_status status =
        store_prepare(e, f, "SELECT row, household FROM persons WHERE person_id = ?", "read", &ask);
    int code;

    if (status < 0)
        return status;
    sqlite3_bind_text64(ask, 1, id.length ? id.at : "", id.length, SQLITE_STATIC, SQLITE_UTF8);
    code = sqlite3_step(ask);
    if (code == SQLITE_ROW)
        *out = (store_place){(uint64_t)sqlite3_column_int64(ask, 0), (uint64_t)sqlite3_column_int64(ask, 1)};
    else
        status = code == SQLITE_DONE ? AYANT_NONE : store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return status == AYANT_OK ? check_place(e, f, id, out) : status;
}

ayant_status store_household_id(failure *e, store_file *f, uint64_t household, char *out)
{
    editing d;
    ayant_status status = editing_start(e, &d, f);
    size_t rows = 0, at = (size_t)(household % CHUNK_ROWS);

    if (status == AYANT_OK)
        status = chunks_texts(e, &d.chunks, ENTITY_HOUSEHOLD, household / CHUNK_ROWS, "household_id", d.texts,
                              &rows);
    if (status == AYANT_OK && (at >= rows || !d.texts[at].length || d.texts[at].length > LIMIT_TEXT))
        status = AYANT_NONE;
    if (status == AYANT_OK) {
        memcpy(out, d.texts[at].at, d.texts[at].length);
        out[d.texts[at].length] = '\0';
    }
    editing_end(&d);
    return status;
}

/* AYANT_NONE when it is not known. */
static ayant_status one_value(failure *e, editing *d, const dictionary *facts, const file_fact *known,
                              uint64_t row, stored_value *out)
{
    size_t rows = 0, at = (size_t)(row % CHUNK_ROWS);
    uint64_t chunk = row / CHUNK_ROWS;
    ayant_status status;

    *out =
        (stored_value){.name = known->name, .kind = known->kind, .fact = known->fact, .value = CELL_UNKNOWN};
    if (known->fact >= 0 && facts->facts[known->fact].kind != known->kind)
        out->fact = -1;
    if (known->kind == KIND_TEXT || known->kind == KIND_PERSON) {
        status = chunks_texts(e, &d->chunks, known->entity, chunk, known->name, d->texts, &rows);
        if (status != AYANT_OK)
            return status;
        out->text = at < rows && d->texts[at].length ? d->texts[at].at : NULL;
        return out->text ? AYANT_OK : AYANT_NONE;
    }
    status = chunks_cells(e, &d->chunks, known->entity, chunk, known->name, d->cells, &rows);
    if (status != AYANT_OK)
        return status;
    if (at >= rows || d->cells[at] == CELL_UNKNOWN)
        return AYANT_NONE;
    out->value = d->cells[at];
    if (known->kind == KIND_WORD) {
        if (out->value < 0 || (size_t)out->value >= known->word_count)
            return chunks_damaged(e, d->chunks.file, known->entity, chunk, known->name);
        out->text = known->words[out->value];
        out->value = out->fact >= 0 ? known->cells[out->value] : CELL_UNKNOWN;
    }
    return AYANT_OK;
}

ayant_status store_row_facts(failure *e, store_file *f, const dictionary *facts, entity which, uint64_t row,
                             store_value_taker *take, void *to)
{
    file_facts known = {0};
    editing d;
    ayant_status status = editing_start(e, &d, f);

    if (status == AYANT_OK)
        status = file_facts_read(e, f, CONTENT_NOW, facts, &known);
    for (size_t i = 0; status >= 0 && i < known.count; i++) {
        stored_value value;

        if (known.items[i].entity != which)
            continue;
        status = one_value(e, &d, facts, &known.items[i], row, &value);
        if (status == AYANT_OK)
            status = take(to, e, &value);
    }
    file_facts_free(&known);
    editing_end(&d);
    return status < 0 ? status : AYANT_OK;
}

static ayant_status unfit(failure *e, const store_file *f, const fact *what)
{
    return fail(e, AYANT_E_STORE, "S17",
                "'%s' knows the fact '%s' otherwise than these rules do: import the files again", f->path,
                what->name);
}

/* A fact, or a word of it, that the rules have got since the import. */
static ayant_status declare_again(failure *e, store_file *f, const fact *what, const file_fact *known)
{
    sqlite3_str *words = sqlite3_str_new(NULL);
    sqlite3_stmt *put = NULL;
    ayant_status status;
    char *all;
    int code;

    for (size_t i = 0; known && i < known->word_count; i++)
        sqlite3_str_appendf(words, "%s\n", known->words[i]);
    for (size_t i = 0; what->kind == KIND_WORD && i < what->word_count; i++) {
        size_t k = 0;

        while (known && k < known->word_count && strcmp(known->words[k], what->words[i]) != 0)
            k++;
        if (!known || k == known->word_count)
            sqlite3_str_appendf(words, "%s\n", what->words[i]);
    }
    code = sqlite3_str_errcode(words);
    all = sqlite3_str_finish(words);
    if (code != SQLITE_OK) {
        sqlite3_free(all);
        return fail_memory(e);
    }
    status = store_prepare(
        e, f, "INSERT OR REPLACE INTO facts (fact, entity, kind, words) VALUES (?, ?, ?, ?)", "write", &put);
    if (status == AYANT_OK) {
        sqlite3_bind_text(put, 1, what->name, -1, SQLITE_STATIC);
        sqlite3_bind_text(put, 2, what->entity == ENTITY_PERSON ? "person" : "household", -1, SQLITE_STATIC);
        sqlite3_bind_text(put, 3, store_kind_name(what->kind), -1, SQLITE_STATIC);
        sqlite3_bind_text(put, 4, all ? all : "", -1, SQLITE_STATIC);
        code = sqlite3_step(put);
        status = code == SQLITE_DONE ? AYANT_OK : store_fail(e, f, code, "write");
    }
    sqlite3_finalize(put);
    sqlite3_free(all);
    return status;
}

/* The code of a word in the file, -1 when it has none. */
static cell code_of(const file_fact *known, const char *word)
{
    for (size_t i = 0; i < known->word_count; i++)
        if (strcmp(known->words[i], word) == 0)
            return (cell)i;
    return -1;
}

/* Sees that the file knows the fact and, of a word, the word; *value becomes the file's. */
static ayant_status in_terms_of_file(failure *e, store_file *f, const fact *what, cell *value)
{
    file_facts known = {0};
    ayant_status status = file_facts_read(e, f, CONTENT_NOW, NULL, &known);
    const file_fact *one = status == AYANT_OK ? file_facts_find(&known, what->name) : NULL;
    int is_word = what->kind == KIND_WORD && *value != CELL_UNKNOWN;

    if (status == AYANT_OK && one && (one->kind != what->kind || one->entity != what->entity))
        status = unfit(e, f, what);
    if (status == AYANT_OK && is_word && (*value < 0 || (size_t)*value >= what->word_count))
        status = unfit(e, f, what);
    if (status == AYANT_OK && (!one || (is_word && code_of(one, what->words[*value]) < 0))) {
        status = declare_again(e, f, what, one);
        file_facts_free(&known);
        if (status == AYANT_OK)
            status = file_facts_read(e, f, CONTENT_NOW, NULL, &known);
        one = status == AYANT_OK ? file_facts_find(&known, what->name) : NULL;
    }
    if (status == AYANT_OK && is_word && one)
        *value = code_of(one, what->words[*value]);
    file_facts_free(&known);
    return status;
}

ayant_status store_set_cell(failure *e, store_file *f, const fact *what, uint64_t row, cell value)
{
    editing d;
    ayant_status status;

    if (what->kind == KIND_TEXT || what->kind == KIND_PERSON)
        return unfit(e, f, what);
    if ((status = store_check_name(e, what)) < 0 || (status = in_terms_of_file(e, f, what, &value)) < 0)
        return status;
    status = editing_start(e, &d, f);
    if (status == AYANT_OK)
        status = edit_cell(e, &d, what->entity, what->name, row, value);
    editing_end(&d);
    return status;
}

ayant_status store_set_text(failure *e, store_file *f, const fact *what, uint64_t row, text value)
{
    cell none = CELL_UNKNOWN;
    editing d;
    ayant_status status;

    if (what->kind != KIND_TEXT && what->kind != KIND_PERSON)
        return unfit(e, f, what);
    if ((status = store_check_name(e, what)) < 0 || (status = in_terms_of_file(e, f, what, &none)) < 0)
        return status;
    status = editing_start(e, &d, f);
    if (status == AYANT_OK)
        status = edit_text(e, &d, what->entity, what->name, row, value);
    editing_end(&d);
    return status;
}
