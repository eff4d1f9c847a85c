/*
 * What a number or a text written in a formula is worth.
 */
#ifndef AYANT_LANG_LITERAL_H
#define AYANT_LANG_LITERAL_H

#include "../base/arena.h"
#include "../base/money.h"
#include "../base/text.h"

typedef enum literal_kind {
    LITERAL_GOOD,
    LITERAL_FRACTION,
    LITERAL_HEXADECIMAL,
    LITERAL_TOO_LARGE,
    LITERAL_BAD_TEXT, /* an escape Lua does not have, a zero byte, or not UTF-8 */
    LITERAL_NO_MEMORY
} literal_kind;

/* `written` is a TOKEN_NUMBER; *out in millionths when it is a whole number in digits. */
literal_kind literal_number(text written, micro *out);
/* `written` is a TOKEN_STRING, with its quotes or long brackets. */
literal_kind literal_text(text written, arena *memory, const char **out);

#endif
