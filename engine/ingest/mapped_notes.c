/*
 * What was repaired, passed over or left unknown: counts for the notes, and a
 * list with lines. Columns and kinds are said, values never.
 */
#include <stdlib.h>
#include "mapped_parts.h"

/* Of the list: words that never change; and what the notes say after a count. */
static const struct {
    const char *word, *said;
} remarks[REMARKS - REPAIR_KINDS] = {
    [REMARK_CAPITALS - REPAIR_KINDS] = {"capitals", "in capitals, kept"},
    [REMARK_WORD - REPAIR_KINDS] = {"other_word", "in another spelling than most"},
    [REMARK_PATTERN - REPAIR_KINDS] = {"other_pattern", "cut by a later pattern"},
    [REMARK_NOT_SPLIT - REPAIR_KINDS] = {"not_split", "that no pattern cuts, kept whole"},
    [REMARK_SHORT - REPAIR_KINDS] = {"short_line", "lines end before the last column"},
    [REMARK_ABOVE - REPAIR_KINDS] = {"above_header", "lines above the names of the columns"},
    [REMARK_HEADER_AGAIN - REPAIR_KINDS] = {"header_again", "lines that repeat the names of the columns"},
    [REMARK_TOTAL - REPAIR_KINDS] = {"total", "lines of totals"},
    [REMARK_TITLE - REPAIR_KINDS] = {"title", "lines with a title"},
    [REMARK_BLANK - REPAIR_KINDS] = {"blank_line", "blank lines"},
    [REMARK_DIFFERS -
        REPAIR_KINDS] = {"household_differs",
                         "that do not say what the first row of their household says, which was kept"},
    [REMARK_NO_REFERENCE -
        REPAIR_KINDS] = {"no_reference_person",
                         "households without a reference person: their links stay unknown"},
    [REMARK_REFERENCES -
        REPAIR_KINDS] = {"two_reference_persons",
                         "rows of households with two reference persons: their links stay unknown"},
    [REMARK_LINK_WORD -
        REPAIR_KINDS] = {"link_not_known", "words that are in no list: the link stays unknown"},
    [REMARK_PARTNERS - REPAIR_KINDS] = {"two_partners", "people who are each the partner of one: unknown"},
    [REMARK_PARENT_GENDER - REPAIR_KINDS] = {"parent_gender_unknown",
                                             "parents of unknown gender: mother or father stays unknown"},
    [REMARK_PARENTS - REPAIR_KINDS] = {"second_parent", "second mothers or fathers: the first was kept"},
};

static const char *word_of_kind(unsigned of)
{
    return of < REPAIR_KINDS ? repair_word((repair)of) : remarks[of - REPAIR_KINDS].word;
}

void mapped_remark(mapped *m, book *b, size_t where, int line, unsigned of)
{
    size_t at = where == SIZE_MAX ? b->count : where;
    beside *list = m->list;

    b->counts[at * REMARKS + of]++;
    if (!list || !list->out)
        return;
    put_csv(&list->writer, text_of(b->path), 1);
    put_print(&list->writer, ",%d", line);
    put_csv(&list->writer, where == SIZE_MAX ? (text){"", 0} : b->names[where], 0);
    put_csv(&list->writer, text_of(word_of_kind(of)), 0);
    put(&list->writer, "\n", 1);
}

/* ---- the list ---- */

ayant_status mapped_list_open(failure *e, mapped *m)
{
    if (!m->in->repairs)
        return AYANT_OK;
    if (!(m->list = calloc(1, sizeof *m->list)))
        return fail_memory(e);
    if (beside_open(e, m->list, m->in->repairs, "the list of repairs", "N25") < 0)
        return e->status;
    put_text(&m->list->writer, "file,line,column,kind\n");
    return AYANT_OK;
}

ayant_status mapped_end(failure *e, mapped *m)
{
    return m->list ? beside_end(e, m->list) : AYANT_OK;
}

void mapped_list_free(mapped *m)
{
    if (!m->list)
        return;
    beside_free(m->list);
    free(m->list);
    m->list = NULL;
}

/* ---- the notes ---- */

static void list_columns(const book *b, const char *before, int named, writer *w)
{
    int some = 0;

    for (size_t i = 0; i < b->count; i++) {
        const mapping_column *c = b->columns[i];

        if (!b->names[i].length || i == b->link || (c && c->fact_count) || (c != NULL) != named)
            continue;
        if (!some++)
            put_print(w, "'%.400s': %s", b->path, before);
        else
            put_text(w, ", ");
        put(w, b->names[i].at, b->names[i].length);
    }
    if (some)
        put_text(w, "\n");
}

static void say_lines(const book *b, writer *w)
{
    const uint64_t *counts = b->counts + b->count * REMARKS;

    for (unsigned of = REPAIR_KINDS; of < REMARKS; of++)
        if (counts[of])
            put_print(w, "'%.400s': %llu %s%s\n", b->path, (unsigned long long)counts[of],
                      remarks[of - REPAIR_KINDS].said, of >= REMARK_ABOVE ? ", passed over" : "");
}

/* Kinds from `from` to `to`, by column. */
static void say_cells(const book *b, unsigned from, unsigned to, writer *w)
{
    for (size_t i = 0; i < b->count; i++) {
        int some = 0;

        for (unsigned of = from; of < to; of++) {
            uint64_t count = b->counts[i * REMARKS + of];

            if (!count)
                continue;
            put_print(w, some ? ", " : "'%.400s': '", b->path);
            if (!some++) {
                put(w, b->names[i].at, b->names[i].length);
                put_text(w, "': ");
            }
            put_print(w, "%llu %s%s", (unsigned long long)count,
                      of < REPAIR_KINDS                           ? "with "
                      : of < REMARK_SHORT || of == REMARK_DIFFERS ? "cells "
                                                                  : "",
                      of < REPAIR_KINDS ? repair_said((repair)of, AYANT_EN)
                                        : remarks[of - REPAIR_KINDS].said);
        }
        if (some)
            put_text(w, "\n");
    }
}

static void say_stopped(const mapped *m, writer *w)
{
    for (size_t i = 0; i < m->map->computed_count; i++)
        if (m->stopped[i])
            put_print(
                w, "'%.400s': line %d: compute of '%s' stopped on %llu rows: those cells are rejected\n",
                m->map->path, m->stopped_at[i].line, mapping_fact_name(m->facts, m->map->computed[i].fact),
                (unsigned long long)m->stopped[i]);
}

void mapped_describe(const mapped *m, sheet_kind which, writer *notes)
{
    const book *b = which == SHEET_HOUSEHOLDS ? m->households : m->persons;

    if (which == SHEET_RELATIONS)
        return;
    if (which == SHEET_HOUSEHOLDS || !m->flat) {
        say_lines(b, notes);
        list_columns(b, "columns left out by the mapping: ", 1, notes);
        list_columns(b, "columns the mapping does not name, left out: ", 0, notes);
    }
    if (which == SHEET_HOUSEHOLDS && m->flat)
        return; /* said once, when the file has been read for the last time */
    say_cells(b, 0, REMARK_DIFFERS, notes);
    say_cells(b, REMARK_DIFFERS, REMARKS, notes);
    if (which == SHEET_PERSONS)
        say_stopped(m, notes);
}
