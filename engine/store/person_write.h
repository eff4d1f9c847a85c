/*
 * Steps shared by what changes one person. For the files of this room only.
 */
#ifndef AYANT_STORE_PERSON_WRITE_H
#define AYANT_STORE_PERSON_WRITE_H

#include "person.h"
#include "store_edit.h"

/* K11: nobody has the id. */
ayant_status person_absent(failure *e, const store_file *f);
ayant_status person_today(failure *e, const store_file *f, char out[16]); /* UTC */
/* Out of the index of lists. */
ayant_status person_leave_lists(failure *e, store_file *f, text id);
/* A line about one person. */
ayant_status person_note(failure *e, const store_access *at, const store_file *f, const char *id,
                         const char *did, const char *detail);
/* Commits what gave `status`, or takes it back; then empties the log, which held the old bytes. */
ayant_status person_keep(failure *e, store_file *f, ayant_status status);
ayant_status person_empty_log(failure *e, store_file *f);

#endif
