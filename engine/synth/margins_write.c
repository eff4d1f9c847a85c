/*
 * Margins as a table: published, made, difference, inside or not.
 */
#include "margins.h"

#include <inttypes.h>
#include <stdlib.h>

#include "../report/table.h"

/* From this many households the stated tolerance is kept as it is. */
#define WHOLE_REGION 500000
/* Members of a household are alike: their variance is that of fewer. */
#define DESIGN_EFFECT 2

static int64_t quantile(const margins *m, int64_t tenths)
{
    int64_t wanted = m->surveyed * tenths / 10, seen = 0;

    for (int b = 0; b < INCOME_BINS; b++)
        if ((seen += m->incomes[b]) > wanted)
            return (int64_t)b * 100;
    return 0;
}

static int64_t whole_root(int64_t x)
{
    int64_t root = 0;

    for (int64_t bit = INT64_C(1) << 30; bit; bit >>= 1)
        if ((root + bit) * (root + bit) <= x)
            root += bit;
    return root;
}

/* Three standard errors, in hundredths, of a mean over `of` people. */
static int64_t by_chance(int64_t variance, int64_t of)
{
    return of ? 3 * whole_root(DESIGN_EFFECT * variance / of) : 0;
}

int64_t margin_made(const margins *m, const margin *row, int64_t *chance)
{
    const margin_tally *t = row->commune < 0 ? &m->region[row->what] : &m->communes[row->what][row->commune];
    int64_t scale = row->unit == UNIT_PERCENT ? 10000 : 100, made = t->of ? t->count * scale / t->of : 0;

    if (row->unit == UNIT_EUROS) {
        made = quantile(m, row->what == MEASURE_DECILE_1 ? 1 : row->what == MEASURE_MEDIAN ? 5 : 9);
        *chance = by_chance(made * made * 4, m->surveyed); /* density at the deciles of a lognormal */
    } else if (row->unit == UNIT_PERCENT) {
        *chance = by_chance(made * (10000 - made), t->of);
    } else {
        *chance = by_chance(row->unit == UNIT_YEARS ? 2300 * 2300 : 140 * 140, t->of);
    }
    return made;
}

int margin_inside(const margins *m, const margin *row)
{
    int64_t chance, made = margin_made(m, row, &chance), room = row->tolerance;

    if (m->households < WHOLE_REGION)
        room += chance;
    if (row->kind == MARGIN_SHOWN)
        return 1;
    if (row->kind == MARGIN_AT_LEAST)
        return made + room >= row->published;
    return llabs(made - row->published) <= room;
}

static void hundredths(char out[32], int64_t value, int sign)
{
    int64_t size = value < 0 ? -value : value;

    snprintf(out, 32, "%s%" PRId64 ".%02" PRId64, value < 0 ? "-" : sign ? "+" : "", size / 100, size % 100);
}

static const char *const unit_names[] = {"%", "years", "persons", "EUR a month"};

typedef struct line {
    char published[32], tolerance[32], made[32], difference[32];
    const char *inside;
} line;

static void fill(line *l, const margins *m, const margin *row)
{
    int64_t chance, made = margin_made(m, row, &chance), room = row->tolerance;

    memset(l, 0, sizeof *l);
    hundredths(l->made, made, 0);
    l->inside = "";
    if (row->kind == MARGIN_SHOWN)
        return;
    if (m->households < WHOLE_REGION)
        room += chance;
    hundredths(l->published, row->published, 0);
    hundredths(l->tolerance, room, 0);
    hundredths(l->difference, made - row->published, 1);
    l->inside = margin_inside(m, row) ? "yes" : "no";
}

static ayant_status write_markdown(failure *e, const margins *m, const ayant_sink *out)
{
    writer w;

    writer_start(&w, out);
    put_text(&w, "| item | of | published | made | difference | tolerance | inside | source |\n"
                 "|---|---|---:|---:|---:|---:|---|---|\n");
    for (size_t i = 0; i < margin_count; i++) {
        const margin *row = &margin_table[i];
        line l;

        fill(&l, m, row);
        put_print(&w, "| %s (%s) | %s | %s%s | %s | %s | %s | %s | %s |\n", row->item, unit_names[row->unit],
                  row->scope, row->kind == MARGIN_AT_LEAST ? "> " : "", l.published, l.made, l.difference,
                  l.tolerance, l.inside, row->source);
    }
    return writer_end(&w, e);
}

static ayant_status write_table(failure *e, const margins *m, const ayant_report_options *options,
                                const ayant_sink *out)
{
    static const char *const titles[] = {"id", "item", "scope", "unit"}, *const numbers[] = {
                                                                             "published", "tolerance", "made",
                                                                             "difference"};
    table *t = table_new();
    ayant_status status;
    writer w;

    if (!t)
        return fail_memory(e);
    for (int i = 0; i < 4; i++)
        table_column(t, titles[i], NULL, TABLE_LEFT);
    for (int i = 0; i < 4; i++)
        table_column(t, numbers[i], NULL, TABLE_RIGHT);
    table_column(t, "inside", NULL, TABLE_LEFT);
    table_column(t, "source", NULL, TABLE_LEFT);
    for (size_t i = 0; i < margin_count; i++) {
        const margin *row = &margin_table[i];
        line l;

        fill(&l, m, row);
        table_text(t, row->id);
        table_text(t, row->item);
        table_text(t, row->scope);
        table_text(t, unit_names[row->unit]);
        table_print(t, "%s%s", row->kind == MARGIN_AT_LEAST ? "> " : "", l.published);
        table_text(t, l.tolerance);
        table_text(t, l.made);
        table_text(t, l.difference);
        table_text(t, l.inside);
        table_text(t, row->source);
    }
    writer_start(&w, out);
    status = table_write(e, t, &w, options->format, options->width, options->colour);
    table_free(t);
    return status < 0 ? status : writer_end(&w, e);
}

ayant_status margins_write(failure *e, const margins *m, const ayant_report_options *options,
                           const ayant_sink *out, size_t *outside)
{
    *outside = 0;
    for (size_t i = 0; i < margin_count; i++)
        *outside += !margin_inside(m, &margin_table[i]);
    return options->format == AYANT_TEXT ? write_markdown(e, m, out) : write_table(e, m, options, out);
}
