/*
 * Which facts leave a verdict unknown.
 *
 * A walk from the verdict down through values that are not settled at this
 * row: a settled condition leads into the branch taken only, a settled value
 * is not entered. What it reaches are the facts that could still matter; the
 * smallest set that would settle the verdict is another question.
 */
#include <string.h>
#include "screen.h"

enum { SEEN_SIZE = 4096, DEEP = 4096 };

typedef struct walk {
    const frame *f;
    const graph *g;
    unknown_cell *out;
    size_t count, room;
    int link;                 /* a person who is not named, -1: none */
    uint64_t seen[SEEN_SIZE]; /* open hash of node and row, + 1 */
    size_t seen_count;
    struct {
        int node;
        size_t row;
    } stack[DEEP];
    size_t depth;
} walk;

static void push(walk *w, int node_index, size_t row)
{
    if (node_index < 0 || w->depth >= DEEP || slot_settled(w->f, node_index, row) ||
        !first_time(w->seen, SEEN_SIZE, &w->seen_count, node_index, row))
        return;
    w->stack[w->depth].node = node_index;
    w->stack[w->depth++].row = row;
}

static void add(walk *w, unknown_cell what)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->out[i].fact == what.fact && w->out[i].member == what.member && w->out[i].other == what.other)
            return;
    if (w->count < w->room)
        w->out[w->count++] = what;
}

static uint32_t member_of(const people *p, size_t person)
{
    return (uint32_t)(person - p->first[p->household_of[person]]);
}

static void add_fact(walk *w, const node *n, size_t row)
{
    unknown_cell what = {n->index, 0, 0};

    if (n->space == SPACE_PERSON)
        what.member = member_of(w->f->plan->people, w->f->person + row);
    add(w, what);
}

static void add_kinship(walk *w, size_t row)
{
    const people *p = w->f->plan->people;
    size_t pair = w->f->pair[RELATION_OTHERS] + row, owner = w->f->person;
    unknown_cell what = {(int)w->g->rules->facts.count, 0, 0};

    while (p->others.first[owner + 1] <= pair)
        owner++;
    what.member = member_of(p, owner);
    what.other = member_of(p, p->others.other[pair]);
    add(w, what);
}

static void push_members(walk *w, const node *n, size_t row)
{
    const frame *f = w->f;
    const uint32_t *first = n->index == RELATION_COUNT ? f->plan->people->first + f->household
                                                       : f->plan->relations[n->index].first + f->person;

    for (uint32_t i = first[row + 1]; i-- > first[row];)
        push(w, n->input[0], i - first[0]);
}

static void visit(walk *w, int node_index, size_t row)
{
    const node *n = &w->g->nodes[node_index];
    const int32_t *map;

    switch (n->op) {
    case NODE_FACT:
        add_fact(w, n, row);
        break;
    case NODE_KINSHIP:
        add_kinship(w, row);
        break;
    case NODE_KNOWN:
        if (w->g->nodes[n->input[0]].op == NODE_MAP_LINK)
            w->link = w->g->nodes[n->input[0]].index;
        else
            push(w, n->input[0], row);
        break;
    case NODE_GATHER:
        map = w->f->slots[n->input[1]].map;
        if (map[row] >= 0)
            push(w, n->input[0], (size_t)map[row]);
        break;
    case NODE_SUM:
    case NODE_ANY:
    case NODE_ALL:
    case NODE_LEAST:
    case NODE_GREATEST:
        push_members(w, n, row);
        break;
    case NODE_SELECT:
        if (slot_settled(w->f, n->input[0], row)) {
            push(w, n->input[slot_low(w->f, n->input[0], row) != 0 ? 1 : 2], row);
            break;
        }
        push(w, n->input[2], row);
        push(w, n->input[1], row);
        push(w, n->input[0], row);
        break;
    default:
        for (int i = op_inputs(n->op); i-- > 0;)
            push(w, n->input[i], row);
        break;
    }
}

static size_t walk_from(const frame *f, const right_nodes *r, size_t row, unknown_cell *out, size_t room,
                        int *link)
{
    walk w;

    w.f = f;
    w.g = f->plan->graph;
    w.out = out;
    w.count = w.depth = w.seen_count = 0;
    w.link = -1;
    w.room = room;
    memset(w.seen, 0, sizeof w.seen);
    push(&w, r->low_exact, row);
    push(&w, r->high_exact, row);
    push(&w, r->never_yes, row);
    for (size_t i = r->condition_count; i-- > 0;)
        push(&w, r->conditions[i], row);
    while (w.depth) {
        w.depth--;
        visit(&w, w.stack[w.depth].node, w.stack[w.depth].row);
    }
    *link = w.link;
    return w.count;
}

size_t missing_cells(const frame *f, const right_nodes *r, size_t row, unknown_cell *out, size_t room)
{
    int link;

    return walk_from(f, r, row, out, room, &link);
}

int missing_link(const frame *f, const right_nodes *r, size_t row)
{
    unknown_cell cells[1];
    int link;

    walk_from(f, r, row, cells, 1, &link);
    return link;
}

size_t missing_facts(const unknown_cell *cells, size_t count, int32_t *out, size_t room)
{
    size_t used = 0;

    for (size_t i = 0; i < count && used < room; i++) {
        size_t k = 0;

        while (k < used && out[k] != cells[i].fact)
            k++;
        if (k == used)
            out[used++] = cells[i].fact;
    }
    return used;
}
