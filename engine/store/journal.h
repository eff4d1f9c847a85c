/*
 * The journal of a caseload: who looked at whom, when, why.
 *
 * Lines are numbered without a gap and each holds the SHA-256 of itself and
 * the line before; the number and hash of the last are kept apart. A line
 * that was changed, removed, added, moved or cut off shows. Somebody who can
 * write the file can also write the whole chain again: against that, note the
 * last hash elsewhere (`expect`). Lines hold counts and pseudonyms, never a
 * name or an identifier of somebody in the caseload.
 */
#ifndef AYANT_STORE_JOURNAL_H
#define AYANT_STORE_JOURNAL_H

#include "store.h"

/* As `everybody`: however many persons the caseload holds. */
#define STORE_EVERYBODY UINT64_MAX

/* Texts may be NULL; none may hold personal data but `who`, the user's own name. */
typedef struct store_entry {
    const char *who; /* NULL: the number of the operating system's user, which is noted in any case */
    const char *what;
    const char *purpose; /* NULL or "": that of `what` */
    const char *detail;
    uint64_t everybody;         /* persons of a run over the whole caseload, which names none */
    const char *const *persons; /* ids; pseudonyms are written */
    size_t person_count;
} store_entry;

/* What is done, as people say it; `purpose` is what goes to the journal when nobody says why. */
typedef struct journal_word {
    const char *what, *fr, *nl;
    const char *purpose, *purpose_fr, *purpose_nl;
} journal_word;

const journal_word *journal_word_of(const char *what); /* NULL: not one of ours */

/* Adds a line, dated now (UTC), to a caseload that exists. */
ayant_status store_journal_add(failure *e, const store_access *at, const store_entry *entry);

typedef struct journal_line {
    uint64_t line, everybody, persons;
    const char *at, *login, *who, *what, *purpose, *detail;
    char hash[65];
} journal_line;

typedef enum journal_break {
    JOURNAL_WHOLE,
    JOURNAL_CHANGED,   /* a line is not what its hash says, or was moved */
    JOURNAL_MISSING,   /* a number is left out */
    JOURNAL_CUT,       /* lines are missing at the end */
    JOURNAL_ADDED,     /* lines follow the last one */
    JOURNAL_UNEXPECTED /* the hash noted elsewhere is in no line */
} journal_break;

typedef struct journal_state {
    uint64_t first, last; /* as the head says */
    char hash[65];        /* of the last line */
    journal_break broken;
    uint64_t broken_line;   /* the first line that is not right; 0: none */
    uint64_t expected_line; /* the line that was noted, 0: none was given or found */
} journal_state;

typedef struct journal_question {
    const char *person; /* id: lines that name this person, and those of everybody; NULL: all */
    const char *since;  /* "2026-03-01"; NULL: from the first */
    const char *expect; /* a hash noted elsewhere, in hexadecimal; NULL: none */
} journal_question;

/* Gives the lines asked for, in order, and checks the whole chain whatever is asked. */
ayant_status store_journal_each(failure *e, const store_access *at, const journal_question *question,
                                ayant_status (*take)(void *to, const journal_line *line), void *to,
                                journal_state *state);

#endif
