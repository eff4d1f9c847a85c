/*
 * Dates: ages, months, years. More time has passed when the first day is
 * earlier or the second later, so the ends cross for the first input.
 */
#include "../base/limits.h"
#include "frame.h"

static void between_end(const frame *f, const node *n, double *out, const slot *a, int a_high, const slot *b,
                        int b_high, size_t rows)
{
    operand from = a_high ? high_of(a) : low_of(a), to = b_high ? high_of(b) : low_of(b);
    const double *column = as_column(f, from, 1, rows);

    if (n->op == NODE_DAYS) {
        apply(f, KERNEL_SUB, out, (operand){as_column(f, to, 2, rows), 0}, (operand){column, 0}, rows);
        f->plan->kernels->scale(out, out, MICRO, 0, rows);
    } else if (b->uniform && b->exact && b->one_low == f->plan->on) {
        calendar_since(out, column, n->op == NODE_AGE ? f->plan->years : f->plan->months, rows);
    } else {
        calendar_between(out, column, as_column(f, to, 2, rows), n->op == NODE_AGE, rows);
    }
}

static void run_between(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    int uniform = a->uniform && b->uniform;
    double *low = uniform ? f->scratch[3] : s->low, *high = uniform ? f->scratch[4] : s->high;

    s->uniform = (uint8_t)uniform;
    s->exact = a->exact && b->exact;
    between_end(f, n, low, a, 1, b, 0, uniform ? 1 : rows);
    if (!s->exact)
        between_end(f, n, high, a, 0, b, 1, uniform ? 1 : rows);
    if (!uniform)
        return;
    s->one_low = low[0];
    s->one_high = s->exact ? low[0] : high[0];
}

static void after_end(const frame *f, const node *n, double *out, operand d, operand by, size_t rows)
{
    const double *days = as_column(f, d, 1, rows), *count = as_column(f, by, 2, rows);

    if (n->op == NODE_MONTHS_AFTER) {
        calendar_months_after(out, days, count, rows);
        return;
    }
    for (size_t i = 0; i < rows; i++)
        out[i] = days[i] >= DAY_NEVER ? DAY_NEVER : days[i] + count[i] / MICRO;
}

static void run_after(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);

    s->exact = a->exact && b->exact;
    s->uniform = a->uniform && b->uniform;
    after_end(f, n, s->uniform ? &s->one_low : s->low, low_of(a), low_of(b), s->uniform ? 1 : rows);
    if (s->uniform || !s->exact)
        after_end(f, n, s->uniform ? &s->one_high : s->high, high_of(a), high_of(b), s->uniform ? 1 : rows);
}

static void run_year(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);

    (void)f;
    s->exact = a->exact;
    s->uniform = a->uniform;
    if (a->uniform) {
        calendar_year(&s->one_low, &a->one_low, 1);
        calendar_year(&s->one_high, &a->one_high, 1);
        return;
    }
    calendar_year(s->low, a->low, rows);
    if (!s->exact)
        calendar_year(s->high, a->high, rows);
}

/* There is a date: it is before "never". */
static void run_dated(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    operand never = {NULL, DAY_NEVER};

    s->exact = a->exact;
    s->uniform = (uint8_t)compare(f, KERNEL_LT, s->bits, high_of(a), never, rows, &s->one_low);
    s->one_high = s->one_low;
    if (!s->exact)
        compare(f, KERNEL_LT, s->bits_high, low_of(a), never, rows, &s->one_high);
}

void frame_date(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    slot *s = &f->slots[node_index];

    switch (n->op) {
    case NODE_AGE:
    case NODE_MONTHS:
    case NODE_DAYS:
        run_between(f, n, s, rows);
        break;
    case NODE_MONTHS_AFTER:
    case NODE_DAYS_AFTER:
        run_after(f, n, s, rows);
        break;
    case NODE_YEAR:
        run_year(f, n, s, rows);
        break;
    default:
        run_dated(f, n, s, rows);
        break;
    }
}
