/*
 * Decimal marks.
 *
 *   1234.56  1,234.56  1234.567  0.123   12.5     point
 *   1234,56  1.234,56  1.234.567 0,123   12,5     comma
 *   1.234    1,234                                either
 */
#include "figures.h"

unsigned mark_of(text t)
{
    size_t digits = 0, before = 0, points = 0, commas = 0;
    char last = '\0', first = '\0';
    int gap = 0, spaces = 0; /* spaces: thousands are set apart by spaces */

    for (size_t i = 0; i < t.length; i++) {
        char c = t.at[i];

        if (c >= '0' && c <= '9') {
            if (!first)
                first = c;
            spaces |= gap;
            digits++;
        } else if (c == '.' || c == ',') {
            points += c == '.';
            commas += c == ',';
            before = digits;
            digits = 0;
            last = c;
        } else if (first && (c == ' ' || c == '\'' || (unsigned char)c >= 0x80)) {
            gap = 1;
        }
    }
    if (!last || !first) /* "n.a." proves nothing */
        return 0;
    if (points && commas)
        return last == ',' ? MARK_COMMA : MARK_POINT;
    if (points + commas > 1)
        return last == '.' ? MARK_COMMA : MARK_POINT;
    if (digits == 3 && before >= 1 && before <= 3 && first != '0' && !spaces)
        return MARK_EITHER;
    return last == ',' ? MARK_COMMA : MARK_POINT;
}

unsigned mark_for(unsigned column, unsigned file, char delimiter)
{
    if (column == MARK_POINT || column == MARK_COMMA)
        return column;
    if (column)
        return 0;
    if (file == MARK_POINT || file == MARK_COMMA)
        return file;
    return !file && delimiter == ',' ? MARK_POINT : 0;
}
