/*
 * Refusals, in the words of refusals.def.
 *
 * A message quotes a few characters of the rule file and nothing else.
 */
#include "parser.h"

#include "../base/limits.h"

#define REFUSAL(name, id, sentence) {id, sentence},
static const struct {
    const char *id, *sentence;
} refusals[] = {
#include "refusals.def"
};
#undef REFUSAL

void quote_token(char out[64], const lexer *l, token t)
{
    enum { MOST = 40 };
    text word = token_text(l, t);
    size_t length = word.length;
    int cut = length > MOST;

    if (cut) {
        length = MOST;
        while (length > 0 && ((unsigned char)word.at[length] & 0xc0) == 0x80)
            length--; /* not in the middle of a character */
    }
    for (size_t i = 0; i < length; i++)
        out[i] = (unsigned char)word.at[i] < ' ' || word.at[i] == 127 ? ' ' : word.at[i];
    memcpy(out + length, cut ? "..." : "", cut ? 4 : 1);
    if (!text_is_utf8((text){out, length}))
        memcpy(out, "?", 2);
}

void *refuse(parser *p, refusal which, token at)
{
    char word[64];

    quote_token(word, &p->lexer, at);
    p->status = fail_at(p->e, AYANT_E_RULE, refusals[which].id, p->file, at.line, at.column, "'%s' %s", word,
                        refusals[which].sentence);
    return NULL;
}

void *refuse_memory(parser *p)
{
    p->status = fail_memory(p->e);
    return NULL;
}

void *refuse_nesting(parser *p, token at)
{
    char word[64];

    quote_token(word, &p->lexer, at);
    p->status =
        fail_at(p->e, AYANT_E_LIMIT, "L36", p->file, at.line, at.column,
                "'%s' stands more than %d levels deep: cut the formula into several variables, or keep "
                "parts of it in locals",
                word, LIMIT_NESTING);
    return NULL;
}

void *refuse_unexpected(parser *p, const char *expected)
{
    token t = p->now;
    char word[64];

    if (p->status != AYANT_OK)
        return NULL;
    if (t.kind == TOKEN_BAD) {
        p->status = fail_at(p->e, AYANT_E_RULE, "L01", p->file, t.line, t.column, "%s: mend it first", t.why);
    } else if (t.kind == TOKEN_END_OF_FILE) {
        p->status = fail_at(p->e, AYANT_E_RULE, "L01", p->file, t.line, t.column,
                            "the file ends inside a function: write %s", expected);
    } else {
        quote_token(word, &p->lexer, t);
        p->status = fail_at(p->e, AYANT_E_RULE, "L01", p->file, t.line, t.column,
                            "'%s' cannot be read here: write %s", word, expected);
    }
    return NULL;
}
