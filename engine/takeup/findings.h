/*
 * From a verdict and what is known of receipt to a finding. Private to takeup/.
 */
#ifndef AYANT_TAKEUP_FINDINGS_H
#define AYANT_TAKEUP_FINDINGS_H

#include "screen.h"

/* `advised` 1: a right that is never yes says to ask. */
finding finding_of(const people *p, const right_nodes *n, size_t person, uint8_t v, int advised, day on);
/* One amount covers a couple: keeps it on one of the two, for rows from..to - 1 of the frame. */
void settle_couples(results *r, const right_nodes *rights, const frame *f, size_t from, size_t to);

#endif
