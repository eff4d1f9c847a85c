/*
 * Writing a folder of pages.
 */
#include "site.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART ".part"

static ayant_status refused(site *s, const char *verb, const char *name)
{
    return fail(s->e, AYANT_E_SYSTEM, "D01", "cannot %s '%s/%s': %s", verb, s->folder, name, strerror(errno));
}

static int path_of(const site *s, char out[PATH_MAX], const char *name, const char *suffix)
{
    int length = snprintf(out, PATH_MAX, "%s/%s%s", s->folder, name, suffix);

    return length > 0 && length < PATH_MAX;
}

static int send(void *to, const char *bytes, size_t length)
{
    site *s = to;

    return fwrite(bytes, 1, length, s->file) != length;
}

ayant_status site_open(site *s, failure *e, arena *memory, const char *folder)
{
    char path[PATH_MAX];
    size_t length = strlen(folder);

    memset(s, 0, sizeof *s);
    s->e = e;
    s->memory = memory;
    s->folder = folder;
    s->sink.write = send;
    s->sink.to = s;
    if (length == 0)
        return fail(e, AYANT_E_USAGE, "D02", "the folder of the pages has no name: give one, such as 'site'");
    if (length >= PATH_MAX - 64)
        return fail(e, AYANT_E_USAGE, "D02", "the folder name is too long: choose a shorter one");
    for (size_t i = 1; i <= length; i++) {
        if (folder[i] != '/' && folder[i] != '\0')
            continue;
        memcpy(path, folder, i);
        path[i] = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return fail(e, AYANT_E_SYSTEM, "D03", "cannot make the folder '%s': %s", path, strerror(errno));
    }
    return AYANT_OK;
}

ayant_status site_page(site *s, const char *name)
{
    char path[PATH_MAX];
    const char *kept = arena_text(s->memory, name);

    if (!kept || arena_grow(s->memory, &s->names, &s->capacity, s->count + 1, sizeof *s->names) < 0)
        return fail_memory(s->e);
    if (!path_of(s, path, name, PART))
        return fail(s->e, AYANT_E_USAGE, "D02", "the name of a page is too long: '%.60s'", name);
    if (!(s->file = fopen(path, "wb")))
        return refused(s, "write", name);
    s->names[s->count++] = kept;
    return AYANT_OK;
}

ayant_status site_page_end(site *s)
{
    FILE *file = s->file;
    int bad = fflush(file) != 0 || ferror(file);

    s->file = NULL;
    if (fclose(file) != 0 || bad)
        return refused(s, "write", s->names[s->count - 1]);
    return AYANT_OK;
}

ayant_status site_close(site *s, int whole)
{
    ayant_status status = AYANT_OK;
    char part[PATH_MAX], path[PATH_MAX];

    if (s->file)
        fclose(s->file);
    s->file = NULL;
    for (size_t i = 0; i < s->count; i++) {
        if (!path_of(s, part, s->names[i], PART) || !path_of(s, path, s->names[i], ""))
            continue;
        if (!whole || status < 0)
            unlink(part);
        else if (rename(part, path) != 0) {
            status = refused(s, "rename", s->names[i]);
            unlink(part);
        }
    }
    return status;
}
