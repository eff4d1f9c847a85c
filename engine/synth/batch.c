/*
 * Making a batch: facts, then three questions to the rules with receipt
 * planted between them, then what files hold of it.
 */
#include "batch.h"

#include "../takeup/screen.h"
#include "plant.h"

void batch_maker_start(batch_maker *m, const synth_order *order, const graph *g, int with_rows)
{
    const rulebook *book = g->rules;

    m->order = order;
    m->graph = g;
    m->with_rows = with_rows;
    m->automatic = -1;
    record_map_fill(&m->map, &book->facts);
    for (int r = 0; r < MADE_RIGHTS; r++) {
        int which = rulebook_right(book, made_right_names[r]), route;

        m->place_of[r] = which < 0 ? -1 : 0;
        for (size_t k = 0; which >= 0 && k < book->right_count; k++)
            m->place_of[r] += strcmp(book->rights[k].name, made_right_names[r]) < 0;
        if (r != MADE_BIM || which < 0 || !book->rights[which].route ||
            (route = rulebook_variable(book, book->rights[which].route)) < 0)
            continue;
        for (size_t w = 0; w < book->variables[route].word_count; w++)
            if (strcmp(book->variables[route].words[w], "automatic") == 0)
                m->automatic = (int)w;
    }
}

int batch_new(synth_batch *b)
{
    memset(b, 0, sizeof *b);
    b->made = calloc(BATCH_HOUSEHOLDS, sizeof *b->made);
    b->seen = calloc(BATCH_HOUSEHOLDS, sizeof *b->seen);
    b->truth = calloc(BATCH_HOUSEHOLDS, sizeof *b->truth);
    if (b->made && b->seen && b->truth)
        return 0;
    batch_free(b);
    return -1;
}

void batch_free(synth_batch *b)
{
    free(b->made);
    free(b->seen);
    free(b->truth);
    free(b->rows.households.at);
    free(b->rows.persons.at);
    free(b->rows.relations.at);
    memset(b, 0, sizeof *b);
}

static int32_t amount_of(int64_t cents, int32_t otherwise)
{
    return cents < 0 || cents > INT32_MAX ? otherwise : (int32_t)cents;
}

static void read_claim(const batch_maker *m, made_right r, const result *x, made_claim *c)
{
    c->covered = x->finding == FINDING_COVERED ? YES : NO;
    c->entitled = x->verdict == VERDICT_YES ? YES : x->verdict == VERDICT_NO ? NO : UNSAID;
    if (r == MADE_AMU) /* the rules advise to ask; they never grant */
        c->entitled = x->finding == FINDING_POSSIBLE ? YES : NO;
    c->amount = c->entitled == NO ? UNSAID : amount_of(x->low_cents, UNSAID);
    c->amount_high = c->entitled == NO ? UNSAID : amount_of(x->high_cents, UNSAID);
    c->automatic = r == MADE_BIM && x->route >= 0 && x->route == m->automatic;
}

/* What the rules say of the households as they are now. */
static ayant_status ask_rules(failure *e, const batch_maker *m, synth_batch *b)
{
    screen_options options = {.on = m->order->on, .threads = 1, .sensitive = 1, .plain = 1};
    people *p = NULL;
    results *found = NULL;
    size_t row = 0;
    ayant_status status;

    if ((status = records_people(e, &m->map, b->made, b->count, &p)) < 0 ||
        (status = screen_people(e, m->graph, p, &options, NULL, &found)) < 0)
        goto out;
    for (size_t k = 0; k < b->count; k++)
        for (int32_t i = 0; i < b->made[k].count; i++, row++)
            for (int r = 0; r < MADE_RIGHTS; r++)
                if (m->place_of[r] >= 0)
                    read_claim(m, (made_right)r, result_of(found, row, (size_t)m->place_of[r]),
                               &b->truth[k].claims[i][r]);
out:
    results_free(found);
    people_free(p);
    return status;
}

static void make_facts(const batch_maker *m, synth_batch *b)
{
    for (size_t k = 0; k < b->count; k++) {
        made_household *h = &b->made[k];

        h->seed = m->order->seed;
        h->number = b->first + k;
        h->on = m->order->on;
        made_members(h);
        made_standing(h);
        made_work(h);
        made_wealth(h);
        plant_nothing(h);
    }
}

static void write_rows(const batch_maker *m, synth_batch *b)
{
    b->rows.households.used = b->rows.persons.used = b->rows.relations.used = 0;
    for (size_t k = 0; k < b->count; k++) {
        made_observe(&b->seen[k], &b->made[k], m->order->missing_permille);
        if (m->with_rows)
            rows_put(&b->rows, &b->seen[k], m->order->niss);
    }
}

static void no_claims(synth_batch *b)
{
    for (size_t k = 0; k < b->count; k++)
        for (int32_t i = 0; i < MADE_PERSONS; i++)
            for (int r = 0; r < MADE_RIGHTS; r++)
                b->truth[k].claims[i][r] = (made_claim){.amount = UNSAID, .amount_high = UNSAID};
}

ayant_status batch_make(failure *e, const batch_maker *m, synth_batch *b, uint64_t first, size_t count)
{
    ayant_status status;

    b->first = first;
    b->count = count;
    make_facts(m, b);
    no_claims(b);
    if ((status = ask_rules(e, m, b)) < 0)
        return status;
    for (size_t k = 0; k < count; k++)
        plant_grapa(&b->made[k], &b->truth[k]);
    if ((status = ask_rules(e, m, b)) < 0)
        return status;
    for (size_t k = 0; k < count; k++)
        plant_ris(&b->made[k], &b->truth[k]);
    if ((status = ask_rules(e, m, b)) < 0)
        return status;
    for (size_t k = 0; k < count; k++) {
        plant_bim(&b->made[k], &b->truth[k]);
        plant_amu(&b->made[k], &b->truth[k]);
        plant_truth(&b->made[k], &b->truth[k]);
    }
    write_rows(m, b);
    if (b->rows.households.failed || b->rows.persons.failed || b->rows.relations.failed)
        return fail_memory(e);
    return AYANT_OK;
}
