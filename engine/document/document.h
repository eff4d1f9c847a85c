/*
 * The rules as pages to read: a folder of HTML, one page a right and language.
 *
 * Pages hold no script and load nothing from elsewhere, so that they can be
 * read from a disk, a mail or a shelf. What rule files wrote is escaped.
 * Pages appear under their names only when all of them are whole.
 */
#ifndef AYANT_DOCUMENT_DOCUMENT_H
#define AYANT_DOCUMENT_DOCUMENT_H

#include "../graph/graph.h"

/* `on`: the date of the values said to be in force. The folder is made when it is missing. */
ayant_status document_write(failure *e, const graph *g, day on, const char *folder);

#endif
