/*
 * An import, file after file.
 *
 * Households come first, so that a person of a household that does not exist
 * is known on the spot; relations last, for the same reason.
 */
#include "ingest.h"

#include "../base/limits.h"
#include "../base/sink.h"
#include "cells.h"
#include "figures.h"
#include "inputs.h"

#define ROWS_A_TICK 16384

/* Why a row was refused, and the column to look at. */
static const char *why(row_problem problem, const sheet *s, int *at)
{
    *at = (int)(s->kind == SHEET_HOUSEHOLDS ? s->household : s->person);
    switch (problem) {
    case ROW_NO_ID:
        return "the identifier is empty";
    case ROW_DUPLICATE:
        return "the identifier is that of an earlier line";
    case ROW_NO_HOUSEHOLD:
        *at = (int)s->household;
        return "the household identifier is empty";
    case ROW_HOUSEHOLD_UNKNOWN:
        *at = (int)s->household;
        return "no such household";
    case ROW_HOUSEHOLD_FULL:
        *at = (int)s->household;
        return "too many people in this household: an institution, or a wrong identifier";
    case ROW_PERSON_UNKNOWN:
        return "one of the two people does not exist";
    case ROW_OTHER_HOUSEHOLD:
        return "the two people are not of one household";
    case ROW_SAME_PERSON:
        return "both identifiers are one person's";
    case ROW_OK:
    case ROW_NO_MEMORY:
    case ROW_FAILED:
        break;
    }
    return "not readable";
}

/* An id of the row, trimmed. 0 after rejecting the row when it cannot be one. */
static int read_id(import *i, const sheet *s, const source_row *row, size_t at, text *out)
{
    const char *reason = unreadable(row, at);

    *out = at < row->kept ? text_trim(row->cell[at]) : (text){"", 0};
    if (!reason && out->length > LIMIT_TEXT)
        reason = "an identifier longer than 500 bytes";
    if (reason)
        reject_row(i, s, row, (int)at, reason);
    return !reason;
}

static ayant_status add_member(failure *e, import *i, sheet *s, const source_row *row)
{
    text person = {"", 0}, household;
    row_problem problem;
    uint64_t to;
    int at;

    if (!read_id(i, s, row, s->household, &household) ||
        (s->kind == SHEET_PERSONS && !read_id(i, s, row, s->person, &person)))
        return AYANT_OK;
    problem = s->kind == SHEET_PERSONS ? i->to.kind->person(i->to.to, e, person, household, &to)
                                       : i->to.kind->household(i->to.to, e, household, &to);
    if (problem == ROW_FAILED)
        return e->status;
    if (problem != ROW_OK) {
        const char *reason = why(problem, s, &at);

        i->absent += s->kind == SHEET_PERSONS && problem != ROW_NO_HOUSEHOLD;
        reject_row(i, s, row, at, reason);
        return AYANT_OK;
    }
    if (s->kind == SHEET_PERSONS)
        i->counts.persons++;
    else
        i->counts.households++;
    return read_cells(e, i, s, row, to);
}

/* Only what the links of a person cannot say. */
static int relation_word(text word)
{
    static const char *const words[] = {KINSHIP_WORDS};
    static const kinship allowed[] = {KIN_GRANDPARENT,  KIN_GRANDCHILD, KIN_PARENT_IN_LAW,
                                      KIN_CHILD_IN_LAW, KIN_SIBLING,    KIN_OTHER_RELATIVE,
                                      KIN_UNRELATED};

    for (size_t k = 0; k < sizeof allowed / sizeof *allowed; k++)
        if (text_same_no_case(word, words[allowed[k]]))
            return (int)allowed[k];
    return -1;
}

static ayant_status add_relation(failure *e, import *i, sheet *s, const source_row *row)
{
    text a, b, word;
    row_problem problem;
    int kin, at;

    if (!read_id(i, s, row, s->person, &a) || !read_id(i, s, row, s->other, &b) ||
        !read_id(i, s, row, s->relation, &word))
        return AYANT_OK;
    kin = relation_word(word);
    if (kin < 0) {
        reject_row(i, s, row, (int)s->relation,
                   "not one of grandparent, grandchild, parent_in_law, child_in_law, sibling, "
                   "other_relative, unrelated");
        return AYANT_OK;
    }
    problem = i->to.kind->relation(i->to.to, e, a, b, (kinship)kin);
    if (problem == ROW_FAILED)
        return e->status;
    if (problem != ROW_OK) {
        const char *reason = why(problem, s, &at);

        if (problem == ROW_PERSON_UNKNOWN) {
            int known = i->to.kind->knows(i->to.to, e, a);

            if (known < 0)
                return e->status;
            at = known ? (int)s->other : at;
        }
        reject_row(i, s, row, at, reason);
        return AYANT_OK;
    }
    i->counts.relations++;
    return AYANT_OK;
}

static ayant_status tick(failure *e, const sheet *s, const ayant_progress *progress)
{
    static const char *const what[] = {"reading households", "reading persons", "reading relations"};

    uint64_t done, total;

    s->in.kind->progress(s->in.inside, &done, &total);
    if (progress && progress->tick(progress->to, what[s->kind], done, total) != 0)
        return fail(e, AYANT_E_CANCELLED, "I11", "the import was stopped; nothing was kept");
    return AYANT_OK;
}

static ayant_status read_rows(failure *e, import *i, sheet *s, const ayant_progress *progress)
{
    ayant_status status;
    source_row row;

    while ((status = source_next(e, &s->in, &row)) == AYANT_OK) {
        if (s->rows++ % ROWS_A_TICK == 0 && tick(e, s, progress) < 0)
            return e->status;
        if (row.count > s->count)
            reject_row(i, s, &row, -1,
                       "more cells than the header has columns: is a text with the separator not quoted?");
        else if ((s->kind == SHEET_RELATIONS ? add_relation(e, i, s, &row) : add_member(e, i, s, &row)) < 0)
            return e->status;
    }
    if (status < 0)
        return status;
    return settle_figures(e, i, s);
}

static void list(writer *w, const sheet *s, const char *before, int (*is_listed)(const sheet_column *))
{
    int some = 0;

    for (size_t k = 0; k < s->count; k++) {
        if (!s->columns[k].name.length || !is_listed(&s->columns[k]))
            continue;
        if (some) {
            put_text(w, ", ");
        } else {
            put_print(w, "'%.400s': ", s->path);
            put_text(w, before);
        }
        put(w, s->columns[k].name.at, s->columns[k].name.length);
        some = 1;
    }
    if (some)
        put_text(w, "\n");
}

static int is_ignored(const sheet_column *c)
{
    return !c->key && c->fact < 0;
}

static int has_commas(const sheet_column *c)
{
    return c->marks == MARK_COMMA;
}

static int has_both(const sheet_column *c)
{
    return c->marks == (MARK_COMMA | MARK_POINT);
}

/* Decimal marks have a line of their own; yes and no in one letter are no news. */
static void list_repairs(writer *w, const sheet *s)
{
    for (size_t k = 0; k < s->count; k++) {
        const sheet_column *c = &s->columns[k];
        int some = 0;

        for (int r = 0; r < REPAIR_KINDS; r++) {
            if (!c->repaired[r] || r == REPAIR_DECIMAL_COMMA || r == REPAIR_DECIMAL_POINT ||
                r == REPAIR_TRUTH_FORM)
                continue;
            if (!some++)
                put_print(w, "'%.400s': '%.60s': ", s->path, c->name.at);
            else
                put_text(w, ", ");
            put_print(w, "%llu: %s", (unsigned long long)c->repaired[r], repair_said((repair)r, AYANT_EN));
        }
        put_text(w, some ? "\n" : "");
    }
}

static void describe(writer *w, import *i, const sheet *s)
{
    for (size_t k = 0; k < s->count; k++)
        i->counts.columns_ignored += (uint64_t)is_ignored(&s->columns[k]);
    if (!w)
        return;
    put_print(w, "'%.400s': %llu rows\n", s->path, (unsigned long long)s->rows);
    if (s->in.kind->describe)
        s->in.kind->describe(s->in.inside, w);
    list(w, s, "decimal commas in ", has_commas);
    list(w, s, "decimal commas and decimal points in ", has_both);
    if (!s->in.kind->shown) /* it has counted them itself, by its own columns */
        list_repairs(w, s);
    list(w, s, "columns left out, they are not facts of this file: ", is_ignored);
}

static ayant_status read_sheet(failure *e, import *i, sheet_kind which, const ayant_inputs *in,
                               const ayant_progress *progress, writer *notes)
{
    source from;
    sheet s;

    if (inputs_open(e, in, which, &from) < 0 || sheet_open(e, which, &from, i->facts, &s) < 0)
        return e->status;
    if (read_rows(e, i, &s, progress) == AYANT_OK)
        describe(notes, i, &s);
    sheet_close(&s);
    return e->status;
}

static void conclude(writer *w, const import *i, const char *rejects_path)
{
    if (i->absent)
        put_print(w,
                  "%llu persons were refused: a household that lacks one of its members may be told a wrong "
                  "answer, until the row is mended\n",
                  (unsigned long long)i->absent);
    if (i->outside_brussels)
        put_print(w, "%llu postal codes are outside the Brussels region\n",
                  (unsigned long long)i->outside_brussels);
    if (i->birth_differs)
        put_print(w, "%llu national numbers do not agree with birth_date; the date was kept\n",
                  (unsigned long long)i->birth_differs);
    if (i->gender_differs)
        put_print(w, "%llu national numbers do not agree with gender; the word was kept\n",
                  (unsigned long long)i->gender_differs);
    if (i->counts.rows_rejected || i->counts.cells_rejected)
        put_print(w, "%llu rows and %llu cells were rejected%s%.400s%s\n",
                  (unsigned long long)i->counts.rows_rejected, (unsigned long long)i->counts.cells_rejected,
                  rejects_path ? ": see '" : "", rejects_path ? rejects_path : "", rejects_path ? "'" : "");
}

static ayant_status import_all(failure *e, import *i, const ayant_inputs *in, const ayant_sink *notes,
                               const ayant_progress *progress)
{
    writer w, *to = NULL;

    if (notes) {
        writer_start(&w, notes);
        to = &w;
    }
    if (read_sheet(e, i, SHEET_HOUSEHOLDS, in, progress, to) < 0 ||
        read_sheet(e, i, SHEET_PERSONS, in, progress, to) < 0)
        return e->status;
    if (in->relations && read_sheet(e, i, SHEET_RELATIONS, in, progress, to) < 0)
        return e->status;
    if (i->to.kind->finish(i->to.to, e) < 0)
        return e->status;
    if (to) {
        conclude(to, i, in->rejects);
        if (writer_end(to, e) < 0)
            return e->status;
    }
    if (rejects_ready(e, i->rejects) < 0 || i->to.kind->keep(i->to.to, e) < 0)
        return e->status;
    return rejects_end(e, i->rejects);
}

static int fact_of_kind(const dictionary *facts, const char *name, kind of)
{
    int at = dictionary_find(facts, name);

    return at >= 0 && facts->facts[at].kind == of ? at : -1;
}

ayant_status ingest_rows(failure *e, const dictionary *facts, const ayant_inputs *in, intake to,
                         const ayant_sink *notes, const ayant_progress *progress, ayant_import_counts *counts)
{
import i = {.facts = facts, .to = to };
    ayant_status status = inputs_check(e, in);

    i.birth_date = fact_of_kind(facts, "birth_date", KIND_DATE);
    i.gender = fact_of_kind(facts, "gender", KIND_WORD);
    i.partner = dictionary_find(facts, "partner_id");
    i.mother = dictionary_find(facts, "mother_id");
    i.father = dictionary_find(facts, "father_id");
    if (status == AYANT_OK)
        status = cleaner_new(e, &i.cleaner);
    if (status == AYANT_OK)
        status = rejects_open(e, in->rejects, &i.rejects);
    if (status == AYANT_OK)
        status = import_all(e, &i, in, notes, progress);
    if (status == AYANT_OK && counts)
        *counts = i.counts;
    rejects_free(i.rejects);
    cleaner_free(i.cleaner);
    return status;
}

ayant_status ingest_people(failure *e, const dictionary *facts, const ayant_inputs *in,
                           const ayant_sink *notes, const ayant_progress *progress, people **out,
                           ayant_import_counts *counts)
{
    people *p = people_new(facts);
    ayant_status status;

    if (!p)
        return fail_memory(e);
    status = ingest_rows(e, facts, in, people_intake(p), notes, progress, counts);
    if (status == AYANT_OK)
        *out = p;
    else
        people_free(p);
    return status;
}
