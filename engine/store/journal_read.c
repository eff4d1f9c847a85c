/*
 * Reading the journal, and checking that it is whole.
 */
#include <sodium.h>
#include <string.h>

#include "journal.h"
#include "ledger.h"

typedef struct walk {
    failure *e;
    const store_file *file;
    const journal_question *question;
    ayant_status (*take)(void *to, const journal_line *line);
    void *to;
    journal_state *state;
    journal_head head;
    uint8_t hash[JOURNAL_HASH]; /* of the line before */
    sqlite3_int64 line;         /* its number */
    uint8_t person[PSEUDONYM_BYTES], expect[JOURNAL_HASH];
} walk;

static int concerns(const walk *w, const journal_fields *fields)
{
    if (!w->question->person || fields->everybody > 0)
        return 1;
    for (size_t i = 0; i + PSEUDONYM_BYTES <= fields->persons.length; i += PSEUDONYM_BYTES)
        if (memcmp(fields->persons.at + i, w->person, PSEUDONYM_BYTES) == 0)
            return 1;
    return 0;
}

/* Times are written as text that sorts as time. */
static int recent(const walk *w, text at)
{
    size_t length = w->question->since ? strlen(w->question->since) : 0;

    return at.length < length ? length == 0
                              : memcmp(at.at, w->question->since ? w->question->since : "", length) >= 0;
}

static ayant_status give(walk *w, sqlite3_stmt *row, const journal_fields *fields)
{
    journal_line line = {.line = (uint64_t)fields->line,
                         .everybody = (uint64_t)fields->everybody,
                         .persons = fields->persons.length / PSEUDONYM_BYTES};
    const char **words[] = {&line.at, &line.login, &line.who, &line.what, &line.purpose, &line.detail};

    if (!w->take || !concerns(w, fields) || !recent(w, fields->words[0]))
        return AYANT_OK;
    sodium_bin2hex(line.hash, sizeof line.hash, w->hash, JOURNAL_HASH);
    for (int i = 0; i < 6; i++) {
        const char *words_of = (const char *)sqlite3_column_text(row, i + 1);

        *words[i] = words_of ? words_of : "";
    }
    return w->take(w->to, &line);
}

static void note_break(walk *w, journal_break what, sqlite3_int64 line)
{
    if (w->state->broken != JOURNAL_WHOLE)
        return;
    w->state->broken = what;
    w->state->broken_line = (uint64_t)line;
}

/* One line: its number, its hash, and whether it is the one noted elsewhere. */
static ayant_status one_line(walk *w, sqlite3_stmt *row)
{
    journal_fields fields;
    uint8_t hash[JOURNAL_HASH];
    int same;

    journal_fields_of(row, &fields);
    if (fields.line != w->line + 1)
        note_break(w, JOURNAL_MISSING, w->line + 1);
    journal_hash(w->hash, &fields, hash);
    same = sqlite3_column_bytes(row, 9) == JOURNAL_HASH &&
           memcmp(sqlite3_column_blob(row, 9), hash, JOURNAL_HASH) == 0;
    if (!same)
        note_break(w, JOURNAL_CHANGED, fields.line);
    if (fields.line > w->head.last)
        note_break(w, JOURNAL_ADDED, fields.line);
    w->line = fields.line;
    memcpy(w->hash, hash, JOURNAL_HASH);
    if (w->question->expect && same && memcmp(hash, w->expect, JOURNAL_HASH) == 0)
        w->state->expected_line = (uint64_t)fields.line;
    return give(w, row, &fields);
}

static ayant_status all_lines(walk *w)
{
    sqlite3_stmt *row = NULL;
    ayant_status status = store_prepare(
        w->e, w->file, "SELECT " JOURNAL_COLUMNS ", hash FROM journal ORDER BY line", "read", &row);
    int code = SQLITE_DONE;

    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW)
        status = one_line(w, row);
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(w->e, w->file, code, "read");
    sqlite3_finalize(row);
    if (status < 0)
        return status;
    if (w->line < w->head.last)
        note_break(w, JOURNAL_CUT, w->line + 1);
    else if (memcmp(w->hash, w->head.hash, JOURNAL_HASH) != 0)
        note_break(w, JOURNAL_CHANGED, w->line);
    if (w->question->expect && !w->state->expected_line)
        note_break(w, JOURNAL_UNEXPECTED, 0);
    return AYANT_OK;
}

static ayant_status prepare(walk *w)
{
    const journal_question *q = w->question;
    uint8_t secret[SECRET_BYTES];
    size_t length = 0;
    ayant_status status = ledger_needed(w->e, w->file);

    if (status < 0)
        return status;
    if (q->expect && (sodium_hex2bin(w->expect, sizeof w->expect, q->expect, strlen(q->expect), NULL, &length,
                                     NULL) != 0 ||
                      length != JOURNAL_HASH || strlen(q->expect) != 2 * JOURNAL_HASH))
        return fail(w->e, AYANT_E_USAGE, "J02",
                    "'%.70s' is not a hash of a journal: give 64 figures from 0 to f", q->expect);
    if (q->person) {
        if ((status = ledger_secret(w->e, w->file, secret)) < 0)
            return status;
        pseudonym_of(secret, JOURNAL_USE, text_of(q->person), w->person);
        sodium_memzero(secret, sizeof secret);
    }
    status = journal_head_read(w->e, w->file, &w->head);
    w->line = w->head.first - 1;
    memcpy(w->hash, w->head.before, JOURNAL_HASH);
    return status;
}

ayant_status store_journal_each(failure *e, const store_access *at, const journal_question *question,
                                ayant_status (*take)(void *to, const journal_line *line), void *to,
                                journal_state *state)
{
    store_file file;
    walk w = {.e = e, .file = &file, .question = question, .take = take, .to = to, .state = state};
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    *state = (journal_state){0};
    /* one transaction: a line that is added meanwhile is seen with its head or not at all */
    if ((status = store_run(e, &file, "BEGIN", "read")) == AYANT_OK && (status = prepare(&w)) == AYANT_OK &&
        (status = all_lines(&w)) == AYANT_OK) {
        state->first = (uint64_t)w.head.first;
        state->last = (uint64_t)w.head.last;
        sodium_bin2hex(state->hash, sizeof state->hash, w.head.hash, JOURNAL_HASH);
    }
    store_close(&file);
    return status;
}
