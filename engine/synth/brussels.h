/*
 * The Region in tables: communes, and lists of made-up names.
 */
#ifndef AYANT_SYNTH_BRUSSELS_H
#define AYANT_SYNTH_BRUSSELS_H

#include <stdint.h>

/* Percents of the Region's value unless said otherwise; set so that margins come out (margin_table.c). */
typedef struct commune {
    int32_t nis;
    int32_t households;               /* weight: published count of private households */
    int32_t alone;                    /* one-person households, in 1,000 */
    int32_t families;                 /* couples with children among households of several */
    int32_t old;                      /* how much more likely the old bands of ages are */
    int32_t poverty;                  /* unemployment, illness and low wages */
    int32_t need;                     /* people without work and without income */
    int32_t pensions;                 /* low pensions and none */
    int32_t postal_code[4], share[4]; /* percent; ended by a share of 0 */
} commune;

#define COMMUNES 19
extern const commune communes[COMMUNES];

/* Words of the columns, ended by NULL; the order is that of the enums in made.h. */
extern const char *const made_addresses[],
    *const made_genders[], *const made_stays[], *const made_civil[],
                                                    *const made_partnerships[],
                                                        *const made_exemptions[],
                                                            *const made_transfers[],
                                                                *const made_insurers[],
                                                                    *const made_applications[],
                                                                        *const made_languages[],
                                                                            *const made_contact_languages[],
                                                                                *const made_relations[];

#define FIRST_NAMES 60 /* even places are women's names */
#define LAST_NAMES 60
#define STREETS 24
extern const char *const made_first_names[FIRST_NAMES + 1], *const made_last_names[LAST_NAMES + 1],
                                                                *const made_streets[STREETS + 1];

#endif
