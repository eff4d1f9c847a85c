/*
 * Writing a folder of made-up households, or counting them.
 *
 * Memory does not grow with the number of households. Files appear under
 * their names only when all of them are whole.
 */
#include "synth.h"

#include <inttypes.h>

#include "../base/limits.h"
#include "margins.h"
#include "pipeline.h"

/* Ids have eight digits, so that files sort as numbers do. */
#define MOST_HOUSEHOLDS UINT64_C(99999999)
#define DEFAULT_SURVEYED 2000
#define DEFAULT_FOLLOWED 1000
#define DEFAULT_MISSING 0.30
#define DEFAULT_DATE "2026-03-01"

typedef struct making {
    const synth_order *order;
    const ayant_progress *progress;
    outputs files;
    FILE *households, *persons, *relations;
    const synth_extra *extras[EXTRAS_MOST];
    void *states[EXTRAS_MOST];
    size_t extra_count, opened;
    margins *counted; /* NULL when files are written */
} making;

static ayant_status niss_of(failure *e, const char *word, niss_kind *out)
{
    static const char *const words[] = {"none", "valid", "invalid"};

    *out = NISS_NONE;
    for (int i = 0; word && i < 3; i++)
        if (strcmp(word, words[i]) == 0) {
            *out = (niss_kind)i;
            return AYANT_OK;
        }
    if (!word || !*word)
        return AYANT_OK;
    return fail(e, AYANT_E_USAGE, "Y11",
                "'%.40s' is no kind of register number: write none, valid or invalid", word);
}

static ayant_status check_order(failure *e, const ayant_synth_options *o, synth_order *order)
{
    const char *date = o->on ? o->on : DEFAULT_DATE;
    double share = o->missing_share < 0 ? DEFAULT_MISSING : o->missing_share;

    if (o->households == 0 || o->households > MOST_HOUSEHOLDS)
        return fail(e, AYANT_E_LIMIT, "Y06", "%" PRIu64 " households: choose between 1 and %" PRIu64,
                    o->households, MOST_HOUSEHOLDS);
    if (!day_parse(text_of(date), &order->on))
        return fail(e, AYANT_E_USAGE, "Y07", "'%.40s' is not a date: write 2026-03-01", date);
    if (!(share <= 1))
        return fail(e, AYANT_E_USAGE, "Y08",
                    "the missing share is above 1: write 0.3 for three cells in ten");
    order->households = o->households;
    order->seed = o->seed;
    order->missing_permille = (int32_t)(share * 1000 + 0.5);
    if (o->survey_households > LIMIT_SURVEYED)
        return fail(e, AYANT_E_LIMIT, "Y30", "%" PRIu32 " households for the survey: choose %d at most",
                    o->survey_households, LIMIT_SURVEYED);
    order->survey_households = o->survey_households ? (int32_t)o->survey_households : DEFAULT_SURVEYED;
    order->survey_seed = o->survey_seed;
    order->panel_households = o->panel_households ? o->panel_households : DEFAULT_FOLLOWED;
    return niss_of(e, o->niss, &order->niss);
}

static void write_readme(FILE *file, const synth_order *order)
{
    char on[16];

    day_print(on, order->on);
    fprintf(
        file,
        "Synthetic: no real person. Données fictives : aucune personne réelle. Fictieve gegevens: geen echte "
        "personen.\n\n"
        "Made by ayant %s: %" PRIu64 " households, seed %" PRIu64 ", as of %s, missing share %d.%d %%.\n"
        "The same seed gives the same household for the same number, whatever the total.\n\n"
        "Drawn from published shares of the Brussels Region (household types, ages, communes, incomes, "
        "receipt\n"
        "and non-take-up; 'ayant synth --margins' puts them beside what was made). No microdata were used.\n"
        "Names, streets and addresses are made up; identifiers begin with SYN; there is no telephone "
        "number;\n"
        "mail goes to example.org. %s\n"
        "Good for trying the tool, for training and for tests. Not a source on Brussels.\n",
        AYANT_VERSION, order->households, order->seed, on, (int)(order->missing_permille / 10),
        (int)(order->missing_permille % 10),
        order->niss == NISS_NONE      ? "There is no register number."
        : order->niss == NISS_INVALID ? "Register numbers are made up and fail their check digits."
                                      : "REGISTER NUMBERS ARE WELL FORMED, for tests of readers only: any of "
                                        "them may be somebody's. Keep these files on this machine.");
}

static ayant_status open_files(failure *e, making *m, const char *folder)
{
    FILE *readme = NULL;
    ayant_status status;

    if ((status = outputs_start(e, &m->files, folder)) < 0 ||
        (status = outputs_open(e, &m->files, "households.csv", &m->households)) < 0 ||
        (status = outputs_open(e, &m->files, "persons.csv", &m->persons)) < 0 ||
        (status = outputs_open(e, &m->files, "relations.csv", &m->relations)) < 0 ||
        (status = outputs_open(e, &m->files, "README.txt", &readme)) < 0)
        return status;
    rows_head(m->households, m->persons, m->relations);
    write_readme(readme, m->order);
    while (m->opened < m->extra_count) {
        size_t i = m->opened++;

        if ((status = m->extras[i]->open(e, m->order, &m->files, &m->states[i])) < 0)
            return status;
    }
    return AYANT_OK;
}

static ayant_status close_files(failure *e, making *m, ayant_status status)
{
    ayant_status closed;

    for (size_t i = 0; i < m->opened; i++)
        if ((closed = m->extras[i]->close(e, m->states[i], status == AYANT_OK)) < 0 && status == AYANT_OK)
            status = closed;
    closed = outputs_close(e, &m->files, status == AYANT_OK);
    return status < 0 ? status : closed;
}

static void write_bytes(FILE *file, const bytes *b)
{
    if (b->used)
        fwrite(b->at, 1, b->used, file);
}

static ayant_status give_extras(failure *e, making *m, const synth_batch *b)
{
    ayant_status status = AYANT_OK;

    for (size_t i = 0; i < m->extra_count; i++)
        for (size_t k = 0; k < b->count && status == AYANT_OK; k++)
            status = m->extras[i]->put(e, m->states[i], &b->made[k], &b->seen[k], &b->truth[k]);
    return status;
}

static ayant_status take_batch(failure *e, void *to, const synth_batch *b)
{
    making *m = to;
    const ayant_progress *p = m->progress;
    ayant_status status;

    if (p && p->tick && p->tick(p->to, "households", b->first - 1, m->order->households) != 0)
        return fail(e, AYANT_E_CANCELLED, "Y04", "stopped: no file was changed");
    if (m->counted) {
        for (size_t k = 0; k < b->count; k++)
            margins_add(m->counted, &b->made[k], &b->truth[k]);
        return AYANT_OK;
    }
    write_bytes(m->households, &b->rows.households);
    write_bytes(m->persons, &b->rows.persons);
    write_bytes(m->relations, &b->rows.relations);
    if ((status = give_extras(e, m, b)) < 0)
        return status;
    return outputs_check(e, &m->files); /* a full disk: say so now, not after an hour */
}

static ayant_status make_all(failure *e, const graph *g, making *m, unsigned threads)
{
    batch_maker maker;
    pipeline_job job = {&maker, m->order->households, threads, take_batch, m};
    ayant_status status;

    batch_maker_start(&maker, m->order, g, m->counted == NULL);
    status = pipeline_run(e, &job);
    if (status == AYANT_OK && m->progress && m->progress->tick)
        m->progress->tick(m->progress->to, "households", m->order->households, m->order->households);
    return status;
}

ayant_status synth_write(failure *e, const graph *g, const ayant_synth_options *o, const char *folder,
                         const ayant_progress *p)
{
    synth_order order;
    making m = {.order = &order, .progress = p};
    ayant_status status;

    if (!folder || !*folder)
        return fail(e, AYANT_E_USAGE, "Y05", "no folder to write into: name one");
    if ((status = check_order(e, o, &order)) < 0 ||
        (status = extras_named(e, o->with, m.extras, &m.extra_count)) < 0)
        return status;
    if ((status = open_files(e, &m, folder)) == AYANT_OK)
        status = make_all(e, g, &m, o->threads);
    return close_files(e, &m, status);
}

ayant_status synth_margins(failure *e, const graph *g, const ayant_synth_options *o,
                           const ayant_report_options *report, const ayant_progress *p, const ayant_sink *out,
                           size_t *outside)
{
    synth_order order;
    making m = {.order = &order, .progress = p};
    ayant_status status;

    if ((status = check_order(e, o, &order)) < 0)
        return status;
    if (!(m.counted = margins_new()))
        return fail_memory(e);
    if ((status = make_all(e, g, &m, o->threads)) == AYANT_OK)
        status = margins_write(e, m.counted, report, out, outside);
    margins_free(m.counted);
    return status;
}
