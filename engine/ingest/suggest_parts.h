/*
 * What the files of the proposal share. No other file includes this.
 */
#ifndef AYANT_INGEST_SUGGEST_PARTS_H
#define AYANT_INGEST_SUGGEST_PARTS_H

#include "clean.h"
#include "id_pool.h"
#include "suggest.h"
#include "suggest_words.h"

/* Rows looked at. */
#define SUGGEST_ROWS 2000
#define SUGGEST_NAME 200

/* How many of a column's first cells could be what. */
typedef struct evidence {
    uint32_t filled,
        nothing; /* nothing: a word that stands for an empty cell; numbered: letters and digits */
    uint32_t truths, binary, figures, dates, niss, postal, phones, emails, digits, places;
    uint32_t words, links, years, above_month, numbered, distinct;
} evidence;

typedef enum suggest_state {
    COLUMN_OPEN,
    COLUMN_PLACED,
    COLUMN_FORBIDDEN, /* what it holds may be in no record */
    COLUMN_FREE_TEXT,
    COLUMN_TAKEN,  /* another column gives the fact */
    COLUMN_PERIOD, /* a year where the fact is a month's, or the other way */
    COLUMN_UNLIKE, /* the name says a fact, the cells do not */
    COLUMN_NO_NAME
} suggest_state;

typedef struct suggest_column {
    text name;                 /* as in the file */
    char folded[SUGGEST_NAME]; /* without its year */
    int year;                  /* 2024, or 0 */
    int period;                /* 'm', 'y', or 0 */
    evidence seen;
    suggest_state state;
    const char *fact;   /* the target it is placed on, or the nearest */
    int sure;           /* of 100 */
    int by_cells;       /* 1: placed by what it holds, not by its name */
    const char *second; /* another target it could be; NULL: none near */
    size_t taken_by;
    const char *about; /* COLUMN_FORBIDDEN */
} suggest_column;

typedef struct suggestion {
    arena *memory;
    const dictionary *facts;
    ayant_language language;
    const char *path;
    int header_line;
    char delimiter;
    suggest_column *columns;
    size_t count;
    uint64_t rows;
    cleaner *cleaner;
} suggestion;

/* ---- suggest_cells.c ---- */
/* Reads the first rows of an open source. */
ayant_status suggest_look(failure *e, suggestion *s, source *in);
/* 1 for a date, an amount, a number of somebody. */
int suggest_is_data(const suggestion *s, text t);
/* How well what a column holds goes with a target, of 100. */
int suggest_fit(const suggestion *s, const suggest_column *c, const char *target);
/* A target its cells alone tell: niss, email, phone; NULL. */
const char *suggest_by_cells(const suggest_column *c);

/* ---- suggest_match.c ---- */
/* Folds the name, takes the year and the period out of it. */
void suggest_read_name(suggest_column *c);
/* How near the name is to those of a target, of 100. */
int suggest_name_score(const suggestion *s, const suggest_column *c, const char *target);
int suggest_listed(const char *list, const char *folded);

/* ---- suggest_write.c ---- */
ayant_status suggest_write(failure *e, const suggestion *s, const ayant_sink *out);

#endif
