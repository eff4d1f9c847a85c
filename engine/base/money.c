/*
 * Exact decimal arithmetic on 64-bit micros, through 128 bits.
 */
#include "money.h"

#include <stdio.h>
#include "limits.h"

__extension__ typedef __int128 wide;

static wide floor_divide(wide a, wide b)
{
    wide q = a / b;

    return q - (a % b != 0 && (a < 0) != (b < 0));
}

static micro narrow(wide a)
{
    return a > INT64_MAX ? INT64_MAX : a < INT64_MIN ? INT64_MIN : (micro)a;
}

micro micro_multiply(micro a, micro b)
{
    return narrow(floor_divide((wide)a * b + MICRO / 2, MICRO));
}

micro micro_divide(micro a, micro b)
{
    wide top = (wide)a * MICRO;

    /* half up of top/b: floor((2 top + b) / 2b), with b made positive */
    if (b < 0)
        return narrow(floor_divide(-2 * top - b, -2 * (wide)b));
    return narrow(floor_divide(2 * top + b, 2 * (wide)b));
}

micro micro_round(micro a, micro step)
{
    return narrow(floor_divide(2 * (wide)a + step, 2 * (wide)step) * step);
}

micro micro_floor(micro a, micro step)
{
    return narrow(floor_divide(a, step) * step);
}

int micro_parse(text t, int decimals, micro *out)
{
    size_t i = 0;
    int negative = 0, seen = 0, after = -1;
    int64_t value = 0;

    if (t.length && (t.at[0] == '-' || t.at[0] == '+')) {
        negative = t.at[0] == '-';
        i++;
    }
    for (; i < t.length; i++) {
        char c = t.at[i];

        if (c == '.') {
            if (after >= 0 || decimals == 0)
                return 0;
            after = 0;
            continue;
        }
        if (c < '0' || c > '9' || value > (INT64_MAX / MICRO - 9) / 10)
            return 0;
        if (after >= 0 && ++after > decimals) {
            if (c != '0')
                return 0; /* a digit that would be lost */
            continue;
        }
        value = value * 10 + (c - '0');
        seen = 1;
    }
    if (!seen || after == 0)
        return 0;
    for (int digit = after < 0 ? 0 : after > decimals ? decimals : after; digit < 6; digit++)
        value *= 10;
    *out = negative ? -value : value;
    return 1;
}

void micro_print(char out[32], micro a, int least)
{
    char fraction[8];
    uint64_t size = a < 0 ? (uint64_t) - (a + 1) + 1 : (uint64_t)a;
    int keep = 6;

    snprintf(fraction, sizeof fraction, "%06u", (unsigned)(size % MICRO));
    while (keep > least && fraction[keep - 1] == '0')
        fraction[--keep] = '\0';
    snprintf(out, 32, "%s%llu%s%s", a < 0 ? "-" : "", (unsigned long long)(size / MICRO), keep ? "." : "",
             fraction);
}

void cents_print(char out[32], micro a)
{
    micro_print(out, micro_round(a, MICRO / 100), 2);
}
