/*
 * Headers.
 */
#include "sheet.h"

#include <stdlib.h>
#include "../base/limits.h"

#define NAMED 30 /* columns named in an error */

static ayant_status name_columns(failure *e, sheet *s, const source_row *header)
{
    s->count = header->kept;
    s->columns = arena_array(s->memory, s->count, sizeof *s->columns);
    if (!s->columns)
        return fail_memory(e);
    for (size_t i = 0; i < s->count; i++) {
        text name = text_trim(header->cell[i]);
        char *copy = arena_copy(s->memory, name.at, name.length);

        if (!copy)
            return fail_memory(e);
        for (size_t k = 0; k < name.length; k++)
            copy[k] = (char)(copy[k] >= 'A' && copy[k] <= 'Z' ? copy[k] - 'A' + 'a' : copy[k]);
        s->columns[i] = (sheet_column){.name = {copy, strlen(copy)}, .fact = -1};
    }
    return AYANT_OK;
}

static ayant_status refuse_twins(failure *e, const sheet *s, int line)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = i + 1; k < s->count; k++)
            if (s->columns[i].name.length && text_same(s->columns[i].name, s->columns[k].name))
                return fail_at(e, AYANT_E_INPUT, "I06", s->path, line, 0,
                               "columns %zu and %zu are both called '%.60s': rename or remove one", i + 1,
                               k + 1, s->columns[i].name.at);
    return AYANT_OK;
}

/* "a, b, c and 12 more" */
static const char *list_names(const sheet *s)
{
    char *out = arena_array(s->memory, NAMED + 1, 64);
    size_t used = 0;

    if (!out)
        return "?";
    for (size_t i = 0; i < s->count && i < NAMED; i++) {
        size_t length = s->columns[i].name.length < 60 ? s->columns[i].name.length : 60;

        if (used) {
            memcpy(out + used, ", ", 2);
            used += 2;
        }
        memcpy(out + used, s->columns[i].name.at, length);
        used += length;
    }
    if (s->count > NAMED) {
        const char *more = arena_print(s->memory, "%s and %zu more", out, s->count - NAMED);

        return more ? more : out;
    }
    return out;
}

static ayant_status find_key(failure *e, sheet *s, const char *name, int any_known, int line, size_t *out)
{
    for (size_t i = 0; i < s->count; i++) {
        if (text_is(s->columns[i].name, name)) {
            s->columns[i].key = 1;
            s->columns[i].fact = -1;
            *out = i;
            return AYANT_OK;
        }
    }
    /* the first line of a file without header is a person: it is not repeated */
    if (!any_known)
        return fail_at(e, AYANT_E_INPUT, "I05", s->path, line, 0,
                       "'%s' has no column '%s', and none that is known: is the line with the names of the "
                       "columns missing?",
                       s->path, name);
    return fail_at(e, AYANT_E_INPUT, "I05", s->path, line, 0, "'%s' has no column '%s'; it has: %s", s->path,
                   name, list_names(s));
}

/* What each column is for. Returns 1 when some column is known. */
static int match_facts(sheet *s, const dictionary *facts)
{
    static const char *const keys[] = {"household_id", "person_id", "other_id", "relation"};
    int known = 0;

    for (size_t i = 0; i < s->count; i++) {
        sheet_column *c = &s->columns[i];
        int at = dictionary_find(facts, c->name.at);
        const fact *f = at >= 0 ? &facts->facts[at] : NULL;

        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            known |= text_is(c->name, keys[k]);
        known |= at >= 0;
        if (!f || s->kind == SHEET_RELATIONS ||
            f->entity != (s->kind == SHEET_PERSONS ? ENTITY_PERSON : ENTITY_HOUSEHOLD))
            continue;
        c->fact = at;
        c->clean = f->kind == KIND_TEXT ? clean_kind_of(f->name) : CLEAN_NONE;
        c->private = f->contact_only || c->clean == CLEAN_NISS;
    }
    return known;
}

static ayant_status read_header(failure *e, sheet *s, const dictionary *facts, const source_row *header)
{
    int known, line = header->line;

    if (name_columns(e, s, header) < 0)
        return e->status;
    known = match_facts(s, facts);
    if (s->kind != SHEET_HOUSEHOLDS && find_key(e, s, "person_id", known, line, &s->person) < 0)
        return e->status;
    if (s->kind != SHEET_RELATIONS && find_key(e, s, "household_id", known, line, &s->household) < 0)
        return e->status;
    if (s->kind == SHEET_RELATIONS && (find_key(e, s, "other_id", known, line, &s->other) < 0 ||
                                       find_key(e, s, "relation", known, line, &s->relation) < 0))
        return e->status;
    return refuse_twins(e, s, line);
}

ayant_status sheet_open(failure *e, sheet_kind which, const source *in, const dictionary *facts, sheet *out)
{
    sheet s = {.kind = which, .path = in->path, .in = *in};

    s.memory = arena_new();
    s.waiting = paged_new(sizeof(waiting));
    if (!s.memory || !s.waiting)
        fail_memory(e);
    if (!s.memory || !s.waiting || read_header(e, &s, facts, &in->header) < 0) {
        sheet_close(&s);
        return e->status;
    }
    *out = s;
    return AYANT_OK;
}

void sheet_close(sheet *s)
{
    source_close(&s->in);
    paged_free(s->waiting);
    s->waiting = NULL;
    arena_free(s->memory);
    s->memory = NULL;
}
