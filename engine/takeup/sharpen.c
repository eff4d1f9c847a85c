/*
 * Completions first, since most unknowns are true ones and a pair of
 * completions shows it; then proofs by splitting.
 */
#include "sharpen.h"

#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "plausible.h"

#define COPIES 64 /* of a household in the plain variants */

typedef struct box {
    cell low[SHARPEN_CELLS], high[SHARPEN_CELLS]; /* CELL_UNKNOWN in low: as it was */
} box;

struct sharpener {
    variants *plain, *blurred;
    int blurred_ready; /* 1: the blurred copies are of this household */
    const right_nodes *rights;
    size_t right_count;
    const dictionary *facts;
    unknown_cell cells[SHARPEN_CELLS]; /* of the household, all members and rights */
    size_t cell_count;
    int overflow;     /* more cells than are looked at: nothing is sharpened */
    size_t samples;   /* copies of the plain variants that hold completions */
    uint8_t *sampled; /* verdicts: [right][sample * members + member] */
    uint8_t *weight;  /* how many values of a cell settle an answer: [cell][right][member] */
    int weighed;
    box *boxes; /* a stack */
    size_t box_count;
    uint64_t state; /* of the dice: the same for the same household */
};

static uint64_t roll(sharpener *s)
{
    uint64_t z = s->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* A value of a range for one completion: an end, or anything between, small ones as often as large. */
static cell some_value(sharpener *s, unknown_cell what, size_t sample)
{
    size_t values = listed_values(s->facts, what);
    cell low, high;
    uint64_t dice = roll(s);

    if (values)
        return listed_value(s->facts, what, (size_t)(dice % values));
    range_of_cell(s->facts, what, &low, &high);
    if (sample == 0 || (sample > 3 && dice % 4 == 0))
        return low;
    if (sample == 1 || (sample > 3 && dice % 4 == 1))
        return high;
    if (s->facts->facts[what.fact].kind == KIND_DATE) {
        day on = s->plain->base->on;

        return dice % 3 == 0 ? on : dice % 3 == 1 ? on - (day)(dice % 30000) : on - (day)(dice % 400);
    }
    {
        int bits = (int)(dice % 28);
        int64_t value = (int64_t)low + (int64_t)((dice >> 8) & ((1u << bits) | ((1u << bits) - 1)));

        return value > high ? high : (cell)value;
    }
}

static ayant_status make(failure *e, sharpener *s, const plan *base, const plan *blurred)
{
    size_t room = 0, count;
    int *wanted;
    ayant_status status;

    for (size_t k = 0; k < s->right_count; k++)
        room += s->rights[k].condition_count + 10;
    wanted = calloc(room + 1, sizeof *wanted);
    s->sampled = calloc(s->right_count + 1, VARIANTS_ROWS);
    s->boxes = calloc(SHARPEN_BOXES * 2, sizeof *s->boxes);
    s->weight = calloc((size_t)SHARPEN_CELLS * (s->right_count + 1), LIMIT_HOUSEHOLD);
    if (!wanted || !s->sampled || !s->boxes || !s->weight) {
        free(wanted);
        return fail_memory(e);
    }
    count = right_nodes_wanted(s->rights, s->right_count, wanted);
    status = variants_new(e, base, wanted, count, &s->plain);
    if (status == AYANT_OK && blurred)
        status = variants_new(e, blurred, wanted, count, &s->blurred);
    free(wanted);
    return status;
}

ayant_status sharpener_new(failure *e, const plan *base, const plan *blurred, const right_nodes *rights,
                           size_t right_count, sharpener **out)
{
    sharpener *s = calloc(1, sizeof *s);
    ayant_status status;

    if (!s)
        return fail_memory(e);
    s->rights = rights;
    s->right_count = right_count;
    s->facts = base->people->facts;
    if ((status = make(e, s, base, blurred)) < 0) {
        sharpener_free(s);
        return status;
    }
    *out = s;
    return AYANT_OK;
}

void sharpener_free(sharpener *s)
{
    if (!s)
        return;
    variants_free(s->plain);
    variants_free(s->blurred);
    free(s->sampled);
    free(s->boxes);
    free(s->weight);
    free(s);
}

static void add_cells(sharpener *s, const unknown_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;

        while (k < s->cell_count && memcmp(&s->cells[k], &cells[i], sizeof *cells) != 0)
            k++;
        if (k < s->cell_count)
            continue;
        if (s->cell_count == SHARPEN_CELLS) {
            s->overflow = 1;
            return;
        }
        s->cells[s->cell_count++] = cells[i];
    }
}

/* The first copies are the household as it is, again. */
static void clear(const sharpener *s, variants *v, size_t copies)
{
    for (size_t k = 0; k < copies; k++)
        for (size_t c = 0; c < s->cell_count; c++)
            variants_unset(v, k, s->cells[c]);
}

static void run_samples(sharpener *s)
{
    variants *v = s->plain;

    s->samples = v->room < SHARPEN_SAMPLES ? v->room : SHARPEN_SAMPLES;
    for (size_t k = 0; k < s->samples; k++)
        for (size_t c = 0; c < s->cell_count; c++) {
            cell value = some_value(s, s->cells[c], k);

            variants_set(v, k, s->cells[c], value, value);
        }
    variants_run(v, s->samples);
    for (size_t k = 0; k < s->right_count; k++)
        for (size_t i = 0; i < s->samples * v->members; i++)
            s->sampled[k * VARIANTS_ROWS + i] = (uint8_t)verdict_at(v->frame, &s->rights[k], i);
    clear(s, v, s->samples);
}

void sharpener_load(sharpener *s, const frame *trace, size_t household)
{
    const people *p = trace->plan->people;
    unknown_cell cells[256];

    s->state = 0x5851f42d4c957f2du + household;
    s->cell_count = 0;
    s->overflow = s->weighed = 0;
    s->samples = 0;
    for (size_t row = p->first[household] - trace->person; row < p->first[household + 1] - trace->person;
         row++)
        for (size_t k = 0; k < s->right_count; k++)
            if (verdict_at(trace, &s->rights[k], row) == VERDICT_UNKNOWN)
                add_cells(s, cells, missing_cells(trace, &s->rights[k], row, cells, 256));
    variants_load(s->plain, household, COPIES);
    s->blurred_ready = 0;
    if (!s->overflow)
        run_samples(s);
}

/* What all completions agree on; unknown when they do not. */
static verdict agreed(const sharpener *s, size_t right_place, size_t member)
{
    const uint8_t *v = s->sampled + right_place * VARIANTS_ROWS;
    size_t members = s->plain->members;

    if (s->overflow || !s->samples)
        return VERDICT_UNKNOWN;
    for (size_t k = 1; k < s->samples; k++)
        if (v[k * members + member] != v[member])
            return VERDICT_UNKNOWN;
    return (verdict)v[member];
}

static void put_box(const sharpener *s, variants *v, size_t k, const box *b)
{
    for (size_t c = 0; c < s->cell_count; c++)
        if (b->low[c] != CELL_UNKNOWN)
            variants_set(v, k, s->cells[c], b->low[c], b->high[c]);
}

static int push_box(sharpener *s, const box *from, size_t c, cell low, cell high)
{
    box *b;

    if (s->box_count >= SHARPEN_BOXES * 2)
        return -1;
    b = &s->boxes[s->box_count++];
    *b = *from;
    b->low[c] = low;
    b->high[c] = high;
    return 0;
}

static int halve(sharpener *s, const box *b, size_t c)
{
    cell low = b->low[c], high = b->high[c], middle;

    if (low == CELL_UNKNOWN)
        range_of_cell(s->facts, s->cells[c], &low, &high);
    if (low == high)
        return -1;
    middle = middle_of_cell(s->facts, s->cells[c], low, high);
    return push_box(s, b, c, low, middle) < 0 ||
                   push_box(s, b, c, middle + 1 > high ? high : middle + 1, high) < 0
               ? -1
               : 0;
}

static size_t place_of_cell(const sharpener *s, unknown_cell what)
{
    size_t c = 0;

    while (c < s->cell_count && memcmp(&s->cells[c], &what, sizeof what) != 0)
        c++;
    return c;
}

/* Splits a box on the first cell that matters in it, listed values before ranges; -1 when it cannot. */
static int split(sharpener *s, const box *b, const right_nodes *r, size_t row)
{
    unknown_cell cells[256];
    size_t count = missing_cells(s->plain->frame, r, row, cells, 256);
    size_t chosen = s->cell_count;

    for (int pass = 0; pass < 2 && chosen == s->cell_count; pass++)
        for (size_t i = 0; i < count && chosen == s->cell_count; i++) {
            size_t c = place_of_cell(s, cells[i]);

            if (c < s->cell_count && (listed_values(s->facts, cells[i]) == 0) == pass)
                chosen = c;
        }
    if (chosen == s->cell_count)
        return -1;
    if (!listed_values(s->facts, s->cells[chosen]))
        return halve(s, b, chosen);
    for (size_t i = 0; i < listed_values(s->facts, s->cells[chosen]); i++) {
        cell value = listed_value(s->facts, s->cells[chosen], i);

        if (push_box(s, b, chosen, value, value) < 0)
            return -1;
    }
    return 0;
}

/* A proof also under free parameters, box by box: 1 when it does not hold there. */
static int doubtful(sharpener *s, const box *boxes, const double *lows, size_t count, const right_nodes *r,
                    size_t member, verdict want)
{
    variants *v = s->blurred;
    int doubt = 0;

    if (!v)
        return 0;
    if (!s->blurred_ready)
        variants_load(v, s->plain->household, SHARPEN_SAMPLES);
    s->blurred_ready = 1;
    for (size_t k = 0; k < count; k++)
        put_box(s, v, k, &boxes[k]);
    variants_run(v, count);
    for (size_t k = 0; k < count; k++) {
        size_t row = k * v->members + member;

        doubt |= verdict_at(v->frame, r, row) != want ||
                 (r->high >= 0 && want == VERDICT_YES && slot_low(v->frame, r->low, row) != lows[k]);
    }
    clear(s, v, count);
    return doubt;
}

/* Takes boxes off the stack until all are decided as wanted. 1: proven; 0: not. */
static int prove(sharpener *s, const right_nodes *r, size_t member, verdict want, sharpened *out)
{
    variants *v = s->plain;
    size_t spent = 0, batch = v->room < 16 ? v->room : 16;
    box taken[16], decided[16];
    double lows[16] = {0};

    while (s->box_count) {
        size_t n = s->box_count < batch ? s->box_count : batch, sure = 0;
        int failed = 0;

        s->box_count -= n;
        memcpy(taken, s->boxes + s->box_count, n * sizeof *taken);
        for (size_t k = 0; k < n; k++)
            put_box(s, v, k, &taken[k]);
        variants_run(v, n);
        spent += n;
        for (size_t k = 0; k < n && !failed; k++) {
            size_t row = k * v->members + member;
            verdict is = verdict_at(v->frame, r, row);

            if (is == VERDICT_UNKNOWN) {
                failed = spent >= SHARPEN_BOXES || split(s, &taken[k], r, row) < 0;
                continue;
            }
            failed = is != want;
            lows[sure] = r->high >= 0 ? slot_low(v->frame, r->low, row) : 0;
            decided[sure++] = taken[k];
            if (r->high >= 0 && slot_low(v->frame, r->low, row) < out->low)
                out->low = slot_low(v->frame, r->low, row);
            if (r->high >= 0 && slot_high(v->frame, r->high, row) > out->high)
                out->high = slot_high(v->frame, r->high, row);
        }
        clear(s, v, n);
        if (failed)
            return 0;
        out->rests_on_doubt |= doubtful(s, decided, lows, sure, r, member, want);
    }
    return 1;
}

sharpened sharpen(sharpener *s, size_t right_place, size_t member)
{
    sharpened out = {VERDICT_UNKNOWN, LIMIT_EXACT, -LIMIT_EXACT, 0};
    verdict want = agreed(s, right_place, member);

    if (want == VERDICT_UNKNOWN)
        return out;
    for (size_t c = 0; c < SHARPEN_CELLS; c++)
        s->boxes[0].low[c] = s->boxes[0].high[c] = CELL_UNKNOWN;
    s->box_count = 1;
    if (prove(s, &s->rights[right_place], member, want, &out))
        out.verdict = want;
    return out;
}

/* Value i of WEIGH_VALUES: the first, the last, the one in the middle. */
static cell value_tried(const sharpener *s, unknown_cell what, size_t i, size_t *count)
{
    cell values[PLAUSIBLE_MOST];
    size_t n = plausible_values(s->facts, what, s->plain->base->on, values);

    *count = n < WEIGH_VALUES ? n : WEIGH_VALUES;
    return values[i == 0 ? 0 : i == 1 ? n - 1 : n / 2];
}

static uint8_t *weight_of(const sharpener *s, size_t c, size_t right_place)
{
    return s->weight + (c * s->right_count + right_place) * LIMIT_HOUSEHOLD;
}

static void weigh_batch(sharpener *s, const size_t *owner, size_t n)
{
    variants *v = s->plain;

    variants_run(v, n);
    for (size_t k = 0; k < n; k++) {
        for (size_t r = 0; r < s->right_count; r++)
            for (size_t m = 0; m < v->members; m++)
                if (verdict_at(v->frame, &s->rights[r], k * v->members + m) != VERDICT_UNKNOWN)
                    weight_of(s, owner[k], r)[m]++;
        variants_unset(v, k, s->cells[owner[k]]);
    }
}

void sharpener_weigh(sharpener *s)
{
    size_t owner[COPIES], n = 0, room = s->plain->room < COPIES ? s->plain->room : COPIES;

    if (!room)
        return;
    memset(s->weight, 0, s->cell_count * s->right_count * LIMIT_HOUSEHOLD);
    for (size_t c = 0; c < s->cell_count; c++) {
        size_t count = 1;

        for (size_t i = 0; i < count; i++) {
            cell value = value_tried(s, s->cells[c], i, &count);

            variants_set(s->plain, n, s->cells[c], value, value);
            owner[n++] = c;
            if (n == room) {
                weigh_batch(s, owner, n);
                n = 0;
            }
        }
    }
    weigh_batch(s, owner, n);
    s->weighed = 1;
}

void sharpener_order(const sharpener *s, size_t right_place, size_t member, unknown_cell *cells, size_t count)
{
    int weights[SHARPEN_CELLS * 4] = {0};

    if (!s->weighed || count > sizeof weights / sizeof *weights)
        return;
    for (size_t i = 0; i < count; i++) {
        size_t c = place_of_cell(s, cells[i]), at = i, values = WEIGH_VALUES;
        unknown_cell what = cells[i];
        int weight = 0;

        if (c < s->cell_count) {
            value_tried(s, what, 0, &values);
            weight = weight_of(s, c, right_place)[member] * 60 / (int)values;
        }
        for (; at > 0 && weights[at - 1] < weight; at--) {
            weights[at] = weights[at - 1];
            cells[at] = cells[at - 1];
        }
        weights[at] = weight;
        cells[at] = what;
    }
}
