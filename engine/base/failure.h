/*
 * What went wrong, for the person who must act.
 *
 * A function that can fail takes a `failure *` first and returns a status;
 * the first failure is kept, later ones do not replace it. `failure` holds
 * its own text, so reporting "no memory" needs no memory.
 */
#ifndef AYANT_BASE_FAILURE_H
#define AYANT_BASE_FAILURE_H

#include <stdarg.h>
#include "../ayant.h"

#define FAILURE_TEXT 2000
#define FAILURE_FILE 400

typedef struct failure {
    ayant_status status; /* AYANT_OK when nothing failed */
    char id[8];          /* "R07": never changes once published */
    char file[FAILURE_FILE];
    int line, column; /* from 1; 0 when there is none */
    char text[FAILURE_TEXT];
} failure;

/* Records the failure unless one is recorded; returns `status`. `file` may be NULL. */
ayant_status fail_at(failure *e, ayant_status status, const char *id, const char *file, int line, int column,
                     const char *format, ...) __attribute__((format(printf, 7, 8)));
ayant_status fail(failure *e, ayant_status status, const char *id, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* "out of memory", id M01. */
ayant_status fail_memory(failure *e);
void failure_clear(failure *e);

/* An analyser sees one file at a time: what the functions above always return. */
#if defined(__clang_analyzer__) && !defined(FAILURE_INSIDE)
#define fail_at(e, status, ...) ((void)fail_at(e, status, __VA_ARGS__), (status))
#define fail(e, status, ...) ((void)fail(e, status, __VA_ARGS__), (status))
#define fail_memory(e) ((void)fail_memory(e), AYANT_E_MEMORY)
#endif

#endif
