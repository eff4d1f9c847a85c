/*
 * Kernels that read cells as files hold them. Part of kernels.c. Cells are a
 * caller's: nothing is read past the last row.
 */
#ifndef AYANT_VECTOR_KERNELS_CELLS_H
#define AYANT_VECTOR_KERNELS_CELLS_H

#include "kernels_truths.h"

/* At least one empty cell; at least two different ones. */
static int look(const int32_t *cells, size_t n)
{
    int32_t different = 0, unknown = 0, first = n ? cells[0] : 0;

    for (size_t i = 0; i < n; i++) {
        different |= cells[i] ^ first;
        unknown |= cells[i] == INT32_MIN ? 1 : 0;
    }
    return (unknown ? SAW_UNKNOWN : 0) | (different ? SAW_MANY : 0);
}

static int load(double *restrict out, const int32_t *restrict cells, double by, double empty, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = cells[i] == INT32_MIN ? empty : (double)cells[i] * by;
    return look(cells, n);
}

static int load_words(uint64_t *restrict out, const int32_t *restrict cells, uint64_t empty, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int64_t c = cells[i];
        uint64_t word = (uint64_t)1 << (c & 63), none = 0 - (uint64_t)(c < 0);

        out[i] = (word & ~none) | (empty & none);
    }
    return look(cells, n);
}

#if defined(__AVX512F__)
/* 16 cells against one value, or their sign. */
#define EQUAL16(p, x) ((uint64_t)_mm512_cmpeq_epi32_mask(_mm512_loadu_si512(p), _mm512_set1_epi32(x)))
#define BELOW16(p, x) ((uint64_t)_mm512_cmplt_epi32_mask(_mm512_loadu_si512(p), _mm512_set1_epi32(x)))
#define SAME16(p, by, q)                                                                                     \
    ((uint64_t)_mm512_cmpeq_epi32_mask(_mm512_add_epi32(_mm512_loadu_si512(p), _mm512_set1_epi32(by)),       \
                                       _mm512_loadu_si512(q)))
#elif defined(__AVX2__)
static inline uint64_t sign8(__m256i v)
{
    return (uint64_t)(unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(v));
}

static inline __m256i at8(const int32_t *p)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

#define EQUAL16(p, x)                                                                                        \
    (sign8(_mm256_cmpeq_epi32(at8(p), _mm256_set1_epi32(x))) |                                               \
     sign8(_mm256_cmpeq_epi32(at8((p) + 8), _mm256_set1_epi32(x))) << 8)
#define BELOW16(p, x)                                                                                        \
    (sign8(_mm256_cmpgt_epi32(_mm256_set1_epi32(x), at8(p))) |                                               \
     sign8(_mm256_cmpgt_epi32(_mm256_set1_epi32(x), at8((p) + 8))) << 8)
#define SAME16(p, by, q)                                                                                     \
    (sign8(_mm256_cmpeq_epi32(_mm256_add_epi32(at8(p), _mm256_set1_epi32(by)), at8(q))) |                    \
     sign8(_mm256_cmpeq_epi32(_mm256_add_epi32(at8((p) + 8), _mm256_set1_epi32(by)), at8((q) + 8))) << 8)
#endif

#ifdef EQUAL16
/* Whole words by vectors, the rest by rows: cells are a caller's, and end where they end. */
#define CELL_BITS(vector, test)                                                                              \
    size_t w = 0;                                                                                            \
                                                                                                             \
    for (; (w + 1) * 64 <= n; w++) {                                                                         \
        uint64_t bits = 0;                                                                                   \
                                                                                                             \
        for (size_t j = 0; j < 64; j += 16) {                                                                \
            const size_t i = w * 64 + j;                                                                     \
                                                                                                             \
            bits |= (vector) << j;                                                                           \
        }                                                                                                    \
        out[w] = bits;                                                                                       \
    }                                                                                                        \
    for (; w * 64 < n; w++) {                                                                                \
        uint64_t bits = 0;                                                                                   \
                                                                                                             \
        for (size_t i = w * 64; i < n; i++)                                                                  \
            bits |= (uint64_t)((test) ? 1 : 0) << (i & 63);                                                  \
        out[w] = bits;                                                                                       \
    }
#else
#define CELL_BITS(vector, test) ROW_BITS(test)
#endif

/* One comparison for each word of the mask, on cells already in hand. */
static int among_cells(uint64_t *restrict out, const int32_t *restrict cells, uint64_t mask, size_t n)
{
    uint64_t unknown = 0;
    size_t w = 0;

#ifdef EQUAL16
    int32_t words[64];
    size_t count = 0;

    for (int32_t word = 0; word < 63; word++)
        if (mask >> word & 1)
            words[count++] = word;
    for (; (w + 1) * 64 <= n; w++) {
        uint64_t bits = 0;

        for (size_t j = 0; j < 64; j += 16) {
            const int32_t *here = cells + w * 64 + j;

            unknown |= BELOW16(here, 0);
            for (size_t k = 0; k < count; k++)
                bits |= EQUAL16(here, words[k]) << j;
        }
        out[w] = bits;
    }
#endif
    for (; w * 64 < n; w++) {
        uint64_t bits = 0;

        for (size_t i = w * 64; i < n && i < (w + 1) * 64; i++) {
            unknown |= cells[i] < 0;
            bits |= (mask >> (cells[i] & 63) & 1) << (i & 63);
        }
        out[w] = bits;
    }
    return unknown ? SAW_UNKNOWN : 0;
}

static int at_most_cells(uint64_t *restrict out, const int32_t *restrict cells, int32_t limit, size_t n)
{
    const int32_t above = limit + 1;
    uint64_t unknown = 0;
    size_t w = 0;

#ifdef EQUAL16
    for (; (w + 1) * 64 <= n; w++) {
        uint64_t bits = 0;

        for (size_t j = 0; j < 64; j += 16) {
            bits |= BELOW16(cells + w * 64 + j, above) << j;
            unknown |= EQUAL16(cells + w * 64 + j, INT32_MIN);
        }
        out[w] = bits;
    }
#endif
    for (; w * 64 < n; w++) {
        uint64_t bits = 0;

        for (size_t i = w * 64; i < n && i < (w + 1) * 64; i++) {
            bits |= (uint64_t)(cells[i] < above) << (i & 63);
            unknown |= cells[i] == INT32_MIN;
        }
        out[w] = bits;
    }
    return unknown ? SAW_UNKNOWN : 0;
}

static int load_truth(uint64_t *restrict out, const int32_t *restrict cells, int empty, size_t n)
{
    uint64_t unknown = 0, any_yes = 0, all_yes = ~(uint64_t)0, all_unknown = 1;
    size_t w = 0;

#ifdef EQUAL16
    for (; (w + 1) * 64 <= n; w++) {
        uint64_t yes = 0, none = 0;

        for (size_t j = 0; j < 64; j += 16) {
            yes |= EQUAL16(cells + w * 64 + j, 1) << j;
            none |= EQUAL16(cells + w * 64 + j, INT32_MIN) << j;
        }
        unknown |= none;
        any_yes |= yes;
        all_yes &= yes;
        all_unknown &= none == ~(uint64_t)0;
        out[w] = empty ? yes | none : yes;
    }
#endif
    for (; w * 64 < n; w++) {
        uint64_t bits = 0;

        for (size_t i = w * 64; i < n && i < (w + 1) * 64; i++) {
            int none = cells[i] == INT32_MIN, yes = cells[i] == 1;

            unknown |= (uint64_t)none;
            any_yes |= (uint64_t)yes;
            all_yes &= yes ? ~(uint64_t)0 : 0;
            all_unknown &= (uint64_t)none;
            bits |= (uint64_t)(yes || (none && empty)) << (i & 63);
        }
        out[w] = bits;
    }
    if (unknown)
        return SAW_UNKNOWN | (all_unknown ? 0 : SAW_MANY);
    return any_yes && all_yes != ~(uint64_t)0 ? SAW_MANY : 0;
}

/* The first cells of a sum: out = start + k x cells. */
static int start_cells(double *restrict out, const int32_t *restrict cells, double k, double start, size_t n)
{
    int32_t unknown = 0;

    for (size_t i = 0; i < n; i++) {
        unknown |= cells[i] == INT32_MIN;
        out[i] = (double)cells[i] * k + start;
    }
    return unknown ? SAW_UNKNOWN : 0;
}

static int add_cells(double *restrict out, const int32_t *const *cells, const double *k, size_t count,
                     size_t n)
{
    const int32_t *restrict a = cells[0], *restrict b = cells[1], *restrict c = cells[2],
                            *restrict d = cells[3];
    const double ka = k[0], kb = k[1], kc = k[2], kd = k[3];
    int32_t unknown = 0;

    if (count >= 3) { /* the fourth may be the first again, times nothing */
        for (size_t i = 0; i < n; i++) {
            unknown |= (a[i] == INT32_MIN) | (b[i] == INT32_MIN) | (c[i] == INT32_MIN) | (d[i] == INT32_MIN);
            out[i] += ((double)a[i] * ka + (double)b[i] * kb) + ((double)c[i] * kc + (double)d[i] * kd);
        }
    } else if (count == 2) {
        for (size_t i = 0; i < n; i++) {
            unknown |= (a[i] == INT32_MIN) | (b[i] == INT32_MIN);
            out[i] += (double)a[i] * ka + (double)b[i] * kb;
        }
    } else {
        for (size_t i = 0; i < n; i++) {
            unknown |= a[i] == INT32_MIN;
            out[i] += (double)a[i] * ka;
        }
    }
    return unknown ? SAW_UNKNOWN : 0;
}

static void add_column(double *restrict out, const double *restrict a, double k, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] += a[i] * k;
}

/* The first two columns of a sum: out = start + ka x a + kb x b. */
static void start_columns(double *restrict out, const double *restrict a, double ka, const double *restrict b,
                          double kb, double start, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (a[i] * ka + b[i] * kb) + start;
}

static void fill(double *out, double x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = x;
}

static void given(uint64_t *restrict out, const int32_t *restrict cells, size_t n)
{
    CELL_BITS(~EQUAL16(cells + i, INT32_MIN) & 0xffff, cells[i] != INT32_MIN)
}

#endif
