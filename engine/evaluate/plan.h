/*
 * A plan: what must be computed, in what order, for one date and one people.
 *
 * Made from the graph for the nodes that are wanted; read-only while it runs,
 * so that threads share it without locks. Each thread has a frame: one slot a
 * node, columns for the rows of one chunk. A chunk is a run of whole
 * households.
 *
 * A slot is exact when nothing it rests on is missing; else it is a range
 * [low, high], a truth being 0, 1 or [0, 1], and a word a set. An exact
 * operation is done once, an inexact one for both ends: the wide run and the
 * range run are one run, and a record of which everything is known costs
 * nothing more.
 */
#ifndef AYANT_EVALUATE_PLAN_H
#define AYANT_EVALUATE_PLAN_H

#include "../graph/graph.h"
#include "../vector/calendar.h"
#include "../vector/kernels.h"

typedef struct plan_options {
    day on;
    int strict;
    int keep_all;        /* 1: every node keeps its column, for explanations */
    size_t chunk;        /* households, 0: the default */
    const char *blurred; /* by parameter: 1 to treat it as not known; NULL: none */
    /* for evaluate/variants: cells are as record_cell gives them, and */
    int resolved;
    const struct plan *calendars; /* NULL, or a plan of the same date to take the calendars from */
    size_t rows;                  /* rows to make room for, when the people are filled later; 0: count */
} plan_options;

/* One term of a sum of many: k x the value of a node. */
typedef struct term {
    int node;
    double k;
} term;

/* A tree of sums, differences and whole multiples, done as one: see fuse.c. */
typedef struct linear {
    term *terms;
    size_t count;
} linear;

#define COLUMN_CLASSES 4 /* column_class */

typedef struct plan {
    arena *memory;
    const graph *graph;
    const people *people;
    const kernels *kernels;
    day on;
    int strict, resolved, keep_all;
    size_t chunk, chunks;
    int *order; /* nodes to compute in each chunk, constants apart */
    size_t order_count;
    int *constants; /* constant nodes, computed once a frame */
    size_t constant_count;
    const linear **sums; /* by node: NULL, or the terms it is done by */
    char *unloaded;      /* by node: a fact that those who read it read from its cells */
    char *readers_do;    /* by node: its readers do it on their way (an age, a count, a choice of words) */
    int *buffer;         /* by node: index of its buffer among those of its width, -1: none */
    size_t buffer_count[COLUMN_CLASSES];
    cell **column; /* by fact: cells as record_cell gives them; NULL: `uniform` says */
    relation relations[RELATION_COUNT];
    size_t most_rows;   /* in any space of any chunk */
    size_t narrow_rows; /* of persons and households */
    const calendar *months, *years;
    const char *blurred;
} plan;

typedef struct slot {
    double *low, *high; /* high is low when exact */
    uint64_t *words;
    uint64_t *bits, *bits_high; /* truths: one bit a row */
    const int32_t *map;         /* rows of the chunk once `base` is taken off; below zero: nobody */
    int32_t *own_map;
    int32_t base; /* 0 in a plan that keeps all */
    uint8_t uniform, exact;
    double one_low, one_high; /* uniform */
    uint64_t one_words;
} slot;

typedef struct frame {
    const plan *plan;
    void *block; /* all buffers, one allocation */
    slot *slots; /* by node */
    double *scratch[8];
    int64_t *work;            /* a slot a row, and one */
    size_t household, person; /* first rows of the chunk */
    size_t rows[SPACE_COUNT];
    size_t pair[RELATION_COUNT]; /* first pair of the chunk in each relation */
} frame;

/* Columns are of four widths: of persons (or households) or of pairs, of numbers or of bits. */
static inline int column_class(const plan *p, int node_index)
{
    const node *n = &p->graph->nodes[node_index];

    return (n->space >= SPACE_RELATION) + 2 * (n->type.kind == KIND_TRUTH);
}

/* `wanted` are nodes. The graph and the people must outlive the plan. */
ayant_status plan_new(failure *e, const graph *g, const people *p, const plan_options *options,
                      const int *wanted, size_t wanted_count, plan **out);
void plan_free(plan *p); /* accepts NULL */

/* NULL without memory. */
frame *frame_new(const plan *p);
void frame_free(frame *f); /* accepts NULL */
/* Evaluates one chunk, counted from 0. */
void frame_run(frame *f, size_t chunk);
/* Evaluates households from..to - 1 (at most plan->chunk of them). */
void frame_run_households(frame *f, size_t from, size_t to);

/* Ends of a node at a row of the chunk, in the space of the node. */
double slot_low(const frame *f, int node, size_t row);
double slot_high(const frame *f, int node, size_t row);
uint64_t slot_words(const frame *f, int node, size_t row);
/* 1 when the value at this row is one value. */
int slot_settled(const frame *f, int node, size_t row);
/* For a walk down the nodes: 1 the first time it meets this node at this row. `seen` is an open hash of
 * `size` places, zero at the start, `count` of them taken. A table three quarters full refuses new ones: what
 * a walk lists is then shorter, never wrong. */
int first_time(uint64_t *seen, size_t size, size_t *count, int node, size_t row);

#define ROWS_STEP 64 /* rows of a word of truths, and of whole vectors of any machine */
#define PLANS_MOST 4

/*
 * A run: every chunk of plans[0], each on one of `threads` threads (0: as many
 * as the machine has), the calling one included. Each thread has a frame for
 * each plan, NULL for a NULL plan. `done` is called once a chunk, when the
 * first frame has run; the other frames run when it runs them. *mine is the
 * thread's own, NULL at first, given to `end` (which may be NULL) at the end.
 * Non-zero from `done` stops the run with AYANT_E_MEMORY.
 */
typedef struct plan_job {
    const plan *const *plans;
    size_t plan_count;
    unsigned threads;
    const ayant_progress *progress;
    const char *what; /* for the progress */
    int (*done)(void *to, frame *const *frames, void **mine);
    void (*end)(void *mine);
    void *to;
} plan_job;

ayant_status plan_run(failure *e, const plan_job *job);

#endif
