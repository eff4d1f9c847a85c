/*
 * The parser's own things, shared by the files of lang/ only.
 *
 * Every function that reads gives NULL (or 0) once something is refused, and
 * p->status then holds the failure's status: one check at each step is enough
 * for any text, however broken, to end in a refusal.
 */
#ifndef AYANT_LANG_PARSER_H
#define AYANT_LANG_PARSER_H

#include "ast.h"
#include "lexer.h"

/* A name that formulas may read; only locals of the innermost function may change. */
typedef struct local_name {
    text name;
    int is_argument;
    int function_depth;
    struct local_name *outer;
} local_name;

typedef struct parser {
    failure *e;
    arena *memory;
    const char *file;
    lexer lexer;
    token now;          /* the word being looked at */
    size_t last_end;    /* where the word before it ends */
    int last_line;      /* and its line */
    int depth;          /* how deep this parser is in itself */
    int height;         /* levels of the tree the last function built */
    int function_depth; /* 1 in the formula, 2 in a function it gives to sum */
    local_name *locals; /* the innermost first */
    ayant_status status;
} parser;

#define REFUSAL(name, id, sentence) REFUSE_##name,
typedef enum refusal {
#include "refusals.def"
    REFUSE_COUNT
} refusal;
#undef REFUSAL

/* refuse.c: all give NULL. */
void *refuse(parser *p, refusal which, token at);
void *refuse_memory(parser *p);
void *refuse_nesting(parser *p, token at);
/* "expected ..." against the word being looked at. */
void *refuse_unexpected(parser *p, const char *expected);
/* The word as written, short and without control characters. */
void quote_token(char out[64], const lexer *l, token t);

/* locate.c: puts the parser on the word `function` of the function asked for. */
int locate_function(parser *p, int line, int last_line);

/* parser.c */
void parser_advance(parser *p);
int parser_expect(parser *p, token_kind kind, const char *expected);
int parser_enter(parser *p);            /* one level deeper; 0 past LIMIT_NESTING */
int parser_grow(parser *p, int height); /* sets the height; 0 past LIMIT_NESTING */
int parser_declare(parser *p, text name, int is_argument);
/* `start` is the word `function`; the parser stands on the bracket after it. */
ast_function *parse_function_body(parser *p, token start);

/* expression.c */
ast *parse_expression(parser *p);
ast *parse_prefix(parser *p); /* a name, its fields, its calls */

/* statement.c */
ast_block *parse_block(parser *p); /* up to end, else, elseif, until */

#endif
