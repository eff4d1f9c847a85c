/*
 * A folder of pages being written: each beside its place, then all renamed.
 */
#ifndef AYANT_DOCUMENT_SITE_H
#define AYANT_DOCUMENT_SITE_H

#include <stdio.h>
#include "../base/arena.h"
#include "../base/failure.h"

typedef struct site {
    failure *e;
    arena *memory;
    const char *folder;
    const char **names; /* pages begun, whole but perhaps the last */
    size_t count, capacity;
    FILE *file; /* the page under way; NULL: none */
    ayant_sink sink;
} site;

/* Makes the folder, and those above it, when they are missing. */
ayant_status site_open(site *s, failure *e, arena *memory, const char *folder);
/* Begins a page; what it holds goes to s->sink until site_page_end. */
ayant_status site_page(site *s, const char *name);
ayant_status site_page_end(site *s);
/* Renames every page when `whole`, else removes what was begun. */
ayant_status site_close(site *s, int whole);

#endif
