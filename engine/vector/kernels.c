/*
 * Kernels. Loops are kept plain so that the compiler turns them into vector
 * code (-O3); fused multiply-add is off everywhere, since it changes cents.
 */
#include "kernels.h"

#include <math.h>

#ifndef KERNELS
#define KERNELS base
#endif
#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)

#define ONE 1e6

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
 * a x b / 10^6, half up. a is split in units and millionths so that both
 * products are whole numbers below 2^53, hence exact.
 */
static inline double multiply(double a, double b)
{
    double units = down(a / ONE), rest = a - units * ONE;

    return units * b + down(rest * b / ONE + 0.5);
}

static inline double divide(double a, double b)
{
    double whole = down(a / b), rest = a - whole * b;

    return whole * ONE + down(rest * ONE / b + 0.5);
}

#define BINARY(name, expression)                                                                        \
    static void name##_vv(double *out, const double *pa, const double *pb, size_t n)                    \
    {                                                                                                   \
        for (size_t i = 0; i < n; i++) {                                                                \
            double a = pa[i], b = pb[i];                                                                \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }                                                                                                   \
    static void name##_vs(double *out, const double *pa, double b, size_t n)                            \
    {                                                                                                   \
        for (size_t i = 0; i < n; i++) {                                                                \
            double a = pa[i];                                                                           \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }                                                                                                   \
    static void name##_sv(double *out, double a, const double *pb, size_t n)                            \
    {                                                                                                   \
        for (size_t i = 0; i < n; i++) {                                                                \
            double b = pb[i];                                                                           \
            out[i] = (expression);                                                                      \
        }                                                                                               \
    }

BINARY(add, a + b)
BINARY(sub, a - b)
BINARY(mul, multiply(a, b))
BINARY(mul_whole, a *b)
BINARY(div, divide(a, b))
BINARY(div_whole, down(a / b + 0.5))
BINARY(idiv, down(a / b) * ONE)
BINARY(mod, a - b * down(a / b))
BINARY(min, a < b ? a : b)
BINARY(max, a > b ? a : b)
BINARY(lt, a < b ? 1.0 : 0.0)
BINARY(le, a <= b ? 1.0 : 0.0)
BINARY(eq, a == b ? 1.0 : 0.0)
BINARY(and, a *b)
BINARY(or, a > b ? a : b)

static void invert(double *out, const double *a, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = 1.0 - a[i];
}

static void scale(double *out, const double *a, double by, double add, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = a[i] * by + add;
}

static void round_step(double *out, const double *a, double step, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = down(a[i] / step + 0.5) * step;
}

static void floor_step(double *out, const double *a, double step, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = down(a[i] / step) * step;
}

static void band(double *out, const double *a, double above, double upto, double rate, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double part = (a[i] < upto ? a[i] : upto) - above;

        out[i] += multiply(part > 0 ? part : 0, rate);
    }
}

static void select_vv(double *out, const double *c, const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = c[i] != 0 ? a[i] : b[i];
}

static void select_vs(double *out, const double *c, const double *a, double b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = c[i] != 0 ? a[i] : b;
}

static void select_sv(double *out, const double *c, double a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = c[i] != 0 ? a : b[i];
}

static void select_ss(double *out, const double *c, double a, double b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = c[i] != 0 ? a : b;
}

static void join_low(double *out, const double *cl, const double *ch, const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double chosen = cl[i] != 0 ? a[i] : b[i], least = a[i] < b[i] ? a[i] : b[i];

        out[i] = cl[i] == ch[i] ? chosen : least;
    }
}

static void join_high(double *out, const double *cl, const double *ch, const double *a, const double *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double chosen = cl[i] != 0 ? a[i] : b[i], most = a[i] > b[i] ? a[i] : b[i];

        out[i] = cl[i] == ch[i] ? chosen : most;
    }
}

static void among(double *out, const uint64_t *w, uint64_t mask, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (w[i] & mask) != 0 ? 1.0 : 0.0;
}

static void among_only(double *out, const uint64_t *w, uint64_t mask, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (w[i] & ~mask) == 0 ? 1.0 : 0.0;
}

static void choose_words(uint64_t *out, const double *cl, const double *ch, const uint64_t *a, const uint64_t *b,
                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t may = ch[i] != 0 ? a[i] : 0, else_may = cl[i] != 0 ? 0 : b[i];

        out[i] = may | else_may;
    }
}

static int load(double *out, const int32_t *cells, double by, double empty, size_t n)
{
    int32_t different = 0, unknown = 0, first = n ? cells[0] : 0;

    for (size_t i = 0; i < n; i++) {
        int32_t c = cells[i];

        different |= c ^ first;
        unknown |= c == INT32_MIN ? 1 : 0;
        out[i] = c == INT32_MIN ? empty : (double)c * by;
    }
    return (unknown ? SAW_UNKNOWN : 0) | (different ? SAW_MANY : 0);
}

static int load_words(uint64_t *out, const int32_t *cells, uint64_t empty, size_t n)
{
    int32_t different = 0, unknown = 0, first = n ? cells[0] : 0;

    for (size_t i = 0; i < n; i++) {
        int32_t c = cells[i];

        different |= c ^ first;
        unknown |= c == INT32_MIN ? 1 : 0;
        out[i] = c == INT32_MIN ? empty : (uint64_t)1 << (c & 63);
    }
    return (unknown ? SAW_UNKNOWN : 0) | (different ? SAW_MANY : 0);
}

static void given(double *out, const int32_t *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = cells[i] == INT32_MIN ? 0.0 : 1.0;
}

static void gather(double *out, const double *a, const int32_t *map, double nobody, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = map[i] < 0 ? nobody : a[map[i]];
}

static void gather_words(uint64_t *out, const uint64_t *a, const int32_t *map, uint64_t nobody, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = map[i] < 0 ? nobody : a[map[i]];
}

static void sum(double *out, const double *a, const uint32_t *first, size_t rows)
{
    const uint32_t base = first[0];

    for (size_t r = 0; r < rows; r++) {
        double total = 0;

        for (uint32_t i = first[r]; i < first[r + 1]; i++)
            total += a[i - base];
        out[r] = total;
    }
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
               [KERNEL_MAX] = FORMS(max),
               [KERNEL_LT] = FORMS(lt),
               [KERNEL_LE] = FORMS(le),
               [KERNEL_EQ] = FORMS(eq),
               [KERNEL_AND] = FORMS(and),
               [KERNEL_OR] = FORMS(or)},
    .invert = invert,
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
    .among = among,
    .among_only = among_only,
    .choose_words = choose_words,
    .load = load,
    .load_words = load_words,
    .given = given,
    .gather = gather,
    .gather_words = gather_words,
    .sum = sum,
};
