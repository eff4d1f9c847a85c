/*
 * The rejects file: what was not taken over, where, and why.
 *
 * CSV with the columns file,line,column,value,reason, one line for each count
 * of rows and cells rejected. It is written beside its name and takes it at
 * the end; an import that fails leaves none.
 */
#ifndef AYANT_INGEST_REJECTS_H
#define AYANT_INGEST_REJECTS_H

#include "../base/failure.h"
#include "../base/text.h"

typedef struct rejects rejects;

/* `path` NULL: nothing is written. */
ayant_status rejects_open(failure *e, const char *path, rejects **out);
/*
 * `shape` 1: only the shape of the value is kept (a letter is a, a digit 9),
 * for facts about who somebody is.
 */
void rejects_add(rejects *r, const char *file, int line, text column, text value, int shape,
                 const char *reason);
/* Brings all of it to the disk, beside its place: what can fail is done, and nothing more is added. */
ayant_status rejects_ready(failure *e, rejects *r);
/* Puts the file in its place. */
ayant_status rejects_end(failure *e, rejects *r);
void rejects_free(rejects *r); /* accepts NULL; without rejects_end, the file is removed */

#endif
