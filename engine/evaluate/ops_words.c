/*
 * Words: the set of words a cell may be. One of a list for sure when the set
 * lies inside the list, perhaps when they meet.
 */
#include <string.h>
#include "frame.h"
#include "fuse.h"

/* A word read from its cells; one that is empty takes the longer way. */
static int among_cells(frame *f, const node *n, slot *s, size_t rows)
{
    const cell *cells = chunk_cells(f, &f->plan->graph->nodes[n->input[0]]);

    s->uniform = 0;
    s->exact = 1;
    return cells && !(f->plan->kernels->among_cells(s->bits, cells, n->mask, rows) & SAW_UNKNOWN);
}

/* Both ends of "is the word chosen one of these", through a choice between words written out. */
typedef struct ends {
    uint64_t *low, *high;
} ends;

static ends room_for(const frame *f, int depth, size_t words)
{
    uint64_t *all = (uint64_t *)(void *)f->scratch[3];
    ends e = {all + (size_t)depth * 4 * words, all + ((size_t)depth * 4 + 1) * words};

    return e;
}

static void test_choice(frame *f, int index, uint64_t mask, ends out, int depth, size_t rows)
{
    const node *n = &f->plan->graph->nodes[index];
    size_t words = (rows + 63) / 64;
    ends a = room_for(f, depth + 1, words), b = {a.low + 2 * words, a.low + 3 * words};
    const uint64_t *cl, *ch;

    if (n->op == NODE_CONST) {
        memset(out.low, n->mask & mask ? 0xff : 0, words * sizeof *out.low);
        memset(out.high, n->mask & mask ? 0xff : 0, words * sizeof *out.high);
        return;
    }
    test_choice(f, n->input[1], mask, a, depth + 1, rows);
    /* the second branch keeps clear of the first one's answer */
    test_choice(f, n->input[2], mask, b, depth + 1, rows);
    cl = bits_low(f, input_slot(f, n, 0), 1, rows);
    ch = bits_high(f, input_slot(f, n, 0), 2, rows);
    for (size_t w = 0; w < words; w++) {
        uint64_t low = (cl[w] & a.low[w]) | (~ch[w] & b.low[w]) | (a.low[w] & b.low[w]);
        uint64_t high = (ch[w] & a.high[w]) | (~cl[w] & b.high[w]);

        out.low[w] = low;
        out.high[w] = high;
    }
}

void frame_among(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    slot own = {.words = (uint64_t *)(void *)f->scratch[1]};

    if (f->plan->readers_do[n->input[0]]) {
        test_choice(f, n->input[0], n->mask, (ends){s->bits, s->bits_high}, 0, rows);
        s->uniform = 0;
        s->exact = memcmp(s->bits, s->bits_high, (rows + 63) / 64 * sizeof *s->bits) == 0;
        return;
    }
    if (f->plan->unloaded[n->input[0]]) {
        if (among_cells(f, n, s, rows))
            return;
        load_fact(f, &f->plan->graph->nodes[n->input[0]], &own, rows);
        a = &own;
    }
    s->exact = a->exact;
    s->uniform = a->uniform;
    if (a->uniform) {
        set_one(s, (a->one_words & ~n->mask) == 0, (a->one_words & n->mask) != 0);
        return;
    }
    if (s->exact) {
        f->plan->kernels->among(s->bits, a->words, n->mask, rows);
        return;
    }
    f->plan->kernels->among_only(s->bits, a->words, n->mask, rows);
    f->plan->kernels->among(s->bits_high, a->words, n->mask, rows);
}

/* Two sets of one and the same word; "no word" is like itself, as "no date" is. */
static int same_single(uint64_t x, uint64_t y)
{
    return (x & (x - 1)) == 0 && x == y;
}

void frame_same_word(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    size_t words = (rows + 63) / 64;

    if (a->uniform && b->uniform) {
        set_one(s, same_single(a->one_words, b->one_words), (a->one_words & b->one_words) != 0);
        return;
    }
    s->uniform = 0;
    s->exact = a->exact && b->exact;
    memset(s->bits, 0, words * sizeof *s->bits);
    memset(s->bits_high, 0, words * sizeof *s->bits_high);
    for (size_t i = 0; i < rows; i++) {
        uint64_t x = a->uniform ? a->one_words : a->words[i], y = b->uniform ? b->one_words : b->words[i];

        s->bits[i / 64] |= (uint64_t)same_single(x, y) << (i & 63);
        s->bits_high[i / 64] |= (uint64_t)((x & y) != 0) << (i & 63);
    }
}

static const uint64_t *words_column(const frame *f, const slot *s, int k, size_t rows)
{
    uint64_t *out = (uint64_t *)(void *)f->scratch[k];

    if (!s->uniform)
        return s->words;
    for (size_t i = 0; i < rows; i++)
        out[i] = s->one_words;
    return out;
}

void frame_select_words(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *c = input_slot(f, n, 0), *a = input_slot(f, n, 1), *b = input_slot(f, n, 2);

    s->exact = c->exact && a->exact && b->exact;
    s->uniform = c->uniform && a->uniform && b->uniform;
    if (s->uniform) {
        s->one_words = (c->one_high != 0 ? a->one_words : 0) | (c->one_low != 0 ? 0 : b->one_words);
        return;
    }
    f->plan->kernels->choose_words(s->words, bits_low(f, c, 1, rows), bits_high(f, c, 2, rows),
                                   words_column(f, a, 3, rows), words_column(f, b, 4, rows), rows);
}
