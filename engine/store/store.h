/*
 * The caseload: households, persons and relations in one SQLite file.
 *
 * An import is one transaction and replaces all that was there: after a
 * crash, a full disk or a refusal the file holds what it held before. One
 * column a fact: cents for money, thousandths for numbers, 0 and 1 for
 * truths, texts for words, dates (YYYY-MM-DD), texts and ids. An empty cell is
 * NULL. The journal says who did what, when and why, in counts, without any
 * personal data. A file that is read is not trusted: its values are checked
 * as those of a CSV file are.
 */
#ifndef AYANT_STORE_STORE_H
#define AYANT_STORE_STORE_H

#include "../base/failure.h"
#include "../base/sink.h"
#include "../model/people.h"
#include "store_key.h"

/* The version of the schema this engine writes; a file of a later one is refused. */
#define STORE_VERSION 2

/* How long an import waits for another one to end. */
#define STORE_WAIT_MILLISECONDS 5000

/* A caseload, and who opens it. */
typedef struct store_place {
    const char *path;
    store_key *key;            /* NULL: none, and a sealed caseload is refused */
    const char *who, *purpose; /* for the journal; NULL: not said */
} store_place;

/*
 * Replaces what the caseload holds by `p` (finished), and makes the file when
 * there is none. `who` (NULL: not said) and the engine's version go to the
 * journal. A progress function that says stop gives AYANT_E_CANCELLED.
 */
ayant_status store_import(failure *e, const store_place *at, const people *p, const char *engine_version,
                          const char *who, const ayant_progress *progress);

/* Reads a caseload; facts the file lacks are unknown, columns that are no fact are left out. */
ayant_status store_people(failure *e, const store_place *at, const dictionary *facts, people **out,
                          const ayant_progress *progress);

#endif
