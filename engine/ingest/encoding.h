/*
 * Windows-1252, the encoding of spreadsheets in Belgium before UTF-8, and
 * UTF-16, what they call "Unicode text".
 */
#ifndef AYANT_INGEST_ENCODING_H
#define AYANT_INGEST_ENCODING_H

#include "../base/text.h"

/*
 * Writes `t` as UTF-8 to `out`, which has 3 x t.length bytes. Returns the
 * length, or -1 when a byte means nothing in Windows-1252.
 */
int64_t utf8_from_windows(text t, char *out);

/* One character as UTF-8 to `out`, which has 4 bytes; half a surrogate pair as NO_CHARACTER (see encoding.c).
 */
size_t utf8_put(uint32_t code, char *out);

typedef enum utf16_order { UTF16_NONE, UTF16_LITTLE, UTF16_BIG } utf16_order;

/* From the byte order mark (*mark 1), else from where the zeros of the first bytes lie. */
utf16_order utf16_find(text head, int *mark);
/*
 * Writes as many whole characters of `t` as there are as UTF-8 to `out`,
 * which has 2 x t.length bytes, and returns the length; *used says how many
 * bytes of `t`. What is no character comes out as a byte that no encoding of
 * ours has, so that its cell is refused.
 */
size_t utf8_from_utf16(text t, utf16_order order, char *out, size_t *used);

#endif
