/*
 * What a caseload keeps beside the people: its secret, its journal, who asked
 * to be erased, which lists left it, how long things are kept. For the files of this room.
 */
#ifndef AYANT_STORE_LEDGER_H
#define AYANT_STORE_LEDGER_H

#include "holdings.h"
#include "journal.h"
#include "pseudonym.h"
#include "store_file.h"

#define JOURNAL_HASH 32
#define JOURNAL_USE "journal" /* what pseudonyms of journals are made for */
#define LIST_USE "list"       /* of the index of lists */
#define ERASED_USE "erased"   /* of tombstones */
#define LOGIN_TEXT 32

#define LEDGER_VERSION 3 /* of the schema: what ledger_step makes */

/* The step of the schema that makes these tables, and what it needs done once, in the same transaction. */
extern const char ledger_step[];
ayant_status ledger_start(failure *e, const store_file *f);

/* The secret of this caseload; wipe it after use. */
ayant_status ledger_secret(failure *e, const store_file *f, uint8_t out[SECRET_BYTES]);

typedef struct journal_head {
    sqlite3_int64 first, last; /* numbers of the first line kept and of the last; first is last + 1: none */
    uint8_t before[JOURNAL_HASH]; /* the hash the first line kept follows */
    uint8_t hash[JOURNAL_HASH];   /* of the last line */
} journal_head;

ayant_status journal_head_read(failure *e, const store_file *f, journal_head *out);
ayant_status journal_head_write(failure *e, const store_file *f, const journal_head *head);

/* In a transaction of the caller's. */
ayant_status store_journal_put(failure *e, const store_file *f, const store_entry *entry);

ayant_status store_list_put(failure *e, const store_file *f, const store_entry *entry,
                            const store_list *list);

/* J03 for a caseload whose schema has none of these tables yet. */
ayant_status ledger_needed(failure *e, const store_file *f);
ayant_status holdings_months(failure *e, const store_file *f, unsigned months[KEEP_COUNT]);
ayant_status holdings_imported(failure *e, const store_file *f, char out[32]);

/* SHA-256 of the hash before, the number and the fields, each with its length before it. */
typedef struct journal_fields {
    sqlite3_int64 line, everybody;
    text words[6]; /* at, login, who, what, purpose, detail */
    text persons;  /* pseudonyms, one after the other */
} journal_fields;

void journal_hash(const uint8_t before[JOURNAL_HASH], const journal_fields *fields,
                  uint8_t out[JOURNAL_HASH]);
/* `row` selects line, at, login, who, what, purpose, detail, everybody, persons in this order. */
void journal_fields_of(sqlite3_stmt *row, journal_fields *out);
#define JOURNAL_COLUMNS "line, at, login, who, what, purpose, detail, everybody, persons"

#endif
