/*
 * Measurements in memory: every way of computing the same answers for the same
 * made-up people, in one process.
 *
 *   bench [--households N] [--dump FOLDER] MEASURE...
 *
 * Prints lines `name value`: nanoseconds a household unless the name says
 * otherwise, each the median of RUNS. BENCH_CHUNK=N in the environment gives
 * the engine chunks of N households. Exits with 1 when two of them answer
 * differently, whatever their times.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "engine.h"
#include "host/oracle.h"
#include "params/series.h"
#include "made_people.h"
#include "takeup/screen.h"

#define RUNS 5
#define ORACLE_PERSONS 20000

typedef struct bench {
    host *host;
    rulebook *rules;
    graph *graph;
    people *people;
    day on;
    ris_answers engine, scalar;
    const char *folder; /* of --dump */
    int unequal;
} bench;

static double clock_ns(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Processor time: what other programs of the machine do in between does not count. */
static double now(void)
{
    return clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, by_size);
    return times[count / 2];
}

static void say(const bench *b, const char *name, double *times)
{
    printf("%s %.2f\n", name, median(times, RUNS) / (double)b->people->households);
    fflush(stdout);
}

static int answers_new(ris_answers *a, size_t persons)
{
    a->monthly = calloc(persons + 1, sizeof *a->monthly);
    a->monthly_low = calloc(persons + 1, sizeof *a->monthly_low);
    a->conditions = calloc(persons + 1, sizeof *a->conditions);
    return a->monthly && a->monthly_low && a->conditions ? 0 : -1;
}

static void answers_free(ris_answers *a)
{
    free(a->monthly);
    free(a->monthly_low);
    free(a->conditions);
}

static int64_t sum_cents(const int32_t *cents, size_t n)
{
    int64_t total = 0;

    for (size_t i = 0; i < n; i++)
        total += cents[i];
    return total;
}

/* ---- the engine and the program by hand, in turn ---- */

static void compare(bench *b)
{
    const ris_answers *x = &b->engine, *y = &b->scalar;
    size_t n = b->people->persons, different = 0;

    for (size_t i = 0; i < n; i++) {
        if (x->monthly[i] == y->monthly[i] && x->monthly_low[i] == y->monthly_low[i] &&
            x->conditions[i] == y->conditions[i])
            continue;
        if (different++ < 5)
            fprintf(stderr, "row %zu: engine %d %d %x, scalar %d %d %x\n", i, x->monthly[i],
                    x->monthly_low[i], x->conditions[i], y->monthly[i], y->monthly_low[i], y->conditions[i]);
    }
    printf("scalar.different %zu\n", different);
    if (different)
        b->unequal = 1;
}

static int measure_scalar(bench *b)
{
    double ours[RUNS], theirs[RUNS], prepare[RUNS];
    wide_run w;

    for (int i = -1; i < RUNS; i++) { /* the first run warms up */
        double t0 = now(), t1, t2, t3;

        if (wide_ris(&w, b->graph, b->people, b->on, &b->engine) < 0)
            return -1;
        t1 = now();
        if (wide_go(&w, 0) < 0)
            return -1;
        t2 = now();
        if (ris_scalar(b->rules, b->people, b->on, &b->scalar) < 0)
            return -1;
        t3 = now();
        wide_free(&w);
        if (i < 0)
            continue;
        prepare[i] = t1 - t0;
        ours[i] = t2 - t1;
        theirs[i] = t3 - t2;
    }
    say(b, "engine.ris", ours);
    say(b, "engine.prepare", prepare);
    say(b, "scalar.ris", theirs);
    printf("engine.sum_cents %lld\n", (long long)sum_cents(b->engine.monthly, b->people->persons));
    printf("scalar.sum_cents %lld\n", (long long)sum_cents(b->scalar.monthly, b->people->persons));
    compare(b);
    return 0;
}

static int time_wide(const bench *b, wide_run *w, const char *name)
{
    double times[RUNS];

    for (int i = -1; i < RUNS; i++) {
        double from = now();

        if (wide_go(w, 0) < 0)
            return -1;
        if (i >= 0)
            times[i] = now() - from;
    }
    say(b, name, times);
    return 0;
}

static int measure_rights(bench *b)
{
    double times[RUNS];
    wide_run w;
    failure e;

    failure_clear(&e);
    if (wide_all(&w, b->graph, b->people, b->on, 0) < 0 || time_wide(b, &w, "engine.rights") < 0)
        return -1;
    wide_free(&w);
    for (int full = 0; full < 2; full++) {
        screen_options o = {.on = b->on, .threads = 1, .plain = !full};

        for (int i = 0; i < RUNS; i++) {
            double from = now();
            results *r = NULL;

            if (screen_people(&e, b->graph, b->people, &o, NULL, &r) < 0)
                return -1;
            times[i] = now() - from;
            results_free(r);
        }
        say(b, full ? "screen.full" : "screen.plain", times);
    }
    return 0;
}

/* ---- stock Lua ---- */

static int measure_oracle(bench *b)
{
    size_t households = ORACLE_PERSONS * 10 / 22;
    int which = rulebook_variable(b->rules, "ris.monthly");
    people *p = bench_people(b->graph, households, b->on);
    oracle *o = NULL;
    failure e;
    double from;
    size_t different = 0;

    failure_clear(&e);
    if (!p || which < 0 || oracle_start(&e, b->host, b->rules, p, b->on, &o) < 0) {
        fprintf(stderr, "%s\n", e.text);
        people_free(p);
        return -1;
    }
    from = now();
    for (size_t i = 0; i < p->persons; i++) {
        oracle_value v;

        if (oracle_variable(o, &e, which, i, &v) < 0) {
            fprintf(stderr, "%s\n", e.text);
            return -1;
        }
        if (i < b->people->persons && v.micro_or_plain != (int64_t)b->engine.monthly[i] * 10000)
            different++;
    }
    printf("lua.ris %.2f\nlua.different %zu\n", (now() - from) / (double)p->households, different);
    if (different)
        b->unequal = 1;
    oracle_free(o);
    people_free(p);
    return 0;
}

/* ---- threads and processes ---- */

static double two_processes(wide_run *w)
{
    double from = clock_ns(CLOCK_MONOTONIC);
    pid_t child[2];
    int status, bad = 0;

    for (int i = 0; i < 2; i++) {
        child[i] = fork();
        if (child[i] == 0)
            _exit(wide_go(w, 0) < 0);
        if (child[i] < 0)
            return -1;
    }
    for (int i = 0; i < 2; i++)
        bad |= waitpid(child[i], &status, 0) != child[i] || status != 0;
    return bad ? -1 : clock_ns(CLOCK_MONOTONIC) - from;
}

static int measure_threads(bench *b)
{
    double one[RUNS], two[RUNS], processes[RUNS], gain_threads, gain_processes;
    wide_run w;

    if (wide_ris(&w, b->graph, b->people, b->on, &b->engine) < 0)
        return -1;
    for (int i = -1; i < RUNS; i++) {
        double t0 = clock_ns(CLOCK_MONOTONIC), t1, t2, t3;

        if (wide_go(&w, 1) < 0)
            return -1;
        t1 = clock_ns(CLOCK_MONOTONIC);
        if (wide_go(&w, 2) < 0)
            return -1;
        t2 = clock_ns(CLOCK_MONOTONIC);
        if ((t3 = two_processes(&w)) < 0)
            return -1;
        if (i < 0)
            continue;
        one[i] = t1 - t0;
        two[i] = t2 - t1;
        processes[i] = t3;
    }
    wide_free(&w);
    gain_threads = median(one, RUNS) / median(two, RUNS);
    gain_processes = 2 * median(one, RUNS) / median(processes, RUNS);
    printf("threads.gain %.3f\nprocesses.gain %.3f\n", gain_threads, gain_processes);
    return 0;
}

/* ---- memory ---- */

static long status_kb(const char *key)
{
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    long kb = -1;

    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            kb = strtol(line + strlen(key), NULL, 10);
    if (file)
        fclose(file);
    return kb;
}

static int measure_memory(bench *b)
{
    FILE *clear = fopen("/proc/self/clear_refs", "w");
    long before = status_kb("VmRSS:");
    struct rusage u;
    wide_run w;

    if (clear) { /* the peak counts from here */
        fputs("5", clear);
        fclose(clear);
    }
    if (wide_all(&w, b->graph, b->people, b->on, 0) < 0 || wide_go(&w, 0) < 0)
        return -1;
    wide_free(&w);
    getrusage(RUSAGE_SELF, &u);
    printf("memory.people_mb %.1f\nmemory.run_mb %.1f\nmemory.process_mb %.1f\n", (double)before / 1024,
           (double)(status_kb("VmHWM:") - before) / 1024, (double)u.ru_maxrss / 1024);
    return 0;
}

/* ---- ranges: changes the people, comes last ---- */

static int time_both(const bench *b, int strict, const char *ris, const char *rights)
{
    wide_run w;
    int bad;

    if (wide_ris(&w, b->graph, b->people, b->on, NULL) < 0)
        return -1;
    bad = time_wide(b, &w, ris);
    wide_free(&w);
    if (bad || wide_all(&w, b->graph, b->people, b->on, strict) < 0)
        return -1;
    bad = time_wide(b, &w, rights);
    wide_free(&w);
    return bad;
}

static int measure_range(bench *b)
{
    if (time_both(b, 0, "wide.ris", "wide.rights") < 0)
        return -1;
    bench_blank(b->people, bench_amounts, 30);
    if (time_both(b, 0, "range.ris", "range.rights") < 0)
        return -1;
    bench_blank(b->people, NULL, 30);
    return time_both(b, 1, "range_all.ris", "range_all.rights");
}

/* ---- for programs in other languages ---- */

static int dump(const bench *b, const char *name, const void *data, size_t size, size_t count)
{
    char path[4096];
    FILE *file;
    size_t written;

    snprintf(path, sizeof path, "%s/%s", b->folder, name);
    if (!(file = fopen(path, "wb")))
        return -1;
    written = fwrite(data, size, count, file);
    return fclose(file) == 0 && written == count ? 0 : -1;
}

static int dump_figures(const bench *b)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/figures.txt", b->folder);
    if (!(file = fopen(path, "w")))
        return -1;
    for (size_t i = 0; i < b->rules->parameter_count; i++) {
        const parameter *p = &b->rules->parameters[i];
        const parameter_row *row = parameter_at(p, b->on);

        if (!row || strncmp(p->name, "ris.", 4) != 0)
            continue;
        fprintf(file, "%s %lld", p->name, (long long)row->value);
        for (size_t k = 0; k < row->band_count; k++)
            fprintf(file, " %lld %lld", (long long)row->bands[k].above, (long long)row->bands[k].rate);
        fputc('\n', file);
    }
    return fclose(file);
}

static int measure_dump(bench *b)
{
    const people *p = b->people;
    int bad = dump_figures(b);

    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];

        if (p->column[k])
            bad |= dump(b, f->name, p->column[k], sizeof(cell),
                        f->entity == ENTITY_PERSON ? p->persons : p->households);
    }
    bad |= dump(b, "household_of", p->household_of, sizeof *p->household_of, p->persons);
    bad |= dump(b, "first", p->first, sizeof *p->first, p->households + 1);
    bad |= dump(b, "others_first", p->others.first, sizeof *p->others.first, p->persons + 1);
    bad |= dump(b, "others_other", p->others.other, sizeof *p->others.other, p->others.pairs);
    bad |= dump(b, "kin", p->kin, sizeof *p->kin, p->others.pairs);
    bad |= dump(b, "answer_monthly", b->engine.monthly, sizeof *b->engine.monthly, p->persons);
    bad |= dump(b, "answer_monthly_low", b->engine.monthly_low, sizeof *b->engine.monthly_low, p->persons);
    bad |= dump(b, "answer_conditions", b->engine.conditions, 1, p->persons);
    return bad ? -1 : 0;
}

/* ---- */

static const struct measure {
    const char *name;
    int (*run)(bench *b);
    int reads_answers; /* of the engine: it runs first */
} measures[] = {{"memory", measure_memory, 0}, {"scalar", measure_scalar, 0}, {"rights", measure_rights, 0},
                {"oracle", measure_oracle, 1}, {"dump", measure_dump, 1},     {"threads", measure_threads, 0},
                {"range", measure_range, 0}};

static int load(bench *b)
{
    static const char *const folders[] = {"rules/be"};
    failure e;

    failure_clear(&e);
    day_parse(text_of(BENCH_DATE), &b->on);
    if (host_load(&e, folders, 1, &b->host, &b->rules) < 0 || params_resolve(&e, b->rules) < 0 ||
        graph_build(&e, b->rules, &b->graph) < 0) {
        fprintf(stderr, "%s:%d: %s\n", e.file, e.line, e.text);
        return -1;
    }
    return 0;
}

static int answer_once(bench *b)
{
    wide_run w;
    int bad;

    if (wide_ris(&w, b->graph, b->people, b->on, &b->engine) < 0)
        return -1;
    bad = wide_go(&w, 0);
    wide_free(&w);
    return bad;
}

static int run_measures(bench *b, int count, char **names)
{
    for (size_t k = 0; k < sizeof measures / sizeof *measures; k++)
        for (int i = 0; i < count; i++) {
            if (strcmp(names[i], measures[k].name) != 0)
                continue;
            if (measures[k].reads_answers && answer_once(b) < 0)
                return -1;
            if (measures[k].run(b) < 0) {
                fprintf(stderr, "cannot measure '%s'\n", names[i]);
                return -1;
            }
        }
    return 0;
}

int main(int count, char **arguments)
{
    size_t households = 1000000;
    bench b = {.folder = "."};
    int at = 1, bad;
    double from;

    for (; at + 1 < count && strncmp(arguments[at], "--", 2) == 0; at += 2) {
        if (strcmp(arguments[at], "--households") == 0)
            households = strtoul(arguments[at + 1], NULL, 10);
        else
            b.folder = arguments[at + 1];
    }
    if (load(&b) < 0)
        return 2;
    from = now();
    b.people = bench_people(b.graph, households, b.on);
    if (!b.people || answers_new(&b.engine, b.people->persons) < 0 ||
        answers_new(&b.scalar, b.people->persons) < 0) {
        fprintf(stderr, "cannot make %zu households: no memory, or none asked\n", households);
        return 2;
    }
    printf("households %zu\npersons %zu\npairs %zu\npeople.made_s %.1f\n", b.people->households,
           b.people->persons, b.people->others.pairs, (now() - from) / 1e9);
    bad = run_measures(&b, count - at, arguments + at) < 0 ? 2 : b.unequal;
    answers_free(&b.engine);
    answers_free(&b.scalar);
    people_free(b.people);
    graph_free(b.graph);
    host_free(b.host);
    return bad;
}
