/*
 * One fact of a run of rows, packed into bytes.
 *
 *   0  1 cells, 2 texts        8  base, or room the texts take unpacked
 *   1  bytes of a code         12 known rows, 4 bytes
 *   2  1: a bitmap; 0          16 bitmap of known rows, codes, rest of the texts
 *   4  rows, 4 bytes           at the end 8 bytes that check the others
 *
 * Numbers are little-endian. There is a bitmap, one bit a row, where it is
 * shorter than codes for every row; then only known rows have a code.
 *
 * A cell's code is 0 for unknown, else 1 + cell - base; of 4 bytes it is the
 * cell itself; of 0 bytes every row that has one holds the base. A text's code
 * is its length, 0 for unknown. Behind all lengths, each text that is not empty
 * has one byte, how many bytes it shares with the start of the one before;
 * behind these, the rest of each.
 *
 * The check depends on a seed made from where the run stands, so that bytes
 * moved elsewhere are refused. It finds accidents, not somebody who means harm:
 * values are checked by the reader as well.
 */
#ifndef AYANT_STORE_STORE_CODEC_H
#define AYANT_STORE_STORE_CODEC_H

#include "../base/text.h"
#include "../model/kinds.h"

/* Rows of a run. A multiple of it would save little; a part of it wastes the end of a page more often. */
#define CHUNK_ROWS 8192

typedef struct packed {
    unsigned char *bytes; /* from malloc */
    size_t size, capacity;
} packed;

/* 0, or -1 without memory: room for `size` bytes, which become its size. */
int packed_room(packed *p, size_t size);

/* Of bytes; also tells ids apart. Not for secrets. */
uint64_t codec_hash(uint64_t seed, const void *bytes, size_t size);
uint64_t codec_seed(entity which, const char *name, uint64_t chunk);

/* 1 and the bytes; 0 when every cell is unknown; -1 without memory. */
int pack_cells(packed *out, const cell *cells, size_t rows, uint64_t seed);
/* `bytes` holds each text that is not empty and a zero byte, one after the other. */
int pack_texts(packed *out, const uint16_t *lengths, const char *bytes, size_t rows, uint64_t seed);
/* Rows unpacked, at most CHUNK_ROWS; 0 when the bytes are not what was packed. */
size_t unpack_cells(const unsigned char *bytes, size_t size, uint64_t seed, cell *out);
/* 1 and the room that the texts take, 0 when the bytes are not what was packed. */
int texts_room(const unsigned char *bytes, size_t size, uint64_t seed, size_t *room);
/*
 * Rows unpacked, 0 when damaged, from bytes that texts_room accepted. Texts are slices of `room`, each
 * well-formed UTF-8 with a zero byte behind it; length 0: unknown.
 */
size_t unpack_texts(const unsigned char *bytes, size_t size, char *room, text *out);

#endif
