/*
 * Register numbers: date, serial (odd for men, even for women), check digits.
 */
#include "niss.h"

void made_niss(char out[12], const made_person *p, int32_t serial, niss_kind kind)
{
    int year, month, date, check;
    int64_t number, counted;
    int32_t order = p->gender == GENDER_F ? serial * 2 + 2 : serial * 2 + 1;

    day_parts(p->birth_date, &year, &month, &date);
    if (p->stay == STAY_IRREGULAR || p->stay == STAY_SHORT)
        month += 40; /* a bis number, sex known */
    number = (((int64_t)(year % 100) * 100 + month) * 100 + date) * 1000 + order;
    counted = year >= 2000 ? number + INT64_C(2000000000) : number;
    check = (int)(97 - counted % 97);
    if (kind == NISS_INVALID)
        check = check % 97 + 1;
    number = number * 100 + check;
    for (int i = 10; i >= 0; i--, number /= 10)
        out[i] = (char)('0' + number % 10);
    out[11] = '\0';
}
