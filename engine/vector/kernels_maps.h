/*
 * Kernels that move values between rows. Part of kernels.c.
 */
#ifndef AYANT_VECTOR_KERNELS_MAPS_H
#define AYANT_VECTOR_KERNELS_MAPS_H

#include "kernels_cells.h"

/* All ones for a number below zero, all zeros for another. */
static inline int32_t below_zero(int32_t x)
{
    return -(int32_t)(x < 0);
}

static void map_link(int32_t *restrict out, const int32_t *restrict cells, int32_t base, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = below_zero(cells[i]);

        out[i] = ((int32_t)((uint32_t)cells[i] - (uint32_t)base)) | nobody;
    }
}

static void map_then(int32_t *restrict out, const int32_t *restrict first, int32_t base,
                     const int32_t *restrict then, int32_t then_base, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = below_zero(first[i]), to = then[(first[i] - base) & ~nobody];

        out[i] = (to - then_base) | nobody | below_zero(to);
    }
}

static void map_exists(uint64_t *restrict out, const int32_t *restrict a, size_t n)
{
    CELL_BITS(~BELOW16(a + i, 0) & 0xffff, a[i] >= 0)
}

static void map_same(uint64_t *restrict out, const int32_t *restrict a, const int32_t *restrict b,
                     int32_t b_less_a, size_t n)
{
    CELL_BITS(SAME16(a + i, b_less_a, b + i) & ~BELOW16(a + i, 0), a[i] >= 0 && a[i] + b_less_a == b[i])
}

/* The bit of one row. */
static inline uint64_t bit_at(const uint64_t *a, int32_t m)
{
    uint32_t at = (uint32_t)(m & ~(below_zero(m)));

    return m < 0 ? 0 : a[at / 64] >> (at & 63) & 1;
}

static void gather_truth(uint64_t *restrict out, const uint64_t *restrict a, const int32_t *restrict map,
                         int32_t base, size_t n)
{
    size_t w = 0;

#if defined(__AVX512F__)
    for (; (w + 1) * 64 <= n; w++) {
        uint64_t bits = 0;

        for (size_t j = 0; j < 64; j += 16) {
            __m512i m = _mm512_loadu_si512(map + w * 64 + j);
            __mmask16 some = _mm512_cmpge_epi32_mask(m, _mm512_setzero_si512());
            __m512i words;
            __m512i bit;

            m = _mm512_sub_epi32(m, _mm512_set1_epi32(base));
            words = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), some, _mm512_srai_epi32(m, 5),
                                                (const void *)a, 4);
            bit = _mm512_sllv_epi32(_mm512_set1_epi32(1), _mm512_and_si512(m, _mm512_set1_epi32(31)));

            bits |= (uint64_t)_mm512_mask_test_epi32_mask(some, words, bit) << j;
        }
        out[w] = bits;
    }
#endif
    for (; w * 64 < n; w++) {
        uint64_t bits = 0;

        for (size_t i = w * 64; i < n && i < (w + 1) * 64; i++)
            bits |= (map[i] < 0 ? 0 : bit_at(a, map[i] - base)) << (i & 63);
        out[w] = bits;
    }
}

/* Row 0 is read for nobody, and then replaced. */
static void gather(double *restrict out, const double *restrict a, const int32_t *restrict map, int32_t base,
                   double nobody, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double x = a[(map[i] - base) & ~(below_zero(map[i]))];

        out[i] = map[i] < 0 ? nobody : x;
    }
}

static void gather_words(uint64_t *restrict out, const uint64_t *restrict a, const int32_t *restrict map,
                         int32_t base, uint64_t nobody, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t x = a[(map[i] - base) & ~(below_zero(map[i]))];

        out[i] = map[i] < 0 ? nobody : x;
    }
}

#endif
