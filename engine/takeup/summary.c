/*
 * The summary of a run: by right, how many findings of each kind, and the
 * euros a year not claimed, from the low to the high bound.
 *
 * The total counts a person once for RIS and GRAPA, the higher of the two.
 */
#include "results_write.h"

#include <string.h>
#include "../report/table.h"

typedef struct tally {
    uint64_t by_finding[FINDING_COUNT];
    int64_t low, high; /* cents a month, over findings that call */
} tally;

static const struct {
    finding what;
    const char *fr, *nl, *en;
} shown_findings[] = {
    {FINDING_RECEIVING, "reçoit", "ontvangt", "receiving"},
    {FINDING_PENDING, "demandé", "aangevraagd", "pending"},
    {FINDING_LIKELY, "probable", "waarschijnlijk", "likely"},
    {FINDING_POSSIBLE, "possible", "mogelijk", "possible"},
    {FINDING_TO_CHECK, "à vérifier", "na te gaan", "to check"},
    {FINDING_INTERRUPTED, "interrompu", "onderbroken", "interrupted"},
};

enum { SHOWN = sizeof shown_findings / sizeof *shown_findings };

static const char *by_language(ayant_language l, const char *fr, const char *nl, const char *en)
{
    return l == AYANT_FR ? fr : l == AYANT_NL ? nl : en;
}

/* What one person is not claiming a month: the higher of the amounts found. */
static void add_person(const results *r, size_t person, tally *by_right, tally *total)
{
    int64_t low = 0, high = 0;

    for (size_t k = 0; k < r->right_count; k++) {
        const result *x = result_of(r, person, k);

        if (!x->counted || (right_of(r, k)->sensitive && !r->sensitive))
            continue;
        by_right[k].by_finding[x->finding]++;
        total->by_finding[x->finding]++;
        if (!finding_calls(x->finding) || x->high_cents < 0)
            continue;
        by_right[k].low += x->verdict == VERDICT_YES ? x->low_cents : 0; /* a "perhaps" may be nothing */
        by_right[k].high += x->high_cents;
        if (x->verdict == VERDICT_YES && x->low_cents > low)
            low = x->low_cents;
        if (x->high_cents > high)
            high = x->high_cents;
    }
    total->low += low;
    total->high += high;
}

static void heading(table *t, ayant_language l)
{
    table_column(t, "right", by_language(l, "droit", "recht", "right"), TABLE_LEFT);
    for (int i = 0; i < SHOWN; i++)
        table_column(t, finding_names[shown_findings[i].what],
                     by_language(l, shown_findings[i].fr, shown_findings[i].nl, shown_findings[i].en),
                     TABLE_RIGHT);
    table_column(t, "eur_year_low",
                 by_language(l, "EUR/an, au moins", "EUR/jaar, minstens", "EUR/year, at least"), TABLE_RIGHT);
    table_column(t, "eur_year_high",
                 by_language(l, "EUR/an, au plus", "EUR/jaar, hoogstens", "EUR/year, at most"), TABLE_RIGHT);
}

static void line(table *t, const char *name, const tally *x, int has_amount)
{
    table_text(t, name);
    for (int i = 0; i < SHOWN; i++)
        table_count(t, x->by_finding[shown_findings[i].what]);
    if (!has_amount) {
        table_empty(t);
        table_empty(t);
        return;
    }
    table_cents(t, x->low * 12);
    table_cents(t, x->high * 12);
}

static const char *right_title(const results *r, size_t k, ayant_language l)
{
    const right *of = right_of(r, k);
    const label *said = of->sensitive && of->offer.fr ? &of->offer : &of->label;
    const char *text_said = by_language(l, said->fr, said->nl, said->en);

    return text_said ? text_said : of->name;
}

ayant_status results_summary(failure *e, const results *r, const ayant_report_options *options,
                             const ayant_sink *out)
{
    arena *memory = arena_new();
    tally *by_right = memory ? arena_array(memory, r->right_count + 1, sizeof *by_right) : NULL;
    table *t = by_right ? table_new() : NULL;
    tally total;
    ayant_status status;
    writer w;

    if (!t) {
        arena_free(memory);
        return fail_memory(e);
    }
    memset(&total, 0, sizeof total);
    for (size_t i = 0; i < r->people->persons; i++)
        add_person(r, i, by_right, &total);
    heading(t, options->language);
    for (size_t k = 0; k < r->right_count; k++)
        if (r->sensitive || !right_of(r, k)->sensitive)
            line(t,
                 options->format == AYANT_TABLE ? right_title(r, k, options->language) : right_of(r, k)->name,
                 &by_right[k], right_of(r, k)->amount != NULL);
    line(t, by_language(options->language, "par personne", "per persoon", "per person"), &total, 1);
    writer_start(&w, out);
    status = table_write(e, t, &w, options->format, options->width, options->colour);
    table_free(t);
    arena_free(memory);
    return status < 0 ? status : writer_end(&w, e);
}
