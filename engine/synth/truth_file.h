/*
 * truth.csv: what is true of each right, kept apart from the files a user has.
 *
 * A person and right without a row: not entitled, and does not receive.
 */
#ifndef AYANT_SYNTH_TRUTH_FILE_H
#define AYANT_SYNTH_TRUTH_FILE_H

#include "extras.h"

extern const synth_extra truth_file;

#endif
