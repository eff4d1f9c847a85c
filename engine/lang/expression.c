/*
 * Expressions, with the precedence of Lua 5.4 (reference manual, 3.4.8).
 *
 * A chain such as a + b + c is read in a loop but makes a tree as deep as the
 * chain is long; parser_grow bounds that depth for whoever walks the tree.
 */
#include "parser.h"

#include "literal.h"

#define PRIORITY_UNARY 12

/* `left` binds what comes before, `right` what comes after: equal unless right-associative. */
static const struct binary {
    token_kind token;
    int left, right;
    int allowed; /* 1: `op` counts, 0: `refusal` does */
    ast_op op;
    refusal refusal;
} binaries[] = {
    {TOKEN_OR, 1, 1, 1, OP_OR, REFUSE_COUNT},
    {TOKEN_AND, 2, 2, 1, OP_AND, REFUSE_COUNT},
    {TOKEN_LESS, 3, 3, 1, OP_LT, REFUSE_COUNT},
    {TOKEN_GREATER, 3, 3, 1, OP_GT, REFUSE_COUNT},
    {TOKEN_LESS_EQUAL, 3, 3, 1, OP_LE, REFUSE_COUNT},
    {TOKEN_GREATER_EQUAL, 3, 3, 1, OP_GE, REFUSE_COUNT},
    {TOKEN_NOT_EQUAL, 3, 3, 1, OP_NE, REFUSE_COUNT},
    {TOKEN_EQUAL, 3, 3, 1, OP_EQ, REFUSE_COUNT},
    {TOKEN_BIT_OR, 4, 4, 0, OP_OR, REFUSE_BITS},
    {TOKEN_TILDE, 5, 5, 0, OP_NE, REFUSE_BITS},
    {TOKEN_BIT_AND, 6, 6, 0, OP_AND, REFUSE_BITS},
    {TOKEN_SHIFT_LEFT, 7, 7, 0, OP_MUL, REFUSE_BITS},
    {TOKEN_SHIFT_RIGHT, 7, 7, 0, OP_DIV, REFUSE_BITS},
    {TOKEN_CONCAT, 9, 8, 0, OP_ADD, REFUSE_CONCAT},
    {TOKEN_PLUS, 10, 10, 1, OP_ADD, REFUSE_COUNT},
    {TOKEN_MINUS, 10, 10, 1, OP_SUB, REFUSE_COUNT},
    {TOKEN_TIMES, 11, 11, 1, OP_MUL, REFUSE_COUNT},
    {TOKEN_DIVIDE, 11, 11, 1, OP_DIV, REFUSE_COUNT},
    {TOKEN_WHOLE_DIVIDE, 11, 11, 1, OP_IDIV, REFUSE_COUNT},
    {TOKEN_REMAINDER, 11, 11, 1, OP_MOD, REFUSE_COUNT},
    {TOKEN_POWER, 14, 13, 0, OP_MUL, REFUSE_POWER},
};

const char *ast_op_text(ast_op op)
{
    static const char *const texts[] = {
        [OP_ADD] = "+",   [OP_SUB] = "-", [OP_MUL] = "*",   [OP_DIV] = "/",  [OP_IDIV] = "//", [OP_MOD] = "%",
        [OP_EQ] = "==",   [OP_NE] = "~=", [OP_LT] = "<",    [OP_LE] = "<=",  [OP_GT] = ">",    [OP_GE] = ">=",
        [OP_AND] = "and", [OP_OR] = "or", [OP_NOT] = "not", [OP_MINUS] = "-"};

    return texts[op];
}

static const struct binary *binary_of(token_kind kind)
{
    for (size_t i = 0; i < sizeof binaries / sizeof binaries[0]; i++)
        if (binaries[i].token == kind)
            return &binaries[i];
    return NULL;
}

static ast *node(parser *p, ast_kind kind, token at, int height)
{
    ast *a;

    if (!parser_grow(p, height))
        return NULL;
    a = arena_alloc(p->memory, sizeof *a);
    if (!a)
        return refuse_memory(p);
    a->kind = kind;
    a->line = at.line;
    a->column = at.column;
    return a;
}

/* A node that carries the word being looked at as its name. */
static ast *named_node(parser *p, ast_kind kind, token at, int height)
{
    text word = token_text(&p->lexer, p->now);
    ast *a = node(p, kind, at, height);

    if (!a)
        return NULL;
    a->name = arena_copy(p->memory, word.at, word.length);
    if (!a->name)
        return refuse_memory(p);
    parser_advance(p);
    return a;
}

static ast *number(parser *p)
{
    ast *a = node(p, AST_NUMBER, p->now, 1);

    if (!a)
        return NULL;
    switch (literal_number(token_text(&p->lexer, p->now), &a->number)) {
    case LITERAL_GOOD:
        parser_advance(p);
        return a;
    case LITERAL_HEXADECIMAL:
        return refuse(p, REFUSE_HEXADECIMAL, p->now);
    case LITERAL_TOO_LARGE:
        return refuse(p, REFUSE_NUMBER_LARGE, p->now);
    default:
        return refuse(p, REFUSE_FRACTION, p->now);
    }
}

static ast *string(parser *p)
{
    ast *a = node(p, AST_STRING, p->now, 1);

    if (!a)
        return NULL;
    switch (literal_text(token_text(&p->lexer, p->now), p->memory, &a->name)) {
    case LITERAL_GOOD:
        parser_advance(p);
        return a;
    case LITERAL_NO_MEMORY:
        return refuse_memory(p);
    default:
        return refuse(p, REFUSE_BAD_TEXT, p->now);
    }
}

static ast *argument(parser *p)
{
    token start = p->now;
    ast *a;
    ast_function *function;

    if (start.kind != TOKEN_FUNCTION)
        return parse_expression(p);
    parser_advance(p);
    function = parse_function_body(p, start);
    a = function ? node(p, AST_FUNCTION, start, p->height + 1) : NULL;
    if (a)
        a->function = function;
    return a;
}

static int add_argument(parser *p, ast *a, size_t *capacity, ast *one)
{
    if (!one)
        return 0;
    if (arena_grow(p->memory, &a->arguments, capacity, a->count + 1, sizeof *a->arguments) < 0) {
        refuse_memory(p);
        return 0;
    }
    a->arguments[a->count++] = one;
    return 1;
}

/* f "x", or f(a, b): the parser stands on the text or the bracket. */
static ast *call(parser *p, ast *left)
{
    int tallest = p->height + 1;
    ast *a = node(p, AST_CALL, p->now, tallest);
    size_t capacity = 0;

    if (!a)
        return NULL;
    a->left = left;
    a->line = left->line;
    a->column = left->column;
    if (p->now.kind == TOKEN_STRING)
        return add_argument(p, a, &capacity, string(p)) && parser_grow(p, tallest) ? a : NULL;
    parser_advance(p);
    if (p->now.kind == TOKEN_CLOSE) {
        parser_advance(p);
        return a;
    }
    for (;;) {
        if (!add_argument(p, a, &capacity, argument(p)))
            return NULL;
        if (p->height + 1 > tallest)
            tallest = p->height + 1;
        if (p->now.kind != TOKEN_COMMA)
            break;
        parser_advance(p);
    }
    return parser_expect(p, TOKEN_CLOSE, "',' or ')' after an argument") && parser_grow(p, tallest) ? a
                                                                                                    : NULL;
}

static ast *field(parser *p, ast *left)
{
    ast *a;

    parser_advance(p);
    if (p->now.kind != TOKEN_NAME)
        return refuse_unexpected(p, "a name after the point");
    a = named_node(p, AST_FIELD, p->now, p->height + 1);
    if (a)
        a->left = left;
    return a;
}

static ast *bracketed(parser *p)
{
    ast *a;

    parser_advance(p);
    a = parse_expression(p);
    return a && parser_expect(p, TOKEN_CLOSE, "')' after the expression") ? a : NULL;
}

ast *parse_prefix(parser *p)
{
    ast *a = NULL;

    if (p->now.kind == TOKEN_NAME)
        a = named_node(p, AST_NAME, p->now, 1);
    else if (p->now.kind == TOKEN_OPEN)
        a = bracketed(p);
    else
        refuse_unexpected(p, "a value: a number, a text, a name or a call");
    while (a) {
        switch (p->now.kind) {
        case TOKEN_DOT:
            a = field(p, a);
            break;
        case TOKEN_OPEN:
        case TOKEN_STRING:
            a = call(p, a);
            break;
        case TOKEN_OPEN_SQUARE:
            return refuse(p, REFUSE_INDEX, p->now);
        case TOKEN_COLON:
            return refuse(p, REFUSE_METHOD, p->now);
        case TOKEN_OPEN_BRACE:
            return refuse(p, REFUSE_TABLE, p->now);
        default:
            return a;
        }
    }
    return NULL;
}

static ast *simple(parser *p)
{
    token at = p->now;
    ast *a;

    switch (at.kind) {
    case TOKEN_NUMBER:
        return number(p);
    case TOKEN_STRING:
        return string(p);
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        a = node(p, at.kind == TOKEN_TRUE ? AST_TRUE : AST_FALSE, at, 1);
        parser_advance(p);
        return a;
    case TOKEN_NIL:
        return refuse(p, REFUSE_NIL, at);
    case TOKEN_DOTS:
        return refuse(p, REFUSE_DOTS, at);
    case TOKEN_OPEN_BRACE:
        return refuse(p, REFUSE_TABLE, at);
    case TOKEN_FUNCTION:
        return refuse(p, REFUSE_FUNCTION_HERE, at);
    case TOKEN_LENGTH:
        return refuse(p, REFUSE_LENGTH, at);
    case TOKEN_TILDE:
        return refuse(p, REFUSE_BITS, at);
    default:
        return parse_prefix(p);
    }
}

static ast *binary_from(parser *p, int priority);

static ast *unary(parser *p)
{
    token at = p->now;
    ast *operand, *a;

    if (at.kind != TOKEN_NOT && at.kind != TOKEN_MINUS)
        return simple(p);
    parser_advance(p);
    operand = binary_from(p, PRIORITY_UNARY);
    a = operand ? node(p, AST_UNARY, at, p->height + 1) : NULL;
    if (!a)
        return NULL;
    a->op = at.kind == TOKEN_NOT ? OP_NOT : OP_MINUS;
    a->left = operand;
    return a;
}

/* Reads operands joined by operators that bind more tightly than `priority`. */
static ast *binary_from(parser *p, int priority)
{
    const struct binary *b;
    ast *left;

    if (!parser_enter(p))
        return NULL;
    left = unary(p);
    while (left && (b = binary_of(p->now.kind)) && b->left > priority) {
        token at = p->now;
        int height = p->height;
        ast *right, *a;

        if (!b->allowed)
            return refuse(p, b->refusal, at);
        parser_advance(p);
        right = binary_from(p, b->right);
        if (right && p->height > height)
            height = p->height;
        a = right ? node(p, AST_BINARY, at, height + 1) : NULL;
        if (a) {
            a->op = b->op;
            a->left = left;
            a->right = right;
        }
        left = a;
    }
    p->depth--;
    return left;
}

ast *parse_expression(parser *p)
{
    return binary_from(p, 0);
}
