/*
 * The engine against stock Lua: every variable of the shipped rules, on
 * records of which everything is known, bit for bit, at several chunk sizes.
 *
 * 100,000 records, on dates around the reforms; with the sanitizers a tenth,
 * since Lua is slow there and the records are the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include "check.h"
#include "evaluate/plan.h"
#include "host/oracle.h"
#include "random_people.h"

#if defined(__SANITIZE_ADDRESS__)
#define RECORDS 10000
#else
#define RECORDS 100000
#endif

static const char *const dates[] = {"2016-12-01", "2019-07-01", "2021-10-15", "2022-08-01", "2023-07-01",
                                    "2024-02-29", "2024-10-01", "2025-02-01", "2026-02-28", "2026-03-01"};
enum { DATES = sizeof dates / sizeof *dates };

static const size_t chunks[] = {1, 3, 64, 0};
enum { CHUNKS = sizeof chunks / sizeof *chunks };

static host *the_host;
static rulebook *rules;
static graph *g;

static int load(void)
{
    static const char *const folders[] = {"rules/be"};
    failure e;

    failure_clear(&e);
    if (host_load(&e, folders, 1, &the_host, &rules) < 0 || graph_build(&e, rules, &g) < 0) {
        fprintf(stderr, "%s:%d: %s\n", e.file, e.line, e.text);
        return -1;
    }
    return 0;
}

/* A person is told nothing of the record but its number: the message of a difference. */
static int differs(const char *name, size_t row, const char *on, size_t chunk, double got, double want)
{
    fprintf(stderr, "'%s', record %zu on %s, chunk %zu: engine %.17g, Lua %.17g\n", name, row, on, chunk, got,
            want);
    return 1;
}

static int compare(const frame *f, const variable *v, int root, size_t local, const oracle_value *want,
                   size_t row, const char *on)
{
    size_t chunk = f->plan->chunk;

    if (g->nodes[root].space == SPACE_CONST)
        local = 0;
    if (v->kind == KIND_WORD) {
        uint64_t words = slot_words(f, root, local), wanted = NO_WORD;

        for (size_t i = 0; i < v->word_count; i++)
            if (strcmp(v->words[i], want->word) == 0)
                wanted = (uint64_t)1 << i;
        return words == wanted ? 0 : differs(v->name, row, on, chunk, (double)words, (double)wanted);
    }
    if (!slot_settled(f, root, local))
        return differs(v->name, row, on, chunk, slot_low(f, root, local), slot_high(f, root, local));
    if (slot_low(f, root, local) != (double)want->micro_or_plain)
        return differs(v->name, row, on, chunk, slot_low(f, root, local), (double)want->micro_or_plain);
    return 0;
}

/* Differences of one variable over a frame's rows. */
static int compare_rows(const frame *f, size_t which, const oracle_value *want, const char *on)
{
    const variable *v = &rules->variables[which];
    int person = v->entity == ENTITY_PERSON, bad = 0;
    size_t rows = f->rows[person ? SPACE_PERSON : SPACE_HOUSEHOLD], first = person ? f->person : f->household;

    for (size_t i = 0; i < rows && bad < 3; i++)
        if (want[first + i].exists >= 0)
            bad += compare(f, v, g->variables[which].root, i, &want[first + i], first + i, on);
    return bad;
}

static oracle_value *ask_lua(const people *p, day on, size_t *asked)
{
    size_t rows = p->persons > p->households ? p->persons : p->households;
    oracle_value *want = calloc(rows * rules->variable_count, sizeof *want);
    oracle *o = NULL;
    failure e;

    failure_clear(&e);
    if (!want || oracle_start(&e, the_host, rules, p, on, &o) < 0)
        goto bad;
    for (size_t k = 0; k < rules->variable_count; k++) {
        size_t count = rules->variables[k].entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; i < count; i++) {
            if (oracle_variable(o, &e, (int)k, i, &want[k * rows + i]) < 0) {
                if (strcmp(e.id, "O04") != 0 && strcmp(e.id, "O01") != 0)
                    goto bad;
                /* a parameter without a value, or a person not named: Lua has no third answer, nothing is
                 * compared */
                failure_clear(&e);
                want[k * rows + i].exists = -1;
            } else {
                ++*asked;
            }
        }
    }
    oracle_free(o);
    return want;
bad:
    fprintf(stderr, "%s:%d: %s [%s]\n", e.file, e.line, e.text, e.id);
    oracle_free(o);
    free(want);
    return NULL;
}

static int hold_against(const people *p, const char *date, size_t chunk, const oracle_value *want)
{
    plan_options options = {.chunk = chunk, .keep_all = 1};
    size_t rows = p->persons > p->households ? p->persons : p->households;
    int *wanted = calloc(rules->variable_count, sizeof *wanted), bad = 0;
    plan *pl = NULL;
    frame *f;
    failure e;

    failure_clear(&e);
    day_parse(text_of(date), &options.on);
    for (size_t k = 0; k < rules->variable_count; k++)
        wanted[k] = g->variables[k].root;
    if (plan_new(&e, g, p, &options, wanted, rules->variable_count, &pl) < 0 || !(f = frame_new(pl)))
        return 1;
    for (size_t c = 0; c < pl->chunks && bad < 10; c++) {
        frame_run(f, c);
        for (size_t k = 0; k < rules->variable_count && bad < 10; k++)
            bad += compare_rows(f, k, want + k * rows, date);
    }
    frame_free(f);
    plan_free(pl);
    free(wanted);
    return bad;
}

static void engine_equals_lua(void)
{
    size_t asked = 0, records = 0;

    for (int i = 0; i < DATES; i++) {
        people *p = random_people(&rules->facts, 1000 + (uint64_t)i, RECORDS / DATES);
        oracle_value *want;
        day on;

        if (!CHECK(p != NULL))
            return;
        day_parse(text_of(dates[i]), &on);
        want = ask_lua(p, on, &asked);
        for (int c = 0; CHECK(want != NULL) && c < CHUNKS; c++)
            if (!CHECK_INT(hold_against(p, dates[i], chunks[c], want), 0))
                break;
        records += p->persons;
        free(want);
        people_free(p);
    }
    CHECK(records >= RECORDS);
    CHECK(asked >
          records * rules->variable_count * 3 / 4); /* few are left out for a parameter without a value */
    fprintf(stderr, "%zu records, %zu values asked of Lua, chunks of 1, 3, 64 and the default\n", records,
            asked);
}

int main(void)
{
    if (CHECK_INT(load(), 0))
        RUN(engine_equals_lua);
    graph_free(g);
    host_free(the_host);
    return check_end();
}
