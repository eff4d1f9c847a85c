/*
 * Looking up fixed words.
 */
#include "sayings.h"

static const char *const sayings[SAID_COUNT][2] = {
#define SAYING(name, fr, nl) [SAID_##name] = {fr, nl},
#include "sayings.def"
#undef SAYING
};

const char *said(saying s, ayant_language l)
{
    return sayings[s][l == AYANT_NL];
}

const char *label_said(const label *x, ayant_language l, const char *otherwise)
{
    const char *wanted = l == AYANT_NL ? x->nl : x->fr, *other = l == AYANT_NL ? x->fr : x->nl;

    return wanted ? wanted : other ? other : otherwise;
}
