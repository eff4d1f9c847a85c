/*
 * Kernels: columns in, a column out.
 *
 * A kernel never allocates, never fails and has no branch on a row. Amounts
 * and numbers are whole millionths in doubles (base/money.h), exact below
 * 2^53; dates are days; words are sets of bits in 64 bits. Truths are one bit a
 * row, 64 rows in a word, the first row lowest; columns end on whole words.
 * `out` may be one of the inputs. The file is compiled once for any machine,
 * once for AVX2 and once for AVX-512; kernels_choose picks at run time.
 *
 * Suffixes: vv two columns, vs column and scalar, sv scalar and column.
 */
#ifndef AYANT_VECTOR_KERNELS_H
#define AYANT_VECTOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

typedef enum binary_kernel {
    KERNEL_ADD,
    KERNEL_SUB,
    KERNEL_MUL,       /* a x b / 10^6, half up; exact while |b| is below 1,000 (4,500 when whole) */
    KERNEL_MUL_WHOLE, /* a x k, k a plain whole number */
    KERNEL_DIV,       /* a x 10^6 / b, half up; 0 < b < 4,000 */
    KERNEL_DIV_WHOLE, /* a / k, half up, k a plain whole number above 0 */
    KERNEL_IDIV,
    KERNEL_MOD,
    KERNEL_MIN,
    KERNEL_MAX,
    KERNEL_BINARY_COUNT
} binary_kernel;

typedef enum compare_kernel { KERNEL_LT, KERNEL_LE, KERNEL_EQ, KERNEL_COMPARE_COUNT } compare_kernel;

typedef struct binary_forms {
    void (*vv)(double *out, const double *a, const double *b, size_t n);
    void (*vs)(double *out, const double *a, double b, size_t n);
    void (*sv)(double *out, double a, const double *b, size_t n);
} binary_forms;

typedef struct compare_forms {
    void (*vv)(uint64_t *out, const double *a, const double *b, size_t n);
    void (*vs)(uint64_t *out, const double *a, double b, size_t n);
} compare_forms;

/* What a loading kernel saw, as bits. */
#define SAW_UNKNOWN 1 /* at least one empty cell */
#define SAW_MANY 2    /* at least two different cells */

typedef struct kernels {
    const char *name;
    binary_forms binary[KERNEL_BINARY_COUNT];
    compare_forms compare[KERNEL_COMPARE_COUNT];
    void (*scale)(double *out, const double *a, double by, double add, size_t n);
    void (*round_step)(double *out, const double *a, double step, size_t n); /* half up to a multiple */
    void (*floor_step)(double *out, const double *a, double step, size_t n);
    /* adds rate x the part of a between above and upto */
    void (*band)(double *out, const double *a, double above, double upto, double rate, size_t n);
    void (*select_vv)(double *out, const uint64_t *c, const double *a, const double *b, size_t n);
    void (*select_vs)(double *out, const uint64_t *c, const double *a, double b, size_t n);
    void (*select_sv)(double *out, const uint64_t *c, double a, const double *b, size_t n);
    void (*select_ss)(double *out, const uint64_t *c, double a, double b, size_t n);
    /* where cl and ch differ: the least (most) of both; elsewhere the one chosen */
    void (*join_low)(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b,
                     size_t n);
    void (*join_high)(double *out, const uint64_t *cl, const uint64_t *ch, const double *a, const double *b,
                      size_t n);
    void (*counted)(double *out, const uint64_t *a, size_t n); /* a million for a yes */
    /* words */
    void (*among)(uint64_t *out, const uint64_t *w, uint64_t mask, size_t n);      /* could be one of them */
    void (*among_only)(uint64_t *out, const uint64_t *w, uint64_t mask, size_t n); /* cannot be another */
    void (*choose_words)(uint64_t *out, const uint64_t *cl, const uint64_t *ch, const uint64_t *a,
                         const uint64_t *b, size_t n);
    /* cells: out = cell x scale; empty cells give `empty` */
    int (*load)(double *out, const int32_t *cells, double scale, double empty, size_t n);
    int (*load_words)(uint64_t *out, const int32_t *cells, uint64_t empty, size_t n);
    int (*load_truth)(uint64_t *out, const int32_t *cells, int empty, size_t n);
    void (*given)(uint64_t *out, const int32_t *cells, size_t n);
    int (*among_cells)(uint64_t *out, const int32_t *cells, uint64_t mask,
                       size_t n); /* SAW_UNKNOWN: out is void */
    int (*start_cells)(double *out, const int32_t *cells, double k, double start, size_t n);
    /* 1 where a cell is at most `limit`; SAW_UNKNOWN: out is void */
    int (*at_most_cells)(uint64_t *out, const int32_t *cells, int32_t limit, size_t n);
    /* out += k x cells, over `count` columns at once (1 to 4); all four are set, k being 0 past the count */
    int (*add_cells)(double *out, const int32_t *const *cells, const double *k, size_t count, size_t n);
    void (*add_column)(double *out, const double *a, double k, size_t n); /* out += k x a */
    void (*start_columns)(double *out, const double *a, double ka, const double *b, double kb, double start,
                          size_t n);
    void (*fill)(double *out, double x, size_t n);
    /* maps: a row number less `base`, below zero before that for nobody */
    void (*map_link)(int32_t *out, const int32_t *cells, int32_t base, size_t n);
    void (*map_then)(int32_t *out, const int32_t *first, int32_t base, const int32_t *then, int32_t then_base,
                     size_t n);
    void (*map_exists)(uint64_t *out, const int32_t *a, size_t n);
    void (*map_same)(uint64_t *out, const int32_t *a, const int32_t *b, int32_t b_less_a, size_t n);
    void (*gather)(double *out, const double *a, const int32_t *map, int32_t base, double nobody, size_t n);
    void (*gather_truth)(uint64_t *out, const uint64_t *a, const int32_t *map, int32_t base,
                         size_t n); /* nobody's is no */
    void (*gather_words)(uint64_t *out, const uint64_t *a, const int32_t *map, int32_t base, uint64_t nobody,
                         size_t n);
    /* many to one: owner r has rows first[r] .. first[r + 1] - 1, counted from first[0]; `work` has a slot a
     * row, and one */
    void (*sum)(double *out, const double *a, const uint32_t *first, size_t rows, int64_t *work);
    void (*count)(double *out, const uint64_t *a, const uint32_t *first,
                  size_t rows); /* a million for a yes */
    void (*any)(uint64_t *out, const uint64_t *a, const uint32_t *first, size_t rows);
    void (*all)(uint64_t *out, const uint64_t *a, const uint32_t *first, size_t rows);
} kernels;

extern const kernels kernels_base;
#ifdef __x86_64__
extern const kernels kernels_avx2;
extern const kernels kernels_avx512;
#endif

const kernels *kernels_choose(void);

#endif
