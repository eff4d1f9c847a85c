/*
 * Kernels on truths and words: comparisons, choices, tests. Part of kernels.c.
 */
#ifndef AYANT_VECTOR_KERNELS_TRUTHS_H
#define AYANT_VECTOR_KERNELS_TRUTHS_H

#include "kernels_eight.h"

#define COMPARE(name, relation)                                                                              \
    static void name##_vv(uint64_t *out, const double *a, const double *b, size_t n)                         \
    {                                                                                                        \
        for (size_t w = 0; w < WORDS(n); w++) {                                                              \
            uint64_t bits = 0;                                                                               \
                                                                                                             \
            for (size_t i = 0; i < 64; i += 8)                                                               \
                bits |= relation(LOAD8(a + w * 64 + i), LOAD8(b + w * 64 + i)) << i;                         \
            out[w] = bits;                                                                                   \
        }                                                                                                    \
    }                                                                                                        \
    static void name##_vs(uint64_t *out, const double *a, double b, size_t n)                                \
    {                                                                                                        \
        const eight same = ALL8(b);                                                                          \
                                                                                                             \
        for (size_t w = 0; w < WORDS(n); w++) {                                                              \
            uint64_t bits = 0;                                                                               \
                                                                                                             \
            for (size_t i = 0; i < 64; i += 8)                                                               \
                bits |= relation(LOAD8(a + w * 64 + i), same) << i;                                          \
            out[w] = bits;                                                                                   \
        }                                                                                                    \
    }

COMPARE(lt, LT8)
COMPARE(le, LE8)
COMPARE(eq, EQ8)

#define BITS8(p, i) ((p)[(i) / 64] >> ((i)&63) & 255)

static void select_vv(double *out, const uint64_t *c, const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i += 8)
        STORE8(out + i, PICK8(BITS8(c, i), LOAD8(a + i), LOAD8(b + i)));
}

static void select_vs(double *out, const uint64_t *c, const double *a, double b, size_t n)
{
    const eight no = ALL8(b);

    for (size_t i = 0; i < n; i += 8)
        STORE8(out + i, PICK8(BITS8(c, i), LOAD8(a + i), no));
}

static void select_sv(double *out, const uint64_t *c, double a, const double *b, size_t n)
{
    const eight yes = ALL8(a);

    for (size_t i = 0; i < n; i += 8)
        STORE8(out + i, PICK8(BITS8(c, i), yes, LOAD8(b + i)));
}

static void select_ss(double *out, const uint64_t *c, double a, double b, size_t n)
{
    const eight yes = ALL8(a), no = ALL8(b);

    for (size_t i = 0; i < n; i += 8)
        STORE8(out + i, PICK8(BITS8(c, i), yes, no));
}

static void join_low(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b,
                     size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        eight x = LOAD8(a + i), y = LOAD8(b + i), least = MIN8(x, y), chosen = PICK8(BITS8(cl, i), x, y);

        STORE8(out + i, PICK8(BITS8(cl, i) ^ BITS8(ch, i), least, chosen));
    }
}

static void join_high(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b,
                      size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        eight x = LOAD8(a + i), y = LOAD8(b + i), most = MAX8(x, y), chosen = PICK8(BITS8(cl, i), x, y);

        STORE8(out + i, PICK8(BITS8(cl, i) ^ BITS8(ch, i), most, chosen));
    }
}

static void counted(double *out, const uint64_t *a, size_t n)
{
    select_ss(out, a, ONE, 0, n);
}

/* Fills words of bits from a test of each row; rows past the last give bits nobody reads. */
#define ROW_BITS(test)                                                                                       \
    for (size_t w = 0; w < WORDS(n); w++) {                                                                  \
        const size_t last = n - w * 64 < 64 ? n - w * 64 : 64;                                               \
        uint64_t bits = 0;                                                                                   \
                                                                                                             \
        for (size_t j = 0; j < last; j++) {                                                                  \
            const size_t i = w * 64 + j;                                                                     \
                                                                                                             \
            bits |= (uint64_t)((test) ? 1 : 0) << j;                                                         \
        }                                                                                                    \
        out[w] = bits;                                                                                       \
    }

static void among(uint64_t *restrict out, const uint64_t *restrict words, uint64_t mask, size_t n)
{
    ROW_BITS((words[i] & mask) != 0)
}

static void among_only(uint64_t *restrict out, const uint64_t *restrict words, uint64_t mask, size_t n)
{
    ROW_BITS((words[i] & ~mask) == 0)
}

static void choose_words(uint64_t *out, const uint64_t *cl, const uint64_t *ch, const uint64_t *a,
                         const uint64_t *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t may = 0 - (ch[i / 64] >> (i & 63) & 1), must = 0 - (cl[i / 64] >> (i & 63) & 1);

        out[i] = (a[i] & may) | (b[i] & ~must);
    }
}

#endif
