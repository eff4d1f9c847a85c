/*
 * Cells of a row. Only running out of memory stops them.
 */
#include "cells.h"

#include <stdio.h>
#include "../base/day.h"
#include "../base/limits.h"
#include "figures.h"

/* A column as the owner of the file calls it. */
static text name_of(const sheet *s, size_t at)
{
    return s->in.kind->shown ? s->in.kind->shown(s->in.inside, at) : s->columns[at].name;
}

void reject_row(import *i, const sheet *s, const source_row *row, int at, const char *reason)
{
    text name = {"", 0}, value = {"", 0};

    if (at >= 0) {
        name = name_of(s, (size_t)at);
        if ((size_t)at < row->kept)
            value = row->cell[at];
    }
    i->counts.rows_rejected++;
    rejects_add(i->rejects, s->path, row->line, name, value, 0, reason);
}

void reject_cell(import *i, const sheet *s, int line, size_t at, text value, const char *reason)
{
    const column *c = &s->columns[at];
    char bound[40], longer[160];
    const fact *f = c->fact >= 0 ? &i->facts->facts[c->fact] : NULL;
    int below = strcmp(reason, "below the least allowed") == 0,
        above = strcmp(reason, "above the most allowed") == 0;

    if (f && (below || above) && f->least < f->most) {
        fact_print(f, below ? f->least : f->most, bound, sizeof bound);
        snprintf(longer, sizeof longer, "%s (%s)", reason, bound);
        reason = longer;
    }
    i->counts.cells_rejected++;
    rejects_add(i->rejects, s->path, line, name_of(s, at), value, c->private, reason);
}

const char *unreadable(const source_row *row, size_t at)
{
    switch (at < row->kept ? row->flag[at] : CELL_GOOD) {
    case CELL_LONG:
        return "longer than a cell may be: is a quote missing?";
    case CELL_NUL:
        return "holds a zero byte";
    case CELL_QUOTE:
        return "text after the closing quote";
    case CELL_ENCODING:
        return "neither UTF-8 nor Windows-1252";
    case CELL_COMPUTED:
        return "the mapping could not compute it";
    case CELL_KIND:
        return "a list or bytes: not a text, a figure or a truth";
    default:
        return NULL;
    }
}

/* A figure that can be read in one way, or that waits. */
static const char *read_figure(failure *e, sheet *s, int line, size_t at, const fact *f, text t, uint32_t to,
                               cell *value, unsigned *repairs)
{
    column *c = &s->columns[at];
    unsigned mark = mark_of(t);
    const char *reason;
    waiting *w;

    if (mark == MARK_EITHER) {
        if (t.length >= sizeof s->waiting->written)
            return f->kind == KIND_MONEY ? "not an amount" : "not a number";
        if (arena_grow(s->memory, &s->waiting, &s->waiting_capacity, s->waiting_count + 1,
                       sizeof *s->waiting) < 0) {
            fail_memory(e);
            return NULL;
        }
        w = &s->waiting[s->waiting_count++];
        *w = (waiting){to, (uint32_t)at, line, ""};
        memcpy(w->written, t.at, t.length);
        return NULL;
    }
    reason = fact_read_repaired(f, t, mark == MARK_COMMA, value, repairs);
    if (!reason && mark) {
        c->marks |= mark;
        s->marks |= mark;
    }
    return reason;
}

static const char *read_text(failure *e, import *i, const column *c, text t, uint32_t to, niss *number,
                             unsigned *repairs)
{
    char clean[CLEAN_TEXT];
    const char *reason;

    if (t.length > LIMIT_TEXT)
        return "a text longer than 500 bytes";
    if (c->clean == CLEAN_NISS) {
        if (!clean_niss(i->cleaner, t, number))
            return "not a valid national number";
        *repairs |= number->repairs;
        t = text_of(number->digits);
    } else if (c->clean != CLEAN_NONE) {
        reason = clean_repaired(i->cleaner, c->clean, t, clean, &t.length, repairs);
        if (reason)
            return reason;
        t.at = clean;
        if (c->clean == CLEAN_POSTAL_CODE && t.length)
            i->outside_brussels += !clean_is_brussels(i->cleaner, t);
    }
    if (people_set_text(i->people, to, c->fact, t) < 0)
        fail_memory(e);
    return NULL;
}

static const char *read_link(failure *e, import *i, const sheet *s, const source_row *row, const column *c,
                             text t, uint32_t to)
{
    int of_kin = c->fact == i->partner || c->fact == i->mother || c->fact == i->father;

    if (t.length > LIMIT_TEXT)
        return "an identifier longer than 500 bytes";
    if (of_kin && s->kind == SHEET_PERSONS && text_same(t, text_trim(row->cell[s->person])))
        return "a person cannot be their own partner or parent";
    if (people_set_text(i->people, to, c->fact, t) < 0)
        fail_memory(e);
    return NULL;
}

/* Most cells have nothing to trim, and there are millions of them. */
static text trimmed(text t)
{
    unsigned char first = (unsigned char)t.at[0], last = (unsigned char)t.at[t.length - 1];

    return first > ' ' && first < 0x80 && last > ' ' && last < 0x80 ? t : text_trim(t);
}

/* The number says when one was born and often the sex: a difference is counted, and the fields are kept. */
static void compare(import *i, const niss *n, cell birth, cell gender)
{
    if (!n->digits[0])
        return;
    if (birth != CELL_UNKNOWN && birth < DAY_NEVER) {
        int year, month, date;

        day_parts(birth, &year, &month, &date);
        i->birth_differs += (n->month && n->month != month) || (n->day && n->day != date) ||
                            (n->month && n->year_of_century != year % 100) ||
                            !(year < 2000 ? n->born_1900 : n->born_2000);
    }
    if (gender != CELL_UNKNOWN && n->male >= 0) {
        const char *word = i->facts->facts[i->gender].words[gender];

        i->gender_differs += strcmp(word, n->male ? "f" : "m") == 0;
    }
}

static void count_repairs(column *c, unsigned repairs, text written, text trimmed_to)
{
    if (trimmed_to.at != written.at || trimmed_to.length != written.length)
        repairs |= REPAIR_BIT(REPAIR_SPACES);
    for (int k = 0; repairs; k++, repairs >>= 1)
        c->repaired[k] += repairs & 1;
}

ayant_status read_cells(failure *e, import *i, sheet *s, const source_row *row, uint32_t to)
{
    cell birth = CELL_UNKNOWN, gender = CELL_UNKNOWN;
    niss number = {.male = -1};

    clean_row(i->cleaner);
    for (size_t at = 0; at < row->kept; at++) {
        column *c = &s->columns[at];
        const char *reason = unreadable(row, at);
        unsigned repairs = 0;
        const fact *f;
        text t = row->cell[at];
        cell value = CELL_UNKNOWN;

        if (c->fact < 0 || (!t.length && !reason))
            continue;
        f = &i->facts->facts[c->fact];
        t = reason ? t : trimmed(t);
        if (reason || !t.length)
            ;
        else if (f->kind == KIND_TEXT)
            reason = read_text(e, i, c, t, to, &number, &repairs);
        else if (f->kind == KIND_PERSON)
            reason = read_link(e, i, s, row, c, t, to);
        else if (f->kind == KIND_MONEY || f->kind == KIND_NUMBER)
            reason = read_figure(e, s, row->line, at, f, t, to, &value, &repairs);
        else
            reason = fact_read_repaired(f, t, 0, &value, &repairs);
        if (reason)
            reject_cell(i, s, row->line, at, row->cell[at], reason);
        else if (value != CELL_UNKNOWN && people_set(i->people, to, c->fact, value) < 0)
            fail_memory(e);
        if (e->status != AYANT_OK)
            return e->status;
        if (!reason)
            count_repairs(c, repairs, row->cell[at], t);
        if (!reason && c->fact == i->birth_date)
            birth = value;
        if (!reason && c->fact == i->gender)
            gender = value;
    }
    if (row->kept < s->count)
        reject_cell(i, s, row->line, row->kept, (text){"", 0},
                    "the line ends early: this cell and those after it are empty");
    compare(i, &number, birth, gender);
    return AYANT_OK;
}

ayant_status settle_figures(failure *e, import *i, sheet *s)
{
    for (size_t k = 0; k < s->waiting_count; k++) {
        const waiting *w = &s->waiting[k];
        column *c = &s->columns[w->column];
        unsigned repairs = 0;
        const fact *f = &i->facts->facts[c->fact];
        unsigned mark = mark_for(c->marks, s->marks, s->in.kind->delimiter(s->in.inside));
        const char *reason =
            "two figures are possible: the column does not show what its point or comma means";
        cell value = CELL_UNKNOWN;

        if (mark)
            reason = fact_read_repaired(f, text_of(w->written), mark == MARK_COMMA, &value, &repairs);
        if (reason)
            reject_cell(i, s, w->line, w->column, text_of(w->written), reason);
        else if (people_set(i->people, w->row, c->fact, value) < 0)
            return fail_memory(e);
        if (!reason)
            count_repairs(c, repairs, text_of(w->written), text_of(w->written));
    }
    s->waiting_count = 0;
    return AYANT_OK;
}
