/*
 * Reading fields: facts, variables, links, sets and parameters.
 */
#include "lower.h"

#include <stdio.h>
#include <string.h>
#include "../base/limits.h"

static const struct {
    const char *name;
    int set;
} sets[] = {
    {"others", RELATION_OTHERS},
    {"children", RELATION_CHILDREN},
    {"parents", RELATION_PARENTS},
    {"siblings", RELATION_SIBLINGS},
    {"ascendants", RELATION_ASCENDANTS},
    {"descendants", RELATION_DESCENDANTS},
    {"parents_in_law", RELATION_PARENTS_IN_LAW},
    {"children_in_law", RELATION_CHILDREN_IN_LAW},
};

/* Remembers what the variable under way reads, once each, for explanations. */
static ayant_status note_reading(lowering *l, const person_ref *of, int what, int index)
{
    variable_graph *v = &l->g->variables[l->variable];
    reading r;

    memset(&r, 0, sizeof r);
    if (of)
        r = of->how;
    r.what = what == READ_FACT       ? READ_FACT
             : what == READ_VARIABLE ? READ_VARIABLE
             : what == READ_KINSHIP  ? READ_KINSHIP
                                     : READ_PARAMETER;
    r.index = index;
    for (size_t i = 0; i < v->reading_count; i++)
        if (memcmp(&v->readings[i], &r, sizeof r) == 0)
            return AYANT_OK;
    if (arena_grow(l->g->memory, &v->readings, &v->reading_capacity, v->reading_count + 1, sizeof r) < 0)
        return fail_memory(l->e);
    v->readings[v->reading_count++] = r;
    return AYANT_OK;
}

static void say_step(person_ref *to, int how, int index)
{
    reading *r = &to->how;

    if (r->step_count >= 4)
        return;
    r->steps[r->step_count].how = how == STEP_LINK    ? STEP_LINK
                                  : how == STEP_HOUSE ? STEP_HOUSE
                                  : how == STEP_SET   ? STEP_SET
                                                      : STEP_MEMBERS;
    r->steps[r->step_count++].index = index;
}

/* Copies the chain so that the one who gave it keeps his, and adds a step at its end. */
static ayant_status extend(lowering *l, const person_ref *of, int map, person_ref *out)
{
    step **end = &out->steps;

    out->steps = NULL;
    for (const step *at = of->steps;; at = at->next) {
        *end = arena_alloc(l->g->memory, sizeof **end);
        if (!*end)
            return fail_memory(l->e);
        (*end)->map = at ? at->map : map;
        (*end)->next = NULL;
        end = &(*end)->next;
        if (!at)
            return AYANT_OK;
    }
}

static type fact_type(const fact *f)
{
    type t = {f->kind, f->per, f->whole, NULL, 0};

    t.words = f->words;
    t.word_count = f->word_count;
    return t;
}

static ayant_status read_fact(lowering *l, const person_ref *of, const ast *tree, int index, value *out)
{
    const fact *f = &l->rules->facts.facts[index];
    node n = {.op = NODE_FACT, .input = {-1, -1, -1}};
    ayant_status status;
    int inner;

    if (f->contact_only || f->kind == KIND_TEXT)
        return reject_rule(l, tree, "G10",
                           "no rule may read '%s': it is there to reach people, not to judge a right",
                           f->name);
    if ((status = note_reading(l, of, READ_FACT, index)) < 0)
        return status;
    if (f->kind == KIND_PERSON) {
        out->kind = VALUE_PERSON;
        out->person = *of;
        out->person.target = ENTITY_PERSON;
        say_step(&out->person, STEP_LINK, index);
        if ((status = make_map(l, tree, NODE_MAP_LINK, SPACE_PERSON, index, &inner)) < 0)
            return status;
        return extend(l, of, inner, &out->person);
    }
    n.space = f->entity == ENTITY_PERSON ? SPACE_PERSON : SPACE_HOUSEHOLD;
    n.type = fact_type(f);
    n.index = index;
    out->kind = VALUE_NODE;
    if ((status = make(l, tree, &n, &inner)) < 0)
        return status;
    return bring(l, tree, of, inner, &out->node);
}

static ayant_status read_variable(lowering *l, const person_ref *of, const ast *tree, int index, value *out)
{
    ayant_status status;

    if ((status = note_reading(l, of, READ_VARIABLE, index)) < 0)
        return status;
    if (l->state[index] != 2) {
        lowering inner = *l;

        inner.nesting = 0;
        if ((status = lower_variable(&inner, index)) < 0)
            return status;
    }
    out->kind = VALUE_NODE;
    return bring(l, tree, of, l->g->variables[index].root, &out->node);
}

static ayant_status variable_prefix(lowering *l, const person_ref *of, const ast *tree, const char *name,
                                    value *out, int *found)
{
    size_t length = strlen(name);

    *found = 0;
    for (size_t i = 0; i < l->rules->variable_count; i++) {
        const variable *v = &l->rules->variables[i];

        if (v->entity != of->target || strncmp(v->name, name, length) != 0)
            continue;
        if (v->name[length] == '\0') {
            *found = 1;
            return read_variable(l, of, tree, (int)i, out);
        }
        if (v->name[length] == '.') {
            *found = 1;
            out->kind = VALUE_VARIABLES;
            out->person = *of;
            out->text = name;
        }
    }
    return AYANT_OK;
}

static ayant_status read_set(lowering *l, const person_ref *of, const ast *tree, const char *name, value *out,
                             int *found)
{
    *found = 0;
    if (of->target == ENTITY_HOUSEHOLD && strcmp(name, "members") == 0) {
        *found = 1;
        out->kind = VALUE_SET;
        out->set = SET_MEMBERS;
        out->person = *of;
        return AYANT_OK;
    }
    if (of->target != ENTITY_PERSON)
        return AYANT_OK;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        if (strcmp(name, sets[i].name) == 0) {
            *found = 1;
            out->kind = VALUE_SET;
            out->set = sets[i].set;
            out->person = *of;
            return AYANT_OK;
        }
    if (strcmp(name, "household") == 0) {
        ayant_status status;
        int map;

        *found = 1;
        out->kind = VALUE_PERSON;
        out->person = *of;
        out->person.target = ENTITY_HOUSEHOLD;
        say_step(&out->person, STEP_HOUSE, 0);
        if ((status = make_map(l, tree, NODE_MAP_HOUSE, SPACE_PERSON, -1, &map)) < 0)
            return status;
        return extend(l, of, map, &out->person);
    }
    return AYANT_OK;
}

/* The name one probably meant, or NULL. */
static const char *nearest(lowering *l, entity of, const char *name)
{
    const char *best = NULL;
    size_t least = strlen(name) / 3 + 2;

    for (size_t i = 0; i < l->rules->facts.count; i++) {
        const fact *f = &l->rules->facts.facts[i];
        size_t far = text_distance(name, f->read_as);

        if (f->entity == of && !f->contact_only && far < least) {
            least = far;
            best = f->read_as;
        }
    }
    for (size_t i = 0; i < l->rules->variable_count; i++) {
        const variable *v = &l->rules->variables[i];
        size_t far = text_distance(name, v->name);

        if (v->entity == of && far < least) {
            least = far;
            best = v->name;
        }
    }
    return best;
}

ayant_status read_field(lowering *l, scope *s, const person_ref *of, const ast *tree, const char *name,
                        value *out)
{
    int index = dictionary_find_read(&l->rules->facts, of->target, name);
    const char *who = of->target == ENTITY_PERSON ? "a person" : "a household";
    const char *near;
    ayant_status status;
    int found;

    (void)s;
    if (index >= 0)
        return read_fact(l, of, tree, index, out);
    if ((status = read_set(l, of, tree, name, out, &found)) < 0 || found)
        return status;
    if ((status = variable_prefix(l, of, tree, name, out, &found)) < 0 || found)
        return status;
    near = nearest(l, of->target, name);
    return reject_rule(l, tree, "G11", "%s has no fact or variable '%s'%s%s%s", who, name,
                       near ? "; did you mean '" : "; facts are declared in facts.lua", near ? near : "",
                       near ? "'?" : "");
}

static const char *nearest_parameter(lowering *l, const char *name)
{
    const char *best = NULL;
    size_t least = 6;

    for (size_t i = 0; i < l->rules->parameter_count; i++) {
        size_t far = text_distance(name, l->rules->parameters[i].name);

        if (far < least) {
            least = far;
            best = l->rules->parameters[i].name;
        }
    }
    return best;
}

static ayant_status parameter_node(lowering *l, const ast *tree, int index, value *out)
{
    static const kind kinds[] = {KIND_MONEY, KIND_NUMBER, KIND_TRUTH, KIND_DATE, KIND_NUMBER};
    const parameter *p = &l->rules->parameters[index];
    node n = {.op = NODE_PARAM, .space = SPACE_CONST, .input = {-1, -1, -1}};
    ayant_status status;

    if ((status = note_reading(l, NULL, READ_PARAMETER, index)) < 0)
        return status;
    if (p->kind == PARAMETER_SCALE) {
        out->kind = VALUE_SCALE;
        out->parameter = index;
        return AYANT_OK;
    }
    n.type.kind = kinds[p->kind];
    n.type.per = p->per;
    n.type.whole = p->whole;
    n.index = index;
    out->kind = VALUE_NODE;
    return make(l, tree, &n, &out->node);
}

static ayant_status read_parameter(lowering *l, const char *prefix, const ast *tree, value *out)
{
    char *name = arena_print(l->g->memory, "%s%s%s", prefix, *prefix ? "." : "", tree->name);
    size_t length;
    const char *near;
    int index;

    if (!name)
        return fail_memory(l->e);
    index = rulebook_parameter(l->rules, name);
    if (index >= 0)
        return parameter_node(l, tree, index, out);
    length = strlen(name);
    for (size_t i = 0; i < l->rules->parameter_count; i++)
        if (strncmp(l->rules->parameters[i].name, name, length) == 0 &&
            l->rules->parameters[i].name[length] == '.') {
            out->kind = VALUE_PARAMETERS;
            out->text = name;
            return AYANT_OK;
        }
    near = nearest_parameter(l, name);
    return reject_rule(l, tree, "G12", "there is no parameter 'param.%s'%s%s%s", name,
                       near ? "; did you mean 'param." : "", near ? near : "",
                       near ? "'?" : ": declare it in parameters.lua");
}

static ayant_status lower_field(lowering *l, scope *s, const ast *tree, value *out)
{
    value of = {.kind = VALUE_NODE};
    ayant_status status;
    char *name;
    int found;

    if ((status = lower_expression(l, s, tree->left, &of)) < 0)
        return status;
    out->line = tree->line;
    out->column = tree->column;
    switch (of.kind) {
    case VALUE_PERSON:
        return read_field(l, s, &of.person, tree, tree->name, out);
    case VALUE_PARAMETERS:
        return read_parameter(l, of.text, tree, out);
    case VALUE_VARIABLES:
        name = arena_print(l->g->memory, "%s.%s", of.text, tree->name);
        if (!name)
            return fail_memory(l->e);
        if ((status = variable_prefix(l, &of.person, tree, name, out, &found)) < 0 || found)
            return status;
        return read_field(l, s, &of.person, tree, name, out); /* says what is near */
    case VALUE_SET:
        return reject_rule(
            l, tree, "G13",
            "'%s' is read of several people at once: use sum, count, any, all, least or greatest",
            tree->name);
    default:
        return reject_rule(l, tree, "G14", "'.%s' follows something that has no fields", tree->name);
    }
}

static ayant_status lower_string(lowering *l, const ast *tree, value *out)
{
    (void)l;
    out->kind = VALUE_WORD;
    out->text = tree->name;
    return AYANT_OK;
}

static ayant_status lower_number(lowering *l, const ast *tree, value *out)
{
    out->kind = VALUE_NODE;
    return make_constant(l, tree, type_whole, (double)tree->number, 0, &out->node);
}

ayant_status lower_operator(lowering *l, scope *s, const ast *tree, value *out);

static ayant_status lower_any(lowering *l, scope *s, const ast *tree, value *out)
{
    switch (tree->kind) {
    case AST_NUMBER:
        return lower_number(l, tree, out);
    case AST_STRING:
        return lower_string(l, tree, out);
    case AST_TRUE:
    case AST_FALSE:
        out->kind = VALUE_NODE;
        return make_constant(l, tree, type_truth, tree->kind == AST_TRUE, 0, &out->node);
    case AST_NAME:
        return lower_name(l, s, tree, out);
    case AST_FIELD:
        return lower_field(l, s, tree, out);
    case AST_CALL:
        return lower_call(l, s, tree, out);
    case AST_FUNCTION:
        out->kind = VALUE_FUNCTION;
        out->function = tree->function;
        return AYANT_OK;
    case AST_UNARY:
    case AST_BINARY:
        break;
    }
    return lower_operator(l, s, tree, out);
}

ayant_status go_deeper(lowering *l, const ast *tree)
{
    if (l->deep >= LIMIT_DEEP)
        return reject_rule(l, tree, "G58",
                           "the formulas it needs lie more than %d expressions deep: declare a variable "
                           "after those it needs, or split the formula",
                           LIMIT_DEEP);
    if (++*l->work > LIMIT_LOWERED)
        return reject_rule(l, tree, "G59",
                           "the rules come to more than %d expressions once helpers and ifs are written "
                           "out: declare variables for what is asked again and again",
                           LIMIT_LOWERED);
    l->deep++;
    return AYANT_OK;
}

ayant_status lower_expression(lowering *l, scope *s, const ast *tree, value *out)
{
    ayant_status status;

    memset(out, 0, sizeof *out);
    out->line = tree->line;
    out->column = tree->column;
    if ((status = go_deeper(l, tree)) < 0)
        return status;
    status = lower_any(l, s, tree, out);
    l->deep--;
    return status;
}

ayant_status note_kinship(lowering *l, const person_ref *of)
{
    return note_reading(l, of, READ_KINSHIP, 0);
}
