/*
 * Facts that must not exist, by name.
 *
 * The law opens these rights on conditions of residence, age and resources,
 * and `stay` says all that residence needs. Nothing a record holds may be
 * held against a person.
 */
#ifndef AYANT_MODEL_FORBIDDEN_H
#define AYANT_MODEL_FORBIDDEN_H

/*
 * What a fact of this name (lower case, words joined by _) would be about,
 * when no record may hold it: "an origin". NULL when it may exist.
 */
const char *fact_forbidden(const char *name);

#endif
