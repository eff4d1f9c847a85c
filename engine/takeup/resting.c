/*
 * Answers that rest on figures nobody verified.
 *
 * The rules as they are run beside copies in which one parameter each is not
 * known; a few copies a pass, so that the plain rules are run once for all of
 * them. The comparison is the one that makes an answer probable when screening.
 */
#include "resting.h"

#include <pthread.h>
#include "../params/series.h"
#include "findings.h"

#define COPIES (PLANS_MOST - 1) /* beside the rules as they are */

typedef struct resting {
    arena *memory;
    const graph *graph;
    const people *people;
    right_nodes *rights;
    size_t right_count;
    int *wanted;
    size_t wanted_count;
    day on;
    plan *plans[PLANS_MOST];   /* [0]: the rules as they are; then the copies */
    char *blurred[PLANS_MOST]; /* of each copy: flags by parameter, 1 for the one that is not known */
    size_t which[PLANS_MOST];  /* that one */
    size_t copies;
    pthread_mutex_t lock; /* of counts */
    uint64_t *counts;
} resting;

static int is_received(const resting *s, const frame *f, const right_nodes *n, size_t row, uint8_t v)
{
    return finding_of(s->people, n, f->person + row, v, 0, s->on) == FINDING_RECEIVING;
}

static void count_row(const resting *s, frame *const *frames, size_t row, const right_nodes *n,
                      uint64_t *found)
{
    verdict v = verdict_at(frames[0], n, row);

    if (v == VERDICT_UNKNOWN)
        return;
    for (size_t i = 1; i <= s->copies; i++)
        if (!same_answer(frames[0], frames[i], n, row, (uint8_t)v) &&
            !is_received(s, frames[0], n, row, (uint8_t)v))
            found[i]++;
}

static int count_chunk(void *to, frame *const *frames, void **mine)
{
    resting *s = to;
    const frame *f = frames[0];
    uint64_t found[PLANS_MOST] = {0};

    (void)mine;
    for (size_t i = 1; i <= s->copies; i++)
        frame_run_households(frames[i], f->household, f->household + f->rows[SPACE_HOUSEHOLD]);
    for (size_t row = 0; row < f->rows[SPACE_PERSON]; row++)
        for (size_t k = 0; k < s->right_count; k++)
            count_row(s, frames, row, &s->rights[k], found);
    pthread_mutex_lock(&s->lock);
    for (size_t i = 1; i <= s->copies; i++)
        s->counts[s->which[i]] += found[i];
    pthread_mutex_unlock(&s->lock);
    return 0;
}

static ayant_status add_copy(failure *e, resting *s, const plan_options *options, size_t which)
{
    size_t copy = s->copies + 1;
    plan_options o = *options;
    ayant_status status;

    s->blurred[copy][s->which[copy]] = 0;
    s->blurred[copy][which] = 1;
    s->which[copy] = which;
    o.blurred = s->blurred[copy]; /* read while the plan runs */
    status = plan_new(e, s->graph, s->people, &o, s->wanted, s->wanted_count, &s->plans[copy]);
    if (status == AYANT_OK)
        s->copies = copy;
    return status;
}

static ayant_status run_copies(failure *e, resting *s, const screen_options *options,
                               const ayant_progress *progress)
{
    plan_job job = {.plans = (const plan *const *)s->plans,
                    .plan_count = s->copies + 1,
                    .threads = options->threads,
                    .progress = progress,
                    .what = "checking",
                    .done = count_chunk,
                    .to = s};
    ayant_status status = s->copies ? plan_run(e, &job) : AYANT_OK;

    for (size_t i = 1; i <= s->copies; i++) {
        plan_free(s->plans[i]);
        s->plans[i] = NULL;
    }
    s->copies = 0;
    return status;
}

static ayant_status run_all(failure *e, resting *s, const screen_options *options,
                            const ayant_progress *progress)
{
    plan_options o = {.on = options->on, .strict = options->strict, .chunk = options->chunk};
    const rulebook *rules = s->graph->rules;
    ayant_status status = plan_new(e, s->graph, s->people, &o, s->wanted, s->wanted_count, &s->plans[0]);

    for (size_t i = 0; status == AYANT_OK && i < rules->parameter_count; i++) {
        const parameter_row *row = parameter_at(&rules->parameters[i], options->on);

        if (!row || row->status != STATUS_UNVERIFIED)
            continue;
        status = add_copy(e, s, &o, i);
        if (status == AYANT_OK && s->copies == COPIES)
            status = run_copies(e, s, options, progress);
    }
    if (status == AYANT_OK)
        return run_copies(e, s, options, progress);
    for (size_t i = 1; i <= s->copies; i++)
        plan_free(s->plans[i]);
    return status;
}

/* 0, or -1 without memory. */
static int prepare(resting *s)
{
    const rulebook *rules = s->graph->rules;
    uint32_t *order = s->memory ? rights_by_name(s->memory, rules) : NULL;
    size_t room = 0;

    s->right_count = rules->right_count;
    s->rights = order ? right_nodes_of(s->memory, s->graph, order, s->right_count) : NULL;
    if (!s->rights)
        return -1;
    for (size_t k = 0; k < s->right_count; k++)
        room += s->rights[k].condition_count + 10;
    s->wanted = arena_array(s->memory, room + 1, sizeof *s->wanted);
    if (!s->wanted)
        return -1;
    for (size_t i = 1; i < PLANS_MOST; i++)
        if (!(s->blurred[i] = arena_alloc(s->memory, rules->parameter_count + 1)))
            return -1;
    s->wanted_count = right_nodes_wanted(s->rights, s->right_count, s->wanted);
    return pthread_mutex_init(&s->lock, NULL) == 0 ? 0 : -1;
}

ayant_status answers_resting(failure *e, const graph *g, const people *p, const screen_options *options,
                             const ayant_progress *progress, uint64_t *counts)
{
    resting s = {.memory = arena_new(), .graph = g, .people = p, .on = options->on};
    size_t count = g->rules->parameter_count;
    ayant_status status;

    s.counts = s.memory ? arena_array(s.memory, count + 1, sizeof *counts) : NULL;
    if (!s.counts || prepare(&s) < 0) {
        arena_free(s.memory);
        return fail_memory(e);
    }
    status = run_all(e, &s, options, progress);
    for (size_t i = 0; status == AYANT_OK && i < count; i++)
        counts[i] = s.counts[i];
    plan_free(s.plans[0]);
    pthread_mutex_destroy(&s.lock);
    arena_free(s.memory);
    return status;
}
