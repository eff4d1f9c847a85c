/*
 * Any bytes as the rules of a folder: the closed room refuses or takes them,
 * in a few seconds at most, and what it takes becomes a graph or a refusal.
 * Nothing is found on the disk beside the file afterwards.
 */
#include <dirent.h>
#include <time.h>
#include "../unit/formula_check.h"

/* LIMIT_LUA_SECONDS, and as much again for what is not Lua; the sanitizers make all of it slower. */
#define SECONDS_MOST 8.0

static char root[64], file[96];

static void close_folder(void)
{
    unlink(file);
    rmdir(root);
}

static void open_folder(void)
{
    strcpy(root, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-rules-XXXXXX" : "/tmp/ayant-rules-XXXXXX");
    if (!mkdtemp(root))
        abort();
    snprintf(file, sizeof file, "%s/rules.lua", root);
    atexit(close_folder);
}

static double processor_seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t files_beside(void)
{
    DIR *folder = opendir(root);
    size_t count = 0;

    while (folder && readdir(folder))
        count++;
    if (folder)
        closedir(folder);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *folders[] = {root};
    rulebook *rules = NULL;
    graph *g = NULL;
    host *h = NULL;
    double start;
    failure e;
    FILE *out;

    if (!root[0])
        open_folder();
    out = fopen(file, "wb");
    if (!out)
        abort();
    if (length)
        fwrite(bytes, 1, length, out);
    fclose(out);
    failure_clear(&e);
    start = processor_seconds();
    if ((host_load(&e, folders, 1, &h, &rules) < 0 || params_resolve(&e, rules) < 0 ||
         graph_build(&e, rules, &g) < 0) &&
        (!e.text[0] || !e.id[0]))
        abort();
    graph_free(g);
    host_free(h);
    if (processor_seconds() - start > SECONDS_MOST || files_beside() != 3)
        abort();
    return 0;
}
