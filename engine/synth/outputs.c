/*
 * Files written beside their names, renamed together at the end.
 */
#include "outputs.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#define BUFFER_BYTES (256u << 10)

static int path_of(char out[PATH_MAX], const outputs *o, size_t which, const char *suffix)
{
    int length = snprintf(out, PATH_MAX, "%s/%s%s", o->folder, o->name[which], suffix);

    return length > 0 && length < PATH_MAX;
}

static ayant_status system_failure(failure *e, const char *verb, const outputs *o, size_t which)
{
    return fail(e, AYANT_E_SYSTEM, "Y02", "cannot %s '%s/%s': %s", verb, o->folder, o->name[which],
                strerror(errno));
}

ayant_status outputs_start(failure *e, outputs *o, const char *folder)
{
    o->folder = folder;
    o->count = 0;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return fail(e, AYANT_E_SYSTEM, "Y01", "cannot make the folder '%s': %s", folder, strerror(errno));
    return AYANT_OK;
}

ayant_status outputs_open(failure *e, outputs *o, const char *name, FILE **file)
{
    char path[PATH_MAX];
    size_t at = o->count;

    if (at == OUTPUTS_MOST || strlen(name) >= OUTPUTS_NAME)
        return fail(e, AYANT_E_LIMIT, "Y10", "'%.80s' is one file too many, or its name is too long", name);
    memcpy(o->name[at], name, strlen(name) + 1);
    if (!path_of(path, o, at, ".part"))
        return fail(e, AYANT_E_USAGE, "Y03", "the folder name is too long: choose a shorter one");
    if (!(o->file[at] = fopen(path, "wb")))
        return system_failure(e, "write", o, at);
    setvbuf(o->file[at], NULL, _IOFBF, BUFFER_BYTES); /* without memory the small buffer stays */
    *file = o->file[at];
    o->count++;
    return AYANT_OK;
}

ayant_status outputs_check(failure *e, const outputs *o)
{
    for (size_t i = 0; i < o->count; i++)
        if (ferror(o->file[i]))
            return system_failure(e, "write", o, i);
    return AYANT_OK;
}

ayant_status outputs_close(failure *e, outputs *o, int whole)
{
    ayant_status status = AYANT_OK;
    char part[PATH_MAX], path[PATH_MAX];

    for (size_t i = 0; i < o->count; i++)
        if ((ferror(o->file[i]) | fclose(o->file[i])) && whole && status == AYANT_OK)
            status = system_failure(e, "write", o, i);
    for (size_t i = 0; i < o->count; i++) {
        if (!path_of(part, o, i, ".part") || !path_of(path, o, i, ""))
            continue;
        if (!whole || status < 0)
            remove(part);
        else if (rename(part, path) != 0)
            status = system_failure(e, "rename", o, i);
    }
    o->count = 0;
    return status;
}
