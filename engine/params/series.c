/*
 * Reading a series on a date.
 */
#include "series.h"

const parameter_row *parameter_at(const parameter *p, day on)
{
    size_t low = 0, high = p->row_count; /* rows before `low` are not after `on`; rows from `high` are */

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (p->rows[middle].from <= on)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && !p->rows[low - 1].ended ? &p->rows[low - 1] : NULL;
}
