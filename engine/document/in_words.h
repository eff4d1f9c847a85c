/*
 * A formula in words, in French or Dutch, as lists a jurist can read.
 */
#ifndef AYANT_DOCUMENT_IN_WORDS_H
#define AYANT_DOCUMENT_IN_WORDS_H

#include "meaning.h"
#include "sayings.h"

/*
 * Writes what a variable's formula does: a sentence, or a list of steps. Names
 * are labels, linked to #v-NAME, #f-NAME and #p-NAME; a helper is told in its
 * place; what a formula keeps aside is called A, B, ... -1 without memory.
 */
int formula_in_words(writer *w, const graph *g, const variable *v, ayant_language l);

/* 1 when a word of the language can be told: a test holds this against the graph's words. */
int call_has_words(const char *word);

/* Private to the room: */
void tell_said(telling *t, saying s);
void tell_letter(telling *t, int number);
int tell_clause_is_short(telling *t, const ast *tree, const surroundings *at);
void tell_noun(telling *t, const ast *tree, const surroundings *at, int tight);
void tell_value(telling *t, const ast *tree, const surroundings *at);
void tell_clause(telling *t, const ast *tree, const surroundings *at, int yes);
void tell_condition(telling *t, const ast *tree, const surroundings *at, int yes);
void tell_block(telling *t, const ast_block *block, surroundings *at);
void tell_steps(telling *t, const ast *call, const surroundings *at, const formula *helper);
void tell_call_noun(telling *t, const ast *call, const surroundings *at);
void tell_call_value(telling *t, const ast *call, const surroundings *at);
void tell_call_clause(telling *t, const ast *call, const surroundings *at, int yes);
/* 1 when the whole was written; 0: the caller must tell it as a clause. */
int tell_call_condition(telling *t, const ast *call, const surroundings *at, int yes);
void tell_meaning(telling *t, const meaning *m);
int tell_is_short(telling *t, const ast *tree, const surroundings *at);

#endif
