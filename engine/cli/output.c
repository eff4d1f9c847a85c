/*
 * Writing standard output or a file.
 */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "talk.h"

static int write_all(void *to, const char *bytes, size_t length)
{
    output *o = to;

    if (is_interrupted()) {
        o->error = EINTR;
        return 1;
    }
    while (length) {
        ssize_t written = write(o->descriptor, bytes, length);

        if (written < 0 && errno == EINTR && !is_interrupted())
            continue;
        if (written < 0) {
            o->error = errno;
            o->closed = errno == EPIPE;
            return 1;
        }
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

static int complain(output *o, const char *path, int error)
{
    int result = say_error("U10", "cannot write '%s': %s", path, strerror(error));

    output_drop(o);
    return result;
}

int output_open(output *o, const char *path)
{
    size_t length = path ? strlen(path) : 0;
    struct stat is;

    *o = (output){.descriptor = STDOUT_FILENO};
    o->sink = (ayant_sink){write_all, o};
    if (!path || strcmp(path, "-") == 0)
        return 0;
    if (stat(path, &is) == 0 && !S_ISREG(is.st_mode)) { /* /dev/null, a named pipe: written as they are */
        o->descriptor = open(path, O_WRONLY | O_CLOEXEC);
        return o->descriptor < 0 ? complain(o, path, errno) : 0;
    }
    o->path = malloc(length + 1);
    o->beside = malloc(length + 8);
    if (!o->path || !o->beside) {
        free(o->beside);
        o->beside = NULL;
        return complain(o, path, ENOMEM);
    }
    memcpy(o->path, path, length + 1);
    memcpy(o->beside, path, length);
    memcpy(o->beside + length, ".XXXXXX", 8);
    o->descriptor = mkstemp(o->beside);
    if (o->descriptor < 0) {
        int error = errno;

        free(o->beside);
        o->beside = NULL;
        return complain(o, path, error);
    }
    return 0;
}

/* mkstemp makes files for their owner only, and a list of people may stay so; a file that was there keeps its
 * mode. */
static void keep_mode(const output *o)
{
    struct stat is;

    if (stat(o->path, &is) == 0)
        (void)!fchmod(o->descriptor, is.st_mode & 07777);
}

int output_keep(output *o)
{
    const char *path = o->path ? o->path : "standard output";

    if (o->error)
        return complain(o, path, o->error);
    if (o->beside && o->path) {
        keep_mode(o);
        if (fsync(o->descriptor) != 0 || close(o->descriptor) != 0)
            return complain(o, path, errno);
        o->descriptor = STDOUT_FILENO;
        if (rename(o->beside, o->path) != 0)
            return complain(o, path, errno);
        free(o->beside);
        o->beside = NULL;
    }
    output_drop(o);
    return 0;
}

void output_drop(output *o)
{
    if (o->descriptor > STDERR_FILENO)
        close(o->descriptor);
    o->descriptor = STDOUT_FILENO;
    if (o->beside)
        unlink(o->beside);
    free(o->beside);
    free(o->path);
    o->beside = o->path = NULL;
}
