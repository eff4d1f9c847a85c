/*
 * Screening a people: the plans, and one row of results a person and right.
 */
#include "screen.h"

#include <pthread.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "../params/series.h"
#include "findings.h"
#include "sharpen.h"

/*
 * A plan that keeps all has many columns: few rows, so that they stay in the
 * cache. Its chunks divide the others', so that each fits in its buffers.
 */
#define TRACE_HOUSEHOLDS 32

typedef struct screening {
    results *r;
    const graph *g;
    right_nodes *rights;
    int data_date;        /* fact, -1 */
    pthread_mutex_t lock; /* of r->missing */
    const plan *const *plans;
} screening;

static int64_t cents(double micros)
{
    return (int64_t)(micros / (MICRO / 100) + (micros < 0 ? -0.5 : 0.5));
}

static void fill_amounts(const frame *f, const right_nodes *n, size_t row, result *out)
{
    out->low_cents = out->high_cents = -1;
    if (n->high < 0)
        return;
    out->low_cents = out->high_cents = 0;
    if (out->verdict == VERDICT_NO)
        return;
    out->low_cents = cents(slot_low(f, n->low, row));
    out->high_cents = cents(slot_high(f, n->high, row));
    if (out->low_cents < 0)
        out->low_cents = 0;
}

static void fill_route(const frame *f, const right_nodes *n, size_t row, result *out)
{
    uint64_t words;

    out->route = -1;
    if (n->route < 0)
        return;
    words = slot_words(f, n->route, row);
    if (words == NO_WORD || words == 0 || (words & (words - 1)) != 0)
        return;
    while (words >>= 1)
        out->route++;
    out->route++;
}

/* A "no" says where to go only where the rule refers elsewhere. */
static void keep_route(const frame *f, const right_nodes *n, size_t row, result *out)
{
    int refers = n->refer >= 0 && slot_low(f, n->refer, row) == 1;

    if (out->verdict == VERDICT_NO && !refers && n->never_yes < 0)
        out->route = -1;
}

/*
 * The verdict and the low amount, which is the one that lists print: the high
 * amount of a second reading of the law is not what a yes rests on.
 */
int same_answer(const frame *f, const frame *blurred, const right_nodes *n, size_t row, uint8_t v)
{
    if (verdict_at(blurred, n, row) != (verdict)v)
        return 0;
    return n->high < 0 || v == VERDICT_NO || slot_low(f, n->low, row) == slot_low(blurred, n->low, row);
}

static int stale(const screening *s, const right_nodes *n, size_t person)
{
    cell c;

    if (!n->fresh_months || s->data_date < 0)
        return 0;
    c = people_cell(s->r->people, s->data_date, s->r->people->household_of[person]);
    return c != CELL_UNKNOWN && day_months(c, s->r->on) >= n->fresh_months;
}

static void fill_row(const screening *s, frame *const *frames, size_t row, size_t k, result *out)
{
    const frame *f = frames[0];
    const right_nodes *n = &s->rights[k];
    size_t person = f->person + row;

    out->verdict = (uint8_t)verdict_at(f, n, row);
    out->counted = n->counted < 0 || slot_high(f, n->counted, row) != 0;
    fill_amounts(f, n, row, out);
    fill_route(f, n, row, out);
    keep_route(f, n, row, out);
    out->certainty = CERTAINTY_CERTAIN;
    if (out->verdict == VERDICT_UNKNOWN)
        out->certainty = CERTAINTY_POSSIBLE;
    else if ((frames[1] && !same_answer(f, frames[1], n, row, out->verdict)) ||
             (out->verdict == VERDICT_YES && stale(s, n, person)))
        out->certainty = CERTAINTY_PROBABLE;
    out->finding = (uint8_t)finding_of(s->r->people, n, person, out->verdict,
                                       n->never_yes >= 0 && slot_low(f, n->never_yes, row) == 1, s->r->on);
}

static int add_missing(screening *s, result *out, const int32_t *facts, size_t count)
{
    results *r = s->r;
    int failed;

    pthread_mutex_lock(&s->lock);
    failed = arena_grow(r->memory, &r->missing, &r->missing_capacity, r->missing_count + count + 1,
                        sizeof *r->missing) < 0;
    if (!failed) {
        out->missing = (uint32_t)r->missing_count;
        memcpy(r->missing + r->missing_count, facts, count * sizeof *facts);
        r->missing_count += count;
        r->missing[r->missing_count++] = -1;
    }
    pthread_mutex_unlock(&s->lock);
    return failed ? -1 : 0;
}

static int is_open(const screening *s, size_t person, size_t k)
{
    const result *x = &s->r->rows[person * s->r->right_count + k];

    return x->verdict == VERDICT_UNKNOWN && x->finding != FINDING_RECEIVING;
}

static int wants_missing(const screening *s, size_t person)
{
    for (size_t k = 0; k < s->r->right_count; k++)
        if (is_open(s, person, k))
            return 1;
    return 0;
}

/* What is missing, the most decisive first; the cells are weighed when there is something to put in order. */
static int trace_row(screening *s, const frame *t, sharpener *sh, size_t person, size_t k, int *weighed)
{
    unknown_cell cells[256];
    int32_t facts[256];
    size_t household = s->r->people->household_of[person];
    size_t count = missing_cells(t, &s->rights[k], person - t->person, cells, 256);
    int link;

    if (count > 1) {
        if (!(*weighed)++)
            sharpener_weigh(sh);
        sharpener_order(sh, k, person - s->r->people->first[household], cells, count);
    }
    count = missing_facts(cells, count, facts, 255);
    link = missing_link(t, &s->rights[k], person - t->person);
    if (link >= 0)
        facts[count++] = link;
    return count ? add_missing(s, &s->r->rows[person * s->r->right_count + k], facts, count) : 0;
}

static int trace_household(screening *s, const frame *t, sharpener *sh, size_t household, int loaded)
{
    const people *p = s->r->people;
    int weighed = 0;

    for (size_t person = p->first[household]; person < p->first[household + 1]; person++)
        for (size_t k = 0; k < s->r->right_count; k++) {
            if (!is_open(s, person, k))
                continue;
            if (!loaded++)
                sharpener_load(sh, t, household);
            if (trace_row(s, t, sh, person, k, &weighed) < 0)
                return -1;
        }
    return 0;
}

/* A verdict that ranges leave unknown, and that does not depend on what is missing. */
static void take_sharpened(const screening *s, size_t person, size_t k, const sharpened *x)
{
    result *out = &s->r->rows[person * s->r->right_count + k];
    const right_nodes *n = &s->rights[k];

    out->verdict = (uint8_t)x->verdict;
    out->certainty = x->rests_on_doubt || (x->verdict == VERDICT_YES && stale(s, n, person))
                         ? CERTAINTY_PROBABLE
                         : CERTAINTY_CERTAIN;
    if (n->high >= 0) {
        out->low_cents = x->verdict == VERDICT_YES ? cents(x->low) : 0;
        out->high_cents = x->verdict == VERDICT_YES ? cents(x->high) : 0;
    }
    out->finding = (uint8_t)finding_of(s->r->people, n, person, out->verdict, 0, s->r->on);
    if (out->verdict == VERDICT_NO)
        out->route = -1;
}

/* 1 when the household was loaded. */
static int sharpen_household(screening *s, sharpener *sh, const frame *t, size_t household)
{
    const people *p = s->r->people;
    int loaded = 0;

    for (size_t person = p->first[household]; person < p->first[household + 1]; person++)
        for (size_t k = 0; k < s->r->right_count; k++) {
            sharpened y;

            if (!is_open(s, person, k) || s->rights[k].never_yes >= 0)
                continue;
            if (!loaded++)
                sharpener_load(sh, t, household);
            y = sharpen(sh, k, person - p->first[household]);
            if (y.verdict != VERDICT_UNKNOWN)
                take_sharpened(s, person, k, &y);
        }
    return loaded > 0;
}

/* Households from..to - 1 of the chunk in f: sharpened, couples settled, what is missing listed. */
static int finish_households(screening *s, const frame *f, frame *t, sharpener *sh, size_t from, size_t to)
{
    const people *p = s->r->people;
    int wanted = 0, failed = 0;

    for (size_t person = p->first[from]; t && person < p->first[to] && !wanted; person++)
        wanted = wants_missing(s, person);
    if (wanted)
        frame_run_households(t, from, to);
    for (size_t h = from; h < to && !failed; h++) {
        int loaded = wanted && sharpen_household(s, sh, t, h);

        settle_couples(s->r, s->rights, f, p->first[h] - f->person, p->first[h + 1] - f->person);
        failed = wanted && trace_household(s, t, sh, h, loaded) < 0;
    }
    return failed ? -1 : 0;
}

/* Rows of a chunk are this thread's own; only the pool of missing facts is shared. */
static int fill_chunk(void *to, frame *const *frames, void **mine)
{
    screening *s = to;
    const frame *f = frames[0];
    results *r = s->r;
    size_t end = f->household + f->rows[SPACE_HOUSEHOLD],
           step = frames[2] ? frames[2]->plan->chunk : f->plan->chunk;
    int failed = 0;

    if (frames[2] && !*mine) {
        failure e;
        sharpener *sh = NULL;

        failure_clear(&e);
        if (sharpener_new(&e, s->plans[0], s->plans[1], s->rights, r->right_count, &sh) < 0)
            return -1;
        *mine = sh;
    }
    if (frames[1])
        frame_run_households(frames[1], f->household, end);
    for (size_t row = 0; row < f->rows[SPACE_PERSON]; row++)
        for (size_t k = 0; k < r->right_count; k++)
            fill_row(s, frames, row, k, &r->rows[(f->person + row) * r->right_count + k]);
    for (size_t from = f->household; from < end && !failed; from += step)
        failed = finish_households(s, f, frames[2], *mine, from, from + step < end ? from + step : end);
    return failed;
}

static void end_thread(void *mine)
{
    sharpener_free(mine);
}

/* Parameters whose value on the date is not verified; NULL and *any 0 when there are none. */
static char *unverified(arena *memory, const rulebook *rules, day on, int *any)
{
    char *flags = arena_alloc(memory, rules->parameter_count + 1);

    *any = 0;
    for (size_t i = 0; flags && i < rules->parameter_count; i++) {
        const parameter_row *row = parameter_at(&rules->parameters[i], on);

        flags[i] = row && row->status == STATUS_UNVERIFIED;
        *any |= flags[i];
    }
    return flags;
}

static results *results_new(const graph *g, const people *p, const screen_options *options)
{
    arena *memory = arena_new();
    results *r = memory ? arena_alloc(memory, sizeof *r) : NULL;

    if (!r) {
        arena_free(memory);
        return NULL;
    }
    r->memory = memory;
    r->rules = g->rules;
    r->people = p;
    r->on = options->on;
    r->strict = options->strict;
    r->sensitive = options->sensitive;
    r->right_count = g->rules->right_count;
    r->rights = rights_by_name(memory, g->rules);
    r->rows = arena_array(memory, p->persons * r->right_count + 1, sizeof *r->rows);
    r->missing = arena_array(memory, 64, sizeof *r->missing);
    if (!r->rights || !r->rows || !r->missing) {
        arena_free(memory);
        return NULL;
    }
    r->missing_capacity = 64;
    r->missing[r->missing_count++] = -1; /* offset 0: nothing is missing */
    return r;
}

void results_free(results *r)
{
    if (r)
        arena_free(r->memory);
}

static ayant_status make_plans(failure *e, screening *s, const screen_options *options, plan **plans)
{
    plan_options main_options = {.on = options->on, .strict = options->strict, .chunk = options->chunk};
    plan_options trace_options = main_options;
    size_t room = 0, count;
    ayant_status status;
    int *wanted, any;
    char *flags;

    for (size_t k = 0; k < s->r->right_count; k++)
        room += s->rights[k].condition_count + 10;
    wanted = arena_array(s->r->memory, room + 1, sizeof *wanted);
    flags = unverified(s->r->memory, s->g->rules, options->on, &any);
    if (!wanted || !flags)
        return fail_memory(e);
    count = right_nodes_wanted(s->rights, s->r->right_count, wanted);
    if ((status = plan_new(e, s->g, s->r->people, &main_options, wanted, count, &plans[0])) < 0 ||
        options->plain)
        return status;
    main_options.blurred = flags;
    if (any && (status = plan_new(e, s->g, s->r->people, &main_options, wanted, count, &plans[1])) < 0)
        return status;
    trace_options.keep_all = 1;
    trace_options.chunk = plans[0]->chunk % TRACE_HOUSEHOLDS == 0 ? TRACE_HOUSEHOLDS : plans[0]->chunk;
    return plan_new(e, s->g, s->r->people, &trace_options, wanted, count, &plans[2]);
}

static ayant_status run_one(failure *e, plan **plans, size_t household, screening *s)
{
    frame *frames[3] = {NULL, NULL, NULL};
    void *mine = NULL;
    int failed = 0;

    for (int i = 0; i < 3; i++)
        if (plans[i])
            failed |= (frames[i] = frame_new(plans[i])) == NULL;
    if (!failed) {
        frame_run_households(frames[0], household, household + 1);
        failed = fill_chunk(s, frames, &mine);
    }
    end_thread(mine);
    for (int i = 0; i < 3; i++)
        frame_free(frames[i]);
    return failed ? fail_memory(e) : AYANT_OK;
}

ayant_status screen_people(failure *e, const graph *g, const people *p, const screen_options *options,
                           const ayant_progress *progress, results **out)
{
    screening s = {.g = g};
    plan_job job = {.plan_count = 3,
                    .threads = options->threads,
                    .progress = progress,
                    .what = "screening",
                    .done = fill_chunk,
                    .end = end_thread};
    plan *plans[3] = {NULL, NULL, NULL};
    ayant_status status;

    s.r = results_new(g, p, options);
    if (!s.r)
        return fail_memory(e);
    s.data_date = dictionary_find(&g->rules->facts, "data_date");
    s.rights = right_nodes_of(s.r->memory, g, s.r->rights, s.r->right_count);
    if (!s.rights || pthread_mutex_init(&s.lock, NULL) != 0) {
        results_free(s.r);
        return fail_memory(e);
    }
    status = make_plans(e, &s, options, plans);
    s.plans = job.plans = (const plan *const *)plans;
    job.to = &s;
    if (status == AYANT_OK)
        status = options->one ? run_one(e, plans, options->household, &s) : plan_run(e, &job);
    pthread_mutex_destroy(&s.lock);
    for (int i = 0; i < 3; i++)
        plan_free(plans[i]);
    if (status < 0) {
        results_free(s.r);
        return status;
    }
    *out = s.r;
    return AYANT_OK;
}

/* The answer with one parameter taken as unknown, beside the answer as it is. */
static ayant_status rests_on(failure *e, screening *s, const screen_options *options, const int *wanted,
                             size_t count, frame *plain, char *only, size_t row, size_t right_place, int *out)
{
    plan_options o = {.on = options->on, .strict = options->strict, .chunk = 1, .blurred = only};
    plan *p = NULL;
    ayant_status status = plan_new(e, s->g, s->r->people, &o, wanted, count, &p);
    frame *f = status == AYANT_OK ? frame_new(p) : NULL;
    const right_nodes *n = &s->rights[right_place];

    if (status == AYANT_OK && !f)
        status = fail_memory(e);
    if (f) {
        frame_run_households(f, plain->household, plain->household + 1);
        *out = !same_answer(plain, f, n, row, (uint8_t)verdict_at(plain, n, row));
    }
    frame_free(f);
    plan_free(p);
    return status;
}

ayant_status doubtful_parameters(failure *e, const graph *g, const people *p, const screen_options *options,
                                 size_t person, size_t right_place, char *flags)
{
    screening s = {.g = g};
    plan_options o = {.on = options->on, .strict = options->strict, .chunk = 1};
    plan *plain = NULL;
    frame *f = NULL;
    int *wanted, any, doubt = 0;
    char *candidates, *only;
    size_t count, household = p->household_of[person];
    ayant_status status;

    if (!(s.r = results_new(g, p, options)))
        return fail_memory(e);
    s.rights = right_nodes_of(s.r->memory, g, s.r->rights, s.r->right_count);
    candidates = unverified(s.r->memory, g->rules, options->on, &any);
    only = arena_alloc(s.r->memory, g->rules->parameter_count + 1);
    wanted = s.rights ? arena_array(s.r->memory, s.rights[right_place].condition_count + 10, sizeof *wanted)
                      : NULL;
    if (!candidates || !only || !wanted) {
        results_free(s.r);
        return fail_memory(e);
    }
    count = right_nodes_wanted(&s.rights[right_place], 1, wanted);
    if ((status = plan_new(e, g, p, &o, wanted, count, &plain)) == AYANT_OK && !(f = frame_new(plain)))
        status = fail_memory(e);
    if (f)
        frame_run_households(f, household, household + 1);
    for (size_t i = 0; status == AYANT_OK && i < g->rules->parameter_count; i++) {
        if (!candidates[i])
            continue;
        only[i] = 1;
        status = rests_on(e, &s, options, wanted, count, f, only, person - p->first[household], right_place,
                          &doubt);
        only[i] = 0;
        flags[i] = status == AYANT_OK && doubt;
    }
    frame_free(f);
    plan_free(plain);
    results_free(s.r);
    return status;
}
