/*
 * Failures: first one kept, text always terminated.
 */
#define FAILURE_INSIDE
#include "failure.h"

#include <stdio.h>
#include <string.h>

static void copy(char *out, size_t size, const char *in)
{
    size_t length = in ? strlen(in) : 0;

    if (length >= size) {
        /* keep the end of a long path: the file name is what one looks for */
        in += length - (size - 1);
        length = size - 1;
    }
    if (length)
        memcpy(out, in, length);
    out[length] = '\0';
}

static ayant_status record(failure *e, ayant_status status, const char *id, const char *file, int line,
                           int column, const char *format, va_list arguments)
{
    if (e->status != AYANT_OK)
        return e->status;
    e->status = status;
    copy(e->id, sizeof e->id, id);
    copy(e->file, sizeof e->file, file);
    e->line = line;
    e->column = column;
    vsnprintf(e->text, sizeof e->text, format, arguments);
    return status;
}

ayant_status fail_at(failure *e, ayant_status status, const char *id, const char *file, int line, int column,
                     const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    status = record(e, status, id, file, line, column, format, arguments);
    va_end(arguments);
    return status;
}

ayant_status fail(failure *e, ayant_status status, const char *id, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    status = record(e, status, id, NULL, 0, 0, format, arguments);
    va_end(arguments);
    return status;
}

ayant_status fail_memory(failure *e)
{
    return fail(e, AYANT_E_MEMORY, "M01", "out of memory: close other programs or use a smaller file");
}

void failure_clear(failure *e)
{
    e->status = AYANT_OK;
    e->id[0] = e->file[0] = e->text[0] = '\0';
    e->line = e->column = 0;
}
