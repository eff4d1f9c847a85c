/*
 * Windows-1252 to UTF-8. Only 0x80 to 0x9f differ from Latin-1.
 */
#include "encoding.h"

int64_t utf8_from_windows(text t, char *out)
{
    /* 0: not assigned */
    static const uint16_t upper[32] = {
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
    };
    size_t used = 0;

    for (size_t i = 0; i < t.length; i++) {
        unsigned code = (unsigned char)t.at[i];

        if (code >= 0x80 && code < 0xa0 && !(code = upper[code - 0x80]))
            return -1;
        if (code < 0x80) {
            out[used++] = (char)code;
        } else if (code < 0x800) {
            out[used++] = (char)(0xc0 | code >> 6);
            out[used++] = (char)(0x80 | (code & 0x3f));
        } else {
            out[used++] = (char)(0xe0 | code >> 12);
            out[used++] = (char)(0x80 | (code >> 6 & 0x3f));
            out[used++] = (char)(0x80 | (code & 0x3f));
        }
    }
    return (int64_t)used;
}
