/*
 * What the files of the door share: the public structs from inside.
 */
#ifndef AYANT_DOOR_H
#define AYANT_DOOR_H

#include "base/failure.h"
#include "graph/graph.h"
#include "host/host.h"
#include "store/journal.h"

#define ACCESS_TEXT 300

struct ayant_engine {
    failure failure;
    ayant_progress progress;
    store_key *key; /* of sealed caseloads; NULL: none was given */
    /* who opens caseloads and why; "" where nothing was said */
    char who[ACCESS_TEXT], what[ACCESS_TEXT], purpose[ACCESS_TEXT];
    char *person;       /* the only person looked at; NULL: everybody */
    int not_journalled; /* the last caseload was read without a line: it lies where nothing can be written */
};

struct ayant_rules {
    host *host;
    rulebook *book;
    graph *graph;
};

static inline failure *begin(ayant_engine *engine)
{
    failure_clear(&engine->failure);
    return &engine->failure;
}

static inline const ayant_progress *progress_of(const ayant_engine *engine)
{
    return engine->progress.tick ? &engine->progress : NULL;
}

static inline store_access access_of(const ayant_engine *engine, const char *caseload)
{
    return (store_access){
        .path = caseload, .key = engine->key, .who = engine->who, .purpose = engine->purpose};
}

/* Journals that a caseload is about to be read, or refuses; where nothing can be written, notes that instead.
 */
ayant_status door_note_access(ayant_engine *engine, const store_access *at);

/* A sentence about persons of the files who were not taken in again. */
void door_note_erased(const ayant_sink *notes, uint64_t count);

#endif
