/*
 * The graph's store of nodes: hash-consing, and values hoisted before maps.
 *
 * An operation whose inputs all come through the same total map (the owner,
 * the other of a pair, the household) is done before the map: it is then
 * computed once a person instead of once a pair.
 */
#include "graph.h"

#include <string.h>
#include "../base/limits.h"
#include "../base/sink.h"

static const struct {
    const char *text;
    int inputs;
} ops[] = {
#define OP(name, inputs, text) {text, inputs},
#include "ops.def"
#undef OP
};

int op_inputs(op o)
{
    return ops[o].inputs;
}

const char *op_text(op o)
{
    return ops[o].text;
}

const char *type_text(const type *t)
{
    switch (t->kind) {
    case KIND_TRUTH:
        return "a truth (yes or no)";
    case KIND_MONEY:
        return t->per == PERIOD_MONTH ? "EUR/month" : t->per == PERIOD_YEAR ? "EUR/year" : "EUR";
    case KIND_NUMBER:
        return t->whole ? "a whole number" : "a decimal number";
    case KIND_DATE:
        return "a date";
    case KIND_WORD:
        return "a word";
    case KIND_TEXT:
        return "a text";
    case KIND_PERSON:
        break;
    }
    return "a person";
}

static uint64_t node_hash(const node *n)
{
    uint64_t h = (uint64_t)n->op * 0x9e3779b97f4a7c15u, bits;

    memcpy(&bits, &n->value, sizeof bits);
    h = (h ^ n->space) * 0x100000001b3u;
    for (int i = 0; i < 3; i++)
        h = (h ^ (uint32_t)n->input[i]) * 0x100000001b3u;
    h = (h ^ (uint32_t)n->index) * 0x100000001b3u;
    h = (h ^ bits ^ (bits >> 29)) * 0x100000001b3u;
    h = (h ^ n->mask ^ (n->mask >> 31)) * 0x9e3779b97f4a7c15u;
    return h ^ (h >> 32);
}

static int same_node(const node *a, const node *b)
{
    return a->op == b->op && a->space == b->space && a->input[0] == b->input[0] &&
           a->input[1] == b->input[1] && a->input[2] == b->input[2] && a->index == b->index &&
           memcmp(&a->value, &b->value, sizeof a->value) == 0 && a->mask == b->mask &&
           a->type.kind == b->type.kind && a->type.per == b->type.per && a->type.whole == b->type.whole &&
           a->type.words == b->type.words;
}

static int table_grow(graph *g)
{
    size_t size = g->table_size ? g->table_size * 2 : 1024;
    uint32_t *table = arena_array(g->memory, size, sizeof *table);

    if (!table)
        return -1;
    for (size_t i = 0; i < g->count; i++) {
        size_t at = node_hash(&g->nodes[i]) & (size - 1);

        while (table[at])
            at = (at + 1) & (size - 1);
        table[at] = (uint32_t)i + 1;
    }
    g->table = table;
    g->table_size = size;
    return 0;
}

int map_is_total(const graph *g, int map)
{
    op o = g->nodes[map].op;

    return o == NODE_MAP_OWNER || o == NODE_MAP_OTHER || o == NODE_MAP_HOUSE;
}

static int moves_before_maps(op o)
{
    return o >= NODE_ADD && o != NODE_KNOWN;
}

/* The map all non-constant inputs come through, or -1. */
static int shared_map(const graph *g, const node *n)
{
    int map = -1;

    if (!moves_before_maps(n->op))
        return -1;
    for (int i = 0; i < op_inputs(n->op); i++) {
        const node *in = &g->nodes[n->input[i]];

        if (in->space == SPACE_CONST)
            continue;
        if (in->op != NODE_GATHER || !map_is_total(g, in->input[1]) || (map >= 0 && map != in->input[1]))
            return -1;
        map = in->input[1];
    }
    return map;
}

static int add(graph *g, const node *n)
{
    size_t at;

    if ((g->count + 1) * 2 > g->table_size && table_grow(g) < 0)
        return -1;
    at = node_hash(n) & (g->table_size - 1);
    for (; g->table[at]; at = (at + 1) & (g->table_size - 1))
        if (same_node(&g->nodes[g->table[at] - 1], n))
            return (int)g->table[at] - 1;
    if (g->count >= LIMIT_NODES ||
        arena_grow(g->memory, &g->nodes, &g->capacity, g->count + 1, sizeof *n) < 0)
        return -1;
    g->nodes[g->count] = *n;
    g->table[at] = (uint32_t)++g->count;
    return (int)g->count - 1;
}

/*
 * Whether the somebody behind a total map has a partner is asked of that
 * person, once, and then moved: as any other of his truths.
 */
static int exists_behind(graph *g, const node *n)
{
    const node *then = &g->nodes[n->input[0]];
    node inner = *n, outer = *n;

    inner.space = SPACE_PERSON;
    inner.input[0] = then->input[1];
    outer.op = NODE_GATHER;
    outer.input[1] = then->input[0];
    outer.input[0] = add(g, &inner);
    return outer.input[0] < 0 ? -1 : add(g, &outer);
}

int graph_node(graph *g, const node *n)
{
    int map = shared_map(g, n);
    node inner = *n, outer = *n;

    if (n->op == NODE_MAP_EXISTS && g->nodes[n->input[0]].op == NODE_MAP_THEN &&
        map_is_total(g, g->nodes[n->input[0]].input[0]))
        return exists_behind(g, n);

    if (map < 0)
        return add(g, n);
    for (int i = 0; i < op_inputs(n->op); i++)
        if (g->nodes[n->input[i]].space != SPACE_CONST)
            inner.input[i] = g->nodes[n->input[i]].input[0];
    inner.space = g->nodes[map].op == NODE_MAP_HOUSE ? SPACE_HOUSEHOLD : SPACE_PERSON;
    outer.op = NODE_GATHER;
    outer.index = -1;
    outer.value = 0;
    outer.mask = 0;
    outer.input[0] = graph_node(g, &inner);
    if (outer.input[0] < 0)
        return -1;
    outer.input[1] = map;
    outer.input[2] = -1;
    return add(g, &outer);
}

void graph_free(graph *g)
{
    if (g)
        arena_free(g->memory);
}

void graph_dump(const graph *g, struct writer *w)
{
    static const char *const spaces[] = {"const", "household", "person"};

    for (size_t i = 0; i < g->count; i++) {
        const node *n = &g->nodes[i];

        put_print(w, "%5zu %-9s %-14s", i, n->space < SPACE_RELATION ? spaces[n->space] : "pair",
                  op_text(n->op));
        for (int k = 0; k < op_inputs(n->op); k++)
            put_print(w, " %d", n->input[k]);
        if (n->op == NODE_FACT || n->op == NODE_GIVEN || n->op == NODE_MAP_LINK)
            put_print(w, " %s", g->rules->facts.facts[n->index].name);
        if (n->op == NODE_PARAM || n->op == NODE_BRACKETS)
            put_print(w, " %s", g->rules->parameters[n->index].name);
        if (n->op == NODE_CONST)
            put_print(w, " %.17g", n->value);
        put_print(w, "  [%.17g, %.17g]\n", n->low, n->high);
    }
}
