/*
 * Pages of an array: a page stands in one slot, found from its number.
 */
#include "paged.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE_BYTES (64u << 10)
#define SLOTS 64 /* 4 MB in memory */
#define EMPTY UINT64_MAX

struct paged {
    size_t item_size, items_a_page;
    int file;
    uint64_t written; /* pages of the file */
    uint64_t page[SLOTS];
    unsigned char *bytes[SLOTS];
};

paged *paged_new(size_t item_size)
{
    paged *p = calloc(1, sizeof *p);

    if (!p)
        return NULL;
    p->item_size = item_size;
    p->items_a_page = PAGE_BYTES / item_size;
    p->file = -1;
    for (int i = 0; i < SLOTS; i++)
        p->page[i] = EMPTY;
    return p;
}

void paged_free(paged *p)
{
    if (!p)
        return;
    if (p->file >= 0)
        close(p->file);
    for (int i = 0; i < SLOTS; i++)
        free(p->bytes[i]);
    free(p);
}

static ayant_status refused(failure *e)
{
    return fail(e, AYANT_E_SYSTEM, "M02",
                "a temporary file cannot be written or read: %s; free some room, or set TMPDIR to another "
                "folder",
                strerror(errno));
}

static ayant_status open_file(failure *e, paged *p)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];

    if (p->file >= 0)
        return AYANT_OK;
    snprintf(path, sizeof path, "%s/ayant-XXXXXX", folder && folder[0] == '/' ? folder : "/tmp");
    p->file = mkstemp(path); /* for its owner alone */
    if (p->file < 0)
        return refused(e);
    unlink(path);
    return AYANT_OK;
}

static ayant_status write_page(failure *e, paged *p, int slot)
{
    size_t done = 0;

    if (open_file(e, p) < 0)
        return e->status;
    while (done < PAGE_BYTES) {
        ssize_t got = pwrite(p->file, p->bytes[slot] + done, PAGE_BYTES - done,
                             (off_t)(p->page[slot] * PAGE_BYTES + done));

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return refused(e);
        done += (size_t)got;
    }
    if (p->page[slot] >= p->written)
        p->written = p->page[slot] + 1;
    return AYANT_OK;
}

/* What the file does not hold is zero. */
static ayant_status read_page(failure *e, paged *p, int slot, uint64_t page)
{
    size_t done = 0;

    memset(p->bytes[slot], 0, PAGE_BYTES);
    while (page < p->written && done < PAGE_BYTES) {
        ssize_t got =
            pread(p->file, p->bytes[slot] + done, PAGE_BYTES - done, (off_t)(page * PAGE_BYTES + done));

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return refused(e);
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return AYANT_OK;
}

void *paged_at(failure *e, paged *p, uint64_t index)
{
    uint64_t page = index / p->items_a_page;
    int slot = (int)(page % SLOTS);

    if (p->page[slot] != page) {
        if (!p->bytes[slot] && !(p->bytes[slot] = malloc(PAGE_BYTES))) {
            fail_memory(e);
            return NULL;
        }
        if (p->page[slot] != EMPTY && write_page(e, p, slot) < 0)
            return NULL;
        p->page[slot] = EMPTY;
        if (read_page(e, p, slot, page) < 0)
            return NULL;
        p->page[slot] = page;
    }
    return p->bytes[slot] + index % p->items_a_page * p->item_size;
}
