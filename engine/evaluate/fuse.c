/*
 * Fusing: what need not have a column of its own.
 *
 * Money is added as whole numbers below 2^53, so a tree of sums, differences
 * and whole multiples gives the same result in any order: it is done as one
 * sum of terms k x value. A fact that only such sums read, or only tests of a
 * word, is read from its cells, four bytes a row, and never widened into a
 * column. When a cell of the chunk is empty the same terms give both ends.
 */
#include "fuse.h"

#include "../base/limits.h"

enum { TERMS_MOST = 64 };

typedef struct fusing {
    plan *p;
    const graph *g;
    const char *needed;
    int *uses;   /* by node: readers; a wanted node has one more */
    char *inner; /* by node: absorbed by a sum */
} fusing;

/* The plain whole factor of a product, or 0: the other input is a constant number of units. */
static double whole_factor(const graph *g, const node *n)
{
    const node *k = &g->nodes[n->input[1]];

    if (n->op != NODE_MUL || k->op != NODE_CONST || k->value <= 0 ||
        k->value / MICRO != (double)(int)(k->value / MICRO))
        return 0;
    return k->value / MICRO;
}

static int is_linear(const graph *g, int index)
{
    const node *n = &g->nodes[index];

    return n->space != SPACE_CONST && (n->op == NODE_ADD || n->op == NODE_SUB || whole_factor(g, n) > 0);
}

static int add_term(linear *l, int index, double k)
{
    if (l->count >= TERMS_MOST)
        return -1;
    l->terms[l->count].node = index;
    l->terms[l->count++].k = k;
    return 0;
}

/* The terms of k x node; what only this sum reads is opened further. */
static int collect(fusing *f, linear *l, int index, double k, int top)
{
    const node *n = &f->g->nodes[index];
    double factor;

    if (!top && (!is_linear(f->g, index) || f->uses[index] > 1))
        return add_term(l, index, k);
    factor = whole_factor(f->g, n);
    if (factor > 0) {
        if (collect(f, l, n->input[0], k * factor, 0) < 0)
            return -1;
    } else if (collect(f, l, n->input[0], k, 0) < 0 ||
               collect(f, l, n->input[1], n->op == NODE_SUB ? -k : k, 0) < 0) {
        return -1;
    }
    if (!top)
        f->inner[index] = 1;
    return 0;
}

static int count_uses(fusing *f, const int *wanted, size_t wanted_count)
{
    const graph *g = f->g;

    for (size_t i = 0; i < g->count; i++)
        for (int k = 0; f->needed[i] && k < op_inputs(g->nodes[i].op); k++)
            f->uses[g->nodes[i].input[k]]++;
    for (size_t i = 0; i < wanted_count; i++)
        f->uses[wanted[i]] += 2; /* never absorbed */
    return 0;
}

/* Sums, from the outermost: a node absorbed by one above it makes none. */
static int find_sums(fusing *f)
{
    plan *p = f->p;

    for (size_t i = f->g->count; i-- > 0;) {
        linear *l;

        if (!f->needed[i] || f->inner[i] || !is_linear(f->g, (int)i))
            continue;
        l = arena_alloc(p->memory, sizeof *l);
        if (!l || !(l->terms = arena_array(p->memory, TERMS_MOST, sizeof *l->terms)))
            return -1;
        if (collect(f, l, (int)i, 1, 1) < 0) { /* too many terms: left as it was */
            continue;
        }
        p->sums[i] = l;
    }
    return 0;
}

/* 1 when every reader of the fact reads it as a term of a sum or tests its word. */
static void find_unloaded(fusing *f)
{
    const graph *g = f->g;
    plan *p = f->p;
    int *by_cells = f->uses; /* counted down: readers that read cells */

    for (size_t i = 0; i < g->count; i++) {
        if (!f->needed[i] || f->inner[i])
            continue;
        for (size_t k = 0; p->sums[i] && k < p->sums[i]->count; k++)
            by_cells[p->sums[i]->terms[k].node]--;
        if (g->nodes[i].op == NODE_AMONG)
            by_cells[g->nodes[i].input[0]]--;
    }
    for (size_t i = 0; i < g->count; i++) {
        const node *n = &g->nodes[i];

        if (!f->needed[i] || by_cells[i] != 0)
            continue;
        p->unloaded[i] =
            n->op == NODE_KINSHIP || (n->op == NODE_FACT && p->column[n->index] && !p->people->column_high &&
                                      n->type.kind != KIND_DATE && n->type.kind != KIND_TRUTH);
    }
}

static int constant_words(const graph *g, int index)
{
    return g->nodes[index].op == NODE_CONST;
}

/*
 * A choice between words written out, nested at most so deep: 1 when a test of
 * it is a choice of truths. Each level is a bit column in one scratch column.
 */
static int choice_of_words(const graph *g, int index, int depth)
{
    const node *n = &g->nodes[index];

    if (constant_words(g, index))
        return 1;
    return n->op == NODE_SELECT && n->type.kind == KIND_WORD && depth < CHOICES_MOST &&
           choice_of_words(g, n->input[1], depth + 1) && choice_of_words(g, n->input[2], depth + 1);
}

/* An age on the day of the run, told against whole years that the calendar holds. */
static int age_limit(const graph *g, const node *n)
{
    const node *age, *limit;

    if (n->op != NODE_LT && n->op != NODE_LE)
        return 0;
    age = g->nodes[n->input[0]].op == NODE_AGE ? &g->nodes[n->input[0]] : &g->nodes[n->input[1]];
    limit = &g->nodes[age == &g->nodes[n->input[0]] ? n->input[1] : n->input[0]];
    /* age < k, or k <= age */
    return age->op == NODE_AGE && g->nodes[age->input[1]].op == NODE_ON && limit->op == NODE_CONST &&
           (n->op == NODE_LT) == (age == &g->nodes[n->input[0]]) && limit->value >= 0 &&
           limit->value <= 200.0 * MICRO;
}

/* A choice between an amount and nothing, that a sum can make on its way. */
static int something_or_nothing(const graph *g, const node *n)
{
    const node *yes, *no;

    if (n->op != NODE_SELECT || n->space < SPACE_RELATION ||
        (n->type.kind != KIND_MONEY && n->type.kind != KIND_NUMBER))
        return 0;
    yes = &g->nodes[n->input[1]];
    no = &g->nodes[n->input[2]];
    return yes->op != NODE_CONST && no->op == NODE_CONST && no->value == 0;
}

/* Nodes whose every reader can do them on its way. */
static void find_done_by_readers(fusing *f, const int *wanted, size_t wanted_count)
{
    const graph *g = f->g;
    plan *p = f->p;
    int *others = f->uses; /* readers that need the column */

    for (size_t i = 0; i < g->count; i++)
        others[i] = 0;
    for (size_t i = 0; i < wanted_count; i++)
        others[wanted[i]]++;
    for (size_t i = g->count; i-- > 0;) {
        const node *n = &g->nodes[i];
        int by_reader = n->op == NODE_AGE || n->op == NODE_COUNTED || something_or_nothing(g, n) ||
                        (n->op == NODE_SELECT && n->type.kind == KIND_WORD);

        if (!f->needed[i] || f->inner[i])
            continue;
        p->readers_do[i] =
            by_reader && others[i] == 0 && n->space != SPACE_CONST &&
            (n->op != NODE_SELECT || n->type.kind != KIND_WORD || choice_of_words(g, (int)i, 0));
        for (size_t k = 0; p->sums[i] && k < p->sums[i]->count; k++)
            others[p->sums[i]->terms[k].node]++;
        for (int k = 0; !p->sums[i] && k < op_inputs(n->op); k++) {
            int on_the_way = n->op == NODE_AMONG ||
                             (n->op == NODE_SUM && g->nodes[n->input[k]].op == NODE_COUNTED) ||
                             (n->op == NODE_SUM && something_or_nothing(g, &g->nodes[n->input[k]])) ||
                             (age_limit(g, n) && g->nodes[n->input[k]].op == NODE_AGE) ||
                             (p->readers_do[i] && n->op == NODE_SELECT && n->type.kind == KIND_WORD && k > 0);

            others[n->input[k]] += !on_the_way;
        }
    }
}

/* A date that only ages read, themselves read on the way, is read from its cells. */
static void find_unloaded_dates(fusing *f, const int *wanted, size_t wanted_count)
{
    const graph *g = f->g;
    plan *p = f->p;
    int *others = f->uses;

    for (size_t i = 0; i < g->count; i++)
        others[i] = 0;
    for (size_t i = 0; i < wanted_count; i++)
        others[wanted[i]]++;
    for (size_t i = 0; i < g->count; i++)
        for (int k = 0; f->needed[i] && k < op_inputs(g->nodes[i].op); k++)
            others[g->nodes[i].input[k]] += !(p->readers_do[i] && g->nodes[i].op == NODE_AGE);
    for (size_t i = 0; i < g->count; i++) {
        const node *n = &g->nodes[i];

        if (f->needed[i] && n->op == NODE_FACT && n->type.kind == KIND_DATE && others[i] == 0 &&
            p->column[n->index] && !p->people->column_high)
            p->unloaded[i] = 1;
    }
}

int fuse_nodes(plan *p, char *needed, const int *wanted, size_t wanted_count)
{
    size_t count = p->graph->count;
    fusing f = {.p = p, .g = p->graph, .needed = needed};

    f.uses = arena_array(p->memory, count + 1, sizeof *f.uses);
    f.inner = arena_alloc(p->memory, count + 1);
    if (!f.uses || !f.inner)
        return -1;
    count_uses(&f, wanted, wanted_count);
    if (find_sums(&f) < 0)
        return -1;
    find_unloaded(&f);
    find_done_by_readers(&f, wanted, wanted_count);
    find_unloaded_dates(&f, wanted, wanted_count);
    for (size_t i = 0; i < count; i++)
        if (f.inner[i] || p->unloaded[i] || p->readers_do[i])
            needed[i] = 0;
    return 0;
}
