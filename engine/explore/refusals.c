/*
 * Households in parallel, rows kept by person and right, written at the end.
 */
#include "refusals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "later.h"
#include "threshold.h"
#include "whynot.h"

#define ADULT 18

typedef struct refusal {
    int16_t reason; /* of the obstacle, or NO_REASON */
    uint8_t told;   /* 1: there is a row */
    uint8_t has_way;
    way way;
    day on; /* DAY_NEVER: time alone does not */
} refusal;

#define NO_REASON -2

typedef struct job {
    const graph *g;
    const results *run;
    refusal *rows; /* [person][right] */
    int birth;     /* fact, -1 */
} job;

typedef struct hand {
    explorer *x;
    later *l;
    whynot w;
} hand;

static void put_down(void *mine)
{
    hand *h = mine;

    if (!h)
        return;
    later_free(h->l);
    explorer_free(h->x);
    free(h);
}

static hand *take_up(const job *j)
{
    explorer_options options = {.on = j->run->on, .strict = j->run->strict};
    hand *h = calloc(1, sizeof *h);
    failure e;

    failure_clear(&e);
    if (!h || explorer_new(&e, j->g, j->run->people, &options, &h->x) < 0 || later_new(&e, h->x, &h->l) < 0) {
        put_down(h);
        return NULL;
    }
    return h;
}

static int is_adult(const job *j, size_t person)
{
    cell birth = j->birth < 0 ? CELL_UNKNOWN : people_cell(j->run->people, j->birth, person);

    return birth != CELL_UNKNOWN && day_age(birth, j->run->on) >= ADULT;
}

static int is_told(const job *j, size_t person, size_t k)
{
    const result *x = result_of(j->run, person, k);
    const right *r = right_of(j->run, k);

    return x->verdict == VERDICT_NO && x->finding == FINDING_NONE && !r->never_yes &&
           (!r->sensitive || j->run->sensitive) && is_adult(j, person);
}

static int look_into(const job *j, hand *h, size_t person, size_t k, refusal *out)
{
    asked what = {person - j->run->people->first[j->run->people->household_of[person]], k};
    later_change turn;
    failure e;
    int found;

    failure_clear(&e);
    *out = (refusal){.reason = NO_REASON, .told = 1, .on = DAY_NEVER};
    if (!whynot_of(h->x, what, &h->w))
        return 0;
    out->reason = (int16_t)h->w.obstacles[0].condition;
    out->has_way = h->w.way_count > 0;
    if (out->has_way)
        out->way = h->w.ways[0];
    if ((found = later_find(&e, h->l, what, &turn)) < 0)
        return -1;
    if (found && turn.verdict == VERDICT_YES)
        out->on = turn.on;
    return 0;
}

static int do_chunk(void *to, frame *const *frames, void **mine)
{
    const job *j = to;
    const people *p = j->run->people;
    const frame *f = frames[0];
    hand *h = *mine;

    if (!h && !(h = *mine = take_up(j)))
        return -1;
    for (size_t house = f->household; house < f->household + f->rows[SPACE_HOUSEHOLD]; house++) {
        int loaded = 0;

        for (size_t person = p->first[house]; person < p->first[house + 1]; person++)
            for (size_t k = 0; k < j->run->right_count; k++) {
                if (!is_told(j, person, k))
                    continue;
                if (!loaded++)
                    explorer_load(h->x, house);
                if (look_into(j, h, person, k, &j->rows[person * j->run->right_count + k]) < 0)
                    return -1;
            }
    }
    return 0;
}

static void put_distance(const fact *f, const way *x, writer *w)
{
    static const char *const per[] = {"EUR", "EUR/month", "EUR/year", "EUR"};
    char would[64];

    put_text(w, ",");
    switch (f->kind) {
    case KIND_MONEY:
        put_micro(w, x->distance * (1000000 / 100), 2);
        put_print(w, ",%s", per[f->per]);
        break;
    case KIND_NUMBER:
        put_micro(w, x->distance * (1000000 / 1000), 0);
        put_text(w, ",number");
        break;
    case KIND_DATE:
        put_print(w, "%lld,days", (long long)x->distance);
        break;
    default:
        fact_print(f, x->would, would, sizeof would);
        put_text(w, ",");
        put_csv(w, text_of(would), 1);
    }
}

static void put_row(const results *run, size_t person, size_t k, const refusal *x, writer *w)
{
    const people *p = run->people;
    const right *r = right_of(run, k);
    size_t first = p->first[p->household_of[person]];
    char on[16];

    put_csv(w, text_of(p->person_id[person]), 1);
    put_csv(w, text_of(r->name), 0);
    put_csv(w,
            text_of(x->reason == NO_REASON ? ""
                    : x->reason < 0        ? "amount"
                                           : r->conditions[x->reason].id),
            0);
    if (x->has_way) {
        const fact *f = &p->facts->facts[x->way.cell.fact];
        char name[700];
        int other = f->entity == ENTITY_PERSON && first + x->way.cell.member != person;

        snprintf(name, sizeof name, "%s%s%.500s", f->name, other ? "@" : "",
                 other ? p->person_id[first + x->way.cell.member] : "");
        put_csv(w, text_of(name), 0);
        put_distance(f, &x->way, w);
    } else {
        put_text(w, ",,,");
    }
    day_print(on, x->on);
    put_csv(w, text_of(on), 0);
    put_text(w, "\n");
}

static ayant_status write_rows(failure *e, const job *j, const ayant_sink *out)
{
    writer w;

    writer_start(&w, out);
    put_text(&w, "person_id,right,reason,fact,distance,unit,date\n");
    for (size_t i = 0; i < j->run->people->persons * j->run->right_count; i++)
        if (j->rows[i].told)
            put_row(j->run, i / j->run->right_count, i % j->run->right_count, &j->rows[i], &w);
    return writer_end(&w, e);
}

ayant_status refusals_write(failure *e, const graph *g, const results *run, unsigned threads,
                            const ayant_progress *progress, const ayant_sink *out)
{
    job j = {g, run, calloc(run->people->persons * run->right_count + 1, sizeof(refusal)), -1};
    plan_options options = {.on = run->on, .strict = run->strict, .chunk = 64};
    plan *cheap = NULL;
    ayant_status status;

    j.birth = dictionary_find(run->people->facts, "birth_date");
    if (!j.rows)
        return fail_memory(e);
    /* a plan that computes nothing hands out the households */
    if ((status = plan_new(e, g, run->people, &options, NULL, 0, &cheap)) == AYANT_OK) {
        const plan *plans[] = {cheap};
        plan_job work = {.plans = plans,
                         .plan_count = 1,
                         .threads = threads,
                         .progress = progress,
                         .what = "refusals",
                         .done = do_chunk,
                         .end = put_down,
                         .to = &j};

        status = plan_run(e, &work);
    }
    if (status == AYANT_OK)
        status = write_rows(e, &j, out);
    plan_free(cheap);
    free(j.rows);
    return status;
}
