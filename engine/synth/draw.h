/*
 * Draws that depend on nothing but their name.
 *
 * A stream is named by seed, household, member and subject; its numbers are
 * SplitMix64 of a key and a counter. Two streams never share numbers, so a new
 * draw in one subject moves no other. Whole numbers only: the files are the
 * same on every machine, whatever its mathematics library. Two draws of one
 * stream never stand in one expression, unless && or ?: says which is first:
 * compilers do not agree on the order.
 */
#ifndef AYANT_SYNTH_DRAW_H
#define AYANT_SYNTH_DRAW_H

#include <stddef.h>
#include <stdint.h>

typedef enum subject {
    SUBJECT_HOUSEHOLD,
    SUBJECT_MEMBERS,
    SUBJECT_STANDING,
    SUBJECT_WORK,
    SUBJECT_WEALTH,
    SUBJECT_RECEIPT,
    SUBJECT_CONTACT,
    SUBJECT_LACK,
    SUBJECT_OBSERVED,
    SUBJECT_NISS
} subject;

typedef struct draws {
    uint64_t key, count;
} draws;

/* The finalizer of SplitMix64: every bit of x moves half of the bits of the result. */
static inline uint64_t draw_mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static inline draws draws_of(uint64_t seed, uint64_t household, unsigned member, subject s)
{
    uint64_t key = draw_mix(seed + UINT64_C(0x9e3779b97f4a7c15));
    draws d;

    key = draw_mix(key ^ (household * UINT64_C(0xd1342543de82ef95) + 1));
    d.key = draw_mix(key + ((uint64_t)member << 8 | (uint64_t)s));
    d.count = 0;
    return d;
}

static inline uint64_t draw(draws *d)
{
    return draw_mix(d->key + UINT64_C(0x9e3779b97f4a7c15) * ++d->count);
}

/* 0 to n - 1; n is above 0 and far below 2^32, so the bias is below what a count could show. */
static inline int32_t draw_below(draws *d, int32_t n)
{
    return (int32_t)(((draw(d) >> 32) * (uint64_t)n) >> 32);
}

/* Both ends included. */
static inline int32_t draw_between(draws *d, int32_t least, int32_t most)
{
    return least + draw_below(d, most - least + 1);
}

/* 1 with a chance of `permille` in 1,000. Always takes one number. */
static inline int draw_chance(draws *d, int32_t permille)
{
    return draw_below(d, 1000) < permille;
}

/* An index, with the chances of its weights. */
static inline int32_t draw_weighted(draws *d, const int32_t *weights, size_t count)
{
    int32_t total = 0, at;

    for (size_t i = 0; i < count; i++)
        total += weights[i];
    at = draw_below(d, total);
    for (size_t i = 0; i + 1 < count; i++) {
        if (at < weights[i])
            return (int32_t)i;
        at -= weights[i];
    }
    return (int32_t)count - 1;
}

/* A value of a distribution given by `count` equally spaced quantiles, straight lines between them. */
static inline int32_t draw_quantile(draws *d, const int32_t *quantiles, size_t count)
{
    int32_t steps = (int32_t)(count - 1) * 1000;
    int32_t at = draw_below(d, steps), i = at / 1000;

    return quantiles[i] + (int32_t)((int64_t)(quantiles[i + 1] - quantiles[i]) * (at % 1000) / 1000);
}

#endif
