/*
 * Every lever is tried on a grid of values; where an answer turns, the place
 * is searched between the value that is and the nearest one that turns it.
 */
#include "whynot.h"

#include <math.h>
#include <string.h>
#include "../base/limits.h"
#include "levers.h"
#include "threshold.h"

#define LEVERS_MOST 256
/* As targets, beside conditions: the verdict is yes; it is no longer no. */
#define TARGET_YES 1000
#define TARGET_OPEN 1001

/* What a copy is asked: does this condition hold, is something paid, is the verdict yes? */
typedef struct target {
    asked what;
    int condition;
} target;

static int reached(const explorer *x, size_t copy, const void *about)
{
    const target *t = about;
    const right_nodes *r = &x->rights[t->what.right];
    size_t row = row_of(x, copy, t->what.member);

    if (t->condition == TARGET_YES)
        return verdict_in(x, copy, t->what) == VERDICT_YES;
    if (t->condition == TARGET_OPEN)
        return verdict_in(x, copy, t->what) != VERDICT_NO;
    if (t->condition == OBSTACLE_AMOUNT)
        return slot_low(x->v->frame, r->low_exact, row) > 0;
    return slot_low(x->v->frame, r->conditions[t->condition], row) == 1;
}

/* The one input of an "and" that is no, or of an "or" that is yes; -1 when both are, or neither. */
static int deciding_side(const frame *f, const node *n, size_t row)
{
    double decides = n->op == NODE_AND ? 0 : 1;
    int a = slot_settled(f, n->input[0], row) && slot_low(f, n->input[0], row) == decides;
    int b = slot_settled(f, n->input[1], row) && slot_low(f, n->input[1], row) == decides;

    return a == b ? -1 : n->input[a ? 0 : 1];
}

/* Down to the one comparison of amounts that makes a truth what it is. */
static void find_gap(const explorer *x, int at, size_t row, obstacle *out)
{
    const frame *f = x->v->frame;

    while (at >= 0) {
        const node *n = &x->g->nodes[at];
        int32_t to;

        switch (n->op) {
        case NODE_NOT:
            at = n->input[0];
            break;
        case NODE_AND:
        case NODE_OR:
            at = deciding_side(f, n, row);
            break;
        case NODE_SELECT:
            if (!slot_settled(f, n->input[0], row))
                return;
            at = n->input[slot_low(f, n->input[0], row) != 0 ? 1 : 2];
            break;
        case NODE_GATHER:
            if ((to = f->slots[n->input[1]].map[row]) < 0)
                return;
            row = (size_t)to;
            at = n->input[0];
            break;
        case NODE_LT:
        case NODE_LE:
            if (x->g->nodes[n->input[0]].type.kind != KIND_MONEY || !slot_settled(f, n->input[0], row) ||
                !slot_settled(f, n->input[1], row))
                return;
            out->gap = (int64_t)(fabs(slot_low(f, n->input[0], row) - slot_low(f, n->input[1], row)) /
                                     (MICRO / 100) +
                                 0.5);
            out->gap_per = x->g->nodes[n->input[0]].type.per;
            return;
        default:
            return;
        }
    }
}

static void find_obstacles(explorer *x, asked what, whynot *out)
{
    const right_nodes *r = &x->rights[what.right];
    size_t row = row_of(x, 0, what.member);

    copies_run(x, 1);
    for (size_t i = 0; i < r->condition_count && out->count < WHYNOT_OBSTACLES - 1; i++)
        if (slot_high(x->v->frame, r->conditions[i], row) == 0) {
            find_gap(x, r->conditions[i], row, &out->obstacles[out->count]);
            out->obstacles[out->count++].condition = (int)i;
        }
    if (r->high >= 0 && slot_high(x->v->frame, r->high_exact, row) <= 0)
        out->obstacles[out->count++].condition = OBSTACLE_AMOUNT;
}

static int node_of_obstacle(const explorer *x, asked what, int which)
{
    const right_nodes *r = &x->rights[what.right];

    return which == OBSTACLE_AMOUNT ? r->high_exact : r->conditions[which];
}

/* Whether this very right is received or asked for is no reason to have it. */
static int is_receipt(const right_nodes *r, int which)
{
    return which == r->receives || which == r->pending || which == r->ended;
}

/* Cells known now, that may be spoken of, each once. */
static size_t find_levers(explorer *x, asked what, const whynot *w, unknown_cell *out)
{
    unknown_cell found[LEVERS_MOST];
    size_t count = 0;

    for (size_t o = 0; o < w->count; o++) {
        int node_index = node_of_obstacle(x, what, w->obstacles[o].condition);
        size_t n = levers_of(x, node_index, row_of(x, 0, what.member), found, LEVERS_MOST);

        for (size_t i = 0; i < n; i++) {
            const fact *f = &x->facts->facts[found[i].fact];
            cell is = copies_cell(x, found[i]);
            size_t k = 0;

            if (is == CELL_UNKNOWN || is_receipt(&x->rights[what.right], found[i].fact) ||
                (only_waits(f) ? is == DAY_NEVER || is > x->on : !may_suggest(f)))
                continue;
            while (k < count && memcmp(&out[k], &found[i], sizeof *found) != 0)
                k++;
            if (k == count && count < LEVERS_MOST)
                out[count++] = found[i];
        }
    }
    return count;
}

/* Amounts first, then waiting, then truths and words; the nearest first. */
static int rank_of(const explorer *x, const way *a)
{
    return listed_values(x->facts, a->cell) ? 2 : a->waits;
}

static void keep_way(const explorer *x, way *ways, size_t *count, const way *new)
{
    size_t at = *count < WHYNOT_WAYS ? *count : WHYNOT_WAYS;

    while (at > 0 &&
           (rank_of(x, new) < rank_of(x, &ways[at - 1]) ||
            (rank_of(x, new) == rank_of(x, &ways[at - 1]) && new->distance < ways[at - 1].distance)))
        at--;
    if (at == WHYNOT_WAYS)
        return;
    if (*count < WHYNOT_WAYS)
        ++*count;
    memmove(&ways[at + 1], &ways[at], (*count - at - 1) * sizeof *ways);
    ways[at] = *new;
}

/* The way from what is towards `value`, at which the target is reached. */
static way way_to(explorer *x, unknown_cell lever, cell is, cell value, const target *t)
{
    way out = {lever, is, value, 0, only_waits(&x->facts->facts[lever.fact])};
    int64_t from, to, last;

    if (listed_values(x->facts, lever))
        return out;
    from = place_of_value(x->facts, lever, is);
    to = place_of_value(x->facts, lever, value);
    last = last_place(x, lever, from, to, reached, t, 0);
    out.would = value_of_place(x->facts, lever, to > from ? last + 1 : last - 1);
    out.distance = to > from ? last + 1 - from : from - last + 1;
    return out;
}

/* Which targets the values of a lever reach: bit 0 yes, bit 1 open, bit 2 + o obstacle o. */
static void try_values(explorer *x, asked what, const whynot *w, unknown_cell lever, const cell *values,
                       size_t n, uint32_t *reach)
{
    for (size_t i = 0; i < n; i++)
        copies_put(x, i, lever, values[i], values[i]);
    copies_run(x, n);
    for (size_t i = 0; i < n; i++) {
        target t = {what, TARGET_YES};

        reach[i] = (uint32_t)reached(x, i, &t);
        t.condition = TARGET_OPEN;
        reach[i] |= (uint32_t)reached(x, i, &t) << 1;
        for (size_t o = 0; o < w->count; o++) {
            t.condition = w->obstacles[o].condition;
            reach[i] |= (uint32_t)reached(x, i, &t) << (o + 2);
        }
    }
    copies_clear(x);
}

/* The value nearest to what is, on one side of it, that reaches a target; -1: none. */
static int nearest(const cell *values, size_t n, const uint32_t *reach, uint32_t bit, cell is, int up)
{
    if (up) {
        for (size_t i = 0; i < n; i++)
            if (values[i] > is && (reach[i] & bit))
                return (int)i;
    } else {
        for (size_t i = n; i-- > 0;)
            if (values[i] < is && (reach[i] & bit))
                return (int)i;
    }
    return -1;
}

static void try_side(explorer *x, asked what, whynot *w, unknown_cell lever, cell is, const cell *values,
                     size_t n, const uint32_t *reach, int up)
{
    target t = {what, TARGET_YES};
    int at = nearest(values, n, reach, 1, is, up);
    way found;

    if (at >= 0) {
        found = way_to(x, lever, is, values[at], &t);
        keep_way(x, w->ways, &w->way_count, &found);
        return;
    }
    if ((at = nearest(values, n, reach, 2, is, up)) >= 0) {
        t.condition = TARGET_OPEN;
        found = way_to(x, lever, is, values[at], &t);
        keep_way(x, w->maybe, &w->maybe_count, &found);
        return;
    }
    for (size_t o = 0; o < w->count && w->count > 1; o++) {
        obstacle *b = &w->obstacles[o];

        if ((at = nearest(values, n, reach, (uint32_t)4 << o, is, up)) < 0)
            continue;
        t.condition = b->condition;
        found = way_to(x, lever, is, values[at], &t);
        keep_way(x, b->ways, &b->way_count, &found);
    }
}

/*
 * Values worth speaking of: of a range, neither end unless lives have it, and
 * no amount below nothing, for who has not less than nothing already.
 */
static size_t worth_saying(const explorer *x, unknown_cell lever, cell is, cell *values)
{
    size_t n = plausible_values(x->facts, lever, x->on, values), kept = 0;
    int waits = only_waits(&x->facts->facts[lever.fact]);

    if (listed_values(x->facts, lever))
        return n;
    for (size_t i = 0; i + 1 < n; i++)
        if (waits ? i > 0 : values[i] >= 0 || is < 0)
            values[kept++] = values[i];
    return kept;
}

/* Of words, each value that reaches is a way of its own. */
static void try_lever(explorer *x, asked what, whynot *w, unknown_cell lever)
{
    cell values[PLAUSIBLE_MOST], is = copies_cell(x, lever);
    uint32_t reach[PLAUSIBLE_MOST];
    size_t n = worth_saying(x, lever, is, values);
    int waits = only_waits(&x->facts->facts[lever.fact]);

    if (n > copies_for(x, 1))
        n = copies_for(x, 1);
    try_values(x, what, w, lever, values, n, reach);
    if (!listed_values(x->facts, lever)) {
        try_side(x, what, w, lever, is, values, n, reach, 0);
        if (!waits)
            try_side(x, what, w, lever, is, values, n, reach, 1);
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (values[i] != is)
            try_side(x, what, w, lever, is, &values[i], 1, &reach[i], values[i] > is);
}

int whynot_of(explorer *x, asked what, whynot *out)
{
    unknown_cell levers[LEVERS_MOST];
    size_t count;

    memset(out, 0, sizeof *out);
    if (explorer_verdict(x, what) != VERDICT_NO || x->rights[what.right].never_yes >= 0 ||
        copies_for(x, 1) < 2)
        return 0;
    find_obstacles(x, what, out);
    count = find_levers(x, what, out, levers);
    for (size_t i = 0; i < count; i++)
        try_lever(x, what, out, levers[i]);
    return out->count > 0;
}

verdict explorer_with(explorer *x, asked what, unknown_cell which, cell value)
{
    verdict is;

    copies_put(x, 0, which, value, value);
    copies_run(x, 1);
    is = verdict_in(x, 0, what);
    copies_clear(x);
    return is;
}
