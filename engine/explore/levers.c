/*
 * The walk.
 */
#include "levers.h"

#include <string.h>

enum { SEEN_SIZE = 8192, DEEP = 4096 };

typedef struct walk {
    const explorer *x;
    const frame *f;
    const graph *g;
    unknown_cell *out;
    size_t count, room;
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
    if (node_index < 0 || w->g->nodes[node_index].space == SPACE_CONST || w->depth >= DEEP ||
        !first_time(w->seen, SEEN_SIZE, &w->seen_count, node_index, row))
        return;
    w->stack[w->depth].node = node_index;
    w->stack[w->depth++].row = row;
}

static void add_fact(walk *w, const node *n, size_t row)
{
    const variants *v = w->x->v;
    unknown_cell what = {n->index, n->space == SPACE_PERSON ? (uint32_t)(row % v->members) : 0, 0};

    for (size_t i = 0; i < w->count; i++)
        if (w->out[i].fact == what.fact && w->out[i].member == what.member)
            return;
    if (w->count < w->room)
        w->out[w->count++] = what;
}

static int settled_as(const walk *w, int node_index, size_t row, double value)
{
    return slot_settled(w->f, node_index, row) && slot_low(w->f, node_index, row) == value;
}

static void push_logic(walk *w, const node *n, size_t row)
{
    double decides = n->op == NODE_AND ? 0 : 1;

    for (int i = 0; i < 2; i++)
        if (settled_as(w, n->input[i], row, decides)) {
            push(w, n->input[i], row);
            return;
        }
    push(w, n->input[1], row);
    push(w, n->input[0], row);
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
    int32_t to;

    switch (n->op) {
    case NODE_FACT:
    case NODE_GIVEN:
        add_fact(w, n, row);
        break;
    case NODE_GATHER:
        to = w->f->slots[n->input[1]].map[row];
        if (to >= 0)
            push(w, n->input[0], (size_t)to);
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
        push_logic(w, n, row);
        break;
    case NODE_SELECT:
        if (slot_settled(w->f, n->input[0], row)) {
            push(w, n->input[slot_low(w->f, n->input[0], row) != 0 ? 1 : 2], row);
        } else {
            push(w, n->input[2], row);
            push(w, n->input[1], row);
        }
        push(w, n->input[0], row);
        break;
    case NODE_MAP_THEN:
    case NODE_MAP_EXISTS:
    case NODE_MAP_SAME:
        break; /* who lives with whom is no lever */
    default:
        for (int i = op_inputs(n->op); i-- > 0;)
            push(w, n->input[i], row);
        break;
    }
}

size_t levers_of(const explorer *x, int node_index, size_t row, unknown_cell *out, size_t room)
{
    walk w;

    w.x = x;
    w.f = x->v->frame;
    w.g = x->g;
    w.out = out;
    w.count = w.depth = w.seen_count = 0;
    w.room = room;
    memset(w.seen, 0, sizeof w.seen);
    push(&w, node_index, row);
    while (w.depth) {
        w.depth--;
        visit(&w, w.stack[w.depth].node, w.stack[w.depth].row);
    }
    return w.count;
}

int only_waits(const fact *f)
{
    return f->kind == KIND_DATE;
}

int may_suggest(const fact *f)
{
    static const char *const who_one_is[] = {"civil_status", "partnership", "gender"};

    if (f->sensitive || f->contact_only || f->kind == KIND_TEXT || f->kind == KIND_PERSON || only_waits(f))
        return 0;
    if (f->kind == KIND_NUMBER && f->least >= 1900000) /* a year */
        return 0;
    for (size_t i = 0; i < sizeof who_one_is / sizeof *who_one_is; i++)
        if (strcmp(f->name, who_one_is[i]) == 0)
            return 0;
    return 1;
}
