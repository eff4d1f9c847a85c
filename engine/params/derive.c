/*
 * Derivations: base x coefficient, a shift in time, the mean of a year.
 *
 * A value is one exact quotient of 128-bit whole numbers, rounded half up
 * once. A date for which an input is missing has no value; it never takes
 * that of another date.
 */
#include "derive.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/limits.h"

#define MONTHS 12
#define SHIFT_MOST 1200 /* months: a century, within which dates stay far from any overflow */

__extension__ typedef __int128 wide;

static ayant_status refuse(failure *e, const parameter *p, const char *id, const char *why, const char *name)
{
    return fail_at(e, AYANT_E_RULE, id, p->at.file, p->at.line, 0, "parameter '%s': '%s' %s", p->name, name,
                   why);
}

static int is_figure(const parameter *p)
{
    return p->kind == PARAMETER_MONEY || p->kind == PARAMETER_NUMBER;
}

static ayant_status check_index(failure *e, const parameter *p, const parameter *base,
                                const parameter *coefficient)
{
    const derivation *d = &p->derived;

    if (!is_figure(base) || base->kind != p->kind)
        return refuse(e, p, "P03", "cannot be its base: money is computed from money, a number from a number",
                      base->name);
    if (coefficient && coefficient->kind != PARAMETER_NUMBER)
        return refuse(e, p, "P03", "cannot be its coefficient: write a parameter with unit = \"number\"",
                      coefficient->name);
    if (d->factor <= 0 || d->divide <= 0 || d->round < 0)
        return refuse(e, p, "P07",
                      "is multiplied, divided or rounded by a figure that is not above zero: mend index",
                      base->name);
    if (base->per == PERIOD_YEAR && p->per == PERIOD_MONTH && d->divide % (MONTHS * (micro)MICRO) != 0)
        return refuse(e, p, "P03", "is by year and becomes by month: write divide = 12", base->name);
    if (base->per == PERIOD_MONTH && p->per == PERIOD_YEAR && d->factor % (MONTHS * (micro)MICRO) != 0)
        return refuse(e, p, "P03", "is by month and becomes by year: write factor = \"12\"", base->name);
    if (p->whole && (d->round == 0 || d->round % MICRO != 0))
        return refuse(e, p, "P03",
                      "gives fractions and the unit is \"count\": round to a whole step, or write "
                      "unit = \"number\"",
                      base->name);
    return AYANT_OK;
}

ayant_status derive_check(failure *e, const parameter *p, const parameter *base, const parameter *coefficient)
{
    if (p->derived.kind == DERIVE_INDEX)
        return check_index(e, p, base, coefficient);
    if (base->kind != p->kind || base->per != p->per)
        return refuse(e, p, "P03", "has another unit: give both parameters the same unit", base->name);
    if (p->derived.kind == DERIVE_SHIFT) {
        if (p->derived.shift_months > SHIFT_MOST || p->derived.shift_months < -SHIFT_MOST)
            return refuse(e, p, "P07", "is shifted by more than a century: mend months", base->name);
        if (p->whole && !base->whole)
            return refuse(e, p, "P03", "is not a count: write unit = \"number\"", base->name);
        return AYANT_OK;
    }
    if (!is_figure(base))
        return refuse(e, p, "P03", "has no mean: only money and numbers have one", base->name);
    if (p->whole)
        return refuse(e, p, "P03", "has a mean with fractions: write unit = \"number\"", base->name);
    return AYANT_OK;
}

static ayant_status fail_large(failure *e, const parameter *p, day from)
{
    char date[16];

    day_print(date, from);
    return fail_at(
        e, AYANT_E_LIMIT, "P06", p->at.file, p->at.line, 0,
        "parameter '%s' on %s is larger than ayant can hold exactly: check its base, coefficient and "
        "factor",
        p->name, date);
}

/* top / bottom (> 0), half up to a multiple of `step`. 0 when it does not fit. */
static int divide_half_up(wide top, wide bottom, micro step, micro *out)
{
    wide twice, unit, sum, quotient;

    if (__builtin_mul_overflow(bottom, (wide)step, &unit) || __builtin_mul_overflow(unit, (wide)2, &twice) ||
        __builtin_mul_overflow(top, (wide)2, &sum) || __builtin_add_overflow(sum, unit, &sum))
        return 0;
    quotient = sum / twice - (sum % twice < 0); /* towards minus infinity */
    if (__builtin_mul_overflow(quotient, (wide)step, &quotient) || quotient > (wide)LIMIT_EXACT ||
        quotient < -(wide)LIMIT_EXACT)
        return 0;
    *out = (micro)quotient;
    return 1;
}

/* The micros of base x coefficient x factor / divide: three factors and a divisor in millionths. */
static int index_value(const derivation *d, const parameter_row *base, const parameter_row *coefficient,
                       micro *out)
{
    wide top = (wide)base->value * (coefficient ? coefficient->value : MICRO);

    if (__builtin_mul_overflow(top, (wide)d->factor, &top))
        return 0;
    return divide_half_up(top, (wide)d->divide * MICRO, d->round ? d->round : 1, out);
}

static int doubtful(const parameter_row *row)
{
    return row && row->status == STATUS_UNVERIFIED;
}

/* How a value was computed, for those who read the rule's figures. */
static const char *index_source(arena *memory, const derivation *d)
{
    char factor[48] = "", divide[48] = "", round[64] = "", number[32];

    if (d->factor != MICRO) {
        micro_print(number, d->factor, 0);
        snprintf(factor, sizeof factor, " x %s", number);
    }
    if (d->divide != MICRO) {
        micro_print(number, d->divide, 0);
        snprintf(divide, sizeof divide, " / %s", number);
    }
    micro_print(number, d->round, 0);
    if (d->round == MICRO / 100)
        snprintf(round, sizeof round, ", rounded to the cent");
    else if (d->round)
        snprintf(round, sizeof round, ", rounded to a multiple of %s", number);
    return arena_print(memory, "%s%s%s%s%s%s", d->base, d->coefficient ? " x " : "",
                       d->coefficient ? d->coefficient : "", factor, divide, round);
}

static const char *source_of(arena *memory, const derivation *d)
{
    if (d->kind == DERIVE_INDEX)
        return index_source(memory, d);
    if (d->kind == DERIVE_YEAR_MEAN)
        return arena_print(memory, "mean of %s over the twelve months of the year", d->base);
    return arena_print(memory, "%s, %d month%s %s", d->base, abs(d->shift_months),
                       abs(d->shift_months) == 1 ? "" : "s", d->shift_months < 0 ? "earlier" : "later");
}

/* A row without value, unless the list has none anyway from here on. */
static void add_end(row_list *list, const parameter_row *model)
{
    parameter_row *end = &list->rows[list->count];

    if (list->count == 0 || end[-1].ended)
        return;
    *end = *model;
    end->ended = 1;
    end->value = 0;
    end->status = STATUS_DERIVED; /* there is no figure to verify */
    list->count++;
}

/* The next date on which either series changes, past the `*i` and `*j` rows already met; 0 when none is left.
 */
static int next_date(const parameter *base, size_t *i, const parameter *coefficient, size_t *j, day *out)
{
    int left_i = *i < base->row_count, left_j = coefficient && *j < coefficient->row_count;

    if (!left_i && !left_j)
        return 0;
    if (left_i && (!left_j || base->rows[*i].from <= coefficient->rows[*j].from))
        *out = base->rows[*i].from;
    else
        *out = coefficient->rows[*j].from;
    *i += left_i && base->rows[*i].from == *out;
    *j += left_j && coefficient->rows[*j].from == *out;
    return 1;
}

static ayant_status index_rows(failure *e, const parameter *p, const parameter *base,
                               const parameter *coefficient, parameter_row model, row_list *out)
{
    size_t i = 0, j = 0;

    while (next_date(base, &i, coefficient, &j, &model.from)) {
        const parameter_row *b = parameter_at(base, model.from);
        const parameter_row *c = coefficient ? parameter_at(coefficient, model.from) : NULL;

        model.status = doubtful(b) || doubtful(c) ? STATUS_UNVERIFIED : STATUS_DERIVED;
        if (!b || (coefficient && !c)) {
            add_end(out, &model);
            continue;
        }
        if (!index_value(&p->derived, b, c, &model.value))
            return fail_large(e, p, model.from);
        out->rows[out->count++] = model;
    }
    return AYANT_OK;
}

/* Two days of a long month may be shifted to one date: the later row is the one in force. */
static void shift_rows(const parameter *p, const parameter *base, parameter_row model, row_list *out)
{
    for (size_t i = 0; i < base->row_count; i++) {
        parameter_row row = base->rows[i];

        row.from = day_add_months(row.from, p->derived.shift_months);
        row.status = doubtful(&row) ? STATUS_UNVERIFIED : STATUS_DERIVED;
        row.source = model.source;
        row.at = model.at;
        if (out->count && out->rows[out->count - 1].from == row.from)
            out->count--;
        out->rows[out->count++] = row;
    }
}

/* Own rows and derived ones, by date; on the same date the own one. */
static void merge_rows(const parameter *p, const row_list *derived, row_list *out)
{
    size_t i = 0, j = 0;
    int closed = 0; /* an own row said `ended` */

    while (i < derived->count || j < p->row_count) {
        if (j < p->row_count && (i == derived->count || p->rows[j].from <= derived->rows[i].from)) {
            i += i < derived->count && derived->rows[i].from == p->rows[j].from;
            closed = p->rows[j].ended;
            out->rows[out->count++] = p->rows[j++];
        } else {
            const parameter_row *row = &derived->rows[i++];

            if (!closed && row->ended)
                add_end(out, row);
            else if (!closed)
                out->rows[out->count++] = *row;
        }
    }
}

static int year_of(day d)
{
    int year, month, date;

    day_parts(d, &year, &month, &date);
    return year;
}

/* The mean over a year into `model`: 1, 0 when a month has no value, -1 when it does not fit. */
static int year_mean(const parameter *base, int year, parameter_row *model)
{
    wide sum = 0;

    model->status = STATUS_DERIVED;
    for (int month = 1; month <= MONTHS; month++) {
        const parameter_row *row = parameter_at(base, day_of(year, month, 1));

        if (!row)
            return 0;
        if (doubtful(row))
            model->status = STATUS_UNVERIFIED;
        sum += row->value;
    }
    return divide_half_up(sum, MONTHS, 1, &model->value) ? 1 : -1;
}

/* The years in which anything can happen: those of a row, and the one after the last. */
static int year_span(const parameter *p, const parameter *base, int *first, int *last)
{
    const parameter *both[] = {p, base};

    *first = INT32_MAX;
    *last = INT32_MIN;
    for (int i = 0; i < 2; i++) {
        if (both[i]->row_count == 0)
            continue;
        if (year_of(both[i]->rows[0].from) < *first)
            *first = year_of(both[i]->rows[0].from);
        if (year_of(both[i]->rows[both[i]->row_count - 1].from) > *last)
            *last = year_of(both[i]->rows[both[i]->row_count - 1].from);
    }
    return *first <= *last;
}

/*
 * One row a year. Base's value is taken to last to the end of the year of its
 * last row, not longer: the mean of a later year is not known yet.
 */
static ayant_status mean_rows(failure *e, const parameter *p, const parameter *base, parameter_row model,
                              row_list *out)
{
    int first, last, computable = base->row_count ? year_of(base->rows[base->row_count - 1].from) : INT32_MIN;
    int closed = 0;
    size_t own = 0;

    if (!year_span(p, base, &first, &last))
        return AYANT_OK;
    for (int year = first; year <= last + 1; year++) {
        int known;

        model.from = day_of(year, 1, 1);
        model.ended = 0;
        known = year <= computable ? year_mean(base, year, &model) : 0;
        if (known < 0)
            return fail_large(e, p, model.from);
        if (own == p->row_count || p->rows[own].from != model.from) {
            if (!known)
                add_end(out, &model);
            else if (!closed)
                out->rows[out->count++] = model;
        }
        for (; own < p->row_count && year_of(p->rows[own].from) == year; own++) {
            closed = p->rows[own].ended;
            out->rows[out->count++] = p->rows[own];
        }
    }
    return AYANT_OK;
}

/* Room for every row a derivation can give. */
static ayant_status make_room(failure *e, arena *memory, const parameter *p, const parameter *base,
                              const parameter *coefficient, row_list *list)
{
    size_t count = base->row_count + p->row_count + (coefficient ? coefficient->row_count : 0);
    int first, last;

    if (p->derived.kind == DERIVE_YEAR_MEAN && year_span(p, base, &first, &last))
        count += (size_t)((int64_t)last - first + 2);
    list->count = 0;
    list->rows = arena_array(memory, count, sizeof *list->rows);
    return list->rows ? AYANT_OK : fail_memory(e);
}

ayant_status derive_rows(failure *e, arena *memory, const parameter *p, const parameter *base,
                         const parameter *coefficient, row_list *out)
{
    parameter_row model = {.at = p->at, .source = source_of(memory, &p->derived)};
    row_list derived;
    ayant_status status;

    if (!model.source)
        return fail_memory(e);
    if ((status = make_room(e, memory, p, base, coefficient, out)) < 0)
        return status;
    if (p->derived.kind == DERIVE_YEAR_MEAN)
        return mean_rows(e, p, base, model, out);
    if ((status = make_room(e, memory, p, base, coefficient, &derived)) < 0)
        return status;
    if (p->derived.kind == DERIVE_SHIFT)
        shift_rows(p, base, model, &derived);
    else
        status = index_rows(e, p, base, coefficient, model, &derived);
    if (status == AYANT_OK)
        merge_rows(p, &derived, out);
    return status;
}
