/*
 * Made-up rules held against stock Lua, and their ranges against completions.
 *
 * One `formula_try` writes the rules to a folder, loads them, and when the
 * graph takes them runs both engines on made-up people: every variable bit
 * for bit, then ranges with blanked facts. A folder and what was found in it
 * stay on the disk only as long as the desk is open.
 */
#ifndef AYANT_TESTS_FORMULA_CHECK_H
#define AYANT_TESTS_FORMULA_CHECK_H

#include <sys/stat.h>
#include <unistd.h>
#include "evaluate/plan.h"
#include "evaluate/record.h"
#include "host/host.h"
#include "host/oracle.h"
#include "params/series.h"
#include "random_formula.h"

typedef enum tried {
    TRIED_SAME,    /* accepted, and no difference */
    TRIED_REFUSED, /* `e` says why */
    TRIED_DIFFERS, /* said on standard error */
    TRIED_UNABLE   /* a folder, people or a plan could not be made */
} tried;

typedef struct formula_desk {
    char root[64];
    made_rules made;
    host *host;
    rulebook *rules;
    graph *graph;
    failure e;
    size_t asked; /* values Lua gave, in all */
} formula_desk;

static const char *const desk_files[] = {"sources.lua", "facts.lua", "helpers.lua", "t/parameters.lua",
                                         "t/rules.lua"};

static inline int desk_write(const formula_desk *d, const char *name, const char *content)
{
    char path[160];
    FILE *out;

    snprintf(path, sizeof path, "%s/%s", d->root, name);
    out = fopen(path, "wb");
    if (!out)
        return -1;
    fputs(content, out);
    return fclose(out);
}

static inline int desk_open(formula_desk *d)
{
    char path[160];

    memset(d, 0, sizeof *d);
    strcpy(d->root,
           access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-formula-XXXXXX" : "/tmp/ayant-formula-XXXXXX");
    if (!mkdtemp(d->root))
        return -1;
    snprintf(path, sizeof path, "%s/t", d->root);
    mkdir(path, 0700);
    return desk_write(d, "sources.lua", sources_lua) || desk_write(d, "facts.lua", facts_lua) ||
           desk_write(d, "t/parameters.lua", parameters_lua);
}

static inline void desk_forget(formula_desk *d)
{
    graph_free(d->graph);
    host_free(d->host);
    d->graph = NULL;
    d->host = NULL;
    d->rules = NULL;
}

static inline void desk_close(formula_desk *d)
{
    char path[160];

    desk_forget(d);
    for (size_t i = 0; i < sizeof desk_files / sizeof *desk_files; i++) {
        snprintf(path, sizeof path, "%s/%s", d->root, desk_files[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/t", d->root);
    rmdir(path);
    rmdir(d->root);
}

static inline int desk_load(formula_desk *d)
{
    const char *folders[] = {d->root};

    failure_clear(&d->e);
    if (desk_write(d, "helpers.lua", d->made.helpers) || desk_write(d, "t/rules.lua", d->made.rules))
        return -1;
    if (host_load(&d->e, folders, 1, &d->host, &d->rules) < 0 || params_resolve(&d->e, d->rules) < 0 ||
        graph_build(&d->e, d->rules, &d->graph) < 0)
        return -1;
    return 0;
}

/* ---- people ---- */

/* A cell within what the fact may hold; decimals with decimals. */
static inline cell formula_cell(dice *d, const fact *f)
{
    if (f->kind != KIND_NUMBER)
        return random_cell(d, f);
    return f->whole ? pick(d, f->least / 1000, f->most / 1000) * 1000 : pick(d, f->least, f->most);
}

static inline void draw_numbers_again(people *p, dice *d)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; f->kind == KIND_NUMBER && p->column[k] && i < rows; i++)
            p->column[k][i] = formula_cell(d, f);
    }
}

/* Empties some cells whose emptiness says what they are: presumed, optional, given by another fact. */
static inline void empty_some(people *p, dice *d)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; is_column(f) && p->column[k] && i < rows; i++) {
            cell kept = p->column[k][i];

            if (!chance(d, 25))
                continue;
            p->column[k][i] = CELL_UNKNOWN;
            if (record_cell(p, (int)k, i, 0) == CELL_UNKNOWN)
                p->column[k][i] = kept;
        }
    }
    /* a fact that was emptied may be what another one leaned on */
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; is_column(f) && p->column[k] && i < rows; i++)
            if (record_cell(p, (int)k, i, 0) == CELL_UNKNOWN)
                p->column[k][i] = formula_cell(d, f);
    }
}

static inline people *formula_people(const formula_desk *d, uint64_t seed, size_t persons)
{
    people *p = random_people(&d->rules->facts, seed, persons);
    dice dice_of_cells = {seed ^ 0x5bd1e995u};

    if (p) {
        draw_numbers_again(p, &dice_of_cells);
        empty_some(p, &dice_of_cells);
    }
    return p;
}

/* ---- against Lua ---- */

static inline int say_difference(const formula_desk *d, size_t which, size_t row, const char *what,
                                 double got, double want)
{
    fprintf(stderr, "%s: '%s', record %zu: engine %.17g, Lua %.17g\n", what, d->rules->variables[which].name,
            row, got, want);
    return 1;
}

static inline int compare_value(const formula_desk *d, const frame *f, size_t which, size_t local,
                                const oracle_value *want, size_t row)
{
    const variable *v = &d->rules->variables[which];
    int root = d->graph->variables[which].root;
    uint64_t words, wanted = NO_WORD;

    if (d->graph->nodes[root].space == SPACE_CONST)
        local = 0;
    if (v->kind == KIND_WORD) {
        words = slot_words(f, root, local);
        for (size_t i = 0; i < v->word_count; i++)
            if (strcmp(v->words[i], want->word) == 0)
                wanted = (uint64_t)1 << i;
        return words == wanted ? 0 : say_difference(d, which, row, "words", (double)words, (double)wanted);
    }
    if (!slot_settled(f, root, local))
        return say_difference(d, which, row, "not settled", slot_low(f, root, local),
                              (double)want->micro_or_plain);
    if (slot_low(f, root, local) != (double)want->micro_or_plain)
        return say_difference(d, which, row, "value", slot_low(f, root, local), (double)want->micro_or_plain);
    return 0;
}

static inline size_t rows_of(const formula_desk *d, const people *p, size_t which)
{
    return d->rules->variables[which].entity == ENTITY_PERSON ? p->persons : p->households;
}

/* What Lua says of every variable and row, `most` values for each variable; exists is -1 where Lua cannot
 * answer. */
static inline oracle_value *ask_lua(formula_desk *d, const people *p, day on, size_t most)
{
    oracle_value *want = calloc(most * d->rules->variable_count + 1, sizeof *want);
    oracle *o = NULL;
    int bad = !want || oracle_start(&d->e, d->host, d->rules, p, on, &o) < 0;

    for (size_t k = 0; !bad && k < d->rules->variable_count; k++)
        for (size_t i = 0; !bad && i < rows_of(d, p, k); i++) {
            oracle_value *v = &want[k * most + i];

            if (oracle_variable(o, &d->e, (int)k, i, v) == AYANT_OK) {
                d->asked++;
            } else if (strcmp(d->e.id, "O04") ==
                       0) { /* a parameter without a value: Lua has no third answer */
                failure_clear(&d->e);
                v->exists = -1;
            } else {
                fprintf(stderr, "Lua stopped at '%s': line %d: %s [%s]\n", d->rules->variables[k].name,
                        d->e.line, d->e.text, d->e.id);
                bad = 1;
            }
        }
    oracle_free(o);
    if (bad) {
        free(want);
        return NULL;
    }
    return want;
}

static inline plan *plan_every(const formula_desk *d, const people *p, day on, size_t chunk)
{
    plan_options options = {.on = on, .keep_all = chunk != 3, .chunk = chunk};
    int *wanted = calloc(d->rules->variable_count + 1, sizeof *wanted);
    plan *out = NULL;
    failure e;

    failure_clear(&e);
    for (size_t k = 0; wanted && k < d->rules->variable_count; k++)
        wanted[k] = d->graph->variables[k].root;
    if (wanted && plan_new(&e, d->graph, p, &options, wanted, d->rules->variable_count, &out) < 0)
        fprintf(stderr, "%s\n", e.text);
    free(wanted);
    return out;
}

static inline int hold_against(const formula_desk *d, const people *p, day on, size_t chunk,
                               const oracle_value *want, size_t most)
{
    plan *pl = plan_every(d, p, on, chunk);
    frame *f = pl ? frame_new(pl) : NULL;
    int bad = f ? 0 : 1;

    for (size_t c = 0; f && c < pl->chunks; c++) {
        frame_run(f, c);
        for (size_t k = 0; k < d->rules->variable_count && bad < 3; k++) {
            int person_row = d->rules->variables[k].entity == ENTITY_PERSON;
            size_t first = person_row ? f->person : f->household;

            for (size_t i = 0; i < f->rows[person_row ? SPACE_PERSON : SPACE_HOUSEHOLD] && bad < 3; i++)
                if (want[k * most + first + i].exists >= 0)
                    bad += compare_value(d, f, k, i, &want[k * most + first + i], first + i);
        }
    }
    frame_free(f);
    plan_free(pl);
    return bad;
}

static inline int differs_from_lua(formula_desk *d, const people *p, day on)
{
    size_t most = p->persons > p->households ? p->persons : p->households;
    oracle_value *want = ask_lua(d, p, on, most);
    int bad = want ? hold_against(d, p, on, 3, want, most) + hold_against(d, p, on, 0, want, most) : 1;

    free(want);
    return bad;
}

/* ---- ranges ---- */

/* Kinship that no link says, and that puts nobody in a set: sets hold known links only. */
static inline int given_as_row(cell kin)
{
    return kin == KIN_OTHER_RELATIVE || kin == KIN_UNRELATED;
}

/* Facts whose emptiness itself is asked about, or changes what another empty cell means, stay as they are. */
static inline int emptiness_matters(const formula_desk *d, size_t which)
{
    for (size_t i = 0; i < d->graph->count; i++)
        if (d->graph->nodes[i].op == NODE_GIVEN && (size_t)d->graph->nodes[i].index == which)
            return 1;
    for (size_t i = 0; i < d->rules->facts.count; i++)
        if (d->rules->facts.facts[i].when_fact == (int)which)
            return 1;
    return 0;
}

static inline void blank_some(const formula_desk *d, people *p, dice *dice_of_blanks)
{
    for (size_t k = 0; k < d->rules->facts.count; k++) {
        const fact *f = &d->rules->facts.facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;
        int often = chance(dice_of_blanks, 30) ? 70 : 15;

        if (!is_column(f) || !p->column[k] || emptiness_matters(d, k))
            continue;
        for (size_t i = 0; i < rows; i++)
            if (chance(dice_of_blanks, often))
                p->column[k][i] = CELL_UNKNOWN;
    }
    for (size_t i = 0; i < p->others.pairs; i++)
        if (given_as_row(p->kin[i]) && chance(dice_of_blanks, 30))
            p->kin[i] = CELL_UNKNOWN;
}

/* Fills at random what is unknown in `blanked`; what an empty cell means otherwise, it keeps meaning. */
static inline void complete(const formula_desk *d, people *p, const people *blanked, dice *dice_of_cells)
{
    for (size_t k = 0; k < d->rules->facts.count; k++) {
        const fact *f = &d->rules->facts.facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; is_column(f) && p->column[k] && i < rows; i++) {
            cell meant = record_cell(blanked, (int)k, i, 0);

            p->column[k][i] = people_cell(blanked, (int)k, i);
            if (people_cell(blanked, (int)k, i) == CELL_UNKNOWN && meant != DAY_NEVER &&
                !emptiness_matters(d, k))
                p->column[k][i] = meant == CELL_UNKNOWN ? formula_cell(dice_of_cells, f) : meant;
        }
    }
    for (size_t i = 0; i < p->others.pairs; i++)
        if (blanked->kin[i] == CELL_UNKNOWN)
            do
                p->kin[i] = pick(dice_of_cells, 0, KIN_COUNT - 1);
            while (!given_as_row(p->kin[i]));
}

static inline int outside_range(const formula_desk *d, const frame *range, const frame *point, size_t which)
{
    const variable *v = &d->rules->variables[which];
    int root = d->graph->variables[which].root;
    size_t rows = d->graph->nodes[root].space == SPACE_CONST
                      ? 1
                      : range->rows[v->entity == ENTITY_PERSON ? SPACE_PERSON : SPACE_HOUSEHOLD];

    for (size_t i = 0; i < rows; i++) {
        double low = slot_low(range, root, i), high = slot_high(range, root, i);
        int in = v->kind == KIND_WORD ? (slot_words(point, root, i) & ~slot_words(range, root, i)) == 0
                                      : low <= slot_low(point, root, i) && slot_high(point, root, i) <= high;

        if (in)
            continue;
        fprintf(stderr, "range: '%s', row %zu: [%.17g, %.17g] is outside [%.17g, %.17g]\n", v->name, i,
                slot_low(point, root, i), slot_high(point, root, i), low, high);
        return 1;
    }
    return 0;
}

static inline int range_misses(const formula_desk *d, uint64_t seed, size_t persons, day on)
{
    dice dice_of_cells = {seed + 99};
    people *blanked = formula_people(d, seed, persons), *completed = formula_people(d, seed, persons);
    plan *range_plan, *point_plan;
    frame *range, *point;
    int bad;

    if (blanked && completed) {
        blank_some(d, blanked, &dice_of_cells);
        complete(d, completed, blanked, &dice_of_cells);
    }
    range_plan = blanked ? plan_every(d, blanked, on, 0) : NULL;
    point_plan = completed ? plan_every(d, completed, on, 0) : NULL;
    range = range_plan ? frame_new(range_plan) : NULL;
    point = point_plan ? frame_new(point_plan) : NULL;
    bad = range && point ? 0 : 1;
    for (size_t c = 0; !bad && c < range_plan->chunks; c++) {
        frame_run(range, c);
        frame_run(point, c);
        for (size_t k = 0; k < d->rules->variable_count && bad < 3; k++)
            bad += outside_range(d, range, point, k);
    }
    frame_free(range);
    frame_free(point);
    plan_free(range_plan);
    plan_free(point_plan);
    people_free(blanked);
    people_free(completed);
    return bad;
}

/* ---- all of it ---- */

/* Tries the rules in d->made on `persons` made-up people. */
static inline tried formula_try(formula_desk *d, uint64_t seed, size_t persons)
{
    static const char *const dates[] = {"2024-02-29", "2026-03-01"}; /* before and after t.late begins */
    tried result = TRIED_SAME;

    desk_forget(d);
    if (desk_load(d) < 0)
        return d->e.status < 0 ? TRIED_REFUSED : TRIED_UNABLE;
    for (size_t i = 0; result == TRIED_SAME && i < 2; i++) {
        people *p = formula_people(d, seed + i, persons);
        day on = 0;

        day_parse(text_of(dates[i]), &on);
        if (!p)
            return TRIED_UNABLE;
        if (differs_from_lua(d, p, on) || range_misses(d, seed + i, persons, on)) {
            fprintf(stderr, "on %s\n", dates[i]);
            result = TRIED_DIFFERS;
        }
        people_free(p);
    }
    return result;
}

#endif
