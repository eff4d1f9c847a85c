/*
 * What the two halves of the oracle share: running formulas (oracle.c) and
 * the objects formulas read (members.c).
 */
#ifndef AYANT_HOST_PROXIES_H
#define AYANT_HOST_PROXIES_H

#include "oracle.h"
#include "room.h"

#define OBJECT_MEMBER "ayant.member"
#define OBJECT_NAMES "ayant.names"
#define OBJECT_SET "ayant.set"
#define OBJECT_SCALE "ayant.scale"

/* The row of nobody. */
#define ROW_NOBODY (-1)

typedef struct memory_of_value {
    int done;
    uint32_t running; /* the epoch it is being computed in; 0: it is not */
    oracle_value value;
} memory_of_value;

struct oracle {
    host *host;
    const rulebook *rules;
    const people *people;
    day on;
    int strict;
    arena *memory;
    memory_of_value **values; /* by variable, then row; made when first needed */
    relation relations[RELATION_COUNT];
    int related[RELATION_COUNT];
    int names;      /* registry: "p:ris.monthly" -> what it is */
    int members;    /* registry: row -> its object, weak */
    uint32_t epoch; /* from 1; a failed call starts another */
};

typedef struct member_object {
    oracle *oracle;
    int64_t row;
    entity entity;
} member_object;

/* "ris" of person.ris.monthly or param.ris.amount. */
typedef struct names_object {
    oracle *oracle;
    int64_t row;
    char space; /* 'p', 'h': of a person, a household; 'm': parameters */
    char name[];
} names_object;

typedef struct set_object {
    oracle *oracle;
    const uint32_t *rows; /* NULL: from `first` on */
    uint32_t first;
    size_t count;
} set_object;

typedef struct scale_object {
    const parameter_row *row;
} scale_object;

void members_open(lua_State *L); /* the metatables; with the load, so that they are all there or none */
/* The table of names an oracle looks fields up in: left on the stack. */
void push_names(lua_State *L, const rulebook *r);
void push_member(lua_State *L, oracle *o, entity entity, int64_t row);
void push_parameters(lua_State *L, oracle *o);
/* What a person who does not exist has. */
void push_nothing(lua_State *L, oracle *o, kind kind, int whole);
/* Pushes the value of a variable, computing it when it is not yet known. */
void push_variable(lua_State *L, oracle *o, int index, int64_t row);
/* The cell after what the declaration says of empty ones. */
cell fact_cell(const oracle *o, int fact, size_t row);

#endif
