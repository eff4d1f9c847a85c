/*
 * Money and numbers, at both ends of their ranges.
 *
 * An operation that grows with each input takes low ends to the low end; one
 * that falls with an input takes that input's other end; a product takes the
 * least and the most of the four corners.
 */
#include "../base/limits.h"
#include "../params/series.h"
#include "frame.h"

/* Stores what apply gave as one end of a slot. */
static void keep(slot *s, operand o, int high)
{
    s->uniform = o.column == NULL;
    if (high)
        s->one_high = o.one;
    else
        s->one_low = s->one_high = o.one;
}

/* Both ends, from the pair of operands that makes each. */
static void both_ends(frame *f, binary_kernel k, slot *s, const slot *a, const slot *b, int falls_with_b,
                      size_t rows)
{
    s->exact = a->exact && b->exact;
    keep(s, apply(f, k, s->low, low_of(a), falls_with_b ? high_of(b) : low_of(b), rows), 0);
    if (!s->exact)
        keep(s, apply(f, k, s->high, high_of(a), falls_with_b ? low_of(b) : high_of(b), rows), 1);
}

static void corners(frame *f, binary_kernel k, slot *s, const slot *a, const slot *b, size_t rows)
{
    const operand al = low_of(a), ah = high_of(a), bl = low_of(b), bh = high_of(b);
    double *w = f->scratch[1], *x = f->scratch[2], *y = f->scratch[3], *z = f->scratch[4];
    operand ow = apply(f, k, w, al, bl, rows), ox = apply(f, k, x, al, bh, rows);
    operand oy = apply(f, k, y, ah, bl, rows), oz = apply(f, k, z, ah, bh, rows);
    double *t = f->scratch[5], *u = f->scratch[6];

    keep(s,
         apply(f, KERNEL_MIN, s->low, apply(f, KERNEL_MIN, t, ow, ox, rows),
               apply(f, KERNEL_MIN, u, oy, oz, rows), rows),
         0);
    keep(s,
         apply(f, KERNEL_MAX, s->high, apply(f, KERNEL_MAX, t, ow, ox, rows),
               apply(f, KERNEL_MAX, u, oy, oz, rows), rows),
         1);
    s->exact = 0;
}

/* A whole number of units, plain, when the slot is one such number; else 0. */
static double whole_factor(const slot *s)
{
    double k;

    if (!s->uniform || !s->exact || s->one_low <= 0)
        return 0;
    k = s->one_low / MICRO;
    return k < 4000 && (double)(int)k == k ? k : 0;
}

static void run_product(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    slot plain = *b;
    double k = whole_factor(b);
    binary_kernel kernel = n->op == NODE_MUL ? KERNEL_MUL : KERNEL_DIV;

    if (k > 0) {
        plain.one_low = plain.one_high = k;
        both_ends(f, n->op == NODE_MUL ? KERNEL_MUL_WHOLE : KERNEL_DIV_WHOLE, s, a, &plain, 0, rows);
    } else if (b->uniform && b->exact && b->one_low > 0) {
        both_ends(f, kernel, s, a, b, 0, rows);
    } else if (a->exact && b->exact) {
        both_ends(f, kernel, s, a, b, 0, rows);
    } else {
        corners(f, kernel, s, a, b, rows);
    }
}

/* A remainder of something not known lies between 0 and the divisor; rows where both are known are one value.
 */
static void remainder_of_range(frame *f, slot *s, const slot *a, const slot *b, size_t rows)
{
    int uniform = a->uniform && b->uniform;
    size_t count = uniform ? 1 : rows;
    const double *al = as_column(f, low_of(a), 1, count), *ah = as_column(f, high_of(a), 2, count);
    const double *bl = as_column(f, low_of(b), 3, count), *bh = as_column(f, high_of(b), 4, count);
    double *low = uniform ? &s->one_low : s->low, *high = uniform ? &s->one_high : s->high;

    f->plan->kernels->binary[KERNEL_MOD].vv(low, al, bl, count);
    for (size_t i = 0; i < count; i++) {
        int known = al[i] == ah[i] && bl[i] == bh[i];

        high[i] = known ? low[i] : bh[i];
        low[i] = known ? low[i] : 0;
    }
    s->uniform = (uint8_t)uniform;
    s->exact = 0;
}

static void run_whole_division(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);

    if (a->exact && b->exact)
        both_ends(f, n->op == NODE_IDIV ? KERNEL_IDIV : KERNEL_MOD, s, a, b, 0, rows);
    else if (n->op == NODE_IDIV)
        corners(f, KERNEL_IDIV, s, a, b, rows);
    else
        remainder_of_range(f, s, a, b, rows);
}

typedef void step_kernel(double *out, const double *a, double by, size_t n);

static void run_step(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    step_kernel *kernel = n->op == NODE_ROUND ? f->plan->kernels->round_step : f->plan->kernels->floor_step;

    s->exact = a->exact;
    s->uniform = a->uniform;
    if (a->uniform) {
        kernel(&s->one_low, &a->one_low, n->value, 1);
        kernel(&s->one_high, &a->one_high, n->value, 1);
        return;
    }
    kernel(s->low, a->low, n->value, rows);
    if (!s->exact)
        kernel(s->high, a->high, n->value, rows);
}

static void bands(const frame *f, const parameter_row *row, double *out, const double *a, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        out[i] = 0;
    for (size_t k = 0; k < row->band_count; k++) {
        double upto = k + 1 < row->band_count ? (double)row->bands[k + 1].above : LIMIT_EXACT;

        f->plan->kernels->band(out, a, (double)row->bands[k].above, upto, (double)row->bands[k].rate, rows);
    }
}

static void run_brackets(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    const parameter_row *row = parameter_at(&f->plan->graph->rules->parameters[n->index], f->plan->on);

    if (!row || (f->plan->blurred && f->plan->blurred[n->index])) {
        set_one(s, n->low, n->high);
        return;
    }
    s->exact = a->exact;
    s->uniform = a->uniform;
    if (a->uniform) {
        bands(f, row, &s->one_low, &a->one_low, 1);
        bands(f, row, &s->one_high, &a->one_high, 1);
        return;
    }
    bands(f, row, s->low, a->low, rows);
    if (!s->exact)
        bands(f, row, s->high, a->high, rows);
}

static void run_counted(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);

    s->exact = a->exact;
    s->uniform = a->uniform;
    s->one_low = a->one_low * MICRO;
    s->one_high = a->one_high * MICRO;
    if (a->uniform)
        return;
    f->plan->kernels->counted(s->low, a->bits, whole_vectors(rows));
    if (!s->exact)
        f->plan->kernels->counted(s->high, a->bits_high, whole_vectors(rows));
}

void frame_number(frame *f, int node_index, size_t rows)
{
    const node *n = &f->plan->graph->nodes[node_index];
    slot *s = &f->slots[node_index];

    switch (n->op) {
    case NODE_ADD:
        both_ends(f, KERNEL_ADD, s, input_slot(f, n, 0), input_slot(f, n, 1), 0, rows);
        break;
    case NODE_SUB:
        both_ends(f, KERNEL_SUB, s, input_slot(f, n, 0), input_slot(f, n, 1), 1, rows);
        break;
    case NODE_MIN:
        both_ends(f, KERNEL_MIN, s, input_slot(f, n, 0), input_slot(f, n, 1), 0, rows);
        break;
    case NODE_MAX:
        both_ends(f, KERNEL_MAX, s, input_slot(f, n, 0), input_slot(f, n, 1), 0, rows);
        break;
    case NODE_MUL:
    case NODE_DIV:
        run_product(f, n, s, rows);
        break;
    case NODE_IDIV:
    case NODE_MOD:
        run_whole_division(f, n, s, rows);
        break;
    case NODE_ROUND:
    case NODE_FLOOR:
        run_step(f, n, s, rows);
        break;
    case NODE_BRACKETS:
        run_brackets(f, n, s, rows);
        break;
    default:
        run_counted(f, n, s, rows);
        break;
    }
}
