/*
 * Reductions over several people: sum, count, any, all, least, greatest.
 *
 * The function given is lowered in the space of the pairs (owner, member), or
 * of the persons for household.members; the reduction brings one value back
 * to each owner, and maps bring it on when the owner is somebody else.
 */
#include "lower_words.h"

#include <string.h>

static const char *const kin_words[] = {KINSHIP_WORDS};

static const node *at(const lowering *l, int index)
{
    return &l->g->nodes[index];
}

ayant_status word_kinship(lowering *l, scope *s, const ast *call, value *out)
{
    node n = {.op = NODE_KINSHIP, .input = {-1, -1, -1}, .index = -1};
    value owner, other;
    ayant_status status;
    int known;

    if ((status = lower_expression(l, s, call->arguments[0], &owner)) < 0 ||
        (status = lower_expression(l, s, call->arguments[1], &other)) < 0)
        return status;
    known = owner.kind == VALUE_PERSON && other.kind == VALUE_PERSON && owner.person.steps &&
            other.person.steps && !owner.person.steps->next && !other.person.steps->next &&
            at(l, owner.person.steps->map)->op == NODE_MAP_OWNER &&
            at(l, other.person.steps->map)->op == NODE_MAP_OTHER &&
            at(l, other.person.steps->map)->index == RELATION_OTHERS;
    if (!known)
        return reject_rule(l, call, "G60",
                           "kinship(person, m) is asked of a person and one of person.others");
    if ((status = note_kinship(l, &other.person)) < 0)
        return status;
    n.space = SPACE_RELATION + RELATION_OTHERS;
    n.type.kind = KIND_WORD;
    n.type.words = kin_words;
    n.type.word_count = KIN_COUNT;
    return make(l, call, &n, &out->node);
}

/* The scope of the function given, and who `m` is in it. */
static ayant_status member_scope(lowering *l, scope *s, const ast *call, const value *set, scope *inner,
                                 person_ref *member)
{
    int own = !set->person.steps;
    ayant_status status;
    int map;

    memset(inner, 0, sizeof *inner);
    memset(member, 0, sizeof *member);
    inner->owner = -1;
    inner->outer = s;
    inner->formula = s->formula;
    member->target = ENTITY_PERSON;
    member->how = set->person.how;
    if (member->how.step_count < 4) {
        member->how.steps[member->how.step_count].how = set->set == SET_MEMBERS ? STEP_MEMBERS : STEP_SET;
        member->how.steps[member->how.step_count++].index = set->set;
    }
    if (set->set == SET_MEMBERS) {
        inner->space = SPACE_PERSON;
        return own ? make_map(l, call, NODE_MAP_HOUSE, SPACE_PERSON, -1, &inner->owner) : AYANT_OK;
    }
    inner->space = (space)(SPACE_RELATION + set->set);
    if (own && (status = make_map(l, call, NODE_MAP_OWNER, inner->space, set->set, &inner->owner)) < 0)
        return status;
    if ((status = make_map(l, call, NODE_MAP_OTHER, inner->space, set->set, &map)) < 0)
        return status;
    member->steps = arena_alloc(l->g->memory, sizeof *member->steps);
    if (!member->steps)
        return fail_memory(l->e);
    member->steps->map = map;
    member->steps->next = NULL;
    return AYANT_OK;
}

static ayant_status member_body(lowering *l, scope *s, const ast *call, const value *set,
                                const value *function, int *out)
{
    scope inner;
    binding b = {.name = NULL};
    ayant_status status;
    const char *file = l->file;

    if (function->function->parameter_count != 1)
        return reject_rule(l, call, "G61",
                           "the function given to '%s' takes one member: function(m) return ... end",
                           call->left->name);
    if ((status = member_scope(l, s, call, set, &inner, &b.value.person)) < 0)
        return status;
    b.value.kind = VALUE_PERSON;
    b.name = function->function->parameters[0];
    inner.bindings = &b;
    if (function->helper) { /* a helper declared elsewhere: its own names only */
        inner.isolated = 1;
        inner.formula = function->helper;
        l->file = function->helper->file;
    }
    status = lower_body(l, &inner, function->function->body, NULL, out);
    l->file = file;
    return status;
}

static space space_of(const value *set)
{
    return (space)(set->set == SET_MEMBERS ? SPACE_PERSON : SPACE_RELATION + set->set);
}

static ayant_status reduce(lowering *l, const ast *call, const value *set, op o, int body, value *out)
{
    node n = {.op = o, .input = {body, -1, -1}, .index = set->set};
    ayant_status status;
    int reduced;

    /* a constant body still counts members: give it the space of the set */
    n.space = set->set == SET_MEMBERS ? SPACE_HOUSEHOLD : SPACE_PERSON;
    if (set->set != SET_MEMBERS)
        l->g->relations |= 1u << set->set;
    n.type = at(l, body)->type;
    if ((status = make(l, call, &n, &reduced)) < 0)
        return status;
    out->kind = VALUE_NODE;
    return bring(l, call, &set->person, reduced, &out->node);
}

/* Of somebody who may not exist: the set is then empty and `all` is yes, where a truth brought over would be
 * no. */
static ayant_status all_of_another(lowering *l, scope *s, const ast *call, const value *set, int body,
                                   value *out)
{
    scope in = {.space = space_of(set)};
    ayant_status status;

    if ((status = make_op(l, &in, call, NODE_NOT, type_truth, body, -1, -1, &body)) < 0 ||
        (status = reduce(l, call, set, NODE_ANY, body, out)) < 0)
        return status;
    return make_op(l, s, call, NODE_NOT, type_truth, out->node, -1, -1, &out->node);
}

static ayant_status lower_reduction(lowering *l, scope *s, const ast *call, op o, value *out)
{
    value set, function;
    ayant_status status;
    type t;
    int body;

    if ((status = lower_expression(l, s, call->arguments[0], &set)) < 0)
        return status;
    if (set.kind != VALUE_SET)
        return reject_rule(
            l, call->arguments[0], "G62",
            "'%s' needs several people: household.members, person.others, person.children, ...",
            call->left->name);
    if (call->count == 1) {
        if ((status = make_constant(l, call, type_truth, 1, 0, &body)) < 0)
            return status;
    } else {
        if ((status = lower_expression(l, s, call->arguments[1], &function)) < 0)
            return status;
        if (function.kind != VALUE_FUNCTION)
            return reject_rule(l, call->arguments[1], "G63",
                               "the second argument of '%s' is a function: function(m) return ... end",
                               call->left->name);
        if ((status = member_body(l, s, call, &set, &function, &body)) < 0)
            return status;
    }
    t = at(l, body)->type;
    if (o == NODE_ANY || o == NODE_ALL || o == NODE_COUNTED) {
        if (t.kind != KIND_TRUTH)
            return reject_rule(l, call, "G64", "the function given to '%s' must answer yes or no, not %s",
                               call->left->name, type_text(&t));
    } else if (t.kind != KIND_MONEY && t.kind != KIND_NUMBER) {
        return reject_rule(l, call, "G65", "the function given to '%s' must give money or a number, not %s",
                           call->left->name, type_text(&t));
    }
    if (o == NODE_COUNTED) {
        scope in = {.space = space_of(&set)};

        if ((status = make_op(l, &in, call, NODE_COUNTED, type_whole, body, -1, -1, &body)) < 0)
            return status;
        o = NODE_SUM;
    }
    return o == NODE_ALL && set.person.steps ? all_of_another(l, s, call, &set, body, out)
                                             : reduce(l, call, &set, o, body, out);
}

ayant_status word_sum(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_SUM, out);
}

ayant_status word_count(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_COUNTED, out);
}

ayant_status word_any(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_ANY, out);
}

ayant_status word_all(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_ALL, out);
}

ayant_status word_least(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_LEAST, out);
}

ayant_status word_greatest(lowering *l, scope *s, const ast *call, value *out)
{
    return lower_reduction(l, s, call, NODE_GREATEST, out);
}
