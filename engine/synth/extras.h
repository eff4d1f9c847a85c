/*
 * Files beside the three of a caseload: the truth, the margins, a survey.
 *
 * An extra is asked for by its word (`--with truth,margins`). It is opened
 * once, given every household once in the order of their numbers, whatever
 * the number of threads, and closed once. It opens its files through outputs.h
 * and never closes or renames them: all files of a folder appear together,
 * once all are whole. Extras see made households and never change them.
 */
#ifndef AYANT_SYNTH_EXTRAS_H
#define AYANT_SYNTH_EXTRAS_H

#include "../base/failure.h"
#include "made.h"
#include "outputs.h"

typedef enum made_right { MADE_RIS, MADE_GRAPA, MADE_BIM, MADE_AMU, MADE_RIGHTS } made_right;

/* Names of the rights, in the order above. */
extern const char *const made_right_names[MADE_RIGHTS];

/* Why somebody who is entitled does not receive: the five types of non-recours. */
typedef enum made_reason {
    REASON_NONE,         /* receives, or is not entitled */
    REASON_NOT_KNOWN,    /* does not know that the right exists */
    REASON_NOT_ASKED,    /* knows, and does not ask: shame, distance, cost, fear of control */
    REASON_NOT_OFFERED,  /* no office within reach proposes it: no insurer, no address, no phone */
    REASON_NOT_RECEIVED, /* asked, and was refused or still waits */
    REASON_NOT_PROPOSED, /* in front of a worker who did not propose it */
    REASON_COUNT
} made_reason;

extern const char *const made_reason_names[REASON_COUNT]; /* REASON_NONE is "" */

typedef struct made_claim {
    int32_t entitled;    /* YES: the rules say yes on the true facts, with what the others receive */
    int32_t amount;      /* cents a month due; UNSAID when the right has no amount or is not due */
    int32_t amount_high; /* the same as `amount` but where the law leaves a margin */
    int32_t covered;     /* YES: the partner's amount is for this person too */
    int32_t receives;    /* the truth, whatever the file says of it */
    int32_t automatic;   /* YES: the door that is open opens by itself (BIM) */
    int32_t error;       /* YES: receives, and the rules say no (lives move, files lag) */
    made_reason reason;
} made_claim;

typedef struct made_truth {
    made_claim claims[MADE_PERSONS][MADE_RIGHTS];
} made_truth;

typedef enum niss_kind { NISS_NONE, NISS_VALID, NISS_INVALID } niss_kind;

/* What was asked for, checked. */
typedef struct synth_order {
    uint64_t households, seed;
    day on;
    int32_t missing_permille;
    niss_kind niss;
    int32_t survey_households; /* drawn; about six in ten answer */
    uint64_t survey_seed;
    uint64_t panel_households; /* the first so many */
} synth_order;

typedef struct synth_extra {
    const char *word, *summary;
    /* *state: what `put` and `close` are given; may stay NULL. */
    ayant_status (*open)(failure *e, const synth_order *order, outputs *files, void **state);
    /* `h`: true facts. `seen`: the same household as the files hold it; a lacking cell is UNSAID. */
    ayant_status (*put)(failure *e, void *state, const made_household *h, const made_household *seen,
                        const made_truth *truth);
    /* `whole` 0: something failed, only free. Called once for each `open` that was called; accepts NULL. */
    ayant_status (*close)(failure *e, void *state, int whole);
} synth_extra;

/* Every extra, ended by NULL: one line in extras.c makes a word known. */
extern const synth_extra *const synth_extras[];

#define EXTRAS_MOST 16

/*
 * The extras named in "truth,margins", in the order of `synth_extras`, without doubles. NULL or "" gives
 * none. AYANT_E_USAGE (Y09) for a word that is not one.
 */
ayant_status extras_named(failure *e, const char *words, const synth_extra *found[EXTRAS_MOST],
                          size_t *count);

#endif
