/*
 * Letters with accents: put together, and told apart from plain ones.
 *
 * Composing changes no letter: an e followed by a combining acute becomes the
 * one letter that looks the same, for the letters of Latin-1, Latin Extended-A
 * and the comma letters of Romanian; any other sequence is left as it is.
 * Folding is for comparing names of places, months and headers, never for
 * keeping what a person is called.
 */
#ifndef AYANT_BASE_LETTERS_H
#define AYANT_BASE_LETTERS_H

#include "text.h"

/* 1 when a combining mark (U+0300 to U+036F) is in `t`, which is UTF-8. */
int letters_are_apart(text t);
/* Writes `t` with its accents composed; `out` has t.length bytes at least. Returns the length. */
size_t letters_compose(text t, char *out);
/*
 * Lower case, without accents, one letter for one (oe, ae and ss for their
 * ligatures); anything that is no letter or digit becomes one space, none at the ends. At
 * most `size` - 1 bytes and a final zero; returns the length, or 0 with an
 * empty text when it does not fit. Letters that are not Latin are kept.
 */
size_t letters_fold(text t, char *out, size_t size);

#endif
