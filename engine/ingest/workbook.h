/*
 * The XML files inside a workbook, read piece by piece.
 *
 * A workbook is somebody else's file: what is unpacked from it is bounded in
 * bytes and against its size, has no document type (where entities are
 * declared), is not deeper and has no longer tag than a limit. Memory is
 * one block whatever its size. A handler may pause the reading, which then
 * goes on where it was: that is how rows are given one by one.
 */
#ifndef AYANT_INGEST_WORKBOOK_H
#define AYANT_INGEST_WORKBOOK_H

#include "../base/failure.h"
#include "../base/text.h"

typedef struct workbook workbook;
typedef struct xml_part xml_part;

/* What is called while a part is read. Names are without their prefix: "table:table-row" is "table-row". */
typedef struct xml_handlers {
    void (*start)(void *to, const char *name, const char **attributes);
    void (*end)(void *to, const char *name);
    void (*text)(void *to, const char *bytes, size_t length);
} xml_handlers;

/* `path` is for messages and outlives the workbook; `name` is the file's. */
ayant_status workbook_open(failure *e, const char *path, const char *name, workbook **out);
void workbook_release(workbook *w); /* accepts NULL; its parts are closed before */
/* 1 when there is such a file in it. */
int workbook_has(workbook *w, const char *name);

ayant_status xml_open(failure *e, workbook *w, const char *name, const xml_handlers *handlers, void *to,
                      xml_part **out);
void xml_close(xml_part *p); /* accepts NULL */
/* Reads on to where a handler pauses (AYANT_OK) or to the end (AYANT_NONE). */
ayant_status xml_read(failure *e, xml_part *p);
/* From a handler: the row is there. */
void xml_pause(xml_part *p);
/* From a handler: no need to go on; the next xml_read says AYANT_NONE. */
void xml_finish(xml_part *p);
/* From a handler that failed; xml_read gives what `xml_failure` then holds. */
void xml_stop(xml_part *p);
failure *xml_failure(const xml_part *p);
void xml_progress(const xml_part *p, uint64_t *done, uint64_t *total);

/* The value of an attribute by its name without prefix; NULL when there is none. */
const char *xml_attribute(const char **attributes, const char *name);
/* The whole of a part, without a pause. */
ayant_status xml_read_all(failure *e, workbook *w, const char *name, const xml_handlers *handlers, void *to,
                          xml_part **part);

#endif
