/*
 * Which question is next.
 *
 * Each cell that could matter is tried with a few values, in copies of the
 * household; what is left to ask after each is counted. The cell that leaves
 * the least, on average, is asked: a date of birth that closes a right comes
 * before ten amounts of that right, and "do you receive it" before them too.
 * Before it is asked, the cell must change some answer for some completion of
 * the others: nobody is asked what makes no difference.
 */
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "../takeup/screen.h"
#include "asking.h"

#define COMPLETIONS 12

static const kinship row_kinship[] = {KIN_UNRELATED,     KIN_SIBLING,      KIN_GRANDPARENT,   KIN_GRANDCHILD,
                                      KIN_PARENT_IN_LAW, KIN_CHILD_IN_LAW, KIN_OTHER_RELATIVE};

static int same_cell(unknown_cell a, unknown_cell b)
{
    return a.fact == b.fact && a.member == b.member && a.other == b.other;
}

static int add_cell(unknown_cell *cells, unsigned *why, size_t *count, size_t room, unknown_cell what,
                    unsigned bit)
{
    size_t i = 0;

    while (i < *count && !same_cell(cells[i], what))
        i++;
    if (i == room)
        return -1;
    if (i == *count) {
        cells[(*count)++] = what;
        if (why)
            why[i] = 0;
    }
    if (why)
        why[i] |= bit;
    return 0;
}

cell receipt_of(const asking *s, size_t right_place, size_t k)
{
    unknown_cell what = {s->rights[right_place].receives, 0, 0};

    return what.fact < 0 ? 0 : variants_cell(s->copies, k, what);
}

/* Whether somebody receives a thing is asked before how much: a no answers both. */
static unknown_cell asked_first(const asking *s, unknown_cell what, size_t k)
{
    const fact *f = (size_t)what.fact < s->facts->count ? &s->facts->facts[what.fact] : NULL;
    unknown_cell other = what;

    if (!f || f->when_fact < 0 || !f->then_known)
        return what;
    other.fact = f->when_fact;
    return variants_cell(s->copies, k, other) == CELL_UNKNOWN && !not_known(s, other) ? other : what;
}

size_t open_cells(const asking *s, size_t k, unknown_cell *out, unsigned *why, size_t room)
{
    size_t count = 0, row = k * s->copies->members;
    unknown_cell found[ASKING_CELLS];

    for (size_t r = 0; r < s->right_count; r++) {
        const right_nodes *n = &s->rights[r];
        unknown_cell receipt = {n->receives, 0, 0};
        cell receives = receipt_of(s, r, k);
        size_t more;

        if (!s->wanted[r] || receives == 1 || verdict_at(s->copies->frame, n, row) == VERDICT_NO)
            continue;
        if (receives == CELL_UNKNOWN && !not_known(s, receipt))
            add_cell(out, why, &count, room, receipt, 1u << r);
        more = missing_cells(s->copies->frame, n, row, found, ASKING_CELLS);
        for (size_t i = 0; i < more; i++) {
            unknown_cell what = asked_first(s, found[i], k);

            if (!not_known(s, what))
                add_cell(out, why, &count, room, what, 1u << r);
        }
    }
    return count;
}

static size_t put_values(cell *values, double *weights, size_t count, const fact *f, cell value,
                         double weight)
{
    if (value > f->most)
        value = f->most;
    if (value < f->least)
        value = f->least;
    values[count] = value;
    weights[count] = weight;
    return count + 1;
}

static size_t date_values(const asking *s, const fact *f, unknown_cell what, cell *values, double *weights)
{
    day on = s->options.on;
    int birth = strcmp(f->name, "birth_date") == 0;
    size_t n = 0;

    if (birth && s->home.role[what.member] == ROLE_CHILD) {
        n = put_values(values, weights, n, f, on - 3000, 0.5);
        return put_values(values, weights, n, f, on - 6000, 0.5);
    }
    if (birth) {
        static const int years[] = {70, 21, 35, 52};

        for (size_t i = 0; i < 4; i++)
            n = put_values(values, weights, n, f, on - years[i] * 365 - 40, 0.24);
        return put_values(values, weights, n, f, on - 17 * 365, 0.04);
    }
    n = put_values(values, weights, n, f, on - 30, 0.4);
    return put_values(values, weights, n, f, on - 500, 0.6);
}

static size_t number_values(const asking *s, const fact *f, cell *values, double *weights)
{
    size_t n = 0;

    if (f->kind == KIND_MONEY) {
        static const cell amounts[][4] = {/* cents: nothing, little, usual, much */
                                          [PERIOD_NONE] = {0, 300000, 1500000, 20000000},
                                          [PERIOD_MONTH] = {0, 80000, 240000, 900000},
                                          [PERIOD_YEAR] = {0, 60000, 1800000, 9000000}};
        static const double shares[] = {0.6, 0.2, 0.15, 0.05};

        for (size_t i = 0; i < 4; i++)
            n = put_values(values, weights, n, f, amounts[f->per == PERIOD_ANY ? PERIOD_NONE : f->per][i],
                           shares[i]);
        return n;
    }
    if (f->least >= 1900000) { /* a year */
        int year, month, date;

        day_parts(s->options.on, &year, &month, &date);
        n = put_values(values, weights, n, f, (year - 1) * 1000, 0.6);
        return put_values(values, weights, n, f, (year - 2) * 1000, 0.4);
    }
    n = put_values(values, weights, n, f, 1000, 0.3);
    return put_values(values, weights, n, f, 24000, 0.7);
}

static int is_receipt(const asking *s, unknown_cell what)
{
    int found = 0;

    for (size_t r = 0; r < s->right_count; r++)
        found |= s->rights[r].receives == what.fact && what.member == 0;
    return found;
}

size_t tried_values(const asking *s, unknown_cell what, cell *values, double *weights)
{
    const fact *f;
    size_t n = 0;

    if ((size_t)what.fact >= s->facts->count) {
        for (; n < sizeof row_kinship / sizeof *row_kinship; n++) {
            values[n] = (cell)row_kinship[n];
            weights[n] = 1.0 / 7;
        }
        return n;
    }
    f = &s->facts->facts[what.fact];
    switch (f->kind) {
    case KIND_TRUTH:
        n = put_values(values, weights, n, f, 0, is_receipt(s, what) ? 0.65 : 0.5);
        return put_values(values, weights, n, f, 1, is_receipt(s, what) ? 0.35 : 0.5);
    case KIND_WORD: /* the first word is the usual one */
        for (; n < f->word_count && n < ASKING_VALUES;)
            n = put_values(values, weights, n, f, (cell)n, n ? 0.4 / (double)f->word_count : 0.6);
        return n;
    case KIND_DATE:
        return date_values(s, f, what, values, weights);
    default:
        return number_values(s, f, values, weights);
    }
}

saying saying_of(const variants *v, const right_nodes *r, size_t k)
{
    size_t row = k * v->members;
    saying x = {verdict_at(v->frame, r, row), 0, 0, 0};

    if (x.verdict != VERDICT_NO && r->high >= 0) {
        x.low = slot_low(v->frame, r->low, row);
        x.high = slot_high(v->frame, r->high, row);
    }
    if (r->route >= 0)
        x.route = slot_words(v->frame, r->route, row);
    return x;
}

static int same_saying(const asking *s, size_t a, size_t b)
{
    for (size_t r = 0; r < s->right_count; r++) {
        saying x, y;

        if (!s->wanted[r])
            continue;
        x = saying_of(s->copies, &s->rights[r], a);
        y = saying_of(s->copies, &s->rights[r], b);
        if (x.verdict != y.verdict || x.low < y.low || x.low > y.low || x.high < y.high || x.high > y.high ||
            x.route != y.route)
            return 0;
    }
    return 1;
}

/* The expected count of questions left after each cell; runs as many copies at once as there is room for. */
static void weigh(asking *s, const unknown_cell *cells, size_t count, double *left)
{
    unknown_cell after[ASKING_CELLS];
    cell values[ASKING_VALUES];
    double weights[ASKING_VALUES];

    for (size_t from = 0; from < count;) {
        size_t room = asking_load(s, VARIANTS_ROWS), used = 1, to = from, k = 1;

        for (; to < count && used + ASKING_VALUES <= room; to++) {
            size_t n = tried_values(s, cells[to], values, weights);

            for (size_t i = 0; i < n; i++)
                variants_set(s->copies, used + i, cells[to], values[i], values[i]);
            used += n;
        }
        if (to == from)
            return; /* the household is too large to try anything: the order stays */
        variants_run(s->copies, used);
        for (; from < to; from++) {
            size_t n = tried_values(s, cells[from], values, weights);

            left[from] = 0;
            for (size_t i = 0; i < n; i++)
                left[from] += weights[i] * (double)open_cells(s, k++, after, NULL, ASKING_CELLS);
        }
    }
}

static uint64_t roll(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* 1 when some completion of the other cells gives two answers for two values of this one. */
static int matters(asking *s, const unknown_cell *cells, size_t count, size_t which)
{
    cell values[ASKING_VALUES], others[ASKING_VALUES];
    double weights[ASKING_VALUES];
    size_t n = tried_values(s, cells[which], values, weights), room = asking_load(s, 1 + n * COMPLETIONS);
    uint64_t state = 0x5851f42d4c957f2du;

    if (is_receipt(s, cells[which]))
        return 1; /* it decides whether anything is said at all */
    for (size_t c = 0; c < COMPLETIONS && 1 + (c + 1) * n <= room; c++)
        for (size_t i = 0; i < count; i++) {
            size_t m = tried_values(s, cells[i], others, weights), pick = roll(&state) % m;

            for (size_t k = 0; k < n; k++) {
                cell value = i == which ? values[k] : others[pick];

                if (i == which || c) /* the first round: all else unknown */
                    variants_set(s->copies, 1 + c * n + k, cells[i], value, value);
            }
        }
    variants_run(s->copies, room);
    for (size_t c = 0; c < COMPLETIONS && 1 + (c + 1) * n <= room; c++)
        for (size_t k = 1; k < n; k++)
            if (!same_saying(s, 1 + c * n, 1 + c * n + k))
                return 1;
    return room < 1 + n; /* nothing could be tried */
}

/* A fact a rule asks whether it is given: nothing is unknown, and giving it may still change the answer. */
static int choose_given(asking *s, unknown_cell *out, unsigned *why)
{
    for (size_t i = s->g->count; i-- > 0;) {
        const node *n = &s->g->nodes[i];
        unknown_cell what = {n->index, 0, 0};
        const fact *f = n->op == NODE_GIVEN ? &s->facts->facts[n->index] : NULL;
        unsigned bits = 0;

        if (!f || f->entity != ENTITY_PERSON || f->empty != EMPTY_UNKNOWN || not_known(s, what) ||
            given_cell(s, n->index, 0) != CELL_UNKNOWN)
            continue;
        asking_load(s, 1);
        for (size_t r = 0; r < s->right_count; r++)
            if (s->wanted[r] && s->reads[r][n->index] && receipt_of(s, r, 0) != 1 &&
                verdict_at(s->copies->frame, &s->rights[r], 0) != VERDICT_NO)
                bits |= 1u << r;
        if (bits && matters(s, &what, 1, 0)) {
            *out = what;
            *why = bits;
            return 1;
        }
    }
    return 0;
}

int choose_cell(asking *s, unknown_cell *out, unsigned *why)
{
    unknown_cell cells[ASKING_CELLS];
    unsigned rights[ASKING_CELLS];
    double left[ASKING_CELLS];
    size_t count;

    asking_load(s, 1);
    count = open_cells(s, 0, cells, rights, ASKING_CELLS);
    for (size_t i = 0; i < count; i++)
        left[i] = (double)i; /* in the order the conditions reach them, when they cannot be tried */
    weigh(s, cells, count, left);
    for (size_t tries = 0; tries < count; tries++) {
        size_t best = 0;

        for (size_t i = 1; i < count; i++)
            if (left[i] < left[best] - 1e-9)
                best = i;
        if (matters(s, cells, count, best)) {
            *out = cells[best];
            *why = rights[best];
            return 1;
        }
        left[best] = 1e9;
    }
    return choose_given(s, out, why);
}

static cell otherwise(const fact *f)
{
    if (f->kind == KIND_TRUTH)
        return !f->presumed;
    if (f->kind == KIND_WORD)
        return f->presumed ? 0 : 1;
    return f->per == PERIOD_MONTH ? 50000 : 400000;
}

size_t presumed_cells(asking *s, unknown_cell *out, size_t room)
{
    size_t count = 0;

    for (size_t k = 0; !s->options.strict && k < s->facts->count; k++) {
        const fact *f = &s->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? s->copies->members : 1;
        int read = 0;

        for (size_t r = 0; r < s->right_count; r++)
            read |= s->wanted[r] && s->reads[r][k] && receipt_of(s, r, 0) != 1;
        if (!read || f->empty != EMPTY_PRESUMED)
            continue;
        for (size_t m = 0; m < rows && count < room; m++) {
            unknown_cell what = {(int)k, (uint32_t)m, 0};

            if (given_cell(s, (int)k, m) != CELL_UNKNOWN || asking_load(s, 2) < 2)
                continue;
            variants_set(s->copies, 1, what, otherwise(f), otherwise(f));
            variants_run(s->copies, 2);
            if (!same_saying(s, 0, 1))
                out[count++] = what;
        }
    }
    asking_load(s, 1);
    return count;
}
