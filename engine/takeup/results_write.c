/*
 * Rows of results: CSV written by hand, since a caseload has many; the other
 * formats through a table.
 */
#include "results_write.h"

#include <string.h>
#include "../base/limits.h"
#include "../report/table.h"

static const char *const columns[] = {"person_id",   "household_id", "right",     "verdict", "amount_low",
                                      "amount_high", "route",        "certainty", "finding", "missing"};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* The row as texts; `missing` is built in `room`. */
typedef struct row_texts {
    const char *cell[COLUMNS];
    char low[32], high[32];
} row_texts;

static const char *route_word(const results *r, const right *of, int16_t route)
{
    int index = of->route ? rulebook_variable(r->rules, of->route) : -1;

    return index < 0 || route < 0 ? "" : r->rules->variables[index].words[route];
}

static void put_missing(const results *r, const result *x, writer *w)
{
    const dictionary *d = &r->rules->facts;
    const int32_t *m = r->missing + x->missing;

    for (int first = 1; *m >= 0; m++, first = 0) {
        if (!first)
            put(w, ";", 1);
        put_text(w, (size_t)*m < d->count ? d->facts[*m].name : "relation");
    }
}

static void fill_texts(const results *r, size_t person, size_t k, row_texts *t)
{
    const result *x = result_of(r, person, k);
    const right *of = right_of(r, k);
    int silent = x->finding == FINDING_RECEIVING;

    t->low[0] = t->high[0] = '\0';
    if (!silent && x->low_cents >= 0)
        cents_print(t->low, x->low_cents * (MICRO / 100));
    if (!silent && x->high_cents >= 0)
        cents_print(t->high, x->high_cents * (MICRO / 100));
    t->cell[0] = r->people->person_id[person];
    t->cell[1] = r->people->household_id[r->people->household_of[person]];
    t->cell[2] = of->name;
    t->cell[3] = silent ? "" : verdict_names[x->verdict];
    t->cell[4] = t->low;
    t->cell[5] = t->high;
    t->cell[6] = silent ? "" : route_word(r, of, x->route);
    if (t->cell[6][0] && strcmp(t->cell[6], "none") == 0)
        t->cell[6] = "";
    t->cell[7] = silent ? "" : certainty_names[x->certainty];
    t->cell[8] = finding_names[x->finding];
}

static void write_csv_row(const results *r, size_t person, size_t k, writer *w)
{
    row_texts t;
    const result *x = result_of(r, person, k);

    fill_texts(r, person, k, &t);
    for (int i = 0; i < 2; i++) /* ids come from a file; the rest are our own words */
        put_csv(w, text_of(t.cell[i]), i == 0);
    for (int i = 2; i < COLUMNS - 1; i++) {
        put(w, ",", 1);
        put_text(w, t.cell[i]);
    }
    put(w, ",", 1);
    if (x->finding != FINDING_RECEIVING)
        put_missing(r, x, w);
    put(w, "\n", 1);
}

static void table_missing(const results *r, const result *x, table *t)
{
    char bytes[4096];
    size_t used = 0;
    const dictionary *d = &r->rules->facts;

    bytes[0] = '\0';
    for (const int32_t *m = r->missing + x->missing; *m >= 0 && x->finding != FINDING_RECEIVING; m++) {
        const char *name = (size_t)*m < d->count ? d->facts[*m].name : "relation";
        size_t length = strlen(name);

        if (used + length + 2 > sizeof bytes)
            break;
        if (used)
            bytes[used++] = ';';
        memcpy(bytes + used, name, length + 1);
        used += length;
    }
    table_text(t, bytes);
}

/* Persons in the order of the input. NULL without memory. */
static uint32_t *input_order(arena *memory, const people *p)
{
    uint32_t *order = arena_array(memory, p->persons + 1, sizeof *order);

    for (size_t i = 0; order && i < p->persons; i++)
        order[p->position[i]] = (uint32_t)i;
    return order;
}

static int shown(const results *r, size_t k)
{
    return r->sensitive || !right_of(r, k)->sensitive;
}

static ayant_status write_table(failure *e, const results *r, const uint32_t *order, ayant_format format,
                                size_t width, int colour, writer *w)
{
    table *t = table_new();
    row_texts texts;
    ayant_status status;

    if (!t)
        return fail_memory(e);
    for (int i = 0; i < COLUMNS; i++)
        table_column(t, columns[i], NULL, i == 4 || i == 5 ? TABLE_RIGHT : TABLE_LEFT);
    for (size_t i = 0; i < r->people->persons; i++)
        for (size_t k = 0; k < r->right_count; k++) {
            const result *x = result_of(r, order[i], k);

            if (!shown(r, k))
                continue;
            fill_texts(r, order[i], k, &texts);
            for (int c = 0; c < COLUMNS - 1; c++) {
                if (c != 4 && c != 5)
                    table_text(t, texts.cell[c]);
                else if (texts.cell[c][0])
                    table_cents(t, c == 4 ? x->low_cents : x->high_cents);
                else
                    table_empty(t);
            }
            table_missing(r, x, t);
        }
    status = table_write(e, t, w, format, width, colour);
    table_free(t);
    return status;
}

ayant_status results_write(failure *e, const results *r, ayant_format format, size_t width, int colour,
                           const ayant_sink *out)
{
    arena *memory = arena_new();
    uint32_t *order = memory ? input_order(memory, r->people) : NULL;
    ayant_status status = AYANT_OK;
    writer w;

    if (!order) {
        arena_free(memory);
        return fail_memory(e);
    }
    writer_start(&w, out);
    if (format == AYANT_CSV) {
        for (int i = 0; i < COLUMNS; i++)
            put_csv(&w, text_of(columns[i]), i == 0);
        put(&w, "\n", 1);
        for (size_t i = 0; i < r->people->persons; i++)
            for (size_t k = 0; k < r->right_count; k++)
                if (shown(r, k))
                    write_csv_row(r, order[i], k, &w);
    } else {
        status = write_table(e, r, order, format, width, colour, &w);
    }
    arena_free(memory);
    if (status < 0)
        return status;
    return writer_end(&w, e);
}

uint64_t results_findings(const results *r)
{
    uint64_t count = 0;

    for (size_t i = 0; i < r->people->persons; i++)
        for (size_t k = 0; k < r->right_count; k++)
            count += shown(r, k) && result_of(r, i, k)->counted && finding_calls(result_of(r, i, k)->finding);
    return count;
}

uint64_t results_withheld(const results *r)
{
    uint64_t rights = 0;

    for (size_t k = 0; k < r->right_count; k++)
        rights += !shown(r, k);
    return rights * r->people->persons;
}
