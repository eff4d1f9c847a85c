/*
 * Register numbers of made-up people.
 *
 * Any number that is well formed may be somebody's: files hold none unless
 * they are asked for, and `invalid` ones fail the check everywhere.
 */
#ifndef AYANT_SYNTH_NISS_H
#define AYANT_SYNTH_NISS_H

#include "extras.h"

/* Eleven digits and a zero. `serial` 0 to 498; people of no register get a bis number. */
void made_niss(char out[12], const made_person *p, int32_t serial, niss_kind kind);

#endif
