/*
 * Rows of facts, one for each row of the file that has its place.
 */
#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "mapped_parts.h"

typedef struct reading {
    mapped *m;
    sheet_kind which;
    book *b;
    view *v;
    source in;
    text *cells, *plain; /* plain: the row as functions of the mapping see it */
    unsigned char *flags;
    char (*results)[LIMIT_TEXT + 1]; /* by computed fact */
    size_t next;                     /* of the rows of links */
} reading;

/* ---- cells ---- */

static void see_plainly(reading *r, const source_row *row)
{
    for (size_t i = 0; i < r->b->count; i++) {
        text t = i < row->kept ? text_strip(row->cell[i]) : (text){"", 0};

        r->plain[i] = mapped_means_nothing(r->m, t) ? (text){"", 0} : t;
    }
}

/* A figure a function gives has a point; among figures with commas it gets one. */
static void write_as_file(const reading *r, const fact *f, char *figure, size_t length)
{
    char *point = memchr(figure, '.', length);
    size_t after = point ? length - (size_t)(point - figure) - 1 : 0;

    if ((f->kind != KIND_MONEY && f->kind != KIND_NUMBER) || !r->v->commas || after < 1 || after > 2)
        return;
    for (size_t i = 0; i < length; i++)
        if (figure + i != point && (figure[i] < '0' || figure[i] > '9'))
            return;
    *point = ',';
}

static ayant_status compute(failure *e, reading *r, step *s)
{
    const mapping *map = r->m->map;
    failure local = {0};
    ayant_status status;
    text out;

    status = map->compute(&local, map->with, s->from, r->plain, r->b->count, &out);
    if (status == AYANT_E_MEMORY)
        return fail_memory(e);
    if (status == AYANT_NONE) {
        if (!r->m->stopped[s->from]++)
            r->m->stopped_at[s->from] = (place){map->path, local.line};
        r->flags[s->to] = CELL_COMPUTED;
        return AYANT_OK;
    }
    memcpy(r->results[s->from], out.length ? out.at : "", out.length);
    write_as_file(r, &r->m->facts->facts[s->fact], r->results[s->from], out.length);
    r->cells[s->to] = (text){r->results[s->from], out.length};
    if (s->words)
        r->cells[s->to] = mapped_cell(r->m, r->b, s, 0, r->cells[s->to], 0);
    return AYANT_OK;
}

static text link_cell(const mapped *m, const member *one, size_t which)
{
    static const char *const words[] = {"", "married", "legal", "de_facto"};
    uint32_t other = which == 0 ? one->partner : which == 2 ? one->mother : one->father;

    if (which == 1)
        return text_of(words[one->partnership]);
    return other == ID_NONE ? (text){"", 0} : id_pool_text(&m->person_ids, other);
}

static void cut(reading *r, step *s, const source_row *row, text *pieces)
{
    text t = s->from < row->kept && row->flag[s->from] == CELL_GOOD
                 ? mapped_cell(r->m, r->b, s, row->line, row->cell[s->from], 1)
                 : (text){"", 0};

    int fits;

    for (size_t k = 0; k < s->pieces; k++)
        pieces[k] = (text){"", 0};
    if (!t.length)
        return;
    fits = split(s->splitter, t, pieces, s->pieces);
    if (fits == 0)
        pieces[0] = t;
    if (fits != 1)
        mapped_remark(r->m, r->b, s->from, row->line, fits ? REMARK_PATTERN : REMARK_NOT_SPLIT);
}

static ayant_status fill(failure *e, reading *r, const source_row *row, const member *one)
{
    text pieces[64] = {{"", 0}};
    int seen = 0;

    clean_row(r->m->cleaner);
    if (r->v->computes)
        see_plainly(r, row);
    for (size_t i = 0; i < r->v->step_count; i++) {
        step *s = &r->v->steps[i];

        r->cells[s->to] = (text){"", 0};
        r->flags[s->to] = CELL_GOOD;
        switch (s->how) {
        case STEP_COPY:
            seen = s->from < row->kept;
            if (seen && row->flag[s->from] != CELL_GOOD)
                r->flags[s->to] = row->flag[s->from];
            else if (seen)
                r->cells[s->to] =
                    mapped_cell(r->m, r->b, s, row->line, row->cell[s->from],
                                !(r->m->flat && r->which == SHEET_HOUSEHOLDS && s->fact == MAPPED_HOUSEHOLD));
            break;
        case STEP_SPLIT:
            cut(r, s, row, pieces);
            break;
        case STEP_PIECE:
            r->cells[s->to] =
                s->words ? mapped_cell(r->m, r->b, s, row->line, pieces[s->pieces], 0) : pieces[s->pieces];
            if (s->from < row->kept && row->flag[s->from] != CELL_GOOD)
                r->flags[s->to] = row->flag[s->from];
            break;
        case STEP_COMPUTE:
            if (compute(e, r, s) < 0)
                return e->status;
            break;
        case STEP_LINK:
            if (one)
                r->cells[s->to] = link_cell(r->m, one, s->from);
            break;
        }
    }
    return AYANT_OK;
}

/* ---- rows ---- */

/* The member whose first row this is; NULL for a row that will be rejected. */
static const member *member_at(const mapped *m, const book *b, const source_row *row)
{
    text person = b->person < row->kept ? text_strip(row->cell[b->person]) : (text){"", 0};
    uint32_t who = person.length ? id_pool_find(&m->person_ids, person) : ID_NONE;

    return who == ID_NONE || m->members[who].line != row->line ? NULL : &m->members[who];
}

/* The first row of a household gives its facts; a later one is held against it. 1 when it is the first. */
static int is_first(reading *r, const source_row *row, const member *one)
{
    mapped *m = r->m;
    uint32_t *first = m->first_cells + one->household * r->v->columns;
    int here = m->families[one->household].line == row->line;

    for (size_t i = 0; i < r->v->step_count; i++) {
        const step *s = &r->v->steps[i];
        uint32_t key;

        if (s->fact < 0 || s->how == STEP_SPLIT || s->how == STEP_COMPUTE)
            continue;
        key = mapped_key(&m->facts->facts[s->fact], r->cells[s->to]);
        if (here)
            first[s->to] = key;
        else if (key && key != first[s->to])
            mapped_remark(m, r->b, s->from, row->line, REMARK_DIFFERS);
    }
    return here;
}

static ayant_status next_row(failure *e, void *inside, source_row *out)
{
    reading *r = inside;
    ayant_status status;
    source_row row;

    for (;;) {
        const member *one = NULL;

        if ((status = source_next(e, &r->in, &row)) != AYANT_OK)
            return status;
        if (mapped_passed(r->m, r->b, &row, 0) != ROW_KEPT)
            continue;
        if (r->which == SHEET_PERSONS || r->m->flat)
            one = member_at(r->m, r->b, &row);
        if (r->which == SHEET_HOUSEHOLDS && r->m->flat && !one)
            continue;
        if (fill(e, r, &row, one) < 0)
            return e->status;
        if (r->which == SHEET_HOUSEHOLDS && r->m->flat && !is_first(r, &row, one))
            continue;
        break;
    }
    out->cell = r->cells;
    out->flag = r->flags;
    out->kept = r->v->columns;
    out->count = r->v->columns + (row.count > r->b->count);
    out->line = row.line;
    return AYANT_OK;
}

static ayant_status next_link(failure *e, void *inside, source_row *out)
{
    static const char *const words[] = {MAPPING_LINKS};
    reading *r = inside;
    const link_row *link;

    (void)e;
    if (r->next >= r->m->row_count)
        return AYANT_NONE;
    link = &r->m->rows[r->next++];
    r->cells[0] = id_pool_text(&r->m->person_ids, link->member);
    r->cells[1] = id_pool_text(&r->m->person_ids, link->other);
    r->cells[2] = text_of(words[link->link]);
    *out = (source_row){r->cells, r->flags, 3, 3, r->m->members[link->member].line};
    return AYANT_OK;
}

/* ---- a source ---- */

static void close_reading(void *inside)
{
    reading *r = inside;

    source_close(&r->in);
    free(r->cells);
    free(r->plain);
    free(r->flags);
    free(r->results);
    free(r);
}

static void progress(const void *inside, uint64_t *done, uint64_t *total)
{
    const reading *r = inside;

    *done = r->next;
    *total = r->m->row_count;
    if (r->in.inside)
        r->in.kind->progress(r->in.inside, done, total);
}

static void describe(const void *inside, writer *notes)
{
    const reading *r = inside;

    if (r->in.inside && r->in.kind->describe && (r->which == SHEET_HOUSEHOLDS || !r->m->flat))
        r->in.kind->describe(r->in.inside, notes);
    mapped_describe(r->m, r->which, notes);
}

static char delimiter(const void *inside)
{
    const reading *r = inside;

    return r->in.inside ? r->in.kind->delimiter(r->in.inside) : '\0';
}

static text shown(const void *inside, size_t at)
{
    const reading *r = inside;

    return r->v->shown[at];
}

const source_kind kind_mapped = {next_row, close_reading, progress, describe, delimiter, shown};
const source_kind kind_link_rows = {next_link, close_reading, progress, describe, delimiter, shown};

ayant_status mapped_source(failure *e, mapped *m, sheet_kind which, source *out)
{
    size_t columns = m->views[which].columns;
    reading *r = calloc(1, sizeof *r);

    if (!r)
        return fail_memory(e);
    r->m = m;
    r->which = which;
    r->b = which == SHEET_HOUSEHOLDS ? m->households : m->persons;
    r->v = &m->views[which];
    r->cells = calloc(columns + 1, sizeof *r->cells);
    r->plain = calloc(r->b->count + 1, sizeof *r->plain);
    r->flags = calloc(columns + 1, 1);
    r->results = calloc(m->map->computed_count + 1, sizeof *r->results);
    if (!r->cells || !r->plain || !r->flags || !r->results)
        fail_memory(e);
    else if (which != SHEET_RELATIONS && mapped_open_file(e, m, r->b, &r->in) == AYANT_OK && r->v->computes)
        m->map->bind(e, m->map->with, r->b->names, r->b->count);
    if (e->status < 0) {
        close_reading(r);
        return e->status;
    }
    *out = (source){.kind = which == SHEET_RELATIONS ? &kind_link_rows : &kind_mapped,
                    .inside = r,
                    .path = r->b->path,
                    .header = {r->v->header, r->flags, columns, columns, r->b->header_line}};
    return AYANT_OK;
}
