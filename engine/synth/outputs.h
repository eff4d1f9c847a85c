/*
 * The files of a made-up folder: all of them, or none.
 *
 * A file is written beside its name and renamed when every file of the folder
 * is whole. Failures of writing stay in the files: outputs_close asks once.
 */
#ifndef AYANT_SYNTH_OUTPUTS_H
#define AYANT_SYNTH_OUTPUTS_H

#include <stdio.h>

#include "../base/failure.h"

#define OUTPUTS_MOST 128
#define OUTPUTS_NAME 64

typedef struct outputs {
    const char *folder;
    size_t count;
    FILE *file[OUTPUTS_MOST];
    char name[OUTPUTS_MOST][OUTPUTS_NAME];
} outputs;

/* Makes the folder when it is missing. `folder` is kept, not copied. */
ayant_status outputs_start(failure *e, outputs *o, const char *folder);
/* Opens a file of the folder for writing; `name` has no slash and is copied. */
ayant_status outputs_open(failure *e, outputs *o, const char *name, FILE **file);
/* AYANT_E_SYSTEM when a write has failed so far: to stop early on a full disk. */
ayant_status outputs_check(failure *e, const outputs *o);
/* Closes everything; renames all when `whole`, else removes what was begun. */
ayant_status outputs_close(failure *e, outputs *o, int whole);

#endif
