/*
 * The words of a conversation, in French, Dutch and English: polite and plain.
 *
 * Questions about the person are those of the facts themselves; here are the
 * same about somebody else, who lives there, and the words in which a
 * vocabulary is offered.
 */
#ifndef AYANT_ASK_WORDING_H
#define AYANT_ASK_WORDING_H

#include "../ayant.h"
#include "../model/dictionary.h"
#include "../model/people.h"
#include "home.h"

typedef enum phrase_ask {
    ASK_YOU,
    ASK_HINT_TRUTH,
    ASK_HINT_MONEY,
    ASK_HINT_DATE,
    ASK_HINT_DATE_NEVER,
    ASK_HINT_WORD,   /* %ld */
    ASK_HINT_NUMBER, /* %ld %ld */
    ASK_ABOUT,       /* %s: who */
    ASK_IS_IT_SO,    /* %s: label */
    ASK_HOW_MUCH,    /* %s: label */
    ASK_WHICH,       /* %s: label */
    ASK_KINSHIP,     /* %s %s */
    ASK_EXPLAIN,     /* %s: rights */
    ASK_EXPLAIN_HOME,
    ASK_EXPLAIN_RECEIPT, /* %s */
    ASK_NOTE,
    ASK_EUR,
    ASK_EUR_MONTH,
    ASK_EUR_YEAR,
    ASK_Q_ALONE,
    ASK_Q_PARTNER,
    ASK_Q_CHILDREN,
    ASK_Q_WHOSE,
    ASK_Q_WHOSE_ONE,
    ASK_Q_CHILD, /* %s */
    ASK_Q_ADULTS,
    ASK_Q_ADULT, /* %s */
    ASK_Q_PARENTS,
    ASK_PERSON, /* %s: ordinal */
    ASK_CHILD,  /* %s: ordinal */
    ASK_ONE_PERSON,
    ASK_ONE_CHILD,
    ASK_ORDINAL, /* %zu */
    SAID_RECEIVES,
    SAID_LIKELY,
    SAID_LIKELY_AMOUNT, /* %s */
    SAID_TO_CHECK,
    SAID_POSSIBLE,
    SAID_POSSIBLE_AMOUNT, /* %s */
    SAID_ASK,
    SAID_NO,
    SAID_NO_BECAUSE, /* %s */
    SAID_ELSEWHERE,  /* %s */
    SAID_BETWEEN,    /* %s %s */
    SAID_AT_MOST,    /* %s */
    END_TITLE,
    END_LIKELY,
    END_POSSIBLE,
    END_NOT,
    END_RECEIVED,
    END_WHERE,
    END_HUMAN,
    END_MISSING,
    END_OPENS,
    END_DOUBT,
    END_PRESUMED,
    END_PROOFS,
    END_COVERS,
    END_GUESSED,
    END_DRAFT,
    END_STORED,
    END_HELP,
    ASK_PHRASES
} phrase_ask;

const char *ask_say(phrase_ask p, ayant_language l);
/* The label in the language, else in another one, else `otherwise`. */
const char *ask_label(const label *x, ayant_language l, const char *otherwise);
/* A word of a vocabulary as it is offered; the word itself when nothing is known of it. */
const char *ask_word(const char *name, const char *word, ayant_language l);
/* The question of a fact about somebody else; NULL when there is none. */
const char *ask_of_other(const char *name, ayant_language l);
/* "no", "married", ... as choices of who lives there. */
const char *partnership_word(int partnership);
const char *partnership_said(int partnership, ayant_language l);
const char *home_kin_word(int kin);
const char *home_kin_choice(int kin, ayant_language l);
/* "votre enfant"; with `several`, "votre %s enfant". */
const char *home_kin_who(int kin, int several, ayant_language l);
/* "premier", "deuxième"; NULL beyond the tenth. */
const char *ordinal(size_t n, ayant_language l);
/* Choices for the kinship of two others. */
size_t kinship_choices(void);
kinship kinship_choice(size_t i);
const char *kinship_word(size_t i);
const char *kinship_said(size_t i, ayant_language l);
/* What proves a fact; NULL: nothing to bring. The same text for facts one paper proves. */
const char *ask_proof(const fact *f, ayant_language l);

#endif
