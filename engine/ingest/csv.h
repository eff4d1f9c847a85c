/*
 * Reading CSV (RFC 4180), a row at a time, from a file or standard input.
 *
 * A row's cells are slices of the reader's buffer, good until the next row;
 * nothing is allocated for a cell. Cells are UTF-8: one that is not is taken
 * for Windows-1252. Memory is bounded whatever the file holds: a cell over
 * LIMIT_CELL, and cells beyond the header's, are counted and dropped. UTF-16
 * and lines that end in a lone carriage return are converted as they are read.
 */
#ifndef AYANT_INGEST_CSV_H
#define AYANT_INGEST_CSV_H

#include "input_file.h"

/* Reads the header line. Takes the file over, also on failure, when nothing is open any more. */
ayant_status csv_open(failure *e, const input_file *file, source *out);

#endif
