/*
 * Households in parallel; each thread counts in whole numbers, so that the sum
 * does not depend on who did what.
 */
#include "gaps.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../report/table.h"
#include "copies.h"
#include "donors.h"

#define CELLS_MOST 256
#define OPEN_MOST 256

typedef struct tally {
    uint64_t asked_of, answers, settled; /* settled: over all draws */
    int64_t cents;                       /* a month, over all draws */
} tally;

typedef struct job {
    const graph *g;
    const results *run;
    const donors *from;
    tally *sums; /* by fact, kinship last */
    uint64_t open;
    pthread_mutex_t lock;
} job;

typedef struct hand {
    job *to;
    explorer *x;
    tally *sums;
    uint64_t open_count;
    asked open[OPEN_MOST];
    size_t count;
    unknown_cell cells[CELLS_MOST];
    uint8_t matters[OPEN_MOST * CELLS_MOST / 8 + 1]; /* open answer i, cell c */
    size_t cell_count;
} hand;

static void put_down(void *mine)
{
    hand *h = mine;

    if (!h)
        return;
    pthread_mutex_lock(&h->to->lock);
    for (size_t i = 0; h->sums && i <= h->to->g->rules->facts.count; i++) {
        h->to->sums[i].asked_of += h->sums[i].asked_of;
        h->to->sums[i].answers += h->sums[i].answers;
        h->to->sums[i].settled += h->sums[i].settled;
        h->to->sums[i].cents += h->sums[i].cents;
    }
    h->to->open += h->open_count;
    pthread_mutex_unlock(&h->to->lock);
    explorer_free(h->x);
    free(h->sums);
    free(h);
}

static hand *take_up(job *j)
{
    explorer_options options = {.on = j->run->on, .strict = j->run->strict};
    hand *h = calloc(1, sizeof *h);
    failure e;

    failure_clear(&e);
    if (!h)
        return NULL;
    h->to = j;
    h->sums = calloc(j->g->rules->facts.count + 1, sizeof *h->sums);
    if (!h->sums || explorer_new(&e, j->g, j->run->people, &options, &h->x) < 0) {
        put_down(h);
        return NULL;
    }
    return h;
}

static int is_open(const results *run, size_t person, size_t k)
{
    const result *x = result_of(run, person, k);
    const right *r = right_of(run, k);

    return x->verdict == VERDICT_UNKNOWN && finding_calls(x->finding) && !r->never_yes &&
           (!r->sensitive || run->sensitive);
}

static void set_matters(hand *h, size_t answer, size_t c)
{
    h->matters[(answer * CELLS_MOST + c) / 8] |= (uint8_t)(1u << (c % 8));
}

static int does_matter(const hand *h, size_t answer, size_t c)
{
    return h->matters[(answer * CELLS_MOST + c) / 8] >> (c % 8) & 1;
}

/* The open answers of a household, and the cells that could matter to each. */
static void gather(hand *h, size_t house)
{
    const results *run = h->to->run;
    size_t first = run->people->first[house];
    unknown_cell reached[CELLS_MOST];

    h->count = h->cell_count = 0;
    memset(h->matters, 0, sizeof h->matters);
    for (size_t person = first; person < run->people->first[house + 1]; person++)
        for (size_t k = 0; k < run->right_count && h->count < OPEN_MOST; k++)
            if (is_open(run, person, k))
                h->open[h->count++] = (asked){person - first, k};
    if (!h->count)
        return;
    explorer_load(h->x, house);
    for (size_t i = 0; i < h->count; i++) {
        size_t n = missing_cells(h->x->v->frame, &h->x->rights[h->open[i].right], h->open[i].member, reached,
                                 CELLS_MOST);

        for (size_t r = 0; r < n; r++) {
            size_t c = 0;

            while (c < h->cell_count && memcmp(&h->cells[c], &reached[r], sizeof *reached) != 0)
                c++;
            if (c == CELLS_MOST)
                continue;
            if (c == h->cell_count)
                h->cells[h->cell_count++] = reached[r];
            set_matters(h, i, c);
        }
    }
}

static uint64_t dice(uint64_t z)
{
    z = (z + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* What a copy settles; of a person's amounts, the higher. */
static void count_settled(hand *h, size_t copy, tally *t)
{
    const results *run = h->to->run;
    int64_t most = 0;

    for (size_t i = 0; i < h->count; i++) {
        const result *x =
            result_of(run, run->people->first[h->x->household] + h->open[i].member, h->open[i].right);

        if (i && h->open[i].member != h->open[i - 1].member) {
            t->cents += most;
            most = 0;
        }
        if (!settled_in(h->x, copy, h->open[i]))
            continue;
        t->settled++;
        most = x->high_cents > most ? x->high_cents : most;
    }
    t->cents += most;
}

/* One fact, for all members for whom it is missing. */
static void try_fact(hand *h, int which)
{
    explorer *x = h->x;
    const people *p = h->to->run->people;
    tally *t = &h->sums[which];
    size_t house = x->household, room = copies_for(x, h->cell_count),
           draws = room < GAPS_DRAWS ? room : GAPS_DRAWS;
    uint64_t settled = t->settled;

    for (size_t i = 0; i < h->count; i++)
        for (size_t c = 0; c < h->cell_count; c++)
            if (h->cells[c].fact == which && does_matter(h, i, c)) {
                t->answers++;
                break;
            }
    for (size_t c = 0; c < h->cell_count; c++) {
        unknown_cell u = h->cells[c];
        int household = !cell_is_kinship(x->facts, u) && x->facts->facts[which].entity == ENTITY_HOUSEHOLD;
        size_t row = household ? house : p->first[house] + u.member;

        if (u.fact != which)
            continue;
        t->asked_of++;
        for (size_t k = 0; k < draws; k++) {
            cell value = donors_draw(h->to->from, u, row, dice(house * 4096 + c * 64 + k));

            copies_put(x, k, u, value, value);
        }
    }
    copies_run(x, draws);
    for (size_t k = 0; k < draws; k++)
        count_settled(h, k, t);
    /* a household too large for all draws counts as if it had had them */
    if (draws && draws < GAPS_DRAWS)
        t->settled = settled + (t->settled - settled) * GAPS_DRAWS / draws;
    copies_clear(x);
}

static int do_chunk(void *to, frame *const *frames, void **mine)
{
    job *j = to;
    const frame *f = frames[0];
    hand *h = *mine;

    if (!h && !(h = *mine = take_up(j)))
        return -1;
    for (size_t house = f->household; house < f->household + f->rows[SPACE_HOUSEHOLD]; house++) {
        gather(h, house);
        h->open_count += h->count;
        for (size_t c = 0; c < h->cell_count; c++) {
            size_t before = 0;

            while (before < c && h->cells[before].fact != h->cells[c].fact)
                before++;
            if (before == c)
                try_fact(h, h->cells[c].fact);
        }
    }
    return 0;
}

static int by_decisiveness(const void *a, const void *b)
{
    const gap *x = a, *y = b;

    if (x->decides != y->decides)
        return x->decides < y->decides ? 1 : -1;
    if (x->answers != y->answers)
        return x->answers < y->answers ? 1 : -1;
    return x->fact < y->fact ? -1 : x->fact > y->fact;
}

static int list_gaps(const job *j, gap_list *list)
{
    size_t facts = j->g->rules->facts.count;

    list->gaps = arena_array(list->memory, facts + 1, sizeof *list->gaps);
    if (!list->gaps)
        return -1;
    for (size_t i = 0; i <= facts; i++) {
        const tally *t = &j->sums[i];

        if (t->asked_of)
            list->gaps[list->count++] = (gap){(int)i, t->asked_of, t->answers,
                                              (double)t->settled / GAPS_DRAWS, t->cents * 12 / GAPS_DRAWS};
    }
    qsort(list->gaps, list->count, sizeof *list->gaps, by_decisiveness);
    list->open = j->open;
    return 0;
}

static ayant_status run_job(failure *e, job *j, unsigned threads, const ayant_progress *progress)
{
    plan_options options = {.on = j->run->on, .strict = j->run->strict, .chunk = 64};
    plan *cheap = NULL; /* computes nothing: it hands out the households */
    ayant_status status = plan_new(e, j->g, j->run->people, &options, NULL, 0, &cheap);

    if (status == AYANT_OK) {
        const plan *plans[] = {cheap};
        plan_job work = {.plans = plans,
                         .plan_count = 1,
                         .threads = threads,
                         .progress = progress,
                         .what = "gaps",
                         .done = do_chunk,
                         .end = put_down,
                         .to = j};

        status = plan_run(e, &work);
    }
    plan_free(cheap);
    return status;
}

ayant_status gaps_find(failure *e, const graph *g, const results *run, unsigned threads,
                       const ayant_progress *progress, gap_list **out)
{
    arena *memory = arena_new();
    gap_list *list = memory ? arena_alloc(memory, sizeof *list) : NULL;
    job j = {.g = g, .run = run};
    ayant_status status;

    if (list) {
        list->memory = memory;
        j.sums = arena_array(memory, g->rules->facts.count + 1, sizeof *j.sums);
        j.from = donors_new(memory, run->people, run->on, run->strict);
    }
    if (!j.sums || !j.from || pthread_mutex_init(&j.lock, NULL) != 0) {
        arena_free(memory);
        return fail_memory(e);
    }
    status = run_job(e, &j, threads, progress);
    pthread_mutex_destroy(&j.lock);
    if (status == AYANT_OK && list_gaps(&j, list) < 0)
        status = fail_memory(e);
    if (status < 0) {
        arena_free(memory);
        return status;
    }
    *out = list;
    return AYANT_OK;
}

void gaps_free(gap_list *list)
{
    if (list)
        arena_free(list->memory);
}

static const char *in(ayant_language l, const char *fr, const char *nl, const char *en)
{
    return l == AYANT_FR ? fr : l == AYANT_NL ? nl : en;
}

static const char *question_of(const rulebook *rules, int which, ayant_language l)
{
    const label *x;

    if ((size_t)which >= rules->facts.count)
        return in(l, "Quel est le lien entre ces deux personnes ?",
                  "Wat is de band tussen deze twee personen?", "How are these two people related?");
    x = &rules->facts.facts[which].ask;
    if (l == AYANT_NL && x->nl)
        return x->nl;
    return l == AYANT_EN && x->en ? x->en : x->fr;
}

ayant_status gaps_write(failure *e, const rulebook *rules, const gap_list *list,
                        const ayant_report_options *options, const ayant_sink *out)
{
    ayant_language l = options->language;
    table *t = table_new();
    ayant_status status;
    writer w;

    if (!t)
        return fail_memory(e);
    table_column(t, "fact", in(l, "fait", "gegeven", "fact"), TABLE_LEFT);
    table_column(t, "asked_of", in(l, "à demander à", "te vragen aan", "asked of"), TABLE_RIGHT);
    table_column(t, "decides", in(l, "tranche", "beslist", "decides"), TABLE_RIGHT);
    table_column(t, "euros_year_up_to", in(l, "EUR/an, au plus", "EUR/jaar, hoogstens", "EUR/year, up to"),
                 TABLE_RIGHT);
    table_column(t, "question", in(l, "question", "vraag", "question"), TABLE_LEFT);
    for (size_t i = 0; i < list->count; i++) {
        const gap *x = &list->gaps[i];

        table_text(t, (size_t)x->fact < rules->facts.count ? rules->facts.facts[x->fact].name : "relation");
        table_count(t, x->asked_of);
        table_count(t, (uint64_t)(x->decides + 0.5));
        table_cents(t, x->cents_year);
        table_text(t, question_of(rules, x->fact, l));
    }
    writer_start(&w, out);
    status = table_write(e, t, &w, options->format, options->width, options->colour);
    if (status == AYANT_OK)
        status = writer_end(&w, e);
    table_free(t);
    return status;
}
