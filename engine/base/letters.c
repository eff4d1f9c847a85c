/*
 * Letters, from one table: letters.def.
 */
#include "letters.h"

#define MARK_FIRST 0x0300u
#define MARK_LAST 0x036fu

static const struct letter {
    uint16_t code, mark;
    char base, folded[3];
} letters[] = {
#define LETTER(code, base, mark, folded) {code, mark, base, folded},
#include "letters.def"
#undef LETTER
};

#define LETTERS (sizeof letters / sizeof *letters)

/* The code point at `s` and its length in bytes; a byte that starts none stands for itself. */
static uint32_t code_at(text t, size_t at, size_t *length)
{
    const unsigned char *s = (const unsigned char *)t.at + at;
    size_t left = t.length - at, need = s[0] < 0xc2 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
    uint32_t code;

    *length = 1;
    if (need == 1 || need > left || s[0] > 0xf4)
        return s[0];
    code = s[0] & (0xffu >> (need + 1));
    for (size_t i = 1; i < need; i++) {
        if ((s[i] & 0xc0) != 0x80)
            return s[0];
        code = code << 6 | (s[i] & 0x3fu);
    }
    *length = need;
    return code;
}

static int is_mark(uint32_t code)
{
    return code >= MARK_FIRST && code <= MARK_LAST;
}

int letters_are_apart(text t)
{
    for (size_t i = 0; i + 1 < t.length; i++) {
        unsigned char a = (unsigned char)t.at[i];

        if (a == 0xcc || (a == 0xcd && (unsigned char)t.at[i + 1] <= 0xaf))
            return 1;
    }
    return 0;
}

static const struct letter *composed(char base, uint32_t mark)
{
    for (size_t i = 0; i < LETTERS; i++)
        if (letters[i].mark == mark && letters[i].base == base)
            return &letters[i];
    return NULL;
}

size_t letters_compose(text t, char *out)
{
    size_t used = 0, length, after;

    for (size_t i = 0; i < t.length; i += length) {
        const struct letter *whole = NULL;

        code_at(t, i, &length);
        if (length == 1 && i + 1 < t.length && is_mark(code_at(t, i + 1, &after)))
            whole = composed(t.at[i], code_at(t, i + 1, &after));
        if (whole) {
            out[used++] = (char)(0xc0 | whole->code >> 6);
            out[used++] = (char)(0x80 | (whole->code & 0x3f));
            length += after;
        } else {
            memmove(out + used, t.at + i, length);
            used += length;
        }
    }
    return used;
}

static const char *folded(uint32_t code)
{
    size_t low = 0, high = LETTERS;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (letters[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < LETTERS && letters[low].code == code ? letters[low].folded : NULL;
}

/* The letter at `i`, folded, in `out` (5 bytes): "" for what is no letter. */
static size_t fold_one(text t, size_t i, size_t *length, char out[5])
{
    uint32_t code = code_at(t, i, length);
    const char *plain;

    out[0] = '\0';
    if (code < 0x80) {
        char c = (char)(code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code);

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            memcpy(out, (char[2]){c, '\0'}, 2);
    } else if (*length > 1 && (plain = folded(code))) {
        memcpy(out, plain, strlen(plain) + 1);
    } else if (code > 0x24f && (code < 0x2000 || code > 0x206f) && *length > 1) {
        memcpy(out, t.at + i, *length); /* another script */
        out[*length] = '\0';
    }
    return strlen(out);
}

size_t letters_fold(text t, char *out, size_t size)
{
    size_t used = 0, length, n;
    int gap = 0;
    char one[5];

    for (size_t i = 0; i < t.length; i += length) {
        if (is_mark(code_at(t, i, &length)))
            continue;
        n = fold_one(t, i, &length, one);
        if (!n) {
            gap = used > 0;
            continue;
        }
        if (used + n + 2 > size) {
            used = 0;
            break;
        }
        if (gap)
            out[used++] = ' ';
        gap = 0;
        memcpy(out + used, one, n);
        used += n;
    }
    if (size)
        out[used] = '\0';
    return used;
}
