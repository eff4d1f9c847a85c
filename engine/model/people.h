/*
 * People: households and persons in columns, joined by row numbers.
 *
 * Filled row by row, in any order, then finished once. Finishing groups the
 * persons by household (households and, inside one, persons keep the order of
 * the input), turns ids into rows and derives kinship. After that a household
 * is the run of rows first[h] .. first[h + 1] - 1, and nothing changes.
 */
#ifndef AYANT_MODEL_PEOPLE_H
#define AYANT_MODEL_PEOPLE_H

#include "dictionary.h"

/*
 * What another member is to a person: kinship(person, other). Derived from
 * partner_id, mother_id, father_id and relations; CELL_UNKNOWN for two people
 * no link or row connects. The first that applies, in this order.
 */
#define KINSHIP_WORDS                                                                                        \
    "partner", "parent", "child", "grandparent", "grandchild", "sibling", "parent_in_law", "child_in_law",   \
        "parent_of_partner", "child_of_partner", "partner_of_parent", "partner_of_child",                    \
        "partner_of_grandchild", "grandparent_of_partner", "grandchild_of_partner", "other_relative",        \
        "unrelated"

typedef enum kinship {
    KIN_PARTNER,
    KIN_PARENT,
    KIN_CHILD,
    KIN_GRANDPARENT, /* and any further ascendant */
    KIN_GRANDCHILD,  /* and any further descendant */
    KIN_SIBLING,
    KIN_PARENT_IN_LAW, /* given as a relation row */
    KIN_CHILD_IN_LAW,  /* given as a relation row */
    KIN_PARENT_OF_PARTNER,
    KIN_CHILD_OF_PARTNER,
    KIN_PARTNER_OF_PARENT,
    KIN_PARTNER_OF_CHILD,
    KIN_PARTNER_OF_GRANDCHILD,
    KIN_GRANDPARENT_OF_PARTNER,
    KIN_GRANDCHILD_OF_PARTNER,
    KIN_OTHER_RELATIVE,
    KIN_UNRELATED,
    KIN_COUNT
} kinship;

/* For each person a run of other rows: other[first[p]] .. other[first[p + 1] - 1]. */
typedef struct relation {
    uint32_t *first; /* persons + 1 */
    uint32_t *other;
    uint32_t *owner; /* the person of each pair; NULL unless a plan made it */
    size_t pairs;
} relation;

typedef enum relation_kind {
    RELATION_OTHERS, /* every other member of the household */
    RELATION_CHILDREN,
    RELATION_PARENTS,
    RELATION_SIBLINGS,
    RELATION_ASCENDANTS,
    RELATION_DESCENDANTS,
    RELATION_PARENTS_IN_LAW,  /* given as rows, or parents of the partner */
    RELATION_CHILDREN_IN_LAW, /* given as rows, or partners of the children */
    RELATION_COUNT
} relation_kind;

typedef struct people people;

/* Open hash of ids: a slot holds a row + 1, 0 when free, and the high half of the id's hash. */
typedef struct id_slot {
    uint32_t row, mark;
} id_slot;

typedef struct id_table {
    id_slot *slots;
    size_t size, used;
} id_table;

typedef enum row_problem {
    ROW_OK,
    ROW_NO_MEMORY,
    ROW_NO_ID,
    ROW_DUPLICATE,
    ROW_NO_HOUSEHOLD, /* the household id is empty */
    ROW_HOUSEHOLD_UNKNOWN,
    ROW_HOUSEHOLD_FULL,  /* LIMIT_HOUSEHOLD members */
    ROW_PERSON_UNKNOWN,  /* relations: an id that does not exist */
    ROW_OTHER_HOUSEHOLD, /* relations: the two do not live together */
    ROW_SAME_PERSON,     /* relations: both ids are one person's */
    ROW_FAILED           /* of an intake: the failure says why */
} row_problem;

struct people {
    arena *memory;
    const dictionary *facts;
    size_t households, persons;
    int finished;
    uint32_t *first;        /* households + 1, once finished */
    uint32_t *household_of; /* persons */
    uint32_t *position;     /* persons: place in the input, from 0 */
    cell **column;          /* by fact index; NULL when no row has a value */
    cell **column_high;  /* NULL, or by fact: the high end, `column` being the low one (evaluate/variants) */
    const char ***texts; /* by fact index, for KIND_TEXT and, as ids, KIND_PERSON */
    const char **household_id, **person_id;
    id_table ids;               /* of persons */
    relation others;            /* built by people_finish */
    cell *kin;                  /* kinship of each pair of `others`, or CELL_UNKNOWN */
    struct people_build *build; /* NULL once finished */
};

/* The dictionary must outlive the people. NULL without memory. */
people *people_new(const dictionary *facts);
void people_free(people *p); /* accepts NULL */

/* Ids are copied. *row receives the row to use with people_set until people_finish. */
row_problem people_add_household(people *p, text id, uint32_t *row);
row_problem people_add_person(people *p, text id, text household_id, uint32_t *row);
/* The same for a person whose household is known by its row. */
row_problem people_add_member(people *p, text id, uint32_t household, uint32_t *row);
/*
 * 0, or -1 without memory. The fact says whether `row` is a household or a
 * person. Links are given by id, with people_set_text; here only LINK_*.
 */
int people_set(people *p, uint32_t row, int fact, cell value);
int people_set_text(people *p, uint32_t row, int fact, text value); /* also the id of a KIND_PERSON fact */
/* `a` is the `word` of `b` (kinship(b, a) is the word): "grandparent", "grandchild", "parent_in_law",
   "child_in_law", "sibling", "other_relative", "unrelated" as a kinship. */
row_problem people_add_relation(people *p, text a, text b, kinship word);
/*
 * Whole runs of rows, for a reader of columns: the cells (texts) of rows `from` to `from + count - 1`, to be
 * filled; no later row of this fact was set before. Texts are of people_room, which lives as long as the
 * people. NULL without memory.
 */
cell *people_cells(people *p, int fact, size_t from, size_t count);
const char **people_texts(people *p, int fact, size_t from, size_t count);
char *people_room(people *p, size_t size);
/* AYANT_E_MEMORY, or AYANT_OK. */
ayant_status people_finish(people *p, failure *e);

/* Row of a person by id, or -1. Before and after finishing. */
int64_t people_find(const people *p, text person_id);
/* Builds the rows of a relation in `memory`. -1 without memory. */
int people_relation(const people *p, relation_kind which, arena *memory, relation *out);
/* A person's or a household's cell as it was given; CELL_UNKNOWN when empty. */
static inline cell people_cell(const people *p, int which, size_t row)
{
    return p->column[which] ? p->column[which][row] : CELL_UNKNOWN;
}

#endif
