/*
 * Columns of the run in memory, filled row by row.
 */
#include "store_intake.h"

#include <stdlib.h>
#include <string.h>

void column_free(column *c)
{
    free(c->cells);
    free(c->lengths);
    free(c->bytes);
    c->cells = NULL;
    c->lengths = NULL;
    c->bytes = NULL;
}

static ayant_status make_room(failure *e, column *c)
{
    if (c->of_cells)
        c->cells = malloc(CHUNK_ROWS * sizeof *c->cells);
    else
        c->lengths = malloc(CHUNK_ROWS * sizeof *c->lengths);
    return c->cells || c->lengths ? AYANT_OK : fail_memory(e);
}

ayant_status column_fill(failure *e, column *c, size_t rows)
{
    if (!c->cells && !c->lengths && make_room(e, c) < 0)
        return e->status;
    if (c->of_cells)
        while (c->rows < rows)
            c->cells[c->rows++] = CELL_UNKNOWN;
    else
        while (c->rows < rows)
            c->lengths[c->rows++] = 0;
    return AYANT_OK;
}

ayant_status column_cell(failure *e, column *c, size_t at, cell value)
{
    if ((!c->cells || c->rows < at) && column_fill(e, c, at) < 0)
        return e->status;
    c->cells[at] = value;
    if (c->rows <= at)
        c->rows = at + 1;
    return AYANT_OK;
}

ayant_status column_words(failure *e, column *c, size_t at, text value)
{
    if (value.length > UINT16_MAX)
        return fail(e, AYANT_E_LIMIT, "S10", "a text is longer than %d bytes: a caseload cannot hold it",
                    UINT16_MAX);
    if ((!c->lengths || c->rows < at) && column_fill(e, c, at) < 0)
        return e->status;
    if (c->rows == at + 1 && c->lengths[at]) /* said again: the last word holds */
        c->used -= c->lengths[at] + 1u;
    if (c->used + value.length + 1 > c->capacity) {
        size_t capacity = c->used + value.length + 1 + (c->capacity ? c->capacity / 2 : 4096);
        char *wide = realloc(c->bytes, capacity);

        if (!wide)
            return fail_memory(e);
        c->bytes = wide;
        c->capacity = capacity;
    }
    if (value.length) {
        memcpy(c->bytes + c->used, value.at, value.length);
        c->bytes[c->used + value.length] = '\0';
        c->used += value.length + 1;
    }
    c->lengths[at] = (uint16_t)value.length;
    c->rows = at + 1;
    return AYANT_OK;
}
