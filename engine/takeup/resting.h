/*
 * How many answers of a people rest on each parameter that is not verified.
 *
 * What `check` puts first: the figure to read again in the law is the one that
 * most people's answers hang on.
 */
#ifndef AYANT_TAKEUP_RESTING_H
#define AYANT_TAKEUP_RESTING_H

#include "screen.h"

/*
 * counts[parameter] becomes the number of answers (a person and a right that
 * is not received, verdict yes or no) that would change if the value of this
 * parameter alone were not known; 0 for parameters that are verified. An
 * answer may rest on several. `counts` has room for every parameter.
 */
ayant_status answers_resting(failure *e, const graph *g, const people *p, const screen_options *options,
                             const ayant_progress *progress, uint64_t *counts);

#endif
