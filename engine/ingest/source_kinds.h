/*
 * Every kind of file that can be a source, and what opens it.
 *
 * An opener gets the first bytes. Those that read the stream itself take
 * `file->in` over, also on failure; the others open the file by its name.
 */
#ifndef AYANT_INGEST_SOURCE_KINDS_H
#define AYANT_INGEST_SOURCE_KINDS_H

#include "input_file.h"

/* Takes the stream. Each line an object; see jsonl.c. */
ayant_status jsonl_open(failure *e, const input_file *file, source *out);
/* By name: XLSX and ODS, told apart by what the archive holds. */
ayant_status workbook_source_open(failure *e, const input_file *file, source *out);
/* By name: a table or a view of an SQLite database. */
ayant_status tables_open(failure *e, const input_file *file, source *out);

#endif
