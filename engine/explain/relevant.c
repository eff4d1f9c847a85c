/*
 * The walk from a variable to what it rested on.
 */
#include "relevant.h"

#include <string.h>

enum { DEEP = 4096, SEEN = 2048 };

typedef struct walk {
    const frame *f;
    const graph *g;
    int own; /* the variable explained */
    grounds *out;
    uint64_t seen[SEEN];
    size_t seen_count;
    struct {
        int node;
        size_t row;
    } stack[DEEP];
    size_t depth;
} walk;

static void push(walk *w, int node_index, size_t row)
{
    if (w->depth >= DEEP || !first_time(w->seen, SEEN, &w->seen_count, node_index, row))
        return;
    w->stack[w->depth].node = node_index;
    w->stack[w->depth++].row = row;
}

/* A row of the frame as a row of the people. */
static size_t whole_row(const walk *w, space in, size_t row)
{
    return in == SPACE_PERSON ? w->f->person + row : in == SPACE_HOUSEHOLD ? w->f->household + row : 0;
}

static void found(walk *w, int what, int index, size_t row, size_t other)
{
    ground x = {.index = index, .row = row, .other = other};

    x.what = what == GROUND_FACT        ? GROUND_FACT
             : what == GROUND_PARAMETER ? GROUND_PARAMETER
             : what == GROUND_VARIABLE  ? GROUND_VARIABLE
             : what == GROUND_KINSHIP   ? GROUND_KINSHIP
                                        : GROUND_LINK;
    for (size_t i = 0; i < w->out->count; i++)
        if (w->out->found[i].what == x.what && w->out->found[i].index == index &&
            w->out->found[i].row == row && w->out->found[i].other == other)
            return;
    if (w->out->count < w->out->room)
        w->out->found[w->out->count++] = x;
}

static void push_members(walk *w, const node *n, size_t row)
{
    const frame *f = w->f;
    const uint32_t *first = n->index == RELATION_COUNT ? f->plan->people->first + f->household
                                                       : f->plan->relations[n->index].first + f->person;

    for (uint32_t i = first[row + 1]; i-- > first[row];)
        push(w, n->input[0], i - first[0]);
}

static void found_kinship(walk *w, size_t row)
{
    const relation *others = &w->f->plan->people->others;
    size_t pair = w->f->pair[RELATION_OTHERS] + row, owner = w->f->person;

    while (others->first[owner + 1] <= pair)
        owner++;
    found(w, GROUND_KINSHIP, 0, owner, others->other[pair]);
}

/* A settled truth of two is told by the side that decides it. */
static void push_logic(walk *w, int node_index, const node *n, size_t row)
{
    double decides = n->op == NODE_AND ? 0 : 1;
    int settled = slot_settled(w->f, node_index, row) && slot_low(w->f, node_index, row) == decides;

    for (int i = 2; i-- > 0;)
        if (!settled || (slot_settled(w->f, n->input[i], row) && slot_low(w->f, n->input[i], row) == decides))
            push(w, n->input[i], row);
}

static void push_choice(walk *w, const node *n, size_t row)
{
    if (slot_settled(w->f, n->input[0], row)) {
        push(w, n->input[slot_low(w->f, n->input[0], row) != 0 ? 1 : 2], row);
    } else {
        push(w, n->input[2], row);
        push(w, n->input[1], row);
    }
    push(w, n->input[0], row);
}

/* The variable that a node is, among those the formula names; -1. Two variables may be one node. */
static int named_variable(const walk *w, int node_index)
{
    const variable_graph *own = &w->g->variables[w->own];

    for (size_t i = 0; i < own->reading_count; i++)
        if (own->readings[i].what == READ_VARIABLE &&
            w->g->variables[own->readings[i].index].root == node_index)
            return own->readings[i].index;
    return -1;
}

static void visit(walk *w, int node_index, size_t row)
{
    const node *n = &w->g->nodes[node_index];
    int named = named_variable(w, node_index);
    int32_t to;

    if (named >= 0) {
        found(w, GROUND_VARIABLE, named, whole_row(w, n->space, row), 0);
        return;
    }
    switch (n->op) {
    case NODE_FACT:
    case NODE_GIVEN:
        found(w, GROUND_FACT, n->index, whole_row(w, n->space, row), 0);
        break;
    case NODE_PARAM:
        found(w, GROUND_PARAMETER, n->index, 0, 0);
        break;
    case NODE_KINSHIP:
        found_kinship(w, row);
        break;
    case NODE_MAP_LINK:
        found(w, GROUND_LINK, n->index, whole_row(w, n->space, row), 0);
        break;
    case NODE_GATHER:
        to = w->f->slots[n->input[1]].map[row];
        if (to >= 0)
            push(w, n->input[0], (size_t)to);
        else if (w->g->nodes[n->input[1]].op == NODE_MAP_LINK)
            push(w, n->input[1], row);
        break;
    case NODE_SUM:
    case NODE_ANY:
    case NODE_ALL:
    case NODE_LEAST:
    case NODE_GREATEST:
        push_members(w, n, row);
        break;
    case NODE_AND:
    case NODE_OR:
        push_logic(w, node_index, n, row);
        break;
    case NODE_SELECT:
        push_choice(w, n, row);
        break;
    case NODE_MAP_THEN:
        to = w->f->slots[n->input[0]].map[row];
        if (to >= 0)
            push(w, n->input[1], (size_t)to);
        push(w, n->input[0], row);
        break;
    default:
        for (int i = op_inputs(n->op); i-- > 0;)
            push(w, n->input[i], row);
        if (n->op == NODE_BRACKETS)
            found(w, GROUND_PARAMETER, n->index, 0, 0);
        break;
    }
}

void grounds_of(const frame *f, int variable_index, size_t row, grounds *out)
{
    walk w;

    w.f = f;
    w.g = f->plan->graph;
    w.own = variable_index;
    w.out = out;
    w.depth = w.seen_count = 0;
    memset(w.seen, 0, sizeof w.seen);
    out->count = 0;
    push(&w, w.g->variables[variable_index].root, row);
    while (w.depth) {
        w.depth--;
        visit(&w, w.stack[w.depth].node, w.stack[w.depth].row);
    }
}
