/*
 * Questions about a made household that several files ask.
 */
#ifndef AYANT_SYNTH_KIN_H
#define AYANT_SYNTH_KIN_H

#include "made.h"

int is_parent(const made_household *h, int32_t child, int32_t who);
/* A child under 18 of this person or of the partner. */
int has_minor_child(const made_household *h, int32_t i);
/* The stays that RIS knows of. */
int ris_stay(const made_person *p);
/*
 * What the CPAS pays to somebody whose stay does not open RIS, in cents a
 * month: a short form of the same law in round amounts of March 2026. No
 * right of the rules says this amount; it is enough to make a file plausible.
 */
int32_t equivalent_aid_due(const made_household *h, int32_t i);

#endif
