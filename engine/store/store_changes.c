/*
 * What an import changes: who is new, who is gone, and of those who stayed
 * what is different.
 */
#include "store_changes.h"

#include <stdlib.h>
#include <string.h>

#include "store_compare.h"

static const char *const heading_names[HEADING_COUNT] = {"moved", "income", "receipt"};

static int has_runs(failure *e, const store_file *f, generation of, const char *name)
{
    const char *sql = of == CONTENT_NOW ? "SELECT 1 FROM person_columns WHERE fact = ?1 UNION ALL "
                                          "SELECT 1 FROM household_columns WHERE fact = ?1 LIMIT 1"
                                        : "SELECT 1 FROM person_columns_before WHERE fact = ?1 UNION ALL "
                                          "SELECT 1 FROM household_columns_before WHERE fact = ?1 LIMIT 1";
    sqlite3_stmt *ask = NULL;
    int code;

    if (store_prepare(e, f, sql, "read", &ask) < 0)
        return -1;
    sqlite3_bind_text(ask, 1, name, -1, SQLITE_STATIC);
    code = sqlite3_step(ask);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_fail(e, f, code, "read");
    sqlite3_finalize(ask);
    return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -1;
}

/* 1 when both files have the fact, and mean the same by it. */
static int comparable(failure *e, comparing *c, const fact *f, const file_fact **before)
{
    const file_fact *then = file_facts_find(&c->known, f->name);
    int some;

    if (!then || then->kind != f->kind || then->entity != f->entity)
        return 0;
    *before = then;
    some = has_runs(e, &c->taking->file, CONTENT_NOW, f->name);
    return some == 1 ? has_runs(e, &c->taking->file, CONTENT_BEFORE, f->name) : some;
}

/* Under which heading a fact of persons is looked at; -1: none. */
static int heading_of(const comparing *c, int which)
{
    static const char *const address[] = {"street", "number", "box"};
    const fact *f = &c->taking->facts->facts[which];
    const int *receipts = c->taking->options.receipts;

    if (f->entity != ENTITY_PERSON || store_is_id(f))
        return -1;
    for (size_t i = 0; f->kind == KIND_TEXT && i < sizeof address / sizeof *address; i++)
        if (strcmp(f->name, address[i]) == 0)
            return HEADING_MOVED;
    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON)
        return -1;
    for (; receipts && *receipts >= 0; receipts++)
        if (*receipts == which)
            return HEADING_RECEIPT;
    return f->kind == KIND_MONEY ? HEADING_INCOME : -1;
}

static ayant_status choose_facts(failure *e, comparing *c)
{
    const dictionary *d = c->taking->facts;

    c->facts = calloc(d->count + 1, sizeof *c->facts);
    if (!c->facts)
        return fail_memory(e);
    for (size_t i = 0; i < d->count; i++) {
        const file_fact *before = NULL;
        int under = heading_of(c, (int)i), is = under < 0 ? 0 : comparable(e, c, &d->facts[i], &before);

        if (is < 0)
            return e->status;
        if (is)
            c->facts[c->fact_count++] = (compared_fact){&d->facts[i], before, (heading)under};
    }
    for (int k = 0; k < ADDRESS_FACTS; k++) {
        const file_fact *before;
        int at = dictionary_find(d, address_names[k]);
        int usable = at >= 0 && d->facts[at].entity == ENTITY_HOUSEHOLD && d->facts[at].kind == KIND_TEXT;

        c->address_compared[k] = usable ? comparable(e, c, &d->facts[at], &before) : 0;
        if (c->address_compared[k] < 0)
            return e->status;
    }
    return AYANT_OK;
}

static ayant_status make_room(failure *e, comparing *c)
{
    c->then = paged_new(sizeof(household_then));
    c->stays = calloc(CHUNK_ROWS, sizeof *c->stays);
    c->headings = calloc(CHUNK_ROWS, sizeof *c->headings);
    c->cells = calloc(CHUNK_ROWS, sizeof *c->cells);
    c->cells_before = calloc(CHUNK_ROWS, sizeof *c->cells_before);
    c->household = calloc(CHUNK_ROWS, sizeof *c->household);
    c->texts = calloc(CHUNK_ROWS, sizeof *c->texts);
    c->texts_before = calloc(CHUNK_ROWS, sizeof *c->texts_before);
    if (!c->then || !c->stays || !c->headings || !c->cells || !c->cells_before || !c->household ||
        !c->texts || !c->texts_before)
        return fail_memory(e);
    return AYANT_OK;
}

static ayant_status start(failure *e, comparing *c)
{
    store_file *f = &c->taking->file;

    chunks_start(&c->now, f, CONTENT_NOW);
    chunks_start(&c->before, f, CONTENT_BEFORE);
    if (make_room(e, c) < 0 || file_facts_read(e, f, CONTENT_BEFORE, c->taking->facts, &c->known) < 0 ||
        window_start(e, &c->ids, f, CONTENT_NOW, ENTITY_PERSON, "person_id") < 0 ||
        window_start(e, &c->household_ids, f, CONTENT_NOW, ENTITY_HOUSEHOLD, "household_id") < 0 ||
        window_start(e, &c->household_ids_before, f, CONTENT_BEFORE, ENTITY_HOUSEHOLD, "household_id") < 0 ||
        finder_start(e, &c->persons, f, CONTENT_BEFORE, ENTITY_PERSON) < 0 ||
        finder_start(e, &c->households, f, CONTENT_BEFORE, ENTITY_HOUSEHOLD) < 0)
        return e->status;
    for (int k = 0; k < ADDRESS_FACTS; k++)
        if (window_start(e, &c->address[k], f, CONTENT_NOW, ENTITY_HOUSEHOLD, address_names[k]) < 0 ||
            window_start(e, &c->address_before[k], f, CONTENT_BEFORE, ENTITY_HOUSEHOLD, address_names[k]) < 0)
            return e->status;
    return choose_facts(e, c);
}

static void end(comparing *c)
{
    chunks_end(&c->now);
    chunks_end(&c->before);
    window_end(&c->ids);
    window_end(&c->household_ids);
    window_end(&c->household_ids_before);
    for (int k = 0; k < ADDRESS_FACTS; k++) {
        window_end(&c->address[k]);
        window_end(&c->address_before[k]);
    }
    finder_end(&c->persons);
    finder_end(&c->households);
    file_facts_free(&c->known);
    paged_free(c->then);
    free(c->stays);
    free(c->headings);
    free(c->cells);
    free(c->cells_before);
    free(c->household);
    free(c->texts);
    free(c->texts_before);
    free(c->facts);
    free(c->differences);
}

static ayant_status tell(failure *e, const comparing *c, const char *person, const char *change,
                         const char *what, const char *before, const char *after)
{
    const store_import_options *o = &c->taking->options;

    if (!o->change)
        return AYANT_OK;
    return o->change(o->to, e, &(store_change){person, change, what, before, after});
}

/* A text by row, as a text of C; "" when there is none. -1 on a failure. */
static int text_by_row(failure *e, text_window *w, cell row, const char **out)
{
    text t = {"", 0};
    int found = row >= 0 ? window_at(e, w, (uint64_t)row, &t) : 0;

    *out = found > 0 && t.length ? t.at : "";
    return found < 0 ? -1 : 0;
}

/* How a person and a household differ, in words. Facts that are for contacts only are never told. */
static ayant_status tell_difference(failure *e, comparing *c, const char *person, const difference *one)
{
    char cells[2][64];
    const char *what, *before = cells[0], *after = cells[1];
    text_window *now = &c->household_ids, *then = &c->household_ids_before;

    if (one->which < WHICH_HOUSEHOLD) {
        const fact *f = c->facts[one->which].now;

        fact_print(f, one->before, cells[0], sizeof cells[0]);
        fact_print(f, one->after, cells[1], sizeof cells[1]);
        if (f->contact_only || f->kind == KIND_TEXT) {
            before = "";
            after = "changed";
        }
        return tell(e, c, person, heading_names[one->under], f->name, before, after);
    }
    what = "household_id";
    if (one->which >= WHICH_ADDRESS) {
        what = address_names[one->which - WHICH_ADDRESS];
        now = &c->address[one->which - WHICH_ADDRESS];
        then = &c->address_before[one->which - WHICH_ADDRESS];
    }
    if (text_by_row(e, then, one->before, &before) < 0 || text_by_row(e, now, one->after, &after) < 0)
        return e->status;
    return tell(e, c, person, heading_names[one->under], what, before, after);
}

static int by_place(const void *a, const void *b)
{
    const struct stay *x = a, *y = b;

    return x->before < y->before ? -1 : x->before > y->before;
}

static int by_person(const void *a, const void *b)
{
    const difference *x = a, *y = b;

    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->under != y->under)
        return x->under < y->under ? -1 : 1;
    return x->which < y->which ? -1 : x->which > y->which;
}

/* Who of the run was there before, and where. */
static ayant_status find_stays(failure *e, comparing *c, size_t rows)
{
    int in_order = 1;

    c->stayed = 0;
    for (size_t at = 0; at < rows; at++) {
        uint64_t row = 0;
        text id;
        int found = window_at(e, &c->ids, c->chunk * CHUNK_ROWS + at, &id);

        if (found == 0 || (found > 0 && !id.length))
            continue; /* a row that was erased */
        if (found > 0)
            found = finder_row(e, &c->persons, id, &row);
        if (found < 0)
            return e->status;
        c->counts->persons_new += !found;
        if (!found && tell(e, c, id.at, "new", "", "", "") < 0)
            return e->status;
        if (!found)
            continue;
        in_order &= !c->stayed || c->stays[c->stayed - 1].before < row;
        c->stays[c->stayed++] = (struct stay){row, (uint32_t)at};
    }
    if (!in_order)
        qsort(c->stays, c->stayed, sizeof *c->stays, by_place);
    c->counts->stayed += c->stayed;
    return AYANT_OK;
}

static ayant_status tell_run(failure *e, comparing *c, size_t rows)
{
    if (c->difference_count)
        qsort(c->differences, c->difference_count, sizeof *c->differences, by_person);
    for (size_t i = 0; i < c->difference_count; i++) {
        text id;

        if (window_at(e, &c->ids, c->chunk * CHUNK_ROWS + c->differences[i].at, &id) < 1 ||
            tell_difference(e, c, id.at, &c->differences[i]) < 0)
            return e->status;
    }
    c->difference_count = 0;
    for (size_t at = 0; at < rows; at++) {
        unsigned under = c->headings[at];

        c->counts->moved += under >> HEADING_MOVED & 1u;
        c->counts->income_changed += under >> HEADING_INCOME & 1u;
        c->counts->receipt_changed += under >> HEADING_RECEIPT & 1u;
    }
    memset(c->headings, 0, CHUNK_ROWS);
    return AYANT_OK;
}

static ayant_status tell_gone(failure *e, comparing *c)
{
    const store_file *f = &c->taking->file;
    sqlite3_int64 before = 0;
    sqlite3_stmt *row = NULL;
    int code = SQLITE_DONE;

    if (store_integer(e, f, "SELECT count(*) FROM persons_before", &before) < 0)
        return e->status;
    c->counts->gone = (uint64_t)before > c->counts->stayed ? (uint64_t)before - c->counts->stayed : 0;
    if (!c->counts->gone || !c->taking->options.change)
        return AYANT_OK;
    if (store_prepare(e, f,
                      "SELECT person_id FROM persons_before b WHERE NOT EXISTS"
                      " (SELECT 1 FROM persons p WHERE p.person_id = b.person_id)",
                      "read", &row) < 0)
        return e->status;
    while (e->status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(row, 0);

        if (!id)
            fail_memory(e);
        else
            tell(e, c, id, "gone", "", "", "");
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    return e->status;
}

static ayant_status compare_all(failure *e, comparing *c)
{
    uint64_t rows = c->taking->rows[ENTITY_PERSON];

    if (start(e, c) < 0 || compare_households(e, c) < 0)
        return e->status;
    for (c->chunk = 0; c->chunk * CHUNK_ROWS < rows; c->chunk++) {
        uint64_t left = rows - c->chunk * CHUNK_ROWS;
        size_t here = left < CHUNK_ROWS ? (size_t)left : CHUNK_ROWS;

        if (find_stays(e, c, here) < 0 || compare_run(e, c) < 0 || tell_run(e, c, here) < 0)
            return e->status;
    }
    return tell_gone(e, c);
}

ayant_status store_compare(failure *e, store_taking *t)
{
    comparing c = {.taking = t, .counts = t->options.changes};
    failure lost = {0};

    if (!c.counts)
        return AYANT_OK;
    *c.counts = (store_changes){.again = t->replaces};
    if (!t->replaces)
        return AYANT_OK;
    compare_all(&lost, &c);
    end(&c);
    /* a damaged caseload is replaced all the same: that is what its message says to do */
    if (lost.status == AYANT_E_STORE)
        *c.counts = (store_changes){.again = 1, .lost = 1};
    else if (lost.status < 0)
        *e = lost;
    return e->status;
}
