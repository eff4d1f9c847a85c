/*
 * What the files of this room share. No other room may include this header:
 * it is the only place, with its neighbours, where lua.h is seen.
 *
 * Everything that touches the Lua state runs inside one protected call; a
 * refusal is recorded in `failure` and then travels as a Lua error. Between
 * the two nothing may be held that only C knows of: memory comes from the
 * arena or from Lua.
 */
#ifndef AYANT_HOST_ROOM_H
#define AYANT_HOST_ROOM_H

#include <lauxlib.h>
#include <lua.h>
#include "host.h"

struct word; /* words.h */

typedef struct rule_file {
    const char *path; /* as the user's folder, then the relative path */
    text content;     /* without a byte order mark */
    int folder;       /* which of the folders given, from 0 */
} rule_file;

/* Tables of the registry, kept by reference. */
typedef struct registry {
    int environment; /* the _ENV of every file */
    int words;       /* name -> function */
    int helpers;     /* name -> helper object */
    int variables;   /* index + 1 -> the Lua function of its formula */
    int formulas;    /* Lua function -> its formula, or false while it is being read */
} registry;

/* What is named before it is known: `when` rules of facts, resolved at the end. */
typedef struct pending_when {
    int fact;
    const char *on;    /* name of the other fact */
    const char *is;    /* its value as text; NULL with `above` */
    const char *value; /* what the cell is then, as text; NULL: unknown */
} pending_when;

typedef struct subject {
    const char *what, *name; /* "fact", "wage_net_month" */
    place at;
} subject;

struct host {
    lua_State *lua;
    arena *memory;
    rulebook *rules;
    failure *failure; /* of the call under way */
    int loading;
    int current; /* the file being read, -1: none */
    int folder;
    rule_file *files;
    size_t file_count, file_capacity;
    pending_when *whens;
    size_t when_count, when_capacity;
    registry keys;
    const struct word *words; /* what the files may say */
    size_t word_count;
    struct mapping_file *mapping; /* NULL, or the mapping being read */
    /*
     * exists(person.fact) asks whether the record gives the fact, and a value cannot say so. Looking
     * the word up starts the question in one call of a formula; the fact read next there answers it.
     */
    struct {
        int depth; /* of that call on the stack; 0: nothing is asked */
        int answered, given;
    } asked;
    size_t open_count; /* `fact "x"` without its table yet, and the last of these */
    subject open;
    struct {
        const char *file;
        int line;
        size_t at;
    } scan; /* where place_of_text last found the start of a line */
    /* the budget of a load */
    size_t held, churned;
    int64_t instructions;
    double started;     /* processor seconds of this thread */
    int budget_refused; /* the last refusal of memory was ours, not the system's */
    place refused_at;   /* and what was running then */
};

static inline host *host_of(lua_State *L)
{
    return *(host **)lua_getextraspace(L);
}

/* ---- sandbox.c: budget and refusals ---- */

lua_State *sandbox_new(host *h); /* NULL without memory */
void sandbox_budget(host *h, int on);
void sandbox_row_budget(host *h, int on); /* for one row of a file */
/* The environment of files that may say these words; may raise. */
void sandbox_open(lua_State *L, const struct word *words, size_t count);
/* Records a refusal at the line of the rule file under way, then leaves through lua_error. */
_Noreturn void stop(lua_State *L, const char *id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
_Noreturn void stop_at(lua_State *L, place at, const char *id, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
_Noreturn void stop_input(lua_State *L, const char *id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
_Noreturn void stop_memory(lua_State *L);
/* What a load keeps in the arena is under the budget of memory too. */
void need_room(lua_State *L, size_t more);
/* The message handler of every protected call: turns Lua's own errors into refusals. */
int sandbox_handler(lua_State *L);
/* The status of a protected call that failed with `code`, its error on the top of the stack. */
ayant_status sandbox_failed(host *h, int code);
/* Runs `load` with `with` as its argument, under the budget of a load; failures go to `e`. The stack is left
 * empty. */
ayant_status sandbox_load(failure *e, host *h, lua_CFunction load, void *with);
place place_here(lua_State *L);
/* Charges work that a C function does in one go to the budget of instructions. */
void charge(lua_State *L, int64_t instructions);

int depth_of_caller(lua_State *L); /* environment.c */

/* ---- folders.c ---- */

void folder_load(lua_State *L, const char *path); /* may raise */
void file_load(lua_State *L, const char *path);   /* one file; `path` outlives the host; may raise */

/* ---- host.c ---- */

ayant_status host_new(failure *e, host **out); /* nothing is loaded yet */

/* ---- fields.c: strict tables ---- */

typedef struct guess {
    const char *word, *best;
    size_t distance;
} guess;

void guess_start(guess *g, const char *word);
void guess_try(guess *g, const char *candidate);
/* ": did you mean 'x'?" or "". */
const char *guess_hint(const guess *g, char out[160]);
const char *guess_list(const char *word, const char *const *names, char out[160]);

void need_keys(lua_State *L, int table, const subject *s, const char *const *keys);
/* Pushes a userdata holding the table's text keys, sorted; *count of them. Refuses any other key. */
const char **sorted_keys(lua_State *L, int table, const subject *s, size_t *count);
const char *keep_text(lua_State *L, const char *text); /* a copy in the arena */
const char *keep_string(lua_State *L,
                        int index); /* the same, of a Lua text that must be UTF-8; nil gives NULL */
void *keep_array(lua_State *L, size_t count, size_t size);
void room_for(lua_State *L, void *items, size_t *capacity, size_t need, size_t size);
const char *field_text(lua_State *L, int table, const subject *s, const char *key, int required);
int field_truth(lua_State *L, int table, const subject *s, const char *key);
lua_Integer field_count(lua_State *L, int table, const subject *s, const char *key, lua_Integer most,
                        lua_Integer otherwise);
label field_label(lua_State *L, int table, const subject *s, const char *key, int required);
label read_label(lua_State *L, int table); /* the fr, nl, en of this very table */
law_reference field_law(lua_State *L, int table, const subject *s, const char *key);
law_reference read_law(lua_State *L, int index, const subject *s, const char *key);
entity field_entity(lua_State *L, int table, const subject *s);
day field_day(lua_State *L, int table, const subject *s, const char *key);
const char **field_words(lua_State *L, int table, const subject *s, const char *key, size_t *count);
period field_period(lua_State *L, int table, const subject *s, int is_money);
/* A scalar as a file would hold it ("yes", "900", "2026-03-01"), kept; NULL when it is none. */
const char *scalar_text(lua_State *L, int index);
/* Refuses a name that is not made of lower-case words, with points between them when `dotted`. */
void need_name(lua_State *L, const subject *s, int dotted);
/* Refuses a second declaration in one folder; notes a replacement by a later one. */
void declared_again(lua_State *L, const subject *s, place before);
/* The line, from `from` on, that first holds `needle` before the next blank-free declaration; else `from`. */
place place_of_text(lua_State *L, place from, const char *needle);

/* ---- declaring ---- */

/* `fact "name"` gives a function that takes the table: pushes it, to be run as `body`. */
int curry(lua_State *L, const char *what, lua_CFunction body);
/* What such a body declares; its table is argument 1. */
subject declared(lua_State *L, const char *what);

#define OBJECT_HELPER "ayant.helper"
#define OBJECT_SOURCE "ayant.source"
#define OBJECT_LAW "ayant.law"

typedef struct helper_object {
    const char *name; /* in the arena */
    int function;     /* registry reference, LUA_NOREF until declared */
    place at, used;   /* used: where it was first asked for */
} helper_object;

typedef struct law_object {
    law_reference law;
} law_object;

void declare_open(lua_State *L); /* the metatables of helpers, sources and laws */
void case_finish(lua_State *L);  /* checks the expectations, once everything is loaded */
void resolve_names(lua_State *L);
void read_formulas(lua_State *L);

/* The value of a fact as written in a rule file; refuses what the fact cannot hold. */
cell cell_of_text(lua_State *L, const subject *s, const fact *f, const char *key, const char *written);

int run_source(lua_State *L);
int run_fact(lua_State *L);
int run_parameter(lua_State *L);
int run_variable(lua_State *L);
int run_helper(lua_State *L);
int run_right(lua_State *L);
int run_case(lua_State *L);

#endif
