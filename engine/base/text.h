/*
 * Slices of text: a start and a length, never a promise of a final zero.
 */
#ifndef AYANT_BASE_TEXT_H
#define AYANT_BASE_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct text {
    const char *at;
    size_t length;
} text;

static inline text text_of(const char *s)
{
    text t = {s, s ? strlen(s) : 0};
    return t;
}

static inline int text_is(text a, const char *s)
{
    size_t length = strlen(s);
    return a.length == length && (length == 0 || memcmp(a.at, s, length) == 0);
}

static inline int text_same(text a, text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Without spaces, tabs and non-breaking spaces (UTF-8) at both ends. */
text text_trim(text t);
/* ASCII letters only; accents are left alone. */
int text_same_no_case(text a, const char *s);
/* 1 when the bytes are well-formed UTF-8 without NUL. */
int text_is_utf8(text t);
/* FNV-1a, for tables of names; not for secrets. */
uint64_t text_hash(text t);
/* Edit distance, for "did you mean"; capped at 64 characters each. */
size_t text_distance(const char *a, const char *b);

#endif
