/*
 * Words of vocabularies ("isolated", "partner_of_child") as a jurist says them.
 */
#ifndef AYANT_DOCUMENT_VOCABULARY_H
#define AYANT_DOCUMENT_VOCABULARY_H

#include "../ayant.h"

/* NULL when the word is in no table: it is then shown as it is written. */
const char *vocabulary_said(const char *word, ayant_language l);
/* Members of a household a formula walks over, in the plural: "children". NULL: none. */
const char *set_said(const char *name, ayant_language l);

#endif
