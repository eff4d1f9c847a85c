/*
 * The journal as a table, and what is said of its chain.
 */
#include <stdio.h>
#include <string.h>

#include "../base/day.h"
#include "../report/table.h"
#include "privacy.h"

static ayant_status take(void *to, const journal_line *line)
{
    table *t = to;

    table_count(t, line->line);
    table_text(t, line->at);
    table_text(t, line->who);
    table_text(t, line->login);
    table_text(t, line->what);
    table_text(t, line->purpose);
    if (line->everybody)
        table_print(t, "all %llu", (unsigned long long)line->everybody);
    else
        table_count(t, line->persons);
    table_text(t, line->detail);
    table_text(t, line->hash);
    return AYANT_OK;
}

static void name_columns(table *t)
{
    static const char *const keys[] = {"line",    "at",      "who",    "login", "what",
                                       "purpose", "persons", "detail", "hash"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        table_column(t, keys[i], NULL, i == 0 || i == 6 ? TABLE_RIGHT : TABLE_LEFT);
}

static ayant_status write_lines(failure *e, const table *t, const ayant_journal_options *o,
                                const ayant_sink *out)
{
    ayant_status status;
    writer w;

    if (!table_rows(t) && o->format == AYANT_TABLE)
        return AYANT_OK;
    writer_start(&w, out);
    status = table_write(e, t, &w, o->format, o->width, o->colour);
    return status == AYANT_OK ? writer_end(&w, e) : status;
}

/* Why a chain is broken, for the officer who must act. */
static ayant_status verdict(failure *e, const char *path, const journal_state *s)
{
    unsigned long long line = (unsigned long long)s->broken_line;

    switch (s->broken) {
    case JOURNAL_CHANGED:
        return fail(
            e, AYANT_E_STORE, "J04",
            "the journal of '%s' was changed: line %llu is not what was written; keep the file as it is and "
            "tell the data protection officer",
            path, line);
    case JOURNAL_MISSING:
        return fail(
            e, AYANT_E_STORE, "J05",
            "the journal of '%s' was changed: line %llu was removed; keep the file as it is and tell the "
            "data protection officer",
            path, line);
    case JOURNAL_CUT:
        return fail(
            e, AYANT_E_STORE, "J06",
            "the journal of '%s' was changed: line %llu and those after it were removed; keep the file as it "
            "is and tell the data protection officer",
            path, line);
    case JOURNAL_ADDED:
        return fail(
            e, AYANT_E_STORE, "J07",
            "the journal of '%s' was changed: line %llu was added by another program; keep the file as it is "
            "and tell the data protection officer",
            path, line);
    case JOURNAL_UNEXPECTED:
        return fail(
            e, AYANT_E_STORE, "J08",
            "the hash that was noted is in no line of the journal of '%s': it was written again, or this is "
            "another caseload or an older copy",
            path);
    case JOURNAL_WHOLE:
        break;
    }
    return AYANT_OK;
}

ayant_status journal_report(failure *e, const store_access *at, const ayant_journal_options *options,
                            const ayant_sink *out, ayant_journal_state *state)
{
    journal_question question = {
        .person = options->person, .since = options->since, .expect = options->expect};
    journal_state found;
    ayant_status status;
    table *t;
    day since;

    if (options->since && !day_parse(text_of(options->since), &since))
        return fail(e, AYANT_E_USAGE, "U02", "'%.40s' is not a date: write it as 2026-03-01", options->since);
    t = table_new();
    if (!t)
        return fail_memory(e);
    table_guard(t);
    name_columns(t);
    status = store_journal_each(e, at, &question, options->only_check ? NULL : take, t, &found);
    if (status == AYANT_OK && !options->only_check)
        status = write_lines(e, t, options, out);
    table_free(t);
    if (status < 0)
        return status;
    state->first = found.first;
    state->last = found.last;
    state->expected_line = found.expected_line;
    memcpy(state->hash, found.hash, sizeof state->hash);
    return verdict(e, at->path, &found);
}
