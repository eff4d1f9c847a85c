/*
 * The verdict of one right for one person.
 *
 * Conditions are joined by Kleene's "and". Yes: all hold and the low amount is
 * above zero before rounding. No: one fails, or the high amount is zero. A
 * right whose `never_yes` is set is left unknown where it would be yes: it can
 * only be advised to ask.
 */
#include <stdlib.h>
#include <string.h>
#include "screen.h"

const char *const verdict_names[] = {"no", "yes", "unknown"};
const char *const certainty_names[] = {"certain", "probable", "possible"};
const char *const finding_names[] = {"none",   "receiving", "covered",  "pending",
                                     "likely", "possible",  "to_check", "interrupted"};

static int root_of(const graph *g, const char *name)
{
    int index = name ? rulebook_variable(g->rules, name) : -1;

    return index < 0 ? -1 : g->variables[index].root;
}

/* What a root was before its last rounding to the cent, behind the gathers if there are any. */
static int before_rounding(const graph *g, int root)
{
    return root >= 0 && g->nodes[root].op == NODE_ROUND ? g->nodes[root].input[0] : root;
}

static int fact_of(const graph *g, const char *name)
{
    return name ? dictionary_find(&g->rules->facts, name) : -1;
}

/* The shortest stated freshness among the facts below a node. */
static int freshness(const graph *g, const int *roots, size_t count, char *seen)
{
    int least = 0;

    for (size_t i = 0; i < count; i++)
        if (roots[i] >= 0)
            seen[roots[i]] = 1;
    for (size_t k = g->count; k-- > 0;) {
        const node *n = &g->nodes[k];

        if (!seen[k])
            continue;
        for (int i = 0; i < op_inputs(n->op); i++)
            seen[n->input[i]] = 1;
        if (n->op == NODE_FACT) {
            int months = g->rules->facts.facts[n->index].fresh_months;

            if (months && (!least || months < least))
                least = months;
        }
    }
    return least;
}

static int fill_right(arena *memory, const graph *g, const right *of, right_nodes *out)
{
    int *conditions = arena_array(memory, of->condition_count + 2, sizeof *conditions);
    char *seen = arena_alloc(memory, g->count + 1);

    if (!conditions || !seen)
        return -1;
    for (size_t i = 0; i < of->condition_count; i++)
        conditions[i] = root_of(g, of->conditions[i].variable);
    out->right = of;
    out->conditions = conditions;
    out->condition_count = of->condition_count;
    out->high = root_of(g, of->amount);
    out->low = of->amount_low ? root_of(g, of->amount_low) : out->high;
    out->high_exact = before_rounding(g, out->high);
    out->low_exact = before_rounding(g, out->low);
    out->route = root_of(g, of->route);
    out->couple = root_of(g, of->once_per_couple);
    out->counted = root_of(g, of->counted_when);
    out->never_yes = root_of(g, of->never_yes);
    out->refer = root_of(g, of->refer);
    out->receives = fact_of(g, of->receives);
    out->pending = fact_of(g, of->pending);
    out->ended = fact_of(g, of->ended);
    conditions[of->condition_count] = out->high;
    out->fresh_months = freshness(g, conditions, of->condition_count + 1, seen);
    return 0;
}

right_nodes *right_nodes_of(arena *memory, const graph *g, const uint32_t *order, size_t count)
{
    right_nodes *out = arena_array(memory, count + 1, sizeof *out);

    for (size_t i = 0; out && i < count; i++)
        if (fill_right(memory, g, &g->rules->rights[order[i]], &out[i]) < 0)
            return NULL;
    return out;
}

size_t right_nodes_wanted(const right_nodes *rights, size_t count, int *out)
{
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        const right_nodes *r = &rights[i];
        const int others[] = {r->high,   r->low,     r->high_exact, r->low_exact, r->route,
                              r->couple, r->counted, r->never_yes,  r->refer};

        for (size_t k = 0; k < r->condition_count; k++)
            out[used++] = r->conditions[k];
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            if (others[k] >= 0)
                out[used++] = others[k];
    }
    return used;
}

uint32_t *rights_by_name(arena *memory, const rulebook *rules)
{
    uint32_t *order = arena_array(memory, rules->right_count + 1, sizeof *order);

    for (size_t i = 0; order && i < rules->right_count; i++) {
        size_t at = i;

        for (; at > 0 && strcmp(rules->rights[order[at - 1]].name, rules->rights[i].name) > 0; at--)
            order[at] = order[at - 1];
        order[at] = (uint32_t)i;
    }
    return order;
}

verdict verdict_at(const frame *f, const right_nodes *r, size_t row)
{
    double low = 1, high = 1;

    for (size_t i = 0; i < r->condition_count; i++) {
        double a = slot_low(f, r->conditions[i], row), b = slot_high(f, r->conditions[i], row);

        low = a < low ? a : low;
        high = b < high ? b : high;
    }
    if (high == 0 || (r->high >= 0 && slot_high(f, r->high_exact, row) <= 0))
        return VERDICT_NO;
    if (r->never_yes >= 0 || low == 0 || (r->high >= 0 && slot_low(f, r->low_exact, row) <= 0))
        return VERDICT_UNKNOWN;
    return VERDICT_YES;
}
