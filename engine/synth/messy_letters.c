/*
 * Letters of the messy export: capitals, accents apart, Windows-1252.
 *
 * Texts are well-formed UTF-8 of the generator: Latin letters below U+0220,
 * the euro sign, and nothing above three bytes.
 */
#include "messy.h"

#include <string.h>

/* The letter at *at, which moves past it. */
static uint32_t letter(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;

    if (s[0] < 0x80) {
        *at += 1;
        return s[0];
    }
    if (s[0] < 0xe0) {
        *at += 2;
        return (uint32_t)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
    }
    *at += 3;
    return (uint32_t)(s[0] & 0x0f) << 12 | (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
}

static size_t put_letter(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xc0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    to[0] = (char)(0xe0 | c >> 12);
    to[1] = (char)(0x80 | (c >> 6 & 0x3f));
    to[2] = (char)(0x80 | (c & 0x3f));
    return 3;
}

static uint32_t capital(uint32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0xfe && c != 0xf7))
        return c - 0x20;
    if ((c >= 0x100 && c < 0x138 && c != 0x131) || (c >= 0x14a && c < 0x178) || (c >= 0x200 && c < 0x220))
        return c & ~UINT32_C(1); /* pairs: capital even, small odd */
    if (c >= 0x139 && c < 0x149)
        return c % 2 ? c : c - 1; /* and here the other way */
    return c;
}

/* A capital of these ranges has as many bytes as the small letter. */
void messy_capitals(char *letters)
{
    const char *from = letters;

    while (*from) {
        char *to = letters + (from - letters);

        put_letter(to, capital(letter(&from)));
    }
}

/* Letters U+00C0 to U+00FF: what is below the accent, and the accent. */
static uint32_t apart(uint32_t c, uint32_t *mark)
{
    static const char bases[] = "AAAAAA CEEEEIIII NOOOOO  UUUUY  aaaaaa ceeeeiiii nooooo  uuuuy y";
    static const unsigned char marks[] = {0,  1, 2, 3, 8, 10, 99, 39, 0,  1, 2, 8, 0, 1, 2,  8,
                                          99, 3, 0, 1, 2, 3,  8,  99, 99, 0, 1, 2, 8, 1, 99, 99,
                                          0,  1, 2, 3, 8, 10, 99, 39, 0,  1, 2, 8, 0, 1, 2,  8,
                                          99, 3, 0, 1, 2, 3,  8,  99, 99, 0, 1, 2, 8, 1, 99, 8};

    if (c < 0xc0 || c > 0xff || marks[c - 0xc0] == 99)
        return 0;
    *mark = UINT32_C(0x300) + marks[c - 0xc0];
    return (unsigned char)bases[c - 0xc0];
}

void messy_decompose(char *letters, size_t size)
{
    char out[MESSY_TEXT * 2];
    const char *from = letters;
    size_t used = 0;

    while (*from && used + 8 < sizeof out) {
        uint32_t mark = 0, c = letter(&from), base = apart(c, &mark);

        used += put_letter(out + used, base ? base : c);
        if (base)
            used += put_letter(out + used, mark);
    }
    out[used] = '\0';
    if (used < size)
        memcpy(letters, out, used + 1);
}

static unsigned char of_1252(uint32_t c)
{
    static const struct {
        uint32_t letter;
        unsigned char byte;
    } others[] = {{0x20ac, 0x80}, {0x160, 0x8a}, {0x152, 0x8c}, {0x17d, 0x8e},
                  {0x161, 0x9a},  {0x153, 0x9c}, {0x17e, 0x9e}, {0x178, 0x9f}};

    if (c < 0x80 || (c >= 0xa0 && c <= 0xff))
        return (unsigned char)c;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].letter == c)
            return others[i].byte;
    return 0;
}

int messy_to_1252(char *letters)
{
    const char *from = letters;
    char *to = letters;

    while (*from)
        if (!of_1252(letter(&from)))
            return 0;
    from = letters;
    while (*from)
        *to++ = (char)of_1252(letter(&from));
    *to = '\0';
    return 1;
}

int messy_is_ascii(const char *letters)
{
    for (; *letters; letters++)
        if ((unsigned char)*letters >= 0x80)
            return 0;
    return 1;
}
