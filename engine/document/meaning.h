/*
 * What the names of a formula stand for, to a reader: a fact, a variable, a
 * parameter, somebody, or a value that was given a letter.
 *
 * Nothing here is checked again: the graph was built from the same trees, so
 * every name is known and every type agrees.
 */
#ifndef AYANT_DOCUMENT_MEANING_H
#define AYANT_DOCUMENT_MEANING_H

#include "../base/sink.h"
#include "../graph/graph.h"
#include "../lang/ast.h"

typedef enum sort { SORT_NUMBER, SORT_MONEY, SORT_TRUTH, SORT_DATE, SORT_WORD, SORT_PERSON } sort;

typedef enum meaning_kind {
    MEANS_PERSON,
    MEANS_SET,
    MEANS_FACT,
    MEANS_VARIABLE,
    MEANS_PARAMETER,
    MEANS_DAY,      /* the date of the run */
    MEANS_LETTER,   /* a value named A, B, ... in the text */
    MEANS_CONSTANT, /* a value taken from the file */
    MEANS_HELPER,
    MEANS_BUILTIN,    /* a word of the language */
    MEANS_TREE,       /* what an argument or a local stands for, to be told in its place */
    MEANS_VARIABLES,  /* person.ris: the start of a name */
    MEANS_PARAMETERS, /* param, param.ris */
    MEANS_COMPUTED    /* anything but a name */
} meaning_kind;

typedef struct surroundings surroundings;

typedef struct meaning {
    meaning_kind kind;
    int index;        /* FACT, VARIABLE, PARAMETER; LETTER: its number */
    entity target;    /* PERSON */
    const char *who;  /* whose: "" for the person the formula is about */
    const char *base; /* PERSON reached by a link: whose link it is; NULL: reached by none */
    const char
        *text; /* VARIABLES, PARAMETERS: the prefix; BUILTIN: the word; SET: its name; PERSON: the link */
    sort sort; /* LETTER */
    const capture *constant;
    const formula *helper;
    const ast *tree; /* TREE */
    const surroundings *around;
} meaning;

typedef struct named {
    const char *name;
    meaning is;
    struct named *next;
} named;

/* The names one can see in a body. A helper sees no outer names. */
struct surroundings {
    named *first;
    const surroundings *outer;
    const formula *formula; /* whose captures apply; NULL: the outer one's */
};

typedef struct telling {
    writer *to;
    const graph *g;
    const rulebook *rules;
    ayant_language language;
    arena *memory;
    int letters; /* given so far in this formula */
    int members; /* functions over members one is inside of */
    int depth;
    int failed; /* no memory */
} telling;

meaning meaning_of(telling *t, const ast *tree, const surroundings *at);
void meaning_bind(telling *t, surroundings *at, const char *name, meaning is);
/* Goes on from names that stand for a tree to that tree. */
void meaning_follow(telling *t, const ast **tree, const surroundings **at);
/* A name, a path or a literal: told in one breath. */
int meaning_is_leaf(telling *t, const ast *tree, const surroundings *at);
sort meaning_sort(telling *t, const ast *tree, const surroundings *at);
/* The names inside a helper called with these arguments. */
surroundings meaning_enter(telling *t, const ast *call, const surroundings *at, const formula *helper);
/* The names inside a function over the members of a set. */
surroundings meaning_inside(telling *t, const ast_function *f, const surroundings *at);
/* How many things a reader must hold to read it; above TOO_MANY: it needs lines of its own. */
size_t meaning_weight(telling *t, const ast *tree, const surroundings *at);
#define TOO_MANY ((size_t)1000)
/* 1 when a call of this helper takes several steps to tell. */
int meaning_has_steps(telling *t, const ast *call, const surroundings *at, const formula *helper);

#endif
