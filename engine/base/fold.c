/*
 * Folding, one code point at a time.
 */
#include "fold.h"

/* What letters of Latin-1 (from U+00C0) and Latin Extended-A (from U+0100) are without their accents. */
static const char latin[] = "aaaaaa\1ceeeeiiiidnooooo*ouuuuy\2\3"
                            "aaaaaa\1ceeeeiiiidnooooo/ouuuuy\2y"
                            "aaaaaaccccccccddddeeeeeeeeeegggg"
                            "gggghhhhiiiiiiiiii\4\4jjkkklllllll"
                            "lllnnnnnnnnnoooooo\5\5rrrrrrssssss"
                            "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static const char *const pairs[] = {"", "ae", "th", "ss", "ij", "oe"};

/* The code point at `s`, and its length in *step; a byte that starts none is itself. */
static uint32_t code_at(const unsigned char *s, size_t left, size_t *step)
{
    size_t need = s[0] < 0xc2 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : s[0] < 0xf5 ? 4 : 1;
    uint32_t code;

    *step = 1;
    if (need == 1 || need > left)
        return s[0];
    code = s[0] & (0xffu >> (need + 1));
    for (size_t i = 1; i < need; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return s[0];
        code = code << 6 | (s[i] & 0x3fu);
    }
    *step = need;
    return code;
}

static int is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xa0 || code == 0x202f ||
           (code >= 0x2000 && code <= 0x200b) || code == 0xfeff;
}

/* Bytes of the space that `t` ends with, 0 when it ends with none. */
static size_t space_before(text t)
{
    const unsigned char *end = (const unsigned char *)t.at + t.length;
    size_t step;

    if (t.length && end[-1] < 0x80)
        return is_space(end[-1]) ? 1 : 0;
    for (size_t n = 2; n <= 3 && n <= t.length; n++)
        if (end[-(ptrdiff_t)n] >= 0xc0) /* where a letter of several bytes begins */
            return is_space(code_at(end - n, n, &step)) && step == n ? n : 0;
    return 0;
}

text text_strip(text t)
{
    size_t step;

    while (t.length && is_space(code_at((const unsigned char *)t.at, t.length, &step))) {
        t.at += step;
        t.length -= step;
    }
    while ((step = space_before(t)))
        t.length -= step;
    return t;
}

int64_t text_fold(text t, char *out, size_t size)
{
    size_t used = 0, step;
    int gap = 0;

    t = text_strip(t);
    for (size_t i = 0; i < t.length; i += step) {
        uint32_t code = code_at((const unsigned char *)t.at + i, t.length - i, &step);
        const char *add = t.at + i;
        size_t length = step;
        char one;

        if (is_space(code)) {
            gap = 1;
            continue;
        }
        if (code >= 0x300 && code < 0x370)
            continue; /* an accent on its own */
        if (code >= 'A' && code <= 'Z') {
            one = (char)(code - 'A' + 'a');
            add = &one;
        } else if (code == 0x2019 || code == 0x2018) {
            add = "'";
            length = 1;
        } else if (code >= 0xc0 && code < 0x180) {
            one = latin[code - 0xc0];
            add = one > 0 && one < 6 ? pairs[(size_t)one] : &one;
            length = one > 0 && one < 6 ? 2 : 1;
        }
        if (used + (size_t)gap + length >= size)
            return -1;
        if (gap)
            out[used++] = ' ';
        gap = 0;
        memcpy(out + used, add, length);
        used += length;
    }
    if (used >= size)
        return -1;
    out[used] = '\0';
    return (int64_t)used;
}
