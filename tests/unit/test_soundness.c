/*
 * The range of a record with missing facts holds every way of completing it.
 *
 * 100,000 random records; some facts are blanked, the rules run once on what
 * is left, and once on each of several completions of it: every variable of a
 * completion lies in the range of the blanked record, and what the blanked
 * record settles, every completion agrees with. The verdict of each right too.
 */
#include <stdio.h>
#include <stdlib.h>
#include "check.h"
#include "evaluate/plan.h"
#include "host/host.h"
#include "blanked_people.h"
#include "takeup/screen.h"

#if defined(__SANITIZE_ADDRESS__)
#define RECORDS 10000
#else
#define RECORDS 100000
#endif
#define COMPLETIONS 3

static const char *const dates[] = {"2022-08-01", "2024-10-01", "2025-02-01", "2026-03-01"};
enum { DATES = sizeof dates / sizeof *dates };

static host *the_host;
static rulebook *rules;
static graph *g;
static char *kept; /* by fact: never blanked */

static int load(void)
{
    static const char *const folders[] = {"rules/be"};
    failure e;

    failure_clear(&e);
    if (host_load(&e, folders, 1, &the_host, &rules) < 0 || graph_build(&e, rules, &g) < 0) {
        fprintf(stderr, "%s:%d: %s\n", e.file, e.line, e.text);
        return -1;
    }
    kept = facts_to_keep(g);
    return 0;
}

static plan *plan_all(const people *p, day on)
{
    plan_options options = {.on = on, .keep_all = 1};
    int *wanted = calloc(rules->variable_count, sizeof *wanted);
    plan *out = NULL;
    failure e;

    failure_clear(&e);
    for (size_t k = 0; k < rules->variable_count; k++)
        wanted[k] = g->variables[k].root;
    if (plan_new(&e, g, p, &options, wanted, rules->variable_count, &out) < 0)
        fprintf(stderr, "%s\n", e.text);
    free(wanted);
    return out;
}

static int outside(const frame *range, const frame *point, size_t which)
{
    const variable *v = &rules->variables[which];
    int root = g->variables[which].root, bad = 0;
    size_t rows = g->nodes[root].space == SPACE_CONST
                      ? 1
                      : range->rows[v->entity == ENTITY_PERSON ? SPACE_PERSON : SPACE_HOUSEHOLD];

    for (size_t i = 0; i < rows && bad < 2; i++) {
        double low = slot_low(range, root, i), high = slot_high(range, root, i);
        int in;

        if (v->kind == KIND_WORD)
            in = (slot_words(point, root, i) & ~slot_words(range, root, i)) == 0;
        else
            in = low <= slot_low(point, root, i) && slot_high(point, root, i) <= high;
        if (in)
            continue;
        bad++;
        fprintf(stderr, "'%s', row %zu: %.17g is outside [%.17g, %.17g]\n", v->name, i,
                slot_low(point, root, i), low, high);
    }
    return bad;
}

static int verdicts_agree(const people *blanked, const people *completed, day on)
{
    screen_options options = {.on = on, .plain = 1, .threads = 1, .sensitive = 1};
    results *range = NULL, *point = NULL;
    int bad = 0;
    failure e;

    failure_clear(&e);
    if (screen_people(&e, g, blanked, &options, NULL, &range) < 0 ||
        screen_people(&e, g, completed, &options, NULL, &point) < 0)
        return 1;
    for (size_t i = 0; i < blanked->persons && bad < 3; i++)
        for (size_t k = 0; k < range->right_count; k++) {
            const result *a = result_of(range, i, k), *b = result_of(point, i, k);

            /* a couple's one amount goes by comparison of both: settled on what is known, not on completions
             */
            if (a->finding == FINDING_COVERED || b->finding == FINDING_COVERED)
                continue;
            if (a->verdict != VERDICT_UNKNOWN && a->verdict != b->verdict) {
                fprintf(stderr, "'%s', person %zu: %s became %s\n", right_of(range, k)->name, i,
                        verdict_names[a->verdict], verdict_names[b->verdict]);
                bad++;
            }
        }
    results_free(range);
    results_free(point);
    return bad;
}

static int try_completion(const people *blanked, people *completed, const plan *range_plan, day on)
{
    plan *point_plan = plan_all(completed, on);
    frame *range = frame_new(range_plan), *point = point_plan ? frame_new(point_plan) : NULL;
    int bad = range && point ? 0 : 1;

    for (size_t c = 0; !bad && c < range_plan->chunks; c++) {
        frame_run(range, c);
        frame_run(point, c);
        for (size_t k = 0; k < rules->variable_count && bad < 6; k++)
            bad += outside(range, point, k);
    }
    frame_free(range);
    frame_free(point);
    plan_free(point_plan);
    return bad + verdicts_agree(blanked, completed, on);
}

static void ranges_hold_completions(void)
{
    size_t records = 0;

    for (int i = 0; i < DATES; i++) {
        dice d = {77 + (uint64_t)i};
        people *blanked = random_people(&rules->facts, 5000 + (uint64_t)i, RECORDS / DATES);
        plan *range_plan;
        day on;

        if (!CHECK(blanked != NULL))
            return;
        day_parse(text_of(dates[i]), &on);
        blank_people(blanked, &d, kept, 5, 50);
        range_plan = plan_all(blanked, on);
        for (int c = 0; CHECK(range_plan != NULL) && c < COMPLETIONS; c++) {
            people *completed = random_people(&rules->facts, 5000 + (uint64_t)i, RECORDS / DATES);

            if (!CHECK(completed != NULL))
                break;
            complete_people(completed, blanked, &d);
            CHECK_INT(try_completion(blanked, completed, range_plan, on), 0);
            people_free(completed);
        }
        records += blanked->persons;
        plan_free(range_plan);
        people_free(blanked);
    }
    CHECK(records >= RECORDS);
    fprintf(stderr, "%zu records with missing facts, %d completions each\n", records, COMPLETIONS);
}

int main(void)
{
    if (CHECK_INT(load(), 0))
        RUN(ranges_hold_completions);
    free(kept);
    graph_free(g);
    host_free(the_host);
    return check_end();
}
