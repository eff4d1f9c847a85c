/*
 * Where output goes: a function that takes bytes.
 *
 * Writers below buffer nothing and stop at the first failure, which they
 * remember; the caller asks once, at the end.
 */
#ifndef AYANT_BASE_SINK_H
#define AYANT_BASE_SINK_H

#include "../ayant.h"
#include "failure.h"
#include "money.h"
#include "text.h"

typedef struct writer {
    const ayant_sink *to;
    size_t used;
    int failed;
    char bytes[16384];
} writer;

void writer_start(writer *w, const ayant_sink *to);
void put(writer *w, const char *bytes, size_t length);
void put_text(writer *w, const char *s); /* NULL writes nothing */
void put_print(writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void put_micro(writer *w, micro value, int least);
void put_cents(writer *w, micro value);
/* One CSV cell after RFC 4180: quoted when it must be. `separator` before it when not the first. */
void put_csv(writer *w, text cell, int first);
/* A JSON string with its quotes. */
void put_json(writer *w, text s);
/* Text for HTML: & < > " escaped. */
void put_html(writer *w, const char *s);
/* Sends what is left. AYANT_E_SYSTEM (W01) when any write failed. */
ayant_status writer_end(writer *w, failure *e);

#endif
