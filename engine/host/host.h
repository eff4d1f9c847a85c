/*
 * Rule files: read by stock Lua 5.4 in a closed room, into a rulebook.
 *
 * A host is one Lua state with its budget. It owns the rulebook it loaded and
 * lives as long as that rulebook is used: the rulebook's texts are in the
 * host's arena, and the oracle calls the Lua functions of the formulas.
 * Loading is all or nothing: one refused file, no rules.
 */
#ifndef AYANT_HOST_HOST_H
#define AYANT_HOST_HOST_H

#include "../base/failure.h"
#include "../base/sink.h"
#include "../model/mapping.h"
#include "../model/rulebook.h"

typedef struct host host;

/*
 * Reads `count` folders, the base first, then the overlays. The rulebook
 * belongs to the host. On failure both outputs are left as they were.
 */
ayant_status host_load(failure *e, const char *const *folders, size_t count, host **out_host,
                       rulebook **out_rules);
void host_free(host *h); /* with the rulebook; accepts NULL */

/*
 * Reads a mapping file (rules/MAPPING.md): how the columns of somebody's file
 * become facts of `facts`, which must outlive it. The mapping belongs to the
 * host; its functions run in it, in one thread at a time.
 */
ayant_status host_mapping(failure *e, const char *path, const dictionary *facts, host **out_host,
                          const mapping **out);

/* The words rule files may use, as a page of Markdown: rules/WORDS.md. */
void host_words_print(writer *w);
/* For editors: the same words as definitions of the language server of Lua, rules/meta/ayant.lua, */
void host_words_meta(writer *w);
/* and its settings, rules/.luarc.json. */
void host_words_settings(writer *w);

#endif
