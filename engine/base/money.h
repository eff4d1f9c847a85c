/*
 * Money and numbers: decimals with six digits after the point.
 *
 * A `micro` counts millionths: of a euro for money, of one for numbers. Sums,
 * differences and comparisons are exact. A product or quotient is the exact
 * result rounded half up to the next millionth (0.5 towards plus infinity).
 * The same operations exist on doubles that hold whole micros, in vector/;
 * the tests hold the two against each other.
 */
#ifndef AYANT_BASE_MONEY_H
#define AYANT_BASE_MONEY_H

#include <stdint.h>
#include "text.h"

typedef int64_t micro;

micro micro_multiply(micro a, micro b); /* a x b / 10^6, half up; saturates at the 64-bit ends */
micro micro_divide(micro a, micro b);   /* a x 10^6 / b, half up; b is not 0 */
/* The nearest multiple of `step` (> 0), half up. */
micro micro_round(micro a, micro step);
micro micro_floor(micro a, micro step);

/*
 * Reads a decimal number written with a point: optional sign, digits, at most
 * `decimals` (0 to 6) digits after the point. 1 and *out, or 0.
 */
int micro_parse(text t, int decimals, micro *out);
/* As few decimals as needed, at least `least`: micro_print(out, x, 2) for money. `out` has 32 bytes. */
void micro_print(char out[32], micro a, int least);
/* Rounded half up to cents: "770.37". */
void cents_print(char out[32], micro a);

#endif
