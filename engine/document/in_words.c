/*
 * Sentences and lists from a formula's tree.
 *
 * What is short is told in one breath; what is long gets a head and a list.
 * A list always ends what it stands in, so that nothing is read after it but
 * the next item.
 */
#include "in_words.h"

#include <string.h>
#include "figures_said.h"
#include "sayings.h"
#include "vocabulary.h"

#define SHORT 3 /* things one can hold in one sentence */

void tell_said(telling *t, saying s)
{
    put_prose(t->to, said(s, t->language));
}

int tell_is_short(telling *t, const ast *tree, const surroundings *at)
{
    return meaning_weight(t, tree, at) <= SHORT;
}

void tell_letter(telling *t, int number)
{
    put_print(t->to, "<b class=\"letter\">%c", 'A' + number % 26);
    if (number >= 26)
        put_print(t->to, "%d", number / 26 + 1);
    put_text(t->to, "</b>");
}

/* Inside a function over members, the person one started from is named too. */
static void put_whose(telling *t, const char *who, int of_person)
{
    if (!*who && !(of_person && t->members))
        return;
    put_text(t->to, " (");
    put_html(t->to, *who ? who : said(SAID_THE_PERSON, t->language));
    put_text(t->to, ")");
}

static void put_link(telling *t, char what, const char *name, const label *l, const char *who, int of_person)
{
    tell_said(t, SAID_QUOTE);
    put_print(t->to, "<a href=\"#%c-", what);
    put_html(t->to, name);
    put_text(t->to, "\">");
    put_prose(t->to, label_said(l, t->language, name));
    put_text(t->to, "</a>");
    tell_said(t, SAID_UNQUOTE);
    put_whose(t, who, of_person);
}

static void tell_word(telling *t, const char *word)
{
    const char *known = vocabulary_said(word, t->language);

    tell_said(t, SAID_QUOTE);
    for (const char *c = known ? known : word; *c; c++) {
        char one[2] = {!known && *c == '_' ? ' ' : *c, '\0'};

        put_html(t->to, one);
    }
    tell_said(t, SAID_UNQUOTE);
}

static void tell_constant(telling *t, const capture *c)
{
    static const kind kinds[] = {
        [CAPTURE_NUMBER] = KIND_NUMBER, [CAPTURE_MONEY] = KIND_MONEY, [CAPTURE_DATE] = KIND_DATE,
        [CAPTURE_WORD] = KIND_WORD,     [CAPTURE_TRUTH] = KIND_TRUTH, [CAPTURE_FUNCTION] = KIND_NUMBER,
        [CAPTURE_BUILTIN] = KIND_NUMBER};

    if (c->kind == CAPTURE_WORD)
        tell_word(t, c->word);
    else
        put_figure(t->to, kinds[c->kind], c->per, c->value, t->language);
}

static void tell_person(telling *t, const meaning *m)
{
    if (m->base) {
        const fact *f = &t->rules->facts.facts[m->index];

        tell_said(t, SAID_QUOTE);
        put_text(t->to, "<a href=\"#f-");
        put_html(t->to, f->name);
        put_text(t->to, "\">");
        put_html(t->to, m->text);
        put_text(t->to, "</a>");
        tell_said(t, SAID_UNQUOTE);
        put_whose(t, m->base, 1);
    } else if (*m->who) {
        put_html(t->to, m->who);
    } else {
        tell_said(t, m->target == ENTITY_HOUSEHOLD ? SAID_THE_HOUSEHOLD : SAID_THE_PERSON);
    }
}

void tell_meaning(telling *t, const meaning *m)
{
    const rulebook *r = t->rules;

    switch (m->kind) {
    case MEANS_PERSON:
        tell_person(t, m);
        break;
    case MEANS_SET:
        put_html(t->to, set_said(m->text, t->language));
        put_whose(t, m->who, 0);
        break;
    case MEANS_FACT: {
        const fact *f = &r->facts.facts[m->index];

        put_link(t, 'f', f->name, &f->label, m->who, f->entity == ENTITY_PERSON);
        break;
    }
    case MEANS_VARIABLE: {
        const variable *v = &r->variables[m->index];

        put_link(t, 'v', v->name, &v->label, m->who, v->entity == ENTITY_PERSON);
        break;
    }
    case MEANS_PARAMETER:
        put_link(t, 'p', r->parameters[m->index].name, &r->parameters[m->index].label, "", 0);
        break;
    case MEANS_DAY:
        tell_said(t, SAID_THE_DAY);
        break;
    case MEANS_LETTER:
        tell_letter(t, m->index);
        break;
    case MEANS_CONSTANT:
        tell_constant(t, m->constant);
        break;
    default:
        put_html(t->to, m->text ? m->text : "?");
    }
}

/* ---- values in one breath -------------------------------------------- */

static saying sign_of(ast_op sign)
{
    switch (sign) {
    case OP_SUB:
        return SAID_MINUS;
    case OP_MUL:
        return SAID_TIMES;
    case OP_DIV:
        return SAID_OVER;
    case OP_IDIV:
        return SAID_OVER_WHOLE;
    case OP_MOD:
        return SAID_MODULO;
    default:
        return SAID_PLUS;
    }
}

static int is_sum(const ast *tree)
{
    return tree->kind == AST_BINARY && (tree->op == OP_ADD || tree->op == OP_SUB);
}

static void tell_arithmetic(telling *t, const ast *tree, const surroundings *at, int tight)
{
    int sum = is_sum(tree);

    if (tight)
        put_text(t->to, "(");
    tell_noun(t, tree->left, at, sum ? !is_sum(tree->left) : 1);
    put_text(t->to, " ");
    tell_said(t, sign_of(tree->op));
    put_text(t->to, " ");
    tell_noun(t, tree->right, at, 1);
    if (tight)
        put_text(t->to, ")");
}

/* `tight`: stands beside a sign or in a list of arguments, so that a compound gets brackets. */
void tell_noun(telling *t, const ast *tree, const surroundings *at, int tight)
{
    meaning m;

    meaning_follow(t, &tree, &at);
    switch (tree->kind) {
    case AST_NUMBER:
        put_figure(t->to, KIND_NUMBER, PERIOD_NONE, tree->number, t->language);
        return;
    case AST_STRING:
        tell_word(t, tree->name);
        return;
    case AST_TRUE:
    case AST_FALSE:
        tell_said(t, tree->kind == AST_TRUE ? SAID_YES : SAID_NO);
        return;
    case AST_NAME:
    case AST_FIELD:
        m = meaning_of(t, tree, at);
        tell_meaning(t, &m);
        return;
    default:
        break;
    }
    if (meaning_sort(t, tree, at) == SORT_TRUTH) {
        tell_said(t, SAID_ANSWER_TO);
        put_text(t->to, " (");
        tell_clause(t, tree, at, 1);
        put_text(t->to, ")");
    } else if (tree->kind == AST_BINARY) {
        tell_arithmetic(t, tree, at, tight);
    } else if (tree->kind == AST_UNARY) {
        tell_said(t, SAID_MINUS);
        put_text(t->to, " ");
        tell_noun(t, tree->left, at, 1);
    } else {
        int brackets = tight && !meaning_is_leaf(t, tree, at);

        put_text(t->to, brackets ? "(" : "");
        tell_call_noun(t, tree, at);
        put_text(t->to, brackets ? ")" : "");
    }
}

/* ---- values with a list ------------------------------------------------ */

/* The terms of a sum, each on a line with its sign. */
static void tell_terms(telling *t, const ast *tree, const surroundings *at, saying sign, int signs)
{
    const ast *inner = tree;
    const surroundings *around = at;

    meaning_follow(t, &inner, &around);
    if (is_sum(inner) && sign != SAID_MINUS) {
        tell_terms(t, inner->left, around, sign, signs);
        tell_terms(t, inner->right, around, inner->op == OP_SUB ? SAID_MINUS : SAID_PLUS, signs);
        return;
    }
    put_text(t->to, "<li>");
    if (signs && sign != SAID_COUNT) {
        tell_said(t, sign);
        put_text(t->to, " ");
    }
    tell_value(t, inner, around);
    put_text(t->to, "</li>\n");
}

static int only_sums(const ast *tree)
{
    return tree->kind != AST_BINARY ||
           (tree->op != OP_SUB && (tree->op != OP_ADD || (only_sums(tree->left) && only_sums(tree->right))));
}

static void tell_long_arithmetic(telling *t, const ast *tree, const surroundings *at)
{
    int plain = tree->op == OP_ADD && only_sums(tree);

    tell_said(t, plain ? SAID_SUM_OF : SAID_CALCULATION);
    put_text(t->to, "<ul>\n");
    if (is_sum(tree)) {
        tell_terms(t, tree, at, SAID_COUNT, !plain);
    } else {
        put_text(t->to, "<li>");
        tell_value(t, tree->left, at);
        put_text(t->to, "</li>\n<li>");
        tell_said(t, sign_of(tree->op));
        put_text(t->to, " ");
        tell_value(t, tree->right, at);
        put_text(t->to, "</li>\n");
    }
    put_text(t->to, "</ul>\n");
}

void tell_value(telling *t, const ast *tree, const surroundings *at)
{
    meaning_follow(t, &tree, &at);
    if (meaning_is_leaf(t, tree, at) || tell_is_short(t, tree, at)) {
        tell_noun(t, tree, at, 0);
    } else if (meaning_sort(t, tree, at) == SORT_TRUTH) {
        tell_said(t, SAID_YES_IF);
        put_text(t->to, " ");
        tell_condition(t, tree, at, 1);
    } else if (tree->kind == AST_BINARY) {
        tell_long_arithmetic(t, tree, at);
    } else if (tree->kind == AST_CALL) {
        tell_call_value(t, tree, at);
    } else {
        tell_said(t, SAID_OPPOSITE_OF);
        put_text(t->to, " ");
        tell_value(t, tree->left, at);
    }
}

/* ---- truths ------------------------------------------------------------- */

static saying comparison(ast_op sign, int yes, sort s)
{
    static const saying numbers[] = {SAID_EQUALS,  SAID_DIFFERS, SAID_BELOW,
                                     SAID_AT_MOST, SAID_ABOVE,   SAID_AT_LEAST};
    static const saying dates[] = {SAID_SAME_DAY,  SAID_OTHER_DAY, SAID_BEFORE,
                                   SAID_NOT_AFTER, SAID_AFTER,     SAID_NOT_BEFORE};
    static const ast_op reversed[] = {OP_NE, OP_EQ, OP_GE, OP_GT, OP_LE, OP_LT};

    if (!yes)
        sign = reversed[sign - OP_EQ];
    if (s == SORT_PERSON)
        return sign == OP_EQ ? SAID_IS_SAME_PERSON : SAID_IS_OTHER_PERSON;
    if (s == SORT_WORD)
        return sign == OP_EQ ? SAID_IS : SAID_IS_NOT;
    if (s == SORT_TRUTH)
        return sign == OP_EQ ? SAID_SAME_ANSWER : SAID_OTHER_ANSWER;
    return s == SORT_DATE ? dates[sign - OP_EQ] : numbers[sign - OP_EQ];
}

static int is_logic(const ast *tree)
{
    return tree->kind == AST_BINARY && (tree->op == OP_AND || tree->op == OP_OR);
}

void tell_clause(telling *t, const ast *tree, const surroundings *at, int yes)
{
    meaning_follow(t, &tree, &at);
    if (tree->kind == AST_UNARY && tree->op == OP_NOT) {
        tell_clause(t, tree->left, at, !yes);
    } else if (is_logic(tree)) {
        put_text(t->to, is_logic(tree->left) && tree->left->op != tree->op ? "(" : "");
        tell_clause(t, tree->left, at, yes);
        put_text(t->to, is_logic(tree->left) && tree->left->op != tree->op ? ") " : " ");
        tell_said(t, (tree->op == OP_AND) == yes ? SAID_AND : SAID_OR);
        put_text(t->to, is_logic(tree->right) && tree->right->op != tree->op ? " (" : " ");
        tell_clause(t, tree->right, at, yes);
        put_text(t->to, is_logic(tree->right) && tree->right->op != tree->op ? ")" : "");
    } else if (tree->kind == AST_BINARY) {
        tell_noun(t, tree->left, at, 0);
        put_text(t->to, " ");
        tell_said(t, comparison(tree->op, yes, meaning_sort(t, tree->left, at)));
        put_text(t->to, " ");
        tell_noun(t, tree->right, at, 0);
    } else if (tree->kind == AST_CALL) {
        tell_call_clause(t, tree, at, yes);
    } else if (tree->kind == AST_TRUE || tree->kind == AST_FALSE) {
        tell_said(t, (tree->kind == AST_TRUE) == yes ? SAID_ALWAYS : SAID_NEVER);
    } else {
        tell_noun(t, tree, at, 0);
        put_text(t->to, " ");
        tell_said(t, yes ? SAID_IS_YES : SAID_IS_NO);
    }
}

/* A helper that is one expression: told as if it stood here. */
static int call_is_plain(telling *t, const ast *tree, const surroundings *at)
{
    meaning m;

    if (tree->kind != AST_CALL)
        return 0;
    m = meaning_of(t, tree->left, at);
    return m.kind == MEANS_HELPER && !meaning_has_steps(t, tree, at, m.helper);
}

/* The parts of "a and b and c", through names, helpers and "not". */
static void tell_parts(telling *t, const ast *tree, const surroundings *at, int yes, int all)
{
    meaning_follow(t, &tree, &at);
    if (tree->kind == AST_UNARY && tree->op == OP_NOT && is_logic(tree->left)) {
        tell_parts(t, tree->left, at, !yes, all);
    } else if (is_logic(tree) && ((tree->op == OP_AND) == yes) == all) {
        tell_parts(t, tree->left, at, yes, all);
        tell_parts(t, tree->right, at, yes, all);
    } else if (call_is_plain(t, tree, at)) {
        meaning m = meaning_of(t, tree->left, at);
        surroundings inner = meaning_enter(t, tree, at, m.helper);

        tell_parts(t, m.helper->function->body->statements[0].value, &inner, yes, all);
    } else {
        put_text(t->to, "<li>");
        tell_condition(t, tree, at, yes);
        put_text(t->to, "</li>\n");
    }
}

static int has_list(const ast *tree)
{
    return tree->kind == AST_CALL ? tree->count > 2 : tree->kind == AST_UNARY && has_list(tree->left);
}

/* "a or b" in one breath, unless a part has an "or" of its own (a word among several). */
int tell_clause_is_short(telling *t, const ast *tree, const surroundings *at)
{
    if (!is_logic(tree))
        return meaning_weight(t, tree, at) <= SHORT;
    return meaning_weight(t, tree, at) <= 2 && !has_list(tree->left) && !has_list(tree->right);
}

void tell_condition(telling *t, const ast *tree, const surroundings *at, int yes)
{
    meaning_follow(t, &tree, &at);
    if (tell_clause_is_short(t, tree, at)) {
        tell_clause(t, tree, at, yes);
    } else if (tree->kind == AST_UNARY) {
        tell_condition(t, tree->left, at, !yes);
    } else if (is_logic(tree)) {
        int all = (tree->op == OP_AND) == yes;

        tell_said(t, all ? SAID_ALL_OF : SAID_ONE_OF);
        put_text(t->to, "<ul>\n");
        tell_parts(t, tree, at, yes, all);
        put_text(t->to, "</ul>\n");
    } else if (tree->kind == AST_BINARY) {
        tell_said(t, SAID_COMPARISON);
        put_text(t->to, "<ul>\n<li>");
        tell_value(t, tree->left, at);
        put_text(t->to, "</li>\n<li>");
        tell_said(t, comparison(tree->op, yes, meaning_sort(t, tree->left, at)));
        put_text(t->to, " ");
        tell_value(t, tree->right, at);
        put_text(t->to, "</li>\n</ul>\n");
    } else if (tree->kind != AST_CALL || !tell_call_condition(t, tree, at, yes)) {
        tell_clause(t, tree, at, yes);
    }
}
