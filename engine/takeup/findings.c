/*
 * Findings, only ever in favour of the person.
 *
 *  receipt      verdict yes    unknown     no
 *  yes          receiving      receiving   receiving   nothing is said about what is due
 *  asked for    pending        pending     pending
 *  no           likely         possible    none        likely is "interrupted" after a known end
 *  not known    to check       to check    none
 *
 * There is no finding for somebody who receives and may not be entitled.
 */
#include "findings.h"

#include <string.h>
#include "../evaluate/record.h"

static int is_word(const people *p, int which, size_t person, const char *word)
{
    const fact *f;
    cell c;

    if (which < 0)
        return 0;
    f = &p->facts->facts[which];
    c = people_cell(p, which, person);
    return f->kind == KIND_WORD && c != CELL_UNKNOWN && strcmp(f->words[c], word) == 0;
}

static finding advice_only(cell receives, uint8_t v, int advised)
{
    if (receives == 1)
        return FINDING_RECEIVING;
    return v != VERDICT_NO && advised ? FINDING_POSSIBLE : FINDING_NONE;
}

finding finding_of(const people *p, const right_nodes *n, size_t person, uint8_t v, int advised, day on)
{
    cell receives = n->receives >= 0 ? people_cell(p, n->receives, person) : 0;
    cell ended = n->ended >= 0 ? people_cell(p, n->ended, person) : CELL_UNKNOWN;

    if (n->never_yes >= 0)
        return advice_only(receives, v, advised);
    if (receives == 1)
        return FINDING_RECEIVING;
    if (is_word(p, n->pending, person, "pending"))
        return FINDING_PENDING;
    if (v == VERDICT_NO)
        return FINDING_NONE;
    if (v == VERDICT_YES && ended != CELL_UNKNOWN && ended < on)
        return FINDING_INTERRUPTED;
    if (receives == CELL_UNKNOWN)
        return FINDING_TO_CHECK;
    return v == VERDICT_YES ? FINDING_LIKELY : FINDING_POSSIBLE;
}

static void cover(result *x)
{
    x->verdict = VERDICT_NO;
    x->low_cents = x->high_cents = 0;
    x->finding = FINDING_COVERED;
    x->certainty = CERTAINTY_CERTAIN;
    x->route = -1;
}

/* 1 when the amount goes to `a` rather than to its partner `b`. */
static int goes_to(const results *r, const result *a, const result *b, size_t person_a, size_t person_b)
{
    if (a->low_cents != b->low_cents)
        return a->low_cents > b->low_cents;
    if (a->high_cents != b->high_cents)
        return a->high_cents > b->high_cents;
    return r->people->position[person_a] < r->people->position[person_b];
}

static void settle_one(results *r, const right_nodes *rights, const frame *f, size_t k, size_t row,
                       size_t other)
{
    result *a = &r->rows[(f->person + row) * r->right_count + k];
    result *b = &r->rows[(f->person + other) * r->right_count + k];
    int family = slot_low(f, rights[k].couple, row) == 1;

    if (!family || a->finding == FINDING_RECEIVING || a->finding == FINDING_COVERED)
        return;
    if (b->finding == FINDING_RECEIVING) {
        cover(a);
        return;
    }
    if (slot_low(f, rights[k].couple, other) != 1 || a->verdict == VERDICT_NO || b->verdict == VERDICT_NO)
        return;
    if (goes_to(r, a, b, f->person + row, f->person + other))
        cover(b);
    else
        cover(a);
}

void settle_couples(results *r, const right_nodes *rights, const frame *f, size_t from, size_t to)
{
    int link = dictionary_find(&r->rules->facts, "partner_id");

    for (size_t k = 0; link >= 0 && k < r->right_count; k++) {
        if (rights[k].couple < 0)
            continue;
        for (size_t row = from; row < to; row++) {
            cell partner = people_cell(r->people, link, f->person + row);

            if (partner >= 0)
                settle_one(r, rights, f, k, row, (size_t)partner - f->person);
        }
    }
}
