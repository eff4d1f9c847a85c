/*
 * Correcting, objecting, erasing: what a person may ask for.
 */
#include <stdio.h>
#include <string.h>

#include "kept.h"
#include "person.h"
#include "person_write.h"

ayant_status person_today(failure *e, const store_file *f, char out[16])
{
    sqlite3_stmt *ask = NULL;
    ayant_status status = store_prepare(e, f, "SELECT strftime('%Y-%m-%d', 'now')", "read", &ask);

    if (status < 0)
        return status;
    if (sqlite3_step(ask) == SQLITE_ROW && sqlite3_column_text(ask, 0))
        snprintf(out, 16, "%s", (const char *)sqlite3_column_text(ask, 0));
    else
        status = fail_memory(e);
    sqlite3_finalize(ask);
    return status;
}

ayant_status person_note(failure *e, const store_access *at, const store_file *f, const char *id,
                         const char *did, const char *detail)
{
    const char *persons[] = {id};
    store_entry entry = {.who = at->who,
                         .what = did,
                         .purpose = at->purpose,
                         .detail = detail,
                         .persons = persons,
                         .person_count = 1};

    return store_journal_put(e, f, &entry);
}

typedef struct looking {
    const char *name;
    int known;
} looking;

static ayant_status look(void *to, failure *e, const stored_value *v)
{
    looking *l = to;

    (void)e;
    l->known |= strcmp(v->name, l->name) == 0;
    return AYANT_OK;
}

/* A link is to somebody else of the household. */
static ayant_status check_link(failure *e, store_file *f, const store_place *of, text words)
{
    store_place other;
    ayant_status status;

    if (!words.length)
        return AYANT_OK;
    if ((status = store_find_person(e, f, words, &other)) < 0)
        return status;
    if (status == AYANT_OK && other.household == of->household && other.row != of->row)
        return AYANT_OK;
    return fail(e, AYANT_E_INPUT, "K12",
                "a link is to another person of the same household: check the id given");
}

static ayant_status correct(failure *e, const store_access *at, store_file *f, const char *id,
                            const fact *what, cell value, text words, const char *did)
{
    int is_text = what->kind == KIND_TEXT || what->kind == KIND_PERSON;
    looking before = {what->name, 0};
    char detail[200];
    store_place found;
    uint64_t row;
    ayant_status status = store_find_person(e, f, text_of(id), &found);

    if (status != AYANT_OK)
        return status < 0 ? status : person_absent(e, f);
    row = what->entity == ENTITY_PERSON ? found.row : found.household;
    if ((what->kind == KIND_PERSON && (status = check_link(e, f, &found, words)) < 0) ||
        (status = store_row_facts(e, f, NULL, what->entity, row, look, &before)) < 0)
        return status;
    status = is_text ? store_set_text(e, f, what, row, words) : store_set_cell(e, f, what, row, value);
    if (status < 0)
        return status;
    snprintf(detail, sizeof detail, "%.100s: %s -> %s", what->name, before.known ? "known" : "unknown",
             (is_text ? words.length != 0 : value != CELL_UNKNOWN) ? "known" : "unknown");
    return person_note(e, at, f, id, did, detail);
}

/* What SQLite keeps in its log goes too; another program that reads holds it back. */
ayant_status person_empty_log(failure *e, store_file *f)
{
    sqlite3_int64 busy = 0;
    ayant_status status;

    if (f->target)
        return AYANT_OK;
    status = store_integer(e, f, "PRAGMA wal_checkpoint(TRUNCATE)", &busy);
    if (status < 0 || !busy)
        return status;
    return fail(
        e, AYANT_E_STORE, "K13",
        "it is done, but another program reads '%s' and its log still holds what was there: close it, and do "
        "this again",
        f->path);
}

ayant_status person_keep(failure *e, store_file *f, ayant_status status)
{
    if (status < 0) {
        store_rollback(f);
        return status;
    }
    if ((status = store_commit(e, f)) < 0)
        return status;
    return person_empty_log(e, f);
}

ayant_status store_correct(failure *e, const store_access *at, const char *id, const fact *what, cell value,
                           text words, const char *did)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK)
        status = person_keep(e, &file, correct(e, at, &file, id, what, value, words, did));
    store_close(&file);
    return status;
}

ayant_status store_object(failure *e, const store_access *at, const char *id, const fact *objection,
                          int objects)
{
    char today[16];
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK) {
        if ((status = correct(e, at, &file, id, objection, objects ? 1 : 0, (text){"", 0}, "object")) ==
                AYANT_OK &&
            (status = person_today(e, &file, today)) == AYANT_OK)
            status = objects ? kept_add(e, &file, KEPT_OBJECTED, text_of(id), today)
                             : kept_remove(e, &file, KEPT_OBJECTED, text_of(id));
        status = person_keep(e, &file, status);
    }
    store_close(&file);
    return status;
}
