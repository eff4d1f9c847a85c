/*
 * Buffered writing to a sink.
 */
#include "sink.h"

#include <stdarg.h>
#include <stdio.h>

void writer_start(writer *w, const ayant_sink *to)
{
    w->to = to;
    w->used = 0;
    w->failed = 0;
}

static void send_all(writer *w)
{
    if (w->used && !w->failed && w->to->write(w->to->to, w->bytes, w->used) != 0)
        w->failed = 1;
    w->used = 0;
}

void put(writer *w, const char *bytes, size_t length)
{
    while (length) {
        size_t room = sizeof w->bytes - w->used;
        size_t now = length < room ? length : room;

        memcpy(w->bytes + w->used, bytes, now);
        w->used += now;
        bytes += now;
        length -= now;
        if (w->used == sizeof w->bytes)
            send_all(w);
    }
}

void put_text(writer *w, const char *s)
{
    if (s)
        put(w, s, strlen(s));
}

void put_print(writer *w, const char *format, ...)
{
    char line[4096];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= sizeof line)
        w->failed = 1; /* a line this long is a mistake of ours: say so rather than cut it */
    else
        put(w, line, (size_t)length);
}

void put_micro(writer *w, micro value, int least)
{
    char out[32];

    micro_print(out, value, least);
    put_text(w, out);
}

void put_cents(writer *w, micro value)
{
    char out[32];

    cents_print(out, value);
    put_text(w, out);
}

void put_csv(writer *w, text cell, int first)
{
    int quote = 0;

    if (!first)
        put(w, ",", 1);
    for (size_t i = 0; i < cell.length; i++)
        quote |= cell.at[i] == ',' || cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r';
    if (!quote) {
        put(w, cell.at, cell.length);
        return;
    }
    put(w, "\"", 1);
    for (size_t i = 0; i < cell.length; i++)
        put(w, cell.at[i] == '"' ? "\"\"" : &cell.at[i], cell.at[i] == '"' ? 2 : 1);
    put(w, "\"", 1);
}

void put_json(writer *w, text s)
{
    put(w, "\"", 1);
    for (size_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.at[i];

        if (c == '"' || c == '\\')
            put_print(w, "\\%c", c);
        else if (c < 0x20)
            put_print(w, "\\u%04x", c);
        else
            put(w, &s.at[i], 1);
    }
    put(w, "\"", 1);
}

void put_html(writer *w, const char *s)
{
    for (; s && *s; s++) {
        if (*s == '&')
            put_text(w, "&amp;");
        else if (*s == '<')
            put_text(w, "&lt;");
        else if (*s == '>')
            put_text(w, "&gt;");
        else if (*s == '"')
            put_text(w, "&quot;");
        else
            put(w, s, 1);
    }
}

ayant_status writer_end(writer *w, failure *e)
{
    send_all(w);
    if (w->failed)
        return fail(e, AYANT_E_SYSTEM, "W01", "the output could not be written: is the disk full?");
    return AYANT_OK;
}
