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
BINARY(lt, a < b ? 1.0 : 0.0)
BINARY(le, a <= b ? 1.0 : 0.0)
BINARY(eq, a == b ? 1.0 : 0.0)
BINARY(and, a *b)
BINARY(or, a > b ? a : b)

static void invert(double *out, const double *a, size_t n)
{
    EACH_ROW
        out[i] = 1.0 - a[i];
}

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

static void select_vv(double *out, const double *c, const double *a, const double *b, size_t n)
{
    EACH_ROW
        out[i] = c[i] != 0 ? a[i] : b[i];
}

static void select_vs(double *out, const double *c, const double *a, double b, size_t n)
{
    EACH_ROW
        out[i] = c[i] != 0 ? a[i] : b;
}

static void select_sv(double *out, const double *c, double a, const double *b, size_t n)
{
    EACH_ROW
        out[i] = c[i] != 0 ? a : b[i];
}

static void select_ss(double *out, const double *c, double a, double b, size_t n)
{
    EACH_ROW
        out[i] = c[i] != 0 ? a : b;
}

static void join_low(double *out, const double *cl, const double *ch, const double *a, const double *b, size_t n)
{
    EACH_ROW {
        double chosen = cl[i] != 0 ? a[i] : b[i], least = a[i] < b[i] ? a[i] : b[i];

        out[i] = cl[i] == ch[i] ? chosen : least;
    }
}

static void join_high(double *out, const double *cl, const double *ch, const double *a, const double *b, size_t n)
{
    EACH_ROW {
        double chosen = cl[i] != 0 ? a[i] : b[i], most = a[i] > b[i] ? a[i] : b[i];

        out[i] = cl[i] == ch[i] ? chosen : most;
    }
}

static void among(double *out, const uint64_t *w, uint64_t mask, size_t n)
{
    EACH_ROW
        out[i] = (w[i] & mask) != 0 ? 1.0 : 0.0;
}

static void among_only(double *out, const uint64_t *w, uint64_t mask, size_t n)
{
    EACH_ROW
        out[i] = (w[i] & ~mask) == 0 ? 1.0 : 0.0;
}

static void choose_words(uint64_t *out, const double *cl, const double *ch, const uint64_t *a, const uint64_t *b,
                         size_t n)
{
    EACH_ROW {
        uint64_t may = ch[i] != 0 ? a[i] : 0, else_may = cl[i] != 0 ? 0 : b[i];

        out[i] = may | else_may;
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

static int among_cells(double *restrict out, const int32_t *restrict cells, uint64_t mask, size_t n)
{
    int32_t unknown = 0;

    for (size_t i = 0; i < n; i++) {
        int64_t c = cells[i];

        unknown |= cells[i] >> 31;
        out[i] = (mask >> (c & 63) & 1) != 0 ? 1.0 : 0.0;
    }
    return unknown ? SAW_UNKNOWN : 0;
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

    if (count == 4) {
        for (size_t i = 0; i < n; i++) {
            unknown |= (a[i] == INT32_MIN) | (b[i] == INT32_MIN) | (c[i] == INT32_MIN) | (d[i] == INT32_MIN);
            out[i] += ((double)a[i] * ka + (double)b[i] * kb) + ((double)c[i] * kc + (double)d[i] * kd);
        }
    } else if (count >= 2) {
        for (size_t i = 0; i < n; i++) {
            unknown |= (a[i] == INT32_MIN) | (b[i] == INT32_MIN);
            out[i] += (double)a[i] * ka + (double)b[i] * kb;
        }
        if (count == 3)
            unknown |= add_cells(out, cells + 2, k + 2, 1, n);
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

static void fill(double *out, double x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = x;
}

static void given(double *out, const int32_t *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = cells[i] == INT32_MIN ? 0.0 : 1.0;
}

static void map_link(int32_t *restrict out, const int32_t *restrict cells, int32_t base, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = cells[i] >> 31;

        out[i] = ((int32_t)((uint32_t)cells[i] - (uint32_t)base)) | nobody;
    }
}

static void map_rebase(int32_t *restrict out, const uint32_t *restrict rows, uint32_t base, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (int32_t)(rows[i] - base);
}

static void map_then(int32_t *restrict out, const int32_t *restrict first, const int32_t *restrict then, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t nobody = first[i] >> 31;

        out[i] = then[first[i] & ~nobody] | nobody;
    }
}

static void map_exists(double *restrict out, const int32_t *restrict a, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (double)(a[i] >= 0);
}

static void map_same(double *restrict out, const int32_t *restrict a, const int32_t *restrict b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (double)((a[i] >= 0) & (a[i] == b[i]));
}

/* Row 0 is read for nobody, and then replaced. */
static void gather(double *restrict out, const double *restrict a, const int32_t *restrict map, double nobody, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double x = a[map[i] & ~(map[i] >> 31)];

        out[i] = map[i] < 0 ? nobody : x;
    }
}

static void gather_words(uint64_t *restrict out, const uint64_t *restrict a, const int32_t *restrict map,
                         uint64_t nobody, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t x = a[map[i] & ~(map[i] >> 31)];

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

static void any(double *restrict out, const double *a, const uint32_t *restrict first, size_t rows, int64_t *work)
{
    const uint32_t base = running(work, a, first, rows);

    for (size_t r = 0; r < rows; r++)
        out[r] = (double)(work[first[r + 1] - base] != work[first[r] - base]);
}

static void all(double *restrict out, const double *a, const uint32_t *restrict first, size_t rows, int64_t *work)
{
    const uint32_t base = running(work, a, first, rows);

    for (size_t r = 0; r < rows; r++)
        out[r] = (double)(work[first[r + 1] - base] - work[first[r] - base] == (int64_t)(first[r + 1] - first[r]));
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
    .among_cells = among_cells,
    .start_cells = start_cells,
    .add_cells = add_cells,
    .add_column = add_column,
    .fill = fill,
    .map_link = map_link,
    .map_rebase = map_rebase,
    .map_then = map_then,
    .map_exists = map_exists,
    .map_same = map_same,
    .gather = gather,
    .gather_words = gather_words,
    .sum = sum,
    .any = any,
    .all = all,
};
