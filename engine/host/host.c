/*
 * One load: a fresh Lua state, the folders in order, the checks, the
 * formulas, the parameters; then the budget is lifted and the state kept.
 */
#include "host.h"

#include <stdlib.h>
#include "../params/series.h"
#include "proxies.h"
#include "room.h"
#include "values.h"
#include "words.h"

typedef struct order {
    const char *const *folders;
    size_t count;
} order;

void host_free(host *h)
{
    if (!h)
        return;
    h->failure = NULL;
    if (h->lua)
        lua_close(h->lua);
    arena_free(h->memory);
    free(h);
}

static void need_all_closed(lua_State *L)
{
    const subject *s = &host_of(L)->open;

    if (host_of(L)->open_count)
        stop_at(L, s->at, "R18", "%s '%s' has no table: write %s \"%s\" { ... }", s->what, s->name, s->what,
                s->name);
}

/* Everything that may raise, under one protected call. */
static int load_all(lua_State *L)
{
    host *h = host_of(L);
    const order *all = lua_touserdata(L, 1);
    ayant_status status;

    values_open(L);
    declare_open(L);
    members_open(L);
    sandbox_open(L, words_table, words_count);
    for (size_t i = 0; i < all->count; i++) {
        h->folder = (int)i;
        folder_load(L, all->folders[i]);
        need_all_closed(L);
    }
    resolve_names(L);
    read_formulas(L);
    status = params_resolve(h->failure, h->rules);
    if (status < 0) {
        lua_pushboolean(L, 0);
        lua_error(L);
    }
    return 0;
}

ayant_status host_new(failure *e, host **out)
{
    host *h = calloc(1, sizeof *h);

    if (!h)
        return fail_memory(e);
    h->current = -1;
    h->memory = arena_new();
    h->rules = h->memory ? arena_alloc(h->memory, sizeof *h->rules) : NULL;
    h->lua = h->rules ? sandbox_new(h) : NULL;
    if (!h->lua) {
        host_free(h);
        return fail_memory(e);
    }
    h->rules->memory = h->memory;
    *out = h;
    return AYANT_OK;
}

ayant_status host_load(failure *e, const char *const *folders, size_t count, host **out_host,
                       rulebook **out_rules)
{
    order all = {folders, count};
    ayant_status status;
    host *h = NULL;

    if (!count || !folders)
        return fail(e, AYANT_E_USAGE, "R10", "no folder of rules is given");
    if ((status = host_new(e, &h)) < 0)
        return status;
    if ((status = sandbox_load(e, h, load_all, &all)) < 0) {
        host_free(h);
        return status;
    }
    *out_host = h;
    *out_rules = h->rules;
    return AYANT_OK;
}
