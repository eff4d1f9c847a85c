/*
 * Checking rules: the tables of `ayant check`.
 */
#include "check_rules.h"

#include <stdio.h>
#include <string.h>
#include "../params/series.h"
#include "../report/table.h"
#include "../takeup/resting.h"

typedef struct checking {
    const graph *g;
    const rulebook *rules;
    day on;
    table *table;
    size_t problems;
    uint64_t *answers; /* by parameter: how many rest on it; NULL without people */
} checking;

/* How many variables read a parameter, directly or through others. */
static size_t rests_on(const graph *g, size_t which, char *seen)
{
    size_t count = 0;

    memset(seen, 0, g->count);
    for (size_t k = 0; k < g->count; k++) {
        const node *n = &g->nodes[k];

        seen[k] = (n->op == NODE_PARAM || n->op == NODE_BRACKETS) && n->index == (int)which;
        for (int i = 0; i < op_inputs(n->op); i++)
            seen[k] |= seen[n->input[i]];
    }
    for (size_t v = 0; v < g->rules->variable_count; v++)
        count += seen[g->variables[v].root] != 0;
    return count;
}

static void row_of(checking *c, const char *what, const char *name, const char *detail, size_t weight,
                   const place *at)
{
    table_text(c->table, what);
    table_text(c->table, name);
    table_text(c->table, detail);
    table_count(c->table, weight);
    if (c->answers)
        table_empty(c->table);
    table_print(c->table, "%s:%d", at->file, at->line);
}

typedef struct doubt {
    size_t parameter, weight;
    uint64_t answers;
    int counted; /* 0: without a value, answers rest on its absence already */
    const char *what, *detail;
    day from;
    place at;
} doubt;

static int weighs_more(const doubt *a, const doubt *b)
{
    return a->answers != b->answers ? a->answers > b->answers : a->weight > b->weight;
}

static int is_older(const doubt *a, const doubt *b)
{
    return a->from < b->from;
}

/* Keeps a list in order; of equals, the one declared first comes first. */
static void insert(doubt *list, size_t *count, const doubt *d, int (*before)(const doubt *, const doubt *))
{
    size_t at = *count;

    for (; at > 0 && before(d, &list[at - 1]); at--)
        list[at] = list[at - 1];
    list[at] = *d;
    (*count)++;
}

typedef struct doubts {
    doubt *unsure, *old; /* not verified or without a value; not looked at for a year */
    size_t unsure_count, old_count;
} doubts;

static int find_doubts(checking *c, arena *memory, doubts *out)
{
    char *seen = arena_alloc(memory, c->g->count + 1);
    size_t room = c->rules->parameter_count + 1;

    out->unsure = arena_array(memory, room, sizeof *out->unsure);
    out->old = arena_array(memory, room, sizeof *out->old);
    if (!seen || !out->unsure || !out->old)
        return -1;
    for (size_t i = 0; i < c->rules->parameter_count; i++) {
        const parameter *p = &c->rules->parameters[i];
        const parameter_row *row = parameter_at(p, c->on);
        doubt d = {
            .parameter = i, .weight = rests_on(c->g, i, seen), .answers = c->answers ? c->answers[i] : 0};

        d.counted = row != NULL;
        d.what = row ? "not verified" : "no value on this date";
        d.detail = row && row->source ? row->source : "";
        d.from = row ? row->from : c->on;
        d.at = row ? row->at : p->at;
        if (!row || row->status == STATUS_UNVERIFIED)
            insert(out->unsure, &out->unsure_count, &d, weighs_more);
        if (row && row == &p->rows[p->row_count - 1] && row->from < day_add_months(c->on, -12))
            insert(out->old, &out->old_count, &d, is_older);
    }
    return 0;
}

static void write_doubts(checking *c, const doubts *all)
{
    for (size_t i = 0; i < all->unsure_count; i++) {
        const doubt *d = &all->unsure[i];

        table_text(c->table, d->what);
        table_text(c->table, c->rules->parameters[d->parameter].name);
        table_text(c->table, d->detail);
        table_count(c->table, d->weight);
        if (c->answers && d->counted)
            table_count(c->table, d->answers);
        else if (c->answers)
            table_empty(c->table);
        table_print(c->table, "%s:%d", d->at.file, d->at.line);
    }
    for (size_t i = 0; i < all->old_count; i++) {
        const doubt *d = &all->old[i];
        char detail[64], from[16];

        day_print(from, d->from);
        snprintf(detail, sizeof detail, "last row of %s: still so?", from);
        row_of(c, "old", c->rules->parameters[d->parameter].name, detail, d->weight, &d->at);
    }
}

static void missing_label(checking *c, const char *name, const label *l, const place *at)
{
    if (l->fr && l->nl)
        return;
    row_of(c, "label missing", name, l->fr ? "nl" : l->nl ? "fr" : "fr and nl", 0, at);
    c->problems++;
}

static void find_labels(checking *c)
{
    for (size_t i = 0; i < c->rules->facts.count; i++) {
        const fact *f = &c->rules->facts.facts[i];

        missing_label(c, f->name, &f->label, &f->at);
        if (!f->contact_only && f->kind != KIND_TEXT && f->kind != KIND_PERSON &&
            (!f->ask.fr || !f->ask.nl)) {
            row_of(c, "question missing", f->name,
                   f->ask.fr   ? "nl"
                   : f->ask.nl ? "fr"
                               : "fr and nl",
                   0, &f->at);
            c->problems++;
        }
    }
    for (size_t i = 0; i < c->rules->parameter_count; i++)
        missing_label(c, c->rules->parameters[i].name, &c->rules->parameters[i].label,
                      &c->rules->parameters[i].at);
    for (size_t i = 0; i < c->rules->variable_count; i++)
        missing_label(c, c->rules->variables[i].name, &c->rules->variables[i].label,
                      &c->rules->variables[i].at);
    for (size_t i = 0; i < c->rules->right_count; i++)
        missing_label(c, c->rules->rights[i].name, &c->rules->rights[i].label, &c->rules->rights[i].at);
}

static ayant_status write_report(failure *e, checking *c, const ayant_report_options *options,
                                 const ayant_sink *out)
{
    const rulebook *r = c->rules;
    ayant_status status = AYANT_OK;
    char on[16];
    writer w;

    writer_start(&w, out);
    day_print(on, c->on);
    if (options->format == AYANT_TABLE)
        put_print(&w,
                  "%zu facts, %zu parameters, %zu variables, %zu rights, %zu cases; %zu operations; on %s\n",
                  r->facts.count, r->parameter_count, r->variable_count, r->right_count, r->case_count,
                  c->g->count, on);
    if (table_rows(c->table) || options->format != AYANT_TABLE)
        status = table_write(e, c->table, &w, options->format, options->width, options->colour);
    if (status < 0)
        return status;
    return writer_end(&w, e);
}

static ayant_status count_answers(failure *e, checking *c, arena *memory, const people *p,
                                  const ayant_progress *progress)
{
    screen_options options = {.on = c->on};

    c->answers = arena_array(memory, c->rules->parameter_count + 1, sizeof *c->answers);
    if (!c->answers)
        return fail_memory(e);
    return answers_resting(e, c->g, p, &options, progress, c->answers);
}

static ayant_status fill(failure *e, checking *c, arena *memory)
{
    static const char *const titles[] = {"what", "name", "detail"};
    const rulebook *r = c->rules;
    doubts all = {0};

    if (find_doubts(c, memory, &all) < 0)
        return fail_memory(e);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        table_column(c->table, titles[i], NULL, TABLE_LEFT);
    table_column(c->table, "variables", NULL, TABLE_RIGHT);
    if (c->answers)
        table_column(c->table, "answers", NULL, TABLE_RIGHT);
    table_column(c->table, "where", NULL, TABLE_LEFT);
    write_doubts(c, &all);
    for (size_t i = 0; i < r->replacement_count; i++)
        row_of(c, "replaced", r->replacements[i].what, "by an overlay", 0, &r->replacements[i].after);
    find_labels(c);
    return AYANT_OK;
}

ayant_status check_rules(failure *e, const graph *g, const people *p, day on,
                         const ayant_report_options *options, const ayant_progress *progress,
                         const ayant_sink *out, size_t *problems)
{
    checking c = {.g = g, .rules = g->rules, .on = on, .table = table_new()};
    arena *memory = arena_new();
    ayant_status status = memory && c.table ? AYANT_OK : fail_memory(e);

    if (status == AYANT_OK && p)
        status = count_answers(e, &c, memory, p, progress);
    if (status == AYANT_OK)
        status = fill(e, &c, memory);
    if (status == AYANT_OK)
        status = write_report(e, &c, options, out);
    table_free(c.table);
    arena_free(memory);
    if (status == AYANT_OK)
        *problems = c.problems;
    return status;
}
