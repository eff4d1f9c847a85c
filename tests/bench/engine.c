/*
 * Wide runs.
 */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

static int add_root(wide_run *w, const graph *g, const char *name)
{
    int which = name ? rulebook_variable(g->rules, name) : -1;

    if (!name)
        return 0;
    if (which < 0 || w->root_count == ROOTS_MOST)
        return -1;
    w->roots[w->root_count++] = g->variables[which].root;
    return 0;
}

static size_t chunk_asked(void)
{
    const char *asked = getenv("BENCH_CHUNK");

    return asked ? strtoul(asked, NULL, 10) : 0;
}

static int make_plan(wide_run *w, const graph *g, const people *p, day on, int strict)
{
    plan_options options = {.on = on, .strict = strict, .chunk = chunk_asked()};
    failure e;

    failure_clear(&e);
    return plan_new(&e, g, p, &options, w->roots, w->root_count, &w->plan) < 0 ? -1 : 0;
}

int wide_ris(wide_run *w, const graph *g, const people *p, day on, const ris_answers *out)
{
    static const char *const names[ROOT_RIS] = {"ris.monthly",    "ris.monthly_low", "ris.resident",
                                                "ris.of_age",     "ris.stay_ok",     "ris.in_need",
                                                "ris.not_covered"};

    memset(w, 0, sizeof *w);
    w->out = out;
    for (int i = 0; i < ROOT_RIS; i++)
        if (add_root(w, g, names[i]) < 0)
            return -1;
    return make_plan(w, g, p, on, 0);
}

int wide_all(wide_run *w, const graph *g, const people *p, day on, int strict)
{
    memset(w, 0, sizeof *w);
    for (size_t i = 0; i < g->rules->right_count; i++) {
        const right *r = &g->rules->rights[i];

        if (add_root(w, g, r->amount) < 0 || add_root(w, g, r->amount_low) < 0)
            return -1;
        for (size_t k = 0; k < r->condition_count; k++)
            if (add_root(w, g, r->conditions[k].variable) < 0)
                return -1;
    }
    return make_plan(w, g, p, on, strict);
}

void wide_free(wide_run *w)
{
    plan_free(w->plan);
    w->plan = NULL;
}

/* Amounts are whole cents: the half makes the cast exact. */
static void copy_amounts(int32_t *restrict out, const slot *s, size_t rows)
{
    const double *restrict low = s->low;

    if (s->uniform)
        for (size_t i = 0; i < rows; i++)
            out[i] = (int32_t)(s->one_low / 10000);
    else
        for (size_t i = 0; i < rows; i++)
            out[i] = (int32_t)(low[i] * 1e-4 + 0.5);
}

/* Eight bits as eight bytes of 0 and 1, the lowest first. */
static uint64_t spread(uint64_t byte)
{
    uint64_t low = (byte & 15) * 0x204081u & 0x01010101u, high = (byte >> 4 & 15) * 0x204081u & 0x01010101u;

    return low | high << 32;
}

/* One bit a condition, one byte a person. */
static void copy_conditions(uint8_t *out, const frame *f, const int *roots, size_t rows)
{
    for (size_t i = 0; i < rows; i += 8) {
        uint64_t bytes = 0;

        for (int k = 0; k < RIS_CONDITIONS; k++) {
            const slot *s = &f->slots[roots[k]];
            uint64_t byte = s->uniform ? (s->one_low != 0 ? 255 : 0) : s->bits[i / 64] >> (i & 63) & 255;

            bytes |= spread(byte) << k;
        }
        memcpy(out + i, &bytes, rows - i < 8 ? rows - i : 8);
    }
}

static double sum_of(const frame *f, int root, int high, size_t rows)
{
    const slot *s = &f->slots[root];
    const double *column = high && !s->exact ? s->high : s->low;
    double total[4] = {0, 0, 0, 0};
    size_t i = 0;

    if (s->uniform)
        return (high ? s->one_high : s->one_low) * (double)rows;
    if (f->plan->graph->nodes[root].type.kind == KIND_TRUTH) {
        for (; i < rows; i++)
            total[0] += high ? slot_high(f, root, i) : slot_low(f, root, i);
        return total[0];
    }
    for (; i + 4 <= rows; i += 4)
        for (size_t k = 0; k < 4; k++)
            total[k] += column[i + k];
    for (; i < rows; i++)
        total[0] += column[i];
    return total[0] + total[1] + total[2] + total[3];
}

static int take(void *to, frame *const *frames, void **mine)
{
    wide_run *w = to;
    const frame *f = frames[0];
    size_t rows = f->rows[SPACE_PERSON];

    (void)mine;
    if (w->out) {
        copy_amounts(w->out->monthly + f->person, &f->slots[w->roots[ROOT_MONTHLY]], rows);
        copy_amounts(w->out->monthly_low + f->person, &f->slots[w->roots[ROOT_LOW]], rows);
        copy_conditions(w->out->conditions + f->person, f, w->roots + ROOT_CONDITIONS, rows);
        return 0;
    }
    for (size_t k = 0; k < w->root_count; k++) {
        const node *n = &f->plan->graph->nodes[w->roots[k]];

        w->low += sum_of(f, w->roots[k], 0, f->rows[n->space]);
        w->high += sum_of(f, w->roots[k], 1, f->rows[n->space]);
    }
    return 0;
}

int wide_go(wide_run *w, unsigned threads)
{
    const plan *plans[1] = {w->plan};
    plan_job job = {.plans = plans, .plan_count = 1, .threads = threads, .what = "", .done = take, .to = w};
    frame *f;
    failure e;

    failure_clear(&e);
    w->low = w->high = 0;
    if (threads)
        return plan_run(&e, &job) < 0 ? -1 : 0;
    if (!(f = frame_new(w->plan)))
        return -1;
    for (size_t c = 0; c < w->plan->chunks; c++) {
        frame_run(f, c);
        take(w, &f, NULL);
    }
    frame_free(f);
    return 0;
}
