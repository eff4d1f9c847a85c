/*
 * Contact lists: a draft about people, for a named person to sign.
 *
 * Always true, whatever the options:
 * - only findings in favour of a person are read; nobody who receives a right
 *   is on a list because of it;
 * - a person who objected is left out; when nobody else of the household has
 *   a finding, so is the household;
 * - a household is one line: several rights, one contact;
 * - no national number is ever written, and no fact but those of the columns.
 *
 * What a profile is given:
 *   worker      one line a household, with names, rights, reasons, questions
 *   relay       a partner that meets people: counts by postal code and language.
 *               No name, no phone, no right: it needs to know where and in which
 *               language to be present, and a list of names would say about each
 *               person that a public service looks for them
 *   manager, researcher   counts by postal code and right
 * Counts below CONTACT_SMALLEST are written "<5", and when one alone would be,
 * the next smallest is too: nobody is found by subtraction. Sensitive rights
 * are for the worker only, by their neutral name; what is still to be asked
 * about them is not written down.
 */
#ifndef AYANT_CONTACT_CONTACT_H
#define AYANT_CONTACT_CONTACT_H

#include "../store/store.h"
#include "../takeup/results.h"

#define CONTACT_SMALLEST 5

/*
 * Writes the head to options->head and the list to `out`. `store`: the
 * caseload whose journal gets a line before anything is written; NULL: none.
 * *households: how many are on the list. AYANT_NONE when there are none.
 * Refusals are AYANT_E_USAGE, C01 to C14.
 */
ayant_status contact_list(failure *e, const results *run, const store_access *store,
                          const ayant_contact_options *options, const ayant_sink *out, size_t *households);

#endif
