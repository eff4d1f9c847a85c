/*
 * The columns of a purge: who stays, and runs written again without the others.
 * For purge.c alone; both work on the table temp.staying (household).
 */
#ifndef AYANT_STORE_PURGE_RUNS_H
#define AYANT_STORE_PURGE_RUNS_H

#include "../base/day.h"
#include "store_file.h"

/* Households in which somebody was contacted less than `months` before `on`. */
ayant_status purge_find_staying(failure *e, store_file *f, day on, unsigned months);
/* Takes every value of the other households, and of their persons, out of the columns. */
ayant_status purge_runs(failure *e, store_file *f);

#endif
