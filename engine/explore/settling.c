/*
 * Trying subsets on completions: a set is kept while every completion of it
 * tried so far settles the answer, the rest being as unknown as it is.
 */
#include "settling.h"

#include <string.h>
#include "parts.h"

#define ROUNDS 48        /* completions each subset must pass */
#define COMPLETIONS 1024 /* and then the chosen one, or all there are when fewer */
#define SUBSETS 320      /* more than 12 + 66 + 220 */
#define GREEDY_ROUNDS 32

typedef struct subset {
    uint8_t place[3];
    uint8_t size;
} subset;

typedef struct search {
    explorer *x;
    asked what;
    unknown_cell cells[DECISIVE_MOST];
    cell values[DECISIVE_MOST][PLAUSIBLE_MOST];
    size_t value_count[DECISIVE_MOST];
    size_t count;
} search;

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* The value of cell c in completion s: the ends first, then a draw that is the same every time. */
static cell value_in(const search *f, size_t c, size_t s)
{
    size_t n = f->value_count[c];

    return f->values[c][s == 0   ? 0
                        : s == 1 ? n - 1
                                 : mix((s + 1) * 0x9e3779b97f4a7c15u + c * 0xd1342543de82ef95u) % n];
}

/* Completion s of a subset; when all completions can be listed, the s-th of them. */
static void put_completion(search *f, size_t copy, const subset *of, size_t s, int listed)
{
    for (size_t i = 0; i < of->size; i++) {
        size_t c = of->place[i];
        cell value = listed ? f->values[c][s % f->value_count[c]] : value_in(f, c, s);

        s = listed ? s / f->value_count[c] : s;
        copies_put(f->x, copy, f->cells[c], value, value);
    }
}

/* Keeps of n subsets those that completion s settles; returns how many. */
static size_t keep_settled(search *f, subset *alive, size_t n, size_t s)
{
    size_t kept = 0, room = copies_for(f->x, 3);

    for (size_t from = 0; from < n; from += room) {
        size_t many = n - from < room ? n - from : room;

        for (size_t k = 0; k < many; k++)
            put_completion(f, k, &alive[from + k], s, 0);
        copies_run(f->x, many);
        for (size_t k = 0; k < many; k++)
            if (settled_in(f->x, k, f->what))
                alive[kept++] = alive[from + k];
        copies_clear(f->x);
    }
    return kept;
}

/* All completions of plausible values, or a thousand draws. */
static int settles(search *f, const subset *of)
{
    size_t all = 1, room = copies_for(f->x, 3), tried;

    for (size_t i = 0; i < of->size; i++)
        all *= f->value_count[of->place[i]];
    tried = all < COMPLETIONS ? all : COMPLETIONS;
    for (size_t from = 0; from < tried; from += room) {
        size_t many = tried - from < room ? tried - from : room;
        int fails = 0;

        for (size_t k = 0; k < many; k++)
            put_completion(f, k, of, from + k, all <= COMPLETIONS);
        copies_run(f->x, many);
        for (size_t k = 0; k < many; k++)
            fails |= !settled_in(f->x, k, f->what);
        copies_clear(f->x);
        if (fails)
            return 0;
    }
    return 1;
}

/* Subsets of `size` of the first `among` cells, those of the more decisive cells first. */
static size_t list_subsets(size_t among, uint8_t size, subset *out)
{
    size_t count = 0;

    for (uint8_t a = 0; a < among; a++) {
        if (size == 1)
            out[count++] = (subset){{a, 0, 0}, 1};
        for (uint8_t b = (uint8_t)(a + 1); size > 1 && b < among; b++) {
            if (size == 2)
                out[count++] = (subset){{a, b, 0}, 2};
            for (uint8_t c = (uint8_t)(b + 1); size == 3 && c < among; c++)
                out[count++] = (subset){{a, b, c}, 3};
        }
    }
    return count;
}

static int smallest_subset(search *f, settling *out)
{
    size_t among = f->count < SETTLING_AMONG ? f->count : SETTLING_AMONG;
    subset alive[SUBSETS];

    for (uint8_t size = 1; size <= 3; size++) {
        size_t n = list_subsets(among, size, alive);

        for (size_t s = 0; s < ROUNDS && n; s++)
            n = keep_settled(f, alive, n, s);
        for (size_t i = 0; i < n; i++) {
            if (!settles(f, &alive[i]))
                continue;
            out->count = size;
            for (size_t c = 0; c < size; c++)
                out->cells[c].cell = f->cells[alive[i].place[c]];
            out->smallest = 1;
            return 1;
        }
    }
    return 0;
}

/* 1 when the cells kept settle the answer in completions 0..rounds - 1. */
static int kept_settle(search *f, const char *kept, size_t rounds)
{
    size_t room = copies_for(f->x, f->count);

    for (size_t from = 0; from < rounds; from += room) {
        size_t n = rounds - from < room ? rounds - from : room;
        int fails = 0;

        for (size_t k = 0; k < n; k++)
            for (size_t c = 0; c < f->count; c++)
                if (kept[c])
                    copies_put(f->x, k, f->cells[c], value_in(f, c, from + k), value_in(f, c, from + k));
        copies_run(f->x, n);
        for (size_t k = 0; k < n; k++)
            fails |= !settled_in(f->x, k, f->what);
        copies_clear(f->x);
        if (fails)
            return 0;
    }
    return 1;
}

/*
 * Leaves out one cell after the other, the least decisive first, as long as the
 * rest settles; again with more completions when the rest fails in many.
 */
static int greedy_set(search *f, settling *out)
{
    char kept[DECISIVE_MOST];

    for (size_t rounds = GREEDY_ROUNDS; rounds <= COMPLETIONS; rounds *= 4) {
        memset(kept, 1, sizeof kept);
        if (!kept_settle(f, kept, rounds))
            return 0;
        for (size_t c = f->count; c-- > 0;) {
            kept[c] = 0;
            kept[c] = !kept_settle(f, kept, rounds);
        }
        if (kept_settle(f, kept, COMPLETIONS))
            break;
    }
    for (size_t c = 0; c < f->count; c++)
        if (kept[c])
            out->cells[out->count++].cell = f->cells[c];
    return out->count > 0;
}

static int prove(explorer *x, asked what, const settling *s)
{
    unknown_cell cells[PARTS_CELLS];

    if (s->count > PARTS_CELLS)
        return 0;
    for (size_t c = 0; c < s->count; c++)
        cells[c] = s->cells[c].cell;
    return holds_everywhere(x, cells, s->count, whole_part(x, cells, s->count), &what, 1, -1);
}

int settling_set(explorer *x, asked what, settling *out)
{
    decisive_cell weighed[DECISIVE_MOST];
    search f;

    memset(out, 0, sizeof *out);
    f.x = x;
    f.what = what;
    f.count = decisive_cells(x, &what, 1, weighed, DECISIVE_MOST);
    for (size_t c = 0; c < f.count; c++) {
        f.cells[c] = weighed[c].cell;
        f.value_count[c] = plausible_values(x->facts, f.cells[c], x->on, f.values[c]);
    }
    if (!f.count || !copies_for(x, f.count) || !(smallest_subset(&f, out) || greedy_set(&f, out)))
        return 0;
    out->proven = prove(x, what, out);
    for (size_t c = 0; c < out->count; c++)
        settling_sides(x, what, &out->cells[c]);
    return 1;
}
