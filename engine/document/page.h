/*
 * What every page shares: its head and foot, headings, articles, statuses.
 */
#ifndef AYANT_DOCUMENT_PAGE_H
#define AYANT_DOCUMENT_PAGE_H

#include "../base/sink.h"
#include "../graph/graph.h"
#include "reach.h"
#include "sayings.h"

typedef struct page {
    writer *to;
    const graph *g;
    const rulebook *rules;
    ayant_language language;
    day on;
    arena *memory;
    const right *right;   /* of which this is the page; NULL: the first page */
    const reach *reaches; /* by right */
    int failed;           /* no memory */
} page;

/* `language` NULL: the page holds several. */
void page_head(page *p, const char *language, const char *title);
void page_foot(page *p);

void put_saying(page *p, saying s); /* escaped */
void put_paragraph(page *p, saying s);
void put_section(page *p, const char *id,
                 saying title); /* <section> and its heading; closed by "</section>" */
void put_label(page *p, const label *l, const char *otherwise);
/* A name of the rules; it may be broken after a point or an underscore. */
void put_code(page *p, const char *name);
void put_row_head(page *p, const saying *titles, size_t count); /* opens the table and its body */
void put_row_foot(page *p);
/* <dt>…</dt><dd>, closed by the caller with "</dd>" */
void put_term(page *p, saying title);

void put_law(page *p, const law_reference *law);
void put_status(page *p, parameter_status s);
void put_type(page *p, kind k, period per, int whole, const char *const *words, size_t word_count);
void put_variable_link(page *p, const char *name);
void put_right_link(page *p, const right *r);
/* A word of a vocabulary as one says it. */
void put_word(page *p, const char *word);
/* "ris.fr.html" */
const char *page_name(page *p, const right *r, ayant_language l);

/* The parts of a right's page. */
void put_right_intro(page *p);
void put_right_variables(page *p);
void put_right_parameters(page *p);
void put_right_facts(page *p);
void put_right_cases(page *p);
size_t right_cases(const rulebook *rules, const right *r);

/* One language of the first page. */
void put_index(page *p);

extern const char *const page_style;

#endif
