/*
 * Every missing cell is given a value at once, many times over.
 */
#include "extremes.h"

#include <string.h>
#include "../base/limits.h"
#include "copies.h"

#define COMPLETIONS 256

static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static void note(const explorer *x, size_t copy, asked what, completions *out)
{
    const right_nodes *r = &x->rights[what.right];
    size_t row = row_of(x, copy, what.member);
    verdict is = verdict_in(x, copy, what);
    int64_t low, high;

    out->no += is == VERDICT_NO;
    out->yes += is == VERDICT_YES;
    if (is != VERDICT_YES || r->high < 0)
        return;
    low = (int64_t)(slot_low(x->v->frame, r->low, row) / (MICRO / 100) + 0.5);
    high = (int64_t)(slot_high(x->v->frame, r->high, row) / (MICRO / 100) + 0.5);
    out->worst = out->worst < 0 || low < out->worst ? low : out->worst;
    out->best = high > out->best ? high : out->best;
}

int completions_of(explorer *x, asked what, completions *out)
{
    unknown_cell cells[256];
    cell values[PLAUSIBLE_MOST];
    uint64_t state = 0x5851f42d4c957f2du;
    size_t count, room;

    *out = (completions){0, 0, -1, -1};
    if (!copies_for(x, 1))
        return 0;
    copies_run(x, 1);
    count = missing_cells(x->v->frame, &x->rights[what.right], what.member, cells, 256);
    room = copies_for(x, count);
    if (!count || !room)
        return 0;
    for (size_t from = 0; from < COMPLETIONS; from += room) {
        size_t n = COMPLETIONS - from < room ? COMPLETIONS - from : room;

        for (size_t k = 0; k < n; k++)
            for (size_t c = 0; c < count; c++) {
                size_t many = plausible_values(x->facts, cells[c], x->on, values);
                cell value = values[from + k == 0 ? 0 : from + k == 1 ? many - 1 : draw(&state) % many];

                copies_put(x, k, cells[c], value, value);
            }
        copies_run(x, n);
        for (size_t k = 0; k < n; k++)
            note(x, k, what, out);
        copies_clear(x);
    }
    return 1;
}
