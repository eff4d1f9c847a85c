/*
 * What would settle an answer, what would change it, and when.
 *
 * On random records with facts blanked: what is said to settle is tried on
 * values drawn at random, what is said of a threshold just below and above it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "blanked_people.h"
#include "check.h"
#include "explore/decisive.h"
#include "host/host.h"

#if defined(__SANITIZE_ADDRESS__)
#define SLOW 10
#else
#define SLOW 1
#endif

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

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static people *blanked(uint64_t seed, size_t persons, int least, int most)
{
    people *p = random_people(&rules->facts, seed, persons);
    char *keep = facts_to_keep(g);
    dice d = {seed};

    if (p && keep)
        blank_people(p, &d, keep, least, most);
    free(keep);
    return p;
}

static explorer *exploring(const people *p, day on, const char *only)
{
    explorer_options options = {.on = on, .right = only};
    explorer *x = NULL;
    failure e;

    failure_clear(&e);
    if (explorer_new(&e, g, p, &options, &x) < 0)
        fprintf(stderr, "%s\n", e.text);
    return x;
}

static void decisive_cells_come_first(void)
{
    people *p = blanked(7, 600 / SLOW, 5, 50);
    double began = seconds(), made;
    explorer *x = exploring(p, day_of(2026, 3, 1), NULL);
    size_t households = 0, always = 0, total = 0, nodes = 0;
    double most = 0;

    made = seconds() - began;
    for (size_t h = 0; CHECK(x != NULL) && h < p->households; h++) {
        decisive_cell cells[DECISIVE_MOST];
        asked open[256];
        size_t n, count;
        double start = seconds(), took;

        explorer_load(x, h);
        n = explorer_unknown(x, open, 256);
        count = decisive_cells(x, open, n, cells, DECISIVE_MOST);
        took = seconds() - start;
        most = took > most ? took : most;
        if (!n)
            continue;
        households++;
        total += count;
        nodes += n;
        CHECK(count > 0);
        for (size_t i = 0; i < count; i++) {
            CHECK(cells[i].settles >= 0 && cells[i].settles <= 1 + 1e-9);
            CHECK(!i || cells[i].settles <= cells[i - 1].settles);
            always += (size_t)cells[i].always;
        }
    }
    fprintf(stderr, "explorer %.1f ms (%zu nodes); %zu households, %zu answers, %zu cells, %zu always; %.2f ms each, at most %.2f\n",
            made * 1e3, g->count, households, nodes, total, always, (seconds() - began - made) * 1e3 / (double)households, most * 1e3);
    explorer_free(x);
    people_free(p);
}

int main(void)
{
    if (CHECK_INT(load(), 0)) {
        RUN(decisive_cells_come_first);
    }
    graph_free(g);
    host_free(the_host);
    return check_end();
}
