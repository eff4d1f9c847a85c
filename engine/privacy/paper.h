/*
 * A paper for people: sections of lines, paragraphs and small tables.
 *
 * Written as it goes, in one language, as text, as one page of HTML that
 * prints well, or as JSON with the same content. A failed write is asked of
 * the writer at the end.
 */
#ifndef AYANT_PRIVACY_PAPER_H
#define AYANT_PRIVACY_PAPER_H

#include "../base/sink.h"
#include "../store/holdings.h"

typedef struct paper {
    writer *to;
    ayant_format format; /* AYANT_TEXT, AYANT_HTML or AYANT_JSON */
    ayant_language language;
    int sections, parts; /* begun so far; parts of this section */
    int cell, columns;   /* of the table under way */
    int rows;
} paper;

/* French or Dutch; another language reads French. */
const char *paper_words(const paper *p, const char *fr, const char *nl);

void paper_begin(paper *p, writer *to, ayant_format format, ayant_language language, const char *title,
                 const char *under);
void paper_end(paper *p);
void paper_section(paper *p, const char *title);
void paper_text(paper *p, const char *words);
/* "label: value". */
void paper_line(paper *p, const char *name, const char *value);
void paper_line_print(paper *p, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A line somebody still has to fill in by hand. */
void paper_blank(paper *p, const char *name);
void paper_table(paper *p, const char *const *titles, int columns);
void paper_cell(paper *p, const char *words); /* NULL: empty */
void paper_table_end(paper *p);
/* How long things are kept; NULL: the defaults. */
void paper_periods(paper *p, const unsigned months[KEEP_COUNT]);

#endif
