/*
 * Two stages of drawing, on arrays of counts alone.
 */
#include "survey_draw.h"

#include <stdlib.h>
#include <string.h>

/* Of the streams named by the seed of the survey: nothing else uses them. */
#define SUBJECT_SURVEY_ORDER ((subject)40)
#define SUBJECT_SURVEY_START ((subject)41)
#define SUBJECT_SURVEY_TAKE ((subject)42)

/* Households taken of one sector, when sectors are large enough. */
#define TAKE_OF_SECTOR 20
#define SECTORS_OF_STRATUM 2

typedef struct candidate {
    size_t sector;
    int32_t households;
} candidate;

void survey_draw_free(survey_draw *s)
{
    if (!s)
        return;
    free(s->psus);
    free(s->picks);
    free(s->strata_drawn);
    free(s);
}

static int64_t root(int64_t x)
{
    int64_t r = 0;

    for (int64_t bit = INT64_C(1) << 30; bit; bit >>= 1)
        if ((r + bit) * (r + bit) <= x)
            r += bit;
    return r;
}

size_t survey_strata(int32_t *stratum, const int64_t *households, size_t areas, int64_t least)
{
    size_t strata = 0, last = areas;
    int64_t gathered = 0;
    int open = 0;

    for (size_t a = 0; a < areas; a++)
        if (households[a] >= least)
            stratum[a] = (int32_t)strata++;
    for (size_t a = 0; a < areas; a++) {
        if (households[a] >= least)
            continue;
        if (!open) {
            strata++;
            gathered = 0;
            open = 1;
        }
        stratum[a] = (int32_t)strata - 1;
        gathered += households[a];
        last = a;
        if (gathered >= least)
            open = 0;
    }
    /* what is left over is too small to stand alone: it joins the stratum before */
    if (open && strata > 1) {
        for (size_t a = 0; a <= last && a < areas; a++)
            if (stratum[a] == (int32_t)strata - 1)
                stratum[a] = (int32_t)strata - 2;
        strata--;
    }
    return strata;
}

/* How many sectors of each stratum: two where there are two, then by the square root of its households. */
static void share_sectors(survey_stratum *strata, size_t count, int64_t wanted)
{
    for (size_t h = 0; h < count; h++) {
        strata[h].drawn = strata[h].sectors < SECTORS_OF_STRATUM ? strata[h].sectors : SECTORS_OF_STRATUM;
        wanted -= strata[h].drawn;
    }
    for (; wanted > 0; wanted--) {
        size_t best = count;

        for (size_t h = 0; h < count; h++)
            if (strata[h].drawn < strata[h].sectors &&
                (best == count || root(strata[h].households) * strata[best].drawn >
                                      root(strata[best].households) * strata[h].drawn))
                best = h;
        if (best == count)
            return; /* all sectors are drawn */
        strata[best].drawn++;
    }
}

static int by_place(const void *a, const void *b)
{
    const survey_psu *x = a, *y = b;

    return (x->sector > y->sector) - (x->sector < y->sector);
}

/* Sectors of stratum `h` with somebody in them, in a random order. */
static size_t shuffle(candidate *found, const survey_frame *f, size_t h, uint64_t seed)
{
    draws d = draws_of(seed, h + 1, 0, SUBJECT_SURVEY_ORDER);
    size_t count = 0;

    for (size_t s = 0; s < f->sectors; s++)
        if (f->stratum[s] == (int32_t)h && f->households[s] > 0)
            found[count++] = (candidate){s, f->households[s]};
    for (size_t i = count; i > 1; i--) {
        size_t j = (size_t)draw_below(&d, (int32_t)i);
        candidate kept = found[i - 1];

        found[i - 1] = found[j];
        found[j] = kept;
    }
    return count;
}

static void add_psu(survey_draw *s, const candidate *c, int certain, double chance)
{
    survey_psu *p = &s->psus[s->count++];

    memset(p, 0, sizeof *p);
    p->sector = c->sector;
    p->households = c->households;
    p->certain = certain;
    p->weight = 1 / chance; /* of the sector, until the households are taken */
}

/* Takes out of `found` the sectors larger than the interval; the interval changes each time. */
static size_t take_certain(survey_draw *s, survey_stratum *stratum, candidate *found, size_t count)
{
    for (size_t i = 0; i < count && stratum->drawn > 0;) {
        if ((int64_t)found[i].households * stratum->drawn < stratum->households) {
            i++;
            continue;
        }
        add_psu(s, &found[i], 1, 1);
        stratum->certain++;
        stratum->drawn--;
        stratum->sectors--;
        stratum->households -= found[i].households;
        memmove(found + i, found + i + 1, (count - i - 1) * sizeof *found);
        count--;
        i = 0;
    }
    return count;
}

/*
 * Points at u, u + M, u + 2M ... on a line where a sector has n times its
 * households: u is one of 0 to M - 1, so a sector is met with the chance n m / M.
 */
static void take_systematic(survey_draw *s, const survey_stratum *stratum, const candidate *found,
                            size_t count, draws *d)
{
    int64_t interval = stratum->households, until = 0, point;

    if (stratum->drawn == 0)
        return;
    point = draw_below(d, (int32_t)interval);
    for (size_t i = 0; i < count; i++) {
        until += (int64_t)found[i].households * stratum->drawn;
        if (point >= until)
            continue;
        point += interval;
        add_psu(s, &found[i], 0, (double)((int64_t)found[i].households * stratum->drawn) / (double)interval);
    }
}

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

/* `take` different places below `of` (Floyd's way). */
static void pick(int32_t *picks, int32_t take, int32_t of, draws *d)
{
    for (int32_t i = 0; i < take; i++) {
        int32_t last = of - take + i, one = draw_below(d, last + 1);

        for (int32_t k = 0; k < i; k++)
            if (picks[k] == one) {
                one = last;
                break;
            }
        picks[i] = one;
    }
    qsort(picks, (size_t)take, sizeof *picks, by_number);
}

/* Shares `households` among the sectors drawn; who lives there, and the weights. */
static ayant_status take_households(failure *e, survey_draw *s, int32_t households, uint64_t seed)
{
    int32_t each = s->count ? households / (int32_t)s->count : 0,
            more = s->count ? households % (int32_t)s->count : 0;

    s->pick_count = 0;
    for (size_t i = 0; i < s->count; i++) {
        survey_psu *p = &s->psus[i];

        p->take = each + ((int32_t)i < more);
        if (p->take < 1 + p->certain)
            p->take = 1 + p->certain; /* two halves of a certain sector tell its variance */
        if (p->take > p->households)
            p->take = p->households;
        p->first_pick = s->pick_count;
        s->pick_count += (size_t)p->take;
        p->weight = p->weight * p->households / p->take;
    }
    if (s->count && !(s->picks = malloc(s->pick_count * sizeof *s->picks)))
        return fail_memory(e);
    for (size_t i = 0; i < s->count; i++) {
        draws d = draws_of(seed, s->psus[i].sector + 1, 0, SUBJECT_SURVEY_TAKE);

        pick(s->picks + s->psus[i].first_pick, s->psus[i].take, s->psus[i].households, &d);
    }
    return AYANT_OK;
}

static void count_strata(survey_stratum *strata, const survey_frame *f)
{
    for (size_t s = 0; s < f->sectors; s++) {
        survey_stratum *h = &strata[f->stratum[s]];

        h->households += f->households[s];
        h->sectors += f->households[s] > 0;
    }
}

/* The most households of a sector that sectors as they are drawn can mostly give: nine tenths on average. */
static int32_t take_of_sector(const survey_frame *f)
{
    int32_t take = TAKE_OF_SECTOR;

    for (; take > 1; take--) {
        int64_t all = 0, given = 0;

        for (size_t s = 0; s < f->sectors; s++) {
            int64_t lives = f->households[s];

            all += lives;
            given += lives * (lives < take ? lives : take); /* drawn in proportion to who lives there */
        }
        if (given * 10 >= all * take * 9)
            break;
    }
    return take;
}

ayant_status survey_draw_new(failure *e, survey_draw **out, const survey_frame *f, int32_t households,
                             uint64_t seed)
{
    survey_draw *s = calloc(1, sizeof *s);
    candidate *found = malloc((f->sectors + 1) * sizeof *found);
    int32_t take = take_of_sector(f);
    ayant_status status = AYANT_OK;

    if (s) {
        s->strata = f->strata;
        s->strata_drawn = calloc(f->strata + 1, sizeof *s->strata_drawn);
        s->psus = malloc((f->sectors + 1) * sizeof *s->psus);
    }
    if (!s || !found || !s->strata_drawn || !s->psus) {
        status = fail_memory(e);
        goto out;
    }
    count_strata(s->strata_drawn, f);
    share_sectors(s->strata_drawn, f->strata, (households + take - 1) / take);
    for (size_t h = 0; h < f->strata; h++) {
        draws d = draws_of(seed, h + 1, 0, SUBJECT_SURVEY_START);
        size_t first = s->count, count = shuffle(found, f, h, seed);

        count = take_certain(s, &s->strata_drawn[h], found, count);
        while (s->strata_drawn[h].drawn == 1 && count > 1) { /* one alone would say nothing of variance */
            s->strata_drawn[h].drawn = 2;
            count = take_certain(s, &s->strata_drawn[h], found, count);
        }
        take_systematic(s, &s->strata_drawn[h], found, count, &d);
        qsort(s->psus + first, s->count - first, sizeof *s->psus, by_place);
    }
    status = take_households(e, s, households, seed);
out:
    free(found);
    if (status < 0) {
        survey_draw_free(s);
        return status;
    }
    *out = s;
    return AYANT_OK;
}
