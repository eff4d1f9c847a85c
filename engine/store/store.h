/*
 * The caseload: households, persons and relations in one SQLite file.
 *
 * An import is one transaction and replaces all that was there: after a
 * crash, a full disk or a refusal the file holds what it held before. Who is
 * there stands in rows: the tables `households`, `persons`, `relations`. Facts
 * stand in columns, packed for runs of rows (store_chunks.h, store_codec.h):
 * cents for money, thousandths for numbers, days for dates. The journal says
 * who did what, when and why, in counts, without any personal data. A file that
 * is read is not trusted: its values are checked as those of a CSV file are.
 */
#ifndef AYANT_STORE_STORE_H
#define AYANT_STORE_STORE_H

#include "../base/failure.h"
#include "../base/sink.h"
#include "../model/intake.h"
#include "store_key.h"

/* The version of the schema this engine writes; a file of a later one is refused. */
#define STORE_VERSION 3
/* The oldest whose people can be read; an import over an older one keeps its journal and nothing else. */
#define STORE_READABLE 2

/* How long an import waits for another one to end. */
#define STORE_WAIT_MILLISECONDS 5000

/* A caseload, and who opens it. */
typedef struct store_access {
    const char *path;
    store_key *key;            /* NULL: none, and a sealed caseload is refused */
    const char *who, *purpose; /* for the journal; NULL: not said */
} store_access;

/*
 * An import under way: rows go in through its intake, and are there for others
 * once they are kept. Dropped before, it leaves the caseload as it was; a file
 * it made is taken away.
 */
typedef struct store_taking store_taking;

/* How persons differ from those the caseload held, by id. A person counts once under each heading. */
typedef struct store_changes {
    int again;                          /* 1: the caseload held people */
    int lost;                           /* 1: what it held cannot be read any more, and was not compared */
    uint64_t persons_new, gone, stayed; /* stayed: in both */
    uint64_t moved, income_changed, receipt_changed; /* of those who stayed */
} store_changes;

/* One difference. Texts are empty where nothing is known or nothing may be said. */
typedef struct store_change {
    const char *person_id, *change, *fact, *before, *after;
} store_change;

typedef struct store_import_options {
    const char *engine_version, *who; /* for the journal; may be NULL */
    const int *receipts;              /* facts that say what is received; -1 ends them; may be NULL */
    store_changes *changes;           /* counted; may be NULL: nothing is compared */
    /* Both or none. Called for each difference, and once at the end, inside the transaction. */
    ayant_status (*change)(void *to, failure *e, const store_change *change);
    ayant_status (*compared)(void *to, failure *e, store_taking *t);
    void *to;
    /* The people the caseload held, for `compared`; NULL when it held none, or cannot be read any more. */
    people **before;
} store_import_options;

/* Makes the file when there is none. What is given must outlive it. */
ayant_status store_taking_new(failure *e, const store_access *at, const dictionary *facts,
                              const store_import_options *options, store_taking **out);
intake store_taking_intake(store_taking *t);
/* Persons of the files who had been erased on request, and were not kept. */
uint64_t store_taking_erased(const store_taking *t);
void store_taking_free(store_taking *t); /* accepts NULL */
/* What has been taken, once all was given. */
ayant_status store_taking_people(failure *e, store_taking *t, people **out, const ayant_progress *progress);

/*
 * The same for people in memory (finished). A progress function that says stop
 * gives AYANT_E_CANCELLED.
 */
ayant_status store_import(failure *e, const store_access *at, const people *p, const char *engine_version,
                          const char *who, const ayant_progress *progress);

/* Reads a caseload; facts the file lacks are unknown, others are left out. */
ayant_status store_people(failure *e, const store_access *at, const dictionary *facts, people **out,
                          const ayant_progress *progress);

#endif
