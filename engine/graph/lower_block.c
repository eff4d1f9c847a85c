/*
 * Statements: locals, assignments, ifs and returns, as one value.
 *
 * A body is walked with the list of what comes after it. An `if` without a
 * return gives both branches the same start and merges what they assigned;
 * an `if` with a return takes what follows into each branch that goes on.
 * Both branches are always computed: an `if` becomes a choice of values.
 */
#include "lower_words.h"

#include <string.h>
#include "../base/limits.h"

/* Blocks still to walk, the innermost first. */
typedef struct rest {
    const ast_block *block;
    size_t next;
    const struct rest *then;
    binding *start; /* what could be seen before the block */
} rest;

static const node *at(const lowering *l, int index)
{
    return &l->g->nodes[index];
}

static int returns(const ast_block *block)
{
    for (size_t i = 0; block && i < block->count; i++) {
        const statement *st = &block->statements[i];

        if (st->kind == STATEMENT_RETURN)
            return 1;
        if (st->kind == STATEMENT_IF && (returns(st->then_block) || returns(st->else_block)))
            return 1;
    }
    return 0;
}

static ast place_of(const statement *st)
{
    ast tree = {.kind = AST_NAME, .line = st->line, .column = st->column};

    tree.name = st->name ? st->name : "if";
    return tree;
}

static binding *find_binding(binding *list, const char *name)
{
    for (; list; list = list->next)
        if (strcmp(list->name, name) == 0)
            return list;
    return NULL;
}

static ayant_status bind(lowering *l, scope *s, const statement *st, int assigned)
{
    binding *b = arena_alloc(l->g->memory, sizeof *b);
    ayant_status status;

    if (!b)
        return fail_memory(l->e);
    if ((status = lower_expression(l, s, st->value, &b->value)) < 0)
        return status;
    if (b->value.kind == VALUE_BUILTIN)
        return value_node(l, s, &b->value, st->value, NULL, &b->value.node);
    b->name = st->name;
    b->assigned = assigned;
    b->next = s->bindings;
    s->bindings = b;
    return AYANT_OK;
}

static ayant_status assign(lowering *l, scope *s, const statement *st)
{
    ast tree = place_of(st);

    if (!find_binding(s->bindings, st->name))
        return reject_rule(l, &tree, "G70", "'%s' is not a local of this function: write local %s = ...",
                           st->name, st->name);
    return bind(l, s, st, 1);
}

static ayant_status choose(lowering *l, scope *s, const ast *tree, int test, int a, int b, int *out)
{
    ayant_status status;
    type t;

    if (a == b) {
        *out = a;
        return AYANT_OK;
    }
    if ((status = common_type(l, tree, a, b, &t)) < 0)
        return status;
    if (at(l, test)->op == NODE_NOT) /* if not x then a else b: if x then b else a */
        return make_op(l, s, tree, NODE_SELECT, t, at(l, test)->input[0], b, a, out);
    return make_op(l, s, tree, NODE_SELECT, t, test, a, b, out);
}

static int same_person_ref(const person_ref *a, const person_ref *b)
{
    const step *x = a->steps, *y = b->steps;

    for (; x && y && x->map == y->map; x = x->next)
        y = y->next;
    return !x && !y && a->target == b->target;
}

static int same_value(const value *a, const value *b)
{
    if (a->kind != b->kind)
        return 0;
    switch (a->kind) {
    case VALUE_NODE:
        return a->node == b->node;
    case VALUE_WORD:
    case VALUE_BUILTIN:
    case VALUE_PARAMETERS:
        return strcmp(a->text, b->text) == 0;
    case VALUE_PERSON:
        return same_person_ref(&a->person, &b->person);
    case VALUE_SET:
        return a->set == b->set && same_person_ref(&a->person, &b->person);
    case VALUE_VARIABLES:
        return strcmp(a->text, b->text) == 0 && same_person_ref(&a->person, &b->person);
    case VALUE_SCALE:
        return a->parameter == b->parameter;
    case VALUE_FUNCTION:
        break;
    }
    return a->function == b->function && a->helper == b->helper;
}

/* After an `if` without return: each outer local gets the value of the branch taken. */
static ayant_status merge(lowering *l, scope *s, const ast *tree, int test, binding *start, binding *yes,
                          binding *no)
{
    binding *merged = start;
    ayant_status status;

    for (binding *old = start; old; old = old->next) {
        binding *a = find_binding(yes, old->name), *b = find_binding(no, old->name), *fresh;

        if (find_binding(start, old->name) != old || (a == old && b == old) ||
            same_value(&a->value, &b->value))
            continue;
        if (a->value.kind != VALUE_NODE || b->value.kind != VALUE_NODE)
            return reject_rule(
                l, tree, "G71",
                "'%s' is given a person or a word in an if: return it there, or declare a variable",
                old->name);
        fresh = arena_alloc(l->g->memory, sizeof *fresh);
        if (!fresh)
            return fail_memory(l->e);
        *fresh = *old;
        if ((status = choose(l, s, tree, test, a->value.node, b->value.node, &fresh->value.node)) < 0)
            return status;
        fresh->assigned = 1; /* for a block around this if, whose local it may not be */
        fresh->value.kind = VALUE_NODE;
        fresh->next = merged;
        merged = fresh;
    }
    s->bindings = merged;
    return AYANT_OK;
}

static ayant_status walk(lowering *l, scope *s, const rest *what, const type *expected, int *out,
                         int *returned);

/* Whether `b`, made in a branch that began at `start`, is about a local declared before it. */
static int about_outer(const binding *b, const binding *start)
{
    if (!b->assigned)
        return 0;
    for (const binding *older = b->next; older != start; older = older->next)
        if (!older->assigned && strcmp(older->name, b->name) == 0)
            return 0;
    return 1;
}

/*
 * Leaves a block: drops the locals it declared, keeping what it assigned to
 * outer ones, the last time. Copies, since the other branch of an `if` may
 * still see the chain as it was.
 */
static ayant_status leave_block(lowering *l, scope *s, binding *start)
{
    binding *kept = start;

    for (const binding *b = s->bindings; b != start; b = b->next) {
        const binding *same = find_binding(kept, b->name);
        binding *copy;
        int seen = 0;

        for (const binding *k = kept; k != start && !seen; k = k->next)
            seen = k == same;
        if (seen || !about_outer(b, start))
            continue;
        copy = arena_alloc(l->g->memory, sizeof *copy);
        if (!copy)
            return fail_memory(l->e);
        *copy = *b;
        copy->next = kept;
        kept = copy;
    }
    s->bindings = kept;
    return AYANT_OK;
}

static ayant_status branch_without_return(lowering *l, scope *s, const ast_block *block, binding *start,
                                          binding **end)
{
    rest only = {block, 0, NULL, start};
    ayant_status status;
    int node_out, returned;

    *end = start;
    if (!block)
        return AYANT_OK;
    s->bindings = start;
    if ((status = walk(l, s, &only, NULL, &node_out, &returned)) < 0)
        return status;
    *end = s->bindings;
    return AYANT_OK;
}

static ayant_status condition_of(lowering *l, scope *s, const statement *st, int *out)
{
    ayant_status status = lower_node(l, s, st->value, NULL, out);

    if (status == AYANT_OK && at(l, *out)->type.kind != KIND_TRUTH)
        return reject_rule(l, st->value, "G72", "'if' needs a truth (yes or no), not %s",
                           type_text(&at(l, *out)->type));
    return status;
}

static ayant_status walk_branch(lowering *l, scope *s, const ast_block *block, const rest *after,
                                binding *start, const type *expected, int *out, int *returned)
{
    rest mine = {block, 0, after, start};

    s->bindings = start;
    return walk(l, s, block ? &mine : after, expected, out, returned);
}

static ayant_status walk_if(lowering *l, scope *s, const statement *st, const rest *after,
                            const type *expected, int *out, int *returned)
{
    binding *start = s->bindings, *yes, *no;
    ast tree = place_of(st);
    ayant_status status;
    int test, a, b, a_returned, b_returned;

    *returned = 0;
    if ((status = condition_of(l, s, st, &test)) < 0)
        return status;
    if (!returns(st->then_block) && !returns(st->else_block)) {
        if ((status = branch_without_return(l, s, st->then_block, start, &yes)) < 0 ||
            (status = branch_without_return(l, s, st->else_block, start, &no)) < 0)
            return status;
        return merge(l, s, &tree, test, start, yes, no);
    }
    if ((status = walk_branch(l, s, st->then_block, after, start, expected, &a, &a_returned)) < 0 ||
        (status = walk_branch(l, s, st->else_block, after, start, expected, &b, &b_returned)) < 0)
        return status;
    s->bindings = start;
    if (!a_returned || !b_returned)
        return reject_rule(l, &tree, "G73",
                           "a path through this if ends without 'return': say what the value is then");
    *returned = 1;
    return choose(l, s, &tree, test, a, b, out);
}

static ayant_status walk_statements(lowering *l, scope *s, const rest *what, const type *expected, int *out,
                                    int *returned)
{
    ayant_status status = AYANT_OK;

    *returned = 0;
    while (what) {
        for (size_t i = what->next; i < what->block->count; i++) {
            const statement *st = &what->block->statements[i];
            rest after = {what->block, i + 1, what->then, what->start};

            if (st->kind == STATEMENT_LOCAL)
                status = bind(l, s, st, 0);
            else if (st->kind == STATEMENT_ASSIGN)
                status = assign(l, s, st);
            else if (st->kind == STATEMENT_IF)
                status = walk_if(l, s, st, &after, expected, out, returned);
            else {
                status = lower_node(l, s, st->value, expected, out);
                *returned = 1;
            }
            if (status < 0 || *returned)
                return status;
        }
        if ((status = leave_block(l, s, what->start)) < 0)
            return status;
        what = what->then;
    }
    return AYANT_OK;
}

static ayant_status walk(lowering *l, scope *s, const rest *what, const type *expected, int *out,
                         int *returned)
{
    ayant_status status;
    ast here = {.kind = AST_NAME, .name = "if", .line = 0, .column = 0};

    if (l->nesting >= LIMIT_NESTING)
        return reject_rule(l, &here, "G74",
                           "ifs follow each other more than %d deep: split the formula in variables",
                           LIMIT_NESTING);
    if ((status = go_deeper(l, &here)) < 0)
        return status;
    l->nesting++;
    status = walk_statements(l, s, what, expected, out, returned);
    l->nesting--;
    l->deep--;
    return status;
}

ayant_status lower_body(lowering *l, scope *s, const ast_block *body, const type *expected, int *node_out)
{
    rest all = {body, 0, NULL, s->bindings};
    binding *start = s->bindings;
    ayant_status status;
    int returned;

    if ((status = walk(l, s, &all, expected, node_out, &returned)) < 0)
        return status;
    s->bindings = start;
    if (!returned) {
        ast here = {.kind = AST_NAME, .name = "end", .line = 1, .column = 1};

        if (body->count) {
            here.line = body->statements[body->count - 1].line;
            here.column = body->statements[body->count - 1].column;
        }
        return reject_rule(l, &here, "G73",
                           "a path through the function ends without 'return': say what the value is then");
    }
    return AYANT_OK;
}
