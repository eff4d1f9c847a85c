/*
 * Asking: one person's rights, question by question.
 *
 * A session first learns who lives together, as far as the rights asked about
 * depend on it, then one fact at a time. It asks only what can still change
 * an answer, and first what is expected to leave the fewest questions after
 * it. What is not known stays unknown and is never asked again.
 *
 * A session keeps what was answered in memory and nowhere else; it asks no
 * name, no address and no number of a register.
 */
#ifndef AYANT_ASK_ASK_H
#define AYANT_ASK_ASK_H

#include "../base/sink.h"
#include "../graph/graph.h"
#include "../takeup/results.h"

typedef struct ask_options {
    day on;
    ayant_language language;
    const char *rights; /* names separated by commas; NULL: all */
    int strict;         /* 1: what is usually presumed is asked too */
} ask_options;

/* A question; valid until the next call with this session. */
typedef ayant_ask_question ask_question;
typedef ayant_ask_right ask_right;

typedef struct asking asking;

/* The graph must outlive the session. AYANT_E_USAGE (A01) for a right that does not exist. */
ayant_status ask_new(failure *e, const graph *g, const ask_options *options, asking **out);
void ask_free(asking *s); /* accepts NULL */
/* AYANT_NONE: nothing is left to ask. */
ayant_status ask_next(failure *e, asking *s, ask_question *out);
/*
 * Answers the question ask_next gave: also "?" and its like, and "back".
 * AYANT_E_INPUT (A02): not understood, with what to write, in the language of the session; the question
 * stands.
 */
ayant_status ask_answer(failure *e, asking *s, text answer);
/* What each right says so far, in order of names. */
ayant_status ask_result(failure *e, asking *s, const ask_right **rights, size_t *count);
ayant_status ask_end(failure *e, asking *s, ayant_format format, const ayant_sink *out);

/*
 * For measuring: 1 when nothing that is still unknown can change an answer.
 * Sets a cell without a question; the composition must be known.
 */
int ask_settled(asking *s);
int ask_set(asking *s, int which, uint32_t member, cell value);

#endif
