/*
 * Statements, and the names they declare.
 *
 * A local can be seen from the line after it to the end of its block. Only a
 * local of the innermost function can be given a new value, so a function
 * handed to sum or count changes nothing around it.
 */
#include "parser.h"

static int at_block_end(const parser *p)
{
    token_kind kind = p->now.kind;

    return kind == TOKEN_END || kind == TOKEN_ELSE || kind == TOKEN_ELSEIF || kind == TOKEN_UNTIL ||
           kind == TOKEN_END_OF_FILE;
}

static char *name_here(parser *p)
{
    text word = token_text(&p->lexer, p->now);
    char *copy = arena_copy(p->memory, word.at, word.length);

    return copy ? copy : refuse_memory(p);
}

static int read_local(parser *p, statement *s)
{
    token at;

    s->kind = STATEMENT_LOCAL;
    parser_advance(p);
    at = p->now;
    if (p->now.kind == TOKEN_FUNCTION)
        return refuse(p, REFUSE_LOCAL_FUNCTION, p->now) != NULL;
    if (p->now.kind != TOKEN_NAME)
        return refuse_unexpected(p, "a name after local") != NULL;
    if (!(s->name = name_here(p)))
        return 0;
    parser_advance(p);
    if (p->now.kind == TOKEN_LESS)
        return refuse(p, REFUSE_ATTRIBUTE, p->now) != NULL;
    if (p->now.kind == TOKEN_COMMA) {
        parser_advance(p);
        return (p->now.kind == TOKEN_NAME ? refuse(p, REFUSE_SEVERAL_LOCALS, p->now)
                                          : refuse_unexpected(p, "a name after ','")) != NULL;
    }
    if (p->now.kind != TOKEN_ASSIGN)
        return refuse(p, REFUSE_LOCAL_EMPTY, at) != NULL;
    parser_advance(p);
    if (!(s->value = parse_expression(p)))
        return 0;
    if (p->now.kind == TOKEN_COMMA)
        return refuse(p, REFUSE_SEVERAL_VALUES, p->now) != NULL;
    return parser_declare(p, token_text(&p->lexer, at), 0);
}

/* 1 when the name is a local that this function may change. */
static int may_assign(parser *p, token at)
{
    text name = token_text(&p->lexer, at);
    const local_name *l = p->locals;

    while (l && !text_same(l->name, name))
        l = l->outer;
    if (!l)
        return refuse(p, REFUSE_ASSIGN_OUTSIDE, at) != NULL;
    if (l->is_argument)
        return refuse(p, REFUSE_ASSIGN_ARGUMENT, at) != NULL;
    if (l->function_depth != p->function_depth)
        return refuse(p, REFUSE_ASSIGN_OUTER, at) != NULL;
    return 1;
}

/* x = e, or something that starts like it and is refused. */
static int read_assignment(parser *p, statement *s)
{
    token at = p->now;
    ast *target = parse_prefix(p);

    if (!target)
        return 0;
    s->kind = STATEMENT_ASSIGN;
    if (p->now.kind == TOKEN_COMMA && target->kind != AST_CALL)
        return refuse(p, REFUSE_SEVERAL_ASSIGNED, p->now) != NULL;
    if (p->now.kind != TOKEN_ASSIGN) {
        if (target->kind == AST_CALL)
            return refuse(p, REFUSE_DROPPED_CALL, at) != NULL;
        return refuse_unexpected(p, "'=' and a value, or start the line with local, if or return") != NULL;
    }
    if (target->kind == AST_FIELD) {
        at.to = p->last_end; /* the whole of a.b.c, on one line or several */
        return refuse(p, REFUSE_ASSIGN_FIELD, at) != NULL;
    }
    if (target->kind != AST_NAME || at.kind != TOKEN_NAME)
        return refuse_unexpected(p, "a single name in front of '='") != NULL;
    if (!may_assign(p, at))
        return 0;
    s->name = target->name;
    parser_advance(p);
    if (!(s->value = parse_expression(p)))
        return 0;
    if (p->now.kind == TOKEN_COMMA)
        return refuse(p, REFUSE_SEVERAL_VALUES, p->now) != NULL;
    return 1;
}

static int read_return(parser *p, statement *s)
{
    token at = p->now;

    s->kind = STATEMENT_RETURN;
    parser_advance(p);
    if (at_block_end(p) || p->now.kind == TOKEN_SEMICOLON)
        return refuse(p, REFUSE_RETURN_NOTHING, at) != NULL;
    if (!(s->value = parse_expression(p)))
        return 0;
    if (p->now.kind == TOKEN_COMMA)
        return refuse(p, REFUSE_SEVERAL_RETURNS, p->now) != NULL;
    if (p->now.kind == TOKEN_SEMICOLON)
        parser_advance(p);
    if (!at_block_end(p))
        return refuse_unexpected(p, "nothing after return, or an 'end' first") != NULL;
    return 1;
}

static int read_if(parser *p, statement *s);

/* An elseif is an `if` alone in the block of its else; it closes with the same `end`. */
static ast_block *read_elseif(parser *p)
{
    ast_block *b = arena_alloc(p->memory, sizeof *b);

    if (b)
        b->statements = arena_alloc(p->memory, sizeof *b->statements);
    if (!b || !b->statements)
        return refuse_memory(p);
    b->count = 1;
    b->statements[0].line = p->now.line;
    b->statements[0].column = p->now.column;
    if (!parser_enter(p) || !read_if(p, b->statements) || !parser_grow(p, p->height + 1))
        return NULL;
    p->depth--;
    return b;
}

/* The parser stands on if or elseif. */
static int read_if(parser *p, statement *s)
{
    int tallest;

    s->kind = STATEMENT_IF;
    parser_advance(p);
    if (!(s->value = parse_expression(p)))
        return 0;
    tallest = p->height;
    if (!parser_expect(p, TOKEN_THEN, "'then' after the condition") || !(s->then_block = parse_block(p)))
        return 0;
    tallest = p->height > tallest ? p->height : tallest;
    if (p->now.kind == TOKEN_ELSEIF) {
        if (!(s->else_block = read_elseif(p)))
            return 0;
        tallest = p->height > tallest ? p->height : tallest;
        return parser_grow(p, tallest + 1);
    }
    if (p->now.kind == TOKEN_ELSE) {
        parser_advance(p);
        if (!(s->else_block = parse_block(p)))
            return 0;
        tallest = p->height > tallest ? p->height : tallest;
    }
    return parser_expect(p, TOKEN_END, "'end' to close the if") && parser_grow(p, tallest + 1);
}

static int read_statement(parser *p, statement *s)
{
    s->line = p->now.line;
    s->column = p->now.column;
    switch (p->now.kind) {
    case TOKEN_LOCAL:
        return read_local(p, s);
    case TOKEN_IF:
        return read_if(p, s);
    case TOKEN_RETURN:
        return read_return(p, s);
    case TOKEN_WHILE:
    case TOKEN_FOR:
    case TOKEN_REPEAT:
        return refuse(p, REFUSE_LOOP, p->now) != NULL;
    case TOKEN_DO:
        return refuse(p, REFUSE_DO_BLOCK, p->now) != NULL;
    case TOKEN_BREAK:
        return refuse(p, REFUSE_BREAK, p->now) != NULL;
    case TOKEN_GOTO:
    case TOKEN_LABEL:
        return refuse(p, REFUSE_GOTO, p->now) != NULL;
    case TOKEN_FUNCTION:
        return refuse(p, REFUSE_FUNCTION_STATEMENT, p->now) != NULL;
    case TOKEN_NAME:
    case TOKEN_OPEN:
        return read_assignment(p, s);
    default:
        return refuse_unexpected(p, "local, if, return, or the name of a local") != NULL;
    }
}

static int add_statement(parser *p, ast_block *b, size_t *capacity, const statement *s)
{
    if (arena_grow(p->memory, &b->statements, capacity, b->count + 1, sizeof *b->statements) < 0) {
        refuse_memory(p);
        return 0;
    }
    b->statements[b->count++] = *s;
    return 1;
}

ast_block *parse_block(parser *p)
{
    ast_block *b = arena_alloc(p->memory, sizeof *b);
    local_name *outside = p->locals;
    size_t capacity = 0;
    int tallest = 0;

    if (!b)
        return refuse_memory(p);
    if (!parser_enter(p))
        return NULL;
    for (;;) {
        statement s = {0};

        while (p->now.kind == TOKEN_SEMICOLON)
            parser_advance(p);
        if (at_block_end(p))
            break;
        p->height = 0;
        if (!read_statement(p, &s) || !add_statement(p, b, &capacity, &s))
            return NULL;
        tallest = p->height > tallest ? p->height : tallest;
    }
    p->locals = outside;
    p->depth--;
    return parser_grow(p, tallest + 1) ? b : NULL;
}
