/*
 * The survey: who is drawn, with what chance, and what the weights add up to.
 */
#include "synth/survey_draw.h"

#include <math.h>
#include <stdlib.h>

#include "check.h"
#include "synth/survey_weights.h"

enum { STRATA = 3, SECTORS = 90 };

/* Sectors of very unequal sizes; one in ten empty; one of stratum 2 larger than all others together. */
static void make_frame(survey_frame *f, int32_t households[SECTORS], int32_t stratum[SECTORS])
{
    for (int32_t s = 0; s < SECTORS; s++) {
        stratum[s] = s % STRATA;
        households[s] = s % 10 == 9 ? 0 : 25 + (s * 37) % 300;
    }
    households[2] = 20000;
    *f = (survey_frame){SECTORS, households, stratum, STRATA};
}

static void weights_of_a_draw_are_exact(void)
{
    int32_t households[SECTORS], stratum[SECTORS];
    survey_frame f;
    failure e = {0};

    make_frame(&f, households, stratum);
    for (uint64_t seed = 1; seed <= 50; seed++) {
        survey_draw *s = NULL;
        double weighted[STRATA] = {0}, total[STRATA] = {0};
        int32_t drawn[STRATA] = {0};

        if (!CHECK_INT(survey_draw_new(&e, &s, &f, 600, seed), AYANT_OK))
            return;
        for (int i = 0; i < SECTORS; i++)
            total[stratum[i]] += households[i];
        for (size_t i = 0; i < s->count; i++) {
            const survey_psu *p = &s->psus[i];
            const survey_stratum *h = &s->strata_drawn[stratum[p->sector]];
            double chance = p->certain ? 1 : (double)p->households * h->drawn / (double)h->households;

            weighted[stratum[p->sector]] += p->weight * p->take;
            drawn[stratum[p->sector]] += !p->certain;
            CHECK(fabs(p->weight * chance * p->take / p->households - 1) < 1e-12);
            CHECK(chance <= 1 && p->take >= 1 && p->take <= p->households && households[p->sector] > 0);
            for (int32_t k = 0; k < p->take; k++) {
                const int32_t *pick = s->picks + p->first_pick;

                CHECK(pick[k] >= 0 && pick[k] < p->households && (k == 0 || pick[k] > pick[k - 1]));
            }
        }
        for (int h = 0; h < STRATA; h++) {
            CHECK(fabs(weighted[h] - total[h]) < 1e-6); /* each stratum stands for itself, exactly */
            CHECK_INT(drawn[h], s->strata_drawn[h].drawn);
            CHECK(drawn[h] >= 2);
        }
        CHECK(s->strata_drawn[2].certain >= 1);
        CHECK(s->pick_count > 540 && s->pick_count < 680);
        survey_draw_free(s);
    }
}

static void the_same_seed_draws_the_same(void)
{
    int32_t households[SECTORS], stratum[SECTORS];
    survey_draw *a = NULL, *b = NULL, *c = NULL;
    survey_frame f;
    failure e = {0};

    make_frame(&f, households, stratum);
    if (survey_draw_new(&e, &a, &f, 300, 5) < 0 || survey_draw_new(&e, &b, &f, 300, 5) < 0 ||
        survey_draw_new(&e, &c, &f, 300, 6) < 0) {
        CHECK(0);
    } else {
        CHECK(a->pick_count == b->pick_count &&
              memcmp(a->picks, b->picks, a->pick_count * sizeof *a->picks) == 0);
        CHECK(a->pick_count != c->pick_count ||
              memcmp(a->picks, c->picks, a->pick_count * sizeof *a->picks) != 0);
    }
    survey_draw_free(a);
    survey_draw_free(b);
    survey_draw_free(c);
}

/* What a household has: it depends on its sector and its place, so that both stages matter. */
static double value_of(size_t sector, int32_t place)
{
    return 100 + (double)(sector * 7 % 50) + place % 13;
}

/* How far the mean of 200 draws is from the truth, in standard errors of that mean. */
static void two_hundred_draws_are_unbiased(void)
{
    enum { DRAWS = 200 };
    int32_t households[SECTORS], stratum[SECTORS], often[SECTORS] = {0};
    double truth = 0, sum = 0, squares = 0, mean, error;
    survey_frame f;
    failure e = {0};

    make_frame(&f, households, stratum);
    for (size_t i = 0; i < SECTORS; i++)
        for (int32_t k = 0; k < households[i]; k++)
            truth += value_of(i, k);
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        survey_draw *s = NULL;
        double estimate = 0;

        if (!CHECK_INT(survey_draw_new(&e, &s, &f, 400, seed), AYANT_OK))
            return;
        for (size_t i = 0; i < s->count; i++) {
            const survey_psu *p = &s->psus[i];

            often[p->sector]++;
            for (int32_t k = 0; k < p->take; k++)
                estimate += p->weight * value_of(p->sector, s->picks[p->first_pick + (size_t)k]);
        }
        sum += estimate;
        squares += estimate * estimate;
        survey_draw_free(s);
    }
    mean = sum / DRAWS;
    error = sqrt((squares / DRAWS - mean * mean) / (DRAWS - 1));
    CHECK(error > 0 && fabs(mean - truth) < 3 * error);
    CHECK(fabs(mean / truth - 1) < 0.01);
    CHECK_INT(often[2], DRAWS);
    CHECK_INT(often[9], 0);
}

static void sectors_come_as_often_as_their_chance(void)
{
    enum { DRAWS = 2000, COUNT = 12 };
    int32_t households[COUNT], stratum[COUNT] = {0}, often[COUNT] = {0}, all = 0;
    survey_frame f = {COUNT, households, stratum, 1};
    failure e = {0};

    for (int32_t i = 0; i < COUNT; i++)
        all += households[i] = 40 + 9 * i;
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        survey_draw *s = NULL;

        if (!CHECK_INT(survey_draw_new(&e, &s, &f, 80, seed), AYANT_OK))
            return;
        CHECK_INT(s->count, 4);
        for (size_t i = 0; i < s->count; i++)
            often[s->psus[i].sector]++;
        survey_draw_free(s);
    }
    for (int i = 0; i < COUNT; i++) {
        double chance = 4.0 * households[i] / all, error = sqrt(DRAWS * chance * (1 - chance));

        CHECK(fabs(often[i] - DRAWS * chance) < 4 * error);
    }
}

static void a_population_smaller_than_the_sample_is_taken_whole(void)
{
    int32_t households[4] = {3, 0, 2, 4}, stratum[4] = {0, 0, 0, 0};
    survey_frame f = {4, households, stratum, 1};
    survey_draw *s = NULL;
    failure e = {0};

    if (!CHECK_INT(survey_draw_new(&e, &s, &f, 500, 1), AYANT_OK))
        return;
    CHECK_INT(s->pick_count, 9);
    for (size_t i = 0; i < s->count; i++)
        CHECK(s->psus[i].certain && fabs(s->psus[i].weight - 1) < 1e-12);
    survey_draw_free(s);
    households[0] = households[2] = households[3] = 0;
    if (CHECK_INT(survey_draw_new(&e, &s, &f, 500, 1), AYANT_OK))
        CHECK_INT(s->pick_count, 0);
    survey_draw_free(s);
}

static void small_areas_are_drawn_together(void)
{
    static const int64_t households[] = {500, 40, 800, 70, 30, 90, 20};
    int32_t stratum[7];

    CHECK_INT(survey_strata(stratum, households, 7, 100), 4);
    CHECK_INT(stratum[0], 0);
    CHECK_INT(stratum[2], 1);
    CHECK(stratum[1] == 2 && stratum[3] == 2);                    /* 40 and 70 */
    CHECK(stratum[4] == 3 && stratum[5] == 3 && stratum[6] == 3); /* the 20 left over join the last */
    CHECK_INT(survey_strata(stratum, households, 7, 10000), 1);
}

/* Four units in two strata, two households each. */
static void replicates_and_answers(void)
{
    static const int32_t stratum[] = {0, 0, 1, 1}, size[] = {2, 2};
    survey_case cases[80];
    survey_weights *w = NULL;
    failure e = {0};
    double sum = 0, drawn = 0, left_out = 0;
    double factor[SURVEY_GROUPS];

    for (int i = 0; i < 80; i++) {
        cases[i] = (survey_case){i % 4, (i / 4) % 2, (i * 7) % 5 != 0, i % 4 < 2 ? 10 : 30};
        drawn += cases[i].design;
    }
    if (!CHECK_INT(survey_weights_new(&e, &w, cases, 80, stratum, 4, size), AYANT_OK))
        return;
    survey_factors(w, 1, factor);
    for (int i = 0; i < 80; i++)
        if (cases[i].answered) {
            double one = survey_weight(w, &cases[i], NO_UNIT, w->factor);
            double replicate = survey_weight(w, &cases[i], 1, factor);

            sum += one;
            left_out += replicate;
            CHECK(cases[i].unit != 1 || replicate == 0);
            CHECK(cases[i].unit != 0 || replicate > 1.5 * one); /* twice, but for who did not answer */
        }
    CHECK(fabs(sum - drawn) < 1e-9);      /* those who answered stand for all who were drawn */
    CHECK(fabs(left_out - drawn) < 1e-9); /* and so they do in a replicate */
    CHECK(fabs(survey_scale(w, 1) - 0.5) < 1e-12);
    survey_weights_free(w);
    for (int i = 0; i < 80; i++)
        cases[i].answered = 0;
    CHECK_INT(survey_weights_new(&e, &w, cases, 80, stratum, 4, size), AYANT_E_INPUT);
    CHECK_TEXT(e.id, "Y31");
}

/*
 * A 95 % interval of the jackknife, over draws where everybody answers, holds the truth about as often
 * as it says.
 */
static void intervals_hold_the_truth(void)
{
    enum { DRAWS = 300 };
    int32_t households[SECTORS], stratum[SECTORS], held = 0;
    double truth = 0;
    survey_frame f;
    failure e = {0};

    make_frame(&f, households, stratum);
    households[2] = 250;
    for (size_t i = 0; i < SECTORS; i++)
        for (int32_t k = 0; k < households[i]; k++)
            truth += value_of(i, k);
    for (uint64_t seed = 1; seed <= DRAWS; seed++) {
        survey_draw *s = NULL;
        double of_stratum[STRATA] = {0}, squares[STRATA] = {0}, estimate = 0, variance = 0;

        if (!CHECK_INT(survey_draw_new(&e, &s, &f, 400, seed), AYANT_OK))
            return;
        for (size_t i = 0; i < s->count; i++) {
            const survey_psu *p = &s->psus[i];
            double z = 0;

            for (int32_t k = 0; k < p->take; k++)
                z += p->weight * value_of(p->sector, s->picks[p->first_pick + (size_t)k]);
            of_stratum[stratum[p->sector]] += z;
            squares[stratum[p->sector]] += z * z;
        }
        for (int h = 0; h < STRATA; h++) {
            double n = s->strata_drawn[h].drawn;

            estimate += of_stratum[h];
            variance += n / (n - 1) * (squares[h] - of_stratum[h] * of_stratum[h] / n);
        }
        held += fabs(estimate - truth) < 2.0 * sqrt(variance);
        survey_draw_free(s);
    }
    CHECK(held >= DRAWS * 92 / 100 && held <= DRAWS * 995 / 1000);
}

int main(void)
{
    RUN(weights_of_a_draw_are_exact);
    RUN(the_same_seed_draws_the_same);
    RUN(two_hundred_draws_are_unbiased);
    RUN(sectors_come_as_often_as_their_chance);
    RUN(a_population_smaller_than_the_sample_is_taken_whole);
    RUN(small_areas_are_drawn_together);
    RUN(replicates_and_answers);
    RUN(intervals_hold_the_truth);
    return check_end();
}
