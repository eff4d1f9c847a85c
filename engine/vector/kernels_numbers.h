/*
 * Kernels on amounts and numbers. Part of kernels.c, for one set of instructions.
 */
#ifndef AYANT_VECTOR_KERNELS_NUMBERS_H
#define AYANT_VECTOR_KERNELS_NUMBERS_H

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

#define BINARY(name, expression)                                                                             \
    static void name##_vv(double *out, const double *pa, const double *pb, size_t n)                         \
    {                                                                                                        \
        EACH_ROW                                                                                             \
        {                                                                                                    \
            double a = pa[i], b = pb[i];                                                                     \
            out[i] = (expression);                                                                           \
        }                                                                                                    \
    }                                                                                                        \
    static void name##_vs(double *out, const double *pa, double b, size_t n)                                 \
    {                                                                                                        \
        EACH_ROW                                                                                             \
        {                                                                                                    \
            double a = pa[i];                                                                                \
            out[i] = (expression);                                                                           \
        }                                                                                                    \
    }                                                                                                        \
    static void name##_sv(double *out, double a, const double *pb, size_t n)                                 \
    {                                                                                                        \
        EACH_ROW                                                                                             \
        {                                                                                                    \
            double b = pb[i];                                                                                \
            out[i] = (expression);                                                                           \
        }                                                                                                    \
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
    EACH_ROW
    {
        double part = (a[i] < upto ? a[i] : upto) - above;

        out[i] += multiply(part > 0 ? part : 0, rate);
    }
}

#endif
