/*
 * Reading words after the lexical grammar of Lua 5.4 (reference manual, 3.1).
 *
 * `at` never passes the end of the text: every look ahead goes through peek(),
 * which gives -1 there. A zero byte is a byte like another.
 */
#include "lexer.h"

#define LANG_SPELLING(kind, spelling) {kind, sizeof spelling - 1, spelling},
static const struct spelling {
    token_kind kind;
    size_t length;
    const char *text;
} words[] = {LANG_WORDS(LANG_SPELLING)}, signs[] = {LANG_SIGNS(LANG_SPELLING)};
#undef LANG_SPELLING

static int peek(const lexer *l, size_t ahead)
{
    return ahead < l->file.length - l->at ? (unsigned char)l->file.at[l->at + ahead] : -1;
}

static int is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static int is_hexadecimal(int c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static int is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static int is_line_end(int c)
{
    return c == '\n' || c == '\r';
}

static int is_space(int c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || is_line_end(c);
}

/* Passes one byte, or one line end: \n, \r, \r\n or \n\r. */
static void pass(lexer *l)
{
    int c = peek(l, 0), next = peek(l, 1);

    l->at++;
    if (!is_line_end(c))
        return;
    if (is_line_end(next) && next != c)
        l->at++;
    l->line++;
    l->line_start = l->at;
}

static void pass_line(lexer *l)
{
    while (peek(l, 0) >= 0 && !is_line_end(peek(l, 0)))
        l->at++;
}

void lexer_start(lexer *l, text file)
{
    *l = (lexer){.file = file, .line = 1, .column = 1};
    if (file.length >= 3 && memcmp(file.at, "\xef\xbb\xbf", 3) == 0)
        l->at = l->line_start = l->counted = 3;
    if (peek(l, 0) == '#')
        pass_line(l);
}

/* The number of `=` of a long bracket that opens here, or -1. */
static int long_level(const lexer *l)
{
    size_t level = 0;

    if (peek(l, 0) != '[')
        return -1;
    while (peek(l, 1 + level) == '=')
        level++;
    return peek(l, 1 + level) == '[' ? (int)level : -1;
}

/* Passes a long bracket, string or comment. 0 when the file ends inside. */
static int pass_long(lexer *l, int level)
{
    l->at += (size_t)level + 2;
    while (peek(l, 0) >= 0) {
        if (peek(l, 0) == ']') {
            size_t same = 0;

            while (peek(l, 1 + same) == '=')
                same++;
            if (same == (size_t)level && peek(l, 1 + same) == ']') {
                l->at += same + 2;
                return 1;
            }
            l->at += same + 1; /* the bracket after the `=` may open the real end */
        } else {
            pass(l);
        }
    }
    return 0;
}

/* Passes spaces and comments. 0 when a long comment has no end. */
static int pass_blank(lexer *l)
{
    for (;;) {
        if (is_space(peek(l, 0))) {
            pass(l);
        } else if (peek(l, 0) == '-' && peek(l, 1) == '-') {
            int level;

            l->at += 2;
            level = long_level(l);
            if (level < 0)
                pass_line(l);
            else if (!pass_long(l, level))
                return 0;
        } else {
            return 1;
        }
    }
}

static const char *pass_string(lexer *l)
{
    int quote = peek(l, 0);

    l->at++;
    for (;;) {
        int c = peek(l, 0);

        if (c < 0 || is_line_end(c))
            return "the text that starts here has no closing quote on its line";
        if (c == quote) {
            l->at++;
            return NULL;
        }
        if (c != '\\') {
            l->at++;
            continue;
        }
        l->at++;
        if (peek(l, 0) < 0)
            continue;
        c = peek(l, 0);
        pass(l); /* the escaped byte: a quote or a line end among them */
        if (c == 'z')
            while (is_space(peek(l, 0)))
                pass(l);
    }
}

/*
 * As Lua does: takes all that could belong to a number, then judges. Only the
 * shape is judged here; "1..2" and "3x" have none.
 */
static const char *pass_number(lexer *l)
{
    size_t start = l->at, digits = 0, points = 0, exponents = 0, after = 0;
    int hexadecimal = peek(l, 0) == '0' && (peek(l, 1) == 'x' || peek(l, 1) == 'X');

    if (hexadecimal)
        l->at += 2;
    for (;; l->at++) {
        int c = peek(l, 0), small = c | 0x20;

        if (c == '.') {
            points++;
            after += exponents;
        } else if (c >= 0 && (hexadecimal ? small == 'p' : small == 'e')) {
            exponents++;
            if (peek(l, 1) == '+' || peek(l, 1) == '-')
                l->at++;
            after += !is_digit(peek(l, 1));
        } else if (is_digit(c) || (hexadecimal && !exponents && is_hexadecimal(c))) {
            digits += !exponents;
        } else if (is_letter(c)) {
            after++;
        } else {
            break;
        }
    }
    if (digits == 0 || points > 1 || exponents > 1 || after || l->at == start)
        return "this is not a number";
    return NULL;
}

static token_kind word_kind(text word)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].length == word.length && memcmp(words[i].text, word.at, word.length) == 0)
            return words[i].kind;
    return TOKEN_NAME;
}

static const struct spelling *sign_here(const lexer *l)
{
    size_t left = l->file.length - l->at;

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (signs[i].text[0] == l->file.at[l->at] && signs[i].length <= left &&
            memcmp(signs[i].text, l->file.at + l->at, signs[i].length) == 0)
            return &signs[i];
    return NULL;
}

/* Counts on from the last word of the line, so that a long line costs its length once. */
static int column_here(lexer *l)
{
    if (l->counted < l->line_start) {
        l->counted = l->line_start;
        l->column = 1;
    }
    for (; l->counted < l->at; l->counted++)
        l->column += ((unsigned char)l->file.at[l->counted] & 0xc0) != 0x80;
    return l->column;
}

static token begin(lexer *l)
{
    token t = {.kind = TOKEN_END_OF_FILE, .line = l->line, .from = l->at, .to = l->at};

    t.column = column_here(l);
    return t;
}

/* Reads the word at t->from into `t`; the reason when it is none. */
static const char *read_word(lexer *l, token *t)
{
    int c = peek(l, 0), level = long_level(l);
    const struct spelling *sign;

    if (is_letter(c)) {
        while (is_letter(peek(l, 0)) || is_digit(peek(l, 0)))
            l->at++;
        t->kind = word_kind((text){l->file.at + t->from, l->at - t->from});
        return NULL;
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(l, 1)))) {
        t->kind = TOKEN_NUMBER;
        return pass_number(l);
    }
    if (c == '"' || c == '\'' || level >= 0) {
        t->kind = TOKEN_STRING;
        if (level < 0)
            return pass_string(l);
        return pass_long(l, level) ? NULL : "the text that starts here is never closed";
    }
    sign = sign_here(l);
    if (!sign)
        return "this character has no meaning here";
    t->kind = sign->kind;
    l->at += sign->length;
    return NULL;
}

token lexer_next(lexer *l)
{
    lexer before = *l;
    token t;
    const char *why = NULL;

    if (pass_blank(l)) {
        t = begin(l);
        if (peek(l, 0) < 0)
            return t;
        before = *l;
        why = read_word(l, &t);
    } else {
        *l = before;
        t = begin(l);
        why = "a comment that starts here or below is never closed";
    }
    t.to = l->at;
    if (why) {
        *l = before;
        t.kind = TOKEN_BAD;
        t.why = why;
    }
    return t;
}

text token_text(const lexer *l, token t)
{
    return (text){l->file.at + t.from, t.to - t.from};
}
