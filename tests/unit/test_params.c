/*
 * Dated series: reading them on a date, computing the derived ones.
 *
 * The figures are those of the law: base amounts at index 103.14, coefficients
 * 1.02^28 and 1.02^29, annual amounts and twelfths rounded to the cent.
 */
#include <stdlib.h>

#include "../../engine/base/limits.h"
#include "../../engine/params/series.h"
#include "check.h"

#define CENT (MICRO / 100)

typedef struct world {
    rulebook rules;
    parameter parameters[40];
    failure e;
} world;

/* What text says, in micros. */
static micro figure(const char *s)
{
    micro value = 0;

    CHECK(micro_parse(text_of(s), 6, &value));
    return value;
}

static day date_of(const char *s)
{
    day d = 0;

    CHECK(day_parse(text_of(s), &d));
    return d;
}

static world *start(void)
{
    world *w = calloc(1, sizeof *w);

    if (!w || !(w->rules.memory = arena_new()))
        abort();
    w->rules.parameters = w->parameters;
    return w;
}

static void stop(world *w)
{
    arena_free(w->rules.memory);
    free(w);
}

static parameter *add(world *w, const char *name, parameter_kind what, period per)
{
    parameter *p = &w->parameters[w->rules.parameter_count++];

    p->name = name;
    p->kind = what;
    p->per = per;
    p->at.file = "parameters.lua";
    p->at.line = 100 * (int)w->rules.parameter_count;
    p->derived.factor = p->derived.divide = MICRO;
    return p;
}

static parameter *money(world *w, const char *name)
{
    return add(w, name, PARAMETER_MONEY, PERIOD_YEAR);
}

/* A verified row; value NULL: ended. */
static parameter_row *row(world *w, parameter *p, const char *from, const char *value)
{
    parameter_row *more = arena_array(w->rules.memory, p->row_count + 1, sizeof *more), *r;

    if (!more)
        abort();
    if (p->row_count)
        memcpy(more, p->rows, p->row_count * sizeof *more);
    p->rows = more;
    r = &more[p->row_count++];
    r->from = date_of(from);
    r->ended = !value;
    r->value = value ? figure(value) : 0;
    r->source = "read in the law";
    r->at = p->at;
    r->at.line += (int)p->row_count;
    return r;
}

static void indexed(parameter *p, const char *base, const char *coefficient, micro round)
{
    p->derived.kind = DERIVE_INDEX;
    p->derived.base = base;
    p->derived.coefficient = coefficient;
    p->derived.round = round;
}

static void shifted(parameter *p, const char *base, int months)
{
    p->derived.kind = DERIVE_SHIFT;
    p->derived.base = base;
    p->derived.shift_months = months;
}

static void averaged(parameter *p, const char *base)
{
    p->derived.kind = DERIVE_YEAR_MEAN;
    p->derived.base = base;
}

static parameter *coefficients(world *w)
{
    parameter *p = add(w, "index.coefficient", PARAMETER_NUMBER, PERIOD_NONE);

    row(w, p, "2025-02-01", "1.7410");
    row(w, p, "2026-03-01", "1.7758");
    return p;
}

/* "2025-02-01=15770.41 2026-03-01=- ": every row, "-" for ended, "?" after an unverified one, "!" after one
 * read. */
static const char *rows_of(const parameter *p)
{
    static char out[4000];
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < p->row_count; i++) {
        char from[16], value[32];
        const parameter_row *r = &p->rows[i];

        day_print(from, r->from);
        micro_print(value, r->value, 0);
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%s=%s%s", i ? " " : "", from,
                                 r->ended ? "-" : value,
                                 r->status == STATUS_UNVERIFIED ? "?"
                                 : r->status == STATUS_VERIFIED ? "!"
                                                                : "");
        CHECK(r->source && r->source[0]);
        CHECK(i == 0 || r->from > r[-1].from);
    }
    return out;
}

static const char *on(const parameter *p, const char *date)
{
    static char out[32];
    const parameter_row *r = parameter_at(p, date_of(date));

    if (!r)
        return "unknown";
    micro_print(out, r->value, 0);
    return out;
}

static void check_refused(world *w, ayant_status status, const char *id, int line, const char *part)
{
    CHECK_INT(params_resolve(&w->e, &w->rules), status);
    CHECK_TEXT(w->e.id, id);
    CHECK_INT(w->e.line, line);
    CHECK_HOLDS(w->e.text, part);
}

static void a_value_lasts_until_the_next_row(void)
{
    world *w = start();
    parameter *p = money(w, "a");

    CHECK_TEXT(on(p, "2020-01-01"), "unknown");
    row(w, p, "2020-01-01", "1");
    row(w, p, "2021-01-01", "2");
    row(w, p, "2022-01-01", NULL);
    row(w, p, "2023-01-01", "4");
    CHECK_TEXT(on(p, "2019-12-31"), "unknown");
    CHECK_TEXT(on(p, "2020-01-01"), "1");
    CHECK_TEXT(on(p, "2020-12-31"), "1");
    CHECK_TEXT(on(p, "2021-01-01"), "2");
    CHECK_TEXT(on(p, "2021-12-31"), "2");
    CHECK_TEXT(on(p, "2022-01-01"), "unknown");
    CHECK_TEXT(on(p, "2022-12-31"), "unknown");
    CHECK_TEXT(on(p, "2199-12-31"), "4");
    CHECK(parameter_at(p, DAY_NEVER) == &p->rows[3]);
    stop(w);
}

static void amounts_follow_the_index(void)
{
    world *w = start();
    parameter *month = add(w, "ris.month.isolated", PARAMETER_MONEY, PERIOD_MONTH); /* before what it needs */
    parameter *year = money(w, "ris.annual.isolated"), *base = money(w, "ris.base.isolated");
    parameter *old = money(w, "grapa.base"), *basic = money(w, "grapa.basic"),
              *raised = money(w, "grapa.raised");

    coefficients(w);
    row(w, base, "2023-07-01", "9058.25");
    row(w, old, "2023-07-01", "7261.90");
    indexed(month, "ris.annual.isolated", NULL, CENT);
    month->derived.divide = 12 * (micro)MICRO;
    indexed(year, "ris.base.isolated", "index.coefficient", CENT);
    indexed(basic, "grapa.base", "index.coefficient", CENT);
    indexed(raised, "grapa.base", "index.coefficient", CENT);
    raised->derived.factor = figure("1.5");
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(year), "2025-02-01=15770.41 2026-03-01=16085.64");
    CHECK_TEXT(rows_of(month), "2025-02-01=1314.2 2026-03-01=1340.47");
    CHECK_TEXT(on(basic, "2025-12-31"), "12642.97");
    CHECK_TEXT(on(raised, "2025-12-31"), "18964.45"); /* 1.5 x the rounded amount would be 18964.46 */
    CHECK_TEXT(on(year, "2025-01-31"), "unknown");    /* no coefficient yet: not the bare base */
    CHECK_TEXT(on(month, "2025-02-01"), "1314.2");
    CHECK_TEXT(year->rows[0].source, "ris.base.isolated x index.coefficient, rounded to the cent");
    CHECK_TEXT(month->rows[0].source, "ris.annual.isolated / 12, rounded to the cent");
    CHECK_TEXT(raised->rows[0].source, "grapa.base x index.coefficient x 1.5, rounded to the cent");
    CHECK_INT(year->rows[0].at.line, year->at.line);
    CHECK_INT(year->rows[0].status, STATUS_DERIVED);
    CHECK_INT(base->row_count, 1);
    stop(w);
}

static void rounding_is_half_up_and_once(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *cent = money(w, "cent"), *keep = money(w, "keep"),
              *ten = money(w, "ten");

    row(w, base, "2020-01-01", "0.005");
    row(w, base, "2021-01-01", "0.004999");
    row(w, base, "2022-01-01", "-0.005");
    row(w, base, "2023-01-01", "-0.005001");
    row(w, base, "2024-01-01", "15");
    indexed(cent, "base", NULL, CENT);
    indexed(keep, "base", NULL, 0);
    keep->derived.divide = 7 * (micro)MICRO;
    indexed(ten, "base", NULL, 10 * (micro)MICRO);
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(cent), "2020-01-01=0.01 2021-01-01=0 2022-01-01=0 2023-01-01=-0.01 2024-01-01=15");
    CHECK_TEXT(on(keep, "2024-01-01"), "2.142857");
    CHECK_TEXT(on(ten, "2024-01-01"), "20");
    CHECK_TEXT(ten->rows[0].source, "base, rounded to a multiple of 10");
    stop(w);
}

static void gaps_stay_gaps(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *c = add(w, "c", PARAMETER_NUMBER, PERIOD_NONE), *p = money(w, "p");

    row(w, base, "2018-01-01", NULL);
    row(w, base, "2020-01-01", "100");
    row(w, base, "2022-01-01", NULL);
    row(w, base, "2024-01-01", "200")->status = STATUS_UNVERIFIED;
    row(w, c, "2019-01-01", "1");
    row(w, c, "2021-01-01", "2")->status = STATUS_DERIVED;
    row(w, c, "2023-01-01", "3");
    row(w, c, "2025-01-01", NULL);
    indexed(p, "base", "c", CENT);
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(p), "2020-01-01=100 2021-01-01=200 2022-01-01=- 2024-01-01=600? 2025-01-01=-");
    CHECK_TEXT(on(p, "2023-06-01"), "unknown");
    stop(w);
}

static void own_rows_win_until_the_next_derived_one(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *p = money(w, "p"), *q = money(w, "q"), *s = money(w, "s");

    row(w, base, "2020-01-01", "100");
    row(w, base, "2022-01-01", "200");
    row(w, base, "2024-01-01", "300");
    row(w, p, "2015-01-01", "50");
    row(w, p, "2021-01-01", "111");
    row(w, p, "2022-01-01", "222");
    row(w, p, "2026-01-01", "333");
    indexed(p, "base", NULL, CENT);
    row(w, q, "2021-01-01", NULL); /* an end of its own: the index does not bring it back */
    row(w, q, "2023-01-01", "7");
    indexed(q, "base", NULL, CENT);
    row(w, s, "2021-06-01", "8");
    shifted(s, "base", 12);
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(p), "2015-01-01=50! 2020-01-01=100 2021-01-01=111! 2022-01-01=222! 2024-01-01=300 "
                           "2026-01-01=333!");
    CHECK_TEXT(rows_of(q), "2020-01-01=100 2021-01-01=-! 2023-01-01=7! 2024-01-01=300");
    CHECK_TEXT(rows_of(s), "2021-01-01=100 2021-06-01=8! 2023-01-01=200 2025-01-01=300");
    stop(w);
}

static void a_shift_moves_dates(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *later = money(w, "later"), *early = money(w, "early");
    parameter *scale = add(w, "scale", PARAMETER_SCALE, PERIOD_YEAR);
    parameter *moved = add(w, "moved", PARAMETER_SCALE, PERIOD_YEAR);
    scale_band bands[2] = {{0, 0}, {6200 * (micro)MICRO, 60000}};

    row(w, base, "2021-01-30", "1");
    row(w, base, "2021-01-31", "2")->status = STATUS_UNVERIFIED;
    row(w, base, "2021-02-01", "3");
    row(w, base, "2022-01-01", NULL);
    shifted(later, "base", 1);
    shifted(early, "base", -12);
    row(w, scale, "2020-01-01", "0");
    scale->rows[0].bands = bands;
    scale->rows[0].band_count = 2;
    shifted(moved, "scale", 12);
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(later), "2021-03-01=3 2022-02-01=-");
    CHECK_TEXT(rows_of(early), "2020-01-30=1 2020-01-31=2? 2020-02-01=3 2021-01-01=-");
    CHECK_TEXT(later->rows[0].source, "base, 1 month later");
    CHECK_TEXT(early->rows[0].source, "base, 12 months earlier");
    CHECK(moved->row_count == 1 && moved->rows[0].band_count == 2 && moved->rows[0].bands[1].rate == 60000);
    CHECK_TEXT(on(moved, "2020-12-31"), "unknown");
    stop(w);
}

static void a_mean_needs_twelve_months(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *mean = money(w, "mean"), *own = money(w, "own");

    row(w, base, "2021-02-01", "100"); /* January has none: no mean of 2021 */
    row(w, base, "2022-03-02", "200"); /* in force on the first of April */
    row(w, base, "2024-07-01", "201")->status = STATUS_UNVERIFIED;
    averaged(mean, "base");
    averaged(own, "base");
    row(w, own, "2020-01-01", "10");
    row(w, own, "2023-01-01", "55");
    row(w, own, "2026-01-01", "66");
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(mean), "2022-01-01=175 2023-01-01=200 2024-01-01=200.5? 2025-01-01=-");
    CHECK_TEXT(rows_of(own), "2020-01-01=10! 2021-01-01=- 2022-01-01=175 2023-01-01=55! 2024-01-01=200.5? "
                             "2025-01-01=- 2026-01-01=66! 2027-01-01=-");
    CHECK_TEXT(mean->rows[0].source, "mean of base over the twelve months of the year");
    stop(w);
}

static void a_mean_stops_where_the_base_stops(void)
{
    world *w = start();
    parameter *base = money(w, "base"), *mean = money(w, "mean"), *own = money(w, "own"),
              *none = money(w, "none");
    parameter *empty = money(w, "empty");

    row(w, base, "2020-01-01", "1");
    row(w, base, "2020-12-01", "2");
    row(w, base, "2021-06-15", NULL);
    row(w, base, "2023-01-01", "3");
    averaged(mean, "base");
    averaged(own, "base");
    row(w, own, "2021-07-01", "9");
    averaged(none, "empty");
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(rows_of(mean), "2020-01-01=1.083333 2021-01-01=- 2023-01-01=3 2024-01-01=-");
    CHECK_TEXT(rows_of(own),
               "2020-01-01=1.083333 2021-01-01=- 2021-07-01=9! 2022-01-01=- 2023-01-01=3 2024-01-01=-");
    CHECK_INT(none->row_count, 0);
    CHECK_INT(empty->row_count, 0);
    stop(w);
}

static void unknown_names_are_refused(void)
{
    world *w = start();
    parameter *p = money(w, "p");

    row(w, money(w, "ris.base.isolated"), "2020-01-01", "1");
    money(w, "ris.base.family");
    indexed(p, "ris.base.isolate", NULL, CENT);
    check_refused(w, AYANT_E_RULE, "P01", 100,
                  "'ris.base.isolate', which is not a parameter (did you mean 'ris.base.isolated'");
    CHECK_TEXT(w->e.file, "parameters.lua");
    failure_clear(&w->e);
    p->derived.base = "something else entirely";
    check_refused(w, AYANT_E_RULE, "P01", 100, "which is not a parameter: write");
    CHECK_INT(p->row_count, 0);
    failure_clear(&w->e);
    p->derived.base = "ris.base.isolated";
    p->derived.coefficient = "index.coeficient";
    coefficients(w);
    check_refused(w, AYANT_E_RULE, "P01", 100, "(did you mean 'index.coefficient'?)");
    stop(w);
}

static void circles_are_refused(void)
{
    world *w = start();
    parameter *x = money(w, "x"), *a = money(w, "a"), *b = money(w, "b"), *c = money(w, "c");

    indexed(x, "a", NULL, CENT);
    indexed(a, "b", NULL, CENT);
    shifted(b, "c", 1);
    averaged(c, "a");
    check_refused(w, AYANT_E_RULE, "P02", 200, "'a' from 'b' from 'c' from 'a'");
    failure_clear(&w->e);
    x->derived.base = "x";
    check_refused(w, AYANT_E_RULE, "P02", 100, ": 'x' from 'x'");
    stop(w);
}

static void long_circles_fit_in_the_message(void)
{
    static char names[40][120];
    world *w = start();

    for (size_t i = 0; i < 40; i++) {
        snprintf(names[i], sizeof names[i], "%0100zu", i);
        money(w, names[i]);
    }
    for (size_t i = 0; i < 40; i++)
        indexed(&w->parameters[i], names[(i + 1) % 40], NULL, CENT);
    check_refused(w, AYANT_E_RULE, "P02", 100, " ... '0000");
    stop(w);
}

static void long_chains_are_resolved(void)
{
    enum { MANY = 3000 };
    static parameter chain[MANY];
    static char names[MANY][16];
    world *w = start();

    w->rules.parameters = chain;
    for (size_t i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "p%zu", i);
        chain[i].name = names[i];
        chain[i].derived.factor = chain[i].derived.divide = MICRO;
        if (i + 1 < MANY)
            indexed(&chain[i], NULL, NULL, 0);
    }
    for (size_t i = 0; i + 1 < MANY; i++)
        chain[i].derived.base = names[i + 1];
    w->rules.parameter_count = MANY;
    row(w, &chain[MANY - 1], "2020-01-01", "42");
    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    CHECK_TEXT(on(&chain[0], "2020-01-01"), "42");
    stop(w);
}

static void kinds_and_units_must_agree(void)
{
    world *w = start();
    parameter *p = money(w, "p"), *base = money(w, "base"), *c = add(w, "c", PARAMETER_NUMBER, PERIOD_NONE);

    row(w, base, "2020-01-01", "1");
    row(w, c, "2020-01-01", "1");
    indexed(p, "c", NULL, CENT);
    check_refused(w, AYANT_E_RULE, "P03", 100, "'c' cannot be its base");
    failure_clear(&w->e);
    indexed(p, "base", "base", CENT);
    check_refused(w, AYANT_E_RULE, "P03", 100, "'base' cannot be its coefficient");
    failure_clear(&w->e);
    indexed(p, "base", "c", CENT);
    p->per = PERIOD_MONTH;
    check_refused(w, AYANT_E_RULE, "P03", 100, "write divide = 12");
    failure_clear(&w->e);
    p->derived.divide = 0;
    check_refused(w, AYANT_E_RULE, "P07", 100, "not above zero");
    failure_clear(&w->e);
    shifted(p, "base", 1);
    check_refused(w, AYANT_E_RULE, "P03", 100, "has another unit");
    failure_clear(&w->e);
    p->per = PERIOD_YEAR;
    shifted(p, "base", 2000000000);
    check_refused(w, AYANT_E_RULE, "P07", 100, "more than a century");
    failure_clear(&w->e);
    base->kind = p->kind = PARAMETER_TRUTH;
    averaged(p, "base");
    check_refused(w, AYANT_E_RULE, "P03", 100, "has no mean");
    failure_clear(&w->e);
    p->kind = base->kind = PARAMETER_NUMBER;
    p->whole = 1;
    check_refused(w, AYANT_E_RULE, "P03", 100, "mean with fractions");
    stop(w);
}

static void too_large_is_said(void)
{
    world *w = start();
    parameter *p = money(w, "p"), *base = money(w, "base"), *c = add(w, "c", PARAMETER_NUMBER, PERIOD_NONE);

    row(w, base, "2020-01-01", "9000000000");
    row(w, c, "2021-01-01", "2");
    indexed(p, "base", "c", CENT);
    check_refused(w, AYANT_E_LIMIT, "P06", 100, "'p' on 2021-01-01 is larger");
    failure_clear(&w->e);
    c->rows[0].value = INT64_MAX; /* the product no longer fits 128 bits */
    base->rows[0].value = INT64_MAX;
    p->derived.factor = INT64_MAX;
    check_refused(w, AYANT_E_LIMIT, "P06", 100, "larger");
    CHECK_INT(p->row_count, 0);
    stop(w);
}

static void series_are_checked(void)
{
    world *w = start();
    parameter *p = money(w, "p");

    row(w, p, "2020-01-01", "1");
    row(w, p, "2020-01-01", "2");
    check_refused(w, AYANT_E_RULE, "P04", 102, "the row from 2020-01-01 is given twice");
    failure_clear(&w->e);
    p->rows[1].from--;
    check_refused(w, AYANT_E_RULE, "P04", 102, "the row from 2019-12-31 comes after a later one");
    failure_clear(&w->e);
    p->rows[1].from += 2;
    p->rows[1].source = "  ";
    check_refused(w, AYANT_E_RULE, "P05", 102, "has no source");
    failure_clear(&w->e);
    p->rows[1].source = NULL;
    check_refused(w, AYANT_E_RULE, "P05", 102, "has no source");
    stop(w);
}

static void nothing_to_resolve_is_fine(void)
{
    world *w = start();

    CHECK_INT(params_resolve(&w->e, &w->rules), AYANT_OK);
    stop(w);
}

int main(void)
{
    RUN(a_value_lasts_until_the_next_row);
    RUN(amounts_follow_the_index);
    RUN(rounding_is_half_up_and_once);
    RUN(gaps_stay_gaps);
    RUN(own_rows_win_until_the_next_derived_one);
    RUN(a_shift_moves_dates);
    RUN(a_mean_needs_twelve_months);
    RUN(a_mean_stops_where_the_base_stops);
    RUN(unknown_names_are_refused);
    RUN(circles_are_refused);
    RUN(long_circles_fit_in_the_message);
    RUN(long_chains_are_resolved);
    RUN(kinds_and_units_must_agree);
    RUN(too_large_is_said);
    RUN(series_are_checked);
    RUN(nothing_to_resolve_is_fine);
    return check_end();
}
