/*
 * From two line numbers to a tree.
 *
 * Lua has already compiled the file when a formula is read, so most texts seen
 * here are Lua; none is trusted to be. The parser never goes deeper than
 * LIMIT_NESTING calls of itself, and no tree it gives is taller than that.
 */
#include "parser.h"

#include "../base/limits.h"

void parser_advance(parser *p)
{
    p->last_end = p->now.to;
    p->last_line = p->now.line;
    p->now = lexer_next(&p->lexer);
}

int parser_expect(parser *p, token_kind kind, const char *expected)
{
    if (p->now.kind != kind) {
        refuse_unexpected(p, expected);
        return 0;
    }
    parser_advance(p);
    return 1;
}

int parser_enter(parser *p)
{
    if (p->depth >= LIMIT_NESTING) {
        refuse_nesting(p, p->now);
        return 0;
    }
    p->depth++;
    return 1;
}

int parser_grow(parser *p, int height)
{
    if (height > LIMIT_NESTING) {
        refuse_nesting(p, p->now);
        return 0;
    }
    p->height = height;
    return 1;
}

int parser_declare(parser *p, text name, int is_argument)
{
    local_name *l = arena_alloc(p->memory, sizeof *l);

    if (!l) {
        refuse_memory(p);
        return 0;
    }
    *l = (local_name){name, is_argument, p->function_depth, p->locals};
    p->locals = l;
    return 1;
}

static int read_parameter(parser *p, ast_function *f, size_t *capacity)
{
    text name = token_text(&p->lexer, p->now);

    if (p->now.kind == TOKEN_DOTS)
        return refuse(p, REFUSE_DOTS, p->now) != NULL;
    if (p->now.kind != TOKEN_NAME)
        return refuse_unexpected(p, "the name of an argument") != NULL;
    if (arena_grow(p->memory, &f->parameters, capacity, f->parameter_count + 1, sizeof *f->parameters) < 0 ||
        !(f->parameters[f->parameter_count] = arena_copy(p->memory, name.at, name.length))) {
        refuse_memory(p);
        return 0;
    }
    f->parameter_count++;
    parser_advance(p);
    return parser_declare(p, name, 1);
}

static int read_parameters(parser *p, ast_function *f)
{
    size_t capacity = 0;

    if (!parser_expect(p, TOKEN_OPEN, "'(' after function"))
        return 0;
    if (p->now.kind == TOKEN_CLOSE) {
        parser_advance(p);
        return 1;
    }
    for (;;) {
        if (!read_parameter(p, f, &capacity))
            return 0;
        if (p->now.kind != TOKEN_COMMA)
            return parser_expect(p, TOKEN_CLOSE, "',' or ')' after the name of an argument");
        parser_advance(p);
    }
}

ast_function *parse_function_body(parser *p, token start)
{
    ast_function *f = arena_alloc(p->memory, sizeof *f);
    local_name *outside = p->locals;

    if (!f)
        return refuse_memory(p);
    p->function_depth++;
    if (!read_parameters(p, f) || !(f->body = parse_block(p)) ||
        !parser_expect(p, TOKEN_END, "'end' to close the function"))
        return NULL;
    p->function_depth--;
    p->locals = outside;
    f->line = start.line;
    f->last_line = p->last_line;
    f->source = arena_copy(p->memory, p->lexer.file.at + start.from, p->last_end - start.from);
    return f->source ? f : refuse_memory(p);
}

/* function name(, function a.b(: the name is of no use here, but for a method's hidden argument. */
static int pass_name(parser *p)
{
    while (p->now.kind == TOKEN_NAME || p->now.kind == TOKEN_DOT)
        parser_advance(p);
    return p->now.kind != TOKEN_COLON || refuse(p, REFUSE_METHOD, p->now) != NULL;
}

ayant_status parse_function(failure *e, arena *memory, const char *file, text file_text, int line,
                            int last_line, ast_function **out)
{
    parser p = {.e = e, .memory = memory, .file = file};
    ast_function *f = NULL;
    token start;

    if (file_text.length > LIMIT_RULE_FILE)
        return fail_at(e, AYANT_E_LIMIT, "L37", file, 0, 0,
                       "the file is larger than %u bytes: cut it into several files", LIMIT_RULE_FILE);
    p.lexer.file = file_text.length ? file_text : text_of("");
    if (!locate_function(&p, line, last_line))
        return p.status;
    start = p.now;
    parser_advance(&p);
    if (pass_name(&p))
        f = parse_function_body(&p, start);
    if (!f)
        return p.status;
    *out = f;
    return AYANT_OK;
}
