/*
 * A search in which each run asks about many values at once.
 */
#include "threshold.h"

#include "parts.h"
#include "settling.h"

#define ASKED_AT_ONCE 32

static int has_never(const dictionary *facts, unknown_cell what)
{
    return !cell_is_kinship(facts, what) && facts->facts[what.fact].kind == KIND_DATE;
}

int64_t place_of_value(const dictionary *facts, unknown_cell what, cell value)
{
    return has_never(facts, what) && value == DAY_NEVER ? DAY_MOST + 1 : value;
}

cell value_of_place(const dictionary *facts, unknown_cell what, int64_t number)
{
    return has_never(facts, what) && number > DAY_MOST ? DAY_NEVER : (cell)number;
}

int64_t last_place(explorer *x, unknown_cell what, int64_t from, int64_t to, question asks, const void *about,
                   int is)
{
    size_t room = copies_for(x, 1) < ASKED_AT_ONCE ? copies_for(x, 1) : ASKED_AT_ONCE;

    while (room && (to > from ? to - from : from - to) > 1) {
        int64_t places[ASKED_AT_ONCE] = {0}, gap = to - from;
        size_t n = 0, k = 0;

        for (size_t i = 1; i <= room; i++) {
            int64_t at = from + gap * (int64_t)i / (int64_t)(room + 1);

            if (at != from && at != to && (!n || places[n - 1] != at))
                places[n++] = at;
        }
        for (size_t i = 0; i < n; i++) {
            cell value = value_of_place(x->facts, what, places[i]);

            copies_put(x, i, what, value, value);
        }
        copies_run(x, n);
        while (k < n && asks(x, k, about) == is)
            k++;
        copies_clear(x);
        to = k < n ? places[k] : to;
        from = k ? places[k - 1] : from;
    }
    return from;
}

typedef struct wanted {
    asked what;
    verdict verdict;
} wanted;

static int says(const explorer *x, size_t copy, const void *about)
{
    const wanted *w = about;

    return verdict_in(x, copy, w->what) == w->verdict;
}

/* What the answer is at both ends of the range. */
static void at_ends(explorer *x, unknown_cell cell_asked, asked what, cell low, cell high, verdict out[2])
{
    copies_put(x, 0, cell_asked, low, low);
    copies_put(x, 1, cell_asked, high, high);
    copies_run(x, 2);
    out[0] = verdict_in(x, 0, what);
    out[1] = verdict_in(x, 1, what);
    copies_clear(x);
}

static side one_side(explorer *x, unknown_cell cell_asked, asked what, cell from, cell to, verdict is)
{
    const dictionary *facts = x->facts;
    wanted w = {what, is};
    int64_t a = place_of_value(facts, cell_asked, from), b = place_of_value(facts, cell_asked, to);
    side out = {0, is, value_of_place(facts, cell_asked, last_place(x, cell_asked, a, b, says, &w, 1))};
    part proven = whole_part(x, &cell_asked, 1);

    proven.low[0] = from < out.end ? from : out.end;
    proven.high[0] = from < out.end ? out.end : from;
    out.known = out.end != to && holds_everywhere(x, &cell_asked, 1, proven, &what, 1, (int)is);
    return out;
}

void settling_sides(explorer *x, asked what, settling_cell *out)
{
    cell low, high;
    verdict ends[2];

    out->low.known = out->high.known = 0;
    if (listed_values(x->facts, out->cell) || copies_for(x, 1) < 2)
        return;
    range_of_cell(x->facts, out->cell, &low, &high);
    at_ends(x, out->cell, what, low, high, ends);
    if (ends[0] == ends[1])
        return;
    if (ends[0] != VERDICT_UNKNOWN)
        out->low = one_side(x, out->cell, what, low, high, ends[0]);
    if (ends[1] != VERDICT_UNKNOWN)
        out->high = one_side(x, out->cell, what, high, low, ends[1]);
}
