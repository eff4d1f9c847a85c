/*
 * Of each fact, up to so many known values in each age band, taken at even
 * distances through the caseload.
 */
#include "donors.h"

#include "../evaluate/record.h"

#define BANDS 5
#define DONORS_MOST 1000 /* of one band */
#define DONORS_LEAST 10  /* below, the other bands; below again, plausible values */

typedef struct pool {
    cell *values[BANDS];
    uint32_t count[BANDS], total;
} pool;

struct donors {
    const people *p;
    const dictionary *facts;
    pool *pools;   /* by fact */
    uint8_t *band; /* by person */
    day on;
};

/* A child, a young adult, of working age, older, not known. */
static uint8_t band_of(const people *p, int birth, size_t person, day on)
{
    cell born = birth < 0 ? CELL_UNKNOWN : people_cell(p, birth, person);
    int age = born == CELL_UNKNOWN ? -1 : day_age(born, on);

    return age < 0 ? 4 : age < 18 ? 0 : age < 25 ? 1 : age < 65 ? 2 : 3;
}

static uint8_t band_at(const donors *d, const fact *f, size_t row)
{
    return f->entity == ENTITY_PERSON ? d->band[row] : 4;
}

static int fill(donors *d, arena *memory, int which, int strict)
{
    const fact *f = &d->facts->facts[which];
    size_t rows = f->entity == ENTITY_PERSON ? d->p->persons : d->p->households;
    size_t known[BANDS] = {0}, seen[BANDS] = {0};
    pool *to = &d->pools[which];

    for (size_t row = 0; row < rows; row++)
        known[band_at(d, f, row)] += record_cell(d->p, which, row, strict) != CELL_UNKNOWN;
    for (int b = 0; b < BANDS; b++) {
        size_t most = known[b] < DONORS_MOST ? known[b] : DONORS_MOST;

        if (most && !(to->values[b] = arena_array(memory, most, sizeof(cell))))
            return -1;
    }
    for (size_t row = 0; row < rows; row++) {
        cell c = record_cell(d->p, which, row, strict);
        uint8_t b = band_at(d, f, row);
        size_t most = known[b] < DONORS_MOST ? known[b] : DONORS_MOST;

        if (c == CELL_UNKNOWN)
            continue;
        if (to->count[b] < most && seen[b] * most / known[b] >= to->count[b])
            to->values[b][to->count[b]++] = c;
        seen[b]++;
    }
    for (int b = 0; b < BANDS; b++)
        to->total += to->count[b];
    return 0;
}

donors *donors_new(arena *memory, const people *p, day on, int strict)
{
    donors *d = arena_alloc(memory, sizeof *d);
    int birth = dictionary_find(p->facts, "birth_date");

    if (!d)
        return NULL;
    d->p = p;
    d->facts = p->facts;
    d->on = on;
    d->pools = arena_array(memory, p->facts->count + 1, sizeof *d->pools);
    d->band = arena_alloc(memory, p->persons + 1);
    if (!d->pools || !d->band)
        return NULL;
    for (size_t i = 0; i < p->persons; i++)
        d->band[i] = band_of(p, birth, i, on);
    for (size_t i = 0; i < p->facts->count; i++) {
        kind k = p->facts->facts[i].kind;

        if (k != KIND_TEXT && k != KIND_PERSON && fill(d, memory, (int)i, strict) < 0)
            return NULL;
    }
    return d;
}

cell donors_draw(const donors *d, unknown_cell what, size_t row, uint64_t dice)
{
    cell values[PLAUSIBLE_MOST] = {0};
    const pool *from;
    size_t at;
    int band;

    if (cell_is_kinship(d->facts, what) || d->pools[what.fact].total < DONORS_LEAST) {
        at = plausible_values(d->facts, what, d->on, values);
        return values[dice % at];
    }
    from = &d->pools[what.fact];
    band = band_at(d, &d->facts->facts[what.fact], row);
    if (from->count[band] >= DONORS_LEAST)
        return from->values[band][dice % from->count[band]];
    at = dice % from->total;
    for (band = 0; at >= from->count[band]; band++)
        at -= from->count[band];
    return from->values[band][at];
}
