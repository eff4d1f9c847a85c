/*
 * Reasons: the lines of an explanation, as a tree written flat.
 *
 * Collected once, then written as text, JSON or HTML. `depth` 0 is a right.
 */
#ifndef AYANT_EXPLAIN_REASONS_H
#define AYANT_EXPLAIN_REASONS_H

#include "../base/sink.h"
#include "../explore/later.h"
#include "explain.h"
#include "phrases.h"

typedef enum reason_kind {
    REASON_RIGHT,
    REASON_HEADING,
    REASON_CONDITION,
    REASON_VARIABLE,
    REASON_FACT,
    REASON_PARAMETER,
    REASON_NOTE
} reason_kind;

typedef struct reason {
    reason_kind kind;
    int depth;
    const char *name;  /* of the fact, variable or parameter; NULL */
    const char *label; /* in the language */
    const char *value; /* NULL: none */
    const char *law;   /* "[1] art. 14", the number being that of the list of texts; NULL */
    const char *note;  /* who, since when, presumed; NULL */
    int state;         /* 1 yes, 0 no, -1 not known, 2 no truth: for the mark before it */
} reason;

typedef struct reasons {
    arena *memory;
    reason *lines;
    size_t count, capacity;
    int failed; /* an allocation failed */
} reasons;

/* Adds a line; texts are copied. */
void reason_add(reasons *r, const reason *line);
void reasons_write(const reasons *r, const char *title, ayant_format format, ayant_language l, writer *w);

/* What collecting needs. */
typedef struct explaining {
    reasons *to;
    const graph *g;
    const rulebook *rules;
    const people *people;
    const frame *frame; /* keeps all, one household */
    const explain_options *options;
    size_t person;      /* the one explained */
    explorer *explorer; /* holds the household */
    later *later;       /* NULL until it is needed */
    char *told;         /* by variable and member: 1 once told whole */
    int *cited;         /* by source of law: its number in the list at the end, 0 until it is cited */
    int cited_count;
} explaining;

/* The article, with the number its text will have in the list at the end. */
const char *law_text(explaining *x, const law_reference *law);
/* Lines of every part. */
void tell_heading(explaining *x, phrase p);
void tell_note(explaining *x, int depth, const char *what, const char *value, const char *law);
/* What an answer that is not known may come to. */
void tell_best_and_worst(explaining *x, const results *run, size_t right_place);
/* What would settle an answer that is not known; why it is no, what would change it, and when it will. */
ayant_status tell_outlook(failure *e, explaining *x, const results *run, size_t right_place);
/* A variable at a row of its entity, and what it reads, at `depth`. */
void tell_variable(explaining *x, int which, size_t row, int depth, const char *note);

#endif
