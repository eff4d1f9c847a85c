/*
 * Bounds of nodes that hold on every date, for every record.
 *
 * They are what the range run would say of a record of which nothing is
 * known, with every parameter free to take any value of its series. A
 * parameter without a value on some date is taken between 0 and twice
 * its largest value.
 */
#include "graph.h"

#include <math.h>
#include "../base/limits.h"

#define DATE_LOW ((double)DAY_LEAST)
#define DATE_HIGH ((double)DAY_NEVER)
#define MONTHS_MOST 400000.0 /* DAY_NEVER is 27,000 years away */

static double least_of(double a, double b)
{
    return a < b ? a : b;
}

static double most_of(double a, double b)
{
    return a > b ? a : b;
}

static void fact_bounds(const fact *f, node *n)
{
    double scale = f->kind == KIND_MONEY ? MICRO / 100 : f->kind == KIND_NUMBER ? MICRO / 1000 : 1;

    n->low = f->least * scale;
    n->high = f->most * scale;
    if (f->kind == KIND_DATE)
        n->high = DATE_HIGH;
    if (f->kind == KIND_TRUTH) {
        n->low = 0;
        n->high = 1;
    }
    if (f->kind == KIND_MONEY || f->kind == KIND_NUMBER)
        n->low = least_of(n->low, 0); /* nobody has nothing */
}

static void parameter_bounds(const parameter *p, node *n)
{
    double most = 0;

    n->low = 0;
    for (size_t i = 0; i < p->row_count; i++) {
        n->low = least_of(n->low, (double)p->rows[i].value);
        most = most_of(most, fabs((double)p->rows[i].value));
    }
    n->high = most * 2;
    if (p->kind == PARAMETER_TRUTH)
        n->high = 1;
    if (p->kind == PARAMETER_DATE) {
        n->low = DATE_LOW;
        n->high = DATE_HIGH;
    }
}

static void corners(node *n, double a, double b, double c, double d)
{
    n->low = least_of(least_of(a, b), least_of(c, d));
    n->high = most_of(most_of(a, b), most_of(c, d));
}

/* Money times a factor: splitting keeps the product exact only while the factor is small. */
static const char *multiply_bounds(node *n, const node *a, const node *b)
{
    const node *factor = b->type.kind == KIND_MONEY ? a : b;
    double most = most_of(fabs(factor->low), fabs(factor->high));

    corners(n, a->low * b->low / MICRO, a->low * b->high / MICRO, a->high * b->low / MICRO,
            a->high * b->high / MICRO);
    if (!factor->type.whole && most > 1000.0 * MICRO)
        return "the factor of this product may be above 1,000: give the fact a max, or use clamp";
    return NULL;
}

static const char *divide_bounds(node *n, const node *a, const node *b)
{
    if (b->low <= 0)
        return "the divisor may be 0: write max(1, ...) around it";
    if (b->high > 4000.0 * MICRO && b->type.kind == KIND_NUMBER)
        return "the divisor may be above 4,000: use clamp";
    corners(n, a->low / b->low * MICRO, a->low / b->high * MICRO, a->high / b->low * MICRO,
            a->high / b->high * MICRO);
    n->low -= 1;
    n->high += 1;
    if (n->op == NODE_IDIV) {
        n->low = floor(n->low / MICRO) * MICRO;
        n->high = floor(n->high / MICRO) * MICRO;
    }
    if (n->op == NODE_MOD) {
        n->low = 0;
        n->high = b->high;
    }
    return NULL;
}

/* How many one person can have of a relation. */
static double members_most(int relation_index)
{
    return relation_index == RELATION_PARENTS ? 2
           : relation_index == RELATION_COUNT ? LIMIT_HOUSEHOLD
                                              : LIMIT_HOUSEHOLD - 1;
}

static void scale_bounds(const parameter *p, node *n, const node *a)
{
    double rate = 0;

    for (size_t i = 0; i < p->row_count; i++)
        for (size_t k = 0; k < p->rows[i].band_count; k++)
            rate = most_of(rate, (double)p->rows[i].bands[k].rate);
    n->low = 0;
    n->high = most_of(0, a->high) * rate / MICRO + MICRO;
}

/* A date moved by months or days; "no date" stays, and lies beyond all of them. */
static const char *moved_bounds(node *n, const node *a, const node *b)
{
    double longest = n->op == NODE_MONTHS_AFTER ? 31 : 1;

    if (b->low < -12000.0 * MICRO || b->high > 12000.0 * MICRO)
        return "months or days added to a date may be above 12,000: use clamp";
    n->low = a->low + least_of(0, b->low) / MICRO * longest - 1;
    n->high = a->high + most_of(0, b->high) / MICRO * longest + 1;
    if (n->low < -DATE_HIGH / 2 || n->high > DATE_HIGH * 2)
        return "this date may be moved by more than ten thousand years: use clamp";
    return NULL;
}

const char *node_bounds(const graph *g, node *n)
{
    const node *a = n->input[0] >= 0 ? &g->nodes[n->input[0]] : n;
    const node *b = n->input[1] >= 0 ? &g->nodes[n->input[1]] : n;
    const node *c = n->input[2] >= 0 ? &g->nodes[n->input[2]] : n;
    const char *wrong = NULL;

    switch (n->op) {
    case NODE_CONST:
        n->low = n->high = n->value;
        break;
    case NODE_PARAM:
        parameter_bounds(&g->rules->parameters[n->index], n);
        break;
    case NODE_ON:
        n->low = DATE_LOW;
        n->high = (double)DAY_MOST;
        break;
    case NODE_FACT:
        fact_bounds(&g->rules->facts.facts[n->index], n);
        break;
    case NODE_GATHER:
        n->low = n->type.kind == KIND_DATE ? a->low : least_of(a->low, 0);
        n->high = most_of(a->high, n->type.kind == KIND_DATE ? DATE_HIGH : 0);
        break;
    case NODE_SUM:
        n->low = least_of(0, a->low * members_most(n->index));
        n->high = most_of(0, a->high * members_most(n->index));
        break;
    case NODE_LEAST:
    case NODE_GREATEST:
        n->low = least_of(0, a->low);
        n->high = most_of(0, a->high);
        break;
    case NODE_ADD:
        n->low = a->low + b->low;
        n->high = a->high + b->high;
        break;
    case NODE_SUB:
        n->low = a->low - b->high;
        n->high = a->high - b->low;
        break;
    case NODE_MUL:
        wrong = multiply_bounds(n, a, b);
        break;
    case NODE_DIV:
    case NODE_IDIV:
    case NODE_MOD:
        wrong = divide_bounds(n, a, b);
        break;
    case NODE_MIN:
        n->low = least_of(a->low, b->low);
        n->high = least_of(a->high, b->high);
        break;
    case NODE_MAX:
        n->low = most_of(a->low, b->low);
        n->high = most_of(a->high, b->high);
        break;
    case NODE_ROUND:
    case NODE_FLOOR:
        n->low = a->low - n->value;
        n->high = a->high + n->value;
        break;
    case NODE_BRACKETS:
        scale_bounds(&g->rules->parameters[n->index], n, a);
        break;
    case NODE_COUNTED:
        n->low = 0;
        n->high = MICRO;
        break;
    case NODE_AGE:
    case NODE_MONTHS:
        n->low = -MONTHS_MOST * MICRO;
        n->high = MONTHS_MOST * MICRO;
        break;
    case NODE_DAYS:
        n->low = (a->type.kind == KIND_DATE ? b->low - a->high : 0) * MICRO;
        n->high = (b->high - a->low) * MICRO;
        break;
    case NODE_YEAR:
        n->low = (floor(a->low / 365.2425) + 1969) * MICRO;
        n->high = (floor(a->high / 365.2425) + 1971) * MICRO;
        break;
    case NODE_MONTHS_AFTER:
    case NODE_DAYS_AFTER:
        wrong = moved_bounds(n, a, b);
        break;
    case NODE_SELECT:
        n->low = least_of(b->low, c->low);
        n->high = most_of(b->high, c->high);
        break;
    default: /* truths; maps and words have none */
        n->low = 0;
        n->high = 1;
        break;
    }
    if (!wrong && (n->low < -LIMIT_EXACT || n->high > LIMIT_EXACT))
        wrong = "this value may pass 9 billion, where cents are no longer exact: give its facts a max, or "
                "use clamp";
    return wrong;
}
