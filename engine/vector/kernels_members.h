/*
 * Kernels from many rows to one: sums, counts, any and all. Part of kernels.c.
 */
#ifndef AYANT_VECTOR_KERNELS_MEMBERS_H
#define AYANT_VECTOR_KERNELS_MEMBERS_H

#include "kernels_numbers.h"
#include "kernels_truths.h"

/*
 * Sums of runs as differences of running sums, so that no branch depends on
 * the length of a run. Whole numbers that wrap around: a difference is exact
 * whatever the running sum.
 */
static uint32_t running(int64_t *restrict work, const double *restrict a, const uint32_t *first, size_t rows)
{
    uint32_t n = first[rows] - first[0];
    uint64_t total = 0;

    work[0] = 0;
    for (uint32_t i = 0; i < n; i++) {
        total += (uint64_t)(int64_t)a[i];
        work[i + 1] = (int64_t)total;
    }
    return first[0];
}

static void sum(double *restrict out, const double *a, const uint32_t *restrict first, size_t rows,
                int64_t *work)
{
    const uint32_t base = running(work, a, first, rows);

    for (size_t r = 0; r < rows; r++)
        out[r] = (double)(int64_t)((uint64_t)work[first[r + 1] - base] - (uint64_t)work[first[r] - base]);
}

/* Bits from..to - 1 of a long row of bits, at most 57 of them, lowest first. */
static inline uint64_t run_of_bits(const uint64_t *a, uint32_t from, uint32_t count)
{
    uint64_t bits;

    memcpy(&bits, (const unsigned char *)a + from / 8, sizeof bits); /* little-endian: checked when built */
    return bits >> (from & 7) & (((uint64_t)1 << count) - 1);
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "runs of bits are read as little-endian words"
#endif

static uint64_t any_of(const uint64_t *a, uint32_t from, uint32_t to)
{
    uint64_t found = 0;

    for (; to - from > 57; from += 57)
        found |= run_of_bits(a, from, 57);
    return found | run_of_bits(a, from, to - from);
}

static uint64_t lacking(const uint64_t *a, uint32_t from, uint32_t to)
{
    uint64_t lack = 0;

    for (; to - from > 57; from += 57)
        lack |= ~run_of_bits(a, from, 57) & (((uint64_t)1 << 57) - 1);
    return lack | (~run_of_bits(a, from, to - from) & (((uint64_t)1 << (to - from)) - 1));
}

#define OWNER_BITS(test)                                                                                     \
    for (size_t w = 0; w < WORDS(rows); w++) {                                                               \
        const size_t last = rows - w * 64 < 64 ? rows - w * 64 : 64;                                         \
        uint64_t bits = 0;                                                                                   \
                                                                                                             \
        for (size_t j = 0; j < last; j++) {                                                                  \
            const uint32_t from = first[w * 64 + j] - first[0], to = first[w * 64 + j + 1] - first[0];       \
                                                                                                             \
            bits |= (uint64_t)((test) ? 1 : 0) << j;                                                         \
        }                                                                                                    \
        out[w] = bits;                                                                                       \
    }

static void count(double *restrict out, const uint64_t *a, const uint32_t *restrict first, size_t rows)
{
    for (size_t r = 0; r < rows; r++) {
        uint32_t from = first[r] - first[0], to = first[r + 1] - first[0];
        int found = 0;

        for (; to - from > 57; from += 57)
            found += __builtin_popcountll(run_of_bits(a, from, 57));
        out[r] = (found + __builtin_popcountll(run_of_bits(a, from, to - from))) * ONE;
    }
}

#if defined(__AVX512F__)
/* Eight owners at once, where no run is longer than a word holds; returns how many words of bits it made. */
static size_t any_by_eights(uint64_t *restrict out, const uint64_t *a, const uint32_t *restrict first,
                            size_t rows)
{
    const __m512i base = _mm512_set1_epi64(first[0]), one = _mm512_set1_epi64(1),
                  most = _mm512_set1_epi64(57);
    size_t w = 0;

    for (; (w + 1) * 64 <= rows; w++) {
        uint64_t bits = 0, longer = 0;

        for (size_t j = 0; j < 64; j += 8) {
            __m512i from = _mm512_cvtepu32_epi64(
                _mm256_loadu_si256((const __m256i *)(const void *)(first + w * 64 + j)));
            __m512i to = _mm512_cvtepu32_epi64(
                _mm256_loadu_si256((const __m256i *)(const void *)(first + w * 64 + j + 1)));
            __m512i count = _mm512_sub_epi64(to, from), at = _mm512_sub_epi64(from, base);
            __mmask8 some = _mm512_test_epi64_mask(count, count);
            __m512i words = _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), some,
                                                        _mm512_srli_epi64(at, 3), (const void *)a, 1);
            __m512i runs = _mm512_srlv_epi64(words, _mm512_and_si512(at, _mm512_set1_epi64(7)));
            __m512i mask = _mm512_sub_epi64(_mm512_sllv_epi64(one, count), one);

            longer |= _mm512_cmpgt_epi64_mask(count, most);
            bits |= (uint64_t)_mm512_test_epi64_mask(runs, mask) << j;
        }
        if (longer)
            return w;
        out[w] = bits;
    }
    return w;
}
#endif

static void any(uint64_t *restrict out, const uint64_t *a, const uint32_t *restrict first, size_t rows)
{
    size_t done = 0;

#if defined(__AVX512F__)
    done = any_by_eights(out, a, first, rows);
#endif
    for (size_t w = done; w < WORDS(rows); w++) {
        uint64_t bits = 0;

        for (size_t r = w * 64; r < rows && r < (w + 1) * 64; r++)
            bits |= (uint64_t)(any_of(a, first[r] - first[0], first[r + 1] - first[0]) != 0) << (r & 63);
        out[w] = bits;
    }
}

static void all(uint64_t *restrict out, const uint64_t *a, const uint32_t *restrict first, size_t rows)
{
    OWNER_BITS(lacking(a, from, to) == 0)
}

#endif
