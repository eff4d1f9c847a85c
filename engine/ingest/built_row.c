/*
 * Rows put together cell by cell.
 */
#include "built_row.h"

#include <stdlib.h>
#include "../base/limits.h"
#include "encoding.h"

ayant_status built_start(failure *e, built_row *r, size_t columns)
{
    *r = (built_row){.columns = columns, .room = columns, .capacity = 4096};
    r->bytes = malloc(r->capacity);
    r->cell = calloc(columns, sizeof *r->cell);
    r->spans = calloc(columns, sizeof *r->spans);
    r->flag = calloc(columns, sizeof *r->flag);
    if (r->bytes && r->cell && r->spans && r->flag)
        return AYANT_OK;
    built_free(r);
    return fail_memory(e);
}

void built_free(built_row *r)
{
    free(r->bytes);
    free(r->cell);
    free(r->spans);
    free(r->flag);
    *r = (built_row){.columns = 0};
}

void built_clear(built_row *r)
{
    for (size_t i = 0; i < r->touched; i++) {
        r->spans[i] = (built_span){0, 0};
        r->flag[i] = CELL_GOOD;
    }
    r->used = r->width = r->touched = r->filled = r->beyond = 0;
    r->open = 0;
}

void built_open(built_row *r, size_t column)
{
    r->at = column;
    r->start = r->used;
    r->open = 1;
    r->dropped = column >= r->columns;
    r->too_long = 0;
}

static int make_room(built_row *r, size_t more)
{
    size_t wide = r->capacity;
    char *bytes;

    if (r->used + more <= r->capacity)
        return 1;
    while (wide < r->used + more)
        wide *= 2;
    bytes = realloc(r->bytes, wide);
    if (!bytes) {
        r->failed = 1;
        return 0;
    }
    r->bytes = bytes;
    r->capacity = wide;
    return 1;
}

void built_put(built_row *r, const char *bytes, size_t length)
{
    if (!r->open || !length || r->too_long)
        return;
    if (r->dropped) { /* only whether there is something */
        r->beyond++;
        r->open = 0;
        if (r->width < r->at + 1)
            r->width = r->at + 1;
    } else if (r->used - r->start + length > LIMIT_CELL) {
        r->too_long = 1;
        r->used = r->start;
    } else if (make_room(r, length)) {
        memcpy(r->bytes + r->used, bytes, length);
        r->used += length;
    }
}

/* The cell's bytes as UTF-8, or the flag that says why not. */
static cell_flag to_utf8(built_row *r, int *windows)
{
    text t = {r->bytes + r->start, r->used - r->start};
    int64_t length;

    if (!t.length || text_is_utf8(t))
        return CELL_GOOD;
    if (memchr(t.at, '\0', t.length))
        return CELL_NUL;
    if (!make_room(r, 3 * t.length))
        return CELL_GOOD;
    t.at = r->bytes + r->start;
    length = utf8_from_windows(t, r->bytes + r->used);
    if (length < 0)
        return CELL_ENCODING;
    memmove(r->bytes + r->start, r->bytes + r->used, (size_t)length);
    r->used = r->start + (size_t)length;
    *windows = 1;
    return CELL_GOOD;
}

int built_close(built_row *r, cell_flag flag)
{
    int windows = 0;

    if (!r->open || r->dropped) {
        r->open = 0;
        return 0;
    }
    r->open = 0;
    if (flag == CELL_GOOD && r->too_long)
        flag = CELL_LONG;
    if (flag == CELL_GOOD)
        flag = to_utf8(r, &windows);
    if (flag != CELL_GOOD)
        r->used = r->start;
    r->spans[r->at] = (built_span){r->start, r->used - r->start};
    r->flag[r->at] = (unsigned char)flag;
    if (r->touched < r->at + 1)
        r->touched = r->at + 1;
    if (r->used == r->start && flag == CELL_GOOD)
        return windows;
    r->filled++;
    if (r->width < r->at + 1)
        r->width = r->at + 1;
    return windows;
}

void built_repeat(built_row *r, size_t column, size_t times)
{
    size_t end = column + times, kept = end < r->columns ? end : r->columns;
    int last_kept = r->at < r->columns;

    if (!times || (last_kept && !r->spans[r->at].length && r->flag[r->at] == CELL_GOOD))
        return;
    for (size_t i = column; i < kept && last_kept; i++) {
        r->spans[i] = r->spans[r->at];
        r->flag[i] = r->flag[r->at];
        r->filled++;
    }
    if (last_kept && r->touched < kept)
        r->touched = kept;
    if (!last_kept && r->width < r->at + 1) /* dropped, and nothing in it */
        return;
    r->beyond += end > kept ? end - (column > kept ? column : kept) : 0;
    if (r->width < end)
        r->width = end;
}

text built_so_far(const built_row *r)
{
    if (!r->open || r->dropped || r->too_long)
        return (text){"", 0};
    return (text){r->bytes + r->start, r->used - r->start};
}

void built_undo(built_row *r)
{
    if (r->open && !r->dropped)
        r->used = r->start;
}

int built_is_blank(const built_row *r)
{
    return r->width == 0;
}

ayant_status built_take(failure *e, built_row *r, int line, source_row *out)
{
    if (r->failed) {
        r->failed = 0;
        return fail_memory(e);
    }
    for (size_t i = 0; i < r->columns; i++)
        r->cell[i] = (text){r->spans[i].length ? r->bytes + r->spans[i].from : "", r->spans[i].length};
    *out = (source_row){r->cell, r->flag, r->columns, r->columns, line};
    return AYANT_OK;
}
