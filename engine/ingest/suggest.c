/*
 * Which column gives which fact: the nearest pairs first, one column a fact.
 */
#include "suggest.h"

#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "../model/forbidden.h"
#include "suggest_parts.h"

/* Of 100: below, a name is another name. */
#define NEAR_ENOUGH 72
#define NEAR_ANOTHER 60

typedef struct targets {
    const char **name;
    size_t count;
    unsigned char *score; /* columns x count */
    unsigned char *taken;
} targets;

static ayant_status copy_header(failure *e, suggestion *s, const source_row *header)
{
    s->count = header->kept;
    s->header_line = header->line;
    s->columns = arena_array(s->memory, s->count + 1, sizeof *s->columns);
    if (!s->columns)
        return fail_memory(e);
    for (size_t i = 0; i < s->count; i++) {
        text name = text_strip(header->cell[i]);
        size_t twins = 1;
        char *copy;

        for (size_t k = 0; k < i; k++)
            twins += text_same(s->columns[k].name, name) != 0;
        copy = twins > 1 && name.length
                   ? arena_print(s->memory, "%.*s (%zu)", (int)name.length, name.at, twins)
                   : arena_copy(s->memory, name.length ? name.at : "", name.length);
        if (!copy)
            return fail_memory(e);
        s->columns[i].name = text_of(copy);
        if (name.length < SUGGEST_NAME)
            suggest_read_name(&s->columns[i]);
        if (!s->columns[i].folded[0])
            s->columns[i].state = COLUMN_NO_NAME;
    }
    return AYANT_OK;
}

/* A first line with dates, amounts or mail addresses in it is somebody, and is not to be shown. */
static ayant_status need_names(failure *e, const suggestion *s)
{
    size_t like_data = 0;

    for (size_t i = 0; i < s->count; i++)
        like_data += suggest_is_data(s, s->columns[i].name) ? 1 : 0;
    if (like_data >= 2 && like_data * 4 >= s->count)
        return fail_at(e, AYANT_E_INPUT, "N31", s->path, s->header_line, 0,
                       "the first line of '%s' looks like somebody's data: put a line with the names of the "
                       "columns above it",
                       s->path);
    return AYANT_OK;
}

/* ---- columns that give no fact ---- */

static int set_aside(suggest_column *c)
{
    char name[SUGGEST_NAME];

    memcpy(name, c->folded, sizeof name);
    for (char *at = name; *at; at++)
        if (*at == ' ')
            *at = '_';
    if ((c->about = fact_forbidden(name)))
        c->state = COLUMN_FORBIDDEN;
    else if (suggest_listed(suggest_free_text, c->folded))
        c->state = COLUMN_FREE_TEXT;
    return c->state != COLUMN_OPEN;
}

/* ---- scores ---- */

static ayant_status list_targets(failure *e, suggestion *s, targets *t)
{
    static const char *const others[] = {"household_id",  "person_id",   SUGGEST_LINK,
                                         SUGGEST_ADDRESS, SUGGEST_PLACE, SUGGEST_FULL_NAME};
    size_t extra = sizeof others / sizeof *others;

    t->name = arena_array(s->memory, s->facts->count + extra, sizeof *t->name);
    if (!t->name)
        return fail_memory(e);
    for (size_t i = 0; i < extra; i++)
        t->name[t->count++] = others[i];
    for (size_t i = 0; i < s->facts->count; i++)
        t->name[t->count++] = s->facts->facts[i].name;
    t->score = arena_array(s->memory, s->count * t->count + 1, 1);
    t->taken = arena_array(s->memory, t->count + 1, 1);
    return t->score && t->taken ? AYANT_OK : fail_memory(e);
}

/* An amount of a year is none of a month. */
static int wrong_period(const suggestion *s, const suggest_column *c, const char *target)
{
    int at = dictionary_find(s->facts, target);
    period per = at >= 0 ? s->facts->facts[at].per : PERIOD_NONE;

    return (per == PERIOD_MONTH && c->period == 'y') || (per == PERIOD_YEAR && c->period == 'm');
}

/* ---- targets of several facts ---- */

static size_t target_named(const targets *t, text name)
{
    size_t k = 0;

    while (k < t->count && !text_is(name, t->name[k]))
        k++;
    return k;
}

static text next_fact(const char **at)
{
    size_t length = strcspn(*at, " ");
    text item = {*at, length};

    *at += length + ((*at)[length] == ' ');
    return item;
}

/* 1 when the target, or a fact of it, is given by another column. */
static int is_taken(const targets *t, size_t target)
{
    if (t->taken[target])
        return 1;
    for (const char *at = strchr(t->name[target], ' ') ? t->name[target] : ""; *at;) {
        size_t k = target_named(t, next_fact(&at));

        if (k < t->count && t->taken[k])
            return 1;
    }
    return 0;
}

static void take(targets *t, size_t target)
{
    t->taken[target] = 1;
    for (const char *at = strchr(t->name[target], ' ') ? t->name[target] : ""; *at;) {
        size_t k = target_named(t, next_fact(&at));

        if (k < t->count)
            t->taken[k] = 1;
    }
}

/* 1 when some column is near this target. */
static int is_wanted(const suggestion *s, const targets *t, const char *name)
{
    size_t k = target_named(t, text_of(name));

    for (size_t i = 0; i < s->count; i++)
        if (k < t->count && t->score[i * t->count + k] >= NEAR_ENOUGH)
            return 1;
    return 0;
}

/* A column named for `from` is one of `to` after all. */
static void move_scores(const suggestion *s, const targets *t, const char *from, const char *to)
{
    size_t a = target_named(t, text_of(from)), b = target_named(t, text_of(to));

    for (size_t i = 0; a < t->count && b < t->count && i < s->count; i++) {
        unsigned char *score = t->score + i * t->count;

        if (score[a] >= NEAR_ENOUGH && score[a] > score[b])
            score[b] = score[a];
        score[a] = 0;
    }
}

/* "Adresse" is a street where the number has a column; "Rue" is an address where the number is in it. */
static void settle_compounds(const suggestion *s, const targets *t)
{
    size_t street = target_named(t, text_of("street")), address = target_named(t, text_of(SUGGEST_ADDRESS));

    if (is_wanted(s, t, "number"))
        move_scores(s, t, SUGGEST_ADDRESS, "street");
    else
        for (size_t i = 0; street < t->count && i < s->count; i++) {
            unsigned char *score = t->score + i * t->count;

            if (score[street] >= NEAR_ENOUGH && s->columns[i].seen.numbered * 2 > s->columns[i].seen.filled &&
                score[street] > score[address]) {
                score[address] = score[street];
                score[street] = 0;
            }
        }
    if (is_wanted(s, t, "postal_code"))
        move_scores(s, t, SUGGEST_PLACE, "nis_commune");
    if (is_wanted(s, t, "first_name"))
        move_scores(s, t, SUGGEST_FULL_NAME, "last_name");
}

static void score_all(suggestion *s, targets *t)
{
    for (size_t i = 0; i < s->count; i++) {
        suggest_column *c = &s->columns[i];

        if (c->state != COLUMN_OPEN || set_aside(c))
            continue;
        for (size_t k = 0; k < t->count; k++) {
            int name = suggest_name_score(s, c, t->name[k]), fit;

            if (name < NEAR_ANOTHER)
                continue;
            fit = suggest_fit(s, c, t->name[k]);
            if (wrong_period(s, c, t->name[k]))
                fit = 10;
            if (name * fit / 100 < NEAR_ENOUGH && name >= NEAR_ENOUGH && (!c->fact || name > c->sure)) {
                c->fact = t->name[k]; /* the nearest by its name, whatever it holds */
                c->sure = name;
            }
            t->score[i * t->count + k] = (unsigned char)(name * fit / 100);
        }
    }
}

/* ---- placing ---- */

static void place_on(suggestion *s, targets *t, size_t column, size_t target)
{
    suggest_column *c = &s->columns[column];

    c->state = COLUMN_PLACED;
    c->fact = t->name[target];
    c->sure = t->score[column * t->count + target];
    take(t, target);
    for (size_t k = 0, best = NEAR_ANOTHER; k < t->count; k++)
        if (k != target && t->score[column * t->count + k] > best && !strstr(c->fact, t->name[k])) {
            best = t->score[column * t->count + k];
            c->second = t->name[k];
        }
}

static void place_nearest(suggestion *s, targets *t)
{
    for (;;) {
        size_t column = 0, target = 0;
        int best = NEAR_ENOUGH - 1;

        for (size_t i = 0; i < s->count; i++)
            for (size_t k = 0; s->columns[i].state == COLUMN_OPEN && k < t->count; k++)
                if (t->score[i * t->count + k] > best && !is_taken(t, k) &&
                    t->score[i * t->count + k] > best) {
                    best = t->score[i * t->count + k];
                    column = i;
                    target = k;
                }
        if (best < NEAR_ENOUGH)
            return;
        place_on(s, t, column, target);
    }
}

/* By their cells alone, those that have names nobody knows. */
static void place_by_cells(suggestion *s, targets *t)
{
    for (size_t i = 0; i < s->count; i++) {
        suggest_column *c = &s->columns[i];
        const char *name = suggest_by_cells(c);
        size_t k = name ? target_named(t, text_of(name)) : t->count;

        if ((c->state != COLUMN_OPEN && c->state != COLUMN_NO_NAME) || k == t->count || is_taken(t, k) ||
            !c->name.length)
            continue;
        t->score[i * t->count + k] = 75;
        place_on(s, t, i, k);
        c->by_cells = 1;
    }
}

/* Why each of the others gives nothing. */
static void say_why(suggestion *s, const targets *t)
{
    for (size_t i = 0; i < s->count; i++) {
        suggest_column *c = &s->columns[i];
        size_t best = 0;

        if (c->state != COLUMN_OPEN)
            continue;
        for (size_t k = 1; k < t->count; k++)
            if (t->score[i * t->count + k] > t->score[i * t->count + best])
                best = k;
        if (t->score[i * t->count + best] >= NEAR_ENOUGH) {
            c->state = COLUMN_TAKEN;
            c->fact = t->name[best];
            for (size_t k = 0; k < s->count; k++)
                if (s->columns[k].state == COLUMN_PLACED && strstr(s->columns[k].fact, c->fact))
                    c->taken_by = k;
        } else if (c->fact) {
            c->state = wrong_period(s, c, c->fact) ? COLUMN_PERIOD : COLUMN_UNLIKE;
        } else if (t->score[i * t->count + best]) {
            c->second = t->name[best];
        }
    }
}

static ayant_status suggest(failure *e, suggestion *s)
{
    targets t = {0};

    if (list_targets(e, s, &t) < 0)
        return e->status;
    score_all(s, &t);
    settle_compounds(s, &t);
    place_nearest(s, &t);
    place_by_cells(s, &t);
    say_why(s, &t);
    return AYANT_OK;
}

ayant_status suggest_mapping(failure *e, const dictionary *facts, const char *path, ayant_language language,
                             const ayant_sink *out, size_t *placed)
{
    suggestion s = {.facts = facts, .language = language, .path = path, .memory = arena_new()};
    source in = {0};

    if (!s.memory)
        return fail_memory(e);
    if (cleaner_new(e, &s.cleaner) == AYANT_OK && source_open(e, path, "persons", &in) == AYANT_OK) {
        s.delimiter = in.kind->delimiter ? in.kind->delimiter(in.inside) : '\0';
        if (copy_header(e, &s, &in.header) == AYANT_OK && need_names(e, &s) == AYANT_OK &&
            suggest_look(e, &s, &in) >= 0 && suggest(e, &s) == AYANT_OK &&
            suggest_write(e, &s, out) == AYANT_OK) {
            *placed = 0;
            for (size_t i = 0; i < s.count; i++)
                *placed += s.columns[i].state == COLUMN_PLACED;
        }
        source_close(&in);
    }
    cleaner_free(s.cleaner);
    arena_free(s.memory);
    return e->status;
}
