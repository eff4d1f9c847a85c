/*
 * Finding the function that stock Lua reports.
 *
 * Lua gives lines only. It counts a function from the line of its opening
 * bracket, or from the word `function` when a statement declares it by name,
 * to the line of its `end`. Of several functions one inside the other on the
 * same lines the outermost is taken; side by side on one line they cannot be
 * told apart, and are refused.
 */
#include "parser.h"

#include "../base/limits.h"

typedef struct found {
    lexer after; /* just after the word `function` */
    token start; /* that word */
    token last;  /* its `end`; END_OF_FILE or BAD when there is none */
} found;

/* The line Lua would report for the function whose word has just been read. */
static int line_of(lexer l, token start, token_kind before)
{
    token next = lexer_next(&l);

    if (next.kind != TOKEN_NAME)
        return next.line; /* function( */
    if (before != TOKEN_LOCAL)
        return start.line;      /* function name( as a statement */
    return lexer_next(&l).line; /* local function name( */
}

/* Reads on to the `end` of the function; every block opener but while and for, which share their do, has one.
 */
static token end_of(lexer *l)
{
    size_t open = 1;

    for (;;) {
        token t = lexer_next(l);

        switch (t.kind) {
        case TOKEN_FUNCTION:
        case TOKEN_DO:
        case TOKEN_IF:
        case TOKEN_REPEAT:
            open++;
            break;
        case TOKEN_END:
        case TOKEN_UNTIL:
            if (--open == 0)
                return t;
            break;
        case TOKEN_END_OF_FILE:
        case TOKEN_BAD:
            return t;
        default:
            break;
        }
    }
}

/*
 * The first function of `line` from `l` up to the byte `limit`; `l` is then
 * after it. 0 when there is none; a bad word ends the search and is *bad.
 */
static int next_on_line(lexer *l, int line, size_t limit, found *out, token *bad)
{
    token_kind before = TOKEN_END_OF_FILE;

    for (;;) {
        token t = lexer_next(l);

        if (t.kind == TOKEN_BAD && t.line <= line)
            *bad = t;
        if (t.kind == TOKEN_END_OF_FILE || t.kind == TOKEN_BAD || t.line > line || t.from >= limit)
            return 0;
        if (t.kind == TOKEN_FUNCTION && line_of(*l, t, before) == line) {
            out->after = *l;
            out->start = t;
            out->last = end_of(l);
            return 1;
        }
        before = t.kind;
    }
}

static int fail_two(parser *p, int line, token first, token second)
{
    p->status = fail_at(p->e, AYANT_E_RULE, "L03", p->file, second.line, second.column,
                        "two functions start on line %d, at columns %d and %d; put each on its own line",
                        line, first.column, second.column);
    return 0;
}

static int fail_none(parser *p, int line, int last_line, token bad)
{
    if (bad.kind == TOKEN_BAD) {
        p->now = bad;
        return refuse_unexpected(p, "Lua") != NULL;
    }
    p->status = fail_at(p->e, AYANT_E_RULE, "L02", p->file, line, 0,
                        "no function from line %d to line %d: the file changed while it was read, run again",
                        line, last_line);
    return 0;
}

int locate_function(parser *p, int line, int last_line)
{
    lexer from;
    size_t limit = SIZE_MAX;

    lexer_start(&from, p->lexer.file);
    for (int level = 0; level < LIMIT_NESTING; level++) {
        found one, other;
        token bad = {.kind = TOKEN_END_OF_FILE};

        if (!next_on_line(&from, line, limit, &one, &bad))
            return fail_none(p, line, last_line, bad);
        if (one.last.kind != TOKEN_END) {
            p->now = one.last;
            return refuse_unexpected(p, "the 'end' that closes it") != NULL;
        }
        if (one.last.line == line && next_on_line(&from, line, limit, &other, &bad))
            return fail_two(p, line, one.start, other.start);
        p->lexer = one.after;
        p->now = one.start;
        if (one.last.line == last_line)
            return 1;
        from = one.after; /* another one: the function asked for starts inside it */
        limit = one.last.from;
    }
    refuse_nesting(p, p->now);
    return 0;
}
