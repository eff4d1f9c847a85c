/*
 * The file of changes of an import: who is new, gone, moved, whose income or
 * receipt changed, and which findings.
 *
 * CSV with the columns person_id,change,fact,before,after; a finding has the
 * right in the place of the fact. It appears once the import is kept, whole or
 * not at all. Values of contact facts are never in it, nor findings that only
 * a social worker may see.
 */
#ifndef AYANT_CHANGES_CHANGES_H
#define AYANT_CHANGES_CHANGES_H

#include "../store/store.h"
#include "../takeup/screen.h"

typedef struct changes changes;

/*
 * `path` NULL: changes are counted, nothing is written and nobody is screened.
 * Else those of before and of now are screened on `on`, which takes memory for
 * both. The graph and the path must outlive it.
 */
ayant_status changes_new(failure *e, const graph *g, const char *path, day on, const ayant_progress *progress,
                         changes **out);
/* What the import must know. */
void changes_options(changes *c, store_import_options *out);
/* Once the import is kept: puts the file in its place, and fills the counts. */
ayant_status changes_end(failure *e, changes *c, ayant_import_counts *counts);
void changes_free(changes *c); /* accepts NULL */

#endif
