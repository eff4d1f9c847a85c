/*
 * Slices of text.
 */
#include "text.h"

text text_trim(text t)
{
    for (;;) {
        if (t.length && (t.at[0] == ' ' || t.at[0] == '\t')) {
            t.at++;
            t.length--;
        } else if (t.length >= 2 && memcmp(t.at, "\xc2\xa0", 2) == 0) {
            t.at += 2;
            t.length -= 2;
        } else {
            break;
        }
    }
    for (;;) {
        if (t.length && (t.at[t.length - 1] == ' ' || t.at[t.length - 1] == '\t'))
            t.length--;
        else if (t.length >= 2 && memcmp(t.at + t.length - 2, "\xc2\xa0", 2) == 0)
            t.length -= 2;
        else
            break;
    }
    return t;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

int text_same_no_case(text a, const char *s)
{
    size_t i;

    for (i = 0; i < a.length && s[i]; i++)
        if (lower(a.at[i]) != lower(s[i]))
            return 0;
    return i == a.length && !s[i];
}

/* Length of the well-formed sequence at `s`, 0 when there is none. */
static size_t sequence(const unsigned char *s, size_t left)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t need = s[0] < 0x80 ? 1 : s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    uint32_t code;

    if (need == 1)
        return s[0] ? 1 : 0;
    if (s[0] < 0xc2 || s[0] > 0xf4 || left < need)
        return 0;
    code = s[0] & (0xffu >> (need + 1));
    for (size_t i = 1; i < need; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (s[i] & 0x3fu);
    }
    if (code < least[need] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return 0;
    return need;
}

int text_is_utf8(text t)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    const unsigned char *s = (const unsigned char *)t.at;

    for (size_t i = 0; i < t.length;) {
        uint64_t word;
        size_t step;

        if (t.length - i >= 8) { /* most text is ASCII: eight bytes at a time, none of them zero */
            memcpy(&word, s + i, 8);
            if (!((word | (word - ones)) & high)) {
                i += 8;
                continue;
            }
        }
        step = sequence(s + i, t.length - i);
        if (!step)
            return 0;
        i += step;
    }
    return 1;
}

uint64_t text_hash(text t)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < t.length; i++)
        hash = (hash ^ (unsigned char)t.at[i]) * 1099511628211u;
    return hash;
}

size_t text_distance(const char *a, const char *b)
{
    enum { MOST = 64 };
    size_t row[MOST + 1], la = strlen(a), lb = strlen(b);

    if (la > MOST || lb > MOST)
        return la > lb ? la : lb;
    for (size_t j = 0; j <= lb; j++)
        row[j] = j;
    for (size_t i = 1; i <= la; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t up = row[j];
            size_t best = corner + (lower(a[i - 1]) != lower(b[j - 1]));

            if (up + 1 < best)
                best = up + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            corner = up;
            row[j] = best;
        }
    }
    return row[lb];
}
