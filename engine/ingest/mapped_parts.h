/*
 * What the files of a mapped source share. No other file includes this.
 */
#ifndef AYANT_INGEST_MAPPED_PARTS_H
#define AYANT_INGEST_MAPPED_PARTS_H

#include <stdio.h>
#include "../model/repair.h"
#include "id_pool.h"
#include "../base/beside.h"
#include "mapped.h"
#include "spool.h"

/* What is counted and listed, after the repairs of cells. */
typedef enum remark {
    REMARK_CAPITALS = REPAIR_KINDS, /* a name in capitals, kept */
    REMARK_WORD,                    /* another spelling than most cells have */
    REMARK_PATTERN,                 /* cut by another pattern than the first */
    REMARK_NOT_SPLIT,               /* no pattern fits: the whole text went to the first fact */
    REMARK_SHORT,                   /* the line ends before the last column */
    REMARK_ABOVE,                   /* from here, lines passed over: above the names of the columns */
    REMARK_HEADER_AGAIN,
    REMARK_TOTAL,
    REMARK_TITLE,
    REMARK_BLANK,
    REMARK_DIFFERS,       /* a fact of the household that is not what its first row says */
    REMARK_NO_REFERENCE,  /* from here, links left unknown */
    REMARK_REFERENCES,    /* two reference persons */
    REMARK_LINK_WORD,     /* a word that is in no list */
    REMARK_PARTNERS,      /* two partners of one person */
    REMARK_PARENT_GENDER, /* mother or father? the gender of the parent is unknown */
    REMARK_PARENTS,       /* a second mother or father */
    REMARKS
} remark;

/* How a column of figures, dates or numbers usually writes them, from its first rows. */
#define USUAL_FORMS 64
typedef struct usual {
    uint32_t seen[USUAL_FORMS];
    unsigned form;
} usual;

/* What is written for one meaning, among the first rows. */
typedef struct spelling {
    text written;
    uint32_t meaning, seen;
    int usual;
} spelling;

typedef struct spellings {
    spelling *list;
    size_t count, capacity;
} spellings;

typedef struct cached_word {
    char written[30];
    unsigned char length, known, other; /* other: not the usual spelling */
    const char *word;                   /* NULL: in no list */
} cached_word;

#define CACHED_WORDS 16

/* From a cell of the file to a cell of facts. */
typedef struct step {
    enum { STEP_COPY, STEP_SPLIT, STEP_PIECE, STEP_COMPUTE, STEP_LINK } how;
    size_t from; /* column of the file; of STEP_COMPUTE: which function; of STEP_LINK: which link */
    size_t to;   /* column of facts; of STEP_SPLIT: the first of its pieces, which follow as steps */
    size_t pieces;
    int fact; /* index, or MAPPED_HOUSEHOLD, MAPPED_PERSON */
    clean_kind clean;
    const mapping_vocabulary *words;
    const struct splitter *splitter;
    cached_word *cache; /* CACHED_WORDS */
    usual usual;
    spellings spellings;
} step;

typedef struct view {
    step *steps;
    size_t step_count;
    text *header, *shown; /* names of the facts, and of the columns they come from */
    int *facts;
    size_t columns;
    int computes; /* 1: a step computes */
    int commas;   /* 1: its figures have decimal commas */
} view;

/* One file. */
typedef struct book {
    const char *path; /* as given */
    const char *opened;
    text *names; /* of the columns, in the arena */
    size_t count;
    const mapping_column **columns; /* of the mapping, by column of the file; NULL: not in it */
    int header_line;
    size_t household, person, link, gender, civil, postal, commune; /* columns, or SIZE_MAX */
    spellings links;
    uint64_t *counts; /* count x REMARKS, by column and kind */
} book;

typedef struct member {
    uint32_t household, next; /* the next member of it, ID_NONE: the last */
    int line;
    uint32_t partner, mother, father; /* members, or ID_NONE */
    unsigned char link, gender, civil, partnership;
} member;

typedef struct family {
    uint32_t first, last; /* members */
    int line;             /* of the first row */
} family;

enum { GENDER_UNKNOWN, GENDER_F, GENDER_M, GENDER_X };
enum { CIVIL_UNKNOWN, CIVIL_LEGAL, CIVIL_OTHER };
enum { PARTNERSHIP_UNKNOWN, PARTNERSHIP_MARRIED, PARTNERSHIP_LEGAL, PARTNERSHIP_DE_FACTO };
#define LINK_UNSAID MAPPED_LINKS

typedef struct link_row {
    uint32_t member, other;
    unsigned char link;
} link_row;

struct mapped {
    arena *memory;
    const dictionary *facts;
    const mapping *map;
    const ayant_inputs *in;
    int flat; /* households and persons are one file */
    book books[2];
    book *households, *persons;
    view views[3]; /* by sheet_kind */
    FILE *spool;
    char spool_path[SPOOL_PATH];
    cleaner *cleaner;
    id_pool household_ids, person_ids;
    member *members; /* by number of the person's id */
    size_t member_capacity;
    family *families; /* by number of the household's id */
    size_t family_capacity;
    link_row *rows;
    size_t row_count, row_capacity;
    uint32_t *first_cells; /* families x columns of the view of households */
    uint64_t *stopped;     /* by computed fact: cells whose function stopped */
    place *stopped_at;
    size_t empty_longest;
    struct splitter *splitters;
    beside *list;
};

/* ---- mapped_steps.c ---- */
ayant_status mapped_steps(failure *e, mapped *m);

/* ---- mapped_patterns.c ---- */
typedef struct splitter splitter;
/* Compiles the patterns of a column; belongs to *list until splitters_free. */
ayant_status splitter_new(failure *e, mapped *m, const mapping_column *c, const splitter **out);
void splitters_free(mapped *m);
/* The number of the pattern that fits, from 1, and a slice for each fact of the column; 0: none fits. */
int split(const splitter *s, text t, text *pieces, size_t count);

/* ---- mapped_cells.c ---- */
/* What the mapping says of a cell: stripped, its word when it has one, empty when it means nothing. */
text mapped_cell(mapped *m, book *b, step *s, int line, text written, int count_it);
int mapped_means_nothing(const mapped *m, text stripped);
/* Counts how a cell is written, among the first rows. */
void usual_see(mapped *m, step *s, text stripped);
void usual_settle(mapped *m, view *v);
/* Equal for two cells that say the same of a fact; 0 for an empty one. */
uint32_t mapped_key(const fact *f, text cell);

/* ---- mapped_spellings.c ---- */
void spellings_see(mapped *m, spellings *s, text written, uint32_t meaning);
void spellings_settle(spellings *s);
/* 1 when most cells say this in another spelling. */
int spelling_is_other(const spellings *s, text written, uint32_t meaning);

/* ---- mapped_scan.c ---- */
enum { ROW_KEPT, ROW_PASSED };
/* Lines that are no data; `list_it` 1: they are listed. */
int mapped_passed(mapped *m, book *b, const source_row *row, int list_it);
ayant_status mapped_scan(failure *e, mapped *m);
ayant_status mapped_open_file(failure *e, const mapped *m, const book *b, source *out);

/* ---- mapped_links.c ---- */
ayant_status mapped_links(failure *e, mapped *m);

/* ---- mapped_rows.c ---- */
extern const source_kind kind_mapped, kind_link_rows;

/* ---- mapped_notes.c ---- */
/* `where`: a column, or SIZE_MAX for the line as a whole. */
void mapped_remark(mapped *m, book *b, size_t where, int line, unsigned of);
ayant_status mapped_list_open(failure *e, mapped *m);
void mapped_list_free(mapped *m);
void mapped_describe(const mapped *m, sheet_kind which, writer *notes);

#endif
