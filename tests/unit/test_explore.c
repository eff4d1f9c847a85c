/*
 * What would settle an answer, what would change it, and when.
 *
 * On random records with facts blanked: what is said to settle is tried on
 * values drawn at random, what is said of a threshold just below and above it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "blanked_people.h"
#include "check.h"
#include "explain/explain.h"
#include "explore/copies.h"
#include "explore/decisive.h"
#include "explore/gaps.h"
#include "explore/later.h"
#include "explore/refusals.h"
#include "explore/settling.h"
#include "explore/threshold.h"
#include "explore/whynot.h"
#include "host/host.h"
#include "ingest/ingest.h"
#include "synth/synth.h"

#if defined(__SANITIZE_ADDRESS__)
#define SLOW 10
#else
#define SLOW 1
#endif

static host *the_host;
static rulebook *rules;
static graph *g;

static int load(void)
{
    static const char *const folders[] = {"rules/be"};
    failure e;

    failure_clear(&e);
    if (host_load(&e, folders, 1, &the_host, &rules) < 0 || graph_build(&e, rules, &g) < 0) {
        fprintf(stderr, "%s:%d: %s\n", e.file, e.line, e.text);
        return -1;
    }
    return 0;
}

static double seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID,
                  &t); /* of the processor: other work on the machine does not count */
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static people *blanked(uint64_t seed, size_t persons, int least, int most)
{
    people *p = random_people(&rules->facts, seed, persons);
    char *keep = facts_to_keep(g);
    dice d = {seed};

    if (p && keep)
        blank_people(p, &d, keep, least, most);
    free(keep);
    return p;
}

/* A made-up caseload; the same people for the same seed, whatever is missing. */
static people *made(uint64_t households, uint64_t seed, double missing)
{
    ayant_synth_options options = {
        .households = households, .seed = seed, .on = "2026-03-01", .missing_share = missing};
    ayant_inputs inputs = {.households = NULL};
    ayant_import_counts counts;
    char folder[] = "/tmp/ayant-explore-XXXXXX", name[3][64], receipt[64];
    people *p = NULL;
    failure e;

    failure_clear(&e);
    if (!mkdtemp(folder))
        return NULL;
    snprintf(name[0], sizeof name[0], "%s/households.csv", folder);
    snprintf(name[1], sizeof name[1], "%s/persons.csv", folder);
    snprintf(name[2], sizeof name[2], "%s/relations.csv", folder);
    snprintf(receipt, sizeof receipt, "%s/README.txt", folder);
    inputs.households = name[0];
    inputs.persons = name[1];
    inputs.relations = name[2];
    if (synth_write(&e, g, &options, folder, NULL) < 0 ||
        ingest_people(&e, &rules->facts, &inputs, NULL, NULL, &p, &counts) < 0)
        fprintf(stderr, "%s\n", e.text);
    for (int i = 0; i < 3; i++)
        remove(name[i]);
    remove(receipt);
    remove(folder);
    return p;
}

static explorer *exploring(const people *p, day on, const char *only)
{
    explorer_options options = {.on = on, .right = only};
    explorer *x = NULL;
    failure e;

    failure_clear(&e);
    if (explorer_new(&e, g, p, &options, &x) < 0)
        fprintf(stderr, "%s\n", e.text);
    return x;
}

static void decisive_cells_come_first(void)
{
    people *p = blanked(7, 600 / SLOW, 5, 50);
    double began = seconds(), made;
    explorer *x = exploring(p, day_of(2026, 3, 1), NULL);
    size_t households = 0, always = 0, total = 0, nodes = 0;
    double most = 0;

    made = seconds() - began;
    for (size_t h = 0; CHECK(x != NULL) && h < p->households; h++) {
        decisive_cell cells[DECISIVE_MOST];
        asked open[256];
        size_t n, count;
        double start = seconds(), took;

        explorer_load(x, h);
        n = explorer_unknown(x, open, 256);
        count = decisive_cells(x, open, n, cells, DECISIVE_MOST);
        took = seconds() - start;
        most = took > most ? took : most;
        if (!n)
            continue;
        households++;
        total += count;
        nodes += n;
        CHECK(count > 0);
        for (size_t i = 0; i < count; i++) {
            CHECK(cells[i].settles >= 0 && cells[i].settles <= 1 + 1e-9);
            CHECK(!i || cells[i].settles <= cells[i - 1].settles);
            always += (size_t)cells[i].always;
        }
    }
    fprintf(stderr,
            "explorer %.1f ms (%zu nodes); %zu households, %zu answers, %zu cells, %zu always; %.2f ms each, "
            "at most %.2f\n",
            made * 1e3, g->count, households, nodes, total, always,
            (seconds() - began - made) * 1e3 / (double)households, most * 1e3);
    explorer_free(x);
    people_free(p);
}

/* 1 when even with every missing fact given the answer may stay unknown: a figure of the law is what lacks.
 */
static int never_settled(explorer *x, asked what, dice *d)
{
    decisive_cell cells[DECISIVE_MOST];
    size_t count = decisive_cells(x, &what, 1, cells, DECISIVE_MOST);
    size_t room = copies_for(x, count);
    int open = 0;

    for (size_t k = 0; k < room; k++)
        for (size_t i = 0; i < count; i++) {
            cell values[PLAUSIBLE_MOST];
            size_t n = plausible_values(x->facts, cells[i].cell, x->on, values);
            cell value = values[k == 0 ? 0 : k == 1 ? n - 1 : roll(d) % n];

            copies_put(x, k, cells[i].cell, value, value);
        }
    copies_run(x, room);
    for (size_t k = 0; k < room; k++)
        open |= !settled_in(x, k, what);
    copies_clear(x);
    return open;
}

typedef struct settling_counts {
    size_t answers, found, smallest, proven, sides, cells, tried, failed, proven_failed;
} settling_counts;

/* The answer once the cells of the set have values drawn at random, the rest being unknown. */
static void try_set(explorer *x, asked what, const settling *s, dice *d, settling_counts *c)
{
    for (size_t k = 0; k < 16; k++)
        for (size_t i = 0; i < s->count; i++) {
            unknown_cell u = s->cells[i].cell;
            size_t n = listed_values(x->facts, u);
            cell value =
                n ? listed_value(x->facts, u, roll(d) % n) : random_cell(d, &x->facts->facts[u.fact]);

            copies_put(x, k, u, value, value);
        }
    copies_run(x, 16);
    for (size_t k = 0; k < 16; k++) {
        int bad = !settled_in(x, k, what);

        c->tried++;
        c->failed += (size_t)bad;
        c->proven_failed += (size_t)(bad && s->proven);
    }
    copies_clear(x);
}

/* At the end of a side the answer is as said; one cent or one day beyond it is not. */
static void try_side(explorer *x, asked what, unknown_cell u, const side *s, int up, settling_counts *c)
{
    cell next = up ? s->end + 1 : s->end - 1;

    if (!s->known)
        return;
    if (s->end == DAY_NEVER && !up)
        next = DAY_MOST;
    if (s->end == DAY_MOST && up && x->facts->facts[u.fact].kind == KIND_DATE)
        next = DAY_NEVER;
    c->sides++;
    CHECK_INT(explorer_with(x, what, u, s->end), s->verdict);
    CHECK(explorer_with(x, what, u, next) != s->verdict);
}

static void settling_sets_settle(void)
{
    people *p = blanked(11, 900 / SLOW, 5, 50);
    explorer *x = exploring(p, day_of(2026, 3, 1), NULL);
    settling_counts c = {0};
    double began = seconds();
    dice d = {5};

    for (size_t h = 0; CHECK(x != NULL) && h < p->households; h++) {
        asked open[256];
        size_t n;

        explorer_load(x, h);
        n = explorer_unknown(x, open, 256);
        for (size_t i = 0; i < n; i++) {
            static settling s;

            c.answers++;
            if (!settling_set(x, open[i], &s)) {
                CHECK(never_settled(x, open[i], &d));
                continue;
            }
            c.found++;
            c.smallest += (size_t)s.smallest;
            c.proven += (size_t)s.proven;
            c.cells += s.count;
            try_set(x, open[i], &s, &d, &c);
            for (size_t k = 0; k < s.count; k++) {
                try_side(x, open[i], s.cells[k].cell, &s.cells[k].low, 1, &c);
                try_side(x, open[i], s.cells[k].cell, &s.cells[k].high, 0, &c);
            }
        }
    }
    CHECK(c.found * 4 >= c.answers * 3);
    CHECK_INT(c.proven_failed, 0);
    CHECK(c.failed * 200 <= c.tried);
    fprintf(stderr,
            "%zu answers, %zu sets of %.1f cells, %zu smallest, %zu proven, %zu sides; %zu of %zu draws not "
            "settled; %.1f ms each\n",
            c.answers, c.found, (double)c.cells / (double)(c.found ? c.found : 1), c.smallest, c.proven,
            c.sides, c.failed, c.tried, (seconds() - began) * 1e3 / (double)(c.answers ? c.answers : 1));
    explorer_free(x);
    people_free(p);
}

typedef struct refusal_counts {
    size_t refusals, obstacles, with_way, ways, waits, listed;
} refusal_counts;

/* At the value said the answer is as said (-1: no longer no), one cent or day before it is not. */
static void try_way(explorer *x, asked what, const way *w, int becomes, refusal_counts *c)
{
    int64_t would = place_of_value(x->facts, w->cell, w->would),
            is = place_of_value(x->facts, w->cell, w->is);
    cell before = value_of_place(x->facts, w->cell, would > is ? would - 1 : would + 1);
    verdict then;

    c->ways++;
    c->waits += (size_t)w->waits;
    CHECK_INT(explorer_with(x, what, w->cell, w->is), VERDICT_NO);
    then = explorer_with(x, what, w->cell, w->would);
    CHECK(becomes < 0 ? then != VERDICT_NO : then == (verdict)becomes);
    if (listed_values(x->facts, w->cell)) {
        c->listed++;
        return;
    }
    then = explorer_with(x, what, w->cell, before);
    CHECK(becomes < 0 ? then == VERDICT_NO : then != (verdict)becomes);
    CHECK_INT(w->distance, would > is ? would - is : is - would);
}

static void refusals_of(people *p, size_t most)
{
    explorer *x = exploring(p, day_of(2026, 3, 1), NULL);
    refusal_counts c = {0};
    double began = seconds();

    for (size_t h = 0; CHECK(x != NULL) && h < p->households && c.refusals < most; h++) {
        explorer_load(x, h);
        for (size_t m = 0; m < explorer_members(x); m++)
            for (size_t k = 0; k < rules->right_count; k++) {
                static whynot w;
                asked what = {m, k};

                if (!whynot_of(x, what, &w))
                    continue;
                c.refusals++;
                c.obstacles += w.count;
                c.with_way += w.way_count > 0;
                for (size_t i = 0; i < w.way_count; i++)
                    try_way(x, what, &w.ways[i], VERDICT_YES, &c);
                for (size_t i = 0; i < w.maybe_count; i++)
                    try_way(x, what, &w.maybe[i], -1, &c);
            }
    }
    CHECK(c.refusals >= most);
    CHECK(c.ways * 5 > c.refusals);
    fprintf(stderr,
            "%zu refusals, %zu obstacles, %zu with a way, %zu ways (%zu wait, %zu truths and words); %.2f ms "
            "each\n",
            c.refusals, c.obstacles, c.with_way, c.ways, c.waits, c.listed,
            (seconds() - began) * 1e3 / (double)(c.refusals ? c.refusals : 1));
    explorer_free(x);
    people_free(p);
}

static void refusals_flip_where_said(void)
{
    refusals_of(random_people(&rules->facts, 23, 6000 / SLOW), 1000 / SLOW);
    refusals_of(made(1000 / SLOW, 23, 0), 1000 / SLOW);
    refusals_of(made(2000 / SLOW, 29, -1), 1000 / SLOW);
}

/* What is said of the days ahead, against explorers made for those very days. */
static void answers_change_on_the_day_said(void)
{
    day on = day_of(2026, 3, 1);
    people *p = made(1500 / SLOW, 37, 0);
    explorer *x = exploring(p, on, NULL);
    size_t changes = 0, checked = 0, answers = 0;
    double began = seconds();
    later *l = NULL;
    failure e;

    failure_clear(&e);
    CHECK_INT(later_new(&e, x, &l), AYANT_OK);
    for (size_t h = 0; l && h < p->households; h++) {
        explorer_load(x, h);
        for (size_t m = 0; m < explorer_members(x); m++)
            for (size_t k = 0; k < rules->right_count; k++) {
                later_change c;
                asked what = {m, k};

                answers++;
                if (later_find(&e, l, what, &c) != 1)
                    continue;
                changes++;
                for (int i = 0; i < 2 && checked < 200; i++, checked++) {
                    explorer *then = exploring(p, c.on - 1 + i, NULL);

                    explorer_load(then, h);
                    CHECK_INT(explorer_verdict(then, what), i ? c.verdict : explorer_verdict(x, what));
                    explorer_free(then);
                }
            }
    }
    CHECK(changes * SLOW > 20);
    fprintf(stderr, "%zu answers, %zu change within three years; %.2f ms each\n", answers, changes,
            (seconds() - began) * 1e3 / (double)answers);
    later_free(l);
    explorer_free(x);
    people_free(p);
}

static results *screened(const people *p)
{
    screen_options options = {.on = day_of(2026, 3, 1)};
    results *r = NULL;
    failure e;

    failure_clear(&e);
    if (screen_people(&e, g, p, &options, NULL, &r) < 0)
        fprintf(stderr, "%s\n", e.text);
    return r;
}

/* Answers that were open before the fact was filled in, and are not open after. */
static size_t settled_between(const results *before, const results *after)
{
    size_t settled = 0;

    for (size_t i = 0; i < before->people->persons * before->right_count; i++) {
        const result *a = &before->rows[i], *b = &after->rows[i];

        settled += a->verdict == VERDICT_UNKNOWN && finding_calls(a->finding) &&
                   !right_of(before, i % before->right_count)->never_yes &&
                   !right_of(before, i % before->right_count)->sensitive && b->verdict != VERDICT_UNKNOWN;
    }
    return settled;
}

/* The truth of one fact filled into the caseload; what was there is returned, to put it back. */
static cell *fill_in(people *p, const people *truth, int which)
{
    size_t rows = rules->facts.facts[which].entity == ENTITY_PERSON ? p->persons : p->households;
    cell *kept = calloc(rows + 1, sizeof *kept);

    for (size_t i = 0; kept && i < rows; i++) {
        kept[i] = p->column[which][i];
        if (kept[i] == CELL_UNKNOWN)
            p->column[which][i] = truth->column[which][i];
    }
    return kept;
}

/*
 * The expected number settled by each fact, against the number truly settled
 * once the fact is filled in from the same people with nothing missing. They
 * agree to a quarter, or ten answers: the draws are from people of the same
 * age, not from the very person.
 */
static void gaps_are_what_filling_them_settles(void)
{
    people *p = made(4000 / SLOW, 41, -1), *truth = made(4000 / SLOW, 41, 0);
    results *before = screened(p);
    gap_list *list = NULL, *again = NULL;
    double began = seconds(), took;
    size_t compared = 0;
    failure e;

    failure_clear(&e);
    if (!CHECK(before && truth) || !CHECK_INT(gaps_find(&e, g, before, 2, NULL, &list), AYANT_OK))
        return;
    took = seconds() - began;
    CHECK_INT(gaps_find(&e, g, before, 1, NULL, &again), AYANT_OK);
    CHECK_INT(again->count, list->count);
    for (size_t i = 0; i < list->count; i++) {
        const gap *x = &list->gaps[i];
        results *after;
        cell *kept;
        double settled;

        CHECK(memcmp(x, &again->gaps[i], sizeof *x) == 0);
        CHECK(x->decides <= (double)x->answers + 1e-9 && x->asked_of > 0);
        if ((size_t)x->fact >= rules->facts.count || compared >= 12)
            continue;
        compared++;
        kept = fill_in(p, truth, x->fact);
        after = screened(p);
        settled = (double)settled_between(before, after);
        fprintf(stderr, "%-28s asked of %llu, decides %.1f, truly %.0f, EUR %.0f\n",
                rules->facts.facts[x->fact].name, (unsigned long long)x->asked_of, x->decides, settled,
                (double)x->cents_year / 100);
        CHECK((settled > x->decides ? settled - x->decides : x->decides - settled) <=
              (settled > x->decides ? settled : x->decides) / 4 + 10);
        for (size_t k = 0;
             k < (rules->facts.facts[x->fact].entity == ENTITY_PERSON ? p->persons : p->households); k++)
            p->column[x->fact][k] = kept[k];
        results_free(after);
        free(kept);
    }
    CHECK(compared >= 10);
    fprintf(stderr, "%llu open answers, gaps in %.2f s\n", (unsigned long long)list->open, took);
    gaps_free(list);
    gaps_free(again);
    results_free(before);
    people_free(p);
    people_free(truth);
}

typedef struct lines {
    size_t count, commas;
} lines;

static int count_lines(void *to, const char *bytes, size_t length)
{
    lines *l = to;

    for (size_t i = 0; i < length; i++) {
        l->count += bytes[i] == '\n';
        l->commas += bytes[i] == ',';
    }
    return 0;
}

static void a_thousand_refusals_take_seconds(void)
{
    people *p = made(400 / SLOW, 43, -1);
    results *r = screened(p);
    lines l = {0, 0};
    ayant_sink sink = {count_lines, &l};
    double began = seconds();
    failure e;

    failure_clear(&e);
    CHECK_INT(refusals_write(&e, g, r, 1, NULL, &sink), AYANT_OK);
    CHECK(l.count * SLOW > 1000);
    CHECK_INT(l.commas, l.count * 6);
    CHECK(seconds() - began < 10);
    fprintf(stderr, "%zu refusals in %.2f s\n", l.count - 1, seconds() - began);
    results_free(r);
    people_free(p);
}

typedef struct page {
    char bytes[200000];
    size_t length;
} page;

static int keep_page(void *to, const char *bytes, size_t length)
{
    page *t = to;

    if (t->length + length >= sizeof t->bytes)
        return -1;
    memcpy(t->bytes + t->length, bytes, length);
    t->length += length;
    t->bytes[t->length] = '\0';
    return 0;
}

/* What explanations must have said at least once, over some people, in each language. */
static const char *const told[][3] = {
    {"Au mieux", "In het beste geval", "At best"},
    {"Au pire: rien", "In het slechtste geval: niets", "At worst: nothing"},
    {"Pour trancher, il suffit de savoir", "Om te beslissen volstaat het te weten",
     "To settle it, it is enough to know"},
    {"oui jusqu'à ", "ja tot en met ", "yes up to "},
    {"non à partir de ", "nee vanaf ", "no from "},
    {"Pourquoi non", "Waarom niet", "Why not"},
    {"Ce qui changerait la réponse", "Wat het antwoord zou veranderen", "What would change the answer"},
    {" au lieu de ", " in plaats van ", " instead of "},
    {"si rien d'autre ne change", "als er verder niets verandert", "if nothing else changes"},
};

static void explanations_tell_the_outlook(void)
{
    people *p = made(180, 5, -1);
    static page out;
    size_t found[sizeof told / sizeof *told][3] = {{0}}, pages = 0;
    double began = seconds();
    ayant_sink sink = {keep_page, &out};
    failure e;

    failure_clear(&e);
    for (size_t i = 0; CHECK(p != NULL) && i < p->persons / SLOW; i++, pages++) {
        int l = (int)(i % 3);
        explain_options options = {
            .on = day_of(2026, 3, 1), .language = (ayant_language)l, .format = AYANT_TEXT};

        out.length = 0;
        if (!CHECK_INT(explain_person(&e, g, p, p->person_id[i], &options, &sink), AYANT_OK))
            return;
        for (size_t k = 0; k < sizeof told / sizeof *told; k++)
            found[k][l] += strstr(out.bytes, told[k][l]) != NULL;
    }
    for (size_t k = 0; k < sizeof told / sizeof *told && SLOW == 1; k++)
        for (int l = 0; l < 3; l++)
            if (k + 1 < sizeof told / sizeof *told ? !found[k][l]
                                                   : !found[k][0] && !found[k][1] && !found[k][2])
                CHECK_TEXT("never said", told[k][l]); /* the last is rare: once, in one of them */
    fprintf(stderr, "%zu explanations, %.1f ms each\n", pages, (seconds() - began) * 1e3 / (double)pages);
    CHECK(SLOW > 1 || seconds() - began < 0.05 * (double)pages);
    people_free(p);
}

static void pages_of_every_form_hold_it(void)
{
    people *p = made(40, 5, -1);
    static page out;
    ayant_sink sink = {keep_page, &out};
    size_t json = 0, html = 0;
    failure e;

    failure_clear(&e);
    for (size_t i = 0; CHECK(p != NULL) && i < p->persons; i++)
        for (int f = AYANT_JSON; f <= AYANT_HTML; f += AYANT_HTML - AYANT_JSON) {
            explain_options options = {
                .on = day_of(2026, 3, 1), .language = AYANT_EN, .format = (ayant_format)f};

            out.length = 0;
            CHECK_INT(explain_person(&e, g, p, p->person_id[i], &options, &sink), AYANT_OK);
            json += f == AYANT_JSON && strstr(out.bytes, "\"What would change the answer\"") != NULL;
            html += f == AYANT_HTML && strstr(out.bytes, "What would change the answer</p>") != NULL;
        }
    CHECK(json > 0);
    CHECK_INT(html, json);
    people_free(p);
}

int main(void)
{
    if (CHECK_INT(load(), 0)) {
        RUN(decisive_cells_come_first);
        RUN(settling_sets_settle);
        RUN(refusals_flip_where_said);
        RUN(answers_change_on_the_day_said);
        RUN(gaps_are_what_filling_them_settles);
        RUN(a_thousand_refusals_take_seconds);
        RUN(explanations_tell_the_outlook);
        RUN(pages_of_every_form_hold_it);
    }
    graph_free(g);
    host_free(the_host);
    return check_end();
}
