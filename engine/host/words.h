/*
 * The words of rule files: one table, from which the sandbox and
 * rules/WORDS.md are both made.
 */
#ifndef AYANT_HOST_WORDS_H
#define AYANT_HOST_WORDS_H

#include <stddef.h>

struct lua_State;

typedef enum word_group {
    WORD_DECLARES, /* while a file loads */
    WORD_LOADS,    /* plain Lua, while a file loads */
    WORD_FORMULA   /* inside a formula, and while a file loads */
} word_group;

typedef struct word {
    const char *name, *signature;
    const char *fr, *en; /* one line each */
    word_group group;
    int (*run)(struct lua_State *);
} word;

extern const word words_table[];
extern const size_t words_count;

#endif
