/*
 * The steps of a formula: what is kept aside, "if", "otherwise", the result.
 */
#include "in_words.h"

/* A name for part of the calculation: told under a letter, unless it is told in one breath anyway. */
static void tell_local(telling *t, surroundings *at, const char *name, const ast *value,
                       const surroundings *around)
{
    meaning m = meaning_of(t, value, around);
    sort s;

    if (m.kind != MEANS_COMPUTED) {
        meaning_bind(t, at, name, m);
        return;
    }
    s = meaning_sort(t, value, around);
    put_text(t->to, "<li>");
    tell_said(t, SAID_LET);
    put_text(t->to, " ");
    tell_letter(t, t->letters);
    put_text(t->to, " ");
    tell_said(t, s == SORT_TRUTH ? SAID_BE_YES_IF : SAID_BE);
    put_text(t->to, " ");
    if (s == SORT_TRUTH)
        tell_condition(t, value, around, 1);
    else
        tell_value(t, value, around);
    put_text(t->to, "</li>\n");
    m = (meaning){.kind = MEANS_LETTER, .who = "", .index = t->letters++, .sort = s};
    meaning_bind(t, at, name, m);
}

static void tell_assignment(telling *t, const surroundings *at, const statement *x)
{
    ast name = {.kind = AST_NAME, .name = x->name};

    put_text(t->to, "<li>");
    tell_noun(t, &name, at, 0);
    put_text(t->to, " ");
    tell_said(t, meaning_sort(t, x->value, at) == SORT_TRUTH ? SAID_BECOMES_YES_IF : SAID_BECOMES);
    put_text(t->to, " ");
    if (meaning_sort(t, x->value, at) == SORT_TRUTH)
        tell_condition(t, x->value, at, 1);
    else
        tell_value(t, x->value, at);
    put_text(t->to, "</li>\n");
}

static void tell_return(telling *t, const ast *tree, const surroundings *at)
{
    meaning_follow(t, &tree, &at);
    if (meaning_sort(t, tree, at) != SORT_TRUTH) {
        tell_value(t, tree, at);
    } else if (tree->kind == AST_TRUE || tree->kind == AST_FALSE) {
        tell_said(t, tree->kind == AST_TRUE ? SAID_YES : SAID_NO);
    } else if (tree->kind == AST_NAME || tree->kind == AST_FIELD) {
        tell_said(t, SAID_ANSWER_TO);
        put_text(t->to, " ");
        tell_noun(t, tree, at, 0);
    } else {
        tell_said(t, SAID_YES_IF);
        put_text(t->to, " ");
        tell_condition(t, tree, at, 1);
    }
}

static int always_returns(const ast_block *block)
{
    const statement *last;

    if (!block || !block->count)
        return 0;
    last = &block->statements[block->count - 1];
    return last->kind == STATEMENT_RETURN ||
           (last->kind == STATEMENT_IF && always_returns(last->then_block) &&
            always_returns(last->else_block));
}

static void tell_branch(telling *t, const ast_block *block, const surroundings *at)
{
    surroundings inner = {.outer = at};

    if (block->count == 1 && block->statements[0].kind == STATEMENT_RETURN) {
        tell_return(t, block->statements[0].value, at);
        return;
    }
    put_text(t->to, "<ul>\n");
    tell_block(t, block, &inner);
    put_text(t->to, "</ul>\n");
}

static void tell_if(telling *t, const statement *x, const surroundings *at, int otherwise)
{
    const ast *asked = x->value;
    const surroundings *around = at;

    for (;;) {
        put_text(t->to, "<li>");
        tell_said(t, otherwise ? SAID_ELSE_IF : SAID_IF);
        put_text(t->to, " ");
        meaning_follow(t, &asked, &around);
        tell_condition(t, asked, around, 1);
        if (tell_clause_is_short(t, asked, around)) {
            tell_said(t, SAID_COLON);
            put_text(t->to, " ");
            tell_branch(t, x->then_block, at);
        } else {
            put_text(t->to, "<div>");
            tell_said(t, SAID_THEN);
            put_text(t->to, " ");
            tell_branch(t, x->then_block, at);
            put_text(t->to, "</div>\n");
        }
        put_text(t->to, "</li>\n");
        if (!x->else_block || x->else_block->count != 1 || x->else_block->statements[0].kind != STATEMENT_IF)
            break;
        x = &x->else_block->statements[0];
        asked = x->value;
        around = at;
        otherwise = 1;
    }
    if (x->else_block) {
        put_text(t->to, "<li>");
        tell_said(t, SAID_ELSE);
        put_text(t->to, " ");
        tell_branch(t, x->else_block, at);
        put_text(t->to, "</li>\n");
    }
}

void tell_block(telling *t, const ast_block *block, surroundings *at)
{
    int otherwise = 0; /* what comes next is for those no earlier "if" has answered */
    int first_letter = t->letters;

    for (size_t i = 0; i < block->count && !t->failed; i++) {
        const statement *x = &block->statements[i];

        switch (x->kind) {
        case STATEMENT_LOCAL:
            tell_local(t, at, x->name, x->value, at);
            break;
        case STATEMENT_ASSIGN:
            tell_assignment(t, at, x);
            break;
        case STATEMENT_IF:
            tell_if(t, x, at, otherwise);
            otherwise = always_returns(x->then_block);
            break;
        case STATEMENT_RETURN:
            put_text(t->to, "<li>");
            if (otherwise || t->letters > first_letter) {
                tell_said(t, otherwise ? SAID_ELSE : SAID_RESULT);
                put_text(t->to, " ");
            }
            tell_return(t, x->value, at);
            put_text(t->to, "</li>\n");
            break;
        }
    }
}

void tell_steps(telling *t, const ast *call, const surroundings *at, const formula *helper)
{
    surroundings inner = {.formula = helper};

    put_text(t->to, "<ul>\n");
    for (size_t i = 0; i < call->count && i < helper->function->parameter_count; i++)
        tell_local(t, &inner, helper->function->parameters[i], call->arguments[i], at);
    tell_block(t, helper->function->body, &inner);
    put_text(t->to, "</ul>\n");
}

int formula_in_words(writer *w, const graph *g, const variable *v, ayant_language l)
{
    telling t = {.to = w, .g = g, .rules = g->rules, .language = l, .memory = arena_new()};
    const ast_function *f = v->formula->function;
    surroundings outer = {.formula = v->formula};
    meaning subjects[] = {{.kind = MEANS_PERSON, .who = "", .target = v->entity},
                          {.kind = MEANS_PARAMETERS, .who = "", .text = ""},
                          {.kind = MEANS_DAY, .who = ""}};

    if (!t.memory)
        return -1;
    for (size_t i = 0; i < f->parameter_count && i < sizeof subjects / sizeof *subjects; i++)
        meaning_bind(&t, &outer, f->parameters[i], subjects[i]);
    if (f->body->count == 1 && f->body->statements[0].kind == STATEMENT_RETURN) {
        put_text(w, "<div class=\"words\">");
        tell_return(&t, f->body->statements[0].value, &outer);
        put_text(w, "</div>\n");
    } else {
        put_text(w, "<ul class=\"words\">\n");
        tell_block(&t, f->body, &outer);
        put_text(w, "</ul>\n");
    }
    arena_free(t.memory);
    return t.failed ? -1 : 0;
}
