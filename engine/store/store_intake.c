/*
 * An import under way: its beginning and its end.
 */
#include "store_intake.h"
#include "person_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_changes.h"
#include "store_read.h"

static ayant_status take_cell(void *to, failure *e, int which, cell value)
{
    store_taking *t = to;
    column *c = &t->columns[which];

    if (!c->of_cells || value == CELL_UNKNOWN)
        return AYANT_OK;
    return column_cell(e, c, (size_t)((t->rows[c->which] - 1) % CHUNK_ROWS), value);
}

static ayant_status take_words(void *to, failure *e, int which, text value)
{
    store_taking *t = to;
    column *c = &t->columns[which];

    if (c->of_cells || !value.length)
        return AYANT_OK;
    return column_words(e, c, (size_t)((t->rows[c->which] - 1) % CHUNK_ROWS), value);
}

static int knows(void *to, failure *e, text person)
{
    store_taking *t = to;
    uint64_t row, household;

    return ids_find(e, &t->ids[ENTITY_PERSON], person, &row, &household);
}

static ayant_status put_journal(failure *e, const store_taking *t)
{
    uint64_t persons = t->rows[ENTITY_PERSON] - t->erased_again;
    store_entry entry = {.who = t->options.who ? t->options.who : t->at->who,
                         .what = "import",
                         .purpose = t->at->purpose,
                         .everybody = persons};
    char detail[200];

    snprintf(detail, sizeof detail, "households %llu, persons %llu, relations %llu, ayant %.40s",
             (unsigned long long)t->rows[ENTITY_HOUSEHOLD], (unsigned long long)persons,
             (unsigned long long)t->relations, t->options.engine_version ? t->options.engine_version : "");
    entry.detail = detail;
    return store_journal_put(e, &t->file, &entry);
}

/* Statements that are not over would hold the tables. */
static void end_statements(store_taking *t)
{
    chunks_end(&t->chunks);
    ids_end(&t->ids[ENTITY_HOUSEHOLD]);
    ids_end(&t->ids[ENTITY_PERSON]);
    sqlite3_finalize(t->relate);
    t->relate = NULL;
    window_end(&t->households);
}

static const fact *fact_of(const store_taking *t, const char *name)
{
    int which = dictionary_find(t->facts, name);

    return which < 0 ? NULL : &t->facts->facts[which];
}

static ayant_status finish(void *to, failure *e)
{
    store_taking *t = to;

    if (taking_close(e, t, ENTITY_HOUSEHOLD) < 0 || taking_close(e, t, ENTITY_PERSON) < 0)
        return e->status;
    end_statements(t);
    /* who was erased does not come back, not even as news; who objected still does */
    if (kept_apply(e, &t->file, fact_of(t, "objection"), &t->erased_again) < 0 || store_compare(e, t) < 0 ||
        (t->options.compared && t->options.compared(t->options.to, e, t) < 0) ||
        (t->replaces && store_drop_before(e, &t->file) < 0))
        return e->status;
    return put_journal(e, t);
}

ayant_status store_taking_people(failure *e, store_taking *t, people **out, const ayant_progress *progress)
{
    return store_read_people(e, &t->file, t->facts, out, progress);
}

static ayant_status keep(void *to, failure *e)
{
    store_taking *t = to;
    ayant_status status = store_commit(e, &t->file);

    if (status == AYANT_OK && t->erased_again)
        status = person_empty_log(e, &t->file);
    store_close(&t->file);
    return status;
}

uint64_t store_taking_erased(const store_taking *t)
{
    return t->erased_again;
}

intake store_taking_intake(store_taking *t)
{
    static const intake_kind taker = {taking_household, taking_person, take_cell, take_words, taking_late,
                                      taking_relation,  knows,         finish,    keep};

    return (intake){&taker, t};
}

static ayant_status make_columns(failure *e, store_taking *t)
{
    t->columns = calloc(t->facts->count + 1, sizeof *t->columns);
    t->members = paged_new(sizeof(uint8_t));
    if (!t->columns || !t->members)
        return fail_memory(e);
    for (size_t i = 0; i < t->facts->count; i++) {
        const fact *f = &t->facts->facts[i];

        t->columns[i].which = f->entity;
        t->columns[i].of_cells = f->kind != KIND_TEXT && f->kind != KIND_PERSON;
    }
    t->id[ENTITY_PERSON].which = t->household.which = ENTITY_PERSON;
    t->household.of_cells = 1;
    return AYANT_OK;
}

/* What cannot be read any more is not compared: the import replaces it. */
static ayant_status read_before(failure *e, store_taking *t)
{
    failure lost = {0};

    if (t->options.before)
        store_read_people(&lost, &t->file, t->facts, t->options.before, NULL);
    if (lost.status < 0 && lost.status != AYANT_E_STORE)
        *e = lost;
    return e->status;
}

static ayant_status begin(failure *e, store_taking *t)
{
    sqlite3_int64 facts = 0;

    if (store_begin(e, &t->file) < 0 || store_integer(e, &t->file, "SELECT count(*) FROM facts", &facts) < 0)
        return e->status;
    t->replaces = facts > 0;
    if (t->replaces && (read_before(e, t) < 0 || store_set_apart(e, &t->file) < 0))
        return e->status;
    if (file_facts_write(e, &t->file, t->facts) < 0 ||
        ids_start(e, &t->ids[ENTITY_HOUSEHOLD], &t->file, ENTITY_HOUSEHOLD) < 0 ||
        ids_start(e, &t->ids[ENTITY_PERSON], &t->file, ENTITY_PERSON) < 0)
        return e->status;
    chunks_start(&t->chunks, &t->file, CONTENT_NOW);
    return window_start(e, &t->households, &t->file, CONTENT_NOW, ENTITY_HOUSEHOLD, "household_id");
}

ayant_status store_taking_new(failure *e, const store_access *at, const dictionary *facts,
                              const store_import_options *options, store_taking **out)
{
    store_taking *t = calloc(1, sizeof *t);

    if (!t)
        return fail_memory(e);
    t->facts = facts;
    t->options = *options;
    t->at = at;
    if (make_columns(e, t) < 0 || store_open(e, at, STORE_CREATE, &t->file) < 0 || begin(e, t) < 0) {
        store_taking_free(t);
        return e->status;
    }
    *out = t;
    return AYANT_OK;
}

/* A file this import made and did not fill is taken away again, still holding its lock. */
static void take_away(store_file *f)
{
    const char *name = sqlite3_db_filename(f->db, "main");

    if (f->made && name && !sqlite3_get_autocommit(f->db))
        unlink(name);
}

void store_taking_free(store_taking *t)
{
    if (!t)
        return;
    end_statements(t);
    if (t->file.db) {
        take_away(&t->file);
        store_rollback(&t->file);
        store_close(&t->file);
    }
    for (size_t i = 0; t->columns && i < t->facts->count; i++)
        column_free(&t->columns[i]);
    column_free(&t->id[ENTITY_HOUSEHOLD]);
    column_free(&t->id[ENTITY_PERSON]);
    column_free(&t->household);
    free(t->columns);
    paged_free(t->members);
    free(t);
}
