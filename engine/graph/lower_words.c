/*
 * The words of the language that compute on values.
 *
 * One table gives each word its number of arguments and the function that
 * lowers it; reductions over members are in lower_members.c.
 */
#include "lower_words.h"

#include <string.h>
#include "../base/limits.h"

static const node *at(const lowering *l, int index)
{
    return &l->g->nodes[index];
}

static ayant_status argument(lowering *l, scope *s, const ast *call, size_t i, int *out)
{
    return lower_node(l, s, call->arguments[i], NULL, out);
}

static ayant_status wants(lowering *l, const ast *call, size_t i, const char *what, const type *got)
{
    return reject_rule(l, call->arguments[i], "G40", "argument %zu of '%s' must be %s, not %s", i + 1,
                       call->left->name, what, type_text(got));
}

static ayant_status number_argument(lowering *l, scope *s, const ast *call, size_t i, int whole, int *out)
{
    ayant_status status = argument(l, s, call, i, out);

    if (status < 0)
        return status;
    if (at(l, *out)->type.kind != KIND_NUMBER || (whole && !at(l, *out)->type.whole))
        return wants(l, call, i, whole ? "a whole number" : "a number", &at(l, *out)->type);
    return AYANT_OK;
}

static ayant_status date_argument(lowering *l, scope *s, const ast *call, size_t i, int *out)
{
    ayant_status status = argument(l, s, call, i, out);

    if (status == AYANT_OK && at(l, *out)->type.kind != KIND_DATE)
        return wants(l, call, i, "a date", &at(l, *out)->type);
    return status;
}

static ayant_status word_euro(lowering *l, scope *s, const ast *call, value *out)
{
    const ast *arg = call->arguments[0];

    (void)s;
    if (arg->kind != AST_NUMBER)
        return reject_rule(l, call, "G41", "euro(...) takes whole euros written out, such as euro(0)");
    return make_constant(l, call, type_money(PERIOD_ANY), (double)arg->number, 0, &out->node);
}

static ayant_status word_date(lowering *l, scope *s, const ast *call, value *out)
{
    const ast *arg = call->arguments[0];
    day d;

    (void)s;
    if (arg->kind != AST_STRING || !day_parse(text_of(arg->name), &d))
        return reject_rule(l, call, "G42", "date takes a day written out, such as date \"2026-03-01\"");
    return make_constant(l, call, type_date, (double)d, 0, &out->node);
}

/* 12 times, or a twelfth: the only way from one period to the other. */
static ayant_status other_period(lowering *l, scope *s, const ast *call, int yearly, value *out)
{
    ayant_status status;
    int amount, twelve;
    period from = yearly ? PERIOD_MONTH : PERIOD_YEAR;

    if ((status = argument(l, s, call, 0, &amount)) < 0)
        return status;
    if (at(l, amount)->type.kind != KIND_MONEY || at(l, amount)->type.per != from)
        return wants(l, call, 0, yearly ? "EUR/month" : "EUR/year", &at(l, amount)->type);
    if ((status = make_constant(l, call, type_whole, 12.0 * MICRO, 0, &twelve)) < 0)
        return status;
    return make_op(l, s, call, yearly ? NODE_MUL : NODE_DIV, type_money(yearly ? PERIOD_YEAR : PERIOD_MONTH),
                   amount, twelve, -1, &out->node);
}

static ayant_status word_per_year(lowering *l, scope *s, const ast *call, value *out)
{
    return other_period(l, s, call, 1, out);
}

static ayant_status word_per_month(lowering *l, scope *s, const ast *call, value *out)
{
    return other_period(l, s, call, 0, out);
}

/* The common type of two values that are compared or chosen between. */
ayant_status common_type(lowering *l, const ast *tree, int a, int b, type *out)
{
    const type *ta = &at(l, a)->type, *tb = &at(l, b)->type;

    *out = *ta;
    if (ta->kind == tb->kind && ta->kind == KIND_MONEY) {
        if (ta->per == PERIOD_ANY)
            out->per = tb->per;
        if (ta->per == tb->per || ta->per == PERIOD_ANY || tb->per == PERIOD_ANY)
            return AYANT_OK;
        return reject_rule(l, tree, "G20",
                           "%s with %s: write per_year(...) around the monthly amount or per_month(...) "
                           "around the yearly one",
                           type_text(ta), type_text(tb));
    }
    if (ta->kind == tb->kind && ta->kind == KIND_NUMBER) {
        out->whole = ta->whole && tb->whole;
        return AYANT_OK;
    }
    if (ta->kind == tb->kind && (ta->kind != KIND_WORD || same_vocabulary(ta, tb)))
        return AYANT_OK;
    if (ta->kind == tb->kind)
        return reject_rule(l, tree, "G43",
                           "words of two vocabularies: return a word of one of them in each case");
    if ((ta->kind == KIND_MONEY && tb->kind == KIND_NUMBER) ||
        (ta->kind == KIND_NUMBER && tb->kind == KIND_MONEY))
        return reject_rule(l, tree, "G21",
                           "money with a bare number: write euro(...) for an amount, or better a parameter");
    return reject_rule(l, tree, "G43", "%s with %s: both must be of one kind", type_text(ta), type_text(tb));
}

static ayant_status wants_order(lowering *l, const ast *call, size_t i, const type *got)
{
    if (got->kind != KIND_MONEY && got->kind != KIND_NUMBER && got->kind != KIND_DATE)
        return wants(l, call, i, "money, a number or a date", got);
    return AYANT_OK;
}

static ayant_status extreme(lowering *l, scope *s, const ast *call, op o, value *out)
{
    ayant_status status;
    int best, next;
    type t;

    if ((status = argument(l, s, call, 0, &best)) < 0)
        return status;
    for (size_t i = 1; i < call->count; i++) {
        if ((status = argument(l, s, call, i, &next)) < 0 ||
            (status = common_type(l, call->arguments[i], best, next, &t)) < 0)
            return status;
        if ((status = wants_order(l, call, i, &t)) < 0 ||
            (status = make_op(l, s, call, o, t, best, next, -1, &best)) < 0)
            return status;
    }
    out->node = best;
    return AYANT_OK;
}

static ayant_status word_min(lowering *l, scope *s, const ast *call, value *out)
{
    return extreme(l, s, call, NODE_MIN, out);
}

static ayant_status word_max(lowering *l, scope *s, const ast *call, value *out)
{
    return extreme(l, s, call, NODE_MAX, out);
}

static ayant_status word_clamp(lowering *l, scope *s, const ast *call, value *out)
{
    ayant_status status;
    int x, low, high;
    type t;

    if ((status = argument(l, s, call, 0, &x)) < 0 || (status = argument(l, s, call, 1, &low)) < 0 ||
        (status = argument(l, s, call, 2, &high)) < 0 || (status = common_type(l, call, x, high, &t)) < 0 ||
        (status = wants_order(l, call, 0, &t)) < 0 ||
        (status = make_op(l, s, call, NODE_MIN, t, x, high, -1, &x)) < 0 ||
        (status = common_type(l, call, low, x, &t)) < 0)
        return status;
    return make_op(l, s, call, NODE_MAX, t, low, x, -1, &out->node);
}

static ayant_status rounded(lowering *l, scope *s, const ast *call, op o, double multiple, value *out)
{
    node n = {.op = o, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    (void)s;
    if ((status = argument(l, s, call, 0, &n.input[0])) < 0)
        return status;
    n.type = at(l, n.input[0])->type;
    n.space = at(l, n.input[0])->space;
    n.value = multiple;
    if (n.type.kind != KIND_MONEY && n.type.kind != KIND_NUMBER)
        return wants(l, call, 0, "money or a number", &n.type);
    return make(l, call, &n, &out->node);
}

static ayant_status word_round_cent(lowering *l, scope *s, const ast *call, value *out)
{
    return rounded(l, s, call, NODE_ROUND, MICRO / 100, out);
}

static ayant_status word_floor_cent(lowering *l, scope *s, const ast *call, value *out)
{
    return rounded(l, s, call, NODE_FLOOR, MICRO / 100, out);
}

/* The step of round_to is written out: a whole number or euro(...). */
static ayant_status rounded_to(lowering *l, scope *s, const ast *call, op o, value *out)
{
    ayant_status status;
    int step_node, x;

    if ((status = argument(l, s, call, 0, &x)) < 0 || (status = argument(l, s, call, 1, &step_node)) < 0)
        return status;
    if (at(l, step_node)->type.kind != KIND_NUMBER && at(l, step_node)->type.kind != at(l, x)->type.kind)
        return wants(l, call, 1, at(l, x)->type.kind == KIND_MONEY ? "money or a number" : "a number",
                     &at(l, step_node)->type);
    if (at(l, step_node)->op != NODE_CONST || at(l, step_node)->value <= 0)
        return reject_rule(l, call, "G44",
                           "the step of '%s' must be written out and above 0, such as euro(1)",
                           call->left->name);
    return rounded(l, s, call, o, at(l, step_node)->value, out);
}

static ayant_status word_round_to(lowering *l, scope *s, const ast *call, value *out)
{
    return rounded_to(l, s, call, NODE_ROUND, out);
}

static ayant_status word_floor_to(lowering *l, scope *s, const ast *call, value *out)
{
    return rounded_to(l, s, call, NODE_FLOOR, out);
}

static ayant_status word_brackets(lowering *l, scope *s, const ast *call, value *out)
{
    node n = {.op = NODE_BRACKETS, .input = {-1, -1, -1}};
    value scale;
    ayant_status status;

    if ((status = argument(l, s, call, 0, &n.input[0])) < 0 ||
        (status = lower_expression(l, s, call->arguments[1], &scale)) < 0)
        return status;
    if (at(l, n.input[0])->type.kind != KIND_MONEY)
        return wants(l, call, 0, "money", &at(l, n.input[0])->type);
    if (scale.kind != VALUE_SCALE)
        return reject_rule(l, call, "G45",
                           "the second argument of 'brackets' must be a parameter of unit 'scale'");
    /* a stock of capital gives an income; which period is the formula's business */
    n.type = type_money(PERIOD_ANY);
    n.space = at(l, n.input[0])->space;
    n.index = scale.parameter;
    return make(l, call, &n, &out->node);
}

static ayant_status two_dates(lowering *l, scope *s, const ast *call, op o, value *out)
{
    ayant_status status;
    int a, b;

    if ((status = date_argument(l, s, call, 0, &a)) < 0 || (status = date_argument(l, s, call, 1, &b)) < 0)
        return status;
    return make_op(l, s, call, o, type_whole, a, b, -1, &out->node);
}

static ayant_status word_age_on(lowering *l, scope *s, const ast *call, value *out)
{
    return two_dates(l, s, call, NODE_AGE, out);
}

static ayant_status word_months_between(lowering *l, scope *s, const ast *call, value *out)
{
    return two_dates(l, s, call, NODE_MONTHS, out);
}

static ayant_status word_days_between(lowering *l, scope *s, const ast *call, value *out)
{
    return two_dates(l, s, call, NODE_DAYS, out);
}

static ayant_status word_months_after(lowering *l, scope *s, const ast *call, value *out)
{
    ayant_status status;
    int a, b;

    if ((status = date_argument(l, s, call, 0, &a)) < 0 ||
        (status = number_argument(l, s, call, 1, 1, &b)) < 0)
        return status;
    return make_op(l, s, call, NODE_MONTHS_AFTER, type_date, a, b, -1, &out->node);
}

static ayant_status word_year_of(lowering *l, scope *s, const ast *call, value *out)
{
    ayant_status status;
    int a;

    if ((status = date_argument(l, s, call, 0, &a)) < 0)
        return status;
    return make_op(l, s, call, NODE_YEAR, type_whole, a, -1, -1, &out->node);
}

static ayant_status exists_person(lowering *l, scope *s, const ast *call, const person_ref *who, value *out)
{
    node n = {.op = NODE_MAP_EXISTS, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    if (!who->steps)
        return make_constant(l, call, type_truth, 1, 0, &out->node);
    if ((status = map_of_steps(l, call, who->steps, &n.input[0])) < 0)
        return status;
    n.space = s->space;
    n.type = type_truth;
    return make(l, call, &n, &out->node);
}

/* The fact node behind gathers, and the gathers' maps kept to go back through. */
static ayant_status replace_fact(lowering *l, const ast *call, int from, op o, int *out)
{
    node n = *at(l, from);
    ayant_status status;

    if (n.op == NODE_GATHER) {
        if ((status = replace_fact(l, call, n.input[0], o, &n.input[0])) < 0)
            return status;
        n.type = type_truth;
        return make(l, call, &n, out);
    }
    if (n.op != NODE_FACT)
        return reject_rule(l, call, "G46", "'%s' takes a fact, a date or a person", call->left->name);
    n.op = o;
    n.type = type_truth;
    return make(l, call, &n, out);
}

static ayant_status word_exists(lowering *l, scope *s, const ast *call, value *out)
{
    value v;
    ayant_status status;

    if ((status = lower_expression(l, s, call->arguments[0], &v)) < 0)
        return status;
    if (v.kind == VALUE_PERSON)
        return exists_person(l, s, call, &v.person, out);
    if ((status = value_node(l, s, &v, call->arguments[0], NULL, &v.node)) < 0)
        return status;
    if (at(l, v.node)->type.kind == KIND_DATE)
        return make_op(l, s, call, NODE_DATED, type_truth, v.node, -1, -1, &out->node);
    return replace_fact(l, call, v.node, NODE_GIVEN, &out->node);
}

static ayant_status word_known(lowering *l, scope *s, const ast *call, value *out)
{
    node n = {.op = NODE_KNOWN, .input = {-1, -1, -1}, .index = -1};
    value v;
    ayant_status status;
    int a;

    if ((status = lower_expression(l, s, call->arguments[0], &v)) < 0)
        return status;
    if (v.kind != VALUE_PERSON || !v.person.steps) {
        if ((status = value_node(l, s, &v, call->arguments[0], NULL, &a)) < 0)
            return status;
        return make_op(l, s, call, NODE_KNOWN, type_truth, a, -1, -1, &out->node);
    }
    /* of a person: named, in the household; else it may still be said who it is */
    if ((status = map_of_steps(l, call, v.person.steps, &n.input[0])) < 0)
        return status;
    n.space = s->space;
    n.type = type_truth;
    return make(l, call, &n, &out->node);
}

static ayant_status word_among(lowering *l, scope *s, const ast *call, value *out)
{
    node n = {.op = NODE_AMONG, .input = {-1, -1, -1}, .index = -1};
    ayant_status status;

    if ((status = argument(l, s, call, 0, &n.input[0])) < 0)
        return status;
    if (at(l, n.input[0])->type.kind != KIND_WORD)
        return wants(l, call, 0, "a word", &at(l, n.input[0])->type);
    for (size_t i = 1; i < call->count; i++) {
        int word;

        if ((status = lower_node(l, s, call->arguments[i], &at(l, n.input[0])->type, &word)) < 0)
            return status;
        if (at(l, word)->op != NODE_CONST || at(l, word)->type.kind != KIND_WORD)
            return reject_rule(l, call->arguments[i], "G48",
                               "'among' compares with words written out, such as \"eu\"");
        n.mask |= at(l, word)->mask;
    }
    n.type = type_truth;
    n.space = at(l, n.input[0])->space;
    return make(l, call, &n, &out->node);
}

#define MANY 64

static const struct {
    const char *name;
    size_t least, most;
    ayant_status (*lower)(lowering *, scope *, const ast *, value *);
} words[] = {
    {"euro", 1, 1, word_euro},
    {"date", 1, 1, word_date},
    {"per_year", 1, 1, word_per_year},
    {"per_month", 1, 1, word_per_month},
    {"min", 2, MANY, word_min},
    {"max", 2, MANY, word_max},
    {"clamp", 3, 3, word_clamp},
    {"round_cent", 1, 1, word_round_cent},
    {"floor_cent", 1, 1, word_floor_cent},
    {"round_to", 2, 2, word_round_to},
    {"floor_to", 2, 2, word_floor_to},
    {"brackets", 2, 2, word_brackets},
    {"age_on", 2, 2, word_age_on},
    {"months_between", 2, 2, word_months_between},
    {"months_after", 2, 2, word_months_after},
    {"days_between", 2, 2, word_days_between},
    {"year_of", 1, 1, word_year_of},
    {"exists", 1, 1, word_exists},
    {"known", 1, 1, word_known},
    {"among", 2, MANY, word_among},
    {"kinship", 2, 2, word_kinship},
    {"sum", 2, 2, word_sum},
    {"count", 1, 2, word_count},
    {"any", 2, 2, word_any},
    {"all", 2, 2, word_all},
    {"least", 2, 2, word_least},
    {"greatest", 2, 2, word_greatest},
};

const char *graph_word(size_t i)
{
    return i < sizeof words / sizeof *words ? words[i].name : NULL;
}

static ayant_status call_helper(lowering *l, scope *s, const ast *tree, const value *callee, value *out)
{
    const ast_function *f = callee->function;
    scope inner = {.space = s->space, .owner = -1, .same_space = 1, .isolated = 1};
    ayant_status status;

    if (!callee->helper)
        return reject_rule(l, tree, "G49", "a function over members cannot be called directly");
    if (f->parameter_count != tree->count)
        return reject_rule(l, tree, "G50", "the helper takes %zu arguments, not %zu", f->parameter_count,
                           tree->count);
    if (l->nesting >= LIMIT_NESTING)
        return reject_rule(l, tree, "G51", "helpers call each other more than %d deep", LIMIT_NESTING);
    for (size_t i = 0; i < tree->count; i++) {
        binding *b = arena_alloc(l->g->memory, sizeof *b);

        if (!b)
            return fail_memory(l->e);
        if ((status = lower_expression(l, s, tree->arguments[i], &b->value)) < 0)
            return status;
        /* inlined, it would find its names in the helper, not where it is written */
        if (b->value.kind == VALUE_FUNCTION && !b->value.helper)
            return reject_rule(
                l, tree->arguments[i], "G55",
                "a function is given to a helper: give it to sum, count, any, all, least or greatest itself");
        b->name = f->parameters[i];
        b->next = inner.bindings;
        inner.bindings = b;
    }
    inner.outer = s;
    inner.formula = callee->helper;
    out->kind = VALUE_NODE;
    l->nesting++;
    {
        const char *file = l->file;

        l->file = callee->helper->file;
        status = lower_body(l, &inner, f->body, NULL, &out->node);
        l->file = file;
    }
    l->nesting--;
    return status;
}

ayant_status lower_call(lowering *l, scope *s, const ast *tree, value *out)
{
    value callee;
    ayant_status status;

    if (tree->left->kind != AST_NAME)
        return reject_rule(l, tree, "G52", "only words of the language and helpers can be called");
    if ((status = lower_name(l, s, tree->left, &callee)) < 0)
        return status;
    if (callee.kind == VALUE_FUNCTION)
        return call_helper(l, s, tree, &callee, out);
    if (callee.kind != VALUE_BUILTIN)
        return reject_rule(l, tree, "G52", "'%s' is not a function", tree->left->name);
    out->kind = VALUE_NODE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i].name, callee.text) != 0)
            continue;
        if (tree->count < words[i].least || tree->count > words[i].most)
            return reject_rule(l, tree, "G53", "'%s' takes %s%zu arguments, not %zu", callee.text,
                               tree->count < words[i].least && words[i].least != words[i].most ? "at least "
                                                                                               : "",
                               tree->count < words[i].least ? words[i].least : words[i].most, tree->count);
        return words[i].lower(l, s, tree, out);
    }
    return reject_rule(l, tree, "G54",
                       "'%s' is not a word of the language, nor a helper; the words are in rules/README.md",
                       callee.text);
}
