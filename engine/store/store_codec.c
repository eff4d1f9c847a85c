/*
 * Packing and unpacking. What is unpacked is never trusted.
 */
#include "store_codec.h"

#include <stdlib.h>

#define HEAD 16
#define TAIL 8
#define BITMAP ((size_t)CHUNK_ROWS / 8)

enum { FORM_CELLS = 1, FORM_TEXTS = 2 };

typedef struct frame {
    int form, sparse;
    size_t width, rows, known;
    uint32_t base;
} frame;

static uint64_t load(const unsigned char *at, size_t bytes)
{
    uint64_t out = 0;

    for (size_t i = 0; i < bytes; i++)
        out |= (uint64_t)at[i] << 8 * i;
    return out;
}

static uint64_t load_word(const unsigned char *at)
{
    uint64_t word;

    memcpy(&word, at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static void save(unsigned char *at, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 32;
}

uint64_t codec_hash(uint64_t seed, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    uint64_t hash = mix(seed, size);
    size_t i = 0;

    for (; i + 8 <= size; i += 8)
        hash = mix(hash, load_word(at + i));
    if (i < size)
        hash = mix(hash, load(at + i, size - i));
    return mix(hash, 0);
}

uint64_t codec_seed(entity which, const char *name, uint64_t chunk)
{
    return codec_hash(mix(which, chunk), name, strlen(name));
}

int packed_room(packed *p, size_t size)
{
    unsigned char *wide;

    if (size > p->capacity) {
        wide = realloc(p->bytes, size + size / 4);
        if (!wide)
            return -1;
        p->bytes = wide;
        p->capacity = size + size / 4;
    }
    p->size = size;
    return 0;
}

static size_t codes_of(const frame *f)
{
    return f->sparse ? f->known : f->rows;
}

static size_t bitmap_of(const frame *f)
{
    return f->sparse ? (f->rows + 7) / 8 : 0;
}

static void write_head(unsigned char *at, const frame *f)
{
    memset(at, 0, HEAD);
    at[0] = (unsigned char)f->form;
    at[1] = (unsigned char)f->width;
    at[2] = (unsigned char)f->sparse;
    save(at + 4, f->rows, 4);
    save(at + 8, f->base, 4);
    save(at + 12, f->known, 4);
}

static void write_tail(packed *out, uint64_t seed)
{
    save(out->bytes + out->size - TAIL, codec_hash(seed, out->bytes, out->size - TAIL), TAIL);
}

/* A frame whose parts agree and whose check is right: 1, else 0. */
static int read_frame(const unsigned char *bytes, size_t size, uint64_t seed, int form, frame *f)
{
    if (!bytes || size < HEAD + TAIL || bytes[0] != form || bytes[2] > 1 || bytes[3])
        return 0;
    *f = (frame){.form = form,
                 .sparse = bytes[2],
                 .width = bytes[1],
                 .rows = (size_t)load(bytes + 4, 4),
                 .known = (size_t)load(bytes + 12, 4),
                 .base = (uint32_t)load(bytes + 8, 4)};
    return f->rows && f->rows <= CHUNK_ROWS && f->known <= f->rows && f->width <= 4 &&
           size >= HEAD + bitmap_of(f) + codes_of(f) * f->width + TAIL &&
           codec_hash(seed, bytes, size - TAIL) == load_word(bytes + size - TAIL);
}

static unsigned bit_of(const unsigned char *bits, size_t row)
{
    return (unsigned)bits[row / 8] >> row % 8 & 1u;
}

/* The known rows: their bits, of `rows` rows. 1 when they are as many as the frame says. */
static int bits_agree(const unsigned char *bits, const frame *f)
{
    size_t count = 0;

    for (size_t i = 0; i < f->rows; i++)
        count += bit_of(bits, i);
    return count == f->known;
}

/* How wide a code must be. `least` and `most` are of the known cells. */
static size_t width_for(cell least, cell most, int none_unknown)
{
    uint64_t codes = (uint64_t)((int64_t)most - least) + 1;

    if (codes == 1 && none_unknown)
        return 0;
    return codes <= UINT8_MAX ? 1 : codes <= UINT16_MAX ? 2 : codes <= 0xffffff ? 3 : 4;
}

static void write_codes(unsigned char *at, const cell *cells, size_t count, size_t width, cell base)
{
    uint32_t less = (uint32_t)base - 1;

    if (width == 4) {
        for (size_t i = 0; i < count; i++)
            save(at + 4 * i, (uint32_t)cells[i], 4);
        return;
    }
    for (size_t i = 0; width && i < count; i++) {
        uint32_t code = cells[i] == CELL_UNKNOWN ? 0 : (uint32_t)cells[i] - less;

        at[0] = (unsigned char)code;
        if (width > 1)
            at[1] = (unsigned char)(code >> 8);
        if (width > 2)
            at[2] = (unsigned char)(code >> 16);
        at += width;
    }
}

/* The known cells in `kept`, their bits in `bits` (BITMAP bytes), and the frame but for its width. */
static void gather(const cell *cells, size_t rows, cell *kept, unsigned char *bits, frame *f, cell *most)
{
    cell low = INT32_MAX, high = INT32_MIN;
    size_t known = 0;

    memset(bits, 0, BITMAP);
    for (size_t i = 0; i < rows; i++) {
        int is = cells[i] != CELL_UNKNOWN;

        kept[known] = cells[i];
        known += (size_t)is;
        bits[i / 8] |= (unsigned char)((unsigned)is << i % 8);
    }
    for (size_t i = 0; i < known; i++) {
        low = kept[i] < low ? kept[i] : low;
        high = kept[i] > high ? kept[i] : high;
    }
    *f = (frame){.form = FORM_CELLS, .rows = rows, .known = known, .base = (uint32_t)low};
    *most = high;
}

int pack_cells(packed *out, const cell *cells, size_t rows, uint64_t seed)
{
    cell kept[CHUNK_ROWS], most;
    unsigned char bits[BITMAP], *at;
    size_t sparse_width;
    frame f;

    gather(cells, rows, kept, bits, &f, &most);
    if (!f.known)
        return 0;
    f.width = width_for((cell)f.base, most, f.known == rows);
    sparse_width = width_for((cell)f.base, most, 1);
    if ((rows + 7) / 8 + f.known * sparse_width < rows * f.width) {
        f.sparse = 1;
        f.width = sparse_width;
    }
    if (packed_room(out, HEAD + bitmap_of(&f) + codes_of(&f) * f.width + TAIL) < 0)
        return -1;
    write_head(out->bytes, &f);
    at = out->bytes + HEAD;
    memcpy(at, bits, bitmap_of(&f));
    write_codes(at + bitmap_of(&f), f.sparse ? kept : cells, codes_of(&f), f.width, (cell)f.base);
    write_tail(out, seed);
    return 1;
}

static void read_codes(const unsigned char *at, size_t count, const frame *f, cell *out)
{
    uint32_t less = f->base - 1;

    for (size_t i = 0; f->width == 0 && i < count; i++)
        out[i] = (cell)f->base;
    for (size_t i = 0; f->width == 1 && i < count; i++)
        out[i] = at[i] ? (cell)(at[i] + less) : CELL_UNKNOWN;
    for (size_t i = 0; f->width == 2 && i < count; i++) {
        uint32_t code = at[2 * i] | (uint32_t)at[2 * i + 1] << 8;

        out[i] = code ? (cell)(code + less) : CELL_UNKNOWN;
    }
    for (size_t i = 0; f->width == 3 && i < count; i++) {
        uint32_t code = at[3 * i] | (uint32_t)at[3 * i + 1] << 8 | (uint32_t)at[3 * i + 2] << 16;

        out[i] = code ? (cell)(code + less) : CELL_UNKNOWN;
    }
    for (size_t i = 0; f->width == 4 && i < count; i++)
        out[i] = (cell)(uint32_t)load(at + 4 * i, 4);
}

size_t unpack_cells(const unsigned char *bytes, size_t size, uint64_t seed, cell *out)
{
    const unsigned char *at;
    cell kept[CHUNK_ROWS];
    size_t next = 0;
    frame f;

    if (!read_frame(bytes, size, seed, FORM_CELLS, &f) ||
        size != HEAD + bitmap_of(&f) + codes_of(&f) * f.width + TAIL)
        return 0;
    at = bytes + HEAD;
    if (!f.sparse) {
        read_codes(at, f.rows, &f, out);
        return f.rows;
    }
    if (!bits_agree(at, &f))
        return 0;
    read_codes(at + bitmap_of(&f), f.known, &f, kept);
    for (size_t i = 0; i < f.rows; i++)
        out[i] = bit_of(at, i) ? kept[next++] : CELL_UNKNOWN;
    return f.rows;
}

static size_t shared(const char *a, const char *b, size_t most)
{
    size_t n = 0;

    while (n + 8 <= most) {
        uint64_t differ = load_word((const unsigned char *)a + n) ^ load_word((const unsigned char *)b + n);

        if (differ)
            return n + ((size_t)__builtin_ctzll(differ) >> 3);
        n += 8;
    }
    while (n < most && a[n] == b[n])
        n++;
    return n;
}

/* The frame of texts and their bits; `base` is the room they take. */
static void measure(const uint16_t *lengths, size_t rows, unsigned char *bits, frame *f)
{
    uint64_t room = 0;
    uint16_t most = 0;

    memset(bits, 0, BITMAP);
    *f = (frame){.form = FORM_TEXTS, .rows = rows};
    for (size_t i = 0; i < rows; i++) {
        unsigned is = lengths[i] != 0;

        f->known += is;
        room += lengths[i] + is;
        bits[i / 8] |= (unsigned char)(is << i % 8);
        most = lengths[i] > most ? lengths[i] : most;
    }
    f->base = (uint32_t)room;
    f->width = most > UINT8_MAX ? 2 : 1;
    f->sparse = (rows + 7) / 8 + f->known * f->width < rows * f->width;
}

/* What each text shares with the one before, then the rest of each; returns the end. */
static unsigned char *write_texts(unsigned char *at, const uint16_t *lengths, const char *bytes,
                                  const frame *f)
{
    unsigned char *share = at, *rest = at + f->known;
    const char *before = "";
    size_t length_before = 0;

    for (size_t i = 0; i < f->rows; i++) {
        size_t length = lengths[i], most = length < length_before ? length : length_before, same;

        if (!length)
            continue;
        same = shared(before, bytes, most < UINT8_MAX ? most : UINT8_MAX);
        *share++ = (unsigned char)same;
        memcpy(rest, bytes + same, length - same);
        rest += length - same;
        before = bytes;
        length_before = length;
        bytes += length + 1;
    }
    return rest;
}

int pack_texts(packed *out, const uint16_t *lengths, const char *bytes, size_t rows, uint64_t seed)
{
    unsigned char bits[BITMAP], *at;
    frame f;

    measure(lengths, rows, bits, &f);
    if (!f.known)
        return 0;
    if (packed_room(out, HEAD + bitmap_of(&f) + codes_of(&f) * f.width + f.base + TAIL) < 0)
        return -1;
    write_head(out->bytes, &f);
    at = out->bytes + HEAD;
    memcpy(at, bits, bitmap_of(&f));
    at += bitmap_of(&f);
    for (size_t i = 0; i < rows; i++) {
        if (f.sparse && !lengths[i])
            continue;
        save(at, lengths[i], f.width);
        at += f.width;
    }
    at = write_texts(at, lengths, bytes, &f);
    out->size = (size_t)(at - out->bytes) + TAIL;
    write_tail(out, seed);
    return 1;
}

int texts_room(const unsigned char *bytes, size_t size, uint64_t seed, size_t *room)
{
    frame f;

    if (!read_frame(bytes, size, seed, FORM_TEXTS, &f) || (f.width != 1 && f.width != 2) ||
        f.base > f.known * ((size_t)UINT16_MAX + 1) || (f.sparse && !bits_agree(bytes + HEAD, &f)))
        return 0;
    *room = f.base;
    return 1;
}

size_t unpack_texts(const unsigned char *bytes, size_t size, char *room, text *out)
{
    frame f = {.sparse = bytes[2],
               .width = bytes[1],
               .rows = (size_t)load(bytes + 4, 4),
               .known = (size_t)load(bytes + 12, 4),
               .base = (uint32_t)load(bytes + 8, 4)};
    const unsigned char *bits = bytes + HEAD, *lengths = bits + bitmap_of(&f);
    const unsigned char *share = lengths + codes_of(&f) * f.width, *rest = share + f.known;
    const unsigned char *end = bytes + size - TAIL;
    text before = {"", 0};
    size_t left = f.base, known = 0;

    if (rest > end)
        return 0;
    for (size_t i = 0; i < f.rows; i++) {
        size_t length = 0, same;

        if (!f.sparse || bit_of(bits, i)) {
            length = (size_t)load(lengths, f.width);
            lengths += f.width;
        }
        out[i] = (text){"", 0};
        if (!length)
            continue;
        same = known++ < f.known ? *share++ : SIZE_MAX;
        if (same > before.length || same > length || length >= left || length - same > (size_t)(end - rest))
            return 0;
        memcpy(room, before.at, same);
        memcpy(room + same, rest, length - same);
        room[length] = '\0';
        before = out[i] = (text){room, length};
        rest += length - same;
        room += length + 1;
        left -= length + 1;
        if (!text_is_utf8(out[i]))
            return 0;
    }
    return left || rest != end || known != f.known ? 0 : f.rows;
}
