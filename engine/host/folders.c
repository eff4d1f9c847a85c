/*
 * Folders of rules: which files are read, in which order.
 *
 * In each folder: sources, facts, helpers, parameters, rules, the other files
 * by name, the files of cases/, then the folders in it by name. The order
 * depends on names alone, never on what the system lists first.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "../base/limits.h"
#include "room.h"

/* Folders in folders: deeper is a link that leads back to itself. */
#define DEPTH_MOST 8

typedef struct entry {
    const char *name, *path;
    int is_folder, rank;
} entry;

typedef struct listing {
    entry *entries;
    size_t count, capacity;
} listing;

static int rank_of(const char *name, int is_folder)
{
    static const char *const first[] = {"sources.lua", "facts.lua", "helpers.lua", "parameters.lua",
                                        "rules.lua"};
    const int others = (int)(sizeof first / sizeof first[0]);

    if (is_folder)
        return strcmp(name, "cases") == 0 ? others + 1 : others + 2;
    for (int i = 0; i < others; i++)
        if (strcmp(name, first[i]) == 0)
            return i;
    return others;
}

static int compare_entries(const void *one, const void *two)
{
    const entry *a = one, *b = two;

    return a->rank != b->rank ? a->rank - b->rank : strcmp(a->name, b->name);
}

static int is_lua(const char *name)
{
    size_t length = strlen(name);

    return length > 4 && strcmp(name + length - 4, ".lua") == 0;
}

/* 0, or -1 without memory. Entries that are neither a folder nor a .lua file are passed over. */
static int list_one(arena *memory, listing *l, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    struct stat about;
    entry one;

    if (name[0] == '.')
        return 0;
    while (length > 1 && folder[length - 1] == '/')
        length--;
    one.name = arena_text(memory, name);
    one.path = arena_print(memory, "%.*s/%s", (int)length, folder, name);
    if (!one.name || !one.path)
        return -1;
    if (stat(one.path, &about) != 0)
        return 0;
    one.is_folder = S_ISDIR(about.st_mode);
    if (!one.is_folder && !(S_ISREG(about.st_mode) && is_lua(name)))
        return 0;
    one.rank = rank_of(name, one.is_folder);
    if (arena_grow(memory, &l->entries, &l->capacity, l->count + 1, sizeof *l->entries) < 0)
        return -1;
    l->entries[l->count++] = one;
    return 0;
}

/* 0, -1 without memory, or the errno of the system. Raises nothing: the folder is open. */
static int list_folder(arena *memory, const char *path, listing *l)
{
    DIR *folder = opendir(path);
    struct dirent *found;
    int problem = 0;

    if (!folder)
        return errno ? errno : EIO;
    while (!problem && (found = readdir(folder)))
        problem = list_one(memory, l, path, found->d_name);
    closedir(folder);
    if (l->count)
        qsort(l->entries, l->count, sizeof *l->entries, compare_entries);
    return problem;
}

/* 0, -1 without memory, -2 when the file is too long, or the errno of the system. */
static int read_whole(arena *memory, const char *path, text *out)
{
    FILE *from = fopen(path, "rb");
    long size = -1;
    int problem = 0;
    char *bytes = NULL;

    if (!from)
        return errno ? errno : EIO;
    if (fseek(from, 0, SEEK_END) != 0 || (size = ftell(from)) < 0 || fseek(from, 0, SEEK_SET) != 0)
        problem = errno ? errno : EIO;
    else if (size > (long)LIMIT_RULE_FILE)
        problem = -2;
    else if (!(bytes = arena_alloc(memory, (size_t)size + 1)))
        problem = -1;
    else if (fread(bytes, 1, (size_t)size, from) != (size_t)size)
        problem = EIO;
    fclose(from);
    if (!problem) {
        out->at = bytes;
        out->length = (size_t)size;
    }
    return problem;
}

static void refuse_problem(lua_State *L, const char *path, int problem)
{
    place at = {path, 0};

    if (problem == -1)
        stop_memory(L);
    if (problem == -2)
        stop_at(L, at, "R11", "this file is longer than the %u MiB a rule file may have: split it",
                LIMIT_RULE_FILE >> 20);
    if (problem)
        stop_at(L, at, "R10", "this cannot be read: %s", strerror(problem));
}

static void need_text(lua_State *L, rule_file *file)
{
    place at = {file->path, 0};
    size_t good = 0;
    text line;

    if (file->content.length && file->content.at[0] == '\x1b')
        stop_at(L, at, "R07",
                "this is a compiled Lua chunk: rule files are text, so that anyone can read them");
    if (file->content.length >= 3 && memcmp(file->content.at, "\xef\xbb\xbf", 3) == 0) {
        file->content.at += 3;
        file->content.length -= 3;
    }
    if (text_is_utf8(file->content))
        return;
    for (at.line = 1; good < file->content.length; at.line++) { /* the first line that is not */
        const char *from = file->content.at + good, *end;

        end = memchr(from, '\n', file->content.length - good);
        line.at = from;
        line.length = end ? (size_t)(end - from) : file->content.length - good;
        if (!text_is_utf8(line))
            break;
        good += line.length + 1;
    }
    stop_at(L, at, "R07", "this line is not UTF-8 text: save the file as UTF-8");
}

void file_load(lua_State *L, const char *path)
{
    host *h = host_of(L);
    rule_file *file;
    char chunk[32];
    int status;

    if (h->file_count >= LIMIT_RULE_FILES)
        stop_at(L, (place){path, 0}, "R11", "the folders hold more than %d rule files", LIMIT_RULE_FILES);
    room_for(L, &h->files, &h->file_capacity, h->file_count + 1, sizeof *h->files);
    file = &h->files[h->file_count];
    memset(file, 0, sizeof *file);
    file->path = path;
    file->folder = h->folder;
    need_room(L, 0);
    refuse_problem(L, path, read_whole(h->memory, path, &file->content));
    need_text(L, file);
    h->current = (int)h->file_count++;
    snprintf(chunk, sizeof chunk, "=%d", h->current);
    status = luaL_loadbufferx(L, file->content.at ? file->content.at : "", file->content.length, chunk, "t");
    if (status != LUA_OK) {
        sandbox_failed(h, status); /* empties the stack: nothing below is used again */
        lua_pushboolean(L, 0);
        lua_error(L);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, h->keys.environment);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 0);
    h->current = -1;
}

static void load_listed(lua_State *L, const char *path, int depth)
{
    host *h = host_of(L);
    listing l = {0};

    if (depth > DEPTH_MOST)
        stop_at(L, (place){path, 0}, "R10",
                "folders are nested deeper than %d: does a link lead back to itself?", DEPTH_MOST);
    luaL_checkstack(L, 10, NULL);
    refuse_problem(L, path, list_folder(h->memory, path, &l));
    for (size_t i = 0; i < l.count; i++) {
        if (l.entries[i].is_folder)
            load_listed(L, l.entries[i].path, depth + 1);
        else
            file_load(L, l.entries[i].path);
    }
}

void folder_load(lua_State *L, const char *path)
{
    host *h = host_of(L);
    size_t before = h->file_count;
    const char *kept = keep_text(L, path);

    load_listed(L, kept, 0);
    if (h->file_count == before)
        stop_at(L, (place){kept, 0}, "R10", "this folder holds no .lua file: is it a folder of rules?");
}
