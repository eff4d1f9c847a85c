/*
 * Words: the set of words a cell may be. One of a list for sure when the set
 * lies inside the list, perhaps when they meet.
 */
#include <string.h>
#include "frame.h"

/* A word read from its cells; one that is empty takes the longer way. */
static int among_cells(frame *f, const node *n, slot *s, size_t rows)
{
    const cell *cells = chunk_cells(f, &f->plan->graph->nodes[n->input[0]]);

    s->uniform = 0;
    s->exact = 1;
    return cells && !(f->plan->kernels->among_cells(s->bits, cells, n->mask, rows) & SAW_UNKNOWN);
}

void frame_among(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0);
    slot own = {.words = (uint64_t *)(void *)f->scratch[1]};

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

void frame_same_word(frame *f, const node *n, slot *s, size_t rows)
{
    const slot *a = input_slot(f, n, 0), *b = input_slot(f, n, 1);
    size_t words = (rows + 63) / 64;

    s->uniform = 0;
    s->exact = a->exact && b->exact;
    memset(s->bits, 0, words * sizeof *s->bits);
    memset(s->bits_high, 0, words * sizeof *s->bits_high);
    for (size_t i = 0; i < rows; i++) {
        uint64_t x = a->uniform ? a->one_words : a->words[i], y = b->uniform ? b->one_words : b->words[i];
        uint64_t one = (x & (x - 1)) == 0 && x == y && x != NO_WORD, may = (x & y & ~NO_WORD) != 0;

        s->bits[i / 64] |= one << (i & 63);
        s->bits_high[i / 64] |= may << (i & 63);
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
