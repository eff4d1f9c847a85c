/*
 * What a folder of rules declares, after loading and before it is a graph.
 *
 * Filled by host/, read by everything above. Everything lives in `memory`.
 * Names are full ("ris.amount.isolated"). Order is the order of declaration.
 */
#ifndef AYANT_MODEL_RULEBOOK_H
#define AYANT_MODEL_RULEBOOK_H

#include "../base/day.h"
#include "../base/money.h"
#include "dictionary.h"

struct ast_function;

/* A text of law: source "loi-2002-05-26" { ... }. */
typedef struct law_source {
    const char *id;
    label label;
    const char *reference; /* numac, Justel */
    place at;
} law_source;

typedef struct law_reference {
    int source; /* index, -1: none given */
    const char *article;
} law_reference;

typedef enum parameter_status { STATUS_VERIFIED, STATUS_DERIVED, STATUS_UNVERIFIED } parameter_status;

/* One row of a series. A scale has several bands; anything else has `value` alone. */
typedef struct scale_band {
    micro above, rate;
} scale_band;

typedef struct parameter_row {
    day from;
    int ended; /* 1: from this date there is no value */
    parameter_status status;
    const char *source;
    micro value;       /* money and numbers in millionths; truth 0/1; date in days */
    scale_band *bands; /* scale */
    size_t band_count;
    place at;
} parameter_row;

typedef enum parameter_kind {
    PARAMETER_MONEY,
    PARAMETER_NUMBER,
    PARAMETER_TRUTH,
    PARAMETER_DATE,
    PARAMETER_SCALE
} parameter_kind;

/*
 * How a parameter without (enough) rows of its own gets them: value(date) =
 * round(base(date) x coefficient(date) x factor / divide), or base shifted in
 * time, or the mean of base over the twelve months of the year.
 */
typedef enum derivation_kind { DERIVE_NONE, DERIVE_INDEX, DERIVE_SHIFT, DERIVE_YEAR_MEAN } derivation_kind;

typedef struct derivation {
    derivation_kind kind;
    const char *base, *coefficient; /* names of parameters; coefficient may be NULL */
    micro factor;                   /* 10^6 when none is given */
    micro divide;                   /* whole number in millionths, 10^6 when none */
    micro round;                    /* step in micros, 0: keep six decimals */
    int shift_months;               /* DERIVE_SHIFT: value(date) = base(date - shift) */
} derivation;

typedef struct parameter {
    const char *name;
    label label;
    parameter_kind kind;
    period per;
    int whole; /* number: every value is whole */
    law_reference law;
    derivation derived;
    parameter_row *rows; /* ascending dates, no two the same; after params_resolve, derived ones included */
    size_t row_count;
    place at;
} parameter;

/* A value a formula takes from outside: an upvalue of the Lua function. */
typedef struct capture {
    const char *name;
    enum {
        CAPTURE_NUMBER,
        CAPTURE_MONEY,
        CAPTURE_DATE,
        CAPTURE_WORD,
        CAPTURE_TRUTH,
        CAPTURE_FUNCTION,
        CAPTURE_BUILTIN
    } kind;
    micro value;              /* number, money, truth; date in days */
    period per;               /* money */
    const char *word;         /* WORD: the text; BUILTIN: the engine's word it stands for */
    struct formula *function; /* FUNCTION: a helper, to be inlined */
} capture;

typedef struct formula {
    struct ast_function *function;
    const char *file;
    capture *captures;
    size_t capture_count;
    int lua_reference; /* registry key of the Lua function, for the oracle */
} formula;

typedef struct variable {
    const char *name;
    entity entity;
    kind kind;
    period per;
    int whole;
    const char **words; /* KIND_WORD */
    size_t word_count;
    label label;
    law_reference law;
    formula *formula;
    place at;
} variable;

typedef struct condition {
    const char *id; /* "residence" */
    law_reference law;
    const char *variable; /* a truth */
    label label;          /* may be empty: the variable's is used */
} condition;

typedef struct judged {
    const char *id;
    law_reference law;
    label label;
    const char *when; /* a truth variable; NULL: always */
} judged;

typedef struct right {
    const char *name; /* "ris" */
    label label, office;
    label offer; /* what letters and lists call it when `sensitive` ("access to health care") */
    law_reference law;
    condition *conditions;
    size_t condition_count;
    judged *judged;
    size_t judged_count;
    const char *amount;                     /* money per month; NULL: the right has no amount */
    const char *amount_low;                 /* another variable for the low bound; NULL: `amount` */
    const char *route;                      /* a word variable; NULL: none */
    const char *receives, *pending, *ended; /* facts; any may be NULL */
    const char *once_per_couple;            /* truth: the partner's amount covers this person (RIS, family) */
    const char *counted_when; /* truth: the finding is counted on this person (BIM: the titular) */
    const char *never_yes;    /* truth: when yes, finding `possible`; the verdict is never yes (AMU) */
    const char *refer;        /* truth: verdict no, but `route` says where else (RIS: eris) */
    const char **opens;
    size_t open_count;
    int sensitive; /* rows for the worker profile only */
    place at;
} right;

typedef struct case_value {
    int row; /* person, from 0; -1: the household */
    int fact;
    const char *text; /* as a file would hold it */
} case_value;

typedef struct case_relation {
    int a, b;
    const char *word;
} case_relation;

/* What a case expects: `key` is a variable, a right ("yes"), or right.amount_low, .amount_high,
   .finding, .route, .certainty, .missing (a fact that must be among them). */
typedef struct case_expectation {
    int row;
    const char *key;
    const char *value, *value_high; /* value_high: NULL, or the other end of a range */
    place at;
} case_expectation;

typedef struct rule_case {
    const char *title, *cites;
    day on;
    int strict;
    int person_count;
    const char **person_ids; /* by person: "p1", "p2", ... unless the case gives others */
    case_value *values;
    size_t value_count;
    case_relation *relations;
    size_t relation_count;
    case_expectation *expectations;
    size_t expectation_count;
    place at;
} rule_case;

/* What an overlay replaced: "parameter ris.amount.isolated". */
typedef struct replacement {
    const char *what;
    place before, after;
} replacement;

typedef struct rulebook {
    arena *memory;
    dictionary facts;
    law_source *sources;
    size_t source_count, source_capacity;
    parameter *parameters;
    size_t parameter_count, parameter_capacity;
    variable *variables;
    size_t variable_count, variable_capacity;
    right *rights;
    size_t right_count, right_capacity;
    rule_case *cases;
    size_t case_count, case_capacity;
    replacement *replacements;
    size_t replacement_count, replacement_capacity;
} rulebook;

/* Indexes by full name, or -1. */
int rulebook_parameter(const rulebook *r, const char *name);
int rulebook_variable(const rulebook *r, const char *name);
int rulebook_right(const rulebook *r, const char *name);
int rulebook_source(const rulebook *r, const char *id);

#endif
