/*
 * Home: who lives with the person, in plain questions.
 *
 * Member 0 is the person, then the partner, then those under 18, then the
 * other adults. Only what the answers before left open is asked.
 */
#ifndef AYANT_ASK_HOME_H
#define AYANT_ASK_HOME_H

#include "../base/failure.h"
#include "../base/limits.h"
#include "../model/people.h"

#define HOME_MEMBERS LIMIT_ASKED_MEMBERS

typedef enum home_step {
    HOME_ALONE,
    HOME_PARTNER,
    HOME_CHILDREN, /* how many */
    HOME_WHOSE,    /* of all of them */
    HOME_CHILD,    /* of one, when they differ */
    HOME_ADULTS,   /* how many */
    HOME_ADULT,    /* who one of them is */
    HOME_PARENTS,  /* whether two parents are a couple */
    HOME_DONE
} home_step;

typedef enum home_role { ROLE_PERSON, ROLE_PARTNER, ROLE_CHILD, ROLE_ADULT } home_role;

/* What a member is to the person: words of the questions, more than kinship holds. */
typedef enum home_kin {
    IS_NOT_KNOWN,
    IS_PARTNER,
    IS_CHILD,
    IS_CHILD_OF_BOTH,
    IS_CHILD_OF_PARTNER,
    IS_PARENT,
    IS_PARENT_OF_PARTNER,
    IS_PARTNER_OF_PARENT,
    IS_PARTNER_OF_CHILD,
    IS_GRANDPARENT,
    IS_GRANDCHILD,
    IS_SIBLING,
    IS_OTHER_RELATIVE,
    IS_UNRELATED,
    IS_MIXED, /* of several children: not all the same */
    HOME_KINS
} home_kin;

#define ANSWER_NOT_KNOWN (-1)

typedef struct home {
    int alone;    /* 1, 0, -1: not asked yet */
    int partner;  /* 0 none, 1 married, 2 legal, 3 de facto; -1 */
    int children; /* -1 */
    int whose;    /* home_kin; -1 */
    int adults;   /* -1 */
    int parents;  /* as `partner`, of two parents; -1 */
    int guessed;  /* 1: somebody did not know who lives there; nobody is presumed */
    size_t members;
    home_role role[HOME_MEMBERS];
    int kin[HOME_MEMBERS]; /* home_kin; -1 not asked yet */
} home;

void home_start(home *h);
/* The next step; *member for HOME_CHILD and HOME_ADULT. */
home_step home_next(const home *h, size_t *member);
/* `value`: a truth, a count, a place in home_choices, or ANSWER_NOT_KNOWN. */
void home_answer(home *h, home_step step, size_t member, int value);
/* The kinds of partnership (0 to 3) or home_kin that may be chosen; how many. */
size_t home_choices(const home *h, home_step step, int out[HOME_KINS]);
/* The most that may be counted at this step. */
int home_most(const home *h);

/* People of one household, finished, every column of cells there. */
ayant_status home_people(failure *e, const home *h, const dictionary *facts, people **out);

#endif
