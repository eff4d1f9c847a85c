/*
 * Which sheet of a workbook, or table of a database, is read.
 *
 * The one asked for by name; else one called households, persons or relations
 * in English, French or Dutch; else the only one that holds something. When
 * that does not settle it, the error lists what there is: nothing is guessed.
 */
#ifndef AYANT_INGEST_PART_CHOICE_H
#define AYANT_INGEST_PART_CHOICE_H

#include "input_file.h"

typedef struct named_part {
    const char *name;
    int hidden, filled; /* filled: holds at least one cell that is not empty */
} named_part;

/* `what`: "sheet" or "table". */
ayant_status part_choose(failure *e, const input_file *file, const char *what, const named_part *parts,
                         size_t count, size_t *chosen);
/* ", sheet 'persons'; not read: 'Notes' (hidden), 'old'", to the end of the line. */
void part_describe(writer *notes, const char *what, const named_part *parts, size_t count, size_t chosen);

#endif
