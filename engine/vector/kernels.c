/*
 * Kernels. Loops are kept plain so that the compiler turns them into vector
 * code (-O3); fused multiply-add is off everywhere, since it changes cents.
 */
#include "kernels.h"

#include <math.h>
#include <string.h>
#if defined(__AVX2__)
#include <immintrin.h>
#endif

#ifndef KERNELS
#define KERNELS base
#endif
#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)

#define ONE 1e6

/* `out` is another column than the inputs, or one of them exactly: never a shifted one. */
#define EACH_ROW _Pragma("GCC ivdep") for (size_t i = 0; i < n; i++)

/* Floor of any |x| below 2^51, without the library where the machine has no instruction for it. */
static inline double down(double x)
{
#ifdef __SSE4_1__
    return floor(x);
#else
    const double magic = 6755399441055744.0; /* 1.5 x 2^52: adding it rounds to a whole number */
    double r = (x + magic) - magic;

    return r - (r > x ? 1.0 : 0.0);
#endif
}

/*
 * The nearest whole number to exact / step, halves up, without dividing: a
 * guess by the reciprocal, then a step to either side. `exact` is a whole
 * number below 2^52, `step` a whole number with the given reciprocal.
 */
static inline double nearest(double exact, double step, double reciprocal)
{
    double q = down(exact * reciprocal + 0.5), twice = (exact - q * step) * 2;

    q += twice >= step ? 1.0 : 0.0;
    q -= twice < -step ? 1.0 : 0.0;
    return q;
}

/*
 * a x b / 10^6, half up. a is split in units and a rest so that both products
 * are whole numbers below 2^53, hence exact; any split near the right one does.
 */
static inline double multiply(double a, double b)
{
    double units = down(a * (1 / ONE)), rest = a - units * ONE;

    return units * b + nearest(rest * b, ONE, 1 / ONE);
}

static inline double divide(double a, double b)
{
    double whole = down(a / b), rest = a - whole * b;

    return whole * ONE + down(rest * ONE / b + 0.5);
}

#define BINARY(name, expression)                                                                        \
    static void name##_vv(double *out, const double *pa, const double *pb, size_t n)                    \
    {                                                                                                   \
        EACH_ROW {                                                                \
            double a = pa[i], b = pb[i];                                                                \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }                                                                                                   \
    static void name##_vs(double *out, const double *pa, double b, size_t n)                            \
    {                                                                                                   \
        EACH_ROW {                                                                \
            double a = pa[i];                                                                           \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }                                                                                                   \
    static void name##_sv(double *out, double a, const double *pb, size_t n)                            \
    {                                                                                                   \
        EACH_ROW {                                                                \
            double b = pb[i];                                                                           \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }

BINARY(add, a + b)
BINARY(sub, a - b)
BINARY(mul, multiply(a, b))
BINARY(mul_whole, a *b)
BINARY(div, divide(a, b))
BINARY(div_whole, nearest(a, b, 1 / b))
BINARY(idiv, down(a / b) * ONE)
BINARY(mod, a - b * down(a / b))
BINARY(min, a < b ? a : b)
BINARY(max, a > b ? a : b)

static void scale(double *out, const double *a, double by, double add, size_t n)
{
    EACH_ROW
        out[i] = a[i] * by + add;
}

static void round_step(double *out, const double *a, double step, size_t n)
{
    double reciprocal = 1 / step;

    EACH_ROW
        out[i] = nearest(a[i], step, reciprocal) * step;
}

static void floor_step(double *out, const double *a, double step, size_t n)
{
    EACH_ROW
        out[i] = down(a[i] / step) * step;
}

static void band(double *out, const double *a, double above, double upto, double rate, size_t n)
{
    EACH_ROW {
        double part = (a[i] < upto ? a[i] : upto) - above;

        out[i] += multiply(part > 0 ? part : 0, rate);
    }
}

/* ---- truths: 8 rows at a time ---- */

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

    return _mm256_castsi256_pd(_mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x((long long)bits), each), each));
}

#define LOAD8(p) ((eight){_mm256_loadu_pd(p), _mm256_loadu_pd((p) + 4)})
#define ALL8(x) ((eight){_mm256_set1_pd(x), _mm256_set1_pd(x)})
#define STORE8(p, v) (_mm256_storeu_pd(p, (v).a), _mm256_storeu_pd((p) + 4, (v).b))
#define MIN8(x, y) ((eight){_mm256_min_pd((x).a, (y).a), _mm256_min_pd((x).b, (y).b)})
#define MAX8(x, y) ((eight){_mm256_max_pd((x).a, (y).a), _mm256_max_pd((x).b, (y).b)})
#define PICK8(bits, x, y)                                                                                          \
    ((eight){_mm256_blendv_pd((y).a, (x).a, spread((unsigned)(bits) & 15u)),                                       \
             _mm256_blendv_pd((y).b, (x).b, spread((unsigned)(bits) >> 4 & 15u))})
#define COMPARE8(x, y, how)                                                                                        \
    ((uint64_t)(unsigned)_mm256_movemask_pd(_mm256_cmp_pd((x).a, (y).a, how)) |                                    \
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

static inline eight all8(double x)
{
    eight v;

    for (int i = 0; i < 8; i++)
        v.x[i] = x;
    return v;
}

#define EIGHT(name, expression)                                                                                    \
    static inline eight name(uint64_t bits, eight a, eight b)                                                      \
    {                                                                                                              \
        eight v;                                                                                                   \
                                                                                                                   \
        (void)bits;                                                                                                \
        for (int i = 0; i < 8; i++)                                                                                \
            v.x[i] = (expression);                                                                                 \
        return v;                                                                                                  \
    }
#define EIGHT_BITS(name, relation)                                                                                 \
    static inline uint64_t name(eight a, eight b)                                                                  \
    {                                                                                                              \
        uint64_t bits = 0;                                                                                         \
                                                                                                                   \
        for (int i = 0; i < 8; i++)                                                                                \
            bits |= (uint64_t)(a.x[i] relation b.x[i]) << i;                                                       \
        return bits;                                                                                               \
    }

EIGHT(min8, a.x[i] < b.x[i] ? a.x[i] : b.x[i])
EIGHT(max8, a.x[i] > b.x[i] ? a.x[i] : b.x[i])
EIGHT(pick8, bits >> i & 1 ? a.x[i] : b.x[i])
EIGHT_BITS(lt8, <)
EIGHT_BITS(le8, <=)
EIGHT_BITS(eq8, ==)

#define LOAD8(p) load8(p)
#define ALL8(v) all8(v)
#define STORE8(p, v) memcpy(p, (v).x, sizeof(v).x)
#define MIN8(a, b) min8(0, a, b)
#define MAX8(a, b) max8(0, a, b)
#define PICK8(bits, a, b) pick8(bits, a, b)
#define LT8(a, b) lt8(a, b)
#define LE8(a, b) le8(a, b)
#define EQ8(a, b) eq8(a, b)
#endif

#define COMPARE(name, relation)                                                                                    \
    static void name##_vv(uint64_t *out, const double *a, const double *b, size_t n)                               \
    {                                                                                                              \
        for (size_t w = 0; w < WORDS(n); w++) {                                                                    \
            uint64_t bits = 0;                                                                                     \
                                                                                                                   \
            for (size_t i = 0; i < 64; i += 8)                                                                     \
                bits |= relation(LOAD8(a + w * 64 + i), LOAD8(b + w * 64 + i)) << i;                               \
            out[w] = bits;                                                                                         \
        }                                                                                                          \
    }                                                                                                              \
    static void name##_vs(uint64_t *out, const double *a, double b, size_t n)                                      \
    {                                                                                                              \
        const eight same = ALL8(b);                                                                                \
                                                                                                                   \
        for (size_t w = 0; w < WORDS(n); w++) {                                                                    \
            uint64_t bits = 0;                                                                                     \
                                                                                                                   \
            for (size_t i = 0; i < 64; i += 8)                                                                     \
                bits |= relation(LOAD8(a + w * 64 + i), same) << i;                                                \
            out[w] = bits;                                                                                         \
        }                                                                                                          \
    }

COMPARE(lt, LT8)
COMPARE(le, LE8)
COMPARE(eq, EQ8)

#define BITS8(p, i) ((p)[(i) / 64] >> ((i) & 63) & 255)

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

static void join_low(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        eight x = LOAD8(a + i), y = LOAD8(b + i), least = MIN8(x, y), chosen = PICK8(BITS8(cl, i), x, y);

        STORE8(out + i, PICK8(BITS8(cl, i) ^ BITS8(ch, i), least, chosen));
    }
}

static void join_high(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b, size_t n)
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
#define ROW_BITS(test)                                                                                             \
    for (size_t w = 0; w < WORDS(n); w++) {                                                                        \
        const size_t last = n - w * 64 < 64 ? n - w * 64 : 64;                                                     \
        uint64_t bits = 0;                                                                                         \
                                                                                                                   \
        for (size_t j = 0; j < last; j++) {                                                                        \
            const size_t i = w * 64 + j;                                                                           \
                                                                                                                   \
            bits |= (uint64_t)((test) ? 1 : 0) << j;                                                               \
        }                                                                                                          \
        out[w] = bits;                                                                                             \
    }

static void among(uint64_t *restrict out, const uint64_t *restrict words, uint64_t mask, size_t n)
{
    ROW_BITS((words[i] & mask) != 0)
}

static void among_only(uint64_t *restrict out, const uint64_t *restrict words, uint64_t mask, size_t n)
{
    ROW_BITS((words[i] & ~mask) == 0)
}

static void choose_words(uint64_t *out, const uint64_t *cl, const uint64_t *ch, const uint64_t *a, const uint64_t *b,
                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t may = 0 - (ch[i / 64] >> (i & 63) & 1), must = 0 - (cl[i / 64] >> (i & 63) & 1);

        out[i] = (a[i] & may) | (b[i] & ~must);
    }
}

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
        uint64_t word = (uint64_t)1 << (c & 63), none = (uint64_t)(c >> 63);

        out[i] = (word & ~none) | (empty & none);
    }
    return look(cells, n);
}

#if defined(__AVX512F__)
/* 16 cells against one value, or their sign. */
#define EQUAL16(p, x) ((uint64_t)_mm512_cmpeq_epi32_mask(_mm512_loadu_si512(p), _mm512_set1_epi32(x)))
#define BELOW16(p, x) ((uint64_t)_mm512_cmplt_epi32_mask(_mm512_loadu_si512(p), _mm512_set1_epi32(x)))
#define SAME16(p, by, q)                                                                                           \
    ((uint64_t)_mm512_cmpeq_epi32_mask(_mm512_add_epi32(_mm512_loadu_si512(p), _mm512_set1_epi32(by)),              \
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

#define EQUAL16(p, x)                                                                                              \
    (sign8(_mm256_cmpeq_epi32(at8(p), _mm256_set1_epi32(x))) |                                                     \
     sign8(_mm256_cmpeq_epi32(at8((p) + 8), _mm256_set1_epi32(x))) << 8)
#define BELOW16(p, x)                                                                                              \
    (sign8(_mm256_cmpgt_epi32(_mm256_set1_epi32(x), at8(p))) |                                                     \
     sign8(_mm256_cmpgt_epi32(_mm256_set1_epi32(x), at8((p) + 8))) << 8)
#define SAME16(p, by, q)                                                                                           \
    (sign8(_mm256_cmpeq_epi32(_mm256_add_epi32(at8(p), _mm256_set1_epi32(by)), at8(q))) |                           \
     sign8(_mm256_cmpeq_epi32(_mm256_add_epi32(at8((p) + 8), _mm256_set1_epi32(by)), at8((q) + 8))) << 8)
#endif

#ifdef EQUAL16
/* Whole words by vectors, the rest by rows: cells are a caller's, and end where they end. */
#define CELL_BITS(vector, test)                                                                                    \
    size_t w = 0;                                                                                                  \
                                                                                                                   \
    for (; (w + 1) * 64 <= n; w++) {                                                                               \
        uint64_t bits = 0;                                                                                         \
                                                                                                                   \
        for (size_t j = 0; j < 64; j += 16) {                                                                      \
            const size_t i = w * 64 + j;                                                                           \
                                                                                                                   \
            bits |= (vector) << j;                                                                                 \
        }                                                                                                          \
        out[w] = bits;                                                                                             \
    }                                                                                                              \
    for (; w * 64 < n; w++) {                                                                                      \
        uint64_t bits = 0;                                                                                         \
                                                                                                                   \
        for (size_t i = w * 64; i < n; i++)                                                                        \
            bits |= (uint64_t)((test) ? 1 : 0) << (i & 63);                                                        \
        out[w] = bits;                                                                                             \
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

static int add_cells(double *restrict out, const int32_t *const *cells, const double *k, size_t count, size_t n)
{
    const int32_t *restrict a = cells[0], *restrict b = cells[1], *restrict c = cells[2], *restrict d = cells[3];
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
static void start_columns(double *restrict out, const double *restrict a, double ka, const double *restrict b, double kb,
                          double start, size_t n)
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

static void map_link(int32_t *restrict out, const int32_t *restrict cells, int32_t base, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = cells[i] >> 31;

        out[i] = ((int32_t)((uint32_t)cells[i] - (uint32_t)base)) | nobody;
    }
}

static void map_then(int32_t *restrict out, const int32_t *restrict first, int32_t base, const int32_t *restrict then,
                     int32_t then_base, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = first[i] >> 31, to = then[(first[i] - base) & ~nobody];

        out[i] = (to - then_base) | nobody | to >> 31;
    }
}

static void map_exists(uint64_t *restrict out, const int32_t *restrict a, size_t n)
{
    CELL_BITS(~BELOW16(a + i, 0) & 0xffff, a[i] >= 0)
}

static void map_same(uint64_t *restrict out, const int32_t *restrict a, const int32_t *restrict b, int32_t b_less_a,
                     size_t n)
{
    CELL_BITS(SAME16(a + i, b_less_a, b + i) & ~BELOW16(a + i, 0), a[i] >= 0 && a[i] + b_less_a == b[i])
}

/* The bit of one row. */
static inline uint64_t bit_at(const uint64_t *a, int32_t m)
{
    uint32_t at = (uint32_t)(m & ~(m >> 31));

    return m < 0 ? 0 : a[at / 64] >> (at & 63) & 1;
}

static void gather_truth(uint64_t *restrict out, const uint64_t *restrict a, const int32_t *restrict map, int32_t base,
                         size_t n)
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
        double x = a[(map[i] - base) & ~(map[i] >> 31)];

        out[i] = map[i] < 0 ? nobody : x;
    }
}

static void gather_words(uint64_t *restrict out, const uint64_t *restrict a, const int32_t *restrict map, int32_t base,
                         uint64_t nobody, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t x = a[(map[i] - base) & ~(map[i] >> 31)];

        out[i] = map[i] < 0 ? nobody : x;
    }
}

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

static void sum(double *restrict out, const double *a, const uint32_t *restrict first, size_t rows, int64_t *work)
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

#define OWNER_BITS(test)                                                                                           \
    for (size_t w = 0; w < WORDS(rows); w++) {                                                                     \
        const size_t last = rows - w * 64 < 64 ? rows - w * 64 : 64;                                               \
        uint64_t bits = 0;                                                                                         \
                                                                                                                   \
        for (size_t j = 0; j < last; j++) {                                                                        \
            const uint32_t from = first[w * 64 + j] - first[0], to = first[w * 64 + j + 1] - first[0];             \
                                                                                                                   \
            bits |= (uint64_t)((test) ? 1 : 0) << j;                                                               \
        }                                                                                                          \
        out[w] = bits;                                                                                             \
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
static size_t any_by_eights(uint64_t *restrict out, const uint64_t *a, const uint32_t *restrict first, size_t rows)
{
    const __m512i base = _mm512_set1_epi64(first[0]), one = _mm512_set1_epi64(1), most = _mm512_set1_epi64(57);
    size_t w = 0;

    for (; (w + 1) * 64 <= rows; w++) {
        uint64_t bits = 0, longer = 0;

        for (size_t j = 0; j < 64; j += 8) {
            __m512i from = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(const void *)(first + w * 64 + j)));
            __m512i to = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(const void *)(first + w * 64 + j + 1)));
            __m512i count = _mm512_sub_epi64(to, from), at = _mm512_sub_epi64(from, base);
            __mmask8 some = _mm512_test_epi64_mask(count, count);
            __m512i words = _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), some, _mm512_srli_epi64(at, 3),
                                                        (const void *)a, 1);
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

#define FORMS(name) {name##_vv, name##_vs, name##_sv}
#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)

const kernels JOIN(kernels, KERNELS) = {
    .name = TEXT(KERNELS),
    .binary = {[KERNEL_ADD] = FORMS(add),
               [KERNEL_SUB] = FORMS(sub),
               [KERNEL_MUL] = FORMS(mul),
               [KERNEL_MUL_WHOLE] = FORMS(mul_whole),
               [KERNEL_DIV] = FORMS(div),
               [KERNEL_DIV_WHOLE] = FORMS(div_whole),
               [KERNEL_IDIV] = FORMS(idiv),
               [KERNEL_MOD] = FORMS(mod),
               [KERNEL_MIN] = FORMS(min),
               [KERNEL_MAX] = FORMS(max)},
    .compare = {[KERNEL_LT] = {lt_vv, lt_vs}, [KERNEL_LE] = {le_vv, le_vs}, [KERNEL_EQ] = {eq_vv, eq_vs}},
    .scale = scale,
    .round_step = round_step,
    .floor_step = floor_step,
    .band = band,
    .select_vv = select_vv,
    .select_vs = select_vs,
    .select_sv = select_sv,
    .select_ss = select_ss,
    .join_low = join_low,
    .join_high = join_high,
    .counted = counted,
    .among = among,
    .among_only = among_only,
    .choose_words = choose_words,
    .load = load,
    .load_words = load_words,
    .at_most_cells = at_most_cells,
    .load_truth = load_truth,
    .given = given,
    .among_cells = among_cells,
    .start_cells = start_cells,
    .add_cells = add_cells,
    .add_column = add_column,
    .start_columns = start_columns,
    .fill = fill,
    .map_link = map_link,
    .map_then = map_then,
    .map_exists = map_exists,
    .map_same = map_same,
    .gather = gather,
    .gather_truth = gather_truth,
    .gather_words = gather_words,
    .sum = sum,
    .count = count,
    .any = any,
    .all = all,
};
