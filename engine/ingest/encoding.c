/*
 * Windows-1252 to UTF-8, of which only 0x80 to 0x9f differ from Latin-1, and
 * UTF-16 to UTF-8.
 */
#include "encoding.h"

#define NO_CHARACTER '\x81' /* not assigned in Windows-1252, and never alone in UTF-8 */

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

size_t utf8_put(uint32_t code, char *out)
{
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

    if ((code >= 0xd800 && code < 0xe000) || code > 0x10ffff) {
        out[0] = NO_CHARACTER;
        return 1;
    }
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)(length == 1 ? code : (0xf00u >> length & 0xff) | code);
    return length;
}

utf16_order utf16_find(text head, int *mark)
{
    size_t units = head.length / 2 < 64 ? head.length / 2 : 64, even = 0, odd = 0;

    *mark = 1;
    if (head.length >= 2 && memcmp(head.at, "\xff\xfe", 2) == 0)
        return UTF16_LITTLE;
    if (head.length >= 2 && memcmp(head.at, "\xfe\xff", 2) == 0)
        return UTF16_BIG;
    *mark = 0;
    for (size_t i = 0; i < units; i++) {
        even += head.at[2 * i] == '\0';
        odd += head.at[2 * i + 1] == '\0';
    }
    if (units < 8 || (even && odd))
        return UTF16_NONE;
    return 4 * odd >= 3 * units ? UTF16_LITTLE : 4 * even >= 3 * units ? UTF16_BIG : UTF16_NONE;
}

static uint32_t unit_at(const char *at, utf16_order order)
{
    const unsigned char *s = (const unsigned char *)at;

    return order == UTF16_LITTLE ? (uint32_t)(s[0] | s[1] << 8) : (uint32_t)(s[0] << 8 | s[1]);
}

size_t utf8_from_utf16(text t, utf16_order order, char *out, size_t *used)
{
    size_t at = 0, length = 0;

    while (at + 2 <= t.length) {
        uint32_t code = unit_at(t.at + at, order), low;

        if (code >= 0xd800 && code < 0xdc00) {
            if (at + 4 > t.length)
                break;
            low = unit_at(t.at + at + 2, order);
            if (low >= 0xdc00 && low < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        at += 2;
        length += utf8_put(code, out + length);
    }
    *used = at;
    return length;
}
