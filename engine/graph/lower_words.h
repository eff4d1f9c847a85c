/*
 * What lower_words.c and lower_members.c share.
 */
#ifndef AYANT_GRAPH_LOWER_WORDS_H
#define AYANT_GRAPH_LOWER_WORDS_H

#include "lower.h"

int same_vocabulary(const type *a, const type *b);
ayant_status common_type(lowering *l, const ast *tree, int a, int b, type *out);

/* The word at a place of the table, NULL after the last: so that a test can hold two tables together. */
const char *graph_word(size_t i);

ayant_status word_kinship(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_sum(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_count(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_any(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_all(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_least(lowering *l, scope *s, const ast *call, value *out);
ayant_status word_greatest(lowering *l, scope *s, const ast *call, value *out);

ayant_status note_kinship(lowering *l, const person_ref *of);

#endif
