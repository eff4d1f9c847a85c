/*
 * Rows of a panel, and what changed between two states of a line.
 *
 * Rows are those of rows.c; the homes that a line made later have the
 * identifier of the first with their number behind it. Links do not go from
 * one home to another: a file has none.
 */
#include "panel.h"

#include <stdlib.h>
#include <string.h>

#include "columns.h"

#define HOUSEHOLD_MARK "SYN-H-"
#define HOUSEHOLD_ID (sizeof HOUSEHOLD_MARK - 1 + 8)

static void add_text(bytes *b, const char *s)
{
    bytes_add(b, s, strlen(s));
}

/* `from` with the number of the home behind every household identifier. */
static void add_renamed(bytes *to, const bytes *from, int32_t home)
{
    char number[16];
    size_t done = 0;

    snprintf(number, sizeof number, "-%d", (int)home + 1);
    for (size_t i = 0; i + HOUSEHOLD_ID <= from->used; i++)
        if (from->at[i] == 'S' && memcmp(from->at + i, HOUSEHOLD_MARK, sizeof HOUSEHOLD_MARK - 1) == 0) {
            bytes_add(to, from->at + done, i + HOUSEHOLD_ID - done);
            add_text(to, number);
            done = i + HOUSEHOLD_ID;
        }
    if (from->used > done)
        bytes_add(to, from->at + done, from->used - done);
}

/* The line as if one home were all of it. */
static int32_t only(made_household *h, const panel_line *l, int32_t home)
{
    int32_t count = 0, kept = 0;

    *h = l->h;
    h->place = l->places[home];
    for (int32_t i = 0; i < h->count; i++) {
        made_person *p = &h->persons[i];

        h->absent[i] = l->home[i] != home;
        count += !h->absent[i];
        if (p->birth_date == UNSAID)
            p->niss = UNSAID;
        for (size_t c = 0; c < PERSON_COLUMNS; c++) {
            int32_t value = made_cell(&made_person_columns[c], p);

            if (made_person_columns[c].form == FORM_LINK && value != UNSAID && l->home[value] != home)
                made_set(&made_person_columns[c], p, UNSAID);
        }
    }
    for (int32_t r = 0; r < h->relation_count; r++)
        if (l->home[h->relations[r].a] == home && l->home[h->relations[r].b] == home)
            h->relations[kept++] = h->relations[r];
    h->relation_count = kept;
    return count;
}

void panel_put(made_rows *to, const panel_line *l, niss_kind niss)
{
    made_rows own = {{0}, {0}, {0}};

    for (int32_t home = 0; home < l->homes; home++) {
        made_household h;

        if (!only(&h, l, home))
            continue;
        if (home == 0) {
            rows_put(to, &h, niss);
            continue;
        }
        own.households.used = own.persons.used = own.relations.used = 0;
        rows_put(&own, &h, niss);
        add_renamed(&to->households, &own.households, home);
        add_renamed(&to->persons, &own.persons, home);
        add_renamed(&to->relations, &own.relations, home);
    }
    to->households.failed |= own.households.failed;
    to->persons.failed |= own.persons.failed;
    to->relations.failed |= own.relations.failed;
    free(own.households.at);
    free(own.persons.at);
    free(own.relations.at);
}

/* ---- what changed ---- */

typedef struct slice {
    const char *at;
    size_t length;
} slice;

static slice line_at(const bytes *b, size_t *from)
{
    slice line = {b->at + *from, 0};

    while (*from + line.length < b->used && line.at[line.length] != '\n')
        line.length++;
    *from += line.length + 1;
    return line;
}

/* The next cell of a line; moves past it and its comma. */
static slice cell_at(slice *line)
{
    slice cell = {line->at, 0};
    size_t skip;

    while (cell.length < line->length && cell.at[cell.length] != ',')
        cell.length++;
    skip = cell.length < line->length ? cell.length + 1 : cell.length;
    line->at += skip;
    line->length -= skip;
    return cell;
}

static int same(slice a, slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* The line of `b` that begins with the same identifier; empty when there is none. */
static slice find(const bytes *b, slice line)
{
    slice id = cell_at(&line);

    for (size_t from = 0; from < b->used;) {
        slice other = line_at(b, &from), rest = other;

        if (same(cell_at(&rest), id))
            return other;
    }
    return (slice){"", 0};
}

static void put_slice(FILE *file, slice s)
{
    fwrite(s.at, 1, s.length, file);
}

/* Names of the cells of a row after its identifier. */
static const char *name_of(int persons, size_t cell)
{
    if (!persons)
        return cell < HOUSEHOLD_COLUMNS ? made_household_columns[cell].name : "";
    if (cell == 0)
        return "household_id";
    return cell - 1 < PERSON_COLUMNS ? made_person_columns[cell - 1].name : "";
}

/* "month,household,person,kind," of a line of one of the files. */
static void put_subject(FILE *file, const char *month, const char *kind, int persons, slice line)
{
    slice id = cell_at(&line);

    fprintf(file, "%s,", month);
    put_slice(file, persons ? cell_at(&line) : id);
    fputc(',', file);
    if (persons)
        put_slice(file, id);
    fprintf(file, ",%s,", kind);
}

/* "fact=value; fact=value": the cells of `after` that are not those of `before`. */
static void put_cells(FILE *file, int persons, slice before, slice after, const char *separator)
{
    cell_at(&before);
    cell_at(&after);
    for (size_t c = 0; after.length > 0 || before.length > 0; c++) {
        slice old = cell_at(&before), fresh = cell_at(&after);

        if (same(old, fresh))
            continue;
        fprintf(file, "%s%s=", separator, name_of(persons, c));
        put_slice(file, fresh);
        separator = "; ";
    }
    fputc('\n', file);
}

static void tell_rows(FILE *file, const char *month, const char *kind, int persons, const bytes *before,
                      const bytes *after)
{
    for (size_t from = 0; from < before->used;) {
        slice old = line_at(before, &from), fresh = find(after, old);

        if (same(old, fresh))
            continue;
        put_subject(file, month, kind, persons, fresh.length ? fresh : old);
        if (fresh.length)
            put_cells(file, persons, old, fresh, "");
        else
            fputs("gone\n", file);
    }
    for (size_t from = 0; from < after->used;) {
        slice fresh = line_at(after, &from);

        if (find(before, fresh).length)
            continue;
        put_subject(file, month, kind, persons, fresh);
        fputs("new", file);
        put_cells(file, persons, (slice){"", 0}, fresh, "; ");
    }
}

/* Relations end with the home that was shared; none begins. */
static void tell_relations(FILE *file, const char *month, const char *kind, const bytes *before,
                           const bytes *after)
{
    for (size_t from = 0; from < before->used;) {
        slice old = line_at(before, &from), person, other;
        int kept = 0;

        for (size_t at = 0; at < after->used && !kept;)
            kept = same(line_at(after, &at), old);
        if (kept)
            continue;
        person = cell_at(&old);
        other = cell_at(&old);
        fprintf(file, "%s,,", month);
        put_slice(file, person);
        fprintf(file, ",%s,relation ends=", kind);
        put_slice(file, other);
        fputc('\n', file);
    }
}

void panel_tell(FILE *events, const char *month, const char *kind, const made_rows *before,
                const made_rows *after)
{
    tell_rows(events, month, kind, 0, &before->households, &after->households);
    tell_rows(events, month, kind, 1, &before->persons, &after->persons);
    tell_relations(events, month, kind, &before->relations, &after->relations);
}
