/*
 * Reading the four files.
 *
 * A file that lacks a column, repeats an id, names a device that is not
 * there or has a date that is none is refused: such a file was broken by
 * hand, and a list of services with holes is worse than an error.
 */
#include "outreach.h"

#include <stdlib.h>
#include <unistd.h>
#include "../base/limits.h"
#include "../ingest/source.h"

#define MOST_FIELDS 16

/* One file: the columns it must have, in the order `take` gets their cells. */
typedef struct form {
    const char *const *columns;
    size_t count;
    ayant_status (*take)(failure *e, outreach *o, const char *const *cells, int line);
} form;

/* ---- dates that may be a year or a month alone ---- */

static int part(const char *s, size_t digits)
{
    int out = 0;

    for (size_t i = 0; i < digits; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        out = out * 10 + (s[i] - '0');
    }
    return out;
}

/* The first and the last day that `s` can mean. 0 when it is not YYYY, YYYY-MM or YYYY-MM-DD. */
static int read_period(const char *s, day *first, day *last)
{
    size_t length = strlen(s);
    int year, month;

    if (length == 10) {
        if (s[4] != '-' || !day_parse((text){s, 10}, first))
            return 0;
        *last = *first;
        return 1;
    }
    year = length >= 4 ? part(s, 4) : -1;
    month = length == 7 && s[4] == '-' ? part(s + 5, 2) : length == 4 ? 0 : -1;
    if (year < 1900 || year > 2190 || month < 0 || month > 12 || (length == 7 && month == 0))
        return 0;
    *first = day_of(year, month ? month : 1, 1);
    *last = day_add_months(*first, month ? 1 : 12) - 1;
    return 1;
}

/* Cells: valid_from, valid_to, checked_on, source. */
static ayant_status read_validity(failure *e, const char *path, int line, const char *const *cells,
                                  validity *out)
{
    static const char *const names[] = {"valid_from", "valid_to", "checked_on"};
    day first[3] = {DAY_LEAST, DAY_NEVER, DAY_NEVER}, last[3] = {DAY_LEAST, DAY_NEVER, DAY_NEVER};

    for (int i = 0; i < 3; i++)
        if (*cells[i] && !read_period(cells[i], &first[i], &last[i]))
            return fail_at(e, AYANT_E_INPUT, "T04", path, line, 0,
                           "'%s' is '%.40s', which is no date: write 2026, 2026-03 or 2026-03-01", names[i],
                           cells[i]);
    if (*cells[0] && *cells[1] && first[0] > last[1])
        return fail_at(e, AYANT_E_INPUT, "T04", path, line, 0,
                       "'valid_from' (%.40s) is after 'valid_to' (%.40s): exchange or mend them", cells[0],
                       cells[1]);
    if (!*cells[3])
        return fail_at(e, AYANT_E_INPUT, "T03", path, line, 0,
                       "'source' is empty: say where this record comes from");
    *out = (validity){cells[0], cells[1], cells[2], first[0], last[1], first[2], cells[3]};
    return AYANT_OK;
}

/* ---- records ---- */

static ayant_status need(failure *e, const char *path, int line, const char *column, const char *cell)
{
    if (*cell)
        return AYANT_OK;
    return fail_at(e, AYANT_E_INPUT, "T03", path, line, 0, "'%s' is empty: every record needs one", column);
}

static ayant_status twice(failure *e, const char *path, int line, const char *id, int first)
{
    return fail_at(e, AYANT_E_INPUT, "T05", path, line, 0,
                   "'%.60s' is the id of the record at line %d too: rename or remove one", id, first);
}

static ayant_status find_device(failure *e, const outreach *o, const char *path, int line, const char *id,
                                size_t *out)
{
    for (size_t i = 0; i < o->device_count; i++) {
        if (strcmp(o->devices[i].id, id) == 0) {
            *out = i;
            return AYANT_OK;
        }
    }
    return fail_at(e, AYANT_E_INPUT, "T06", path, line, 0,
                   "there is no device '%.60s' in 'outreach_devices.csv': mend the name, or add the device",
                   id);
}

static ayant_status take_device(failure *e, outreach *o, const char *const *c, int line)
{
    outreach_device d = {.id = c[0],
                         .name = c[1],
                         .operator_name = c[2],
                         .territory_type = c[3],
                         .languages = c[4],
                         .contact = c[5],
                         .rights = c[6],
                         .funding_end = c[7],
                         .line = line};

    if (need(e, o->devices_path, line, "id", c[0]) < 0 ||
        need(e, o->devices_path, line, "name_fr", c[1]) < 0 ||
        read_validity(e, o->devices_path, line, c + 8, &d.valid) < 0)
        return e->status;
    for (size_t i = 0; i < o->device_count; i++)
        if (strcmp(o->devices[i].id, d.id) == 0)
            return twice(e, o->devices_path, line, d.id, o->devices[i].line);
    if (arena_grow(o->memory, &o->devices, &o->device_room, o->device_count + 1, sizeof d) < 0)
        return fail_memory(e);
    o->devices[o->device_count++] = d;
    return AYANT_OK;
}

static ayant_status take_territory(failure *e, outreach *o, const char *const *c, int line)
{
    outreach_territory t = {.unit = c[1],
                            .label = c[2],
                            .host = c[3],
                            .communes = c[4],
                            .postal_codes = c[5],
                            .workers = c[6],
                            .line = line};

    if (need(e, o->territories_path, line, "unit", c[1]) < 0 ||
        find_device(e, o, o->territories_path, line, c[0], &t.device) < 0 ||
        read_validity(e, o->territories_path, line, c + 7, &t.valid) < 0)
        return e->status;
    for (size_t i = 0; i < o->territory_count; i++)
        if (o->territories[i].device == t.device && strcmp(o->territories[i].unit, t.unit) == 0)
            return twice(e, o->territories_path, line, t.unit, o->territories[i].line);
    if (arena_grow(o->memory, &o->territories, &o->territory_room, o->territory_count + 1, sizeof t) < 0)
        return fail_memory(e);
    o->territories[o->territory_count++] = t;
    o->devices[t.device].territories++;
    return AYANT_OK;
}

static ayant_status take_helpline(failure *e, outreach *o, const char *const *c, int line)
{
    outreach_helpline h = {.id = c[0],
                           .label = c[1],
                           .operator_name = c[2],
                           .phone = c[3],
                           .email = c[4],
                           .audience = c[5],
                           .languages = c[6],
                           .line = line};

    if (need(e, o->helplines_path, line, "id", c[0]) < 0 ||
        need(e, o->helplines_path, line, "label", c[1]) < 0 ||
        read_validity(e, o->helplines_path, line, c + 7, &h.valid) < 0)
        return e->status;
    for (size_t i = 0; i < o->helpline_count; i++)
        if (strcmp(o->helplines[i].id, h.id) == 0)
            return twice(e, o->helplines_path, line, h.id, o->helplines[i].line);
    if (arena_grow(o->memory, &o->helplines, &o->helpline_room, o->helpline_count + 1, sizeof h) < 0)
        return fail_memory(e);
    o->helplines[o->helpline_count++] = h;
    return AYANT_OK;
}

/* An age, or -1 for an empty cell. */
static ayant_status read_age(failure *e, const outreach *o, int line, const char *name, const char *cell,
                             int *out)
{
    size_t length = strlen(cell);

    *out = -1;
    if (!length)
        return AYANT_OK;
    if (length > 3 || (*out = part(cell, length)) < 0 || *out > 130)
        return fail_at(e, AYANT_E_INPUT, "T04", o->campaigns_path, line, 0,
                       "'%s' is '%.40s', which is no age: write 65", name, cell);
    return AYANT_OK;
}

static ayant_status take_campaign(failure *e, outreach *o, const char *const *c, int line)
{
    outreach_campaign k = {.id = c[0], .label = c[2], .territory = c[3], .line = line};

    if (need(e, o->campaigns_path, line, "id", c[0]) < 0 ||
        find_device(e, o, o->campaigns_path, line, c[1], &k.device) < 0 ||
        read_age(e, o, line, "age_min", c[4], &k.age_min) < 0 ||
        read_age(e, o, line, "age_max", c[5], &k.age_max) < 0 ||
        read_validity(e, o->campaigns_path, line, c + 6, &k.valid) < 0)
        return e->status;
    if (k.age_min >= 0 && k.age_max >= 0 && k.age_min > k.age_max)
        return fail_at(e, AYANT_E_INPUT, "T04", o->campaigns_path, line, 0,
                       "'age_min' (%d) is above 'age_max' (%d): exchange or mend them", k.age_min, k.age_max);
    for (size_t i = 0; i < o->campaign_count; i++)
        if (strcmp(o->campaigns[i].id, k.id) == 0)
            return twice(e, o->campaigns_path, line, k.id, o->campaigns[i].line);
    if (arena_grow(o->memory, &o->campaigns, &o->campaign_room, o->campaign_count + 1, sizeof k) < 0)
        return fail_memory(e);
    o->campaigns[o->campaign_count++] = k;
    return AYANT_OK;
}

/* ---- files ---- */

static ayant_status find_columns(failure *e, const source *s, const form *f, size_t at[MOST_FIELDS])
{
    for (size_t k = 0; k < f->count; k++) {
        size_t found = 0, n = 0;

        for (size_t i = 0; i < s->header.kept; i++) {
            if (!text_is(text_trim(s->header.cell[i]), f->columns[k]))
                continue;
            found = i;
            n++;
        }
        if (n != 1)
            return fail_at(e, AYANT_E_INPUT, "T02", s->path, s->header.line, 0,
                           n ? "there are two columns '%s': remove one" : "there is no column '%s': add it",
                           f->columns[k]);
        at[k] = found;
    }
    return AYANT_OK;
}

static ayant_status read_row(failure *e, outreach *o, const source *s, const form *f,
                             const size_t at[MOST_FIELDS], const source_row *row, size_t columns)
{
    const char *cells[MOST_FIELDS];

    if (row->count != columns)
        return fail_at(e, AYANT_E_INPUT, "T03", s->path, row->line, 0,
                       "%zu cells, and the header has %zu: is a separator missing, or one too many?",
                       row->count, columns);
    for (size_t k = 0; k < f->count; k++) {
        text t = text_trim(row->cell[at[k]]);

        if (row->flag[at[k]] != CELL_GOOD || t.length > LIMIT_CELL)
            return fail_at(e, AYANT_E_INPUT, "T03", s->path, row->line, 0,
                           "'%s' cannot be read as text: write it again", f->columns[k]);
        cells[k] = arena_copy(o->memory, t.length ? t.at : "", t.length);
        if (!cells[k])
            return fail_memory(e);
    }
    return f->take(e, o, cells, row->line);
}

static ayant_status read_file(failure *e, outreach *o, const char *path, const form *f)
{
    size_t at[MOST_FIELDS], columns;
    ayant_status status;
    source_row row;
    source s;

    if (source_open(e, path, NULL, &s) < 0)
        return e->status;
    columns = s.header.count;
    status = find_columns(e, &s, f, at);
    while (status == AYANT_OK && (status = source_next(e, &s, &row)) == AYANT_OK)
        status = read_row(e, o, &s, f, at, &row, columns);
    source_close(&s);
    return status == AYANT_NONE ? AYANT_OK : status;
}

static ayant_status read_files(failure *e, outreach *o)
{
#define VALIDITY "valid_from", "valid_to", "checked_on", "source"
    static const char *const devices[] = {"id",        "name_fr", "operator",      "territory_type",
                                          "languages", "contact", "rights_helped", "funding_end",
                                          VALIDITY};
    static const char *const territories[] = {"device_id",       "unit",     "label",
                                              "host_or_partner", "communes", "postcodes_derived",
                                              "workers",         VALIDITY};
    static const char *const helplines[] = {"id",    "label",    "operator",  "phone",
                                            "email", "audience", "languages", VALIDITY};
    static const char *const campaigns[] = {"id",      "device_id", "label", "territory",
                                            "age_min", "age_max",   VALIDITY};
#undef VALIDITY
    const form forms[] = {{devices, sizeof devices / sizeof *devices, take_device},
                          {territories, sizeof territories / sizeof *territories, take_territory},
                          {helplines, sizeof helplines / sizeof *helplines, take_helpline},
                          {campaigns, sizeof campaigns / sizeof *campaigns, take_campaign}};

    if (read_file(e, o, o->devices_path, &forms[0]) < 0 ||
        read_file(e, o, o->territories_path, &forms[1]) < 0 ||
        read_file(e, o, o->helplines_path, &forms[2]) < 0)
        return e->status;
    if (access(o->campaigns_path, F_OK) != 0)
        return AYANT_OK;
    return read_file(e, o, o->campaigns_path, &forms[3]) < 0 ? e->status : AYANT_OK;
}

ayant_status outreach_load(failure *e, const char *folder, outreach **out)
{
    outreach *o = calloc(1, sizeof *o);

    if (!o || !(o->memory = arena_new())) {
        free(o);
        return fail_memory(e);
    }
    o->devices_path = arena_print(o->memory, "%s/outreach_devices.csv", folder);
    o->territories_path = arena_print(o->memory, "%s/outreach_territories.csv", folder);
    o->helplines_path = arena_print(o->memory, "%s/outreach_helplines.csv", folder);
    o->campaigns_path = arena_print(o->memory, "%s/outreach_campaigns.csv", folder);
    if (!o->devices_path || !o->territories_path || !o->helplines_path || !o->campaigns_path)
        fail_memory(e);
    else if (read_files(e, o) == AYANT_OK && !o->device_count)
        fail_at(e, AYANT_E_INPUT, "T03", o->devices_path, 1, 0, "no device is in this file: add one");
    if (e->status != AYANT_OK) {
        outreach_free(o);
        return e->status;
    }
    *out = o;
    return AYANT_OK;
}

void outreach_free(outreach *o)
{
    if (!o)
        return;
    arena_free(o->memory);
    free(o);
}
