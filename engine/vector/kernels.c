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

#include "kernels_numbers.h"
#include "kernels_truths.h"
#include "kernels_cells.h"
#include "kernels_maps.h"
#include "kernels_members.h"

#define FORMS(name)                                                                                          \
    {                                                                                                        \
        name##_vv, name##_vs, name##_sv                                                                      \
    }
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
