/*
 * Opening files with a mapping, and giving sources.
 */
#include "mapped.h"

#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "mapped_parts.h"

ayant_status mapped_open_file(failure *e, const mapped *m, const book *b, source *out)
{
    const char *path = b->opened;

    if (m->map->sheet && !strchr(path, '#') && !(path = arena_print(m->memory, "%s#%s", path, m->map->sheet)))
        return fail_memory(e);
    if (source_open(e, path, b == m->households && !m->flat ? "households" : "persons", out) < 0)
        return e->status;
    if (m->map->header && out->header.line != m->map->header) {
        int line = out->header.line;

        source_close(out);
        return fail_at(e, AYANT_E_INPUT, "N21", b->path, line, 0,
                       "the names of the columns are on line %d, and the mapping says line %d: correct "
                       "header in the mapping, or take it out",
                       line, m->map->header);
    }
    return AYANT_OK;
}

/* ---- columns ---- */

static const mapping_column *column_of(const mapping *map, const char *folded)
{
    for (size_t i = 0; i < map->column_count; i++)
        if (strcmp(map->columns[i].folded, folded) == 0)
            return &map->columns[i];
    return NULL;
}

/* The second column of a name is called "name (2)". */
static ayant_status name_columns(failure *e, mapped *m, book *b, const source_row *header)
{
    char folded[LIMIT_TEXT + 1], before[LIMIT_TEXT + 1];

    b->count = header->kept;
    b->header_line = header->line;
    b->names = arena_array(m->memory, b->count + 1, sizeof *b->names);
    b->columns = arena_array(m->memory, b->count + 1, sizeof *b->columns);
    b->counts = arena_array(m->memory, (b->count + 1) * REMARKS, sizeof *b->counts);
    if (!b->names || !b->columns || !b->counts)
        return fail_memory(e);
    for (size_t i = 0; i < b->count; i++) {
        text name = text_strip(header->cell[i]);
        size_t twins = 1;
        char *copy;

        if (text_fold(name, folded, sizeof folded) < 0)
            name.length = 0; /* no name of a column is that long */
        for (size_t k = 0; k < i && name.length; k++)
            twins += text_fold(b->names[k], before, sizeof before) > 0 && strcmp(before, folded) == 0;
        copy = twins > 1 ? arena_print(m->memory, "%.*s (%zu)", (int)name.length, name.at, twins)
                         : arena_copy(m->memory, name.length ? name.at : "", name.length);
        if (!copy)
            return fail_memory(e);
        b->names[i] = text_of(copy);
        if (text_fold(b->names[i], folded, sizeof folded) > 0)
            b->columns[i] = column_of(m->map, folded);
    }
    return AYANT_OK;
}

static size_t column_named(const book *b, const char *folded)
{
    char name[LIMIT_TEXT + 1];

    for (size_t i = 0; folded && i < b->count; i++)
        if (text_fold(b->names[i], name, sizeof name) > 0 && strcmp(name, folded) == 0)
            return i;
    return SIZE_MAX;
}

/* `of`: a fact, an id, or -1 for a fact the dictionary has not. */
static size_t column_giving(const book *b, int of)
{
    if (of == -1)
        return SIZE_MAX;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; b->columns[i] && k < b->columns[i]->fact_count; k++)
            if (b->columns[i]->facts[k] == of)
                return i;
    return SIZE_MAX;
}

/* A column of the mapping that no file has: it is another export, or a slip. */
static ayant_status refuse_missing(failure *e, const mapped *m, const char *header, const char *folded,
                                   place at)
{
    const char *best = NULL;
    size_t least = 3 + strlen(folded) / 4;
    char name[LIMIT_TEXT + 1];

    for (int which = 0; which < (m->flat ? 1 : 2); which++) {
        if (column_named(&m->books[which], folded) != SIZE_MAX)
            return AYANT_OK;
        for (size_t i = 0; i < m->books[which].count; i++) {
            if (text_fold(m->books[which].names[i], name, sizeof name) > 0 &&
                text_distance(name, folded) < least) {
                best = m->books[which].names[i].at;
                least = text_distance(name, folded);
            }
        }
    }
    return fail_at(e, AYANT_E_INPUT, "N22", at.file, at.line, 0,
                   "'%s' has no column '%.80s'%s%.80s%s: take it out of the mapping, or correct its name",
                   m->persons->path, header, best ? "; did you mean '" : "", best ? best : "",
                   best ? "'" : "");
}

static ayant_status need_columns(failure *e, const mapped *m)
{
    const mapping *map = m->map;

    for (size_t i = 0; i < map->column_count; i++)
        if (map->columns[i].fact_count &&
            refuse_missing(e, m, map->columns[i].header, map->columns[i].folded, map->columns[i].at) < 0)
            return e->status;
    if (map->links_header &&
        refuse_missing(e, m, map->links_header, map->links_folded, (place){map->path, 0}) < 0)
        return e->status;
    if (m->households->household == SIZE_MAX || m->persons->household == SIZE_MAX)
        return fail_at(e, AYANT_E_INPUT, "N23", map->path, 0, 0,
                       "no column of '%s' gives household_id: who lives together must be told by a column",
                       m->households->household == SIZE_MAX ? m->households->path : m->persons->path);
    if (m->persons->person == SIZE_MAX)
        return fail_at(e, AYANT_E_INPUT, "N23", map->path, 0, 0,
                       "no column of '%s' gives person_id: each person needs a number of their own",
                       m->persons->path);
    return AYANT_OK;
}

static ayant_status read_header(failure *e, mapped *m, book *b, const char *path)
{
    source in;

    b->path = b->opened = path;
    if (strcmp(path, "-") == 0) {
        if (spool_standard_input(e, &m->spool, m->spool_path) < 0)
            return e->status;
        b->opened = m->spool_path;
    }
    if (mapped_open_file(e, m, b, &in) < 0)
        return e->status;
    name_columns(e, m, b, &in.header);
    source_close(&in);
    if (e->status < 0)
        return e->status;
    b->household = column_giving(b, MAPPED_HOUSEHOLD);
    b->person = column_giving(b, MAPPED_PERSON);
    b->link = column_named(b, m->map->links_folded);
    b->gender = column_giving(b, dictionary_find(m->facts, "gender"));
    b->postal = column_giving(b, dictionary_find(m->facts, "postal_code"));
    b->commune = column_giving(b, dictionary_find(m->facts, "nis_commune"));
    b->civil = column_giving(b, dictionary_find(m->facts, "civil_status"));
    return AYANT_OK;
}

/* ---- opening ---- */

static ayant_status open_all(failure *e, mapped *m)
{
    const mapping *map = m->map;

    m->memory = arena_new();
    if (!m->memory)
        return fail_memory(e);
    m->stopped = arena_array(m->memory, map->computed_count + 1, sizeof *m->stopped);
    m->stopped_at = arena_array(m->memory, map->computed_count + 1, sizeof *m->stopped_at);
    if (!m->stopped || !m->stopped_at)
        return fail_memory(e);
    for (size_t i = 0; i < map->empty_count; i++)
        if (strlen(map->empty[i]) > m->empty_longest)
            m->empty_longest = strlen(map->empty[i]);
    if (m->flat ? read_header(e, m, m->persons, m->in->file) < 0
                : read_header(e, m, m->households, m->in->households) < 0 ||
                      read_header(e, m, m->persons, m->in->persons) < 0)
        return e->status;
    if (need_columns(e, m) < 0 || cleaner_new(e, &m->cleaner) < 0 || mapped_steps(e, m) < 0)
        return e->status;
    if (map->computed_count && map->bind(e, map->with, m->persons->names, m->persons->count) < 0)
        return e->status;
    if (mapped_list_open(e, m) < 0 || mapped_scan(e, m) < 0 || mapped_links(e, m) < 0)
        return e->status;
    if (m->flat) {
        size_t cells = m->household_ids.count * m->views[SHEET_HOUSEHOLDS].columns;

        m->first_cells = calloc(cells ? cells : 1, sizeof *m->first_cells);
        if (!m->first_cells)
            return fail_memory(e);
    }
    return AYANT_OK;
}

ayant_status mapped_open(failure *e, const dictionary *facts, const mapping *map, const ayant_inputs *in,
                         mapped **out)
{
    mapped *m = calloc(1, sizeof *m);

    if (!m)
        return fail_memory(e);
    m->facts = facts;
    m->map = map;
    m->in = in;
    m->flat = in->file != NULL;
    m->households = &m->books[0];
    m->persons = &m->books[m->flat ? 0 : 1];
    if (open_all(e, m) < 0) {
        mapped_close(m);
        return e->status;
    }
    *out = m;
    return AYANT_OK;
}

void mapped_close(mapped *m)
{
    if (!m)
        return;
    mapped_list_free(m);
    splitters_free(m);
    if (m->spool)
        fclose(m->spool);
    cleaner_free(m->cleaner);
    id_pool_free(&m->household_ids);
    id_pool_free(&m->person_ids);
    free(m->members);
    free(m->families);
    free(m->rows);
    free(m->first_cells);
    arena_free(m->memory);
    free(m);
}

size_t mapped_columns(const mapped *m, sheet_kind which)
{
    return which == SHEET_HOUSEHOLDS ? m->households->count : m->persons->count;
}

text mapped_column(const mapped *m, sheet_kind which, size_t at, int *used)
{
    const book *b = which == SHEET_HOUSEHOLDS ? m->households : m->persons;

    *used = (b->columns[at] && b->columns[at]->fact_count) || at == b->link;
    return b->names[at];
}
