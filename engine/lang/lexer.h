/*
 * The words of a Lua 5.4 text, one at a time.
 *
 * The whole lexical grammar of Lua 5.4 is read, also what a formula may not
 * use, so that a quote or a comment never hides or invents a word. A lexer
 * holds no memory: a copy of it is a bookmark. After TOKEN_BAD or
 * TOKEN_END_OF_FILE it gives the same token for ever.
 */
#ifndef AYANT_LANG_LEXER_H
#define AYANT_LANG_LEXER_H

#include "../base/text.h"

/* Reserved words, then signs: longer signs before those they start with. */
#define LANG_WORDS(X)                                                                                        \
    X(TOKEN_AND, "and")                                                                                      \
    X(TOKEN_BREAK, "break")                                                                                  \
    X(TOKEN_DO, "do")                                                                                        \
    X(TOKEN_ELSE, "else")                                                                                    \
    X(TOKEN_ELSEIF, "elseif")                                                                                \
    X(TOKEN_END, "end")                                                                                      \
    X(TOKEN_FALSE, "false")                                                                                  \
    X(TOKEN_FOR, "for")                                                                                      \
    X(TOKEN_FUNCTION, "function")                                                                            \
    X(TOKEN_GOTO, "goto")                                                                                    \
    X(TOKEN_IF, "if")                                                                                        \
    X(TOKEN_IN, "in")                                                                                        \
    X(TOKEN_LOCAL, "local")                                                                                  \
    X(TOKEN_NIL, "nil")                                                                                      \
    X(TOKEN_NOT, "not")                                                                                      \
    X(TOKEN_OR, "or")                                                                                        \
    X(TOKEN_REPEAT, "repeat")                                                                                \
    X(TOKEN_RETURN, "return")                                                                                \
    X(TOKEN_THEN, "then")                                                                                    \
    X(TOKEN_TRUE, "true")                                                                                    \
    X(TOKEN_UNTIL, "until")                                                                                  \
    X(TOKEN_WHILE, "while")

#define LANG_SIGNS(X)                                                                                        \
    X(TOKEN_DOTS, "...")                                                                                     \
    X(TOKEN_CONCAT, "..")                                                                                    \
    X(TOKEN_DOT, ".")                                                                                        \
    X(TOKEN_EQUAL, "==")                                                                                     \
    X(TOKEN_ASSIGN, "=")                                                                                     \
    X(TOKEN_NOT_EQUAL, "~=")                                                                                 \
    X(TOKEN_TILDE, "~")                                                                                      \
    X(TOKEN_SHIFT_LEFT, "<<")                                                                                \
    X(TOKEN_LESS_EQUAL, "<=")                                                                                \
    X(TOKEN_LESS, "<")                                                                                       \
    X(TOKEN_SHIFT_RIGHT, ">>")                                                                               \
    X(TOKEN_GREATER_EQUAL, ">=")                                                                             \
    X(TOKEN_GREATER, ">")                                                                                    \
    X(TOKEN_WHOLE_DIVIDE, "//")                                                                              \
    X(TOKEN_DIVIDE, "/")                                                                                     \
    X(TOKEN_LABEL, "::")                                                                                     \
    X(TOKEN_COLON, ":")                                                                                      \
    X(TOKEN_PLUS, "+")                                                                                       \
    X(TOKEN_MINUS, "-")                                                                                      \
    X(TOKEN_TIMES, "*")                                                                                      \
    X(TOKEN_REMAINDER, "%")                                                                                  \
    X(TOKEN_POWER, "^")                                                                                      \
    X(TOKEN_LENGTH, "#")                                                                                     \
    X(TOKEN_BIT_AND, "&")                                                                                    \
    X(TOKEN_BIT_OR, "|")                                                                                     \
    X(TOKEN_OPEN, "(")                                                                                       \
    X(TOKEN_CLOSE, ")")                                                                                      \
    X(TOKEN_OPEN_BRACE, "{")                                                                                 \
    X(TOKEN_CLOSE_BRACE, "}")                                                                                \
    X(TOKEN_OPEN_SQUARE, "[")                                                                                \
    X(TOKEN_CLOSE_SQUARE, "]")                                                                               \
    X(TOKEN_SEMICOLON, ";")                                                                                  \
    X(TOKEN_COMMA, ",")

#define LANG_KIND(kind, spelling) kind,
typedef enum token_kind {
    LANG_WORDS(LANG_KIND) LANG_SIGNS(LANG_KIND) TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING, /* with its quotes or brackets */
    TOKEN_END_OF_FILE,
    TOKEN_BAD /* not Lua: `why` says it */
} token_kind;
#undef LANG_KIND

typedef struct token {
    token_kind kind;
    int line, column; /* where it starts; columns count characters, not bytes */
    size_t from, to;  /* its bytes in the file */
    const char *why;  /* BAD */
} token;

typedef struct lexer {
    text file;
    size_t at;
    int line;
    size_t line_start, counted; /* the column of the byte `counted` is `column` */
    int column;
} lexer;

/* Skips a byte order mark and a first line that starts with `#`, as Lua does. */
void lexer_start(lexer *l, text file);
token lexer_next(lexer *l);
text token_text(const lexer *l, token t);

#endif
