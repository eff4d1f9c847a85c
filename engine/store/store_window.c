/*
 * A run of texts in memory, and the ids that are looked for.
 */
#include "store_window.h"

#include <stdlib.h>

ayant_status window_start(failure *e, text_window *w, store_file *f, generation of, entity which,
                          const char *name)
{
    *w = (text_window){.which = which, .name = name};
    chunks_start(&w->chunks, f, of);
    w->texts = calloc(CHUNK_ROWS, sizeof *w->texts);
    return w->texts ? AYANT_OK : fail_memory(e);
}

void window_end(text_window *w)
{
    chunks_end(&w->chunks);
    free(w->texts);
    w->texts = NULL;
    w->rows = 0;
}

int window_at(failure *e, text_window *w, uint64_t row, text *out)
{
    uint64_t chunk = row / CHUNK_ROWS;

    if (!w->rows || w->chunk != chunk) {
        ayant_status status = chunks_texts(e, &w->chunks, w->which, chunk, w->name, w->texts, &w->rows);

        if (status != AYANT_OK) {
            w->rows = 0;
            return status < 0 ? -1 : 0;
        }
        w->chunk = chunk;
    }
    if (row % CHUNK_ROWS >= w->rows)
        return 0;
    *out = w->texts[row % CHUNK_ROWS];
    return 1;
}

ayant_status finder_start(failure *e, id_finder *f, store_file *file, generation of, entity which)
{
    static const char *const questions[2][2] = {
        {"SELECT row FROM households WHERE household_id = ?", "SELECT row FROM persons WHERE person_id = ?"},
        {"SELECT row FROM households_before WHERE household_id = ?",
         "SELECT row FROM persons_before WHERE person_id = ?"}};

    *f = (id_finder){.next = 0};
    if (window_start(e, &f->ids, file, of, which, which == ENTITY_PERSON ? "person_id" : "household_id") < 0)
        return e->status;
    return store_prepare(e, file, questions[of][which], "read", &f->find);
}

void finder_end(id_finder *f)
{
    window_end(&f->ids);
    sqlite3_finalize(f->find);
    f->find = NULL;
}

int finder_row(failure *e, id_finder *f, text id, uint64_t *row)
{
    text next;
    int found = window_at(e, &f->ids, f->next, &next), code;

    if (found < 0)
        return -1;
    if (found && next.length && text_same(id, next)) {
        *row = f->next++;
        return 1;
    }
    sqlite3_bind_text64(f->find, 1, id.length ? id.at : "", id.length, SQLITE_STATIC, SQLITE_UTF8);
    code = sqlite3_step(f->find);
    found = code == SQLITE_ROW;
    if (found) {
        *row = (uint64_t)sqlite3_column_int64(f->find, 0);
        f->next = *row + 1;
    }
    sqlite3_reset(f->find);
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return found;
    store_fail(e, f->ids.chunks.file, code, "read");
    return -1;
}
