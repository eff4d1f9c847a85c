/*
 * Checking rules: the tables of `ayant check`.
 */
#include "check_rules.h"

#include <string.h>
#include "../params/series.h"
#include "../report/table.h"

typedef struct checking {
    const graph *g;
    const rulebook *rules;
    day on;
    table *table;
    size_t problems;
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
    table_print(c->table, "%s:%d", at->file, at->line);
}

typedef struct doubt {
    size_t parameter, weight;
    const char *what, *detail;
    place at;
} doubt;

static int find_doubts(checking *c, arena *memory, doubt *doubts, size_t *count)
{
    char *seen = arena_alloc(memory, c->g->count + 1);

    if (!seen)
        return -1;
    for (size_t i = 0; i < c->rules->parameter_count; i++) {
        const parameter *p = &c->rules->parameters[i];
        const parameter_row *row = parameter_at(p, c->on);
        doubt d = {.parameter = i};
        size_t at = *count;

        if (row && row->status != STATUS_UNVERIFIED)
            continue;
        d.what = row ? "not verified" : "no value on this date";
        d.detail = row && row->source ? row->source : "";
        d.at = row ? row->at : p->at;
        d.weight = rests_on(c->g, i, seen);
        for (; at > 0 && doubts[at - 1].weight < d.weight; at--)
            doubts[at] = doubts[at - 1];
        doubts[at] = d;
        (*count)++;
    }
    return 0;
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
        if (!f->contact_only && f->kind != KIND_TEXT && f->kind != KIND_PERSON && (!f->ask.fr || !f->ask.nl)) {
            row_of(c, "question missing", f->name, f->ask.fr ? "nl" : f->ask.nl ? "fr" : "fr and nl", 0, &f->at);
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

static ayant_status write_report(failure *e, checking *c, const ayant_report_options *options, const ayant_sink *out)
{
    const rulebook *r = c->rules;
    ayant_status status = AYANT_OK;
    char on[16];
    writer w;

    writer_start(&w, out);
    day_print(on, c->on);
    if (options->format == AYANT_TABLE)
        put_print(&w, "%zu facts, %zu parameters, %zu variables, %zu rights, %zu cases; %zu operations; on %s\n",
                  r->facts.count, r->parameter_count, r->variable_count, r->right_count, r->case_count, c->g->count, on);
    if (table_rows(c->table) || options->format != AYANT_TABLE)
        status = table_write(e, c->table, &w, options->format, options->width, options->colour);
    if (status < 0)
        return status;
    return writer_end(&w, e);
}

ayant_status check_rules(failure *e, const graph *g, day on, const ayant_report_options *options,
                         const ayant_sink *out, size_t *problems)
{
    static const char *const titles[] = {"what", "name", "detail"};
    checking c = {.g = g, .rules = g->rules, .on = on};
    arena *memory = arena_new();
    doubt *doubts = memory ? arena_array(memory, g->rules->parameter_count + 1, sizeof *doubts) : NULL;
    size_t count = 0;
    ayant_status status;

    c.table = doubts ? table_new() : NULL;
    if (!c.table || find_doubts(&c, memory, doubts, &count) < 0) {
        table_free(c.table);
        arena_free(memory);
        return fail_memory(e);
    }
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        table_column(c.table, titles[i], NULL, TABLE_LEFT);
    table_column(c.table, "variables", NULL, TABLE_RIGHT);
    table_column(c.table, "where", NULL, TABLE_LEFT);
    for (size_t i = 0; i < count; i++)
        row_of(&c, doubts[i].what, g->rules->parameters[doubts[i].parameter].name, doubts[i].detail, doubts[i].weight,
               &doubts[i].at);
    for (size_t i = 0; i < g->rules->replacement_count; i++)
        row_of(&c, "replaced", g->rules->replacements[i].what, "by an overlay", 0, &g->rules->replacements[i].after);
    find_labels(&c);
    status = write_report(e, &c, options, out);
    table_free(c.table);
    arena_free(memory);
    if (status == AYANT_OK)
        *problems = c.problems;
    return status;
}
