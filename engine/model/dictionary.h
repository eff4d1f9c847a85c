/*
 * The dictionary: every fact a record may hold.
 *
 * Facts are declared once, in rules (facts.lua); rows keep their order. A
 * fact's index is its place in `facts` and indexes the columns of people.
 */
#ifndef AYANT_MODEL_DICTIONARY_H
#define AYANT_MODEL_DICTIONARY_H

#include "../base/arena.h"
#include "../base/failure.h"
#include "../base/text.h"
#include "kinds.h"

/* What an empty cell means when it is not simply unknown. */
typedef enum empty_rule {
    EMPTY_UNKNOWN,
    EMPTY_PRESUMED, /* `presumed`, unless --strict; listed as to verify */
    EMPTY_NEVER,    /* a date or a link: there is none */
    EMPTY_OPTIONAL  /* money: no such figure; 0, and exists(fact) is no */
} empty_rule;

typedef struct fact {
    const char *name;    /* "wage_net_month", the column's name */
    const char *read_as; /* what formulas write: "titular_of" for titular_id, else `name` */
    entity entity;
    kind kind;
    period per;         /* money */
    int whole;          /* number: 1 when it counts (months, a year) */
    const char **words; /* word: vocabulary, `word_count` long */
    size_t word_count;
    label label, ask;      /* ask: the plain question */
    label source_register; /* which register usually knows it; fr NULL: none */
    int sensitive;         /* never leaves but for the worker profile */
    int contact_only;      /* no rule may read it */
    empty_rule empty;
    cell presumed; /* with EMPTY_PRESUMED */
    /*
     * The rule above is replaced, for a row, by another when a second fact
     * says so: `when_fact` (index, -1: none) equals `when_is` (a truth), or is
     * above zero when `when_above` is 1. `then_known` 1: the cell is
     * `then_value` (ris_month is 0 when receives_ris is no); 0: it is unknown
     * (ris_since when receives_ris is yes).
     */
    int when_fact, when_above, then_known;
    cell when_is, then_value;
    cell least, most; /* bounds of a given cell; a cell outside is rejected */
    int fresh_months; /* 0: no stated freshness */
    place at;
} fact;

typedef struct dictionary {
    fact *facts;
    size_t count, capacity;
    uint32_t *index; /* open hash of names to fact index + 1 */
    size_t index_size;
} dictionary;

/* Index of a fact by name, or -1. */
int dictionary_find(const dictionary *d, const char *name);
/* Index by the name formulas use, within an entity, or -1. */
int dictionary_find_read(const dictionary *d, entity entity, const char *read_as);
/* Adds a copy of the struct; texts must outlive the dictionary. -1 without memory. */
int dictionary_add(dictionary *d, arena *memory, const fact *f);
/* The index of a word in a fact's vocabulary, or -1. */
int fact_word(const fact *f, text word);
/*
 * Reads one cell as written in a file (after trimming), in any accepted
 * spelling: yes/no/oui/non/ja/nee/1/0/true/false/vrai/faux/waar/onwaar/O/N/X,
 * YYYY-MM-DD or DD/MM/YYYY, 1234.56 or 1.234,56 with `comma` 1, and those of
 * as_written.h. An empty cell, or a word that stands for one ("?", "inconnu"),
 * gives CELL_UNKNOWN; repair.h tells which it was. Returns NULL, or a short reason in English for the
 * rejects file ("not a date"). KIND_TEXT and KIND_PERSON are not read here.
 */
const char *fact_read(const fact *f, text written, int comma, cell *out);
/* Writes a cell as files hold it ("yes", "1234.50", "2026-03-01"); "" when unknown. */
void fact_print(const fact *f, cell value, char *out, size_t size);

#endif
