/*
 * One made-up household in memory, before it is written.
 *
 * Every member of made_place and made_person is a column of columns.def, in
 * the units of files: cents, days, thousands for nothing. UNSAID is an empty
 * cell. Links are places in `persons`. A household is filled in this order:
 * members, standing, work, wealth; each reads the ones before. Receipt comes
 * last, from the rules (plant.h), and what files hold of it all from observe.c.
 */
#ifndef AYANT_SYNTH_MADE_H
#define AYANT_SYNTH_MADE_H

#include "../base/day.h"
#include "draw.h"

#define UNSAID INT32_MIN
#define MADE_PERSONS 16
#define MADE_RELATIONS 24

enum { NO, YES };
enum { GENDER_F, GENDER_M, GENDER_X };
enum {
    ADDRESS_OWN,
    ADDRESS_REFERENCE,
    ADDRESS_SHELTER,
    ADDRESS_THIRD_PARTY,
    ADDRESS_STREET,
    ADDRESS_INSTITUTION
};
enum {
    CIVIL_SINGLE,
    CIVIL_MARRIED,
    CIVIL_LEGALLY_COHABITING,
    CIVIL_DIVORCED,
    CIVIL_WIDOWED,
    CIVIL_SEPARATED
};
enum { PARTNERSHIP_MARRIED, PARTNERSHIP_LEGAL, PARTNERSHIP_DE_FACTO };
enum {
    STAY_BELGIAN,
    STAY_EU,
    STAY_REFUGEE,
    STAY_SUBSIDIARY,
    STAY_STATELESS,
    STAY_POPULATION_REGISTER,
    STAY_FOREIGNERS_REGISTER,
    STAY_TEMPORARY_PROTECTION,
    STAY_ASYLUM_SEEKER,
    STAY_SHORT,
    STAY_IRREGULAR,
    STAY_COUNT
};
enum { EXEMPTION_NONE, EXEMPTION_GENERAL, EXEMPTION_STUDENT, EXEMPTION_SHORTAGE, EXEMPTION_ARTISTIC };
enum { TRANSFER_SALE, TRANSFER_GIFT };
enum { INSURER_MUTUALITY, INSURER_CAAMI, INSURER_NONE };
enum { APPLICATION_NONE, APPLICATION_PENDING, APPLICATION_REFUSED };
enum { LANGUAGE_FR, LANGUAGE_NL };
enum {
    RELATION_ROW_GRANDPARENT,
    RELATION_ROW_PARENT_IN_LAW,
    RELATION_ROW_SIBLING,
    RELATION_ROW_OTHER_RELATIVE,
    RELATION_ROW_UNRELATED
};

enum {
    SPOKEN_FR,
    SPOKEN_NL,
    SPOKEN_EN,
    SPOKEN_AR,
    SPOKEN_ES,
    SPOKEN_IT,
    SPOKEN_PT,
    SPOKEN_RO,
    SPOKEN_PL,
    SPOKEN_TR,
    SPOKEN_UK,
    SPOKEN_TI,
    SPOKEN_COUNT
};

typedef struct made_place {
#define HOUSEHOLD(name, form, words, lack) int32_t name;
#include "columns.def"
} made_place;

typedef struct made_person {
#define PERSON(name, form, words, lack) int32_t name;
#include "columns.def"
} made_person;

/* What members share before they have facts of their own. */
typedef enum made_type {
    TYPE_SINGLE,
    TYPE_LONE_PARENT,
    TYPE_COUPLE_CHILDREN,
    TYPE_COUPLE,
    TYPE_FLATSHARE,
    TYPE_SIBLINGS,
    TYPE_GRANDPARENT,
    TYPE_IN_LAW,
    TYPE_RELATIVE,
    TYPE_LONE_MINOR,
    TYPE_ZERO_INCOME /* a single person with nothing at all */
} made_type;

typedef enum made_activity {
    ACTIVITY_WORK,
    ACTIVITY_PART_TIME,
    ACTIVITY_SELF_EMPLOYED,
    ACTIVITY_UNEMPLOYED,
    ACTIVITY_SICK,
    ACTIVITY_DISABLED,
    ACTIVITY_STUDENT,
    ACTIVITY_NOTHING,
    ACTIVITY_RETIRED,
    ACTIVITY_CHILD,
    ACTIVITY_COUNT
} made_activity;

typedef struct made_relation {
    int32_t a, b, word; /* a is the word of b */
} made_relation;

typedef struct made_household {
    uint64_t seed, number; /* number from 1 */
    day on;
    int32_t commune;
    int32_t poverty, need, pensions; /* of the commune and the sector: 100 is the Region */
    made_type type;
    made_place place;
    int32_t count, relation_count;
    made_person persons[MADE_PERSONS];
    int32_t age[MADE_PERSONS];
    made_relation relations[MADE_RELATIONS];
    made_activity activity[MADE_PERSONS];
    int32_t taxable_before[MADE_PERSONS]; /* of the year before the last, which files still hold */
    int32_t spoken[MADE_PERSONS];         /* languages, one bit each: SPOKEN_* */
    int32_t absent[MADE_PERSONS];         /* as files hold it: 1 for somebody nobody declared */
} made_household;

/* composition.c: type, place, who lives there and how they are linked. */
void made_members(made_household *h);
/* standing.c: stay, civil status, names, language. */
void made_standing(made_household *h);
/* work.c: what each does and earns, pensions and benefits. */
void made_work(made_household *h);
/* wealth.c: savings, real estate, rent, tax, family benefit, health insurance. */
void made_wealth(made_household *h);
/* observe.c: the same household as files hold it; `missing_permille` 0: exactly as it is. */
void made_observe(made_household *seen, const made_household *h, int32_t missing_permille);

static inline draws made_draws(const made_household *h, int32_t member, subject s)
{
    return draws_of(h->seed, h->number, (unsigned)(member + 1), s);
}

/* Of the household itself. */
#define NO_MEMBER (-1)

/* An unsaid amount is nothing here: for the sums of the generator, never in a file. */
static inline int32_t made_amount(int32_t cents)
{
    return cents == UNSAID ? 0 : cents;
}

/* Euros to cents. */
static inline int32_t euros(int32_t amount)
{
    return amount * 100;
}

#endif
