/*
 * Pseudonyms that are kept, and the people they are found among.
 */
#include "kept.h"

#include "person_write.h"

#include <stdlib.h>
#include <string.h>

#include "store_edit.h"

static const char *table_of(kept_kind which)
{
    return which == KEPT_ERASED ? "tombstones" : "objections";
}

static ayant_status prepare(failure *e, const store_file *f, const char *form, kept_kind which,
                            sqlite3_stmt **out)
{
    char *sql = sqlite3_mprintf(form, table_of(which));
    ayant_status status = sql ? store_prepare(e, f, sql, "read", out) : fail_memory(e);

    sqlite3_free(sql);
    return status;
}

static ayant_status start_key(failure *e, const store_file *f, kept *out)
{
    uint8_t secret[SECRET_BYTES], own[crypto_auth_hmacsha256_BYTES];
    ayant_status status = ledger_secret(e, f, secret);

    if (status < 0)
        return status;
    crypto_auth_hmacsha256(own, (const uint8_t *)ERASED_USE, strlen(ERASED_USE), secret);
    crypto_auth_hmacsha256_init(&out->keyed, own, sizeof own);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(own, sizeof own);
    return AYANT_OK;
}

static void pseudonym(const kept *k, text id, uint8_t out[PSEUDONYM_BYTES])
{
    crypto_auth_hmacsha256_state state = k->keyed;
    uint8_t whole[crypto_auth_hmacsha256_BYTES];

    crypto_auth_hmacsha256_update(&state, (const uint8_t *)id.at, id.length);
    crypto_auth_hmacsha256_final(&state, whole);
    memcpy(out, whole, PSEUDONYM_BYTES);
}

static ayant_status load_items(failure *e, const store_file *f, kept_kind which, kept *out)
{
    sqlite3_stmt *row = NULL;
    size_t room = 0;
    ayant_status status = prepare(e, f, "SELECT pseudonym FROM %s ORDER BY pseudonym", which, &row);
    int code = SQLITE_DONE;

    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        if (sqlite3_column_bytes(row, 0) != PSEUDONYM_BYTES)
            continue;
        if (out->count == room) {
            uint8_t *more = realloc(out->items, (room = room ? 2 * room : 64) * PSEUDONYM_BYTES);

            if (!more) {
                status = fail_memory(e);
                break;
            }
            out->items = more;
        }
        memcpy(out->items + out->count++ * PSEUDONYM_BYTES, sqlite3_column_blob(row, 0), PSEUDONYM_BYTES);
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    return status;
}

ayant_status kept_load(failure *e, const store_file *f, kept_kind which, kept *out)
{
    ayant_status status;

    *out = (kept){.items = NULL};
    if ((status = load_items(e, f, which, out)) == AYANT_OK && out->count)
        status = start_key(e, f, out);
    if (status < 0)
        kept_free(out);
    return status;
}

void kept_free(kept *k)
{
    free(k->items);
    sodium_memzero(k, sizeof *k);
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, PSEUDONYM_BYTES);
}

int kept_has(const kept *k, text id)
{
    uint8_t bytes[PSEUDONYM_BYTES];

    if (!k->count)
        return 0;
    pseudonym(k, id, bytes);
    return bsearch(bytes, k->items, k->count, PSEUDONYM_BYTES, compare) != NULL;
}

text kept_niss(text number, char out[NISS_ID])
{
    size_t length = number.length < NISS_ID - 5 ? number.length : NISS_ID - 5;

    memcpy(out, "niss ", 5);
    memcpy(out + 5, number.at, length);
    return (text){out, length + 5};
}

static ayant_status run(failure *e, const store_file *f, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);

    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? AYANT_OK : store_fail(e, f, code, "write");
}

static ayant_status add(failure *e, const store_file *f, kept_kind which,
                        const uint8_t bytes[PSEUDONYM_BYTES], const char *on)
{
    sqlite3_stmt *insert = NULL;
    ayant_status status = prepare(e, f, "INSERT OR IGNORE INTO %s VALUES (?, ?)", which, &insert);

    if (status < 0)
        return status;
    sqlite3_bind_blob(insert, 1, bytes, PSEUDONYM_BYTES, SQLITE_STATIC);
    sqlite3_bind_text(insert, 2, on, -1, SQLITE_STATIC);
    return run(e, f, insert);
}

ayant_status kept_add_bytes(failure *e, const store_file *f, const uint8_t bytes[PSEUDONYM_BYTES],
                            const char *on)
{
    return add(e, f, KEPT_ERASED, bytes, on);
}

ayant_status kept_add(failure *e, const store_file *f, kept_kind which, text id, const char *on)
{
    uint8_t bytes[PSEUDONYM_BYTES];
    kept k = {.items = NULL};
    ayant_status status = start_key(e, f, &k);

    if (status < 0)
        return status;
    pseudonym(&k, id, bytes);
    sodium_memzero(&k, sizeof k);
    return add(e, f, which, bytes, on);
}

ayant_status kept_remove(failure *e, const store_file *f, kept_kind which, text id)
{
    uint8_t bytes[PSEUDONYM_BYTES];
    kept k = {.items = NULL};
    sqlite3_stmt *drop = NULL;
    ayant_status status = start_key(e, f, &k);

    if (status < 0)
        return status;
    pseudonym(&k, id, bytes);
    sodium_memzero(&k, sizeof k);
    if ((status = prepare(e, f, "DELETE FROM %s WHERE pseudonym = ?", which, &drop)) < 0)
        return status;
    sqlite3_bind_blob(drop, 1, bytes, PSEUDONYM_BYTES, SQLITE_STATIC);
    return run(e, f, drop);
}

ayant_status kept_print(failure *e, const store_file *f, uint8_t out[PRINT_BYTES])
{
    uint8_t secret[SECRET_BYTES], pseudonym_bytes[PSEUDONYM_BYTES];
    ayant_status status = ledger_secret(e, f, secret);

    if (status < 0)
        return status;
    pseudonym_of(secret, "print", text_of(""), pseudonym_bytes);
    memcpy(out, pseudonym_bytes, PRINT_BYTES);
    sodium_memzero(secret, sizeof secret);
    return AYANT_OK;
}

typedef struct found {
    char **ids; /* from malloc */
    size_t count, room;
} found;

static ayant_status remember(failure *e, found *list, text id)
{
    char *copy = strndup(id.at, id.length);
    char **more = list->ids;

    if (list->count == list->room)
        more = realloc(list->ids, (list->room = list->room ? 2 * list->room : 16) * sizeof *more);
    if (more)
        list->ids = more;
    if (!more || !copy) {
        free(copy);
        return fail_memory(e);
    }
    list->ids[list->count++] = copy;
    return AYANT_OK;
}

static void forget(found *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->ids[i]);
    free(list->ids);
}

/* Persons whose id, or whose national number, is kept. */
static ayant_status look_in_run(failure *e, chunks *c, uint64_t chunk, const kept *k, text *ids,
                                text *numbers, found *out)
{
    size_t rows = 0, numbered = 0;
    char niss[NISS_ID];
    ayant_status status = chunks_texts(e, c, ENTITY_PERSON, chunk, "niss", numbers, &numbered);
    uint8_t *hit;

    if (status < 0)
        return status;
    if (status != AYANT_OK)
        numbered = 0;
    hit = calloc(CHUNK_ROWS, 1);
    if (!hit)
        return fail_memory(e);
    /* before the ids are read: both are slices of one room */
    for (size_t i = 0; i < numbered; i++)
        hit[i] = numbers[i].length && kept_has(k, kept_niss(numbers[i], niss));
    status = chunks_texts(e, c, ENTITY_PERSON, chunk, "person_id", ids, &rows);
    for (size_t i = 0; status == AYANT_OK && i < rows; i++)
        if (ids[i].length && (hit[i] || kept_has(k, ids[i])))
            status = remember(e, out, ids[i]);
    free(hit);
    return status < 0 ? status : AYANT_OK;
}

static ayant_status look(failure *e, store_file *f, const kept *k, found *out)
{
    text *ids = calloc(CHUNK_ROWS, sizeof *ids), *numbers = calloc(CHUNK_ROWS, sizeof *numbers);
    int64_t last_row, last = -1;
    chunks c;
    ayant_status status;

    chunks_start(&c, f, CONTENT_NOW);
    status = ids && numbers ? chunks_last_row(e, f, ENTITY_PERSON, &last_row) : fail_memory(e);
    if (status == AYANT_OK) /* whoever a reader would find, whatever `persons` says */
        status = chunks_last_run(e, f, ENTITY_PERSON, "person_id", &last);
    for (int64_t chunk = 0; status == AYANT_OK && chunk <= last; chunk++)
        status = look_in_run(e, &c, (uint64_t)chunk, k, ids, numbers, out);
    chunks_end(&c);
    free(ids);
    free(numbers);
    return status;
}

static ayant_status erase_found(failure *e, store_file *f, const found *list, uint64_t *count)
{
    ayant_status status = AYANT_OK;

    for (size_t i = 0; status >= 0 && i < list->count; i++) {
        int gone = 0;

        if ((status = person_leave_lists(e, f, text_of(list->ids[i]))) == AYANT_OK &&
            (status = kept_remove(e, f, KEPT_OBJECTED, text_of(list->ids[i]))) == AYANT_OK)
            status = store_erase_person(e, f, text_of(list->ids[i]), &gone);
        if (status == AYANT_NONE) /* among the columns, and not in `persons`: it would be read all the same */
            status = chunks_damaged(e, f, ENTITY_PERSON, 0, "person_id");
        *count += status == AYANT_OK;
    }
    return status < 0 ? status : AYANT_OK;
}

static ayant_status object_found(failure *e, store_file *f, const fact *objection, const found *list)
{
    ayant_status status = AYANT_OK;

    for (size_t i = 0; status >= 0 && i < list->count; i++) {
        store_place at;

        status = store_find_person(e, f, text_of(list->ids[i]), &at);
        if (status == AYANT_OK)
            status = store_set_cell(e, f, objection, at.row, 1);
    }
    return status < 0 ? status : AYANT_OK;
}

ayant_status kept_apply(failure *e, store_file *f, const fact *objection, uint64_t *count)
{
    ayant_status status = AYANT_OK;

    *count = 0;
    for (int which = KEPT_ERASED; status == AYANT_OK && which <= KEPT_OBJECTED; which++) {
        found list = {NULL, 0, 0};
        kept k;

        if (which == KEPT_OBJECTED && !objection)
            break;
        if ((status = kept_load(e, f, (kept_kind)which, &k)) < 0)
            return status;
        if (k.count && (status = look(e, f, &k, &list)) == AYANT_OK)
            status =
                which == KEPT_ERASED ? erase_found(e, f, &list, count) : object_found(e, f, objection, &list);
        forget(&list);
        kept_free(&k);
    }
    return status;
}
