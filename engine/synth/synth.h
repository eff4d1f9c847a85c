/*
 * Made-up households of Brussels: CSV files of the form of a caseload.
 *
 * Nobody in them exists. A household is drawn from the seed and its own number
 * alone: household 7 is the same in a file of ten and in a file of a million.
 * Shares follow published figures of the Brussels Region (household types,
 * ages, communes, receipt and non-take-up); nothing is copied from real files.
 */
#ifndef AYANT_SYNTH_SYNTH_H
#define AYANT_SYNTH_SYNTH_H

#include "../base/failure.h"

/*
 * Writes households.csv, persons.csv, relations.csv and README.txt into
 * `folder`, which is made when it is missing. Files are written beside and
 * renamed once all are whole; on failure none of them changes. `p` may be NULL.
 */
ayant_status synth_write(failure *e, const ayant_synth_options *o, const char *folder,
                         const ayant_progress *p);

#endif
