/*
 * Weighing cells: one copy for each cell and value, all run together.
 */
#include "decisive.h"

#include <string.h>
#include "parts.h"

#define PROVEN_MOST 3 /* cells of a range for which a proof is tried */

static size_t gather(explorer *x, const asked *what, size_t count, unknown_cell *cells, size_t room)
{
    unknown_cell reached[256];
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        size_t n;

        if (settled_in(x, 0, what[i]))
            continue;
        n = missing_cells(x->v->frame, &x->rights[what[i].right], what[i].member, reached, 256);
        for (size_t c = 0; c < n; c++) {
            size_t k = 0;

            while (k < used && memcmp(&cells[k], &reached[c], sizeof *cells) != 0)
                k++;
            if (k == used && used < room)
                cells[used++] = reached[c];
        }
    }
    return used;
}

static size_t settled_count(const explorer *x, size_t copy, const asked *what, size_t count)
{
    size_t settled = 0;

    for (size_t i = 0; i < count; i++)
        settled += (size_t)settled_in(x, copy, what[i]);
    return settled;
}

/* Runs the n copies that `owner` says the cells of, and adds what they settle. */
static void weigh_batch(explorer *x, const size_t *owner, size_t n, const asked *what, size_t count,
                        decisive_cell *out)
{
    copies_run(x, n);
    for (size_t k = 0; k < n; k++)
        out[owner[k]].settles += (double)settled_count(x, k, what, count);
    copies_clear(x);
}

static void weigh(explorer *x, const asked *what, size_t count, decisive_cell *out, size_t cells)
{
    size_t owner[VARIANTS_ROWS], room = copies_for(x, 1), n = 0;
    cell values[PLAUSIBLE_MOST];

    for (size_t c = 0; c < cells; c++) {
        size_t values_count = plausible_values(x->facts, out[c].cell, x->on, values);

        out[c].settles = 0;
        for (size_t i = 0; i < values_count; i++) {
            copies_put(x, n, out[c].cell, values[i], values[i]);
            owner[n++] = c;
            if (n == room) {
                weigh_batch(x, owner, n, what, count, out);
                n = 0;
            }
        }
    }
    weigh_batch(x, owner, n, what, count, out);
    for (size_t c = 0; c < cells; c++)
        out[c].settles /=
            (double)plausible_values(x->facts, out[c].cell, x->on, values) * (double)(count ? count : 1);
}

/* Most decisive first; the order they have where they weigh the same. */
static void put_in_order(decisive_cell *out, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        decisive_cell x = out[i];
        size_t at = i;

        for (; at > 0 && out[at - 1].settles < x.settles; at--)
            out[at] = out[at - 1];
        out[at] = x;
    }
}

static void prove_always(explorer *x, const asked *what, size_t count, decisive_cell *out, size_t cells)
{
    size_t tried = 0;

    for (size_t c = 0; c < cells && out[c].settles > 1 - 1e-9; c++) {
        if (listed_values(x->facts, out[c].cell))
            out[c].always = 1;
        else if (tried++ < PROVEN_MOST)
            out[c].always =
                holds_everywhere(x, &out[c].cell, 1, whole_part(x, &out[c].cell, 1), what, count, -1);
    }
}

size_t decisive_cells(explorer *x, const asked *what, size_t count, decisive_cell *out, size_t room)
{
    unknown_cell cells[DECISIVE_MOST];
    asked open[256];
    size_t open_count = 0, used;

    if (!copies_for(x, 1))
        return 0;
    copies_run(x, 1);
    for (size_t i = 0; i < count && open_count < sizeof open / sizeof *open; i++)
        if (!settled_in(x, 0, what[i]))
            open[open_count++] = what[i];
    used = gather(x, open, open_count, cells, room < DECISIVE_MOST ? room : DECISIVE_MOST);
    for (size_t c = 0; c < used; c++)
        out[c] = (decisive_cell){cells[c], 0, 0};
    if (!used)
        return 0;
    weigh(x, open, open_count, out, used);
    put_in_order(out, used);
    prove_always(x, open, open_count, out, used);
    return used;
}
