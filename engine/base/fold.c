/*
 * Folding, one code point at a time.
 */
#include "fold.h"

#include "letters.h"

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
            return is_space(letters_code(t, t.length - n, &step)) && step == n ? n : 0;
    return 0;
}

text text_strip(text t)
{
    size_t step;

    while (t.length && is_space(letters_code(t, 0, &step))) {
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
        uint32_t code = letters_code(t, i, &step);
        const char *add = t.at + i, *plain = code >= 0x80 ? letters_plain(code) : NULL;
        size_t length = step;
        char one;

        if (is_space(code)) {
            gap = 1;
            continue;
        }
        if (letters_is_mark(code))
            continue;
        if (code >= 'A' && code <= 'Z') {
            one = (char)(code - 'A' + 'a');
            add = &one;
        } else if (code == 0x2019 || code == 0x2018) {
            add = "'";
            length = 1;
        } else if (plain) {
            add = plain;
            length = strlen(plain);
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
