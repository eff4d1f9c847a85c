/*
 * An array too long for memory.
 *
 * Items of one size, zero until they are written. A few pages are in memory;
 * the others are in a temporary file without a name, which nobody else can
 * open and which goes with the program, however it ends. The file is made
 * only when the pages in memory do not suffice.
 */
#ifndef AYANT_BASE_PAGED_H
#define AYANT_BASE_PAGED_H

#include <stddef.h>
#include <stdint.h>
#include "failure.h"

typedef struct paged paged;

paged *paged_new(size_t item_size); /* NULL without memory */
void paged_free(paged *p);          /* accepts NULL */
/*
 * The item, to read and to change; good until the next call. NULL with the
 * failure when the memory or the disk refuses.
 */
void *paged_at(failure *e, paged *p, uint64_t index);

#endif
