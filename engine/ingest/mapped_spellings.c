/*
 * The usual spelling of what a column says: "M" where another cell has
 * "masculin", "Ixelles" where another has "ELSENE".
 *
 * Both mean the same and are read the same; that somebody wrote it otherwise
 * is listed, since it may show two sources in one file.
 */
#include "mapped_parts.h"

/* A column with more spellings than that is no column of words. */
#define SPELLINGS 400
/* Below, how often a spelling is seen is chance. */
#define SEEN_ENOUGH 6

void spellings_see(mapped *m, spellings *s, text written, uint32_t meaning)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->list[i].meaning == meaning && text_same(s->list[i].written, written)) {
            s->list[i].seen++;
            return;
        }
    if (s->count >= SPELLINGS || written.length > 60)
        return;
    if (arena_grow(m->memory, &s->list, &s->capacity, s->count + 1, sizeof *s->list) < 0)
        return; /* without memory, spellings are not compared */
    s->list[s->count] =
        (spelling){.written = {arena_copy(m->memory, written.at, written.length), written.length},
                   .meaning = meaning,
                   .seen = 1};
    s->count += s->list[s->count].written.at != NULL;
}

enum { STYLE_LOWER, STYLE_FIRST, STYLE_UPPER, STYLES };

/* belge, Belge, BELGE. */
static int style_of(text t)
{
    size_t upper = 0, lower = 0;

    for (size_t i = 0; i < t.length; i++) {
        upper += t.at[i] >= 'A' && t.at[i] <= 'Z';
        lower += t.at[i] >= 'a' && t.at[i] <= 'z';
    }
    return upper > lower ? STYLE_UPPER : upper ? STYLE_FIRST : STYLE_LOWER;
}

static int style_of_column(const spellings *s)
{
    uint64_t seen[STYLES] = {0};
    int best = 0;

    for (size_t i = 0; i < s->count; i++)
        seen[style_of(s->list[i].written)] += s->list[i].seen;
    for (int k = 1; k < STYLES; k++)
        if (seen[k] > seen[best])
            best = k;
    return best;
}

/*
 * Usual is what is seen a third as often as the most frequent: an office may
 * well have several. Of a meaning that is rare, frequency says little: usual
 * is what has the capitals of the column.
 */
void spellings_settle(spellings *s)
{
    int style = style_of_column(s);

    for (size_t i = 0; i < s->count; i++) {
        uint32_t most = 0;

        for (size_t k = 0; k < s->count; k++)
            if (s->list[k].meaning == s->list[i].meaning && s->list[k].seen > most)
                most = s->list[k].seen;
        s->list[i].usual = s->list[i].seen >= (most + 2) / 3 &&
                           (most >= SEEN_ENOUGH || style_of(s->list[i].written) == style);
    }
}

/* A meaning of which no spelling is usual has only rare ones, in other capitals: all are other. */
int spelling_is_other(const spellings *s, text written, uint32_t meaning)
{
    int known = 0;

    for (size_t i = 0; i < s->count; i++) {
        if (s->list[i].meaning != meaning)
            continue;
        if (s->list[i].usual && text_same(s->list[i].written, written))
            return 0;
        known = 1;
    }
    return known;
}
