/*
 * Calendar arithmetic, without tables and without the C library's time.
 */
#include "day.h"

#include <stdio.h>

/* Days and months shift the year to start in March, so that 29 February ends it. */
day day_of(int year, int month, int date)
{
    int y = year - (month <= 2);
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void day_parts(day d, int *year, int *month, int *date)
{
    int z = d + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int of_era = z - era * 146097;
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;

    *date = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2);
}

static int digits(const char *s, size_t n, int *out)
{
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return 0;
        *out = *out * 10 + (s[i] - '0');
    }
    return 1;
}

int day_parse(text t, day *out)
{
    const char *s = t.at;
    int year, month, date, y, m, d;

    if (t.length != 10)
        return 0;
    if (s[4] == '-' && s[7] == '-') {
        if (!digits(s, 4, &year) || !digits(s + 5, 2, &month) || !digits(s + 8, 2, &date))
            return 0;
    } else if (s[2] == '/' && s[5] == '/') {
        if (!digits(s, 2, &date) || !digits(s + 3, 2, &month) || !digits(s + 6, 4, &year))
            return 0;
    } else {
        return 0;
    }
    if (year < 1800 || month < 1 || month > 12 || date < 1 || date > 31)
        return 0;
    *out = day_of(year, month, date);
    day_parts(*out, &y, &m, &d); /* 30 February comes back as another day */
    return y == year && m == month && d == date && *out >= DAY_LEAST && *out <= DAY_MOST;
}

void day_print(char out[16], day d)
{
    int year, month, date;

    out[0] = '\0';
    if (d >= DAY_NEVER)
        return;
    day_parts(d, &year, &month, &date);
    snprintf(out, 16, "%04d-%02d-%02d", year % 10000, month % 100, date % 100);
}

int32_t day_months(day a, day b)
{
    int ya, ma, da, yb, mb, db;

    day_parts(a, &ya, &ma, &da);
    day_parts(b, &yb, &mb, &db);
    return (yb - ya) * 12 + (mb - ma) - (db < da);
}

int32_t day_age(day birth, day on)
{
    int32_t months = day_months(birth, on);

    return months >= 0 ? months / 12 : -((11 - months) / 12);
}

day day_add_months(day d, int32_t months)
{
    int year, month, date, y, m, dd;
    day out;

    if (d >= DAY_NEVER)
        return DAY_NEVER;
    day_parts(d, &year, &month, &date);
    month += (int)months - 1;
    year += month >= 0 ? month / 12 : -((11 - month) / 12);
    month = ((month % 12) + 12) % 12 + 1;
    out = day_of(year, month, date);
    day_parts(out, &y, &m, &dd);
    return m == month ? out : day_of(y, m, 1);
}
