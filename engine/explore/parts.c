/*
 * A stack of parts, run many at a time.
 */
#include "parts.h"

#include <string.h>

#define PIECES 16 /* a range is cut in so many at once */
#define BATCH 32

typedef struct proof {
    explorer *x;
    const unknown_cell *cells;
    size_t cell_count;
    const asked *what;
    size_t count;
    int want;
    part stack[PARTS_MOST + 80];
    size_t depth, spent;
} proof;

part whole_part(const explorer *x, const unknown_cell *cells, size_t cell_count)
{
    part out;

    for (size_t c = 0; c < PARTS_CELLS; c++) {
        out.low[c] = out.high[c] = CELL_UNKNOWN;
        if (c < cell_count && !listed_values(x->facts, cells[c]))
            range_of_cell(x->facts, cells[c], &out.low[c], &out.high[c]);
    }
    return out;
}

/* The first answer that is not as wanted in copy k; `count` when all are. */
static size_t first_open(const proof *p, size_t k)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->want < 0 ? !settled_in(p->x, k, p->what[i])
                        : verdict_in(p->x, k, p->what[i]) != (verdict)p->want)
            return i;
    return p->count;
}

static int is_point(const proof *p, const part *b, size_t c)
{
    return listed_values(p->x->facts, p->cells[c]) ? b->low[c] != CELL_UNKNOWN : b->low[c] == b->high[c];
}

/* The cell to cut: one the open answer still depends on, listed ones first; cell_count: none. */
static size_t choose(const proof *p, const part *b, size_t k, size_t open)
{
    unknown_cell reached[256];
    const explorer *x = p->x;
    size_t n = missing_cells(x->v->frame, &x->rights[p->what[open].right], row_of(x, k, p->what[open].member),
                             reached, 256);

    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < n; i++)
            for (size_t c = 0; c < p->cell_count; c++)
                if (memcmp(&p->cells[c], &reached[i], sizeof *reached) == 0 && !is_point(p, b, c) &&
                    (listed_values(x->facts, p->cells[c]) == 0) == pass)
                    return c;
    return p->cell_count;
}

static void push(proof *p, const part *whole, size_t c, cell low, cell high)
{
    part *b = &p->stack[p->depth++];

    *b = *whole;
    b->low[c] = low;
    b->high[c] = high;
}

static void cut(proof *p, const part *whole, size_t c)
{
    const dictionary *facts = p->x->facts;
    size_t values = listed_values(facts, p->cells[c]);
    int64_t low = whole->low[c], high = whole->high[c], step;

    for (size_t i = 0; i < values; i++)
        push(p, whole, c, listed_value(facts, p->cells[c], i), listed_value(facts, p->cells[c], i));
    if (values)
        return;
    if (high == DAY_NEVER && facts->facts[p->cells[c].fact].kind == KIND_DATE) {
        push(p, whole, c, DAY_NEVER, DAY_NEVER);
        high = DAY_MOST;
    }
    step = (high - low) / PIECES + 1;
    for (; low <= high; low += step)
        push(p, whole, c, (cell)low, (cell)(low + step - 1 < high ? low + step - 1 : high));
}

static int cut_if_open(proof *p, const part *taken, size_t k)
{
    size_t open = first_open(p, k), c;

    if (open == p->count)
        return 0;
    /* a settled answer that is not the one wanted will not become it */
    if (p->want >= 0 && verdict_in(p->x, k, p->what[open]) != VERDICT_UNKNOWN)
        return -1;
    c = choose(p, taken, k, open);
    if (c == p->cell_count || p->depth + 64 > PARTS_MOST || p->spent > PARTS_MOST)
        return -1;
    cut(p, taken, c);
    return 0;
}

int holds_everywhere(explorer *x, const unknown_cell *cells, size_t cell_count, part within,
                     const asked *what, size_t count, int want)
{
    proof p = {.x = x, .cells = cells, .cell_count = cell_count, .what = what, .count = count, .want = want};
    size_t room = copies_for(x, cell_count);
    part taken[BATCH];
    int fails = cell_count > PARTS_CELLS;

    p.stack[p.depth++] = within;
    while (p.depth && !fails) {
        size_t n = p.depth < BATCH ? p.depth : BATCH;

        n = n < room ? n : room;
        p.depth -= n;
        p.spent += n;
        memcpy(taken, p.stack + p.depth, n * sizeof *taken);
        for (size_t k = 0; k < n; k++)
            for (size_t c = 0; c < cell_count; c++)
                if (taken[k].low[c] != CELL_UNKNOWN)
                    copies_put(x, k, cells[c], taken[k].low[c], taken[k].high[c]);
        copies_run(x, n);
        for (size_t k = 0; k < n && !fails; k++)
            fails = cut_if_open(&p, &taken[k], k) < 0;
        copies_clear(x);
    }
    return !fails;
}
