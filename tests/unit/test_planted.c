/*
 * The truth of made-up people: what the rules say of it, to the cent, and
 * published margins; the directions of take-up; what files lack, and for whom;
 * the households no average shows.
 */
#include <stdlib.h>

#include "check.h"
#include "host/host.h"
#include "synth/batch.h"
#include "synth/margins.h"
#include "takeup/screen.h"

#if defined(__SANITIZE_ADDRESS__)
#define HOUSEHOLDS 4096
#else
#define HOUSEHOLDS 50176 /* 98 batches */
#endif
#define COMPARED 6 /* batches judged again from nothing */

static graph *g;
static day on;

typedef struct rate {
    int64_t not_taken, entitled;
} rate;

static struct {
    margins *counted;
    size_t differ, compared, unknown;
    rate little, much, lone_parents, couples, owners, social_tenants, workers, others;
    int64_t rents[2], rents_lacking[2]; /* of private tenants: Belgian, not Belgian */
    int64_t fourteen, century, losses, lone_minors, leap, nothing, no_commune, reasons[REASON_COUNT];
} seen;

static void add_rate(rate *r, const made_claim *c)
{
    r->entitled++;
    r->not_taken += c->receives == NO;
}

static int higher(const rate *a, const rate *b)
{
    return a->not_taken * b->entitled > b->not_taken * a->entitled;
}

static void note_take_up(const made_household *h, int32_t i, const made_claim *c)
{
    const made_person *p = &h->persons[i];

    if (c->entitled != YES)
        return;
    add_rate(c->amount < 30000 ? &seen.little : &seen.much, c);
    if (h->type == TYPE_LONE_PARENT && i == 0)
        add_rate(&seen.lone_parents, c);
    if (h->type == TYPE_COUPLE)
        add_rate(&seen.couples, c);
    if (made_amount(p->rc_dwelling) > 0)
        add_rate(&seen.owners, c);
    else if (h->place.rent_month != UNSAID && h->place.rent_month < 52000)
        add_rate(&seen.social_tenants, c);
    add_rate(p->wage_net_month > 0 ? &seen.workers : &seen.others, c);
    seen.reasons[c->reason]++;
}

static void note_perverse(const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];
    int year, month, date;

    day_parts(p->birth_date, &year, &month, &date);
    seen.leap += month == 2 && date == 29;
    seen.century += h->age[i] >= 103;
    seen.losses += p->self_employed_net_year != UNSAID && p->self_employed_net_year < 0;
}

static void note_household(const made_household *h, const made_household *observed, const made_truth *t)
{
    int foreign = h->persons[0].stay != STAY_BELGIAN;

    margins_add(seen.counted, h, t);
    seen.fourteen += h->count == 14;
    seen.lone_minors += h->type == TYPE_LONE_MINOR && h->count == 1 && h->age[0] < 18;
    seen.nothing += h->type == TYPE_ZERO_INCOME;
    seen.no_commune += h->place.nis_commune == UNSAID;
    if (h->place.rent_month != UNSAID && h->place.rent_month > 52000) {
        seen.rents[foreign]++;
        seen.rents_lacking[foreign] += observed->place.rent_month == UNSAID;
    }
    for (int32_t i = 0; i < h->count; i++) {
        note_take_up(h, i, &t->claims[i][MADE_RIS]);
        note_perverse(h, i);
    }
}

static int same_claim(const result *x, const made_claim *c, int which)
{
    int32_t entitled = x->verdict == VERDICT_YES ? YES : x->verdict == VERDICT_NO ? NO : UNSAID;

    if (c->receives == YES && x->finding != FINDING_RECEIVING)
        return 0;
    if (c->receives == NO && x->finding == FINDING_RECEIVING)
        return 0;
    if (which == MADE_AMU)
        return c->receives == YES || (x->finding == FINDING_POSSIBLE) == (c->entitled == YES);
    if (c->entitled != entitled || c->covered != (x->finding == FINDING_COVERED))
        return 0;
    return entitled == NO || (c->amount == (x->low_cents < 0 ? UNSAID : x->low_cents) &&
                              c->amount_high == (x->high_cents < 0 ? UNSAID : x->high_cents));
}

/* The whole screen, as the command runs it, on the facts with everybody's receipt. */
static void judge_again(const batch_maker *m, const synth_batch *b)
{
    screen_options options = {.on = on, .threads = 1, .sensitive = 1};
    results *r = NULL;
    people *p = NULL;
    size_t row = 0;
    failure e;

    failure_clear(&e);
    if (!CHECK(records_people(&e, &m->map, b->made, b->count, &p) == AYANT_OK &&
               screen_people(&e, g, p, &options, NULL, &r) == AYANT_OK))
        return;
    for (size_t k = 0; k < b->count; k++)
        for (int32_t i = 0; i < b->made[k].count; i++, row++)
            for (int which = 0; which < MADE_RIGHTS; which++) {
                const result *x = result_of(r, row, (size_t)m->place_of[which]);

                seen.compared++;
                seen.unknown += x->verdict == VERDICT_UNKNOWN && which != MADE_AMU;
                seen.differ += !same_claim(x, &b->truth[k].claims[i][which], which);
            }
    results_free(r);
    people_free(p);
}

static int make_all(void)
{
    synth_order order = {.households = HOUSEHOLDS, .seed = 20, .on = on, .missing_permille = 300};
    batch_maker maker;
    synth_batch b;
    failure e;

    failure_clear(&e);
    if (!(seen.counted = margins_new()) || batch_new(&b) < 0)
        return -1;
    batch_maker_start(&maker, &order, g, 0);
    for (uint64_t first = 1; first <= HOUSEHOLDS; first += BATCH_HOUSEHOLDS) {
        if (batch_make(&e, &maker, &b, first, BATCH_HOUSEHOLDS) < 0)
            return -1;
        for (size_t k = 0; k < b.count; k++)
            note_household(&b.made[k], &b.seen[k], &b.truth[k]);
        if (first <= COMPARED * BATCH_HOUSEHOLDS)
            judge_again(&maker, &b);
    }
    batch_free(&b);
    return 0;
}

static void the_truth_is_what_the_rules_say(void)
{
    CHECK(seen.compared > 20000);
    CHECK_INT(seen.differ, 0);
    CHECK(seen.unknown * 100 < seen.compared); /* what the law itself leaves open */
}

/* Tolerances of the table, and three standard errors for so few households. */
static void published_margins_come_out(void)
{
    for (size_t i = 0; i < margin_count; i++)
        if (!margin_inside(seen.counted, &margin_table[i])) {
            int64_t chance, made = margin_made(seen.counted, &margin_table[i], &chance);

            fprintf(stderr, "%s, %s: published %ld, made %ld, tolerance %ld and %ld\n", margin_table[i].item,
                    margin_table[i].scope, (long)margin_table[i].published, (long)made,
                    (long)margin_table[i].tolerance, (long)chance);
            CHECK(0);
        }
}

static void take_up_has_its_directions(void)
{
    CHECK(higher(&seen.little, &seen.much));
    CHECK(higher(&seen.couples, &seen.lone_parents));
    CHECK(higher(&seen.owners, &seen.social_tenants));
    CHECK(higher(&seen.workers, &seen.others));
    for (int k = REASON_NOT_KNOWN; k < REASON_COUNT; k++)
        CHECK(seen.reasons[k] > 0);
}

/* The bias that an audit must find. */
static void rents_of_foreign_tenants_lack_more(void)
{
    CHECK(seen.rents[0] > 100 && seen.rents[1] > 100);
    CHECK(seen.rents_lacking[1] * seen.rents[0] * 2 > 3 * seen.rents_lacking[0] * seen.rents[1]);
}

static void what_no_average_shows_is_there(void)
{
    CHECK(seen.losses > 0 && seen.leap > 0 && seen.no_commune > 0);
    if (HOUSEHOLDS < 50000)
        return;
    CHECK(seen.fourteen > 0);
    CHECK(seen.century > 0);
    CHECK(seen.lone_minors > 0);
    CHECK(seen.nothing > 0);
}

int main(void)
{
    static const char *const folders[] = {"rules/be"};
    rulebook *rules = NULL;
    host *the_host = NULL;
    failure e;

    failure_clear(&e);
    on = day_of(2026, 3, 1);
    if (host_load(&e, folders, 1, &the_host, &rules) < 0 || graph_build(&e, rules, &g) < 0 ||
        make_all() < 0) {
        fprintf(stderr, "%s\n", e.text);
        return 2;
    }
    RUN(the_truth_is_what_the_rules_say);
    RUN(published_margins_come_out);
    RUN(take_up_has_its_directions);
    RUN(rents_of_foreign_tenants_lack_more);
    RUN(what_no_average_shows_is_there);
    margins_free(seen.counted);
    graph_free(g);
    host_free(the_host);
    return check_end();
}
