/*
 * Erasing, and not taking back who was erased.
 */
#include <stdio.h>
#include <string.h>

#include "../base/limits.h"
#include "kept.h"
#include "person_write.h"

typedef struct number {
    char niss[LIMIT_TEXT + 1];
} number;

static ayant_status take_number(void *to, failure *e, const stored_value *v)
{
    number *n = to;

    (void)e;
    if (strcmp(v->name, "niss") == 0 && v->text && strlen(v->text) <= LIMIT_TEXT)
        memcpy(n->niss, v->text, strlen(v->text) + 1);
    return AYANT_OK;
}

/* The tombstones: one for the id, one for the national number, under which somebody may come back. */
static ayant_status bury(failure *e, store_file *f, text id, const char *niss)
{
    char today[16], room[NISS_ID];
    ayant_status status = person_today(e, f, today);

    if (status == AYANT_OK)
        status = kept_add(e, f, KEPT_ERASED, id, today);
    if (status == AYANT_OK && *niss)
        status = kept_add(e, f, KEPT_ERASED, kept_niss(text_of(niss), room), today);
    if (status == AYANT_OK)
        status = kept_remove(e, f, KEPT_OBJECTED, id);
    return status;
}

ayant_status person_leave_lists(failure *e, store_file *f, text id)
{
    uint8_t secret[SECRET_BYTES], pseudonym[PSEUDONYM_BYTES];
    sqlite3_stmt *drop = NULL;
    ayant_status status = ledger_secret(e, f, secret);
    int code;

    if (status < 0)
        return status;
    pseudonym_of(secret, LIST_USE, id, pseudonym);
    sodium_memzero(secret, sizeof secret);
    if ((status = store_prepare(e, f, "DELETE FROM export_persons WHERE pseudonym = ?", "write", &drop)) < 0)
        return status;
    sqlite3_bind_blob(drop, 1, pseudonym, sizeof pseudonym, SQLITE_STATIC);
    code = sqlite3_step(drop);
    if (code != SQLITE_DONE)
        status = store_fail(e, f, code, "write");
    sqlite3_finalize(drop);
    return status;
}

static ayant_status erase(failure *e, const store_access *at, store_file *f, const char *id,
                          int *household_gone)
{
    number n = {""};
    store_place found;
    ayant_status status = store_find_person(e, f, text_of(id), &found);

    if (status != AYANT_OK)
        return status < 0 ? status : person_absent(e, f);
    if ((status = store_row_facts(e, f, NULL, ENTITY_PERSON, found.row, take_number, &n)) == AYANT_OK &&
        (status = bury(e, f, text_of(id), n.niss)) == AYANT_OK &&
        (status = person_leave_lists(e, f, text_of(id))) == AYANT_OK &&
        (status = store_erase_person(e, f, text_of(id), household_gone)) == AYANT_OK &&
        (status = person_note(e, at, f, id, "erase", *household_gone ? "the household too" : "")) == AYANT_OK)
        status = kept_write_beside(e, f);
    sodium_memzero(&n, sizeof n);
    return status;
}

ayant_status store_erase(failure *e, const store_access *at, const char *id, int *household_gone)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    if ((status = store_begin(e, &file)) == AYANT_OK)
        status = person_keep(e, &file, erase(e, at, &file, id, household_gone));
    store_close(&file);
    return status;
}

static ayant_status erase_listed(failure *e, const store_access *at, store_file *f, const char *path,
                                 uint64_t *erased)
{
    uint64_t found = 0, fresh = 0;
    char detail[100];
    store_entry entry = {.who = at->who, .what = "erase", .purpose = at->purpose, .detail = detail};
    ayant_status status = kept_read_lines(e, f, path, &found, &fresh);

    if (status < 0)
        return status;
    if (!found)
        return fail(
            e, AYANT_E_INPUT, "K14",
            "'%s' names nobody of this caseload: it was written from another one, whose pseudonyms say "
            "nothing here",
            path);
    if ((status = kept_apply(e, f, NULL, erased)) < 0)
        return status;
    snprintf(detail, sizeof detail, "from a file of erased persons: lines %llu, persons %llu",
             (unsigned long long)found, (unsigned long long)*erased);
    if ((status = store_journal_put(e, f, &entry)) < 0)
        return status;
    return kept_write_beside(e, f);
}

ayant_status store_erase_listed(failure *e, const store_access *at, const char *path, uint64_t *erased)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_WRITE, &file);

    if (status < 0)
        return status;
    *erased = 0;
    if ((status = store_begin(e, &file)) == AYANT_OK)
        status = person_keep(e, &file, erase_listed(e, at, &file, path, erased));
    store_close(&file);
    return status;
}

ayant_status store_erased_write(failure *e, const store_access *at, const ayant_sink *out)
{
    store_file file;
    writer w;
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    writer_start(&w, out);
    put_text(&w, KEPT_FIRST_LINE "\n");
    if ((status = store_run(e, &file, "BEGIN", "read")) == AYANT_OK &&
        (status = ledger_needed(e, &file)) == AYANT_OK)
        status = kept_give_lines(e, &file, &w);
    store_close(&file);
    return status == AYANT_OK ? writer_end(&w, e) : status;
}
