/*
 * Reading CSV (RFC 4180), a row at a time, from a file or standard input.
 *
 * A row's cells are slices of the reader's buffer, good until the next row;
 * nothing is allocated for a cell. Cells are UTF-8: one that is not is taken
 * for Windows-1252. Memory is bounded whatever the file holds: a cell over
 * LIMIT_CELL, and cells beyond the header's, are counted and dropped.
 */
#ifndef AYANT_INGEST_CSV_H
#define AYANT_INGEST_CSV_H

#include "source.h"

/* Opens a path, or standard input for "-", and reads the header line. */
ayant_status csv_open(failure *e, const char *path, source *out);

#endif
