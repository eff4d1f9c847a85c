/*
 * Making nodes, bringing values through maps, and names.
 */
#include "lower.h"

#include <stdio.h>
#include <string.h>
#include "../base/limits.h"

const type type_truth = {KIND_TRUTH, PERIOD_NONE, 0, NULL, 0};
const type type_whole = {KIND_NUMBER, PERIOD_NONE, 1, NULL, 0};
const type type_decimal = {KIND_NUMBER, PERIOD_NONE, 0, NULL, 0};
const type type_date = {KIND_DATE, PERIOD_NONE, 0, NULL, 0};

type type_money(period per)
{
    type t = {KIND_MONEY, PERIOD_NONE, 0, NULL, 0};

    t.per = per;
    return t;
}

type type_map(void)
{
    type t = {KIND_PERSON, PERIOD_NONE, 0, NULL, 0};

    return t;
}

ayant_status no_memory(lowering *l)
{
    if (l->g->count >= LIMIT_NODES)
        return fail(l->e, AYANT_E_LIMIT, "G01", "the rules make more than %d operations; split the folder",
                    LIMIT_NODES);
    return fail_memory(l->e);
}

ayant_status reject_rule(lowering *l, const ast *tree, const char *id, const char *format, ...)
{
    char sentence[FAILURE_TEXT];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    return fail_at(l->e, AYANT_E_RULE, id, l->file, tree->line, tree->column, "'%s': %s",
                   l->rules->variables[l->variable].name, sentence);
}

ayant_status make(lowering *l, const ast *tree, node *n, int *out)
{
    const char *wrong = node_bounds(l->g, n);

    if (wrong)
        return reject_rule(l, tree, "G02", "%s", wrong);
    *out = graph_node(l->g, n);
    if (*out < 0)
        return no_memory(l);
    /* a node hoisted before its map was bounded by its inputs as they are after it: bound it too */
    if (l->g->nodes[*out].op == NODE_GATHER && n->op != NODE_GATHER) {
        node *inner = &l->g->nodes[l->g->nodes[*out].input[0]];

        inner->low = n->low < inner->low ? n->low : inner->low;
        inner->high = n->high > inner->high ? n->high : inner->high;
    }
    return AYANT_OK;
}

ayant_status make_constant(lowering *l, const ast *tree, type t, double x, uint64_t mask, int *out)
{
    node n = {.op = NODE_CONST, .space = SPACE_CONST, .type = t, .input = {-1, -1, -1}, .index = -1};

    n.value = x;
    n.mask = mask;
    return make(l, tree, &n, out);
}

ayant_status make_map(lowering *l, const ast *tree, op o, space in, int index, int *out)
{
    node n = {.op = o, .space = in, .input = {-1, -1, -1}};

    n.type = type_map();
    n.index = index;
    if (in >= SPACE_RELATION)
        l->g->relations |= 1u << (in - SPACE_RELATION);
    return make(l, tree, &n, out);
}

ayant_status make_op(lowering *l, scope *s, const ast *tree, op o, type t, int a, int b, int c, int *out)
{
    node n = {.op = o, .space = SPACE_CONST, .input = {a, b, c}, .index = -1};

    n.type = t;
    for (int i = 0; i < 3; i++)
        if (n.input[i] >= 0 && l->g->nodes[n.input[i]].space != SPACE_CONST)
            n.space = s->space;
    return make(l, tree, &n, out);
}

/* `value` lives where the last step ends; each step, from the last, brings it one map nearer. */
static ayant_status bring_steps(lowering *l, const ast *tree, const step *at, int node_in, int *out)
{
    node n = {.op = NODE_GATHER, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;
    int inner = node_in;

    if (!at) {
        *out = node_in;
        return AYANT_OK;
    }
    if ((status = bring_steps(l, tree, at->next, node_in, &inner)) < 0)
        return status;
    n.space = l->g->nodes[at->map].space;
    n.type = l->g->nodes[inner].type;
    n.input[0] = inner;
    n.input[1] = at->map;
    return make(l, tree, &n, out);
}

ayant_status map_of_steps(lowering *l, const ast *tree, const step *steps, int *out)
{
    ayant_status status;

    *out = steps->map;
    for (const step *next = steps->next; next; next = next->next) {
        node n = {.op = NODE_MAP_THEN, .input = {*out, next->map, -1}, .index = -1};

        n.space = l->g->nodes[steps->map].space;
        n.type = type_map();
        if ((status = make(l, tree, &n, out)) < 0)
            return status;
    }
    return AYANT_OK;
}

/* A constant of somebody who may not exist: nothing when there is nobody. */
static ayant_status bring_constant(lowering *l, const ast *tree, const step *steps, int inner, int *out)
{
    node exists = {.op = NODE_MAP_EXISTS, .input = {-1, -1, -1}, .index = -1};
    node chosen = {.op = NODE_SELECT, .input = {-1, inner, -1}, .index = -1};
    ayant_status status;

    chosen.type = l->g->nodes[inner].type;
    exists.type = type_truth;
    exists.space = chosen.space = l->g->nodes[steps->map].space;
    if ((status = map_of_steps(l, tree, steps, &exists.input[0])) < 0 ||
        (status = make(l, tree, &exists, &chosen.input[0])) < 0 ||
        (status = make_constant(l, tree, chosen.type, chosen.type.kind == KIND_DATE ? DAY_NEVER : 0, NO_WORD,
                                &chosen.input[2])) < 0)
        return status;
    return make(l, tree, &chosen, out);
}

ayant_status bring(lowering *l, const ast *tree, const person_ref *of, int inner, int *out)
{
    if (l->g->nodes[inner].space != SPACE_CONST)
        return bring_steps(l, tree, of->steps, inner, out);
    for (const step *at = of->steps; at; at = at->next)
        if (l->g->nodes[at->map].op == NODE_MAP_LINK)
            return bring_constant(l, tree, of->steps, inner, out);
    *out = inner;
    return AYANT_OK;
}

/* What a name of the outer scope is, seen from the inner one. */
static ayant_status lift(lowering *l, const scope *inner, const ast *tree, value *v)
{
    person_ref through = {.steps = NULL};
    step *first;

    if (inner->same_space)
        return AYANT_OK;
    if (v->kind == VALUE_NODE && l->g->nodes[v->node].space == SPACE_CONST)
        return AYANT_OK;
    if (v->kind == VALUE_WORD || v->kind == VALUE_PARAMETERS || v->kind == VALUE_SCALE ||
        v->kind == VALUE_FUNCTION)
        return AYANT_OK;
    if (inner->owner < 0)
        return reject_rule(l, tree, "G03",
                           "'%s' cannot be read here, because the set belongs to somebody else: "
                           "declare a variable for what is asked of each member, or start from person.others",
                           tree->name);
    first = arena_alloc(l->g->memory, sizeof *first);
    if (!first)
        return fail_memory(l->e);
    first->map = inner->owner;
    if (v->kind == VALUE_NODE) {
        through.steps = first;
        return bring(l, tree, &through, v->node, &v->node);
    }
    first->next = v->person.steps;
    v->person.steps = first;
    return AYANT_OK;
}

static ayant_status find(lowering *l, scope *s, const ast *tree, value *out, int *found)
{
    ayant_status status;

    *found = 0;
    for (binding *b = s->bindings; b; b = b->next)
        if (strcmp(b->name, tree->name) == 0) {
            *out = b->value;
            *found = 1;
            return AYANT_OK;
        }
    if (s->isolated || !s->outer)
        return AYANT_OK;
    if ((status = find(l, s->outer, tree, out, found)) < 0 || !*found)
        return status;
    return lift(l, s, tree, out);
}

static ayant_status captured(lowering *l, const ast *tree, const capture *c, value *out)
{
    type t = type_whole;

    switch (c->kind) {
    case CAPTURE_FUNCTION:
        out->kind = VALUE_FUNCTION;
        out->helper = c->function;
        out->function = c->function->function;
        return AYANT_OK;
    case CAPTURE_BUILTIN:
        out->kind = VALUE_BUILTIN;
        out->text = c->word;
        return AYANT_OK;
    case CAPTURE_WORD:
        out->kind = VALUE_WORD;
        out->text = c->word;
        return AYANT_OK;
    case CAPTURE_MONEY:
        t = type_money(PERIOD_ANY);
        break;
    case CAPTURE_DATE:
        t = type_date;
        break;
    case CAPTURE_TRUTH:
        t = type_truth;
        break;
    case CAPTURE_NUMBER:
        break;
    }
    out->kind = VALUE_NODE;
    return make_constant(l, tree, t, (double)c->value, 0, &out->node);
}

ayant_status lower_name(lowering *l, scope *s, const ast *tree, value *out)
{
    ayant_status status;
    const scope *at = s;
    int found;

    if ((status = find(l, s, tree, out, &found)) < 0)
        return status;
    out->line = tree->line;
    out->column = tree->column;
    if (found)
        return AYANT_OK;
    while (!at->isolated && at->outer)
        at = at->outer;
    for (size_t i = 0; at->formula && i < at->formula->capture_count; i++)
        if (strcmp(at->formula->captures[i].name, tree->name) == 0)
            return captured(l, tree, &at->formula->captures[i], out);
    out->kind = VALUE_BUILTIN;
    out->text = tree->name;
    return AYANT_OK;
}
