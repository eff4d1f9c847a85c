/*
 * `--with panel`: a folder a month, and the events that lead from one to the next.
 *
 * panel/2026-04/ holds households.csv, persons.csv and relations.csv of the
 * first households as of that month; panel/events.csv what happened. The month
 * of the reference date is the caseload beside the panel. One line is in
 * memory at a time. events.csv is in the order of the households, then of the
 * months.
 */
#include "panel.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MONTH_NAME 16

typedef struct panel_month {
    day on;
    char name[MONTH_NAME]; /* "2026-04" */
    FILE *households, *persons, *relations;
} panel_month;

typedef struct panel_state {
    synth_order order;
    const char *folder;
    FILE *events;
    panel_month months[PANEL_MONTHS];
    panel_line line;
    made_rows before, after;
} panel_state;

static int path_of(char out[PATH_MAX], const char *folder, const char *month)
{
    int length = snprintf(out, PATH_MAX, "%s/panel%s%s", folder, month ? "/" : "", month ? month : "");

    return length > 0 && length < PATH_MAX;
}

static ayant_status make_folder(failure *e, const char *folder, const char *month)
{
    char path[PATH_MAX];

    if (!path_of(path, folder, month))
        return fail(e, AYANT_E_USAGE, "Y40", "the folder name is too long: choose a shorter one");
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return fail(e, AYANT_E_SYSTEM, "Y41", "cannot make the folder '%s': %s", path, strerror(errno));
    return AYANT_OK;
}

static ayant_status open_month(failure *e, outputs *files, const char *month, const char *which, FILE **file)
{
    char name[OUTPUTS_NAME];

    snprintf(name, sizeof name, "panel/%s/%s", month, which);
    return outputs_open(e, files, name, file);
}

static ayant_status panel_open(failure *e, const synth_order *order, outputs *files, void **state)
{
    panel_state *s = calloc(1, sizeof *s);
    ayant_status status;

    if (!s)
        return fail_memory(e);
    *state = s;
    s->order = *order;
    s->folder = files->folder;
    if ((status = make_folder(e, s->folder, NULL)) < 0 ||
        (status = outputs_open(e, files, "panel/events.csv", &s->events)) < 0)
        return status;
    fputs("month,household_id,person_id,event,detail\n", s->events);
    for (int m = 0; m < PANEL_MONTHS; m++) {
        panel_month *month = &s->months[m];
        int year, in_year, date;

        month->on = day_add_months(order->on, m + 1);
        day_parts(month->on, &year, &in_year, &date);
        snprintf(month->name, sizeof month->name, "%04d-%02d", year, in_year);
        if ((status = make_folder(e, s->folder, month->name)) < 0 ||
            (status = open_month(e, files, month->name, "households.csv", &month->households)) < 0 ||
            (status = open_month(e, files, month->name, "persons.csv", &month->persons)) < 0 ||
            (status = open_month(e, files, month->name, "relations.csv", &month->relations)) < 0)
            return status;
        rows_head(month->households, month->persons, month->relations);
    }
    return AYANT_OK;
}

static void forget_rows(made_rows *rows)
{
    rows->households.used = rows->persons.used = rows->relations.used = 0;
}

static int failed(const made_rows *rows)
{
    return rows->households.failed | rows->persons.failed | rows->relations.failed;
}

static void write_rows(FILE *file, const bytes *b)
{
    if (b->used)
        fwrite(b->at, 1, b->used, file);
}

/* All events of a month; `before` holds the rows of the line, and those of the new month after. */
static void live(panel_state *s, int m)
{
    panel_month *month = &s->months[m];

    for (int kind = 0; kind < PANEL_KINDS; kind++) {
        int32_t from = 0;

        while (panel_event(&s->line, (panel_kind)kind, month->on, m + 1, &from)) {
            made_rows kept = s->before;

            forget_rows(&s->after);
            panel_put(&s->after, &s->line, s->order.niss);
            panel_tell(s->events, month->name, panel_kind_names[kind], &s->before, &s->after);
            s->before = s->after;
            s->after = kept;
        }
    }
    write_rows(month->households, &s->before.households);
    write_rows(month->persons, &s->before.persons);
    write_rows(month->relations, &s->before.relations);
}

static ayant_status panel_take(failure *e, void *state, const made_household *h, const made_household *seen,
                               const made_truth *truth)
{
    panel_state *s = state;

    (void)truth;
    if (h->number > s->order.panel_households)
        return AYANT_OK;
    panel_start(&s->line, h, seen);
    forget_rows(&s->before);
    panel_put(&s->before, &s->line, s->order.niss);
    for (int m = 0; m < PANEL_MONTHS; m++)
        live(s, m);
    return failed(&s->before) || failed(&s->after) ? fail_memory(e) : AYANT_OK;
}

static void free_rows(made_rows *rows)
{
    free(rows->households.at);
    free(rows->persons.at);
    free(rows->relations.at);
}

static ayant_status panel_close(failure *e, void *state, int whole)
{
    panel_state *s = state;

    (void)e;
    (void)whole;
    if (!s)
        return AYANT_OK;
    free_rows(&s->before);
    free_rows(&s->after);
    free(s);
    return AYANT_OK;
}

const synth_extra panel_file = {"panel", "24 months of the first households, and what happened", panel_open,
                                panel_take, panel_close};
