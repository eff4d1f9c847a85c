/*
 * Writing the rejects file.
 */
#include "rejects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "../base/sink.h"

#define SHAPE 40 /* characters of a shape */

struct rejects {
    FILE *out;
    const char *path;
    char *temporary;
    int ready; /* 1: whole, and not in its place yet */
    ayant_sink sink;
    writer writer;
};

/* Readable by its owner alone: rejects are about people. */
static FILE *open_private(const char *path)
{
    int number = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
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

ayant_status rejects_open(failure *e, const char *path, rejects **out)
{
    rejects *r = calloc(1, sizeof *r);
    size_t length = path ? strlen(path) : 0;

    if (!r)
        return fail_memory(e);
    if (path) {
        r->path = path;
        r->temporary = malloc(length + 5);
        if (!r->temporary) {
            rejects_free(r);
            return fail_memory(e);
        }
        memcpy(r->temporary, path, length);
        memcpy(r->temporary + length, ".tmp", 5);
        r->out = open_private(r->temporary);
        if (!r->out) {
            fail(e, AYANT_E_SYSTEM, "I10", "'%s', the rejects, cannot be written: %s", path, strerror(errno));
            rejects_free(r);
            return e->status;
        }
        r->sink = (ayant_sink){write_file, r->out};
        writer_start(&r->writer, &r->sink);
        put_text(&r->writer, "file,line,column,value,reason\n");
    }
    *out = r;
    return AYANT_OK;
}

/* Letters, accents and other scripts are a, digits 9, the rest stays. */
static text shape_of(text value, char out[SHAPE])
{
    size_t used = 0;

    for (size_t i = 0; i < value.length && used < SHAPE; i++) {
        unsigned char c = (unsigned char)value.at[i];

        if ((c & 0xc0) == 0x80)
            continue; /* the rest of a character */
        if (c >= '0' && c <= '9')
            out[used++] = '9';
        else if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            out[used++] = 'a';
        else
            out[used++] = (char)c;
    }
    return (text){out, used};
}

void rejects_add(rejects *r, const char *file, int line, text column, text value, int shape,
                 const char *reason)
{
    char masked[SHAPE];

    if (!r->out)
        return;
    put_csv(&r->writer, text_of(file), 1);
    put_print(&r->writer, ",%d", line);
    put_csv(&r->writer, column, 0);
    put_csv(&r->writer, shape ? shape_of(value, masked) : value, 0);
    put_csv(&r->writer, text_of(reason), 0);
    put(&r->writer, "\n", 1);
}

static ayant_status refused(failure *e, rejects *r)
{
    remove(r->temporary);
    r->ready = 0;
    failure_clear(e); /* says which file, better than the writer can */
    return fail(e, AYANT_E_SYSTEM, "I10", "'%s', the rejects, cannot be written: is the disk full?", r->path);
}

ayant_status rejects_ready(failure *e, rejects *r)
{
    int bad;

    if (!r->out)
        return AYANT_OK;
    bad = writer_end(&r->writer, e) < 0;
    bad |= fclose(r->out) != 0;
    r->out = NULL;
    r->ready = 1;
    return bad ? refused(e, r) : AYANT_OK;
}

ayant_status rejects_end(failure *e, rejects *r)
{
    if (rejects_ready(e, r) < 0)
        return e->status;
    if (!r->ready)
        return AYANT_OK;
    if (rename(r->temporary, r->path) != 0)
        return refused(e, r);
    r->ready = 0;
    return AYANT_OK;
}

void rejects_free(rejects *r)
{
    if (!r)
        return;
    if (r->out)
        fclose(r->out);
    if (r->out || r->ready)
        remove(r->temporary);
    free(r->temporary);
    free(r);
}
