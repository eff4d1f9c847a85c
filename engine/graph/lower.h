/*
 * Lowering: one formula's tree becomes nodes of the graph.
 *
 * Private to graph/. A scope is a function body: the formula's, or that of a
 * function over members. Going into an inner scope changes the space of
 * evaluation (persons -> pairs); `owner` is the map from the inner space back
 * to the outer one, or -1 where the outer values cannot be reached.
 */
#ifndef AYANT_GRAPH_LOWER_H
#define AYANT_GRAPH_LOWER_H

#include "../lang/ast.h"
#include "graph.h"

/* Somebody, or a household: a chain of maps from the current space; no step is oneself. */
typedef struct step {
    int map; /* node */
    struct step *next;
} step;

typedef struct person_ref {
    entity target;
    step *steps;
    /* for explanations: how it was reached, and whether that is still sayable */
    reading how;
} person_ref;

typedef enum value_kind {
    VALUE_NODE,
    VALUE_WORD, /* a literal, typed when it meets a vocabulary */
    VALUE_PERSON,
    VALUE_SET,
    VALUE_VARIABLES,  /* person.ris: the start of a variable's name */
    VALUE_PARAMETERS, /* param, param.ris */
    VALUE_SCALE,
    VALUE_FUNCTION, /* function(m) ... end, or a helper */
    VALUE_BUILTIN
} value_kind;

typedef struct value {
    value_kind kind;
    int node;          /* NODE */
    const char *text;  /* WORD, BUILTIN; VARIABLES, PARAMETERS: the prefix */
    person_ref person; /* PERSON, SET, VARIABLES */
    int set;           /* SET: relation_kind, or SET_MEMBERS */
    int parameter;     /* SCALE */
    const ast_function *function;
    const formula *helper; /* FUNCTION: where its captures are; NULL for a lambda */
    int line, column;
} value;

#define SET_MEMBERS RELATION_COUNT

typedef struct binding {
    const char *name;
    value value;
    int assigned; /* changes with every assignment, to merge branches */
    struct binding *next;
} binding;

typedef struct scope {
    space space;
    int owner;      /* map to the outer scope's space; -1: cannot be reached */
    int same_space; /* 1: an inlined helper: the outer space is this one */
    int isolated;   /* 1: names of the outer scope cannot be seen (a helper) */
    struct scope *outer;
    binding *bindings;
    const formula *formula; /* whose captures apply */
} scope;

typedef struct lowering {
    failure *e;
    graph *g;
    const rulebook *rules;
    int variable; /* being lowered */
    const char *file;
    char *state; /* by variable: 0 untouched, 1 under way, 2 done */
    int *stack;  /* variables under way */
    size_t depth;
    int nesting;
    int deep;     /* expressions and blocks under way, those of variables this one needs included */
    size_t *work; /* expressions lowered so far, in the whole rulebook */
} lowering;

/* All return AYANT_OK or record a failure at the tree's line and column. */
ayant_status lower_variable(lowering *l, int variable);
ayant_status lower_expression(lowering *l, scope *s, const ast *tree, value *out);
ayant_status lower_call(lowering *l, scope *s, const ast *tree, value *out);
/* The value a body returns; `expected` types words, may be NULL. */
ayant_status lower_body(lowering *l, scope *s, const ast_block *body, const type *expected, int *node_out);
/* Counts an expression or a block as under way; refuses what is too deep or too much. `l->deep--` when it is
 * done. */
ayant_status go_deeper(lowering *l, const ast *tree);
/* A value as a node of scope's space or a constant; words typed by `expected`. */
ayant_status lower_node(lowering *l, scope *s, const ast *tree, const type *expected, int *node_out);
ayant_status value_node(lowering *l, scope *s, const value *v, const ast *tree, const type *expected,
                        int *node_out);
/* Looks a name up; 0 when there is none. Lifts what it finds into `s`. */
ayant_status lower_name(lowering *l, scope *s, const ast *tree, value *out);
ayant_status read_field(lowering *l, scope *s, const person_ref *of, const ast *tree, const char *name,
                        value *out);

/* Nodes. `node_at` fills bounds and reports what they refuse. */
ayant_status make(lowering *l, const ast *tree, node *n, int *out);
ayant_status make_op(lowering *l, scope *s, const ast *tree, op o, type t, int a, int b, int c, int *out);
ayant_status make_constant(lowering *l, const ast *tree, type t, double x, uint64_t mask, int *out);
ayant_status make_map(lowering *l, const ast *tree, op o, space in, int index, int *out);
/* The steps of somebody (one at least) as one map. */
ayant_status map_of_steps(lowering *l, const ast *tree, const step *steps, int *out);
/* A node brought through the steps of a person. */
ayant_status bring(lowering *l, const ast *tree, const person_ref *of, int inner, int *out);
ayant_status reject_rule(lowering *l, const ast *tree, const char *id, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
ayant_status no_memory(lowering *l);

extern const type type_truth, type_whole, type_decimal, type_date;
type type_money(period per);
type type_map(void);

#endif
