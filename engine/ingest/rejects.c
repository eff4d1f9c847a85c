/*
 * Writing the rejects file.
 */
#include "rejects.h"

#include <stdlib.h>
#include "../base/beside.h"

#define SHAPE 40 /* characters of a shape */

struct rejects {
    int counted_only;
    beside file;
};

ayant_status rejects_open(failure *e, const char *path, rejects **out)
{
    rejects *r = calloc(1, sizeof *r);

    if (!r)
        return fail_memory(e);
    r->counted_only = !path;
    if (path) {
        if (beside_open(e, &r->file, path, "the rejects", "I10") < 0) {
            rejects_free(r);
            return e->status;
        }
        put_text(&r->file.writer, "file,line,column,value,reason\n");
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
    writer *w = &r->file.writer;

    if (r->counted_only)
        return;
    put_csv(w, text_of(file), 1);
    put_print(w, ",%d", line);
    put_csv(w, column, 0);
    put_csv(w, shape ? shape_of(value, masked) : value, 0);
    put_csv(w, text_of(reason), 0);
    put(w, "\n", 1);
}

ayant_status rejects_ready(failure *e, rejects *r)
{
    return r->counted_only ? AYANT_OK : beside_ready(e, &r->file);
}

ayant_status rejects_end(failure *e, rejects *r)
{
    return r->counted_only ? AYANT_OK : beside_end(e, &r->file);
}

void rejects_free(rejects *r)
{
    if (!r)
        return;
    beside_free(&r->file);
    free(r);
}
