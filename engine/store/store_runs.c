/*
 * A run is unpacked, changed and packed again.
 */
#include "store_runs.h"

#include <stdlib.h>
#include <string.h>

ayant_status editing_start(failure *e, editing *d, store_file *f)
{
    chunks_start(&d->chunks, f, CONTENT_NOW);
    d->cells = calloc(CHUNK_ROWS, sizeof *d->cells);
    d->texts = calloc(CHUNK_ROWS, sizeof *d->texts);
    d->lengths = calloc(CHUNK_ROWS, sizeof *d->lengths);
    return d->cells && d->texts && d->lengths ? AYANT_OK : fail_memory(e);
}

void editing_end(editing *d)
{
    chunks_end(&d->chunks);
    free(d->cells);
    free(d->texts);
    free(d->lengths);
}

/* Rows of a run, from its ids; AYANT_NONE when nobody is left in it. */
static ayant_status count_rows(failure *e, editing *d, entity which, uint64_t chunk, size_t *rows)
{
    return chunks_texts(e, &d->chunks, which, chunk, which == ENTITY_PERSON ? "person_id" : "household_id",
                        d->texts, rows);
}

ayant_status edit_cell(failure *e, editing *d, entity which, const char *name, uint64_t row, cell value)
{
    uint64_t chunk = row / CHUNK_ROWS;
    size_t rows = 0, at = (size_t)(row % CHUNK_ROWS);
    ayant_status status = chunks_cells(e, &d->chunks, which, chunk, name, d->cells, &rows);

    if (status == AYANT_NONE) {
        if (value == CELL_UNKNOWN)
            return AYANT_OK;
        status = count_rows(e, d, which, chunk, &rows);
        for (size_t i = 0; status == AYANT_OK && i < rows; i++)
            d->cells[i] = CELL_UNKNOWN;
    }
    if (status != AYANT_OK)
        return status;
    if (at >= rows)
        return chunks_damaged(e, d->chunks.file, which, chunk, name);
    d->cells[at] = value;
    return chunks_put_cells(e, &d->chunks, which, chunk, name, d->cells, rows);
}

/* Puts d->texts, with the old bytes wiped. */
ayant_status edit_put_texts(failure *e, editing *d, entity which, uint64_t chunk, const char *name,
                            size_t rows)
{
    size_t size = 1, used = 0;
    ayant_status status;
    char *bytes;

    for (size_t i = 0; i < rows; i++)
        size += d->texts[i].length + 1;
    bytes = malloc(size);
    if (!bytes)
        return fail_memory(e);
    for (size_t i = 0; i < rows; i++) {
        size_t length = d->texts[i].length;

        d->lengths[i] = (uint16_t)length;
        if (!length)
            continue;
        memcpy(bytes + used, d->texts[i].at, length);
        bytes[used + length] = '\0';
        used += length + 1;
    }
    status = chunks_put_texts(e, &d->chunks, which, chunk, name, d->lengths, bytes, rows);
    free(bytes);
    return status;
}

ayant_status edit_text(failure *e, editing *d, entity which, const char *name, uint64_t row, text value)
{
    uint64_t chunk = row / CHUNK_ROWS;
    size_t rows = 0, at = (size_t)(row % CHUNK_ROWS);
    ayant_status status;

    if (value.length > UINT16_MAX)
        return fail(e, AYANT_E_LIMIT, "S10", "a text is longer than %d bytes: a caseload cannot hold it",
                    UINT16_MAX);
    status = chunks_texts(e, &d->chunks, which, chunk, name, d->texts, &rows);
    if (status == AYANT_NONE) {
        if (!value.length)
            return AYANT_OK;
        status = count_rows(e, d, which, chunk, &rows);
        for (size_t i = 0; status == AYANT_OK && i < rows; i++)
            d->texts[i] = (text){"", 0};
    }
    if (status != AYANT_OK)
        return status;
    if (at >= rows)
        return chunks_damaged(e, d->chunks.file, which, chunk, name);
    d->texts[at] = value;
    return edit_put_texts(e, d, which, chunk, name, rows);
}

ayant_status edit_last_run(failure *e, editing *d, entity which, const char *name, int64_t *out)
{
    return chunks_last_run(e, d->chunks.file, which, name, out);
}

ayant_status edit_links(failure *e, editing *d, entity which, const char *name, text id)
{
    int64_t last;
    ayant_status status = edit_last_run(e, d, which, name, &last);

    for (int64_t chunk = 0; status >= 0 && chunk <= last; chunk++) {
        size_t rows = 0, found = 0;

        status = chunks_texts(e, &d->chunks, which, (uint64_t)chunk, name, d->texts, &rows);
        for (size_t i = 0; status == AYANT_OK && i < rows; i++) {
            if (!text_same(d->texts[i], id))
                continue;
            d->texts[i] = (text){"", 0};
            found++;
        }
        if (status == AYANT_OK && found)
            status = edit_put_texts(e, d, which, (uint64_t)chunk, name, rows);
    }
    return status < 0 ? status : AYANT_OK;
}
