/*
 * Operators: types, units, and the node each becomes.
 */
#include "lower.h"

#include <string.h>

ayant_status lower_operator(lowering *l, scope *s, const ast *tree, value *out);

static const node *at(const lowering *l, int index)
{
    return &l->g->nodes[index];
}

/* One period out of two: EUR literals take the other's. 0 when they clash. */
static int same_period(const type *a, const type *b, period *out)
{
    *out = a->per == PERIOD_ANY ? b->per : a->per;
    return a->per == b->per || a->per == PERIOD_ANY || b->per == PERIOD_ANY;
}

static ayant_status clash(lowering *l, const ast *tree, const type *a, const type *b)
{
    const char *sign = ast_op_text(tree->op);

    if (a->kind == KIND_MONEY && b->kind == KIND_MONEY)
        return reject_rule(
            l, tree, "G20",
            "%s %s %s: write per_year(...) around the monthly amount or per_month(...) around the "
            "yearly one",
            type_text(a), sign, type_text(b));
    if ((a->kind == KIND_MONEY && b->kind == KIND_NUMBER) ||
        (a->kind == KIND_NUMBER && b->kind == KIND_MONEY))
        return reject_rule(l, tree, "G21",
                           "money %s a bare number: write euro(...) for an amount, or better a parameter",
                           sign);
    return reject_rule(l, tree, "G22", "%s %s %s has no meaning", type_text(a), sign, type_text(b));
}

static ayant_status lower_sum(lowering *l, scope *s, const ast *tree, int a, int b, value *out)
{
    type ta = at(l, a)->type, tb = at(l, b)->type;
    op o = tree->op == OP_ADD ? NODE_ADD : NODE_SUB;
    period per;

    if (ta.kind == KIND_MONEY && tb.kind == KIND_MONEY && same_period(&ta, &tb, &per))
        return make_op(l, s, tree, o, type_money(per), a, b, -1, &out->node);
    if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER)
        return make_op(l, s, tree, o, ta.whole && tb.whole ? type_whole : type_decimal, a, b, -1, &out->node);
    if (ta.kind == KIND_DATE && tb.kind == KIND_NUMBER && tb.whole) {
        ayant_status status;
        int minus = b;

        if (o == NODE_SUB) {
            int zero;

            if ((status = make_constant(l, tree, type_whole, 0, 0, &zero)) < 0 ||
                (status = make_op(l, s, tree, NODE_SUB, type_whole, zero, b, -1, &minus)) < 0)
                return status;
        }
        return make_op(l, s, tree, NODE_DAYS_AFTER, type_date, a, minus, -1, &out->node);
    }
    return clash(l, tree, &ta, &tb);
}

static ayant_status lower_product(lowering *l, scope *s, const ast *tree, int a, int b, value *out)
{
    type ta = at(l, a)->type, tb = at(l, b)->type;
    period per;

    if (tree->op == OP_MUL) {
        if (ta.kind == KIND_MONEY && tb.kind == KIND_NUMBER)
            return make_op(l, s, tree, NODE_MUL, ta, a, b, -1, &out->node);
        if (ta.kind == KIND_NUMBER && tb.kind == KIND_MONEY)
            return make_op(l, s, tree, NODE_MUL, tb, b, a, -1, &out->node);
        if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER)
            return make_op(l, s, tree, NODE_MUL, ta.whole && tb.whole ? type_whole : type_decimal, a, b, -1,
                           &out->node);
    } else if (tree->op == OP_DIV) {
        if (ta.kind == KIND_MONEY && tb.kind == KIND_NUMBER)
            return make_op(l, s, tree, NODE_DIV, ta, a, b, -1, &out->node);
        if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER && ta.whole && tb.whole)
            return reject_rule(l, tree, "G38",
                               "a whole number divided by a whole number loses its remainder: write // for "
                               "whole parts, or divide the amount itself");
        /* Lua keeps such a quotient in binary, with digits that no amount of ours has */
        if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER && ta.whole && tb.whole)
            return reject_rule(l, tree, "G38",
                               "a whole number divided by a whole number: write // for the whole part, or "
                               "divide the amount");
        if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER)
            return make_op(l, s, tree, NODE_DIV, type_decimal, a, b, -1, &out->node);
        if (ta.kind == KIND_MONEY && tb.kind == KIND_MONEY && same_period(&ta, &tb, &per))
            return reject_rule(l, tree, "G23", "money divided by money: compare the two amounts instead");
    } else if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER && ta.whole && tb.whole) {
        return make_op(l, s, tree, tree->op == OP_IDIV ? NODE_IDIV : NODE_MOD, type_whole, a, b, -1,
                       &out->node);
    }
    return clash(l, tree, &ta, &tb);
}

static ayant_status lower_order(lowering *l, scope *s, const ast *tree, int a, int b, value *out)
{
    type ta = at(l, a)->type, tb = at(l, b)->type;
    period per;
    ayant_status status;
    int same = ta.kind == tb.kind && (ta.kind == KIND_NUMBER || ta.kind == KIND_DATE ||
                                      (ta.kind == KIND_MONEY && same_period(&ta, &tb, &per)));

    if (!same)
        return clash(l, tree, &ta, &tb);
    /* one order for all four, so that "below" and "not below" are one comparison */
    if (tree->op == OP_LT || tree->op == OP_GE)
        status = make_op(l, s, tree, NODE_LT, type_truth, a, b, -1, &out->node);
    else
        status = make_op(l, s, tree, NODE_LT, type_truth, b, a, -1, &out->node);
    if (status < 0 || tree->op == OP_LT || tree->op == OP_GT)
        return status;
    return make_op(l, s, tree, NODE_NOT, type_truth, out->node, -1, -1, &out->node);
}

/* The bit of a literal in a vocabulary, or a refusal that lists the vocabulary's nearest word. */
static ayant_status word_bit(lowering *l, const ast *tree, const type *words, const char *word, uint64_t *bit)
{
    const char *near = NULL;
    size_t least = 100;

    for (size_t i = 0; i < words->word_count; i++) {
        size_t far = text_distance(word, words->words[i]);

        if (far == 0) {
            *bit = (uint64_t)1 << i;
            return AYANT_OK;
        }
        if (far < least) {
            least = far;
            near = words->words[i];
        }
    }
    return reject_rule(l, tree, "G24", "'%s' is not a word of this fact or variable%s%s%s", word,
                       near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
}

int same_vocabulary(const type *a, const type *b)
{
    if (a->words == b->words)
        return 1;
    if (a->word_count != b->word_count)
        return 0;
    for (size_t i = 0; i < a->word_count; i++)
        if (strcmp(a->words[i], b->words[i]) != 0)
            return 0;
    return 1;
}

static ayant_status lower_word_equal(lowering *l, scope *s, const ast *tree, const value *a, const value *b,
                                     value *out)
{
    const value *literal = a->kind == VALUE_WORD ? a : b, *other = a->kind == VALUE_WORD ? b : a;
    node n = {.op = NODE_AMONG, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    if (other->kind != VALUE_NODE || at(l, other->node)->type.kind != KIND_WORD)
        return reject_rule(l, tree, "G25", "the word '%s' is compared with something that is not a word",
                           literal->text);
    n.type = type_truth;
    n.space = at(l, other->node)->space;
    n.input[0] = other->node;
    if ((status = word_bit(l, tree, &at(l, other->node)->type, literal->text, &n.mask)) < 0)
        return status;
    (void)s;
    return make(l, tree, &n, &out->node);
}

static ayant_status same_person(lowering *l, scope *s, const ast *tree, const person_ref *who, int *out)
{
    if (!who->steps)
        return make_map(l, tree, NODE_MAP_SELF, s->space, -1, out);
    return map_of_steps(l, tree, who->steps, out);
}

static ayant_status lower_same_person(lowering *l, scope *s, const ast *tree, const value *a, const value *b,
                                      value *out)
{
    node n = {.op = NODE_MAP_SAME, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    if (a->kind != VALUE_PERSON || b->kind != VALUE_PERSON || a->person.target != b->person.target)
        return reject_rule(l, tree, "G26", "a person can only be compared with a person");
    if ((status = same_person(l, s, tree, &a->person, &n.input[0])) < 0 ||
        (status = same_person(l, s, tree, &b->person, &n.input[1])) < 0)
        return status;
    n.type = type_truth;
    n.space = s->space;
    return make(l, tree, &n, &out->node);
}

static ayant_status lower_equal(lowering *l, scope *s, const ast *tree, const value *a, const value *b,
                                value *out)
{
    ayant_status status;
    type ta, tb;
    period per;
    int na, nb;

    out->kind = VALUE_NODE;
    if (a->kind == VALUE_PERSON || b->kind == VALUE_PERSON)
        return lower_same_person(l, s, tree, a, b, out);
    if (a->kind == VALUE_WORD || b->kind == VALUE_WORD)
        return lower_word_equal(l, s, tree, a, b, out);
    if ((status = value_node(l, s, a, tree->left, NULL, &na)) < 0 ||
        (status = value_node(l, s, b, tree->right, NULL, &nb)) < 0)
        return status;
    ta = at(l, na)->type;
    tb = at(l, nb)->type;
    if (ta.kind == KIND_WORD && tb.kind == KIND_WORD && same_vocabulary(&ta, &tb))
        return make_op(l, s, tree, NODE_SAME_WORD, type_truth, na, nb, -1, &out->node);
    if (ta.kind == KIND_NUMBER && tb.kind == KIND_NUMBER && (!ta.whole || !tb.whole))
        return reject_rule(l, tree, "G27", "decimal numbers are compared with < or <=, never with ==");
    if (ta.kind != tb.kind || ta.kind == KIND_WORD || (ta.kind == KIND_MONEY && !same_period(&ta, &tb, &per)))
        return clash(l, tree, &ta, &tb);
    return make_op(l, s, tree, NODE_EQ, type_truth, na, nb, -1, &out->node);
}

static ayant_status lower_unary(lowering *l, scope *s, const ast *tree, value *out)
{
    ayant_status status;
    int a, zero;

    out->kind = VALUE_NODE;
    if ((status = lower_node(l, s, tree->left, NULL, &a)) < 0)
        return status;
    if (tree->op == OP_NOT) {
        if (at(l, a)->type.kind != KIND_TRUTH)
            return reject_rule(l, tree, "G28", "'not' needs a truth (yes or no), not %s",
                               type_text(&at(l, a)->type));
        return make_op(l, s, tree, NODE_NOT, type_truth, a, -1, -1, &out->node);
    }
    if (at(l, a)->type.kind != KIND_MONEY && at(l, a)->type.kind != KIND_NUMBER)
        return reject_rule(l, tree, "G29", "only money and numbers have a minus sign, not %s",
                           type_text(&at(l, a)->type));
    if ((status = make_constant(l, tree, at(l, a)->type, 0, 0, &zero)) < 0)
        return status;
    return make_op(l, s, tree, NODE_SUB, at(l, a)->type, zero, a, -1, &out->node);
}

static ayant_status lower_logic(lowering *l, scope *s, const ast *tree, value *out)
{
    ayant_status status;
    int a, b;

    out->kind = VALUE_NODE;
    if ((status = lower_node(l, s, tree->left, NULL, &a)) < 0 ||
        (status = lower_node(l, s, tree->right, NULL, &b)) < 0)
        return status;
    if (at(l, a)->type.kind != KIND_TRUTH || at(l, b)->type.kind != KIND_TRUTH)
        return reject_rule(l, tree, "G30",
                           "'%s' joins truths (yes or no); use if ... then ... end to choose an amount",
                           ast_op_text(tree->op));
    return make_op(l, s, tree, tree->op == OP_AND ? NODE_AND : NODE_OR, type_truth, a, b, -1, &out->node);
}

ayant_status lower_operator(lowering *l, scope *s, const ast *tree, value *out)
{
    value a, b;
    ayant_status status;
    int na, nb;

    if (tree->kind == AST_UNARY)
        return lower_unary(l, s, tree, out);
    if (tree->op == OP_AND || tree->op == OP_OR)
        return lower_logic(l, s, tree, out);
    if ((status = lower_expression(l, s, tree->left, &a)) < 0 ||
        (status = lower_expression(l, s, tree->right, &b)) < 0)
        return status;
    out->kind = VALUE_NODE;
    if (tree->op == OP_EQ || tree->op == OP_NE) {
        if ((status = lower_equal(l, s, tree, &a, &b, out)) < 0 || tree->op == OP_EQ)
            return status;
        return make_op(l, s, tree, NODE_NOT, type_truth, out->node, -1, -1, &out->node);
    }
    if ((status = value_node(l, s, &a, tree->left, NULL, &na)) < 0 ||
        (status = value_node(l, s, &b, tree->right, NULL, &nb)) < 0)
        return status;
    switch (tree->op) {
    case OP_ADD:
    case OP_SUB:
        return lower_sum(l, s, tree, na, nb, out);
    case OP_MUL:
    case OP_DIV:
    case OP_IDIV:
    case OP_MOD:
        return lower_product(l, s, tree, na, nb, out);
    default:
        return lower_order(l, s, tree, na, nb, out);
    }
}

ayant_status value_node(lowering *l, scope *s, const value *v, const ast *tree, const type *expected,
                        int *node_out)
{
    ayant_status status;
    uint64_t bit;

    (void)s;
    switch (v->kind) {
    case VALUE_NODE:
        *node_out = v->node;
        return AYANT_OK;
    case VALUE_WORD:
        if (!expected || expected->kind != KIND_WORD)
            return reject_rule(l, tree, "G31", "the word '%s' stands where no word is expected", v->text);
        if ((status = word_bit(l, tree, expected, v->text, &bit)) < 0)
            return status;
        return make_constant(l, tree, *expected, 0, bit, node_out);
    case VALUE_PERSON:
        return reject_rule(
            l, tree, "G32",
            "a person stands where a value is expected: name one of the person's facts, or use exists(...)");
    case VALUE_SET:
        return reject_rule(
            l, tree, "G33",
            "several people stand where one value is expected: use sum, count, any, all, least or greatest");
    case VALUE_VARIABLES:
    case VALUE_PARAMETERS:
        return reject_rule(l, tree, "G34", "'%s' is the start of a name; write the rest of it", v->text);
    case VALUE_SCALE:
        return reject_rule(l, tree, "G35", "a scale is used with brackets(amount, scale)");
    case VALUE_FUNCTION:
        return reject_rule(l, tree, "G36", "a function stands where a value is expected: call it");
    case VALUE_BUILTIN:
        break;
    }
    return reject_rule(l, tree, "G37",
                       "'%s' is not known here: it is neither a local, a word of the language, nor a helper",
                       v->text);
}

ayant_status lower_node(lowering *l, scope *s, const ast *tree, const type *expected, int *node_out)
{
    value v;
    ayant_status status;

    if ((status = lower_expression(l, s, tree, &v)) < 0)
        return status;
    return value_node(l, s, &v, tree, expected, node_out);
}
