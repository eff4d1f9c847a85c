/*
 * Facts of a caseload in runs of rows: the tables household_columns and
 * person_columns, one row for each fact and run of CHUNK_ROWS rows.
 *
 * Rows are counted from 0 in the order of the input; row r is in run
 * r / CHUNK_ROWS. A fact nobody of a run has is not there. The ids are facts
 * like others ("household_id", "person_id"), except that a person's
 * "household_id" holds the row of the household; a row whose id is empty was
 * erased. What a fact is, and its words, stand in the table `facts`.
 */
#ifndef AYANT_STORE_STORE_CHUNKS_H
#define AYANT_STORE_STORE_CHUNKS_H

#include "store_codec.h"
#include "store_file.h"

/* The content of the caseload, or what an import under way replaces. */
typedef enum generation { CONTENT_NOW, CONTENT_BEFORE } generation;

/* A fact as the file knows it. */
typedef struct file_fact {
    const char *name;
    entity entity;
    kind kind;
    const char **words;
    size_t word_count;
    int fact;    /* in the dictionary; -1: not there, or of another kind or entity */
    cell *cells; /* words: the dictionary's index for each of the file's, -1 where it has no such word */
} file_fact;

typedef struct file_facts {
    arena *memory;
    file_fact *items;
    size_t count, capacity;
} file_facts;

typedef struct chunks {
    store_file *file;
    generation of;
    sqlite3_stmt *get[2], *put[2], *drop[2]; /* by entity; prepared when first used */
    packed room, texts[2];                   /* what is written; the texts read last, by entity */
} chunks;

/* `facts` may be NULL: every fact of the file has then `fact` -1. */
ayant_status file_facts_read(failure *e, const store_file *f, generation of, const dictionary *facts,
                             file_facts *out);
void file_facts_free(file_facts *of);
const file_fact *file_facts_find(const file_facts *of, const char *name);
const char *store_kind_name(kind of); /* "money" */
/* The table `facts`, from the dictionary. */
ayant_status file_facts_write(failure *e, const store_file *f, const dictionary *facts);

void chunks_start(chunks *c, store_file *f, generation of);
void chunks_end(chunks *c);
/* AYANT_NONE when the run has none of this fact. At most CHUNK_ROWS. */
ayant_status chunks_cells(failure *e, chunks *c, entity which, uint64_t chunk, const char *name, cell *out,
                          size_t *rows);
/* Slices that are good until the next call with the same entity. */
ayant_status chunks_texts(failure *e, chunks *c, entity which, uint64_t chunk, const char *name, text *out,
                          size_t *rows);
/* The bytes of a run, good until the next call with the same entity. */
ayant_status chunks_bytes(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                          const unsigned char **bytes, size_t *size);
/* A run in which nothing is known is taken away. */
ayant_status chunks_put_cells(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                              const cell *cells, size_t rows);
ayant_status chunks_put_texts(failure *e, chunks *c, entity which, uint64_t chunk, const char *name,
                              const uint16_t *lengths, const char *bytes, size_t rows);
/*
 * The last run that has the fact (NULL: any), and the last row of `households`
 * or `persons`; -1 when there is none. Refused when the file says more than a
 * caseload holds: nothing counts to a number that is only written there.
 */
#define CHUNK_LAST (UINT32_MAX / CHUNK_ROWS)
ayant_status chunks_last_run(failure *e, const store_file *f, entity which, const char *name, int64_t *out);
ayant_status chunks_last_row(failure *e, const store_file *f, entity which, int64_t *out);
ayant_status chunks_damaged(failure *e, const store_file *f, entity which, uint64_t chunk, const char *name);

#endif
