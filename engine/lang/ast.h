/*
 * The pure subset of Lua, as a tree.
 *
 * A tree lives in the arena it was parsed into. Lines and columns count from
 * 1 and are those of the rule file, so that every refusal points at the text.
 */
#ifndef AYANT_LANG_AST_H
#define AYANT_LANG_AST_H

#include "../base/arena.h"
#include "../base/failure.h"
#include "../base/money.h"
#include "../base/text.h"

typedef enum ast_kind {
    AST_NUMBER, /* whole numbers only: a fraction belongs in parameters.lua */
    AST_STRING,
    AST_TRUE,
    AST_FALSE,
    AST_NAME,
    AST_FIELD,   /* left.name */
    AST_CALL,    /* left(arguments); f "x" and f("x") are the same */
    AST_UNARY,   /* op left */
    AST_BINARY,  /* left op right */
    AST_FUNCTION /* only as an argument of a call */
} ast_kind;

typedef enum ast_op {
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_DIV,
    OP_IDIV,
    OP_MOD,
    OP_EQ,
    OP_NE,
    OP_LT,
    OP_LE,
    OP_GT,
    OP_GE,
    OP_AND,
    OP_OR,
    OP_NOT,
    OP_MINUS
} ast_op;

typedef struct ast ast;
typedef struct ast_function ast_function;
typedef struct ast_block ast_block;

struct ast {
    ast_kind kind;
    ast_op op;
    int line, column;
    const char *name; /* NAME, FIELD: the name; STRING: its value */
    micro number;     /* NUMBER, in millionths */
    ast *left, *right;
    ast **arguments;
    size_t count;
    ast_function *function;
};

typedef enum statement_kind {
    STATEMENT_LOCAL,
    STATEMENT_ASSIGN,
    STATEMENT_IF,
    STATEMENT_RETURN
} statement_kind;

typedef struct statement {
    statement_kind kind;
    int line, column;
    const char *name; /* LOCAL, ASSIGN */
    ast *value;       /* LOCAL, ASSIGN, RETURN; IF: the condition */
    ast_block *then_block,
        *else_block; /* IF; an elseif is an IF alone in else_block; else_block may be NULL */
} statement;

struct ast_block {
    statement *statements;
    size_t count;
};

struct ast_function {
    const char **parameters;
    size_t parameter_count;
    ast_block *body;
    int line, last_line;
    const char *source; /* the text from `function` to `end`, for explanations */
};

/*
 * Parses the function that stock Lua says is defined at `line` (linedefined)
 * to `last_line` of `file_text`. Refuses, with file, line, column and what to
 * write instead: loops, goto, `..`, tables, string or fractional literals
 * where none may stand, varargs, method calls, indexing with [], several names
 * in one `local`, assignments to anything but a local, functions that are not
 * arguments, bit operators, `^`, `#`, and two functions that both start on
 * `line` side by side (id L03).
 */
ayant_status parse_function(failure *e, arena *memory, const char *file, text file_text, int line,
                            int last_line, ast_function **out);

/* "+", "and", "~=": as written. */
const char *ast_op_text(ast_op op);

#endif
