/*
 * The messy export: made-up people as an office's spreadsheet holds them.
 *
 * One flat table, a row a person, the facts of a household repeated on each of
 * its rows. A cell is made clean first, in the one spelling of its column;
 * dirt is then planted at the rates of messy_kinds.def, one kind a cell at most,
 * and every planting is a line of planted.csv. What planted.csv does not name
 * is clean. Facts of a household are dirtied on its first row and repeated as
 * they are: planted.csv names the first row alone.
 */
#ifndef AYANT_SYNTH_MESSY_H
#define AYANT_SYNTH_MESSY_H

#include <stdio.h>

#include "extras.h"
#include "made.h"

/* Streams of their own: a change of the dirt moves nobody, a change of the people moves no dirt. */
#define SUBJECT_MESSY_CLEAN ((subject)32)
#define SUBJECT_MESSY_DIRT ((subject)33)
#define SUBJECT_MESSY_ROWS ((subject)34)

#define MESSY_LANGUAGES 2 /* French, then Dutch */
#define MESSY_TEXT 160    /* the longest name, decomposed, in an address with its box */

typedef enum messy_column_id {
    MESSY_HOUSEHOLD,
    MESSY_PERSON,
    MESSY_NISS,
    MESSY_LAST_NAME,
    MESSY_FIRST_NAME,
    MESSY_BIRTH,
    MESSY_GENDER,
    MESSY_LINK,
    MESSY_CIVIL,
    MESSY_STAY,
    MESSY_ADDRESS,
    MESSY_POSTAL,
    MESSY_COMMUNE,
    MESSY_PHONE,
    MESSY_EMAIL,
    MESSY_WAGE,
    MESSY_UNEMPLOYMENT,
    MESSY_SICKNESS,
    MESSY_PENSION,
    MESSY_FAMILY_BENEFIT,
    MESSY_RECEIVES_RIS,
    MESSY_RIS,
    MESSY_RECEIVES_GRAPA,
    MESSY_RECEIVES_BIM,
    MESSY_RENT,
    MESSY_SAVINGS,
    MESSY_DISABILITY,
    MESSY_CADASTRAL,
    MESSY_STUDENT,
    MESSY_LANGUAGE,
    MESSY_INSURER,
    MESSY_TAXABLE,
    MESSY_UPDATED,
    MESSY_REMARK,
    MESSY_ORIGIN,
    MESSY_COLUMNS
} messy_column_id;

/* What a column takes: kinds of dirt ask for one of these. */
enum {
    TAKES_SPACES = 1 << 0,
    TAKES_PLACEHOLDER = 1 << 1,
    TAKES_AMOUNT = 1 << 2,
    TAKES_LOST_COMMA = 1 << 3, /* a month: a thousand euros times a hundred is above its limit */
    TAKES_DAY = 1 << 4,
    TAKES_NAME = 1 << 5,
    TAKES_WORD = 1 << 6,
    TAKES_ADDRESS = 1 << 7,
    TAKES_POSTAL = 1 << 8,
    TAKES_COMMUNE = 1 << 9,
    TAKES_PHONE = 1 << 10,
    TAKES_EMAIL = 1 << 11,
    TAKES_NISS = 1 << 12
};

/* One word of a column of words: the clean spelling, and others that mean the same. */
#define MESSY_OTHER_WORDS 3
typedef struct messy_word {
    const char *clean[MESSY_LANGUAGES];
    const char *others[MESSY_LANGUAGES][MESSY_OTHER_WORDS];
} messy_word;

typedef struct messy_column {
    const char *header[MESSY_LANGUAGES];
    unsigned takes;
    int of_household;        /* the same on every row of a household */
    const messy_word *words; /* of a column of words, ended by a NULL spelling */
} messy_column;

extern const messy_column messy_columns[MESSY_COLUMNS];

typedef struct messy_commune {
    const char *name[MESSY_LANGUAGES], *brief[MESSY_LANGUAGES];
} messy_commune;

/* In the order of their NIS codes from 21001. */
extern const messy_commune messy_communes[];

/* What a cell of a sheet is; a CSV has texts alone. */
typedef enum messy_form { SHEET_NOTHING, SHEET_TEXT, SHEET_AMOUNT, SHEET_DAY, SHEET_FIGURE } messy_form;

typedef struct messy_cell {
    messy_form form;
    int32_t value; /* cents, a day, a figure, or the word's place in messy_column.words */
    int dirty;
    char text[MESSY_LANGUAGES][MESSY_TEXT]; /* UTF-8; both the same but for words */
} messy_cell;

typedef struct messy_row {
    messy_cell cells[MESSY_COLUMNS];
    int32_t postal; /* as it is, whatever the cell says; UNSAID when nobody knows */
    int first;      /* of its household */
    int reference;  /* the person others are related to, in a household of several */
    int utf8;       /* this line is not Windows-1252 */
} messy_row;

/* ---- clean cells: messy_clean.c ---- */

/* The clean row of person `i` of `seen`; `h` is the same household, with nothing lacking. */
void messy_clean(messy_row *row, const synth_order *order, const made_household *h,
                 const made_household *seen, int32_t i);
/* Both languages alike; the form becomes SHEET_TEXT. */
void messy_say(messy_cell *cell, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One text in French, one in Dutch. */
void messy_say_both(messy_cell *cell, const char *french, const char *dutch);
void messy_say_amount(messy_cell *cell, int32_t cents);
void messy_say_day(messy_cell *cell, day d);

/* ---- dirt: messy_dirt.c, after messy_kinds.def ---- */

typedef enum messy_expected { EXPECT_REPAIRED, EXPECT_REJECTED, EXPECT_REPORTED } messy_expected;
extern const char *const messy_expected_names[];

/* Kinds of whole rows and lines, planted by messy_export.c. Rates in 10,000. */
typedef struct messy_row_kind {
    const char *name;
    messy_expected expected;
    int32_t rate;
} messy_row_kind;

typedef enum messy_row_kind_id {
    ROW_UTF8,
    ROW_NO_PERSON,
    ROW_TWICE,
    ROW_OTHER_HOUSEHOLD,
    ROW_DIFFERS,
    ROW_HEADER_AGAIN,
    ROW_BLANK,
    ROW_TITLE,
    ROW_TOTAL,
    ROW_KINDS
} messy_row_kind_id;

extern const messy_row_kind messy_row_kinds[ROW_KINDS];

/* One planting: `column` is a messy_column_id, or -1 for the whole line. */
typedef void (*messy_plant)(void *to, int column, const char *kind, messy_expected expected);
/* Dirties cells of a row at the rates of the table. Cells of the household only on its first row. */
void messy_spoil(messy_row *row, const made_household *seen, int32_t i, messy_plant plant, void *to);

/* ---- letters: messy_letters.c ---- */

/* In place; `size` is that of `letters`. A letter without a capital, or without an accent, stays. */
void messy_capitals(char *letters);
void messy_decompose(char *letters, size_t size);
/* Windows-1252 of UTF-8 in place; 0 and nothing changed when a letter is not in it. */
int messy_to_1252(char *letters);
int messy_is_ascii(const char *letters);

/* ---- the sheet: messy_book.c ---- */

typedef struct messy_book messy_book;

ayant_status messy_book_open(failure *e, messy_book **out);
/* `line` from 1; cells in French. */
ayant_status messy_book_row(failure *e, messy_book *b, uint64_t line, const messy_row *row);
ayant_status messy_book_text(failure *e, messy_book *b, uint64_t line, int column, const char *written);
/* Ends the book into `out`. The book is freed by messy_book_free alone. */
ayant_status messy_book_finish(failure *e, messy_book *b, FILE *out);
void messy_book_free(messy_book *b); /* accepts NULL */

/* ---- the archive: messy_pack.c, the only file that knows libzip ---- */

typedef struct messy_part {
    const char *name, *content;
} messy_part;

/* Packs the parts, then *file under the name `last`, into `out`; *file is closed and NULL where it was taken.
 */
ayant_status messy_pack(failure *e, FILE *out, const messy_part *parts, size_t count, const char *last,
                        FILE **file);

extern const synth_extra messy_file;

#endif
