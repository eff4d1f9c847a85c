/*
 * An explorer: one household, asked "what if" many times over.
 *
 * It holds copies of the household (evaluate/variants) and the nodes of the
 * rights. Cells are set or narrowed in copies, the copies run together, and
 * each says its verdicts. What a copy was given is taken back before the next
 * question: between two calls of this room all copies are the household as it
 * is. One explorer serves many households and one thread.
 */
#ifndef AYANT_EXPLORE_EXPLORER_H
#define AYANT_EXPLORE_EXPLORER_H

#include "../takeup/screen.h"

typedef struct explorer_options {
    day on;
    int strict;
    const char *right; /* the only right looked at; NULL: all */
} explorer_options;

typedef struct explorer explorer;

/* One answer: what a right says of a member. `right` is its place in order of names, as in results->rights.
 */
typedef struct asked {
    size_t member, right;
} asked;

/* The graph and the people must outlive it. AYANT_E_USAGE (X02) when there is no such right. */
ayant_status explorer_new(failure *e, const graph *g, const people *p, const explorer_options *options,
                          explorer **out);
void explorer_free(explorer *x); /* accepts NULL */
/*
 * Looks at a household as its cells are now: called again after a cell of the
 * people has changed in place. Nothing else about the people may have changed.
 */
void explorer_load(explorer *x, size_t household);

size_t explorer_members(const explorer *x);
/* Of the household loaded, as it is. */
verdict explorer_verdict(const explorer *x, asked which);
/* Every (member, right) whose verdict is unknown and could be settled; how many, at most `room`. */
size_t explorer_unknown(const explorer *x, asked *out, size_t room);

#endif
