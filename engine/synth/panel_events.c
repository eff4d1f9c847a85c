/*
 * What happens to people in a month: which kinds, in which order, to whom.
 *
 * An event has a stream of its own, named by the line, the month and the kind.
 * A panel is for trying imports and follow-up, not a forecast.
 */
#include "panel_steps.h"

#define SUBJECT_PANEL 64 /* and one more for each kind */
#define NUMBERS_OF_PERSON 32

const char *const panel_kind_names[PANEL_KINDS] = {
    "indexation",     "death",          "birth",        "separation", "return",    "moves_in", "turns_18",
    "pension_age_65", "pension_age_66", "benefit_ends", "job_lost",   "job_found", "move"};

static draws stream(const panel_line *l, panel_kind kind, int32_t number, int32_t person)
{
    draws d = draws_of(l->h.seed, l->h.number, (unsigned)number, (subject)(SUBJECT_PANEL + (int)kind));

    d.count = (uint64_t)(person + 1) * NUMBERS_OF_PERSON;
    return d;
}

int32_t panel_people(const panel_line *l, int32_t home, day month, int32_t least_age)
{
    int32_t count = 0;

    for (int32_t i = 0; i < l->h.count; i++)
        count += l->home[i] == home && day_age(l->birth[i], month) >= least_age;
    return count;
}

int panel_touched(panel_line *l, int32_t home, day month)
{
    l->places[home].data_date = month;
    return 1;
}

void panel_start(panel_line *l, const made_household *h, const made_household *seen)
{
    l->h = *seen;
    l->homes = 1;
    l->places[0] = seen->place;
    for (int32_t i = 0; i < MADE_PERSONS; i++) {
        l->ex[i] = UNSAID;
        l->home[i] = i < seen->count && !seen->absent[i] ? 0 : NO_HOME;
        l->birth[i] = i < h->count ? h->persons[i].birth_date : 0;
    }
}

static int happens(panel_line *l, panel_kind kind, int32_t i, day month, int32_t number)
{
    draws d = stream(l, kind, number, i);

    switch (kind) {
    case PANEL_DEATH:
        return panel_dies(l, i, month, &d);
    case PANEL_BIRTH:
        return panel_gives_birth(l, i, month, &d);
    case PANEL_SEPARATION:
        return panel_separates(l, i, month, &d);
    case PANEL_RETURN:
        return panel_returns(l, i, month, &d);
    case PANEL_MOVES_IN:
        return panel_moves_in(l, i, month, number, &d);
    case PANEL_EIGHTEEN:
        return panel_turns_18(l, i, month, &d);
    case PANEL_PENSION_65:
        return panel_retires(l, i, month, 65, &d);
    case PANEL_PENSION_66:
        return panel_retires(l, i, month, 66, &d);
    case PANEL_BENEFIT_ENDS:
        return panel_benefit_ends(l, i, month);
    case PANEL_JOB_LOST:
        return panel_job_lost(l, i, month, &d);
    case PANEL_JOB_FOUND:
        return panel_job_found(l, i, month, &d);
    case PANEL_MOVE:
        return panel_moves(l, i, month, &d);
    case PANEL_INDEXATION:
    case PANEL_KINDS:
        break;
    }
    return 0;
}

int panel_event(panel_line *l, panel_kind kind, day month, int32_t number, int32_t *from)
{
    int32_t count = l->h.count;

    if (kind == PANEL_INDEXATION) {
        if (*from > 0)
            return 0;
        *from = 1;
        return panel_indexation(l, month);
    }
    while (*from < count) {
        int32_t i = (*from)++;

        if (panel_lives(l, i) && happens(l, kind, i, month, number))
            return 1;
    }
    return 0;
}
