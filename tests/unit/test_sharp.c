/*
 * How many unknown verdicts are needless.
 *
 * 100,000 random records with each fact blanked with a chance between 5 and
 * 50 %; the screen says what it says; then the records are completed in many
 * ways. A verdict that is settled must agree with every completion. A verdict
 * left unknown although every completion tried agrees is needless: fewer than
 * 1 % of all verdicts may be.
 */
#include <stdio.h>
#include <stdlib.h>
#include "blanked_people.h"
#include "check.h"
#include "host/host.h"
#include "takeup/screen.h"

#if defined(__SANITIZE_ADDRESS__)
#define RECORDS 3000
#else
#define RECORDS 100000
#endif
#define COMPLETIONS 40

static host *the_host;
static rulebook *rules;
static graph *g;

typedef struct counts {
    size_t verdicts, unknown, needless, unsound;
} counts;

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

static results *screened(const people *p, day on, int plain)
{
    screen_options options = {.on = on, .plain = plain, .sensitive = 1};
    results *r = NULL;
    failure e;

    failure_clear(&e);
    if (screen_people(&e, g, p, &options, NULL, &r) < 0)
        fprintf(stderr, "%s\n", e.text);
    return r;
}

/* Bit 0: a completion said no; 1: yes; 2: even completed it is unknown (a parameter without a value). */
static void note_completion(const results *completed, uint8_t *said)
{
    for (size_t i = 0; i < completed->people->persons * completed->right_count; i++)
        if (completed->rows[i].finding != FINDING_COVERED)
            said[i] |= (uint8_t)(1u << completed->rows[i].verdict);
}

static void judge(const results *range, const uint8_t *said, counts *c)
{
    for (size_t i = 0; i < range->people->persons * range->right_count; i++) {
        const result *x = &range->rows[i];

        if (x->finding == FINDING_COVERED || right_of(range, i % range->right_count)->never_yes)
            continue;
        c->verdicts++;
        if (x->verdict == VERDICT_UNKNOWN) {
            c->unknown++;
            c->needless += said[i] == 1 || said[i] == 2;
        } else if (said[i] & ~(1u << x->verdict)) {
            c->unsound++;
        }
    }
}

static int one_date(const char *date, uint64_t seed, size_t records, const char *keep, counts *c)
{
    dice d = {seed};
    people *blanked = random_people(&rules->facts, seed, records);
    results *range;
    uint8_t *said;
    day on;

    day_parse(text_of(date), &on);
    if (!blanked)
        return -1;
    blank_people(blanked, &d, keep, 5, 50);
    range = screened(blanked, on, 0);
    said = calloc(blanked->persons * rules->right_count + 1, 1);
    for (int k = 0; range && said && k < COMPLETIONS; k++) {
        people *completed = random_people(&rules->facts, seed, records);
        results *point;

        complete_people(completed, blanked, &d);
        point = screened(completed, on, 1);
        if (point)
            note_completion(point, said);
        results_free(point);
        people_free(completed);
    }
    if (range && said)
        judge(range, said, c);
    results_free(range);
    free(said);
    people_free(blanked);
    return range && said ? 0 : -1;
}

static void few_unknowns_are_needless(void)
{
    static const char *const dates[] = {"2022-08-01", "2024-10-01", "2025-02-01", "2026-03-01"};
    char *keep = facts_to_keep(g);
    counts c = {0, 0, 0, 0};

    for (size_t i = 0; CHECK(keep != NULL) && i < 4; i++)
        CHECK_INT(one_date(dates[i], 31 + i, RECORDS / 4, keep, &c), 0);
    CHECK_INT(c.unsound, 0);
    CHECK(c.needless * 100 < c.verdicts);
    fprintf(stderr,
            "%zu verdicts, %zu unknown, %zu of them needless (%.3f %% of verdicts, %.3f %% of unknowns)\n",
            c.verdicts, c.unknown, c.needless, 100.0 * (double)c.needless / (double)c.verdicts,
            100.0 * (double)c.needless / (double)(c.unknown ? c.unknown : 1));
    free(keep);
}

int main(void)
{
    if (CHECK_INT(load(), 0))
        RUN(few_unknowns_are_needless);
    graph_free(g);
    host_free(the_host);
    return check_end();
}
