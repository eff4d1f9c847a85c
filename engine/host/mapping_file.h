/*
 * A mapping file while it is read, and its functions while rows are computed.
 *
 * A mapping file runs in the same closed room as rule files, with words of
 * its own. It is read whole or refused, with the line to look at.
 */
#ifndef AYANT_HOST_MAPPING_FILE_H
#define AYANT_HOST_MAPPING_FILE_H

#include "../base/limits.h"
#include "../model/mapping.h"
#include "room.h"
#include "words.h"

typedef struct mapping_file {
    const dictionary *facts;
    mapping made;
    int declared; /* 1: mapping { ... } was read */
    place at;
    int *functions; /* of `made.computed`: places in the registry */
    size_t column_capacity, computed_capacity;
    int upvalues; /* registry: of the functions, what each upvalue holds between two rows */
    size_t upvalue_count;
    /* rows under way */
    int names; /* registry: names of the columns, as written and folded, to their place */
    const text *cells;
    size_t cell_count, which;
    text *out;
    char result[LIMIT_TEXT + 1];
} mapping_file;

#define OBJECT_ROW "ayant.row"

extern const word mapping_words[];
extern const size_t mapping_words_count;

static inline mapping_file *mapping_of(lua_State *L)
{
    return host_of(L)->mapping;
}

int run_mapping(lua_State *L);                        /* mapping { ... } */
void mapping_columns(lua_State *L, const subject *s); /* `columns` and `patterns`; the table is argument 1 */
void mapping_compute_open(lua_State *L);              /* what rows are seen through; may raise */

/* mapping_words.c, used by its neighbours */
char *mapping_fold(lua_State *L, const subject *s, const char *written); /* in the arena */
int mapping_fact(lua_State *L, const subject *s, const char *name, int ids);
/* The key at `index` of a walk with lua_next, kept, as text; refuses any but texts and whole numbers. */
const char *mapping_key(lua_State *L, const subject *s, int index);
/* Pushes the table of that name; 0, and nothing pushed, when there is none. */
int mapping_table(lua_State *L, const subject *s, const char *key);
void mapping_vocabularies(lua_State *L, const subject *s); /* `words` and `empty` */
void mapping_links_read(lua_State *L, const subject *s);   /* `links` */

int run_amount(lua_State *L);
int run_lower(lua_State *L);
int run_contains(lua_State *L);

/* mapping_compute.c */
ayant_status mapping_bind(failure *e, void *with, const text *headers, size_t count);
ayant_status mapping_compute(failure *e, void *with, size_t which, const text *cells, size_t count,
                             text *out);

/* mapping_closed.c */
void mapping_close(lua_State *L); /* once the file has been read; may raise */
/* Gives the upvalues what they held when the file had been read; 1 when one held something else. */
int mapping_restore(lua_State *L, const mapping_file *m); /* cannot raise */

#endif
