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

/* An identifier is shown when it looks like a code: a digit, no space. Names serve as identifiers too. */
static int may_be_a_name(text id)
{
    int digits = 0;

    for (size_t k = 0; k < id.length; k++) {
        if (id.at[k] == ' ' || (unsigned char)id.at[k] >= 0x80)
            return 1;
        digits += id.at[k] >= '0' && id.at[k] <= '9';
    }
    return id.length > 2 && !digits;
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
    rejects_add(i->rejects, s->path, row->line, name, value,
                at >= 0 && s->columns[at].key && !(s->kind == SHEET_RELATIONS && (size_t)at == s->relation) &&
                    may_be_a_name(value),
                reason);
}

void reject_cell(import *i, const sheet *s, int line, size_t at, text value, const char *reason)
{
    const sheet_column *c = &s->columns[at];
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

static void wait_for_column(failure *e, sheet *s, int line, size_t at, text t, uint64_t to)
{
    waiting *w = paged_at(e, s->waiting, s->waiting_count);

    if (!w)
        return;
    *w = (waiting){to, (uint32_t)at, line, ""};
    memcpy(w->written, t.at, t.length);
    s->waiting_count++;
}

/* A figure that can be read in one way, or that waits. */
static const char *read_figure(failure *e, sheet *s, int line, size_t at, const fact *f, text t, uint64_t to,
                               cell *value, unsigned *repairs)
{
    sheet_column *c = &s->columns[at];
    unsigned mark = mark_of(t);
    const char *reason;

    if (mark == MARK_EITHER) {
        if (t.length >= WAITING_TEXT)
            return f->kind == KIND_MONEY ? "not an amount" : "not a number";
        wait_for_column(e, s, line, at, t, to);
        return NULL;
    }
    reason = fact_read_repaired(f, t, mark == MARK_COMMA, value, repairs);
    if (!reason && mark) {
        c->marks |= mark;
        s->marks |= mark;
    }
    return reason;
}

static const char *read_text(failure *e, import *i, const sheet_column *c, text t, niss *number,
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
    i->to.kind->words(i->to.to, e, c->fact, t);
    return NULL;
}

static const char *read_link(failure *e, import *i, const sheet *s, const source_row *row,
                             const sheet_column *c, text t)
{
    int of_kin = c->fact == i->partner || c->fact == i->mother || c->fact == i->father;

    if (t.length > LIMIT_TEXT)
        return "an identifier longer than 500 bytes";
    if (of_kin && s->kind == SHEET_PERSONS && text_same(t, text_trim(row->cell[s->person])))
        return "a person cannot be their own partner or parent";
    i->to.kind->words(i->to.to, e, c->fact, t);
    return NULL;
}

/* Most cells have nothing to trim, and there are millions of them. */
static text trimmed(text t)
{
    unsigned char first = (unsigned char)t.at[0], last = (unsigned char)t.at[t.length - 1];

    return first > ' ' && first < 0x80 && last > ' ' && last < 0x80 ? t : text_trim(t);
}

/* Of short texts of one length, without a call: two overlapping words, or up to three bytes. */
static int same_bytes(const char *a, const char *b, size_t length)
{
    uint32_t first[2], last[2];

    if (length < 4)
        return a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1];
    if (length > 8)
        return memcmp(a, b, length) == 0;
    memcpy(&first[0], a, 4);
    memcpy(&first[1], b, 4);
    memcpy(&last[0], a + length - 4, 4);
    memcpy(&last[1], b + length - 4, 4);
    return first[0] == first[1] && last[0] == last[1];
}

/*
 * The way most amounts are written, digits and two decimals behind a point: what fact_read would say, without
 * its many questions. Only what is within the narrowest bounds is answered, so that it alone says what is too
 * much.
 */
static int quick_amount(const fact *f, text t, cell *value)
{
    cell cents = 0;

    if (t.length < 4 || t.length > 8 || t.at[t.length - 3] != '.' || f->kind != KIND_MONEY)
        return 0;
    for (size_t i = 0; i < t.length; i++) {
        unsigned digit = (unsigned)(unsigned char)t.at[i] - '0';

        if (i == t.length - 3)
            continue;
        if (digit > 9)
            return 0;
        cents = cents * 10 + (cell)digit;
    }
    if (cents > LIMIT_EURO_MONTH * 100 || (f->least < f->most && (cents < f->least || cents > f->most)))
        return 0;
    *value = cents;
    return 1;
}

/* A value that is no text: the one said last, or read and remembered. Figures that wait are not values yet.
 */
static const char *read_value(failure *e, sheet *s, int line, size_t at, const fact *f, text t, uint64_t to,
                              cell *value, unsigned *repairs)
{
    last_said *last = &s->columns[at].said;
    const char *reason;

    if (t.length == last->length && same_bytes(t.at, last->written, t.length)) {
        *value = last->value;
        *repairs = last->repairs;
        return NULL;
    }
    if (quick_amount(f, t, value)) {
        s->columns[at].marks |= MARK_POINT;
        s->marks |= MARK_POINT;
        return NULL;
    }
    reason = f->kind == KIND_MONEY || f->kind == KIND_NUMBER
                 ? read_figure(e, s, line, at, f, t, to, value, repairs)
                 : fact_read_repaired(f, t, 0, value, repairs);
    if (!reason && *value != CELL_UNKNOWN && t.length <= SAID_TEXT) {
        last->length = (unsigned char)t.length;
        memcpy(last->written, t.at, t.length);
        last->value = *value;
        last->repairs = *repairs;
    }
    return reason;
}

/* What of a row is held against its national number. */
typedef struct about {
    niss number;
    cell birth, gender;
} about;

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

static void count_repairs(sheet_column *c, unsigned repairs, text written, text trimmed_to)
{
    if (trimmed_to.at != written.at || trimmed_to.length != written.length)
        repairs |= REPAIR_BIT(REPAIR_SPACES);
    for (int k = 0; repairs; k++, repairs >>= 1)
        c->repaired[k] += repairs & 1;
}

/* One cell that is not empty, of a column that is a fact. */
static ayant_status read_cell(failure *e, import *i, sheet *s, const source_row *row, size_t at, uint64_t to,
                              about *who)
{
    sheet_column *c = &s->columns[at];
    const fact *f = &i->facts->facts[c->fact];
    const char *reason = row->flag[at] == CELL_GOOD ? NULL : unreadable(row, at);
    unsigned repairs = 0;
    text t = reason ? row->cell[at] : trimmed(row->cell[at]);
    cell value = CELL_UNKNOWN;

    if (reason || !t.length)
        ;
    else if ((f->kind == KIND_TEXT || f->kind == KIND_PERSON) &&
             (c->clean == CLEAN_NONE || c->clean == CLEAN_NISS) && text_is_placeholder(t))
        repairs =
            REPAIR_BIT(REPAIR_PLACEHOLDER); /* an empty cell: nothing to set; cleaners see to the others */
    else if (f->kind == KIND_TEXT)
        reason = read_text(e, i, c, t, &who->number, &repairs);
    else if (f->kind == KIND_PERSON)
        reason = read_link(e, i, s, row, c, t);
    else
        reason = read_value(e, s, row->line, at, f, t, to, &value, &repairs);
    if (reason)
        reject_cell(i, s, row->line, at, row->cell[at], reason);
    else if (value != CELL_UNKNOWN)
        i->to.kind->cell(i->to.to, e, c->fact, value);
    if (!reason && (repairs || t.length != row->cell[at].length))
        count_repairs(c, repairs, row->cell[at], t);
    if (!reason && c->fact == i->birth_date)
        who->birth = value;
    if (!reason && c->fact == i->gender)
        who->gender = value;
    return e->status;
}

ayant_status read_cells(failure *e, import *i, sheet *s, const source_row *row, uint64_t to)
{
    about who = {{.male = -1}, CELL_UNKNOWN, CELL_UNKNOWN};

    clean_row(i->cleaner);
    for (size_t at = 0; at < row->kept; at++)
        if ((row->cell[at].length || row->flag[at] != CELL_GOOD) && s->columns[at].fact >= 0 &&
            read_cell(e, i, s, row, at, to, &who) < 0)
            return e->status;
    if (row->kept < s->count)
        reject_cell(i, s, row->line, row->kept, (text){"", 0},
                    "the line ends early: this cell and those after it are empty");
    compare(i, &who.number, who.birth, who.gender);
    return AYANT_OK;
}

ayant_status settle_figures(failure *e, import *i, sheet *s)
{
    for (uint64_t k = 0; k < s->waiting_count; k++) {
        const waiting *w = paged_at(e, s->waiting, k);
        sheet_column *c = w ? &s->columns[w->column] : NULL;
        unsigned repairs = 0;
        const fact *f = w ? &i->facts->facts[c->fact] : NULL;
        const char *reason =
            "two figures are possible: the column does not show what its point or comma means";
        cell value = CELL_UNKNOWN;
        unsigned mark;

        if (!w)
            return e->status;
        mark = mark_for(c->marks, s->marks, s->in.kind->delimiter(s->in.inside));
        if (mark)
            reason = fact_read_repaired(f, text_of(w->written), mark == MARK_COMMA, &value, &repairs);
        if (reason)
            reject_cell(i, s, w->line, w->column, text_of(w->written), reason);
        else if (i->to.kind->late(i->to.to, e, w->row, c->fact, value) < 0)
            return e->status;
        if (!reason)
            count_repairs(c, repairs, text_of(w->written), text_of(w->written));
    }
    s->waiting_count = 0;
    return AYANT_OK;
}
