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

/* The version of the schema this engine writes; a file of a later one is refused. */
#define STORE_VERSION 1

/* How long an import waits for another one to end. */
#define STORE_WAIT_MILLISECONDS 5000

/*
 * Replaces what the caseload holds by `p` (finished), and makes the file when
 * there is none. `who` (NULL: not said) and the engine's version go to the
 * journal. A progress function that says stop gives AYANT_E_CANCELLED.
 */
ayant_status store_import(failure *e, const char *path, const people *p, const char *engine_version,
                          const char *who, const ayant_progress *progress);

/* Reads a caseload; facts the file lacks are unknown, columns that are no fact are left out. */
ayant_status store_people(failure *e, const char *path, const dictionary *facts, people **out,
                          const ayant_progress *progress);

/* A line of the journal. Texts may be NULL; none may hold personal data but `who`, the user's own name. */
typedef struct store_entry {
    const char *who, *what, *purpose, *detail;
} store_entry;

/* Adds a line, dated now (UTC), to a caseload that exists. */
ayant_status store_journal_add(failure *e, const char *path, const store_entry *entry);

#endif
