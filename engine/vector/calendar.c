/*
 * Dates in columns.
 */
#include "calendar.h"

#include "../base/limits.h"
#include "kernels.h"

/* The latest day from which `months` months are over on `on`. */
static day threshold(day on, int32_t months)
{
    int year, month, date, y, m, d;
    day at;

    day_parts(on, &year, &month, &date);
    month -= 1 + (int)months;
    year += month >= 0 ? month / 12 : -((11 - month) / 12);
    month = ((month % 12) + 12) % 12 + 1;
    at = day_of(year, month, date);
    day_parts(at, &y, &m, &d);
    /* no such day in that month: its last day is the latest one */
    return m == month ? at : day_of(y, m, 1) - 1;
}

void calendar_months(calendar *c, day on, int step_months)
{
    c->on = on;
    c->month_days = step_months;
    for (int k = 0; k < CALENDAR_MONTHS + 2; k++)
        c->over[k] = (double)threshold(on, k * step_months);
}

void calendar_since(double *out, const double *from, const calendar *c, size_t n)
{
    const double length = 30.436875 * c->month_days;

    for (size_t i = 0; i < n; i++) {
        double d = from[i], guess = ((double)c->on - d) / length;
        int k;

        if (guess < 1 || guess > CALENDAR_MONTHS - 2) { /* not begun, or from before any record */
            out[i] =
                (c->month_days == 12 ? day_age((day)d, c->on) : day_months((day)d, c->on)) * (double)MICRO;
            continue;
        }
        k = (int)guess;
        k -= d > c->over[k] ? 1 : 0;
        k += d <= c->over[k + 1] ? 1 : 0;
        out[i] = k * (double)MICRO;
    }
}

void calendar_between(double *out, const double *a, const double *b, int years, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        day from = (day)a[i], to = (day)b[i];

        out[i] = (years ? day_age(from, to) : day_months(from, to)) * (double)MICRO;
    }
}

void calendar_months_after(double *out, const double *d, const double *months, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (double)day_add_months((day)d[i], (int32_t)(months[i] / MICRO));
}

void calendar_year(double *out, const double *d, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int year, month, date;

        day_parts((day)d[i], &year, &month, &date);
        out[i] = year * (double)MICRO;
    }
}

const kernels *kernels_choose(void)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
        return &kernels_avx512;
    if (__builtin_cpu_supports("avx2"))
        return &kernels_avx2;
#endif
    return &kernels_base;
}
