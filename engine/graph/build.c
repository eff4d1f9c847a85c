/*
 * From a rulebook to its graph: every variable lowered, in the order they
 * need each other; a cycle is refused with the names of its members.
 */
#include <stdio.h>
#include <string.h>
#include "lower.h"

static type variable_type(const variable *v)
{
    type t = {v->kind, v->per, v->whole, NULL, 0};

    t.words = v->words;
    t.word_count = v->word_count;
    return t;
}

static ayant_status cycle(lowering *l, int which)
{
    char names[FAILURE_TEXT / 2] = "";
    size_t first = 0, used = 0;
    const place *where = &l->rules->variables[which].at;

    while (first < l->depth && l->stack[first] != which)
        first++;
    for (size_t i = first; i <= l->depth && used < sizeof names; i++) {
        int member = i < l->depth ? l->stack[i] : which;
        int wrote = snprintf(names + used, sizeof names - used, "%s'%s'", i > first ? " needs " : "",
                             l->rules->variables[member].name);

        used += wrote > 0 ? (size_t)wrote : 0;
    }
    return fail_at(
        l->e, AYANT_E_RULE, "G80", where->file, where->line, 0,
        "these variables need each other: %s; break the circle with a variable that needs only facts", names);
}

static ayant_status check_type(lowering *l, const variable *v, int root)
{
    const type *got = &l->g->nodes[root].type;
    type want = variable_type(v);
    ast tree = {.kind = AST_NAME, .name = v->name};
    int same = got->kind == want.kind;

    tree.line = v->formula->function->line;
    tree.column = 1;
    if (same && want.kind == KIND_MONEY)
        same = got->per == want.per || got->per == PERIOD_ANY;
    if (same && want.kind == KIND_NUMBER)
        same = !want.whole || got->whole;
    if (same && want.kind == KIND_WORD && got->words != want.words) {
        same = got->word_count == want.word_count;
        for (size_t i = 0; same && i < want.word_count; i++)
            same = strcmp(got->words[i], want.words[i]) == 0;
    }
    if (same)
        return AYANT_OK;
    return reject_rule(l, &tree, "G81", "the formula gives %s, the variable is declared as %s",
                       type_text(got),
                       want.kind == KIND_WORD ? "a word of its own vocabulary" : type_text(&want));
}

static ayant_status bind_parameters(lowering *l, scope *s, const variable *v, binding *bindings)
{
    const ast_function *f = v->formula->function;
    ast tree = {.kind = AST_NAME, .name = v->name, .line = 1, .column = 1};
    node on = {.op = NODE_ON, .space = SPACE_CONST, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    tree.line = f->line;
    if (f->parameter_count < 1 || f->parameter_count > 3)
        return reject_rule(l, &tree, "G82", "a formula is function(%s, param, on): one to three arguments",
                           v->entity == ENTITY_PERSON ? "person" : "household");
    bindings[0].value.kind = VALUE_PERSON;
    bindings[0].value.person.target = v->entity;
    bindings[1].value.kind = VALUE_PARAMETERS;
    bindings[1].value.text = "";
    bindings[2].value.kind = VALUE_NODE;
    on.type = type_date;
    if ((status = make(l, &tree, &on, &bindings[2].value.node)) < 0)
        return status;
    for (size_t i = 0; i < f->parameter_count; i++) {
        bindings[i].name = f->parameters[i];
        bindings[i].next = s->bindings;
        s->bindings = &bindings[i];
    }
    return AYANT_OK;
}

ayant_status lower_variable(lowering *l, int variable_index)
{
    const variable *v = &l->rules->variables[variable_index];
    scope s = {.space = SPACE_PERSON, .owner = -1, .same_space = 1, .isolated = 1};
    binding bindings[3];
    type want = variable_type(v);
    ayant_status status;
    int root;

    if (l->state[variable_index] == 1)
        return cycle(l, variable_index);
    memset(bindings, 0, sizeof bindings);
    l->state[variable_index] = 1;
    l->stack[l->depth++] = variable_index;
    l->variable = variable_index;
    l->file = v->formula->file;
    s.space = v->entity == ENTITY_PERSON ? SPACE_PERSON : SPACE_HOUSEHOLD;
    s.formula = v->formula;
    if ((status = bind_parameters(l, &s, v, bindings)) < 0 ||
        (status = lower_body(l, &s, v->formula->function->body, &want, &root)) < 0 ||
        (status = check_type(l, v, root)) < 0)
        return status;
    l->g->variables[variable_index].root = root;
    l->state[variable_index] = 2;
    l->depth--;
    return AYANT_OK;
}

static graph *graph_new(const rulebook *rules)
{
    arena *memory = arena_new();
    graph *g = memory ? arena_alloc(memory, sizeof *g) : NULL;

    if (!g) {
        arena_free(memory);
        return NULL;
    }
    g->memory = memory;
    g->rules = rules;
    g->variables = arena_array(memory, rules->variable_count + 1, sizeof *g->variables);
    if (!g->variables) {
        arena_free(memory);
        return NULL;
    }
    return g;
}

ayant_status graph_build(failure *e, const rulebook *rules, graph **out)
{
    graph *g = graph_new(rules);
    lowering l = {.e = e, .rules = rules};
    ayant_status status = AYANT_OK;
    size_t work = 0;

    if (!g)
        return fail_memory(e);
    l.g = g;
    l.work = &work;
    l.state = arena_array(g->memory, rules->variable_count + 1, 1);
    l.stack = arena_array(g->memory, rules->variable_count + 1, sizeof *l.stack);
    if (!l.state || !l.stack) {
        graph_free(g);
        return fail_memory(e);
    }
    for (size_t i = 0; status == AYANT_OK && i < rules->variable_count; i++)
        if (l.state[i] == 0)
            status = lower_variable(&l, (int)i);
    if (status < 0) {
        graph_free(g);
        return status;
    }
    *out = g;
    return AYANT_OK;
}
