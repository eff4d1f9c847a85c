/*
 * Looking up names, and weighing how long something is to tell.
 */
#include "meaning.h"

#include <string.h>
#include "../base/limits.h"
#include "sayings.h"
#include "vocabulary.h"

void meaning_bind(telling *t, surroundings *at, const char *name, meaning is)
{
    named *n = arena_alloc(t->memory, sizeof *n);

    if (!n) {
        t->failed = 1;
        return;
    }
    n->name = name;
    n->is = is;
    n->next = at->first;
    at->first = n;
}

static meaning captured(const capture *c)
{
    meaning m = {.kind = MEANS_CONSTANT, .who = "", .constant = c};

    if (c->kind == CAPTURE_FUNCTION) {
        m.kind = MEANS_HELPER;
        m.helper = c->function;
    } else if (c->kind == CAPTURE_BUILTIN) {
        m.kind = MEANS_BUILTIN;
        m.text = c->word;
    }
    return m;
}

static meaning look_up(const char *name, const surroundings *at)
{
    meaning m = {.kind = MEANS_BUILTIN, .who = "", .text = name};

    for (const surroundings *s = at; s; s = s->outer) {
        for (const named *n = s->first; n; n = n->next)
            if (strcmp(n->name, name) == 0)
                return n->is;
        for (size_t i = 0; s->formula && i < s->formula->capture_count; i++)
            if (strcmp(s->formula->captures[i].name, name) == 0)
                return captured(&s->formula->captures[i]);
    }
    return m;
}

/* Whose: "mother of this member". */
static const char *whose(telling *t, const char *said_so, const char *of)
{
    const char *both = arena_print(t->memory, "%s %s %s", said_so, said(SAID_OF, t->language), of);

    t->failed |= !both;
    return both ? both : "";
}

static meaning linked(telling *t, const meaning *from, int index)
{
    const fact *f = &t->rules->facts.facts[index];
    meaning m = {.kind = MEANS_PERSON, .target = ENTITY_PERSON, .index = index, .base = from->who};

    m.text = vocabulary_said(f->read_as, t->language);
    if (!m.text)
        m.text = label_said(&f->label, t->language, f->name);
    m.who = *from->who ? whose(t, m.text, from->who) : m.text;
    return m;
}

static meaning variable_field(telling *t, const meaning *from, const char *prefix, const char *name)
{
    meaning m = {.kind = MEANS_VARIABLES, .who = from->who, .target = from->target};
    char *full = arena_print(t->memory, "%s%s%s", prefix, *prefix ? "." : "", name);
    int index = full ? rulebook_variable(t->rules, full) : -1;

    t->failed |= !full;
    m.text = full ? full : "";
    if (index >= 0) {
        m.kind = MEANS_VARIABLE;
        m.index = index;
    }
    return m;
}

static meaning person_field(telling *t, const meaning *of, const char *name)
{
    meaning m = {.kind = MEANS_PERSON, .who = of->who, .target = ENTITY_HOUSEHOLD};
    int index = dictionary_find_read(&t->rules->facts, of->target, name);

    if (index >= 0 && t->rules->facts.facts[index].kind == KIND_PERSON)
        return linked(t, of, index);
    if (index >= 0) {
        m.kind = MEANS_FACT;
        m.index = index;
        return m;
    }
    if (set_said(name, t->language)) {
        m.kind = MEANS_SET;
        m.text = name;
        return m;
    }
    if (of->target == ENTITY_PERSON && strcmp(name, "household") == 0)
        return m;
    return variable_field(t, of, "", name);
}

static meaning parameter_field(telling *t, const char *prefix, const char *name)
{
    meaning m = {.kind = MEANS_PARAMETERS, .who = ""};
    char *full = arena_print(t->memory, "%s%s%s", prefix, *prefix ? "." : "", name);
    int index = full ? rulebook_parameter(t->rules, full) : -1;

    t->failed |= !full;
    m.text = full ? full : "";
    if (index >= 0) {
        m.kind = MEANS_PARAMETER;
        m.index = index;
    }
    return m;
}

meaning meaning_of(telling *t, const ast *tree, const surroundings *at)
{
    meaning m = {.kind = MEANS_COMPUTED, .who = ""};

    if (tree->kind == AST_NAME) {
        m = look_up(tree->name, at);
        return m.kind == MEANS_TREE ? meaning_of(t, m.tree, m.around) : m;
    }
    if (tree->kind != AST_FIELD)
        return m;
    m = meaning_of(t, tree->left, at);
    if (m.kind == MEANS_PERSON)
        return person_field(t, &m, tree->name);
    if (m.kind == MEANS_VARIABLES)
        return variable_field(t, &m, m.text, tree->name);
    if (m.kind == MEANS_PARAMETERS)
        return parameter_field(t, m.text, tree->name);
    return m;
}

void meaning_follow(telling *t, const ast **tree, const surroundings **at)
{
    while ((*tree)->kind == AST_NAME) {
        meaning m = look_up((*tree)->name, *at);

        if (m.kind != MEANS_TREE || t->failed)
            return;
        *tree = m.tree;
        *at = m.around;
    }
}

int meaning_is_leaf(telling *t, const ast *tree, const surroundings *at)
{
    meaning_follow(t, &tree, &at);
    if (tree->kind == AST_CALL && tree->count == 1 && tree->arguments[0]->kind != AST_FUNCTION) {
        meaning m = meaning_of(t, tree->left, at);

        return m.kind == MEANS_BUILTIN && (strcmp(m.text, "euro") == 0 || strcmp(m.text, "date") == 0);
    }
    return tree->kind != AST_CALL && tree->kind != AST_UNARY && tree->kind != AST_BINARY &&
           tree->kind != AST_FUNCTION;
}

static sort sort_of_kind(kind k)
{
    switch (k) {
    case KIND_TRUTH:
        return SORT_TRUTH;
    case KIND_MONEY:
        return SORT_MONEY;
    case KIND_DATE:
        return SORT_DATE;
    case KIND_WORD:
    case KIND_TEXT:
        return SORT_WORD;
    case KIND_PERSON:
        return SORT_PERSON;
    case KIND_NUMBER:
        break;
    }
    return SORT_NUMBER;
}

static sort sort_of_meaning(telling *t, const meaning *m)
{
    static const sort parameters[] = {[PARAMETER_MONEY] = SORT_MONEY,
                                      [PARAMETER_NUMBER] = SORT_NUMBER,
                                      [PARAMETER_TRUTH] = SORT_TRUTH,
                                      [PARAMETER_DATE] = SORT_DATE,
                                      [PARAMETER_SCALE] = SORT_NUMBER};
    static const sort constants[] = {
        [CAPTURE_NUMBER] = SORT_NUMBER, [CAPTURE_MONEY] = SORT_MONEY, [CAPTURE_DATE] = SORT_DATE,
        [CAPTURE_WORD] = SORT_WORD,     [CAPTURE_TRUTH] = SORT_TRUTH, [CAPTURE_FUNCTION] = SORT_NUMBER,
        [CAPTURE_BUILTIN] = SORT_NUMBER};

    switch (m->kind) {
    case MEANS_PERSON:
        return SORT_PERSON;
    case MEANS_FACT:
        return sort_of_kind(t->rules->facts.facts[m->index].kind);
    case MEANS_VARIABLE:
        return sort_of_kind(t->rules->variables[m->index].kind);
    case MEANS_PARAMETER:
        return parameters[t->rules->parameters[m->index].kind];
    case MEANS_DAY:
        return SORT_DATE;
    case MEANS_LETTER:
        return m->sort;
    case MEANS_CONSTANT:
        return constants[m->constant->kind];
    default:
        return SORT_NUMBER;
    }
}

/* The sort of what a body returns: that of its first return. */
static sort sort_of_block(telling *t, const ast_block *block, surroundings *at, int *found)
{
    sort s = SORT_NUMBER;

    for (size_t i = 0; i < block->count && !*found && !t->failed; i++) {
        const statement *x = &block->statements[i];

        if (x->kind == STATEMENT_LOCAL) {
            const surroundings before = *at;
            surroundings *kept = arena_alloc(t->memory, sizeof *kept);
            meaning m = {.kind = MEANS_TREE, .who = "", .tree = x->value};

            if (!kept) {
                t->failed = 1;
                return s;
            }
            *kept = before;
            m.around = kept;
            meaning_bind(t, at, x->name, m);
        } else if (x->kind == STATEMENT_IF) {
            s = sort_of_block(t, x->then_block, at, found);
        } else if (x->kind == STATEMENT_RETURN) {
            s = meaning_sort(t, x->value, at);
            *found = 1;
        }
    }
    return s;
}

static sort sort_of_call(telling *t, const ast *call, const surroundings *at)
{
    static const struct {
        const char *word;
        sort sort;
    } words[] = {
        {"euro", SORT_MONEY},          {"date", SORT_DATE},
        {"per_year", SORT_MONEY},      {"per_month", SORT_MONEY},
        {"brackets", SORT_MONEY},      {"months_after", SORT_DATE},
        {"exists", SORT_TRUTH},        {"known", SORT_TRUTH},
        {"among", SORT_TRUTH},         {"any", SORT_TRUTH},
        {"all", SORT_TRUTH},           {"kinship", SORT_WORD},
        {"age_on", SORT_NUMBER},       {"months_between", SORT_NUMBER},
        {"days_between", SORT_NUMBER}, {"year_of", SORT_NUMBER},
        {"count", SORT_NUMBER},
    };
    meaning m = meaning_of(t, call->left, at);

    if (m.kind == MEANS_HELPER) {
        surroundings inner = meaning_enter(t, call, at, m.helper);
        int found = 0;

        return sort_of_block(t, m.helper->function->body, &inner, &found);
    }
    if (m.kind != MEANS_BUILTIN || !call->count)
        return SORT_NUMBER;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, m.text) == 0)
            return words[i].sort;
    if (call->count == 2 && call->arguments[1]->kind == AST_FUNCTION) {
        surroundings inner = meaning_inside(t, call->arguments[1]->function, at);
        int found = 0;

        return sort_of_block(t, call->arguments[1]->function->body, &inner, &found);
    }
    return meaning_sort(t, call->arguments[0], at);
}

sort meaning_sort(telling *t, const ast *tree, const surroundings *at)
{
    meaning m;

    meaning_follow(t, &tree, &at);
    switch (tree->kind) {
    case AST_NUMBER:
    case AST_FUNCTION:
        return SORT_NUMBER;
    case AST_STRING:
        return SORT_WORD;
    case AST_TRUE:
    case AST_FALSE:
        return SORT_TRUTH;
    case AST_CALL:
        return sort_of_call(t, tree, at);
    case AST_UNARY:
        return tree->op == OP_NOT ? SORT_TRUTH : meaning_sort(t, tree->left, at);
    case AST_BINARY:
        if (tree->op >= OP_EQ)
            return SORT_TRUTH;
        if (tree->op == OP_MUL && meaning_sort(t, tree->right, at) == SORT_MONEY)
            return SORT_MONEY;
        if (tree->op == OP_DIV && meaning_sort(t, tree->right, at) == SORT_MONEY)
            return SORT_NUMBER;
        return meaning_sort(t, tree->left, at);
    case AST_NAME:
    case AST_FIELD:
        break;
    }
    m = meaning_of(t, tree, at);
    return sort_of_meaning(t, &m);
}

surroundings meaning_enter(telling *t, const ast *call, const surroundings *at, const formula *helper)
{
    surroundings inner = {.formula = helper};

    for (size_t i = 0; i < call->count && i < helper->function->parameter_count; i++) {
        meaning m = meaning_of(t, call->arguments[i], at);

        if (m.kind == MEANS_COMPUTED) {
            m.kind = MEANS_TREE;
            m.tree = call->arguments[i];
            m.around = at;
            meaning_follow(t, &m.tree, &m.around);
        }
        meaning_bind(t, &inner, helper->function->parameters[i], m);
    }
    return inner;
}

surroundings meaning_inside(telling *t, const ast_function *f, const surroundings *at)
{
    surroundings inner = {.outer = at};
    meaning m = {.kind = MEANS_PERSON, .target = ENTITY_PERSON};

    m.who = said(t->members > 1 ? SAID_OTHER_MEMBER : SAID_MEMBER, t->language);
    if (f->parameter_count)
        meaning_bind(t, &inner, f->parameters[0], m);
    return inner;
}

static size_t uses_in(const ast *tree, const char *name);

static size_t uses_in_block(const ast_block *block, const char *name)
{
    size_t count = 0;

    for (size_t i = 0; block && i < block->count; i++) {
        const statement *x = &block->statements[i];

        count +=
            uses_in(x->value, name) + uses_in_block(x->then_block, name) + uses_in_block(x->else_block, name);
    }
    return count;
}

static size_t uses_in(const ast *tree, const char *name)
{
    size_t count = 0;

    if (!tree)
        return 0;
    if (tree->kind == AST_NAME)
        return strcmp(tree->name, name) == 0;
    count = uses_in(tree->left, name) + uses_in(tree->right, name);
    for (size_t i = 0; i < tree->count; i++)
        count += uses_in(tree->arguments[i], name);
    return tree->function ? count + uses_in_block(tree->function->body, name) : count;
}

int meaning_has_steps(telling *t, const ast *call, const surroundings *at, const formula *helper)
{
    const ast_function *f = helper->function;

    if (f->body->count != 1 || f->body->statements[0].kind != STATEMENT_RETURN)
        return 1;
    for (size_t i = 0; i < call->count && i < f->parameter_count; i++)
        if (meaning_of(t, call->arguments[i], at).kind == MEANS_COMPUTED &&
            !meaning_is_leaf(t, call->arguments[i], at) && uses_in_block(f->body, f->parameters[i]) > 1)
            return 1;
    return 0;
}

static size_t weight_of_call(telling *t, const ast *call, const surroundings *at)
{
    meaning m = meaning_of(t, call->left, at);
    size_t sum = 0;

    if (m.kind == MEANS_HELPER) {
        surroundings inner;

        if (meaning_has_steps(t, call, at, m.helper))
            return TOO_MANY;
        inner = meaning_enter(t, call, at, m.helper);
        return meaning_weight(t, m.helper->function->body->statements[0].value, &inner);
    }
    for (size_t i = 0; i < call->count; i++) {
        const ast *a = call->arguments[i];

        if (a->kind == AST_FUNCTION) {
            surroundings inner = meaning_inside(t, a->function, at);
            const ast_block *body = a->function->body;

            if (body->count != 1 || body->statements[0].kind != STATEMENT_RETURN)
                return TOO_MANY;
            sum += meaning_weight(t, body->statements[0].value, &inner);
        } else {
            sum += a->kind == AST_STRING ? 0 : meaning_weight(t, a, at);
        }
    }
    return sum;
}

size_t meaning_weight(telling *t, const ast *tree, const surroundings *at)
{
    size_t sum;

    if (t->depth > LIMIT_NESTING || t->failed)
        return TOO_MANY;
    meaning_follow(t, &tree, &at);
    if (meaning_is_leaf(t, tree, at))
        return tree->kind == AST_STRING ? 0 : 1;
    t->depth++;
    if (tree->kind == AST_CALL)
        sum = weight_of_call(t, tree, at);
    else
        sum = meaning_weight(t, tree->left, at) + (tree->right ? meaning_weight(t, tree->right, at) : 0);
    t->depth--;
    return sum;
}
