/*
 * Writing beside a name, then taking it.
 */
#include "beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file of our own: what lay there, a link or another's file, is not written through. */
static FILE *open_private(const char *path)
{
    int number =
        unlink(path) == 0 || errno == ENOENT ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
    FILE *out = number < 0 ? NULL : fdopen(number, "wb");

    if (!out && number >= 0) {
        int code = errno;

        close(number);
        unlink(path);
        errno = code;
    }
    return out;
}

static int write_file(void *to, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, to) != length;
}

ayant_status beside_open(failure *e, beside *b, const char *path, const char *what, const char *id)
{
    size_t length = strlen(path);

    b->path = path;
    b->what = what;
    b->id = id;
    b->ready = 0;
    b->out = NULL;
    b->temporary = malloc(length + 5);
    if (!b->temporary)
        return fail_memory(e);
    memcpy(b->temporary, path, length);
    memcpy(b->temporary + length, ".tmp", 5);
    b->out = open_private(b->temporary);
    if (!b->out) {
        fail(e, AYANT_E_SYSTEM, id, "'%s', %s, cannot be written: %s", path, what, strerror(errno));
        beside_free(b);
        return e->status;
    }
    b->sink = (ayant_sink){write_file, b->out};
    writer_start(&b->writer, &b->sink);
    return AYANT_OK;
}

static ayant_status refused(failure *e, beside *b)
{
    remove(b->temporary);
    b->ready = 0;
    failure_clear(e); /* says which file, better than the writer can */
    return fail(e, AYANT_E_SYSTEM, b->id, "'%s', %s, cannot be written: is the disk full?", b->path, b->what);
}

ayant_status beside_ready(failure *e, beside *b)
{
    int bad;

    if (!b->out)
        return AYANT_OK;
    bad = writer_end(&b->writer, e) < 0;
    bad |= fclose(b->out) != 0;
    b->out = NULL;
    b->ready = 1;
    return bad ? refused(e, b) : AYANT_OK;
}

ayant_status beside_end(failure *e, beside *b)
{
    if (beside_ready(e, b) < 0)
        return e->status;
    if (!b->ready)
        return AYANT_OK;
    if (rename(b->temporary, b->path) != 0)
        return refused(e, b);
    b->ready = 0;
    return AYANT_OK;
}

void beside_free(beside *b)
{
    if (b->out)
        fclose(b->out);
    if (b->out || b->ready)
        remove(b->temporary);
    free(b->temporary);
    b->temporary = NULL;
    b->out = NULL;
    b->ready = 0;
}
