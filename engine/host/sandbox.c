/*
 * The closed room Lua runs in: budgets, refusals, and the turning of Lua's
 * own errors into sentences with a file and a line.
 *
 * Files are loaded under the name "=N", N their place in host.files: Lua then
 * says "N:LINE: ..." and no path has to be taken apart. No function that
 * catches errors is given to rule files, so a refusal always reaches the
 * outermost call.
 */
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "../base/limits.h"
#include "room.h"

/* Instructions between two looks at the budget: small enough that slow instructions are seen in time. */
#define HOOK_STEP 1000

#define TOO_MUCH_MEMORY                                                                                      \
    "the rule files need more memory than the %u MiB, or a text longer than the %u MiB, that are allowed: "  \
    "build less while loading"

static double processor_seconds(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0)
        return 0;
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void *allocate(void *of, void *block, size_t old, size_t size)
{
    host *h = of;
    void *fresh;

    if (!block)
        old = 0; /* Lua says then what the block is for */
    if (size == 0) {
        free(block);
        h->held -= old;
        return NULL;
    }
    if (size > old && (h->held - old + size > LIMIT_LUA_MEMORY || size > LIMIT_LUA_PIECE ||
                       (h->loading && h->churned + size > LIMIT_LUA_CHURN))) {
        h->budget_refused = 1;
        if (h->lua) /* reads only; Lua tells nobody where it ran out, once it has */
            h->refused_at = place_here(h->lua);
        return NULL;
    }
    fresh = realloc(block, size);
    if (!fresh) {
        if (size <= old)
            return block; /* Lua may not be refused when it gives memory back */
        h->budget_refused = 0;
        return NULL;
    }
    h->held = h->held - old + size;
    if (size > old)
        h->churned += size;
    return fresh;
}

lua_State *sandbox_new(host *h)
{
    lua_State *L = lua_newstate(allocate, h);

    if (L)
        *(host **)lua_getextraspace(L) = h;
    return L;
}

/* ---- refusals ---- */

/* The file and line of the innermost function written in a rule file. */
place place_here(lua_State *L)
{
    host *h = host_of(L);
    place at = {h->current >= 0 ? h->files[h->current].path : "", 0};
    lua_Debug ar;

    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline > 0 && ar.source[0] == '=') {
            size_t file = strtoul(ar.source + 1, NULL, 10);

            if (file < h->file_count) {
                at.file = h->files[file].path;
                at.line = ar.currentline;
                break;
            }
        }
    }
    return at;
}

static _Noreturn void leave(lua_State *L)
{
    lua_pushboolean(L, 0); /* the sentence is in the failure; no memory is needed here */
    for (;;)
        lua_error(L); /* does not return; the header of Lua does not say so */
}

static void record(lua_State *L, ayant_status status, place at, const char *id, const char *format,
                   va_list arguments)
{
    char sentence[FAILURE_TEXT];

    vsnprintf(sentence, sizeof sentence, format, arguments);
    fail_at(host_of(L)->failure, status, id, at.file, at.line, 0, "%s", sentence);
}

void stop(lua_State *L, const char *id, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(L, AYANT_E_RULE, place_here(L), id, format, arguments);
    va_end(arguments);
    leave(L);
}

void stop_at(lua_State *L, place at, const char *id, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(L, AYANT_E_RULE, at, id, format, arguments);
    va_end(arguments);
    leave(L);
}

void stop_input(lua_State *L, const char *id, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(L, AYANT_E_INPUT, place_here(L), id, format, arguments);
    va_end(arguments);
    leave(L);
}

static _Noreturn void stop_limit(lua_State *L, const char *id, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(L, AYANT_E_LIMIT, place_here(L), id, format, arguments);
    va_end(arguments);
    leave(L);
}

void need_room(lua_State *L, size_t more)
{
    host *h = host_of(L);

    if (h->loading && (more > LIMIT_LUA_MEMORY || arena_size(h->memory) > LIMIT_LUA_MEMORY - more))
        stop_limit(L, "R03", TOO_MUCH_MEMORY, LIMIT_LUA_MEMORY >> 20, LIMIT_LUA_PIECE >> 20);
}

void stop_memory(lua_State *L)
{
    fail_memory(host_of(L)->failure);
    leave(L);
}

/* "12:34: sentence" -> file 12, line 34, sentence. */
static const char *take_place(const host *h, const char *message, place *at)
{
    char *end;
    size_t file = strtoul(message, &end, 10);
    long line;

    if (end == message || *end != ':' || file >= h->file_count)
        return message;
    message = end + 1;
    line = strtol(message, &end, 10);
    if (end == message || *end != ':')
        return message;
    at->file = h->files[file].path;
    at->line = (int)line;
    return end[1] == ' ' ? end + 2 : end + 1;
}

/* Records Lua's own message, on the top of the stack. */
static void record_message(lua_State *L, int syntax)
{
    host *h = host_of(L);
    place at = place_here(L);
    const char *message = lua_tostring(L, -1);

    if (h->failure->status != AYANT_OK)
        return;
    message = message ? take_place(h, message, &at) : "an error without a sentence";
    if (strstr(message, "stack overflow"))
        fail_at(h->failure, h->loading ? AYANT_E_LIMIT : AYANT_E_RULE, "R02", at.file, at.line, 0,
                "functions call each other without end, or too deep: unroll them");
    else
        fail_at(h->failure, AYANT_E_RULE, syntax ? "R08" : "R09", at.file, at.line, 0,
                syntax ? "this is not Lua: %s" : "Lua stopped: %s", message);
}

int sandbox_handler(lua_State *L)
{
    record_message(L, 0);
    return 1;
}

ayant_status sandbox_failed(host *h, int code)
{
    const char *file = h->current >= 0 ? h->files[h->current].path : NULL;

    if (h->failure->status == AYANT_OK) {
        if (code == LUA_ERRMEM && h->budget_refused)
            fail_at(h->failure, AYANT_E_LIMIT, "R03", h->refused_at.file, h->refused_at.line, 0,
                    TOO_MUCH_MEMORY, LIMIT_LUA_MEMORY >> 20, LIMIT_LUA_PIECE >> 20);
        else if (code == LUA_ERRMEM)
            fail_memory(h->failure);
        else if (code == LUA_ERRSYNTAX)
            record_message(h->lua, 1);
        else
            fail_at(h->failure, AYANT_E_RULE, "R09", file, 0, 0, "Lua stopped and could not say why");
    }
    lua_settop(h->lua, 0);
    return h->failure->status;
}

/* Light functions and a pointer: nothing here allocates outside the protected call. */
ayant_status sandbox_load(failure *e, host *h, lua_CFunction load, void *with)
{
    ayant_status status;
    int code;

    h->failure = e;
    sandbox_budget(h, 1);
    lua_pushcfunction(h->lua, sandbox_handler);
    lua_pushcfunction(h->lua, load);
    lua_pushlightuserdata(h->lua, with);
    code = lua_pcall(h->lua, 1, 0, 1);
    status = code == LUA_OK ? AYANT_OK : sandbox_failed(h, code);
    sandbox_budget(h, 0);
    h->failure = NULL;
    lua_settop(h->lua, 0);
    return status;
}

/* ---- the budget of instructions ---- */

void charge(lua_State *L, int64_t instructions)
{
    host *h = host_of(L);

    if (!h->loading)
        return;
    h->instructions -= instructions;
    if (h->instructions < 0 || processor_seconds() - h->started > LIMIT_LUA_SECONDS)
        stop_limit(L, "R02",
                   "the rule files do more than the %d million steps a load may take: is there a loop "
                   "without end here?",
                   LIMIT_LUA_INSTRUCTIONS / 1000000);
}

static void hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    charge(L, HOOK_STEP);
}

void sandbox_budget(host *h, int on)
{
    h->loading = on;
    h->churned = 0;
    h->instructions = LIMIT_LUA_INSTRUCTIONS;
    h->started = processor_seconds();
    lua_sethook(h->lua, on ? hook : NULL, on ? LUA_MASKCOUNT : 0, on ? HOOK_STEP : 0);
}

void sandbox_row_budget(host *h, int on)
{
    h->loading = on;
    h->churned = 0;
    h->instructions = LIMIT_ROW_INSTRUCTIONS;
    h->started = DBL_MAX; /* instructions alone: asking the clock for each row costs more than the row */
    lua_sethook(h->lua, on ? hook : NULL, on ? LUA_MASKCOUNT : 0, on ? HOOK_STEP : 0);
}
