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

void column_empty(column *c)
{
    for (size_t i = 0; c->cells && i < c->rows; i++)
        c->cells[i] = CELL_UNKNOWN;
    if (c->lengths && c->rows)
        memset(c->lengths, 0, c->rows * sizeof *c->lengths);
    c->rows = 0;
    c->used = 0;
}

ayant_status column_make(failure *e, column *c)
{
    if (c->cells || c->lengths)
        return AYANT_OK;
    if (c->of_cells)
        c->cells = malloc(CHUNK_ROWS * sizeof *c->cells);
    else
        c->lengths = malloc(CHUNK_ROWS * sizeof *c->lengths);
    if (!c->cells && !c->lengths)
        return fail_memory(e);
    c->rows = CHUNK_ROWS;
    column_empty(c);
    return AYANT_OK;
}

ayant_status column_cell(failure *e, column *c, size_t at, cell value)
{
    if (!c->cells && (column_make(e, c) < 0 || !c->cells))
        return e->status;
    c->cells[at] = value;
    c->rows = at + 1;
    return AYANT_OK;
}

ayant_status column_words(failure *e, column *c, size_t at, text value)
{
    if (value.length > UINT16_MAX)
        return fail(e, AYANT_E_LIMIT, "S10", "a text is longer than %d bytes: a caseload cannot hold it",
                    UINT16_MAX);
    if (!c->lengths && (column_make(e, c) < 0 || !c->lengths))
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
