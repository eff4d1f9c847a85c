/*
 * Eight numbers at a time, with what the machine has: AVX-512, AVX2, or plain C.
 * Part of kernels.c; a comparison gives eight bits, the first row lowest.
 */
#ifndef AYANT_VECTOR_KERNELS_EIGHT_H
#define AYANT_VECTOR_KERNELS_EIGHT_H

#define WORDS(n) (((n) + 63) / 64)

#if defined(__AVX512F__)
typedef __m512d eight;
#define LOAD8(p) _mm512_loadu_pd(p)
#define ALL8(x) _mm512_set1_pd(x)
#define STORE8(p, v) _mm512_storeu_pd(p, v)
#define MIN8(a, b) _mm512_min_pd(a, b)
#define MAX8(a, b) _mm512_max_pd(a, b)
#define PICK8(bits, a, b) _mm512_mask_blend_pd((__mmask8)(bits), b, a)
#define LT8(a, b) ((uint64_t)_mm512_cmp_pd_mask(a, b, _CMP_LT_OQ))
#define LE8(a, b) ((uint64_t)_mm512_cmp_pd_mask(a, b, _CMP_LE_OQ))
#define EQ8(a, b) ((uint64_t)_mm512_cmp_pd_mask(a, b, _CMP_EQ_OQ))
#elif defined(__AVX2__)
typedef struct eight {
    __m256d a, b;
} eight;

static inline __m256d spread(unsigned bits)
{
    const __m256i each = _mm256_set_epi64x(8, 4, 2, 1);

    return _mm256_castsi256_pd(
        _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x((long long)bits), each), each));
}

#define LOAD8(p) ((eight){_mm256_loadu_pd(p), _mm256_loadu_pd((p) + 4)})
#define ALL8(x) ((eight){_mm256_set1_pd(x), _mm256_set1_pd(x)})
#define STORE8(p, v) (_mm256_storeu_pd(p, (v).a), _mm256_storeu_pd((p) + 4, (v).b))
#define MIN8(x, y) ((eight){_mm256_min_pd((x).a, (y).a), _mm256_min_pd((x).b, (y).b)})
#define MAX8(x, y) ((eight){_mm256_max_pd((x).a, (y).a), _mm256_max_pd((x).b, (y).b)})
#define PICK8(bits, x, y)                                                                                    \
    ((eight){_mm256_blendv_pd((y).a, (x).a, spread((unsigned)(bits)&15u)),                                   \
             _mm256_blendv_pd((y).b, (x).b, spread((unsigned)(bits) >> 4 & 15u))})
#define COMPARE8(x, y, how)                                                                                  \
    ((uint64_t)(unsigned)_mm256_movemask_pd(_mm256_cmp_pd((x).a, (y).a, how)) |                              \
     (uint64_t)(unsigned)_mm256_movemask_pd(_mm256_cmp_pd((x).b, (y).b, how)) << 4)
#define LT8(x, y) COMPARE8(x, y, _CMP_LT_OQ)
#define LE8(x, y) COMPARE8(x, y, _CMP_LE_OQ)
#define EQ8(x, y) COMPARE8(x, y, _CMP_EQ_OQ)
#else
typedef struct eight {
    double x[8];
} eight;

static inline eight load8(const double *p)
{
    eight v;

    memcpy(v.x, p, sizeof v.x);
    return v;
}

static inline void store8(double *p, eight v)
{
    memcpy(p, v.x, sizeof v.x);
}

static inline eight all8(double x)
{
    eight v;

    for (int i = 0; i < 8; i++)
        v.x[i] = x;
    return v;
}

#define EIGHT(name, expression)                                                                              \
    static inline eight name(uint64_t bits, eight a, eight b)                                                \
    {                                                                                                        \
        eight v;                                                                                             \
                                                                                                             \
        (void)bits;                                                                                          \
        for (int i = 0; i < 8; i++)                                                                          \
            v.x[i] = (expression);                                                                           \
        return v;                                                                                            \
    }
#define EIGHT_BITS(name, relation)                                                                           \
    static inline uint64_t name(eight a, eight b)                                                            \
    {                                                                                                        \
        uint64_t bits = 0;                                                                                   \
                                                                                                             \
        for (int i = 0; i < 8; i++)                                                                          \
            bits |= (uint64_t)(a.x[i] relation b.x[i]) << i;                                                 \
        return bits;                                                                                         \
    }

EIGHT(min8, a.x[i] < b.x[i] ? a.x[i] : b.x[i])
EIGHT(max8, a.x[i] > b.x[i] ? a.x[i] : b.x[i])
EIGHT(pick8, bits >> i & 1 ? a.x[i] : b.x[i])
EIGHT_BITS(lt8, <)
EIGHT_BITS(le8, <=)
EIGHT_BITS(eq8, ==)

#define LOAD8(p) load8(p)
#define ALL8(v) all8(v)
#define STORE8(p, v) store8(p, v)
#define MIN8(a, b) min8(0, a, b)
#define MAX8(a, b) max8(0, a, b)
#define PICK8(bits, a, b) pick8(bits, a, b)
#define LT8(a, b) lt8(a, b)
#define LE8(a, b) le8(a, b)
#define EQ8(a, b) eq8(a, b)
#endif

#endif
