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

/* Usual is what is seen a third as often as the most frequent: an office may well have several. */
void spellings_settle(spellings *s)
{
    for (size_t i = 0; i < s->count; i++) {
        uint32_t most = 0;

        for (size_t k = 0; k < s->count; k++)
            if (s->list[k].meaning == s->list[i].meaning && s->list[k].seen > most)
                most = s->list[k].seen;
        s->list[i].usual = s->list[i].seen >= (most + 2) / 3;
    }
}

int spelling_is_other(const spellings *s, text written, uint32_t meaning)
{
    int known = 0;

    for (size_t i = 0; i < s->count; i++)
        if (s->list[i].usual && s->list[i].meaning == meaning) {
            if (text_same(s->list[i].written, written))
                return 0;
            known = 1;
        }
    return known;
}
