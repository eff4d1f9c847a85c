/*
 * A run of persons, beside the runs where they were before.
 */
#include "store_compare.h"

#include <stdlib.h>
#include <string.h>

ayant_status note_difference(failure *e, comparing *c, difference one)
{
    c->headings[one.at] |= (unsigned char)(1u << one.under);
    if (!c->taking->options.change)
        return AYANT_OK;
    if (c->difference_count == c->difference_capacity) {
        size_t capacity = c->difference_capacity ? c->difference_capacity * 2 : 256;
        difference *wide = realloc(c->differences, capacity * sizeof *wide);

        if (!wide)
            return fail_memory(e);
        c->differences = wide;
        c->difference_capacity = capacity;
    }
    c->differences[c->difference_count++] = one;
    return AYANT_OK;
}

/* From `from`, the rows that were in one run before: to where. */
static size_t same_run(const comparing *c, size_t from)
{
    uint64_t chunk = c->stays[from].before / CHUNK_ROWS;
    size_t to = from + 1;

    while (to < c->stayed && c->stays[to].before / CHUNK_ROWS == chunk)
        to++;
    return to;
}

/* Cells of a run; all unknown where there are none. */
static ayant_status read_cells(failure *e, chunks *from, uint64_t chunk, const char *name, cell *out)
{
    size_t rows = 0;
    ayant_status status = chunks_cells(e, from, ENTITY_PERSON, chunk, name, out, &rows);

    for (; status >= 0 && rows < CHUNK_ROWS; rows++)
        out[rows] = CELL_UNKNOWN;
    return status < 0 ? status : AYANT_OK;
}

static ayant_status read_texts(failure *e, chunks *from, uint64_t chunk, const char *name, text *out)
{
    size_t rows = 0;
    ayant_status status = chunks_texts(e, from, ENTITY_PERSON, chunk, name, out, &rows);

    for (; status >= 0 && rows < CHUNK_ROWS; rows++)
        out[rows] = (text){"", 0};
    return status < 0 ? status : AYANT_OK;
}

/* A word of before, as these rules number it; unknown when they have it no more. */
static cell in_new_terms(const file_fact *before, cell value)
{
    if (value == CELL_UNKNOWN || before->kind != KIND_WORD)
        return value;
    if (value < 0 || (size_t)value >= before->word_count || before->cells[value] < 0)
        return CELL_UNKNOWN;
    return before->cells[value];
}

static ayant_status compare_cells(failure *e, comparing *c, size_t which)
{
    const compared_fact *f = &c->facts[which];

    if (read_cells(e, &c->now, c->chunk, f->now->name, c->cells) < 0)
        return e->status;
    for (size_t from = 0, to; from < c->stayed; from = to) {
        to = same_run(c, from);
        if (read_cells(e, &c->before, c->stays[from].before / CHUNK_ROWS, f->now->name, c->cells_before) < 0)
            return e->status;
        for (size_t i = from; i < to; i++) {
            cell before = in_new_terms(f->before, c->cells_before[c->stays[i].before % CHUNK_ROWS]);
            cell after = c->cells[c->stays[i].at];

            if (before != after &&
                note_difference(e, c, (difference){c->stays[i].at, which, f->under, before, after}) < 0)
                return e->status;
        }
    }
    return AYANT_OK;
}

/* An address that becomes known, or is not known any more, is not a move. */
static ayant_status compare_texts(failure *e, comparing *c, size_t which)
{
    const compared_fact *f = &c->facts[which];

    if (read_texts(e, &c->now, c->chunk, f->now->name, c->texts) < 0)
        return e->status;
    for (size_t from = 0, to; from < c->stayed; from = to) {
        to = same_run(c, from);
        if (read_texts(e, &c->before, c->stays[from].before / CHUNK_ROWS, f->now->name, c->texts_before) < 0)
            return e->status;
        for (size_t i = from; i < to; i++) {
            text before = c->texts_before[c->stays[i].before % CHUNK_ROWS], after = c->texts[c->stays[i].at];

            if (before.length && after.length && !text_same(before, after) &&
                note_difference(
                    e, c, (difference){c->stays[i].at, which, f->under, CELL_UNKNOWN, CELL_UNKNOWN}) < 0)
                return e->status;
        }
    }
    return AYANT_OK;
}

static ayant_status compare_household(failure *e, comparing *c, const struct stay *who)
{
    cell now = c->household[who->at], before = c->cells_before[who->before % CHUNK_ROWS];
    const household_then *then = now >= 0 ? paged_at(e, c->then, (uint64_t)now) : NULL;

    if (!then)
        return e->status;
    if (before < 0 || then->row != (uint64_t)before + 1)
        return note_difference(e, c, (difference){who->at, WHICH_HOUSEHOLD, HEADING_MOVED, before, now});
    for (size_t k = 0; k < ADDRESS_FACTS; k++)
        if (then->differs >> k & 1u &&
            note_difference(e, c, (difference){who->at, WHICH_ADDRESS + k, HEADING_MOVED, before, now}) < 0)
            return e->status;
    return AYANT_OK;
}

static ayant_status compare_moves(failure *e, comparing *c)
{
    if (read_cells(e, &c->now, c->chunk, "household_id", c->household) < 0)
        return e->status;
    for (size_t from = 0, to; from < c->stayed; from = to) {
        to = same_run(c, from);
        if (read_cells(e, &c->before, c->stays[from].before / CHUNK_ROWS, "household_id", c->cells_before) <
            0)
            return e->status;
        for (size_t i = from; i < to; i++)
            if (compare_household(e, c, &c->stays[i]) < 0)
                return e->status;
    }
    return AYANT_OK;
}

ayant_status compare_run(failure *e, comparing *c)
{
    if (compare_moves(e, c) < 0)
        return e->status;
    for (size_t i = 0; i < c->fact_count; i++)
        if ((c->facts[i].now->kind == KIND_TEXT ? compare_texts(e, c, i) : compare_cells(e, c, i)) < 0)
            return e->status;
    return AYANT_OK;
}
