/*
 * Private to ask/: a session.
 *
 * `people` holds one household, whose cells are written in place; `copies`
 * are variants of it, the first of which is always the household as it is.
 * Both are NULL until it is known who lives together.
 */
#ifndef AYANT_ASK_ASKING_H
#define AYANT_ASK_ASKING_H

#include "../takeup/screen.h"
#include "ask.h"
#include "home.h"
#include "wording.h"

#define ASKING_CELLS 256 /* unknown cells of one household that are weighed */
#define ASKING_VALUES 16 /* values one cell is tried with */

/* One answer, to be able to go back. */
typedef struct answered {
    home_step step; /* HOME_DONE: a fact */
    size_t member;  /* of a step */
    int value;      /* of a step */
    unknown_cell cell;
    cell given;    /* CELL_UNKNOWN: not known to the person */
    size_t number; /* of the question */
} answered;

/* What a right says in one copy, for comparing. */
typedef struct saying {
    verdict verdict;
    double low, high;
    uint64_t route;
} saying;

struct asking {
    arena *memory;
    arena *passing; /* texts of the current question, verdicts and news; renewed by each call */
    const graph *g;
    const dictionary *facts;
    ask_options options;
    uint32_t *order; /* rights by name */
    right_nodes *rights;
    size_t right_count;
    char *wanted; /* by right: asked about */
    char **reads; /* by right: facts it may read */
    int *nodes;   /* of all the rights */
    size_t node_count;
    int on_others; /* 1: an answer wanted depends on who lives together */
    home home;
    people *people;
    plan *base;
    plan *doubted; /* NULL, or with every parameter that is not verified taken as unknown */
    variants *copies, *doubts;
    answered *log;
    size_t log_count;
    int asked; /* 1: `step` or `cell` is the question */
    home_step step;
    size_t member;
    unknown_cell cell;
    unsigned why; /* rights, by place */
    size_t number;
    uint8_t *was_certain; /* by right, before the last answer */
    uint8_t *is_certain;
    ask_right *said;
};

/* Makes people and copies anew from the answers so far. */
ayant_status asking_build(failure *e, asking *s);
/* Loads `count` copies of the household; how many there are. The first is run and is the household as it is.
 */
size_t asking_load(asking *s, size_t count);
/* The next cell to ask about and the rights it can change; 0 when there is none. */
int choose_cell(asking *s, unknown_cell *out, unsigned *why);
/* Cells that are still to be asked for copy k; `why` (may be NULL): rights by cell. */
size_t open_cells(const asking *s, size_t k, unknown_cell *out, unsigned *why, size_t room);
/* Presumed cells that would change an answer if they were otherwise; how many. */
size_t presumed_cells(asking *s, unknown_cell *out, size_t room);
/* The values a cell is tried with, and how likely each is taken to be; how many. */
size_t tried_values(const asking *s, unknown_cell what, cell *values, double *weights);
saying saying_of(const variants *v, const right_nodes *r, size_t k);
/* 1 when the cell was answered with "not known". */
int not_known(const asking *s, unknown_cell what);
/* The cell as it was given, CELL_UNKNOWN when empty. */
cell given_cell(const asking *s, int which, size_t member);
cell receipt_of(const asking *s, size_t right_place, size_t k);
/* Fills s->said and s->is_certain. */
ayant_status asking_say(failure *e, asking *s);

/* A step or a fact in words. */
ayant_status write_question(failure *e, asking *s, ask_question *out);
const char *who_is(asking *s, size_t member);

typedef enum reading_of { ANSWER_BAD, ANSWER_VALUE, ANSWER_UNKNOWN, ANSWER_BACK } reading_of;

/* What an answer can be. `words` and `labels` for KIND_WORD. */
typedef struct expected {
    kind kind;
    int whole, never; /* never: "jamais" is an answer (no date) */
    cell least, most;
    const char *const *words;
    const char *const *labels;
    size_t word_count;
} expected;

reading_of read_answer(const expected *x, text written, cell *out);

#endif
