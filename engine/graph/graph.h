/*
 * The graph: every formula of a rulebook as one set of typed operations.
 *
 * A node reads nodes of lower index only, so the order of the array is an
 * order of evaluation. Equal nodes are one node. A node lives in a space:
 * constants, households, persons, or the pairs of one relation; a value
 * moves between spaces through a map (GATHER) or a reduction (SUM, ...).
 *
 * Each node carries bounds that hold on every date and for every record.
 * Building fails unless they prove that amounts stay exact (LIMIT_EXACT) and
 * that divisors are above zero.
 */
#ifndef AYANT_GRAPH_GRAPH_H
#define AYANT_GRAPH_GRAPH_H

#include "../model/people.h"
#include "../model/rulebook.h"

typedef enum op {
#define OP(name, inputs, text) NODE_##name,
#include "ops.def"
#undef OP
    NODE_OP_COUNT
} op;

typedef uint8_t space;

#define SPACE_CONST 0
#define SPACE_HOUSEHOLD 1
#define SPACE_PERSON 2
#define SPACE_RELATION 3 /* + relation_kind */
#define SPACE_COUNT (SPACE_RELATION + RELATION_COUNT)

/* Cells of words are sets: bit i is word i of the vocabulary, and one bit for "no word". */
#define NO_WORD ((uint64_t)1 << 63)

typedef struct type {
    kind kind;
    period per;
    int whole;
    const char *const *words;
    size_t word_count;
} type;

typedef struct node {
    op op;
    space space;
    type type;        /* KIND_PERSON for maps */
    int input[3];     /* node indexes, -1 */
    int index;        /* FACT, GIVEN, MAP_LINK: fact; PARAM, BRACKETS: parameter; MAP_O*: relation */
    double value;     /* CONST; ROUND and FLOOR: the step */
    uint64_t mask;    /* CONST of words, AMONG */
    double low, high; /* bounds on every date, in the units of the cell; words: none */
} node;

/* How a formula reached what it read: for explanations. */
typedef struct reading {
    enum { READ_FACT, READ_VARIABLE, READ_PARAMETER, READ_KINSHIP } what;
    int index;
    int step_count;
    struct {
        enum { STEP_LINK, STEP_HOUSE, STEP_SET, STEP_MEMBERS } how;
        int index; /* LINK: fact; SET: relation_kind */
    } steps[4];
} reading;

typedef struct variable_graph {
    int root; /* node */
    reading *readings;
    size_t reading_count, reading_capacity;
} variable_graph;

typedef struct graph {
    arena *memory;
    const rulebook *rules;
    node *nodes;
    size_t count, capacity;
    variable_graph *variables; /* by variable index */
    uint32_t *table;           /* hash of nodes, index + 1 */
    size_t table_size;
    unsigned relations; /* bit k: relation k is used */
} graph;

/* Lowers every variable of the rulebook and checks it. The rulebook must outlive the graph. */
ayant_status graph_build(failure *e, const rulebook *rules, graph **out);
void graph_free(graph *g); /* accepts NULL */

/* Makes or finds a node; inputs are already in the right spaces. -1 without memory. */
int graph_node(graph *g, const node *n);
/* Bounds of a node from those of its inputs (bounds.c). Returns NULL or what is wrong, in words. */
const char *node_bounds(const graph *g, node *n);

int op_inputs(op o);
/* Total: every row has somebody at the other end, so nothing is replaced by "nobody's" values. `map` is a
 * node of `g`. */
int map_is_total(const graph *g, int map);
const char *op_text(op o);
/* "EUR/month", "truth", "date", ...: for messages. */
const char *type_text(const type *t);
/* One line a node, for people who debug. */
struct writer;
void graph_dump(const graph *g, struct writer *w);

#endif
