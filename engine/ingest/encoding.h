/*
 * Windows-1252, the encoding of spreadsheets in Belgium before UTF-8.
 */
#ifndef AYANT_INGEST_ENCODING_H
#define AYANT_INGEST_ENCODING_H

#include "../base/text.h"

/*
 * Writes `t` as UTF-8 to `out`, which has 3 x t.length bytes. Returns the
 * length, or -1 when a byte means nothing in Windows-1252.
 */
int64_t utf8_from_windows(text t, char *out);

#endif
